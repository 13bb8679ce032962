//! The experience pyramid: core value, complaint handling, individual service, surprising service, per customer a month.

use super::employees;
use super::excellence::Uplift;
use crate::units::{Lane, Pack, inputs};

inputs! {
    ["customers"]
    contacts_per_month: POSITIVE, "contacts per customer a month", "how often a customer meets the organisation";
    ["experience"]
    failure_rate: SHARE, "share of contacts", "contacts in which the core value fails (pyramid level 1)";
    voiced: SHARE, "share of failures", "failures that are voiced, or found before they are";
    recovered: SHARE, "share of voiced failures", "voiced failures that are recovered well (level 2)";
    individual: POSITIVE_SHARE, "share of contacts without failure", "contacts with individual service (level 3)";
    surprising: SHARE, "share of contacts without failure", "contacts with a surprise (level 4)";
    ["effects.experience"]
    basics_gate: SHARE, "factor",
        "what is left of the gains of levels 3 and 4 while the basics are not in order (mean score below 7)";
    core_gain: real_between(-10.0, 10.0), "share per unit of capability", "fall of the failure rate by capability";
    core_people: real_between(-10.0, 10.0), "share per unit of front line",
        "fall of the failure rate by the front line";
    voice_gain: real_between(-10.0, 10.0), "share per unit of capability", "rise of the voiced share by capability";
    complaint_gain: real_between(-10.0, 10.0), "share per unit of capability",
        "rise of the recovered share by capability";
    complaint_people: real_between(-10.0, 10.0), "share per unit of front line",
        "rise of the recovered share by the front line";
    individual_gain: real_between(-10.0, 10.0), "share per unit of capability",
        "rise of individual service by capability";
    individual_people: real_between(-10.0, 10.0), "share per unit of front line",
        "rise of individual service by the front line";
    surprising_gain: real_between(-10.0, 10.0), "share per unit of capability", "rise of surprises by capability";
    surprising_people: real_between(-10.0, 10.0), "share per unit of front line", "rise of surprises by the front line";
}

/// A share that can only grow towards one: today's, and what the room above it takes of each unit of capability and
/// of the front line.
#[derive(Clone, Copy, Debug)]
struct Raised<V> {
    today: Lane<V>,
    by_capability: Lane<V>,
    by_people: Lane<V>,
}

impl<V: Pack> Raised<V> {
    #[inline(always)]
    fn new(today: Lane<V>, capability_gain: Lane<V>, people_gain: Lane<V>, gate: Lane<V>) -> Self {
        let room = (1.0 - today) * gate;
        Raised { today, by_capability: room * capability_gain, by_people: room * people_gain }
    }

    #[inline(always)]
    fn to(&self, uplift: Lane<V>, front_line: Lane<V>) -> Lane<V> {
        (self.today + (self.by_capability * uplift + self.by_people * front_line)).clamp_share()
    }
}

/// The stage's constants of a trial; the stage has no state of its own.
#[derive(Clone, Copy, Debug)]
pub struct Calibrated<V: Pack> {
    contacts: Lane<V>,
    /// n·b_0, and what a unit of capability takes of it.
    failures_now: Lane<V>,
    failures_avoided: Lane<V>,
    core_people: Lane<V>,
    voiced_now: Lane<V>,
    voiced_gain: Lane<V>,
    recovered: Raised<V>,
    individual: Raised<V>,
    surprising: Raised<V>,
}

/// What a customer meets in one month: expected events per customer.
#[derive(Clone, Copy, Debug)]
pub struct Month<V: Pack> {
    /// Failed contacts.
    pub failures: Lane<V>,
    /// Failures voiced or found.
    pub voiced: Lane<V>,
    /// Failures recovered.
    pub recovered: Lane<V>,
    /// Failures not recovered.
    pub unrecovered: Lane<V>,
    /// Individual service.
    pub individual: Lane<V>,
    /// Surprises.
    pub surprising: Lane<V>,
}

/// The mean score below which the basics are not in order.
pub const BASICS_SCORE: f64 = 7.0;

impl<V: Pack> Calibrated<V> {
    /// Fixes the gate by today's mean score `rating` (0–10).
    ///
    /// ```text
    /// r_0 < 7.0:  gate = basics_gate        else:  gate = 1
    /// ```
    #[inline(always)]
    pub fn new(i: &Inputs<Lane<V>>, rating: Lane<V>) -> Self {
        let gate = rating.below(BASICS_SCORE).select(i.basics_gate, 1.0);
        let failures_now = i.contacts_per_month * i.failure_rate;
        Calibrated {
            contacts: i.contacts_per_month,
            failures_now,
            failures_avoided: failures_now * i.core_gain,
            core_people: i.core_people,
            voiced_now: i.voiced,
            voiced_gain: (1.0 - i.voiced) * i.voice_gain,
            recovered: Raised::new(i.recovered, i.complaint_gain, i.complaint_people, gate.all(1.0)),
            individual: Raised::new(i.individual, i.individual_gain, i.individual_people, gate),
            surprising: Raised::new(i.surprising, i.surprising_gain, i.surprising_people, gate),
        }
    }

    /// Contacts per customer a month.
    #[inline(always)]
    pub fn contacts(&self) -> Lane<V> {
        self.contacts
    }

    /// The experience of a month, from the changes of capability and of the front line Δf.
    ///
    /// ```text
    /// b = clamp(b_0·(1 − core_gain·u_core)·(1 − core_people·Δf))
    /// v = clamp(v_0 + (1 − v_0)·voice_gain·u_complaints)
    /// h = clamp(h_0 + (1 − h_0)·(complaint_gain·u_complaints + complaint_people·Δf))
    /// i = clamp(i_0 + (1 − i_0)·gate·(individual_gain·u_individual + individual_people·Δf))
    /// g = clamp(g_0 + (1 − g_0)·gate·(surprising_gain·u_surprising + surprising_people·Δf))
    /// failures = n·b        voiced = n·b·v        recovered = n·b·v·h        unrecovered = n·b·(1 − v·h)
    /// individual = n·(1 − b)·i                    surprising = n·(1 − b)·g
    /// ```
    #[inline(always)]
    pub fn step(&self, u: &Uplift<V>, staff: &employees::Month<V>) -> Month<V> {
        let f = staff.front_line;
        let failures = (self.failures_now - self.failures_avoided * u.core) * (1.0 - self.core_people * f);
        let failures = failures.max(0.0).min(self.contacts);
        let sound = self.contacts - failures;
        let voiced = failures * (self.voiced_now + self.voiced_gain * u.complaints).clamp_share();
        let recovered = voiced * self.recovered.to(u.complaints, f);
        Month {
            failures,
            voiced,
            recovered,
            unrecovered: failures - recovered,
            individual: sound * self.individual.to(u.individual, f),
            surprising: sound * self.surprising.to(u.surprising, f),
        }
    }
}
