//! Stop or go on, sunk cost out, and what is worth measuring before the next look.

use super::findings::{MeasureNext, StopOrGo};
use super::sums::{Fact, Mixed};
use delight_model::sampling::REPLICATES;
use delight_model::scenario::actuals::TrackMetric;
use delight_model::statistics::{Estimate, Regression, mean, spline, variance};

/// How many standard errors a choice must lead by.
const CLEAR: f64 = 2.0;

/// What to expect of going on at the next look, by the readings to come: fitted on four replicates, valued on the others.
pub(super) struct Foresight<'a> {
    /// G′ of the chosen trials.
    pub(super) later: &'a [f64],
    /// Their replicates.
    pub(super) replicates: &'a [usize],
}

impl Foresight<'_> {
    /// E[G′ | readings to come], each trial by a fit on the other half of the replicates.
    pub(super) fn expects(&self, seen: &[Vec<f64>]) -> Vec<f64> {
        let mut expected = vec![0.0; self.later.len()];
        let half = |upper: bool| -> Vec<usize> {
            let is = |t: &usize| (self.replicates[*t] >= REPLICATES / 2) == upper;
            (0..self.later.len()).filter(is).collect()
        };
        let halves = [half(false), half(true)];
        for (learn, judge) in [(&halves[0], &halves[1]), (&halves[1], &halves[0])] {
            let predicted = worthwhile(&taken(seen, learn), &rows(self.later, learn), &taken(seen, judge));
            judge.iter().zip(predicted).for_each(|(t, e)| expected[*t] = e);
        }
        expected
    }

    /// The mean over the trials with its value in each replicate.
    fn mean(&self, of: impl Fn(usize) -> f64) -> (f64, [f64; REPLICATES]) {
        let (mut sums, mut counts) = ([0.0; REPLICATES], [0.0; REPLICATES]);
        for (t, r) in self.replicates.iter().enumerate() {
            sums[*r] += of(t);
            counts[*r] += 1.0;
        }
        let all = sums.iter().sum::<f64>() / counts.iter().sum::<f64>().max(1.0);
        (all, std::array::from_fn(|r| sums[r] / counts[r]))
    }
}

fn rows(column: &[f64], at: &[usize]) -> Vec<f64> {
    at.iter().map(|t| column[*t]).collect()
}

fn taken(columns: &[Vec<f64>], at: &[usize]) -> Vec<Vec<f64>> {
    columns.iter().map(|column| rows(column, at)).collect()
}

/// What a fit expects of other trials; the mean where deciding by it gains nothing in those that it learned from.
fn worthwhile(seen: &[Vec<f64>], later: &[f64], others: &[Vec<f64>]) -> Vec<f64> {
    let trials = others.first().map_or(0, Vec::len);
    let Some([own, expected]) = (if later.is_empty() { None } else { fitted(seen, later, others) }) else {
        return vec![mean(later); trials];
    };
    let gain: f64 = later.iter().zip(&own).filter(|(_, expected)| **expected >= 0.0).map(|(later, _)| later).sum();
    if gain > later.iter().sum::<f64>().max(0.0) { expected } else { vec![mean(later); trials] }
}

/// What a fit on some trials expects of them, and of others: a spline of the best straight line through all that is seen,
/// as far as each predicts other replicates; none where nothing does.
fn fitted(seen: &[Vec<f64>], later: &[f64], others: &[Vec<f64>]) -> Option<[Vec<f64>; 2]> {
    let line = Regression::new(seen.to_vec(), &[later]);
    let used = line.best_of(&[0, seen.len()]);
    if used == 0 {
        return None;
    }
    let beta = line.fit(used, None).swap_remove(0);
    let (own, others) = (line.predictions(&beta), line.predictions_of(&beta, others));
    let (middle, sd) = (mean(&own), variance(&own).sqrt().max(f64::MIN_POSITIVE));
    let score = |line: &[f64]| line.iter().map(|x| (x - middle) / sd).collect::<Vec<f64>>();
    let bent = Regression::new(spline(&score(&own)), &[later]);
    let used = bent.best_of(&[1, 2, 4, 8]);
    let beta = bent.fit(used, None).swap_remove(0);
    Some([bent.predictions(&beta), bent.predictions_of(&beta, &spline(&score(&others))[..used])])
}

