//! Two inputs together: the result on a grid of both, all other inputs as they were drawn.

use crate::findings::break_even::Target;
use crate::findings::{InputError, InputFacts, check_range, of_assumption, search_trials, settable};
use delight_model::scenario::Scenario;
use delight_model::simulate::{Control, Instead, Measure, Sample, Settings, try_each};
use delight_model::statistics::{Estimate, estimated};
use serde::{Deserialize, Serialize};

/// The margin over two inputs.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Map {
    /// Trials behind each cell.
    pub trials: usize,
    /// The input along the horizontal axis.
    pub x: Axis,
    /// The input along the vertical axis.
    pub y: Axis,
    /// Net present value, by row of y from its lowest value, in each row by x; money: the median where that is what is looked
    /// for, else the mean.
    #[serde(alias = "npv_p50")]
    pub npv: Vec<Vec<Estimate>>,
    /// How far the case is on the good side of break-even: money, or a share of the trials.
    pub margin: Vec<Vec<Estimate>>,
}

/// One input of a map.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Axis {
    /// The input.
    pub input: InputFacts,
    /// Its values, rising.
    pub values: Vec<f64>,
}

/// Values along each axis.
const CELLS: usize = 17;
/// Trials behind each cell, at most.
const MOST_TRIALS: u64 = 1024;

/// The cells of a map: what its margin is, and the values of both inputs.
#[derive(Clone, Copy, Debug)]
pub struct Cells {
    /// What it means to break even.
    pub target: Target,
    /// Along the horizontal axis and along the vertical one.
    pub axes: [Steps; 2],
}

/// Values of an input at equal steps.
#[derive(Clone, Copy, Debug)]
pub struct Steps {
    /// Its place in the draws.
    pub place: usize,
    /// First value.
    pub from: f64,
    /// Last value.
    pub to: f64,
    /// Number of values, 2 at least.
    pub count: usize,
}

impl Steps {
    fn values(&self) -> Vec<f64> {
        let last = self.count.max(2) - 1;
        let step = (self.to - self.from) / last as f64;
        (0..=last).map(|i| (self.from + step * i as f64).min(self.to)).collect()
    }
}

/// The map of two inputs of the case that `sample` was drawn for, each from its P1 to its P99; a fixed one from half to
/// twice its value.
///
/// # Errors
/// [`InputError`] if one of the two cannot be set, or the work was ended.
pub fn map(sample: &Sample, scenario: &Scenario, target: Target, pair: [String; 2]) -> Result<Map, InputError> {
    let [x, y] = &pair;
    let (free, places) = settable(scenario, &[x, y])?;
    let steps = |place: usize| {
        let [from, to] = span(&free, place);
        Steps { place, from, to, count: CELLS }
    };
    let cells = Cells { target, axes: [steps(places[0]), steps(places[1])] };
    over(&free, *sample.settings(), &cells, sample.control())
}

/// The map of two inputs of a case in which they are free to be set.
///
/// # Errors
/// [`InputError`] if a range is not possible, or `control` ended the work.
pub fn over(free: &Scenario, settings: Settings, cells: &Cells, control: &Control) -> Result<Map, InputError> {
    let Cells { target, axes } = *cells;
    for axis in axes {
        check_range(free, axis.place, axis.from, axis.to)?;
    }
    let settings = Settings { trials: settings.trials.min(search_trials(MOST_TRIALS, free)), ..settings };
    let sample = Sample::new(free, settings, &[Measure::Npv], control)?;
    let [x, y] = axes.map(|steps| Axis { input: of_assumption(free, steps.place), values: steps.values() });
    let cells = try_each(x.values.len() * y.values.len(), control, |cell| {
        let (row, column) = (cell / x.values.len(), cell % x.values.len());
        let values = [x.values[column], y.values[row]].map(Instead::Fixed);
        let changes: Vec<_> = axes.map(|steps| steps.place).into_iter().zip(values).collect();
        let npv = sample.again(sample.trials(), &changes)?.swap_remove(0);
        Ok([target.of_money(), target].map(|target| estimated(&[&npv], |c| target.margin(c[0]))))
    })?;
    let rows =
        |which: usize| cells.chunks(x.values.len()).map(|r| r.iter().map(|cell| cell[which]).collect()).collect();
    Ok(Map { trials: sample.trials(), npv: rows(0), margin: rows(1), x, y })
}

fn span(scenario: &Scenario, place: usize) -> [f64; 2] {
    let facts = of_assumption(scenario, place);
    let kind = &scenario.assumptions()[place].kind;
    if let Some([low, high]) = crate::findings::tails(scenario, place) {
        return [low, high];
    }
    let (half, twice) = match facts.p50 {
        0.0 => (0.0, 1.0),
        x => ((0.5 * x).min(2.0 * x), (0.5 * x).max(2.0 * x)),
    };
    [half.max(kind.min), twice.min(kind.max)]
}
