//! The figures of `delight optimise`: effort by element, and the frontier of value and risk.

use crate::page::figure::{Named, caption, drawn, money};
use crate::plot::{Caption, Choice, Format, Frontier, Rank, Ranking};
use crate::words::Words;
use delight_model::statistics::Estimate;
use delight_studies::optimise::{Optimisation, Valued};

/// Effort by element, where there is any, and the frontier, where it is more than one point.
pub fn optimise(found: &Optimisation, words: Words) -> Vec<Named> {
    let spends = found.elements.iter().any(|element| element.share > 0.0);
    let point = |value: &Valued| (value.expected_shortfall_5.value, value.npv_mean.value);
    let mut points = found.frontier.iter().map(|owner| point(&owner.value));
    let first = points.next();
    let is_line = points.any(|other| Some(other) != first);
    let effort = spends.then(|| Named::new("effort", effort(found, words)));
    effort.into_iter().chain(is_line.then(|| Named::new("frontier", frontier(found, words)))).collect()
}

fn effort(found: &Optimisation, words: Words) -> Ranking {
    let most = found.elements.iter().max_by(|a, b| a.share.total_cmp(&b.share)).filter(|e| e.share > 0.0);
    let title = match most {
        Some(most) => {
            let (element, share) = (words.say_of("element", &most.element), words.percent(most.share));
            let args = [("case", found.case.name.as_str()), ("element", &element), ("share", &share)];
            words.say_with("optimise-effort-title", &args)
        }
        None => words.say_with("optimise-effort-none", &[("case", &found.case.name)]),
    };
    let ranks = found.elements.iter().map(|element| Rank {
        name: words.say_of("element", &element.element),
        value: element.share,
        low: f64::NAN,
        high: f64::NAN,
        ring: Some(element.share_written),
        label: words.percent(element.share),
        faint: false,
    });
    let told =
        found.elements.iter().map(|e| format!("{}: {}", words.say_of("element", &e.element), words.percent(e.share)));
    Ranking {
        caption: Caption {
            title,
            subtitle: words.say("optimise-effort-subtitle"),
            footer: drawn(found.provenance.trials, &found.provenance, words),
            description: told.collect::<Vec<_>>().join("; "),
            x_title: words.say("optimise-effort-axis"),
            ..caption(words)
        },
        ranks: ranks.collect(),
        format: Format::new(move |x| words.percent_tick(x)),
    }
}

fn frontier(found: &Optimisation, words: Words) -> Frontier {
    let currency = &found.case.currency;
    let (npv, shortfall) = (found.best.npv_mean.value, found.best.expected_shortfall_5.value);
    let (npv, shortfall) = (words.money(currency, npv), words.money(currency, shortfall));
    let args = [("case", found.case.name.as_str()), ("npv", &npv), ("shortfall", &shortfall)];
    // Where the others stand follows from the line; their tolerances are in the table.
    let on_it = found.frontier.iter().map(|owner| {
        let name = if owner.risk_tolerance.is_none() { words.say("optimise-frontier-neutral") } else { String::new() };
        choice(name, &owner.value, true)
    });
    let mut choices: Vec<Choice> = on_it.collect();
    choices.push(choice(words.say("optimise-frontier-written"), &found.written, false));
    let nothing =
        Choice { name: words.say("optimise-frontier-nothing"), at: (0.0, 0.0), half: (0.0, 0.0), on_it: false };
    choices.push(nothing);
    let told = found.frontier.iter().map(|owner| {
        let [x, y] = [owner.value.expected_shortfall_5, owner.value.npv_mean].map(|e| words.money(currency, e.value));
        format!("{y} ({x})")
    });
    Frontier {
        caption: Caption {
            title: words.say_with("optimise-frontier-figure-title", &args),
            subtitle: words.say("optimise-frontier-figure-subtitle"),
            footer: drawn(found.provenance.trials, &found.provenance, words),
            description: told.collect::<Vec<_>>().join("; "),
            x_title: words.say_with("optimise-frontier-figure-x", &[("currency", currency)]),
            y_title: words.say_with("optimise-frontier-figure-y", &[("currency", currency)]),
            ..caption(words)
        },
        choices,
        format: money(currency, words),
    }
}

fn choice(name: String, value: &Valued, on_it: bool) -> Choice {
    let (x, y) = (&value.expected_shortfall_5, &value.npv_mean);
    let half = |e: &Estimate| e.half_width95().unwrap_or(0.0);
    Choice { name, at: (x.value, y.value), half: (half(x), half(y)), on_it }
}
