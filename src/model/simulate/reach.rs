//! What the draws can move at all: measures and months that stay as they are whatever is drawn are certain.

use super::draws::{BLOCK, Draws};
use super::results::{BlockColumn, Results, compute};
use super::trial::Timetable;
use crate::scenario::Scenario;
use serde::{Deserialize, Serialize};

/// By measure and by month of the fans, whether anything that is drawn can move it.
///
/// Trials that are all alike do not show it: what is rare may not have been drawn yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Reach {
    pub(super) measures: Vec<bool>,
    pub(super) cash: Vec<bool>,
    pub(super) roi: Vec<bool>,
}

/// The lowest level that can be drawn; the highest is 1 less this.
const LOWEST: f64 = 0.5 / (1_u64 << 32) as f64;

impl Reach {
    /// Tries one block of trials: all inputs at their medians, all at their lowest, all at their highest, one after the
    /// other at its ends with the others at their medians, and the rest at ends that alternate.
    pub(super) fn of(scenario: &Scenario, draws: &Draws) -> Self {
        let mut results = Results::new(scenario.months());
        let (mut block, _) = draws.block();
        let drawn: Vec<_> = draws.independent.iter().chain(&draws.correlated).collect();
        for (place, d) in drawn.iter().enumerate() {
            let of = |level: f64| d.sampler.distribution().quantile(level);
            let ends = [of(0.5), of(LOWEST), of(1.0 - LOWEST)];
            let column = block.column_mut(d.column);
            for (trial, x) in column.iter_mut().enumerate() {
                *x = ends[end(trial, place, drawn.len())];
            }
        }
        draws.add_up(&mut block);
        compute(scenario, &Timetable::new(scenario), &block, &mut results);
        let moved = |columns: &[BlockColumn]| {
            columns.iter().map(|column| !drawn.is_empty() && column.iter().any(|x| !is_same(*x, column[0]))).collect()
        };
        Reach { measures: moved(&results.measures), cash: moved(&results.cash), roi: moved(&results.roi) }
    }

    /// That of the measures alone.
    pub(super) fn without_fans(&self) -> Self {
        Reach { cash: Vec::new(), roi: Vec::new(), ..self.clone() }
    }
}

/// Where input `place` of `inputs` stands in a trial: 0 at its median, 1 at its lowest, 2 at its highest.
fn end(trial: usize, place: usize, inputs: usize) -> usize {
    let alternate = |trial: usize| 1 + (trial.wrapping_mul(0x9e37_79b9).rotate_left(7) >> (place % 31)) % 2;
    match trial {
        0..3 => trial,
        _ if 3 + 2 * inputs <= BLOCK && trial < 3 + 2 * inputs => {
            if (trial - 3) / 2 == place {
                1 + (trial - 3) % 2
            } else {
                0
            }
        }
        _ => alternate(trial),
    }
}

fn is_same(a: f64, b: f64) -> bool {
    a == b || (a.is_nan() && b.is_nan())
}
