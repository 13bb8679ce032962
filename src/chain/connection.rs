//! Emotional connection: four states of a customer, and how experience moves customers between them.

use super::experience;
use crate::units::{Input, Kind, Lane, Source, each, monthly_halving};

/// The states of a customer (after Magids, Zorfas & Leemon), in the order of every array over states.
pub const STATES: [&str; 4] = ["unconnected", "satisfied", "distinctive", "connected"];

/// Share of promoters (9–10) among the customers of each state. Expert assumption: grade D.
pub const PROMOTERS: [f64; 4] = [0.02, 0.15, 0.40, 0.85];
/// Share of passives (7–8) among the customers of each state.
pub const PASSIVES: [f64; 4] = [0.28, 0.65, 0.55, 0.14];
/// Share of detractors (0–6) among the customers of each state.
pub const DETRACTORS: [f64; 4] = [0.70, 0.20, 0.05, 0.01];
/// Mean answer to the 0–10 question in each state.
pub const SCORES: [f64; 4] = [5.6, 7.3, 8.2, 9.2];

/// What the stage takes from the scenario.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<T> {
    count: T,
    mix: [T; 4],
    weight_surprising: T,
    weight_recovered: T,
    weight_unrecovered: T,
    half_life_months: T,
    contact_intensity: T,
    saturation: T,
}

impl<T> Inputs<T> {
    /// Takes the stage's inputs, in this order.
    #[inline(always)]
    pub fn take<S: Source<Value = T>>(s: &mut S) -> Self {
        let x = "effects.connection";
        Inputs {
            count: s.next(Input::new("customers", "count", Kind::POSITIVE, "customers", "customers today")),
            mix: s.next_each(|k| {
                Input::new(
                    "customers.mix",
                    STATES[k],
                    Kind::POSITIVE_SHARE,
                    "share of customers",
                    "customers in this state today",
                )
            }),
            weight_surprising: s.next(Input::new(
                x,
                "weight_surprising",
                Kind::amount_between(0.0, 1e3),
                "× an individual service",
                "what a surprise adds to the bond",
            )),
            weight_recovered: s.next(Input::new(
                x,
                "weight_recovered",
                Kind::amount_between(0.0, 1e3),
                "× an individual service",
                "what a recovered failure adds to the bond",
            )),
            weight_unrecovered: s.next(Input::new(
                x,
                "weight_unrecovered",
                Kind::amount_between(0.0, 1e3),
                "per failure a month",
                "how much a failure that is not recovered wears the bond",
            )),
            half_life_months: s.next(Input::new(
                x,
                "half_life_months",
                Kind::amount_between(1.0, 600.0),
                "months",
                "time in which half of an unfed bond is gone",
            )),
            contact_intensity: s.next(Input::new(
                x,
                "contact_intensity",
                Kind::SHARE,
                "share",
                "how much of the bond is made in service contacts at all",
            )),
            saturation: s.next(Input::new(
                x,
                "saturation",
                Kind::amount_between(1e-6, 1e6),
                "ratio",
                "how soon more delight has less effect: low soon, high late",
            )),
        }
    }
}

/// Customers by state.
pub type Customers<const N: usize> = [Lane<N>; 4];

/// N = Σ n_k.
#[inline(always)]
pub fn total<const N: usize>(n: &Customers<N>) -> Lane<N> {
    n[0] + n[1] + n[2] + n[3]
}

/// Σ w_k·n_k / N: the mean of a property of the states over the customers; `per_customer` is 1/N.
#[inline(always)]
pub fn mean_over<const N: usize>(weights: &[f64; 4], n: &Customers<N>, per_customer: Lane<N>) -> Lane<N> {
    (weights[0] * n[0] + weights[1] * n[1] + weights[2] * n[2] + weights[3] * n[3]) * per_customer
}

/// Who comes and goes today, which the calibration needs to keep the baseline's mix.
#[derive(Clone, Copy, Debug)]
pub struct Turnstile<const N: usize> {
    /// π: mix today, sums to 1.
    pub mix: [Lane<N>; 4],
    /// c_k: monthly churn of each state.
    pub churn: [Lane<N>; 4],
    /// A: monthly acquisition as a share of today's customers.
    pub acquisition: Lane<N>,
    /// ε_k: mix of those who enter.
    pub entry: [Lane<N>; 4],
}

/// The stage's constants of a trial.
#[derive(Clone, Copy, Debug)]
pub struct Calibrated<const N: usize> {
    i: Inputs<Lane<N>>,
    up: [Lane<N>; 3],
    down: [Lane<N>; 3],
    up_cap: [Lane<N>; 3],
    down_cap: [Lane<N>; 3],
    fuel_now: Lane<N>,
    wear_now: Lane<N>,
    per_wear: Lane<N>,
}

/// Customers who move between neighbouring states in one month: `up[k]` leaves k for k+1, `down[k]` leaves k+1 for k.
#[derive(Clone, Copy, Debug)]
pub struct Moves<const N: usize> {
    /// Upward moves.
    pub up: [Lane<N>; 3],
    /// Downward moves.
    pub down: [Lane<N>; 3],
}

