//! The books of a trace month by month: what each line costs, what the benefit consists of, and the way to cash.

use super::arms::{Arms, Pair};
use super::books::{activity, arm_month};
use super::rival::Drawn;
use crate::chain::market::Market;
use crate::finance::account::Depreciation;
use crate::finance::benefit::benefit;
use crate::finance::bridge::{Bridge, PIECES, closed};
use crate::finance::costs::{self, Activity, CostItem, Rates, Scale};
use crate::finance::flows::{Flow, Nature};
use crate::scenario::Scenario;
use crate::units::Lane;

/// The books of a case at its point values. Every series runs from month 0, money at the prices of its month.
#[derive(Clone, Debug, Default)]
pub struct Statement {
    /// I: price level, 1 at the start; a cash-flow case has none and stays at 1.
    pub prices: Vec<f64>,
    /// Z: the market, 1 in an average year.
    pub market: Vec<f64>,
    /// The month after which the programme stops; none if it does not stop within the horizon.
    pub stop_month: Option<usize>,
    /// What each cost line comes to, by name; of a cash-flow case each flow with its own sign.
    pub lines: Vec<(String, Vec<f64>)>,
    /// The pieces of the value bridge by name; none in a cash-flow case.
    pub pieces: Vec<(String, Vec<f64>)>,
    /// Benefit before tax.
    pub benefit: Vec<f64>,
    /// Cost before tax, capital included.
    pub cost: Vec<f64>,
    /// What is written off for tax.
    pub depreciation: Vec<f64>,
    /// Tax: benefit − cost − cash.
    pub tax: Vec<f64>,
    /// d(t) = (1 + discount_rate)^(−t/12).
    pub discount: Vec<f64>,
}

/// What was seen of the months of a chain case.
#[derive(Debug)]
pub(super) struct TraceRecorder {
    bridge: Bridge<[f64; 1]>,
    months: Vec<Seen>,
}

#[derive(Debug)]
struct Seen {
    prices: Lane<[f64; 1]>,
    market: Lane<[f64; 1]>,
    stop: Lane<[f64; 1]>,
    activity: Activity<[f64; 1]>,
    benefit: f64,
    pieces: [f64; PIECES.len()],
}

impl TraceRecorder {
    /// Nothing seen yet.
    pub(super) fn new() -> Self {
        TraceRecorder { bridge: Bridge::start(Lane([0.0])), months: Vec::new() }
    }

    /// Notes a month; they come in their order.
    pub(super) fn see(&mut self, arms: &Arms<[f64; 1]>) {
        let Pair { baseline: b, programme: p } = arms.months;
        let Market { prices, cycle, .. } = *arms.market;
        let unit_margin = arms.calibrated.revenue.margin_per_volume() * cycle;
        let (months, activity) = ((arm_month(b), arm_month(p)), activity(b, p));
        let split = self.bridge.step(&months.0, &months.1, unit_margin).map(|piece| piece * prices);
        let brings = benefit(&months.0, &months.1, cycle).total * prices;
        self.months.push(Seen {
            prices,
            market: cycle,
            stop: arms.levels.stop_month(),
            activity,
            benefit: brings.0[0],
            pieces: closed(&split, brings).map(|piece| piece.0[0]),
        });
    }
}

impl Statement {
    /// The books of a chain case from what was seen of its months.
    pub(super) fn of_chain(scenario: &Scenario, items: &[CostItem], recorder: &TraceRecorder, cash: &[f64]) -> Self {
        let from_start = |start: f64, of: &dyn Fn(&Seen) -> f64| -> Vec<f64> {
            std::iter::once(start).chain(recorder.months.iter().map(of)).collect()
        };
        let lines: Vec<_> = items.iter().map(|item| (item.name.clone(), line(scenario, item, recorder))).collect();
        let pieces = PIECES.iter().enumerate().map(|(i, name)| ((*name).to_owned(), from_start(0.0, &|m| m.pieces[i])));
        let capital = items.iter().zip(&lines).filter(|(item, _)| item.capital).map(|(_, (_, line))| line[0]).sum();
        let stop = recorder.months.last().map_or(f64::INFINITY, |m| m.stop.0[0]);
        Statement {
            prices: from_start(1.0, &|m| m.prices.0[0]),
            market: from_start(1.0, &|m| m.market.0[0]),
            stop_month: (stop <= recorder.months.len() as f64).then_some(stop as usize),
            pieces: pieces.collect(),
            benefit: from_start(0.0, &|m| m.benefit),
            cost: (0..cash.len()).map(|t| lines.iter().map(|(_, line)| line[t]).sum()).collect(),
            lines,
            ..Statement::default()
        }
        .closed(scenario, capital, cash)
    }

