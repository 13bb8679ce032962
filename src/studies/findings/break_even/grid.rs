//! The values of an input at which a case is looked at.

use delight_model::simulate::Sample;
use delight_model::units::{Kind, Shape};

/// Levels of the prior at which the function is looked at.
const LEVELS: [f64; 7] = [0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999];

/// The values at which a case is looked at: the prior, and as far beyond it as is possible or worth a look.
pub fn grid(sample: &Sample, place: usize) -> Vec<f64> {
    let assumption = &sample.scenario().assumptions()[place];
    let prior: Vec<f64> = match sample.distribution(place) {
        Some(d) => LEVELS.iter().map(|level| d.quantile(*level)).collect(),
        None => vec![sample.scenario().point(&assumption.path).unwrap_or(0.0)],
    };
    let (low, high) = beyond(&assumption.kind, prior[0], prior[prior.len() - 1]);
    let halfway = [0.5 * (low + prior[0]), 0.5 * (high + prior[prior.len() - 1])];
    let mut grid: Vec<f64> = prior.into_iter().chain(halfway).chain([low, high]).collect();
    grid.retain(|x| assumption.kind.allows(*x));
    grid.sort_unstable_by(f64::total_cmp);
    grid.dedup();
    grid
}

/// A share is looked at from its least to its largest value; an amount from its least to ten times its prior; a real
/// number five widths of its prior to either side.
fn beyond(kind: &Kind, low: f64, high: f64) -> (f64, f64) {
    let just_above = |x: f64| if kind.min_included { x } else { x + 1e-6 * (high - x).abs().max(1e-6) };
    let (far_low, far_high) = match kind.shape {
        Shape::Share => (kind.min, kind.max),
        Shape::Amount => (kind.min, 10.0 * high.abs().max(kind.min.abs())),
        Shape::Real => {
            let width = if high > low { high - low } else { high.abs().max(1.0) };
            (low - 5.0 * width, high + 5.0 * width)
        }
    };
    (just_above(far_low.max(kind.min)), far_high.min(kind.max))
}

/// The margin at P95 less that at P5, without sign; 0 for a fixed input.
pub fn swing(sample: &Sample, place: usize, grid: &[f64], values: &[f64]) -> f64 {
    let Some(d) = sample.distribution(place) else { return 0.0 };
    let at = |level: f64| {
        let x = d.quantile(level);
        grid.iter().position(|g| *g == x).map_or(f64::NAN, |i| values[i])
    };
    let swing = (at(0.95) - at(0.05)).abs();
    if swing.is_finite() { swing } else { 0.0 }
}
