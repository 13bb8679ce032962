//! The sensitivity of a case: its sample, its re-runs, and what they say of every input.

use super::tornado::{Tornado, together, tornado};
use crate::findings::{
    Bundle, CaseFacts, InputFacts, Link, NotStudied, Provenance, Standing, Uncertain, bundles, leading, uncertain,
};
use delight_model::scenario::Scenario;
use delight_model::simulate::{Control, Measure, Sample, Settings, SimulationError, second_of, try_each};
use delight_model::statistics::{
    Bootstrap, Estimate, Indices, Interval, Runs, estimated, indices, mean, median, variance, variance_share,
};
use serde::{Deserialize, Serialize};

/// Trials unless asked otherwise.
pub const TRIALS: u64 = 16_384;
/// What one input costs, in runs of the sample: two eighths for the tornado, a quarter for the indices.
const RUNS_OF_INPUT: f64 = 0.5;

/// What drives the net present value of a case.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Sensitivity {
    /// What was simulated.
    pub case: CaseFacts,
    /// How it came about; its trials are those of the sample that gives the variance shares.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// Trials of each end of the tornado.
    pub tornado_trials: usize,
    /// Trials of each run of the Sobol' indices.
    pub sobol_trials: usize,
    /// Median net present value, money.
    pub npv_p50: Estimate,
    /// Mean net present value, money.
    pub npv_mean: Estimate,
    /// Standard deviation of the net present value, money.
    pub npv_sd: Estimate,
    /// Every uncertain input, in a case of very many those that matter most; the largest swing first.
    pub inputs: Vec<InputSensitivity>,
    /// The others, if there are any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_studied: Option<NotStudied>,
    /// Groups of inputs, if they were asked for.
    pub groups: Option<Groups>,
}

/// What one input does, or several that go together.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct InputSensitivity {
    /// The input; of several that go together the facts of the first, under the name of all (`name.bundle`).
    pub input: InputFacts,
    /// Whether it is correlated with others outside: then shares overlap, and `first` may exceed `total`.
    pub correlated: bool,
    /// The net present value at its P10 and P90.
    pub tornado: Tornado,
    /// Share of the variance that knowing it would take away, from the sample as drawn; of a bundle its first-order index.
    pub variance_share: Interval,
    /// Standard deviation of the net present value that would be left, money.
    pub npv_sd_if_known: Estimate,
    /// First-order Sobol' index.
    pub first: Interval,
    /// Total Sobol' index: with its interactions.
    pub total: Interval,
}

/// Sobol' indices of groups of inputs.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Groups {
    /// By link of the effect chain.
    pub links: Vec<GroupSensitivity>,
    /// By grade of the evidence.
    pub grades: Vec<GroupSensitivity>,
}

/// What a group of inputs does together.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GroupSensitivity {
    /// Key of the link or the grade.
    pub key: String,
    /// Number of uncertain inputs in it.
    pub inputs: usize,
    /// Share of the variance that knowing all of them would take away.
    pub first: Interval,
    /// The same with their interactions with all others.
    pub total: Interval,
}

/// Analyses a case with these settings; `groups` adds the indices of links and grades.
///
/// The sample has as many trials as the settings say, each Sobol' run a quarter of them, each end of the tornado an
/// eighth.
///
/// # Errors
/// [`SimulationError::Cancelled`] if `control` said so.
pub fn sensitivity(
    scenario: &Scenario,
    settings: Settings,
    groups: bool,
    control: &Control,
) -> Result<Sensitivity, SimulationError> {
    let study = Study::new(scenario, settings, control)?;
    let (inputs, not_studied) = leading(&study.a, RUNS_OF_INPUT, |_| true);
    let npv = study.npv();
    let inputs = bundles(scenario, inputs);
    let found = try_each(inputs.len(), control, |i| study.input(&inputs[i]))?;
    let mut found: Vec<InputSensitivity> = found.into_iter().flatten().collect();
    found.sort_by(|a, b| b.tornado.swing.value.abs().total_cmp(&a.tornado.swing.value.abs()));
    let groups = groups.then(|| study.groups(&uncertain(&study.a))).transpose()?;
    Ok(Sensitivity {
        case: CaseFacts::of(scenario),
        provenance: Provenance::new(&settings, study.a.trials()),
        tornado_trials: study.tornado_trials,
        sobol_trials: study.b.trials(),
        npv_p50: estimated(&[npv], |c| median(c[0])),
        npv_mean: estimated(&[npv], |c| mean(c[0])),
        npv_sd: estimated(&[npv], |c| variance(c[0]).sqrt()),
        inputs: found,
        not_studied,
        groups,
    })
}

