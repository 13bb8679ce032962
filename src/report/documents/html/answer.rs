//! The head of the report, the answer, and the key figures.

use super::page::Report;
use super::parts::{section, table};
use crate::page::provenance::start;
use crate::pages::run::answer as words;
use crate::pages::run::loss;
use crate::pages::run::musts::musts;
use crate::pages::run::page::of_score;
use crate::pages::run::proposal::proposal as proposed;
use crate::words::Shown;
use delight_model::statistics::Estimate;
use delight_studies::findings::Spread;
use delight_studies::run::CostPer;
use maud::{Markup, html};

/// Name of the case, what it is, and the answer in three sentences.
pub fn answer(page: &Report) -> Markup {
    let (f, words) = (page.findings(), page.words);
    let sentences = words::answer(f, words);
    html! {
        (head(page))
        (proposal(page))
        section #answer {
            h2.quiet { (words.say("html-answer")) }
            @for (i, sentence) in sentences.iter().enumerate() {
                p class=(if i == 0 { "first" } else { "further" }) { (sentence) }
            }
            (to_mend(page))
        }
    }
}

/// What must be mended before the answer can be used.
fn to_mend(page: &Report) -> Markup {
    let all = musts(page.findings(), page.words);
    html! {
        @if !all.is_empty() {
            p.further { strong { (page.words.say("must-title")) } }
            ul.checks {
                @for sentence in &all { li.unsound { span.mark aria-hidden="true" { "!" } " " (sentence) } }
            }
        }
    }
}

/// What is proposed.
fn proposal(page: &Report) -> Markup {
    let sentences = proposed(page.findings(), page.words);
    if sentences.is_empty() {
        return html! {};
    }
    html! {
        section #proposal {
            h2.quiet { (page.words.say("proposal-title")) }
            @for sentence in &sentences { p.further { (sentence) } }
        }
    }
}

/// Name of the case, and what it is.
pub fn head(page: &Report) -> Markup {
    html! {
        header {
            p.kicker { (page.words.say("html-kind")) }
            h1 { (page.findings().case.name) }
            p.meta { (about(page)) }
        }
    }
}

/// Horizon, start, currency, lens, trials.
fn about(page: &Report) -> String {
    let (f, words) = (page.findings(), page.words);
    let mut parts = vec![words.say_with("html-months", &[("months", &f.case.months.to_string())])];
    if let Some(start) = start(f) {
        parts.push(words.say_with("html-from", &[("month", &words.calendar_month(start.year, start.month))]));
    }
    parts.push(f.case.currency.clone());
    if f.case.kind == "chain" {
        parts.push(words.say_with("html-lens", &[("lens", &words.say_of("lens", &f.case.lens))]));
    }
    parts.push(words.say_with("html-trials", &[("trials", &words.whole(f.trials as f64))]));
    parts.join(" · ")
}

/// One figure to be read first.
struct Card {
    name: String,
    value: String,
    notes: Vec<String>,
    loss: bool,
}

/// Cards, and all measures as a table.
pub fn key_figures(page: &Report) -> Markup {
    let words = page.words;
    let cards = cards(page);
    section(
        "key-figures",
        &words.say("html-key"),
        html! {
            dl.cards {
                @for card in &cards {
                    div.card {
                        dt { (card.name) }
                        dd class=(if card.loss { "value loss" } else { "value" }) { (card.value) }
                        dd.note { @for note in &card.notes { span { (note) } } }
                    }
                }
            }
            (measures(page))
            @if page.findings().run_off.is_some() { p.note { (words.say("value-run-off-others")) } }
        },
    )
}

