//! Service excellence: nine elements, what a programme does to them, and the capability each later stage gets from them.

use crate::units::{Input, Kind, Lane, Source, each, settle};

/// The nine elements of service excellence (CEN/TS 16880, ISO 23592), in the order of every array over elements.
pub const ELEMENTS: [&str; 9] =
    ["vision", "leadership", "culture", "listening", "design", "people", "processes", "feedback", "innovation"];

/// How far the parts of a programme reach, decided by one draw a trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Delivery {
    /// It became culture: all of it lasts.
    Full,
    /// A part of it was reached, and fades.
    Partial,
    /// It did harm, which fades.
    Harmful,
    /// Nothing came of it.
    None,
}

impl Delivery {
    /// Every outcome, in the order of the draw.
    pub const ALL: [Delivery; 4] = [Delivery::Full, Delivery::Partial, Delivery::Harmful, Delivery::None];

    /// The word that scenario files and results use.
    pub fn name(self) -> &'static str {
        match self {
            Delivery::Full => "full",
            Delivery::Partial => "partial",
            Delivery::Harmful => "harmful",
            Delivery::None => "none",
        }
    }
}

/// What the stage takes from the scenario.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<T> {
    now: [T; 9],
    target: [T; 9],
    start_month: [T; 9],
    intensity: T,
    diminishing: T,
    embed_months: T,
    fade_months: T,
    success_probability: T,
    breadth_effect: T,
    partial_probability: T,
    partial_delivery: T,
    harm_probability: T,
    harm: T,
    fades_after_months: T,
    weakest_link: T,
}

impl<T> Inputs<T> {
    /// Takes the stage's inputs, in this order.
    #[inline(always)]
    pub fn take<S: Source<Value = T>>(s: &mut S) -> Self {
        const MONTH: Kind = Kind::amount_between(0.0, 240.0);
        const PACE: Kind = Kind::amount_between(1.0, 600.0);
        let p = "programme";
        Inputs {
            now: s.next_each(|e| {
                Input::new("excellence.now", ELEMENTS[e], Kind::SHARE, "maturity 0–1", "maturity of this element today")
            }),
            target: s.next_each(|e| {
                Input::new(
                    "programme.target",
                    ELEMENTS[e],
                    Kind::SHARE,
                    "maturity 0–1",
                    "maturity of this element the programme aims at",
                )
            }),
            start_month: s.next_each(|e| {
                Input::new(
                    "programme.start_month",
                    ELEMENTS[e],
                    MONTH,
                    "month",
                    "month after which work on this element begins",
                )
            }),
            intensity: s.next(Input::new(
                p,
                "intensity",
                Kind::amount_between(0.0, 10.0),
                "× the programme as written",
                "size of the programme: 0 nothing, 1 as written, 2 twice the effort",
            )),
            diminishing: s.next(Input::new(
                p,
                "diminishing",
                Kind::amount_between(0.0, 20.0),
                "rate",
                "how fast more effort brings less: 0 proportional, 1.5 usual",
            )),
            embed_months: s.next(Input::new(
                p,
                "embed_months",
                PACE,
                "months",
                "time constant with which a change takes root",
            )),
            fade_months: s.next(Input::new(
                p,
                "fade_months",
                PACE,
                "months",
                "time constant with which it fades once the effort stops",
            )),
            success_probability: s.next(Input::new(
                p,
                "success_probability",
                Kind::SHARE,
                "probability",
                "chance that a programme of average breadth is delivered in full",
            )),
            breadth_effect: s.next(Input::new(
                p,
                "breadth_effect",
                Kind::real_between(-10.0, 10.0),
                "log-odds",
                "what working on all nine elements instead of one adds to the log-odds of full delivery",
            )),
            partial_probability: s.next(Input::new(
                p,
                "partial_probability",
                Kind::SHARE,
                "probability",
                "chance of partial delivery, given not full",
            )),
            partial_delivery: s.next(Input::new(
                p,
                "partial_delivery",
                Kind::SHARE,
                "share",
                "share of the change that a partial delivery reaches",
            )),
            harm_probability: s.next(Input::new(
                p,
                "harm_probability",
                Kind::SHARE,
                "probability",
                "chance of harm, given neither full nor partial delivery",
            )),
            harm: s.next(Input::new(
                p,
                "harm",
                Kind::SHARE,
                "share",
                "share of the change by which a harmful programme moves backwards",
            )),
            fades_after_months: s.next(Input::new(
                p,
                "fades_after_months",
                MONTH,
                "months",
                "month in which a programme that does not become culture stops",
            )),
            weakest_link: s.next(Input::new(
                "effects.excellence",
                "weakest_link",
                Kind::SHARE,
                "share",
                "share of a capability that its weakest element decides",
            )),
        }
    }
}

