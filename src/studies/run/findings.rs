//! What a run found: the answer in numbers, each with its standard error. Its keys are those of `summary.json`.

use super::acceptability::Acceptability;
use super::balance::Balance;
use super::cost_range::CostRange;
use super::courses::{ByMonth, ByYear};
use super::delivery::DeliveryResult;
use super::drivers::Drivers;
use super::effectiveness::CostEffectiveness;
use super::lenses::LensComparison;
use super::longer::LongerHorizon;
use super::outcomes::OutcomeBreakEven;
use super::plausibility::Plausibility;
use super::proposal::Proposal;
use crate::findings::{Band, CaseFacts, Estimates, Fan, Spread};
use delight_model::scenario::Note;
use delight_model::statistics::Estimate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Version of the keys of [`Findings`]: raised when one changes its meaning or goes away.
pub const FORMAT: u32 = 2;

/// All that a run found.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Findings {
    /// What was simulated.
    pub case: CaseFacts,
    /// Version of these keys: [`FORMAT`].
    pub format: u32,
    /// Version of the program.
    pub version: String,
    /// Seed of the draws.
    pub seed: u64,
    /// Number of trials.
    pub trials: u64,
    /// How uniforms were spread: `sobol`, `lhs` or `random`.
    pub sampling: String,
    /// Digest of the value, benefit and cost of every trial: equal digests mean equal results, but for one chance in 2⁶⁴.
    pub digest: String,
    /// Share of trials by outcome of the delivery draw.
    pub delivery: Option<Estimates>,
    /// What is proposed: what is bought, for how much, for how long, for whom.
    #[serde(default)]
    pub proposal: Option<Proposal>,
    /// Net present value, money.
    pub npv: Spread,
    /// Share of trials in ranges of net present value.
    pub npv_histogram: Histogram,
    /// Share of trials with a net present value below zero.
    pub loss_probability: Estimate,
    /// How likely a loss is if the programme costs less or more; none for a project without a chain.
    pub cost_range: Option<CostRange>,
    /// Mean net present value of the worst 5 % of the trials, money.
    pub expected_shortfall_5: Estimate,
    /// The value with run-off, beside that of the horizon; none where the case has no run-off.
    #[serde(default)]
    pub run_off: Option<RunOff>,
    /// Return on investment before tax, where anything was paid.
    pub roi: Option<Spread>,
    /// Annual internal rate of return.
    pub irr: Irr,
    /// Months until cumulative cash stays above zero.
    pub payback_months: Payback,
    /// The same for discounted cash.
    pub discounted_payback_months: Payback,
    /// Deepest cumulative cash, money.
    pub peak_funding: Spread,
    /// Present value of the benefit before tax, money.
    pub pv_benefit: Spread,
    /// Present value of the cost before tax, money.
    pub pv_cost: Spread,
    /// Mean value after the horizon, part of the net present value; money.
    pub terminal: Estimate,
    /// The same case over longer horizons, the programme going on; none for a project without a chain.
    #[serde(default)]
    pub longer: Vec<LongerHorizon>,
    /// Mean gain of customer equity at the horizon, not part of the net present value; money.
    pub customer_equity: Option<Estimate>,
    /// What a connected customer and a point of the mean score cost; only where no revenue depends on delight.
    pub cost_effectiveness: Option<CostEffectiveness>,
    /// How likely it is to be worth its cost, by what a unit of effect is worth; only where no revenue depends on delight.
    #[serde(default)]
    pub acceptability: Option<Acceptability>,
    /// Mean of each piece of the value bridge, present value; they sum to the mean of `pv_benefit`.
    pub bridge: Estimates,
    /// The case if the programme is delivered in full, in part, harmfully, not at all.
    pub by_delivery: BTreeMap<String, DeliveryResult>,
    /// Indicators of the chain in the last twelve months.
    pub kpis: BTreeMap<String, Indicator>,
    /// Cumulative cash and return by month.
    pub fan: Vec<FanMonth>,
    /// Profit and cash by year.
    #[serde(default)]
    pub by_year: Option<ByYear>,
    /// Indicators of the chain by month, with their bands; none for a project without a chain.
    #[serde(default)]
    pub by_month: Option<ByMonth>,
    /// The same case through three lenses; none for a project without a chain.
    pub lenses: Option<LensComparison>,
    /// What drives the value, and what would have to be true; none where nothing is uncertain.
    pub drivers: Option<Drivers>,
    /// From which outcomes on the case pays on average; none for a project without a chain.
    #[serde(default)]
    pub outcomes: Vec<OutcomeBreakEven>,
    /// What one outcome alone would have to be, all else as on average; none where that is not known.
    #[serde(default)]
    pub balance: Option<Balance>,
    /// What the literature says of results like these.
    pub plausibility: Vec<Plausibility>,
    /// What the reader should know of how the scenario was understood.
    pub notes: Vec<Note>,
    /// Ids of the audit's rules that must hold and that this case breaks; filled in by a review, not by the run itself.
    #[serde(default)]
    pub must_mend: Vec<String>,
}

