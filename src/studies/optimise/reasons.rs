//! Why a plan is as it is: which element holds capabilities back, and what a little more effort on each would bring.

use super::effort::Programme;
use super::objective::{EffortPlan, PlanObjective};
use delight_model::chain::ELEMENTS;
use delight_model::chain::excellence::WEIGHTS;
use delight_model::simulate::each;
use delight_model::statistics::{Estimate, estimated, mean};

/// Share of the budget that is tried as a little more.
const MORE: f64 = 0.02;

/// How often each element is the weakest of a capability that rests on it, over the trials and these capabilities, with
/// the plan delivered in full; elements that are equally weak share it.
pub fn weakest(objective: &PlanObjective, programme: &Programme, plan: &EffortPlan) -> [f64; 9] {
    let gains = plan.effort.map(|effort| programme.curve.gain(effort));
    let mut weak = [0.0; 9];
    for trial in 0..objective.trials() {
        let maturity: [f64; 9] = std::array::from_fn(|e| (objective.now(e, trial) + gains[e]).min(1.0));
        for (_, weights) in WEIGHTS {
            let rests_on = |e: &usize| weights[*e] > 0.0;
            let least = (0..9).filter(rests_on).map(|e| maturity[e]).fold(f64::INFINITY, f64::min);
            let weakest: Vec<usize> = (0..9).filter(rests_on).filter(|&e| maturity[e] == least).collect();
            weakest.iter().for_each(|&e| weak[e] += 1.0 / weakest.len() as f64);
        }
    }
    let capabilities = |e: usize| WEIGHTS.iter().filter(|(_, weights)| weights[e] > 0.0).count();
    std::array::from_fn(|e| weak[e] / (objective.trials() * capabilities(e)) as f64)
}

/// What the net present value gains for each unit of money planned besides on each element, on the same draws; none of
/// an element that cannot gain more.
pub fn marginal_values(
    objective: &PlanObjective,
    programme: &Programme,
    plan: &EffortPlan,
    budget: f64,
) -> [Option<Estimate>; 9] {
    let now = objective.npv(plan);
    let money = MORE * budget;
    let effort = money / programme.price();
    let found = each(ELEMENTS.len(), |e| {
        let most = programme.most(e);
        if plan.effort[e] + effort > most {
            return None;
        }
        let mut more = *plan;
        more.effort[e] += effort;
        let then = objective.npv(&more);
        let gained: Vec<f64> = then.iter().zip(&now).map(|(then, now)| (then - now) / money).collect();
        Some(estimated(&[&gained], |c| mean(c[0])))
    });
    std::array::from_fn(|e| found[e])
}
