//! Smooth functions as piecewise polynomials, fitted through Chebyshev nodes.
//!
//! A panel is an interval on which the function is smooth enough for one interpolation of high degree. The panel is cut
//! into equal segments, and on each the interpolant is interpolated again by a polynomial of low degree, so that few
//! values of an expensive function make many cheap pieces (Trefethen, "Approximation theory and approximation practice",
//! 2013, ch. 4–5). Both steps are linear in the values: one matrix does them.

use std::f64::consts::PI;

/// Values of the function taken on each panel.
pub(super) const NODES: usize = 16;

/// Coefficients of a piece: a polynomial of degree 7 in s ∈ [−½, ½), the place within its segment; a line of the cache.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(64))]
pub(super) struct Piece(pub(super) [f64; COEFFICIENTS]);

const COEFFICIENTS: usize = 8;

/// The value of a piece at `s`: its even and its odd part side by side, as they lie in memory.
#[inline(always)]
pub(super) fn evaluate(Piece(c): &Piece, s: f64) -> f64 {
    let s2 = s * s;
    let even = c[0] + s2 * (c[2] + s2 * (c[4] + s2 * c[6]));
    let odd = c[1] + s2 * (c[3] + s2 * (c[5] + s2 * c[7]));
    even + s * odd
}

/// The linear map from a panel's values to the coefficients of its pieces, on `S` segments of equal width.
pub(super) struct Fitter<const S: usize> {
    nodes: [f64; NODES],
    rows: Vec<[f64; NODES]>,
}

impl<const S: usize> Fitter<S> {
    pub(super) fn new() -> Self {
        let nodes = chebyshev::<NODES>().map(|c| 0.5 + 0.5 * c);
        let places = chebyshev::<COEFFICIENTS>().map(|c| 0.5 * c);
        let basis = places.map(|place| lagrange_coefficients(&places, place));
        let mut rows = Vec::with_capacity(S * COEFFICIENTS);
        for segment in 0..S {
            let values = places.map(|s| interpolation_weights(&nodes, (segment as f64 + 0.5 + s) / S as f64));
            let row = |c: usize| {
                std::array::from_fn(|j| basis.iter().zip(&values).map(|(basis, values)| basis[c] * values[j]).sum())
            };
            rows.extend((0..COEFFICIENTS).map(row));
        }
        Self { nodes, rows }
    }

    /// The pieces of a function on a panel, given as a function of τ ∈ [0, 1]; `None` if they miss the function by more
    /// than `tolerance` times |f|, or times its variation over the panel or times `least` where that is larger.
    pub(super) fn fit(&self, f: impl Fn(f64) -> f64, tolerance: f64, least: f64) -> Option<[Piece; S]> {
        let values = self.nodes.map(&f);
        // Differences from one value, so that a large constant does not cost the digits of a small variation.
        let centre = values[NODES / 2];
        let differences = values.map(|v| v - centre);
        let mut pieces = [Piece::default(); S];
        for (coefficient, row) in pieces.iter_mut().flat_map(|piece| &mut piece.0).zip(&self.rows) {
            *coefficient = row.iter().zip(&differences).fold(0.0, |sum, (m, d)| sum + m * d);
        }
        for piece in &mut pieces {
            piece.0[0] += centre;
        }
        let least = (values[0] - values[NODES - 1]).abs().max(least);
        let fits = |segment: usize, s: f64| {
            let exact = f((segment as f64 + 0.5 + s) / S as f64);
            (evaluate(&pieces[segment], s) - exact).abs() <= tolerance * exact.abs().max(least)
        };
        // The ends of segments, where an interpolation at Chebyshev nodes errs most.
        let fits = [(0, -0.5), (S / 4, -0.5), (S - 1 - S / 4, 0.5), (S - 1, 0.5)].into_iter().all(|(i, s)| fits(i, s));
        fits.then_some(pieces)
    }
}

/// The Chebyshev nodes of the first kind on [−1, 1].
fn chebyshev<const N: usize>() -> [f64; N] {
    std::array::from_fn(|j| libm::cos((2 * j + 1) as f64 * PI / (2 * N) as f64))
}

/// The weights of the values at `nodes` (Chebyshev, first kind) in their interpolant at `x`: the barycentric formula.
fn interpolation_weights(nodes: &[f64; NODES], x: f64) -> [f64; NODES] {
    if let Some(hit) = nodes.iter().position(|&node| node == x) {
        return std::array::from_fn(|j| f64::from(u8::from(j == hit)));
    }
    let mut weights: [f64; NODES] = std::array::from_fn(|j| {
        let sign = if j % 2 == 0 { 1.0 } else { -1.0 };
        sign * libm::sin((2 * j + 1) as f64 * PI / (2 * NODES) as f64) / (x - nodes[j])
    });
    let total: f64 = weights.iter().sum();
    for weight in &mut weights {
        *weight /= total;
    }
    weights
}

/// The coefficients of the polynomial that is one at `place` and zero at the other `places`.
fn lagrange_coefficients(places: &[f64; COEFFICIENTS], place: f64) -> [f64; COEFFICIENTS] {
    let mut product = [0.0; COEFFICIENTS];
    product[0] = 1.0;
    for &other in places.iter().filter(|&&other| other != place) {
        for c in (0..COEFFICIENTS).rev() {
            let lower = if c == 0 { 0.0 } else { product[c - 1] };
            product[c] = (lower - other * product[c]) / (place - other);
        }
    }
    product
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_polynomial_of_degree_seven_is_reproduced() {
        let f = |t: f64| 3.0 - t + 2.0 * t * t - 7.0 * t.powi(4) + t.powi(7);
        let pieces = Fitter::<8>::new().fit(f, 1e-12, 0.0).expect("exact up to rounding");
        for (i, piece) in pieces.iter().enumerate() {
            for s in [-0.5, -0.2, 0.0, 0.3, 0.4999] {
                let exact = f((i as f64 + 0.5 + s) / 8.0);
                assert!((evaluate(piece, s) - exact).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn a_kink_and_an_infinity_are_refused() {
        assert!(Fitter::<8>::new().fit(|t| (t - 0.31).abs(), 1e-9, 0.0).is_none());
        assert!(Fitter::<8>::new().fit(|t| 1.0 / (t - 0.9999).max(0.0), 1e-9, 0.0).is_none());
    }
}
