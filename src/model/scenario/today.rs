//! Today's organisation at the point values of a case.

use super::checked::{Assumption, answers, mean_score, net_promoter_score};
use crate::chain::survey::Given;
use crate::chain::today::Today;
use crate::chain::{Inputs, Plan};
use crate::units::{Input, Lane, Source};
use std::collections::BTreeMap;

/// Today's organisation by these assumptions; none where one is missing or computed from others.
pub(super) fn of<'a>(assumptions: impl Iterator<Item = &'a Assumption>, plan: &Plan) -> Option<Today> {
    let mut points = Points { medians: BTreeMap::new(), all: true };
    points.medians.extend(assumptions.filter_map(|a| Some((a.path.as_str(), a.median()?))));
    let inputs = Inputs::read(&mut points);
    let mut numbers = match plan.survey.given() {
        1 => vec![net_promoter_score()],
        given => answers()[..given].to_vec(),
    };
    numbers.push(mean_score());
    let mut numbers = numbers.into_iter();
    let mut next = || numbers.next().map_or(Lane([f64::NAN]), |input| points.next(input));
    let given = Given::read(&plan.survey, plan.scored, Lane([0.0]), &mut next);
    points.all.then(|| Today::new(&inputs, plan, &given))
}

/// The medians of assumptions by path.
struct Points<'a> {
    medians: BTreeMap<&'a str, f64>,
    /// Whether all that were asked for are there.
    all: bool,
}

impl Source for Points<'_> {
    type Value = Lane<[f64; 1]>;
    fn next(&mut self, input: Input) -> Lane<[f64; 1]> {
        let median = self.medians.get(input.path().as_str());
        self.all &= median.is_some();
        Lane([median.copied().unwrap_or(f64::NAN)])
    }
}
