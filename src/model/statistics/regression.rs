//! Least squares on nested sets of columns, cross-validated over the replicates.

use super::moments::{mean, variance};
use crate::sampling::{Cholesky, REPLICATES};

/// Sums of products of an intercept, the columns and the outcomes, by replicate.
///
/// Every fit, on all trials or without a replicate, on any number of leading columns, is solved from these sums.
pub struct Regression {
    columns: Vec<Vec<f64>>,
    scales: Vec<Scale>,
    outcomes: usize,
    by_replicate: Vec<Vec<f64>>,
    all: Vec<f64>,
}

/// Coefficients of an outcome: the intercept, then one for each column used.
pub type Coefficients = Vec<f64>;

/// Added to the diagonal, as a share of it, so that columns may be multiples of each other.
const RIDGE: f64 = 1e-9;
/// By how many variances of the rest more columns must lower the cross-validated error.
const WORTHWHILE: f64 = 4.0;

impl Regression {
    /// The sums of these columns and outcomes; all have the same length. Columns are scaled to mean 0 and sd 1.
    pub fn new(columns: Vec<Vec<f64>>, outcomes: &[&[f64]]) -> Self {
        let (columns, scales): (Vec<Vec<f64>>, Vec<Scale>) = columns.into_iter().map(standardised).unzip();
        let width = 1 + columns.len() + outcomes.len();
        let trials = outcomes.first().map_or(0, |y| y.len());
        let mut by_replicate = vec![vec![0.0; width * width]; REPLICATES];
        let mut row = vec![1.0; width];
        for t in 0..trials {
            let values = columns.iter().map(|c| c[t]).chain(outcomes.iter().map(|y| y[t]));
            row[1..].iter_mut().zip(values).for_each(|(r, v)| *r = v);
            let sums = &mut by_replicate[t % REPLICATES];
            for (i, x) in row.iter().enumerate() {
                let line = &mut sums[i * width + i..(i + 1) * width];
                line.iter_mut().zip(&row[i..]).for_each(|(s, y)| *s += x * y);
            }
        }
        let mut all = vec![0.0; width * width];
        for sums in &by_replicate {
            all.iter_mut().zip(sums).for_each(|(a, s)| *a += s);
        }
        Regression { columns, scales, outcomes: outcomes.len(), by_replicate, all }
    }

    fn width(&self) -> usize {
        1 + self.columns.len() + self.outcomes
    }

    /// The coefficients of every outcome on the first `used` columns, without a replicate if one is named.
    pub fn fit(&self, used: usize, without: Option<usize>) -> Vec<Coefficients> {
        let sums = match without {
            Some(r) => self.all.iter().zip(&self.by_replicate[r]).map(|(a, s)| a - s).collect(),
            None => self.all.clone(),
        };
        // A little ridge on the diagonal; a column of zeros gets coefficient zero.
        let entry = |i: usize, j: usize| {
            let sum = sums[j * self.width() + i];
            if i == j { sum * (1.0 + RIDGE) } else { sum }
        };
        let factor = Cholesky::new(used + 1, entry, 0.0);
        let target = |d: usize| 1 + self.columns.len() + d;
        let right = |d: usize| (0..=used).map(|i| sums[i * self.width() + target(d)]).collect();
        let by_sum = |b: f64, known: &mut dyn Iterator<Item = f64>| b - known.sum::<f64>();
        (0..self.outcomes).map(|d| factor.solve(right(d), by_sum)).collect()
    }

    /// The sum of squared errors with which each replicate is predicted from the others, over all outcomes.
    pub fn cross_validated_error(&self, used: usize) -> f64 {
        (0..REPLICATES).map(|r| self.error_in(r, &self.fit(used, Some(r)))).sum()
    }

