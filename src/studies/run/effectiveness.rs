//! What a connected customer and a point of the mean score cost: the question where no revenue depends on delight.

use crate::findings::nobody_pays;
use delight_model::sampling::REPLICATES;
use delight_model::scenario::Scenario;
use delight_model::simulate::{Kpi, Measure, Side, Summary};
use delight_model::statistics::{Column, Estimate};
use serde::{Deserialize, Serialize};

/// Cost per unit of effect, as a ratio of means; none where the mean effect is not positive.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CostEffectiveness {
    /// Per extra connected customer.
    pub connected: Option<CostPer>,
    /// Per point of the mean score of all customers.
    pub rating_point: Option<CostPer>,
}

/// The cost of one unit, present value before tax; money.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CostPer {
    /// Of the programme alone.
    pub cost: Estimate,
    /// Less what it saves; below zero where it saves more than it costs.
    pub net: Estimate,
    /// Mean effect in the last twelve months: customers, or points.
    pub effect: Estimate,
}

/// The cost-effectiveness of a case without revenue; `None` for any other.
pub fn cost_effectiveness(scenario: &Scenario, summary: &Summary) -> Option<CostEffectiveness> {
    nobody_pays(scenario).then(|| CostEffectiveness {
        connected: cost_per(summary, |of| {
            of(Measure::Kpi(Kpi::Connected, Side::Programme)) * of(Measure::Kpi(Kpi::Customers, Side::Programme))
                - of(Measure::Kpi(Kpi::Connected, Side::Baseline)) * of(Measure::Kpi(Kpi::Customers, Side::Baseline))
        }),
        rating_point: cost_per(summary, |of| of(Measure::Kpi(Kpi::Rating, Side::Difference))),
    })
}

/// The means of a run or of one of its replicates, by measure.
type Means<'a> = dyn Fn(Measure) -> f64 + 'a;

fn cost_per(summary: &Summary, effect: impl Fn(&Means) -> f64) -> Option<CostPer> {
    let cost = |of: &Means| of(Measure::PvCost) / effect(of);
    let net = |of: &Means| (of(Measure::PvCost) - of(Measure::PvBenefit)) / effect(of);
    let effect = ratio(summary, &effect);
    (effect.value > 0.0).then(|| CostPer { cost: ratio(summary, &cost), net: ratio(summary, &net), effect })
}

/// A function of means, with the standard error that its spread over the replicates gives.
fn ratio(summary: &Summary, f: &dyn Fn(&Means) -> f64) -> Estimate {
    let mean = |column: &Column| column.moments.mean().unwrap_or(f64::NAN);
    let value = f(&|m| mean(summary.measured(m).pooled()));
    let parts: Vec<f64> = (0..REPLICATES).map(|r| f(&|m| mean(&summary.measured(m).parts()[r]))).collect();
    Estimate::from_replicates(value, &parts)
}
