//! What a reader sets, as a small scenario file laid over the case: its base, and the changed keys as dotted paths.

use super::asked::Set;
use super::choice::{self, GATE};
use super::refusal::Refusal;
use super::slider::{MIX, RANK, Slider, at_rank, is_line, mix_of, settable, shares_of};
use super::text;
use delight_model::scenario::{Language, Scenario};
use delight_report::words::Words;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Lines of a scenario file, by path: the values as they are written there.
pub(super) type Lines = BTreeMap<String, String>;

/// What is set as lines of a file.
///
/// # Errors
/// [`Refusal::Set`] for what no line can say; what breaks a rule of the case is said by its reader.
pub(super) fn lines(set: &Set, scenario: &Scenario, sliders: &[Slider], words: Words) -> Result<Lines, Refusal> {
    let mut lines = Lines::new();
    let mut mixes: BTreeMap<&'static str, BTreeMap<String, f64>> = BTreeMap::new();
    for (id, value) in set.iter().filter(|(_, value)| !value.is_null()) {
        if id == GATE {
            lines.extend(choice::gate(scenario, value, words)?);
        } else if let Some(path) = id.strip_prefix(MIX).filter(|path| mix_of(path).is_some()) {
            let share = value.as_f64().filter(|x| (0.0..=1.0).contains(x));
            let share = share.ok_or_else(|| wrong("explore-share-value", id, value, words))?;
            mixes.entry(mix_of(path).unwrap_or_default()).or_default().insert(path.to_owned(), share);
        } else if id.starts_with(RANK) {
            let slider = sliders.iter().find(|slider| slider.id == *id);
            let slider = slider.ok_or_else(|| Refusal::Set(words.say_with("explore-unknown", &[("id", id)])))?;
            let rank = text::rank_of(value).filter(|x| *x > 0.0 && *x < 1.0);
            let rank = rank.ok_or_else(|| wrong("explore-rank-value", id, value, words))?;
            let values = at_rank(scenario, &slider.paths, rank);
            lines.extend(values.into_iter().map(|(path, x)| (path, text::number_text(x))));
        } else {
            lines.insert(id.clone(), single(id, value, words)?);
        }
    }
    for (table, shares) in mixes {
        lines.extend(whole(scenario, table, &shares, words)?);
    }
    Ok(lines)
}

fn single(id: &str, value: &Value, words: Words) -> Result<String, Refusal> {
    if is_line(id) {
        return Err(Refusal::Set(words.say("explore-cost-line")));
    }
    let typed = match value {
        Value::String(typed) if words.language() == Language::Dutch => json!(text::of_dutch(typed)),
        other => other.clone(),
    };
    text::value(&typed).ok_or_else(|| wrong("explore-value", id, value, words))
}

fn wrong(key: &'static str, id: &str, value: &Value, words: Words) -> Refusal {
    let found = value.to_string();
    let args = [("id", id), ("found", found.as_str())];
    Refusal::Set(match key {
        "explore-rank-value" => words.say_with("explore-rank-value", &args),
        "explore-share-value" => words.say_with("explore-share-value", &args),
        _ => words.say_with("explore-value", &args),
    })
}

/// A mix with these shares: the others keep their proportions, and the sum is 1.
fn whole(
    scenario: &Scenario,
    table: &str,
    set: &BTreeMap<String, f64>,
    words: Words,
) -> Result<Vec<(String, String)>, Refusal> {
    const DIGITS: f64 = 1e4;
    let all = shares_of(scenario, table);
    let others: Vec<&String> = all.iter().filter(|path| !set.contains_key(*path)).collect();
    let taken: f64 = set.values().sum();
    let left = 1.0 - taken;
    if left < -1e-9 || (others.is_empty() && left.abs() > 1e-9) {
        let told: Vec<String> = set.iter().map(|(path, share)| format!("{path} {share}")).collect();
        let (id, found) = (format!("{MIX}{table}"), told.join(", "));
        return Err(Refusal::Set(words.say_with("explore-share-value", &[("id", &id), ("found", &found)])));
    }
    let median = |path: &String| settable(scenario, path).map_or(0.0, |(_, d)| d.median());
    let sum: f64 = others.iter().map(|path| median(path)).sum();
    let part = |path: &String| match sum > 0.0 {
        true => left * median(path) / sum,
        false => left / others.len() as f64,
    };
    let mut written: Vec<(String, f64)> = set.iter().map(|(path, share)| (path.clone(), *share)).collect();
    written.extend(others.iter().map(|path| ((*path).clone(), libm::round(DIGITS * part(path)) / DIGITS)));
    // What rounding leaves goes to the largest of the others.
    let most = written[set.len()..].iter().map(|(_, x)| *x).fold(0.0, f64::max);
    let rest: f64 = 1.0 - written.iter().map(|(_, x)| x).sum::<f64>();
    if let Some((_, largest)) = written[set.len()..].iter_mut().find(|(_, x)| *x == most) {
        *largest = libm::round(1e9 * (*largest + rest).max(0.0)) / 1e9;
    }
    Ok(written.into_iter().map(|(path, x)| (path, text::number_text(x))).collect())
}

/// The lines as a file on this base, which has the name of the case: a file does not inherit it.
pub(super) fn file(base: &str, name: &str, lines: &Lines) -> String {
    let mut text = format!("base = {}\n", text::quoted(base));
    if !lines.contains_key("case.name") {
        text.push_str(&format!("case.name = {}\n", text::quoted(name)));
    }
    text.extend(lines.iter().map(|(path, value)| format!("{} = {value}\n", text::dotted(path))));
    text
}
