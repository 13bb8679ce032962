//! Stochastic dominance of the outcomes of two rivals, and how far it is from holding.

use delight_model::sampling::REPLICATES;
use delight_model::statistics::{Estimate, Outcomes};
use serde::{Deserialize, Serialize};

/// Whether one rival dominates another.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dominance {
    /// First order: everyone who prefers more to less prefers it.
    pub first_order: Order,
    /// Second order: everyone who also dislikes risk prefers it.
    pub second_order: Order,
}

/// Dominance of one order.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Order {
    /// Whether it holds: what speaks for it is more than the trials alone could make, and what speaks against it is not.
    pub dominates: bool,
    /// The largest violation, money: of the quantiles (first order), of their integral from 0 to p (second order).
    pub violation: Estimate,
    /// Violation as a share of the area between the two distributions (Leshno and Levy 2002); none if there is no area.
    pub epsilon: Option<Estimate>,
}

/// Whether `a` dominates `b`, exactly on the trials and with the error of the trials.
///
/// ```text
/// first order:   Q_a(p) ≥ Q_b(p) for all p
/// second order:  ∫₀^p Q_a ≥ ∫₀^p Q_b for all p
/// ```
///
/// with Q the quantile functions (Levy, Stochastic Dominance, 3rd edition, 2016). Both rivals have the same number of
/// trials, so the order statistics are compared one by one. First order asks for second order too.
///
/// Whether first order holds is decided in probability, F_a(x) − F_b(x), and not in money: where two rivals take the same
/// value with the same probability a trial more or less makes a small difference of probability, but one of quantiles as
/// large as the step to the next value.
pub fn dominance(a: &Outcomes, b: &Outcomes) -> Dominance {
    let differ = a.sorted() != b.sorted();
    let order = |violation: Measure, epsilon: Measure| Order {
        dominates: false,
        violation: a.estimate_with(b, violation),
        epsilon: differ.then(|| a.estimate_with(b, epsilon)),
    };
    let (first, second) = (order(first_violation, first_epsilon), order(second_violation, second_epsilon));
    // A trial more or less in a replicate, which all replicates may share, and what it may weigh in money.
    let least = 1.0 / (a.sorted().len() as f64 / REPLICATES as f64).max(1.0);
    let step = first_violation(a.sorted(), b.sorted()).max(first_violation(b.sorted(), a.sorted()));
    let in_first = prevails(a, b, lead_in_probability, least);
    let in_second = prevails(a, b, second_violation, least * step);
    Dominance {
        first_order: Order { dominates: differ && in_first && in_second, ..first },
        second_order: Order { dominates: differ && in_second, ..second },
    }
}

/// A measure of two rising columns of outcomes.
type Measure = fn(&[f64], &[f64]) -> f64;

/// Standard errors beyond which a largest difference is no longer put down to the trials; the largest of many is larger
/// than one alone, so more than the usual two.
const ERRORS: f64 = 3.0;

/// Whether `a` is ahead of `b` somewhere, and `b` of `a` nowhere, by more than the trials could make. `lead(a, b)` is how
/// far b is ahead at most.
fn prevails(a: &Outcomes, b: &Outcomes, lead: Measure, least: f64) -> bool {
    let [against, forth] = [a.estimate_with(b, lead), b.estimate_with(a, lead)];
    let chance = |lead: &Estimate| ERRORS * lead.standard_error.unwrap_or(f64::INFINITY);
    let is_real = |lead: &Estimate| lead.value > least.max(chance(lead));
    is_real(&forth) && !is_real(&against)
}

/// max over x of F_a(x) − F_b(x), 0 at least: how far b is ahead in probability.
fn lead_in_probability(a: &[f64], b: &[f64]) -> f64 {
    let (mut i, mut j, mut most) = (0, 0, 0.0);
    while i < a.len() {
        let x = a[i];
        i += a[i..].iter().take_while(|other| **other == x).count();
        j += b[j..].iter().take_while(|other| **other <= x).count();
        most = f64::max(most, i as f64 / a.len() as f64 - j as f64 / b.len() as f64);
    }
    most
}

