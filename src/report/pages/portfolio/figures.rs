//! The figures of `delight portfolio`: the projects, and what each budget makes.

use super::page::funded;
use crate::page::figure::{BARS, Named, caption, drawn, money};
use crate::plot::{Caption, Rank, Ranking, ValueSteps};
use crate::words::Words;
use delight_model::statistics::Estimate;
use delight_studies::portfolio::{Portfolio, ProjectChoice};

/// The projects by their mean value, and the best value by budget.
pub fn portfolio(found: &Portfolio, words: Words) -> Vec<Named> {
    vec![
        Named::of_rows("portfolio", found.projects.len().min(BARS), projects(found, words)),
        Named::new("portfolio-budget", budgets(found, words)),
    ]
}

fn projects(found: &Portfolio, words: Words) -> Ranking {
    let currency = &found.case.currency;
    let mut order: Vec<&ProjectChoice> = found.projects.iter().collect();
    order.sort_by(|a, b| b.npv_mean.value.total_cmp(&a.npv_mean.value));
    order.truncate(BARS);
    let ends = |e: &Estimate| e.interval95().unwrap_or((e.value, e.value));
    let rank = |project: &&ProjectChoice| Rank {
        name: project.name.clone(),
        value: project.npv_mean.value,
        low: ends(&project.npv_mean).0,
        high: ends(&project.npv_mean).1,
        ring: None,
        label: words.money(currency, project.npv_mean.value),
        faint: !project.funded,
    };
    let (budget, value) =
        (words.money(currency, found.limits[0].at_most), words.money(currency, found.total.value.value));
    let title = match funded(found) {
        Some(_) => words.say_with("fund-figure-title", &[("budget", &budget), ("value", &value)]),
        None => words.say("fund-figure-title-none"),
    };
    let told =
        |project: &&ProjectChoice| format!("{}: {}", project.name, words.money(currency, project.npv_mean.value));
    Ranking {
        caption: Caption {
            title,
            subtitle: words.say("fund-figure-subtitle"),
            footer: drawn(found.provenance.trials, &found.provenance, words),
            description: order.iter().map(told).collect::<Vec<_>>().join("; "),
            x_title: words.say_with("fund-figure-axis", &[("currency", currency)]),
            ..caption(words)
        },
        ranks: order.iter().map(rank).collect(),
        format: money(currency, words),
    }
}

fn budgets(found: &Portfolio, words: Words) -> ValueSteps {
    let currency = &found.case.currency;
    let at = |x: f64| words.money(currency, x);
    let title = match &found.next {
        Some(next) => {
            let (more, gain) = (at(next.more), at(next.gain.value));
            words.say_with("fund-curve-title", &[("more", &more), ("gain", &gain)])
        }
        None => words.say("fund-curve-title-none"),
    };
    let told = found.curve.iter().map(|point| format!("{}: {}", at(point.budget), at(point.value.value)));
    let today = found.limits[0].at_most;
    ValueSteps {
        caption: Caption {
            title,
            subtitle: words.say("fund-curve-subtitle"),
            footer: drawn(found.provenance.trials, &found.provenance, words),
            description: told.collect::<Vec<_>>().join("; "),
            x_title: words.say_with("fund-curve-x", &[("currency", currency)]),
            y_title: words.say_with("fund-curve-y", &[("currency", currency)]),
            ..caption(words)
        },
        from: found.curve.iter().map(|point| point.budget).collect(),
        value: found.curve.iter().map(|point| point.value.value).collect(),
        today: (today, words.say_with("fund-curve-today", &[("budget", &at(today))])),
        format: money(currency, words),
    }
}
