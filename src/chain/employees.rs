//! Employees and partners: engagement, what it does to turnover, absence and experience of the staff, and the front line.

use super::excellence::Uplift;
use crate::units::{Input, Kind, Lane, Source, monthly_chance};

/// What the stage takes from the scenario.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<T> {
    engaged: T,
    annual_turnover: T,
    absence: T,
    onboarding_months: T,
    partners_engaged: T,
    touchpoint_share: T,
    engagement_gain: T,
    partner_gain: T,
    customer_echo: T,
    lag_months: T,
    turnover_ratio: T,
    absence_ratio: T,
    novice_penalty: T,
}

impl<T> Inputs<T> {
    /// Takes the stage's inputs, in this order.
    #[inline(always)]
    pub fn take<S: Source<Value = T>>(s: &mut S) -> Self {
        const PACE: Kind = Kind::amount_between(1.0, 120.0);
        const GAIN: Kind = Kind::real_between(-10.0, 10.0);
        const RATIO: Kind = Kind::amount_between(0.0, 10.0);
        let (e, p, x) = ("employees", "partners", "effects.employees");
        Inputs {
            engaged: s.next(Input::new(e, "engaged", Kind::SHARE, "share of staff", "engaged employees today")),
            annual_turnover: s.next(Input::new(
                e,
                "annual_turnover",
                Kind::PARTIAL_SHARE,
                "share a year",
                "employees who leave in a year",
            )),
            absence: s.next(Input::new(e, "absence", Kind::SHARE, "share of working time", "absence today")),
            onboarding_months: s.next(Input::new(
                e,
                "onboarding_months",
                PACE,
                "months",
                "time until a new colleague serves like the others",
            )),
            partners_engaged: s.next(Input::new(
                p,
                "engaged",
                Kind::SHARE,
                "share of partners' staff",
                "engaged people at partners today",
            )),
            touchpoint_share: s.next(Input::new(
                p,
                "touchpoint_share",
                Kind::SHARE,
                "share of contacts",
                "contacts that partners handle",
            )),
            engagement_gain: s.next(Input::new(
                x,
                "engagement_gain",
                GAIN,
                "share per unit of capability",
                "rise of the engaged share for each unit of capability",
            )),
            partner_gain: s.next(Input::new(
                x,
                "partner_gain",
                GAIN,
                "share per unit of capability",
                "rise of the engaged share at partners for each unit of capability",
            )),
            customer_echo: s.next(Input::new(
                x,
                "customer_echo",
                GAIN,
                "share per share",
                "rise of the engaged share for each rise of the connected share of customers",
            )),
            lag_months: s.next(Input::new(
                x,
                "lag_months",
                PACE,
                "months",
                "time constant with which engagement follows",
            )),
            turnover_ratio: s.next(Input::new(
                x,
                "turnover_ratio",
                RATIO,
                "ratio",
                "turnover of engaged over not engaged staff",
            )),
            absence_ratio: s.next(Input::new(
                x,
                "absence_ratio",
                RATIO,
                "ratio",
                "absence of engaged over not engaged staff",
            )),
            novice_penalty: s.next(Input::new(
                x,
                "novice_penalty",
                Kind::SHARE,
                "share",
                "how much less a novice adds to the experience",
            )),
        }
    }
}

/// The stage's constants of a trial.
#[derive(Clone, Copy, Debug)]
pub struct Calibrated<const N: usize> {
    i: Inputs<Lane<N>>,
    per_lag: Lane<N>,
    per_onboarding: Lane<N>,
    turnover_not_engaged: Lane<N>,
    absence_not_engaged: Lane<N>,
    turnover_now: Lane<N>,
    novices_now: Lane<N>,
    front_line_now: Lane<N>,
}

/// What the staff carries from month to month.
#[derive(Clone, Copy, Debug)]
pub struct State<const N: usize> {
    /// Engaged share e of employees.
    pub engaged: Lane<N>,
    /// Engaged share p at partners.
    pub partners_engaged: Lane<N>,
    /// Novices ν as a share of the staff.
    pub novices: Lane<N>,
}

