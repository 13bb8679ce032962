//! What an uncertain sum is worth to an owner: its mean, or less the more the owner minds the risk.

/// How an owner weighs risk.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Appetite {
    /// Only the mean counts.
    Neutral,
    /// Exponential utility with this risk tolerance, money above zero.
    Averse(f64),
}

impl Appetite {
    /// The risk tolerance, money; none of an owner to whom only the mean counts.
    pub fn tolerance(self) -> Option<f64> {
        match self {
            Appetite::Neutral => None,
            Appetite::Averse(tolerance) => Some(tolerance),
        }
    }
}

/// The sure amount that is worth as much as these equally likely ones; money.
///
/// ```text
/// CE = −ρ·ln E[e^(−x/ρ)]          ρ → ∞:  E[x]
/// ```
///
/// (Pratt, Econometrica 32 (1964) 122–136.) For a normal x it is mean − variance/(2ρ). The least amount is taken out
/// first, so that no power overflows.
pub fn certainty_equivalent(amounts: &[f64], appetite: Appetite) -> f64 {
    let n = amounts.len() as f64;
    match appetite {
        Appetite::Neutral => amounts.iter().sum::<f64>() / n,
        Appetite::Averse(tolerance) => {
            let least = amounts.iter().copied().fold(f64::INFINITY, f64::min);
            let sum: f64 = amounts.iter().map(|x| libm::exp((least - x) / tolerance)).sum();
            least - tolerance * libm::log(sum / n)
        }
    }
}

/// The mean of the worst `tail` of these equally likely amounts, the last of them counted in part; money.
pub fn expected_shortfall(amounts: &[f64], tail: f64) -> f64 {
    let mut sorted = amounts.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let wanted = tail * sorted.len() as f64;
    let whole = (wanted.floor() as usize).min(sorted.len());
    let part = sorted.get(whole).map_or(0.0, |x| (wanted - whole as f64) * x);
    (sorted[..whole].iter().sum::<f64>() + part) / wanted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::known::normals;

    #[test]
    fn a_normal_sum_is_worth_its_mean_less_half_its_variance_over_the_tolerance() {
        let x: Vec<f64> = normals(1, 1 << 14).swap_remove(0).iter().map(|z| 100.0 + 30.0 * z).collect();
        let found = certainty_equivalent(&x, Appetite::Averse(50.0));
        assert!((found - (100.0 - 900.0 / 100.0)).abs() < 0.05, "{found}");
        assert!((certainty_equivalent(&x, Appetite::Neutral) - 100.0).abs() < 0.01);
    }

    #[test]
    fn the_less_risk_is_borne_the_nearer_the_worst_case_without_overflow() {
        let x = [-1e9, 0.0, 2e9];
        let at = |tolerance| certainty_equivalent(&x, Appetite::Averse(tolerance));
        assert!((at(1.0) + 1e9).abs() < 2.0);
        assert!((at(1e15) - 1e9 / 3.0).abs() < 1e4);
        assert!(at(1e8) < at(1e9) && at(1e9) < at(1e10));
        assert_eq!(certainty_equivalent(&[7.0; 5], Appetite::Averse(3.0)), 7.0);
    }

    #[test]
    fn the_shortfall_is_the_mean_of_the_worst_part() {
        let x: Vec<f64> = (1..=40).rev().map(f64::from).collect();
        assert_eq!(expected_shortfall(&x, 0.05), 1.5);
        // Half of the third worst counts.
        assert!((expected_shortfall(&x, 0.0625) - (1.0 + 2.0 + 1.5) / 2.5).abs() < 1e-12);
    }
}
