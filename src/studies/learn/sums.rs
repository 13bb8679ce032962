//! The sums of a relation within units that say all of its slope, and what they say: an estimating function, not an estimate.

use serde::{Deserialize, Serialize};

/// A number by unit and period.
pub type Grid = Vec<Vec<f64>>;

/// Pieces of the gap over which a shared cause is spread.
const PIECES: usize = 9;

/// The sums of a relation, over units.
///
/// ```text
/// a_u = Σ_t x̃ỹ     c_u = Σ_t x̃² − n_u·(1 − 1/U)     T(b) = Σ_u (a_u − b·c_u)
/// s²(b) = U/(U−1)·Σ_u (a_u − b·c_u − mean)²          T(b)/s(b) ~ Student t, U − 1
/// ```
///
/// x̃ and ỹ are less the means of unit and of period; n_u is the sampling variance that is left in Σ_t x̃² of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sums {
    /// U.
    pub units: f64,
    /// A = Σ a_u.
    pub xy: f64,
    /// C = Σ c_u.
    pub xx: f64,
    /// U/(U−1)·Σ (a_u − mean)².
    pub aa: f64,
    /// The same of a_u and c_u together.
    pub ac: f64,
    /// The same of c_u.
    pub cc: f64,
    /// C over what it would be without sampling variance.
    pub reliability: f64,
}

/// Values less the means of their unit and of their period.
pub fn two_way(x: &Grid) -> Grid {
    let (units, periods) = (x.len() as f64, x.first().map_or(0, Vec::len));
    let of_unit: Vec<f64> = x.iter().map(|row| row.iter().sum::<f64>() / periods as f64).collect();
    let of_period: Vec<f64> = (0..periods).map(|t| x.iter().map(|row| row[t]).sum::<f64>() / units).collect();
    let all = of_unit.iter().sum::<f64>() / units;
    let less = |(row, own): (&Vec<f64>, &f64)| row.iter().zip(&of_period).map(|(x, t)| x - own - t + all).collect();
    x.iter().zip(&of_unit).map(less).collect()
}

impl Sums {
    /// The sums of y on x, units by periods; `noise`: of each unit the sampling variance left in Σ_t x̃².
    pub fn new(y: &Grid, x: &Grid, noise: &[f64]) -> Self {
        let units = y.len() as f64;
        let (y, x) = (two_way(y), two_way(x));
        let product = |a: &Vec<f64>, b: &Vec<f64>| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
        let squares: Vec<f64> = x.iter().map(|row| product(row, row)).collect();
        let a: Vec<f64> = x.iter().zip(&y).map(|(x, y)| product(x, y)).collect();
        let c: Vec<f64> =
            squares.iter().zip(noise).map(|(square, noise)| square - noise * (1.0 - 1.0 / units)).collect();
        let apart = |v: &[f64]| {
            let mean = v.iter().sum::<f64>() / units;
            v.iter().map(|v| v - mean).collect::<Vec<f64>>()
        };
        let (of_a, of_c) = (apart(&a), apart(&c));
        let scaled = |a: &Vec<f64>, b: &Vec<f64>| units / (units - 1.0) * product(a, b);
        let xx = c.iter().sum::<f64>();
        Sums {
            units,
            xy: a.iter().sum(),
            xx,
            aa: scaled(&of_a, &of_a),
            ac: scaled(&of_a, &of_c),
            cc: scaled(&of_c, &of_c),
            reliability: xx / squares.iter().sum::<f64>(),
        }
    }

    /// The slope within units: where T is nothing.
    pub fn slope(&self) -> f64 {
        self.xy / self.xx
    }

    /// Degrees of freedom.
    pub fn freedom(&self) -> f64 {
        self.units - 1.0
    }

    /// s(b).
    pub fn spread(&self, b: f64) -> f64 {
        (self.aa - 2.0 * b * self.ac + b * b * self.cc).max(0.0).sqrt()
    }

    /// T(b)/s(b); without any spread 0 where T is nothing, else without end.
    pub fn t_of(&self, b: f64) -> f64 {
        let (top, spread) = (self.xy - b * self.xx, self.spread(b));
        if top == 0.0 { 0.0 } else { top / spread }
    }

    /// Where |T/s| is below the bound of Student's t: between these ends; an end that does not exist is none.
    pub fn interval(&self, bound: f64) -> [Option<f64>; 2] {
        let square = bound * bound;
        let (two, one, none) = (
            self.xx * self.xx - square * self.cc,
            self.xy * self.xx - square * self.ac,
            self.xy * self.xy - square * self.aa,
        );
        // Where the slope's own sign of x is unsure no slope is too steep.
        if !(two > 0.0) {
            return [None, None];
        }
        let root = (one * one - two * none).max(0.0).sqrt();
        [Some((one - root) / two), Some((one + root) / two)]
    }

    /// Log likelihood of a slope b, but for a constant: Student's t, of a shared cause that adds up to `gap` to it, uniformly.
    ///
    /// ```text
    /// likelihood(b) = mean over j = 0..8 of t(b + (j + ½)/9·gap)
    /// ```
    pub fn log_likelihood(&self, b: f64, gap: f64) -> f64 {
        over_gap(b, gap, |b| log_student(self.t_of(b), self.freedom()))
    }
}

/// Log density of Student's t at a value, but for a constant.
pub fn log_student(t: f64, freedom: f64) -> f64 {
    -0.5 * (freedom + 1.0) * libm::log1p(t * t / freedom)
}

/// The logarithm of the mean of a likelihood over a gap.
pub fn over_gap(b: f64, gap: f64, log: impl Fn(f64) -> f64) -> f64 {
    if gap == 0.0 {
        return log(b);
    }
    let all: [f64; PIECES] = std::array::from_fn(|j| log(b + (j as f64 + 0.5) / PIECES as f64 * gap));
    log_mean(&all)
}

