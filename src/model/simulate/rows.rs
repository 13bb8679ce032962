//! A summary in long form, for engines that bring states together by `GROUP BY`.

use super::summary::Summary;
use crate::statistics::tally::{GroupedRows, Ledger, PER_STATE, Row, RowWriter, Tally};
use std::ops::Range;

/// The place of the ledger among the states.
const LEDGER: usize = 0;
/// The first place of a tally; those between are free for whoever sends rows of their own.
const TALLIES: usize = 2;
/// The place that no summary uses: for what is said of rows as a whole.
const FREE: usize = 1;

/// The metrics that no summary uses, from and to: for what a sender says of its rows.
pub const FREE_METRICS: Range<i64> = FREE as i64 * PER_STATE..(FREE as i64 + 1) * PER_STATE;

impl Summary {
    /// All its numbers as rows. Rows of any parts of a run, grouped by kind, metric and key in any order and any tree, are
    /// the rows of the whole run but for values that parts keep and the whole counts; [`Summary::of_rows`] sees to those.
    pub fn rows(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        self.ledger.write_rows(&mut RowWriter::new(LEDGER, &mut rows));
        for (place, tally) in (TALLIES..).zip(self.tallies()) {
            tally.write_rows(&mut RowWriter::new(place, &mut rows));
        }
        rows
    }

    /// This summary, which has seen nothing yet, with what these rows of its case say of these trials; none if they are not
    /// those of each of these trials once. Rows of [`FREE_METRICS`] are left aside.
    #[must_use]
    pub fn of_rows(mut self, rows: impl IntoIterator<Item = Row>, trials: Range<u64>) -> Option<Summary> {
        let mut states = GroupedRows::by_state(rows)?;
        states.remove(&FREE);
        self.ledger = Ledger::of_rows(&states.remove(&LEDGER)?)?;
        self.ledger.verify(trials.clone()).ok()?;
        for (place, tally) in (TALLIES..).zip(self.tallies_mut()) {
            let own = states.remove(&place).unwrap_or_default();
            let empty = std::mem::replace(tally, Tally::new(1, 0, None));
            *tally = empty.of_rows(&own, trials.end - trials.start)?;
        }
        let is_whole = states.is_empty() && self.verify(self.months(), trials).is_ok();
        is_whole.then_some(self)
    }
}
