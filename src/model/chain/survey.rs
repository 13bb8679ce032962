//! The survey: what customers of each state answer to the 0–10 question, and how what is known of today's answers is met.

mod raking;
#[cfg(test)]
mod tests;

use super::connection::{Customers, normalised, sum_of_products};
use super::odds::common_odds;
use crate::units::{Lane, Pack, each};
pub use raking::raked;

/// The answers to the 0–10 question, in the order of every array over answers.
pub const ANSWERS: [&str; 3] = ["promoters", "passives", "detractors"];

/// T: share of promoters (9–10), passives (7–8) and detractors (0–6) among the customers of each state. Expert
/// assumption: grade D.
pub const ANSWERS_OF_STATES: [[f64; 4]; 3] =
    [[0.02, 0.15, 0.40, 0.85], [0.28, 0.65, 0.55, 0.14], [0.70, 0.20, 0.05, 0.01]];
/// Mean answer to the 0–10 question in each state.
pub const SCORES: [f64; 4] = [5.6, 7.3, 8.2, 9.2];

/// What a case knows of the answers of today's customers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Survey {
    /// Nothing: they follow from the mix.
    #[default]
    Unasked,
    /// The shares of the three answers, from which the mix follows.
    Shares,
    /// Their net promoter score, from which the mix follows likewise.
    Points,
    /// Shares or score of customers whose mix is known as well: who answers what has been fitted to both.
    Fitted {
        /// How many numbers of the survey the case gives: three shares, or one score.
        given: usize,
        /// Whether the mix is the same in all trials, so that the survey comes back in each.
        certain: bool,
        /// T': the share of each answer in each state.
        answers: [[f64; 4]; 3],
    },
}

impl Survey {
    /// How many numbers of the survey the case gives.
    pub fn given(&self) -> usize {
        match self {
            Survey::Unasked => 0,
            Survey::Shares => ANSWERS.len(),
            Survey::Points => 1,
            Survey::Fitted { given, .. } => *given,
        }
    }
}

/// The numbers of the survey that a case gives.
#[derive(Clone, Copy, Debug)]
pub struct Given<L> {
    /// The three shares, or the net promoter score in points and nothing else.
    pub answers: [L; 3],
    /// r_0: the mean score, if it is given.
    pub score: Option<L>,
}

impl<L: Copy> Given<L> {
    /// Reads the numbers of this survey one by one, then the mean score if it is `scored`.
    #[inline(always)]
    pub fn read(survey: &Survey, scored: bool, zero: L, mut next: impl FnMut() -> L) -> Self {
        let mut answers = [zero; 3];
        answers.iter_mut().take(survey.given()).for_each(|answer| *answer = next());
        Given { answers, score: scored.then(next) }
    }
}

/// What customers answer: the constants of a trial.
#[derive(Clone, Copy, Debug)]
pub struct Calibrated<V: Pack> {
    /// T': the share of each answer in each state.
    answers: [[Lane<V>; 4]; 3],
    /// r_k': mean score of each state.
    scores: [Lane<V>; 4],
    /// What today's customers answer.
    pub now: Surveyed<V>,
}

/// What today's customers answer.
#[derive(Clone, Copy, Debug)]
pub struct Surveyed<V: Pack> {
    /// π: their mix, sums to 1.
    pub mix: [Lane<V>; 4],
    /// Shares of the three answers.
    pub answers: [Lane<V>; 3],
    /// Net promoter score, points.
    pub nps: Lane<V>,
    /// r_0: mean score, 0–10.
    pub score: Lane<V>,
}

impl<V: Pack> Calibrated<V> {
    /// Meets the survey of today's customers, whose mix is `mix` (π°) as far as it is known without.
    ///
    /// Shares of the answers without a mix of the case's own: who gives which answer stays what the sector says.
    ///
    /// ```text
    /// w_c = share_c / Σ π°_k·T_k,c        π_k = Σ_c π°_k·T_k,c·w_c        T'_k,c = π°_k·T_k,c·w_c / π_k
    /// ```
    #[inline(always)]
    pub fn new(survey: &Survey, given: &Given<Lane<V>>, mix: &[Lane<V>; 4]) -> Self {
        let table = |answers: &[[f64; 4]; 3]| each!(c in 3 => each!(k in 4 => mix[0].all(answers[c][k])));
        let of_states = table(&ANSWERS_OF_STATES);
        let (mix, answers) = match survey {
            Survey::Unasked => (*mix, of_states),
            Survey::Fitted { answers, .. } => (*mix, table(answers)),
            Survey::Shares | Survey::Points => V::outlined(
                mix[0].token(),
                #[inline(always)]
                || {
                    let now = shares(&of_states, mix);
                    let weights = match survey {
                        Survey::Shares => each!(c in 3 => given.answers[c] / (total_of(&given.answers) * now[c])),
                        _ => tilt(&now, given.answers[0]),
                    };
                    reweighted(&of_states, mix, &weights)
                },
            ),
        };
        let mut scores = each!(k in 4 => mix[0].all(SCORES[k]));
        if let Some(score) = given.score {
            scores = V::outlined(
                score.token(),
                #[inline(always)]
                || shifted(&scores, &mix, score),
            );
        }
        let now = today(survey, given, &answers, &scores, &mix);
        Calibrated { answers, scores, now }
    }

    /// r: the mean score of these customers; `per_customer` is 1/N.
    #[inline(always)]
    pub fn mean_score(&self, n: &Customers<V>, per_customer: Lane<V>) -> Lane<V> {
        sum_of_products(&self.scores, n) * per_customer
    }

