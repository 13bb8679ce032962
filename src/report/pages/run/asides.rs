//! What is said beneath the values: whose rate of return it is, and what a return below −100 % means.

use crate::words::Words;
use delight_studies::run::Findings;

/// Of how many trials the rate of return is, where not all have one.
pub fn of_irr(f: &Findings, words: Words) -> Option<String> {
    let one = 1.0 - f.irr.none.value - f.irr.several.value - f.irr.loan.value;
    let some_have = f.cost_effectiveness.is_none() && f.irr.spread.is_some() && one < 1.0;
    some_have.then(|| words.say_with("value-irr-of", &[("share", &words.percent(one))]))
}

/// Why a return can lie below −100 %, where it does in more than one trial in twenty.
pub fn of_ruin(f: &Findings, words: Words) -> Option<String> {
    let ruins = f.cost_effectiveness.is_none() && f.roi.is_some_and(|roi| roi.p5.value < -1.0);
    ruins.then(|| words.say("value-roi-ruin"))
}
