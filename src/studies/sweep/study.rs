//! The result against the value of an input: bands by dose, the best dose, and how flat the top is.

use super::best::{Best, best, between};
use crate::breakeven::{Cells, Map, Steps, Target, over};
use crate::findings::{
    CaseFacts, InputError, InputFacts, Link, Name, Provenance, Standing, check_range, of_assumption, settable,
};
use delight_model::scenario::Scenario;
use delight_model::simulate::{Control, Instead, Kpi, Measure, Sample, Settings, Side, try_each};
use delight_model::statistics::{Estimate, estimated, mean, quantiles, share_below};
use serde::{Deserialize, Serialize};

/// Trials unless asked otherwise.
pub const TRIALS: u64 = 8_192;

/// What is kept of every trial of a dose.
const MEASURES: [Measure; 4] =
    [Measure::Npv, Measure::Roi, Measure::PvCost, Measure::Kpi(Kpi::Rating, Side::Difference)];

/// A case at several values of one input, all others as they were drawn.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Sweep {
    /// What was simulated.
    pub case: CaseFacts,
    /// How it came about; its trials are those behind each dose.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// The input.
    pub input: InputFacts,
    /// The case at each value, rising.
    pub doses: Vec<Dose>,
    /// The value with the highest mean net present value; none if no dose has one.
    pub best: Option<Best>,
}

/// The case at one value of the input.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Dose {
    /// The value, in the input's unit.
    pub value: f64,
    /// Net present value, money.
    pub npv: Option<Bands>,
    /// Return on investment before tax, over the trials that pay anything; none if none does.
    pub roi: Option<Bands>,
    /// Share of the trials with a net present value below zero.
    pub loss_probability: Estimate,
    /// Present value of the cost before tax, mean, money.
    pub pv_cost: Estimate,
    /// Mean gain of the mean score over the last twelve months, points; none for a project without a chain.
    #[serde(default)]
    pub rating_gain: Option<Estimate>,
}

/// Mean and quantiles of the trials at a dose.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Bands {
    pub mean: Estimate,
    pub p5: Estimate,
    pub p25: Estimate,
    pub p50: Estimate,
    pub p75: Estimate,
    pub p95: Estimate,
}

/// The values of an input to go through.
#[derive(Clone, Debug, PartialEq)]
pub struct Through {
    /// Path of the input.
    pub path: String,
    /// First value.
    pub from: f64,
    /// Last value.
    pub to: f64,
    /// Number of values, 2 at least, at equal steps.
    pub steps: usize,
}

/// Runs the case at each value of the input, on the same draws.
///
/// # Errors
/// [`InputError`] if the input or its range is impossible, or `control` ended the work.
pub fn sweep(
    scenario: &Scenario,
    settings: Settings,
    through: &Through,
    control: &Control,
) -> Result<Sweep, InputError> {
    if through.path == MONTHS {
        return over_horizons(scenario, settings, through, control);
    }
    let (free, places) = settable(scenario, &[&through.path])?;
    let place = places[0];
    check_range(&free, place, through.from, through.to)?;
    let sample = Sample::new(&free, settings, &MEASURES, control)?;
    let steps = through.steps.max(2);
    let value = |i: usize| {
        let share = i as f64 / (steps - 1) as f64;
        if i + 1 == steps { through.to } else { through.from + share * (through.to - through.from) }
    };
    let run = |x: f64| sample.again(sample.trials(), &[(place, Instead::Fixed(x))]);
    let mut values: Vec<f64> = (0..steps).map(value).collect();
    let mut runs = try_each(steps, control, |i| run(values[i]))?;
    // What looks best between two values is run too, so that what is said of it was seen.
    if let Some(better) = between(&values, &npvs(&runs)) {
        let at = values.partition_point(|x| *x < better);
        runs.insert(at, run(better)?);
        values.insert(at, better);
    }
    let beyond = |x: f64| !free.assumptions()[place].kind.allows(x);
    let step = (through.to - through.from).abs() / (steps - 1) as f64;
    let no_more = [beyond(through.from - step), beyond(through.to + step)];
    Ok(Sweep {
        case: CaseFacts::of(scenario),
        provenance: Provenance::new(&settings, sample.trials()),
        input: of_assumption(scenario, place),
        best: best(&values, &npvs(&runs), no_more),
        doses: values.iter().zip(&runs).map(|(value, run)| dose(*value, run)).collect(),
    })
}

