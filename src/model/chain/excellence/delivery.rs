//! How much of a programme is delivered: its size, and the outcome of the draw.

use super::elements::Inputs;
use crate::units::{Lane, Pack};

/// How far the parts of a programme reach, decided by one draw a trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Delivery {
    /// It became culture: all of it lasts.
    Full,
    /// A part of it was reached, and fades.
    Partial,
    /// It did harm, which fades.
    Harmful,
    /// Nothing came of it.
    None,
}

impl Delivery {
    /// Every outcome, in the order of the draw.
    pub const ALL: [Delivery; 4] = [Delivery::Full, Delivery::Partial, Delivery::Harmful, Delivery::None];

    /// The word that scenario files and results use.
    pub fn name(self) -> &'static str {
        match self {
            Delivery::Full => "full",
            Delivery::Partial => "partial",
            Delivery::Harmful => "harmful",
            Delivery::None => "none",
        }
    }
}

/// A stop month beyond every horizon.
pub const NEVER: f64 = 1e9;

/// How much of the way to its targets a programme of size x goes, with η = `programme.diminishing`.
///
/// ```text
/// dose = (1 − e^(−ηx)) / (1 − e^(−η))          (η → 0:  dose = x)
/// ```
#[inline(always)]
pub(super) fn dose<V: Pack>(eta: Lane<V>, x: Lane<V>) -> Lane<V> {
    // Below the bound 1 − e^(−η) has lost too many digits; three terms of the series have an error under 1e-13.
    let small = eta.below(1e-4);
    let safe = small.select(1.0, eta);
    let exact = (1.0 - (-safe * x).exp()) / (1.0 - (-safe).exp());
    small.select(x * one_less_exp(eta * x) / one_less_exp(eta), exact)
}

/// (1 − e^(−y)) / y for small y.
#[inline(always)]
fn one_less_exp<V: Pack>(y: Lane<V>) -> Lane<V> {
    1.0 - y * 0.5 + y * y * (1.0 / 6.0)
}

/// The delivered part δ, the stop month s and the outcome of the delivery draw; `gap` is d_e.
///
/// ```text
/// d_e = max(target_e' − now_e, 0)         breadth = (Σ d)² / (9·Σ d²)         (0 where nothing moves)
/// logit(P_full) = logit(success_probability) + breadth_effect·(breadth − 0.5)
/// P_partial = (1 − P_full)·partial_probability
/// P_harm = (1 − P_full − P_partial)·harm_probability
/// full:  δ = 1, s = never        partial:  δ = partial_delivery        harmful:  δ = −harm        none:  δ = 0
/// all but full:  s = ceil(fades_after_months)
/// ```
#[inline(always)]
pub(super) fn deliver<V: Pack>(
    i: &Inputs<Lane<V>>,
    gap: &[Lane<V>; 9],
    luck: Lane<V>,
    fixed: Option<Delivery>,
) -> (Lane<V>, Lane<V>, Lane<V>) {
    let (mut sum, mut squares) = (gap[0], gap[0] * gap[0]);
    for d in &gap[1..] {
        sum += *d;
        squares += *d * *d;
    }
    let none = squares.at_most(0.0);
    let breadth = none.select(0.0, sum * sum / (9.0 * none.select(1.0, squares)));
    let tiny = 1e-300;
    let success = i.success_probability;
    let logit = success.max(tiny).ln() - (1.0 - success).max(tiny).ln() + i.breadth_effect * (breadth - 0.5);
    let full = 1.0 / (1.0 + (-logit).exp());
    let partial = (1.0 - full) * i.partial_probability;
    let harmful = (1.0 - full - partial) * i.harm_probability;

    let code = |d: Delivery| luck.all(d as u8 as f64);
    let outcome = match fixed {
        Some(d) => code(d),
        None => {
            let rest = luck.below(full + partial + harmful).select(code(Delivery::Harmful), code(Delivery::None));
            let rest = luck.below(full + partial).select(code(Delivery::Partial), rest);
            luck.below(full).select(code(Delivery::Full), rest)
        }
    };
    let is = |d: Delivery| outcome.at_most(code(d)).and(code(d).at_most(outcome));
    let part = is(Delivery::Harmful).select(-i.harm, 0.0);
    let part = is(Delivery::Partial).select(i.partial_delivery, part);
    let part = is(Delivery::Full).select(1.0, part);
    let stop = is(Delivery::Full).select(NEVER, i.fades_after_months.ceil());
    (part, stop, outcome)
}
