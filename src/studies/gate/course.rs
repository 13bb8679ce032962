//! Both arms of a board's choice at some months: the same trials, continued and stopped.

use delight_model::chain::Delivery;
use delight_model::scenario::{Gate, Metric, Project, Scenario};
use delight_model::simulate::{
    Control, GateReadings, Measure, SURVEY, Sample, Settings, SimulationError, Watched, try_each,
};
use delight_model::statistics::mean;

/// The trials of a programme that no gate stops, and what stopping it at some months would have changed.
pub struct Course {
    /// Net present value of each trial without a gate, money.
    pub go: Vec<f64>,
    /// Outcome of the delivery draw of each trial: its place in [`Delivery::ALL`].
    pub delivery: Vec<usize>,
    /// The months at which it could be stopped, rising.
    pub crossings: Vec<DecisionMonth>,
    /// What the survey of each trial reads amiss, in standard deviations.
    pub errors: Vec<f64>,
}

/// A month at which a board can stop the programme.
pub struct DecisionMonth {
    /// The month.
    pub month: usize,
    /// Programme minus baseline by [`Metric`] and trial.
    pub leads: [Vec<f64>; 3],
    /// The same as a survey reads it.
    pub readings: [Vec<f64>; 3],
    /// Standard deviation of what the survey reads amiss, mean of the trials, by [`Metric`].
    pub spreads: [f64; 3],
    /// What one answer tells in each arm, both together, by [`Metric`] and trial.
    variances: [Vec<f64>; 3],
    /// Net present value of stopping less that of going on, by trial, money: 0 where it had stopped by itself.
    pub gain: Vec<f64>,
}

impl DecisionMonth {
    /// What a survey of `answers` in each arm reads of a metric; exactly without one. `errors` are those of the survey, in
    /// standard deviations.
    pub fn read(&self, metric: Metric, answers: Option<f64>, errors: &[f64]) -> Vec<f64> {
        let (leads, variances) = (&self.leads[metric as usize], &self.variances[metric as usize]);
        match answers {
            None => leads.clone(),
            Some(n) => leads
                .iter()
                .zip(variances)
                .zip(errors)
                .map(|((lead, v), e)| lead + (v / n).max(0.0).sqrt() * e)
                .collect(),
        }
    }
}

impl Course {
    /// Runs the case without a gate, and once for each month with one that stops every trial; surveys of `answers` in each
    /// arm read the metrics.
    ///
    /// # Errors
    /// [`SimulationError::Cancelled`] if `control` said so.
    pub fn new(
        scenario: &Scenario,
        settings: Settings,
        (months, answers): (&[usize], f64),
        control: &Control,
    ) -> Result<Self, SimulationError> {
        let open = never_stopped(scenario, answers);
        let watched = Watched { months, measures: &[Measure::Npv, Measure::Delivery] };
        let seen = GateReadings::new(&open, settings, &watched, control)?;
        let go = seen.results(Measure::Npv).to_vec();
        // The draws are the same for all months.
        let drawn = Sample::new(&open, settings, &[Measure::Npv], control)?;
        let errors = drawn.place(SURVEY).and_then(|place| drawn.draws(place)).unwrap_or_default().to_vec();
        let crossing = |month: usize| {
            let stopped = stopped_at(&drawn, month)?;
            let gain = stopped.iter().zip(&go).map(|(stop, go)| stop - go).collect();
            let leads = Metric::ALL.map(|m| seen.at(month, m).to_vec());
            let variances = Metric::ALL.map(|m| seen.variance_at(month, m).to_vec());
            let spreads =
                variances.each_ref().map(|v| mean(&v.iter().map(|v| (v / answers).sqrt()).collect::<Vec<_>>()));
            let exact = DecisionMonth { month, readings: leads.clone(), leads, spreads, variances, gain };
            let readings = Metric::ALL.map(|metric| exact.read(metric, Some(answers), &errors));
            Ok(DecisionMonth { readings, ..exact })
        };
        let crossings = try_each(months.len(), control, |m| crossing(months[m]))?;
        let delivery = seen.results(Measure::Delivery).iter().map(|code| *code as usize).collect();
        Ok(Course { go, delivery, crossings, errors })
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

/// The case with a gate that never stops it, read by a survey, so that its draws are those of any gate so read.
fn never_stopped(scenario: &Scenario, answers: f64) -> Scenario {
    let (month, survey) = (scenario.months(), Some(answers));
    with_gate(scenario, Gate { month, metric: Metric::Connected, at_least: f64::NEG_INFINITY, survey })
}

/// The case with this gate in place of its own.
fn with_gate(scenario: &Scenario, gate: Gate) -> Scenario {
    scenario.derived(|model| {
        if let Project::Chain(case) = &mut model.project {
            case.gate = Some(gate);
        }
    })
}

/// Net present value of every trial if all are stopped at this month.
fn stopped_at(drawn: &Sample, month: usize) -> Result<Vec<f64>, SimulationError> {
    let gate = Gate { month, metric: Metric::Connected, at_least: f64::INFINITY, survey: None };
    let stopped = with_gate(drawn.scenario(), gate);
    Ok(drawn.again_as(&stopped, drawn.trials(), &[])?.swap_remove(0))
}
