//! The one meaning of a run: simulate, account for every trial, read the findings, hold them against other lenses, the
//! case without its gate, and what drives it.

use super::acceptability::{Acceptability, acceptability, acceptability_trials};
use super::cost_range::{CostRange, cost_range, cost_range_trials};
use super::courses::{Way, way};
use super::drivers::{MOST_DRIVER_TRIALS, drivers};
use super::findings::Findings;
use super::gate_value::{GateValue, gate_trials, gate_value};
use super::lenses::{compare_lenses, lens_trials};
use super::longer::{LongerHorizon, longer_horizons, longer_trials};
use super::outcomes::{Outcomes, outcomes};
use super::precision::run_until;
use super::read::findings;
use delight_model::scenario::{Case, Horizon, Scenario};
use delight_model::simulate::{Block, Control, Engine, Results, Settings, SimulationError, Summary, both};
use delight_model::statistics::tally::LedgerError;
use std::error::Error;
use std::fmt;

/// Trials unless asked otherwise.
pub const TRIALS: u64 = Settings::USUAL_TRIALS;

/// Runs a case: what `summary.json` holds.
///
/// # Errors
/// [`RunError`].
pub fn run(case: &Case, settings: &Settings, control: &Control) -> Result<Findings, RunError> {
    Run::new(*settings).of(case, control).map(|result| result.findings)
}

/// What a run found.
#[derive(Clone, Debug)]
pub struct RunResult {
    /// Its findings.
    pub findings: Findings,
    /// What the gate of the case is worth, if it has one.
    pub gate: Option<GateValue>,
}

/// Why a run gave no findings.
#[derive(Debug)]
pub enum RunError {
    /// The simulation gave no result.
    Simulation(SimulationError),
    /// The trials that were tallied are not those that were to run.
    Ledger(LedgerError),
    /// No trial gave a result.
    NoTrial,
    /// Whoever was to see the trials failed.
    Observer(Box<dyn Error + Send + Sync>),
}

impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RunError::Simulation(error) => error.fmt(f),
            RunError::Ledger(error) => write!(f, "the trials do not add up: {error}"),
            RunError::NoTrial => f.write_str("no trial gave a result"),
            RunError::Observer(error) => error.fmt(f),
        }
    }
}

impl Error for RunError {}

impl From<SimulationError> for RunError {
    fn from(error: SimulationError) -> Self {
        RunError::Simulation(error)
    }
}

/// Whoever sees every trial of a run, in order.
pub trait Observer: Send {
    /// Sees the names of the draws before the first trial.
    ///
    /// # Errors
    /// Its own; they end the run.
    fn begin(&mut self, draws: &[String]) -> Result<(), Box<dyn Error + Send + Sync>>;

    /// Sees the first `count` trials of a block, whose first is the trial `first`.
    ///
    /// # Errors
    /// Its own; they end the run.
    fn see(
        &mut self,
        first: u64,
        count: usize,
        draws: &Block,
        results: &Results,
    ) -> Result<(), Box<dyn Error + Send + Sync>>;
}

/// A run to be made.
pub struct Run<'a> {
    settings: Settings,
    precision: Option<f64>,
    observer: Option<&'a mut dyn Observer>,
}

impl<'a> Run<'a> {
    /// A run of all trials of these settings.
    pub fn new(settings: Settings) -> Self {
        Run { settings, precision: None, observer: None }
    }

    /// The same until its results are as precise as [`run_until`] makes them, however many trials that takes; nobody
    /// observes it.
    pub fn until(self, precision: f64) -> Self {
        Run { precision: Some(precision), ..self }
    }

    /// The same with someone who sees every trial.
    pub fn observed(self, observer: &'a mut dyn Observer) -> Self {
        Run { observer: Some(observer), ..self }
    }

    /// Runs a case.
    ///
    /// # Errors
    /// [`RunError`].
    pub fn of(self, case: &Case, control: &Control) -> Result<RunResult, RunError> {
        let settings = self.settings;
        // A study may be asked for another horizon, a run shows both.
        let case = &case.with_horizon(Horizon::Case);
        let engine = Engine::of_run(case.scenario(), settings)?;
        let (summary, settings) = match (self.precision, self.observer) {
            (Some(precision), _) => run_until(case.scenario(), settings, precision, control)?,
            (None, Some(observer)) => (observed(&engine, observer, control)?, settings),
            (None, None) => (engine.run(0..settings.trials, control)?, settings),
        };
        complete(case, &settings, &summary, control)
    }
}

/// The trials that a run of these settings computes in all, for a bar that shows how far it is.
pub fn trials_of(case: &Case, settings: &Settings) -> u64 {
    let drivers = settings.trials.min(MOST_DRIVER_TRIALS);
    settings.trials
        + gate_trials(case.scenario(), settings)
        + lens_trials(case, settings)
        + drivers
        + cost_range_trials(case.scenario(), settings)
        + acceptability_trials(case.scenario(), settings)
        + longer_trials(case.scenario(), settings)
}

fn observed(engine: &Engine, observer: &mut dyn Observer, control: &Control) -> Result<Summary, RunError> {
    observer.begin(engine.draws().names()).map_err(RunError::Observer)?;
    engine.stream(0..engine.settings().trials, control, |first, count, draws, results| {
        observer.see(first, count, draws, results).map_err(RunError::Observer)
    })
}

/// The way there, and where it leads if it goes on.
fn the_way(
    scenario: &Scenario,
    settings: &Settings,
    control: &Control,
) -> Result<(Way, Vec<LongerHorizon>, Outcomes), SimulationError> {
    let ((way, longer), outcomes) = both(
        || both(|| way(scenario, settings, control), || longer_horizons(scenario, settings, control)),
        || outcomes(scenario, settings, control),
    );
    Ok((way?, longer?, outcomes?))
}

/// What other costs would make of it, and what its effects may cost.
fn costs_of(
    scenario: &Scenario,
    settings: Settings,
    control: &Control,
) -> Result<(Option<CostRange>, Option<Acceptability>), SimulationError> {
    let (costs, accepted) =
        both(|| cost_range(scenario, settings, control), || acceptability(scenario, settings, control));
    Ok((costs?, accepted?))
}

/// What a run found whose trials are all in `summary`.
///
/// # Errors
/// [`RunError`]: the summary must hold each trial of `settings` once.
pub fn complete(case: &Case, settings: &Settings, summary: &Summary, control: &Control) -> Result<RunResult, RunError> {
    let scenario = case.scenario();
    summary.ledger.verify(0..settings.trials).map_err(RunError::Ledger)?;
    // Each has stretches for one thread, in which the other threads do another's work.
    let ((found, gate), ((lenses, drivers), (costs, way))) = both(
        || both(|| findings(scenario, settings, summary), || gate_value(scenario, settings, summary, control)),
        || {
            both(
                || both(|| compare_lenses(case, *settings, control), || drivers(scenario, *settings, control)),
                || both(|| costs_of(scenario, *settings, control), || the_way(scenario, settings, control)),
            )
        },
    );
    let found = found.ok_or(RunError::NoTrial)?;
    let (way, longer, outcomes) = way?;
    let found = Findings {
        by_year: Some(way.by_year),
        by_month: way.by_month,
        longer,
        outcomes: outcomes.reached,
        balance: outcomes.balance,
        ..found
    };
    let (cost_range, acceptability) = costs?;
    let findings = Findings { lenses: lenses?, drivers: drivers?, cost_range, acceptability, ..found };
    Ok(RunResult { findings, gate: gate? })
}
