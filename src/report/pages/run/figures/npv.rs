//! The distribution of the net present value.

use super::around::footer;
use crate::page::figure::{caption, money};
use crate::plot::{Caption, Label, NpvDistribution, Wording};
use crate::words::Words;
use delight_studies::run::Findings;

/// The distribution.
pub(super) fn figure(f: &Findings, words: Words) -> NpvDistribution {
    NpvDistribution {
        caption: around(f, words),
        edges: f.npv_histogram.edges.clone(),
        shares: f.npv_histogram.shares.clone(),
        p5: f.npv.p5.value,
        p50: f.npv.p50.value,
        p95: f.npv.p95.value,
        mean: f.npv.mean.value,
        loss_probability: words.loss(&f.case.kind, f.loss_probability.value),
        format: money(&f.case.currency, words),
    }
}

fn around(f: &Findings, words: Words) -> Caption {
    let case = ("case", f.case.name.as_str());
    let [median, low, high] = [f.npv.p50, f.npv.p5, f.npv.p95].map(|e| words.money(&f.case.currency, e.value));
    let (loss, months) = (words.loss(&f.case.kind, f.loss_probability.value), f.case.months.to_string());
    let title = match f.loss_probability.value {
        0.0 if f.case.kind != "chain" => words.say_with("npv-title-sure", &[case]),
        _ if f.cost_effectiveness.is_some() => words.say_with("npv-title-public", &[case, ("loss", &loss)]),
        _ => words.say_with("npv-title-loss", &[case, ("loss", &loss)]),
    };
    let told = [("median", median.as_str()), ("low", &low), ("high", &high), ("loss", &loss)];
    let usual = caption(words).wording;
    let (description, wording) = match f.cost_effectiveness.is_some() {
        true => (words.say_with("npv-told-public", &told), of_public(usual, words)),
        false => (words.say_with("npv-told", &told), usual),
    };
    Caption {
        title,
        subtitle: words.say_with("npv-subtitle", &[("months", &months)]),
        footer: footer(f, words),
        description,
        wording,
        x_title: words.say_with("npv-axis", &[("currency", &f.case.currency)]),
        y_title: words.say("npv-share"),
    }
}

/// Where nobody pays there is no loss to be made: it costs more than it saves.
fn of_public(usual: Wording, words: Words) -> Wording {
    Wording::new(move |label| match label {
        Label::LossProbability(share) => words.say_with("label-loss-public", &[("share", share)]),
        label => usual.write(label),
    })
}