fn npvs(runs: &[Vec<Vec<f64>>]) -> Vec<&[f64]> {
    runs.iter().map(|run| run[0].as_slice()).collect()
}

/// The path of the horizon, which no draw decides.
pub const MONTHS: &str = "case.months";

/// The case over each of these horizons, what has no end of its own going on.
fn over_horizons(
    scenario: &Scenario,
    settings: Settings,
    through: &Through,
    control: &Control,
) -> Result<Sweep, InputError> {
    let steps = through.steps.max(2);
    let month = |i: usize| through.from + (through.to - through.from) * i as f64 / (steps - 1) as f64;
    let mut months: Vec<usize> = (0..steps).map(|i| month(i).round().max(0.0) as usize).collect();
    months.dedup();
    let cases: Vec<Scenario> = months
        .iter()
        .map(|months| {
            let value = *months as f64;
            let impossible = |_| InputError::Impossible { path: MONTHS.into(), value, rule: "from 12 to 240".into() };
            scenario.with(MONTHS, &months.to_string()).map_err(impossible)
        })
        .collect::<Result<_, _>>()?;
    let runs = try_each(cases.len(), control, |k| Sample::measured(&cases[k], settings, &MEASURES, control))?;
    let values: Vec<f64> = months.iter().map(|months| *months as f64).collect();
    let doses: Vec<Dose> = values.iter().zip(&runs).map(|(value, run)| dose(*value, run)).collect();
    let now = scenario.months() as f64;
    let (path, english) = (MONTHS.to_owned(), "horizon".to_owned());
    let name = Name { path: path.clone(), english: english.clone(), ..Name::default() };
    Ok(Sweep {
        case: CaseFacts::of(scenario),
        provenance: Provenance::new(&settings, runs.first().map_or(0, |run| run[0].len())),
        input: InputFacts {
            path,
            meaning: english,
            name,
            unit: "months".into(),
            grade: Standing::Ungraded.key().into(),
            link: Link::Value.key().into(),
            p10: now,
            p50: now,
            p90: now,
        },
        best: best(&values, &npvs(&runs), [false; 2]),
        doses,
    })
}

/// A case at several values of two inputs.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SweepTwo {
    /// What was simulated.
    pub case: CaseFacts,
    /// How it came about; its trials are those behind each pair of values.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// The median net present value at each pair.
    pub map: Map,
}

/// The map of two inputs over their ranges.
///
/// # Errors
/// [`InputError`] if one of them or its range is impossible, or `control` ended the work.
pub fn sweep_two(
    scenario: &Scenario,
    settings: Settings,
    through: &[Through; 2],
    control: &Control,
) -> Result<SweepTwo, InputError> {
    let (free, places) = settable(scenario, &[&through[0].path, &through[1].path])?;
    let steps = |k: usize| {
        let Through { from, to, steps, .. } = through[k];
        Steps { place: places[k], from, to, count: steps }
    };
    let cells = Cells { target: Target::MeanNpv, axes: [steps(0), steps(1)] };
    let map = over(&free, settings, &cells, control)?;
    Ok(SweepTwo { case: CaseFacts::of(scenario), provenance: Provenance::new(&settings, map.trials), map })
}

fn dose(value: f64, run: &[Vec<f64>]) -> Dose {
    Dose {
        value,
        npv: bands(&run[0]),
        roi: bands(&run[1]),
        loss_probability: estimated(&[&run[0]], |c| share_below(c[0], 0.0)),
        pv_cost: estimated(&[&run[2]], |c| mean(c[0])),
        rating_gain: Some(estimated(&[&run[3]], |c| mean(c[0]))).filter(|gain| gain.value.is_finite()),
    }
}

/// The bands of the trials that have a value; none if none has.
fn bands(values: &[f64]) -> Option<Bands> {
    let finite = |c: &[f64]| c.iter().copied().filter(|x| x.is_finite()).collect::<Vec<f64>>();
    let mean = estimated(&[values], |c| mean(&finite(c[0])));
    let at = |level: f64| estimated(&[values], |c| quantiles(c[0], [level])[0]);
    mean.value.is_finite().then(|| Bands {
        mean,
        p5: at(0.05),
        p25: at(0.25),
        p50: at(0.5),
        p75: at(0.75),
        p95: at(0.95),
    })
}
