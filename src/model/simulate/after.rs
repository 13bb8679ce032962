//! What a scenario fixes for the months after its horizon.

use crate::finance::costs::CostItem;
use crate::scenario::{Horizon, Scenario};

/// The months after the horizon, in which the programme winds down and what it brought fades.
#[derive(Debug)]
pub struct After {
    /// Months of run-off, at least 1.
    pub(super) months: usize,
    /// Whether the net present value counts them.
    pub(super) counts: bool,
    /// The cost lines, of which those that reach the horizon go on until the programme has wound down.
    pub(super) costs: Vec<CostItem>,
}

impl After {
    /// Of a scenario whose trials compute them.
    pub(super) fn of(scenario: &Scenario, costs: &[CostItem]) -> Option<Self> {
        let (months, end) = (scenario.months_after(), scenario.months());
        let going_on = |line: &CostItem| match line.to {
            to if to >= end => CostItem { to: to + months, ..line.clone() },
            _ => line.clone(),
        };
        let counts = scenario.horizon() == Horizon::RunOff;
        (months > 0).then(|| After { months, counts, costs: costs.iter().map(going_on).collect() })
    }
}
