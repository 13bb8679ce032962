//! A box in the space of the inputs: which of them it limits, and which trials lie in it.

use std::collections::BTreeMap;

/// An input as a box sees it: its value in every trial.
#[derive(Clone, Copy, Debug)]
pub enum Column<'a> {
    /// Numbers, which a box limits from below and above.
    Number(&'a [f64]),
    /// Which of so many outcomes, which a box holds or leaves out.
    Outcome(&'a [u8], usize),
}

/// What a box says of one input.
#[derive(Clone, Debug, PartialEq)]
pub enum Limit {
    /// From here to there, ends included; none: as far as it goes.
    Between(Option<f64>, Option<f64>),
    /// One of the outcomes that are true.
    Among(Vec<bool>),
}

/// A box: its limits, by the place of the input.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Region {
    /// The limits.
    pub limits: BTreeMap<usize, Limit>,
}

/// Trials in a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// All of them.
    pub trials: usize,
    /// Those that are looked for.
    pub hits: usize,
}

impl Count {
    /// Share of the trials that are looked for; NaN of none.
    pub fn density(self) -> f64 {
        self.hits as f64 / self.trials as f64
    }
}

impl Limit {
    /// Whether a trial of this input lies within.
    pub fn holds(&self, column: &Column, trial: usize) -> bool {
        match (self, column) {
            (Limit::Between(low, high), Column::Number(x)) => {
                low.is_none_or(|low| x[trial] >= low) && high.is_none_or(|high| x[trial] <= high)
            }
            (Limit::Among(kept), Column::Outcome(outcome, _)) => kept[usize::from(outcome[trial])],
            // A box is made from the columns that it is checked against.
            _ => true,
        }
    }

    /// The same with these ends, where they are ends at all.
    fn rounded(&self, column: &Column) -> Limit {
        match (self, column) {
            (Limit::Between(low, high), Column::Number(_)) => Limit::Between(low.map(round), high.map(round)),
            _ => self.clone(),
        }
    }
}

/// To three digits, which is how ends are read.
fn round(x: f64) -> f64 {
    if x == 0.0 || !x.is_finite() {
        return x;
    }
    let digits = 2 - libm::floor(libm::log10(x.abs())) as i32;
    // Powers of ten are exact up to 10²², their inverses are not: divide by what is above one.
    let scale = 10.0_f64.powi(digits.abs());
    if digits >= 0 { (x * scale).round() / scale } else { (x / scale).round() * scale }
}

impl Region {
    /// Whether a trial lies in the box.
    pub fn holds(&self, columns: &[Column], trial: usize) -> bool {
        self.limits.iter().all(|(place, limit)| limit.holds(&columns[*place], trial))
    }

    /// The trials in the box.
    pub fn count(&self, columns: &[Column], hits: &[bool]) -> Count {
        let inside = hits.iter().enumerate().filter(|(t, _)| self.holds(columns, *t));
        inside.fold(Count { trials: 0, hits: 0 }, |count, (_, hit)| Count {
            trials: count.trials + 1,
            hits: count.hits + usize::from(*hit),
        })
    }

    /// The box without its limit on one input.
    pub fn without(&self, place: usize) -> Region {
        let mut wider = self.clone();
        wider.limits.remove(&place);
        wider
    }

    /// The same box with ends of three digits, so that what is read is what was counted.
    pub fn rounded(&self, columns: &[Column]) -> Region {
        Region { limits: self.limits.iter().map(|(place, limit)| (*place, limit.rounded(&columns[*place]))).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_holds_its_ends_and_the_outcomes_it_keeps() {
        let (x, outcome) = ([1.0, 2.0, 3.0], [0, 1, 1]);
        let columns = [Column::Number(&x), Column::Outcome(&outcome, 2)];
        let limits = [(0, Limit::Between(Some(2.0), None)), (1, Limit::Among(vec![true, false]))];
        let region = Region { limits: limits.into_iter().collect() };
        assert_eq!(region.count(&columns, &[true; 3]).trials, 0);
        assert_eq!(region.without(1).count(&columns, &[true, false, true]), Count { trials: 2, hits: 1 });
        assert_eq!(region.without(0).count(&columns, &[true; 3]).hits, 1);
    }

    #[test]
    fn ends_are_rounded_to_three_digits() {
        let rounded = [0.123_456, -12_345.6, 0.000_987_65, 99_960.0, 0.0].map(round);
        assert_eq!(rounded, [0.123, -12_300.0, 0.000_988, 100_000.0, 0.0]);
    }
}
