//! Why a text is not a quantity: one variant for each condition, with what was found.

use std::fmt;

/// The condition that the text of a quantity breaks.
#[derive(Clone, Debug, PartialEq)]
pub enum QuantityError {
    /// Nothing was written.
    Empty,
    /// A part that should be a number is not one.
    NotANumber(String),
    /// A number that is NaN, infinite or too large.
    NotFinite(String),
    /// A point that may be a decimal point or set thousands apart: the number, and the two ways of writing it (of which
    /// the first is missing where only the second is possible).
    Ambiguous(String, Option<String>, String),
    /// One end of an interval has a % and the other has none.
    MixedPercent,
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
            Self::NotANumber(text) if text.contains(',') => {
                write!(f, "{text:?} must be a number with a decimal point, not a comma")
            }
            Self::NotANumber(text) => write!(f, "{text:?} must be a number"),
            Self::NotFinite(text) => write!(f, "{text:?} must be a finite number"),
            Self::Ambiguous(text, Some(decimal), whole) => write!(f, "{text:?} may mean {decimal} or {whole}"),
            Self::Ambiguous(text, None, _) => write!(f, "{text:?} must be a number without points between thousands"),
            Self::MixedPercent => write!(f, "both ends of an interval must have a %, or neither"),
            Self::IntervalOrder(low, high) => {
                write!(f, "an interval must have its low end first, but {low} is not below {high}")
            }
            Self::BoundsOrder(low, high) => {
                write!(f, "bounds must have the lower one first, but {low} is not below {high}")
            }
            Self::BoundsForm(text) => write!(f, "bounds must be written as in 0..10, but {text:?} is not"),
            Self::BoundedNumber => write!(f, "a fixed number must have no bounds"),
            Self::UnknownForm(name, Some(near)) => {
                write!(f, "{name:?} must be a known distribution; did you mean {near:?}?")
            }
            Self::UnknownForm(name, None) => {
                write!(f, "{name:?} must be a known distribution, such as pert, normal or lognormal")
            }
            Self::WrongCount { form, found } => {
                let values = if *found == 1 { "value" } else { "values" };
                write!(f, "must be written {form}, but {found} {values} were given")
            }
            Self::NotClosed => write!(f, "the parenthesis must be closed at the end"),
            Self::NoWeight(text) => write!(f, "{text:?} must be written value: weight"),
        }
    }
}

impl QuantityError {
    /// What to write instead, where that follows from what was written.
    pub fn fix(&self) -> Option<String> {
        match self {
            Self::Ambiguous(_, Some(decimal), whole) => Some(format!("write {decimal} or {whole}")),
            Self::Ambiguous(_, None, whole) => Some(format!("write {whole}")),
            _ => None,
        }
    }
}

impl std::error::Error for QuantityError {}
