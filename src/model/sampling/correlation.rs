//! Symmetric matrices: eigenvalues, the nearest correlation matrix and the Cholesky factor, of + − × ÷ √ alone.

use super::cholesky::Cholesky;

/// A square matrix, row by row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Matrix {
    n: usize,
    entries: Vec<f64>,
}

impl std::ops::Index<(usize, usize)> for Matrix {
    type Output = f64;

    fn index(&self, (i, j): (usize, usize)) -> &f64 {
        &self.entries[i * self.n + j]
    }
}

impl std::ops::IndexMut<(usize, usize)> for Matrix {
    fn index_mut(&mut self, (i, j): (usize, usize)) -> &mut f64 {
        &mut self.entries[i * self.n + j]
    }
}

impl Matrix {
    pub(super) fn identity(n: usize) -> Self {
        let mut matrix = Self { n, entries: vec![0.0; n * n] };
        for i in 0..n {
            matrix[(i, i)] = 1.0;
        }
        matrix
    }

    pub(super) fn size(&self) -> usize {
        self.n
    }

    fn zip(&self, other: &Self, f: impl Fn(f64, f64) -> f64) -> Self {
        Self { n: self.n, entries: self.entries.iter().zip(&other.entries).map(|(&a, &b)| f(a, b)).collect() }
    }

    fn frobenius(&self) -> f64 {
        self.entries.iter().map(|x| x * x).sum::<f64>().sqrt()
    }

    /// The Frobenius norm of the difference.
    pub(super) fn distance(&self, other: &Self) -> f64 {
        self.zip(other, |a, b| a - b).frobenius()
    }

    /// Eigenvalues, and eigenvectors as columns, of a symmetric matrix: the cyclic Jacobi method (Golub and Van Loan,
    /// "Matrix computations", 2013, § 8.5).
    pub(super) fn eigen(&self) -> (Vec<f64>, Self) {
        let n = self.n;
        let mut a = self.clone();
        let mut vectors = Self::identity(n);
        let negligible = 1e-16 * self.frobenius();
        for _sweep in 0..60 {
            let mut rotated = false;
            for p in 0..n {
                for q in p + 1..n {
                    if a[(p, q)].abs() > negligible {
                        rotate(&mut a, &mut vectors, p, q);
                        rotated = true;
                    }
                }
            }
            if !rotated {
                break;
            }
        }
        ((0..n).map(|i| a[(i, i)]).collect(), vectors)
    }

    /// The nearest symmetric matrix without eigenvalues under `floor`.
    fn raised(&self, floor: f64) -> Self {
        let (values, vectors) = self.eigen();
        let mut raised = Self { n: self.n, entries: vec![0.0; self.entries.len()] };
        for i in 0..self.n {
            for j in 0..=i {
                let sum = values.iter().enumerate().fold(0.0, |sum, (k, &value)| {
                    sum + if value > floor { value } else { floor } * vectors[(i, k)] * vectors[(j, k)]
                });
                raised[(i, j)] = sum;
                raised[(j, i)] = sum;
            }
        }
        raised
    }

    /// The correlation matrix nearest in the Frobenius norm, with eigenvalues of at least about `floor`: alternating
    /// projections on the matrices with such eigenvalues and on those with a unit diagonal, the former with Dykstra's
    /// correction (N. J. Higham, IMA J. Numer. Anal. 22 (2002) 329–343, algorithm 3.3).
    pub(super) fn nearest_correlation(&self, floor: f64) -> Self {
        let mut y = self.clone();
        let mut correction = self.zip(self, |_, _| 0.0);
        for _ in 0..2000 {
            let r = y.zip(&correction, |y, s| y - s);
            let x = r.raised(floor);
            correction = x.zip(&r, |x, r| x - r);
            let mut next = x;
            for i in 0..self.n {
                next[(i, i)] = 1.0;
            }
            let change = next.distance(&y);
            y = next;
            if change <= 1e-12 * y.frobenius() {
                break;
            }
        }
        y
    }

    /// The lower triangular L with L Lᵀ equal to this matrix; a pivot that rounds to zero gives a zero column, so that a
    /// singular matrix has a factor too. `None` if the matrix has a negative eigenvalue beyond rounding.
    pub(super) fn cholesky(&self) -> Option<Self> {
        self.factored().map(|l| Self { n: self.n, entries: l.into_entries() })
    }

