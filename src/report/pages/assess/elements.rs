//! The table of the nine elements: maturity today with its band, and what one more step is worth.

use super::parts::{heading, maturity, put_forward, step_of};
use crate::page::screen::{BOLD, DIM, GOOD};
use crate::words::Words;
use anstyle::Style;
use delight_model::statistics::Estimate;
use delight_studies::assess::{Element, Portrait, STEP};
use std::fmt::{Result, Write};

pub(super) fn write(out: &mut String, p: &Portrait, words: Words) -> Result {
    write_heads(out, p, words)?;
    let mut dimension = "";
    for element in &p.elements {
        if element.dimension != dimension {
            dimension = element.dimension;
            writeln!(out, "  {DIM}{}{DIM:#}", words.say_of("dimension", dimension))?;
        }
        write_element(out, p, element, words)?;
    }
    Ok(())
}

fn write_heads(out: &mut String, p: &Portrait, words: Words) -> Result {
    let step = words.signed_change(STEP, 2);
    let note = match &p.worth {
        Some(_) => words.say_with("elements-note-worth", &[("step", &step)]),
        None => words.say("elements-note"),
    };
    heading(out, &words.say("elements-title"), &note)?;
    let (today, answers) = (words.say("elements-today"), words.say("elements-answers"));
    write!(out, "{BOLD}{today:>23}{:>6}{:>6}{answers:>9}", "P5", "P95")?;
    if p.worth.is_some() {
        let heads = [words.say("elements-target"), words.say("elements-mean"), words.say("elements-median")];
        let [target, mean, median] = heads;
        write!(out, "{target:>7}{mean:>24}{median:>25}")?;
    }
    writeln!(out, "{BOLD:#}")
}

fn write_element(out: &mut String, p: &Portrait, element: &Element, words: Words) -> Result {
    let step = step_of(p, element.element);
    let rank = step.filter(|s| put_forward(s)).map_or(String::new(), |s| format!("{}.", s.rank));
    let style = if rank.is_empty() { Style::new() } else { GOOD };
    let unknown = || "–".to_owned();
    let [p5, today, p95] =
        element.maturity.map_or_else(|| [unknown(), unknown(), unknown()], |band| band.map(|x| maturity(x, words)));
    let answers = format!("{}/{}", element.answered, element.asked);
    let name = words.say_of("element", element.element);
    write!(out, "  {style}{rank:<3}{name:<12}{style:#}{today:>6}{p5:>6}{p95:>6}{answers:>9}")?;
    if let (Some(step), Some(currency)) = (step, &p.currency) {
        let target = element.target.filter(|_| step.in_programme).map_or_else(unknown, |x| maturity(x, words));
        let [mean, median] = [&step.mean, &step.median].map(|e| rise(currency, e, words));
        write!(out, "{target:>7}{mean:>24}{median:>25}")?;
    }
    writeln!(out)
}

/// A rise of money with its standard error.
pub(super) fn rise(currency: &str, e: &Estimate, words: Words) -> String {
    let change = words.money_change(currency, e.value);
    match e.standard_error {
        Some(error) => format!("{change} ± {}", words.money(currency, error)),
        None => change,
    }
}
