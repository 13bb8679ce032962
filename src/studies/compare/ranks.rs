//! Who comes first: the chance of beating another rival, and of each place among all.

use delight_model::sampling::REPLICATES;
use delight_model::statistics::{Estimate, estimated};

/// The share of the trials in which the first is worth more than the second, and in which both are worth the same.
pub fn beats(a: &[f64], b: &[f64]) -> [Estimate; 2] {
    let share = |holds: fn(&f64, &f64) -> bool| {
        estimated(&[a, b], |c| {
            let count = c[0].iter().zip(c[1]).filter(|(a, b)| holds(a, b)).count();
            count as f64 / c[0].len() as f64
        })
    };
    [share(|a, b| a > b), share(|a, b| a == b)]
}

/// For each option the share of the trials in which it is first, second, … by its value.
///
/// Equals share their places evenly, so that the shares of an option sum to 1, and those of a place too.
pub fn ranks(options: &[&[f64]]) -> Vec<Vec<Estimate>> {
    let (count, trials) = (options.len(), options.first().map_or(0, |o| o.len()));
    let mut held = vec![vec![vec![0.0; REPLICATES]; count]; count];
    let mut order: Vec<usize> = (0..count).collect();
    for t in 0..trials {
        order.sort_by(|a, b| options[*b][t].total_cmp(&options[*a][t]).then(a.cmp(b)));
        let mut place = 0;
        for equals in order.chunk_by(|a, b| options[*a][t] == options[*b][t]) {
            let part = 1.0 / equals.len() as f64;
            for option in equals {
                let places = &mut held[*option][place..place + equals.len()];
                places.iter_mut().for_each(|replicates| replicates[t % REPLICATES] += part);
            }
            place += equals.len();
        }
    }
    let estimate = |replicates: &Vec<f64>| {
        let of = |r: usize| (trials + REPLICATES - 1 - r) / REPLICATES;
        let shares: Vec<f64> = replicates.iter().enumerate().map(|(r, sum)| sum / of(r) as f64).collect();
        Estimate::from_replicates(replicates.iter().sum::<f64>() / trials as f64, &shares)
    };
    held.iter().map(|places| places.iter().map(estimate).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::sampling::normal_cdf;
    use delight_model::statistics::known::normals;

    #[test]
    fn one_normal_beats_another_with_the_chance_of_their_difference() {
        // P(A > B) = Φ((μ_a − μ_b)/√(σ_a² + σ_b²)).
        let z = normals(2, 1 << 13);
        let a: Vec<f64> = z[0].iter().map(|z| 1.0 + 3.0 * z).collect();
        let b: Vec<f64> = z[1].iter().map(|z| -1.0 + 4.0 * z).collect();
        let [found, equal] = beats(&a, &b);
        let error = found.standard_error.expect("eight replicates");
        assert!((found.value - normal_cdf(0.4)).abs() < 4.0 * error + 0.002, "{found:?}");
        assert!(error < 0.01);
        assert_eq!(equal.value, 0.0);
    }

    #[test]
    fn three_alike_hold_every_place_equally_often() {
        let z = normals(3, 1 << 12);
        let options: Vec<&[f64]> = z.iter().map(Vec::as_slice).collect();
        for place in ranks(&options).iter().flatten() {
            let error = place.standard_error.expect("eight replicates");
            assert!((place.value - 1.0 / 3.0).abs() < 4.0 * error + 0.003, "{place:?}");
        }
    }

    #[test]
    fn equals_share_their_places() {
        let [high, low] = [[2.0; 16], [1.0; 16]];
        let found = ranks(&[&low, &high, &low]);
        let shares = |k: usize| found[k].iter().map(|e| e.value).collect::<Vec<_>>();
        assert_eq!(shares(0), [0.0, 0.5, 0.5]);
        assert_eq!(shares(1), [1.0, 0.0, 0.0]);
        assert_eq!(shares(2), [0.0, 0.5, 0.5]);
        assert_eq!(beats(&low, &low).map(|e| e.value), [0.0, 1.0]);
    }
}
