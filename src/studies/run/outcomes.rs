//! What would have to be true, in outcomes that people know: from which churn, score or turnover on the case pays.

use delight_model::scenario::{Project, Scenario};
use delight_model::simulate::{Control, Kpi, Measure, Sample, Settings, Side, SimulationError};
use delight_model::statistics::{Estimate, estimated, mean, median};
use serde::{Deserialize, Serialize};

/// The most trials behind it.
const TRIALS: u64 = 4096;
/// An outcome that fewer trials reach than this is no outcome to hope for.
const LEAST_CHANCE: f64 = 0.005;

/// From where on an outcome makes the case pay on average.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutcomeBreakEven {
    /// Its key: that of an indicator, or `revenue_per_customer`.
    pub key: String,
    /// Median in the last twelve months without the programme.
    pub without: f64,
    /// The least change by the programme with which the case pays: in the outcome's own unit, of revenue per customer × of
    /// itself.
    pub change: f64,
    /// The outcome with that change.
    pub with: f64,
    /// Share of the trials that get as far.
    pub chance: Estimate,
}

/// An outcome of the last twelve months: its key, its indicator, and whether more of it is better.
const OUTCOMES: [(&str, Kpi, bool); 7] = [
    ("churn", Kpi::Churn, false),
    ("nps", Kpi::Nps, true),
    ("rating", Kpi::Rating, true),
    ("connected", Kpi::Connected, true),
    ("failures", Kpi::Failures, false),
    ("engaged", Kpi::Engaged, true),
    ("turnover", Kpi::Turnover, false),
];

/// The outcomes from which on a case pays on average, those first that most trials reach; none of a project without a
/// chain, and none that no trial reaches.
///
/// A trial with more of an outcome than another is expected to be worth no less: the mean value given the outcome is
/// fitted so that it never falls ([isotonic regression](rising_fit)), and the case pays from where it is not below zero.
///
/// # Errors
/// [`SimulationError`].
pub fn outcomes(
    scenario: &Scenario,
    settings: &Settings,
    control: &Control,
) -> Result<Vec<OutcomeBreakEven>, SimulationError> {
    let Project::Chain(_) = scenario.project() else { return Ok(Vec::new()) };
    let settings = Settings { trials: settings.trials.min(TRIALS), ..*settings };
    let of = |kpi: Kpi| Side::ALL.map(|(side, _)| Measure::Kpi(kpi, side));
    let kpis = OUTCOMES.iter().map(|(_, kpi, _)| *kpi).chain([Kpi::Revenue, Kpi::Customers]);
    let measures: Vec<Measure> = std::iter::once(Measure::Npv).chain(kpis.flat_map(of)).collect();
    let columns = Sample::measured(scenario, settings, &measures, control)?;
    let npv = &columns[0];
    let sides = |k: usize| &columns[1 + 3 * k..4 + 3 * k];
    let mut found: Vec<OutcomeBreakEven> = Vec::new();
    for (k, (key, _, more)) in OUTCOMES.iter().enumerate() {
        let [without, _, change] = sides(k) else { continue };
        found.extend(pays_from(npv, change, *more).map(|(change, chance)| {
            let without = median(without);
            OutcomeBreakEven { key: (*key).to_owned(), without, change, with: without + change, chance }
        }));
    }
    found.extend(revenue(npv, sides(OUTCOMES.len()), sides(OUTCOMES.len() + 1)));
    found.sort_by(|a, b| b.chance.value.total_cmp(&a.chance.value));
    Ok(found)
}

/// The revenue per customer, and how much of itself it has to rise; none where there is no revenue.
fn revenue(npv: &[f64], revenue: &[Vec<f64>], customers: &[Vec<f64>]) -> Option<OutcomeBreakEven> {
    let each = |arm: usize| -> Vec<f64> { revenue[arm].iter().zip(&customers[arm]).map(|(r, n)| r / n).collect() };
    let (without, with) = (each(0), each(1));
    let change: Vec<f64> = with.iter().zip(&without).map(|(with, without)| with / without - 1.0).collect();
    if !change.iter().all(|x| x.is_finite()) {
        return None;
    }
    let (change, chance) = pays_from(npv, &change, true)?;
    let without = median(&without);
    let key = "revenue_per_customer".to_owned();
    Some(OutcomeBreakEven { key, without, change, with: without * (1.0 + change), chance })
}

