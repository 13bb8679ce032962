//! What would have to be true, in outcomes that people know: from which churn, score or turnover on the case pays.

use super::balance::{Balance, Column, balance};
use delight_model::scenario::{Project, Scenario};
use delight_model::simulate::{Control, Kpi, Measure, Sample, Settings, Side, SimulationError};
use delight_model::statistics::{Estimate, estimated, mean, median, rising_fit};
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

/// The outcomes through which delight becomes money; the others work through these.
const CARRY_MONEY: [&str; 4] = ["churn", "revenue_per_customer", "failures", "turnover"];

/// What the outcomes would have to be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcomes {
    /// From where on the case pays, everything else moving along; those first that most trials reach.
    pub reached: Vec<OutcomeBreakEven>,
    /// Where it just breaks even, all else as on average.
    pub balance: Option<Balance>,
}

/// From which outcomes on a case pays on average, and what each alone would have to be; nothing of a project without a
/// chain, and none that no trial reaches.
///
/// A trial with more of an outcome than another is expected to be worth no less: the mean value given the outcome is
/// fitted so that it never falls ([isotonic regression](rising_fit)), and the case pays from where it is not below zero.
///
/// # Errors
/// [`SimulationError`].
pub fn outcomes(scenario: &Scenario, settings: &Settings, control: &Control) -> Result<Outcomes, SimulationError> {
    let Project::Chain(_) = scenario.project() else { return Ok(Outcomes::default()) };
    let settings = Settings { trials: settings.trials.min(TRIALS), ..*settings };
    let of = |kpi: Kpi| Side::ALL.map(|(side, _)| Measure::Kpi(kpi, side));
    let kpis = OUTCOMES.iter().map(|(_, kpi, _)| *kpi).chain([Kpi::Revenue, Kpi::Customers]);
    let measures: Vec<Measure> = [Measure::Npv, Measure::PvCost].into_iter().chain(kpis.flat_map(of)).collect();
    let columns = Sample::measured(scenario, settings, &measures, control)?;
    let [npv, pv_cost, of_kpis @ ..] = &columns[..] else { return Ok(Outcomes::default()) };
    let [revenue, customers] = [OUTCOMES.len(), OUTCOMES.len() + 1].map(|k| &of_kpis[3 * k..3 * k + 3]);
    let each = |arm: usize| -> Vec<f64> { revenue[arm].iter().zip(&customers[arm]).map(|(r, n)| r / n).collect() };
    let (without, with) = (each(0), each(1));
    let change: Vec<f64> = with.iter().zip(&without).map(|(with, without)| with / without - 1.0).collect();
    let pays = change.iter().all(|x| x.is_finite());
    let kpi = |(k, (key, _, more)): (usize, &(&'static str, Kpi, bool))| {
        let [without, with, change] = [0, 1, 2].map(|side| &of_kpis[3 * k + side][..]);
        (Column { key, with, change, more: *more, relative: false }, without)
    };
    let each = Column { key: "revenue_per_customer", with: &with, change: &change, more: true, relative: true };
    let all: Vec<(Column, &[f64])> =
        OUTCOMES.iter().enumerate().map(kpi).chain(pays.then_some((each, &without[..]))).collect();
    let mut reached: Vec<OutcomeBreakEven> =
        all.iter().filter_map(|(of, without)| break_even_of(npv, of, median(without))).collect();
    reached.sort_by(|a, b| b.chance.value.total_cmp(&a.chance.value));
    let carry: Vec<Column> = all.into_iter().map(|(of, _)| of).filter(|of| CARRY_MONEY.contains(&of.key)).collect();
    let balance = pays.then(|| balance(npv, pv_cost, &carry)).flatten();
    Ok(Outcomes { reached, balance })
}

fn break_even_of(npv: &[f64], of: &Column, without: f64) -> Option<OutcomeBreakEven> {
    let (change, chance) = pays_from(npv, of.change, of.more)?;
    let with = if of.relative { without * (1.0 + change) } else { without + change };
    // Fewer than none leave, fail or resign nowhere.
    (of.more || with > 0.0).then(|| OutcomeBreakEven { key: of.key.to_owned(), without, change, with, chance })
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

#[cfg(test)]
mod tests {
    use super::*;

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
