//! A self-assessment as a page, and as JSON.

use super::parts::{maturity, remark};
use super::{basics, begin, elements};
use crate::page::content::Page;
use crate::page::table::{Row, Table};
use crate::pages::run::answer as sentences;
use crate::words::Words;
use delight_model::evidence::questionnaire;
use delight_studies::assess::Portrait;

/// The portrait as JSON, with the keys of [`Portrait`].
pub fn json(portrait: &Portrait) -> String {
    serde_json::to_string_pretty(portrait).expect("a portrait holds only names and finite numbers") + "\n"
}

/// The portrait as one page.
pub fn page(p: &Portrait, words: Words) -> Page {
    let (answered, asked) = (p.answered.to_string(), p.asked.to_string());
    let mut page = Page::about(&p.name, p.currency.as_deref().unwrap_or_default(), words);
    page.beside = words.say_with("assess-of", &[("answered", &answered), ("asked", &asked)]);
    basics::tell(&mut page, &p.basics);
    elements::tell(&mut page, p);
    begin::tell(&mut page, p);
    weakest(&mut page, p);
    gaps(&mut page, p);
    page.part(&words.say("table-title"), &words.say("table-note"));
    page.verbatim(&in_tables(&p.excellence_now));
    page
}

/// The table with one of its own for each element, so that no line is long: a line that was broken could not be copied.
fn in_tables(excellence_now: &str) -> String {
    let of_line = |line: &str| match line.split_once(" = { ") {
        Some((element, parts)) => {
            let parts = parts.trim_end_matches(" }").replace("\", ", "\"\n").replace("self-assessment", "assessment");
            format!("[excellence.now.{}]\n{parts}\n", element.trim())
        }
        None => format!("{line}\n"),
    };
    excellence_now.lines().map(of_line).collect()
}

fn weakest(page: &mut Page, p: &Portrait) {
    let words = page.words;
    if p.weakest.is_empty() {
        return;
    }
    page.part(&words.say("weakest-title"), &words.say("weakest-note"));
    page.table(Table::new("", 26).rows(p.weakest.iter().map(|link| {
        let element = words.say_of("element", &link.element);
        let said = format!("{element} {}", maturity(link.maturity, words));
        Row::fact(&words.say_of("capability", &link.capability), &said, "")
    })));
}

/// What is missing, and how the answers were understood.
fn gaps(page: &mut Page, p: &Portrait) {
    let words = page.words;
    let mut notes = Vec::new();
    if let Some(count) = p.values.filter(|count| !(4..=6).contains(count)) {
        notes.push(words.say_with("gaps-values", &[("count", &count.to_string())]));
    }
    let asked = |path: &String| questionnaire().items.iter().any(|item| item.asked_as() == *path);
    let unanswered = p.unanswered.iter().filter(|path| asked(path)).filter_map(|p| p.strip_prefix("assessment."));
    let keys = unanswered.collect::<Vec<_>>().join(", ");
    if !keys.is_empty() {
        notes.push(words.say_with("gaps-unanswered", &[("keys", &keys)]));
    }
    notes.extend(p.notes.iter().map(|note| sentences::note(note, words)));
    if !notes.is_empty() {
        page.part(&words.say("notes-title"), "");
    }
    notes.iter().for_each(|note| remark(page, note));
}
