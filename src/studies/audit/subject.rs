//! What the rules look at: the case, and a small run of it where a rule needs one.

use super::last_run::LastRun;
use crate::findings::{Uncertain, uncertain};
use crate::run::{Findings, findings};
use crate::run::{StandingShares, standings};
use delight_model::sampling::Distribution;
use delight_model::scenario::{Assumption, ChainCase, Project, Scenario, Value};
use delight_model::simulate::{Control, Engine, Measure, Sample, Settings, SimulationError, try_each};
use delight_model::statistics::{Interval, variance_share};
use std::borrow::Cow;

/// A case under review with all that a rule may ask of a small run of it.
pub struct Subject<'a> {
    /// The case.
    pub scenario: &'a Scenario,
    /// What the last run of the case left behind, if any.
    pub last: Option<&'a LastRun>,
    findings: Option<Cow<'a, Findings>>,
    trials: usize,
    drivers: Vec<(Uncertain, Interval)>,
    standings: Vec<StandingShares>,
}

impl<'a> Subject<'a> {
    /// Runs a case under review.
    ///
    /// # Errors
    /// [`SimulationError::Cancelled`] if `control` said so.
    pub fn new(
        scenario: &'a Scenario,
        settings: Settings,
        last: Option<&'a LastRun>,
        control: &Control,
    ) -> Result<Self, SimulationError> {
        let summary = Engine::new(scenario, settings)?.run(0..settings.trials, control)?;
        let sample = Sample::new(scenario, settings, &[Measure::Npv], control)?;
        let drivers = drivers(&sample)?;
        let inputs: Vec<Uncertain> = drivers.iter().map(|(input, _)| input.clone()).collect();
        let standings = standings(&sample, &inputs)?;
        let findings = findings(scenario, &settings, &summary).map(Cow::Owned);
        Ok(Subject { scenario, last, findings, trials: sample.trials(), drivers, standings })
    }

    /// A case with what its run found, for the rules that ask for neither drivers nor a last run.
    pub(super) fn of_run(scenario: &'a Scenario, found: &'a Findings) -> Self {
        let (findings, trials) = (Some(Cow::Borrowed(found)), found.trials as usize);
        Subject { scenario, last: None, findings, trials, drivers: Vec::new(), standings: Vec::new() }
    }

    /// The chain of the case; none of a rival project.
    pub fn chain(&self) -> Option<&'a ChainCase> {
        match self.scenario.project() {
            Project::Chain(case) => Some(case),
            Project::CashFlow(_) => None,
        }
    }

    /// The findings of the small run; none where no trial has a result.
    pub fn findings(&self) -> Option<&Findings> {
        self.findings.as_deref()
    }

    /// The number of trials of the small run.
    pub fn trials(&self) -> usize {
        self.trials
    }

    /// The uncertain inputs with the share of the variance that knowing each would take away, the largest first.
    pub fn drivers(&self) -> &[(Uncertain, Interval)] {
        &self.drivers
    }

    /// Shares of the variance by how well inputs are known.
    pub fn standings(&self) -> &[StandingShares] {
        &self.standings
    }

    /// The inputs that bear at least this share of the variance for sure, and that are assumptions of the case.
    pub fn driving(&self, share: f64) -> impl Iterator<Item = (&'a Assumption, Interval)> {
        let assumptions = self.scenario.assumptions();
        self.drivers()
            .iter()
            .filter(move |(_, found)| found.value >= share && found.low > 0.0)
            .filter_map(|(input, found)| Some((assumptions.get(input.place)?, *found)))
    }
}

fn drivers(sample: &Sample) -> Result<Vec<(Uncertain, Interval)>, SimulationError> {
    let npv = sample.results(Measure::Npv);
    let inputs = uncertain(sample);
    let share = |i: usize| sample.draws(inputs[i].place).map(|draws| variance_share(draws, npv));
    let shares = try_each(inputs.len(), sample.control(), |i| Ok(share(i)))?;
    let mut found: Vec<_> = inputs.into_iter().zip(shares).filter_map(|(i, s)| Some((i, s?))).collect();
    found.sort_by(|a, b| b.1.value.total_cmp(&a.1.value));
    Ok(found)
}

/// Where a number was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// In a file of the case.
    Own,
    /// In the preset of its sector.
    Preset,
    /// Elsewhere in the program.
    Program,
}

impl Origin {
    /// The origin that a place such as `hotel.toml:12` or `preset hotel:40` says.
    pub(super) fn of(place: &str) -> Origin {
        if place.starts_with("preset ") {
            Origin::Preset
        } else if ["defaults:", "lens ", "assessment:"].iter().any(|start| place.starts_with(start)) {
            Origin::Program
        } else {
            Origin::Own
        }
    }

    /// Whether the case itself gives this number.
    pub(super) fn is_own(assumption: &Assumption) -> bool {
        Origin::of(&assumption.provenance.place) == Origin::Own
    }
}

/// The distribution of an assumption that is drawn.
pub(super) fn drawn(assumption: &Assumption) -> Option<&Distribution> {
    match &assumption.value {
        Value::Drawn(distribution) => Some(distribution),
        Value::Sum(_) => None,
    }
}

/// The distribution of an assumption that differs from trial to trial.
pub(super) fn spread(assumption: &Assumption) -> Option<&Distribution> {
    drawn(assumption).filter(|d| !d.is_constant())
}
