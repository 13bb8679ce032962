//! The inputs that a study takes one at a time: all of them, or in a case of very many those that matter most.

use super::inputs::{Uncertain, uncertain};
use delight_model::scenario::{Project, Scenario};
use delight_model::simulate::{Measure, Sample};
use delight_model::statistics::variance_share;
use serde::{Deserialize, Serialize};

/// The work that the inputs of a study may cost together, in months of a chain for each trial of the case.
const MOST_WORK: f64 = 2.6e6;
/// The work of one trial up to which a search has all the trials it is given.
const EASY_WORK: f64 = 12_000.0;
/// What a cost line and a flow cost in a month, of what a chain costs in it.
const LINE_WORK: f64 = 0.25;
const FLOW_WORK: f64 = 2.0;
/// What a chain costs in a month.
const CHAIN_WORK: f64 = 60.0;

/// The inputs that a study did not take, because the case has more than it can work off within seconds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct NotStudied {
    /// How many they are.
    pub inputs: usize,
    /// The largest share of the variance of the net present value that one of them explains.
    pub variance_share: f64,
}

/// The work of one trial of a case: months × what is computed in each.
fn work_of_trial(scenario: &Scenario) -> f64 {
    let in_month = match scenario.project() {
        Project::Chain(case) => CHAIN_WORK + LINE_WORK * case.costs.len() as f64,
        Project::CashFlow(flows) => FLOW_WORK * flows.len() as f64,
    };
    scenario.months() as f64 * in_month
}

/// `trials` of a search, fewer in a case of many months and lines, a quarter at least.
pub fn search_trials(trials: u64, scenario: &Scenario) -> u64 {
    let hard = (work_of_trial(scenario) / EASY_WORK).max(1.0);
    ((trials as f64 / hard) as u64).max(trials / 4)
}

/// Those of the uncertain inputs that `may` be studied and explain most of the variance, as many as `runs` of the model
/// for each allow; in the order of the draws, with what is said of the others.
///
/// The number depends on the case alone, not on trials or machine: with 60 months and a handful of cost lines every input
/// is taken.
pub fn leading(sample: &Sample, runs: f64, may: impl Fn(&Uncertain) -> bool) -> (Vec<Uncertain>, Option<NotStudied>) {
    let mut inputs: Vec<Uncertain> = uncertain(sample).into_iter().filter(may).collect();
    let most = (MOST_WORK / (runs * work_of_trial(sample.scenario()))).max(4.0) as usize;
    if inputs.len() <= most {
        return (inputs, None);
    }
    let npv = sample.results(Measure::Npv);
    let share = |input: &Uncertain| sample.draws(input.place).map_or(0.0, |draws| variance_share(draws, npv).value);
    let mut shares: Vec<(f64, usize)> = inputs.iter().map(|input| (share(input), input.place)).collect();
    shares.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let others = shares.split_off(most);
    inputs.retain(|input| shares.iter().any(|(_, place)| *place == input.place));
    (inputs, Some(NotStudied { inputs: others.len(), variance_share: others[0].0 }))
}
