//! What drives the value of a case, on whose word, and what would have to be true: the short form that every run gives.

use super::breakeven::{BreaksEven, Request, Target, breakeven};
use super::estimate::Estimate;
use super::inputs::{InputFacts, Name, Uncertain, uncertain};
use super::links::{Link, Standing};
use super::replicates::Interval;
use super::sensitivity::{Bootstrap, Runs, indices, variance_share};
use crate::sampling::Sampling;
use crate::scenario::Scenario;
use crate::simulate::{Measure, Sample, Settings, each};
use serde::{Deserialize, Serialize};

/// Most trials of the sample behind the shares of the variance.
pub const MOST_DRIVER_TRIALS: u64 = 1 << 12;
/// Most trials behind each break-even value.
pub const MOST_EVEN_TRIALS: u64 = 1 << 10;
/// Inputs that are kept.
pub const MOST_DRIVERS: usize = 12;
/// Inputs whose break-even value is looked for.
const MOST_EVEN: usize = 5;

/// What drives the net present value of a case.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Drivers {
    /// Trials behind the shares of the variance.
    pub trials: usize,
    /// Trials behind each break-even value.
    pub even_trials: usize,
    /// Number of uncertain inputs, of which the first are kept.
    pub uncertain: usize,
    /// The inputs with the largest shares of the variance, the largest first.
    pub inputs: Vec<Driver>,
    /// Shares of the variance by how well inputs are known.
    pub standings: Vec<OfStanding>,
}

/// One input.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Driver {
    /// Path in the scenario file, or the name of what the model draws by itself.
    pub path: String,
    /// What it means, in English.
    pub meaning: String,
    /// Its key, where other numbers of the case mean the same of something else.
    pub apart: Option<String>,
    /// Unit of its values.
    pub unit: String,
    /// Grade of its evidence: `A` to `D`, `ungraded`, `chance`.
    pub grade: String,
    /// Link of the effect chain.
    pub link: String,
    /// A tenth of its draws lie below.
    pub p10: f64,
    /// Half of its draws lie below.
    pub p50: f64,
    /// A tenth of its draws lie above.
    pub p90: f64,
    /// Share of the variance of the net present value that knowing it would take away.
    pub variance_share: Interval,
    /// What would have to be true of it; looked for only where it can be known and is among the first.
    pub even: Option<Even>,
}

/// What would have to be true of an input for the median net present value to be at least zero.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Even {
    /// The values that were looked at: from, to.
    pub searched: [f64; 2],
    /// Ranges with which the case breaks even; none: with no value.
    pub ranges: Vec<BreaksEven>,
    /// Share of the trials in which the input lies in one of them, by its own prior.
    pub chance: Estimate,
}

/// The inputs of one grade of evidence together, or those without one.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OfStanding {
    /// `A` to `D`, `ungraded`, `chance`.
    pub key: String,
    /// Number of uncertain inputs.
    pub inputs: usize,
    /// Share of the variance that knowing all of them would take away.
    pub first: Interval,
    /// Share of the variance that would be left if all others were known.
    pub total: Interval,
}

impl Driver {
    /// What a reader must know of it.
    pub fn facts(&self) -> InputFacts {
        let grade = Standing::ALL.iter().map(|s| s.key()).find(|key| *key == self.grade).unwrap_or_default();
        let link = Link::ALL.iter().map(|l| l.key()).find(|key| *key == self.link).unwrap_or_default();
        let (path, english, apart) = (self.path.clone(), self.meaning.clone(), self.apart.clone());
        let name = Name { case: None, path: path.clone(), english, apart };
        let (meaning, unit) = (self.meaning.clone(), self.unit.clone());
        InputFacts { path, meaning, name, unit, grade, link, p10: self.p10, p50: self.p50, p90: self.p90 }
    }

