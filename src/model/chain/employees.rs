//! Employees and partners: engagement, what it does to turnover, absence and experience of the staff, and the front line.

use super::excellence::Uplift;
use crate::units::{Lane, Pack, inputs};

inputs! {
    ["employees"]
    engaged: SHARE, "share of staff", "engaged employees today";
    annual_turnover: amount_between(0.0, 3.0), "share of headcount a year",
        "leavers in a year over average headcount; may exceed 1";
    absence: SHARE, "share of working time", "absence today";
    onboarding_months: amount_between(1.0, 120.0), "months", "time until a new colleague serves like the others";
    ["partners"]
    partners_engaged as "engaged": SHARE, "share of partners' staff", "engaged people at partners today";
    touchpoint_share: SHARE, "share of contacts", "contacts that partners handle";
    ["effects.employees"]
    engagement_gain: real_between(-10.0, 10.0), "share per unit of capability",
        "rise of the engaged share for each unit of capability";
    partner_gain: real_between(-10.0, 10.0), "share per unit of capability",
        "rise of the engaged share at partners for each unit of capability";
    customer_echo: real_between(-10.0, 10.0), "share per share",
        "rise of the engaged share for each rise of the connected share of customers";
    lag_months: amount_between(1.0, 120.0), "months", "time constant with which engagement follows";
    turnover_ratio: amount_between(0.0, 10.0), "ratio", "turnover of engaged over not engaged staff";
    absence_ratio: amount_between(0.0, 10.0), "ratio", "absence of engaged over not engaged staff";
    novice_penalty: SHARE, "share", "how much less a novice adds to the experience";
}

/// The stage's constants of a trial.
#[derive(Clone, Copy, Debug)]
pub struct Calibrated<V: Pack> {
    engaged_now: Lane<V>,
    partners_now: Lane<V>,
    /// How far either share can fall and rise from today's.
    engaged_range: [Lane<V>; 2],
    partners_range: [Lane<V>; 2],
    engagement_gain: Lane<V>,
    partner_gain: Lane<V>,
    customer_echo: Lane<V>,
    per_lag: Lane<V>,
    /// 1 + q_0 + 1/onboarding_months: what a novice of the month before is divided by.
    settling: Lane<V>,
    /// 1 − ν_0.
    settled_now: Lane<V>,
    annual_turnover: Lane<V>,
    turnover_now: Lane<V>,
    /// q_d·(r − 1): change of turnover for each unit of engagement.
    turnover_slope: Lane<V>,
    absence_now: Lane<V>,
    /// a_d·(r_a − 1).
    absence_slope: Lane<V>,
    novices_now: Lane<V>,
    /// (1 − s)·(1 − penalty·ν_0), (1 − s)·penalty and s: what engaged employees, novices and engaged partners add to the
    /// front line and take from it.
    by_employees: Lane<V>,
    novice_drag: Lane<V>,
    by_partners: Lane<V>,
}

/// What the staff carries from month to month, as changes since today, so that a still staff stays still to the last bit.
#[derive(Clone, Copy, Debug)]
pub struct State<V: Pack> {
    /// e − e_0: engaged share of employees.
    engaged: Lane<V>,
    /// p − p_0: engaged share at partners.
    partners: Lane<V>,
    /// ν − ν_0: novices as a share of the staff.
    novices: Lane<V>,
}

/// The staff in one month.
#[derive(Clone, Copy, Debug)]
pub struct Month<V: Pack> {
    /// Engaged share of employees (0..1).
    pub engaged: Lane<V>,
    /// Engaged share at partners (0..1).
    pub partners_engaged: Lane<V>,
    /// q: leavers of the month over headcount.
    pub turnover: Lane<V>,
    /// Share of working time absent.
    pub absence: Lane<V>,
    /// Novices as a share of the staff.
    pub novices: Lane<V>,
    /// Δf: change of the front line since today.
    pub front_line: Lane<V>,
}

/// Below this the turnover or absence of today's engaged and disengaged staff cannot be told apart.
const LEAST_BLEND: f64 = 1e-9;

