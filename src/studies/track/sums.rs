//! Sums over trials whose weights are known by their logarithms: added by block, merged in order.

use delight_model::sampling::REPLICATES;
use delight_model::simulate::BLOCK;
use delight_model::statistics::Estimate;

/// What is summed of every trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub(super) enum Fact {
    /// One: the weight itself.
    One,
    /// Whether delivery ended so, by its place in `Delivery::ALL`.
    Full,
    Partial,
    Harmful,
    None,
    /// Net present value.
    Npv,
    /// Whether that is below zero.
    Loss,
    RevenueGain,
    RatingGain,
    /// G: net present value of going on less that of stopping now.
    Gain,
    GainPositive,
    /// Costs to date.
    Sunk,
}

/// Number of facts.
pub(super) const FACTS: usize = Fact::Sunk as usize + 1;

/// The facts of a block of trials, by fact.
pub(super) type BlockFacts = [[f64; BLOCK]; FACTS];

/// Weighted sums of the facts by replicate, all times e^(−peak).
#[derive(Clone, Debug)]
pub(super) struct LogSums {
    peak: f64,
    by_replicate: [[f64; FACTS]; REPLICATES],
    squares: f64,
}

impl LogSums {
    pub(super) const EMPTY: LogSums =
        LogSums { peak: f64::NEG_INFINITY, by_replicate: [[0.0; FACTS]; REPLICATES], squares: 0.0 };

    /// Adds a block by the logarithms of its weights; trials of −∞ do not count.
    pub(super) fn add(&mut self, log_weights: &[f64], facts: &BlockFacts) {
        let mut block = LogSums { peak: peak(log_weights), ..LogSums::EMPTY };
        if block.peak == f64::NEG_INFINITY {
            return;
        }
        for (t, log) in log_weights.iter().enumerate() {
            let w = libm::exp(log - block.peak);
            if w > 0.0 {
                let sums = &mut block.by_replicate[t % REPLICATES];
                (0..FACTS).for_each(|f| sums[f] += w * facts[f][t]);
                block.squares += w * w;
            }
        }
        self.merge(&block);
    }

    /// Adds what was summed of later trials.
    pub(super) fn merge(&mut self, later: &LogSums) {
        let (peak, own, its) = rescaled(self.peak, later.peak);
        self.peak = peak;
        self.squares = self.squares * own * own + later.squares * its * its;
        for (sums, more) in self.by_replicate.iter_mut().zip(&later.by_replicate) {
            (0..FACTS).for_each(|f| sums[f] = sums[f] * own + more[f] * its);
        }
    }

    fn sum(&self, fact: Fact) -> f64 {
        self.by_replicate.iter().map(|sums| sums[fact as usize]).sum()
    }

    /// Whether any trial has weight.
    pub(super) fn any(&self) -> bool {
        self.sum(Fact::One) > 0.0
    }

    /// ln Σ w.
    pub(super) fn log_total(&self) -> f64 {
        self.peak + libm::log(self.sum(Fact::One))
    }

    /// Σ w²/(Σ w)², and the largest w over Σ w.
    fn concentration(&self) -> (f64, f64) {
        let total = self.sum(Fact::One);
        (self.squares / (total * total), 1.0 / total)
    }

    fn mean(&self, fact: Fact) -> f64 {
        self.sum(fact) / self.sum(Fact::One)
    }

    fn mean_in(&self, replicate: usize, fact: Fact) -> f64 {
        self.by_replicate[replicate][fact as usize] / self.by_replicate[replicate][Fact::One as usize]
    }
}

/// The largest.
pub(super) fn peak(log_weights: &[f64]) -> f64 {
    log_weights.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}

/// The peak of two sums, and what each is to be multiplied by.
pub(super) fn rescaled(own: f64, its: f64) -> (f64, f64, f64) {
    let peak = own.max(its);
    let factor = |p: f64| if p == f64::NEG_INFINITY { 0.0 } else { libm::exp(p - peak) };
    (peak, factor(own), factor(its))
}

/// Weights of which a part is as the readings say, the rest equal over the trials that the status allows.
#[derive(Clone, Debug)]
pub(super) struct Mixed {
    pub(super) allowed: LogSums,
    pub(super) read: LogSums,
    /// The part that follows the readings.
    pub(super) transfer: f64,
}

impl Mixed {
    /// ```text
    /// w ← transfer·w + (1 − transfer)·(equal over the trials that the status allows)
    /// ```
    fn mixed(&self, of: impl Fn(&LogSums) -> f64) -> f64 {
        match self.transfer {
            0.0 => of(&self.allowed),
            1.0 => of(&self.read),
            transfer => transfer * of(&self.read) + (1.0 - transfer) * of(&self.allowed),
        }
    }

    /// The mean of a fact.
    pub(super) fn mean(&self, fact: Fact) -> f64 {
        self.mixed(|sums| sums.mean(fact))
    }

    /// The same in each replicate.
    pub(super) fn by_replicate(&self, fact: Fact) -> [f64; REPLICATES] {
        std::array::from_fn(|r| self.mixed(|sums| sums.mean_in(r, fact)))
    }

    /// The mean with its standard error.
    pub(super) fn estimate(&self, fact: Fact) -> Estimate {
        Estimate::from_replicates(self.mean(fact), &self.by_replicate(fact))
    }

    /// The effective number 1/Σw² of trials, and the largest weight.
    pub(super) fn spread(&self) -> (f64, f64) {
        let (read, allowed) = (self.read.concentration(), self.allowed.concentration());
        let (own, equal) = (self.transfer, 1.0 - self.transfer);
        let squares = own * own * read.0 + (2.0 * own * equal + equal * equal) * allowed.0;
        (1.0 / squares, own * read.1 + equal * allowed.1)
    }

    /// The weight of a trial by its logarithm; none of one that the status does not allow.
    pub(super) fn weight(&self, log_weight: f64) -> f64 {
        if log_weight == f64::NEG_INFINITY {
            return 0.0;
        }
        self.transfer * libm::exp(log_weight - self.read.log_total())
            + (1.0 - self.transfer) * self.allowed.concentration().1
    }
}
