//! Columns of the channels that are left out by default, for the cases that switch one on: how far they reach, and what they do.

use super::grid::{Grid, Handle, Heading};
use super::inputs::{ChannelInputs, Operations};
use super::look::Look;
use super::term::Term;
use crate::documents::points::PointValues;
use crate::words::Words;

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
    /// Adds their band; none where the case leaves them all out.
    pub fn add(grid: &mut Grid, points: &PointValues, operations: &'a Operations, words: Words) -> Option<Self> {
        let inputs = operations.channels.as_ref()?;
        grid.band(words.say("book-band-channels"));
        let mut given = |arm: usize, series: &str, heading: String, unit: String, look: Look| {
            let values = points.series(arm, series).unwrap_or_default();
            grid.given(Heading::new(heading, unit, look), 1, values)
        };
        let (ratio, share) = (|| words.say("book-unit-ratio"), || words.say("book-unit-share"));
        Some(Channels {
            inputs,
            operations,
            ramp: given(1, "ramp", words.say("book-ramp"), ratio(), Look::Decimal),
            advantage: given(1, "advantage", words.say("book-advantage"), share(), Look::Decimal),
            engaged: [
                given(0, "engaged", words.say("book-engaged-without"), share(), Look::Decimal),
                given(1, "engaged", words.say("book-engaged-with"), share(), Look::Decimal),
            ],
        })
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
