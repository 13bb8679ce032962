//! How likely a case without revenue is to be worth its cost, by what society pays for a unit of its effect: the
//! cost-effectiveness acceptability curve.

use super::lenses::MOST_LENS_TRIALS;
use crate::findings::nobody_pays;
use delight_model::scenario::Scenario;
use delight_model::simulate::{Control, Instead, Kpi, Measure, Sample, Settings, Side, SimulationError};
use delight_model::statistics::{Estimate, estimated, estimated_share, mean, quantile};
use serde::{Deserialize, Serialize};

/// The input that says what a year of a connected customer is worth.
const SOCIAL_VALUE: &str = "customers.social_value_per_year";
/// Steps of a curve.
const STEPS: usize = 40;
/// × the price at which it is worth its cost on average, up to which a curve is shown.
const SHOWN: f64 = 2.5;
/// Of the prices at which single trials are worth their cost, the share up to which a curve is shown that has no such price
/// on average.
const SHOWN_OF_TRIALS: f64 = 0.75;

/// The curves of a case, on the same trials.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Acceptability {
    /// Number of trials.
    pub trials: u64,
    /// By the price of a point of the mean score, gained over the last twelve months.
    pub rating_point: Option<AcceptabilityCurve>,
    /// By the price of a year of a connected customer: the unit of `customers.social_value_per_year`, discounted as money is.
    pub connected_year: Option<AcceptabilityCurve>,
}

/// Share of the trials that are worth their cost, by the price of a unit of effect.
///
/// ```text
/// share(λ) = P(λ·effect − net cost > 0)        net cost = −NPV without social value
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AcceptabilityCurve {
    /// Prices of a unit, rising from 0; money.
    pub price: Vec<f64>,
    /// Share of the trials that are worth their cost at each.
    pub share: Vec<f64>,
    /// Mean effect, units.
    pub effect: Estimate,
    /// Mean cost less what it saves, money; below zero where it saves more than it costs.
    pub net_cost: Estimate,
    /// The price from which on it is worth its cost on average; none where no price does it.
    pub switch: Option<Estimate>,
    /// Share of the trials with any effect, which the curve nears as the price rises.
    pub limit: Estimate,
    /// The price that the case itself gives, and the share there; none where it gives none.
    pub threshold: Option<Threshold>,
}

/// What a case says that a unit is worth.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Threshold {
    /// The price of a unit, at its point value; money.
    pub price: f64,
    /// Share of the trials that are worth their cost at it.
    pub share: Estimate,
}

/// The trials that [`acceptability`] computes.
pub fn acceptability_trials(scenario: &Scenario, settings: &Settings) -> u64 {
    if nobody_pays(scenario) { 3 * settings.trials.min(MOST_LENS_TRIALS) } else { 0 }
}

/// The curves of a case without revenue; none of any other.
///
/// # Errors
/// [`SimulationError::Cancelled`] if `control` said so.
pub fn acceptability(
    scenario: &Scenario,
    settings: Settings,
    control: &Control,
) -> Result<Option<Acceptability>, SimulationError> {
    let place = scenario.assumptions().iter().position(|input| input.path == SOCIAL_VALUE);
    let (Some(place), true) = (place, nobody_pays(scenario)) else { return Ok(None) };
    let settings = Settings { trials: settings.trials.min(MOST_LENS_TRIALS), ..settings };
    let rating = Measure::Kpi(Kpi::Rating, Side::Difference);
    let sample = Sample::new(scenario, settings, &[Measure::Npv, rating], control)?;
    // The value is linear in what a year is worth, so that two prices give it at every other.
    let at = |price: f64| sample.again(sample.trials(), &[(place, Instead::Fixed(price))]);
    let (free, priced) = (at(0.0)?.swap_remove(0), at(1.0)?.swap_remove(0));
    let years: Vec<f64> = priced.iter().zip(&free).map(|(one, none)| one - none).collect();
    let net_cost: Vec<f64> = free.iter().map(|npv| 0.0 - npv).collect();
    let own = scenario.point(SOCIAL_VALUE).filter(|price| *price > 0.0);
    Ok(Some(Acceptability {
        trials: sample.trials() as u64,
        rating_point: curve(sample.results(rating), &net_cost, None),
        connected_year: curve(&years, &net_cost, own),
    }))
}

/// The curve of these effects and net costs by trial; none where no price of a unit would show anything.
pub fn curve(effect: &[f64], net_cost: &[f64], own: Option<f64>) -> Option<AcceptabilityCurve> {
    let both = [effect, net_cost];
    let switch = estimated(&both, |c| mean(c[1]) / mean(c[0]));
    let switch = Some(switch).filter(|at| mean(effect) > 0.0 && at.value > 0.0);
    let most = switch.map_or_else(|| usual_price(effect, net_cost), |at| Some(SHOWN * at.value));
    let most = most.unwrap_or(0.0).max(own.map_or(0.0, |price| 1.25 * price));
    if !(most > 0.0 && most.is_finite()) {
        return None;
    }
    let price: Vec<f64> = (0..=STEPS).map(|k| most * k as f64 / STEPS as f64).collect();
    let share_at = |price: f64| {
        let benefits: Vec<f64> = effect.iter().zip(net_cost).map(|(e, cost)| price * e - cost).collect();
        estimated_share(&benefits, |benefit| benefit > 0.0)
    };
    Some(AcceptabilityCurve {
        share: price.iter().map(|price| share_at(*price).value).collect(),
        price,
        effect: estimated(&both, |c| mean(c[0])),
        net_cost: estimated(&both, |c| mean(c[1])),
        switch,
        limit: estimated_share(effect, |effect| effect > 0.0),
        threshold: own.map(|price| Threshold { price, share: share_at(price) }),
    })
}

