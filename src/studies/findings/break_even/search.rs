//! The search for the values of one input with which a case breaks even, all other inputs as they were drawn.

use super::grid::{grid, swing};
use super::roots::{Crossing, Range, ranges};
use super::target::Target;
use crate::findings::{InputError, InputFacts, of_assumption, settable};
use delight_model::scenario::Scenario;
use delight_model::simulate::{Control, Instead, Measure, Sample, Settings, SimulationError};
use delight_model::statistics::{Estimate, estimated};
use serde::{Deserialize, Serialize};

/// What would have to be true of one input, all others as they were drawn.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct InputBreakEven {
    /// The input.
    pub input: InputFacts,
    /// The values that were looked at: from, to.
    pub searched: [f64; 2],
    /// Ranges of values with which the case breaks even; none: with no value. More than one: it comes and goes.
    pub breaks_even: Vec<BreakEvenRange>,
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
pub struct BreakEvenRange {
    /// From this value on; none: from the lowest looked at.
    pub from: Option<Estimate>,
    /// Up to this value; none: up to the highest looked at.
    pub to: Option<Estimate>,
}

/// Looks for the values of one input, by its path, with which the case is worth doing by its own rule, in trials of
/// its own.
///
/// # Errors
/// [`InputError`] if it cannot be set, or `control` ended the work.
pub fn break_even_of(
    scenario: &Scenario,
    settings: Settings,
    path: &str,
    control: &Control,
) -> Result<InputBreakEven, InputError> {
    let (free, places) = settable(scenario, &[path])?;
    let sample = Sample::new(&free, settings, &[Measure::Npv], control)?;
    let search = BreakEvenSearch { sample: &sample, target: Target::of_rule(scenario.rule()) };
    Ok(search.input(places[0], &of_assumption(&free, places[0]))?)
}

/// A search in the trials of a sample, whose first measure is the net present value.
pub struct BreakEvenSearch<'a> {
    /// The trials.
    pub sample: &'a Sample,
    /// What it means to break even.
    pub target: Target,
}

impl BreakEvenSearch<'_> {
    fn npv(&self, place: usize, value: f64) -> Result<Vec<f64>, SimulationError> {
        Ok(self.sample.again(self.sample.trials(), &[(place, Instead::Fixed(value))])?.swap_remove(0))
    }

    /// The margin at a value: by a quarter of the trials where these leave no doubt of its sign, else by all.
    fn margin(&self, place: usize, value: f64) -> Result<f64, SimulationError> {
        const NO_DOUBT: f64 = 4.0;
        let few = self.sample.again(self.sample.trials() / 4, &[(place, Instead::Fixed(value))])?.swap_remove(0);
        let first = estimated(&[&few], |c| self.target.margin(c[0]));
        Ok(match first.standard_error {
            Some(error) if first.value.abs() > NO_DOUBT * error => first.value,
            _ => self.target.margin(&self.npv(place, value)?),
        })
    }

    /// What would have to be true of the input at this place.
    ///
    /// # Errors
    /// [`SimulationError::Cancelled`] if the control of the sample said so.
    pub fn input(&self, place: usize, facts: &InputFacts) -> Result<InputBreakEven, SimulationError> {
        let grid = grid(self.sample, place);
        let values = grid.iter().map(|x| self.margin(place, *x)).collect::<Result<Vec<f64>, _>>()?;
        let error = estimated(&[self.sample.results(Measure::Npv)], |c| self.target.margin(c[0])).standard_error;
        // Nearer to zero than a twentieth of its own error it may as well be zero.
        let negligible = error.unwrap_or(0.0) / 20.0;
        let exact = |x| Ok(self.target.margin(&self.npv(place, x)?));
        let found = ranges(&grid, &values, negligible, exact)?;
        let breaks_even =
            found.iter().map(|range| self.with_errors(place, range)).collect::<Result<Vec<BreakEvenRange>, _>>()?;
        let best = grid.iter().zip(&values).filter(|(_, y)| y.is_finite()).max_by(|a, b| a.1.total_cmp(b.1));
        Ok(InputBreakEven {
            input: facts.clone(),
            searched: [grid[0], grid[grid.len() - 1]],
            chance: self.chance(place, &breaks_even),
            breaks_even,
            best: best.map(|(x, _)| self.at(place, *x)).transpose()?,
            swing: swing(self.sample, place, &grid, &values),
        })
    }

    fn at(&self, place: usize, value: f64) -> Result<BestValue, SimulationError> {
        let npv = self.npv(place, value)?;
        Ok(BestValue { value, margin: estimated(&[&npv], |c| self.target.margin(c[0])) })
    }

    fn with_errors(&self, place: usize, range: &Range) -> Result<BreakEvenRange, SimulationError> {
        let at = |crossing: Crossing| {
            let npv = self.npv(place, crossing.at)?;
            let error = estimated(&[&npv], |c| self.target.margin(c[0])).standard_error;
            let error = error.map(|e| e / crossing.slope.abs()).filter(|e| e.is_finite());
            Ok(Estimate::new(crossing.at, error))
        };
        Ok(BreakEvenRange { from: range.from.map(at).transpose()?, to: range.to.map(at).transpose()? })
    }

    /// The share of trials in which the input breaks even by its own prior; of a fixed input all or none.
    ///
    /// Its error is that of the replicates and that of the ends of the ranges together.
    fn chance(&self, place: usize, found: &[BreakEvenRange]) -> Estimate {
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
fn holds(found: &[BreakEvenRange], x: f64, shift: f64) -> bool {
    let moved = |e: Estimate, by: f64| e.value + by * e.standard_error.unwrap_or(0.0);
    let inside =
        |r: &BreakEvenRange| r.from.is_none_or(|e| x >= moved(e, -shift)) && r.to.is_none_or(|e| x <= moved(e, shift));
    found.iter().any(inside)
}
