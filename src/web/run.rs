//! A run that grows: its engine, what it remembers of the trials so far, and the value of each of them.

use super::refusal::Refusal;
use delight_model::scenario::{Horizon, LedgerRow, Scenario, ledger};
use delight_model::simulate::{BLOCK, Draws, Engine, KEPT_IN_FANS, Measure, Settings, Summary, Worker};
use delight_studies::findings::fingerprint;
use delight_studies::run::{Findings, findings};
use std::cell::OnceCell;
use std::sync::Arc;

/// Most trials of a run: memory of a page never shrinks.
pub(super) const MOST_TRIALS: u64 = 1_000_000;

/// A run under way.
pub(super) struct Run {
    /// The case that runs.
    pub scenario: Scenario,
    /// How it is drawn.
    pub settings: Settings,
    /// Fingerprint of the case.
    pub fingerprint: String,
    engine: Engine,
    worker: Worker,
    summary: Summary,
    /// Net present value of each trial drawn so far, money.
    pub npv: Vec<f64>,
    ledger: OnceCell<Vec<LedgerRow>>,
}

impl Run {
    /// A run of a case of which nothing is drawn yet, with what the draws of a former run have made already.
    ///
    /// # Errors
    /// [`Refusal`] for a number of trials that cannot be drawn.
    pub(super) fn new(scenario: &Scenario, settings: Settings, former: Option<&Draws>) -> Result<Run, Refusal> {
        if !(1..=MOST_TRIALS).contains(&settings.trials) {
            return Err(Refusal::Trials(format!("a run has 1 to {MOST_TRIALS} trials, found {}", settings.trials)));
        }
        let scenario = scenario.with_horizon(Horizon::Case);
        let engine = match former {
            Some(former) => Engine::with_draws(&scenario.with_horizon(Horizon::Beside), settings, former),
            None => Engine::of_run(&scenario, settings),
        };
        let engine = engine.map_err(|e| Refusal::Trials(e.to_string()))?;
        let (worker, summary) = (engine.worker(), engine.empty_summary(0));
        let fingerprint = fingerprint(&scenario);
        Ok(Run { scenario, settings, fingerprint, engine, worker, summary, npv: Vec::new(), ledger: OnceCell::new() })
    }

    /// The plan of its draws, for a run after this.
    pub(super) fn draws(&self) -> Arc<Draws> {
        self.engine.clone().into_draws()
    }

    /// Every number of the case that runs.
    pub(super) fn ledger(&self) -> &[LedgerRow] {
        self.ledger.get_or_init(|| ledger(&self.scenario))
    }

    /// Number of trials drawn so far.
    pub(super) fn drawn(&self) -> u64 {
        self.npv.len() as u64
    }

    /// Whether all trials are drawn.
    pub(super) fn is_done(&self) -> bool {
        self.drawn() == self.settings.trials
    }

    /// Draws on to this number of trials, at most all.
    pub(super) fn draw(&mut self, until: u64) {
        let until = until.min(self.settings.trials);
        while self.drawn() < until {
            let first = self.drawn();
            // Where counting begins, in the run as a whole, it begins for all that is kept so far.
            let kept = first < KEPT_IN_FANS && self.settings.trials > KEPT_IN_FANS;
            let end = if kept { until.min(KEPT_IN_FANS) } else { until };
            if first == KEPT_IN_FANS {
                self.count();
            }
            let count = (end - first).min(BLOCK as u64) as usize;
            let results = self.worker.block(first).1;
            self.summary.add(first, count, std::slice::from_ref(results));
            self.npv.extend_from_slice(&results.measures[Measure::Npv.index()][..count]);
        }
    }

    /// From here on values are counted on the grids of the whole run.
    fn count(&mut self) {
        let mut counted = self.engine.empty_summary(self.settings.trials);
        counted.merge(&self.summary);
        self.summary = counted;
    }

    /// What is remembered of the trials so far.
    pub(super) fn summary(&self) -> &Summary {
        &self.summary
    }

    /// What the trials so far say; none where none is drawn.
    pub(super) fn findings(&self) -> Option<Findings> {
        findings(&self.scenario, &self.settings, &self.summary)
    }

    /// Digest of the trials so far, as results write it.
    pub(super) fn digest(&self) -> String {
        format!("{:016x}", self.summary.ledger.digest())
    }
}