impl<const N: usize> Inputs<Lane<N>> {
    /// π: the mix of today, scaled to sum to exactly 1 in each trial.
    #[inline(always)]
    pub fn mix(&self) -> [Lane<N>; 4] {
        normalised(&self.mix)
    }

    /// N_0·π_k.
    #[inline(always)]
    pub fn customers(&self) -> Customers<N> {
        let mix = self.mix();
        each!(k in 4 => self.count * mix[k])
    }
}

/// Shares scaled to sum to 1.
#[inline(always)]
pub fn normalised<const N: usize>(shares: &[Lane<N>; 4]) -> [Lane<N>; 4] {
    let scale = 1.0 / total(shares);
    each!(k in 4 => shares[k] * scale)
}

impl<const N: usize> Calibrated<N> {
    /// Finds the flows between states that keep today's mix as long as nothing changes.
    ///
    /// ```text
    /// raw_k = (δ·π_{k+1} + Σ_{j>k} π_j·(c_j + g) − A·Σ_{j>k} ε_j) / π_k,   g = A − Σ π_k·c_k
    /// raw_k ≥ 0: up_k = raw_k, down_k = δ;  else up_k = 0, down_k = (A·Σ_{j>k} ε_j − Σ_{j>k} π_j·(c_j + g)) / π_{k+1}
    /// ```
    ///
    /// Moves are capped at 50 % up and 40 % down a month; where a state loses more than a tenth of its customers a
    /// month to churn, the caps shrink alike, so that no more can leave a state than are in it.
    #[inline(always)]
    pub fn new(i: &Inputs<Lane<N>>, t: &Turnstile<N>, today: &experience::Month<N>) -> Self {
        let fade = 1.0 - monthly_halving(i.half_life_months);
        let mut churn = Lane::ZERO;
        for k in 0..4 {
            churn += t.mix[k] * t.churn[k];
        }
        let growth = t.acquisition - churn;
        let (mut leaving, mut entering) = (Lane::ZERO, Lane::ZERO);
        let (mut up, mut down) = ([Lane::ZERO; 3], [Lane::ZERO; 3]);
        for k in (0..3).rev() {
            leaving += t.mix[k + 1] * (t.churn[k + 1] + growth);
            entering += t.acquisition * t.entry[k + 1];
            let raw = (fade * t.mix[k + 1] + leaving - entering) / t.mix[k];
            let feeds_itself = raw.below(Lane::ZERO);
            up[k] = feeds_itself.select(Lane::ZERO, raw);
            down[k] = feeds_itself.select((entering - leaving) / t.mix[k + 1], fade);
        }
        let room = |k: usize| ((1.0 - t.churn[k]) * (1.0 / 0.9)).min(Lane::ONE);
        let mut calibrated = Calibrated {
            i: *i,
            up,
            down,
            up_cap: each!(k in 3 => 0.5 * room(k)),
            down_cap: each!(k in 3 => 0.4 * room(k + 1)),
            fuel_now: Lane::ZERO,
            wear_now: Lane::ONE,
            per_wear: Lane::ONE,
        };
        calibrated.fuel_now = calibrated.fuel(today);
        calibrated.wear_now = calibrated.wear(today);
        calibrated.per_wear = 1.0 / calibrated.wear_now;
        calibrated
    }

    /// X: what feeds the bond.
    #[inline(always)]
    fn fuel(&self, x: &experience::Month<N>) -> Lane<N> {
        x.individual + self.i.weight_surprising * x.surprising + self.i.weight_recovered * x.recovered
    }

    /// Y: what wears it.
    #[inline(always)]
    fn wear(&self, x: &experience::Month<N>) -> Lane<N> {
        1.0 + self.i.weight_unrecovered * x.unrecovered
    }

    /// The moves of a month.
    ///
    /// ```text
    /// lift = 1 + k·((1 + χ)·ρ / (ρ + χ) − 1), ρ = X/X_0;   drag = 1 + k·(Y/Y_0 − 1)
    /// ```
    #[inline(always)]
    pub fn step(&self, n: &Customers<N>, x: &experience::Month<N>) -> Moves<N> {
        let (k, chi) = (self.i.contact_intensity, self.i.saturation);
        let fuel = self.fuel(x);
        // (1 + χ)·ρ / (ρ + χ) − 1 with ρ = X/X_0, brought on one denominator: exactly zero at X = X_0.
        let lift = 1.0 + k * (chi * (fuel - self.fuel_now) / (fuel + chi * self.fuel_now));
        let drag = 1.0 + k * ((self.wear(x) - self.wear_now) * self.per_wear);
        let mut moves = Moves { up: [Lane::ZERO; 3], down: [Lane::ZERO; 3] };
        for k in 0..3 {
            moves.up[k] = (self.up[k] * lift).min(self.up_cap[k]) * n[k];
            moves.down[k] = (self.down[k] * drag).min(self.down_cap[k]) * n[k + 1];
        }
        moves
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn promoters_passives_and_detractors_are_everyone() {
        for k in 0..4 {
            assert!((PROMOTERS[k] + PASSIVES[k] + DETRACTORS[k] - 1.0).abs() < 1e-12);
        }
    }
}
