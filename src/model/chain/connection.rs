//! Emotional connection: four states of a customer, and how experience moves customers between them.

use super::experience;
use crate::units::{Lane, Pack, each, inputs, monthly_halving};

/// The states of a customer (after Magids, Zorfas & Leemon), in the order of every array over states.
pub const STATES: [&str; 4] = ["unconnected", "satisfied", "distinctive", "connected"];

inputs! {
    ["customers"]
    count: POSITIVE, "customers", "customers today";
    mix[STATES]: POSITIVE_SHARE, "share of customers", "customers in this state today";
    ["effects.connection"]
    weight_surprising: amount_between(0.0, 1e3), "× an individual service", "what a surprise adds to the bond";
    weight_recovered: amount_between(0.0, 1e3), "× an individual service", "what a recovered failure adds to the bond";
    weight_unrecovered: amount_between(0.0, 1e3), "per failure a month",
        "how much a failure that is not recovered wears the bond";
    half_life_months: amount_between(1.0, 600.0), "months", "time in which half of an unfed bond is gone";
    contact_intensity: SHARE, "share", "how much of the bond is made in service contacts at all";
    saturation: amount_between(1e-6, 1e6), "ratio", "how soon more delight has less effect: low soon, high late";
}

/// Customers by state.
pub type Customers<V> = [Lane<V>; 4];

/// N: the customers of all states.
#[inline(always)]
pub fn total<V: Pack>(n: &Customers<V>) -> Lane<V> {
    n[0] + n[1] + n[2] + n[3]
}

/// Σ a_k·b_k.
#[inline(always)]
pub fn sum_of_products<V: Pack>(a: &[Lane<V>; 4], b: &[Lane<V>; 4]) -> Lane<V> {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3]
}

/// The connected share of customers, n_3/N.
#[inline(always)]
pub fn connected_share<V: Pack>(n: &Customers<V>) -> Lane<V> {
    n[3] / total(n)
}

/// Who comes and goes today, which the calibration needs to keep the baseline's mix.
#[derive(Clone, Copy, Debug)]
pub struct Turnstile<V: Pack> {
    /// π: mix today, sums to 1.
    pub mix: [Lane<V>; 4],
    /// c_k: monthly churn of each state.
    pub churn: [Lane<V>; 4],
    /// A: monthly acquisition as a share of today's customers.
    pub acquisition: Lane<V>,
    /// ε_k: mix of those who enter.
    pub entry: [Lane<V>; 4],
}

/// The stage's constants of a trial.
#[derive(Clone, Copy, Debug)]
pub struct Calibrated<V: Pack> {
    weight_surprising: Lane<V>,
    weight_recovered: Lane<V>,
    up: [Lane<V>; 3],
    down: [Lane<V>; 3],
    up_cap: [Lane<V>; 3],
    down_cap: [Lane<V>; 3],
    /// X_0 and χ·X_0.
    fuel_now: Lane<V>,
    fuel_saturated: Lane<V>,
    /// k·χ: how much more fuel lifts.
    lift_gain: Lane<V>,
    unrecovered_now: Lane<V>,
    /// k·weight/Y_0: how much a failure that is not recovered drags.
    drag_gain: Lane<V>,
}

/// Customers who move between neighbouring states in one month: `up[k]` leaves k for k+1, `down[k]` leaves k+1 for k.
#[derive(Clone, Copy, Debug)]
pub struct Moves<V: Pack> {
    /// Upward moves.
    pub up: [Lane<V>; 3],
    /// Downward moves.
    pub down: [Lane<V>; 3],
}

impl<V: Pack> Inputs<Lane<V>> {
    /// π°: the mix of today before any survey, scaled to sum to exactly 1 in each trial.
    #[inline(always)]
    pub fn mix(&self) -> [Lane<V>; 4] {
        normalised(&self.mix)
    }

    /// Customers by state today, of whom this is the mix.
    ///
    /// ```text
    /// n_k(0) = N_0·π_k
    /// ```
    #[inline(always)]
    pub fn customers(&self, mix: &[Lane<V>; 4]) -> Customers<V> {
        each!(k in 4 => self.count * mix[k])
    }
}

/// Shares scaled to sum to 1; those that do so but for rounding stay as they are.
#[inline(always)]
pub fn normalised<V: Pack>(shares: &[Lane<V>; 4]) -> [Lane<V>; 4] {
    let whole = total(shares);
    let scale = (whole - 1.0).abs().below(1e-14).select(1.0, 1.0 / whole);
    each!(k in 4 => shares[k] * scale)
}

