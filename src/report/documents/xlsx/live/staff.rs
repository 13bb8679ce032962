//! Employees and partners: engagement, turnover, absence, novices, and the front line.

use super::super::grid::{Grid, Handle};
use super::super::inputs::Inputs;
use super::super::look::Look;
use super::super::term::Term;

/// The constants of the stage.
#[derive(Clone, Debug)]
pub struct Staff {
    engaged: Term,
    partners: Term,
    touchpoints: Term,
    engagement_gain: Term,
    partner_gain: Term,
    echo: Term,
    lag: Term,
    penalty: Term,
    onboarding: Term,
    absence: Term,
    turnover_now: Term,
    turnover_slope: Term,
    absence_slope: Term,
    novices_now: Term,
}

/// Where the staff of an arm stands in the grid.
#[derive(Clone, Copy, Debug)]
pub struct StaffColumns {
    /// e − e_0, p − p_0, q, ν − ν_0, a, Δf.
    pub engaged: Handle,
    /// See `engaged`.
    pub partners: Handle,
    /// See `engaged`.
    pub turnover: Handle,
    /// See `engaged`.
    pub novices: Handle,
    /// See `engaged`.
    pub absence: Handle,
    /// See `engaged`.
    pub front: Handle,
}

impl Staff {
    /// Lists them.
    pub fn add(inputs: &mut Inputs) -> Self {
        inputs.heading("employees");
        let mut given = |name: &str, path: &str| inputs.given(name, path, Look::Plain);
        let engaged = given("engaged", "employees.engaged");
        let turnover = given("annual_turnover", "employees.annual_turnover");
        let absence = given("absence", "employees.absence");
        let onboarding = given("onboarding_months", "employees.onboarding_months");
        let partners = given("partners_engaged", "partners.engaged");
        let touchpoints = given("touchpoint_share", "partners.touchpoint_share");
        let engagement_gain = given("engagement_gain", "effects.employees.engagement_gain");
        let partner_gain = given("partner_gain", "effects.employees.partner_gain");
        let echo = given("customer_echo", "effects.employees.customer_echo");
        let lag = given("lag_months", "effects.employees.lag_months");
        let turnover_ratio = given("turnover_ratio", "effects.employees.turnover_ratio");
        let absence_ratio = given("absence_ratio", "effects.employees.absence_ratio");
        let penalty = given("novice_penalty", "effects.employees.novice_penalty");
        let mut follows = |cell: &str, term: &Term| inputs.follows(cell, None, term, Look::Plain);
        let turnover_now = follows("turnover-now", &(turnover / 12.0));
        let blend = |ratio: &Term| Term::number(1e-9).max(&(1.0 - &engaged + ratio * &engaged));
        let turnover_slope =
            follows("turnover-slope", &(&turnover_now / blend(&turnover_ratio) * (&turnover_ratio - 1.0)));
        let absence_slope = follows("absence-slope", &(&absence / blend(&absence_ratio) * (&absence_ratio - 1.0)));
        let newly = &turnover_now * &onboarding;
        let novices_now = follows("novices-now", &(&newly / (1.0 + &newly)));
        Staff {
            engaged,
            partners,
            touchpoints,
            engagement_gain,
            partner_gain,
            echo,
            lag,
            penalty,
            onboarding,
            absence,
            turnover_now,
            turnover_slope,
            absence_slope,
            novices_now,
        }
    }

    /// e − e_0, from the rise of the capability, if any, and of the connected share.
    pub fn engaged(&self, g: &Grid, own: Handle, (uplift, echo): (Option<Handle>, Term), t: usize) -> Term {
        let delight = &self.echo * echo;
        let aim = uplift.map_or(delight.clone(), |uplift| &self.engagement_gain * g.at(uplift, t) + delight);
        follow(&(-self.engaged.clone()).max(&(1.0 - &self.engaged).min(&aim)), &g.at(own, t - 1), &self.lag)
    }

    /// p − p_0.
    pub fn partners(&self, g: &Grid, own: Handle, uplift: Option<Handle>, t: usize) -> Term {
        let aim = uplift.map_or(Term::number(0.0), |uplift| &self.partner_gain * g.at(uplift, t));
        follow(&(-self.partners.clone()).max(&(1.0 - &self.partners).min(&aim)), &g.at(own, t - 1), &self.lag)
    }

    /// q.
    pub fn turnover(&self, g: &Grid, c: &StaffColumns, t: usize) -> Term {
        Term::number(0.0).max(&(&self.turnover_now + &self.turnover_slope * g.at(c.engaged, t)))
    }

    /// ν − ν_0.
    pub fn novices(&self, g: &Grid, c: &StaffColumns, t: usize) -> Term {
        let more = g.at(c.turnover, t) - &self.turnover_now;
        (g.at(c.novices, t - 1) + (1.0 - &self.novices_now) * more)
            / (1.0 + g.at(c.turnover, t) + 1.0 / &self.onboarding)
    }

    /// a.
    pub fn absence(&self, g: &Grid, c: &StaffColumns, t: usize) -> Term {
        (&self.absence + &self.absence_slope * g.at(c.engaged, t)).share()
    }

    /// Δf.
    pub fn front(&self, g: &Grid, c: &StaffColumns, t: usize) -> Term {
        let (e, v) = (g.at(c.engaged, t), g.at(c.novices, t));
        let own = &e * (1.0 - &self.penalty * &self.novices_now) - &self.penalty * v * (&self.engaged + &e);
        (1.0 - &self.touchpoints) * own + &self.touchpoints * g.at(c.partners, t)
    }

    /// e_0.
    pub fn engaged_now(&self) -> &Term {
        &self.engaged
    }
}

fn follow(aim: &Term, before: &Term, lag: &Term) -> Term {
    before + (aim - before) / lag
}
