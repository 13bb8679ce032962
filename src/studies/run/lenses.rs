//! The case through three lenses on common random numbers, and how much of the distance between them is belief.

use delight_model::evidence::Lens;
use delight_model::scenario::{Assumption, Case, Grade, Scenario, Value};
use delight_model::simulate::{Control, Engine, Kpi, Measure, Settings, Side, SimulationError, Summary};
use delight_model::statistics::Estimate;
use serde::{Deserialize, Serialize};

/// Most trials of each lens: their distance is far larger than what more trials would settle.
pub const MOST_LENS_TRIALS: u64 = 1 << 13;

/// The case through every lens.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LensComparison {
    /// The lens that the other findings are seen through.
    pub own: String,
    /// Trials of each lens, the same draws for all.
    pub trials: u64,
    /// One view a lens, the most cautious first.
    pub views: Vec<LensView>,
    /// Median net present value as published, less that of the calibrated lens; money.
    pub distance: f64,
    /// Median net present value by the authors' claims, less that of the calibrated lens; money.
    pub claimed: f64,
    /// Share of the distance that goes with inputs of grade D, which are belief; none where
    /// what is published brings no more than the calibrated lens does.
    ///
    /// The mean of what these inputs add when they change first and when they change last (their Shapley value).
    pub belief: Option<f64>,
    /// Paths of the inputs that differ between the lenses, with the grade of the calibrated prior.
    pub inputs: Vec<LensInput>,
}

/// An input that the lenses see differently.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LensInput {
    /// Its path.
    pub path: String,
    /// Grade of the calibrated prior.
    pub grade: Option<String>,
    /// What each lens says, as it is written.
    pub written: Vec<String>,
    /// What each lens says, as quantiles.
    #[serde(default)]
    pub values: Vec<LensValue>,
}

/// What a lens says of an input, in its unit.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct LensValue {
    /// The 5 % quantile.
    pub p5: f64,
    /// The median.
    pub p50: f64,
    /// The 95 % quantile.
    pub p95: f64,
}

/// The case through one lens.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LensView {
    /// Its name.
    pub lens: String,
    /// Median net present value, money.
    pub npv: Estimate,
    /// Mean net present value, money.
    pub npv_mean: Estimate,
    /// Share of trials with a net present value below zero.
    pub loss_probability: Estimate,
    /// Median return on investment before tax; none where nothing is paid.
    pub roi: Option<Estimate>,
    /// Median gain of the mean score, points.
    pub rating_gain: Option<Estimate>,
    /// Median share of connected customers with the programme.
    pub connected: Option<Estimate>,
    /// Median gain of revenue in year 5; none where there is no revenue.
    pub revenue_gain: Option<Estimate>,
}

const RATING_GAIN: Measure = Measure::Kpi(Kpi::Rating, Side::Difference);
const CONNECTED: Measure = Measure::Kpi(Kpi::Connected, Side::Programme);

/// The trials that [`compare_lenses`] computes.
pub fn lens_trials(case: &Case, settings: &Settings) -> u64 {
    case.lenses().map_or(0, |lenses| (lenses.len() as u64 + 2) * settings.trials.min(MOST_LENS_TRIALS))
}

/// Runs the case through every lens; `None` for a project without a chain.
///
/// # Errors
/// [`SimulationError::Cancelled`] if `control` said so.
pub fn compare_lenses(
    case: &Case,
    settings: Settings,
    control: &Control,
) -> Result<Option<LensComparison>, SimulationError> {
    let Some(all) = case.lenses() else { return Ok(None) };
    let settings = Settings { trials: settings.trials.min(MOST_LENS_TRIALS), ..settings };
    let run = |scenario: &Scenario| {
        let shown = [Measure::Npv, Measure::Roi, Measure::RevenueGain, RATING_GAIN, CONNECTED];
        Engine::new(scenario, settings)?.run_for(&shown, 0..settings.trials, control)
    };
    let summaries = all.iter().map(run).collect::<Result<Vec<_>, _>>()?;
    let earns = case.scenario().point("customers.revenue_per_year") != Some(0.0);
    let seen: Option<Vec<LensView>> = Lens::ALL.iter().zip(&summaries).map(|(lens, s)| view(*lens, s, earns)).collect();
    let Some(seen) = seen else { return Ok(None) };
    let [calibrated, published, _] = all;
    let (low, high) = (seen[0].npv.value, seen[1].npv.value);
    let median = |scenario: &Scenario| run(scenario).map(|s| s.measured(Measure::Npv).median());
    // What the inputs of grade D add when they change first, and when they change last.
    let believed = |a: &Assumption| a.provenance.grade.is_none_or(|grade| grade == Grade::D);
    let first = median(&exchanged(calibrated, published, believed))?.map(|x| x - low);
    let last = median(&exchanged(calibrated, published, |a| !believed(a)))?.map(|x| high - x);
    let (distance, claimed) = (high - low, seen[2].npv.value - low);
    let belief = match (first, last) {
        (Some(first), Some(last)) if distance > 0.0 => Some(0.5 * (first + last) / distance),
        _ => None,
    };
    // Where what is claimed hardly moves the case, a share of next to nothing says nothing.
    let belief = belief.filter(|share| (0.0..=1.0).contains(share));
    let (own, trials, inputs) = (case.scenario().lens().name().to_owned(), settings.trials, inputs(all));
    Ok(Some(LensComparison { own, trials, views: seen, distance, claimed, belief, inputs }))
}

