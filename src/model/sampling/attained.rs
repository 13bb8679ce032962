//! The rank correlation that two inputs reach under the copula where they take few values, and the most that they can.

use super::distribution::Distribution;
use super::level::Level;
use super::normal::{normal_cdf, standard_quantile};

/// Levels at which a distribution is looked at.
const LEVELS: usize = 128;
/// A value at least as likely as this shows in the rank correlation.
const HEAVY: f64 = 0.05;

/// A distribution in ranks: its stretches of level, those of a single value drawn with its probability.
#[derive(Clone, Debug)]
pub struct RankSteps {
    /// Levels between the stretches, from 0 to 1.
    ends: Vec<f64>,
    /// Whether a single value has a probability that shows.
    pub is_stepped: bool,
}

impl RankSteps {
    /// The stretches of a distribution.
    pub fn of(distribution: &Distribution) -> RankSteps {
        let values: Vec<f64> = (0..LEVELS).map(|k| distribution.quantile((k as f64 + 0.5) / LEVELS as f64)).collect();
        let stretches: Vec<&[f64]> = values.chunk_by(|a, b| a == b).collect();
        let (mut ends, mut at, mut is_stepped) = (vec![0.0], 0, false);
        for (i, stretch) in stretches.iter().enumerate() {
            at += stretch.len();
            let next = stretches.get(i + 1);
            let end = match (stretch.len(), next) {
                (_, None) => 1.0,
                (2.., _) => distribution.cdf(stretch[0]),
                (_, Some(next)) if next.len() > 1 => distribution.cdf(next[0].next_down()),
                _ => at as f64 / LEVELS as f64,
            };
            let before = ends[ends.len() - 1];
            is_stepped |= stretch.len() > 1 && end - before >= HEAVY;
            if end > before {
                ends.push(end.min(1.0));
            }
        }
        RankSteps { ends, is_stepped }
    }

    /// The stretches, each with its probability and its mean level.
    fn steps(&self) -> impl Iterator<Item = (f64, f64)> {
        self.ends.windows(2).map(|ends| (ends[1] - ends[0], 0.5 * (ends[0] + ends[1])))
    }

    /// Variance of the ranks.
    fn variance(&self) -> f64 {
        self.steps().map(|(p, mean)| p * (mean - 0.5).powi(2)).sum()
    }

    /// The mean rank of the stretch of a level, less a half.
    fn rank_at(&self, level: f64) -> f64 {
        let i = self.ends.partition_point(|end| *end <= level).clamp(1, self.ends.len() - 1);
        0.5 * (self.ends[i - 1] + self.ends[i]) - 0.5
    }

    /// The same in the other direction.
    fn reversed(&self) -> RankSteps {
        RankSteps { ends: self.ends.iter().rev().map(|end| 1.0 - end).collect(), is_stepped: self.is_stepped }
    }
}

/// Spearman's rank correlation of two inputs whose normal scores have the rank correlation `rank`, −1 to 1.
///
/// ```text
/// ρ = cov(m_a(U), m_b(V)) / √(var m_a · var m_b),   m: the mean level of all draws of the same value
/// ```
pub fn attained_rank(a: &RankSteps, b: &RankSteps, rank: f64) -> f64 {
    let scale = (a.variance() * b.variance()).sqrt();
    let covariance = match rank {
        // Rounded, the square of the correlation may pass 1.
        rank if rank >= 1.0 - 1e-9 => together(a, b),
        rank if rank <= 1e-9 - 1.0 => -together(a, &b.reversed()),
        _ => covariance(a, b, 2.0 * libm::sin(std::f64::consts::PI / 6.0 * rank)),
    };
    if scale > 0.0 { (covariance / scale).clamp(-1.0, 1.0) } else { 0.0 }
}

