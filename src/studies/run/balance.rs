//! Where the case just breaks even: how much one outcome alone would have to differ, all else as on average.

use delight_model::statistics::{Estimate, Regression, estimated, mean, quantiles, variance};
use serde::{Deserialize, Serialize};

/// The expected value as a plane over the outcomes that carry money, and where it is zero.
///
/// On a plane, half of what each of two outcomes needs alone is enough of both.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Balance {
    /// Trials behind it.
    pub trials: usize,
    /// Share of the variance of the value that the plane and the costs explain.
    pub explained: f64,
    /// Mean net present value, money.
    pub npv: f64,
    /// The outcomes, that first which comes nearest to what it needs.
    pub outcomes: Vec<BalanceOutcome>,
}

/// What one outcome alone would have to be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BalanceOutcome {
    /// Its key: that of an indicator, or `revenue_per_customer`.
    pub key: String,
    /// Mean with the programme, last twelve months.
    pub expected: f64,
    /// Mean change by the programme: in the outcome's own unit, of revenue per customer × of itself.
    pub change: f64,
    /// The change at P10 and at P90.
    pub range: [f64; 2],
    /// Money that a change of one is worth, all else equal.
    pub slope: f64,
    /// What must come on top of the mean change for the case to break even.
    pub needed: Estimate,
    /// The outcome with all of that.
    pub with: f64,
    /// Share of the trials in which it gets as far.
    pub chance: Estimate,
}

/// An outcome in every trial.
#[derive(Clone, Debug)]
pub(super) struct Column<'a> {
    /// Its key.
    pub key: &'static str,
    /// With the programme.
    pub with: &'a [f64],
    /// Its change by the programme.
    pub change: &'a [f64],
    /// Whether more of it is better.
    pub more: bool,
    /// Whether its change is × of itself.
    pub relative: bool,
}

/// Nothing is said of an outcome of which the need is known no better than to this part of itself.
const UNSURE: f64 = 0.25;
/// Nothing is said of a plane that explains less.
const LEAST_EXPLAINED: f64 = 0.5;

/// The plane over these outcomes, costs held apart; none where it explains little, and where no outcome has a slope that
/// is known and a level that is possible.
pub(super) fn balance(npv: &[f64], pv_cost: &[f64], columns: &[Column]) -> Option<Balance> {
    let columns: Vec<&Column> = columns.iter().filter(|of| variance(of.change) > 0.0).collect();
    let regressors: Vec<&[f64]> = columns.iter().map(|of| of.change).chain([pv_cost]).collect();
    let (slopes, explained) = plane(npv, &regressors);
    if explained.is_nan() || explained < LEAST_EXPLAINED {
        return None;
    }
    let data: Vec<&[f64]> = std::iter::once(npv).chain(regressors).collect();
    let mut outcomes: Vec<BalanceOutcome> = Vec::new();
    for (k, of) in columns.iter().enumerate() {
        let needed = estimated(&data, |c| -mean(c[0]) / plane(c[0], &c[1..]).0[k]);
        let is_known = needed.standard_error.is_some_and(|error| error <= UNSURE * needed.value.abs());
        if is_known && (slopes[k] > 0.0) == of.more {
            outcomes.extend(of.outcome(slopes[k], needed));
        }
    }
    let far = |of: &BalanceOutcome| of.needed.value.abs() / (of.range[1] - of.range[0]);
    outcomes.sort_by(|a, b| far(a).total_cmp(&far(b)));
    (!outcomes.is_empty()).then(|| Balance { trials: npv.len(), explained, npv: mean(npv), outcomes })
}

/// The slopes of the least-squares plane, and the share of the variance that it explains.
fn plane(y: &[f64], columns: &[&[f64]]) -> (Vec<f64>, f64) {
    let regression = Regression::new(columns.iter().map(|column| column.to_vec()).collect(), &[y]);
    let fit = regression.fit(columns.len(), None).swap_remove(0);
    let slopes = fit[1..].iter().zip(columns).map(|(by_sd, column)| by_sd / variance(column).sqrt()).collect();
    (slopes, variance(&regression.predictions(&fit)) / variance(y))
}

