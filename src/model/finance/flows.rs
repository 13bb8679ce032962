//! A rival project without a chain: cash flows by name, as in a textbook.

use crate::units::{Lane, Pack};
use serde::{Deserialize, Serialize};

/// When an amount is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rhythm {
    /// Once, in the month `month`.
    Once,
    /// Every month from `from` to `to`.
    Month,
    /// Every twelve months, first in `from`, last not after `to`.
    Year,
}

impl Rhythm {
    /// Every rhythm, with the word that scenario files use.
    pub const ALL: [(Rhythm, &'static str); 3] =
        [(Rhythm::Once, "once"), (Rhythm::Month, "month"), (Rhythm::Year, "year")];
}

/// What a flow is, whatever its sign in a trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// Money that comes in: a benefit, in an unlucky trial a negative one.
    Income,
    /// Money that is paid: a cost, which counts whole against a budget, its lucky tail included.
    Outlay,
}

impl Nature {
    /// Every nature, with the word that scenario files use.
    pub const ALL: [(Nature, &'static str); 2] = [(Nature::Income, "income"), (Nature::Outlay, "outlay")];

    /// That of a flow which is not said to be one: by the sign of its amount at the median.
    pub fn of(median: f64) -> Self {
        if median < 0.0 { Nature::Outlay } else { Nature::Income }
    }
}

/// One flow of a rival project; amount and growth are drawn, so they stand with the trial's values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Flow {
    /// Name for people, unique in the case.
    pub name: String,
    /// When it is paid.
    pub rhythm: Rhythm,
    /// Month of a flow paid once, 0 at the start.
    pub month: usize,
    /// First month of a running flow.
    pub from: usize,
    /// Last month of a running flow.
    pub to: usize,
    /// Whether it is capital, written off over the years for tax (month 0 only).
    pub capital: bool,
    /// What it is; none in documents saved before there was a word for it: then its sign decides.
    #[serde(default)]
    pub nature: Option<Nature>,
}

impl Flow {
    /// The first and the last month in which it may be due, and the months from one payment to the next.
    pub fn span(&self) -> (usize, usize, usize) {
        match self.rhythm {
            Rhythm::Once => (self.month, self.month, 1),
            Rhythm::Month => (self.from, self.to, 1),
            Rhythm::Year => (self.from, self.to, 12),
        }
    }

    /// Whether it is paid in month `t`.
    pub fn is_due(&self, t: usize) -> bool {
        match self.rhythm {
            Rhythm::Once => t == self.month,
            Rhythm::Month => self.from <= t && t <= self.to,
            Rhythm::Year => self.from <= t && t <= self.to && (t - self.from).is_multiple_of(12),
        }
    }

    /// Whether an amount of it is an outlay.
    pub fn is_outlay(&self, amount: f64) -> bool {
        self.nature.unwrap_or(Nature::of(amount)) == Nature::Outlay
    }

    /// The factor from one payment of it to the next, from its growth a year; a flow paid once does not grow.
    ///
    /// ```text
    /// flow(t) = amount·(1 + growth)^((t − first)/12)
    /// ```
    #[inline(always)]
    pub fn step<V: Pack>(&self, growth: Lane<V>) -> Lane<V> {
        match self.rhythm {
            Rhythm::Once => growth.all(1.0),
            Rhythm::Month => (1.0 + growth).powf(growth.all(1.0 / 12.0)),
            Rhythm::Year => 1.0 + growth,
        }
    }
}