    /// The shares of promoters, passives and detractors where the shares of the states are by `moved` other than today's.
    #[inline(always)]
    pub fn answers(&self, moved: &[Lane<V>; 4]) -> [Lane<V>; 3] {
        each!(c in 3 => self.now.answers[c] + sum_of_products(&self.answers[c], moved))
    }

    /// The mean score there.
    #[inline(always)]
    pub fn score(&self, moved: &[Lane<V>; 4]) -> Lane<V> {
        self.now.score + sum_of_products(&self.scores, moved)
    }

    /// The net promoter score there, in points: today's, and what has changed since.
    ///
    /// ```text
    /// NPS = 100·(Σ promoters_k·n_k − Σ detractors_k·n_k) / N
    /// ```
    #[inline(always)]
    pub fn nps(&self, moved: &[Lane<V>; 4]) -> Lane<V> {
        let [promoters, _, detractors] = &self.answers;
        self.now.nps + 100.0 * (sum_of_products(promoters, moved) - sum_of_products(detractors, moved))
    }
}

/// What today's customers answer: as the survey says where it does, so that it comes back as it was typed.
#[inline(always)]
fn today<V: Pack>(
    survey: &Survey,
    given: &Given<Lane<V>>,
    answers: &[[Lane<V>; 4]; 3],
    scores: &[Lane<V>; 4],
    mix: &[Lane<V>; 4],
) -> Surveyed<V> {
    let found = match survey {
        Survey::Shares | Survey::Fitted { given: 3, certain: true, .. } => {
            each!(c in 3 => given.answers[c] / total_of(&given.answers))
        }
        _ => shares(answers, mix),
    };
    let nps = match survey {
        Survey::Points | Survey::Fitted { given: 1, certain: true, .. } => given.answers[0],
        _ => 100.0 * found[0] - 100.0 * found[2],
    };
    Surveyed { mix: *mix, answers: found, nps, score: given.score.unwrap_or(sum_of_products(scores, mix)) }
}

#[inline(always)]
fn total_of<V: Pack>(answers: &[Lane<V>; 3]) -> Lane<V> {
    answers[0] + answers[1] + answers[2]
}

/// Σ π_k·T_k,c of each answer.
#[inline(always)]
fn shares<V: Pack>(answers: &[[Lane<V>; 4]; 3], mix: &[Lane<V>; 4]) -> [Lane<V>; 3] {
    each!(c in 3 => sum_of_products(&answers[c], mix))
}

/// The weights of the answers that give a net promoter score of `points`, where `now` are their shares without.
///
/// ```text
/// w = (a, 1, 1/a) / (P·a + S + D/a)        x = points / 100
/// a > 0 solves  P·(1 − x)·a² − x·S·a − D·(1 + x) = 0
/// ```
#[inline(always)]
fn tilt<V: Pack>(now: &[Lane<V>; 3], points: Lane<V>) -> [Lane<V>; 3] {
    let x = points * 0.01;
    let [p, s, d] = [now[0] * (1.0 - x), x * now[1], now[2] * (1.0 + x)];
    let square = s * s + 4.0 * p * d;
    let rough = square.powf(square.all(0.5));
    // One step of Heron's method gives the last digits.
    let root = 0.5 * (rough + square / rough);
    // Of the two forms of the root the one in which nothing cancels.
    let a = s.below(0.0).select(2.0 * d / (root - s), (root + s) / (2.0 * p));
    let norm = 1.0 / (now[0] * a + now[1] + now[2] / a);
    [a * norm, norm, norm / a]
}

/// The mix and the answers by state when answer c counts w_c times.
#[inline(always)]
fn reweighted<V: Pack>(
    answers: &[[Lane<V>; 4]; 3],
    mix: &[Lane<V>; 4],
    weights: &[Lane<V>; 3],
) -> ([Lane<V>; 4], [[Lane<V>; 4]; 3]) {
    let counted = each!(c in 3 => each!(k in 4 => answers[c][k] * weights[c]));
    let factor = each!(k in 4 => counted[0][k] + counted[1][k] + counted[2][k]);
    let mix = normalised(&each!(k in 4 => mix[k] * factor[k]));
    (mix, each!(c in 3 => each!(k in 4 => counted[c][k] / factor[k])))
}

/// How near to 0 or 10 a mean score may come: beyond, the scores of the states cannot be told apart.
const NEAREST_END: f64 = 1e-6;

/// The mean scores of the states, all shifted alike in log-odds, so that these customers have this mean score.
///
/// ```text
/// r_k' = 10·logistic(logit(r_k/10) + c)        c such that Σ π_k·r_k' = score
/// ```
#[inline(always)]
fn shifted<V: Pack>(scores: &[Lane<V>; 4], mix: &[Lane<V>; 4], score: Lane<V>) -> [Lane<V>; 4] {
    let share = score.max(NEAREST_END).min(10.0 - NEAREST_END) * 0.1;
    let odds = each!(k in 4 => scores[k] / (10.0 - scores[k]));
    // e^c times the odds of each state are its new odds, and what is missing from 10 is 1 / (1 + odds).
    let factor = common_odds(&odds, mix, 1.0 - share);
    each!(k in 4 => 10.0 * (odds[k] * factor) / (1.0 + odds[k] * factor))
}

/// The shares of the answers of customers of this mix when their net promoter score is `points`.
pub fn shares_of_points(mix: &[f64; 4], points: f64) -> [f64; 3] {
    let mix = mix.map(|part| Lane([part]));
    let given = Given { answers: [Lane([points]), Lane([0.0]), Lane([0.0])], score: None };
    Calibrated::new(&Survey::Points, &given, &mix).now.answers.map(|share| share.0[0])
}
