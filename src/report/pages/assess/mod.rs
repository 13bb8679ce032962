//! A self-assessment for readers: the screen, the JSON and the figure.

mod basics;
mod begin;
mod elements;
mod figure;

pub use figure::figure;

use super::run::answer as sentences;
use super::run::text::{BOLD, COLUMNS, DIM};
use crate::words::Words;
use crate::words::format::wrap;
use anstyle::Style;
use delight_model::evidence::questionnaire;
use delight_studies::assess::{ElementStep, Portrait, Worth};
use std::fmt::{Result, Write};

/// How many elements are put forward.
const FORWARD: usize = 3;

/// The portrait as JSON, with the keys of [`Portrait`].
pub fn json(portrait: &Portrait) -> String {
    serde_json::to_string_pretty(portrait).expect("a portrait holds only names and finite numbers") + "\n"
}

/// The portrait as one screen.
pub fn text(portrait: &Portrait, words: Words) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_text(&mut out, portrait, words);
    out
}

fn write_text(out: &mut String, p: &Portrait, words: Words) -> Result {
    let (answered, asked) = (p.answered.to_string(), p.asked.to_string());
    let of = words.say_with("assess-of", &[("answered", &answered), ("asked", &asked)]);
    writeln!(out, "{BOLD}{}{BOLD:#}  {DIM}{of}{DIM:#}", p.name)?;
    basics::write(out, &p.basics, words)?;
    elements::write(out, p, words)?;
    begin::write(out, p, words)?;
    write_weakest(out, p, words)?;
    write_gaps(out, p, words)?;
    heading(out, &words.say("table-title"), &words.say("table-note"))?;
    write!(out, "\n{}", p.excellence_now)
}

fn sentence(out: &mut String, mark: &str, style: Style, text: &str) -> Result {
    writeln!(out, "  {style}{mark}{style:#} {}", wrap(text, COLUMNS - 4, "    "))
}

/// A sentence that is neither good nor bad.
fn remark(out: &mut String, text: &str) -> Result {
    sentence(out, "·", Style::new(), text)
}

fn heading(out: &mut String, title: &str, note: &str) -> Result {
    let gap = if note.is_empty() { "" } else { "  " };
    writeln!(out, "\n{BOLD}{title}{BOLD:#}{DIM}{gap}{note}{DIM:#}")
}

/// A maturity, 0 to 1, for readers.
fn maturity(x: f64, words: Words) -> String {
    words.signed(x, 2)
}

fn step_of<'a>(p: &'a Portrait, element: &str) -> Option<&'a ElementStep> {
    p.worth.as_ref()?.steps.iter().find(|step| step.element == element)
}

/// Whether a step is among the best, and brings anything at all.
fn put_forward(step: &ElementStep) -> bool {
    step.rank <= FORWARD && step.mean.value > 0.0
}

/// The steps put forward, the best first.
fn best(worth: &Worth) -> Vec<&ElementStep> {
    let mut best: Vec<&ElementStep> = worth.steps.iter().filter(|s| put_forward(s)).collect();
    best.sort_by_key(|step| step.rank);
    best
}

fn write_weakest(out: &mut String, p: &Portrait, words: Words) -> Result {
    if p.weakest.is_empty() {
        return Ok(());
    }
    heading(out, &words.say("weakest-title"), &words.say("weakest-note"))?;
    for link in &p.weakest {
        let capability = words.say_of("capability", link.capability);
        let element = words.say_of("element", link.element);
        writeln!(out, "  {capability:<26}{element} {}", maturity(link.maturity, words))?;
    }
    Ok(())
}

/// What is missing, and how the answers were understood.
fn write_gaps(out: &mut String, p: &Portrait, words: Words) -> Result {
    let mut notes = Vec::new();
    if let Some(count) = p.values.filter(|count| !(4..=6).contains(count)) {
        notes.push(words.say_with("gaps-values", &[("count", &count.to_string())]));
    }
    let asked = |path: &String| questionnaire().items.iter().any(|item| item.path() == *path);
    let unanswered = p.unanswered.iter().filter(|path| asked(path)).filter_map(|p| p.strip_prefix("assessment."));
    let keys = unanswered.collect::<Vec<_>>().join(", ");
    if !keys.is_empty() {
        notes.push(words.say_with("gaps-unanswered", &[("keys", &keys)]));
    }
    notes.extend(p.notes.iter().map(|note| sentences::note(note, words)));
    if !notes.is_empty() {
        heading(out, &words.say("notes-title"), "")?;
    }
    notes.iter().try_for_each(|note| remark(out, note))
}
