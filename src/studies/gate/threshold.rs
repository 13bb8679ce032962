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

/// What can be read of a metric: thresholds are whole steps, and 0 or large enough to be seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Readable {
    /// Steps in a unit: 100 for whole per cents, 1 for whole points.
    pub steps: f64,
    /// The least size of a threshold that is not 0.
    pub least: f64,
}

/// Up to so many answers thresholds are whole points or per cents; above, tenths of them.
const COARSE_ANSWERS: f64 = 1_000.0;

impl Readable {
    /// What a survey of so many answers, which errs by this standard deviation, can read of a metric whose largest lead
    /// is `most`.
    pub fn of(most: f64, answers: f64, spread: f64) -> Self {
        let whole = if most > 1.0 { 1.0 } else { 100.0 };
        Readable { steps: if answers <= COARSE_ANSWERS { whole } else { 10.0 * whole }, least: 0.5 * spread }
    }

    /// The thresholds between two leads, rising.
    fn between(self, low: f64, high: f64) -> impl Iterator<Item = f64> {
        let steps = (low * self.steps).ceil() as i64..=(high * self.steps).floor() as i64;
        steps.map(move |k| k as f64 / self.steps).filter(move |x| *x == 0.0 || x.abs() >= self.least)
    }
}

/// The rule that a risk-neutral board takes from what it expects of stopping, given the lead as it is read: stop below
/// the readable threshold that gathers most of it.
///
/// ```text
/// c* = argmax_c Σ_{lead < c} E[gain of stopping | lead]
/// ```
///
/// Where the expectation falls with the lead this is next to its root. A rule that gathers no more than stopping all, or
/// none, reads the metric for nothing and is no rule.
pub fn threshold(leads: &[f64], expected: &[f64], readable: Readable) -> StopRule {
    let mut order: Vec<usize> = (0..leads.len()).collect();
    order.sort_unstable_by(|a, b| leads[*a].total_cmp(&leads[*b]).then(a.cmp(b)));
    let (Some(first), Some(last)) = (order.first(), order.last()) else { return StopRule::Never };
    let without_reading = expected.iter().sum::<f64>().max(0.0);
    let (mut best, mut rule, mut gathered, mut place) = (without_reading, StopRule::Never, 0.0, 0);
    for at_least in readable.between(leads[*first], leads[*last]) {
        while order.get(place).is_some_and(|t| leads[*t] < at_least) {
            gathered += expected[order[place]];
            place += 1;
        }
        if gathered > best {
            (best, rule) = (gathered, StopRule::Below(at_least));
        }
    }
    rule
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

    const WHOLE: Readable = Readable { steps: 1.0, least: 0.0 };

    #[test]
    fn a_falling_expectation_is_cut_at_its_root_and_nothing_is_read_where_all_are_stopped() {
        let leads = [4.0, 1.0, 3.0, 2.0];
        assert_eq!(threshold(&leads, &[-9.0, 5.0, -1.0, 2.0], WHOLE), StopRule::Below(3.0));
        assert_eq!(threshold(&leads, &[-1.0; 4], WHOLE), StopRule::Never);
        assert_eq!(threshold(&leads, &[1.0; 4], WHOLE), StopRule::Never);
        assert!(!StopRule::Below(2.5).stops(2.5) && StopRule::Below(2.5).stops(2.4));
    }

    #[test]
    fn a_threshold_is_a_whole_step_and_large_enough_to_be_seen() {
        let leads: Vec<f64> = (0..200).map(|t| f64::from(t) / 20.0 - 3.0).collect();
        let expected: Vec<f64> = leads.iter().map(|lead| 1.4 - lead).collect();
        let cut = |readable| match threshold(&leads, &expected, readable) {
            StopRule::Below(at_least) => at_least,
            StopRule::Never => f64::NAN,
        };
        assert_eq!(cut(WHOLE), 1.0);
        assert_eq!(cut(Readable { steps: 10.0, least: 0.0 }), 1.4);
        // 1 cannot be seen: the nearest that can gathers more than 0.
        assert_eq!(cut(Readable { steps: 1.0, least: 1.5 }), 2.0);
        assert_eq!(Readable::of(200.0, 1e3, 3.0), Readable { steps: 1.0, least: 1.5 });
        assert_eq!(Readable::of(1.0, 5e3, 0.01), Readable { steps: 1000.0, least: 0.005 });
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
        let fine = Readable { steps: 1e3, least: 0.0 };
        let rule = threshold(&z[0], &Outlook::of(&[&z[0]], &gain).expects(&[&z[0]]), fine);
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
