//! What the rules look at: the case, and a small run of it where a rule needs one.

use super::last_run::LastRun;
use crate::findings::{Uncertain, uncertain};
use crate::run::{Findings, findings};
use crate::run::{StandingShares, standings};
use delight_model::sampling::Distribution;
use delight_model::scenario::{Assumption, Case, ChainCase, Scenario, Value};
use delight_model::simulate::{Control, Engine, Measure, Sample, Settings};
use delight_model::statistics::{Interval, variance_share};
use std::cell::OnceCell;

/// A case under review. What must be simulated is simulated when the first rule asks for it.
pub struct Subject<'a> {
    /// The case.
    pub scenario: &'a Scenario,
    /// How its small run is drawn.
    pub settings: Settings,
    /// What the last run of the case left behind, if any.
    pub last: Option<&'a LastRun>,
    findings: OnceCell<Option<Findings>>,
    sample: OnceCell<Sample<'a>>,
    drivers: OnceCell<Vec<(Uncertain, Interval)>>,
    standings: OnceCell<Vec<StandingShares>>,
}

impl<'a> Subject<'a> {
    /// A case under review.
    pub fn new(scenario: &'a Scenario, settings: Settings, last: Option<&'a LastRun>) -> Self {
        Subject {
            scenario,
            settings,
            last,
            findings: OnceCell::new(),
            sample: OnceCell::new(),
            drivers: OnceCell::new(),
            standings: OnceCell::new(),
        }
    }

    /// The chain of the case; none of a rival project.
    pub fn chain(&self) -> Option<&'a ChainCase> {
        match &self.scenario.case {
            Case::Chain(case) => Some(case),
            Case::CashFlow(_) => None,
        }
    }

    /// The findings of the small run; none where no trial has a result.
    pub fn findings(&self) -> Option<&Findings> {
        let run = || {
            let engine = Engine::new(self.scenario, self.settings);
            let summary = engine.run(0..self.settings.trials, &Control::default()).ok()?;
            findings(self.scenario, &self.settings, &summary)
        };
        self.findings.get_or_init(run).as_ref()
    }

    /// The trials of the small run, with net present value and terminal value.
    pub fn sample(&self) -> &Sample<'a> {
        self.sample.get_or_init(|| Sample::new(self.scenario, self.settings, &[Measure::Npv, Measure::Terminal]))
    }

    /// The uncertain inputs with the share of the variance that knowing each would take away, the largest first.
    pub fn drivers(&self) -> &[(Uncertain, Interval)] {
        self.drivers.get_or_init(|| {
            let (sample, npv) = (self.sample(), self.sample().results(Measure::Npv));
            let inputs = uncertain(sample);
            let share = |i: usize| Some(variance_share(sample.draws(inputs[i].place)?, npv));
            // A sample is computed on all threads already, and its cells are of one thread: shares follow in order.
            let shares: Vec<Option<Interval>> = (0..inputs.len()).map(share).collect();
            let mut found: Vec<_> = inputs.into_iter().zip(shares).filter_map(|(i, s)| Some((i, s?))).collect();
            found.sort_by(|a, b| b.1.value.total_cmp(&a.1.value));
            found
        })
    }

    /// Shares of the variance by how well inputs are known.
    pub fn standings(&self) -> &[StandingShares] {
        self.standings.get_or_init(|| {
            let inputs: Vec<Uncertain> = self.drivers().iter().map(|(input, _)| input.clone()).collect();
            standings(self.sample(), &inputs)
        })
    }

    /// The inputs that bear at least this share of the variance for sure, and that are assumptions of the case.
    pub fn driving(&self, share: f64) -> impl Iterator<Item = (&'a Assumption, Interval)> {
        let assumptions = &self.scenario.assumptions;
        self.drivers()
            .iter()
            .filter(move |(_, found)| found.value >= share && found.low > 0.0)
            .filter_map(|(input, found)| Some((assumptions.get(input.place)?, *found)))
    }
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
