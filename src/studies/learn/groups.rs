//! Customers by state, or by band of their rating, and staff by engagement: face values, held against draws of ratios.

use super::findings::Slope;
use super::implied::churn_by_state;
use super::people::{Customer, Employee};
use super::sums::over_gap;
use delight_model::chain::survey::ANSWERS_OF_STATES;

/// Customers of one state or one band.
#[derive(Clone, Copy, Debug, Default)]
struct Group {
    stayed: f64,
    all: f64,
    spend: f64,
    squares: f64,
    spenders: f64,
}

/// Customers in groups, each with its mix of states.
#[derive(Clone, Debug)]
pub struct CustomerGroups {
    groups: Vec<Group>,
    /// Of each group the shares of the states in it.
    states: Vec<[f64; 4]>,
    /// Shares of the states in all.
    mix: [f64; 4],
}

/// The band of a rating: promoters, passives, detractors.
fn band(rating: f64) -> usize {
    if rating >= 8.5 { 0 } else { usize::from(rating < 6.5) + 1 }
}

impl CustomerGroups {
    /// Of customers with a state each, or else by band of the rating, where `mix` is that of the case; none where any group
    /// is empty or all alike.
    pub fn of(customers: &[Customer], mix: &[f64; 4]) -> Option<CustomerGroups> {
        let stated = customers.iter().any(|c| c.state.is_some());
        let mut groups = vec![Group::default(); if stated { 4 } else { 3 }];
        for customer in customers {
            let place = if stated { customer.state } else { Some(customer.rating).filter(|r| r.is_finite()).map(band) };
            let Some(group) = place.and_then(|place| groups.get_mut(place)) else { continue };
            group.stayed += customer.stayed;
            group.all += 1.0;
            if customer.spend.is_finite() {
                group.spend += customer.spend;
                group.squares += customer.spend * customer.spend;
                group.spenders += 1.0;
            }
        }
        if groups.iter().any(|g| g.stayed < 1.0 || g.all - g.stayed < 1.0) {
            return None;
        }
        let states: Vec<[f64; 4]> = match stated {
            true => (0..4).map(|own| std::array::from_fn(|k| if k == own { 1.0 } else { 0.0 })).collect(),
            false => ANSWERS_OF_STATES.iter().map(|answers| of_band(answers, mix)).collect(),
        };
        let all: f64 = groups.iter().map(|g| g.all).sum();
        let share = |k: usize| groups.iter().zip(&states).map(|(g, part)| g.all / all * part[k]).sum();
        let mix = std::array::from_fn(share);
        Some(CustomerGroups { groups, states, mix })
    }

    /// Customers behind it.
    pub fn customers(&self) -> usize {
        self.groups.iter().map(|g| g.all).sum::<f64>() as usize
    }

    /// Log odds of staying of the best group against the worst, as they are seen: a slope between.
    pub fn face(&self) -> Slope {
        let log = |g: &Group| libm::log(g.stayed / (g.all - g.stayed));
        let variance = |g: &Group| 1.0 / g.stayed + 1.0 / (g.all - g.stayed);
        let (best, worst) = self.ends();
        let (value, half) = (log(best) - log(worst), 1.959_964 * (variance(best) + variance(worst)).sqrt());
        Slope { value, low: Some(value - half), high: Some(value + half) }
    }

    /// Promoters and detractors, or connected and unconnected customers.
    fn ends(&self) -> (&Group, &Group) {
        let (first, last) = (&self.groups[0], &self.groups[self.groups.len() - 1]);
        if self.groups.len() == 4 { (last, first) } else { (first, last) }
    }

    /// Log likelihood of odds of staying against `satisfied`, at face value, where all together stay as often as they did.
    pub fn log_likelihood(&self, odds: [f64; 3]) -> f64 {
        let all: f64 = self.groups.iter().map(|g| g.all).sum();
        let lost: f64 = self.groups.iter().map(|g| g.all - g.stayed).sum();
        let monthly = churn_by_state(&self.mix, lost / all, odds, [1.0, 1.0]);
        let annual = monthly.map(|c| 1.0 - (1.0 - c).powi(12));
        let log = |(group, states): (&Group, &[f64; 4])| {
            let leaves: f64 = states.iter().zip(annual).map(|(part, annual)| part * annual).sum();
            let leaves = leaves.clamp(1e-12, 1.0 - 1e-12);
            group.stayed * libm::log1p(-leaves) + (group.all - group.stayed) * libm::log(leaves)
        };
        self.groups.iter().zip(&self.states).map(log).sum()
    }