impl<T: Copy> Inputs<T> {
    /// Size of the programme, × as written.
    #[inline(always)]
    pub fn intensity(&self) -> T {
        self.intensity
    }
}

/// The capabilities that the nine elements give the organisation, or their changes since today.
#[derive(Clone, Copy, Debug)]
pub struct Uplift<const N: usize> {
    /// To engage employees.
    pub employees: Lane<N>,
    /// To engage partners.
    pub partners: Lane<N>,
    /// To deliver the core value without failure.
    pub core: Lane<N>,
    /// To have failures voiced and recovered.
    pub complaints: Lane<N>,
    /// To give individual service.
    pub individual: Lane<N>,
    /// To surprise.
    pub surprising: Lane<N>,
}

impl<const N: usize> Uplift<N> {
    /// Nothing changes: what today's organisation does without a programme.
    pub const NONE: Self = Self::of_rows([Lane::ZERO; ROWS]);

    /// From the rows of [`WEIGHTS`].
    #[inline(always)]
    const fn of_rows([employees, partners, core, complaints, individual, surprising]: [Lane<N>; ROWS]) -> Self {
        Uplift { employees, partners, core, complaints, individual, surprising }
    }
}

/// Number of capabilities: the rows of [`WEIGHTS`].
const ROWS: usize = 6;

/// Weight of each element in each capability (rows sum to 1). An expert assumption: evidence grade D.
#[rustfmt::skip]
pub const WEIGHTS: [(&str, [f64; 9]); ROWS] = [
    //              vision leader culture listen design people process feedb innov
    ("employees",  [0.15,  0.25,  0.20,  0.00,  0.00,  0.30,  0.10,  0.00,  0.00]),
    ("partners",   [0.15,  0.20,  0.15,  0.00,  0.10,  0.00,  0.40,  0.00,  0.00]),
    ("core",       [0.00,  0.10,  0.00,  0.05,  0.20,  0.10,  0.50,  0.05,  0.00]),
    ("complaints", [0.00,  0.05,  0.10,  0.15,  0.00,  0.15,  0.15,  0.40,  0.00]),
    ("individual", [0.05,  0.05,  0.20,  0.20,  0.20,  0.25,  0.05,  0.00,  0.00]),
    ("surprising", [0.10,  0.05,  0.20,  0.10,  0.20,  0.15,  0.00,  0.00,  0.20]),
];

/// Which elements share one level of change because they start in the same month in every trial.
///
/// `of[e]` is the group of element e and `first[g]` the element whose start month group g uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelGroups {
    /// Group of each element.
    pub of: [usize; 9],
    /// First element of each group.
    pub first: [usize; 9],
    /// Number of groups, 1 to 9.
    pub count: usize,
}

impl LevelGroups {
    /// Groups the elements whose start months are the same fixed number; an uncertain start is a group of its own.
    pub fn from_fixed_starts(starts: &[Option<f64>; 9]) -> Self {
        let mut groups = LevelGroups { of: [0; 9], first: [0; 9], count: 0 };
        for (e, start) in starts.iter().enumerate() {
            let same = (0..groups.count).find(|&g| start.is_some() && starts[groups.first[g]] == *start);
            groups.of[e] = same.unwrap_or(groups.count);
            if same.is_none() {
                groups.first[groups.count] = e;
                groups.count += 1;
            }
        }
        groups
    }
}