    /// Σ(y − xβ)² = Σy² − 2β·Σxy + β·Σxx·β in a replicate.
    fn error_in(&self, r: usize, fits: &[Coefficients]) -> f64 {
        let (sums, width) = (&self.by_replicate[r], self.width());
        let at = |i: usize, j: usize| sums[i.min(j) * width + i.max(j)];
        let of_outcome = |(d, beta): (usize, &Coefficients)| {
            let y = 1 + self.columns.len() + d;
            let linear: f64 = beta.iter().enumerate().map(|(i, b)| b * at(i, y)).sum();
            let row = |i: usize| beta.iter().enumerate().map(|(j, b)| b * at(i, j)).sum::<f64>();
            let square: f64 = beta.iter().enumerate().map(|(i, b)| b * row(i)).sum();
            at(y, y) - 2.0 * linear + square
        };
        fits.iter().enumerate().map(of_outcome).sum()
    }

    /// Which of these rising numbers of leading columns predicts best; more columns must earn their place.
    ///
    /// A column without effect lowers the cross-validated error by more than four variances of the rest about once in
    /// seventy times.
    pub fn best_of(&self, candidates: &[usize]) -> usize {
        let trials = self.all[0];
        let mut best = (f64::INFINITY, 0);
        for used in candidates {
            let error = self.cross_validated_error(*used);
            if error < best.0 - WORTHWHILE * error / trials {
                best = (error, *used);
            }
        }
        best.1
    }

    /// What a fit expects in every trial.
    pub fn predictions(&self, beta: &Coefficients) -> Vec<f64> {
        let trials = self.columns.first().map_or(0, Vec::len);
        let mut expected = vec![beta[0]; trials];
        for (column, b) in self.columns.iter().zip(&beta[1..]) {
            expected.iter_mut().zip(column).for_each(|(e, x)| *e += b * x);
        }
        expected
    }

    /// What a fit expects of other trials, given the leading columns of theirs that it uses.
    pub fn predictions_of(&self, beta: &Coefficients, columns: &[Vec<f64>]) -> Vec<f64> {
        let trials = columns.first().map_or(0, Vec::len);
        let mut expected = vec![beta[0]; trials];
        for ((column, scale), b) in columns.iter().zip(&self.scales).zip(&beta[1..]) {
            expected.iter_mut().zip(column).for_each(|(e, x)| *e += b * (x - scale.mean) * scale.per_sd);
        }
        expected
    }
}

/// How a column was brought to mean 0 and standard deviation 1.
#[derive(Clone, Copy)]
struct Scale {
    mean: f64,
    per_sd: f64,
}

/// The column with mean 0 and standard deviation 1; zeros if it never changes.
fn standardised(mut column: Vec<f64>) -> (Vec<f64>, Scale) {
    let (mean, sd) = (mean(&column), variance(&column).sqrt());
    let per_sd = if sd > 1e-12 * mean.abs() { 1.0 / sd } else { 0.0 };
    column.iter_mut().for_each(|x| *x = (*x - mean) * per_sd);
    (column, Scale { mean, per_sd })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::known::normals;

    #[test]
    fn an_exact_relation_is_found_also_without_a_replicate() {
        let x = normals(2, 256);
        let y: Vec<f64> = x[0].iter().zip(&x[1]).map(|(a, b)| 3.0 + 2.0 * a - b).collect();
        let regression = Regression::new(x, &[&y]);
        for without in [None, Some(3)] {
            let beta = &regression.fit(2, without)[0];
            for (found, expected) in regression.predictions(beta).iter().zip(&y) {
                assert!((found - expected).abs() < 1e-6);
            }
            let others = regression.predictions_of(beta, &[vec![0.0, 1.0], vec![0.0, 4.0]]);
            assert!((others[0] - 3.0).abs() < 1e-6 && (others[1] - 1.0).abs() < 1e-6);
        }
        assert!(regression.cross_validated_error(2) < 1e-9 && regression.cross_validated_error(1) > 100.0);
    }

    #[test]
    fn a_column_without_effect_is_not_chosen() {
        let mut x = normals(3, 4096);
        let noise = x.pop().unwrap();
        let y: Vec<f64> = x[0].iter().zip(&noise).map(|(a, e)| a + e).collect();
        let regression = Regression::new(x, &[&y]);
        assert_eq!(regression.best_of(&[0, 1, 2]), 1);
        let alone = Regression::new(vec![noise.iter().map(|_| 1.0).collect()], &[&y]);
        assert_eq!(alone.best_of(&[0, 1]), 0);
    }
}
