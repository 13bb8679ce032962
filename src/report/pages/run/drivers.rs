//! What drives the value, and what would have to be true, in words and as a figure.

use super::chain::banded;
use crate::page::chance;
use crate::page::values::{self, share_interval};
use crate::words::Words;
use delight_model::statistics::Estimate;
use delight_studies::breakeven::{BreakEvenRange, Target};
use delight_studies::findings::InputFacts;
use delight_studies::run::{DriverBreakEven, Drivers, Findings};

/// What the conditions are for.
pub fn lead(drivers: &Drivers, words: Words) -> String {
    match drivers.target {
        Target::MeanNpv => words.say("true-lead-mean"),
        Target::MedianNpv => words.say("true-lead-median"),
        Target::Loss { at_most } => words.say_with("true-lead-loss", &[("share", &words.percent(at_most))]),
    }
}

/// Whether the case is where they lead as things stand.
pub fn holds(f: &Findings, drivers: &Drivers) -> bool {
    match drivers.target {
        Target::MeanNpv => f.npv.mean.value >= 0.0,
        Target::MedianNpv => f.npv.p50.value >= 0.0,
        Target::Loss { at_most } => f.loss_probability.value <= at_most,
    }
}

/// A condition of breaking even.
pub struct Condition {
    /// Name of the input.
    pub name: String,
    /// The ranges it must lie in, each bound with its standard error.
    pub needs: String,
    /// Its median, P10 and P90 by its own prior.
    pub prior: String,
    /// How probable it is under that prior.
    pub chance: String,
    /// The same as a share.
    pub share: f64,
    /// The grade of that prior: `A` to `D`, `ungraded`.
    pub grade: String,
}

/// What would have to be true, one input at a time.
pub struct Conditions {
    /// Inputs on which it depends, the likeliest first.
    pub deciding: Vec<Condition>,
    /// Names of inputs of which no value is enough.
    pub never: Vec<String>,
    /// Names of inputs with any value of which it breaks even.
    pub always: Vec<String>,
}

/// The conditions of a case.
pub fn conditions(f: &Findings, drivers: &Drivers, words: Words) -> Conditions {
    sorted(drivers, words, &|of| condition(f, of, words))
}

/// The same without standard errors, for whoever only decides.
pub fn bare_conditions(f: &Findings, drivers: &Drivers, words: Words) -> Conditions {
    sorted(drivers, words, &|of| Condition {
        needs: needs(of, &|x| values::value(&of.input, &f.case.currency, words, x.value), words),
        chance: words.percent_short(of.chance.value),
        ..condition(f, of, words)
    })
}

/// Inputs that decide, the likeliest first, each told so; those that never or always do.
fn sorted(drivers: &Drivers, words: Words, told: &dyn Fn(&DriverBreakEven) -> Condition) -> Conditions {
    let decides = |of: &&DriverBreakEven| of.ranges.iter().any(|range| range.from.is_some() || range.to.is_some());
    let (deciding, rest): (Vec<&DriverBreakEven>, Vec<&DriverBreakEven>) = drivers.evens.iter().partition(decides);
    let (mut deciding, impossible): (Vec<&DriverBreakEven>, Vec<&DriverBreakEven>) =
        deciding.into_iter().filter(|of| chance::is_known(&of.chance)).partition(|of| chance::is_possible(&of.chance));
    let (always, never): (Vec<&DriverBreakEven>, Vec<&DriverBreakEven>) =
        rest.into_iter().partition(|of| !of.ranges.is_empty());
    let never = impossible.into_iter().chain(never).collect();
    deciding.sort_by(|a, b| b.chance.value.total_cmp(&a.chance.value));
    let names = |all: Vec<&DriverBreakEven>| all.iter().map(|of| name(&of.input, words)).collect();
    Conditions { deciding: deciding.into_iter().map(told).collect(), never: names(never), always: names(always) }
}

/// What an input is called.
pub fn name(input: &InputFacts, words: Words) -> String {
    values::name(&input.name, words)
}

/// The ranges that an input must lie in, their bounds written so.
fn needs(of: &DriverBreakEven, write: &dyn Fn(&Estimate) -> String, words: Words) -> String {
    let bound = |x: &Option<Estimate>| x.as_ref().map(write);
    let range = |range: &BreakEvenRange| match (bound(&range.from), bound(&range.to)) {
        (Some(from), None) => words.say_with("needs-least", &[("from", &from)]),
        (None, Some(to)) => words.say_with("needs-most", &[("to", &to)]),
        (Some(from), Some(to)) => words.say_with("needs-between", &[("from", &from), ("to", &to)]),
        (None, None) => "–".to_owned(),
    };
    of.ranges.iter().map(range).collect::<Vec<_>>().join("; ")
}

fn condition(f: &Findings, of: &DriverBreakEven, words: Words) -> Condition {
    let (facts, currency) = (&of.input, &f.case.currency);
    let value = |x: f64| values::value(facts, currency, words, x);
    let (p10, p50, p90) = (value(of.input.p10), value(of.input.p50), value(of.input.p90));
    Condition {
        name: values::name(&facts.name, words),
        needs: needs(of, &|x| values::with_error(facts, currency, words, x), words),
        prior: banded(&p50, &p10, &p90, words),
        chance: words.percent_with_error(&of.chance),
        share: of.chance.value,
        grade: of.input.grade.clone(),
    }
}

/// What knowing all inputs of grade D would take away of the variance; nothing where none is uncertain.
pub fn rests_on_belief(f: &Findings, words: Words) -> Option<String> {
    let of = f.drivers.as_ref()?.standings.iter().find(|s| s.key == "D")?;
    let (share, total) = (share_interval(&of.first, words), share_interval(&of.total, words));
    let args = [("inputs", of.inputs.to_string()), ("share", share), ("total", total)];
    let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Some(words.say_with("rests-on-belief", &args))
}
