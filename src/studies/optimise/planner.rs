//! The search for a plan: efforts for given starts, starts for given efforts, and again.

use super::effort::Programme;
use super::objective::{EffortPlan, PlanObjective};
use super::schedule::{Crew, fits, improved, in_waves};
use super::search::{FeasibleEffort, highest};
use delight_model::statistics::RiskAttitude;

/// What a plan is searched with.
pub struct Planner<'a> {
    /// The programme in the draws of the search.
    pub objective: &'a PlanObjective<'a>,
    /// The programme as written.
    pub programme: &'a Programme,
    /// What limits its starts.
    pub crew: Crew,
    /// What may be planned, money.
    pub budget: f64,
    /// Horizon.
    pub months: usize,
}

/// Effort below this share of the total is not worth beginning with.
const DUST: f64 = 0.01;

impl Planner<'_> {
    /// Effort that the budget pays for.
    fn total(&self) -> f64 {
        self.budget / self.programme.price()
    }

    /// The latest start that is tried: a year before the end. Without a limit of staff also before a programme that does
    /// not become culture would stop: what begins later would lend its breadth to the delivery without being paid for.
    fn latest(&self) -> f64 {
        let latest = self.months.saturating_sub(12) as f64;
        if self.crew.most.is_some() { latest } else { latest.min((self.programme.fades_after - 1.0).max(0.0)) }
    }

    /// The programme as written with all gains scaled alike, so that it costs the budget, if gains can be had for it.
    pub fn scaled(&self) -> EffortPlan {
        let p = self.programme;
        let effort_of = |times: f64| -> [f64; 9] {
            std::array::from_fn(|e| p.curve.effort((times * p.gain[e]).min(1.0 - p.now[e])))
        };
        // Effort grows with the gains, so the factor is found by halving.
        let (mut low, mut high) = (0.0, 1.0 / p.curve.step);
        for _ in 0..60 {
            let middle = 0.5 * (low + high);
            if effort_of(middle).iter().sum::<f64>() <= self.total() { low = middle } else { high = middle }
        }
        EffortPlan { effort: effort_of(low), start: p.start }
    }

    /// The best plan for this owner.
    pub fn best(&self, attitude: RiskAttitude) -> EffortPlan {
        let (start, has_turn) = self.first_starts(attitude);
        let mut plan = EffortPlan { effort: [0.0; 9], start };
        plan.effort = self.climbed(&plan, &has_turn, &self.first_efforts(), attitude);
        for _ in 0..2 {
            let before = plan;
            let active = plan.effort.map(|effort| effort > 0.0);
            plan.start = improved(self.crew, plan.start, &active, self.latest(), |start| {
                self.objective.worth(&EffortPlan { start: *start, ..plan }, attitude)
            });
            if plan.start == before.start {
                break;
            }
            plan.effort = self.climbed(&plan, &active, &[plan.effort.to_vec()], attitude);
        }
        self.or_nothing(plan, attitude)
    }

    /// The best efforts for another owner, at the starts of this plan and on the elements that it works on.
    pub fn efforts(&self, plan: &EffortPlan, attitude: RiskAttitude) -> EffortPlan {
        let worked_on = plan.effort.map(|effort| effort > 0.0);
        let has_turn = if worked_on.contains(&true) { worked_on } else { [true; 9] };
        let has_turn = if self.crew.most.is_some() { has_turn } else { [true; 9] };
        let half: Vec<f64> = plan.effort.iter().map(|effort| 0.5 * effort).collect();
        let from = [plan.effort.to_vec(), half];
        self.or_nothing(EffortPlan { effort: self.climbed(plan, &has_turn, &from, attitude), ..*plan }, attitude)
    }

    /// Start months to begin with, and which elements have their turn within the horizon: as written if the crew can
    /// do that, else in waves, those first that would get most if there were hands enough.
    fn first_starts(&self, attitude: RiskAttitude) -> ([f64; 9], [bool; 9]) {
        let p = self.programme;
        let Some(most) = self.crew.most.filter(|_| !fits(self.crew, &p.start, &[true; 9])) else {
            return (p.start, [true; 9]);
        };
        let at_once = EffortPlan { effort: [0.0; 9], start: p.start };
        let wanted = self.climbed(&at_once, &[true; 9], &self.first_efforts(), attitude);
        let mut order: Vec<usize> = (0..9).collect();
        order.sort_by(|a, b| wanted[*b].total_cmp(&wanted[*a]).then(p.start[*a].total_cmp(&p.start[*b])));
        let start = in_waves(most, p.build_months, &order, self.months);
        (start.map(Option::unwrap_or_default), start.map(|start| start.is_some()))
    }

    /// Efforts to climb from: as written, alike, levelled up from below, and half of what is written.
    fn first_efforts(&self) -> Vec<Vec<f64>> {
        let p = self.programme;
        let written = self.scaled().effort;
        let alike = vec![self.total() / 9.0; 9];
        let half = written.iter().map(|effort| 0.5 * effort).collect();
        vec![written.to_vec(), alike, self.levelled(p), half]
    }

    /// The efforts that bring the lowest elements to a common level, as high as the budget allows.
    fn levelled(&self, p: &Programme) -> Vec<f64> {
        let reach = 0.99 * p.curve.gain(f64::MAX.sqrt());
        let effort_of = |level: f64| -> Vec<f64> {
            p.now.iter().map(|now| p.curve.effort((level - now).clamp(0.0, reach))).collect()
        };
        let (mut low, mut high) = (0.0, 1.0);
        for _ in 0..60 {
            let middle = 0.5 * (low + high);
            if effort_of(middle).iter().sum::<f64>() <= self.total() { low = middle } else { high = middle }
        }
        effort_of(low)
    }

    fn climbed(&self, plan: &EffortPlan, has_turn: &[bool; 9], from: &[Vec<f64>], attitude: RiskAttitude) -> [f64; 9] {
        let total = self.total();
        let most = (0..9).map(|e| if has_turn[e] { self.programme.most(e).min(total) } else { 0.0 });
        let spread = FeasibleEffort { most: most.collect(), total };
        let value = |x: &[f64]| self.objective.worth(&EffortPlan { effort: nine(x), ..*plan }, attitude);
        let (found, worth) = highest(&spread, from, value);
        let tidy: Vec<f64> = found.iter().map(|x| if *x < DUST * total { 0.0 } else { *x }).collect();
        // What a climb leaves of an element that it was giving up is no plan.
        if value(&tidy) >= worth - DUST * worth.abs() { nine(&tidy) } else { nine(&found) }
    }

    /// The plan, or none at all if that is worth more: doing nothing is worth 0 to every owner.
    fn or_nothing(&self, plan: EffortPlan, attitude: RiskAttitude) -> EffortPlan {
        let worth = self.objective.worth(&plan, attitude);
        if worth > 0.0 { plan } else { EffortPlan { effort: [0.0; 9], ..plan } }
    }
}

fn nine(x: &[f64]) -> [f64; 9] {
    std::array::from_fn(|e| x.get(e).copied().unwrap_or(0.0))
}
