//! Service excellence: nine elements, what a programme does to them, and the capability each later stage gets from them.

mod calendar;
mod delivery;
mod elements;
mod levels;
#[cfg(test)]
mod tests;

use crate::units::{Lane, Mask, Pack, each};
pub use calendar::{Begins, Elements, When};
pub use delivery::{Delivery, NEVER};
use delivery::{deliver, dose};
use elements::ROWS;
pub use elements::{ELEMENTS, Inputs, WEIGHTS};
pub use levels::Levels;
use levels::Today;

/// The capabilities that the nine elements give the organisation, or their changes since today.
#[derive(Clone, Copy, Debug)]
pub struct Uplift<V: Pack> {
    /// To engage employees.
    pub employees: Lane<V>,
    /// To engage partners.
    pub partners: Lane<V>,
    /// To deliver the core value without failure.
    pub core: Lane<V>,
    /// To have failures voiced and recovered.
    pub complaints: Lane<V>,
    /// To give individual service.
    pub individual: Lane<V>,
    /// To surprise.
    pub surprising: Lane<V>,
}

impl<V: Pack> Uplift<V> {
    /// Nothing changes: what today's organisation does without a programme.
    #[inline(always)]
    pub fn none(zero: Lane<V>) -> Self {
        Self::of_rows([zero; ROWS])
    }

    /// From the rows of [`WEIGHTS`].
    #[inline(always)]
    fn of_rows([employees, partners, core, complaints, individual, surprising]: [Lane<V>; ROWS]) -> Self {
        Uplift { employees, partners, core, complaints, individual, surprising }
    }
}

/// The stage's constants of a trial.
#[derive(Clone, Copy, Debug)]
pub struct Calibrated<V: Pack> {
    now: [Lane<V>; 9],
    /// (target' − now)·δ: how far each element moves at full level.
    change: [Lane<V>; 9],
    /// δ·dose over the number of elements that move: what each adds to the ramp at full level.
    ramp: Lane<V>,
    start: [Lane<V>; 9],
    /// What a month leaves of the way that a level has still to go, and of the level once the programme has stopped.
    growing: Lane<V>,
    fading: Lane<V>,
    /// λ, and 1 − λ.
    weakest_link: Lane<V>,
    average: Lane<V>,
    /// −λ·min{now_e : W_re > 0} of each row r.
    less_weakest_now: [Lane<V>; ROWS],
    /// Where harm can bring an element down to zero, and whether it can in any trial.
    falls: Mask<V>,
    any_falls: bool,
    /// The month after which the programme stops; [`NEVER`] if it goes on for good.
    stop_month: Lane<V>,
    /// Outcome of the delivery draw: its place in [`Delivery::ALL`].
    pub delivery: Lane<V>,
}

impl<V: Pack> Calibrated<V> {
    /// Turns the inputs of a trial into its constants, with the delivery drawn by `luck` (0..1) or `fixed`.
    ///
    /// ```text
    /// target' = clamp(now + max(target − now, 0)·dose)
    /// ```
    #[inline(always)]
    pub fn new(i: &Inputs<Lane<V>>, luck: Lane<V>, fixed: Option<Delivery>) -> Self {
        let dose = dose(i.diminishing, i.intensity);
        let gap = each!(e in 9 => {
            let target = (i.now[e] + (i.target[e] - i.now[e]).max(0.0) * dose).clamp_share();
            target - i.now[e]
        });
        let (part, stop_month, delivery) = deliver(i, &gap, luck, fixed);
        let change = each!(e in 9 => gap[e] * part);
        let mut moving = dose.all(0.0);
        for d in &gap {
            moving += d.at_most(0.0).select(0.0, 1.0);
        }
        let mut falls = part.all(0.0).below(0.0);
        for e in 0..9 {
            falls = falls.or((i.now[e] + change[e]).below(0.0));
        }
        let weakest_now = weakest(
            #[inline(always)]
            |e| i.now[e],
        );
        Calibrated {
            now: i.now,
            change,
            ramp: part * dose / moving.max(1.0),
            start: i.start_month,
            growing: 1.0 - 1.0 / i.embed_months,
            fading: 1.0 - 1.0 / i.fade_months,
            weakest_link: i.weakest_link,
            average: 1.0 - i.weakest_link,
            less_weakest_now: each!(r in 6 => -(i.weakest_link * weakest_now[r])),
            falls,
            any_falls: falls.any(),
            stop_month,
            delivery,
        }
    }

    /// Before any work has begun.
    #[inline(always)]
    pub fn today(&self) -> Levels<V> {
        Levels::new(&self.before(), self.growing, self.stop_month)
    }