/// The stage's constants of a trial.
#[derive(Clone, Copy, Debug)]
pub struct Calibrated<const N: usize> {
    now: [Lane<N>; 9],
    /// (target' − now)·δ: how far each element moves at full level.
    change: [Lane<N>; 9],
    start: [Lane<N>; 9],
    groups: LevelGroups,
    embed: Lane<N>,
    fade: Lane<N>,
    /// λ, and 1 − λ.
    weakest_link: Lane<N>,
    average: Lane<N>,
    /// (1 − λ)·Σ_{e ∈ g} W_re·change_e by group g: what its full level adds to capability r.
    lift: [[Lane<N>; ROWS]; 9],
    /// min{now_e : W_re > 0} of each row r.
    weakest_now: [Lane<N>; ROWS],
    /// Whether harm can bring an element of any trial down to zero.
    harm_reaches_zero: bool,
    /// Outcome of the delivery draw: its place in [`Delivery::ALL`].
    pub delivery: Lane<N>,
}

/// How far the change of each group of elements has come, and when it stops.
#[derive(Clone, Copy, Debug)]
pub struct State<const N: usize> {
    level: [Lane<N>; 9],
    /// The month after which the programme has stopped; [`NEVER`] while it goes on for good.
    pub stop_month: Lane<N>,
}

/// A stop month beyond every horizon.
pub const NEVER: f64 = 1e9;

impl<const N: usize> Calibrated<N> {
    /// Turns the inputs of a trial into its constants, with the delivery drawn by `luck` (0..1) or `fixed`.
    ///
    /// ```text
    /// target' = clamp(now + max(target − now, 0)·(1 − e^(−ηx)) / (1 − e^(−η)))
    /// breadth = (Σd)² / (9·Σd²),  logit(P_full) = logit(success) + breadth_effect·(breadth − 0.5)
    /// P_partial = (1 − P_full)·partial,  P_harm = (1 − P_full − P_partial)·harmful
    /// ```
    #[inline(always)]
    pub fn new(i: &Inputs<Lane<N>>, luck: Lane<N>, fixed: Option<Delivery>, groups: LevelGroups) -> (Self, State<N>) {
        let dose = dose(i.diminishing, i.intensity);
        let gap = each!(e in 9 => {
            let target = (i.now[e] + (i.target[e] - i.now[e]).max(Lane::ZERO) * dose).clamp_share();
            target - i.now[e]
        });
        let (part, stop_month, delivery) = deliver(i, &gap, luck, fixed);
        let change = each!(e in 9 => gap[e] * part);
        let average = 1.0 - i.weakest_link;
        let calibrated = Calibrated {
            now: i.now,
            change,
            start: i.start_month,
            groups,
            embed: 1.0 / i.embed_months,
            fade: 1.0 / i.fade_months,
            weakest_link: i.weakest_link,
            average,
            lift: lifts(&change, average, &groups),
            weakest_now: weakest(&i.now),
            harm_reaches_zero: (0..9).any(|e| (i.now[e] + change[e]).below(Lane::ZERO).any()),
            delivery,
        };
        (calibrated, State { level: [Lane::ZERO; 9], stop_month })
    }

    /// Moves the levels to month `t`, then gives the change of each capability since today.
    ///
    /// ```text
    /// start < t ≤ s:  L += (1 − L) / embed_months,   else:  L −= L / fade_months
    /// u_r = C_r(t) − C_r(0),   C_r = (1 − λ)·Σ_e W_re·m_e + λ·min{m_e : W_re > 0}
    /// ```
    ///
    /// The weighted sum is taken over the groups of elements that share a level.
    #[inline(always)]
    pub fn step(&self, state: &mut State<N>, t: f64) -> Uplift<N> {
        let month = Lane::splat(t);
        let runs = month.at_most(state.stop_month);
        let mut uplift = [Lane::ZERO; ROWS];
        for g in 0..self.groups.count {
            let grows = self.start[self.groups.first[g]].below(month).and(runs);
            let (aim, pace) = (grows.select(Lane::ONE, Lane::ZERO), grows.select(self.embed, self.fade));
            let level = state.level[g] + (aim - state.level[g]) * pace;
            state.level[g] = level;
            uplift = each!(r in 6 => uplift[r] + self.lift[g][r] * level);
            settle(&mut uplift);
        }
        let unheld = self.unheld(state);
        if self.harm_reaches_zero {
            self.add_what_zero_holds(&unheld, &mut uplift);
            settle(&mut uplift);
        }
        let weakest = weakest(&unheld);
        Uplift::of_rows(each!(r in 6 => {
            uplift[r] + self.weakest_link * (weakest[r].max(Lane::ZERO) - self.weakest_now[r])
        }))
    }

