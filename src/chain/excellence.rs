//! Service excellence: nine elements, what a programme does to them, and the capability each later stage gets from them.

use crate::units::{Input, Kind, Lane, Pack, Source, each};

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

/// The month in which work on each element begins, where that is the same in every trial.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Begins([Option<f64>; 9]);

impl Begins {
    /// From the start months that are fixed; none for those that are uncertain.
    pub fn from_fixed_starts(starts: &[Option<f64>; 9]) -> Self {
        Begins(starts.map(|start| start.map(|start| start.floor() + 1.0)))
    }

    /// Whether work on an element may begin in month `t`.
    #[inline(always)]
    fn in_month(&self, t: f64) -> bool {
        self.0.iter().any(|begins| begins.is_none_or(|month| month == t))
    }
}

/// The stage's constants of a trial.
#[derive(Clone, Copy, Debug)]
pub struct Calibrated<V: Pack> {
    now: [Lane<V>; 9],
    /// (target' − now)·δ: how far each element moves at full level.
    change: [Lane<V>; 9],
    start: [Lane<V>; 9],
    begins: Begins,
    /// 1/embed_months, and what is left of a level after a month in which it grows or fades.
    embed: Lane<V>,
    growing: Lane<V>,
    fading: Lane<V>,
    /// λ, and 1 − λ.
    weakest_link: Lane<V>,
    average: Lane<V>,
    /// min{now_e : W_re > 0} of each row r.
    weakest_now: [Lane<V>; ROWS],
    /// Whether harm can bring an element of any trial down to zero.
    harm_reaches_zero: bool,
    /// Outcome of the delivery draw: its place in [`Delivery::ALL`].
    pub delivery: Lane<V>,
}

/// How far the change has come, and when it stops.
#[derive(Clone, Copy, Debug)]
pub struct State<V: Pack> {
    /// (target' − now)·L·δ of each element: what it has gained since today, if it is not held at zero.
    gain: [Lane<V>; 9],
    /// Where that ends with the work that has begun.
    aim: [Lane<V>; 9],
    /// (1 − λ)·Σ_e W_re·gain_e of each row r, and where that ends.
    sum: [Lane<V>; ROWS],
    sum_aim: [Lane<V>; ROWS],
    /// The month after which the programme has stopped; [`NEVER`] while it goes on for good.
    pub stop_month: Lane<V>,
}

/// A stop month beyond every horizon.
pub const NEVER: f64 = 1e9;

impl<V: Pack> Calibrated<V> {
    /// Turns the inputs of a trial into its constants, with the delivery drawn by `luck` (0..1) or `fixed`.
    ///
    /// ```text
    /// target' = clamp(now + max(target − now, 0)·(1 − e^(−ηx)) / (1 − e^(−η)))
    /// breadth = (Σd)² / (9·Σd²),  logit(P_full) = logit(success) + breadth_effect·(breadth − 0.5)
    /// P_partial = (1 − P_full)·partial,  P_harm = (1 − P_full − P_partial)·harmful
    /// ```
    #[inline(always)]
    pub fn new(i: &Inputs<Lane<V>>, luck: Lane<V>, fixed: Option<Delivery>, begins: Begins) -> (Self, State<V>) {
        let dose = dose(i.diminishing, i.intensity);
        let gap = each!(e in 9 => {
            let target = (i.now[e] + (i.target[e] - i.now[e]).max(0.0) * dose).clamp_share();
            target - i.now[e]
        });
        let (part, stop_month, delivery) = deliver(i, &gap, luck, fixed);
        let change = each!(e in 9 => gap[e] * part);
        let embed = 1.0 / i.embed_months;
        let calibrated = Calibrated {
            now: i.now,
            change,
            start: i.start_month,
            begins,
            embed,
            growing: 1.0 - embed,
            fading: 1.0 - 1.0 / i.fade_months,
            weakest_link: i.weakest_link,
            average: 1.0 - i.weakest_link,
            weakest_now: weakest(&i.now),
            harm_reaches_zero: (0..9).any(|e| (i.now[e] + change[e]).below(0.0).any()),
            delivery,
        };
        let zero = stop_month.all(0.0);
        (calibrated, State { gain: [zero; 9], aim: [zero; 9], sum: [zero; ROWS], sum_aim: [zero; ROWS], stop_month })
    }

    /// Moves the levels to month `t`, then gives the change of each capability since today.
    ///
    /// ```text
    /// start < t ≤ s:  L += (1 − L) / embed_months,   else:  L −= L / fade_months
    /// u_r = C_r(t) − C_r(0),   C_r = (1 − λ)·Σ_e W_re·m_e + λ·min{m_e : W_re > 0}
    /// ```
    ///
    /// A month leaves the same part of every level, so what the elements have gained, and the weighted sums of that, move
    /// as the levels do and are carried on as such.
    #[inline(always)]
    pub fn step(&self, state: &mut State<V>, t: f64) -> Uplift<V> {
        if self.begins.in_month(t) {
            self.begin(state, t);
        }
        let runs = state.stop_month.at_least(t);
        let stays = runs.select(self.growing, self.fading);
        let growth = runs.select(self.embed, 0.0);
        state.sum = each!(r in 6 => state.sum[r] * stays + state.sum_aim[r] * growth);
        state.gain = each!(e in 9 => state.gain[e] * stays + state.aim[e] * growth);
        if self.harm_reaches_zero {
            return self.held(state);
        }
        let weakest = weakest(&each!(e in 9 => self.now[e] + state.gain[e]));
        Uplift::of_rows(each!(r in 6 => state.sum[r] + self.weakest_link * (weakest[r] - self.weakest_now[r])))
    }