impl Findings {
    /// Checks that the lists fit one another, as those of a run do; what was changed by hand may not.
    ///
    /// # Errors
    /// Where they do not.
    pub fn verify(&self) -> Result<(), String> {
        let months = self.case.months;
        if !(1..=MOST_MONTHS).contains(&months) {
            return Err(format!("case.months must be from 1 to {MOST_MONTHS}, found {months}"));
        }
        let (edges, shares) = (self.npv_histogram.edges.len(), self.npv_histogram.shares.len());
        if shares == 0 || edges != shares + 1 {
            return Err(format!("npv_histogram must have an edge more than shares, found {edges} and {shares}"));
        }
        if self.fan.len() != months || self.fan.iter().enumerate().any(|(i, fan)| fan.month != i + 1) {
            return Err(format!("fan must have the months 1 to {months}"));
        }
        if self.by_year.as_ref().is_some_and(|found| found.years.len() != 1 + months.div_ceil(12)) {
            return Err(format!("by_year must have the years 0 to {}", months.div_ceil(12)));
        }
        if self.by_month.as_ref().is_some_and(|found| !found.fits(months)) {
            return Err(format!("by_month must have the months 1 to {months}"));
        }
        Ok(())
    }
}

/// The value of the same trials with the months after the horizon, in which the programme has ended and its effects fade.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct RunOff {
    /// Months after the horizon.
    pub months: usize,
    /// Net present value, money.
    pub npv: Spread,
    /// Share of trials with a net present value below zero.
    pub loss_probability: Estimate,
}

/// The longest horizon of a case.
const MOST_MONTHS: usize = 240;

/// Shares of the trials in equally wide ranges; zero is an edge where it lies within. The outermost half per cent on
/// either side is left out.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Histogram {
    /// Edges, one more than shares.
    pub edges: Vec<f64>,
    /// Share of all trials in each range.
    pub shares: Vec<f64>,
}

/// The internal rate of return over the trials that have exactly one.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Irr {
    /// Its distribution; none where no trial has exactly one.
    #[serde(flatten)]
    pub spread: Option<Spread>,
    /// Share of trials without any.
    pub none: Estimate,
    /// Share of trials with several.
    pub several: Estimate,
    /// Share of trials in which money comes first and is paid back later: their one rate is the price of a loan.
    #[serde(default = "never")]
    pub loan: Estimate,
    /// That price, a year; none where no trial is a loan.
    #[serde(default)]
    pub loan_rate: Option<Spread>,
}

fn never() -> Estimate {
    Estimate::without_error(0.0)
}

/// Payback, where trials that never pay back count as later than every other.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Payback {
    /// Lower quartile, months; none if fewer pay back.
    pub p25: Option<Estimate>,
    /// Median, months; none if fewer pay back.
    pub p50: Option<Estimate>,
    /// Upper quartile, months; none if fewer pay back.
    pub p75: Option<Estimate>,
    /// Share of trials that never pay back within the horizon.
    pub never: Estimate,
}

/// An indicator of the chain, without and with the programme.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Indicator {
    pub baseline: Band,
    pub programme: Band,
    pub difference: Band,
    /// The shares that make up a net promoter score, which is never shown without them.
    #[serde(flatten)]
    pub parts: BTreeMap<String, Indicator>,
}

/// One month of the fans.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct FanMonth {
    /// The month, from 1.
    pub month: usize,
    /// Cumulative cash, money.
    pub cash: Fan,
    /// Cumulative discounted return; none while no trial has paid anything.
    pub roi: Option<Fan>,
}
