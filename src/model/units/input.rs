//! What an input of the model is: its path in a scenario file, its kind, its unit and its meaning.

use super::limits::Limits;
use std::fmt;

/// The shape of values an input can take; it decides what an interval such as `"30% to 40%"` becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A part of a whole, between 0 and 1 as a rule: an interval becomes a logit-normal distribution.
    Share,
    /// Not negative: an interval becomes a lognormal distribution.
    Amount,
    /// Any sign: an interval becomes a normal distribution.
    Real,
}

/// The values an input may take: finite, from `min` to `max`, each itself only where it is included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kind {
    /// Shape of an interval.
    pub shape: Shape,
    /// Smallest value.
    pub min: f64,
    /// Largest value.
    pub max: f64,
    /// Whether `min` itself is allowed.
    pub min_included: bool,
    /// Whether `max` itself is allowed.
    pub max_included: bool,
}

impl Kind {
    const fn new(shape: Shape, min: f64, max: f64, min_included: bool) -> Self {
        Kind { shape, min, max, min_included, max_included: true }
    }

    /// 0 to 1.
    pub const SHARE: Kind = Kind::new(Shape::Share, 0.0, 1.0, true);
    /// Above 0, up to 1.
    pub const POSITIVE_SHARE: Kind = Kind::new(Shape::Share, 0.0, 1.0, false);
    /// 0 to 0.999: a share of which something must remain.
    pub const PARTIAL_SHARE: Kind = Kind::new(Shape::Share, 0.0, 0.999, true);
    /// Between 0 and 10: a mean score, as a part of ten.
    pub const MEAN_SCORE: Kind = Kind { max_included: false, ..Kind::new(Shape::Share, 0.0, 10.0, false) };
    /// 0 and up, to 1e15.
    pub const AMOUNT: Kind = Kind::new(Shape::Amount, 0.0, 1e15, true);
    /// Above 0, up to 1e15.
    pub const POSITIVE: Kind = Kind::new(Shape::Amount, 0.0, 1e15, false);
    /// Any sign, up to 1e15 either way.
    pub const REAL: Kind = Kind::new(Shape::Real, -1e15, 1e15, true);

    /// An amount from `min` to `max`, both included.
    pub const fn amount_between(min: f64, max: f64) -> Kind {
        Kind::new(Shape::Amount, min, max, true)
    }

    /// A real from `min` to `max`, both included.
    pub const fn real_between(min: f64, max: f64) -> Kind {
        Kind::new(Shape::Real, min, max, true)
    }

    /// Whether `x` is a possible value.
    pub fn allows(&self, x: f64) -> bool {
        let above = if self.min_included { x >= self.min } else { x > self.min };
        let below = if self.max_included { x <= self.max } else { x < self.max };
        above && below
    }

    /// What a share is a part of: 1, or what its largest value says.
    pub fn whole(&self) -> f64 {
        self.max.max(1.0)
    }
}

impl Kind {
    /// The values it allows, as a reader is told them.
    pub fn limits(&self) -> Limits {
        Limits::new([self.min, self.max], [self.min_included, self.max_included])
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.limits().fmt(f)
    }
}

/// One input of the model: a key of the scenario file that may be a number or a distribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Input {
    /// The table it stands in, such as `customers` or `effects.loyalty.odds`; empty for none.
    pub table: &'static str,
    /// Its key in that table.
    pub key: &'static str,
    /// The values it may take.
    pub kind: Kind,
    /// The unit of its value, for people.
    pub unit: &'static str,
    /// What it means, for people.
    pub meaning: &'static str,
}

impl Input {
    /// An input at `table.key`.
    pub const fn new(
        table: &'static str,
        key: &'static str,
        kind: Kind,
        unit: &'static str,
        meaning: &'static str,
    ) -> Self {
        Input { table, key, kind, unit, meaning }
    }

    /// The path in the scenario file.
    pub fn path(&self) -> String {
        format!("{}.{}", self.table, self.key)
    }
}

/// Hands out the inputs of a stage one by one, in the order of its struct.
///
/// A stage's inputs are one generic struct that is filled through this: with the descriptions themselves it is the
/// catalogue, with lanes of drawn values it is what the stage computes with. So no second list can differ from it.
pub trait Source {
    /// What each input is filled with.
    type Value;
    /// The value of the next input.
    fn next(&mut self, input: Input) -> Self::Value;
    /// The values of the next `K` inputs.
    #[inline(always)]
    fn next_each<const K: usize>(&mut self, input: impl Fn(usize) -> Input) -> [Self::Value; K] {
        std::array::from_fn(|k| self.next(input(k)))
    }
}

/// Collects the descriptions.
#[derive(Debug, Default)]
pub struct Catalogue(pub Vec<Input>);

impl Source for Catalogue {
    type Value = ();
    fn next(&mut self, input: Input) {
        self.0.push(input);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nan_and_infinity_are_allowed_by_no_kind() {
        for kind in [Kind::SHARE, Kind::POSITIVE, Kind::AMOUNT, Kind::REAL, Kind::POSITIVE_SHARE, Kind::MEAN_SCORE] {
            for x in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
                assert!(!kind.allows(x));
            }
        }
    }

    #[test]
    fn the_rule_of_a_kind_reads_as_a_phrase() {
        assert_eq!(Kind::SHARE.to_string(), "from 0 to 1");
        assert_eq!(Kind::POSITIVE.to_string(), "above 0");
        assert_eq!(Kind::AMOUNT.to_string(), "0 or more");
        assert_eq!(Kind::POSITIVE_SHARE.to_string(), "above 0 to 1");
        assert_eq!(Kind::MEAN_SCORE.to_string(), "above 0 and below 10");
        assert!(!Kind::MEAN_SCORE.allows(10.0) && !Kind::MEAN_SCORE.allows(0.0) && Kind::MEAN_SCORE.allows(9.99));
    }
}