/// The covariance of the ranks where both levels are the same.
fn together(a: &RankSteps, b: &RankSteps) -> f64 {
    let mut ends: Vec<f64> = a.ends.iter().chain(&b.ends).copied().collect();
    ends.sort_by(f64::total_cmp);
    let part = |ends: &[f64]| {
        let middle = 0.5 * (ends[0] + ends[1]);
        (ends[1] - ends[0]) * a.rank_at(middle) * b.rank_at(middle)
    };
    ends.windows(2).map(part).sum()
}

/// The covariance of the ranks where the scores are normal with this correlation, by the midpoint rule over those of `a`.
fn covariance(a: &RankSteps, b: &RankSteps, pearson: f64) -> f64 {
    let spread = (1.0 - pearson * pearson).sqrt();
    let score = |level: f64| standard_quantile(Level::from_below(level));
    let edges: Vec<f64> = b.ends[1..b.ends.len() - 1].iter().map(|end| score(*end)).collect();
    let middles: Vec<f64> = b.steps().map(|(_, middle)| middle).collect();
    // Σ m_j·(Φ_{j+1} − Φ_j), summed by parts: the last mean, less what each edge takes away.
    let expected = |z: f64| {
        let steps = edges.iter().zip(middles.windows(2));
        let below = steps.map(|(edge, m)| (m[1] - m[0]) * normal_cdf((edge - pearson * z) / spread));
        middles[middles.len() - 1] - below.sum::<f64>() - 0.5
    };
    let mut sum = 0.0;
    for ends in a.ends.windows(2) {
        let width = ends[1] - ends[0];
        let parts = (width * 2.0 * LEVELS as f64).ceil().max(1.0) as usize;
        let of_part = |k: usize| expected(score(ends[0] + width * (k as f64 + 0.5) / parts as f64));
        let mean = (0..parts).map(of_part).sum::<f64>() / parts as f64;
        sum += width * (0.5 * (ends[0] + ends[1]) - 0.5) * mean;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two_values(p: f64) -> RankSteps {
        RankSteps::of(&Distribution::discrete(&[(0.0, 1.0 - p), (1.0, p)]).expect("two values"))
    }

    #[test]
    fn of_two_values_the_most_is_the_bound_of_phi() {
        // φ = √(p(1 − q)/(q(1 − p))) for p ≤ q (Guilford 1965).
        let [a, b] = [two_values(0.5), two_values(0.1)];
        assert!(a.is_stepped && b.is_stepped);
        assert!((attained_rank(&a, &b, 1.0) - 1.0 / 3.0).abs() < 1e-12);
        assert!((attained_rank(&a, &b, -1.0) + 1.0 / 3.0).abs() < 1e-12);
        assert!((attained_rank(&a, &b, 0.8) - 0.33).abs() < 0.01);
    }

    #[test]
    fn of_two_even_values_it_is_the_law_of_the_arcsine() {
        // P(both above the median) = 1/4 + asin(r)/(2π) (Sheppard 1899), so φ = 2·asin(r)/π.
        let a = two_values(0.5);
        for rank in [-0.7, 0.3, 0.5, 0.9] {
            let pearson = 2.0 * libm::sin(std::f64::consts::PI / 6.0 * rank);
            let expected = 2.0 / std::f64::consts::PI * libm::asin(pearson);
            assert!((attained_rank(&a, &a, rank) - expected).abs() < 1e-3, "{rank}");
        }
    }

    #[test]
    fn of_what_varies_smoothly_the_rank_is_reached() {
        let smooth = RankSteps::of(&Distribution::normal(3.0, 2.0).expect("normal"));
        assert!(!smooth.is_stepped);
        for rank in [-1.0, -0.6, 0.2, 0.95, 1.0] {
            assert!((attained_rank(&smooth, &smooth, rank) - rank).abs() < 2e-3, "{rank}");
        }
        let values: Vec<f64> = (0..40).map(f64::from).collect();
        assert!(!RankSteps::of(&Distribution::samples(values).expect("samples")).is_stepped);
    }
}