fn view(lens: Lens, summary: &Summary, earns: bool) -> Option<LensView> {
    let median = |measure| {
        let [p50] = summary.measured(measure).quantiles([0.5])?;
        Some(p50)
    };
    Some(LensView {
        lens: lens.name().to_owned(),
        npv: median(Measure::Npv)?,
        npv_mean: summary.measured(Measure::Npv).mean()?,
        loss_probability: summary.measured(Measure::Npv).share_below(0.0)?,
        roi: median(Measure::Roi),
        rating_gain: median(RATING_GAIN),
        connected: median(CONNECTED),
        revenue_gain: median(Measure::RevenueGain).filter(|_| earns),
    })
}

/// `base` with those assumptions of `other` that `which` picks by what `base` says of them.
fn exchanged(base: &Scenario, other: &Scenario, which: impl Fn(&Assumption) -> bool) -> Scenario {
    base.derived(|mixed| {
        for (own, theirs) in mixed.assumptions.iter_mut().zip(other.assumptions()) {
            if own.value != theirs.value && which(own) {
                own.value = theirs.value.clone();
            }
        }
        // What is fixed has no correlation.
        let fixed = |place: usize| matches!(&mixed.assumptions[place].value, Value::Drawn(d) if d.is_constant());
        mixed.correlations.retain(|c| !c.between.into_iter().any(fixed));
    })
}

fn inputs(all: &[Scenario; 3]) -> Vec<LensInput> {
    let differs =
        |place: &usize| all[1..].iter().any(|s| s.assumptions()[*place].value != all[0].assumptions()[*place].value);
    let one = |place: usize| LensInput {
        path: all[0].assumptions()[place].path.clone(),
        grade: all[0].assumptions()[place].provenance.grade.map(|grade| grade.letter().to_owned()),
        written: all.iter().map(|s| s.assumptions()[place].written.clone()).collect(),
        values: all.iter().filter_map(|s| quantiles(&s.assumptions()[place].value)).collect(),
    };
    (0..all[0].assumptions().len()).filter(differs).map(one).collect()
}

/// None of what is computed from other inputs.
fn quantiles(value: &Value) -> Option<LensValue> {
    let Value::Drawn(d) = value else { return None };
    Some(LensValue { p5: d.quantile(0.05), p50: d.median(), p95: d.quantile(0.95) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::sampling::Sampling;

    fn compared(extra: &str) -> LensComparison {
        let text = format!("[case]\npreset = \"hotel\"\n[programme]\ndelivery = \"full\"\n{extra}");
        let case = Case::from_text("test.toml", &text).expect("a valid case");
        let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 1024 };
        compare_lenses(&case, settings, &Control::default()).expect("not cancelled").expect("a chain")
    }

    #[test]
    fn the_more_is_believed_the_more_a_delivered_programme_is_worth() {
        let seen = compared("");
        let medians: Vec<f64> = seen.views.iter().map(|v| v.npv.value).collect();
        assert!(medians[0] < medians[1] && medians[1] < medians[2], "{medians:?}");
        assert!((seen.distance - (medians[1] - medians[0])).abs() < 1e-6 * seen.distance.abs());
        assert!((seen.claimed - (medians[2] - medians[0])).abs() < 1e-6 * seen.claimed.abs());
        assert!(seen.belief.is_some_and(|share| share > 0.0 && share < 1.0), "{:?}", seen.belief);
    }

    #[test]
    fn a_case_with_numbers_of_its_own_for_every_link_looks_alike_through_every_lens() {
        let own: String = compared("").inputs.iter().map(|input| format!("{} = 1\n", input.path)).collect();
        let case = Case::from_text("test.toml", &format!("case.preset = \"hotel\"\n{own}")).expect("a valid case");
        let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 1024 };
        let seen = compare_lenses(&case, settings, &Control::default()).expect("not cancelled").expect("a chain");
        assert!(seen.inputs.is_empty(), "{:?}", seen.inputs);
        assert_eq!((seen.distance, seen.claimed, seen.belief), (0.0, 0.0, None));
    }
}
