//! The Cholesky factor of a symmetric matrix, also of a singular one, and what is solved with it.

/// The lower triangular L with L Lᵀ equal to a symmetric matrix. Where a pivot counts as zero its column is zero.
pub(crate) struct Cholesky {
    n: usize,
    /// L, row by row.
    entries: Vec<f64>,
    /// The least pivot met, before it was counted as zero: below zero beyond rounding there is no factor.
    pub(crate) least_pivot: f64,
    /// The largest entry that a zero column should have explained and could not.
    pub(crate) unexplained: f64,
}

impl Cholesky {
    /// Factors the matrix of these entries, of which those with i ≥ j are read; pivots up to `singular` count as zero.
    ///
    /// (Golub and Van Loan, "Matrix computations", 2013, § 4.2, column by column.)
    pub(crate) fn new(n: usize, entry: impl Fn(usize, usize) -> f64, singular: f64) -> Self {
        let mut l = Cholesky { n, entries: vec![0.0; n * n], least_pivot: f64::INFINITY, unexplained: 0.0 };
        for j in 0..n {
            let pivot = entry(j, j) - l.inner(j, j);
            let root = if pivot > singular { pivot.sqrt() } else { 0.0 };
            l.least_pivot = l.least_pivot.min(pivot);
            l.entries[j * n + j] = root;
            for i in j + 1..n {
                let rest = entry(i, j) - l.inner(i, j);
                if root > 0.0 {
                    l.entries[i * n + j] = rest / root;
                } else {
                    l.unexplained = l.unexplained.max(rest.abs());
                }
            }
        }
        l
    }

    /// Σ l_ik·l_jk over the columns before j.
    fn inner(&self, i: usize, j: usize) -> f64 {
        (0..j).fold(0.0, |sum, k| sum + self.entries[i * self.n + k] * self.entries[j * self.n + k])
    }

    /// L, row by row.
    pub(crate) fn into_entries(self) -> Vec<f64> {
        self.entries
    }

    /// x with L Lᵀ x = b, by substitution forwards and back; zero where L has a zero pivot.
    ///
    /// `less` takes the products of what is known off an entry of b: one by one or their sum. The two differ in the last
    /// bit, which is part of the results of who asks.
    pub(crate) fn solve(&self, mut b: Vec<f64>, less: impl Fn(f64, &mut dyn Iterator<Item = f64>) -> f64) -> Vec<f64> {
        let (n, l) = (self.n, |i: usize, j: usize| self.entries[i * self.n + j]);
        let divided = |x: f64, pivot: f64| if pivot > 0.0 { x / pivot } else { 0.0 };
        for i in 0..n {
            b[i] = divided(less(b[i], &mut (0..i).map(|k| l(i, k) * b[k])), l(i, i));
        }
        for i in (0..n).rev() {
            b[i] = divided(less(b[i], &mut (i + 1..n).map(|k| l(k, i) * b[k])), l(i, i));
        }
        b
    }
}
