//! Correlated inputs: a Gaussian copula from rank correlations.

use std::fmt;

use super::correlation::Matrix;

/// The least eigenvalue after a repair: small against any correlation that matters, large against rounding.
const FLOOR: f64 = 1e-8;

/// Makes n columns of independent normal scores correlated.
#[derive(Clone, Debug, PartialEq)]
pub struct Copula {
    factor: Matrix,
}

/// How far the rank correlations had to be moved until some joint distribution has them; zero if they were consistent.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Repair {
    /// The largest change of a rank correlation.
    pub largest_change: f64,
    /// The Frobenius distance of the two normal (Pearson) correlation matrices, which the repair makes as small as can be.
    pub frobenius: f64,
}

/// What is wrong with a list of rank correlations.
#[derive(Clone, Debug, PartialEq)]
pub enum CopulaError {
    /// An index is not below the number of inputs.
    NoSuchInput {
        /// The index given.
        index: usize,
        /// The number of inputs.
        inputs: usize,
    },
    /// An input is correlated with itself.
    WithItself {
        /// The index given twice.
        index: usize,
    },
    /// A rank correlation is not from −1 to 1.
    OutOfRange {
        /// The two inputs.
        pair: (usize, usize),
        /// The rank correlation given.
        rank: f64,
    },
    /// The same pair is given twice.
    Repeated {
        /// The two inputs, the smaller index first.
        pair: (usize, usize),
    },
}

impl fmt::Display for CopulaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::NoSuchInput { index, inputs } => write!(f, "there is no input number {index} among {inputs}"),
            Self::WithItself { index } => write!(f, "input number {index} is correlated with itself; name two inputs"),
            Self::OutOfRange { pair: (i, j), rank } => {
                write!(f, "the rank correlation of the inputs {i} and {j} must be from -1 to 1, found {rank}")
            }
            Self::Repeated { pair: (i, j) } => {
                write!(f, "the rank correlation of the inputs {i} and {j} is given twice; keep one")
            }
        }
    }
}

impl std::error::Error for CopulaError {}

impl Copula {
    /// The copula of `n` inputs with Spearman's rank correlations `ranks` (first input, second input, ρ), zero elsewhere.
    ///
    /// A normal pair of rank correlation ρ has the Pearson correlation 2 sin(πρ/6) (Pearson 1907; Kruskal 1958). Where the
    /// matrix of all pairs has a negative eigenvalue, the nearest correlation matrix (Higham 2002) takes its place.
    ///
    /// # Errors
    /// Indices below `n`, two different ones, each pair once, −1 ≤ ρ ≤ 1.
    pub fn new(n: usize, ranks: &[(usize, usize, f64)]) -> Result<(Self, Repair), CopulaError> {
        let asked = pearson_matrix(n, ranks)?;
        if let Some(factor) = asked.cholesky() {
            return Ok((Self { factor }, Repair::default()));
        }
        let mut near = asked.nearest_correlation(FLOOR);
        let mut shrink = FLOOR;
        let factor = loop {
            // Alternating projections end slightly outside: shrink towards the identity until it is positive definite.
            match near.cholesky() {
                Some(factor) => break factor,
                None => near = shrunk_to_identity(&near, shrink),
            }
            shrink *= 2.0;
        };
        let largest_change = pairs(n).map(|p| (to_rank(near[p]) - to_rank(asked[p])).abs()).fold(0.0, f64::max);
        Ok((Self { factor }, Repair { largest_change, frobenius: near.distance(&asked) }))
    }

    /// The number of inputs.
    pub fn inputs(&self) -> usize {
        self.factor.size()
    }

    /// The rank correlation of two inputs that this copula gives.
    pub fn rank(&self, i: usize, j: usize) -> f64 {
        to_rank(self.pearson(i, j))
    }

    /// The Pearson correlation of the scores of two inputs.
    pub(super) fn pearson(&self, i: usize, j: usize) -> f64 {
        (0..=i.min(j)).fold(0.0, |sum, k| sum + self.factor[(i, k)] * self.factor[(j, k)])
    }

    /// Correlates the columns of independent standard normal scores in place, one column for each input and one row for
    /// each trial: z ← L z, the last input first, so that each still finds the independent scores before it.
    ///
    /// # Panics
    /// If the number of columns is not the number of inputs.
    #[inline(always)]
    pub fn apply<Column: AsMut<[f64]>>(&self, scores: &mut [Column]) {
        assert_eq!(scores.len(), self.inputs(), "one column of scores for each input");
        for i in (0..scores.len()).rev() {
            let (before, rest) = scores.split_at_mut(i);
            let own = rest[0].as_mut();
            let weight = self.factor[(i, i)];
            own.iter_mut().for_each(|z| *z *= weight);
            for (j, column) in before.iter_mut().enumerate() {
                let weight = self.factor[(i, j)];
                if weight != 0.0 {
                    own.iter_mut().zip(column.as_mut()).for_each(|(z, other)| *z += weight * *other);
                }
            }
        }
    }
}

