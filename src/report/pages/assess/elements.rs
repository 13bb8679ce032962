//! The table of the nine elements: maturity today with its band, and what one more step is worth.

use super::parts::{maturity, put_forward, step_of};
use crate::page::content::Page;
use crate::page::table::{Row, Table, Tone};
use crate::words::Words;
use delight_model::statistics::Estimate;
use delight_studies::assess::{Element, Portrait, STEP};

pub(super) fn tell(page: &mut Page, p: &Portrait) {
    let words = page.words;
    let step = words.signed_change(STEP, 2);
    let note = match &p.worth {
        Some(_) => words.say_with("elements-note-worth", &[("step", &step)]),
        None => words.say("elements-note"),
    };
    page.part(&words.say("elements-title"), &note);
    let mut table = heads(p, words);
    for elements in p.elements.chunk_by(|a, b| a.dimension == b.dimension) {
        table.push(Row::new(&words.say_of("dimension", &elements[0].dimension)).tone(Tone::Faint));
        elements.iter().for_each(|element| table.push(row(p, element, words)));
    }
    page.table(table);
}

fn heads(p: &Portrait, words: Words) -> Table {
    let table = Table::new("", 15)
        .numbers(&words.say("elements-today"), 6)
        .numbers("P5", 6)
        .numbers("P95", 6)
        .numbers(&words.say("elements-answers"), 9);
    match p.worth {
        Some(_) => table
            .numbers(&words.say("elements-target"), 7)
            .numbers(&words.say("elements-mean"), 24)
            .numbers(&words.say("elements-median"), 25),
        None => table,
    }
}

fn row(p: &Portrait, element: &Element, words: Words) -> Row {
    let step = step_of(p, &element.element);
    let rank = step.filter(|s| put_forward(s)).map_or(String::new(), |s| format!("{}.", s.rank));
    let tone = if rank.is_empty() { Tone::Plain } else { Tone::Good };
    let unknown = || "–".to_owned();
    let [p5, today, p95] =
        element.maturity.map_or_else(|| [unknown(), unknown(), unknown()], |band| band.map(|x| maturity(x, words)));
    let answers = format!("{}/{}", element.answered, element.asked);
    let row = Row::new(&words.say_of("element", &element.element)).marked(&format!("{rank:<3}")).named(tone);
    let row = row.cells([today, p5, p95, answers]);
    let (Some(step), Some(currency)) = (step, &p.currency) else { return row };
    let target = element.target.filter(|_| step.in_programme).map_or_else(unknown, |x| maturity(x, words));
    row.cell(target).cells([&step.mean, &step.median].map(|e| rise(currency, e, words)))
}

/// A rise of money with its standard error.
pub(super) fn rise(currency: &str, e: &Estimate, words: Words) -> String {
    let change = words.money_change(currency, e.value);
    match e.standard_error {
        Some(error) => format!("{change} ± {}", words.money(currency, error)),
        None => change,
    }
}
