//! The case under each outcome of the delivery draw.

use crate::findings::Spread;
use delight_model::chain::Delivery;
use delight_model::simulate::{BY_DELIVERY, Kpi, Measure, Side, Summary};
use delight_model::statistics::Estimate;
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
    let of = |d: Delivery, measure: usize| summary.delivered(d, measure);
    let luck = summary.measured(Measure::Delivery);
    let place = |m: Measure| BY_DELIVERY.iter().position(|b| *b == m).unwrap_or(0);
    let one = |d: Delivery| {
        let npv = of(d, place(Measure::Npv));
        Some(DeliveryResult {
            share: luck.share_within(d as usize as f64 - 0.5, d as usize as f64 + 0.5)?,
            npv: Spread::of(&npv)?,
            loss_probability: npv.share_below(0.0)?,
            roi: Spread::of(&of(d, place(Measure::Roi))),
            revenue_gain: Spread::of(&of(d, place(Measure::RevenueGain))),
            rating_gain: Spread::of(&of(d, place(Measure::Kpi(Kpi::Rating, Side::Difference)))),
        })
    };
    Delivery::ALL.iter().filter_map(|d| Some((d.name().to_owned(), one(*d)?))).collect()
}
