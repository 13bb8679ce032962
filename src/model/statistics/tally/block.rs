//! Sums and squares of a short block of doubles by floating-point steps that are exact, and therefore fast and mergeable.

use super::natural::power_of_two;

/// Values in a block: the summation bounds below count on at most 2^8.
pub(super) const BLOCK: usize = 256;
const LANES: usize = 8;

/// The exact sum of a block, in two doubles and what is left of each value.
///
/// With σ a power of two of at least 2·n·max|x|, q = (σ + x) − σ is x rounded to a multiple of 2^-53 σ, x − q is exact, and so
/// is every partial sum of the q: S. M. Rump, T. Ogita, S. Oishi, "Accurate floating-point summation part I"
/// (SIAM J. Sci. Comput. 31, 2008). Two such layers hold all bits of values down to 2^-35 of the largest.
pub(super) struct BlockSum {
    pub(super) high: f64,
    pub(super) low: f64,
    /// Whether some value has bits below the second layer.
    pub(super) has_rest: bool,
    sigma: [f64; 2],
}

impl BlockSum {
    /// `None` where a layer would leave the range of normal doubles, or a value is not finite.
    pub(super) fn of(block: &[f64]) -> Option<Self> {
        debug_assert!(block.len() <= BLOCK);
        let sigma = sigmas(largest(block))?;
        let mut sums = [[0.0; LANES]; 3];
        let (chunks, tail) = block.as_chunks::<LANES>();
        chunks.iter().for_each(|chunk| add_chunk(chunk, sigma, &mut sums));
        add_chunk(&padded(tail), sigma, &mut sums);
        let [high, low, rest] = sums.map(|lanes| lanes.iter().sum::<f64>());
        high.is_finite().then_some(Self { high, low, has_rest: rest != 0.0, sigma })
    }

    /// What both layers leave of `x`, exactly.
    pub(super) fn rest_of(&self, x: f64) -> f64 {
        layers(x, self.sigma)[2]
    }
}

#[inline]
fn layers(x: f64, sigma: [f64; 2]) -> [f64; 3] {
    let high = (sigma[0] + x) - sigma[0];
    let rest = x - high;
    let low = (sigma[1] + rest) - sigma[1];
    [high, low, rest - low]
}

#[inline]
fn add_chunk(chunk: &[f64; LANES], sigma: [f64; 2], sums: &mut [[f64; LANES]; 3]) {
    for lane in 0..LANES {
        let [high, low, rest] = layers(chunk[lane], sigma);
        sums[0][lane] += high;
        sums[1][lane] += low;
        sums[2][lane] += rest.abs();
    }
}

fn sigmas(largest: f64) -> Option<[f64; 2]> {
    let exponent = (largest.to_bits() >> 52) as i32 - 1023;
    // |x| < 2^(exponent + 1), times 2^8 values, times 2; the rest is at most 2^-53 σ, and so on.
    let first = exponent + 10;
    ((-800..1000).contains(&first)).then(|| [power_of_two(first), power_of_two(first - 44)])
}

fn largest(block: &[f64]) -> f64 {
    let mut lanes = [0.0_f64; LANES];
    let (chunks, tail) = block.as_chunks::<LANES>();
    for chunk in chunks.iter().chain([&padded(tail)]) {
        for lane in 0..LANES {
            let size = chunk[lane].abs();
            lanes[lane] = if size > lanes[lane] { size } else { lanes[lane] };
        }
    }
    lanes.into_iter().fold(0.0, f64::max)
}

fn padded(tail: &[f64]) -> [f64; LANES] {
    let mut chunk = [0.0; LANES];
    chunk[..tail.len()].copy_from_slice(tail);
    chunk
}

/// Writes x² as `square + error`, exactly; `false` if a value is so large or small that this is not possible.
///
/// T. J. Dekker, "A floating-point technique for extending the available precision" (Numer. Math. 18, 1971).
pub(super) fn squares(block: &[f64], squares: &mut [f64], errors: &mut [f64]) -> bool {
    let (smallest, largest) = (power_of_two(-480), power_of_two(480));
    let mut is_exact = true;
    for ((&x, square), error) in block.iter().zip(squares).zip(errors) {
        let size = x.abs();
        is_exact &= (size < largest) & ((size > smallest) | (size == 0.0));
        (*square, *error) = square_with_error(x);
    }
    is_exact
}

#[inline]
fn square_with_error(x: f64) -> (f64, f64) {
    const SPLITTER: f64 = 134_217_729.0; // 2^27 + 1
    let scaled = SPLITTER * x;
    let high = scaled - (scaled - x);
    let low = x - high;
    let square = x * x;
    let error = ((high * high - square) + 2.0 * high * low) + low * low;
    (square, error)
}

/// Hands the values at `start`, `start + stride`, … to `take`, gathered into blocks; `stride` 0 panics.
pub(super) fn for_each_in_lane(values: &[f64], start: usize, stride: usize, mut take: impl FnMut(&[f64])) {
    let mut lane = values.get(start..).unwrap_or_default().iter().step_by(stride);
    let mut block = [0.0; BLOCK];
    while lane.len() > 0 {
        let length = lane.len().min(BLOCK);
        for (slot, &x) in block[..length].iter_mut().zip(&mut lane) {
            *slot = x;
        }
        take(&block[..length]);
    }
}
