//! What the story rests on: what would have to be true, other lenses, what to check first, what to keep in mind.

use super::chapter::{Body, Chapter, Teller};
use crate::page::content::Block;
use crate::page::figure::Named;
use crate::page::table::{Row, Table};
use crate::pages::run::answer as sentences;
use crate::pages::run::drivers::{Condition, bare_conditions, holds, lead, rests_on_belief};
use crate::pages::run::lenses::{belief, heads, is_public, lens_remarks, view_cells};
use crate::pages::run::musts::musts;
use crate::pages::run::{charts, figures};
use crate::words::Words;

/// What would have to be true for the case to break even.
pub fn conditions(of: &Teller) -> Option<Chapter> {
    let (f, words) = (of.findings(), of.words);
    let drivers = f.drivers.as_ref().filter(|drivers| !drivers.evens.is_empty())?;
    let found = bare_conditions(f, drivers, words);
    let (npv, loss) = (of.money(f.npv.p50.value), words.loss(&f.case.kind, f.loss_probability.value));
    let finding = turning(&found.deciding, holds(f, drivers), words);
    let mut notes =
        vec![words.say_with("even-now", &[("mean", &of.money(f.npv.mean.value)), ("npv", &npv), ("loss", &loss)])];
    let names = |all: &[String]| all.join("; ");
    if !found.never.is_empty() {
        notes.push(words.say_with("html-true-never", &[("names", &names(&found.never))]));
    }
    if !found.always.is_empty() {
        notes.push(words.say_with("html-true-always", &[("names", &names(&found.always))]));
    }
    let heads = [words.say("html-needs"), words.say("html-prior"), words.say("story-chance")];
    let table = heads.iter().fold(Table::new(&words.say("html-input"), 0), |table, head| table.numbers(head, 0));
    let rows: Vec<Row> =
        found.deciding.into_iter().map(|of| Row::new(&of.name).cells([of.needs, of.prior, of.chance])).collect();
    let body = if rows.is_empty() { Body::Sentences(notes.clone()) } else { Body::Table(table.rows(rows)) };
    let (heading, lead) = (words.say("html-true"), lead(drivers, words));
    Some(Chapter { name: "conditions", heading, finding, lead, body, notes })
}

/// A chance below which nobody counts on it.
const UNLIKELY: f64 = 0.05;

/// What would turn the case in one sentence: of one that loses, what is likeliest to make it pay; of one that pays, what is
/// least sure among what it needs.
fn turning(deciding: &[Condition], pays: bool, words: Words) -> String {
    let found = if pays { deciding.last() } else { deciding.first().filter(|of| of.share >= UNLIKELY) };
    let Some(Condition { name, needs, chance, .. }) = found else {
        return if pays { words.say("story-true-always") } else { words.say("story-true-none") };
    };
    let args = [("name", name.as_str()), ("needs", needs), ("chance", chance)];
    if pays { words.say_with("story-true-holds", &args) } else { words.say_with("story-true-finding", &args) }
}

/// The same case by other beliefs of what customers do.
pub fn lenses(of: &Teller) -> Option<Chapter> {
    let (f, words) = (of.findings(), of.words);
    let seen = f.lenses.as_ref()?;
    let values = || seen.views.iter().map(|view| view.npv.value);
    let low = of.money(values().fold(f64::INFINITY, f64::min));
    let high = of.money(values().fold(f64::NEG_INFINITY, f64::max));
    let rows = seen.views.iter().map(|view| {
        let own = if view.lens == seen.own { "▸ " } else { "" };
        Row::new(&words.say_of("lens", &view.lens)).marked(own).cells(view_cells(
            view,
            is_public(seen),
            &f.case.currency,
            words,
        ))
    });
    let table = heads(is_public(seen), words).iter().fold(Table::new("", 0), |table, head| table.numbers(head, 0));
    Some(Chapter {
        name: "lenses",
        heading: words.say("lenses-title"),
        finding: words.say_with("story-lenses-finding", &[("low", &low), ("high", &high)]),
        lead: words.say("html-lenses-lead"),
        body: Body::Table(table.rows(rows)),
        notes: std::iter::once(belief(seen, &f.case.currency, words)).chain(lens_remarks(seen, words)).collect(),
    })
}

/// What to check first: what accounts for most of the spread.
pub fn check(of: &Teller) -> Option<Chapter> {
    let (f, words) = (of.findings(), of.words);
    let drawn =
        figures::of_case(f, &of.results.assumptions, words).into_iter().find(|named: &Named| named.name == "drivers");
    let mut part = of.figure("check", words.say("html-drivers"), drawn, charts::drivers(f, words))?;
    let count = f.drivers.as_ref().map_or(0, |drivers| drivers.uncertain).to_string();
    part.lead = words.say_with("html-drivers-lead", &[("count", &count)]);
    part.notes.extend(rests_on_belief(f, words));
    let studied = of.results.studies.current.iter().find(|study| study.name() == "voi");
    let told = studied.map(|study| study.page(words).blocks).unwrap_or_default();
    part.notes.extend(told.into_iter().filter_map(|block| match block {
        Block::Sentence(sentence) => Some(sentence),
        _ => None,
    }));
    Some(part)
}

/// What to keep in mind: plausibility, how the scenario was understood, what the bands leave out.
pub fn caveats(of: &Teller) -> Option<Chapter> {
    let (f, words) = (of.findings(), of.words);
    let checks = f.plausibility.iter().map(|check| sentences::plausibility(check, words).1);
    let notes = f.notes.iter().map(|note| sentences::note(note, words));
    let own = (f.case.kind == "chain").then(|| words.say("caveat-own-data"));
    let all: Vec<String> =
        musts(f, words).into_iter().chain(checks).chain(notes).chain(own).chain([words.say("caveat-band")]).collect();
    Some(Chapter {
        name: "caveats",
        heading: words.say("html-caveats"),
        finding: words.say("story-caveats-finding"),
        lead: String::new(),
        notes: all.clone(),
        body: Body::Sentences(all),
    })
}