    /// Whether every group has customers whose spend is known and differs.
    pub fn spends(&self) -> bool {
        self.groups.iter().all(|g| g.spenders > 1.0 && variance_of_mean(g) > 0.0)
    }

    /// Mean spend of the best group over that of the worst, less 1, as it is seen.
    pub fn face_of_spend(&self) -> Slope {
        let (best, worst) = self.ends();
        let mean = |g: &Group| g.spend / g.spenders;
        let ratio = mean(best) / mean(worst);
        let relative = |g: &Group| variance_of_mean(g) / (mean(g) * mean(g));
        let half = 1.959_964 * ratio * (relative(best) + relative(worst)).sqrt();
        Slope { value: ratio - 1.0, low: Some(ratio - 1.0 - half), high: Some(ratio - 1.0 + half) }
    }

    /// Log likelihood of spend against `satisfied`, at face value, where all together spend as much as they did.
    pub fn log_likelihood_of_spend(&self, spend: [f64; 3]) -> f64 {
        let multiple = [spend[0], 1.0, spend[1], spend[2]];
        let of = |states: &[f64; 4]| states.iter().zip(multiple).map(|(part, m)| part * m).sum::<f64>();
        let expected: f64 = self.groups.iter().zip(&self.states).map(|(g, s)| g.spenders * of(s)).sum();
        let unit = self.groups.iter().map(|g| g.spend).sum::<f64>() / expected;
        let log = |(g, states): (&Group, &[f64; 4])| {
            let off = g.spend / g.spenders - unit * of(states);
            -0.5 * off * off / variance_of_mean(g)
        };
        self.groups.iter().zip(&self.states).map(log).sum()
    }
}

fn variance_of_mean(g: &Group) -> f64 {
    let mean = g.spend / g.spenders;
    (g.squares / g.spenders - mean * mean) / (g.spenders - 1.0)
}

/// The states of those who give an answer.
fn of_band(answers: &[f64; 4], mix: &[f64; 4]) -> [f64; 4] {
    let both: [f64; 4] = std::array::from_fn(|k| answers[k] * mix[k]);
    let all: f64 = both.iter().sum();
    both.map(|part| part / all)
}

/// Staff by engagement: how often each left within the year.
#[derive(Clone, Copy, Debug)]
pub struct Leavers {
    /// Left and all, of not engaged and of engaged staff.
    left: [f64; 2],
    all: [f64; 2],
}

impl Leavers {
    /// Of staff; none where a group is empty or all alike.
    pub fn of(staff: &[Employee]) -> Option<Leavers> {
        let mut found = Leavers { left: [0.0; 2], all: [0.0; 2] };
        for one in staff {
            let group = usize::from(one.engaged > 0.5);
            found.left[group] += one.left;
            found.all[group] += 1.0;
        }
        let mixed = (0..2).all(|g| found.left[g] >= 1.0 && found.all[g] - found.left[g] >= 1.0);
        mixed.then_some(found)
    }

    /// Staff behind it.
    pub fn staff(&self) -> usize {
        (self.all[0] + self.all[1]) as usize
    }

    /// Log odds of leaving of engaged against not engaged staff, and its standard error.
    fn odds(&self) -> (f64, f64) {
        let log = |g: usize| libm::log(self.left[g] / (self.all[g] - self.left[g]));
        let variance = |g: usize| 1.0 / self.left[g] + 1.0 / (self.all[g] - self.left[g]);
        (log(1) - log(0), (variance(0) + variance(1)).sqrt())
    }

    /// The same with its interval.
    pub fn face(&self) -> Slope {
        let (value, error) = self.odds();
        Slope { value, low: Some(value - 1.959_964 * error), high: Some(value + 1.959_964 * error) }
    }

    /// What of it may be a shared cause: the whole of it.
    pub fn gap(&self) -> f64 {
        self.odds().0
    }

    /// Log odds that a ratio of turnover implies, where those who are not engaged leave as often as they did.
    pub fn implied(&self, ratio: f64) -> f64 {
        let plain = self.left[0] / self.all[0];
        let engaged = (ratio * plain).clamp(1e-9, 1.0 - 1e-9);
        libm::log(engaged / (1.0 - engaged)) - libm::log(plain / (1.0 - plain))
    }

    /// Log likelihood of a ratio of turnover.
    pub fn log_likelihood(&self, ratio: f64) -> f64 {
        let (value, error) = self.odds();
        over_gap(self.implied(ratio), self.gap(), |b| -0.5 * ((value - b) / error) * ((value - b) / error))
    }
}
