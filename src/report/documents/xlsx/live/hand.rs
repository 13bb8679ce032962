//! The few cells that a reader changes first: churn, the causal share, the gain of the score, and today's customers.

use super::super::inputs::{Holds, Inputs};
use super::super::look::Look;
use super::super::term::Term;
use delight_model::chain::connection::STATES;
use delight_model::chain::survey::ANSWERS;

/// What is known of today's customers, as the case has it.
#[derive(Clone, Debug)]
pub enum Known {
    /// Their shares by state.
    Mix,
    /// What they answer: shares of the three answers.
    Answers([Term; 3]),
    /// Their net promoter score, in points.
    Points(Term),
}

/// The cells that stand first.
#[derive(Clone, Debug)]
pub struct Levers {
    /// `customers.annual_churn`.
    pub churn: Term,
    /// θ, `effects.causal_share`.
    pub causal_share: Term,
    /// What multiplies the six gains that raise the score.
    pub gain: Term,
    /// What is known of today's customers.
    pub known: Known,
    /// π° before it is made to sum to one; none yet where the answers are known instead.
    pub mix: Option<[Term; 4]>,
}

impl Levers {
    /// Lists them; `fitted` if who answers what was fitted to both mix and survey.
    pub fn add(inputs: &mut Inputs, fitted: bool) -> Self {
        inputs.heading("levers");
        let churn = inputs.given("annual_churn", "customers.annual_churn", Look::Share);
        let causal_share = inputs.given("causal_share", "effects.causal_share", Look::Plain);
        let said = (inputs.words.say("live-score-gain"), inputs.words.say("book-unit-ratio"));
        let gain = inputs.computed("score_gain", said, Holds::Given(1.0), Look::Plain);
        let answers = !fitted && inputs.row("customers.nps.promoters").is_some();
        let points = !fitted && inputs.row("customers.nps").is_some();
        let (known, mix) = match (answers, points) {
            (true, _) => (Known::Answers(ANSWERS.map(|answer| given(inputs, "nps", answer))), None),
            (_, true) => (Known::Points(inputs.given("nps", "customers.nps", Look::Plain)), None),
            _ => (Known::Mix, Some(mix(inputs))),
        };
        Levers { churn, causal_share, gain, known, mix }
    }
}

/// π° as it is given.
pub fn mix(inputs: &mut Inputs) -> [Term; 4] {
    STATES.map(|state| given(inputs, "mix", state))
}

fn given(inputs: &mut Inputs, table: &str, key: &str) -> Term {
    inputs.given(format!("{table}_{key}"), &format!("customers.{table}.{key}"), Look::Share)
}