    fn new(facts: &InputFacts, variance_share: Interval, even: Option<Even>) -> Self {
        Driver {
            path: facts.path.clone(),
            meaning: facts.name.english.clone(),
            apart: facts.name.apart.clone(),
            unit: facts.unit.clone(),
            grade: facts.grade.to_owned(),
            link: facts.link.to_owned(),
            p10: facts.p10,
            p50: facts.p50,
            p90: facts.p90,
            variance_share,
            even,
        }
    }
}

/// What drives a case; `None` where nothing is uncertain, or nothing that is moves its value.
pub fn drivers(scenario: &Scenario, settings: Settings) -> Option<Drivers> {
    let few = Settings { trials: settings.trials.min(MOST_DRIVER_TRIALS), ..settings };
    let sample = Sample::new(scenario, few, &[Measure::Npv]);
    let npv = sample.results(Measure::Npv);
    if npv.iter().all(|x| *x == npv[0]) {
        return None;
    }
    let inputs = uncertain(&sample);
    let shares = each(inputs.len(), |i| Some(variance_share(sample.draws(inputs[i].place)?, npv)));
    let mut found: Vec<(&Uncertain, Interval)> =
        inputs.iter().zip(shares).filter_map(|(input, share)| Some((input, share?))).collect();
    found.sort_by(|a, b| b.1.value.total_cmp(&a.1.value));
    found.truncate(MOST_DRIVERS);
    let few_even = Settings { trials: settings.trials.min(MOST_EVEN_TRIALS), ..settings };
    let asked: Vec<&Uncertain> = found.iter().map(|f| f.0).filter(|i| i.can_be_known()).take(MOST_EVEN).collect();
    let evens = each(asked.len(), |i| even(scenario, few_even, &asked[i].facts.path));
    let even_of = |input: &Uncertain| asked.iter().position(|a| a.place == input.place).and_then(|i| evens[i].clone());
    Some(Drivers {
        trials: sample.trials(),
        even_trials: few_even.trials as usize,
        uncertain: inputs.len(),
        inputs: found.iter().map(|(input, share)| Driver::new(&input.facts, *share, even_of(input))).collect(),
        standings: standings(&sample, &inputs),
    })
}

fn even(scenario: &Scenario, settings: Settings, path: &str) -> Option<Even> {
    let inputs = [path.to_owned()];
    let found = breakeven(scenario, settings, &Request { inputs: &inputs, map: None, target: Target::MedianNpv }).ok()?;
    let of = found.inputs.into_iter().next()?;
    Some(Even { searched: of.searched, ranges: of.breaks_even, chance: of.chance })
}

/// The second sample's seed: any other than the first's, whatever that is.
const OTHER_SEED: u64 = 0x5EED_0F_B;

/// Sobol' indices of the inputs of each standing, as `delight sensitivity --groups` gives them from more trials.
fn standings(a: &Sample, inputs: &[Uncertain]) -> Vec<OfStanding> {
    let settings = a.settings();
    let other =
        Settings { sampling: Sampling::Lhs, seed: settings.seed ^ OTHER_SEED, trials: (a.trials() as u64).div_ceil(2) };
    let b = Sample::new(a.scenario(), other, &[Measure::Npv]);
    let bootstrap = Bootstrap::new(settings.seed);
    let groups: Vec<(&str, Vec<usize>)> = Standing::ALL
        .iter()
        .map(|s| (s.key(), inputs.iter().filter(|i| i.standing == *s).map(|i| i.place).collect::<Vec<_>>()))
        .filter(|(_, places)| !places.is_empty())
        .collect();
    each(groups.len(), |g| {
        let (key, places) = &groups[g];
        let run = |keep| a.again(b.trials(), &a.mixed(&b, places, keep, b.trials())).swap_remove(0);
        let without = run(true);
        let with = a.is_tied(places).then(|| run(false));
        let runs = Runs {
            a: &a.results(Measure::Npv)[..b.trials()],
            b: b.results(Measure::Npv),
            with: with.as_deref().unwrap_or(&without),
            without: &without,
        };
        let found = indices(&runs, &bootstrap);
        OfStanding { key: (*key).to_owned(), inputs: places.len(), first: found.first, total: found.total }
    })
}
