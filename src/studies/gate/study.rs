//! The search for the best gate: thresholds are chosen on one sample and valued on another.

use super::course::{Course, DecisionMonth};
use super::findings::{GateStudy, Gated, JointRule, Judged, MonthGates, OutcomeStops};
use super::outlook::Outlook;
use super::regions::regions;
use super::threshold::{StopRule, gain_of_rule, threshold};
use crate::findings::{CaseFacts, Provenance};
use delight_model::chain::Delivery;
use delight_model::scenario::{Gate, Metric, Project, Scenario};
use delight_model::simulate::{Control, Settings, SimulationError, second_of, try_each};
use delight_model::statistics::{Estimate, estimated, mean};
use std::fmt;

/// Trials unless asked otherwise.
pub const TRIALS: u64 = 16_384;

/// The most months that are looked at.
pub const MOST_MONTHS: usize = 16;
/// The first month at which a board looks.
const FIRST: usize = 6;
/// Months at the end in which stopping hardly changes anything any more.
const LAST: usize = 12;
/// Months between two looks, or a multiple of them.
const STEP: usize = 3;

/// Why a case has no gate to look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GateError {
    /// It is a project without a chain.
    NoChain,
    /// Its horizon leaves no month to look at.
    TooShort(usize),
    /// The simulation gave no result.
    Simulation(SimulationError),
}

impl From<SimulationError> for GateError {
    fn from(error: SimulationError) -> Self {
        GateError::Simulation(error)
    }
}

