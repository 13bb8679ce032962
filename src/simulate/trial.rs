//! From a column of draws to the measures of a trial, for either kind of case.

use super::arms::{self, Values, View};
use super::draws::Block;
use super::measure::Outcome;
use super::rival::{self, Drawn};
use crate::chain;
use crate::finance::account;
use crate::finance::costs::{self, CostItem};
use crate::scenario::{Case, Scenario};
use crate::units::Lane;

/// Buffers for `N` trials at a time.
#[derive(Debug)]
pub struct Workspace<const N: usize> {
    /// Cash by month, from month 0.
    pub cash: Vec<Lane<N>>,
    amounts: Vec<Lane<N>>,
    cost_changes: Vec<bool>,
    shocks: Vec<Lane<N>>,
    flows: Vec<Drawn<N>>,
}

impl<const N: usize> Workspace<N> {
    /// Buffers for a scenario.
    pub fn new(scenario: &Scenario) -> Self {
        let (costs, flows): (&[CostItem], _) = match &scenario.case {
            Case::Chain(case) => (&case.costs, 0),
            Case::CashFlow(flows) => (&[], flows.len()),
        };
        let zero = Lane::ZERO;
        Workspace {
            cash: vec![zero; scenario.months + 1],
            amounts: vec![zero; costs.len()],
            cost_changes: costs::changes(costs, scenario.months),
            shocks: vec![zero; scenario.months.div_ceil(12)],
            flows: vec![Drawn { amount: zero, growth: zero }; flows],
        }
    }
}

/// Computes the trials `at..at + N` of a block; `look` sees every month.
#[inline(always)]
pub fn evaluate<const N: usize>(
    scenario: &Scenario,
    block: &Block,
    at: usize,
    work: &mut Workspace<N>,
    look: impl FnMut(&View<N>),
) -> Outcome<N> {
    let mut read = block.reader::<N>(0, at);
    match &scenario.case {
        Case::Chain(case) => {
            let chain = chain::Inputs::take(&mut read);
            let finance = account::Inputs::take(&mut read);
            let overrun = read.column();
            for amount in &mut work.amounts {
                *amount = read.column();
            }
            // Inputs from which others were summed stand between the costs and what the model draws by itself.
            let mut own = block.reader::<N>(scenario.assumptions.len(), at);
            let luck = own.column();
            for shock in &mut work.shocks {
                *shock = own.column();
            }
            let values = Values {
                chain: &chain,
                finance: &finance,
                overrun,
                amounts: &work.amounts,
                cost_changes: &work.cost_changes,
                luck,
                shocks: &work.shocks,
            };
            arms::run(case, &values, &mut work.cash, look)
        }
        Case::CashFlow(flows) => {
            let finance = account::Inputs::take(&mut read);
            for drawn in &mut work.flows {
                *drawn = Drawn { amount: read.column(), growth: read.column() };
            }
            rival::run(flows, &work.flows, &finance, &mut work.cash, look)
        }
    }
}
