//! A self-assessment as a screen, and as JSON.

use super::parts::{heading, maturity, remark};
use super::{basics, begin, elements};
use crate::page::screen::{BOLD, DIM};
use crate::pages::run::answer as sentences;
use crate::words::Words;
use delight_model::evidence::questionnaire;
use delight_studies::assess::Portrait;
use std::fmt::{Result, Write};

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
