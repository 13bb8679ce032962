//! Revenue: what customers of each state spend, how much can be sold, and at what price.

use super::super::inputs::Inputs;
use super::super::look::Look;
use super::super::term::Term;
use super::tables::sum;

/// The constants of the stage.
#[derive(Clone, Debug)]
pub struct Trade {
    multiple: [Term; 4],
    /// M̄_0.
    pub mean: Term,
    limit: Term,
    per_point: Term,
    score: Term,
}

impl Trade {
    /// Lists them.
    pub fn add(inputs: &mut Inputs, causal: &Term, (count, mix): (&Term, &[Term; 4]), score: &Term) -> Self {
        inputs.heading("revenue");
        let ratios = ["unconnected", "distinctive", "connected"]
            .map(|state| inputs.given(format!("spend_{state}"), &format!("effects.spend.{state}"), Look::Plain));
        let capacity = inputs.given("capacity", "customers.capacity", Look::Plain);
        let per_point = inputs.given("price_per_point", "effects.spend.price_per_point", Look::Plain);
        let caused = |ratio: &Term| 1.0 + causal * (ratio - 1.0);
        let multiple = inputs.of_states("multiple", |k| match k {
            0 => caused(&ratios[0]),
            1 => Term::number(1.0),
            k => caused(&ratios[k - 1]),
        });
        let mean = Term::number(1e-9).max(&sum((0..4).map(|k| &multiple[k] * &mix[k])));
        let said = (inputs.words.say("book-mean-multiple"), inputs.words.say("book-unit-ratio"));
        let mean = inputs.computed("mean_multiple", said, super::super::inputs::Holds::Formula(mean), Look::Decimal);
        let limit = inputs.follows("volume-limit", None, &(count * &mean * capacity), Look::Count);
        Trade { multiple, mean, limit, per_point, score: score.clone() }
    }

    /// Volume, from the customers by state, their number, and κ.
    pub fn volume(&self, n: &[Term; 4], count: &Term, advantage: &Term) -> Term {
        let spend = sum((0..4).map(|k| &self.multiple[k] * &n[k])) / count;
        (count * (&self.mean + (spend - &self.mean) * advantage)).min(&self.limit)
    }

    /// Price, relative to today's.
    pub fn price(&self, score: &Term, advantage: &Term) -> Term {
        1.0 + &self.per_point * (score - &self.score) * advantage
    }
}
