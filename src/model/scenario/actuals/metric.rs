//! What is read of an organisation, on which scale, and how far it drifts without a programme.

use serde::{Deserialize, Serialize};

/// What a reading reads; the order is that of readings of one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TrackMetric {
    /// Net promoter score, points.
    Nps,
    /// Mean score, 0–10.
    Rating,
    /// Connected share of customers.
    Connected,
    /// Engaged share of employees.
    Engaged,
    /// Staff who leave.
    Turnover,
    /// Customers who leave.
    Churn,
    /// Failures that customers voice.
    Complaints,
    /// Absence of staff, a share.
    Absence,
    /// Number of customers.
    Customers,
    /// Revenue, money.
    Revenue,
    /// Paid for the programme from the start, money.
    Cost,
}

/// The scale on which a reading is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrackScale {
    /// As it is.
    Points,
    /// Its natural logarithm.
    Log,
}

/// What fixes the level of a site's readings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TrackLevel {
    /// Its first reading: only changes count.
    #[default]
    Free,
    /// Nothing: it is measured just as the case's own input is.
    Own,
}

/// How far a metric moves without the programme, on its scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drift {
    /// Standard deviation of the market after a year.
    pub market: f64,
    /// Standard deviation of a site after a year.
    pub site: f64,
    /// Standard deviation of a season.
    pub season: f64,
    /// What fixes the level.
    pub level: TrackLevel,
}

impl TrackMetric {
    /// Every metric, in order.
    pub const ALL: [TrackMetric; 11] = [
        TrackMetric::Nps,
        TrackMetric::Rating,
        TrackMetric::Connected,
        TrackMetric::Engaged,
        TrackMetric::Turnover,
        TrackMetric::Churn,
        TrackMetric::Complaints,
        TrackMetric::Absence,
        TrackMetric::Customers,
        TrackMetric::Revenue,
        TrackMetric::Cost,
    ];

    /// The word that files and results use.
    pub fn name(self) -> &'static str {
        match self {
            TrackMetric::Nps => "nps",
            TrackMetric::Rating => "rating",
            TrackMetric::Connected => "connected",
            TrackMetric::Engaged => "engaged",
            TrackMetric::Turnover => "turnover",
            TrackMetric::Churn => "churn",
            TrackMetric::Complaints => "complaints",
            TrackMetric::Absence => "absence",
            TrackMetric::Customers => "customers",
            TrackMetric::Revenue => "revenue",
            TrackMetric::Cost => "cost",
        }
    }

    /// The scale on which it is compared.
    pub fn scale(self) -> TrackScale {
        match self {
            TrackMetric::Nps | TrackMetric::Rating | TrackMetric::Connected | TrackMetric::Engaged => {
                TrackScale::Points
            }
            _ => TrackScale::Log,
        }
    }

    /// 1 where more of it is better, −1 where less is.
    pub fn sign(self) -> f64 {
        match self {
            TrackMetric::Turnover | TrackMetric::Churn | TrackMetric::Complaints | TrackMetric::Absence => -1.0,
            _ => 1.0,
        }
    }

    /// Its drift unless a case says otherwise: own assumption (grade D).
    pub fn drift(self) -> Drift {
        let of = |market, site, season| Drift { market, site, season, level: TrackLevel::Free };
        match self {
            TrackMetric::Nps => of(3.0, 2.0, 1.5),
            TrackMetric::Rating => of(0.06, 0.04, 0.03),
            TrackMetric::Connected => of(0.02, 0.015, 0.01),
            TrackMetric::Engaged => of(0.02, 0.02, 0.01),
            TrackMetric::Turnover => of(0.10, 0.08, 0.08),
            TrackMetric::Churn => of(0.06, 0.05, 0.08),
            TrackMetric::Complaints => of(0.10, 0.10, 0.10),
            TrackMetric::Absence => of(0.08, 0.08, 0.10),
            TrackMetric::Customers => of(0.03, 0.02, 0.05),
            TrackMetric::Revenue => of(0.02, 0.02, 0.05),
            TrackMetric::Cost => Drift { level: TrackLevel::Own, ..of(0.0, 0.0, 0.0) },
        }
    }
}
