//! From log likelihoods of draws to weights, and from weights to quantiles and ranks.

use super::findings::Spread3;

/// Weights of draws, sum 1.
#[derive(Clone, Debug)]
pub struct Weights(Vec<f64>);

impl Weights {
    /// All alike.
    pub fn equal(draws: usize) -> Self {
        Weights(vec![1.0 / draws as f64; draws])
    }

    /// From the sum of some log likelihoods, draw by draw.
    pub fn of(logs: &[&[f64]], draws: usize) -> Self {
        let finite = |sum: f64| if sum.is_nan() { f64::NEG_INFINITY } else { sum };
        let sum: Vec<f64> = (0..draws).map(|i| finite(logs.iter().map(|log| log[i]).sum())).collect();
        let most = sum.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if !most.is_finite() {
            return Weights::equal(draws);
        }
        let raw: Vec<f64> = sum.iter().map(|log| libm::exp(log - most)).collect();
        let all: f64 = raw.iter().sum();
        Weights(raw.into_iter().map(|w| w / all).collect())
    }

    /// The effective number of draws, 1/Σw².
    pub fn effective(&self) -> f64 {
        1.0 / self.0.iter().map(|w| w * w).sum::<f64>()
    }

    /// Quantiles of values so weighted: interpolated between the middles of the weights.
    pub fn quantiles<const K: usize>(&self, values: &[f64], levels: [f64; K]) -> [f64; K] {
        let sorted = self.sorted(values);
        levels.map(|level| at(&sorted, level))
    }

    /// P10, P50, P90.
    pub fn spread(&self, values: &[f64]) -> Spread3 {
        let [p10, p50, p90] = self.quantiles(values, [0.1, 0.5, 0.9]);
        Spread3 { p10, p50, p90 }
    }

    /// The standard deviation of values so weighted.
    pub fn sd(&self, values: &[f64]) -> f64 {
        let sum = |f: &dyn Fn(f64) -> f64| self.0.iter().zip(values).map(|(w, x)| w * f(*x)).sum::<f64>();
        let mean = sum(&|x| x);
        sum(&|x| (x - mean) * (x - mean)).max(0.0).sqrt()
    }

    /// Values with the weight up to the middle of each, rising.
    fn sorted(&self, values: &[f64]) -> Vec<(f64, f64)> {
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by(|a, b| values[*a].total_cmp(&values[*b]).then(a.cmp(b)));
        let mut sum = 0.0;
        order
            .into_iter()
            .map(|i| {
                let middle = sum + 0.5 * self.0[i];
                sum += self.0[i];
                (values[i], middle)
            })
            .collect()
    }

    /// The largest distance between the weighted distribution of values and a distribution function.
    pub fn distance(&self, values: &[f64], cdf: impl Fn(f64) -> f64) -> f64 {
        self.sorted(values).iter().step_by(16).map(|(x, level)| (cdf(*x) - level).abs()).fold(0.0, f64::max)
    }

    /// The correlation of two columns so weighted; of [`Weights::ranks`] it is Spearman's.
    pub fn correlation(&self, a: &[f64], b: &[f64]) -> f64 {
        let sum = |f: &dyn Fn(usize) -> f64| (0..self.0.len()).map(|i| self.0[i] * f(i)).sum::<f64>();
        let (ma, mb) = (sum(&|i| a[i]), sum(&|i| b[i]));
        let both = sum(&|i| (a[i] - ma) * (b[i] - mb));
        let of = |x: &[f64], mean: f64| sum(&|i| (x[i] - mean) * (x[i] - mean)).sqrt();
        both / (of(a, ma) * of(b, mb))
    }

    /// The weight up to the middle of each value, in the order of the draws.
    pub fn ranks(&self, values: &[f64]) -> Vec<f64> {
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by(|a, b| values[*a].total_cmp(&values[*b]).then(a.cmp(b)));
        let (mut sum, mut ranks) = (0.0, vec![0.0; values.len()]);
        for i in order {
            ranks[i] = sum + 0.5 * self.0[i];
            sum += self.0[i];
        }
        ranks
    }
}

fn at(sorted: &[(f64, f64)], level: f64) -> f64 {
    let after = sorted.partition_point(|(_, middle)| *middle < level);
    let Some((x, to)) = sorted.get(after) else { return sorted.last().map_or(f64::NAN, |(x, _)| *x) };
    let Some((before, from)) = after.checked_sub(1).map(|i| sorted[i]) else { return *x };
    if *to > from { before + (x - before) * (level - from) / (to - from) } else { *x }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_of_equal_likelihood_are_the_prior() {
        let values: Vec<f64> = (0..1000).map(|i| f64::from(i * 7 % 1000)).collect();
        let flat = Weights::of(&[&vec![-3.0; 1000]], 1000);
        assert_eq!(flat.spread(&values), Weights::equal(1000).spread(&values));
        assert!((flat.effective() - 1000.0).abs() < 1e-6);
        assert!((flat.spread(&values).p50 - 499.5).abs() < 1e-9);
    }

    #[test]
    fn a_normal_prior_and_a_normal_likelihood_give_the_known_posterior() {
        let n = 20_000;
        let level = |i: usize| (i as f64 + 0.5) / n as f64;
        let values: Vec<f64> = (0..n).map(|i| delight_model::sampling::normal_quantile(level(i))).collect();
        // Prior N(0, 1), one look at 1 with variance 1: N(½, ½).
        let log: Vec<f64> = values.iter().map(|x| -0.5 * (x - 1.0) * (x - 1.0)).collect();
        let weights = Weights::of(&[&log], n);
        let spread = weights.spread(&values);
        let sd = 0.5_f64.sqrt();
        for (found, z) in [(spread.p10, -1.281_551_6), (spread.p50, 0.0), (spread.p90, 1.281_551_6)] {
            assert!((found - (0.5 + sd * z)).abs() < 1e-3, "{found} {z}");
        }
        assert!((weights.sd(&values) - sd).abs() < 1e-3);
    }

    #[test]
    fn ranks_are_those_of_spearman() {
        let weights = Weights::equal(5);
        let a = [1.0, 2.0, 3.0, 4.0, 5.0];
        let rank = |a: &[f64], b: &[f64]| weights.correlation(&weights.ranks(a), &weights.ranks(b));
        assert!((rank(&a, &a.map(|x: f64| x.powi(3))) - 1.0).abs() < 1e-12);
        // Spearman's: 1 − 6·Σd²/(n(n² − 1)) = 1 − 6·(1 + 1 + 0 + 1 + 1)/120.
        assert!((rank(&a, &[2.0, 1.0, 3.0, 5.0, 4.0]) - 0.8).abs() < 1e-12);
    }
}
