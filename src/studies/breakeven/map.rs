//! Two inputs together: the result on a grid of both, all other inputs as they were drawn.

use crate::findings::break_even::Target;
use crate::findings::{InputError, InputFacts, check_range, of_assumption, settable};
use delight_model::scenario::Scenario;
use delight_model::simulate::{Instead, Measure, Sample, Settings, each};
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
    /// Median net present value, by row of y from its lowest value, in each row by x; money.
    pub npv_p50: Vec<Vec<Estimate>>,
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
const MOST_TRIALS: usize = 1024;

/// The map of two inputs, each from its P1 to its P99; a fixed one from half to twice its value.
///
/// # Errors
/// [`InputError`] if one of the two cannot be set.
pub fn map(scenario: &Scenario, settings: Settings, target: Target, pair: [String; 2]) -> Result<Map, InputError> {
    let [x, y] = &pair;
    let (free, places) = settable(scenario, &[x, y])?;
    let ends = |place: usize| span(&free, place);
    let ranges = [ends(places[0]), ends(places[1])];
    over(&free, settings, target, [(places[0], ranges[0]), (places[1], ranges[1])], [CELLS; 2])
}

/// The map of two inputs over these ranges, with this many values along each.
///
/// # Errors
/// [`InputError`] if a range is not possible.
pub fn over(
    free: &Scenario,
    settings: Settings,
    target: Target,
    axes: [(usize, [f64; 2]); 2],
    counts: [usize; 2],
) -> Result<Map, InputError> {
    for (place, [from, to]) in axes {
        check_range(free, place, from, to)?;
    }
    let settings = Settings { trials: settings.trials.min(MOST_TRIALS as u64), ..settings };
    let sample = Sample::new(free, settings, &[Measure::Npv]);
    let axis = |k: usize| {
        let (place, [from, to]) = axes[k];
        let step = (to - from) / (counts[k] - 1) as f64;
        let values: Vec<f64> = (0..counts[k]).map(|i| (from + step * i as f64).min(to)).collect();
        Axis { input: of_assumption(free, place), values }
    };
    let [x, y] = [axis(0), axis(1)];
    let cells = each(x.values.len() * y.values.len(), |cell| {
        let (row, column) = (cell / x.values.len(), cell % x.values.len());
        let changes = [(axes[0].0, Instead::Fixed(x.values[column])), (axes[1].0, Instead::Fixed(y.values[row]))];
        let npv = sample.again(sample.trials(), &changes).swap_remove(0);
        [Target::MedianNpv, target].map(|target| estimated(&[&npv], |c| target.margin(c[0])))
    });
    let rows =
        |which: usize| cells.chunks(x.values.len()).map(|r| r.iter().map(|cell| cell[which]).collect()).collect();
    Ok(Map { trials: sample.trials(), npv_p50: rows(0), margin: rows(1), x, y })
}

fn span(scenario: &Scenario, place: usize) -> [f64; 2] {
    let facts = of_assumption(scenario, place);
    let kind = &scenario.assumptions[place].kind;
    if let Some([low, high]) = crate::findings::tails(scenario, place) {
        return [low, high];
    }
    let (half, twice) = match facts.p50 {
        0.0 => (0.0, 1.0),
        x => ((0.5 * x).min(2.0 * x), (0.5 * x).max(2.0 * x)),
    };
    [half.max(kind.min), twice.min(kind.max)]
}
