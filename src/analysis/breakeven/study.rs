//! What would have to be true: the values of each input from which the case breaks even, and how likely they are.

use super::map::{Map, map};
use super::roots::{Crossing, Range, ranges};
use crate::analysis::estimate::Estimate;
use crate::analysis::findings::{CaseFacts, facts};
use crate::analysis::free::{InputFault, freed};
use crate::analysis::inputs::{InputFacts, of_assumption, uncertain};
use crate::analysis::replicates::{estimated, mean, median, share_below};
use crate::scenario::Scenario;
use crate::simulate::{Instead, Measure, Sample, Settings, each};
use crate::units::{Kind, Shape};
use serde::{Deserialize, Serialize};

/// What it means to break even.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Target {
    /// The median net present value is at least zero.
    MedianNpv,
    /// The probability of a loss is at most this.
    Loss {
        /// The probability, 0 to 1.
        at_most: f64,
    },
}

impl Target {
    /// How far these net present values are on the good side: money, or a share of the trials.
    pub fn margin(self, npv: &[f64]) -> f64 {
        match self {
            Target::MedianNpv => median(npv),
            Target::Loss { at_most } => at_most - share_below(npv, 0.0),
        }
    }
}

/// The break-even values of a case.
#[derive(Clone, Debug, Serialize)]
pub struct Breakeven {
    /// What was simulated.
    pub case: CaseFacts,
    /// Version of the program.
    pub version: &'static str,
    /// Seed of the draws.
    pub seed: u64,
    /// How uniforms were spread.
    pub sampling: String,
    /// Trials behind each value.
    pub trials: usize,
    /// What it means to break even.
    pub target: Target,
    /// Median net present value as things are, money.
    pub npv_p50: Estimate,
    /// Probability of a loss as things are.
    pub loss_probability: Estimate,
    /// The inputs, the likeliest way to break even first.
    pub inputs: Vec<OfInput>,
    /// Two inputs together: those asked for, else those that move the case most.
    pub map: Option<Map>,
}

/// What would have to be true of one input, all others as they were drawn.
#[derive(Clone, Debug, Serialize)]
pub struct OfInput {
    /// The input.
    pub input: InputFacts,
    /// The values that were looked at: from, to.
    pub searched: [f64; 2],
    /// Ranges of values with which the case breaks even; none: with no value. More than one: it comes and goes.
    pub breaks_even: Vec<BreaksEven>,
    /// Share of the trials in which the input lies in one of them, by its own prior.
    pub chance: Estimate,
    /// The best of the values looked at; none if no value gives a result.
    pub best: Option<BestValue>,
    /// How much the margin moves between its P5 and P95: money, or a share of the trials; it only orders the inputs.
    #[serde(skip)]
    pub swing: f64,
}

/// The value of an input that comes nearest to break-even, or goes farthest beyond.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct BestValue {
    /// The value.
    pub value: f64,
    /// How far the case is then on the good side: money, or a share of the trials.
    pub margin: Estimate,
}

/// A range of values with which the case breaks even.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct BreaksEven {
    /// From this value on; none: from the lowest looked at.
    pub from: Option<Estimate>,
    /// Up to this value; none: up to the highest looked at.
    pub to: Option<Estimate>,
}

/// The request for break-even values.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// Inputs by their paths, also fixed ones; empty: every uncertain input.
    pub inputs: &'a [String],
    /// The two inputs of the map; none: those that move the case most.
    pub map: Option<[&'a str; 2]>,
    /// What it means to break even.
    pub target: Target,
}

/// Looks for the break-even values of a case.
///
/// # Errors
/// [`InputFault`] if an input cannot be set.
pub fn breakeven(scenario: &Scenario, settings: Settings, request: &Request) -> Result<Breakeven, InputFault> {
    let named: Vec<&str> = request.inputs.iter().map(String::as_str).collect();
    let (free, places) = freed(scenario, &named)?;
    let sample = Sample::new(&free, settings, &[Measure::Npv]);
    let inputs = match places.is_empty() {
        true => uncertain(&sample).into_iter().filter(|i| i.can_be_known()).map(|i| (i.place, i.facts)).collect(),
        false => places.iter().map(|&place| (place, of_assumption(&free, place))).collect::<Vec<_>>(),
    };
    let search = Search { sample: &sample, target: request.target };
    let mut found = each(inputs.len(), |i| search.input(inputs[i].0, &inputs[i].1));
    found.sort_by(|a, b| b.chance.value.total_cmp(&a.chance.value).then(b.swing.total_cmp(&a.swing)));
    let npv = sample.results(Measure::Npv);
    Ok(Breakeven {
        case: facts(scenario),
        version: env!("CARGO_PKG_VERSION"),
        seed: settings.seed,
        sampling: settings.sampling.to_string(),
        trials: sample.trials(),
        target: request.target,
        npv_p50: estimated(&[npv], |c| median(c[0])),
        loss_probability: estimated(&[npv], |c| share_below(c[0], 0.0)),
        map: pair(scenario, request, &found)?.map(|pair| map(scenario, settings, request.target, pair)).transpose()?,
        inputs: found,
    })
}

/// The two inputs of the map: those named, else those whose swings are largest.
fn pair(scenario: &Scenario, request: &Request, found: &[OfInput]) -> Result<Option<[String; 2]>, InputFault> {
    if let Some(named) = request.map {
        freed(scenario, &named)?;
        return Ok(Some(named.map(str::to_owned)));
    }
    let mut by_swing: Vec<&OfInput> = found.iter().collect();
    by_swing.sort_by(|a, b| b.swing.total_cmp(&a.swing));
    Ok(match by_swing[..] {
        [x, y, ..] => Some([x.input.path.clone(), y.input.path.clone()]),
        _ => None,
    })
}

