//! Every key a scenario file may have, in one list from which reading, suggestions, schema and template are made.

use super::assessment::SCORE;
use super::case::{Metric, finance_catalogue, nps_catalogue, overrun};
use super::language::Language;
use crate::chain;
use crate::chain::Delivery;
use crate::evidence::Lens;
use crate::evidence::{Group, questionnaire};
use crate::finance::costs::Per;
use crate::finance::flows::Rhythm;
use crate::units::{Input, Kind};
use std::collections::BTreeSet;

/// What a key may hold.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content {
    /// A number or a distribution.
    Quantity(Kind),
    /// A score of a self-assessment.
    Score(Kind),
    /// The same, or yes or no.
    ScoreOrFlag(Kind),
    /// The same, or the word "balanced".
    Acquisition(Kind),
    /// Text of this form, with an example.
    Text(&'static str),
    /// A whole number from the first to the second.
    Whole(i64, i64),
    /// One of these words.
    Choice(Vec<&'static str>),
    /// One plain number from the first to the second.
    Number(f64, f64),
    /// true or false.
    Flag,
    /// Two or more paths of inputs.
    Paths,
    /// Names of cases.
    Names,
}

/// A key: where it stands, what it may hold, and what it means.
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// Full path, or the key alone in a list of tables.
    pub path: String,
    pub content: Content,
    pub unit: &'static str,
    pub meaning: &'static str,
}

/// The lists of tables a scenario may have.
pub(super) const LISTS: [&str; 4] = ["programme.costs", "flows", "correlations", super::assessment::VALUES];

/// Every table of a scenario, in the order in which people fill it in.
pub(super) const TABLES: [&str; 31] = [
    "case",
    "customers",
    "customers.mix",
    "customers.nps",
    "employees",
    "partners",
    "experience",
    "assessment.shifts",
    "assessment.feedback",
    "assessment.vision",
    "assessment.basics",
    "excellence.now",
    "programme",
    "programme.target",
    "programme.start_month",
    "programme.gate",
    "cost_to_serve",
    "finance",
    "market",
    "portfolio",
    "effects",
    "effects.excellence",
    "effects.employees",
    "effects.experience",
    "effects.connection",
    "effects.loyalty",
    "effects.loyalty.odds",
    "effects.advocacy",
    "effects.advocacy.entry_mix",
    "effects.advocacy.referred_mix",
    "effects.spend",
];

/// The place of a table in the order in which people fill a scenario in; lists of costs and flows go with their table.
pub fn table_order(table: &str) -> usize {
    let table = if table == "programme.costs" { "programme.start_month" } else { table };
    TABLES.iter().position(|known| *known == table).unwrap_or(TABLES.len())
}

/// The longest horizon, in months.
pub(super) const MOST_MONTHS: i64 = 240;

pub(super) fn field(path: &str, content: Content, unit: &'static str, meaning: &'static str) -> Field {
    Field { path: path.to_owned(), content, unit, meaning }
}

fn input_field(input: &Input) -> Field {
    let content = match input.path().as_str() {
        "customers.annual_acquisition" => Content::Acquisition(input.kind),
        _ => Content::Quantity(input.kind),
    };
    Field { path: input.path(), content, unit: input.unit, meaning: input.meaning }
}

/// Every input of a chain case that has a path of its own, in the order of the assumptions.
pub fn inputs() -> Vec<Input> {
    let mut all = chain::catalogue();
    all.extend(finance_catalogue());
    all.push(overrun());
    all
}

/// The unit of every assumption a case can have, each once.
pub fn units() -> BTreeSet<&'static str> {
    let amounts = Per::ALL.map(|(per, _)| super::programme::unit(per));
    let flows = Rhythm::ALL.map(|(rhythm, _)| super::cash::unit(rhythm));
    let named = inputs().into_iter().chain(nps_catalogue()).map(|input| input.unit);
    named.chain(amounts).chain(flows).chain(["share a year"]).collect()
}

/// Every key outside the lists of tables.
pub(super) fn fields() -> Vec<Field> {
    let mut all = case_fields();
    all.extend(inputs().iter().chain(&nps_catalogue()).map(input_field));
    all.extend(programme_fields());
    all.extend(assessment_fields());
    all.extend(super::funding::fields_of_portfolio());
    all
}

fn case_fields() -> Vec<Field> {
    vec![
        field("base", Content::Text("other.toml"), "file", "scenario whose values hold where this one says nothing"),
        field("case.name", Content::Text("Our hotels"), "1 to 80 characters", "name of the case"),
        field("case.currency", Content::Text("EUR"), "three letters", "currency of every amount"),
        field("case.months", Content::Whole(12, MOST_MONTHS), "months", "horizon"),
        field("case.start", Content::Text("2027-01"), "year-month", "calendar month of month 1"),
        field(
            "case.lang",
            Content::Choice(Language::ALL.map(Language::code).to_vec()),
            "language",
            "language of the results, where the command line says nothing",
        ),
        field("case.preset", Content::Choice(super::presets::names()), "preset", "sector whose values to start from"),
        field(
            "case.lens",
            Content::Choice(Lens::NAMES.to_vec()),
            "lens",
            "how much of the published effects is believed",
        ),
        field("case.seed", Content::Whole(0, i64::MAX), "whole number", "number from which all draws follow"),
        field(
            "case.kind",
            Content::Choice(vec!["chain", "cash-flow"]),
            "kind",
            "effect chain, or a project known by its cash flows",
        ),
    ]
}

