//! A pilot before the decision: what its noisy readings would be worth, and whether that pays for it and for the wait.

use super::value::{Known, of_group, of_one};
use delight_model::sampling;
use delight_model::sampling::{Sampling, Stream};
use delight_model::statistics::{Estimate, scores};
use serde::{Deserialize, Serialize};

/// How alike the readings of one site in two months are: their correlation. Expert assumption, grade D.
pub const ALIKE: f64 = 0.1;
/// Standard deviation of the reading of one site in one month, × that of the prior, unless said. Expert assumption,
/// grade D.
pub const USUAL_NOISE: f64 = 2.0;

/// The plan of a pilot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PilotPlan {
    /// Paths of the inputs that it measures.
    pub measures: Vec<String>,
    /// Number of sites.
    pub sites: u32,
    /// How long it takes, months.
    pub months: u32,
    /// What it costs, money.
    pub cost: f64,
    /// Standard deviation of the reading of one site in one month, × the standard deviation of the prior.
    pub noise: f64,
}

impl PilotPlan {
    /// Variance of the error of the pilot's result, × the variance of the prior.
    ///
    /// ```text
    /// v = noise²·(ρ + (1 − ρ)/months) / sites
    /// ```
    ///
    /// with ρ = [`ALIKE`]: more months at the same sites teach less than more sites.
    pub fn error_variance(&self) -> f64 {
        let months = f64::from(self.months.max(1));
        self.noise * self.noise * (ALIKE + (1.0 - ALIKE) / months) / f64::from(self.sites.max(1))
    }

    /// The same pilot with its noise multiplied.
    pub fn with_noise(&self, times: f64) -> PilotPlan {
        PilotPlan { noise: self.noise * times, ..self.clone() }
    }
}

/// Results of the pilot in every trial, one column per input that it measures.
///
/// ```text
/// reading = (z + √v·e) / √(1 + v)
/// ```
///
/// with z the input's normal score, so on the scale on which its prior is normal, and e standard normal errors of their
/// own, from streams named after the input.
pub fn readings(plan: &PilotPlan, draws: &[&[f64]], seed: u64) -> Vec<Vec<f64>> {
    let v = plan.error_variance();
    let of = |(path, x): (&String, &&[f64])| {
        let mut words = vec![0; x.len()];
        Stream::new(Sampling::Sobol, seed, &format!("pilot.{path}"), None, x.len() as u64).fill(0, &mut words);
        let mut errors = vec![0.0; x.len()];
        sampling::scores(&words, &mut errors);
        let scale = 1.0 / (1.0 + v).sqrt();
        scores(x).iter().zip(&errors).map(|(z, e)| scale * (z + v.sqrt() * e)).collect()
    };
    plan.measures.iter().zip(draws).map(of).collect()
}

/// EVSI: what deciding by the pilot's results would gain on average, its cost and the wait not counted; money.
///
/// ```text
/// EVSI = E[max_d E[NPV_d | readings]] − max_d E[NPV_d]
/// ```
///
/// By regression on simulated readings (Strong, Oakley, Brennan and Breeze, Medical Decision Making 35 (2015) 570–583).
/// Never more than `perfect`, the value of knowing what it measures exactly.
pub fn evsi(plan: &PilotPlan, draws: &[&[f64]], options: &[&[f64]], perfect: Estimate, seed: u64) -> Estimate {
    let readings = readings(plan, draws, seed);
    let known: Vec<Known> = readings.iter().map(|x| of_one(x, options)).collect();
    let members: Vec<_> = readings.iter().map(Vec::as_slice).zip(&known).collect();
    let found = of_group(&members, options);
    if found.value < perfect.value { found } else { perfect }
}

/// What a pilot is worth after its cost and the wait; money.
///
/// ```text
/// net benefit = d·(V + EVSI) − cost − V,  d = (1 + i)^(−months/12),  V = max(0, best mean NPV now)
/// ```
pub fn net_benefit(plan: &PilotPlan, evsi: Estimate, best_now: f64, discount_rate: f64) -> Estimate {
    let wait = libm::pow(1.0 + discount_rate, -f64::from(plan.months) / 12.0);
    let now = best_now.max(0.0);
    let value = wait * (now + evsi.value) - plan.cost - now;
    Estimate { value, standard_error: evsi.standard_error.map(|e| e * wait), ..evsi }
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::statistics::known::normals;

    fn plan(sites: u32, months: u32) -> PilotPlan {
        PilotPlan { measures: vec!["x".into()], sites, months, cost: 0.1, noise: 2.0 }
    }

    #[test]
    fn the_error_falls_with_sites_and_less_with_months() {
        assert!((plan(1, 1).error_variance() - 4.0).abs() < 1e-12);
        assert!((plan(4, 1).error_variance() - 1.0).abs() < 1e-12);
        // Endless months leave the part in which a site's readings are alike.
        assert!((plan(1, 1_000_000).error_variance() - 0.4).abs() < 1e-5);
    }

    #[test]
    fn a_pilot_of_a_normal_linear_case_has_its_closed_form() {
        // NPV = 2x + e; E[NPV | reading] has the sd 2/√(1 + v), and the gain of a choice from 0 is sd/√(2π).
        let x = normals(2, 1 << 13);
        let npv: Vec<f64> = x[0].iter().zip(&x[1]).map(|(x, e)| 2.0 * x + e).collect();
        let options = [npv.as_slice()];
        let perfect = of_one(&x[0], &options).gain;
        for (sites, months) in [(1, 1), (4, 6), (40, 12)] {
            let plan = plan(sites, months);
            let expected = 2.0 / (1.0 + plan.error_variance()).sqrt() / (2.0 * std::f64::consts::PI).sqrt();
            let found = evsi(&plan, &[&x[0]], &options, perfect, 1);
            let error = found.standard_error.unwrap();
            assert!((found.value - expected).abs() < 4.0 * error + 0.01 * expected, "{found:?} {expected}");
            assert!(found.value <= perfect.value);
        }
    }

    #[test]
    fn waiting_costs_what_a_good_case_would_have_earned_meanwhile() {
        let evsi = Estimate::new(3.0, Some(0.5));
        let year = PilotPlan { months: 12, ..plan(1, 1) };
        let found = net_benefit(&year, evsi, 10.0, 0.25);
        assert!((found.value - (13.0 / 1.25 - 0.1 - 10.0)).abs() < 1e-12);
        // Where nothing would be done now, nothing but the gain waits.
        assert!((net_benefit(&year, evsi, -10.0, 0.25).value - (3.0 / 1.25 - 0.1)).abs() < 1e-12);
    }
}
