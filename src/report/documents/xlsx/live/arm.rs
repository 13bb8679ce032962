//! One arm month by month: its columns, and what fills them.

use super::super::grid::{Formula, Grid, Handle, Heading};
use super::super::look::Look;
use super::super::term::Term;
use super::bond::MOVES;
use super::constants::Constants;
use super::service::{Risen, ServiceColumns};
use super::staff::StaffColumns;
use super::tables::sum;
use crate::words::Words;
use delight_model::chain::connection::STATES;

/// Where an arm stands in the grid.
#[derive(Clone, Copy, Debug)]
pub struct Arm {
    n: [Handle; 4],
    /// N.
    pub customers: Handle,
    /// n_3/N.
    pub connected: Handle,
    score: Handle,
    /// The net promoter score.
    pub nps: Handle,
    staff: StaffColumns,
    /// e.
    pub engaged: Handle,
    /// The experience.
    pub service: ServiceColumns,
    /// b.
    pub failure_rate: Handle,
    lift: Handle,
    drag: Handle,
    up: [Handle; 3],
    down: [Handle; 3],
    /// Customers lost.
    pub lost: Handle,
    referred: Handle,
    direct: Handle,
    room: Handle,
    /// Customers won.
    pub won: Handle,
    enter: [Handle; 4],
    passed: Option<Handle>,
    /// What is sold.
    pub volume: Handle,
    /// The price.
    pub price: Handle,
}

/// What an arm is filled from, besides itself.
#[derive(Clone, Copy, Debug)]
pub struct Around {
    /// κ.
    pub advantage: Handle,
    /// The rises of the six capabilities; none in the baseline.
    pub uplift: Option<[Handle; 6]>,
}

impl Arm {
    /// Opens its columns.
    pub fn open(grid: &mut Grid, passing: bool, bands: [String; 2], words: Words) -> Self {
        let [first, second] = bands;
        let (count, share, each) =
            (words.say("book-unit-customers"), words.say("book-unit-share"), words.say("book-unit-each"));
        let of_state = |grid: &mut Grid, column: &str, state: &str| {
            let name = words.say_of("state", state);
            let heading = words.say_of("live-column", column);
            grid.open(Heading::new(format!("{heading}: {name}"), count.clone(), Look::Count))
        };
        let column = |grid: &mut Grid, column: &str, unit: &str, look: Look| {
            grid.open(Heading::new(words.say_of("live-column", column), unit, look))
        };
        let of_moves = |grid: &mut Grid, name: &str| MOVES.map(|state| of_state(grid, name, state));
        grid.band(first);
        let n = STATES.map(|state| of_state(grid, "state", state));
        let customers = column(grid, "customers", &count, Look::Count);
        let connected = column(grid, "connected", &share, Look::Share);
        let score = column(grid, "score", "0–10", Look::Decimal);
        let nps = column(grid, "nps", "", Look::Decimal);
        let staff = StaffColumns {
            engaged: column(grid, "engaged-change", &share, Look::Decimal),
            partners: column(grid, "partners-change", &share, Look::Decimal),
            turnover: column(grid, "turnover", &words.say("book-unit-staff"), Look::Decimal),
            novices: column(grid, "novices-change", &share, Look::Decimal),
            absence: column(grid, "absence", &words.say("book-unit-time"), Look::Decimal),
            front: column(grid, "front", "", Look::Decimal),
        };
        let engaged = column(grid, "engaged", &share, Look::Share);
        let service = ServiceColumns {
            failures: column(grid, "failures", &each, Look::Decimal),
            voiced: column(grid, "voiced", &each, Look::Decimal),
            recovered: column(grid, "recovered", &each, Look::Decimal),
            individual: column(grid, "individual", &each, Look::Decimal),
            surprising: column(grid, "surprising", &each, Look::Decimal),
        };
        let failure_rate = column(grid, "failure-rate", &words.say("book-unit-contact"), Look::Decimal);
        grid.band(second);
        Arm {
            n,
            customers,
            connected,
            score,
            nps,
            staff,
            engaged,
            service,
            failure_rate,
            lift: column(grid, "lift", "", Look::Decimal),
            drag: column(grid, "drag", "", Look::Decimal),
            up: of_moves(grid, "up"),
            down: of_moves(grid, "down"),
            lost: column(grid, "lost", &count, Look::Count),
            referred: column(grid, "referred", &count, Look::Count),
            direct: column(grid, "direct", &count, Look::Count),
            room: column(grid, "room", "", Look::Decimal),
            won: column(grid, "won", &count, Look::Count),
            enter: STATES.map(|state| of_state(grid, "enter", state)),
            passed: passing.then(|| column(grid, "passed", &count, Look::Count)),
            volume: column(grid, "volume", &words.say("book-unit-volume"), Look::Count),
            price: column(grid, "price", &words.say("book-unit-ratio"), Look::Decimal),
        }
    }