struct Search<'a> {
    sample: &'a Sample<'a>,
    target: Target,
}

impl Search<'_> {
    fn npv(&self, place: usize, value: f64) -> Vec<f64> {
        self.sample.again(self.sample.trials(), &[(place, Instead::Fixed(value))]).swap_remove(0)
    }

    fn input(&self, place: usize, facts: &InputFacts) -> OfInput {
        let grid = grid(self.sample, place);
        let values: Vec<f64> = grid.iter().map(|x| self.target.margin(&self.npv(place, *x))).collect();
        let error = estimated(&[self.sample.results(Measure::Npv)], |c| self.target.margin(c[0])).standard_error;
        // Nearer to zero than a twentieth of its own error it may as well be zero.
        let negligible = error.unwrap_or(0.0) / 20.0;
        let found = ranges(&grid, &values, negligible, |x| self.target.margin(&self.npv(place, x)));
        let best = grid.iter().zip(&values).filter(|(_, y)| y.is_finite()).max_by(|a, b| a.1.total_cmp(b.1));
        OfInput {
            input: facts.clone(),
            searched: [grid[0], grid[grid.len() - 1]],
            breaks_even: found.iter().map(|range| self.with_errors(place, range)).collect(),
            chance: self.chance(place, &found),
            best: best.map(|(x, _)| self.at(place, *x)),
            swing: swing(self.sample, place, &grid, &values),
        }
    }

    fn at(&self, place: usize, value: f64) -> BestValue {
        let npv = self.npv(place, value);
        BestValue { value, margin: estimated(&[&npv], |c| self.target.margin(c[0])) }
    }

    fn with_errors(&self, place: usize, range: &Range) -> BreaksEven {
        let at = |crossing: Crossing| {
            let npv = self.npv(place, crossing.at);
            let error = estimated(&[&npv], |c| self.target.margin(c[0])).standard_error;
            let error = error.map(|e| e / crossing.slope.abs()).filter(|e| e.is_finite());
            Estimate { value: crossing.at, standard_error: error }
        };
        BreaksEven { from: range.from.map(at), to: range.to.map(at) }
    }

    /// The share of trials in which the input breaks even by its own prior; of a fixed input all or none.
    fn chance(&self, place: usize, found: &[Range]) -> Estimate {
        let holds = |x: f64| {
            let from = |r: &Range| r.from.is_none_or(|c| x >= c.at);
            let to = |r: &Range| r.to.is_none_or(|c| x <= c.at);
            f64::from(u8::from(found.iter().any(|r| from(r) && to(r))))
        };
        match self.sample.draws(place) {
            Some(draws) => {
                let held: Vec<f64> = draws.iter().map(|x| holds(*x)).collect();
                estimated(&[&held], |c| mean(c[0]))
            }
            None => {
                let point = self.sample.scenario().point(&self.sample.names()[place]).unwrap_or(f64::NAN);
                Estimate { value: holds(point), standard_error: None }
            }
        }
    }
}

/// Levels of the prior at which the function is looked at.
const LEVELS: [f64; 7] = [0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999];

/// The values at which a case is looked at: the prior, and as far beyond it as is possible or worth a look.
fn grid(sample: &Sample, place: usize) -> Vec<f64> {
    let assumption = &sample.scenario().assumptions[place];
    let prior: Vec<f64> = match sample.distribution(place) {
        Some(d) => LEVELS.iter().map(|level| d.quantile(*level)).collect(),
        None => vec![sample.scenario().point(&assumption.path).unwrap_or(0.0)],
    };
    let (low, high) = beyond(&assumption.kind, prior[0], prior[prior.len() - 1]);
    let halfway = [0.5 * (low + prior[0]), 0.5 * (high + prior[prior.len() - 1])];
    let mut grid: Vec<f64> = prior.into_iter().chain(halfway).chain([low, high]).collect();
    grid.retain(|x| assumption.kind.allows(*x));
    grid.sort_unstable_by(f64::total_cmp);
    grid.dedup();
    grid
}

/// A share is looked at from its least to its largest value; an amount from its least to ten times its prior; a real
/// number five widths of its prior to either side.
fn beyond(kind: &Kind, low: f64, high: f64) -> (f64, f64) {
    let just_above = |x: f64| if kind.min_included { x } else { x + 1e-6 * (high - x).abs().max(1e-6) };
    let (far_low, far_high) = match kind.shape {
        Shape::Share => (kind.min, kind.max),
        Shape::Amount => (kind.min, 10.0 * high.abs().max(kind.min.abs())),
        Shape::Real => {
            let width = if high > low { high - low } else { high.abs().max(1.0) };
            (low - 5.0 * width, high + 5.0 * width)
        }
    };
    (just_above(far_low.max(kind.min)), far_high.min(kind.max))
}

/// The margin at P95 less that at P5, without sign; 0 for a fixed input.
fn swing(sample: &Sample, place: usize, grid: &[f64], values: &[f64]) -> f64 {
    let Some(d) = sample.distribution(place) else { return 0.0 };
    let at = |level: f64| {
        let x = d.quantile(level);
        grid.iter().position(|g| *g == x).map_or(f64::NAN, |i| values[i])
    };
    let swing = (at(0.95) - at(0.05)).abs();
    if swing.is_finite() { swing } else { 0.0 }
}
