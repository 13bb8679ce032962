//! Loyalty: how many leave in a month of each state.

use super::super::inputs::Inputs;
use super::super::look::Look;
use super::super::term::Term;
use super::hand::Levers;
use super::tables::Tables;

/// c_k: monthly churn of each state.
pub fn churn(inputs: &mut Inputs, tables: &mut Tables, levers: &Levers, mix: &[Term; 4]) -> [Term; 4] {
    inputs.heading("loyalty");
    let odds = ["unconnected", "distinctive", "connected"]
        .map(|state| inputs.given(format!("odds_{state}"), &format!("effects.loyalty.odds.{state}"), Look::Plain));
    let part = inputs.given("influenceable", "effects.loyalty.influenceable", Look::Plain);
    let ratio = |k: usize| match k {
        0 => odds[0].power(&levers.causal_share),
        1 => Term::number(1.0),
        k => odds[k - 1].power(&levers.causal_share),
    };
    let ratio = inputs.of_states("stay-ratio", ratio);
    let none = |yes: &Term, no: &Term| levers.churn.at_most(&Term::number(1e-100)).choose(yes, no);
    let sought = inputs.follows("churn-sought", None, &none(&Term::number(0.5), &levers.churn), Look::Plain);
    let odds = tables.search(&ratio, mix, &sought);
    let odds = inputs.follows("stay-odds", None, &odds, Look::Plain);
    let annual = inputs.of_states("churn-year", |k| (1.0 - &part) * &sought + &part / (1.0 + &odds * &ratio[k]));
    inputs.of_states("churn", |k| {
        let month = 1.0 - (1.0 - &annual[k]).power(&(Term::number(1.0) / 12.0));
        none(&Term::number(0.0), &month)
    })
}