/// ln of the mean of what these are the logarithms of.
pub fn log_mean(logs: &[f64]) -> f64 {
    let most = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if most == f64::NEG_INFINITY {
        return most;
    }
    most + libm::log(logs.iter().map(|l| libm::exp(l - most)).sum::<f64>() / logs.len() as f64)
}

/// What of the slope within units may be a shared cause: half of it, or as much as comparing within units has taken off.
///
/// ```text
/// gap = sign(ŵ)·max(|ŵ|/2, sign(ŵ)·(slope between − ŵ))
/// ```
pub fn gap(within: f64, between: f64) -> f64 {
    let sign = if within >= 0.0 { 1.0 } else { -1.0 };
    sign * (within.abs() / 2.0).max(sign * (between - within))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid<const N: usize>(rows: [[f64; 3]; N]) -> Grid {
        rows.iter().map(|row| row.to_vec()).collect()
    }

    fn known() -> (Grid, Grid, [f64; 4]) {
        let y = grid([[1.0, 2.0, 4.0], [2.0, 2.0, 3.0], [5.0, 6.0, 6.0], [3.0, 5.0, 4.0]]);
        let x = grid([[0.0, 1.0, 2.0], [1.0, 1.0, 1.5], [2.0, 2.5, 2.0], [0.0, 2.0, 1.0]]);
        (y, x, [0.1, 0.1, 0.2, 0.1])
    }

    fn near(found: f64, expected: f64, tolerance: f64) {
        assert!((found - expected).abs() <= tolerance, "{found} {expected}");
    }

    /// Values of the reference in NumPy.
    #[test]
    fn the_sums_of_a_small_panel_are_those_of_the_reference() {
        let (y, x, noise) = known();
        let sums = Sums::new(&y, &x, &noise);
        let expected = [
            (sums.xy, 2.583333333333334),
            (sums.xx, 1.916666666666667),
            (sums.aa, 0.578703703703704),
            (sums.ac, 0.3541666666666668),
            (sums.cc, 0.23062500000000014),
            (sums.reliability, 0.8363636363636364),
            (sums.slope(), 1.3478260869565217),
            (sums.t_of(1.0), 2.097770664361741),
            (sums.log_likelihood(1.0, 0.0), -1.805908864281376),
            (sums.log_likelihood(1.0, 2.0), -1.7612833736175943),
        ];
        for (found, expected) in expected {
            near(found, expected, 1e-12);
        }
    }

    #[test]
    fn a_slope_without_noise_is_found_exactly_and_halves_where_x_doubles() {
        let (_, x, _) = known();
        let times = |by: f64| x.iter().map(|row| row.iter().map(|x| by * x).collect()).collect::<Grid>();
        let exact = Sums::new(&times(2.0), &x, &[0.0; 4]);
        near(exact.slope(), 2.0, 1e-14);
        near(exact.spread(2.0), 0.0, 1e-7);
        let (y, _, noise) = known();
        let doubled = Sums::new(&y, &times(2.0), &noise.map(|n| 4.0 * n));
        near(doubled.slope(), 0.5 * Sums::new(&y, &x, &noise).slope(), 1e-14);
    }

    #[test]
    fn where_all_of_x_is_noise_no_slope_is_likelier_than_another() {
        let (y, x, _) = known();
        let noise: Vec<f64> =
            two_way(&x).iter().map(|row| row.iter().map(|x| x * x).sum::<f64>() / (1.0 - 1.0 / 4.0)).collect();
        let sums = Sums::new(&y, &x, &noise);
        let at = |b: f64| sums.log_likelihood(b, 0.0);
        for b in [-3.0, 0.0, 1.0, 50.0] {
            near(at(b), at(1.0), 1e-9);
        }
        assert_eq!(sums.interval(2.0), [None, None]);
    }

    #[test]
    fn what_all_units_share_in_a_period_and_what_a_unit_always_has_changes_nothing() {
        let (y, x, noise) = known();
        let sums = Sums::new(&y, &x, &noise);
        let moved = |grid: &Grid, of_unit: [f64; 4], of_period: [f64; 3]| {
            let row =
                |(u, row): (usize, &Vec<f64>)| row.iter().zip(of_period).map(|(v, t)| v + of_unit[u] + t).collect();
            grid.iter().enumerate().map(row).collect::<Grid>()
        };
        let other = Sums::new(
            &moved(&y, [4.0, -1.0, 0.5, 9.0], [2.0, -8.0, 0.25]),
            &moved(&x, [7.0; 4], [1.0, 5.0, -2.0]),
            &noise,
        );
        for (a, b) in
            [(sums.xy, other.xy), (sums.xx, other.xx), (sums.aa, other.aa), (sums.ac, other.ac), (sums.cc, other.cc)]
        {
            near(a, b, 1e-12);
        }
    }

    #[test]
    fn the_interval_ends_where_the_bound_is_met() {
        let (y, x, noise) = known();
        let sums = Sums::new(&y, &x, &noise);
        let [low, high] = sums.interval(1.5).map(|end| end.expect("a bounded interval"));
        assert!(low < sums.slope() && sums.slope() < high);
        near(sums.t_of(low), 1.5, 1e-12);
        near(sums.t_of(high), -1.5, 1e-12);
    }

    #[test]
    fn a_shared_cause_may_be_half_of_what_is_left_or_what_comparing_took_off() {
        assert_eq!(gap(0.4, 0.5), 0.2);
        assert_eq!(gap(0.4, 1.0), 0.6);
        assert_eq!(gap(0.4, -1.0), 0.2);
        assert_eq!(gap(-0.4, -1.0), -0.6);
        assert_eq!(gap(-0.4, 1.0), -0.2);
    }
}
