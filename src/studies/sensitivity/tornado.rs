//! The tornado: what the net present value does when one input moves and all others stay as they were drawn.

use delight_model::simulate::{Instead, Sample, SimulationError};
use delight_model::statistics::{Estimate, estimated, median};
use serde::{Deserialize, Serialize};

/// The levels at which an input is fixed.
pub const LEVELS: [f64; 2] = [0.1, 0.9];

/// The median net present value with one input fixed low and high, all others drawn, in the same trials.
///
/// The partners of a correlated input stay as they were drawn: this is what happens if the input alone is set.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tornado {
    /// The input at its P10.
    pub low: End,
    /// The input at its P90.
    pub high: End,
    /// Median at P90 less median at P10, money.
    pub swing: Estimate,
}

/// One end of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct End {
    /// The value at which the input is fixed, in its unit; of a bundle the level, 0 to 1, at which all of it is.
    pub value: f64,
    /// Median net present value then, money.
    pub npv_p50: Estimate,
}

/// Fixes the input at this place at its P10 and its P90 in the first `trials` trials of a sample whose first measure is
/// the net present value; none if the input is fixed anyway.
///
/// # Errors
/// [`SimulationError::Cancelled`] if the control of the sample said so.
pub fn tornado(sample: &Sample, place: usize, trials: usize) -> Result<Option<Tornado>, SimulationError> {
    let Some([low, high]) = sample.distribution(place).map(|d| LEVELS.map(|level| d.quantile(level))) else {
        return Ok(None);
    };
    let npv = |value| Ok(sample.again(trials, &[(place, Instead::Fixed(value))])?.swap_remove(0));
    Ok(Some(bar(low, high, &npv(low)?, &npv(high)?)))
}

/// The same for inputs that go together: all of them at their P10, all at their P90. What is fixed is the level, so that is
/// the value of each end.
///
/// # Errors
/// [`SimulationError::Cancelled`] if the control of the sample said so.
pub fn together(sample: &Sample, places: &[usize], trials: usize) -> Result<Option<Tornado>, SimulationError> {
    let at = |level: f64| {
        let fixed = |place: &usize| Some((*place, Instead::Fixed(sample.distribution(*place)?.quantile(level))));
        places.iter().map(fixed).collect::<Option<Vec<_>>>()
    };
    let [Some(low), Some(high)] = LEVELS.map(at) else { return Ok(None) };
    let npv = |changes| Ok(sample.again(trials, changes)?.swap_remove(0));
    Ok(Some(bar(LEVELS[0], LEVELS[1], &npv(&low)?, &npv(&high)?)))
}

/// The bar of two runs of the same trials.
pub fn bar(low: f64, high: f64, npv_low: &[f64], npv_high: &[f64]) -> Tornado {
    let end = |value, npv: &[f64]| End { value, npv_p50: estimated(&[npv], |c| median(c[0])) };
    let swing = estimated(&[npv_low, npv_high], |c| median(c[1]) - median(c[0]));
    Tornado { low: end(low, npv_low), high: end(high, npv_high), swing }
}
