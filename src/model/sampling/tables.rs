//! Quantiles as tables of polynomials: over the uniform, in octaves toward both tails, and over the normal score.

use super::{
    level::Level,
    normal::{standard_level, standard_quantile},
    polynomial::{Fitter, Piece, evaluate},
};

/// The largest error accepted where a table is checked, half the promised 10⁻⁹: relative to |x| or, where that is larger,
/// to the variation over the panel (an octave of the tail's probability, or a unit of the score) or to what is negligible.
const TOLERANCE: f64 = 5e-10;

/// Values this much smaller than the width of the central 95 % need not have all their digits: beside a bound at zero they
/// drown in the rounding of the bound, or fall too steeply.
const NEGLIGIBLE: f64 = 1e-6;

fn negligible(quantile: impl Fn(Level) -> f64) -> f64 {
    NEGLIGIBLE * (quantile(Level::from_above(0.025)) - quantile(Level::from_below(0.025)))
}

/// Octaves on each side: the tail's probability times 2³² runs from ½ to 2³¹.
const OCTAVES: usize = 32;

/// A quantile over the 2³² uniforms: on each side of the median 32 octaves of the tail's probability, `S` segments each, a
/// power of two.
///
/// A quantile's singularities lie at u = 0 and 1, so each octave is as smooth as the next: the relative distance to the
/// singularity is the same. With four segments 17 kB, of which the last octaves, near the median, are the hot ones.
#[derive(Clone, Debug)]
pub(super) struct TailTable<const S: usize> {
    octaves: Box<[[Piece; S]; 2 * OCTAVES]>,
    support: (f64, f64),
}

impl<const S: usize> TailTable<S> {
    /// The table of a quantile; `None` where it would miss [`TOLERANCE`].
    pub(super) fn new(quantile: impl Fn(Level) -> f64, support: (f64, f64)) -> Option<Self> {
        let fitter = Fitter::<S>::new();
        let least = negligible(&quantile);
        let mut octaves = Vec::with_capacity(2 * OCTAVES);
        for side in [Level::from_below, Level::from_above] {
            for octave in 0..OCTAVES {
                let start = libm::exp2(octave as f64 - 33.0);
                octaves.push(fitter.fit(|t| quantile(side(start + start * t)), TOLERANCE, least)?);
            }
        }
        Some(Self { octaves: octaves.try_into().ok()?, support })
    }

    #[inline(always)]
    pub(super) fn fill(&self, u: &[u32], out: &mut [f64]) {
        // In three passes: the first and the last run in vectors, and the one between, which waits for memory, is short,
        // so that many of its look-ups are under way at once.
        const AT_ONCE: usize = 256;
        let mut segments = [0; AT_ONCE];
        for (out, u) in out.chunks_mut(AT_ONCE).zip(u.chunks(AT_ONCE)) {
            for ((x, segment), &k) in out.iter_mut().zip(&mut segments).zip(u) {
                (*segment, *x) = place::<S>(k);
            }
            for (x, segment) in out.iter_mut().zip(&segments) {
                let segment = *segment as usize;
                *x = evaluate(&self.octaves[segment / S % (2 * OCTAVES)][segment % S], *x);
            }
            for x in out {
                *x = clamp(*x, self.support);
            }
        }
    }
}

/// The segment of a uniform and its place within it, from −½ to ½.
#[inline(always)]
fn place<const S: usize>(k: u32) -> (u32, f64) {
    // The exponent and the top bits of the tail's probability are the number of its segment, the rest is the place
    // within it. Below 2³¹ the word fits an i32, which vector units convert at once.
    let tail = f64::from(k.min(!k) as i32) + 0.5;
    let bits = tail.to_bits();
    let digits = S.trailing_zeros();
    let segment = ((bits >> (52 - digits)) as u32).wrapping_sub(0x3fe << digits) | (k >> 31) << (5 + digits);
    (segment, f64::from_bits(((bits << digits) & 0x000f_ffff_ffff_ffff) | 0x3ff0_0000_0000_0000) - 1.5)
}

/// The standard normal's own table: the scores of the uniforms.
pub(super) fn standard_table() -> TailTable<8> {
    TailTable::new(standard_quantile, (f64::NEG_INFINITY, f64::INFINITY))
        .expect("the normal quantile is smooth, as a test checks")
}

/// Scores run from −8 to 8 in the table: only a sum of several extreme scores can lie beyond.
const REACH: f64 = 8.0;
const PANELS: usize = 16;
const SEGMENTS: usize = 8;
const KNOTS: usize = PANELS * SEGMENTS;

/// A quantile over the standard normal score z: x = Q(Φ(z)), on segments of an eighth.
#[derive(Clone, Debug)]
pub(super) struct ScoreTable {
    pieces: Box<[Piece; KNOTS]>,
    support: (f64, f64),
}

impl ScoreTable {
    /// The table of a quantile; `None` where it would miss [`TOLERANCE`].
    pub(super) fn new(quantile: impl Fn(Level) -> f64, support: (f64, f64)) -> Option<Self> {
        let fitter = Fitter::<SEGMENTS>::new();
        let least = negligible(&quantile);
        let mut pieces = Vec::with_capacity(KNOTS);
        for panel in 0..PANELS {
            let start = panel as f64 - REACH;
            pieces.extend(fitter.fit(|t| quantile(standard_level(start + t)), TOLERANCE, least)?);
        }
        Some(Self { pieces: pieces.try_into().ok()?, support })
    }

    /// Writes Q(Φ(z)); `beyond` computes it where |z| ≥ 8.
    #[inline(always)]
    pub(super) fn fill(&self, z: &[f64], out: &mut [f64], beyond: impl Fn(f64) -> f64) {
        let mut all_within = true;
        for (x, &z) in out.iter_mut().zip(z) {
            all_within &= z.abs() < REACH;
            let place = (z + REACH) * SEGMENTS as f64;
            // Saturating, so that a score beyond the table finds some segment; it is recomputed below.
            let knot = (place as i32 as u32) % KNOTS as u32;
            let s = place - f64::from(knot) - 0.5;
            *x = clamp(evaluate(&self.pieces[knot as usize], s), self.support);
        }
        if !all_within {
            for (x, &z) in out.iter_mut().zip(z).filter(|(_, z)| !(z.abs() < REACH)) {
                *x = beyond(z);
            }
        }
    }
}

/// Keeps a rounding error from leaving the support; as two comparisons, which every vector unit has.
#[inline(always)]
fn clamp(x: f64, (low, high): (f64, f64)) -> f64 {
    let x = if x < low { low } else { x };
    if x > high { high } else { x }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_normal_table_is_exact_at_the_ends_of_all_octaves() {
        let table = standard_table();
        for bit in 0..32 {
            for k in [1_u32 << bit, (1 << bit) - 1, !(1 << bit), u32::MAX << bit, (1 << bit) + (1 << bit) / 3] {
                let exact = standard_quantile(Level::from_word(k));
                let mut value = [0.0];
                table.fill(&[k], &mut value);
                assert!((value[0] - exact).abs() < 2e-11 * exact.abs().max(0.1), "{k}: {exact}");
            }
        }
    }
}
