//! The experience pyramid: what a customer meets in a month.

use super::super::grid::{Grid, Handle};
use super::super::inputs::Inputs;
use super::super::look::Look;
use super::super::term::Term;
use delight_model::chain::experience::BASICS_SCORE;

/// The constants of the stage.
#[derive(Clone, Debug)]
pub struct Service {
    contacts: Term,
    /// Today's failures, voiced, recovered, individual, surprising: b_0, v_0, h_0, i_0, g_0.
    now: [Term; 5],
    core_gain: Term,
    core_people: Term,
    voice_gain: Term,
    /// By capability and by people: of recovery, individual service, surprises.
    gains: [[Term; 2]; 3],
    /// What is left of the gains of levels 3 and 4.
    gate: Term,
    /// What multiplies the gains that raise the score.
    lever: Term,
}

/// Where the experience of an arm stands in the grid.
#[derive(Clone, Copy, Debug)]
pub struct ServiceColumns {
    /// Failures, voiced, recovered, individual, surprising, a customer.
    pub failures: Handle,
    /// See `failures`.
    pub voiced: Handle,
    /// See `failures`.
    pub recovered: Handle,
    /// See `failures`.
    pub individual: Handle,
    /// See `failures`.
    pub surprising: Handle,
}

/// The rises of the capabilities that the stage uses, if there are any: core, complaints, individual, surprising.
pub type Risen = Option<[Handle; 4]>;

impl Service {
    /// Lists them; contacts and failure rate may stand on the sheet of the case.
    pub fn add(inputs: &mut Inputs, contacts: &Term, (lever, score): (&Term, &Term)) -> Self {
        inputs.heading("experience");
        let mut given = |name: &str, path: &str| inputs.given(name, path, Look::Plain);
        let now = ["failure_rate", "voiced", "recovered", "individual", "surprising"]
            .map(|key| given(&format!("{key}_now"), &format!("experience.{key}")));
        let mut gain = |key: &str| given(key, &format!("effects.experience.{key}"));
        let [core_gain, core_people, voice_gain] = ["core_gain", "core_people", "voice_gain"].map(&mut gain);
        let gains = ["complaint", "individual", "surprising"]
            .map(|level| ["gain", "people"].map(|by| gain(&format!("{level}_{by}"))));
        let basics = gain("basics_gate");
        let gate = score.below(&Term::number(BASICS_SCORE)).choose(&basics, &Term::number(1.0));
        let gate = inputs.follows("gate-factor", None, &gate, Look::Plain);
        let (contacts, lever) = (contacts.clone(), lever.clone());
        Service { contacts, now, core_gain, core_people, voice_gain, gains, gate, lever }
    }

    /// n·b.
    pub fn failures(&self, g: &Grid, risen: Risen, front: Handle, t: usize) -> Term {
        let core = risen.map_or(Term::number(1.0), |r| 1.0 - &self.core_gain * g.at(r[0], t));
        let rate = &self.now[0] * core * (1.0 - &self.core_people * g.at(front, t));
        &self.contacts * rate.share()
    }

    /// n·b·v.
    pub fn voiced(&self, g: &Grid, risen: Risen, c: &ServiceColumns, t: usize) -> Term {
        let v = &self.now[1];
        let share = risen.map_or(v.clone(), |r| (v + (1.0 - v) * &self.voice_gain * g.at(r[1], t)).share());
        g.at(c.failures, t) * share
    }

    /// n·b·v·h.
    pub fn recovered(&self, g: &Grid, (risen, front): (Risen, Handle), c: &ServiceColumns, t: usize) -> Term {
        g.at(c.voiced, t) * self.raised(0, g, (risen.map(|r| r[1]), front), t)
    }

    /// n·(1 − b)·i.
    pub fn individual(&self, g: &Grid, (risen, front): (Risen, Handle), c: &ServiceColumns, t: usize) -> Term {
        (&self.contacts - g.at(c.failures, t)) * self.raised(1, g, (risen.map(|r| r[2]), front), t)
    }

    /// n·(1 − b)·g.
    pub fn surprising(&self, g: &Grid, (risen, front): (Risen, Handle), c: &ServiceColumns, t: usize) -> Term {
        (&self.contacts - g.at(c.failures, t)) * self.raised(2, g, (risen.map(|r| r[3]), front), t)
    }

    /// A share that grows towards one: recovered, individual, surprising.
    fn raised(&self, level: usize, g: &Grid, (uplift, front): (Option<Handle>, Handle), t: usize) -> Term {
        let (now, [by_capability, by_people]) = (&self.now[level + 2], &self.gains[level]);
        let people = by_people * g.at(front, t);
        let both = uplift.map_or(people.clone(), |uplift| by_capability * g.at(uplift, t) + people);
        let room = (1.0 - now) * &self.lever;
        let room = if level == 0 { room } else { room * &self.gate };
        (now + room * both).share()
    }

    /// Failures, recovered, individual and surprising of today, a customer.
    pub fn today(&self) -> [Term; 4] {
        let [b, v, h, i, s] = &self.now;
        let failures = &self.contacts * b;
        let sound = &self.contacts * (1.0 - b);
        [failures.clone(), failures * v * h, &sound * i, sound * s]
    }

    /// n: contacts of a customer a month.
    pub fn contacts(&self) -> &Term {
        &self.contacts
    }
}
