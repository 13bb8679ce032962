//! Inputs as people speak of them: their name, and their values in their unit.

use crate::words::{Shown, Words};
use delight_model::chain::ELEMENTS;
use delight_model::chain::connection::STATES;
use delight_model::simulate::{LUCK, SURVEY};
use delight_model::statistics::Estimate;
use delight_model::statistics::Interval;
use delight_studies::findings::{InputFacts, Name};

/// The path of the horizon, which is no input that is drawn.
const HORIZON: &str = "case.months";

/// What an input is called.
pub fn name(name: &Name, words: Words) -> String {
    let own = own_name(name, words);
    match &name.case {
        Some(case) => format!("{case}: {own}"),
        None => own,
    }
}

/// The inputs that are meant, where several go together.
pub fn members(of: &Name, words: Words) -> String {
    of.bundle.iter().map(|member| name(member, words)).collect::<Vec<_>>().join(", ")
}

/// What a bundle is called: its own name, or that of its first input and how many go with it.
fn bundle_name(name: &Name, words: Words) -> String {
    match (name.bundle_key(), name.bundle.first()) {
        (Some(key), _) => words.say_of("bundle", key),
        (None, Some(first)) => {
            let (first, others) = (own_name(first, words), (name.bundle.len() - 1).to_string());
            words.say_with("decide-bundle", &[("first", &first), ("others", &others)])
        }
        (None, None) => String::new(),
    }
}

fn own_name(name: &Name, words: Words) -> String {
    if !name.bundle.is_empty() {
        return bundle_name(name, words);
    }
    if name.path == LUCK {
        return words.say("decide-luck");
    }
    if name.path == HORIZON {
        return words.say("decide-horizon");
    }
    if name.path == SURVEY {
        return words.say("decide-survey");
    }
    if let Some(year) = name.market_year() {
        return words.say_with("decide-market-year", &[("year", year)]);
    }
    if let Some(cost) = name.cost() {
        return words.say_with("decide-cost", &[("cost", &words.phrase(cost))]);
    }
    if let Some((flow, key)) = name.flow() {
        return match key {
            "growth" => words.say_with("decide-flow-growth", &[("flow", flow)]),
            _ => words.say_with("decide-flow-amount", &[("flow", flow)]),
        };
    }
    if let Some(name) = of_element(&name.path, words) {
        return name;
    }
    if let Some(name) = words.short_name(&name.path) {
        return name;
    }
    let meaning = short(&words.meaning(&name.path, &name.english));
    match &name.apart {
        Some(key) => format!("{meaning} ({})", key_in_words(key, words)),
        None => meaning,
    }
}

/// Places of the values that are as high as the one at `best`, but for rounding; the first stands first.
pub fn ties(values: &[f64], best: usize) -> Vec<usize> {
    let largest = values.iter().map(|x| x.abs()).filter(|x| x.is_finite()).fold(0.0, f64::max);
    (0..values.len()).filter(|k| (values[*k] - values[best]).abs() <= 1e-9 * largest).collect()
}

/// The name of a number of one of the nine elements; nothing for other paths.
pub fn of_element(path: &str, words: Words) -> Option<String> {
    let (table, key) = path.rsplit_once('.')?;
    let element = ELEMENTS.contains(&key).then(|| words.say_of("element", key))?;
    let element = [("element", element.as_str())];
    match table {
        "excellence.now" => Some(words.say_with("decide-maturity-now", &element)),
        "programme.target" => Some(words.say_with("decide-maturity-target", &element)),
        "programme.start_month" => Some(words.say_with("decide-element-start", &element)),
        _ => None,
    }
}

/// The last part of a path in the reader's words, where it names an element or a state of the bond.
pub fn key_in_words(key: &str, words: Words) -> String {
    match key {
        element if ELEMENTS.contains(&element) => words.say_of("element", element),
        state if STATES.contains(&state) => words.say_of("state", state),
        other => other.to_owned(),
    }
}

/// A meaning without its explanation: what stands before a colon or semicolon, unless that is only a letter.
pub fn short(meaning: &str) -> String {
    match meaning.split_once([':', ';']) {
        Some((sign, rest)) if sign.chars().count() <= 2 => rest.trim().to_owned(),
        Some((name, _)) => name.trim().to_owned(),
        None => meaning.to_owned(),
    }
}

/// Units that are written behind every value.
const COUNTED: [&str; 4] = ["months", "years", "customers", "employees"];

/// What a value as [`value`] writes it leaves unsaid of its unit: `per customer a year` behind money.
pub fn unsaid(input: &InputFacts, words: Words) -> String {
    let (unit, said) = (input.unit.as_str(), words.unit(&input.unit));
    let counted = COUNTED.contains(&unit) || matches!(unit, "month" | "probability") || input.path.ends_with(LUCK);
    match is_share(input) || unit.starts_with("money") {
        _ if counted => String::new(),
        true => said.split_once(' ').map_or(String::new(), |(_, rest)| rest.to_owned()),
        false => said,
    }
}

/// Writes values of an input: a share as a percentage, money with its currency, else with three digits.
///
/// Of inputs that go together the value is the level at which all of them are, 0 to 1: P10.
pub fn value(input: &InputFacts, currency: &str, words: Words, x: f64) -> String {
    if !input.name.bundle.is_empty() {
        return format!("P{}", words.signed(100.0 * x, 0));
    }
    if input.path.ends_with(LUCK) {
        return if x < 0.5 { words.say("decide-luck-good") } else { words.say("decide-luck-bad") };
    }
    match input.unit.as_str() {
        "month" => words.month(x),
        _ => words.write(&shown(input, currency, words, x)),
    }
}