/// max over p of Q_b(p) − Q_a(p), 0 at least.
fn first_violation(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| b - a).fold(0.0, f64::max)
}

/// max over p of ∫₀^p (Q_b − Q_a), 0 at least.
fn second_violation(a: &[f64], b: &[f64]) -> f64 {
    // Partial sums of what is equal but for rounding must not seem a violation.
    let size: f64 = a.iter().zip(b).map(|(a, b)| a.abs().max(b.abs())).sum();
    let (mut sum, mut most) = (0.0, 0.0);
    for (a, b) in a.iter().zip(b) {
        sum += b - a;
        most = f64::max(most, sum);
    }
    if most <= 1e-12 * size { 0.0 } else { most / a.len() as f64 }
}

/// ε = ∫(F_a − F_b)⁺ / ∫|F_a − F_b|; both areas are the same between the quantile functions.
fn first_epsilon(a: &[f64], b: &[f64]) -> f64 {
    let against: f64 = a.iter().zip(b).map(|(a, b)| (b - a).max(0.0)).sum();
    let area: f64 = a.iter().zip(b).map(|(a, b)| (b - a).abs()).sum();
    against / area
}

/// ε = ∫_S (F_a − F_b) / ∫|F_a − F_b|, S where F_a > F_b and also ∫F_a > ∫F_b from the lowest outcome up to there.
fn second_epsilon(a: &[f64], b: &[f64]) -> f64 {
    let (mut i, mut j) = (0, 0);
    let (mut ahead, mut against, mut area) = (0.0, 0.0, 0.0);
    let mut last = f64::min(a[0], b[0]);
    while i < a.len() || j < b.len() {
        let next = a.get(i).copied().unwrap_or(f64::INFINITY).min(b.get(j).copied().unwrap_or(f64::INFINITY));
        let part = (i as f64 - j as f64) * (next - last);
        area += part.abs();
        // What of this step lies above zero is where both conditions hold.
        if part > 0.0 {
            against += f64::max(ahead + part, 0.0) - f64::max(ahead, 0.0);
        }
        ahead += part;
        last = next;
        i += a[i..].iter().take_while(|x| **x == next).count();
        j += b[j..].iter().take_while(|x| **x == next).count();
    }
    against / area
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::statistics::known::normals;

    fn of(values: impl IntoIterator<Item = f64>) -> Outcomes {
        Outcomes::new(&values.into_iter().collect::<Vec<_>>())
    }

    fn normal(z: &[f64], mean: f64, sd: f64) -> Outcomes {
        of(z.iter().map(|z| mean + sd * z))
    }

    /// Values that mirror each other about zero, in every replicate.
    fn symmetric() -> Vec<f64> {
        let half: Vec<f64> = (0..64).map(|k| (f64::from(k) + 0.5) * (f64::from(k) + 2.0)).collect();
        let mut all = Vec::new();
        for eight in half.chunks(8) {
            all.extend_from_slice(eight);
            all.extend(eight.iter().map(|x| -x));
        }
        all
    }

    #[test]
    fn a_copy_shifted_up_dominates_in_both_orders() {
        let z = normals(1, 1 << 10).swap_remove(0);
        let (above, below) = (normal(&z, 3.0, 2.0), normal(&z, 2.5, 2.0));
        let found = dominance(&above, &below);
        assert!(found.first_order.dominates && found.second_order.dominates);
        assert_eq!((found.first_order.violation.value, found.second_order.violation.value), (0.0, 0.0));
        assert_eq!(found.first_order.epsilon.map(|e| e.value), Some(0.0));
        let back = dominance(&below, &above);
        assert!(!back.first_order.dominates && !back.second_order.dominates);
        assert!((back.first_order.violation.value - 0.5).abs() < 1e-12);
        assert!((back.second_order.violation.value - 0.5).abs() < 1e-12);
        assert_eq!(back.first_order.epsilon.map(|e| e.value), Some(1.0));
    }

    #[test]
    fn a_mean_preserving_spread_is_dominated_in_second_order_only() {
        let (narrow, wide) = (of(symmetric()), of(symmetric().into_iter().map(|x| 2.0 * x)));
        let found = dominance(&narrow, &wide);
        assert!(found.second_order.dominates && !found.first_order.dominates);
        assert_eq!(found.second_order.violation.value, 0.0);
        assert_eq!(found.second_order.epsilon.map(|e| e.value), Some(0.0));
        assert!((found.first_order.epsilon.expect("they differ").value - 0.5).abs() < 1e-12);
        let back = dominance(&wide, &narrow);
        assert!(!back.second_order.dominates && !back.first_order.dominates);
    }

    #[test]
    fn crossing_distributions_dominate_neither_way() {
        // The riskier one has the higher mean: neither prefers it for its risk nor the other for its mean.
        let z = normals(2, 1 << 11);
        let (safe, bold) = (normal(&z[0], 0.0, 1.0), normal(&z[1], 0.5, 3.0));
        for found in [dominance(&safe, &bold), dominance(&bold, &safe)] {
            assert!(!found.first_order.dominates && !found.second_order.dominates, "{found:?}");
            assert!(found.first_order.violation.value > 3.0 * found.first_order.violation.standard_error.unwrap());
        }
    }

    #[test]
    fn a_discrete_rival_that_is_better_in_each_outcome_dominates_whatever_the_seed() {
        // Thirds of a scrambled counter (the finaliser of SplitMix64).
        let third = |seed: u64, t: u64| {
            let x = (seed << 32 | t).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            let x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            ((x ^ (x >> 31)) % 3) as usize
        };
        let thirds = |seed: u64, values: [f64; 3]| of((0..1 << 13).map(|t| values[third(seed, t)]));
        for seed in 0..40 {
            let (better, worse) = (thirds(seed, [15.0, 25.0, 35.0]), thirds(seed + 100, [10.0, 20.0, 30.0]));
            let (forth, back) = (dominance(&better, &worse), dominance(&worse, &better));
            assert!(forth.first_order.dominates && forth.second_order.dominates, "{seed}: {forth:?}");
            assert!(!back.first_order.dominates && !back.second_order.dominates, "{seed}");
            let like = dominance(&better, &thirds(seed + 200, [15.0, 25.0, 35.0]));
            assert!(!like.first_order.dominates, "{seed}: {like:?}");
        }
    }

    #[test]
    fn nothing_dominates_its_like() {
        let z = normals(1, 1 << 8).swap_remove(0);
        let found = dominance(&normal(&z, 1.0, 1.0), &normal(&z, 1.0, 1.0));
        assert!(!found.first_order.dominates && !found.second_order.dominates);
        assert_eq!(found.first_order.epsilon, None);
    }

    #[test]
    fn epsilon_is_the_share_of_the_area_that_speaks_against() {
        // Nothing or ten against a sure one: the areas between the distributions are 0.5 below one and 4.5 above.
        let bet = of((0..64).map(|t| if (t / 8) % 2 == 0 { 0.0 } else { 10.0 }));
        let sure = of((0..64).map(|_| 1.0));
        let epsilons = |a, b| {
            let found = dominance(a, b);
            [found.first_order, found.second_order].map(|o| o.epsilon.expect("they differ").value)
        };
        for (found, expected) in [(epsilons(&bet, &sure), [0.1, 0.1]), (epsilons(&sure, &bet), [0.9, 0.8])] {
            assert!((found[0] - expected[0]).abs() < 1e-12 && (found[1] - expected[1]).abs() < 1e-12, "{found:?}");
        }
    }
}
