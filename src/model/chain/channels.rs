//! Channels that are left out by default: sales at the counter, contacts that need not be made, productivity that is cashed.

use super::revenue;
use crate::units::{Lane, Pack, inputs};

inputs! {
    ["effects.channels"]
    counter: real_between(-1.0, 1.0), "share of revenue",
        "revenue that a better front line adds at the counter at full delivery; 0 leaves it out";
    contacts: real_between(-1.0, 1.0), "share of contacts",
        "contacts that need not be made at full delivery; 0 leaves them in";
    productivity: real_between(-1.0, 1.0), "share of wages per 7 points of engaged",
        "work that the same staff does more for each 7 points of engaged staff; 0 leaves it out";
    cashed: SHARE, "share of productivity", "part of that productivity that becomes money";
}

/// The paths of the inputs without which a channel is left out.
pub const CHANNELS: [&str; 3] =
    ["effects.channels.counter", "effects.channels.contacts", "effects.channels.productivity"];

/// The rise of the engaged share that `productivity` is given for: 0.2 standard deviations.
const STEP: f64 = 0.07;

/// The stage's constants of a trial; the stage has no state of its own.
#[derive(Clone, Copy, Debug)]
pub struct Calibrated<V: Pack> {
    counter: Lane<V>,
    contacts: Lane<V>,
    /// What a month's work saves for each unit of the engaged share.
    saved: Lane<V>,
}

/// How far a programme's arm is ahead of the baseline in a month.
#[derive(Clone, Copy, Debug)]
pub struct Lead<V: Pack> {
    /// How far the programme has come: 1 at full delivery of a programme as written.
    pub ramp: Lane<V>,
    /// κ: what rivals have left of an advantage.
    pub advantage: Lane<V>,
    /// e − the baseline's e.
    pub engaged: Lane<V>,
}

impl<V: Pack> Calibrated<V> {
    /// From the inputs of a trial.
    #[inline(always)]
    pub fn new(i: &Inputs<Lane<V>>, staff: &revenue::Inputs<Lane<V>>) -> Self {
        let wages = staff.headcount * staff.salary_per_year * (1.0 / 12.0);
        Calibrated { counter: i.counter, contacts: i.contacts, saved: wages * i.productivity * i.cashed * (1.0 / STEP) }
    }

    /// Adds the channels to the money of a month of the programme's arm; the baseline has none.
    ///
    /// ```text
    /// revenue ·= 1 + counter·ramp·κ                       (and with it contribution)
    /// contact cost ·= max(0, 1 − contacts·ramp)           (the delight that contacts give stays as it is)
    /// people cost −= headcount·salary_per_year/12·productivity·cashed·(e − e_b)/0.07 [·I]
    /// ```
    #[inline(always)]
    pub fn step(&self, lead: &Lead<V>, money: &mut revenue::Month<V>) {
        let sold = 1.0 + self.counter * lead.ramp * lead.advantage;
        money.counter = Some(sold);
        money.contribution = money.contribution * sold;
        money.contact_cost = money.contact_cost * (1.0 - self.contacts * lead.ramp).max(0.0);
        money.people_cost -= self.saved * lead.engaged;
    }
}
