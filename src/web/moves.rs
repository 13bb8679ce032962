//! What makes a case pay: the changes of `delight improve` as values to set.

use super::refusal::Refusal;
use delight_model::scenario::Scenario;
use delight_model::simulate::{Control, Settings};
use delight_model::statistics::Estimate;
use delight_report::page::values;
use delight_report::words::Words;
use delight_studies::findings::of_assumption;
use delight_studies::improve::{ImproveStep, Improvement, LeverChange, improve};
use delight_studies::optimise::OptimiseError;
use serde_json::{Map, Value, json};

/// Trials that value the changes where nobody says how many: a page waits for them.
const TRIALS: u64 = 2048;
/// The most.
const MOST_TRIALS: u64 = 16_384;

/// Looks for what makes a case pay: as written, or as it is set.
pub(super) fn look(scenario: &Scenario, trials: Option<u64>, words: Words) -> Result<Value, Refusal> {
    let trials = trials.unwrap_or(TRIALS).clamp(512, MOST_TRIALS);
    let settings = Settings { seed: scenario.seed(), trials, ..Settings::default() };
    match improve(scenario, settings, &Control::default()) {
        Ok(found) => Ok(told(&found, scenario, words)),
        Err(OptimiseError::Simulation(error)) => Err(Refusal::Trials(error.to_string())),
        // A project without a chain has nothing to move.
        Err(_) => Ok(json!({"moves": [], "pays": false, "text": words.say("explore-improve-none")})),
    }
}

/// The changes as a page is told them: each that gains, and all that are taken together.
pub(super) fn told(found: &Improvement, scenario: &Scenario, words: Words) -> Value {
    let gains =
        |step: &&ImproveStep| !step.changes.is_empty() && step.alone.or(step.on_top).is_some_and(|e| e.value > 0.0);
    let mut moves: Vec<Value> = found.steps.iter().filter(gains).map(|step| of_step(step, scenario, words)).collect();
    let taken: Vec<&LeverChange> = found.steps.iter().filter(|s| s.taken).flat_map(|step| &step.changes).collect();
    let several = found.steps.iter().filter(|step| step.taken).count() > 1;
    if let Some(gain) = found.gain.as_ref().filter(|_| several) {
        moves.push(json!({
            "key": "all", "label": words.say("explore-all"), "text": words.say("explore-all-text"), "gain": gain.value,
            "error": gain.standard_error, "gain_text": gain_text(gain, scenario, words), "error_text": error_text(gain, scenario, words),
            "taken": true, "set": set(&taken),
        }));
    }
    let text = if moves.is_empty() { words.say("explore-improve-none") } else { String::new() };
    json!({"moves": moves, "pays": found.pays, "text": text})
}

fn of_step(step: &ImproveStep, scenario: &Scenario, words: Words) -> Value {
    let gain = step.on_top.or(step.alone);
    let all: Vec<&LeverChange> = step.changes.iter().collect();
    json!({
        "key": step.key, "label": words.say_of("lever", &step.key), "text": changed(&step.changes, scenario, words),
        "gain": gain.map(|e| e.value), "error": gain.and_then(|e| e.standard_error), "taken": step.taken,
        "gain_text": gain.map(|e| gain_text(&e, scenario, words)),
        "error_text": gain.map(|e| error_text(&e, scenario, words)), "set": set(&all),
    })
}

fn gain_text(gain: &Estimate, scenario: &Scenario, words: Words) -> String {
    words.money_change(scenario.currency(), gain.value)
}

fn error_text(gain: &Estimate, scenario: &Scenario, words: Words) -> String {
    gain.standard_error.map_or_else(String::new, |error| format!("± {}", words.money(scenario.currency(), error)))
}

/// What is changed, by the names that the sliders have; of many the first few.
fn changed(changes: &[LeverChange], scenario: &Scenario, words: Words) -> String {
    const MOST: usize = 3;
    let mut told: Vec<String> = changes.iter().take(MOST).map(|change| one(change, scenario, words)).collect();
    if changes.len() > MOST {
        let more = words.whole((changes.len() - MOST) as f64);
        told.push(words.say_with("explore-move-more", &[("count", &more)]));
    }
    told.join("; ")
}

fn one(change: &LeverChange, scenario: &Scenario, words: Words) -> String {
    let facts = scenario.assumptions().iter().position(|a| a.path == change.path);
    let facts = facts.map(|place| of_assumption(scenario, place));
    let shown = |text: &String| match (&facts, text.parse::<f64>()) {
        (Some(facts), Ok(x)) => values::value(facts, scenario.currency(), words, x),
        _ => words.message(text),
    };
    let label =
        facts.as_ref().map_or_else(|| words.meaning(&change.path, &change.path), |f| values::name(&f.name, words));
    let to = shown(&change.to);
    match change.from.as_ref().map(shown) {
        Some(from) => words.say_with("explore-move", &[("label", &label), ("from", &from), ("to", &to)]),
        None => words.say_with("explore-move-new", &[("label", &label), ("to", &to)]),
    }
}

/// Changes as values to set; the last change of a path holds.
fn set(changes: &[&LeverChange]) -> Map<String, Value> {
    let value = |text: &str| match text.parse::<f64>() {
        Ok(number) => json!(number),
        Err(_) => json!(text),
    };
    changes.iter().map(|change| (change.path.clone(), value(&change.to))).collect()
}
