//! What must hold between the rows of a file of readings.

use super::fault::ActualsFault;
use super::metric::TrackMetric;
use super::reading::{ReadArm, Reading};
use super::table::{Row, Wrong};
use std::collections::BTreeMap;

/// A reading and the row it stands in.
pub(super) struct Placed<'a> {
    pub reading: Reading,
    pub row: &'a Row,
}

impl Placed<'_> {
    fn say(&self, heading: &str, why: ActualsFault, wrong: &mut Wrong) {
        wrong.say(self.row.span(heading), heading, self.row.text(heading), why);
    }
}

/// Checks all readings of a file against each other; `next` is the month in which the board is to look again, where that
/// depends on the latest reading.
pub(super) fn check(readings: &[Placed], next: Option<usize>, wrong: &mut Wrong) {
    let mut sites: BTreeMap<&str, Vec<&Placed>> = BTreeMap::new();
    let mut series: BTreeMap<(TrackMetric, &str), Vec<&Placed>> = BTreeMap::new();
    for placed in readings {
        let (metric, site) = (placed.reading.metric, placed.reading.site.as_str());
        // A cost belongs to the programme, not to a site.
        if metric != TrackMetric::Cost {
            sites.entry(site).or_default().push(placed);
        }
        series.entry((metric, site)).or_default().push(placed);
    }
    sites.values().for_each(|rows| check_site(rows, wrong));
    series.into_iter().for_each(|((metric, _), rows)| check_series(metric, rows, wrong));
    check_next(readings, next, wrong);
}

/// A site belongs to one arm, and its work began once, before its last reading.
fn check_site(rows: &[&Placed], wrong: &mut Wrong) {
    let Some(first) = rows.first() else { return };
    for row in rows {
        if row.reading.arm != first.reading.arm {
            row.say("arm", ActualsFault::TwoArms { line: first.reading.line }, wrong);
        }
        if row.reading.started != first.reading.started {
            row.say("started", ActualsFault::TwoStarts { line: first.reading.line }, wrong);
        }
    }
    let last = rows.iter().map(|row| row.reading.month).max().unwrap_or(0);
    let said = rows.iter().find(|row| !row.row.text("started").is_empty());
    if let Some(row) = said.filter(|row| row.reading.started >= last) {
        row.say("started", ActualsFault::NothingAfter { last }, wrong);
    }
}

/// The readings of one metric and site are of months of their own, and of periods that do not overlap.
fn check_series(metric: TrackMetric, mut rows: Vec<&Placed>, wrong: &mut Wrong) {
    rows.sort_by_key(|row| (row.reading.month, row.reading.line));
    for pair in rows.windows(2) {
        let [before, after] = [&pair[0].reading, &pair[1].reading];
        let line = before.line;
        if before.month == after.month {
            pair[1].say("month", ActualsFault::Twice { line }, wrong);
        } else if metric != TrackMetric::Cost && i64::from(after.month) - i64::from(after.months) < before.month.into()
        {
            pair[1].say("month", ActualsFault::Overlap { line }, wrong);
        }
    }
}

/// The board looks again after the latest reading.
fn check_next(readings: &[Placed], next: Option<usize>, wrong: &mut Wrong) {
    let of_programme = readings.iter().filter(|placed| placed.reading.arm == ReadArm::Programme);
    let latest = of_programme.max_by_key(|placed| placed.reading.month);
    let (Some(latest), Some(next)) = (latest, next) else { return };
    if i64::from(latest.reading.month) >= next as i64 {
        latest.say("month", ActualsFault::NotBeforeNext { next }, wrong);
    }
}
