//! All that can be wrong at one place of a scenario file, and its wording.

use super::actuals::ActualsFault;
use super::files::FileError;
use super::letters::what_it_does;
use super::quantity::QuantityError;
use crate::sampling::DistributionError;
use crate::units::Kind;

/// What is wrong at a place: one variant for each condition, with what was found.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each variant's sentence names its parts")]
pub enum Fault {
    /// The text is not TOML.
    Syntax { message: String, fix: Option<String> },
    /// A key that no scenario has: the path it may stand for, and the keys there are.
    UnknownKey { meant: Option<String>, known: Vec<String> },
    /// A value of another type than expected: what was found, what is expected, an example.
    WrongType { found: String, expected: &'static str, example: String },
    /// A text that is not a quantity.
    Quantity { found: String, why: QuantityError, example: String },
    /// A quantity whose parameters make no distribution.
    Distribution { found: String, why: DistributionError },
    /// A number that is not possible here: what was found, the rule, an example.
    OutOfRange { found: String, rule: String, example: String },
    /// A rate or a share that was written as a number of percent: what was found, the rule, the same with its sign.
    PercentLeftOut { found: String, rule: String, meant: String },
    /// A percentage of something that is counted: what was found, the key, an example.
    PercentOfAmount { found: String, key: String, example: String },
    /// A distribution that reaches impossible values: what was found, its ends, the rule.
    SticksOut { found: String, ends: (f64, f64), rule: String },
    /// A word that is none of those allowed here.
    NotOneOf { found: String, words: Vec<&'static str>, near: Option<String> },
    /// A text of another form than expected.
    TextForm { found: String, rule: &'static str, example: &'static str },
    /// A text with a letter that is not seen, or that turns what is written beside it.
    HiddenLetter { letter: char },
    /// A name in which nothing is seen.
    NothingSeen,
    /// What is required and not given: meaning, unit, an example; and whether it is an input of the case, which a file of
    /// answers alone need not give.
    Missing { meaning: String, unit: String, example: String, of_case: bool },
    /// Many inputs of a table that no layer gives: their lines, and whether a preset is worth mentioning.
    MissingMany { lines: Vec<String>, advise_preset: bool },
    /// Shares that must make a whole: their sum (of medians where uncertain), and whether all are fixed.
    SumNotOne { parts: String, sum: f64, fixed: bool },
    /// A market that does not hold the newcomers of a month: the two quantities, who come, how many are left to come, and
    /// the least market that holds them.
    MarketFull { market: String, count: String, newcomers: f64, room: f64, least: f64 },
    /// A distribution where one number is meant.
    NotOneNumber { found: String },
    /// A share where points of a score are meant, and what to write.
    PointsMeant { found: String, meant: String },
    /// A key that means nothing here, and why.
    Misplaced { rule: String, fix: Option<String> },
    /// A name or a pair given twice in one list.
    Twice { found: String, of: &'static str },
    /// A text longer than anyone needs: its characters, the most there may be, what to do.
    TooLong { found: usize, limit: usize, fix: &'static str },
    /// More entries of a list than anyone needs.
    TooMany { found: usize, limit: usize },
    /// A file that is not read.
    File { found: String, why: FileError },
    /// What a file of readings must not say.
    Actuals { found: String, why: ActualsFault },
    /// A file of samples that is not understood.
    Samples { found: String, why: String, fix: Option<String> },
    /// A case in another currency than that of the amounts it takes from the program: the currency, and the amounts.
    NoRate { currency: String, amounts: Vec<String> },
    /// A path that is not an input, and the one it may stand for.
    NotAnInput { found: String, meant: Option<String> },
}

/// The wording of a fault.
pub(super) struct Wording {
    /// What was found, as it was written; empty where nothing was.
    pub found: String,
    /// The rule it breaks.
    pub rule: String,
    /// What to write instead.
    pub fix: Option<String>,
}

fn wording(found: &str, rule: impl Into<String>, fix: Option<String>) -> Wording {
    Wording { found: found.to_owned(), rule: rule.into(), fix }
}

/// The rule of `kind` that values from `low` to `high` break. A kind without an upper end that anyone would meet leaves it
/// unsaid, so it is said here to whoever meets it.
pub(super) fn broken_rule(kind: &Kind, low: f64, high: f64) -> String {
    match (kind.min_included || low > kind.min) && low >= kind.min {
        true if high > kind.max && kind.max >= 1e15 => format!("at most {:e}", kind.max),
        false if kind.min <= -1e15 => format!("at least {:e}", kind.min),
        _ => kind.to_string(),
    }
}

/// A number of people as it is said: whole where there are many.
fn people(count: f64, whole: impl Fn(f64) -> f64) -> String {
    if count.abs() >= 10.0 { whole(count).to_string() } else { format!("{count:.2}") }
}

fn write_example(example: &str) -> Option<String> {
    (!example.is_empty()).then(|| format!("write, for example, {example}"))
}

impl Fault {
    /// What to tell the reader.
    pub(super) fn wording(&self) -> Wording {
        match self {
            Fault::Syntax { message, fix } => wording("", format!("not valid TOML: {message}"), fix.clone()),
            Fault::UnknownKey { meant, known } => unknown_key(meant.as_deref(), known),
            Fault::WrongType { found, expected, example } => {
                wording(found, format!("must be {expected}"), write_example(example))
            }
            Fault::Quantity { found, why, example } => {
                wording(found, why.to_string(), why.fix().or_else(|| write_example(example)))
            }
            Fault::Distribution { found, why } => wording(found, why.to_string(), None),
            Fault::OutOfRange { found, rule, example } => {
                wording(found, format!("must be {rule}"), write_example(example))
            }
            Fault::PercentLeftOut { found, rule, meant } => {
                wording(found, format!("must be {rule}"), Some(format!("write {meant:?}")))
            }
            Fault::PercentOfAmount { found, key, example } => {
                wording(found, format!("a percentage makes no sense for {key}"), write_example(example))
            }
            Fault::SticksOut { found, ends: (low, high), rule } => {
                let reach = format!("must be {rule}, but this reaches from {low} to {high}");
                wording(
                    found,
                    reach,
                    Some("write narrower ends, or bounds such as \"normal(0.3, 0.2) in 0..1\"".into()),
                )
            }
            Fault::NotOneNumber { found } => {
                let rule = "must be one number: what a survey found is known, so that it is no distribution";
                wording(found, rule, write_example("0.4"))
            }
            Fault::PointsMeant { found, meant } => {
                let rule = "must be in points, from -99 to 99, without a percent sign";
                wording(found, rule, Some(format!("write {meant} for {meant} points")))
            }
            Fault::NotOneOf { found, words, near } => {
                let fix = near.as_ref().map(|n| format!("did you mean \"{n}\"?"));
                wording(found, format!("must be {}", one_of(words)), fix)
            }
            Fault::TextForm { found, rule, example } => {
                wording(found, format!("must be {rule}"), write_example(&format!("{example:?}")))
            }
            Fault::HiddenLetter { letter } => wording(
                &format!("U+{:04X}", u32::from(*letter)),
                format!("must have no letter that {}", what_it_does(*letter)),
                Some("leave it out; writing from right to left needs no such letter here".into()),
            ),
            Fault::NothingSeen => {
                wording("", "must be a name in which something is seen", Some("write letters or digits".into()))
            }
            other => other.wording_of_relations(),
        }
    }

    /// The wording of faults that lie between several values, or between a file and the world.
    fn wording_of_relations(&self) -> Wording {
        match self {
            Fault::Missing { meaning, unit, example, .. } => {
                wording("", format!("must be given: {meaning} ({unit})"), write_example(example))
            }
            Fault::MissingMany { lines, advise_preset } => {
                let list = lines.iter().map(|l| format!("\n    {l}")).collect::<String>();
                let advice = "or start from a preset, which gives all of them: preset = \"hotel\" under [case]";
                wording("", format!("must be given, for example:{list}"), advise_preset.then(|| advice.to_owned()))
            }
            Fault::SumNotOne { parts, sum, fixed } => {
                let of = if *fixed { "the shares" } else { "the medians of the shares" };
                wording(parts, format!("{of} must sum to 1, but sum to {sum:.6}"), None)
            }
            Fault::MarketFull { market, count, newcomers, room, least } => {
                let (room, least) = (people(*room, f64::floor), people(*least, f64::ceil));
                let newcomers = people(*newcomers, f64::round);
                let rule = format!(
                    "must hold the newcomers of a month besides today's customers.count ({count}): {newcomers} come in a \
                     month, and the room is {room}"
                );
                let fix = format!("write all customers there could be, yours included: {least} or more");
                wording(market, rule, Some(fix))
            }
            Fault::Misplaced { rule, fix } => wording("", rule.clone(), fix.clone()),
            Fault::Twice { found, of } => wording(found, format!("must be given once, like every {of}"), None),
            Fault::TooLong { found, limit, fix } => {
                wording(&format!("{found} characters"), format!("must be at most {limit}"), Some((*fix).to_owned()))
            }
            Fault::TooMany { found, limit } => {
                wording(&format!("{found} entries"), format!("must be at most {limit}"), None)
            }
            Fault::File { found, why } => wording(found, why.to_string(), None),
            Fault::Samples { found, why, fix } => wording(found, why.clone(), fix.clone()),
            Fault::Actuals { found, why } => wording(found, why.to_string(), why.fix()),
            Fault::NoRate { currency, amounts } => no_rate(currency, amounts),
            Fault::NotAnInput { found, meant } => {
                let fix = meant.as_ref().map(|m| format!("did you mean \"{m}\"?"));
                wording(found, "must be the path of an input, such as \"customers.annual_churn\"", fix)
            }
            _ => wording("", "is not valid", None),
        }
    }
}

/// Amounts beyond which the rest is only counted.
const MOST_AMOUNTS: usize = 4;

fn no_rate(currency: &str, amounts: &[String]) -> Wording {
    let (told, rest) = amounts.split_at(amounts.len().min(MOST_AMOUNTS));
    let more = if rest.is_empty() { String::new() } else { format!(" and {} more", rest.len()) };
    let rule = format!(
        "must be given where the currency is {currency} and amounts come from the program, which are in euros: {}{more}",
        told.join(", ")
    );
    let fix = format!(
        "write under [case] how many {currency} go for one euro (if that is 1.08: per_euro = 1.08), or give these amounts in \
         {currency} yourself"
    );
    wording("", rule, Some(fix))
}

fn unknown_key(meant: Option<&str>, known: &[String]) -> Wording {
    let fix = match meant {
        Some(path) => format!("did you mean `{path}`?"),
        None if known.is_empty() => "remove it".to_owned(),
        None => format!("known here: {}", known.join(", ")),
    };
    wording("", "is not a key of a scenario", Some(fix))
}

fn one_of(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|w| format!("\"{w}\"")).collect();
    match quoted.as_slice() {
        [only] => only.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
        [] => "nothing".to_owned(),
    }
}
