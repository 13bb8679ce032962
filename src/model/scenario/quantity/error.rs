//! Why a text is not a quantity: one variant for each condition, with what was found.

use super::currency::Currency;
use crate::scenario::shorten::shortened;
use std::fmt;

/// The condition that the text of a quantity breaks.
#[derive(Clone, Debug, PartialEq)]
pub enum QuantityError {
    /// Nothing was written.
    Empty,
    /// A part that should be a number is not one: what was found, numbers of the sort that is expected, and the same with a
    /// minus of its own where that makes it one.
    NotANumber {
        /// The part.
        found: String,
        /// Numbers of the sort that is expected.
        examples: &'static str,
        /// The same with `-`, where that makes it a number.
        minus: Option<String>,
    },
    /// A number that is NaN, infinite or too large.
    NotFinite(String),
    /// A number with another decimal mark than that of its file: the number, the mark, the same with it.
    OtherMark {
        /// The number.
        found: String,
        /// The decimal mark of its file.
        mark: char,
        /// The same number with that mark.
        meant: String,
    },
    /// A number of money or of what is counted whose mark may be decimal or set thousands apart.
    Ambiguous {
        /// The number.
        found: String,
        /// The one way of writing it.
        decimal: String,
        /// The other.
        whole: String,
    },
    /// A word that stands for 10⁹ to some and for 10¹² to others.
    Billion(String),
    /// A number in percent where that makes no sense, and what it may stand for.
    Percent {
        /// The number.
        found: String,
        /// What it may stand for.
        meant: Option<String>,
    },
    /// An amount in another currency than that of the case.
    Foreign {
        /// The amount.
        found: String,
        /// Its currency.
        currency: Currency,
        /// The currency of the case.
        code: String,
    },
    /// A currency at what is no money.
    NoMoney {
        /// The number.
        found: String,
        /// Its currency.
        currency: Currency,
    },
    /// Of the values of a distribution one is in percent and another is not; and what the other may stand for.
    MixedPercent(Option<String>),
    /// Weights in percent that do not sum to 1: their sum.
    WeightsNotWhole(f64),
    /// A comma in a list of values that may part two of them or be the decimal mark of one.
    CommaInList(String),
    /// An interval whose low end is not below its high end.
    IntervalOrder(f64, f64),
    /// Bounds of which the first is not below the second.
    BoundsOrder(f64, f64),
    /// A bound that is not written as `a..b`.
    BoundsForm(String),
    /// A fixed number with bounds.
    BoundedNumber,
    /// A form that is not known, and the known one nearest to it.
    UnknownForm(String, Option<&'static str>),
    /// A form with the wrong number of values.
    WrongCount {
        /// How the form is written.
        form: &'static str,
        /// How many values were found.
        found: usize,
    },
    /// A parenthesis that is not closed at the end.
    NotClosed,
    /// An outcome of `discrete` without a weight.
    NoWeight(String),
}

impl fmt::Display for QuantityError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "must be a number or a distribution"),
            Self::NotANumber { found, examples, .. } => {
                write!(f, "{:?} must be a number, such as {examples}", shortened(found))
            }
            Self::NotFinite(text) => write!(f, "{:?} must be a finite number", shortened(text)),
            Self::OtherMark { found, mark, .. } => {
                write!(f, "{:?} must have {mark:?} as its decimal mark, like its file", shortened(found))
            }
            Self::Ambiguous { found, decimal, whole } => {
                write!(f, "{:?} may mean {decimal} or {whole}", shortened(found))
            }
            Self::Billion(text) => write!(f, "{:?} may mean thousand millions or a million millions", shortened(text)),
            Self::Percent { found, .. } => write!(f, "{:?} must not be a percentage here", shortened(found)),
            Self::Foreign { found, currency, code } => {
                write!(
                    f,
                    "{:?} must be in the currency of the case, which is {code} and not {currency}",
                    shortened(found)
                )
            }
            Self::NoMoney { found, currency } => {
                write!(f, "{:?} must be without {currency}: this is no amount of money", shortened(found))
            }
            Self::MixedPercent(_) => write!(f, "all values must have a %, or none (a zero needs none)"),
            Self::WeightsNotWhole(sum) => {
                write!(f, "weights in percent must sum to 100%, but sum to {}%", (sum * 1e8).round() / 1e6)
            }
            Self::CommaInList(text) => {
                write!(f, "the comma in {:?} may part two values or be a decimal mark", shortened(text))
            }
            Self::IntervalOrder(low, high) => {
                write!(f, "an interval must have its low end first, but {low} is not below {high}")
            }
            Self::BoundsOrder(low, high) => {
                write!(f, "bounds must have the lower one first, but {low} is not below {high}")
            }
            Self::BoundsForm(text) => write!(f, "bounds must be written as in 0..10, but {:?} is not", shortened(text)),
            Self::BoundedNumber => write!(f, "a fixed number must have no bounds"),
            Self::UnknownForm(name, Some(near)) => {
                write!(f, "{:?} must be a known distribution; did you mean {near:?}?", shortened(name))
            }
            Self::UnknownForm(name, None) => {
                write!(f, "{:?} must be a known distribution, such as pert, normal or lognormal", shortened(name))
            }
            Self::WrongCount { form, found } => {
                let values = if *found == 1 { "value" } else { "values" };
                write!(f, "must be written {form}, but {found} {values} were given")
            }
            Self::NotClosed => write!(f, "the parenthesis must be closed at the end"),
            Self::NoWeight(text) => write!(f, "{:?} must be written value: weight", shortened(text)),
        }
    }
}

impl QuantityError {
    /// What to write instead, where that follows from what was written.
    pub fn fix(&self) -> Option<String> {
        match self {
            Self::NotANumber { minus: Some(minus), .. } => Some(format!("write {minus}, with the minus of a keyboard")),
            Self::OtherMark { meant, .. } => Some(format!("write {meant}")),
            Self::Ambiguous { decimal, whole, .. } => Some(format!("write {decimal} or {whole}")),
            Self::Billion(_) => Some("write bn for thousand millions, or tn for a million millions".to_owned()),
            Self::Percent { meant, .. } => meant.as_ref().map(|meant| format!("write {meant}")),
            Self::Foreign { currency, .. } => {
                Some(format!("write it in that currency, or name the one of {currency} as currency under [case]"))
            }
            Self::NoMoney { .. } => Some("write the number alone".to_owned()),
            Self::MixedPercent(meant) => meant.as_ref().map(|meant| format!("write {meant}")),
            Self::WeightsNotWhole(_) => {
                Some("mend them, or write them without a %: 1, 1 and 2 are a quarter, a quarter and a half".to_owned())
            }
            Self::CommaInList(text) => {
                let (whole, fraction) = text.split_once(',').unwrap_or((text, ""));
                Some(format!("write {whole}.{fraction}, or {whole}, {fraction}"))
            }
            _ => None,
        }
    }
}

impl std::error::Error for QuantityError {}
