//! The effect chain as a picture, and its indicators as a table.

use super::page::Report;
use super::parts::{section, table};
use crate::plot::PlotError;
use crate::words::kpi;
use maud::{Markup, html};

/// The chain; nothing for a case without one.
pub fn chain(page: &Report) -> Result<Markup, PlotError> {
    let (f, words) = (page.findings(), page.words);
    if f.kpis.is_empty() {
        return Ok(html! {});
    }
    let figure = page.figure("chain", [400, 400])?;
    let indicators_by_month = page.figure("indicators", [430, 760])?;
    Ok(section(
        "chain",
        &words.say("html-chain"),
        html! {
            p { (words.say("html-chain-lead")) }
            div.picture { (figure) }
            h3 { (words.say("chain-title")) }
            (indicators(page))
            p.note { (words.say("html-chain-note")) }
            (indicators_by_month)
        },
    ))
}

/// The indicators, each net promoter score with its three shares.
fn indicators(page: &Report) -> Markup {
    let (f, words) = (page.findings(), page.words);
    let rows: Vec<Vec<String>> = kpi::ORDER
        .iter()
        .flat_map(|key| kpi::rows(f, key, words))
        .map(|row| {
            let name = if row.part { format!("\u{2003}{}", row.name) } else { row.name };
            let [p50, p5, p95] = row.change;
            vec![name, row.without, row.with, p50, p5, p95]
        })
        .collect();
    let heads = [String::new(), words.say("chain-without"), words.say("chain-with"), words.say("chain-change")];
    table("", &[&heads[..], &["P5".to_owned(), "P95".to_owned()]].concat(), &rows)
}
