//! The figures of decisions: what each shows, in words and numbers.

mod breakeven;
mod compare;
mod diff;
mod fails;
mod gate;
mod optimise;
mod portfolio;
mod sensitivity;
mod sweep;
mod voi;

pub use breakeven::breakeven;
pub use compare::compare;
pub use diff::diff;
pub use fails::fails;
pub use gate::gate;
pub use optimise::optimise;
pub use portfolio::portfolio;
pub use sensitivity::sensitivity;
pub use sweep::{sweep, sweep_two};
pub use voi::voi;

use super::values;
use crate::analysis::InputFacts;
use crate::plot::{Caption, Format};
use crate::report::figures::wording;
use crate::report::language::Words;

/// Bars that a figure has room for.
const BARS: usize = 12;

/// How many trials, and how drawn.
fn drawn(trials: usize, sampling: &str, seed: u64, words: Words) -> String {
    let (trials, seed) = (words.whole(trials as f64), seed.to_string());
    let sampling = words.say_of("sampling", sampling);
    words.say_with("figure-trials", &[("trials", &trials), ("sampling", &sampling), ("seed", &seed)])
}

/// Words around a figure that speak this language.
fn caption(words: Words) -> Caption {
    Caption { wording: wording(words), ..Caption::default() }
}

/// Writes money.
fn money(currency: &str, words: Words) -> Format {
    let currency = currency.to_owned();
    Format::new(move |x| words.money(&currency, x))
}

/// Writes values of an input on an axis.
fn of_input(input: &InputFacts, currency: &str, words: Words) -> Format {
    let (input, currency) = (input.clone(), currency.to_owned());
    Format::new(move |x| values::tick(&input, &currency, words, x))
}

/// An input as the title of an axis: its name and its unit.
fn axis(input: &InputFacts, words: Words) -> String {
    let name = values::name(&input.name, words);
    format!("{name} ({})", words.unit(&input.unit))
}
