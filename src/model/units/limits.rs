//! The limits of an input as a reader is told them: an enum, of which every language makes its own phrase.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// The values that an input may take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limits {
    /// Any finite number.
    Any,
    /// This and less.
    Most(f64),
    /// This and more.
    Least(f64),
    /// More than this.
    Above(f64),
    /// From the first to the second, both included.
    Between(f64, f64),
    /// More than the first, up to the second.
    AboveTo(f64, f64),
    /// Between the two, neither included.
    Inside(f64, f64),
}

/// Limits this far out are there to refuse what is no number of anything.
const FAR: f64 = 1e15;

impl Limits {
    /// From the first end to the second, each itself only where it is included.
    pub fn new([min, max]: [f64; 2], included: [bool; 2]) -> Self {
        match (min <= -FAR, max >= FAR, included) {
            (true, true, _) => Limits::Any,
            (true, false, _) => Limits::Most(max),
            (false, true, [true, _]) => Limits::Least(min),
            (false, true, [false, _]) => Limits::Above(min),
            (false, false, [true, _]) => Limits::Between(min, max),
            (false, false, [false, true]) => Limits::AboveTo(min, max),
            (false, false, [false, false]) => Limits::Inside(min, max),
        }
    }
}

impl fmt::Display for Limits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Limits::Any => write!(f, "a finite number"),
            Limits::Most(max) => write!(f, "at most {max}"),
            Limits::Least(min) => write!(f, "{min} or more"),
            Limits::Above(min) => write!(f, "above {min}"),
            Limits::Between(min, max) => write!(f, "from {min} to {max}"),
            Limits::AboveTo(min, max) => write!(f, "above {min} to {max}"),
            Limits::Inside(min, max) => write!(f, "above {min} and below {max}"),
        }
    }
}

/// A phrase that says no limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitsError(String);

impl fmt::Display for LimitsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} says no range of values", self.0)
    }
}

impl std::error::Error for LimitsError {}

/// Reads the phrase of [`fmt::Display`], as saved results hold it.
impl FromStr for Limits {
    type Err = LimitsError;

    fn from_str(phrase: &str) -> Result<Self, LimitsError> {
        let limits = if phrase == "a finite number" {
            Some(Limits::Any)
        } else if let Some(most) = phrase.strip_prefix("at most ") {
            limit(most).map(Limits::Most)
        } else if let Some(least) = phrase.strip_suffix(" or more") {
            limit(least).map(Limits::Least)
        } else if let Some(both) = phrase.strip_prefix("from ") {
            both.split_once(" to ").and_then(|(min, max)| Some(Limits::Between(limit(min)?, limit(max)?)))
        } else {
            phrase.strip_prefix("above ").and_then(|above| {
                let both = |(min, max)| Some((limit(min)?, limit(max)?));
                match (above.split_once(" to "), above.split_once(" and below ")) {
                    (Some(ends), _) => both(ends).map(|(min, max)| Limits::AboveTo(min, max)),
                    (None, Some(ends)) => both(ends).map(|(min, max)| Limits::Inside(min, max)),
                    (None, None) => limit(above).map(Limits::Above),
                }
            })
        };
        limits.ok_or_else(|| LimitsError(phrase.to_owned()))
    }
}

fn limit(text: &str) -> Option<f64> {
    text.parse().ok().filter(|x: &f64| x.is_finite())
}

/// The phrase, which is what results have held from the first format on.
impl Serialize for Limits {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Limits {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_gives_back_the_limits_that_it_says() {
        let all = [
            Limits::Any,
            Limits::Most(0.5),
            Limits::Least(-0.2),
            Limits::Above(0.0),
            Limits::Between(0.0, 0.999),
            Limits::AboveTo(0.0, 1.0),
            Limits::Inside(0.0, 10.0),
        ];
        for limits in all {
            assert_eq!(limits.to_string().parse(), Ok(limits));
            let saved = serde_json::to_string(&limits).expect("a phrase");
            assert_eq!(serde_json::from_str::<Limits>(&saved).expect("the same"), limits);
        }
        for phrase in ["above all else", "from 1", "at most NaN", "inf or more", ""] {
            assert!(phrase.parse::<Limits>().is_err(), "{phrase}");
        }
    }

    #[test]
    fn limits_that_are_far_out_are_none() {
        assert_eq!(Limits::new([-1e15, 1e15], [true; 2]), Limits::Any);
        assert_eq!(
            [Limits::new([0.0, 1e15], [true; 2]), Limits::new([0.0, 1e15], [false, true])],
            [Limits::Least(0.0), Limits::Above(0.0)]
        );
    }
}