fn cards(page: &Report) -> Vec<Card> {
    let (f, words) = (page.findings(), page.words);
    let money = |x: f64| page.money(x);
    let spread = |name: String, s: &Spread, show: &dyn Fn(f64) -> String| Card {
        name,
        value: show(s.p50.value),
        notes: vec![page.band(s, show)],
        loss: s.p50.value < 0.0,
    };
    let risk = |name: String, loss: &Estimate, notes: Vec<String>| Card {
        name,
        value: words.loss(&f.case.kind, loss.value),
        notes,
        loss: loss.value > 0.5,
    };
    let notes = loss::over_costs(f, words).into_iter().chain(loss::by_delivery(f, words)).collect();
    let public = f.cost_effectiveness.is_some();
    let mut cards = vec![spread(words.say("html-npv"), &f.npv, &money)];
    if !public {
        cards.push(risk(words.say("value-loss"), &f.loss_probability, notes));
    }
    if let Some(found) = f.run_off.as_ref().filter(|_| !public) {
        let name = words.say_with("html-npv-run-off", &[("months", &found.months.to_string())]);
        cards.push(spread(name, &found.npv, &money));
        cards.push(risk(words.say("html-loss-run-off"), &found.loss_probability, Vec::new()));
    }
    match (&f.cost_effectiveness, &f.roi) {
        (Some(found), _) => {
            cards.push(unit_cost(page, words.say("effectiveness-connected"), &found.connected));
            cards.push(score(page, words.say("effectiveness-point"), &found.rating_point));
        }
        (None, Some(roi)) => cards.push(spread(words.say("html-roi"), roi, &|x| words.percent_change(x))),
        (None, None) => {}
    }
    if !public {
        cards.push(payback(page));
    }
    cards.push(Card { loss: false, ..spread(words.say("html-funding"), &f.peak_funding, &money) });
    cards.push(Card {
        name: words.say("value-shortfall"),
        value: money(f.expected_shortfall_5.value),
        notes: vec![words.say("value-shortfall-note")],
        loss: f.expected_shortfall_5.value < 0.0,
    });
    cards
}

/// What a unit of effect costs, with what is left of it after savings.
fn unit_cost(page: &Report, name: String, found: &Option<CostPer>) -> Card {
    let words = page.words;
    match found {
        Some(per) => {
            let net = page.money_error(&per.net);
            let notes = vec![
                words.say_with("html-mean-error", &[("value", &page.money_error(&per.cost))]),
                words.say_with("html-net", &[("net", &net)]),
            ];
            Card { name, value: page.money(per.cost.value), notes, loss: false }
        }
        None => Card { name, value: "–".into(), notes: vec![words.say("effectiveness-none")], loss: true },
    }
}

/// What the mean score gains, for which money.
fn score(page: &Report, name: String, found: &Option<CostPer>) -> Card {
    let words = page.words;
    match found {
        Some(per) => {
            let note = of_score(per, &page.findings().case.currency, words);
            Card { name, value: words.signed_change(per.effect.value, 2), notes: vec![note], loss: false }
        }
        None => Card { name, value: "–".into(), notes: vec![words.say("effectiveness-none")], loss: true },
    }
}

fn payback(page: &Report) -> Card {
    let (f, words) = (page.findings(), page.words);
    let never = page.share_error(&f.payback_months.never);
    let value = match &f.payback_months.p50 {
        Some(month) => words.month(month.value),
        None => words.say_with("html-payback-late", &[("months", &f.case.months.to_string())]),
    };
    Card {
        name: words.say("value-payback"),
        value,
        notes: vec![words.say_with("html-never", &[("never", &never)])],
        loss: f.payback_months.p50.is_none(),
    }
}

/// Every measure with its median, band and mean.
fn measures(page: &Report) -> Markup {
    let (f, words) = (page.findings(), page.words);
    let money = |x: f64| Shown::money(&f.case.currency, x);
    let mut rows = Vec::new();
    let mut add = |name: String, s: &Spread, show: &dyn Fn(f64) -> Shown| {
        let [p50, p5, p95] = [s.p50, s.p5, s.p95].map(|e| words.write(&show(e.value)));
        rows.push(vec![name, p50, p5, p95, words.with_error(&s.mean, show)]);
    };
    add(words.say("value-npv"), &f.npv, &money);
    if let Some(found) = &f.run_off {
        let name = words.say_with("value-npv-run-off", &[("months", &found.months.to_string())]);
        add(name, &found.npv, &money);
    }
    if let Some(roi) = f.roi.as_ref().filter(|_| f.cost_effectiveness.is_none()) {
        add(words.say("value-roi"), roi, &Shown::percent_change);
    }
    let public = f.cost_effectiveness.is_some();
    if let Some(irr) = f.irr.spread.as_ref().filter(|_| !public) {
        let one = words.percent(1.0 - f.irr.none.value - f.irr.several.value - f.irr.loan.value);
        add(words.say_with("html-irr", &[("share", &one)]), irr, &Shown::percent_change);
    }
    if let Some(price) = f.irr.loan_rate.as_ref().filter(|_| !public) {
        let share = words.percent(f.irr.loan.value);
        add(words.say_with("html-loan", &[("share", &share)]), price, &Shown::percent_change);
    }
    add(words.say("value-benefit"), &f.pv_benefit, &money);
    add(words.say("value-cost"), &f.pv_cost, &money);
    add(words.say("value-funding"), &f.peak_funding, &money);
    let heads = [String::new(), words.say("median"), "P5".into(), "P95".into(), words.say("column-mean")];
    table("", &heads, &rows)
}