    /// What gives the customers at the start of a month: from the month before alone.
    pub fn start<'a>(&self, c: &'a Constants) -> Vec<(Handle, Formula<'a>)> {
        let arm = *self;
        let mut all: Vec<(Handle, Formula<'a>)> = Vec::new();
        for k in 0..4 {
            all.push((arm.n[k], Box::new(move |g, t| if t == 1 { c.n[k].clone() } else { arm.next(c, k, g, t - 1) })));
        }
        all.push((arm.customers, Box::new(move |g, t| g.across(arm.n[0], arm.n[3], t).sum())));
        all.push((arm.connected, Box::new(move |g, t| g.at(arm.n[3], t) / g.at(arm.customers, t))));
        let mean =
            move |g: &Grid, of: &[Term; 4], t| sum((0..4).map(|k| &of[k] * g.at(arm.n[k], t))) / g.at(arm.customers, t);
        all.push((arm.score, Box::new(move |g, t| mean(g, &c.answers.scores, t))));
        let lead: [Term; 4] = std::array::from_fn(|k| &c.answers.promoters[k] - &c.answers.detractors[k]);
        all.push((arm.nps, Box::new(move |g, t| 100.0 * mean(g, &lead, t))));
        all
    }

    /// n_k of the month after.
    fn next(&self, c: &Constants, k: usize, g: &Grid, t: usize) -> Term {
        let enter = g.at(self.enter[k], t);
        let enter = c.passing.as_ref().map_or(enter.clone(), |passing| enter * (1.0 - &passing.part[k]));
        let stays = g.at(self.n[k], t) * (1.0 - &c.churn[k]) + enter;
        let stays = if k < 3 { stays - g.at(self.up[k], t) } else { stays };
        let stays = if k > 0 { stays - g.at(self.down[k - 1], t) } else { stays };
        let ends = c.passing.as_ref().zip(self.passed).map(|(passing, passed)| &passing.ends[k] * g.at(passed, t));
        Term::number(0.0).max(&ends.map_or(stays.clone(), |ends| stays + ends))
    }

    /// What gives the rest of a month.
    pub fn rest<'a>(&self, c: &'a Constants, around: Around) -> Vec<(Handle, Formula<'a>)> {
        let mut all = self.people(c, around.uplift);
        all.extend(self.flows(c));
        all.extend(self.comings(c, around.advantage));
        all
    }

    /// Staff and experience.
    fn people<'a>(&self, c: &'a Constants, uplift: Option<[Handle; 6]>) -> Vec<(Handle, Formula<'a>)> {
        let (arm, staff, served) = (*self, self.staff, self.service);
        let risen: Risen = uplift.map(|u| [u[2], u[3], u[4], u[5]]);
        let by = (risen, staff.front);
        let echo = move |g: &Grid, t| g.at(arm.connected, t) - &c.answers.mix[3];
        let first = uplift.map(|u| u[0]);
        let second = uplift.map(|u| u[1]);
        vec![
            (staff.engaged, Box::new(move |g, t| c.staff.engaged(g, staff.engaged, (first, echo(g, t)), t))),
            (staff.partners, Box::new(move |g, t| c.staff.partners(g, staff.partners, second, t))),
            (staff.turnover, Box::new(move |g, t| c.staff.turnover(g, &staff, t))),
            (staff.novices, Box::new(move |g, t| c.staff.novices(g, &staff, t))),
            (staff.absence, Box::new(move |g, t| c.staff.absence(g, &staff, t))),
            (staff.front, Box::new(move |g, t| c.staff.front(g, &staff, t))),
            (arm.engaged, Box::new(move |g, t| c.staff.engaged_now() + g.at(staff.engaged, t))),
            (served.failures, Box::new(move |g, t| c.service.failures(g, risen, staff.front, t))),
            (served.voiced, Box::new(move |g, t| c.service.voiced(g, risen, &served, t))),
            (served.recovered, Box::new(move |g, t| c.service.recovered(g, by, &served, t))),
            (served.individual, Box::new(move |g, t| c.service.individual(g, by, &served, t))),
            (served.surprising, Box::new(move |g, t| c.service.surprising(g, by, &served, t))),
            (arm.failure_rate, Box::new(move |g, t| g.at(served.failures, t) / c.service.contacts())),
        ]
    }

    /// Moves between the states, and who leaves.
    fn flows<'a>(&self, c: &'a Constants) -> Vec<(Handle, Formula<'a>)> {
        let (arm, served) = (*self, self.service);
        let mut all: Vec<(Handle, Formula<'a>)> = vec![
            (arm.lift, Box::new(move |g, t| c.bond.lift(g, &served, t))),
            (arm.drag, Box::new(move |g, t| c.bond.drag(g, &served, t))),
        ];
        for k in 0..3 {
            all.push((arm.up[k], Box::new(move |g, t| c.bond.up(k, &g.at(arm.lift, t), &g.at(arm.n[k], t)))));
            all.push((arm.down[k], Box::new(move |g, t| c.bond.down(k, &g.at(arm.drag, t), &g.at(arm.n[k + 1], t)))));
        }
        all.push((arm.lost, Box::new(move |g, t| sum((0..4).map(|k| &c.churn[k] * g.at(arm.n[k], t))))));
        all
    }

    /// Who comes, and what is sold.
    fn comings<'a>(&self, c: &'a Constants, advantage: Handle) -> Vec<(Handle, Formula<'a>)> {
        let arm = *self;
        let count = move |g: &Grid, t| g.at(arm.customers, t);
        let mut all: Vec<(Handle, Formula<'a>)> = vec![
            (
                arm.referred,
                Box::new(move |g, t| c.come.referred((&count(g, t), &g.at(arm.connected, t)), &g.at(advantage, t))),
            ),
            (arm.direct, Box::new(move |g, t| c.come.direct(&g.at(arm.score, t)))),
            (arm.room, Box::new(move |g, t| c.come.room(&count(g, t), &(g.at(arm.referred, t) + g.at(arm.direct, t))))),
            (arm.won, Box::new(move |g, t| g.at(arm.room, t) * (g.at(arm.referred, t) + g.at(arm.direct, t)))),
        ];
        for k in 0..4 {
            all.push((arm.enter[k], Box::new(move |g, t| arm.entering(c, k, g, t))));
        }
        if let Some((passing, passed)) = c.passing.as_ref().zip(arm.passed) {
            let heaped = move |g: &Grid, t| sum((0..4).map(|k| &passing.part[k] * g.at(arm.enter[k], t)));
            all.push((passed, Box::new(heaped)));
        }
        let n = move |g: &Grid, t| arm.n.map(|column| g.at(column, t));
        all.push((arm.volume, Box::new(move |g, t| c.trade.volume(&n(g, t), &count(g, t), &g.at(advantage, t)))));
        all.push((arm.price, Box::new(move |g, t| c.trade.price(&g.at(arm.score, t), &g.at(advantage, t)))));
        all
    }

    /// Who comes into state k: new, from below, and from above.
    fn entering(&self, c: &Constants, k: usize, g: &Grid, t: usize) -> Term {
        let [referred, direct] = &c.come.mixes;
        let new = g.at(self.direct, t) * &direct[k] + g.at(self.referred, t) * &referred[k];
        let new = g.at(self.room, t) * new;
        let new = if k > 0 { new + g.at(self.up[k - 1], t) } else { new };
        if k < 3 { new + g.at(self.down[k], t) } else { new }
    }

    /// q.
    pub fn turnover(&self) -> Handle {
        self.staff.turnover
    }

    /// a.
    pub fn absence(&self) -> Handle {
        self.staff.absence
    }
}