/// What is worth doing.
///
/// ```text
/// G = NPV of going on − NPV of stopping now        G′ the same at the next look
/// stop 0        go_on E[G]        look_again E[NPV stopped at next − NPV stopped now + max(0, E[G′ | readings to come])]
/// ```
///
/// `expected` is E[G′ | readings to come].
pub(super) fn choice(posterior: &Mixed, ahead: &Foresight, expected: &[f64]) -> StopOrGo {
    let (go_on, each) = (posterior.mean(Fact::Gain), posterior.by_replicate(Fact::Gain));
    // What stopping then saves, in the trials in which the readings will say so.
    let (saved, saved_each) = ahead.mean(|t| if expected[t] < 0.0 { -ahead.later[t] } else { 0.0 });
    // Nobody need follow readings that mislead.
    let (saved, saved_each) = if saved > 0.0 { (saved, saved_each) } else { (0.0, [0.0; REPLICATES]) };
    let look: [f64; REPLICATES] = std::array::from_fn(|r| each[r] + saved_each[r]);
    let mut options = vec![("stop", 0.0, [0.0; REPLICATES]), ("go_on", go_on, each)];
    if saved != 0.0 {
        options.push(("look_again", go_on + saved, look));
    }
    let (then, then_each) = ahead.mean(|t| ahead.later[t]);
    StopOrGo {
        best: best(options),
        then: Estimate::from_replicates(then, &then_each),
        stop: Estimate::exact(0.0),
        go_on: posterior.estimate(Fact::Gain),
        look_again: Estimate::from_replicates(go_on + saved, &look),
        gain_positive: posterior.estimate(Fact::GainPositive),
        sunk: posterior.estimate(Fact::Sunk),
    }
}

/// The option that is worth most, if it leads by enough.
fn best(mut options: Vec<(&str, f64, [f64; REPLICATES])>) -> String {
    options.sort_by(|a, b| b.1.total_cmp(&a.1));
    let (first, second) = (&options[0], &options[1]);
    let leads: Vec<f64> = first.2.iter().zip(&second.2).map(|(a, b)| a - b).collect();
    let lead = Estimate::from_replicates(first.1 - second.1, &leads);
    let clear = lead.standard_error.is_some_and(|error| lead.value > 0.0 && lead.value >= CLEAR * error);
    if clear { first.0.to_owned() } else { "unclear".to_owned() }
}

/// What deciding at the next look by one metric alone is worth, less deciding blind then.
pub(super) fn measure(metric: TrackMetric, ahead: &Foresight, expected: &[f64]) -> MeasureNext {
    let blind = mean(ahead.later) >= 0.0;
    let worth = |t: usize| match (blind, expected[t] >= 0.0) {
        (true, false) => -ahead.later[t],
        (false, true) => ahead.later[t],
        _ => 0.0,
    };
    let (value, each) = ahead.mean(worth);
    let off: Vec<f64> = ahead.later.iter().zip(expected).map(|(later, e)| later - e).collect();
    let left = off.iter().map(|x| x * x).sum::<f64>() / off.len() as f64;
    let all = variance(ahead.later);
    let explained = if all > 0.0 { (1.0 - left / all).max(0.0) } else { 0.0 };
    MeasureNext { metric, value: Estimate::from_replicates(value.max(0.0), &each), explained }
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::statistics::known::normals;

    #[test]
    fn knowing_a_normal_gain_is_worth_its_closed_form() {
        // G′ = x, seen with an error as large: E[G′|q] has the sd 1/√2, and a choice from 0 gains sd/√(2π).
        let z = normals(2, 8_192);
        let q: Vec<f64> = z[0].iter().zip(&z[1]).map(|(x, e)| x + e).collect();
        let replicates: Vec<usize> = (0..8_192).map(|t| t % REPLICATES).collect();
        let ahead = Foresight { later: &z[0], replicates: &replicates };
        let expected = ahead.expects(&[q]);
        let found = measure(TrackMetric::Nps, &ahead, &expected);
        let exact = 0.5_f64.sqrt() / (2.0 * std::f64::consts::PI).sqrt();
        assert!((found.value.value - exact).abs() < 0.02, "{found:?} {exact}");
        assert!((found.explained - 0.5).abs() < 0.03, "{found:?}");
    }

    #[test]
    fn an_option_must_lead_by_two_standard_errors() {
        let noisy: [f64; REPLICATES] = [3.0, -1.0, 3.0, -1.0, 3.0, -1.0, 3.0, -1.0];
        assert_eq!(best(vec![("stop", 0.0, [0.0; 8]), ("go_on", 1.0, noisy)]), "unclear");
        assert_eq!(best(vec![("stop", 0.0, [0.0; 8]), ("go_on", 9.0, [9.0; 8])]), "go_on");
        assert_eq!(best(vec![("stop", 0.0, [0.0; 8]), ("go_on", -9.0, [-9.0; 8])]), "stop");
    }
}
