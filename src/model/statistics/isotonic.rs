//! Isotonic regression: the least-squares fit that never falls.

/// The least-squares fit of `y` that never falls as `x`, which rises, goes on; equal `x` have equal fits.
///
/// Pool adjacent violators: M. Ayer, H. D. Brunk, G. M. Ewing, W. T. Reid, E. Silverman, "An empirical distribution
/// function for sampling with incomplete information", Annals of Mathematical Statistics 26 (1955) 641–647.
pub fn rising_fit(x: &[f64], y: &[f64]) -> Vec<f64> {
    // Each pool: its sum, its count.
    let mut pools: Vec<(f64, usize)> = Vec::new();
    let mut at = 0;
    for ties in x.chunk_by(|a, b| a == b) {
        let sum = y[at..at + ties.len()].iter().sum();
        at += ties.len();
        pools.push((sum, ties.len()));
        while let [.., (a, n), (b, m)] = pools[..] {
            if a / n as f64 <= b / m as f64 {
                break;
            }
            pools.truncate(pools.len() - 2);
            pools.push((a + b, n + m));
        }
    }
    pools.iter().flat_map(|(sum, count)| std::iter::repeat_n(sum / *count as f64, *count)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fit_that_never_falls_pools_what_does() {
        assert_eq!(rising_fit(&[1.0, 2.0, 3.0, 4.0], &[1.0, 3.0, 2.0, 4.0]), [1.0, 2.5, 2.5, 4.0]);
        assert_eq!(rising_fit(&[1.0, 2.0, 3.0], &[3.0, 2.0, 1.0]), [2.0; 3]);
        assert_eq!(rising_fit(&[0.0, 0.0, 1.0], &[4.0, 0.0, 9.0]), [2.0, 2.0, 9.0]);
        assert!(rising_fit(&[], &[]).is_empty());
    }
}