impl<V: Pack> Calibrated<V> {
    /// Calibrates turnover and absence so that today's engagement gives today's figures.
    ///
    /// ```text
    /// q_0 = annual_turnover / 12        q_d = q_0 / (1 − e_0 + r·e_0)
    /// a_0 = absence                     a_d = a_0 / (1 − e_0 + r_a·e_0)
    /// ν_0 = q_0·onboarding_months / (1 + q_0·onboarding_months)
    /// ```
    ///
    /// Turnover is what personnel departments count: leavers over average headcount. It may exceed 1; novices, who are a
    /// share of the staff, may not.
    #[inline(always)]
    pub fn new(i: &Inputs<Lane<V>>) -> Self {
        let turnover_blend = 1.0 - i.engaged + i.turnover_ratio * i.engaged;
        let turnover_now = i.annual_turnover * (1.0 / 12.0);
        let not_engaged = turnover_now / turnover_blend.max(LEAST_BLEND);
        let absence_blend = 1.0 - i.engaged + i.absence_ratio * i.engaged;
        let absent = i.absence / absence_blend.max(LEAST_BLEND);
        let newly_come = turnover_now * i.onboarding_months;
        let novices_now = newly_come / (1.0 + newly_come);
        let own_share = 1.0 - i.touchpoint_share;
        let novice_drag = own_share * i.novice_penalty;
        Calibrated {
            engaged_now: i.engaged,
            partners_now: i.partners_engaged,
            engaged_range: [-i.engaged, 1.0 - i.engaged],
            partners_range: [-i.partners_engaged, 1.0 - i.partners_engaged],
            engagement_gain: i.engagement_gain,
            partner_gain: i.partner_gain,
            customer_echo: i.customer_echo,
            per_lag: 1.0 / i.lag_months,
            settling: 1.0 + turnover_now + 1.0 / i.onboarding_months,
            settled_now: 1.0 - novices_now,
            annual_turnover: i.annual_turnover,
            turnover_now,
            turnover_slope: not_engaged * (i.turnover_ratio - 1.0),
            absence_now: i.absence,
            absence_slope: absent * (i.absence_ratio - 1.0),
            novices_now,
            by_employees: own_share - novice_drag * novices_now,
            novice_drag,
            by_partners: i.touchpoint_share,
        }
    }

    /// e_0: engaged share of employees today.
    #[inline(always)]
    pub fn engaged_now(&self) -> Lane<V> {
        self.engaged_now
    }

    /// What a change of the engaged share adds to the front line while novices are as many as today.
    ///
    /// ```text
    /// Δf = (1 − s)·(1 − novice_penalty·ν_0)·Δe
    /// ```
    #[inline(always)]
    pub fn front_line_of(&self, engaged: Lane<V>) -> Lane<V> {
        self.by_employees * engaged
    }

    /// Turnover of a year whose months differ from today's by `change` in all.
    ///
    /// ```text
    /// turnover of a year = Σ q        (twelve months; 12·q_0 is annual_turnover)
    /// ```
    #[inline(always)]
    pub fn turnover_of_year(&self, change: Lane<V>) -> Lane<V> {
        self.annual_turnover + change
    }

    /// q − q_0: how turnover in a month differs from today's.
    #[inline(always)]
    pub fn turnover_change(&self, staff: &Month<V>) -> Lane<V> {
        staff.turnover - self.turnover_now
    }

    /// Today's staff.
    #[inline(always)]
    pub fn today(&self) -> State<V> {
        let zero = self.engaged_now.all(0.0);
        State { engaged: zero, partners: zero, novices: zero }
    }

    /// One month: engagement follows capability and customers' delight, turnover and absence follow engagement.
    ///
    /// ```text
    /// e += (clamp(e_0 + engagement_gain·u_employees + customer_echo·(D − D_0)) − e) / lag_months
    /// p += (clamp(p_0 + partner_gain·u_partners) − p) / lag_months
    /// q = q_d·(1 − e + r·e)        a = min(1, a_d·(1 − e + r_a·e))        ν = (ν + q) / (1 + q + 1/onboarding_months)
    /// f = (1 − s)·e·(1 − novice_penalty·ν) + s·p                  Δf = f − f_0
    /// ```
    ///
    /// `echo` is D − D_0, the rise of the connected share of customers at the end of the month before. All of it is reckoned
    /// in changes since today, which is equal: q and a are straight lines in e, and ν_0·(1 + q_0 + 1/onboarding_months) = ν_0 + q_0.
    #[inline(always)]
    pub fn step(&self, state: &mut State<V>, uplift: &Uplift<V>, echo: Lane<V>) -> Month<V> {
        let [least, most] = self.engaged_range;
        let aim = (self.engagement_gain * uplift.employees + self.customer_echo * echo).max(least).min(most);
        state.engaged += (aim - state.engaged) * self.per_lag;
        let [least, most] = self.partners_range;
        let aim = (self.partner_gain * uplift.partners).max(least).min(most);
        state.partners += (aim - state.partners) * self.per_lag;

        let turnover = (self.turnover_slope * state.engaged).max(-self.turnover_now);
        state.novices = (state.novices + self.settled_now * turnover) / (self.settling + turnover);
        let engaged = self.engaged_now + state.engaged;
        Month {
            engaged,
            partners_engaged: self.partners_now + state.partners,
            turnover: self.turnover_now + turnover,
            absence: (self.absence_now + self.absence_slope * state.engaged).clamp_share(),
            novices: self.novices_now + state.novices,
            front_line: self.by_employees * state.engaged - self.novice_drag * state.novices * engaged
                + self.by_partners * state.partners,
        }
    }
}