impl fmt::Display for GateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            GateError::NoChain => {
                f.write_str("a case of kind = \"cash-flow\" has no chain whose state a gate could look at")
            }
            GateError::TooShort(months) => {
                let least = FIRST + LAST;
                write!(f, "case.months must be at least {least} for a gate to have something to stop, found {months}")
            }
            GateError::Simulation(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for GateError {}

/// The months at which a board could look within this horizon: every third, or a multiple, from 6 to a year before the
/// end.
pub fn candidate_months(horizon: usize) -> Vec<usize> {
    let last = horizon.saturating_sub(LAST);
    let all = (last + 1).saturating_sub(FIRST).div_ceil(STEP);
    let step = STEP * all.div_ceil(MOST_MONTHS).max(1);
    (FIRST..=last).step_by(step).collect()
}

/// The trials that [`best_gate`] runs in all.
pub fn trials_of(scenario: &Scenario, settings: &Settings) -> u64 {
    2 * settings.trials * (1 + looked_at(scenario, own_gate(scenario)).len() as u64)
}

/// The best gate of a case: month, metric and threshold, for the highest mean net present value.
///
/// Every threshold, and which gate is best, is chosen on one sample by regression and valued on another, independent
/// one, so that no value is flattered by the choice. Both arms of a decision are run in every trial, so the value of a
/// gate is exact for the trials: those it stops have the value of the stopped run, the others that of the free one.
///
/// # Errors
/// [`GateError`] if the case has no month and metric to look at, or `control` ended the work.
pub fn best_gate(scenario: &Scenario, settings: Settings, control: &Control) -> Result<GateStudy, GateError> {
    let Project::Chain(_) = scenario.project() else { return Err(GateError::NoChain) };
    let own = own_gate(scenario);
    let months = looked_at(scenario, own);
    if candidate_months(scenario.months()).is_empty() {
        return Err(GateError::TooShort(scenario.months()));
    }
    let others = second_of(&settings, settings.trials);
    let learn = Course::new(scenario, others, &months, control)?;
    let judge = Course::new(scenario, settings, &months, control)?;
    let found = try_each(months.len(), control, |m| Ok(at_month(&learn.crossings[m], &judge.crossings[m], &judge.go)))?;
    let best = best_of(&found);
    let (months, _): (Vec<MonthGates>, Vec<_>) = found.into_iter().unzip();
    let best: Option<Gated> = best.map(|(m, metric)| months[m].gates[metric].clone());
    let regions = best
        .as_ref()
        .and_then(|gate| Some(regions(learn.at(gate.month)?, judge.at(gate.month)?, metric_of(&gate.metric)?)));
    Ok(GateStudy {
        case: CaseFacts::of(scenario),
        provenance: Provenance::new(&settings, judge.go.len()),
        npv_mean: estimated(&[&judge.go], |c| mean(c[0])),
        own: own.and_then(|gate| {
            Some(gated(judge.at(gate.month)?, &judge.go, gate.metric, StopRule::Below(gate.at_least)))
        }),
        judged: best.as_ref().and_then(|gate| judged(&judge, gate)),
        best,
        months,
        regions,
    })
}

fn own_gate(scenario: &Scenario) -> Option<Gate> {
    match scenario.project() {
        Project::Chain(case) => case.gate,
        Project::CashFlow(_) => None,
    }
}

/// The candidate months, and that of the case's own gate.
fn looked_at(scenario: &Scenario, own: Option<Gate>) -> Vec<usize> {
    let mut months = candidate_months(scenario.months());
    months.extend(own.map(|gate| gate.month));
    months.sort_unstable();
    months.dedup();
    months
}

/// The metric of this name.
fn metric_of(name: &str) -> Option<Metric> {
    Metric::ALL.into_iter().find(|metric| metric.name() == name)
}

/// The best gates of a month, with what each gained in the trials that chose it.
fn at_month(learn: &DecisionMonth, judge: &DecisionMonth, go: &[f64]) -> (MonthGates, [f64; 3]) {
    let mut hoped = [0.0; 3];
    let gates = Metric::ALL.map(|metric| {
        let leads = &learn.leads[metric as usize];
        let expected = Outlook::of(&[leads], &learn.gain).expects_of_its_own();
        let rule = threshold(leads, &expected, metric.most());
        let stopped: Vec<bool> = leads.iter().map(|lead| rule.stops(*lead)).collect();
        let gain = gain_of_rule(&stopped, &learn.gain).value;
        hoped[metric as usize] = gain.max(0.0);
        // A regression may promise at its ends what no trial there gains.
        gated(judge, go, metric, if gain > 0.0 { rule } else { StopRule::Never })
    });
    let [seen, shown] = [learn, judge].map(|crossing| crossing.leads.each_ref().map(Vec::as_slice));
    let outlook = Outlook::of(&seen, &learn.gain);
    let stops = |expected: Vec<f64>| -> Vec<bool> { expected.iter().map(|gain| *gain > 0.0).collect() };
    let gains = gain_of_rule(&stops(outlook.expects_of_its_own()), &learn.gain).value > 0.0;
    let stopped = if gains { stops(outlook.expects(&shown)) } else { vec![false; judge.gain.len()] };
    let found = MonthGates {
        month: judge.month,
        gates: gates.to_vec(),
        all_three: JointRule { value: gain_of_rule(&stopped, &judge.gain), stopped: share(&stopped) },
        perfect: estimated(&[&judge.gain], |c| c[0].iter().map(|g| g.max(0.0)).sum::<f64>() / c[0].len() as f64),
    };
    (found, hoped)
}

/// Month and metric of the gate that gained most in the trials that chose it.
fn best_of(found: &[(MonthGates, [f64; 3])]) -> Option<(usize, usize)> {
    let all = found.iter().enumerate().flat_map(|(m, (_, hoped))| (0..3).map(move |metric| (m, metric, hoped[metric])));
    let best = all.filter(|(.., hoped)| *hoped > 0.0).max_by(|a, b| a.2.total_cmp(&b.2).then(b.0.cmp(&a.0)));
    best.map(|(m, metric, _)| (m, metric))
}

fn share(stopped: &[bool]) -> Estimate {
    let ones: Vec<f64> = stopped.iter().map(|stopped| f64::from(*stopped)).collect();
    estimated(&[&ones], |c| mean(c[0]))
}

/// A gate and what it is worth in these trials.
fn gated(judge: &DecisionMonth, go: &[f64], metric: Metric, rule: StopRule) -> Gated {
    let stopped: Vec<bool> = judge.leads[metric as usize].iter().map(|lead| rule.stops(*lead)).collect();
    let with: Vec<f64> = (0..go.len()).map(|t| if stopped[t] { go[t] + judge.gain[t] } else { go[t] }).collect();
    Gated {
        month: judge.month,
        metric: metric.name().to_owned(),
        at_least: match rule {
            StopRule::Never => None,
            StopRule::Below(at_least) => Some(at_least),
        },
        npv_mean: estimated(&[&with], |c| mean(c[0])),
        value: gain_of_rule(&stopped, &judge.gain),
        stopped: share(&stopped),
    }
}

/// Whom a gate stops.
fn judged(judge: &Course, gate: &Gated) -> Option<Judged> {
    let crossing = judge.at(gate.month)?;
    let metric = metric_of(&gate.metric)?;
    let rule = gate.at_least.map_or(StopRule::Never, StopRule::Below);
    let stopped: Vec<f64> = crossing.leads[metric as usize].iter().map(|l| f64::from(rule.stops(*l))).collect();
    let of = |outcome: &Delivery| {
        let is = judge.ended(*outcome);
        let share = estimated(&[&is], |c| mean(c[0]));
        (share.value > 0.0).then(|| OutcomeStops {
            outcome: outcome.name().to_owned(),
            share,
            stopped: estimated(&[&stopped, &is], |c| mean_among(c[0], c[1])),
            gain: estimated(&[&stopped, &crossing.gain, &is], |c| {
                let gained: Vec<f64> = c[0].iter().zip(c[1]).map(|(stopped, gain)| stopped * gain).collect();
                mean_among(&gained, c[2])
            }),
        })
    };
    let among = |which: &dyn Fn(f64) -> bool| {
        let is: Vec<f64> = crossing.gain.iter().map(|gain| f64::from(which(*gain))).collect();
        let any = is.iter().any(|is| *is > 0.0);
        any.then(|| estimated(&[&stopped, &is], |c| mean_among(c[0], c[1])))
    };
    Some(Judged {
        outcomes: Delivery::ALL.iter().filter_map(of).collect(),
        caught: among(&|gain| gain > 0.0),
        stopped_wrongly: among(&|gain| gain < 0.0),
    })
}

/// The mean of the values where `is` is 1; NaN if there are none.
fn mean_among(values: &[f64], is: &[f64]) -> f64 {
    let sum: f64 = values.iter().zip(is).map(|(value, is)| value * is).sum();
    sum / is.iter().sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_board_looks_every_third_month_but_not_in_the_last_year() {
        assert_eq!(candidate_months(36), [6, 9, 12, 15, 18, 21, 24]);
        assert_eq!(candidate_months(18), [6]);
        assert!(candidate_months(17).is_empty());
        for horizon in 18..=240 {
            let months = candidate_months(horizon);
            assert!(months.len() <= MOST_MONTHS && months.iter().all(|m| (6..=horizon - 12).contains(m)));
        }
    }
}
