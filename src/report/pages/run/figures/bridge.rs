//! The figure of the bridge from the pieces of the benefit to the net present value.

use crate::page::figure::{caption, money};
use crate::pages::run::bridge::{Amount, amounts, shown};
use crate::pages::run::less::negative_pieces;
use crate::plot::{Caption, Step, ValueBridge};
use crate::words::Words;
use delight_model::finance::bridge::PIECES;
use delight_studies::run::Findings;

/// The bridge as a figure.
pub fn figure(f: &Findings, footer: String, words: Words) -> ValueBridge {
    let currency = &f.case.currency;
    let amounts = amounts(f, words);
    let told = amounts.iter().map(|a| format!("{}: {}", a.name, shown(&a.amount, currency, words)));
    let less = negative_pieces(f, words);
    let footer = less.iter().cloned().chain([footer]).collect::<Vec<_>>().join(" ");
    let around = Caption {
        title: title(f, words),
        subtitle: words.say("bridge-subtitle"),
        footer,
        description: told.chain(less).collect::<Vec<_>>().join("; "),
        x_title: words.say_with("bridge-axis", &[("currency", currency)]),
        ..caption(words)
    };
    let step = |a: &Amount| Step {
        name: a.name.clone(),
        amount: a.amount.value,
        sum: a.sum,
        label: words.money(currency, a.amount.value),
    };
    let steps = amounts.iter().map(step).collect();
    ValueBridge { caption: around, steps, format: money(currency, words) }
}

/// The largest piece in one sentence.
fn title(f: &Findings, words: Words) -> String {
    let case = ("case", f.case.name.as_str());
    let money = |x: f64| words.money(&f.case.currency, x);
    let largest = PIECES.iter().filter_map(|p| Some((*p, f.bridge.get(*p)?.value))).max_by(|a, b| a.1.total_cmp(&b.1));
    let (benefit, cost) = (money(f.pv_benefit.mean.value), money(f.pv_cost.mean.value));
    match largest.filter(|(_, value)| *value > 0.0) {
        Some((piece, value)) => {
            let (piece, size) = (words.say_of("piece", piece), money(value));
            let args = [case, ("piece", piece.as_str()), ("size", &size), ("cost", &cost), ("benefit", &benefit)];
            words.say_with("bridge-title-piece", &args)
        }
        None => words.say_with("bridge-title-none", &[case, ("cost", &cost), ("benefit", &benefit)]),
    }
}
