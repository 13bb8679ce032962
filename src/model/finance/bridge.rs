//! The value bridge: which part of the benefit came by loyalty, advocacy, spend, price, cost to serve, people, society.

use super::benefit::ArmMonth;
use crate::units::{Lane, Pack};

/// The pieces of the bridge, in the order of every array over pieces.
pub const PIECES: [&str; 7] = ["loyalty", "advocacy", "spend", "price", "cost_to_serve", "people", "social"];

/// The part of the difference in customers that longer stay (dL) and new customers (dA) explain.
#[derive(Clone, Copy, Debug)]
pub struct Bridge<V: Pack> {
    stayed: Lane<V>,
    came: Lane<V>,
}

impl<V: Pack> Bridge<V> {
    /// Both arms have the same customers at the start.
    #[inline(always)]
    pub fn start(zero: Lane<V>) -> Self {
        Bridge { stayed: zero, came: zero }
    }

    /// Splits the benefit of a month at today's prices, exactly, and moves on to the next.
    ///
    /// ```text
    /// dL' = dL·(1 − c̄_p) + N_b·(c̄_b − c̄_p)              dA' = dA·(1 − c̄_p) + (acquired_p − acquired_b)
    /// worth = w·(volume_b/N_b)·price_b − ψ_b              w = margin·S·Z        ψ = (contact + failure cost) / N
    /// loyalty = dL·worth                                  advocacy = dA·worth
    /// spend = w·N_p·(volume_p/N_p − volume_b/N_b)·price_b + w·volume_p·price_p·(counter_p − 1)
    /// price = w·volume_p·(price_p − price_b)
    /// cost to serve = N_p·(ψ_b − ψ_p)
    /// people = people cost_b − people cost_p              social = social value_p − social value_b
    /// ```
    ///
    /// `margin_per_volume` is w, the same in both arms; counter_p is what sales at the counter multiply the revenue of the
    /// programme's arm by, 1 where they are left out.
    #[inline(always)]
    pub fn step(&mut self, b: &ArmMonth<V>, p: &ArmMonth<V>, margin_per_volume: Lane<V>) -> [Lane<V>; 7] {
        let w = margin_per_volume;
        let unit = w * b.price;
        let worth = unit * b.volume_each - b.service_cost;
        let mut pieces = [
            self.stayed * worth,
            self.came * worth,
            unit * (p.volume - p.count * b.volume_each),
            w * p.volume * (p.price - b.price),
            p.count * (b.service_cost - p.service_cost),
            b.people_cost - p.people_cost,
            p.social_value - b.social_value,
        ];
        if let Some(counter) = p.counter {
            pieces[2] += w * p.volume * p.price * (counter - 1.0);
        }
        let stay = 1.0 - p.churn;
        self.stayed = self.stayed * stay + b.count * (b.churn - p.churn);
        self.came = self.came * stay + (p.acquired - b.acquired);
        pieces
    }
}

/// The pieces of a benefit, closed: what rounding has left of it goes to the largest of them, so that they sum to it.
///
/// The pieces are differences of revenues and costs; where these are huge beside the benefit, their rounding is not small
/// beside it.
///
/// ```text
/// largest piece += benefit − Σ pieces
/// ```
#[inline(always)]
pub fn closed<V: Pack>(pieces: &[Lane<V>; 7], benefit: Lane<V>) -> [Lane<V>; 7] {
    // Where the largest was nothing but rounding, a second turn takes what the first has left of it.
    with_rest(&with_rest(pieces, benefit), benefit)
}

#[inline(always)]
fn with_rest<V: Pack>(pieces: &[Lane<V>; 7], benefit: Lane<V>) -> [Lane<V>; 7] {
    let (mut left, mut largest) = (benefit, benefit.all(0.0));
    for piece in pieces {
        left -= *piece;
        largest = largest.max(piece.abs());
    }
    let mut closed = *pieces;
    for piece in &mut closed {
        let takes = piece.abs().equals(largest);
        *piece += takes.select(left, 0.0);
        left = takes.select(0.0, left);
    }
    closed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_goes_to_the_largest_piece_whatever_its_sign_and_to_one_only() {
        let closed = |pieces: [f64; 7], benefit: f64| super::closed(&pieces.map(|x| Lane([x])), Lane([benefit]));
        let found = closed([1.0, -8.0, 3.0, 0.0, 8.0, 0.0, 0.0], 4.5).map(|piece| piece.0[0]);
        assert_eq!(found, [1.0, -7.5, 3.0, 0.0, 8.0, 0.0, 0.0]);
        assert_eq!(closed([0.0; 7], 0.0), [Lane([0.0]); 7]);
        let rounding = closed([8.172262134617923e-13, 2.462438916524713e-10, 0.0, 0.0, 0.0, 0.0, 0.0], 0.0);
        assert_eq!(rounding.map(|piece| piece.0[0]).iter().sum::<f64>(), 0.0);
    }
}