    /// The same with what is solved by it.
    pub(super) fn factored(&self) -> Option<Cholesky> {
        let l = Cholesky::new(self.n, |i, j| self[(i, j)], SINGULAR);
        (l.least_pivot >= -SINGULAR && l.unexplained <= 1e-6).then_some(l)
    }
}

/// Pivots under this count as zero.
const SINGULAR: f64 = 1e-13;

/// One Jacobi rotation: makes the entries (p, q) and (q, p) zero.
fn rotate(a: &mut Matrix, vectors: &mut Matrix, p: usize, q: usize) {
    let tau = (a[(q, q)] - a[(p, p)]) / (2.0 * a[(p, q)]);
    let t = if tau >= 0.0 { 1.0 / (tau + (1.0 + tau * tau).sqrt()) } else { -1.0 / (-tau + (1.0 + tau * tau).sqrt()) };
    let c = 1.0 / (1.0 + t * t).sqrt();
    let s = t * c;
    let n = a.n;
    for k in 0..n {
        let (x, y) = (a[(k, p)], a[(k, q)]);
        (a[(k, p)], a[(k, q)]) = (c * x - s * y, s * x + c * y);
    }
    for k in 0..n {
        let (x, y) = (a[(p, k)], a[(q, k)]);
        (a[(p, k)], a[(q, k)]) = (c * x - s * y, s * x + c * y);
        let (x, y) = (vectors[(k, p)], vectors[(k, q)]);
        (vectors[(k, p)], vectors[(k, q)]) = (c * x - s * y, s * x + c * y);
    }
    a[(p, q)] = 0.0;
    a[(q, p)] = 0.0;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix<const N: usize>(rows: [[f64; N]; N]) -> Matrix {
        Matrix { n: N, entries: rows.as_flattened().to_vec() }
    }

    #[test]
    fn the_eigenvalues_of_the_second_difference_are_the_known_ones() {
        let n = 9;
        let mut a = Matrix::identity(n);
        for i in 0..n {
            a[(i, i)] = 2.0;
            if i > 0 {
                (a[(i, i - 1)], a[(i - 1, i)]) = (-1.0, -1.0);
            }
        }
        let (mut values, _) = a.eigen();
        values.sort_by(f64::total_cmp);
        for (k, value) in values.iter().enumerate() {
            let known = 2.0 - 2.0 * libm::cos((k + 1) as f64 * std::f64::consts::PI / (n + 1) as f64);
            assert!((value - known).abs() < 1e-14);
        }
    }

    #[test]
    fn the_nearest_correlation_matrices_of_higham_are_found() {
        let near = matrix([[1.0, 1.0, 0.0], [1.0, 1.0, 1.0], [0.0, 1.0, 1.0]]).nearest_correlation(0.0);
        let published = matrix([[1.0, 0.7607, 0.1573], [0.7607, 1.0, 0.7607], [0.1573, 0.7607, 1.0]]);
        assert!(near.zip(&published, |a, b| a - b).entries.iter().all(|d| d.abs() < 6e-5), "{near:?}");
        let difference = [[2.0, -1.0, 0.0, 0.0], [-1.0, 2.0, -1.0, 0.0], [0.0, -1.0, 2.0, -1.0], [0.0, 0.0, -1.0, 2.0]];
        let near = matrix(difference).nearest_correlation(0.0);
        let published = matrix([
            [1.0, -0.8084, 0.1916, 0.1068],
            [-0.8084, 1.0, -0.6562, 0.1916],
            [0.1916, -0.6562, 1.0, -0.8084],
            [0.1068, 0.1916, -0.8084, 1.0],
        ]);
        assert!(near.zip(&published, |a, b| a - b).entries.iter().all(|d| d.abs() < 6e-5), "{near:?}");
    }

    #[test]
    fn the_cholesky_factor_multiplies_back_even_if_singular() {
        for a in [
            matrix([[1.0, 0.5, 0.2], [0.5, 1.0, -0.3], [0.2, -0.3, 1.0]]),
            matrix([[1.0, 1.0, 0.3], [1.0, 1.0, 0.3], [0.3, 0.3, 1.0]]),
        ] {
            let l = a.cholesky().expect("semidefinite");
            for i in 0..3 {
                for j in 0..3 {
                    let product: f64 = (0..3).map(|k| l[(i, k)] * l[(j, k)]).sum();
                    assert!((product - a[(i, j)]).abs() < 1e-15);
                }
            }
        }
    }
}
