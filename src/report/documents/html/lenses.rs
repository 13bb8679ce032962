//! The same case through three lenses.

use super::page::Report;
use super::parts::{badge, number, section, table, whole};
use crate::page::values;
use crate::pages::run::chain::facts;
use crate::pages::run::lenses::{belief, heads, is_public, lens_remarks, view_cells};
use delight_studies::run::LensInput;
use maud::{Markup, html};

/// The lenses side by side; nothing for a case without a chain.
pub fn lenses(page: &Report) -> Markup {
    let (f, words) = (page.findings(), page.words);
    let Some(seen) = &f.lenses else { return html! {} };
    let rows: Vec<Vec<String>> = seen
        .views
        .iter()
        .map(|view| {
            let own = if view.lens == seen.own { "▸ " } else { "" };
            let name = format!("{own}{}", words.say_of("lens", &view.lens));
            [name].into_iter().chain(view_cells(view, is_public(seen), &f.case.currency, words)).collect()
        })
        .collect();
    let heads: Vec<String> = [String::new()].into_iter().chain(heads(is_public(seen), words)).collect();
    section(
        "lenses",
        &words.say("lenses-title"),
        html! {
            p { (words.say("html-lenses-lead")) }
            (table("", &heads, &rows))
            @for remark in lens_remarks(seen, words) { p.note { (remark) } }
            p.strong { (belief(seen, &f.case.currency, words)) }
            @if !seen.inputs.is_empty() { (inputs(page)) }
        },
    )
}

/// What the lenses see differently.
fn inputs(page: &Report) -> Markup {
    let words = page.words;
    let Some(seen) = &page.findings().lenses else { return html! {} };
    let lenses: Vec<String> = seen.views.iter().map(|view| words.say_of("lens", &view.lens)).collect();
    html! {
        h3 { (words.say("html-lenses-inputs")) }
        table.wide-table {
            thead { tr {
                th scope="col" { (words.say("html-input")) }
                th.number scope="col" { (words.say("html-grade")) }
                @for lens in &lenses { th.number scope="col" { (lens) } }
            } }
            tbody {
                @for input in &seen.inputs {
                    tr {
                        th scope="row" { (name(page, &input.path)) }
                        (number(&words.say("html-grade"), badge(input.grade.as_deref().unwrap_or_default())))
                        @for (place, lens) in lenses.iter().enumerate() { (number(lens, believed(page, input, place))) }
                    }
                }
            }
        }
        p.note { (words.say("html-lenses-inputs-note")) }
    }
}

fn name(page: &Report, path: &str) -> String {
    let row = page.results.assumptions.iter().find(|row| row.path == path);
    let meaning = page.words.meaning(path, row.map_or(path, |row| row.meaning.as_str()));
    values::short(&meaning)
}

/// What a lens believes of an input: its median, with P5 and P95 where it is uncertain.
fn believed(page: &Report, input: &LensInput, lens: usize) -> Markup {
    let row = page.results.assumptions.iter().find(|row| row.path == input.path);
    let (Some(row), Some(seen)) = (row, input.values.get(lens)) else {
        return html! { (input.written.get(lens).map_or("–", String::as_str)) };
    };
    let facts = facts(row);
    let value = |x: f64| values::value(&facts, &page.findings().case.currency, page.words, x);
    let band = (seen.p5 < seen.p95).then(|| {
        format!(" ({})", page.words.say_with("html-band", &[("low", &value(seen.p5)), ("high", &value(seen.p95))]))
    });
    whole(&format!("{}{}", value(seen.p50), band.unwrap_or_default()))
}
