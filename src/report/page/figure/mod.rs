//! The figures of decisions: what each shows, in words and numbers.

use super::values;
use crate::pages::run::figures::wording;
use crate::plot::{Caption, Format};
use crate::words::Words;
use delight_studies::findings::InputFacts;

/// Bars that a figure has room for.
pub(crate) const BARS: usize = 12;

/// How many trials, and how drawn.
pub(crate) fn drawn(trials: usize, sampling: &str, seed: u64, words: Words) -> String {
    let (trials, seed) = (words.whole(trials as f64), seed.to_string());
    let sampling = words.say_of("sampling", sampling);
    words.say_with("figure-trials", &[("trials", &trials), ("sampling", &sampling), ("seed", &seed)])
}

/// Words around a figure that speak this language.
pub(crate) fn caption(words: Words) -> Caption {
    Caption { wording: wording(words), ..Caption::default() }
}

/// Writes money.
pub(crate) fn money(currency: &str, words: Words) -> Format {
    let currency = currency.to_owned();
    Format::new(move |x| words.money(&currency, x))
}

/// Writes values of an input on an axis.
pub(crate) fn of_input(input: &InputFacts, currency: &str, words: Words) -> Format {
    let (input, currency) = (input.clone(), currency.to_owned());
    Format::new(move |x| values::tick(&input, &currency, words, x))
}

/// An input as the title of an axis: its name and its unit.
pub(crate) fn axis(input: &InputFacts, words: Words) -> String {
    let name = values::name(&input.name, words);
    format!("{name} ({})", words.unit(&input.unit))
}
