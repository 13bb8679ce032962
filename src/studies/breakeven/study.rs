//! What would have to be true: the values of each input from which the case breaks even, and how likely they are.

use super::grid::{grid, swing};
use super::map::{Map, map};
use super::roots::{Crossing, Range, ranges};
use crate::findings::{InputFacts, of_assumption, uncertain};
use crate::findings::{InputFault, freed};
use crate::run::{CaseFacts, facts};
use delight_model::scenario::Scenario;
use delight_model::simulate::{Instead, Measure, Sample, Settings, each};
use delight_model::statistics::{Estimate, estimated, median, share_below};
use serde::{Deserialize, Serialize};

/// What it means to break even.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Breakeven {
    /// What was simulated.
    pub case: CaseFacts,
    /// Version of the program.
    pub version: String,
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
#[derive(Clone, Debug, Serialize, Deserialize)]
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
    #[serde(skip, default)]
    pub swing: f64,
}

/// The value of an input that comes nearest to break-even, or goes farthest beyond.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
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
        version: env!("CARGO_PKG_VERSION").into(),
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

    /// The margin at a value: by a quarter of the trials where these leave no doubt of its sign, else by all.
    fn margin(&self, place: usize, value: f64) -> f64 {
        const NO_DOUBT: f64 = 4.0;
        let few = self.sample.again(self.sample.trials() / 4, &[(place, Instead::Fixed(value))]).swap_remove(0);
        let first = estimated(&[&few], |c| self.target.margin(c[0]));
        match first.standard_error {
            Some(error) if first.value.abs() > NO_DOUBT * error => first.value,
            _ => self.target.margin(&self.npv(place, value)),
        }
    }

    fn input(&self, place: usize, facts: &InputFacts) -> OfInput {
        let grid = grid(self.sample, place);
        let values: Vec<f64> = grid.iter().map(|x| self.margin(place, *x)).collect();
        let error = estimated(&[self.sample.results(Measure::Npv)], |c| self.target.margin(c[0])).standard_error;
        // Nearer to zero than a twentieth of its own error it may as well be zero.
        let negligible = error.unwrap_or(0.0) / 20.0;
        let found = ranges(&grid, &values, negligible, |x| self.target.margin(&self.npv(place, x)));
        let breaks_even: Vec<BreaksEven> = found.iter().map(|range| self.with_errors(place, range)).collect();
        let best = grid.iter().zip(&values).filter(|(_, y)| y.is_finite()).max_by(|a, b| a.1.total_cmp(b.1));
        OfInput {
            input: facts.clone(),
            searched: [grid[0], grid[grid.len() - 1]],
            chance: self.chance(place, &breaks_even),
            breaks_even,
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
            Estimate::new(crossing.at, error)
        };
        BreaksEven { from: range.from.map(at), to: range.to.map(at) }
    }

    /// The share of trials in which the input breaks even by its own prior; of a fixed input all or none.
    ///
    /// Its error is that of the replicates and that of the ends of the ranges together.
    fn chance(&self, place: usize, found: &[BreaksEven]) -> Estimate {
        let Some(draws) = self.sample.draws(place) else {
            let point = self.sample.scenario().point(&self.sample.names()[place]).unwrap_or(f64::NAN);
            return Estimate::without_error(f64::from(u8::from(holds(found, point, 0.0))));
        };
        let share = |draws: &[f64], shift: f64| {
            draws.iter().filter(|x| holds(found, **x, shift)).count() as f64 / draws.len() as f64
        };
        let chance = estimated(&[draws], |c| share(c[0], 0.0));
        let of_ends = 0.5 * (share(draws, 1.0) - share(draws, -1.0));
        let error = chance.standard_error.map(|e| (e * e + of_ends * of_ends).sqrt());
        Estimate { standard_error: error, ..chance }
    }
}

/// Whether a value lies in one of the ranges, each widened by `shift` standard errors of its ends.
fn holds(found: &[BreaksEven], x: f64, shift: f64) -> bool {
    let moved = |e: Estimate, by: f64| e.value + by * e.standard_error.unwrap_or(0.0);
    let inside =
        |r: &BreaksEven| r.from.is_none_or(|e| x >= moved(e, -shift)) && r.to.is_none_or(|e| x <= moved(e, shift));
    found.iter().any(inside)
}