    #[inline(always)]
    fn before(&self) -> Today<'_, V> {
        Today { maturity: &self.now, sum: &self.less_weakest_now }
    }

    /// Moves the levels to a month, then gives the change of each capability since today.
    ///
    /// ```text
    /// start_month < t ≤ s:  L += (1 − L) / embed_months        else:  L −= L / fade_months        L(0) = 0
    /// C_r = (1 − λ)·Σ W_re·m_e + λ·min{m_e : W_re > 0}        u_r(t) = C_r(t) − C_r(0)
    /// ```
    #[inline(always)]
    pub fn step(&self, state: &mut Levels<V>, when: When) -> Uplift<V> {
        if state.stops_before(when.month) {
            state.turn_back(when.month, &self.before(), self.fading);
        }
        if when.begins.any() {
            self.begin(state, when);
        }
        state.left = state.left * state.pace;
        let left = state.left;
        let least = weakest(
            #[inline(always)]
            |e| state.maturity[e].at(left),
        );
        let uplift = each!(r in 6 => state.sum[r].at(left) + self.weakest_link * least[r]);
        Uplift::of_rows(if self.any_falls { self.held(state, &uplift, &least) } else { uplift })
    }

    /// Takes in the work that begins, unless the programme has stopped.
    #[inline(always)]
    fn begin(&self, state: &mut Levels<V>, when: When) {
        state.rebase();
        let runs = state.stop_month().at_least(when.month);
        let mut gains = [self.average.all(0.0); ROWS];
        for e in (0..9).filter(|e| when.begins.has(*e)) {
            let start = self.start[e];
            let begins = runs.and(start.below(when.month)).and(start.at_least(when.month - 1.0));
            let gain = begins.select(self.change[e], 0.0);
            state.maturity[e].add(gain);
            let part = self.average * gain;
            state.ramp.add(gain.equals(0.0).select(0.0, self.ramp));
            gains = each!(r in 6 => gains[r] + WEIGHTS[r].1[e] * part);
        }
        for (course, gain) in state.sum.iter_mut().zip(gains) {
            course.add(gain);
        }
    }

    /// How far the programme has come in the month that the levels have been moved to.
    ///
    /// ```text
    /// ramp = δ·dose·mean of L_e over the elements with d_e > 0          (0 where none moves)
    /// ```
    #[inline(always)]
    pub fn ramp(&self, state: &Levels<V>) -> Lane<V> {
        state.ramp.at(state.left)
    }

    /// The maturity of each element.
    ///
    /// ```text
    /// m = clamp(now + (target' − now)·L·δ)               baseline:  m = now
    /// ```
    #[inline(always)]
    pub fn maturity(&self, state: &Levels<V>) -> [Lane<V>; 9] {
        each!(e in 9 => state.maturity[e].at(state.left).max(0.0))
    }

    /// The uplift where harm brings an element down to zero: adds to the weighted sums what holding the maturities there
    /// adds. The target is a share and L and |δ| are at most 1, so only harm can leave the range of a share, and only
    /// below.
    #[inline(always)]
    fn held(&self, state: &Levels<V>, uplift: &[Lane<V>; ROWS], least: &[Lane<V>; ROWS]) -> [Lane<V>; ROWS] {
        let mut held = each!(r in 6 => uplift[r] + self.weakest_link * (-least[r]).max(0.0));
        for e in 0..9 {
            let below = self.average * (-state.maturity[e].at(state.left)).max(0.0);
            held = each!(r in 6 => held[r] + WEIGHTS[r].1[e] * below);
        }
        each!(r in 6 => self.falls.select(held[r], uplift[r]))
    }
}

/// min{m_e : W_re > 0} for every row r of [`WEIGHTS`].
///
/// Half of the comparisons are shared between the rows, so this is written out; a test holds it against the table. Each
/// element is asked for where it is first compared, so that few numbers wait for their turn at a time.
#[inline(always)]
fn weakest<V: Pack>(m: impl Fn(usize) -> Lane<V>) -> [Lane<V>; ROWS] {
    let [vision, leadership, culture, listening, design, people, processes, feedback, innovation] =
        [0, 1, 2, 3, 4, 5, 6, 7, 8];
    let (leadership, culture, processes) = (m(leadership), m(culture), m(processes));
    let lead = m(vision).min(leadership).min(culture);
    let run = lead.min(processes);
    let service = leadership.min(processes);
    let people = m(people);
    let employees = run.min(people);
    let (led, service) = (lead.min(people), service.min(people));
    let (listening, design) = (m(listening), m(design));
    let insight = listening.min(design);
    let service = service.min(listening).min(m(feedback));
    [
        employees,
        run.min(design),
        service.min(design),
        service.min(culture),
        employees.min(insight),
        led.min(insight).min(m(innovation)),
    ]
}
