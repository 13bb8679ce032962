//! What is set, in words: each changed input with what it was and what it is.

use super::asked::Set;
use super::choice;
use super::opened::Opened;
use super::slider::{MIX, RANK, settable};
use super::text::rank_of;
use delight_model::scenario::Scenario;
use delight_report::page::values;
use delight_report::words::Words;
use delight_studies::findings::{InputFacts, of_assumption};
use serde_json::{Value, json};

/// Every change of a set in words, in the order of its ids, with where it puts the input: the number, or the median of what it
/// was given as.
pub(super) fn told(set: &Set, opened: &Opened, run: &Scenario) -> Vec<Value> {
    let one = |(id, value): (&String, &Value)| {
        let mut told = one(id, value, opened);
        if let (Some(_), Some((_, distribution))) = (value.as_str(), settable(run, id)) {
            told["value"] = json!(distribution.median());
            told["known"] = json!(distribution.is_constant());
        } else if let (true, Some(rank)) = (id.starts_with(RANK), rank_of(value)) {
            told["value"] = json!(rank);
        }
        told
    };
    set.iter().filter(|(_, value)| !value.is_null()).map(one).collect()
}

fn one(id: &str, value: &Value, opened: &Opened) -> Value {
    let words = opened.words;
    if let Some(to) = value.as_str().and_then(|value| choice::told(id, value, words)) {
        let choices = choice::offered(&opened.scenario, words);
        let of = choices.iter().find(|choice| choice["id"] == *id);
        let written = of.and_then(|of| of["choices"].as_array()?.iter().find(|choice| choice["written"] == true));
        let label = of.map_or(json!(id), |of| of["label"].clone());
        return json!({"id": id, "label": label, "from": written.map(|w| w["label"].clone()), "to": to, "unit": "", "value": value, "known": true});
    }
    let slider = opened.sliders.iter().find(|slider| slider.id == id);
    let Some(slider) = slider else {
        let from = opened.scenario.setting(id).map(|setting| setting.written.clone());
        return json!({"id": id, "label": label_of(id, opened), "from": from, "to": plain(value), "unit": "", "value": value, "known": true});
    };
    let from = match slider.is_rank() {
        true => rank(0.5, words),
        false => place(id, opened).map_or_else(String::new, |place| opened.ledger[place].written.clone()),
    };
    let to = match value.as_f64().or_else(|| rank_of(value).filter(|_| slider.is_rank())) {
        Some(x) if slider.is_rank() => rank(x, words),
        Some(x) => values::value(&slider.facts, opened.scenario.currency(), words, x),
        None => plain(value),
    };
    let unit = if slider.is_rank() { String::new() } else { values::unsaid(&slider.facts, words) };
    json!({"id": id, "label": values::name(&slider.facts.name, words), "from": from, "to": to, "unit": unit, "value": value, "known": true})
}

fn place(id: &str, opened: &Opened) -> Option<usize> {
    let path = id.strip_prefix(MIX).unwrap_or(id);
    opened.ledger.iter().position(|row| row.path == path)
}

/// What a path without a slider is called.
fn label_of(id: &str, opened: &Opened) -> String {
    let facts = |place: usize| -> InputFacts { of_assumption(&opened.scenario, place) };
    place(id, opened).map_or_else(|| id.to_owned(), |place| values::name(&facts(place).name, opened.words))
}

fn rank(x: f64, words: Words) -> String {
    words.say_with("explore-rank", &[("rank", &words.factor(100.0 * x))])
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
