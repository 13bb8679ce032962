//! Both arms of a board's choice at some months: the same trials, continued and stopped.

use delight_model::chain::Delivery;
use delight_model::scenario::{Case, Gate, Metric, Scenario};
use delight_model::simulate::{Cancelled, Control, GateReadings, Measure, Sample, Settings, each};
use std::sync::atomic::Ordering;

/// The trials of a programme that no gate stops, and what stopping it at some months would have changed.
pub struct Course {
    /// Net present value of each trial without a gate, money.
    pub go: Vec<f64>,
    /// Outcome of the delivery draw of each trial: its place in [`Delivery::ALL`].
    pub delivery: Vec<usize>,
    /// The months at which it could be stopped, rising.
    pub crossings: Vec<DecisionMonth>,
}

/// A month at which a board can stop the programme.
pub struct DecisionMonth {
    /// The month.
    pub month: usize,
    /// Programme minus baseline by [`Metric`] and trial.
    pub leads: [Vec<f64>; 3],
    /// Net present value of stopping less that of going on, by trial, money: 0 where it had stopped by itself.
    pub gain: Vec<f64>,
}

impl Course {
    /// Runs the case without a gate, and once for each month with one that stops every trial.
    ///
    /// # Errors
    /// [`Cancelled`] if `control` said so.
    pub fn new(
        scenario: &Scenario,
        settings: Settings,
        months: &[usize],
        control: &Control,
    ) -> Result<Self, Cancelled> {
        let open = with_gate(scenario, None);
        let seen = GateReadings::new(&open, settings, months, &[Measure::Npv, Measure::Delivery]);
        count(control, seen.trials())?;
        let go = seen.results(Measure::Npv).to_vec();
        // The draws are the same for all months.
        let drawn = Sample::new(&open, settings, &[Measure::Npv]);
        let crossing = |month: usize| {
            let stopped = stopped_at(&drawn, month);
            count(control, go.len())?;
            let gain = stopped.iter().zip(&go).map(|(stop, go)| stop - go).collect();
            Ok(DecisionMonth { month, leads: Metric::ALL.map(|m| seen.at(month, m).to_vec()), gain })
        };
        let crossings = each(months.len(), |m| crossing(months[m])).into_iter().collect::<Result<_, _>>()?;
        let delivery = seen.results(Measure::Delivery).iter().map(|code| *code as usize).collect();
        Ok(Course { go, delivery, crossings })
    }

    /// The crossing at a month.
    pub fn at(&self, month: usize) -> Option<&DecisionMonth> {
        self.crossings.iter().find(|crossing| crossing.month == month)
    }

    /// 1 in the trials with this outcome of the delivery draw, 0 in the others.
    pub fn ended(&self, outcome: Delivery) -> Vec<f64> {
        self.delivery.iter().map(|code| f64::from(Delivery::ALL.get(*code) == Some(&outcome))).collect()
    }
}

/// Counts the trials done; says whether someone wants to end the work.
fn count(control: &Control, trials: usize) -> Result<(), Cancelled> {
    control.done.fetch_add(trials as u64, Ordering::Relaxed);
    if control.cancel.load(Ordering::Relaxed) { Err(Cancelled) } else { Ok(()) }
}

/// The case with this gate in place of its own.
fn with_gate(scenario: &Scenario, gate: Option<Gate>) -> Scenario {
    let mut other = scenario.clone();
    if let Case::Chain(case) = &mut other.case {
        case.gate = gate;
    }
    other
}

/// Net present value of every trial if all are stopped at this month.
fn stopped_at(drawn: &Sample, month: usize) -> Vec<f64> {
    let gate = Gate { month, metric: Metric::Connected, at_least: f64::INFINITY };
    drawn.again_as(&with_gate(drawn.scenario(), Some(gate)), drawn.trials(), &[]).swap_remove(0)
}
