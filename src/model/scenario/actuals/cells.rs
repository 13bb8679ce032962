//! The cells of one row of a file of readings, and what is wrong with them.

use super::super::checked::CalendarMonth;
use super::super::fault::Fault;
use super::super::quantity::{Expected, QuantityError, number, number_with_mark};
use super::super::shorten::shortened;
use super::fault::ActualsFault;
use super::table::{Row, Wrong};
use crate::units::Sort;

/// What a file of readings is read against.
pub(super) struct Against<'a> {
    /// The horizon, months.
    pub months: usize,
    /// The calendar month of month 1.
    pub start: Option<CalendarMonth>,
    /// ISO 4217.
    pub currency: &'a str,
    /// The share of passives among today's customers.
    pub passives: f64,
    /// The decimal mark of the file.
    pub mark: char,
}

/// The site that is the whole organisation.
pub(super) const WHOLE: &str = "all";

/// Cells of one row, and what is wrong with them.
pub(super) struct Cells<'a, 'w> {
    pub row: &'a Row,
    pub against: &'a Against<'a>,
    pub wrong: &'w mut Wrong,
}

impl Cells<'_, '_> {
    /// Adds what is wrong under a heading.
    pub(super) fn add(&mut self, heading: &str, fault: Fault) {
        self.wrong.add(self.row.span(heading), heading, fault);
    }

    /// The same of a rule of readings.
    pub(super) fn say(&mut self, heading: &str, why: ActualsFault) {
        self.wrong.say(self.row.span(heading), heading, self.row.text(heading), why);
    }

    /// A number that breaks this rule.
    pub(super) fn out_of_range(&mut self, heading: &str, rule: String, example: &str) {
        let found = shortened(self.row.text(heading));
        self.add(heading, Fault::OutOfRange { found, rule, example: example.to_owned() });
    }

    /// The number of a text of a cell; what is no number is wrong.
    pub(super) fn number(&mut self, heading: &str, text: &str, expected: &Expected) -> Option<f64> {
        // Commas part the columns of files with decimal points: of those alone nobody knows what a single point means.
        let counted = self.against.mark == '.' && matches!(expected.sort, Sort::Money | Sort::Count);
        let read = if counted { number(text, expected) } else { number_with_mark(text, self.against.mark, expected) };
        match read {
            Ok(number) => Some(number.value),
            Err(why) => {
                self.not_a_number(heading, why);
                None
            }
        }
    }

    fn not_a_number(&mut self, heading: &str, why: QuantityError) {
        let found = shortened(self.row.text(heading));
        self.add(heading, Fault::Quantity { found, why, example: String::new() });
    }
}