/// A price at which many trials are worth their cost, where they are not on average.
fn usual_price(effect: &[f64], net_cost: &[f64]) -> Option<f64> {
    let prices = effect.iter().zip(net_cost).filter(|(e, cost)| **e > 0.0 && **cost > 0.0).map(|(e, cost)| cost / e);
    let mut prices: Vec<f64> = prices.filter(|price| price.is_finite()).collect();
    prices.sort_by(f64::total_cmp);
    (!prices.is_empty()).then(|| quantile(&prices, SHOWN_OF_TRIALS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::sampling::Sampling;
    use delight_model::statistics::known::normals;

    const SETTINGS: Settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 1024 };

    fn found(more: &str) -> Option<Acceptability> {
        let scenario = Scenario::from_text("test.toml", &format!("[case]\npreset = {more}")).expect("a valid case");
        acceptability(&scenario, SETTINGS, &Control::default()).expect("not cancelled")
    }

    #[test]
    fn a_normal_effect_at_a_known_cost_gives_the_normal_curve() {
        // Effect N(1, 1), cost 2: P(λ·effect > 2) = Φ(1 − 2/λ).
        let effect: Vec<f64> = normals(1, 1 << 14).swap_remove(0).into_iter().map(|z| 1.0 + z).collect();
        let found = curve(&effect, &vec![2.0; effect.len()], None).expect("a curve");
        let normal = |z: f64| 0.5 * libm::erfc(-z / 2.0_f64.sqrt());
        for (price, share) in found.price.iter().zip(&found.share).skip(1) {
            assert!((share - normal(1.0 - 2.0 / price)).abs() < 5e-3, "{price}: {share}");
        }
        let switch = found.switch.expect("a mean effect above zero");
        assert!((switch.value - 2.0).abs() < 0.02, "{switch:?}");
        assert!((found.limit.value - normal(1.0)).abs() < 5e-3, "{:?}", found.limit);
    }

    #[test]
    fn without_any_doubt_it_steps_from_nothing_to_all_at_the_price_of_a_unit() {
        let found = curve(&[2.0; 64], &[10.0; 64], Some(6.0)).expect("a curve");
        assert_eq!(found.switch.map(|at| at.value), Some(5.0));
        for (price, share) in found.price.iter().zip(&found.share) {
            assert_eq!(*share, f64::from(*price > 5.0), "{price}");
        }
        assert_eq!(found.threshold.map(|at| (at.price, at.share.value)), Some((6.0, 1.0)));
    }

    #[test]
    fn where_nothing_is_gained_no_price_makes_it_worth_its_cost() {
        let none = curve(&[-1.0, -2.0, 0.0, -1.0], &[5.0; 4], Some(10.0)).expect("the price of the case is shown");
        assert!(none.switch.is_none() && none.share.iter().all(|share| *share == 0.0), "{none:?}");
        assert_eq!(curve(&[-1.0; 4], &[5.0; 4], None), None);
    }

    #[test]
    fn at_the_price_of_the_case_the_share_is_that_of_trials_that_lose_nothing() {
        let text = "\"municipality\"\n[customers]\nsocial_value_per_year = 400\n";
        let of_case = found(text).expect("nobody pays").connected_year.expect("a curve").threshold.expect("a price");
        let scenario = Scenario::from_text("test.toml", &format!("[case]\npreset = {text}")).expect("a valid case");
        let npv = Sample::new(&scenario, SETTINGS, &[Measure::Npv], &Control::default()).expect("not cancelled");
        let npv = npv.results(Measure::Npv);
        let worth = npv.iter().filter(|x| **x > 0.0).count() as f64 / npv.len() as f64;
        assert!((of_case.share.value - worth).abs() < 1.5 / npv.len() as f64, "{of_case:?} {worth}");
    }

    #[test]
    fn a_higher_price_loses_no_trial_but_those_with_a_loss_of_effect() {
        let found = found("\"hospital\"\n").expect("nobody pays");
        let point = found.rating_point.expect("a curve");
        let harmed = 1.0 - point.limit.value;
        assert!(point.share.windows(2).all(|pair| pair[1] >= pair[0] - harmed), "{point:?}");
        assert!(point.share.last() > point.share.first(), "{point:?}");
        assert!(point.share.iter().all(|share| *share <= point.limit.value + harmed + 1e-12));
    }

    #[test]
    fn a_case_with_revenue_has_none() {
        assert_eq!(found("\"hotel\"\n"), None);
    }
}