/// The two independent samples of a case.
struct Study {
    a: Sample,
    b: Sample,
    bootstrap: Bootstrap,
    tornado_trials: usize,
}

impl Study {
    fn new(scenario: &Scenario, settings: Settings, control: &Control) -> Result<Self, SimulationError> {
        let second = second_of(&settings, settings.trials.div_ceil(4));
        Ok(Study {
            a: Sample::new(scenario, settings, &[Measure::Npv], control)?,
            b: Sample::new(scenario, second, &[Measure::Npv], control)?,
            bootstrap: Bootstrap::new(settings.seed, "bootstrap"),
            tornado_trials: (settings.trials / 8).max(1) as usize,
        })
    }

    fn npv(&self) -> &[f64] {
        self.a.results(Measure::Npv)
    }

    fn input(&self, input: &Bundle) -> Result<Option<InputSensitivity>, SimulationError> {
        let places = input.places();
        let tornado = match &places[..] {
            [place] => tornado(&self.a, *place, self.tornado_trials)?,
            all => together(&self.a, all, self.tornado_trials)?,
        };
        let Some(tornado) = tornado else { return Ok(None) };
        let Indices { first, total } = self.indices(&places)?;
        let alone = match &places[..] {
            [place] => self.a.draws(*place).map(|draws| variance_share(draws, self.npv())),
            _ => Some(first),
        };
        let Some(variance_share) = alone else { return Ok(None) };
        Ok(Some(InputSensitivity {
            input: input.facts(),
            correlated: input.is_tied(self.a.scenario()),
            tornado,
            npv_sd_if_known: sd_left(variance(self.npv()).sqrt(), &variance_share),
            variance_share,
            first,
            total,
        }))
    }

    fn indices(&self, places: &[usize]) -> Result<Indices, SimulationError> {
        let trials = self.b.trials();
        let run = |keep| {
            let changes = self.a.mixed(&self.b, places, keep, trials);
            Ok(self.a.again(trials, &changes)?.swap_remove(0))
        };
        let without = run(true)?;
        let with = self.a.is_tied(places).then(|| run(false)).transpose()?;
        let runs = Runs {
            a: &self.npv()[..trials],
            b: self.b.results(Measure::Npv),
            with: with.as_deref().unwrap_or(&without),
            without: &without,
        };
        Ok(indices(&runs, &self.bootstrap))
    }

    fn groups(&self, inputs: &[Uncertain]) -> Result<Groups, SimulationError> {
        let of = |key, member: &dyn Fn(&Uncertain) -> bool| {
            let places: Vec<usize> = inputs.iter().filter(|i| member(i)).map(|i| i.place).collect();
            (key, places)
        };
        let links: Vec<_> = Link::ALL.iter().map(|link| of(link.key(), &|i| i.link == *link)).collect();
        let grades: Vec<_> = Standing::ALL.iter().map(|s| of(s.key(), &|i| i.standing == *s)).collect();
        let all: Vec<_> = links.iter().chain(&grades).filter(|(_, places)| !places.is_empty()).collect();
        let mut found = try_each(all.len(), self.a.control(), |g| {
            let (key, places) = all[g];
            let Indices { first, total } = self.indices(places)?;
            Ok(GroupSensitivity { key: (*key).to_owned(), inputs: places.len(), first, total })
        })?;
        let grades = found.split_off(links.iter().filter(|(_, places)| !places.is_empty()).count());
        Ok(Groups { links: found, grades })
    }
}

/// sd·√(1 − S), with the error that S brings: sd·se/(2√(1 − S)).
fn sd_left(sd: f64, share: &Interval) -> Estimate {
    let left = (1.0 - share.value).sqrt();
    let error = share.standard_error.map(|e| sd * e / (2.0 * left)).filter(|e| e.is_finite());
    Estimate::new(sd * left, error)
}
