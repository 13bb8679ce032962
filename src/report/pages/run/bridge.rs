//! From the pieces of the benefit to the net present value, in means, which add up exactly.

use super::figures::wording;
use super::text::with_error;
use crate::plot::{Caption, Format, Step, ValueBridge};
use crate::words::Words;
use delight_model::finance::bridge::PIECES;
use delight_model::statistics::Estimate;
use delight_studies::run::Findings;

/// An amount of the way from the benefit to the value.
pub struct Amount {
    /// What it is.
    pub name: String,
    /// Mean present value, money; a cost is below zero.
    pub amount: Estimate,
    /// Whether it is a sum of what stands above it.
    pub sum: bool,
}

/// Pieces, benefit, cost, tax, value after the horizon, net present value; what is nothing is left out.
pub fn amounts(f: &Findings, words: Words) -> Vec<Amount> {
    let piece = |name: String, amount: Estimate| Amount { name, amount, sum: false };
    let sum = |name: String, amount: Estimate| Amount { name, amount, sum: true };
    let exact = |value: f64| Estimate::without_error(value);
    let negative = |e: &Estimate| Estimate { value: -e.value, ..*e };
    let mut all: Vec<Amount> =
        PIECES.iter().filter_map(|p| Some(piece(words.say_of("piece", p), *f.bridge.get(*p)?))).collect();
    let benefit = f.pv_benefit.mean;
    if !all.is_empty() {
        all.retain(|a| shows(f, &a.amount));
        all.push(sum(words.say("bridge-benefit"), benefit));
    } else {
        all.push(piece(words.say("bridge-benefit"), benefit));
    }
    all.push(piece(words.say("bridge-cost"), negative(&f.pv_cost.mean)));
    // What is left between the parts and the whole is tax.
    let tax = f.npv.mean.value - benefit.value + f.pv_cost.mean.value - f.terminal.value;
    let name = if tax > 0.0 { words.say("bridge-tax-saved") } else { words.say("bridge-tax") };
    all.push(piece(name, exact(tax)));
    all.push(piece(words.say("bridge-terminal"), f.terminal));
    all.retain(|a| a.sum || shows(f, &a.amount));
    all.push(sum(words.say("bridge-npv"), f.npv.mean));
    all
}

/// Whether an amount is more than what rounding leaves of nothing.
pub fn shows(f: &Findings, amount: &Estimate) -> bool {
    let size = f.pv_benefit.mean.value.abs().max(f.pv_cost.mean.value.abs());
    amount.value.abs() > 1e-9 * size
}

/// The bridge as a figure.
pub fn figure(f: &Findings, footer: String, words: Words) -> ValueBridge {
    let currency = f.case.currency.clone();
    let amounts = amounts(f, words);
    let told = amounts.iter().map(|a| format!("{}: {}", a.name, shown(&a.amount, &currency, words)));
    let caption = Caption {
        title: title(f, words),
        subtitle: words.say("bridge-subtitle"),
        footer,
        description: told.collect::<Vec<_>>().join("; "),
        x_title: words.say_with("bridge-axis", &[("currency", &currency)]),
        y_title: String::new(),
        wording: wording(words),
    };
    let step = |a: &Amount| Step {
        name: a.name.clone(),
        amount: a.amount.value,
        sum: a.sum,
        label: words.money(&currency, a.amount.value),
    };
    let steps = amounts.iter().map(step).collect();
    ValueBridge { caption, steps, format: Format::new(move |x| words.money(&currency, x)) }
}

/// An amount with its standard error.
pub fn shown(amount: &Estimate, currency: &str, words: Words) -> String {
    with_error(amount, &|x| words.money(currency, x))
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
