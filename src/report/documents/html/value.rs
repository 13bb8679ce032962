//! The distribution of the value, by the fate of the programme, and the bridge that leads to its mean.

use super::page::Report;
use super::parts::{section, table, table_with_sums};
use crate::pages::run::bridge::amounts;
use crate::plot::PlotError;
use maud::{Markup, html};

/// The distribution with the probability of a loss, then the outcomes of the delivery.
pub fn distribution(page: &Report) -> Result<Markup, PlotError> {
    let figure = page.figure("npv", [360, 380])?;
    let content = html! { (figure) (by_delivery(page)) };
    Ok(section("value", &page.words.say("value-npv"), content))
}

fn by_delivery(page: &Report) -> Markup {
    let (f, words) = (page.findings(), page.words);
    if f.by_delivery.len() < 2 {
        return html! {};
    }
    let earns = f.cost_effectiveness.is_none();
    let rows: Vec<Vec<String>> = ["full", "partial", "none", "harmful"]
        .into_iter()
        .filter_map(|key| {
            let d = f.by_delivery.get(key)?;
            let money = |x: f64| page.money(x);
            let roi = d.roi.as_ref().filter(|_| earns).map(|r| words.percent_change(r.p50.value));
            let mut row = vec![words.say_of("delivery", key), words.percent(d.share.value), money(d.npv.p50.value)];
            row.extend([money(d.npv.p5.value), money(d.npv.p95.value)]);
            row.extend(earns.then(|| words.loss(&f.case.kind, d.loss_probability.value)));
            row.extend(earns.then(|| roi.unwrap_or_else(|| "–".into())));
            Some(row)
        })
        .collect();
    let mut heads = vec![String::new(), words.say("delivery-chance"), words.say("delivery-npv")];
    heads.extend(["P5".into(), "P95".into()]);
    heads.extend([words.say("value-loss"), words.say("delivery-roi")].into_iter().filter(|_| earns));
    html! { h3 { (words.say("delivery-title")) } (table("", &heads, &rows)) }
}

/// The value bridge with the mean and the standard error of each step.
pub fn bridge(page: &Report) -> Result<Markup, PlotError> {
    let (f, words) = (page.findings(), page.words);
    let amounts = amounts(f, words);
    let rows = amounts.len() as u32;
    let figure = page.figure("bridge", [60 + 28 * rows, 60 + 36 * rows])?;
    let cells: Vec<Vec<String>> = amounts.iter().map(|a| vec![a.name.clone(), page.money_error(&a.amount)]).collect();
    let sums: Vec<usize> = (0..amounts.len()).filter(|place| amounts[*place].sum).collect();
    let table = table_with_sums("", &[String::new(), words.say("column-mean")], &cells, &sums);
    Ok(section(
        "bridge",
        &words.say("bridge-title"),
        html! { (figure) (table) p.note { (words.say("html-bridge-note")) } },
    ))
}
