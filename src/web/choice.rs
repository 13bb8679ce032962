//! The choices of a reader that are no numbers: how the programme is delivered, and whether its gate stops it.

use super::refusal::Refusal;
use super::text;
use delight_model::chain::Delivery;
use delight_model::scenario::{Gate, Project, Scenario};
use delight_report::words::Words;
use serde_json::{Value, json};

/// The path of the delivery, which is its id too.
pub(super) const DELIVERY: &str = "programme.delivery";
/// The id of the gate.
pub(super) const GATE: &str = "gate";

/// The choices that a case offers.
pub(super) fn offered(scenario: &Scenario, words: Words) -> Vec<Value> {
    let Project::Chain(case) = scenario.project() else { return Vec::new() };
    let written = scenario.setting(DELIVERY).map_or("drawn", |setting| setting.written.trim_matches('"'));
    let drawn = std::iter::once(("drawn", words.say("explore-delivery-drawn")));
    let outcomes = Delivery::ALL.map(|outcome| (outcome.name(), words.say_of("delivery", outcome.name())));
    let outcomes = drawn.chain(outcomes).map(|(value, label)| (value, label, value == written)).collect();
    let mut all = vec![choice(DELIVERY, &words.say("explore-delivery"), outcomes)];
    if case.gate.is_some() {
        let both = vec![("on", words.say("explore-gate-on"), true), ("off", words.say("explore-gate-off"), false)];
        all.push(choice(GATE, &words.say("explore-gate"), both));
    }
    all
}

fn choice(id: &str, label: &str, choices: Vec<(&str, String, bool)>) -> Value {
    let one =
        |(value, label, written): (&str, String, bool)| json!({"value": value, "label": label, "written": written});
    let choices: Vec<Value> = choices.into_iter().map(one).collect();
    json!({"id": id, "kind": "choice", "paths": [id], "label": label, "lever": true, "share": null, "choices": choices})
}

/// A choice in words; nothing where it is none.
pub(super) fn told(id: &str, value: &str, words: Words) -> Option<String> {
    match (id, value) {
        (GATE, "off") => Some(words.say("explore-gate-off")),
        (GATE, _) => Some(words.say("explore-gate-on")),
        (DELIVERY, "drawn") => Some(words.say("explore-delivery-drawn")),
        (DELIVERY, outcome) if Delivery::ALL.iter().any(|known| known.name() == outcome) => {
            Some(words.say_of("delivery", outcome))
        }
        _ => None,
    }
}

/// The line of a file that leaves the gate on or turns it off: it goes on whatever is gained, since no gain is smaller.
pub(super) fn gate(scenario: &Scenario, value: &Value, words: Words) -> Result<Option<(String, String)>, Refusal> {
    let Project::Chain(case) = scenario.project() else { return Err(Refusal::Set(words.say("explore-no-gate"))) };
    let Some(Gate { metric, .. }) = case.gate else { return Err(Refusal::Set(words.say("explore-no-gate"))) };
    match value.as_str() {
        Some("on") => Ok(None),
        Some("off") => Ok(Some(("programme.gate.at_least".to_owned(), text::number_text(-metric.most())))),
        _ => Err(Refusal::Set(words.say_with("explore-gate-value", &[("found", &value.to_string())]))),
    }
}
