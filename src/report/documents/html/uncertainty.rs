//! What drives the uncertainty, and on whose word.

use super::page::Report;
use super::parts::{section, table};
use crate::page::values::{members, name, share_interval};
use crate::plot::PlotError;
use maud::{Markup, html};

/// The shares of the variance by input and by grade; nothing where nothing is uncertain.
pub fn uncertainty(page: &Report) -> Result<Markup, PlotError> {
    let (f, words) = (page.findings(), page.words);
    let Some(drivers) = &f.drivers else { return Ok(html! {}) };
    let rows = drivers.shares.len() as u32;
    let figure = page.figure("drivers", [60 + 30 * rows, 50 + 50 * rows])?;
    let cells: Vec<Vec<String>> = drivers
        .standings
        .iter()
        .map(|s| {
            let (first, total) = (share_interval(&s.first, words), share_interval(&s.total, words));
            vec![words.say_of("standing", &s.key), s.inputs.to_string(), first, total]
        })
        .collect();
    let heads = [String::new(), words.say("decide-inputs"), words.say("sens-group-first"), words.say("sens-total")];
    let count = drivers.uncertain.to_string();
    let trials = words.whole(drivers.trials as f64);
    Ok(section(
        "uncertainty",
        &words.say("html-drivers"),
        html! {
            p { (words.say_with("html-drivers-lead", &[("count", &count)])) }
            (figure)
            @for of in drivers.shares.iter().filter(|of| !of.input.name.bundle.is_empty()) {
                p.note {
                    (name(&of.input.name, words)) " – "
                    (words.say_with("decide-members", &[("inputs", &members(&of.input.name, words))]))
                }
            }
            @if drivers.shares.iter().any(|of| of.correlated) { p.note { (words.say("html-correlated")) } }
            h3 { (words.say("html-by-grade")) }
            (table("", &heads, &cells))
            p.note { (words.say_with("html-drivers-note", &[("trials", &trials)])) }
        },
    ))
}
