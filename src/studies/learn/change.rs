//! The causal share from customers whose former rating is known: how much of what goes with a rating goes with its change.

use super::findings::Slope;
use super::people::Customer;
use super::student::student_bound;
use super::sums::{log_mean, log_student, over_gap};
use delight_model::sampling::{Sampling, Stream};

/// Reliabilities of one answer, in equal parts, unless one is given.
pub const RELIABILITIES: [f64; 5] = [0.35, 0.425, 0.5, 0.575, 0.65];
/// Groups of the jackknife.
const GROUPS: usize = 20;
/// The fewest customers for it.
pub const LEAST: usize = 200;

/// Sums of the present rating a, the former rating b and staying s.
#[derive(Clone, Copy, Debug, Default)]
struct Moments {
    n: f64,
    a: f64,
    b: f64,
    s: f64,
    aa: f64,
    bb: f64,
    ab: f64,
    sa: f64,
    sb: f64,
}

impl Moments {
    fn add(&mut self, c: &Customer) {
        let (a, b, s) = (c.rating, c.before, c.stayed);
        *self = self.plus(&Moments { n: 1.0, a, b, s, aa: a * a, bb: b * b, ab: a * b, sa: s * a, sb: s * b }, 1.0);
    }

    fn plus(&self, o: &Moments, sign: f64) -> Moments {
        let sum = |x: f64, y: f64| x + sign * y;
        Moments {
            n: sum(self.n, o.n),
            a: sum(self.a, o.a),
            b: sum(self.b, o.b),
            s: sum(self.s, o.s),
            aa: sum(self.aa, o.aa),
            bb: sum(self.bb, o.bb),
            ab: sum(self.ab, o.ab),
            sa: sum(self.sa, o.sa),
            sb: sum(self.sb, o.sb),
        }
    }

    /// What staying loses with the former rating given, and alone, a point of the present rating.
    ///
    /// ```text
    /// noise = (1 − reliability)·var(a)        slopes β of s on a and b, both variances less the noise
    /// difference = β_a − β_b                  cross section = cov(a, s)/(reliability·var(a))
    /// ```
    fn slopes(&self, reliability: f64) -> Option<[f64; 2]> {
        let of = |xy: f64, x: f64, y: f64| (xy - x * y / self.n) / (self.n - 1.0);
        let (va, vb, ab) = (of(self.aa, self.a, self.a), of(self.bb, self.b, self.b), of(self.ab, self.a, self.b));
        let (sa, sb) = (of(self.sa, self.s, self.a), of(self.sb, self.s, self.b));
        let noise = (1.0 - reliability) * va;
        let (va, vb) = (va - noise, vb - noise);
        let determinant = va * vb - ab * ab;
        if !(va > 0.0 && vb > 0.0 && determinant > 0.0) {
            return None;
        }
        let (present, former) = ((sa * vb - sb * ab) / determinant, (sb * va - sa * ab) / determinant);
        Some([present - former, sa / va])
    }
}

/// Two slopes at a reliability, and how unsure they are together.
#[derive(Clone, Copy, Debug)]
struct Pair {
    difference: f64,
    alone: f64,
    /// Variances of the two, and their covariance between them.
    spread: [f64; 3],
}

impl Pair {
    fn of(all: &Moments, groups: &[Moments], reliability: f64) -> Option<Pair> {
        let [difference, alone] = all.slopes(reliability)?;
        let without: Option<Vec<[f64; 2]>> = groups.iter().map(|g| all.plus(g, -1.0).slopes(reliability)).collect();
        let without = without?;
        let count = without.len() as f64;
        let mean = |k: usize| without.iter().map(|w| w[k]).sum::<f64>() / count;
        let middle = [mean(0), mean(1)];
        let spread = |i: usize, j: usize| {
            (count - 1.0) / count * without.iter().map(|w| (w[i] - middle[i]) * (w[j] - middle[j])).sum::<f64>()
        };
        Some(Pair { difference, alone, spread: [spread(0, 0), spread(0, 1), spread(1, 1)] })
    }

    /// T(θ)/s(θ), T = difference − θ·alone.
    fn t_of(&self, share: f64) -> f64 {
        let [own, both, other] = self.spread;
        let top = self.difference - share * self.alone;
        top / (own - 2.0 * share * both + share * share * other).max(f64::MIN_POSITIVE).sqrt()
    }
}

/// What the change of the rating says of the causal share.
#[derive(Clone, Debug)]
pub struct RatingChange {
    pairs: Vec<Pair>,
    /// The reliability in the middle.
    pub reliability: f64,
}

impl RatingChange {
    /// From customers with both ratings, at this reliability or at the usual ones; none where ratings hardly vary.
    pub fn of(customers: &[Customer], reliability: Option<f64>) -> Option<RatingChange> {
        let known: Vec<&Customer> = customers.iter().filter(|c| c.rating.is_finite() && c.before.is_finite()).collect();
        let mut words = vec![0_u32; known.len()];
        // Groups by lot, on customers in an order of their own: the same whatever the order of the file.
        Stream::new(Sampling::Random, 1, "learn.jackknife", None, known.len() as u64).fill(0, &mut words);
        let mut groups = [Moments::default(); GROUPS];
        for (customer, word) in known.iter().zip(&words) {
            groups[*word as usize % GROUPS].add(customer);
        }
        let all = groups.iter().fold(Moments::default(), |all, group| all.plus(group, 1.0));
        let reliabilities = reliability.map_or_else(|| RELIABILITIES.to_vec(), |one| vec![one]);
        let pairs: Option<Vec<Pair>> = reliabilities.iter().map(|r| Pair::of(&all, &groups, *r)).collect();
        Some(RatingChange { pairs: pairs?, reliability: reliabilities[reliabilities.len() / 2] })
    }

    fn middle(&self) -> &Pair {
        &self.pairs[self.pairs.len() / 2]
    }

    /// θ by the change, with its interval, at the reliability in the middle.
    pub fn share(&self) -> Slope {
        let pair = self.middle();
        let square = student_bound(GROUPS as f64 - 1.0, 0.95).powi(2);
        let [own, both, other] = pair.spread;
        let two = pair.alone * pair.alone - square * other;
        let one = pair.alone * pair.difference - square * both;
        let none = pair.difference * pair.difference - square * own;
        let root = (one * one - two * none).max(0.0).sqrt();
        let end = |end: f64| (two > 0.0).then_some(end);
        Slope { value: self.ratio(), low: end((one - root) / two), high: end((one + root) / two) }
    }

    fn ratio(&self) -> f64 {
        self.middle().difference / self.middle().alone
    }

    /// How much larger it may look than it is: half of it, or all that it lacks of a whole.
    pub fn gap(&self) -> f64 {
        let ratio = self.ratio();
        (ratio / 2.0).max(1.0 - ratio)
    }

    /// Log likelihood of a causal share, but for a constant.
    pub fn log_likelihood(&self, share: f64) -> f64 {
        let freedom = GROUPS as f64 - 1.0;
        let gap = self.gap();
        let logs: Vec<f64> =
            self.pairs.iter().map(|pair| over_gap(share, gap, |b| log_student(pair.t_of(b), freedom))).collect();
        log_mean(&logs)
    }

    /// Slope of staying by the change of a rating, and alone, at the reliability in the middle.
    #[cfg(test)]
    pub fn slopes(&self) -> [f64; 2] {
        [self.middle().difference, self.middle().alone]
    }
}
