//! Connection: the flows between the states that keep today's mix, and what moves them.

use super::super::grid::Grid;
use super::super::inputs::Inputs;
use super::super::look::Look;
use super::super::term::Term;
use super::come::Come;
use super::service::{Service, ServiceColumns};
use super::tables::sum;
use delight_model::chain::connection::STATES;

/// The constants of the stage.
#[derive(Clone, Debug)]
pub struct Bond {
    weights: [Term; 3],
    intensity: Term,
    saturation: Term,
    up: [Term; 3],
    down: [Term; 3],
    up_cap: [Term; 3],
    down_cap: [Term; 3],
    fuel: Term,
    wear: Term,
}

impl Bond {
    /// Lists them.
    pub fn add(inputs: &mut Inputs, (mix, churn): (&[Term; 4], &[Term; 4]), come: &Come, service: &Service) -> Self {
        inputs.heading("connection");
        let mut given = |key: &str| inputs.given(key, &format!("effects.connection.{key}"), Look::Plain);
        let weights = ["weight_surprising", "weight_recovered", "weight_unrecovered"].map(&mut given);
        let half_life = given("half_life_months");
        let (intensity, saturation) = (given("contact_intensity"), given("saturation"));
        let [failures, recovered, individual, surprising] = service.today();
        let fuel = individual + &weights[0] * surprising + &weights[1] * &recovered;
        let fuel = inputs.follows("fuel-now", None, &fuel, Look::Plain);
        let wear = inputs.follows("wear-now", None, &(1.0 + &weights[2] * (failures - recovered)), Look::Plain);
        let fade = 1.0 - Term::number(0.5).power(&(1.0 / half_life));
        let fade = inputs.follows("fade", None, &fade, Look::Plain);
        let growth = &come.acquisition - sum((0..4).map(|k| &mix[k] * &churn[k]));
        let growth = inputs.follows("growth", None, &growth, Look::Plain);
        // From state k + 1 upwards, more leave than enter by so much.
        let lead = |k: usize| {
            let leaving = sum((k + 1..4).map(|j| &mix[j] * (&churn[j] + &growth)));
            leaving - &come.acquisition * sum((k + 1..4).map(|j| come.enter[j].clone()))
        };
        let zero = Term::number(0.0);
        let lead = inputs.of_moves("lead", lead);
        let raw = inputs.of_moves("raw", |k| (&fade * &mix[k + 1] + &lead[k]) / &mix[k]);
        let up = inputs.of_moves("up", |k| zero.max(&raw[k]));
        let down = inputs.of_moves("down", |k| raw[k].below(&zero).choose(&(-lead[k].clone() / &mix[k + 1]), &fade));
        let free = |k: usize| Term::number(1.0).min(&((1.0 - &churn[k]) / 0.9));
        let up_cap = inputs.of_moves("up-cap", |k| 0.5 * free(k));
        let down_cap = inputs.of_moves("down-cap", |k| 0.4 * free(k + 1));
        Bond { weights, intensity, saturation, up, down, up_cap, down_cap, fuel, wear }
    }

    /// 1 + k·((1 + χ)·ρ / (ρ + χ) − 1), ρ = X/X_0.
    pub fn lift(&self, g: &Grid, c: &ServiceColumns, t: usize) -> Term {
        let [surprising, recovered, _] = &self.weights;
        let fuel = g.at(c.individual, t) + surprising * g.at(c.surprising, t) + recovered * g.at(c.recovered, t);
        let saturated = Term::number(1e-200).max(&(&self.saturation * &self.fuel));
        1.0 + &self.intensity * &self.saturation * (&fuel - &self.fuel) / (&fuel + saturated)
    }

    /// 1 + k·(Y/Y_0 − 1).
    pub fn drag(&self, g: &Grid, c: &ServiceColumns, t: usize) -> Term {
        let wear = 1.0 + &self.weights[2] * (g.at(c.failures, t) - g.at(c.recovered, t));
        1.0 + &self.intensity * (wear / &self.wear - 1.0)
    }

    /// Who moves up from state k, of so many.
    pub fn up(&self, k: usize, lift: &Term, of: &Term) -> Term {
        (&self.up[k] * lift).min(&self.up_cap[k]) * of
    }

    /// Who moves down to state k, of so many in the one above.
    pub fn down(&self, k: usize, drag: &Term, of: &Term) -> Term {
        (&self.down[k] * drag).min(&self.down_cap[k]) * of
    }
}

/// Where today's capped moves leave customers heaped up in a state: the part of those who enter it that passes on, and
/// where they end.
#[derive(Clone, Debug)]
pub struct Passing {
    /// φ_k.
    pub part: [Term; 4],
    /// ψ_k.
    pub ends: [Term; 4],
}

impl Passing {
    /// Lists them, for today's customers of so many by state.
    pub fn add(inputs: &mut Inputs, (n, churn): (&[Term; 4], &[Term; 4]), come: &Come, bond: &Bond) -> Self {
        inputs.heading("passing");
        let one = Term::number(1.0);
        let up = |k: usize| bond.up(k, &one, &n[k]);
        let down = |k: usize| bond.down(k, &one, &n[k + 1]);
        let (up, down) = (inputs.of_moves("up-now", up), inputs.of_moves("down-now", down));
        let enter = inputs.of_states("enter-now", |k| {
            let new = &come.now[1] * &come.mixes[1][k] + &come.now[0] * &come.mixes[0][k];
            let new = if k > 0 { new + &up[k - 1] } else { new };
            if k < 3 { new + &down[k] } else { new }
        });
        let change = inputs.of_states("change-now", |k| {
            let stays = &enter[k] - &n[k] * &churn[k];
            let stays = if k < 3 { stays - &up[k] } else { stays };
            if k > 0 { stays - &down[k - 1] } else { stays }
        });
        let zero = Term::number(0.0);
        let rounding = inputs.follows("rounding", None, &(sum(n.iter().cloned()) * 1e-12), Look::Plain);
        let above = |x: &Term| rounding.below(x).choose(x, &zero);
        let part = inputs.of_states("pass", |k| (above(&change[k]) / enter[k].max(&rounding)).min(&one));
        let short = inputs.of_states("short", |k| above(&-change[k].clone()));
        let all = sum(short.iter().cloned()).max(&rounding);
        Passing { part, ends: inputs.of_states("ends", |k| &short[k] / &all) }
    }
}

/// The names of the moves: from one state to the next.
pub const MOVES: [&str; 3] = [STATES[0], STATES[1], STATES[2]];