fn programme_fields() -> Vec<Field> {
    let mut outcomes = vec!["drawn"];
    outcomes.extend(Delivery::ALL.map(Delivery::name));
    vec![
        field(
            "programme.delivery",
            Content::Choice(outcomes),
            "outcome",
            "outcome of the delivery: drawn by its chances, or fixed",
        ),
        field(
            "programme.gate.month",
            Content::Whole(1, MOST_MONTHS),
            "month",
            "month after which the programme is checked",
        ),
        field(
            "programme.gate.metric",
            Content::Choice(Metric::ALL.map(Metric::name).to_vec()),
            "metric",
            "what is measured against doing nothing",
        ),
        field(
            "programme.gate.at_least",
            Content::Number(-200.0, 200.0),
            "share, or points of NPS",
            "smallest gain with which the programme goes on",
        ),
    ]
}

/// The answers of a self-assessment; those about experience values follow from their list.
fn assessment_fields() -> Vec<Field> {
    let asked = questionnaire().items.iter().filter(|item| item.group != Group::Values);
    asked
        .map(|item| {
            let content = match item.group {
                Group::Vision => Content::ScoreOrFlag(SCORE),
                _ => Content::Score(SCORE),
            };
            field(&item.path(), content, "0–10", &item.en.question)
        })
        .collect()
}

/// The keys of an entry of `[[programme.costs]]`.
pub(super) fn cost_fields() -> Vec<Field> {
    let per = Per::ALL.map(|(_, word)| word).to_vec();
    let mut all = line_fields();
    all.push(field("amount", Content::Quantity(Kind::AMOUNT), "money", "what it costs"));
    all.push(field("per", Content::Choice(per), "unit", "what the amount is paid for"));
    all
}

/// The keys of an entry of `[[flows]]`.
pub(super) fn flow_fields() -> Vec<Field> {
    let per = Rhythm::ALL.map(|(_, word)| word).to_vec();
    let mut all = line_fields();
    all.push(field("amount", Content::Quantity(Kind::REAL), "money", "income (positive) or outlay (negative)"));
    all.push(field("per", Content::Choice(per), "rhythm", "how often it is paid"));
    all.push(field(
        "growth",
        Content::Quantity(GROWTH),
        "share a year",
        "growth of the amount from its first month on",
    ));
    all
}

/// Growth of a flow a year: it may not fall to nothing at once.
pub(super) const GROWTH: Kind = Kind::real_between(-0.99, 1.0);

fn line_fields() -> Vec<Field> {
    vec![
        field("name", Content::Text("training"), "1 to 80 characters", "name, unlike any other in its list"),
        field("month", Content::Whole(0, MOST_MONTHS), "month", "month of what is paid once; 0 is the start"),
        field("from", Content::Whole(1, MOST_MONTHS), "month", "first month of what is paid regularly"),
        field("to", Content::Whole(1, MOST_MONTHS), "month", "last month of what is paid regularly"),
        field(
            "capital",
            Content::Flag,
            "true or false",
            "whether it is written off over the years for tax (paid once, at the start)",
        ),
    ]
}

/// The keys of an entry of `[[correlations]]`.
pub(super) fn correlation_fields() -> Vec<Field> {
    vec![
        field("between", Content::Paths, "paths", "inputs that rise and fall together, each two of them"),
        field("rank", Content::Number(-1.0, 1.0), "−1 to 1", "Spearman's rank correlation"),
    ]
}

/// The keys of a quantity written as a table.
pub(super) const QUANTITY_KEYS: [&str; 4] = ["value", "source", "grade", "note"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_stands_in_one_of_the_tables() {
        for field in fields().iter().filter(|f| f.path.contains('.')) {
            let (table, _) = field.path.rsplit_once('.').expect("a dot");
            assert!(TABLES.contains(&table), "{}", field.path);
        }
    }

    #[test]
    fn no_two_keys_have_the_same_path_and_none_is_both_a_value_and_a_table() {
        let paths: Vec<String> = fields().into_iter().map(|f| f.path).collect();
        let distinct: BTreeSet<&String> = paths.iter().collect();
        assert_eq!(paths.len(), distinct.len());
        for path in &paths {
            assert!(!paths.iter().any(|other| other.starts_with(&format!("{path}."))), "{path}");
        }
    }
}