/// The staff in one month.
#[derive(Clone, Copy, Debug)]
pub struct Month<const N: usize> {
    /// Engaged share of employees (0..1).
    pub engaged: Lane<N>,
    /// Engaged share at partners (0..1).
    pub partners_engaged: Lane<N>,
    /// Share of the staff that leaves in the month.
    pub turnover: Lane<N>,
    /// Share of working time absent.
    pub absence: Lane<N>,
    /// Novices as a share of the staff.
    pub novices: Lane<N>,
    /// Δf: change of the front line since today.
    pub front_line: Lane<N>,
}

impl<const N: usize> Calibrated<N> {
    /// Calibrates turnover and absence so that today's engagement gives today's figures.
    ///
    /// ```text
    /// q_d = q_0 / (1 − e_0 + r·e_0),   a_d = a_0 / (1 − e_0 + r_a·e_0),   ν_0 = q_0·onboarding_months
    /// ```
    #[inline(always)]
    pub fn new(i: &Inputs<Lane<N>>) -> (Self, State<N>) {
        let blend = |ratio: Lane<N>| (1.0 - i.engaged + ratio * i.engaged).max(Lane::splat(1e-9));
        let turnover_not_engaged = monthly_chance(i.annual_turnover) / blend(i.turnover_ratio);
        let turnover_now = turnover_not_engaged * (1.0 - i.engaged + i.turnover_ratio * i.engaged);
        let novices_now = turnover_now * i.onboarding_months;
        let mut calibrated = Calibrated {
            i: *i,
            per_lag: 1.0 / i.lag_months,
            per_onboarding: 1.0 / i.onboarding_months,
            turnover_not_engaged,
            absence_not_engaged: i.absence / blend(i.absence_ratio),
            turnover_now,
            novices_now,
            front_line_now: Lane::ZERO,
        };
        let state = State { engaged: i.engaged, partners_engaged: i.partners_engaged, novices: novices_now };
        calibrated.front_line_now = calibrated.front_line(&state);
        (calibrated, state)
    }

    /// f = (1 − s)·e·(1 − penalty·ν) + s·p.
    #[inline(always)]
    fn front_line(&self, s: &State<N>) -> Lane<N> {
        let share = self.i.touchpoint_share;
        (1.0 - share) * s.engaged * (1.0 - self.i.novice_penalty * s.novices) + share * s.partners_engaged
    }

    /// One month: engagement follows capability and customers' delight, turnover and absence follow engagement.
    ///
    /// ```text
    /// e += (clamp(e_0 + gain·u_employees + echo·(D − D_0)) − e) / lag
    /// p += (clamp(p_0 + gain·u_partners) − p) / lag
    /// q = q_d·(1 − e + r·e),  a = a_d·(1 − e + r_a·e),  ν += q − ν / onboarding
    /// ```
    ///
    /// `echo` is D − D_0, the rise of the connected share of customers at the end of the month before. The novices are
    /// written as differences from today (equal, since q_0 = ν_0 / onboarding), so that a still staff stays still to
    /// the last bit.
    #[inline(always)]
    pub fn step(&self, state: &mut State<N>, uplift: &Uplift<N>, echo: Lane<N>) -> Month<N> {
        let i = &self.i;
        let aim = (i.engaged + i.engagement_gain * uplift.employees + i.customer_echo * echo).clamp_share();
        state.engaged += (aim - state.engaged) * self.per_lag;
        let aim = (i.partners_engaged + i.partner_gain * uplift.partners).clamp_share();
        state.partners_engaged += (aim - state.partners_engaged) * self.per_lag;

        let e = state.engaged;
        let turnover = self.turnover_not_engaged * (1.0 - e + i.turnover_ratio * e);
        let absence = self.absence_not_engaged * (1.0 - e + i.absence_ratio * e);
        state.novices += (turnover - self.turnover_now) - (state.novices - self.novices_now) * self.per_onboarding;
        Month {
            engaged: e,
            partners_engaged: state.partners_engaged,
            turnover,
            absence,
            novices: state.novices,
            front_line: self.front_line(state) - self.front_line_now,
        }
    }
}
