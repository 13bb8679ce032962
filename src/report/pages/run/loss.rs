//! How likely a loss is: in whole percent, with what other costs would make of it, and by what is delivered.

use crate::words::Words;
use delight_studies::run::{DeliveryResult, Findings};

/// The outcomes of the delivery draw, from the worst to the best but for harm, which belongs to the first.
const OUTCOMES: [&str; 3] = ["none", "partial", "full"];

/// The probability of a loss; with other costs too, where they are known.
pub fn loss(f: &Findings, words: Words) -> String {
    if f.npv.sd.is_some_and(|sd| sd.value == 0.0) {
        return words.say("loss-nothing-varies");
    }
    let share = words.loss(&f.case.kind, f.loss_probability.value);
    over_costs(f, words).map_or_else(|| share.clone(), |range| format!("{share} ({range})"))
}

/// What it would be if the programme cost less or more.
pub fn over_costs(f: &Findings, words: Words) -> Option<String> {
    let range = f.cost_range.as_ref()?;
    let [low, high] = range.loss_probability.map(|e| words.loss(&f.case.kind, e.value));
    let [cheap, dear] = range.factors.map(|x| words.factor(x));
    let args = [("low", low.as_str()), ("high", &high), ("cheap", &cheap), ("dear", &dear)];
    Some(words.say_with("loss-over-costs", &args))
}

/// The same by what is delivered, in one line; none where delivery is no question.
pub fn by_delivery(f: &Findings, words: Words) -> Option<String> {
    let all: Vec<_> = OUTCOMES.into_iter().filter_map(|key| Some((key, f.by_delivery.get(key)?))).collect();
    let one = |(key, d): &(&str, &DeliveryResult)| {
        let share = words.loss(&f.case.kind, d.loss_probability.value);
        words.say_with("loss-of-outcome", &[("outcome", &words.say_of("outcome", key)), ("share", &share)])
    };
    (all.len() > 1).then(|| all.iter().map(one).collect::<Vec<_>>().join(", "))
}
