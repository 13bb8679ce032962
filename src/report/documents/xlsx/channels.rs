//! The channels that are left out by default, for the cases that switch one on: what they do in a month.

use super::grid::{Grid, Handle};
use super::inputs::{ChannelInputs, Operations};
use super::live::ChainMonths;
use super::term::Term;

/// Where the way of the channels stands in the grid.
#[derive(Clone, Copy)]
pub struct Channels<'a> {
    inputs: &'a ChannelInputs,
    operations: &'a Operations,
    ramp: Handle,
    advantage: Handle,
    engaged: [Handle; 2],
}

impl<'a> Channels<'a> {
    /// Those of a case that switches one on; none where it leaves them all out.
    pub fn of(operations: &'a Operations, course: &ChainMonths, advantage: Handle) -> Option<Self> {
        let (inputs, ramp) = operations.channels.as_ref().zip(course.ramp)?;
        let engaged = course.arms.map(|arm| arm.engaged);
        Some(Channels { inputs, operations, ramp, advantage, engaged })
    }

    /// counter·ramp·κ: what sales at the counter add to revenue, as a share of it.
    pub fn sold(&self, g: &Grid, t: usize) -> Term {
        &self.inputs.counter * g.at(self.ramp, t) * g.at(self.advantage, t)
    }

    /// max(0, 1 − contacts·ramp): the part of the contacts that is still made.
    pub fn still_made(&self, g: &Grid, t: usize) -> Term {
        Term::number(0.0).max(&(1.0 - &self.inputs.contacts * g.at(self.ramp, t)))
    }

    /// headcount·salary_per_year/12·productivity·cashed·(e − e_b)/0.07, at today's prices.
    pub fn saved(&self, g: &Grid, t: usize) -> Term {
        let [b, p] = self.engaged.map(|column| g.at(column, t));
        let wages = &self.operations.headcount * &self.operations.salary / 12.0;
        wages * &self.inputs.productivity * &self.inputs.cashed * (p - b) / 0.07
    }
}