impl Column<'_> {
    /// None where no such level is possible.
    fn outcome(&self, slope: f64, needed: Estimate) -> Option<BalanceOutcome> {
        let (expected, change) = (mean(self.with), mean(self.change));
        let least = change + needed.value;
        let with = match self.relative {
            true => expected * (1.0 + least) / (1.0 + change),
            false => expected + needed.value,
        };
        let is_there = |x: &f64| if self.more { *x >= least } else { *x <= least };
        let there: Vec<f64> = self.change.iter().map(|x| f64::from(u8::from(is_there(x)))).collect();
        let found = BalanceOutcome {
            key: self.key.to_owned(),
            expected,
            change,
            range: quantiles(self.change, [0.1, 0.9]),
            slope,
            needed,
            with,
            chance: estimated(&[&there], |c| mean(c[0])),
        };
        // Fewer than none leave, fail or resign nowhere.
        (with > 0.0 && found.range[0] < found.range[1]).then_some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Value −60 − cost + 1,000·x − 2,000·y of independent x and y about 0.02 and −0.01, costs of about 40.
    fn case() -> [Vec<f64>; 4] {
        let at = |t: u32, step: u32| f64::from(t.wrapping_mul(step) % 4096) / 4096.0 - 0.5;
        let x: Vec<f64> = (0..4096).map(|t| 0.02 + 0.04 * at(t, 1223)).collect();
        let y: Vec<f64> = (0..4096).map(|t| -0.01 + 0.03 * at(t, 2741)).collect();
        let cost: Vec<f64> = (0..4096).map(|t| 40.0 + 10.0 * at(t, 3571)).collect();
        let npv = (0..4096).map(|t| -60.0 - cost[t] + 1000.0 * x[t] - 2000.0 * y[t]).collect();
        [npv, cost, x, y]
    }

    #[test]
    fn an_outcome_alone_needs_the_gap_over_its_slope() {
        // On average −60 − 40 + 20 + 20 = −60: 0.06 of x more, or 0.03 of y less.
        let [npv, cost, x, y] = case();
        let level: Vec<f64> = y.iter().map(|y| 0.20 + y).collect();
        let columns = [
            Column { key: "revenue_per_customer", with: &x, change: &x, more: true, relative: true },
            Column { key: "churn", with: &level, change: &y, more: false, relative: false },
        ];
        let found = balance(&npv, &cost, &columns).expect("a plane");
        assert!((found.explained - 1.0).abs() < 1e-6, "{found:?}");
        let of = |key: &str| found.outcomes.iter().find(|of| of.key == key).expect("found");
        let (revenue, churn) = (of("revenue_per_customer"), of("churn"));
        assert!((revenue.needed.value - 0.06).abs() < 1e-3 && (churn.needed.value + 0.03).abs() < 5e-4, "{found:?}");
        assert!((churn.with - 0.16).abs() < 1e-3, "{churn:?}");
        // On the plane half of both closes the gap.
        let half = 0.5 * (revenue.slope * revenue.needed.value + churn.slope * churn.needed.value);
        assert!((found.npv + half).abs() < 1e-6 * found.npv.abs(), "{half}");
    }

    #[test]
    fn nothing_is_said_of_a_slope_of_the_wrong_sign_or_of_less_than_none() {
        let [npv, cost, x, y] = case();
        let wrong = Column { key: "churn", with: &x, change: &x, more: false, relative: false };
        let small: Vec<f64> = y.iter().map(|y| 0.02 + y).collect();
        let below = Column { key: "turnover", with: &small, change: &y, more: false, relative: false };
        assert_eq!(balance(&npv, &cost, &[wrong, below]), None);
    }
}
