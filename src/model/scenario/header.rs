//! `[case]`: name, currency, horizon, language, preset, seed and kind.

use super::checked::CalendarMonth;
use super::fault::Fault;
use super::field::{Content, Field, MOST_MONTHS, field};
use super::language::Language;
use super::layer::own_file;
use super::letters::{hidden_letter, shows_something};
use super::presets;
use super::rate::{PER_EURO, RATES};
use super::reader::{Cell, Reader};
use super::rule::DecisionRule;
use crate::evidence::Lens;

/// What `[case]` says.
pub(super) struct Header {
    pub name: String,
    pub currency: String,
    pub months: usize,
    pub run_off: usize,
    pub rule: DecisionRule,
    pub start: Option<CalendarMonth>,
    pub language: Option<Language>,
    pub seed: u64,
    pub preset: Option<String>,
    pub lens: Option<Lens>,
    pub cash_flow: bool,
}

/// The shortest horizon, in months.
const LEAST_MONTHS: i64 = 12;
/// The horizon where none is given.
const USUAL_MONTHS: i64 = 60;

/// How long effects run off after the horizon.
pub(super) const RUN_OFF: &str = "case.run_off_months";
/// The longest run-off, in months.
const MOST_RUN_OFF: i64 = 120;
/// The run-off where none is given: five years.
const USUAL_RUN_OFF: i64 = 60;

/// The currency where none is given.
pub(super) const USUAL_CURRENCY: &str = "EUR";

/// The keys of `[case]`, and `base`.
pub(super) fn fields() -> Vec<Field> {
    vec![
        field("base", Content::Text("other.toml"), "file", "scenario whose values hold where this one says nothing"),
        field("case.name", Content::Text("Our hotels"), "1 to 80 characters", "name of the case"),
        field("case.currency", Content::Text("EUR"), "three letters", "currency of every amount"),
        field(
            PER_EURO,
            Content::Number(RATES.0, RATES.1),
            "units of the currency for one euro",
            "rate for amounts of presets and defaults, which are in euros",
        ),
        field("case.months", Content::Whole(12, MOST_MONTHS), "months", "horizon"),
        field(
            RUN_OFF,
            Content::Whole(0, MOST_RUN_OFF),
            "months",
            "how long effects run off, after the programme has ended at the horizon, in the value beside the headline; 0: none",
        ),
        field("case.rule", Content::Text("mean"), "rule", "when the case is worth doing: mean, median, or loss <= 30%"),
        field("case.start", Content::Text("2027-01"), "year-month", "calendar month of month 1"),
        field(
            "case.lang",
            Content::Choice(Language::ALL.map(Language::code).to_vec()),
            "language",
            "language of the results, where the command line says nothing",
        ),
        field("case.preset", Content::Choice(presets::names()), "preset", "sector whose values to start from"),
        field("case.lens", Content::Choice(lens_words()), "lens", "how much of the published effects is believed"),
        field("case.seed", Content::Whole(0, i64::MAX), "whole number", "number from which all draws follow"),
        field(
            "case.kind",
            Content::Choice(vec!["chain", "cash-flow"]),
            "kind",
            "effect chain, or a project known by its cash flows",
        ),
    ]
}

/// The words for a lens: its names, and the other one that the first of them has.
fn lens_words() -> Vec<&'static str> {
    Lens::NAMES.into_iter().chain([Lens::OTHER_NAME]).collect()
}