    /// The books of a cash-flow case.
    pub(super) fn of_flows(scenario: &Scenario, flows: &[Flow], cash: &[f64]) -> Self {
        let point = |flow: &Flow, key: &str| point(scenario, &format!("flows.{}.{key}", flow.name));
        let series = |flow: &Flow| -> Vec<f64> {
            let mut drawn =
                Drawn { amount: Lane([point(flow, "amount")]), step: flow.step(Lane([point(flow, "growth")])) };
            (0..cash.len()).map(|t| if flow.is_due(t) { drawn.pay().0[0] } else { 0.0 }).collect()
        };
        let lines: Vec<_> = flows.iter().map(|flow| (flow.name.clone(), series(flow))).collect();
        let outlay = |flow: &&(&Flow, &(String, Vec<f64>))| flow.0.nature == Some(Nature::Outlay);
        let both: Vec<_> = flows.iter().zip(&lines).collect();
        let capital = both.iter().filter(outlay).filter(|(f, _)| f.capital).map(|(_, (_, line))| -line[0]).sum();
        let of_month = |outlays: bool, t: usize| -> f64 {
            both.iter().filter(|flow| outlay(flow) == outlays).map(|(_, (_, line))| line[t]).sum()
        };
        Statement {
            prices: vec![1.0; cash.len()],
            market: vec![1.0; cash.len()],
            benefit: (0..cash.len()).map(|t| of_month(false, t)).collect(),
            cost: (0..cash.len()).map(|t| -of_month(true, t)).collect(),
            lines,
            ..Statement::default()
        }
        .closed(scenario, capital, cash)
    }

    /// Adds what follows from benefit, cost and cash.
    fn closed(self, scenario: &Scenario, capital: f64, cash: &[f64]) -> Self {
        let growth = Lane([1.0 + point(scenario, "finance.discount_rate")]);
        let years = Lane([point(scenario, "finance.depreciation_years")]);
        let depreciation = Depreciation::new(Lane([capital]), years);
        let of_month = |of: &dyn Fn(usize) -> f64| -> Vec<f64> { (0..cash.len()).map(of).collect() };
        Statement {
            depreciation: of_month(&|t| if t == 0 { 0.0 } else { depreciation.in_month(t as f64).0[0] }),
            tax: of_month(&|t| self.benefit[t] - self.cost[t] - cash[t]),
            discount: of_month(&|t| growth.powf(Lane([-(t as f64) / 12.0])).0[0]),
            ..self
        }
    }
}

/// What one cost line comes to by month.
fn line(scenario: &Scenario, item: &CostItem, recorder: &TraceRecorder) -> Vec<f64> {
    let scale = Scale {
        overrun: Lane([point(scenario, "programme.cost_overrun")]),
        intensity: Lane([point(scenario, "programme.intensity")]),
        employees: Lane([point(scenario, "employees.headcount")]),
        wages: Lane([scenario.wage_bill()]),
    };
    let (items, amounts) =
        (std::slice::from_ref(item), [Lane([point(scenario, &format!("programme.costs.{}", item.name))])]);
    let start = costs::at_start(items, &amounts, &scale);
    let month = |(i, seen): (usize, &Seen)| {
        let rates = Rates::of(items, &amounts, i + 1, &scale);
        rates.cost(i + 1, &seen.activity, seen.stop, seen.prices).0[0]
    };
    std::iter::once((start.capital + start.expense).0[0]).chain(recorder.months.iter().enumerate().map(month)).collect()
}

/// The point value of an input that every case of the kind has.
fn point(scenario: &Scenario, path: &str) -> f64 {
    scenario.point(path).unwrap_or(f64::NAN)
}
