//! What a set of projects is worth: the sum of their means, or the certainty equivalent of their sum.

use delight_model::statistics::{RiskAttitude, certainty_equivalent};

/// A worth that is concave in the parts of the projects (0 to 1 each), known at sets of whole projects.
pub trait Concave: Sync {
    /// Worth of a set, money.
    fn value(&self, chosen: &[bool]) -> f64;

    /// The slope there: what a little more of each project would add, money a whole project.
    fn slope(&self, chosen: &[bool]) -> Vec<f64>;

    /// Whether the slope is the same everywhere.
    fn is_linear(&self) -> bool {
        false
    }
}

/// The sum of the means: a risk-neutral owner.
#[derive(Clone, Debug, PartialEq)]
pub struct Means(pub Vec<f64>);

impl Concave for Means {
    fn value(&self, chosen: &[bool]) -> f64 {
        self.0.iter().zip(chosen).filter(|(_, chosen)| **chosen).map(|(mean, _)| mean).sum()
    }

    fn slope(&self, _: &[bool]) -> Vec<f64> {
        self.0.clone()
    }

    fn is_linear(&self) -> bool {
        true
    }
}

/// The certainty equivalent of the sum under exponential utility: an owner who dislikes risk.
///
/// ```text
/// CE(x) = −R·ln E[e^(−Σ x_i·NPV_i/R)];   ∂CE/∂x_i = E[w·NPV_i],  w ∝ e^(−Σ x_i·NPV_i/R)
/// ```
///
/// Concave in x, since the logarithm of a sum of exponentials is convex.
#[derive(Clone, Debug)]
pub struct Utility<'a> {
    /// Net present value of each project in every trial.
    pub projects: Vec<&'a [f64]>,
    /// R: risk tolerance, money.
    pub tolerance: f64,
}

impl Utility<'_> {
    /// Net present value of a set in every trial.
    pub fn total(&self, chosen: &[bool]) -> Vec<f64> {
        let mut total = vec![0.0; self.projects.first().map_or(0, |p| p.len())];
        for (project, _) in self.projects.iter().zip(chosen).filter(|(_, chosen)| **chosen) {
            total.iter_mut().zip(*project).for_each(|(sum, x)| *sum += x);
        }
        total
    }
}

impl Concave for Utility<'_> {
    fn value(&self, chosen: &[bool]) -> f64 {
        certainty_equivalent(&self.total(chosen), RiskAttitude::Averse(self.tolerance))
    }

    fn slope(&self, chosen: &[bool]) -> Vec<f64> {
        let mut weights = self.total(chosen);
        let least = weights.iter().copied().fold(f64::INFINITY, f64::min);
        weights.iter_mut().for_each(|x| *x = libm::exp((least - *x) / self.tolerance));
        let all: f64 = weights.iter().sum();
        let weighted = |p: &&[f64]| p.iter().zip(&weights).map(|(x, w)| x * w).sum::<f64>() / all;
        self.projects.iter().map(weighted).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::statistics::known::normals;

    #[test]
    fn no_cut_lies_below_the_worth_anywhere() {
        // A tangent of a concave function lies above it: at every other set too.
        let z = normals(4, 1 << 8);
        let projects: Vec<Vec<f64>> =
            z.iter().enumerate().map(|(k, z)| z.iter().map(|z| k as f64 + 2.0 * z).collect()).collect();
        let utility = Utility { projects: projects.iter().map(Vec::as_slice).collect(), tolerance: 1.5 };
        let sets: Vec<Vec<bool>> = (0..16).map(|s| (0..4).map(|i| s >> i & 1 == 1).collect()).collect();
        for at in &sets {
            let (value, slope) = (utility.value(at), utility.slope(at));
            for other in &sets {
                let step = |i: usize| f64::from(i8::from(other[i]) - i8::from(at[i]));
                let cut = value + (0..4).map(|i| slope[i] * step(i)).sum::<f64>();
                assert!(utility.value(other) <= cut + 1e-9);
            }
        }
    }

    #[test]
    fn at_nothing_the_slope_is_the_means() {
        let projects = [[1.0, 3.0], [-2.0, 5.0]];
        let utility = Utility { projects: projects.iter().map(|p| &p[..]).collect(), tolerance: 2.0 };
        assert_eq!(utility.slope(&[false, false]), [2.0, 1.5]);
        assert_eq!(utility.value(&[false, false]), 0.0);
    }
}
