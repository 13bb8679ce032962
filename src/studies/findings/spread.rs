//! Distributions as documents hold them: means, standard deviations and quantiles, each with its standard error.

use delight_model::finance::zero::NO_SPREAD;
use delight_model::statistics::tally::Quantiles;
use delight_model::statistics::{Estimate, Measured, Outcomes, fan_quantiles};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Estimates by name.
pub type Estimates = BTreeMap<String, Estimate>;

/// A distribution by its mean, standard deviation and quantiles.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Spread {
    pub mean: Estimate,
    pub sd: Option<Estimate>,
    pub p1: Estimate,
    pub p5: Estimate,
    pub p10: Estimate,
    pub p25: Estimate,
    pub p50: Estimate,
    pub p75: Estimate,
    pub p90: Estimate,
    pub p95: Estimate,
    pub p99: Estimate,
}

impl Spread {
    /// The distribution of a measure; none where no trial has a value.
    pub fn of(m: &Measured) -> Option<Self> {
        let [p1, p5, p10, p25, p50, p75, p90, p95, p99] =
            m.quantiles([0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99])?;
        Some(Spread { mean: m.mean()?, sd: m.sd(), p1, p5, p10, p25, p50, p75, p90, p95, p99 })
    }
}

impl Spread {
    /// The same value in every trial, if the whole range of the trials is no more than rounding leaves of the money that
    /// moved.
    ///
    /// Trials that are alike to the last bit, though what is drawn may move them, are no proof: what is rare may not have
    /// been drawn yet. Then the standard deviation has no known error.
    #[must_use]
    pub fn levelled(self, range: f64, moved: f64, may_vary: bool) -> Self {
        match range <= NO_SPREAD * moved {
            true if !may_vary || range > 0.0 => Spread::certain(self.p50.value),
            true => Spread { sd: self.sd.map(|sd| Estimate::new(sd.value, None)), ..self },
            false => self,
        }
    }

    fn certain(value: f64) -> Self {
        let e = Estimate::exact(value);
        let sd = Some(Estimate::exact(0.0));
        Spread { mean: e, sd, p1: e, p5: e, p10: e, p25: e, p50: e, p75: e, p90: e, p95: e, p99: e }
    }
}

/// A distribution by its moments and three quantiles.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct BriefSpread {
    pub mean: Estimate,
    pub sd: Estimate,
    pub p5: Estimate,
    pub p50: Estimate,
    pub p95: Estimate,
}

impl BriefSpread {
    /// Moments and quantiles of outcomes.
    pub fn of(o: &Outcomes) -> Self {
        BriefSpread { mean: o.mean(), sd: o.sd(), p5: o.quantile(0.05), p50: o.quantile(0.5), p95: o.quantile(0.95) }
    }
}

/// Mean, median and 90 % band.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Band {
    pub mean: Estimate,
    pub p5: Estimate,
    pub p50: Estimate,
    pub p95: Estimate,
}

impl Band {
    /// The band of a measure; none where no trial has a value.
    pub fn of(m: &Measured) -> Option<Self> {
        let [p5, p50, p95] = m.quantiles([0.05, 0.5, 0.95])?;
        Some(Band { mean: m.mean()?, p5, p50, p95 })
    }
}

/// Five quantiles.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Fan {
    pub p5: Estimate,
    pub p25: Estimate,
    pub p50: Estimate,
    pub p75: Estimate,
    pub p95: Estimate,
}

impl Fan {
    /// Zero at every quantile, which is certain.
    pub const ZERO: Fan = {
        let zero = Estimate::without_error(0.0);
        Fan { p5: zero, p25: zero, p50: zero, p75: zero, p95: zero }
    };

    /// The quantiles of a month; none without values. `may_vary` says whether anything that is drawn can move it.
    pub fn of((month, may_vary): (Quantiles, bool)) -> Option<Self> {
        let [p5, p25, p50, p75, p95] = fan_quantiles(&month, [0.05, 0.25, 0.5, 0.75, 0.95], may_vary)?;
        Some(Fan { p5, p25, p50, p75, p95 })
    }
}
