//! From a column of draws to the measures of a trial, for either kind of case.

use super::after::After;
use super::arms::{Values, View};
use super::chain_trial;
use super::draws::Block;
use super::measure::{Measure, Outcome};
use super::rival::{self, Drawn};
use crate::chain;
use crate::chain::Elements;
use crate::chain::channels::CHANNELS;
use crate::chain::survey::Given;
use crate::finance::account;
use crate::finance::costs::{self, CostItem};
use crate::finance::irr::irr_lanes;
use crate::scenario::{Project, Scenario, Value};
use crate::units::{Lane, Pack};

/// What a scenario fixes for the months of every trial, worked out once.
#[derive(Debug)]
pub struct Timetable {
    cost_changes: Vec<bool>,
    work_begins: Vec<Elements>,
    after: Option<After>,
    channels: bool,
}

impl Timetable {
    /// Of a scenario.
    pub fn new(scenario: &Scenario) -> Self {
        let months = 0..=scenario.months();
        Timetable {
            cost_changes: costs::changes(cost_lines(scenario), scenario.months()),
            work_begins: match &scenario.project() {
                Project::Chain(case) => months.map(|t| case.plan.begins.in_month(t)).collect(),
                Project::CashFlow(_) => Vec::new(),
            },
            after: After::of(scenario, cost_lines(scenario)),
            channels: channels_in(scenario),
        }
    }
}

/// Whether a channel that is left out by default may be anything but 0.
fn channels_in(scenario: &Scenario) -> bool {
    scenario.assumptions().iter().filter(|a| CHANNELS.contains(&a.path.as_str())).any(|a| match &a.value {
        Value::Drawn(distribution) => !(distribution.is_constant() && distribution.median() == 0.0),
        Value::Sum(_) => true,
    })
}

fn cost_lines(scenario: &Scenario) -> &[CostItem] {
    match &scenario.project() {
        Project::Chain(case) => &case.costs,
        Project::CashFlow(_) => &[],
    }
}

/// Buffers for the trials of a lane.
#[derive(Debug)]
pub struct Workspace<'a, V: Pack> {
    token: V::Token,
    /// Cash by month, from month 0.
    pub cash: Vec<Lane<V>>,
    amounts: Vec<Lane<V>>,
    timetable: &'a Timetable,
    shocks: Vec<Lane<V>>,
    flows: Vec<Drawn<V>>,
    /// Whether the internal rate of return is looked for, which takes a twelfth of a trial's time; else it is missing.
    pub with_rate: bool,
    outcome: Outcome<V>,
}

impl<'a, V: Pack> Workspace<'a, V> {
    /// Buffers for a scenario and its timetable.
    pub fn new(scenario: &Scenario, timetable: &'a Timetable, token: V::Token) -> Self {
        let flows = match &scenario.project() {
            Project::Chain(_) => 0,
            Project::CashFlow(flows) => flows.len(),
        };
        let zero = Lane::splat(token, 0.0);
        Workspace {
            token,
            cash: vec![zero; scenario.months() + 1],
            amounts: vec![zero; cost_lines(scenario).len()],
            timetable,
            shocks: vec![zero; scenario.market_years()],
            flows: vec![Drawn { amount: zero, step: zero }; flows],
            with_rate: true,
            outcome: Outcome::missing(token),
        }
    }
}

/// Computes one trial, `at`, for who looks at its months one by one: compiled once for all of them.
#[inline(never)]
pub fn evaluate_one<'w>(
    scenario: &Scenario,
    block: &Block,
    at: usize,
    work: &'w mut Workspace<[f64; 1]>,
    look: &mut dyn FnMut(&View<[f64; 1]>),
) -> &'w Outcome<[f64; 1]> {
    evaluate(scenario, block, at, work, look)
}

/// Computes the trials `at..at + N` of a block; `look` sees every month.
#[inline(always)]
pub fn evaluate<'w, V: Pack>(
    scenario: &Scenario,
    block: &Block,
    at: usize,
    work: &'w mut Workspace<V>,
    look: impl FnMut(&View<V>),
) -> &'w Outcome<V> {
    let mut read = block.reader::<V>(work.token, 0, at);
    match &scenario.project() {
        Project::Chain(case) => {
            let chain = chain::Inputs::read(&mut read);
            let finance = account::Inputs::read(&mut read);
            let overrun = read.column();
            for amount in &mut work.amounts {
                *amount = read.column();
            }
            let given = Given::read(&case.plan.survey, case.plan.scored, overrun.all(0.0), || read.column());
            // Inputs from which others were summed stand between these and what the model draws by itself.
            let mut own = block.reader::<V>(work.token, scenario.assumptions().len(), at);
            let luck = own.column();
            for shock in &mut work.shocks {
                *shock = own.column();
            }
            let survey_error = if case.has_survey() { own.column() } else { luck.all(0.0) };
            let values = Values {
                chain: &chain,
                finance: &finance,
                overrun,
                amounts: &work.amounts,
                cost_changes: &work.timetable.cost_changes,
                work_begins: &work.timetable.work_begins,
                given,
                channels: work.timetable.channels,
                luck,
                shocks: &work.shocks,
                survey_error,
                after: work.timetable.after.as_ref(),
            };
            chain_trial::run(case, &values, &mut work.cash, &mut work.outcome, look);
        }
        Project::CashFlow(flows) => {
            let finance = account::Inputs::read(&mut read);
            for (drawn, flow) in work.flows.iter_mut().zip(flows.iter()) {
                *drawn = Drawn { amount: read.column(), step: flow.step(read.column()) };
            }
            rival::run(flows, &mut work.flows, &finance, &mut work.cash, &mut work.outcome, look);
        }
    }
    if work.with_rate {
        let rates = irr_lanes(&work.cash);
        work.outcome.set(Measure::Irr, rates.returns);
        work.outcome.set(Measure::LoanRate, rates.loans);
    }
    &work.outcome
}
