//! The figure of `delight voi`: what knowing each input is worth.

use super::page::to_measure;
use crate::page::figure::{BARS, Named, caption, drawn, money};
use crate::page::values;
use crate::plot::{Caption, Rank, Ranking};
use crate::words::Words;
use delight_model::statistics::Estimate;
use delight_studies::voi::{InputVoi, ValueOfInformation};

/// Least share of the value of knowing all that is shown.
const LEAST: f64 = 0.001;

/// The inputs by what knowing them is worth; no figure where knowing none of them is worth anything.
pub fn voi(found: &ValueOfInformation, words: Words) -> Vec<Named> {
    let currency = &found.case.currency;
    // What is worth next to nothing beside the whole would only fill the figure.
    let least = LEAST * found.evpi.value;
    let worth: Vec<&InputVoi> = found.inputs.iter().filter(|of| of.evppi.value > least).take(BARS).collect();
    if worth.is_empty() {
        return Vec::new();
    }
    let ranks = worth.iter().map(|of| {
        let (low, high) = interval(&of.evppi, found.evpi.value);
        Rank {
            name: values::name(&of.input.name, words),
            value: of.evppi.value,
            low,
            high,
            ring: None,
            label: words.money(currency, of.evppi.value),
            faint: !of.can_be_known,
        }
    });
    let evpi = words.money(currency, found.evpi.value);
    let title = match to_measure(found) {
        Some(first) => {
            let (name, evppi) = (values::name(&first.input.name, words), words.money(currency, first.evppi.value));
            words.say_with("voi-figure-title", &[("case", &found.case.name), ("name", &name), ("evppi", &evppi)])
        }
        None => words.say("voi-first-none"),
    };
    let told =
        |of: &&InputVoi| format!("{}: {}", values::name(&of.input.name, words), words.money(currency, of.evppi.value));
    let figure = Ranking {
        caption: Caption {
            title,
            subtitle: words.say_with("voi-figure-subtitle", &[("evpi", &evpi)]),
            footer: drawn(found.provenance.trials, &found.provenance, words),
            description: worth.iter().map(told).collect::<Vec<_>>().join("; "),
            x_title: words.say_with("voi-figure-axis", &[("currency", currency)]),
            ..caption(words)
        },
        ranks: ranks.collect(),
        format: money(currency, words),
    };
    vec![Named::new("voi", figure)]
}

/// The 95 % interval, between nothing and the value of knowing all.
fn interval(estimate: &Estimate, most: f64) -> (f64, f64) {
    let (low, high) = estimate.interval95().unwrap_or((estimate.value, estimate.value));
    (low.max(0.0), high.min(most.max(estimate.value)))
}
