//! Why a piece of the value bridge is negative, where it is.

use super::bridge::shows;
use crate::words::{Shown, Words};
use delight_model::finance::bridge::PIECES;
use delight_studies::run::Findings;

/// A sentence for every piece whose mean is below zero, in the order of the bridge.
pub fn negative_pieces(f: &Findings, words: Words) -> Vec<String> {
    let is_negative = |piece: &&&str| {
        f.bridge
            .get(**piece)
            .is_some_and(|e| e.value < 0.0 && shows(f, e) && !Shown::money(&f.case.currency, e.value).is_nothing())
    };
    let one = |piece: &&str| {
        let (name, why) = (words.say_of("piece", piece), reason(piece, f, words));
        let amount = words.money(&f.case.currency, f.bridge.get(*piece).map_or(0.0, |e| e.value));
        words.say_with("bridge-less", &[("piece", &name), ("amount", &amount), ("why", &why)])
    };
    PIECES.iter().filter(is_negative).map(one).collect()
}

/// What makes it negative, by what the chain shows in the last twelve months.
fn reason(piece: &str, f: &Findings, words: Words) -> String {
    let rises = |kpi: &str| f.kpis.get(kpi).is_some_and(|of| of.difference.mean.value > 0.0);
    let falls = |kpi: &str| f.kpis.get(kpi).is_some_and(|of| of.difference.mean.value < 0.0);
    let unpaid = f.cost_effectiveness.is_some();
    let more_stay = falls("churn");
    match piece {
        "loyalty" | "advocacy" if unpaid => words.say("less-unpaid"),
        "loyalty" if more_stay => words.say("less-worth"),
        "loyalty" => words.say("less-leave"),
        "advocacy" if f.bridge.get("loyalty").is_some_and(|e| e.value > 0.0) => words.say("less-market"),
        "advocacy" if more_stay => words.say("less-worth"),
        "advocacy" => words.say("less-come"),
        "spend" if falls("connected") => words.say("less-connected"),
        "spend" => words.say("less-spend"),
        "price" => words.say("less-price"),
        "cost_to_serve" if rises("failures") => words.say("less-failures"),
        "cost_to_serve" => words.say("less-voiced"),
        "people" if falls("engaged") => words.say("less-engaged"),
        "people" => words.say("less-people"),
        _ => words.say("less-connected"),
    }
}
