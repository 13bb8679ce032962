//! A screen of sentences and tables.

use super::values;
use crate::analysis::{CaseFacts, Estimate, InputFacts};
use crate::report::format::{pad, wrap};
use crate::report::language::Words;
use crate::report::text::{BOLD, COLUMNS, DIM, with_error};
use std::fmt::Write;

/// Text of a screen in the making.
pub struct Page {
    out: String,
    /// The words of the reader.
    pub words: Words,
    currency: String,
}

impl Page {
    /// A screen with its title: the case, and how it was drawn.
    pub fn new(case: &CaseFacts, trials: usize, sampling: &str, seed: u64, words: Words) -> Self {
        let (months, trials, seed) = (case.months.to_string(), words.whole(trials as f64), seed.to_string());
        let sampling = words.say_of("sampling", sampling);
        let span = [("months", months.as_str()), ("trials", &trials), ("sampling", &sampling), ("seed", &seed)];
        let title = format!("{BOLD}{}{BOLD:#}  {DIM}{}{DIM:#}\n\n", case.name, words.say_with("run-span", &span));
        Page { out: title, words, currency: case.currency.clone() }
    }

    /// A sentence.
    pub fn sentence(&mut self, sentence: &str) {
        let _ = writeln!(self.out, "  {}", wrap(sentence, COLUMNS - 2, "  "));
    }

    /// Headings of a table: the first column with its width, then the others with theirs, set to the right.
    pub fn heading(&mut self, first: (&str, usize), rest: &[(&str, usize)]) {
        let cells: String = rest.iter().map(|(text, width)| format!("{text:>width$}")).collect();
        let _ = writeln!(self.out, "\n{BOLD}{}{cells}{BOLD:#}", pad(first.0, first.1 + 2));
    }

    /// A line of a table; a name that is too long for its column goes on below.
    pub fn row(&mut self, first: (&str, usize), rest: &[(&str, usize)]) {
        let cells: String = rest.iter().map(|(text, width)| format!("{text:>width$}")).collect();
        let name = wrap(first.0, first.1 - 1, "  ");
        let (head, tail) = name.split_once('\n').unwrap_or((&name, ""));
        let _ = writeln!(self.out, "  {}{cells}", pad(head, first.1));
        if !tail.is_empty() {
            let _ = writeln!(self.out, "  {}", tail.replace('\n', "\n  "));
        }
    }

    /// A remark.
    pub fn remark(&mut self, remark: &str) {
        let _ = writeln!(self.out, "  {DIM}{}{DIM:#}", wrap(remark, COLUMNS - 2, "  "));
    }

    /// The whole screen.
    pub fn finish(self) -> String {
        self.out
    }

    /// Money.
    pub fn money(&self, x: f64) -> String {
        self.words.money(&self.currency, x)
    }

    /// Money with its standard error.
    pub fn money_error(&self, estimate: &Estimate) -> String {
        with_error(estimate, &|x| self.money(x))
    }

    /// A share with its standard error.
    pub fn share_error(&self, estimate: &Estimate) -> String {
        with_error(estimate, &|x| self.words.percent(x))
    }

    /// What an input is called.
    pub fn name(&self, input: &InputFacts) -> String {
        values::name(&input.name, self.words)
    }

    /// A value of an input.
    pub fn value(&self, input: &InputFacts, x: f64) -> String {
        values::value(input, &self.currency, self.words, x)
    }

    /// A value of an input with its standard error.
    pub fn value_error(&self, input: &InputFacts, estimate: &Estimate) -> String {
        values::with_error(input, &self.currency, self.words, estimate)
    }
}
