//! From the pieces of the benefit to the net present value, in means, which add up exactly.

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

/// An amount with its standard error.
pub fn shown(amount: &Estimate, currency: &str, words: Words) -> String {
    words.money_with_error(currency, amount)
}