    /// Notes on which elements work has begun by month `t`.
    #[inline(always)]
    fn begin(&self, state: &mut State<V>, t: f64) {
        state.sum_aim = [self.average.all(0.0); ROWS];
        for e in 0..9 {
            state.aim[e] = self.start[e].below(t).select(self.change[e], 0.0);
            let part = self.average * state.aim[e];
            state.sum_aim = each!(r in 6 => state.sum_aim[r] + WEIGHTS[r].1[e] * part);
        }
    }

    /// m = clamp(now + (target' − now)·L·δ): the maturity of each element.
    #[inline(always)]
    pub fn maturity(&self, state: &State<V>) -> [Lane<V>; 9] {
        each!(e in 9 => (self.now[e] + state.gain[e]).max(0.0))
    }

    /// The uplift where harm brings an element of some trial down to zero: adds to the weighted sums what holding the
    /// maturities there adds. The target is a share and L and |δ| are at most 1, so only harm can leave the range of a
    /// share, and only below. A trial in which nothing is held adds exact zeros, so its bits do not depend on its
    /// neighbours.
    #[inline(always)]
    fn held(&self, state: &State<V>) -> Uplift<V> {
        let mut sum = state.sum;
        let mut least = self.now;
        // From the last element on, so that nothing of this is worked out before it is known to be needed.
        for e in (0..9).rev() {
            least[e] += state.gain[e];
            let held = self.average * (-least[e]).max(0.0);
            sum = each!(r in 6 => sum[r] + WEIGHTS[r].1[e] * held);
        }
        let weakest = weakest(&least);
        Uplift::of_rows(each!(r in 6 => sum[r] + self.weakest_link * (weakest[r].max(0.0) - self.weakest_now[r])))
    }
}

/// (1 − e^(−ηx)) / (1 − e^(−η)), and its limit x as η → 0.
#[inline(always)]
fn dose<V: Pack>(eta: Lane<V>, x: Lane<V>) -> Lane<V> {
    // Below the bound 1 − e^(−η) has lost too many digits; three terms of the series have an error under 1e-13.
    let small = eta.below(1e-4);
    let safe = small.select(1.0, eta);
    let exact = (1.0 - (-safe * x).exp()) / (1.0 - (-safe).exp());
    small.select(x * one_less_exp(eta * x) / one_less_exp(eta), exact)
}

/// (1 − e^(−y)) / y for small y.
#[inline(always)]
fn one_less_exp<V: Pack>(y: Lane<V>) -> Lane<V> {
    1.0 - y * 0.5 + y * y * (1.0 / 6.0)
}

/// The delivered part δ, the stop month s and the outcome of the delivery draw.
#[inline(always)]
fn deliver<V: Pack>(
    i: &Inputs<Lane<V>>,
    gap: &[Lane<V>; 9],
    luck: Lane<V>,
    fixed: Option<Delivery>,
) -> (Lane<V>, Lane<V>, Lane<V>) {
    let (mut sum, mut squares) = (gap[0], gap[0] * gap[0]);
    for d in &gap[1..] {
        sum += *d;
        squares += *d * *d;
    }
    let none = squares.at_most(0.0);
    let breadth = none.select(0.0, sum * sum / (9.0 * none.select(1.0, squares)));
    let tiny = 1e-300;
    let success = i.success_probability;
    let logit = success.max(tiny).ln() - (1.0 - success).max(tiny).ln() + i.breadth_effect * (breadth - 0.5);
    let full = 1.0 / (1.0 + (-logit).exp());
    let partial = (1.0 - full) * i.partial_probability;
    let harmful = (1.0 - full - partial) * i.harm_probability;

    let code = |d: Delivery| luck.all(d as u8 as f64);
    let outcome = match fixed {
        Some(d) => code(d),
        None => {
            let rest = luck.below(full + partial + harmful).select(code(Delivery::Harmful), code(Delivery::None));
            let rest = luck.below(full + partial).select(code(Delivery::Partial), rest);
            luck.below(full).select(code(Delivery::Full), rest)
        }
    };
    let is = |d: Delivery| outcome.at_most(code(d)).and(code(d).at_most(outcome));
    let part = is(Delivery::Harmful).select(-i.harm, 0.0);
    let part = is(Delivery::Partial).select(i.partial_delivery, part);
    let part = is(Delivery::Full).select(1.0, part);
    let stop = is(Delivery::Full).select(NEVER, i.fades_after_months.ceil());
    (part, stop, outcome)
}

/// min{m_e : W_re > 0} for every row r of [`WEIGHTS`].
///
/// Half of the comparisons are shared between the rows, so this is written out; a test holds it against the table.
#[inline(always)]
fn weakest<V: Pack>(m: &[Lane<V>; 9]) -> [Lane<V>; ROWS] {
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
            let m: [Lane<[f64; 1]>; 9] = std::array::from_fn(|e| Lane([((e * 4 + shift) % 9) as f64]));
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
    fn work_begins_in_the_month_after_its_start_and_perhaps_in_any_month_where_that_is_uncertain() {
        let mut starts = [Some(0.0); 9];
        starts[3] = Some(6.5);
        let begins = Begins::from_fixed_starts(&starts);
        assert_eq!((1..=9).filter(|t| begins.in_month(f64::from(*t))).collect::<Vec<_>>(), [1, 7]);
        starts[8] = None;
        assert!(Begins::from_fixed_starts(&starts).in_month(5.0));
    }
}
