//! What a run found: the answer in numbers, each with its standard error. Its keys are those of `summary.json`.

use super::drivers::Drivers;
use super::effectiveness::{CostEffectiveness, cost_effectiveness};
use super::lenses::LensComparison;
use super::plausibility::{Plausibility, plausibility};
use crate::findings::fingerprint;
use delight_model::chain::Delivery;
use delight_model::chain::experience::BASICS_SCORE;
use delight_model::finance::bridge::PIECES;
use delight_model::scenario::{Case, Note, Scenario};
use delight_model::simulate::{BY_DELIVERY, Kpi, Measure, Settings, Side, Summary};
use delight_model::statistics::{Estimate, Measured, fan_quantiles};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Estimates by name.
pub type Estimates = BTreeMap<String, Estimate>;

/// Version of the keys of [`Findings`]: raised when one changes its meaning or goes away.
pub const FORMAT: u32 = 1;

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
    /// Net present value, money.
    pub npv: Spread,
    /// Share of trials in ranges of net present value.
    pub npv_histogram: Histogram,
    /// Share of trials with a net present value below zero.
    pub loss_probability: Estimate,
    /// Mean net present value of the worst 5 % of the trials, money.
    pub expected_shortfall_5: Estimate,
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
    /// Mean gain of customer equity at the horizon, not part of the net present value; money.
    pub customer_equity: Option<Estimate>,
    /// What a connected customer and a point of the mean score cost; only where no revenue depends on delight.
    pub cost_effectiveness: Option<CostEffectiveness>,
    /// Mean of each piece of the value bridge, present value; they sum to the mean of `pv_benefit`.
    pub bridge: Estimates,
    /// The case if the programme is delivered in full, in part, harmfully, not at all.
    pub by_delivery: BTreeMap<String, ByDelivery>,
    /// Indicators of the chain in the last twelve months.
    pub kpis: BTreeMap<String, Indicator>,
    /// Cumulative cash and return by month.
    pub fan: Vec<FanMonth>,
    /// The same case through three lenses; none for a project without a chain.
    pub lenses: Option<LensComparison>,
    /// What drives the value, and what would have to be true; none where nothing is uncertain.
    pub drivers: Option<Drivers>,
    /// What the literature says of results like these.
    pub plausibility: Vec<Plausibility>,
    /// What the reader should know of how the scenario was understood.
    pub notes: Vec<Note>,
}

/// What was simulated.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CaseFacts {
    /// Name.
    pub name: String,
    /// `chain` or `cash-flow`.
    pub kind: String,
    /// Currency of every amount.
    pub currency: String,
    /// Horizon.
    pub months: usize,
    /// Calendar month of month 1, if the case names one.
    pub start: Option<String>,
    /// Preset it starts from.
    pub preset: Option<String>,
    /// Lens it is seen through.
    pub lens: String,
    /// Language of its results, if it names one: `en` or `nl`.
    pub lang: Option<String>,
    /// The scenario file, as it was named; none for a scenario that is only a text.
    pub file: Option<String>,
    /// Fingerprint of all that decides the results of the scenario but the seed.
    pub scenario: String,
}

/// A distribution by its mean, standard deviation and quantiles.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Spread {
    pub mean: Estimate,
    pub sd: Option<Estimate>,
    pub p1: Estimate,
    pub p5: Estimate,
    pub p10: Estimate,
    pub p25: Estimate,
    pub p50: Estimate,
    pub p75: Estimate,
    pub p90: Estimate,
    pub p95: Estimate,
    pub p99: Estimate,
}

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

/// The case under one outcome of the delivery draw.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ByDelivery {
    /// Share of trials.
    pub share: Estimate,
    /// Net present value, money.
    pub npv: Spread,
    /// Share of these trials with a net present value below zero.
    pub loss_probability: Estimate,
    /// Return on investment.
    pub roi: Option<Spread>,
    /// Revenue of year 5 (or the last year of a shorter horizon) over the baseline, less one.
    pub revenue_gain: Option<Spread>,
    /// Gain of the mean score in the last twelve months, points.
    pub rating_gain: Option<Spread>,
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

/// Mean, median and 90 % band.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Band {
    pub mean: Estimate,
    pub p5: Estimate,
    pub p50: Estimate,
    pub p95: Estimate,
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

/// Five quantiles.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Fan {
    pub p5: Estimate,
    pub p25: Estimate,
    pub p50: Estimate,
    pub p75: Estimate,
    pub p95: Estimate,
}