/// So little fuel that it is none.
const NO_FUEL: f64 = 1e-200;

impl<V: Pack> Calibrated<V> {
    /// Finds the flows between states that keep today's mix as long as nothing changes.
    ///
    /// ```text
    /// μ = 1 − 0.5^(1/half_life_months)        g = A − Σ π_k·c_k
    /// raw_k = (μ·π_{k+1} + Σ_{j>k} π_j·(c_j + g) − A·Σ_{j>k} ε_j) / π_k
    /// raw_k ≥ 0:  up_k = raw_k,  down_k = μ
    /// else:       up_k = 0,      down_k = (A·Σ_{j>k} ε_j − Σ_{j>k} π_j·(c_j + g)) / π_{k+1}
    /// free_k = min(1, (1 − c_k) / 0.9)
    /// ```
    ///
    /// Moves are capped at 50 % up and 40 % down a month; where a state loses more than a tenth of its customers a
    /// month to churn, the caps shrink alike, so that no more can leave a state than are in it.
    #[inline(always)]
    pub fn new(i: &Inputs<Lane<V>>, t: &Turnstile<V>, today: &experience::Month<V>) -> Self {
        let fade = 1.0 - monthly_halving(i.half_life_months);
        let zero = fade.all(0.0);
        let growth = t.acquisition - sum_of_products(&t.mix, &t.churn);
        let (mut leaving, mut entering) = (zero, zero);
        let (mut up, mut down) = ([zero; 3], [zero; 3]);
        for k in (0..3).rev() {
            leaving += t.mix[k + 1] * (t.churn[k + 1] + growth);
            entering += t.acquisition * t.entry[k + 1];
            let raw = (fade * t.mix[k + 1] + leaving - entering) / t.mix[k];
            let feeds_itself = raw.below(0.0);
            up[k] = feeds_itself.select(0.0, raw);
            down[k] = feeds_itself.select((entering - leaving) / t.mix[k + 1], fade);
        }
        let room = |k: usize| ((1.0 - t.churn[k]) * (1.0 / 0.9)).min(1.0);
        let (k, chi) = (i.contact_intensity, i.saturation);
        let mut calibrated = Calibrated {
            weight_surprising: i.weight_surprising,
            weight_recovered: i.weight_recovered,
            up,
            down,
            up_cap: each!(k in 3 => 0.5 * room(k)),
            down_cap: each!(k in 3 => 0.4 * room(k + 1)),
            fuel_now: zero,
            fuel_saturated: zero,
            lift_gain: k * chi,
            unrecovered_now: today.unrecovered,
            drag_gain: k * i.weight_unrecovered / (1.0 + i.weight_unrecovered * today.unrecovered),
        };
        calibrated.fuel_now = calibrated.fuel(today);
        // Where nothing feeds the bond today, anything that does counts as much as can be.
        calibrated.fuel_saturated = (chi * calibrated.fuel_now).max(NO_FUEL);
        calibrated
    }

    /// What feeds the bond.
    ///
    /// ```text
    /// fuel:  X = individual + weight_surprising·surprising + weight_recovered·recovered
    /// ```
    #[inline(always)]
    fn fuel(&self, x: &experience::Month<V>) -> Lane<V> {
        x.individual + self.weight_surprising * x.surprising + self.weight_recovered * x.recovered
    }

    /// The moves of a month.
    ///
    /// ```text
    /// wear:  Y = 1 + weight_unrecovered·unrecovered                       ρ = X/X_0
    /// lift = 1 + k·((1 + χ)·ρ / (ρ + χ) − 1)                              drag = 1 + k·(Y/Y_0 − 1)
    /// up from k:  min(up_k·lift, 0.5·free_k)·n_k        down from k+1:  min(down_k·drag, 0.4·free_{k+1})·n_{k+1}
    /// ```
    #[inline(always)]
    pub fn step(&self, n: &Customers<V>, x: &experience::Month<V>) -> Moves<V> {
        let fuel = self.fuel(x);
        // (1 + χ)·ρ / (ρ + χ) − 1 with ρ = X/X_0, brought on one denominator: exactly zero at X = X_0.
        let lift = 1.0 + self.lift_gain * (fuel - self.fuel_now) / (fuel + self.fuel_saturated);
        let drag = 1.0 + self.drag_gain * (x.unrecovered - self.unrecovered_now);
        Moves {
            up: each!(k in 3 => (self.up[k] * lift).min(self.up_cap[k]) * n[k]),
            down: each!(k in 3 => (self.down[k] * drag).min(self.down_cap[k]) * n[k + 1]),
        }
    }
}
