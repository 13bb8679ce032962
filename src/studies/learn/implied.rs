//! What a draw of the inputs implies for a slope that own data can show.

use super::prior::Prior;
use delight_model::chain::loyalty;
use delight_model::chain::survey::SCORES;
use delight_model::scenario::Scenario;
use delight_model::simulate::response;
use delight_model::units::Lane;

/// Turnover of engaged over not engaged staff.
pub const TURNOVER_RATIO: &str = "effects.employees.turnover_ratio";
/// Absence of engaged over not engaged staff.
pub const ABSENCE_RATIO: &str = "effects.employees.absence_ratio";
/// What the front line does to the four levels of the pyramid.
pub const PEOPLE: [&str; 4] = [
    "effects.experience.core_people",
    "effects.experience.complaint_people",
    "effects.experience.individual_people",
    "effects.experience.surprising_people",
];
/// θ.
pub const CAUSAL_SHARE: &str = "effects.causal_share";
/// α.
pub const INFLUENCEABLE: &str = "effects.loyalty.influenceable";
/// Odds of staying of each state but `satisfied`.
pub const ODDS: [&str; 3] =
    ["effects.loyalty.odds.unconnected", "effects.loyalty.odds.distinctive", "effects.loyalty.odds.connected"];
/// Spend of each state but `satisfied`.
pub const SPEND: [&str; 3] = ["effects.spend.unconnected", "effects.spend.distinctive", "effects.spend.connected"];
/// Price that customers accept for each point of the score.
pub const PRICE: &str = "effects.spend.price_per_point";
/// Churn of a year.
pub const CHURN: &str = "customers.annual_churn";

/// Months over which the chain's response is looked at.
const MONTHS: usize = 120;
/// By how much the engaged share is moved: a point.
const POINT: f64 = 0.01;

/// Every input that a relation may speak of, or needs.
pub fn asked() -> Vec<&'static str> {
    let single = [TURNOVER_RATIO, ABSENCE_RATIO, CAUSAL_SHARE, INFLUENCEABLE, PRICE, CHURN];
    single.into_iter().chain(PEOPLE).chain(ODDS).chain(SPEND).collect()
}

/// The chain at the point values of a case, as far as slopes need it.
#[derive(Clone, Debug)]
pub struct Chain {
    /// Mean score by month after a month of one more unit of the engaged share.
    pub response: Vec<f64>,
    /// The same added up.
    pub long_run: f64,
    /// Shares of the states, added up likewise: the way in which service moves the mix.
    way: [f64; 4],
    /// What a unit of each of [`PEOPLE`] adds to the long run.
    by_gain: [f64; 4],
    /// π.
    pub mix: [f64; 4],
}

impl Chain {
    /// Of a case; none of a project without a chain.
    pub fn of(scenario: &Scenario) -> Option<Chain> {
        let value = |lane: Lane<[f64; 1]>| lane.0[0];
        let all = response(scenario, &[], POINT, MONTHS)?;
        let mut by_gain = [0.0; 4];
        for (k, by) in by_gain.iter_mut().enumerate() {
            let gains: Vec<(&str, f64)> =
                PEOPLE.iter().enumerate().map(|(i, path)| (*path, if i == k { UNIT } else { 0.0 })).collect();
            *by = value(response(scenario, &gains, POINT, MONTHS)?.long_run) / UNIT;
        }
        Some(Chain {
            response: all.score.into_iter().map(value).collect(),
            long_run: value(all.long_run),
            way: all.mix.map(value),
            by_gain,
            mix: scenario.today()?.mix,
        })
    }

    /// The four gains, × what their medians give.
    pub fn people(&self, prior: &Prior, draw: Option<usize>) -> f64 {
        let sum =
            |at: &dyn Fn(&str) -> f64| PEOPLE.iter().zip(self.by_gain).map(|(path, by)| at(path) * by).sum::<f64>();
        let median = sum(&|path| prior.point(path));
        match draw {
            Some(draw) => sum(&|path| prior.at(path, draw)) / median,
            None => 1.0,
        }
    }

