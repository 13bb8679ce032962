//! The bound of Student's t.

use delight_model::sampling::Distribution;

/// The value that |t| stays below with this probability, at these degrees of freedom: t² = ν·B/(1 − B), B of a beta(½, ν/2).
pub fn student_bound(freedom: f64, probability: f64) -> f64 {
    let Ok(beta) = Distribution::beta(0.5, 0.5 * freedom) else { return f64::INFINITY };
    let part = beta.quantile(probability);
    (freedom * part / (1.0 - part)).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bounds_are_those_of_the_tables() {
        for (freedom, bound) in [(1.0, 12.706205), (9.0, 2.262157), (19.0, 2.093024), (47.0, 2.011741), (1e4, 1.960201)]
        {
            let found = student_bound(freedom, 0.95);
            assert!((found / bound - 1.0).abs() < 1e-5, "{freedom}: {found} {bound}");
        }
    }
}
