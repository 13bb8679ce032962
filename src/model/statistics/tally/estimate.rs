//! A result with its standard error, from independent replicates.

use super::moments::Moments;

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

/// A value with the standard error that the spread of replicates gives it, both in the value's unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// The value from all trials together.
    pub value: f64,
    /// Standard deviation of the replicates divided by √R.
    pub standard_error: f64,
    /// Number R of replicates.
    pub replicates: usize,
}

impl Estimate {
    /// The pooled value with the standard error sd/√R of `replicates`; `None` below two replicates, or if one of
    /// them is not finite.
    pub fn from_replicates(pooled_value: f64, replicates: &[f64]) -> Option<Self> {
        if !replicates.iter().all(|x| x.is_finite()) {
            return None;
        }
        let mut moments = Moments::new();
        moments.add_slice(replicates);
        let standard_error = moments.sd()? / (replicates.len() as f64).sqrt();
        Some(Self { value: pooled_value, standard_error, replicates: replicates.len() })
    }

    /// Lower and upper end of the 95 % confidence interval, value ∓ t·SE with R − 1 degrees of freedom.
    pub fn interval95(&self) -> (f64, f64) {
        let half_width = student_975(self.replicates.saturating_sub(1)) * self.standard_error;
        (self.value - half_width, self.value + half_width)
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