    /// Relative slope of churn a point of the score.
    ///
    /// ```text
    /// Σ_k Δπ_k·c_k / (c̄·Δr)        Δπ: the way in which service moves the mix, Δr the score along it
    /// ```
    pub fn churn(&self, prior: &Prior, draw: usize) -> f64 {
        let odds = ODDS.map(|path| prior.at(path, draw));
        let churn = churn_by_state(
            &self.mix,
            prior.point(CHURN),
            odds,
            [CAUSAL_SHARE, INFLUENCEABLE].map(|p| prior.at(p, draw)),
        );
        let moved: f64 = churn.iter().zip(self.way).map(|(c, way)| c * way).sum();
        let level: f64 = churn.iter().zip(self.mix).map(|(c, part)| c * part).sum();
        moved / level / self.score_along()
    }

    /// Relative slope of spend a point of the score: the price customers accept, and what the mix spends.
    ///
    /// ```text
    /// price_per_point + Σ_k Δπ_k·M_k / (M̄·Δr)        M_k = 1 + θ·(spend_k − 1), at point values
    /// ```
    pub fn spend(&self, prior: &Prior, draw: usize) -> f64 {
        let [unconnected, distinctive, connected] = SPEND.map(|path| prior.point(path));
        let share = prior.point(CAUSAL_SHARE);
        let multiple = [unconnected, 1.0, distinctive, connected].map(|spend| 1.0 + share * (spend - 1.0));
        let moved: f64 = multiple.iter().zip(self.way).map(|(m, way)| m * way).sum();
        let level: f64 = multiple.iter().zip(self.mix).map(|(m, part)| m * part).sum();
        prior.at(PRICE, draw) + moved / level / self.score_along()
    }

    fn score_along(&self) -> f64 {
        self.way.iter().zip(SCORES).map(|(way, score)| way * score).sum()
    }
}

/// A gain large enough to see and small enough to add up.
const UNIT: f64 = 0.1;

/// Relative slope of turnover or absence on the engaged share, of staff engaged so far on average.
///
/// ```text
/// −(1 − r)/(1 − ē·(1 − r))
/// ```
pub fn of_ratio(ratio: f64, engaged: f64) -> f64 {
    -(1.0 - ratio) / (1.0 - engaged * (1.0 - ratio))
}

/// Monthly churn of each state, where `annual` is that of all; θ and α.
pub fn churn_by_state(mix: &[f64; 4], annual: f64, odds: [f64; 3], [share, part]: [f64; 2]) -> [f64; 4] {
    let lane = |x: f64| Lane([x]);
    let [unconnected, distinctive, connected] = odds.map(lane);
    let inputs = loyalty::Inputs {
        odds_unconnected: unconnected,
        odds_distinctive: distinctive,
        odds_connected: connected,
        annual_churn: lane(annual),
        causal_share: lane(share),
        influenceable: lane(part),
    };
    loyalty::Calibrated::new(&inputs, &mix.map(lane)).churn.map(|churn| churn.0[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn staff_who_leave_as_often_engaged_or_not_have_no_slope() {
        assert_eq!(of_ratio(1.0, 0.4), 0.0);
        // At r = ½ and half engaged: ½ to 1 around ¾.
        assert!((of_ratio(0.5, 0.5) - (-0.5 / 0.75)).abs() < 1e-15);
    }

    #[test]
    fn without_cause_every_state_churns_alike() {
        let mix = [0.25, 0.45, 0.18, 0.12];
        let alike = churn_by_state(&mix, 0.3, [0.5, 1.5, 4.0], [0.0, 1.0]);
        assert!(alike.iter().all(|c| (c - alike[0]).abs() < 1e-12));
        let apart = churn_by_state(&mix, 0.3, [0.5, 1.5, 4.0], [1.0, 1.0]);
        assert!(apart.windows(2).all(|pair| pair[1] < pair[0]));
    }
}
