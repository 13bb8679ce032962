//! What today's customers answer, and their shares by state.

use super::super::inputs::{Holds, Inputs};
use super::super::look::Look;
use super::super::term::Term;
use super::hand::{Known, Levers, mix};
use super::tables::{Tables, sum};
use delight_model::chain::connection::STATES;
use delight_model::chain::survey::{ANSWERS, ANSWERS_OF_STATES, SCORES};

/// Today's customers.
#[derive(Clone, Debug)]
pub struct Answers {
    /// π: their shares by state.
    pub mix: [Term; 4],
    /// Promoters and detractors of each state.
    pub promoters: [Term; 4],
    /// See `promoters`.
    pub detractors: [Term; 4],
    /// Mean score of each state.
    pub scores: [Term; 4],
    /// r_0: the mean score of all.
    pub score: Term,
}

impl Answers {
    /// Lists them; `fitted` is who answers what where it was fitted to both mix and survey.
    pub fn add(inputs: &mut Inputs, tables: &mut Tables, levers: &Levers, fitted: Option<&[[f64; 4]; 3]>) -> Self {
        inputs.heading("answers");
        let given = levers.mix.clone().unwrap_or_else(|| mix(inputs));
        let whole = sum(given.iter().cloned());
        let before = |k: usize| &given[k] / &whole;
        let of_states = fitted.unwrap_or(&ANSWERS_OF_STATES);
        let table: [[Term; 4]; 3] = std::array::from_fn(|c| {
            std::array::from_fn(|k| {
                let of = format!("{}_{}", ANSWERS[c], STATES[k]);
                inputs.of_answer(&of, (c, k), of_states[c][k])
            })
        });
        let (mix, table) = match &levers.known {
            Known::Mix => (inputs.of_states("share", before), table),
            known => reweighted(inputs, (&std::array::from_fn(before), &table), known),
        };
        let (scores, score) = scores(inputs, tables, &mix);
        let [promoters, _, detractors] = table;
        Answers { mix, promoters, detractors, scores, score }
    }
}

/// The mix and the answers by state when answer c counts w_c times: see [`survey`](delight_model::chain::survey).
fn reweighted(
    inputs: &mut Inputs,
    (before, table): (&[Term; 4], &[[Term; 4]; 3]),
    known: &Known,
) -> ([Term; 4], [[Term; 4]; 3]) {
    let now: [Term; 3] = std::array::from_fn(|c| {
        inputs.follows("answer", Some(ANSWERS[c]), &sum((0..4).map(|k| &before[k] * &table[c][k])), Look::Plain)
    });
    let weights: [Term; 3] = match known {
        Known::Points(points) => {
            let x = points / 100.0;
            let (p, s, d) = (&now[0] * (1.0 - &x), &x * &now[1], &now[2] * (1.0 + &x));
            let root = (&s * &s + 4.0 * &p * &d).power(&Term::number(0.5));
            let falls = 2.0 * &d / (&root - &s);
            let tilt = s.below(&Term::number(0.0)).choose(&falls, &((&root + &s) / (2.0 * &p)));
            let tilt = inputs.follows("tilt", None, &tilt, Look::Plain);
            let norm = &now[0] * &tilt + &now[1] + &now[2] / &tilt;
            [&tilt / &norm, 1.0 / &norm, 1.0 / (&tilt * &norm)]
        }
        Known::Answers(given) => {
            let whole = sum(given.iter().cloned());
            std::array::from_fn(|c| &given[c] / (&whole * &now[c]))
        }
        Known::Mix => std::array::from_fn(|_| Term::number(1.0)),
    };
    let weights: [Term; 3] =
        std::array::from_fn(|c| inputs.follows("weight", Some(ANSWERS[c]), &weights[c], Look::Plain));
    let factor = |k: usize| sum((0..3).map(|c| &table[c][k] * &weights[c]));
    let raw: [Term; 4] = std::array::from_fn(|k| &before[k] * factor(k));
    let counted = inputs.of_states("counted", |k| raw[k].clone());
    let whole = sum(counted.iter().cloned());
    let mix = inputs.of_states("share", |k| &counted[k] / &whole);
    let table = std::array::from_fn(|c| {
        let name = ["promoters-now", "passives-now", "detractors-now"][c];
        inputs.of_states(name, |k| &table[c][k] * &weights[c] / factor(k))
    });
    (mix, table)
}

/// The mean scores of the states, and of all: shifted alike where the score of all is known.
fn scores(inputs: &mut Inputs, tables: &mut Tables, mix: &[Term; 4]) -> ([Term; 4], Term) {
    let fixed: [Term; 4] = std::array::from_fn(|k| {
        let said = (inputs.words.say_of("live-cell", "score-usual"), inputs.words.say_of("state", STATES[k]));
        inputs.computed(format!("score_usual_{}", STATES[k]), said, Holds::Fixed(SCORES[k]), Look::Plain)
    });
    if inputs.row("customers.score").is_none() {
        let all = sum((0..4).map(|k| &fixed[k] * &mix[k]));
        return (fixed, inputs.follows("score-now", None, &all, Look::Plain));
    }
    let score = inputs.given("score_now", "customers.score", Look::Plain);
    let odds = fixed.each_ref().map(|score| score / (10.0 - score));
    let factor = tables.search(&odds, mix, &(1.0 - &score / 10.0));
    let factor = inputs.follows("score-factor", None, &factor, Look::Plain);
    let scores = inputs.of_states("score", |k| 10.0 * (&odds[k] * &factor) / (1.0 + &odds[k] * &factor));
    (scores, score)
}