/// Reads `[case]`; where something is wrong the default stands in, so that the rest can be read too.
pub(super) fn read(r: &mut Reader) -> Header {
    if let Some(cell) = r.cell("base") {
        r.text(&cell, "other.toml");
    }
    let lens = r.cell("case.lens").and_then(|cell| r.choice(&cell, &lens_words()));
    let name = own_name(r);
    let months = r.cell("case.months").and_then(|cell| r.whole(&cell, LEAST_MONTHS, MOST_MONTHS));
    let run_off = r.cell(RUN_OFF).and_then(|cell| r.whole(&cell, 0, MOST_RUN_OFF));
    let seed = r.cell("case.seed").and_then(|cell| r.whole(&cell, 0, i64::MAX));
    let preset = r.cell("case.preset").and_then(|cell| r.choice(&cell, &presets::names()));
    let language = r.cell("case.lang").and_then(|cell| r.choice(&cell, &Language::ALL.map(Language::code)));
    let kind = r.cell("case.kind").and_then(|cell| r.choice(&cell, &["chain", "cash-flow"]));
    Header {
        name: name.unwrap_or_else(|| file_stem(&r.layers[own_file(r.layers)].name)),
        currency: currency(r).unwrap_or_else(|| USUAL_CURRENCY.to_owned()),
        months: months.unwrap_or(USUAL_MONTHS) as usize,
        run_off: run_off.unwrap_or(USUAL_RUN_OFF) as usize,
        rule: rule(r).unwrap_or_default(),
        start: start(r),
        language: language.map(|place| Language::ALL[place]),
        seed: seed.unwrap_or(1) as u64,
        preset: preset.map(|place| presets::names()[place].to_owned()),
        lens: lens.map(|place| Lens::ALL.get(place).copied().unwrap_or_default()),
        cash_flow: kind == Some(1),
    }
}

/// The name that the file itself gives. That of a preset or a base is theirs: two cases on one base would have the same name.
fn own_name(r: &mut Reader) -> Option<String> {
    let cell = r.cell("case.name")?;
    let name = r.name(&cell, "Our hotels")?;
    (cell.layer <= own_file(r.layers)).then(|| name.to_owned())
}

/// `hotels/north.toml` is the case `north`.
pub(super) fn file_stem(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem: String = file
        .trim_end_matches(".toml")
        .chars()
        .filter(|c| !c.is_control() && hidden_letter(&c.to_string()).is_none())
        .take(80)
        .collect();
    if !shows_something(&stem) { "case".to_owned() } else { stem }
}

fn currency(r: &mut Reader) -> Option<String> {
    let cell = r.cell("case.currency")?;
    let text = r.text(&cell, "EUR")?;
    if text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase()) {
        return Some(text.to_owned());
    }
    form(r, &cell, "three capital letters (ISO 4217)", "EUR");
    None
}

fn start(r: &mut Reader) -> Option<CalendarMonth> {
    let cell = r.cell("case.start")?;
    let text = r.text(&cell, "2027-01")?;
    let month = calendar_month(text);
    if month.is_none() {
        form(r, &cell, "a year and a month, 1900 to 2200", "2027-01");
    }
    month
}

fn rule(r: &mut Reader) -> Option<DecisionRule> {
    let cell = r.cell("case.rule")?;
    let rule = r.text(&cell, "mean")?.parse().ok();
    if rule.is_none() {
        form(r, &cell, DecisionRule::FORMS, "loss <= 30%");
    }
    rule
}

/// `2027-01`.
pub(super) fn calendar_month(text: &str) -> Option<CalendarMonth> {
    let (year, month) = text.split_once('-')?;
    let digits = |part: &str, count| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(year, 4) || !digits(month, 2) {
        return None;
    }
    let (year, month) = (year.parse().ok()?, month.parse().ok()?);
    ((1900..=2200).contains(&year) && (1..=12).contains(&month)).then_some(CalendarMonth { year, month })
}

fn form(r: &mut Reader, cell: &Cell, rule: &'static str, example: &'static str) {
    let found = r.found(cell);
    r.fault(cell, Fault::TextForm { found, rule, example });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_start_is_a_year_and_a_month() {
        assert_eq!(calendar_month("2027-01"), Some(CalendarMonth { year: 2027, month: 1 }));
        for text in ["2027", "2027-13", "2027-1", "27-01", "1899-12", "2027-01-01", "+027-01"] {
            assert_eq!(calendar_month(text), None, "{text}");
        }
    }

    #[test]
    fn a_case_without_a_name_is_called_after_its_file() {
        assert_eq!(file_stem("hotels/north.toml"), "north");
        assert_eq!(file_stem(".toml"), "case");
    }
}
