//! The market around both arms, alike in both: the price level, the market cycle, and rivals who copy an advantage.

use crate::units::{Lane, Pack, inputs, monthly_growth, monthly_halving};

inputs! {
    ["market"]
    rivals_half_life_years: amount_between(0.05, 1e3), "years", "years until rivals have copied half of an advantage";
    volatility: amount_between(0.0, 2.0), "sd of log",
        "standard deviation of the yearly shock to the market, alike in both arms";
    ["finance"]
    inflation: real_between(-0.2, 1.0), "share a year", "rise of prices and costs a year";
}

/// How strongly the market of a year remembers that of the year before: the autocorrelation of its logarithm.
const MEMORY: f64 = 0.6;

/// The market in one month.
#[derive(Clone, Copy, Debug)]
pub struct Market<V: Pack> {
    /// I: price level, 1 today.
    pub prices: Lane<V>,
    /// Z: demand of the year, 1 in an average year.
    pub cycle: Lane<V>,
    /// κ: what rivals have left of an advantage, 1 at the start.
    pub advantage: Lane<V>,
}

/// The market month by month.
#[derive(Clone, Copy, Debug)]
pub struct MarketPath<V: Pack> {
    /// The month last reached; today's before the first.
    pub now: Market<V>,
    /// Factors a month of I and κ.
    inflation: Lane<V>,
    copying: Lane<V>,
    volatility: Lane<V>,
    log_cycle: Lane<V>,
}

impl<V: Pack> MarketPath<V> {
    /// Today's market, and how it moves on.
    #[inline(always)]
    pub fn new(i: &Inputs<Lane<V>>) -> Self {
        let one = i.inflation.all(1.0);
        MarketPath {
            now: Market { prices: one, cycle: one, advantage: one },
            inflation: monthly_growth(i.inflation),
            copying: monthly_halving(12.0 * i.rivals_half_life_years),
            volatility: i.volatility,
            log_cycle: one.all(0.0),
        }
    }

    /// Moves to month `t`, which must be the next: I and κ by recurrence, Z at the start of each year y.
    ///
    /// ```text
    /// I = (1 + inflation)^(t/12)
    /// κ = 0.5^(t / (12·rivals_half_life_years))
    /// log Z_y = 0.6·log Z_{y−1} + volatility·ε_y
    /// ```
    ///
    /// `shocks` are ε_y, standard normal, one a year.
    #[inline(always)]
    pub fn step(&mut self, t: usize, shocks: &[Lane<V>]) {
        self.now.prices = self.now.prices * self.inflation;
        self.now.advantage = self.now.advantage * self.copying;
        if t % 12 == 1 {
            self.log_cycle = MEMORY * self.log_cycle + self.volatility * shocks[t / 12];
            self.now.cycle = self.log_cycle.exp();
        }
    }
}