    /// m = clamp(now + (target' − now)·L·δ): the maturity of each element.
    #[inline(always)]
    pub fn maturity(&self, state: &State<N>) -> [Lane<N>; 9] {
        self.unheld(state).map(|m| m.max(Lane::ZERO))
    }

    /// Maturities before they are held at zero: the target is a share and L and |δ| are at most 1, so only harm can
    /// leave the range of a share, and only below.
    #[inline(always)]
    fn unheld(&self, state: &State<N>) -> [Lane<N>; 9] {
        each!(e in 9 => self.now[e] + self.change[e] * state.level[self.groups.of[e]])
    }

    /// Adds to the weighted sums what holding the maturities at zero adds. A trial in which nothing is held adds exact
    /// zeros, so its bits do not depend on its neighbours.
    #[inline(always)]
    fn add_what_zero_holds(&self, unheld: &[Lane<N>; 9], uplift: &mut [Lane<N>; ROWS]) {
        for e in 0..9 {
            let held = self.average * (-unheld[e]).max(Lane::ZERO);
            *uplift = each!(r in 6 => uplift[r] + WEIGHTS[r].1[e] * held);
        }
    }
}

/// (1 − λ)·Σ_{e ∈ g} W_re·change_e for every group g and row r.
#[inline(always)]
fn lifts<const N: usize>(change: &[Lane<N>; 9], average: Lane<N>, groups: &LevelGroups) -> [[Lane<N>; ROWS]; 9] {
    let mut lift = [[Lane::ZERO; ROWS]; 9];
    for e in 0..9 {
        let part = average * change[e];
        let own = &mut lift[groups.of[e]];
        *own = each!(r in 6 => own[r] + WEIGHTS[r].1[e] * part);
    }
    lift
}

/// (1 − e^(−ηx)) / (1 − e^(−η)), and its limit x as η → 0.
#[inline(always)]
fn dose<const N: usize>(eta: Lane<N>, x: Lane<N>) -> Lane<N> {
    // Below the bound 1 − e^(−η) has lost too many digits; three terms of the series have an error under 1e-13.
    let small = eta.below(Lane::splat(1e-4));
    let safe = small.select(Lane::ONE, eta);
    let exact = (1.0 - (-safe * x).exp()) / (1.0 - (-safe).exp());
    let series = |y: Lane<N>| 1.0 - y * 0.5 + y * y * (1.0 / 6.0);
    small.select(x * series(eta * x) / series(eta), exact)
}

