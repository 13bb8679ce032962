//! The case under each outcome of the delivery draw.

use crate::findings::Spread;
use delight_model::chain::Delivery;
use delight_model::simulate::{BY_DELIVERY, Kpi, Measure, Side, Summary};
use delight_model::statistics::{Estimate, Measured};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The case under one outcome of the delivery draw.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DeliveryResult {
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

/// The case by each outcome of the delivery draw that any trial had.
pub(super) fn by_delivery(summary: &Summary) -> BTreeMap<String, DeliveryResult> {
    let of = |d: Delivery, measure: usize| {
        Measured::from_parts(summary.replicates.iter().map(|r| &r.by_delivery[d as usize][measure]).collect())
    };
    let place = |m: Measure| BY_DELIVERY.iter().position(|b| *b == m).unwrap_or(0);
    let one = |d: Delivery| {
        let npv = of(d, place(Measure::Npv));
        Some(DeliveryResult {
            share: delivered(summary, d)?,
            npv: Spread::of(&npv)?,
            loss_probability: npv.share_below(0.0)?,
            roi: Spread::of(&of(d, place(Measure::Roi))),
            revenue_gain: Spread::of(&of(d, place(Measure::RevenueGain))),
            rating_gain: Spread::of(&of(d, place(Measure::Kpi(Kpi::Rating, Side::Difference)))),
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
