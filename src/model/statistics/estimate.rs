//! A value with its standard error from independent replicates, and the intervals that follow from it.

use super::interval::Interval;
use super::tally::Moments;
use crate::sampling::REPLICATES;
use serde::{Deserialize, Deserializer, Serialize};

/// 97.5 % points of Student's t with 1, 2, … degrees of freedom.
const STUDENT: [f64; 20] = [
    12.70620474,
    4.30265273,
    3.182446305,
    2.776445105,
    2.570581836,
    2.446911851,
    2.364624252,
    2.306004135,
    2.262157163,
    2.228138852,
    2.20098516,
    2.17881283,
    2.160368656,
    2.144786688,
    2.131449546,
    2.119905299,
    2.109815578,
    2.10092204,
    2.093024054,
    2.085963447,
];

/// A value and how far it may be off by the luck of the draws.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// The value from all trials together, in the unit of its measure.
    #[serde(deserialize_with = "or_nan")]
    pub value: f64,
    /// Its standard error, in the same unit; none where it cannot be told.
    pub standard_error: Option<f64>,
    /// Number R of the replicates that the error comes from; not written, [`REPLICATES`] when read back.
    #[serde(skip, default = "replicates_of_a_run")]
    pub replicates: usize,
}

fn replicates_of_a_run() -> usize {
    REPLICATES
}

/// Reads a number that was not there, written as null, as NaN again.
///
/// # Errors
/// If it is neither a number nor null.
pub fn or_nan<'a, D: Deserializer<'a>>(deserializer: D) -> Result<f64, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or(f64::NAN))
}

impl Estimate {
    /// A value and its standard error, from the [`REPLICATES`] of a run.
    pub const fn new(value: f64, standard_error: Option<f64>) -> Self {
        Estimate { value, standard_error, replicates: REPLICATES }
    }

    /// A value that no luck moves: its standard error is 0.
    pub const fn exact(value: f64) -> Self {
        Self::new(value, Some(0.0))
    }

    /// A value whose standard error is not known.
    pub const fn without_error(value: f64) -> Self {
        Self::new(value, None)
    }

    /// The share of `n` independent cases in which something holds, with its binomial standard error.
    ///
    /// ```text
    /// SE = √(p·(1 − p)/n)
    /// ```
    pub fn binomial(share: f64, n: usize) -> Self {
        let error = (share * (1.0 - share) / n as f64).sqrt();
        Estimate { value: share, standard_error: Some(error), replicates: n }
    }

    /// The pooled value with the standard error sd/√R of independent replicates; without an error below two
    /// replicates, or if one of them is not finite.
    pub fn from_replicates(value: f64, replicates: &[f64]) -> Self {
        let standard_error = if replicates.iter().all(|x| x.is_finite()) {
            let mut moments = Moments::new();
            moments.add_slice(replicates);
            moments.sd().map(|sd| sd / (replicates.len() as f64).sqrt())
        } else {
            None
        };
        Estimate { value, standard_error, replicates: replicates.len() }
    }

    /// The same with an independent error besides: their squares add up.
    pub fn and_independent(self, error: f64) -> Self {
        let standard_error = self.standard_error.map(|own| libm::hypot(own, error)).filter(|e| e.is_finite());
        Estimate { standard_error, ..self }
    }

    /// The same, but an error of exactly 0 is not known where something `varies`: all that was drawn agreed, which is no
    /// proof that all would.
    pub fn unless_certain(self, varies: bool) -> Self {
        let standard_error = self.standard_error.filter(|error| !varies || *error > 0.0);
        Estimate { standard_error, ..self }
    }

    /// Half the width of the 95 % confidence interval, t·SE with R − 1 degrees of freedom; none without an error.
    pub fn half_width95(&self) -> Option<f64> {
        self.standard_error.map(|error| student_975(self.replicates.saturating_sub(1)) * error)
    }

    /// Lower and upper end of the 95 % confidence interval, value ∓ t·SE; none without an error.
    pub fn interval95(&self) -> Option<(f64, f64)> {
        self.half_width95().map(|half| (self.value - half, self.value + half))
    }

    /// The 95 % interval of a share, which is never shown outside 0 to 1: value and bounds are cut there. Without an
    /// error it is all of 0 to 1.
    ///
    /// An estimator without bias gives negative shares for inputs that matter little; the interval then begins at 0 and
    /// says how much they may matter at most.
    pub fn interval_of_share(&self) -> Interval {
        let cut = |x: f64| x.clamp(0.0, 1.0);
        let half = self.half_width95().unwrap_or(f64::INFINITY);
        Interval {
            value: cut(self.value),
            standard_error: self.standard_error,
            low: cut(self.value - half),
            high: cut(self.value + half),
        }
    }
}

