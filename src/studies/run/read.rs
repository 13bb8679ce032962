//! Reads the findings of a run off its summary.

use super::delivery::by_delivery;
use super::effectiveness::cost_effectiveness;
use super::findings::{FORMAT, FanMonth, Findings, Histogram, Indicator, Irr, Payback, RunOff};
use super::moved::moved_gain;
use super::plausibility::plausibility;
use super::proposal::proposal;
use crate::findings::{Band, CaseFacts, Fan, Spread};
use delight_model::chain::experience::BASICS_SCORE;
use delight_model::finance::bridge::PIECES;
use delight_model::scenario::{Note, Project, Scenario};
use delight_model::simulate::{Kpi, Measure, Settings, Side, Summary};
use delight_model::statistics::Measured;
use std::collections::BTreeMap;

/// Reads the findings off a summary; the lenses, which need runs of their own, are left out.
///
/// `None` if the summary holds no trial.
pub fn findings(scenario: &Scenario, settings: &Settings, summary: &Summary) -> Option<Findings> {
    let of = |measure| summary.measured(measure);
    let npv = of(Measure::Npv);
    let chain = matches!(scenario.project(), Project::Chain(_));
    let by_delivery = by_delivery(summary);
    Some(Findings {
        case: CaseFacts::of(scenario),
        format: FORMAT,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        seed: settings.seed,
        trials: summary.ledger.count(),
        sampling: settings.sampling.to_string(),
        digest: format!("{:016x}", summary.ledger.digest()),
        delivery: chain.then(|| by_delivery.iter().map(|(name, d)| (name.clone(), d.share)).collect()),
        proposal: Some(proposal(scenario)),
        npv: levelled(summary, Measure::Npv)?,
        npv_histogram: histogram(&npv)?,
        loss_probability: npv.share_below(0.0)?,
        expected_shortfall_5: npv.expected_shortfall(0.05)?,
        run_off: run_off(scenario, summary),
        roi: Spread::of(&of(Measure::Roi)),
        irr: rates(&of(Measure::Irr), &of(Measure::LoanRate))?,
        payback_months: payback(&of(Measure::Payback))?,
        discounted_payback_months: payback(&of(Measure::DiscountedPayback))?,
        peak_funding: Spread::of(&of(Measure::PeakFunding))?,
        pv_benefit: Spread::of(&of(Measure::PvBenefit))?,
        pv_cost: Spread::of(&of(Measure::PvCost))?,
        terminal: of(Measure::Terminal).mean()?,
        longer: Vec::new(),
        customer_equity: of(Measure::CustomerEquity).mean(),
        cost_effectiveness: cost_effectiveness(scenario, summary),
        acceptability: None,
        bridge: PIECES
            .iter()
            .enumerate()
            .filter_map(|(i, p)| Some(((*p).to_owned(), of(Measure::Bridge(i)).mean()?)))
            .collect(),
        cost_range: None,
        by_year: None,
        by_month: None,
        lenses: None,
        drivers: None,
        outcomes: Vec::new(),
        balance: None,
        plausibility: plausibility(scenario, &by_delivery),
        by_delivery,
        kpis: if chain { indicators(summary) } else { BTreeMap::new() },
        fan: fan(summary),
        notes: notes(scenario, summary),
        must_mend: Vec::new(),
    })
}

/// The spread of a net present value, the same in every trial where its trials differ by rounding alone.
fn levelled(summary: &Summary, measure: Measure) -> Option<Spread> {
    let (npv, moved) = (summary.measured(measure), summary.measured(Measure::MoneyMoved).mean()?.value);
    Some(Spread::of(&npv)?.levelled(range(&npv)?, moved, summary.may_vary(measure)))
}

/// None where the trials have no run-off.
fn run_off(scenario: &Scenario, summary: &Summary) -> Option<RunOff> {
    Some(RunOff {
        months: scenario.run_off_months(),
        npv: levelled(summary, Measure::NpvRunOff)?,
        loss_probability: summary.measured(Measure::NpvRunOff).share_below(0.0)?,
    })
}

/// With fewer trials a run is nothing to go by: fewer than ten lie below P5.
const FEW_TRIALS: u64 = 200;

/// The contact intensity below which a sector gains little by service.
const FEW_CONTACTS: f64 = 0.35;

/// Notes on how the scenario was understood, and on what the method says of a case like it.
fn notes(scenario: &Scenario, summary: &Summary) -> Vec<Note> {
    let mut notes = scenario.notes().to_vec();
    notes.extend(moved_gain(scenario));
    let trials = summary.ledger.count();
    if trials < FEW_TRIALS && summary.may_vary(Measure::Npv) {
        notes.insert(0, Note::FewTrials { trials, least: FEW_TRIALS });
    }
    let intensity = scenario.point("effects.connection.contact_intensity");
    if let Some(intensity) = intensity.filter(|intensity| *intensity < FEW_CONTACTS) {
        notes.push(Note::FewContacts { intensity });
    }
    let today = summary.measured(Measure::Kpi(Kpi::Rating, Side::Baseline)).median();
    if let Some(rating) = today.filter(|rating| *rating < BASICS_SCORE) {
        notes.push(Note::BasicsFirst { rating, least: BASICS_SCORE });
    }
    notes
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

/// The net present values of a summary in the ranges between these edges, so that bars stand still while a case is
/// changed; what lies beyond the edges is in none of them.
///
/// `None` unless they are 2 to [`MOST_EDGES`] finite, rising amounts of money.
pub fn histogram_between(summary: &Summary, edges: &[f64]) -> Option<Histogram> {
    let rising = edges.windows(2).all(|pair| pair[0] < pair[1]) && edges.iter().all(|edge| edge.is_finite());
    let npv = summary.measured(Measure::Npv);
    (rising && (2..=MOST_EDGES).contains(&edges.len()))
        .then(|| Histogram { shares: npv.pooled().quantiles.histogram(edges), edges: edges.to_vec() })
}

/// The most edges of a histogram that is asked for.
pub const MOST_EDGES: usize = 1000;

/// From the lowest value of any trial to the highest.
fn range(m: &Measured) -> Option<f64> {
    let extremes = m.pooled().moments.extremes();
    Some(extremes.max()? - extremes.min()?)
}

fn rates(returns: &Measured, loans: &Measured) -> Option<Irr> {
    Some(Irr {
        spread: Spread::of(returns),
        none: loans.share(|c| c.missing)?,
        several: returns.share(|c| c.several)?,
        loan: loans.share(|c| c.moments.count())?,
        loan_rate: Spread::of(loans),
    })
}

fn payback(m: &Measured) -> Option<Payback> {
    let at = |level| m.quantile_or_never(level);
    Some(Payback { p25: at(0.25), p50: at(0.5), p75: at(0.75), never: m.share(|c| c.missing)? })
}

fn indicators(summary: &Summary) -> BTreeMap<String, Indicator> {
    let of = |kpi: Kpi| {
        let side = |s| Band::of(&summary.measured(Measure::Kpi(kpi, s)));
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
    let one = |month: usize| FanMonth {
        month,
        cash: Fan::of(summary.cash_in(month)).unwrap_or(Fan::ZERO),
        roi: Fan::of(summary.roi_in(month)),
    };
    (1..=summary.months()).map(one).collect()
}