const NOTHING: Estimate = Estimate::without_error(0.0);

/// Reads the findings off a summary; the lenses, which need runs of their own, are left out.
///
/// `None` if the summary holds no trial.
pub fn findings(scenario: &Scenario, settings: &Settings, summary: &Summary) -> Option<Findings> {
    let of = |measure| summary.measured(measure);
    let npv = of(Measure::Npv);
    let chain = matches!(scenario.case, Case::Chain(_));
    let irr = of(Measure::Irr);
    let by_delivery = by_delivery(summary);
    Some(Findings {
        case: facts(scenario),
        format: FORMAT,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        seed: settings.seed,
        trials: summary.ledger.count(),
        sampling: settings.sampling.to_string(),
        digest: format!("{:016x}", summary.ledger.digest()),
        delivery: chain.then(|| by_delivery.iter().map(|(name, d)| (name.clone(), d.share)).collect()),
        npv: spread(&npv)?,
        npv_histogram: histogram(&npv)?,
        loss_probability: npv.share_below(0.0)?,
        expected_shortfall_5: npv.expected_shortfall(0.05)?,
        roi: spread(&of(Measure::Roi)),
        irr: Irr { spread: spread(&irr), none: irr.share(|c| c.missing)?, several: irr.share(|c| c.several)? },
        payback_months: payback(&of(Measure::Payback))?,
        discounted_payback_months: payback(&of(Measure::DiscountedPayback))?,
        peak_funding: spread(&of(Measure::PeakFunding))?,
        pv_benefit: spread(&of(Measure::PvBenefit))?,
        pv_cost: spread(&of(Measure::PvCost))?,
        terminal: of(Measure::Terminal).mean()?,
        customer_equity: of(Measure::CustomerEquity).mean(),
        cost_effectiveness: cost_effectiveness(scenario, summary),
        bridge: PIECES
            .iter()
            .enumerate()
            .filter_map(|(i, p)| Some(((*p).to_owned(), of(Measure::Bridge(i)).mean()?)))
            .collect(),
        lenses: None,
        drivers: None,
        plausibility: plausibility(scenario, &by_delivery),
        by_delivery,
        kpis: if chain { indicators(summary) } else { BTreeMap::new() },
        fan: fan(summary),
        notes: notes(scenario, summary),
    })
}

/// Notes on how the scenario was understood, and on what the method says of a case like it.
fn notes(scenario: &Scenario, summary: &Summary) -> Vec<Note> {
    let mut notes = scenario.notes.clone();
    let today = summary.measured(Measure::Kpi(Kpi::Rating, Side::Baseline)).median();
    if let Some(rating) = today.filter(|rating| *rating < BASICS_SCORE) {
        notes.push(Note::BasicsFirst { rating, least: BASICS_SCORE });
    }
    notes
}

/// What is simulated.
pub fn facts(scenario: &Scenario) -> CaseFacts {
    CaseFacts {
        name: scenario.name.clone(),
        kind: if matches!(scenario.case, Case::Chain(_)) { "chain" } else { "cash-flow" }.to_owned(),
        currency: scenario.currency.clone(),
        months: scenario.months,
        start: scenario.start.map(|s| format!("{:04}-{:02}", s.year, s.month)),
        preset: scenario.preset.clone(),
        lens: scenario.lens.name().to_owned(),
        lang: scenario.language.map(|language| language.code().to_owned()),
        file: None,
        scenario: fingerprint(scenario),
    }
}

fn spread(m: &Measured) -> Option<Spread> {
    let [p1, p5, p10, p25, p50, p75, p90, p95, p99] =
        m.quantiles([0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99])?;
    Some(Spread { mean: m.mean()?, sd: m.sd(), p1, p5, p10, p25, p50, p75, p90, p95, p99 })
}

fn histogram(m: &Measured) -> Option<Histogram> {
    const RANGES: f64 = 64.0;
    let quantiles = &m.pooled().quantiles;
    let (low, high) = (quantiles.quantile(0.005)?, quantiles.quantile(0.995)?);
    // All trials alike still need a range to stand in.
    let certain = high - low <= 1e-9 * high.abs().max(1.0);
    let (low, high, width) = match certain {
        // One value still needs a range to stand in, and room around it.
        true => {
            let width = low.abs().max(1.0) / RANGES;
            (low - 16.0 * width, low + 16.0 * width, width)
        }
        false => (low, high, (high - low) / RANGES),
    };
    let (first, last) = ((low / width).floor() as i64, (high / width).ceil() as i64);
    let edges: Vec<f64> = (first..=last).map(|k| k as f64 * width).collect();
    Some(Histogram { shares: quantiles.histogram(&edges), edges })
}

