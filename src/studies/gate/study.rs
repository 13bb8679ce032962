//! The search for the best gate: thresholds are chosen on one sample and valued on another.

use super::course::{Course, DecisionMonth};
use super::findings::{GateStudy, Gated, JointRule, Judged, MonthGates, OutcomeStops, StopAll};
use super::outlook::Outlook;
use super::regions::regions;
use super::threshold::{Readable, StopRule, gain_of_rule, threshold};
use crate::findings::{CaseFacts, Provenance};
use delight_model::chain::Delivery;
use delight_model::scenario::{Gate, Metric, Project, Scenario};
use delight_model::simulate::{Control, Settings, SimulationError, second_of, try_each};
use delight_model::statistics::{Estimate, estimated, mean};
use std::fmt;

/// Trials unless asked otherwise.
pub const TRIALS: u64 = 16_384;

/// Answers of the survey in each arm that reads the metrics, unless asked otherwise.
pub const USUAL_ANSWERS: f64 = 1_000.0;

/// The most months that are looked at.
pub const MOST_MONTHS: usize = 16;
/// The first month at which a board looks.
const FIRST: usize = 12;
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

/// The months at which a board could look within this horizon: every third, or a multiple, from 12 to a year before the
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
/// The metrics are read by a survey of `answers` in each arm, and thresholds are what it can see; the gate of the case is
/// read as the case says.
///
/// # Errors
/// [`GateError`] if the case has no month and metric to look at, or `control` ended the work.
pub fn best_gate(
    scenario: &Scenario,
    settings: Settings,
    answers: f64,
    control: &Control,
) -> Result<GateStudy, GateError> {
    let Project::Chain(_) = scenario.project() else { return Err(GateError::NoChain) };
    let own = own_gate(scenario);
    let months = looked_at(scenario, own);
    if candidate_months(scenario.months()).is_empty() {
        return Err(GateError::TooShort(scenario.months()));
    }
    let others = second_of(&settings, settings.trials);
    let learn = Course::new(scenario, others, (&months, answers), control)?;
    let judge = Course::new(scenario, settings, (&months, answers), control)?;
    let look = Look { answers, go: &judge.go };
    let at = |m: usize| Ok(look.at_month((&learn.crossings[m], &learn.errors), (&judge.crossings[m], &judge.errors)));
    let found = try_each(months.len(), control, at)?;
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
        answers,
        stop_all: stop_all(&learn, &judge),
        own: own.and_then(|gate| {
            let month = judge.at(gate.month)?;
            let read = month.read(gate.metric, gate.survey, &judge.errors);
            let stopped = stopped(&read, StopRule::Below(gate.at_least));
            Some(gated(month, &judge.go, (gate.metric, StopRule::Below(gate.at_least)), &stopped))
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

/// How a board looks: its survey, and the trials whose programme goes on.
struct Look<'a> {
    answers: f64,
    go: &'a [f64],
}

impl Look<'_> {
    /// The best gates of a month, with what each gained in the trials that chose it; with each month what the surveys read
    /// amiss.
    fn at_month(
        &self,
        (learn, errors): (&DecisionMonth, &[f64]),
        (judge, judge_errors): (&DecisionMonth, &[f64]),
    ) -> (MonthGates, [f64; 3]) {
        let mut hoped = [0.0; 3];
        let gates = Metric::ALL.map(|metric| {
            let readings = &learn.readings[metric as usize];
            let expected = Outlook::of(&[readings], &learn.gain).expects_of_its_own();
            let readable = Readable::of(metric.most(), self.answers, learn.spreads[metric as usize]);
            let rule = threshold(readings, &expected, readable);
            let gain = gain_of_rule(&stopped(readings, rule), &learn.gain).value;
            hoped[metric as usize] = gain.max(0.0);
            // A regression may promise at its ends what no trial there gains.
            let rule = if gain > 0.0 { rule } else { StopRule::Never };
            gated(judge, self.go, (metric, rule), &stopped(&judge.readings[metric as usize], rule))
        });
        let seen = self.together(learn, errors);
        let outlook = Outlook::of(&seen.each_ref().map(Vec::as_slice), &learn.gain);
        let stops = |expected: Vec<f64>| -> Vec<bool> { expected.iter().map(|gain| *gain > 0.0).collect() };
        let gains = gain_of_rule(&stops(outlook.expects_of_its_own()), &learn.gain).value > 0.0;
        let shown = self.together(judge, judge_errors);
        let stopped = match gains {
            true => stops(outlook.expects(&shown.each_ref().map(Vec::as_slice))),
            false => vec![false; judge.gain.len()],
        };
        let found = MonthGates {
            month: judge.month,
            gates: gates.to_vec(),
            all_three: JointRule { value: gain_of_rule(&stopped, &judge.gain), stopped: share(&stopped) },
            perfect: estimated(&[&judge.gain], |c| c[0].iter().map(|g| g.max(0.0)).sum::<f64>() / c[0].len() as f64),
        };
        (found, hoped)
    }

    /// All three metrics as they are read together: one survey of customers, another of the staff, which errs by itself.
    fn together(&self, month: &DecisionMonth, errors: &[f64]) -> [Vec<f64>; 3] {
        Metric::ALL.map(|metric| match metric {
            Metric::Engaged => {
                // The errors of another trial: as large, and of no relation to those of its own.
                let staff: Vec<f64> = errors.iter().cycle().skip(STAFF).take(errors.len()).copied().collect();
                month.read(metric, Some(self.answers), &staff)
            }
            _ => month.readings[metric as usize].clone(),
        })
    }
}

/// How far away the trial stands whose error is that of the staff's survey.
const STAFF: usize = 1_009;

fn stopped(readings: &[f64], rule: StopRule) -> Vec<bool> {
    readings.iter().map(|reading| rule.stops(*reading)).collect()
}

/// Ending the programme whatever it shows, after the month in which that gains most; none where going on is worth more.
fn stop_all(learn: &Course, judge: &Course) -> Option<StopAll> {
    let gains = learn.crossings.iter().map(|month| (month.month, mean(&month.gain)));
    let (month, _) = gains.filter(|(_, gain)| *gain > 0.0).max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
    let gain = &judge.at(month)?.gain;
    Some(StopAll {
        month,
        value: estimated(&[gain], |c| mean(c[0])),
        npv_mean: estimated(&[&judge.go, gain], |c| mean(c[0]) + mean(c[1])),
    })
}

/// Month and metric of the gate that gained most in the trials that chose it.
fn best_of(found: &[(MonthGates, [f64; 3])]) -> Option<(usize, usize)> {
    let early = found.iter().enumerate().filter(|(_, (at, _))| at.month >= FIRST);
    let all = early.flat_map(|(m, (_, hoped))| (0..3).map(move |metric| (m, metric, hoped[metric])));
    let best = all.filter(|(.., hoped)| *hoped > 0.0).max_by(|a, b| a.2.total_cmp(&b.2).then(b.0.cmp(&a.0)));
    best.map(|(m, metric, _)| (m, metric))
}

fn share(stopped: &[bool]) -> Estimate {
    let ones: Vec<f64> = stopped.iter().map(|stopped| f64::from(*stopped)).collect();
    estimated(&[&ones], |c| mean(c[0]))
}

/// A gate and what it is worth in these trials, of which it stops some.
fn gated(judge: &DecisionMonth, go: &[f64], (metric, rule): (Metric, StopRule), stopped: &[bool]) -> Gated {
    let with: Vec<f64> = (0..go.len()).map(|t| if stopped[t] { go[t] + judge.gain[t] } else { go[t] }).collect();
    Gated {
        month: judge.month,
        metric: metric.name().to_owned(),
        at_least: match rule {
            StopRule::Never => None,
            StopRule::Below(at_least) => Some(at_least),
        },
        npv_mean: estimated(&[&with], |c| mean(c[0])),
        value: gain_of_rule(stopped, &judge.gain),
        stopped: share(stopped),
    }
}

/// Whom a gate stops.
fn judged(judge: &Course, gate: &Gated) -> Option<Judged> {
    let crossing = judge.at(gate.month)?;
    let metric = metric_of(&gate.metric)?;
    let rule = gate.at_least.map_or(StopRule::Never, StopRule::Below);
    let stopped: Vec<f64> = crossing.readings[metric as usize].iter().map(|l| f64::from(rule.stops(*l))).collect();
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
        assert_eq!(candidate_months(36), [12, 15, 18, 21, 24]);
        assert_eq!(candidate_months(24), [12]);
        assert!(candidate_months(23).is_empty());
        for horizon in 24..=240 {
            let months = candidate_months(horizon);
            assert!(months.len() <= MOST_MONTHS && months.iter().all(|m| (12..=horizon - 12).contains(m)));
        }
    }
}
