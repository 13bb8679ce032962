//! A file of readings: read whole, checked whole, put into order.

use super::super::diagnostic::ScenarioError;
use super::super::layer::{Layer, lines};
use super::super::valid::Scenario;
use super::cells::{Against, Cells};
use super::fault::ActualsFault;
use super::metric::TrackMetric;
use super::plan::TrackPlan;
use super::reading::{Actuals, ReadArm, Reading};
use super::row::reading;
use super::table::{self, Wrong};
use super::together::{Placed, check};

/// Months until the board looks again where a case does not say when.
const UNTIL_NEXT: usize = 6;

impl Actuals {
    /// The readings of a text against a case; `name` is what its messages call the file.
    ///
    /// # Errors
    /// All that is wrong with it at once, each with its line, its column and what to write instead.
    pub fn read(text: &str, name: &str, scenario: &Scenario) -> Result<Actuals, ScenarioError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut wrong = Wrong::default();
        let rows = match scenario.today() {
            Some(today) => {
                let table = table::read(text, &mut wrong);
                let against = Against {
                    months: scenario.months(),
                    start: scenario.start(),
                    currency: scenario.currency(),
                    passives: today.answers[1],
                    mark: table.mark,
                };
                readings(&table, &against, text, scenario, &mut wrong)
            }
            None => {
                wrong.say(0..0, "", "", ActualsFault::NoChain);
                Vec::new()
            }
        };
        if wrong.0.is_empty() { Ok(Actuals::of(rows)) } else { Err(refused(wrong, name, text, scenario)) }
    }

    /// These readings in order.
    fn of(mut readings: Vec<Reading>) -> Actuals {
        readings.sort_by(|a, b| (a.month, a.metric, &a.site, a.arm).cmp(&(b.month, b.metric, &b.site, b.arm)));
        let (costs, readings) = readings.into_iter().partition(|reading| reading.metric == TrackMetric::Cost);
        Actuals { readings, costs }
    }

    /// The costs to date that were read last by a month, if any were.
    pub fn cost(&self, now: usize) -> Option<&Reading> {
        self.costs.iter().rfind(|reading| reading.month <= now as i32)
    }

    /// The month up to which readings are used, of a case of so many months: `track.now`, else that of the latest reading of the programme arm, at most
    /// the last month but one; 0 where nothing was read since the start.
    pub fn now(&self, plan: &TrackPlan, months: usize) -> usize {
        let of_programme = self.readings.iter().chain(&self.costs).filter(|r| r.arm == ReadArm::Programme);
        let latest = of_programme.map(|reading| usize::try_from(reading.month).unwrap_or(0)).max();
        plan.now.unwrap_or_else(|| latest.unwrap_or(0).min(months.saturating_sub(1)))
    }

    /// The month in which the board looks again: `track.next`, else six months on, at most the last month.
    pub fn next(&self, plan: &TrackPlan, months: usize) -> usize {
        plan.next.unwrap_or_else(|| (self.now(plan, months) + UNTIL_NEXT).min(months))
    }

    /// The readings that count up to a month, in order: a mean score beside a net promoter score of the same site and
    /// period is only shown.
    pub fn counting(&self, now: usize) -> impl Iterator<Item = &Reading> {
        self.readings.iter().filter(move |reading| reading.month <= now as i32 && !self.only_shown(reading))
    }

    /// Whether a reading is a mean score beside a net promoter score of the same site and period.
    pub fn only_shown(&self, reading: &Reading) -> bool {
        let beside = |other: &Reading| {
            let period = |reading: &Reading| (reading.month, reading.months);
            other.metric == TrackMetric::Nps && other.site == reading.site && period(other) == period(reading)
        };
        reading.metric == TrackMetric::Rating && self.readings.iter().any(beside)
    }
}

fn readings(
    table: &table::Table,
    against: &Against,
    text: &str,
    scenario: &Scenario,
    wrong: &mut Wrong,
) -> Vec<Reading> {
    let begins = lines(text);
    let line = |byte: usize| begins.partition_point(|begin| *begin <= byte);
    let read = table.rows.iter().filter_map(|row| {
        let mut cells = Cells { row, against, wrong };
        Some(Placed { reading: reading(&mut cells, line(row.start.start))?, row })
    });
    let placed: Vec<Placed> = read.collect();
    let plan = scenario.track();
    check(&placed, plan.next.filter(|_| plan.now.is_none()), wrong);
    placed.into_iter().map(|placed| placed.reading).collect()
}

/// What is wrong, in the order of the file. The case stands beside it: its language is that of the messages.
fn refused(wrong: Wrong, name: &str, text: &str, scenario: &Scenario) -> ScenarioError {
    let mut all = wrong.0.into_diagnostics(&[Layer::embedded(name.to_owned(), text, Vec::new())]);
    if let Ok(source) = scenario.source() {
        all.sources.push((source.first.name.clone(), source.first.text.clone()));
    }
    ScenarioError::Invalid(Box::new(all))
}
