//! What a text is to be a number of.

use crate::units::{Kind, Shape, Sort};

/// What a number is to be, as far as it decides how its text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected<'a> {
    /// What it counts.
    pub sort: Sort,
    /// Whether it may be written in percent.
    pub percent: bool,
    /// The currency of the case (ISO 4217), in which an amount of money may be written; none where it is not known.
    pub currency: Option<&'a str>,
}

impl<'a> Expected<'a> {
    /// A number that is no amount of anything: a share, a rate, a factor.
    pub const RATIO: Expected<'static> = Expected { sort: Sort::Ratio, percent: true, currency: None };
    /// A number of people, answers or trials.
    pub const COUNT: Expected<'static> = Expected { sort: Sort::Count, percent: false, currency: None };
    /// An amount of money of whatever currency.
    pub const MONEY: Expected<'static> = Expected { sort: Sort::Money, percent: false, currency: None };

    /// A value of an input.
    pub fn of(kind: &Kind, sort: Sort, currency: &'a str) -> Self {
        // What may be several hundred is counted in something: months, weights, times as much.
        let counts = kind.shape == Shape::Amount && kind.max > 100.0;
        Expected { sort, percent: sort == Sort::Ratio && !counts, currency: Some(currency) }
    }

    /// A number beside such values that is none itself: a weight, the shape of a beta.
    pub(super) const fn beside(percent: bool) -> Expected<'static> {
        Expected { sort: Sort::Ratio, percent, currency: None }
    }

    /// Numbers of this sort as people write them.
    pub(super) fn examples(&self) -> &'static str {
        match self.sort {
            Sort::Money => "950, 20k, 1.5M, 2bn or -300k",
            Sort::Count => "950, 20k or 1.5M",
            Sort::Score => "7 or 7.5",
            Sort::Ratio if self.percent => "12, 0.5, 30% or -4",
            Sort::Ratio => "12, 0.5 or 20k",
        }
    }
}
