//! What is said beneath the values: whose rate of return it is, and what a return below −100 % means.

use crate::words::Words;
use delight_studies::run::Findings;

/// Sentences beneath the values, where they are needed; none where nobody pays.
pub fn asides(f: &Findings, words: Words) -> Vec<String> {
    if f.cost_effectiveness.is_some() {
        return Vec::new();
    }
    let one = 1.0 - f.irr.none.value - f.irr.several.value - f.irr.loan.value;
    let some_have = f.irr.spread.is_some() && one < 1.0;
    let irr = some_have.then(|| words.say_with("value-irr-of", &[("share", &words.percent(one))]));
    let ruin = f.roi.is_some_and(|roi| roi.p5.value < -1.0).then(|| words.say("value-roi-ruin"));
    irr.into_iter().chain(ruin).collect()
}
