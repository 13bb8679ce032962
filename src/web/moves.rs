//! What makes a case pay: the changes of `delight improve` as values to set.

use super::refusal::Refusal;
use delight_model::scenario::Scenario;
use delight_model::simulate::{Control, Settings};
use delight_report::pages::improve::changes;
use delight_report::words::Words;
use delight_studies::improve::{ImproveStep, Improvement, LeverChange, improve};
use delight_studies::optimise::OptimiseError;
use serde_json::{Map, Value, json};

/// Trials that value the changes where nobody says how many: a page waits for them.
const TRIALS: u64 = 2048;
/// The most.
const MOST_TRIALS: u64 = 16_384;

/// Looks for what makes a case as written pay.
pub(super) fn look(scenario: &Scenario, trials: Option<u64>, words: Words) -> Result<Value, Refusal> {
    let trials = trials.unwrap_or(TRIALS).clamp(512, MOST_TRIALS);
    let settings = Settings { seed: scenario.seed(), trials, ..Settings::default() };
    match improve(scenario, settings, &Control::default()) {
        Ok(found) => Ok(told(&found, words)),
        Err(OptimiseError::Simulation(error)) => Err(Refusal::Trials(error.to_string())),
        // A project without a chain has nothing to move.
        Err(_) => Ok(json!({"moves": [], "pays": false, "text": words.say("explore-improve-none")})),
    }
}

/// The changes as a page is told them: each that gains, and all that are taken together.
pub(super) fn told(found: &Improvement, words: Words) -> Value {
    let gains =
        |step: &&ImproveStep| !step.changes.is_empty() && step.alone.or(step.on_top).is_some_and(|e| e.value > 0.0);
    let mut moves: Vec<Value> = found.steps.iter().filter(gains).map(|step| of_step(step, found, words)).collect();
    let taken: Vec<&LeverChange> = found.steps.iter().filter(|s| s.taken).flat_map(|step| &step.changes).collect();
    let several = found.steps.iter().filter(|step| step.taken).count() > 1;
    if let Some(gain) = found.gain.as_ref().filter(|_| several) {
        moves.push(json!({
            "key": "all", "label": words.say("explore-all"), "text": "", "gain": gain.value, "error": gain.standard_error,
            "gain_text": words.money_change(&found.case.currency, gain.value), "taken": true, "set": set(&taken),
        }));
    }
    let text = if moves.is_empty() { words.say("explore-improve-none") } else { String::new() };
    json!({"moves": moves, "pays": found.pays, "text": text})
}

fn of_step(step: &ImproveStep, found: &Improvement, words: Words) -> Value {
    let gain = step.on_top.or(step.alone);
    let all: Vec<&LeverChange> = step.changes.iter().collect();
    json!({
        "key": step.key, "label": words.say_of("lever", &step.key), "text": changes(&step.changes, words),
        "gain": gain.map(|e| e.value), "error": gain.and_then(|e| e.standard_error), "taken": step.taken,
        "gain_text": gain.map(|e| words.money_change(&found.case.currency, e.value)), "set": set(&all),
    })
}

/// Changes as values to set; the last change of a path holds.
fn set(changes: &[&LeverChange]) -> Map<String, Value> {
    let value = |text: &str| match text.parse::<f64>() {
        Ok(number) => json!(number),
        Err(_) => json!(text),
    };
    changes.iter().map(|change| (change.path.clone(), value(&change.to))).collect()
}
