//! Advocacy: how many come, by recommendation and by themselves, and how much of the market is left.

use super::super::inputs::Inputs;
use super::super::look::Look;
use super::super::term::Term;
use super::tables::sum;
use delight_model::chain::connection::STATES;

/// The constants of the stage.
#[derive(Clone, Debug)]
pub struct Come {
    /// A: newcomers of a month as a share of today's customers.
    pub acquisition: Term,
    /// ε_k: in which state they enter today.
    pub enter: [Term; 4],
    /// A·N_0·ω and A·N_0·(1 − ω).
    pub now: [Term; 2],
    /// In which state they enter: referred, and by themselves.
    pub mixes: [[Term; 4]; 2],
    /// M.
    pub market: Term,
    spare: Term,
    per_connected: Term,
    reputation: Term,
    share: Term,
    score: Term,
}

impl Come {
    /// Lists them, from today's customers, their mix, churn and score; balanced where as many come as leave.
    pub fn add(
        inputs: &mut Inputs,
        is_balanced: bool,
        (count, score): (&Term, &Term),
        (mix, churn): (&[Term; 4], &[Term; 4]),
    ) -> Self {
        inputs.heading("advocacy");
        let market = inputs.given("market_size", "customers.market_size", Look::Count);
        let balanced = sum((0..4).map(|k| &mix[k] * &churn[k]));
        let acquisition = match is_balanced {
            true => balanced,
            false => inputs.given("annual_acquisition", "customers.annual_acquisition", Look::Plain) / 12.0,
        };
        let acquisition = inputs.follows("acquisition", None, &acquisition, Look::Plain);
        let mut given = |key: &str| inputs.given(key, &format!("effects.advocacy.{key}"), Look::Plain);
        let omega = given("referral_share");
        let reputation = given("reputation");
        let per_connected = given("new_per_connected") * given("incremental") / 12.0;
        let mixes = ["referred_mix", "entry_mix"].map(|table| {
            let raw = STATES.map(|state| {
                inputs.given(format!("{table}_{state}"), &format!("effects.advocacy.{table}.{state}"), Look::Share)
            });
            let whole = sum(raw.iter().cloned());
            let cell = if table == "entry_mix" { "enter-direct" } else { "enter-referred" };
            inputs.of_states(cell, |k| &raw[k] / &whole)
        });
        let enter = inputs.of_states("enter", |k| (1.0 - &omega) * &mixes[1][k] + &omega * &mixes[0][k]);
        let now = [
            inputs.follows("referred-now", None, &(&omega * &acquisition * count), Look::Plain),
            inputs.follows("direct-now", None, &((1.0 - &omega) * &acquisition * count), Look::Plain),
        ];
        let after = count + &acquisition * count;
        let market = inputs.follows("market-held", None, &market.max(&after), Look::Count);
        let spare = inputs.follows("spare", None, &(&market - after), Look::Count);
        let per_connected = inputs.follows("per-connected", None, &per_connected, Look::Plain);
        let (share, score) = (mix[3].clone(), score.clone());
        Come { acquisition, enter, now, mixes, market, spare, per_connected, reputation, share, score }
    }

    /// R: who wants to come by recommendation, from the customers and the connected share, and κ.
    pub fn referred(&self, (count, connected): (&Term, &Term), advantage: &Term) -> Term {
        let more = advantage * &self.per_connected * (connected - &self.share) * count;
        Term::number(0.0).max(&(&self.now[0] + more))
    }

    /// Q: who wants to come by themselves, from the mean score.
    pub fn direct(&self, score: &Term) -> Term {
        let zero = Term::number(0.0);
        &self.now[1] * zero.max(&(1.0 + &self.reputation * (score / &self.score - 1.0)))
    }

    /// The part of them whom the market still holds.
    pub fn room(&self, count: &Term, wants: &Term) -> Term {
        Term::number(0.0).max(&(&self.market - count)) / Term::number(1e-100).max(&(&self.spare + wants))
    }
}
