//! Today's organisation at point values, as far as a case is checked against it or told of it.

use super::survey::{Calibrated as Answers, Given};
use super::{Inputs, Plan, advocacy, loyalty};
use crate::units::Lane;

/// Today's organisation at the point values of a case.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Today {
    /// π: customers by state as shares of all, sum 1.
    pub mix: [f64; 4],
    /// Shares of promoters, passives and detractors.
    pub answers: [f64; 3],
    /// Net promoter score, points.
    pub nps: f64,
    /// r_0: mean score, 0–10.
    pub score: f64,
    /// N_0: customers.
    pub customers: f64,
    /// A·N_0: customers who come in a month.
    pub newcomers: f64,
    /// M − N_0: customers of the market who have not come yet.
    pub room: f64,
}

impl Today {
    /// Today's organisation, from the point values of its inputs; `given` is what the case knows of its answers.
    pub fn new(i: &Inputs<Lane<[f64; 1]>>, plan: &Plan, given: &Given<Lane<[f64; 1]>>) -> Self {
        let now = Answers::new(&plan.survey, given, &i.connection.mix()).now;
        let churn = loyalty::Calibrated::new(&i.loyalty, &now.mix).churn;
        let acquisition = advocacy::acquisition(&i.advocacy, plan.acquisition, &now.mix, &churn);
        let (customers, market) = (i.connection.count, i.advocacy.market_size);
        let value = |lane: Lane<[f64; 1]>| lane.0[0];
        Today {
            mix: now.mix.map(value),
            answers: now.answers.map(value),
            nps: value(now.nps),
            score: value(now.score),
            customers: value(customers),
            newcomers: value(acquisition * customers),
            room: value(market - customers),
        }
    }
}