fn band(m: &Measured) -> Option<Band> {
    let [p5, p50, p95] = m.quantiles([0.05, 0.5, 0.95])?;
    Some(Band { mean: m.mean()?, p5, p50, p95 })
}

fn payback(m: &Measured) -> Option<Payback> {
    let at = |level| m.quantile_or_never(level);
    Some(Payback { p25: at(0.25), p50: at(0.5), p75: at(0.75), never: m.share(|c| c.missing)? })
}

/// The outcomes of the delivery draw that any trial had.
fn by_delivery(summary: &Summary) -> BTreeMap<String, ByDelivery> {
    let of = |d: Delivery, measure: usize| {
        Measured::from_parts(summary.replicates.iter().map(|r| &r.by_delivery[d as usize][measure]).collect())
    };
    let place = |m: Measure| BY_DELIVERY.iter().position(|b| *b == m).unwrap_or(0);
    let one = |d: Delivery| {
        let npv = of(d, place(Measure::Npv));
        Some(ByDelivery {
            share: delivered(summary, d)?,
            npv: spread(&npv)?,
            loss_probability: npv.share_below(0.0)?,
            roi: spread(&of(d, place(Measure::Roi))),
            revenue_gain: spread(&of(d, place(Measure::RevenueGain))),
            rating_gain: spread(&of(d, place(Measure::Kpi(Kpi::Rating, Side::Difference)))),
        })
    };
    Delivery::ALL.iter().filter_map(|d| Some((d.name().to_owned(), one(*d)?))).collect()
}

/// Share of the trials with one outcome of the delivery draw.
fn delivered(summary: &Summary, d: Delivery) -> Option<Estimate> {
    let shares: Vec<f64> = summary
        .replicates
        .iter()
        .map(|r| (r.by_delivery[d as usize][0].trials(), r.measures[Measure::Npv.index()].trials()))
        .filter(|(_, all)| *all > 0)
        .map(|(own, all)| own as f64 / all as f64)
        .collect();
    let own: u64 = summary.replicates.iter().map(|r| r.by_delivery[d as usize][0].trials()).sum();
    let value = own as f64 / summary.ledger.count() as f64;
    Some(Estimate::from_replicates(value, &shares))
}

fn indicators(summary: &Summary) -> BTreeMap<String, Indicator> {
    let of = |kpi: Kpi| {
        let side = |s| band(&summary.measured(Measure::Kpi(kpi, s)));
        Some(Indicator {
            baseline: side(Side::Baseline)?,
            programme: side(Side::Programme)?,
            difference: side(Side::Difference)?,
            parts: BTreeMap::new(),
        })
    };
    let is_part = |kpi: Kpi| matches!(kpi, Kpi::Promoters | Kpi::Passives | Kpi::Detractors);
    let (parts, whole): (Vec<_>, Vec<_>) = Kpi::ALL.into_iter().partition(|(kpi, _)| is_part(*kpi));
    let mut all: BTreeMap<_, _> =
        whole.into_iter().filter_map(|(kpi, name)| Some((name.to_owned(), of(kpi)?))).collect();
    if let Some(nps) = all.get_mut("nps") {
        nps.parts = parts.into_iter().filter_map(|(kpi, name)| Some((name.to_owned(), of(kpi)?))).collect();
    }
    all
}

fn fan(summary: &Summary) -> Vec<FanMonth> {
    let five = |q| {
        let [p5, p25, p50, p75, p95] = fan_quantiles(q, [0.05, 0.25, 0.5, 0.75, 0.95])?;
        Some(Fan { p5, p25, p50, p75, p95 })
    };
    let zero = Fan { p5: NOTHING, p25: NOTHING, p50: NOTHING, p75: NOTHING, p95: NOTHING };
    summary
        .fans
        .cash
        .iter()
        .zip(&summary.fans.roi)
        .enumerate()
        .map(|(i, (cash, roi))| FanMonth { month: i + 1, cash: five(cash).unwrap_or(zero), roi: five(roi) })
        .collect()
}
