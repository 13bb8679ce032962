//! What a step of an element costs: its part of what the programme plans, since no cost line says for which element it is.

use crate::findings::{cost_lines, planned_in};
use delight_model::chain::ELEMENTS;
use delight_model::finance::costs::Part;
use delight_model::scenario::{ChainCase, Project, Scenario};
use serde::{Deserialize, Serialize};

/// What maturity costs in a programme, the same for every element.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct StepPrice {
    /// What the programme plans for its effort, money at today's prices, not discounted, without overrun.
    pub planned: f64,
    /// Maturity that it plans to gain, all elements together, at the medians.
    pub gain: f64,
}

impl StepPrice {
    /// What maturity costs in this case; none where its programme raises nothing.
    pub fn of(scenario: &Scenario, case: &ChainCase) -> Option<Self> {
        let point = |path: String| scenario.point(&path).unwrap_or(0.0);
        let rise = |e: &str| point(format!("programme.target.{e}")) - point(format!("excellence.now.{e}"));
        let gain: f64 = ELEMENTS.iter().map(|e| rise(e).max(0.0)).sum();
        let of_month = |t| cost_lines(scenario, case).map(|(item, at)| planned_in(item, at, scenario, t)).sum::<f64>();
        let planned = (0..=scenario.months()).map(of_month).sum::<f64>() * point("programme.intensity".to_owned());
        (gain > 0.0).then_some(StepPrice { planned, gain })
    }

    /// What a rise of maturity is planned to cost, money.
    pub fn of_rise(&self, rise: f64) -> f64 {
        self.planned * rise / self.gain
    }

    /// Raises the cost lines that are paid for effort by what a rise of maturity takes; lines that are paid for each hire or
    /// event follow from what is delivered.
    pub(super) fn charge(&self, project: &mut Project, rise: f64) {
        let Project::Chain(case) = project else { return };
        let more = 1.0 + rise / self.gain;
        for item in case.costs.iter_mut().filter(|item| item.per.is_effort()) {
            match item.parts.as_mut_slice() {
                [] => item.parts = vec![Part { share: more, delay: 0 }],
                parts => parts.iter_mut().for_each(|part| part.share *= more),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_costs_its_part_of_what_is_planned_and_all_steps_together_cost_all_of_it() {
        let text = "[case]\npreset = \"hotel\"\nmonths = 24\n[programme]\nintensity = 2\n[[programme.costs]]\nname = \"a\"\n\
            amount = 1000\nper = \"once\"\nmonth = 0\n[[programme.costs]]\nname = \"b\"\namount = 10\nper = \"month\"\nto = 12\n\
            [[programme.costs]]\nname = \"c\"\namount = 7\nper = \"surprise\"\n";
        let scenario = Scenario::from_text("x.toml", text).unwrap_or_else(|e| panic!("{e}"));
        let Project::Chain(case) = scenario.project() else { panic!("a chain") };
        let price = StepPrice::of(&scenario, case).expect("it raises something");
        // Twice as large as written: 2·(1000 + 12·10); what is paid for each surprise is not effort.
        assert!((price.planned - 2240.0).abs() < 1e-9, "{price:?}");
        assert!((price.of_rise(price.gain) - price.planned).abs() < 1e-9);
        let mut project = scenario.project().clone();
        price.charge(&mut project, price.gain);
        let Project::Chain(charged) = project else { panic!("a chain") };
        let shares: Vec<Vec<f64>> =
            charged.costs.iter().map(|item| item.parts.iter().map(|part| part.share).collect()).collect();
        assert_eq!(shares, [vec![2.0], vec![2.0], vec![]]);
    }
}
