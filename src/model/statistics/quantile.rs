//! Quantiles by type 7 of Hyndman and Fan: linear interpolation between order statistics.
//!
//! ```text
//! h = (n − 1)·q;   Q(q) = x₍⌊h⌋₎ + (h − ⌊h⌋)·(x₍⌊h⌋₊₁₎ − x₍⌊h⌋₎),  ranks from 0
//! ```
//!
//! (R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996) 361–365.)

/// ⌊h⌋ and h − ⌊h⌋ of `n` values, n ≥ 1: the lower of the two ranks, and how far the quantile lies beyond it.
pub(super) fn position(n: u64, level: f64) -> (u64, f64) {
    let height = (n - 1) as f64 * level;
    (height as u64, height.fract())
}

/// The value this fraction of the way between two order statistics, never outside them.
pub(super) fn between(low: f64, high: f64, fraction: f64) -> f64 {
    let width = high - low;
    // Between huge values of opposite sign the width overflows.
    let between = if width.is_finite() { low + width * fraction } else { low * (1.0 - fraction) + high * fraction };
    between.max(low).min(high)
}

/// A quantile of values in rising order; levels beyond 0 and 1 give the ends, NaN of nothing.
pub fn quantile(sorted: &[f64], level: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let (rank, fraction) = position(sorted.len() as u64, level.clamp(0.0, 1.0));
    let low = rank as usize;
    between(sorted[low], sorted[(low + 1).min(last)], fraction)
}

/// Quantiles of the finite values; NaN of nothing.
pub fn quantiles<const K: usize>(values: &[f64], levels: [f64; K]) -> [f64; K] {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|x| x.is_finite()).collect();
    sorted.sort_unstable_by(f64::total_cmp);
    levels.map(|level| quantile(&sorted, level))
}

/// The median of the finite values by selection, which does not sort them; NaN if there are none.
///
/// Of an even number it is ½·(low + high), which rounds otherwise than low + ½·(high − low).
pub fn median(values: &[f64]) -> f64 {
    let mut finite: Vec<f64> = values.iter().copied().filter(|x| x.is_finite()).collect();
    let Some(middle) = finite.len().checked_sub(1).map(|last| last / 2) else { return f64::NAN };
    let even = finite.len().is_multiple_of(2);
    let (_, low, above) = finite.select_nth_unstable_by(middle, f64::total_cmp);
    let low = *low;
    if even { between(low, above.iter().copied().fold(f64::INFINITY, f64::min), 0.5) } else { low }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_and_quantiles_are_those_of_the_finite_values() {
        assert_eq!(median(&[5.0, f64::NAN, 1.0, 2.0]), 2.0);
        assert_eq!(median(&[4.0, 1.0, f64::INFINITY, 2.0, 8.0]), 3.0);
        assert!(median(&[f64::NAN]).is_nan());
        assert_eq!(quantiles(&[3.0, 1.0, 2.0, f64::NAN, 4.0], [0.0, 0.5, 1.0]), [1.0, 2.5, 4.0]);
    }

    #[test]
    fn quantiles_lie_between_order_statistics() {
        assert_eq!([0.0, 0.5, 1.0].map(|p| quantile(&[1.0, 2.0, 4.0, 5.0], p)), [1.0, 3.0, 5.0]);
        assert!(quantile(&[], 0.5).is_nan());
    }
}