/// The least change from which on the value is not expected below zero, and how many trials get as far; none where hardly
/// any does, and where all do.
fn pays_from(npv: &[f64], change: &[f64], more: bool) -> Option<(f64, Estimate)> {
    let sign = if more { 1.0 } else { -1.0 };
    let good: Vec<f64> = change.iter().map(|x| sign * x).collect();
    let least = break_even(npv, &good)?;
    let reached: Vec<f64> = good.iter().map(|x| f64::from(u8::from(*x >= least))).collect();
    let chance = estimated(&[&reached], |c| mean(c[0]));
    (LEAST_CHANCE..1.0).contains(&chance.value).then_some((sign * least, chance))
}

fn break_even(npv: &[f64], good: &[f64]) -> Option<f64> {
    let mut order: Vec<usize> = (0..npv.len()).collect();
    order.sort_unstable_by(|a, b| good[*a].total_cmp(&good[*b]).then(a.cmp(b)));
    let (x, y): (Vec<f64>, Vec<f64>) = order.iter().map(|t| (good[*t], npv[*t])).unzip();
    let fit = rising_fit(&x, &y);
    fit.iter().position(|mean| *mean >= 0.0).map(|place| x[place])
}

/// The least-squares fit of `y` that never falls as `x`, which rises, goes on; equal `x` have equal fits.
///
/// Pool adjacent violators: M. Ayer, H. D. Brunk, G. M. Ewing, W. T. Reid, E. Silverman, "An empirical distribution
/// function for sampling with incomplete information", Annals of Mathematical Statistics 26 (1955) 641–647.
pub fn rising_fit(x: &[f64], y: &[f64]) -> Vec<f64> {
    // Each pool: its sum, its count.
    let mut pools: Vec<(f64, usize)> = Vec::new();
    let mut at = 0;
    for ties in x.chunk_by(|a, b| a == b) {
        let sum = y[at..at + ties.len()].iter().sum();
        at += ties.len();
        pools.push((sum, ties.len()));
        while let [.., (a, n), (b, m)] = pools[..] {
            if a / n as f64 <= b / m as f64 {
                break;
            }
            pools.truncate(pools.len() - 2);
            pools.push((a + b, n + m));
        }
    }
    pools.iter().flat_map(|(sum, count)| std::iter::repeat_n(sum / *count as f64, *count)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fit_that_never_falls_pools_what_does() {
        assert_eq!(rising_fit(&[1.0, 2.0, 3.0, 4.0], &[1.0, 3.0, 2.0, 4.0]), [1.0, 2.5, 2.5, 4.0]);
        assert_eq!(rising_fit(&[1.0, 2.0, 3.0], &[3.0, 2.0, 1.0]), [2.0; 3]);
        assert_eq!(rising_fit(&[0.0, 0.0, 1.0], &[4.0, 0.0, 9.0]), [2.0, 2.0, 9.0]);
        assert!(rising_fit(&[], &[]).is_empty());
    }

    #[test]
    fn a_case_pays_from_where_its_expected_value_crosses_zero() {
        // Value 10·(x − 0.3) with noise that averages out; x from 0 to 1.
        let x: Vec<f64> = (0..4096).map(|t| f64::from(t * 37 % 4096) / 4096.0).collect();
        let noise = |t: usize| if t.is_multiple_of(2) { 1.0 } else { -1.0 };
        let npv: Vec<f64> = x.iter().enumerate().map(|(t, x)| 10.0 * (x - 0.3) + noise(t)).collect();
        let (change, chance) = pays_from(&npv, &x, true).expect("it crosses");
        assert!((change - 0.3).abs() < 0.05 && (chance.value - 0.7).abs() < 0.05, "{change} {chance:?}");
        let falls: Vec<f64> = x.iter().map(|x| -x).collect();
        assert_eq!(pays_from(&npv, &falls, false).map(|(change, _)| -change), Some(change));
        assert!(pays_from(&npv.iter().map(|x| x - 99.0).collect::<Vec<_>>(), &x, true).is_none());
        assert!(pays_from(&npv.iter().map(|x| x + 99.0).collect::<Vec<_>>(), &x, true).is_none());
    }
}
