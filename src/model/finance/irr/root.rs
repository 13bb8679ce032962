//! Where the one rate of return lies: the factor that makes income and outlay worth the same.

use crate::units::{Lane, Mask, Pack};

/// How many roots there are, and between which values of x a single one lies.
pub(super) struct Roots<V: Pack> {
    pub(super) count: Lane<V>,
    pub(super) low: Lane<V>,
    pub(super) high: Lane<V>,
    /// Whether the present value goes from below zero to above it there, as x rises.
    pub(super) rising: Mask<V>,
}

/// The factor x at which income and outlay are worth the same, in the `wanted` trials; elsewhere anything. `today` is
/// what they are worth undiscounted.
///
/// Newton on y = ln x for ln Σ income·x^t − ln Σ outlay·x^t, which is nearly a straight line in y (its slope is the
/// difference of two durations), bent by what the slope has changed since the step before (Halley), within a bracket that
/// halves where a step would leave it, or turns back by more than half of the step before: two such steps could go to and
/// fro for ever. The number of right digits more than doubles with each step once the slope hardly changes any more; until
/// then a small step says nothing.
#[inline(always)]
pub(super) fn only_root<V: Pack>(cash: &[Lane<V>], roots: &Roots<V>, wanted: Mask<V>, today: Worth<V>) -> Lane<V> {
    const MOST_STEPS: usize = 80;
    // What is left after a step is less than the square of it times the horizon.
    let last_step = 6e-5 / cash.len().max(60) as f64;
    let (mut low, mut high) = (roots.low, roots.high);
    let mut x = low.all(1.0).max(low).min(high);
    let mut worth = if x.equals(1.0).inverse().any() { Worth::at(cash, x) } else { today };
    let (mut slope, mut moved) = (x.all(0.0), x.all(0.0));
    let mut moving = wanted;
    for _ in 0..MOST_STEPS {
        let gap = worth.gap();
        // Of a number that is none, flows have become nothing: too small a factor.
        let left = roots.rising.select(gap.share, -gap.share).at_least(0.0).inverse();
        low = left.select(x, low);
        high = left.select(high, x);
        let bent = moved.equals(0.0).inverse();
        let bend = (gap.slope - slope) * gap.step / (2.0 * gap.slope * bent.select(moved, 1.0));
        let step = gap.step * (1.0 - bent.select(bend.max(-0.5).min(0.5), 0.0));
        let step = step.max(-2.0).min(2.0);
        let newton = x * exp_of_step(step);
        let back = (step * moved).below(0.0).and(step.abs().above(0.5 * moved.abs()));
        let inside = low.at_most(newton).and(newton.at_most(high)).and(gap.sound).and(back.inverse());
        let next = moving.select(inside.select(newton, (low + high) * 0.5), x);
        let straight = bent.and((gap.slope - slope).abs().at_most(0.1 * gap.slope.abs()));
        let least = inside.select(straight.select(last_step, 0.0), 0.1 * last_step);
        (slope, moved) = (gap.slope, inside.select(step, 0.0));
        moving = (next - x).abs().above(least * x);
        x = next;
        if !moving.any() {
            break;
        }
        worth = Worth::at(cash, x);
    }
    x
}

/// e^s but for its fifth power: a fraction that stays positive.
#[inline(always)]
fn exp_of_step<V: Pack>(s: Lane<V>) -> Lane<V> {
    let even = 1.0 + s * s * (1.0 / 12.0);
    (even + 0.5 * s) / (even - 0.5 * s)
}

/// How far income and outlay are apart at a factor x.
struct Gap<V: Pack> {
    /// Income less outlay, as a share of both.
    share: Lane<V>,
    /// d ln(I/O) / d ln x, in months.
    slope: Lane<V>,
    /// Newton's step in ln x towards where they are equal.
    step: Lane<V>,
    /// Whether that step can be trusted.
    sound: Mask<V>,
}

/// What income and outlay are worth at a factor x, and the sums of that over all months so far.
///
/// By powers of x rather than by Horner's rule, whose multiplications would wait for each other.
#[derive(Clone, Copy)]
pub(super) struct Worth<V: Pack> {
    inflow: Lane<V>,
    outflow: Lane<V>,
    inflow_sum: Lane<V>,
    outflow_sum: Lane<V>,
}

impl<V: Pack> Worth<V> {
    #[inline(always)]
    pub(super) fn none(zero: Lane<V>) -> Self {
        Worth { inflow: zero, outflow: zero, inflow_sum: zero, outflow_sum: zero }
    }

    #[inline(always)]
    fn at(cash: &[Lane<V>], x: Lane<V>) -> Self {
        let (mut worth, mut power) = (Self::none(x.all(0.0)), x.all(1.0));
        for c in cash {
            worth.add(*c * power);
            power = power * x;
        }
        worth
    }

    /// Adds the worth of the next flow.
    #[inline(always)]
    pub(super) fn add(&mut self, value: Lane<V>) {
        self.inflow += value.max(0.0);
        self.outflow -= value.min(0.0);
        self.inflow_sum += self.inflow;
        self.outflow_sum += self.outflow;
    }

    /// With v_t the worth of the flow of month t, of n in all, Σ_t t·v_t = n·Σ_t v_t − Σ_{t<n} Σ_{s≤t} v_s: the slope of a
    /// sum I follows from the sum S of its parts so far, d ln I / d ln x = n − S_I/I. And ln(I/O) is 3·(I² − O²)/(I² + 4IO + O²)
    /// but for its fifth power, which is good enough unless they are far apart, so that with all as shares of I + O
    ///
    /// ```text
    /// slope = S_O/O − S_I/I = (s_o·i − s_i·o) / (i·o),   step = −ln(I/O)/slope,   ln(I/O) = 3·(i − o) / (1 + 2·i·o)
    /// ```
    #[inline(always)]
    fn gap(&self) -> Gap<V> {
        /// Twenty times as much on one side: there ln(I/O) is a fifth more than the fraction says.
        const FAR: f64 = 0.9;
        const TINY: f64 = 1e-300;
        let share = 1.0 / (self.inflow + self.outflow);
        let (i, o) = (self.inflow * share, self.outflow * share);
        let both = i * o;
        let turn = self.outflow_sum * share * i - self.inflow_sum * share * o;
        let apart = i - o;
        let mut log = 3.0 * apart / (1.0 + 2.0 * both);
        let far = apart.abs().above(FAR);
        if far.any() {
            log = far.select(i.max(TINY).ln() - o.max(TINY).ln(), log);
        }
        Gap { share: apart, slope: turn / both, step: -log * both / turn, sound: both.above(1e-200) }
    }
}