/// Whether a value of an input is a percentage.
pub fn is_share(input: &InputFacts) -> bool {
    input.unit == "probability" || (input.unit.starts_with("share") && !input.unit.starts_with("share per"))
}

/// A value with its standard error, if it has one that shows.
pub fn with_error(input: &InputFacts, currency: &str, words: Words, estimate: &Estimate) -> String {
    let unit = input.unit.as_str();
    // Of a date or a rank the error has no unit to stand in.
    if unit == "month" || input.path.ends_with(LUCK) {
        return value(input, currency, words, estimate.value);
    }
    words.with_error(estimate, &|x| shown(input, currency, words, x))
}

/// A value of an input that is neither a date nor a rank, rounded.
fn shown(input: &InputFacts, currency: &str, words: Words, x: f64) -> Shown {
    let unit = input.unit.as_str();
    if is_share(input) {
        return Shown::percent(x);
    }
    if unit.starts_with("money") {
        return Shown::money(currency, x);
    }
    let is_whole = COUNTED.contains(&unit) && x.fract() == 0.0;
    let number = if is_whole { Shown::whole(x) } else { three_digits(x) };
    if COUNTED.contains(&unit) { number.of(&words.unit(unit)) } else { number }
}

/// A number with three digits, or four where it is small.
fn three_digits(x: f64) -> Shown {
    match x.abs() {
        size if size >= 999.5 => Shown::whole(x),
        size if size >= 99.95 => Shown::number(x, 0),
        size if size >= 9.995 => Shown::number(x, 1),
        size if size >= 0.9995 || size == 0.0 => Shown::number(x, 2),
        size if size >= 0.0995 => Shown::number(x, 3),
        size if size >= 0.000_995 => Shown::number(x, 4),
        _ => Shown::small(x),
    }
}

/// An interval of shares: `12% to 15%`.
pub fn share_interval(interval: &Interval, words: Words) -> String {
    format!(
        "{} ({}–{})",
        words.percent(interval.value),
        words.percent(interval.low).trim_end_matches('%'),
        words.percent(interval.high)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::scenario::Language;

    fn input(path: &str, unit: &str) -> InputFacts {
        let name = Name { path: path.into(), english: "meaning".into(), ..Name::default() };
        let (path, unit) = (path.to_owned(), unit.to_owned());
        let (grade, link) = ("D".into(), "value".into());
        InputFacts { path, meaning: String::new(), name, unit, grade, link, p10: 0.0, p50: 0.5, p90: 1.0 }
    }

    #[test]
    fn a_value_is_written_as_its_unit_asks() {
        let words = Words::new(Language::English);
        let written = |unit: &str, x: f64| value(&input("x", unit), "EUR", words, x);
        assert_eq!(written("share of customers", 0.0345), "3.5%");
        assert_eq!(written("share per share", 0.0345), "0.0345");
        assert_eq!(
            [0.0, 0.23456, 1.2, -45.67, 123.4].map(|x| written("ratio", x)),
            ["0.00", "0.235", "1.20", "−45.7", "123"]
        );
        assert_eq!(written("money per leaver", 5292.0), "€5.29k");
        assert_eq!(written("months", 25.91), "25.9\u{a0}months");
        assert_eq!(written("× the costs as written", 1.2), "1.20");
        assert_eq!(value(&input(LUCK, "rank"), "EUR", words, 0.1), "good luck");
        let left = ["money per leaver", "share of churn", "share", "months", "money, once", "ratio", "probability"]
            .map(|unit| unsaid(&input("x", unit), words));
        assert_eq!(left, ["per leaver", "of churn", "", "", "once", "ratio", ""]);
    }

    #[test]
    fn values_alike_but_for_rounding_tie() {
        assert_eq!(ties(&[3.0, 1.0, 3.0 + 1e-12], 2), [0, 2]);
        assert_eq!(ties(&[3.0, 1.0, 3.1], 2), [2]);
    }

    #[test]
    fn the_unit_stands_once_beside_its_error() {
        let words = Words::new(Language::English);
        let estimate = Estimate::new(25.91, Some(0.312));
        assert_eq!(with_error(&input("x", "months"), "EUR", words, &estimate), "25.9 ± 0.31\u{a0}months");
        let exact = Estimate::without_error(0.2);
        assert_eq!(with_error(&input("x", "probability"), "EUR", words, &exact), "20.0%");
    }

    #[test]
    fn a_name_stands_without_its_explanation() {
        assert_eq!(short("size of the programme: 0 nothing, 1 as written"), "size of the programme");
        assert_eq!(short("θ: the part that is caused"), "the part that is caused");
        assert_eq!(short("new customers in a year; \"balanced\": as many as leave"), "new customers in a year");
    }

    #[test]
    fn costs_flows_and_chance_have_names_of_their_own() {
        let words = Words::new(Language::English);
        let of = |path: &str| name(&input(path, "").name, words);
        assert_eq!(of("programme.costs.training"), "cost: training");
        assert_eq!(of("flows.new system.growth"), "new system: growth");
        assert_eq!(of("market.year.3"), "shock to the market in year 3");
    }
}