/// The delivered part δ, the stop month s and the outcome of the delivery draw.
#[inline(always)]
fn deliver<const N: usize>(
    i: &Inputs<Lane<N>>,
    gap: &[Lane<N>; 9],
    luck: Lane<N>,
    fixed: Option<Delivery>,
) -> (Lane<N>, Lane<N>, Lane<N>) {
    let (mut sum, mut squares) = (Lane::ZERO, Lane::ZERO);
    for d in gap {
        sum += *d;
        squares += *d * *d;
    }
    let none = squares.at_most(Lane::ZERO);
    let breadth = none.select(Lane::ZERO, sum * sum / (9.0 * none.select(Lane::ONE, squares)));
    let tiny = Lane::splat(1e-300);
    let success = i.success_probability;
    let logit = success.max(tiny).ln() - (1.0 - success).max(tiny).ln() + i.breadth_effect * (breadth - 0.5);
    let full = 1.0 / (1.0 + (-logit).exp());
    let partial = (1.0 - full) * i.partial_probability;
    let harmful = (1.0 - full - partial) * i.harm_probability;

    let code = |d: Delivery| Lane::splat(d as u8 as f64);
    let outcome = match fixed {
        Some(d) => code(d),
        None => {
            let rest = luck.below(full + partial + harmful).select(code(Delivery::Harmful), code(Delivery::None));
            let rest = luck.below(full + partial).select(code(Delivery::Partial), rest);
            luck.below(full).select(code(Delivery::Full), rest)
        }
    };
    let is = |d: Delivery| outcome.at_most(code(d)).and(code(d).at_most(outcome));
    let part = is(Delivery::Harmful).select(-i.harm, Lane::ZERO);
    let part = is(Delivery::Partial).select(i.partial_delivery, part);
    let part = is(Delivery::Full).select(Lane::ONE, part);
    let stop = is(Delivery::Full).select(Lane::splat(NEVER), i.fades_after_months.ceil());
    (part, stop, outcome)
}

/// min{m_e : W_re > 0} for every row r of [`WEIGHTS`].
///
/// Half of the comparisons are shared between the rows, so this is written out; a test holds it against the table.
#[inline(always)]
fn weakest<const N: usize>(m: &[Lane<N>; 9]) -> [Lane<N>; ROWS] {
    let [vision, leadership, culture, listening, design, people, processes, feedback, innovation] = *m;
    let lead = vision.min(leadership).min(culture);
    let run = lead.min(processes);
    let employees = run.min(people);
    let partners = run.min(design);
    let insight = listening.min(design);
    let service = leadership.min(listening).min(people).min(processes).min(feedback);
    [
        employees,
        partners,
        service.min(design),
        service.min(culture),
        employees.min(insight),
        lead.min(insight).min(people).min(innovation),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_weights_sums_to_one() {
        for (row, weights) in WEIGHTS {
            assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{row}");
        }
    }

    #[test]
    fn the_weakest_elements_are_those_that_the_table_of_weights_names() {
        for shift in 0..9 {
            let m: [Lane<1>; 9] = std::array::from_fn(|e| Lane([((e * 4 + shift) % 9) as f64]));
            let expected = WEIGHTS.map(|(_, weights)| {
                (0..9).filter(|e| weights[*e] > 0.0).map(|e| m[e].0[0]).fold(f64::INFINITY, f64::min)
            });
            assert_eq!(weakest(&m).map(|w| w.0[0]), expected);
        }
    }

    #[test]
    fn the_dose_is_one_as_written_and_proportional_without_diminishing_returns() {
        for eta in [0.0, 1e-6, 0.5, 3.0] {
            assert!((dose(Lane([eta]), Lane([1.0])).0[0] - 1.0).abs() < 1e-15);
            assert_eq!(dose(Lane([eta]), Lane([0.0])).0[0], 0.0);
        }
        assert_eq!(dose(Lane([0.0]), Lane([2.5])).0[0], 2.5);
        let expected = (1.0 - libm::exp(-3.0)) / (1.0 - libm::exp(-1.5));
        assert!((dose(Lane([1.5]), Lane([2.0])).0[0] - expected).abs() < 1e-15);
    }

    #[test]
    fn the_series_of_the_dose_meets_the_formula_where_it_takes_over() {
        let below = dose(Lane([0.999_999e-4]), Lane([2.0])).0[0];
        let above = dose(Lane([1.000_001e-4]), Lane([2.0])).0[0];
        assert!((below - above).abs() < 1e-9);
    }

    #[test]
    fn elements_with_the_same_fixed_start_share_a_level_and_uncertain_ones_do_not() {
        let starts = [Some(0.0), Some(0.0), Some(3.0), None, Some(3.0), None, Some(0.0), Some(9.0), Some(3.0)];
        let groups = LevelGroups::from_fixed_starts(&starts);
        assert_eq!(groups.of, [0, 0, 1, 2, 1, 3, 0, 4, 1]);
        assert_eq!((groups.count, groups.first[1], groups.first[4]), (5, 2, 7));
    }
}
