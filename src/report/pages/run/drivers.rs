//! What drives the value, and what would have to be true, in words and as a figure.

use super::figures::wording;
use crate::page::values::{self, share_interval};
use crate::plot::{Caption, Format, Rank, Ranking};
use crate::words::Words;
use delight_model::statistics::Estimate;
use delight_studies::breakeven::BreakEvenRange;
use delight_studies::findings::InputFacts;
use delight_studies::run::{DriverBreakEven, DriverShare, Drivers, Findings};

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
    let decides = |of: &&DriverBreakEven| of.ranges.iter().any(|range| range.from.is_some() || range.to.is_some());
    let (mut deciding, rest): (Vec<&DriverBreakEven>, Vec<&DriverBreakEven>) = drivers.evens.iter().partition(decides);
    let (always, never): (Vec<&DriverBreakEven>, Vec<&DriverBreakEven>) =
        rest.into_iter().partition(|of| !of.ranges.is_empty());
    deciding.sort_by(|a, b| b.chance.value.total_cmp(&a.chance.value));
    let names = |all: Vec<&DriverBreakEven>| all.iter().map(|of| name(&of.input, words)).collect();
    Conditions {
        deciding: deciding.into_iter().map(|of| condition(f, of, words)).collect(),
        never: names(never),
        always: names(always),
    }
}

/// What an input is called.
pub fn name(input: &InputFacts, words: Words) -> String {
    values::name(&input.name, words)
}

fn condition(f: &Findings, of: &DriverBreakEven, words: Words) -> Condition {
    let (facts, currency) = (&of.input, &f.case.currency);
    let bound = |x: &Option<Estimate>| x.as_ref().map(|x| values::with_error(facts, currency, words, x));
    let range = |range: &BreakEvenRange| match (bound(&range.from), bound(&range.to)) {
        (Some(from), None) => words.say_with("needs-least", &[("from", &from)]),
        (None, Some(to)) => words.say_with("needs-most", &[("to", &to)]),
        (Some(from), Some(to)) => words.say_with("needs-between", &[("from", &from), ("to", &to)]),
        (None, None) => "–".to_owned(),
    };
    let value = |x: f64| values::value(facts, currency, words, x);
    let (p10, p50, p90) = (value(of.input.p10), value(of.input.p50), value(of.input.p90));
    Condition {
        name: values::name(&facts.name, words),
        needs: of.ranges.iter().map(range).collect::<Vec<_>>().join("; "),
        prior: super::chain::banded(&p50, &p10, &p90, words),
        chance: super::text::with_error(&of.chance, &|x| words.percent(x)),
        grade: of.input.grade.clone(),
    }
}

/// The figure of the largest shares of the variance.
pub fn figure(f: &Findings, footer: String, words: Words) -> Option<Ranking> {
    let drivers = f.drivers.as_ref()?;
    let first = drivers.shares.first()?;
    let (first_name, share) = (name(&first.input, words), words.percent_short(first.variance_share.value));
    let args = [("case", f.case.name.as_str()), ("name", first_name.as_str()), ("share", &share)];
    let told = |of: &DriverShare| format!("{}: {}", label(of, words), share_interval(&of.variance_share, words));
    let caption = Caption {
        title: words.say_with("shares-title", &args),
        subtitle: words.say("drivers-subtitle"),
        footer,
        description: drivers.shares.iter().map(told).collect::<Vec<_>>().join("; "),
        x_title: words.say("shares-axis"),
        wording: wording(words),
        ..Caption::default()
    };
    let rank = |of: &DriverShare| Rank {
        name: label(of, words),
        value: of.variance_share.value,
        low: of.variance_share.low,
        high: of.variance_share.high,
        ring: None,
        label: words.percent_short(of.variance_share.value),
        faint: of.input.grade == "chance",
    };
    let ranks = drivers.shares.iter().map(rank).collect();
    Some(Ranking { caption, ranks, format: Format::new(move |x| words.percent_tick(x)) })
}

/// The name of an input, marked where it is correlated with others.
fn label(of: &DriverShare, words: Words) -> String {
    let name = name(&of.input, words);
    if of.correlated { format!("~ {name}") } else { name }
}

/// What knowing all inputs of grade D would take away of the variance; nothing where none is uncertain.
pub fn rests_on_belief(f: &Findings, words: Words) -> Option<String> {
    let of = f.drivers.as_ref()?.standings.iter().find(|s| s.key == "D")?;
    let (share, total) = (share_interval(&of.first, words), share_interval(&of.total, words));
    let args = [("inputs", of.inputs.to_string()), ("share", share), ("total", total)];
    let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Some(words.say_with("rests-on-belief", &args))
}
