//! What an uncertain sum is worth to an owner: its mean, or less the more the owner minds the risk.

use super::moments::mean;

/// How an owner weighs risk.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RiskAttitude {
    /// Only the mean counts.
    Neutral,
    /// Exponential utility with this risk tolerance, money above zero; infinite: only the mean counts.
    Averse(f64),
}

impl RiskAttitude {
    /// The risk tolerance, money; none of an owner to whom only the mean counts.
    pub fn tolerance(self) -> Option<f64> {
        match self {
            RiskAttitude::Neutral => None,
            RiskAttitude::Averse(tolerance) => Some(tolerance),
        }
    }
}

/// Neutral without a risk tolerance, else averse with it.
impl From<Option<f64>> for RiskAttitude {
    fn from(tolerance: Option<f64>) -> Self {
        tolerance.map_or(RiskAttitude::Neutral, RiskAttitude::Averse)
    }
}

/// The certainty equivalent of equally likely amounts under exponential utility with risk tolerance R; money.
///
/// ```text
/// u(x) = 1 − e^(−x/R);   CE = u⁻¹(E[u]) = −R·ln(E[e^(−x/R)]);   R → ∞:  E[x]
/// ```
///
/// By the largest exponent first (log-sum-exp), so that no amount overflows. NaN of nothing. For a normal it is
/// μ − σ²/2R (Pratt, Econometrica 32 (1964) 122–136).
pub fn certainty_equivalent(amounts: &[f64], attitude: RiskAttitude) -> f64 {
    match attitude {
        RiskAttitude::Averse(tolerance) if tolerance != f64::INFINITY => {
            let least = amounts.iter().copied().fold(f64::INFINITY, f64::min);
            let sum: f64 = amounts.iter().map(|x| libm::exp((least - x) / tolerance)).sum();
            least - tolerance * libm::log(sum / amounts.len() as f64)
        }
        _ => mean(amounts),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::estimated;
    use crate::statistics::known::normals;

    fn averse(amounts: &[f64], tolerance: f64) -> f64 {
        certainty_equivalent(amounts, RiskAttitude::Averse(tolerance))
    }

    #[test]
    fn a_normal_is_worth_its_mean_less_half_its_variance_over_the_tolerance() {
        let z = normals(1, 1 << 13).swap_remove(0);
        for (mean, sd, tolerance) in [(10.0, 2.0, 4.0), (-3.0, 1.0, 0.8), (1e6, 2e5, 5e5)] {
            let values: Vec<f64> = z.iter().map(|z| mean + sd * z).collect();
            let found = estimated(&[&values], |c| averse(c[0], tolerance));
            let expected = mean - sd * sd / (2.0 * tolerance);
            let error = found.standard_error.unwrap();
            assert!((found.value - expected).abs() < 4.0 * error + 1e-3 * sd, "{found:?} should be {expected}");
            assert!(error < 0.02 * sd);
        }
    }

    #[test]
    fn what_is_certain_is_worth_itself_whatever_the_tolerance() {
        for tolerance in [1e-6, 1.0, 1e12, f64::INFINITY] {
            assert_eq!(averse(&[7.5; 64], tolerance), 7.5, "{tolerance}");
            assert_eq!(averse(&[0.0; 64], tolerance), 0.0);
        }
    }

    #[test]
    fn the_less_risk_is_borne_the_nearer_the_worst_case_without_overflow() {
        let x = [-1e9, 0.0, 2e9];
        let at = |tolerance| averse(&x, tolerance);
        assert!((at(1.0) + 1e9).abs() < 2.0);
        assert!((at(1e15) - 1e9 / 3.0).abs() < 1e4);
        assert!(at(1e8) < at(1e9) && at(1e9) < at(1e10));
        // Of two equally likely values the lower one decides: CE → min + R·ln 2.
        assert!((averse(&[-4e9, 5e9], 1e3) - (-4e9 + 1e3 * 2.0_f64.ln())).abs() < 1e-3);
    }

    #[test]
    fn more_tolerance_is_worth_more_and_without_end_the_mean() {
        let values = [-3.0, 0.0, 1.0, 9.0];
        let worth: Vec<f64> = [0.01, 0.5, 2.0, 30.0, 1e7].map(|r| averse(&values, r)).into();
        assert!(worth.windows(2).all(|pair| pair[0] < pair[1]), "{worth:?}");
        assert!((worth[4] - 1.75).abs() < 1e-4);
        assert_eq!(averse(&values, f64::INFINITY), 1.75);
        assert_eq!(certainty_equivalent(&values, RiskAttitude::Neutral), 1.75);
    }
}
