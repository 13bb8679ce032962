//! What a board may expect of stopping, given what it sees: a regression on the state, as in Longstaff and Schwartz.

use delight_model::sampling::normal_quantile;
use delight_model::statistics::{Coefficients, REFINEMENTS, Regression, products, spline};

/// The expected gain of stopping, given one metric or several.
///
/// ```text
/// E[NPV of stopping − NPV of going on | state of the month]
/// ```
///
/// A linear spline of the normal scores of each metric, with the products of every two, as fine as predicts other
/// replicates best. (Longstaff and Schwartz, Review of Financial Studies 14 (2001) 113–147, who regress on polynomials.)
pub struct Outlook {
    ranks: Vec<Ranks>,
    /// The columns of the trials that it learned from.
    own: Vec<Vec<f64>>,
    regression: Regression,
    used: usize,
    beta: Coefficients,
}

impl Outlook {
    /// Learns from trials: the metrics seen, by trial, and what stopping gained.
    pub fn of(seen: &[&[f64]], gain: &[f64]) -> Self {
        let ranks: Vec<Ranks> = seen.iter().map(|x| Ranks::of(x)).collect();
        let (own, candidates) = basis(&scores(&ranks, seen));
        let regression = Regression::new(own.clone(), &[gain]);
        let used = regression.best_of(&candidates);
        let beta = regression.fit(used, None).swap_remove(0);
        Outlook { ranks, own, regression, used, beta }
    }

    /// What to expect of stopping in these trials, by the metrics seen in them.
    pub fn expects(&self, seen: &[&[f64]]) -> Vec<f64> {
        self.predicted(&basis(&scores(&self.ranks, seen)).0)
    }

    /// What to expect of stopping in the trials that it learned from.
    pub fn expects_of_its_own(&self) -> Vec<f64> {
        self.predicted(&self.own)
    }

    fn predicted(&self, columns: &[Vec<f64>]) -> Vec<f64> {
        // The first column says how many trials there are, also where nothing predicts.
        self.regression.predictions_of(&self.beta, &columns[..self.used.max(1)])
    }
}

fn scores(ranks: &[Ranks], seen: &[&[f64]]) -> Vec<Vec<f64>> {
    ranks.iter().zip(seen).map(|(ranks, x)| x.iter().map(|x| ranks.score(*x)).collect()).collect()
}

/// The columns of the regression, coarse ones of all metrics first, products last; and how many a fit may use.
fn basis(scores: &[Vec<f64>]) -> (Vec<Vec<f64>>, Vec<usize>) {
    let splines: Vec<Vec<Vec<f64>>> = scores.iter().map(|z| spline(z)).collect();
    let (mut columns, mut candidates): (Vec<Vec<f64>>, Vec<usize>) = (Vec::new(), vec![0]);
    for refinement in 0..REFINEMENTS {
        let first = if refinement == 0 { 0 } else { 1 << (refinement - 1) };
        for spline in &splines {
            columns.extend_from_slice(&spline[first..1 << refinement]);
        }
        candidates.push(columns.len());
    }
    if scores.len() > 1 {
        let all: Vec<&[f64]> = scores.iter().map(Vec::as_slice).collect();
        columns.extend(products(&all));
        candidates.push(columns.len());
    }
    (columns, candidates)
}

/// The normal scores Φ⁻¹((rank − ½)/n) of a sample, for values of any other.
struct Ranks {
    /// Distinct values, rising, with their scores.
    known: Vec<(f64, f64)>,
}

impl Ranks {
    /// The scores of these values; equal ones share that of their middle rank.
    fn of(x: &[f64]) -> Self {
        let mut sorted = x.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        let (mut known, mut before) = (Vec::new(), 0);
        for ties in sorted.chunk_by(|a, b| a == b) {
            let middle = before as f64 + ties.len() as f64 / 2.0;
            known.push((ties[0], normal_quantile(middle / x.len() as f64)));
            before += ties.len();
        }
        Ranks { known }
    }

    /// The score of a value, by straight lines between those known; that of the end beyond.
    fn score(&self, x: f64) -> f64 {
        let above = self.known.partition_point(|(value, _)| *value < x);
        match (above.checked_sub(1).map(|below| self.known[below]), self.known.get(above)) {
            (Some((x0, z0)), Some(&(x1, z1))) => z0 + (x - x0) / (x1 - x0) * (z1 - z0),
            (Some((_, z)), None) | (None, Some(&(_, z))) => z,
            (None, None) => 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_between_two_known_ones_has_a_score_between_theirs() {
        let ranks = Ranks::of(&[3.0, -1.0, 3.0, 7.0]);
        assert_eq!(ranks.score(3.0), normal_quantile(0.5));
        assert_eq!([ranks.score(-9.0), ranks.score(9.0)], [normal_quantile(0.125), normal_quantile(0.875)]);
        assert!((ranks.score(5.0) - normal_quantile(0.875) / 2.0).abs() < 1e-15);
    }

    #[test]
    fn what_it_expects_of_its_own_trials_is_what_it_expects_of_their_metrics() {
        let x: Vec<f64> = (0..256).map(|t| f64::from(t * 37 % 256)).collect();
        let gain: Vec<f64> = x.iter().map(|x| x * x - 900.0).collect();
        let outlook = Outlook::of(&[&x], &gain);
        let expected = outlook.expects(&[&x]);
        assert!(expected.iter().any(|e| *e != expected[0]));
        assert_eq!(outlook.expects_of_its_own(), expected);
    }

    #[test]
    fn where_nothing_predicts_the_mean_is_expected() {
        let x: Vec<f64> = (0..64).map(|t| f64::from(t / 8)).collect();
        let gain: Vec<f64> = (0..64).map(|t| f64::from(t % 2)).collect();
        for expected in Outlook::of(&[&x], &gain).expects(&[&[0.0, 70.0]]) {
            assert!((expected - 0.5).abs() < 1e-8, "{expected}");
        }
    }
}
