//! The improved case as a scenario file, on the base of the case.

use crate::words::Words;
use delight_studies::improve::{ImproveStep, Improvement};
use std::fmt::Write as _;

/// The longest name of a case.
const NAME: usize = 80;

/// The text of the file that stands beside `base` and says what is otherwise; none where nothing was taken.
pub fn better_file(found: &Improvement, base: &str, words: Words) -> Option<String> {
    let improved = found.improved.as_ref()?;
    let money = |x: f64| words.money(&found.case.currency, x);
    let (from, to) = (money(found.written.npv_mean.value), money(improved.npv_mean.value));
    let args = [("case", found.case.name.as_str()), ("from", &from), ("to", &to)];
    let mut text = comment(&words.say_with("improve-file-head", &args));
    let name = words.say_with("improve-file-name", &[("case", &found.case.name)]);
    let name: String = name.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).take(NAME).collect();
    let _ = write!(text, "\nbase = {}\n\n[case]\nname = {}\n", quoted(base), quoted(&name));
    for (table, lines) in tables(found, words) {
        let _ = write!(text, "\n[{table}]\n{lines}");
    }
    Some(text)
}

/// The tables with their lines; where a path is changed twice the last change holds.
fn tables(found: &Improvement, words: Words) -> Vec<(String, String)> {
    let mut lines: Vec<(String, String, String)> = Vec::new();
    for step in found.steps.iter().filter(|step| step.taken) {
        for change in &step.changes {
            let Some((table, key)) = change.path.rsplit_once('.') else { continue };
            lines.retain(|(of, own, _)| (of.as_str(), own.as_str()) != (table, key));
            let was = why(found, step, as_written(found, &change.path), words);
            let value = if change.to.parse::<f64>().is_ok() { change.to.clone() } else { quoted(&change.to) };
            lines.push((table.to_owned(), key.to_owned(), format!("{key} = {value}   # {was}\n")));
        }
    }
    let mut tables: Vec<(String, String)> = Vec::new();
    for (table, _, line) in lines {
        match tables.iter_mut().find(|(own, _)| *own == table) {
            Some((_, lines)) => lines.push_str(&line),
            None => tables.push((table, line)),
        }
    }
    // A table comes before those within it.
    tables.sort_by_key(|(table, _)| table.matches('.').count());
    tables
}

/// What stands at a path before any step.
fn as_written<'a>(found: &'a Improvement, path: &str) -> Option<&'a str> {
    let taken = found.steps.iter().filter(|step| step.taken);
    taken.flat_map(|step| &step.changes).find(|change| change.path == path)?.from.as_deref()
}

/// Why a line stands there: what it was, and what the step brings.
fn why(found: &Improvement, step: &ImproveStep, from: Option<&str>, words: Words) -> String {
    let gain = step.on_top.map_or(0.0, |gain| gain.value);
    let (lever, gain) = (words.say_of("lever", &step.key), words.money_change(&found.case.currency, gain));
    let args = [("lever", lever.as_str()), ("gain", &gain)];
    let text = match from {
        Some(from) => words.say_with("improve-file-was", &[&args[..], &[("from", from)]].concat()),
        None => words.say_with("improve-file-new", &args),
    };
    text.replace(['\n', '\r'], " ")
}

fn comment(text: &str) -> String {
    text.lines().map(|line| format!("# {line}\n")).collect()
}

/// A text as TOML has it: quotes, backslashes and what is no letter are written out.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => _ = write!(quoted, "\\u{:04X}", u32::from(c)),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
