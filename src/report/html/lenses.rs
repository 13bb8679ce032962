//! The same case through three lenses.

use super::page::Page;
use super::parts::{badge, section, table};
use crate::report::lenses::belief;
use maud::{Markup, html};

/// The lenses side by side; nothing for a case without a chain.
pub fn lenses(page: &Page) -> Markup {
    let (f, words) = (page.findings(), page.words);
    let Some(seen) = &f.lenses else { return html! {} };
    let earns = f.cost_effectiveness.is_none();
    let rows: Vec<Vec<String>> = seen
        .views
        .iter()
        .map(|view| {
            let change = |e: &Option<crate::analysis::Estimate>| {
                e.as_ref().map_or("–".into(), |e| crate::report::text::with_error(e, &|x| words.percent_change(x)))
            };
            let own = if view.lens == seen.own { "▸ " } else { "" };
            let name = format!("{own}{}", words.say_of("lens", &view.lens));
            let mut row = vec![name, page.money_error(&view.npv), page.share_error(&view.loss_probability)];
            row.extend(earns.then(|| change(&view.roi)));
            row.extend(earns.then(|| change(&view.revenue_gain)));
            row
        })
        .collect();
    let mut heads = vec![String::new(), words.say("lenses-npv"), words.say("lenses-loss")];
    heads.extend(earns.then(|| words.say("lenses-roi")));
    heads.extend(earns.then(|| words.say("lenses-revenue")));
    section(
        "lenses",
        &words.say("lenses-title"),
        html! {
            p { (words.say("html-lenses-lead")) }
            (table("", &heads, &rows))
            p.strong { (belief(seen, &f.case.currency, words)) }
            @if !seen.inputs.is_empty() { (inputs(page)) }
        },
    )
}

/// What the lenses see differently.
fn inputs(page: &Page) -> Markup {
    let words = page.words;
    let Some(seen) = &page.findings().lenses else { return html! {} };
    let name = |path: &str| {
        let row = page.results.assumptions.iter().find(|row| row.path == path);
        words.meaning(path, row.map_or(path, |row| row.meaning.as_str()))
    };
    html! {
        h3 { (words.say("html-lenses-inputs")) }
        div.scroll {
            table {
                thead { tr {
                    th scope="col" {}
                    th scope="col" { (words.say("html-grade")) }
                    @for view in &seen.views { th.number scope="col" { (words.say_of("lens", &view.lens)) } }
                } }
                tbody {
                    @for input in &seen.inputs {
                        tr {
                            th scope="row" { (name(&input.path)) }
                            td { (badge(input.grade.as_deref().unwrap_or_default())) }
                            @for written in &input.written { td.number { span.whole { (written) } } }
                        }
                    }
                }
            }
        }
    }
}
