//! The least lead with which a programme should go on, and what a rule for stopping gains.

use delight_model::statistics::{Estimate, estimated, mean};

/// When a programme is stopped.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum StopRule {
    /// Never.
    Never,
    /// Where the lead is below this.
    Below(f64),
}

impl StopRule {
    /// Whether a programme with this lead is stopped.
    pub fn stops(self, lead: f64) -> bool {
        match self {
            StopRule::Never => false,
            StopRule::Below(at_least) => lead < at_least,
        }
    }
}

/// The rule that a risk-neutral board takes from what it expects of stopping, given the lead: stop below the cut that
/// gathers most of it.
///
/// ```text
/// c* = argmax_c Σ_{lead < c} E[gain of stopping | lead]
/// ```
///
/// Where the expectation falls with the lead this is its root. The cut lies between two neighbouring leads, rounded to
/// three digits; one above all of them is `most`, the largest lead there can be.
pub fn threshold(leads: &[f64], expected: &[f64], most: f64) -> StopRule {
    let mut order: Vec<usize> = (0..leads.len()).collect();
    order.sort_unstable_by(|a, b| leads[*a].total_cmp(&leads[*b]).then(a.cmp(b)));
    let (mut gathered, mut best, mut cut) = (0.0, 0.0, None);
    for (place, &t) in order.iter().enumerate() {
        gathered += expected[t];
        let next = order.get(place + 1).map(|&next| leads[next]);
        if gathered > best && next != Some(leads[t]) {
            (best, cut) = (gathered, Some((leads[t], next)));
        }
    }
    match cut {
        None => StopRule::Never,
        Some((_, None)) => StopRule::Below(most),
        Some((below, Some(above))) => StopRule::Below(rounded(below + 0.5 * (above - below))),
    }
}

/// Three significant digits.
fn rounded(x: f64) -> f64 {
    format!("{x:.2e}").parse().unwrap_or(x)
}

/// What stopping these trials gains on average; money. `gain` is that of stopping each.
pub fn gain_of_rule(stopped: &[bool], gain: &[f64]) -> Estimate {
    let kept: Vec<f64> = stopped.iter().zip(gain).map(|(stopped, gain)| if *stopped { *gain } else { 0.0 }).collect();
    estimated(&[&kept], |c| mean(c[0]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gate::Outlook;
    use delight_model::sampling::{normal_cdf, normal_quantile};
    use delight_model::statistics::known::normals;

    #[test]
    fn a_falling_expectation_is_cut_at_its_root() {
        let leads = [4.0, 1.0, 3.0, 2.0];
        assert_eq!(threshold(&leads, &[-9.0, 5.0, -1.0, 2.0], 10.0), StopRule::Below(2.5));
        assert_eq!(threshold(&leads, &[-1.0; 4], 10.0), StopRule::Never);
        assert_eq!(threshold(&leads, &[1.0; 4], 10.0), StopRule::Below(10.0));
        assert!(!StopRule::Below(2.5).stops(2.5) && StopRule::Below(2.5).stops(2.4));
    }

    #[test]
    fn equal_leads_are_never_cut_apart() {
        assert_eq!(threshold(&[0.0, 0.0, 0.0, 1.0], &[5.0, -1.0, -1.0, -9.0], 10.0), StopRule::Below(0.5));
    }

    /// A programme earns `A` with chance `P` and else loses `B`; a signal with mean 1 or 0 and sd `SD` tells.
    const P: f64 = 0.4;
    const A: f64 = 3.0;
    const B: f64 = 2.0;
    const SD: f64 = 0.6;

    #[test]
    fn of_two_outcomes_and_a_normal_signal_the_best_threshold_is_that_of_bayes() {
        let n = 1 << 14;
        let mut z = normals(2, n);
        let good: Vec<bool> = z[1].iter().map(|z| *z < normal_quantile(P)).collect();
        z[0].iter_mut().zip(&good).for_each(|(z, good)| *z = f64::from(*good) + SD * *z);
        let gain: Vec<f64> = good.iter().map(|good| if *good { -A } else { B }).collect();
        let rule = threshold(&z[0], &Outlook::of(&[&z[0]], &gain).expects(&[&z[0]]), 10.0);
        // P·A·φ((x − 1)/SD) = (1 − P)·B·φ(x/SD)
        let best = 0.5 + SD * SD * ((1.0 - P) * B / (P * A)).ln();
        let StopRule::Below(found) = rule else { panic!("{rule:?}") };
        assert!((found - best).abs() < 0.05, "{found} for {best}");
        let worth = |x: f64| (1.0 - P) * B * normal_cdf(x / SD) - P * A * normal_cdf((x - 1.0) / SD);
        let stopped: Vec<bool> = z[0].iter().map(|lead| rule.stops(*lead)).collect();
        let value = gain_of_rule(&stopped, &gain);
        assert!((value.value - worth(best)).abs() < 4.0 * value.standard_error.unwrap() + 0.002, "{value:?}");
    }

    #[test]
    fn two_signals_are_read_together() {
        // Stopping gains x + y + noise: the best rule gains E[max(0, x + y)] = √2·φ(0).
        let z = normals(3, 1 << 13);
        let gain: Vec<f64> = (0..z[0].len()).map(|t| z[0][t] + z[1][t] + z[2][t]).collect();
        let seen = [z[0].as_slice(), z[1].as_slice()];
        let stopped: Vec<bool> = Outlook::of(&seen, &gain).expects(&seen).iter().map(|e| *e > 0.0).collect();
        let value = gain_of_rule(&stopped, &gain);
        assert!((value.value - std::f64::consts::FRAC_1_PI.sqrt()).abs() < 0.02, "{value:?}");
    }
}