/// The Pearson correlations of the given rank correlations.
fn pearson_matrix(n: usize, ranks: &[(usize, usize, f64)]) -> Result<Matrix, CopulaError> {
    let mut matrix = Matrix::identity(n);
    let mut seen = std::collections::BTreeSet::new();
    for &(i, j, rank) in ranks {
        if let Some(index) = [i, j].into_iter().find(|&index| index >= n) {
            return Err(CopulaError::NoSuchInput { index, inputs: n });
        }
        if i == j {
            return Err(CopulaError::WithItself { index: i });
        }
        if !(-1.0..=1.0).contains(&rank) {
            return Err(CopulaError::OutOfRange { pair: (i, j), rank });
        }
        let pair = (i.min(j), i.max(j));
        if !seen.insert(pair) {
            return Err(CopulaError::Repeated { pair });
        }
        // sin(π/6) rounds to just under ½; one must stay one.
        let pearson = if rank.abs() == 1.0 { rank } else { 2.0 * libm::sin(std::f64::consts::PI / 6.0 * rank) };
        (matrix[(i, j)], matrix[(j, i)]) = (pearson, pearson);
    }
    Ok(matrix)
}

fn to_rank(pearson: f64) -> f64 {
    6.0 / std::f64::consts::PI * libm::asin((0.5 * pearson).clamp(-0.5, 0.5))
}

fn pairs(n: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..n).flat_map(|i| (0..i).map(move |j| (i, j)))
}

/// (1 − share)·matrix + share·I, for a unit diagonal.
fn shrunk_to_identity(matrix: &Matrix, share: f64) -> Matrix {
    let mut shrunk = matrix.clone();
    for (i, j) in pairs(matrix.size()) {
        shrunk[(i, j)] *= 1.0 - share;
        shrunk[(j, i)] *= 1.0 - share;
    }
    shrunk
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn consistent_ranks_need_no_repair_and_come_back() {
        let ranks = [(0, 1, 0.7), (3, 1, -0.3), (2, 3, 0.5), (0, 2, 1e-3)];
        let (copula, repair) = Copula::new(4, &ranks).expect("valid");
        assert_eq!(repair, Repair::default());
        for (i, j, rank) in ranks {
            assert!((copula.rank(i, j) - rank).abs() < 1e-14 && (copula.rank(j, i) - rank).abs() < 1e-14);
        }
        assert!(copula.rank(0, 3).abs() < 1e-15);
    }

    #[test]
    fn perfect_correlation_copies_the_scores() {
        let (copula, repair) = Copula::new(3, &[(0, 1, 1.0), (0, 2, -1.0), (1, 2, -1.0)]).expect("valid");
        assert_eq!(repair, Repair::default());
        let mut scores = [vec![0.3, -2.0], vec![1.0, 7.0], vec![5.0, 5.0]];
        copula.apply(&mut scores);
        assert_eq!(scores, [vec![0.3, -2.0], vec![0.3, -2.0], vec![-0.3, 2.0]]);
    }

    #[test]
    fn contradictory_ranks_are_repaired_and_the_repair_is_reported() {
        let (copula, repair) = Copula::new(3, &[(0, 1, 0.9), (1, 2, 0.9), (0, 2, -0.9)]).expect("valid");
        assert!(repair.largest_change > 0.2 && repair.frobenius > 0.5, "{repair:?}");
        let largest = [(0, 1, 0.9), (1, 2, 0.9), (0, 2, -0.9_f64)];
        let largest = largest.map(|(i, j, r)| (copula.rank(i, j) - r).abs()).into_iter().fold(0.0, f64::max);
        assert!((largest - repair.largest_change).abs() < 1e-12);
        for i in 0..3 {
            assert!((copula.rank(i, i) - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn wrong_lists_are_refused_with_their_reason() {
        assert_eq!(Copula::new(2, &[(0, 2, 0.1)]), Err(CopulaError::NoSuchInput { index: 2, inputs: 2 }));
        assert_eq!(Copula::new(2, &[(1, 1, 0.1)]), Err(CopulaError::WithItself { index: 1 }));
        assert_eq!(Copula::new(2, &[(0, 1, 1.1)]), Err(CopulaError::OutOfRange { pair: (0, 1), rank: 1.1 }));
        assert!(matches!(Copula::new(2, &[(0, 1, f64::NAN)]), Err(CopulaError::OutOfRange { .. })));
        assert_eq!(Copula::new(2, &[(0, 1, 0.1), (1, 0, 0.1)]), Err(CopulaError::Repeated { pair: (0, 1) }));
    }
}
