//! What a regression sees of an input: its normal scores, bent at knots, and products of scores.

use crate::sampling::normal_quantile;

/// Splines are refined this often: 1, 2, 4, 8 and 16 columns.
pub const REFINEMENTS: usize = 5;

/// The normal scores of the ranks of these values: Φ⁻¹((rank − ½)/n), equal values with their middle rank.
pub fn scores(x: &[f64]) -> Vec<f64> {
    let mut order: Vec<u32> = (0..x.len() as u32).collect();
    order.sort_unstable_by(|a, b| x[*a as usize].total_cmp(&x[*b as usize]));
    let mut scores = vec![0.0; x.len()];
    let mut start = 0;
    for ties in order.chunk_by(|a, b| x[*a as usize] == x[*b as usize]) {
        let middle = start as f64 + ties.len() as f64 / 2.0;
        let score = normal_quantile(middle / x.len() as f64);
        ties.iter().for_each(|t| scores[*t as usize] = score);
        start += ties.len();
    }
    scores
}

/// A linear spline of the scores: the scores themselves, then hinges max(z − knot, 0) at the median, the quartiles, the
/// eighths, the sixteenths of a standard normal. The first 1, 2, 4, 8, 16 columns are the refinements.
pub fn spline(z: &[f64]) -> Vec<Vec<f64>> {
    let mut columns = vec![z.to_vec()];
    for refinement in 1..REFINEMENTS {
        let parts = 1 << refinement;
        for k in (1..parts).step_by(2) {
            let knot = normal_quantile(f64::from(k) / f64::from(parts));
            columns.push(z.iter().map(|z| (z - knot).max(0.0)).collect());
        }
    }
    columns
}

/// The products of every two of these columns.
pub fn products(columns: &[&[f64]]) -> Vec<Vec<f64>> {
    let pairs = (0..columns.len()).flat_map(|i| (0..i).map(move |j| (i, j)));
    pairs.map(|(i, j)| columns[i].iter().zip(columns[j]).map(|(a, b)| a * b).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_follow_the_order_and_ties_share_one() {
        let z = scores(&[3.0, -1.0, 7.0, 3.0]);
        assert!(z[1] < z[0] && z[0] == z[3] && z[3] < z[2]);
        assert_eq!(z[0], 0.0);
        assert!((z[1] - normal_quantile(0.125)).abs() < 1e-15);
    }

    #[test]
    fn a_spline_doubles_with_every_refinement() {
        let columns = spline(&[-1.0, 0.0, 2.0]);
        assert_eq!(columns.len(), 16);
        assert_eq!(columns[1], [0.0, 0.0, 2.0]);
        let of = [&columns[0][..], &columns[1]];
        assert_eq!(products(&of), [[0.0, 0.0, 4.0]]);
    }
}
