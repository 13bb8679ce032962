//! The risk tolerances at which an owner prefers another option.

use delight_model::simulate::{Control, SimulationError, try_each};
use delight_model::statistics::{Estimate, RiskAttitude, certainty_equivalent, estimated, variance};

/// Risk tolerance where none is stated, as a share of annual revenue: what Howard reports of a few large companies (Management
/// Science 34 (1988) 679–695: 6.4 % of sales, 124 % of net income, 15.7 % of equity). A rule of thumb, grade D.
pub const SHARE_OF_REVENUE: f64 = 0.064;

/// A risk tolerance at which the preferred option changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// The risk tolerance at which both are worth the same.
    pub at: Estimate,
    /// Preferred by those who tolerate less risk, by its place.
    pub below: usize,
    /// Preferred by those who tolerate more.
    pub above: usize,
}

/// Tolerances that are looked at, in equal steps of their logarithm.
const STEPS: usize = 49;
/// The least and the largest tolerance looked at, × the largest standard deviation of an option.
const RANGE: [f64; 2] = [0.1, 1000.0];

/// The risk tolerances, rising, at which another option has the highest certainty equivalent.
///
/// Looked at from a tenth of the largest standard deviation to a thousand times it; a preference that comes and goes
/// between two neighbouring tolerances (a fifth apart) is not seen. The standard error is that of the difference of the
/// two certainty equivalents, divided by its slope.
///
/// # Errors
/// [`SimulationError::Cancelled`] if `control` said so.
pub fn turns(options: &[&[f64]], control: &Control) -> Result<Vec<Turn>, SimulationError> {
    let scale = options.iter().map(|o| variance(o).sqrt()).fold(0.0, f64::max);
    if !(scale > 0.0 && scale.is_finite()) {
        return Ok(Vec::new());
    }
    let span = libm::log(RANGE[1] / RANGE[0]);
    let tolerance = |k: usize| scale * RANGE[0] * libm::exp(span * k as f64 / (STEPS - 1) as f64);
    let best = try_each(STEPS, control, |k| Ok(preferred(options, tolerance(k))))?;
    let changes = (1..STEPS).filter(|k| best[*k] != best[k - 1]);
    Ok(changes.map(|k| turn(options, best[k - 1], best[k], [tolerance(k - 1), tolerance(k)])).collect())
}

/// The certainty equivalent to an owner of this risk tolerance, money.
fn at_tolerance(values: &[f64], tolerance: f64) -> f64 {
    certainty_equivalent(values, RiskAttitude::Averse(tolerance))
}

/// The option with the highest certainty equivalent; of equals the first.
fn preferred(options: &[&[f64]], tolerance: f64) -> usize {
    let worth: Vec<f64> = options.iter().map(|o| at_tolerance(o, tolerance)).collect();
    (1..worth.len()).fold(0, |best, k| if worth[k] > worth[best] { k } else { best })
}

fn turn(options: &[&[f64]], below: usize, above: usize, [mut low, mut high]: [f64; 2]) -> Turn {
    const HALVINGS: usize = 40;
    let pair = [options[below], options[above]];
    let lead = |c: &[&[f64]], tolerance: f64| at_tolerance(c[1], tolerance) - at_tolerance(c[0], tolerance);
    for _ in 0..HALVINGS {
        let middle = 0.5 * (low + high);
        if lead(&pair, middle) > 0.0 { high = middle } else { low = middle }
    }
    let value = 0.5 * (low + high);
    let step = 0.01 * value;
    let slope = (lead(&pair, value + step) - lead(&pair, value - step)) / (2.0 * step);
    let error = estimated(&pair, |c| lead(c, value)).standard_error;
    let standard_error = error.map(|e| e / slope.abs()).filter(|e| e.is_finite());
    Turn { at: Estimate::new(value, standard_error), below, above }
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::statistics::known::normals;

    fn normal(z: &[f64], mean: f64, sd: f64) -> Vec<f64> {
        z.iter().map(|z| mean + sd * z).collect()
    }

    fn turned(options: &[&[f64]]) -> Vec<Turn> {
        turns(options, &Control::default()).expect("nobody cancels")
    }

    #[test]
    fn two_normals_are_worth_the_same_at_half_their_variances_over_their_means() {
        // μ₁ − σ₁²/2R = μ₂ − σ₂²/2R at R = (σ₁² − σ₂²)/2(μ₁ − μ₂) = (9 − 1)/2 = 4.
        let z = normals(2, 1 << 13);
        let (bold, safe) = (normal(&z[0], 2.0, 3.0), normal(&z[1], 1.0, 1.0));
        let found = turned(&[&bold, &safe]);
        assert_eq!((found.len(), found[0].below, found[0].above), (1, 1, 0));
        let error = found[0].at.standard_error.expect("eight replicates");
        assert!((found[0].at.value - 4.0).abs() < 4.0 * error + 0.04, "{found:?}");
        assert!(error < 0.4);
    }

    #[test]
    fn nobody_turns_from_an_option_that_is_better_in_every_trial() {
        let z = normals(1, 1 << 10).swap_remove(0);
        assert_eq!(turned(&[&normal(&z, 1.0, 2.0), &normal(&z, 0.0, 2.0)]), []);
        assert_eq!(turned(&[&[1.0; 16], &[2.0; 16]]), []);
    }
}