impl From<Interval> for Estimate {
    fn from(interval: Interval) -> Self {
        Estimate::new(interval.value, interval.standard_error)
    }
}

/// The 97.5 % point of Student's t, to 3e-7: a table, and above it the expansion 26.7.5 of M. Abramowitz and
/// I. A. Stegun, "Handbook of Mathematical Functions" (1964), with z = 1.959963984540054 put in.
fn student_975(degrees_of_freedom: usize) -> f64 {
    match degrees_of_freedom.checked_sub(1) {
        None => f64::INFINITY,
        Some(index) if index < STUDENT.len() => STUDENT[index],
        Some(_) => {
            let r = 1.0 / degrees_of_freedom as f64;
            let terms = [1.589_534_053_4, 2.555_849_679_5, 2.822_498_615_7, 2.372_271_230_3, 1.959_963_984_540_054];
            terms.into_iter().fold(0.0, |sum, term| sum * r + term)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn half_width_in_standard_errors(replicates: usize) -> f64 {
        let estimate = Estimate { value: 0.0, standard_error: Some(1.0), replicates };
        estimate.interval95().expect("its error is known").1
    }

    /// P(|T| < t) with t = √ν·tan θ: the integral of cos^(ν − 1), by Simpson's rule.
    fn probability_within(t: f64, degrees_of_freedom: usize) -> f64 {
        let integral = |end: f64| {
            let steps = 20_000;
            let width = end / f64::from(steps);
            let height = |i: i32| (f64::from(i) * width).cos().powi(degrees_of_freedom as i32 - 1);
            let weight = |i: i32| {
                if i == 0 || i == steps { 1.0 } else { f64::from(2 + 2 * (i % 2)) }
            };
            (0..=steps).map(|i| weight(i) * height(i)).sum::<f64>() * width / 3.0
        };
        integral((t / (degrees_of_freedom as f64).sqrt()).atan()) / integral(std::f64::consts::FRAC_PI_2)
    }

    #[test]
    fn the_interval_holds_95_percent_of_students_t() {
        for degrees_of_freedom in (1..=64).chain([100, 1000, 9999]) {
            let within = probability_within(half_width_in_standard_errors(degrees_of_freedom + 1), degrees_of_freedom);
            // The density at the 97.5 % point is at most 0.06, t is good to 3e-7, and there are two sides.
            assert!((within - 0.95).abs() < 4e-8, "{degrees_of_freedom}: {within}");
        }
    }

    #[test]
    fn one_to_five_give_the_textbook_interval() {
        let estimate = Estimate::from_replicates(3.0, &[1.0, 2.0, 3.0, 4.0, 5.0]);
        assert_eq!(estimate.standard_error, Some(2.5_f64.sqrt() / 5_f64.sqrt()));
        let (low, high) = estimate.interval95().expect("its error is known");
        assert!((low - 1.036757).abs() < 1e-6 && (high - 4.963243).abs() < 1e-6, "{low} {high}");
    }

    #[test]
    fn equal_replicates_have_no_error() {
        let estimate = Estimate::from_replicates(0.1, &[0.1; 30]);
        assert_eq!((estimate.standard_error, estimate.interval95()), (Some(0.0), Some((0.1, 0.1))));
    }

    #[test]
    fn below_two_replicates_or_with_nan_the_error_cannot_be_told() {
        for replicates in [&[][..], &[1.0], &[1.0, f64::NAN]] {
            let estimate = Estimate::from_replicates(1.0, replicates);
            assert_eq!((estimate.value, estimate.standard_error, estimate.interval95()), (1.0, None, None));
        }
    }

    #[test]
    fn a_share_is_shown_within_its_range_whatever_the_luck() {
        let shown = Estimate::new(-0.01, Some(0.01)).interval_of_share();
        assert_eq!((shown.value, shown.low), (0.0, 0.0));
        assert!((shown.high - (0.023_646_242_52 - 0.01)).abs() < 1e-12);
        let unknown = Estimate::without_error(0.2).interval_of_share();
        assert_eq!((unknown.low, unknown.high), (0.0, 1.0));
    }

    #[test]
    fn what_is_read_back_has_the_replicates_of_a_run() {
        let written = serde_json::to_string(&Estimate::new(0.1, Some(0.25))).expect("numbers");
        assert_eq!(written, r#"{"value":0.1,"standard_error":0.25}"#);
        let read: Estimate = serde_json::from_str(&written).expect("as written");
        assert_eq!((read, read.replicates), (Estimate::new(0.1, Some(0.25)), REPLICATES));
        let nothing: Estimate = serde_json::from_str(r#"{"value":null,"standard_error":null}"#).expect("as written");
        assert!(nothing.value.is_nan() && nothing.standard_error.is_none());
    }
}
