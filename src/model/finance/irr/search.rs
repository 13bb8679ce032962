//! All rates of return, where counting signs does not settle how many there are: pieces of the curve with a proof each.

use super::super::zero::NOTHING;

/// 1/(1 + monthly) at the lowest rate: 0.01^(−1/12).
pub(super) const LARGEST_FACTOR: f64 = 1.467_799_267_622_069_5;
/// The smallest factor looked at: e^−14.
pub(super) const SMALLEST_FACTOR: f64 = 8.315_287_191_035_679e-7;

/// A factor x at which the cash is worth nothing, or a stretch of factors in which there is exactly one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Root {
    pub(super) low: f64,
    pub(super) high: f64,
    /// Whether the present value goes from below zero to above it there, as x rises.
    pub(super) rising: bool,
    /// Whether it only touches zero, or cannot be told from doing so.
    pub(super) touches: bool,
}

/// A stretch of y = ln x.
#[derive(Clone, Copy)]
struct Piece {
    low: f64,
    high: f64,
}

/// What is known of a piece.
enum Known {
    /// The curve does not meet zero.
    Nothing,
    /// It rises or falls throughout.
    OneWay,
    /// It is zero throughout, as far as can be told.
    Zero,
    /// Nothing yet.
    Unknown,
}

/// Pieces narrower than this in ln x are not cut any more.
const NARROWEST: f64 = 1e-11;
/// Pieces looked at: more than any curve of the size of a case has needed, so that no input keeps the search busy.
const MOST_PIECES: usize = 20_000;

/// All roots of Σ c_t·x^t between the smallest and the largest factor, by rising x.
///
/// The curve is cut in halves until each piece is settled: by how far it can move from its middle, or by how far its slope
/// can (interval Newton; Moore, Kearfott and Cloud, Introduction to Interval Analysis, 2009, ch. 8). Both are bounded after
/// the flows' mean month has been taken out, e^(−τy)·f(y), which has the same roots.
pub(super) fn roots(cash: &[f64]) -> Vec<Root> {
    let Some(first) = cash.iter().position(|c| *c != 0.0) else { return Vec::new() };
    let flows = &cash[first..];
    let (low, high) = (libm::log(SMALLEST_FACTOR), libm::log(LARGEST_FACTOR));
    let mut signs = vec![(low, sign(flows, low))];
    let mut open = vec![Piece { low, high }];
    let mut looked_at = 0;
    while let Some(piece) = open.pop() {
        looked_at += 1;
        let middle = 0.5 * (piece.low + piece.high);
        match known(flows, &piece) {
            Known::Unknown if looked_at < MOST_PIECES => {
                open.push(Piece { low: middle, ..piece });
                open.push(Piece { high: middle, ..piece });
                continue;
            }
            Known::Zero | Known::Unknown => signs.push((middle, 0.0)),
            Known::Nothing | Known::OneWay => {}
        }
        signs.push((piece.high, sign(flows, piece.high)));
    }
    between(&signs)
}

/// The roots of a curve that meets zero at most once between neighbours, of which the signs are known: one where they
/// change, and one where it only touches zero.
fn between(signs: &[(f64, f64)]) -> Vec<Root> {
    let mut found = Vec::new();
    let mut last: Option<(f64, f64)> = None;
    let mut zero = false;
    for &(y, sign) in signs {
        if sign == 0.0 {
            zero = true;
            continue;
        }
        if let Some((before, was)) = last {
            let root = |low: f64, high: f64, touches| Root {
                low: libm::exp(low),
                high: libm::exp(high),
                rising: was < sign,
                touches,
            };
            if was != sign {
                found.push(root(before, y, false));
            } else if zero {
                found.push(root(before, y, true));
            }
        }
        (last, zero) = (Some((y, sign)), false);
    }
    found
}

/// The sign of Σ c_t·e^(ty), 0 where rounding alone is left of the sum.
fn sign(flows: &[f64], y: f64) -> f64 {
    let x = libm::exp(y);
    let (sum, size) = flows.iter().rev().fold((0.0, 0.0), |(sum, size), c| (sum * x + c, size * x + c.abs()));
    if f64::abs(sum) <= NOTHING * size { 0.0 } else { f64::signum(sum) }
}

fn known(flows: &[f64], piece: &Piece) -> Known {
    let (middle, half) = (0.5 * (piece.low + piece.high), 0.5 * (piece.high - piece.low));
    if first_flow_decides(flows, libm::exp(piece.high)) {
        return Known::Nothing;
    }
    let x = libm::exp(middle);
    // Sums of c, t·c and their sizes, at the middle.
    let (mut sum, mut turn, mut size, mut months, mut squares) = (0.0, 0.0, 0.0, 0.0, 0.0);
    let (mut power, mut t) = (1.0, 0.0);
    for c in flows {
        let (worth, weight) = (c * power, c.abs() * power);
        sum += worth;
        turn += t * worth;
        size += weight;
        months += t * weight;
        squares += t * t * weight;
        power *= x;
        t += 1.0;
    }
    let mean = months / size;
    let spread = (squares - months * mean).max(0.0);
    let reach = libm::exp(half * mean.max(t - 1.0 - mean));
    let moves = half * (size * spread).sqrt() * reach;
    if sum.abs() > moves {
        Known::Nothing
    } else if sum.abs() + moves <= NOTHING * size || half < NARROWEST {
        Known::Zero
    } else if (turn - mean * sum).abs() > half * spread * reach {
        Known::OneWay
    } else {
        Known::Unknown
    }
}

/// Whether the first flow outweighs all later ones at the factor x: then it does at every smaller one, and there are no
/// roots.
fn first_flow_decides(flows: &[f64], x: f64) -> bool {
    flows[0].abs() > x * flows[1..].iter().rev().fold(0.0, |sum, c| sum * x + c.abs())
}

/// Where in its stretch the curve crosses zero, or its slope does where the curve only touches it: halved until no number
/// is left between the ends.
pub(super) fn place(cash: &[f64], root: &Root) -> f64 {
    let weight = |t: usize| if root.touches { t as f64 } else { 1.0 };
    let curve = |x: f64| cash.iter().enumerate().rev().fold(0.0, |sum, (t, c)| sum * x + weight(t) * c);
    let rising = if root.touches { curve(root.low) < 0.0 } else { root.rising };
    let (mut low, mut high) = (root.low, root.high);
    loop {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            return middle;
        }
        if (curve(middle) >= 0.0) == rising { high = middle } else { low = middle }
    }
}
