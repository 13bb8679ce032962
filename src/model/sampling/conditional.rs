//! Correlated scores of which some are known: what that says of the others.

use super::cholesky::Cholesky;
use super::copula::Copula;
use super::correlation::Matrix;

impl Copula {
    /// The weights K with which known scores move all scores: one row for each input, one weight for each of `known`.
    ///
    /// ```text
    /// K = Σ_{·,known} · Σ_{known,known}⁻¹
    /// ```
    ///
    /// With z and w two independent draws of correlated scores, w + K·(z − w)_known is a draw that shares the known
    /// scores with z and follows, for the others, their distribution given these (Matheron's rule; Chilès and Delfiner,
    /// "Geostatistics", 2012, § 7.3). A known score that the ones before it fix adds nothing and gets weight zero.
    ///
    /// # Panics
    /// If an index is not below the number of inputs.
    pub fn weights(&self, known: &[usize]) -> Vec<Vec<f64>> {
        let mut inner = Matrix::identity(known.len());
        for (a, &i) in known.iter().enumerate() {
            for (b, &j) in known.iter().enumerate() {
                inner[(a, b)] = self.pearson(i, j);
            }
        }
        // A part of a correlation matrix is one too, so rounding alone could leave it without a factor.
        let unit = |i, j| if i == j { 1.0 } else { 0.0 };
        let factor = inner.factored().unwrap_or_else(|| Cholesky::new(known.len(), unit, 0.0));
        let one_by_one = |b: f64, known: &mut dyn Iterator<Item = f64>| known.fold(b, |rest, product| rest - product);
        let row = |i: usize| factor.solve(known.iter().map(|&j| self.pearson(i, j)).collect(), one_by_one);
        (0..self.inputs()).map(row).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rank correlation of a normal pair with this Pearson correlation.
    fn rank(pearson: f64) -> f64 {
        6.0 / std::f64::consts::PI * libm::asin(pearson / 2.0)
    }

    #[test]
    fn the_weight_of_one_known_score_is_its_correlation() {
        let (copula, _) = Copula::new(3, &[(0, 1, rank(0.6)), (0, 2, rank(-0.3))]).expect("valid");
        let k = copula.weights(&[0]);
        for (row, expected) in k.iter().zip([1.0, 0.6, -0.3]) {
            assert!((row[0] - expected).abs() < 1e-12, "{row:?}");
        }
    }

    #[test]
    fn two_known_scores_weigh_as_in_a_regression_on_both() {
        // β of x₂ on x₀ and x₁, with correlations a, b to them and c between them: (a − bc, b − ac)/(1 − c²).
        let (a, b, c) = (0.5, 0.4, 0.3);
        let (copula, _) = Copula::new(3, &[(0, 2, rank(a)), (1, 2, rank(b)), (0, 1, rank(c))]).expect("valid");
        let k = &copula.weights(&[0, 1])[2];
        let expected = [(a - b * c) / (1.0 - c * c), (b - a * c) / (1.0 - c * c)];
        assert!((k[0] - expected[0]).abs() < 1e-12 && (k[1] - expected[1]).abs() < 1e-12, "{k:?}");
    }

    #[test]
    fn known_scores_are_kept_even_where_one_fixes_the_other() {
        let (copula, _) = Copula::new(2, &[(0, 1, -1.0)]).expect("valid");
        let k = copula.weights(&[0, 1]);
        // Scores (z, −z) come back as themselves.
        assert_eq!((k[0][0] - k[0][1], k[1][0] - k[1][1]), (1.0, -1.0));
    }
}
