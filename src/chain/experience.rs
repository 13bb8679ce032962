//! The experience pyramid: core value, complaint handling, individual service, surprising service, per customer a month.

use super::employees;
use super::excellence::Uplift;
use crate::units::{Input, Kind, Lane, Source};

/// What the stage takes from the scenario.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<T> {
    contacts_per_month: T,
    failure_rate: T,
    voiced: T,
    recovered: T,
    individual: T,
    surprising: T,
    basics_gate: T,
    core_gain: T,
    core_people: T,
    voice_gain: T,
    complaint_gain: T,
    complaint_people: T,
    individual_gain: T,
    individual_people: T,
    surprising_gain: T,
    surprising_people: T,
}

impl<T> Inputs<T> {
    /// Takes the stage's inputs, in this order.
    #[inline(always)]
    pub fn take<S: Source<Value = T>>(s: &mut S) -> Self {
        const GAIN: Kind = Kind::real_between(-10.0, 10.0);
        const PER_CAPABILITY: &str = "share per unit of capability";
        const PER_FRONT_LINE: &str = "share per unit of front line";
        let (e, x) = ("experience", "effects.experience");
        Inputs {
            contacts_per_month: s.next(Input::new(
                "customers",
                "contacts_per_month",
                Kind::POSITIVE,
                "contacts per customer a month",
                "how often a customer meets the organisation",
            )),
            failure_rate: s.next(Input::new(
                e,
                "failure_rate",
                Kind::SHARE,
                "share of contacts",
                "contacts in which the core value fails (pyramid level 1)",
            )),
            voiced: s.next(Input::new(
                e,
                "voiced",
                Kind::SHARE,
                "share of failures",
                "failures that are voiced, or found before they are",
            )),
            recovered: s.next(Input::new(
                e,
                "recovered",
                Kind::SHARE,
                "share of voiced failures",
                "voiced failures that are recovered well (level 2)",
            )),
            individual: s.next(Input::new(
                e,
                "individual",
                Kind::POSITIVE_SHARE,
                "share of contacts without failure",
                "contacts with individual service (level 3)",
            )),
            surprising: s.next(Input::new(
                e,
                "surprising",
                Kind::SHARE,
                "share of contacts without failure",
                "contacts with a surprise (level 4)",
            )),
            basics_gate: s.next(Input::new(
                x,
                "basics_gate",
                Kind::SHARE,
                "factor",
                "what is left of the gains of levels 3 and 4 while the basics are not in order (mean score below 7)",
            )),
            core_gain: s.next(Input::new(
                x,
                "core_gain",
                GAIN,
                PER_CAPABILITY,
                "fall of the failure rate by capability",
            )),
            core_people: s.next(Input::new(
                x,
                "core_people",
                GAIN,
                PER_FRONT_LINE,
                "fall of the failure rate by the front line",
            )),
            voice_gain: s.next(Input::new(
                x,
                "voice_gain",
                GAIN,
                PER_CAPABILITY,
                "rise of the voiced share by capability",
            )),
            complaint_gain: s.next(Input::new(
                x,
                "complaint_gain",
                GAIN,
                PER_CAPABILITY,
                "rise of the recovered share by capability",
            )),
            complaint_people: s.next(Input::new(
                x,
                "complaint_people",
                GAIN,
                PER_FRONT_LINE,
                "rise of the recovered share by the front line",
            )),
            individual_gain: s.next(Input::new(
                x,
                "individual_gain",
                GAIN,
                PER_CAPABILITY,
                "rise of individual service by capability",
            )),
            individual_people: s.next(Input::new(
                x,
                "individual_people",
                GAIN,
                PER_FRONT_LINE,
                "rise of individual service by the front line",
            )),
            surprising_gain: s.next(Input::new(
                x,
                "surprising_gain",
                GAIN,
                PER_CAPABILITY,
                "rise of surprises by capability",
            )),
            surprising_people: s.next(Input::new(
                x,
                "surprising_people",
                GAIN,
                PER_FRONT_LINE,
                "rise of surprises by the front line",
            )),
        }
    }
}

/// The stage's constants of a trial; the stage has no state of its own.
#[derive(Clone, Copy, Debug)]
pub struct Calibrated<const N: usize> {
    i: Inputs<Lane<N>>,
    /// 1, or the gate where the basics are not in order today.
    upper_levels: Lane<N>,
}

/// What a customer meets in one month: expected events per customer.
#[derive(Clone, Copy, Debug)]
pub struct Month<const N: usize> {
    /// b: share of contacts that fail.
    pub failure_rate: Lane<N>,
    /// Failed contacts.
    pub failures: Lane<N>,
    /// Failures voiced or found.
    pub voiced: Lane<N>,
    /// Failures recovered.
    pub recovered: Lane<N>,
    /// Failures not recovered.
    pub unrecovered: Lane<N>,
    /// Individual service.
    pub individual: Lane<N>,
    /// Surprises.
    pub surprising: Lane<N>,
}

/// The mean score below which the basics are not in order.
pub const BASICS_SCORE: f64 = 7.0;

impl<const N: usize> Calibrated<N> {
    /// Fixes the gate by today's mean score `rating` (0–10).
    #[inline(always)]
    pub fn new(i: &Inputs<Lane<N>>, rating: Lane<N>) -> Self {
        let gate = rating.below(Lane::splat(BASICS_SCORE)).select(i.basics_gate, Lane::ONE);
        Calibrated { i: *i, upper_levels: gate }
    }

    /// Contacts per customer a month.
    #[inline(always)]
    pub fn contacts(&self) -> Lane<N> {
        self.i.contacts_per_month
    }

    /// The experience of a month, from the changes of capability and of the front line Δf.
    ///
    /// ```text
    /// b = clamp(b_0·(1 − core_gain·u_core)·(1 − core_people·Δf))
    /// v = clamp(v_0 + (1 − v_0)·voice_gain·u_complaints)
    /// h = clamp(h_0 + (1 − h_0)·(complaint_gain·u_complaints + complaint_people·Δf))
    /// i = clamp(i_0 + (1 − i_0)·gate·(individual_gain·u_individual + individual_people·Δf)),  g likewise
    /// failures n·b, voiced n·b·v, recovered n·b·v·h, individual n·(1 − b)·i, surprising n·(1 − b)·g
    /// ```
    #[inline(always)]
    pub fn step(&self, u: &Uplift<N>, staff: &employees::Month<N>) -> Month<N> {
        let i = &self.i;
        let f = staff.front_line;
        let raised = |today: Lane<N>, rise: Lane<N>| (today + (1.0 - today) * rise).clamp_share();
        let b = (i.failure_rate * (1.0 - i.core_gain * u.core) * (1.0 - i.core_people * f)).clamp_share();
        let v = raised(i.voiced, i.voice_gain * u.complaints);
        let h = raised(i.recovered, i.complaint_gain * u.complaints + i.complaint_people * f);
        let upper = self.upper_levels;
        let individual = raised(i.individual, upper * (i.individual_gain * u.individual + i.individual_people * f));
        let surprising = raised(i.surprising, upper * (i.surprising_gain * u.surprising + i.surprising_people * f));

        let failures = i.contacts_per_month * b;
        let sound = i.contacts_per_month * (1.0 - b);
        let voiced = failures * v;
        let recovered = voiced * h;
        Month {
            failure_rate: b,
            failures,
            voiced,
            recovered,
            unrecovered: failures - recovered,
            individual: sound * individual,
            surprising: sound * surprising,
        }
    }
}
