//! The return and the cash over the months.

use super::page::Report;
use super::parts::section;
use crate::pages::run::accepted::accepted;
use crate::pages::run::asides::of_ruin;
use crate::pages::run::page::of_score;
use crate::plot::PlotError;
use maud::{Markup, html};

/// Heights of a curve, wide and narrow.
const HEIGHTS: [u32; 2] = [350, 380];

/// The curve of the return; where nobody pays for delight, what a unit of effect costs.
pub fn returns(page: &Report) -> Result<Markup, PlotError> {
    let (f, words) = (page.findings(), page.words);
    let figure = page.figure("roi", HEIGHTS)?;
    if let Some(found) = &f.cost_effectiveness {
        let say = |per: &Option<delight_studies::run::CostPer>| match per {
            Some(per) => {
                let (cost, net) = (page.money_error(&per.cost), page.money_error(&per.net));
                words.say_with("effectiveness-cost", &[("cost", &cost), ("net", &net)])
            }
            None => words.say("effectiveness-none"),
        };
        let score = found.rating_point.as_ref().map(|per| of_score(per, &f.case.currency, words));
        let score = score.unwrap_or_else(|| words.say("effectiveness-none"));
        let content = html! {
            p { (words.say("html-effectiveness-lead")) }
            dl.pairs {
                dt { (words.say("effectiveness-connected")) } dd { (say(&found.connected)) }
                dt { (words.say("effectiveness-point")) } dd { (score) }
            }
            @for sentence in accepted(f, words) { p { (sentence) } }
            (page.figure("acceptability", HEIGHTS)?)
            (page.figure("acceptability-score", HEIGHTS)?)
        };
        return Ok(section("return", &words.say("html-effectiveness"), content));
    }
    if f.roi.is_none() {
        return Ok(html! {});
    }
    let ruin = of_ruin(f, words);
    Ok(section(
        "return",
        &words.say("roi-axis"),
        html! { (figure) @if let Some(sentence) = &ruin { p { (sentence) } } },
    ))
}

/// The fan of the cash with payback and peak funding.
pub fn cash(page: &Report) -> Result<Markup, PlotError> {
    let (f, words) = (page.findings(), page.words);
    let (p50, p95) = (page.money(f.peak_funding.p50.value), page.money(f.peak_funding.p95.value));
    let never = page.share_error(&f.payback_months.never);
    let funding = match f.cost_effectiveness {
        Some(_) => words.say_with("html-cash-lead-public", &[("p50", &p50), ("p95", &p95)]),
        None => words.say_with("html-cash-lead", &[("p50", &p50), ("p95", &p95), ("never", &never)]),
    };
    let figure = page.figure("cash", HEIGHTS)?;
    Ok(section("cash", &words.say("html-cash"), html! { (figure) p { (funding) } }))
}
