//! Both arms of a board's choice at some months: the same trials, continued and stopped.

use delight_model::chain::Delivery;
use delight_model::scenario::{Gate, Metric, Project, Scenario};
use delight_model::simulate::{Control, GateReadings, Measure, Sample, Settings, SimulationError, Watched, try_each};

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
    /// [`SimulationError::Cancelled`] if `control` said so.
    pub fn new(
        scenario: &Scenario,
        settings: Settings,
        months: &[usize],
        control: &Control,
    ) -> Result<Self, SimulationError> {
        let open = with_gate(scenario, None);
        let watched = Watched { months, measures: &[Measure::Npv, Measure::Delivery] };
        let seen = GateReadings::new(&open, settings, &watched, control)?;
        let go = seen.results(Measure::Npv).to_vec();
        // The draws are the same for all months.
        let drawn = Sample::new(&open, settings, &[Measure::Npv], control)?;
        let crossing = |month: usize| {
            let stopped = stopped_at(&drawn, month)?;
            let gain = stopped.iter().zip(&go).map(|(stop, go)| stop - go).collect();
            Ok(DecisionMonth { month, leads: Metric::ALL.map(|m| seen.at(month, m).to_vec()), gain })
        };
        let crossings = try_each(months.len(), control, |m| crossing(months[m]))?;
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

/// The case with this gate in place of its own.
fn with_gate(scenario: &Scenario, gate: Option<Gate>) -> Scenario {
    scenario.derived(|model| {
        if let Project::Chain(case) = &mut model.project {
            case.gate = gate;
        }
    })
}

/// Net present value of every trial if all are stopped at this month.
fn stopped_at(drawn: &Sample, month: usize) -> Result<Vec<f64>, SimulationError> {
    let gate = Gate { month, metric: Metric::Connected, at_least: f64::INFINITY };
    let stopped = with_gate(drawn.scenario(), Some(gate));
    Ok(drawn.again_as(&stopped, drawn.trials(), &[])?.swap_remove(0))
}
