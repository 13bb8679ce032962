//! Ticks at round numbers and the scale between values and pixels.

/// Maps values of one axis to nominal pixels, linearly.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scale {
    pub low: f64,
    pub high: f64,
    pub at_low: f64,
    pub at_high: f64,
}

impl Scale {
    /// The pixel of a value; values outside the axis stop at its ends.
    pub(crate) fn at(&self, value: f64) -> f64 {
        let share = ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0);
        self.at_low + share * (self.at_high - self.at_low)
    }
}

/// Values beyond this count as missing: differences and squares of such values would overflow.
const LARGEST: f64 = 1e100;

/// Whether a value can be drawn.
pub(crate) fn usable(value: f64) -> bool {
    value.abs() <= LARGEST
}

/// The smallest and the largest usable value.
pub(crate) fn extent(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.filter(|&v| usable(v)).fold(None, |range, v| match range {
        None => Some((v, v)),
        Some((low, high)) => Some((low.min(v), high.max(v))),
    })
}

/// The last drawable value and its month.
pub(crate) fn last_usable(values: &[f64]) -> Option<(usize, f64)> {
    let found = values.iter().rposition(|&value| usable(value))?;
    Some((found + 1, values[found]))
}

/// A range of positive length around `low` and `high`.
pub(crate) fn widened(low: f64, high: f64) -> (f64, f64) {
    if high - low > 1e-9 * high.abs().max(low.abs()) {
        return (low, high);
    }
    let half = if low == 0.0 { 1.0 } else { low.abs() / 2.0 };
    (low - half, high + half)
}

/// The round numbers (1, 2, 2.5 or 5 times a power of ten) within `low..=high`, about `wish` of them.
pub(crate) fn round_numbers(low: f64, high: f64, wish: usize) -> Vec<f64> {
    multiples(low, high, round_step((high - low) / wish.max(1) as f64))
}

/// Multiples of a step, at most a hundred.
pub(crate) fn multiples(low: f64, high: f64, step: f64) -> Vec<f64> {
    let (first, last) = ((low / step - 1e-6).ceil(), (high / step + 1e-6).floor());
    let count = (last - first + 1.0).clamp(0.0, 100.0) as usize;
    // Adding zero turns a negative zero into zero.
    (0..count).map(|k| (first + k as f64) * step + 0.0).collect()
}

/// The smallest round step which is at least `rough`.
fn round_step(rough: f64) -> f64 {
    let power = libm::pow(10.0, libm::floor(libm::log10(rough.max(f64::MIN_POSITIVE))));
    [1.0, 2.0, 2.5, 5.0, 10.0]
        .map(|leading| leading * power)
        .into_iter()
        .find(|&step| step >= rough * (1.0 - 1e-9))
        .unwrap_or(10.0 * power)
}

/// The range extended to round numbers on both sides, together with its ticks.
pub(crate) fn round_axis(low: f64, high: f64, wish: usize) -> (f64, f64, Vec<f64>) {
    let (low, high) = widened(low, high);
    let step = round_step((high - low) / wish.max(1) as f64);
    let low = (low / step + 1e-6).floor() * step;
    let high = (high / step - 1e-6).ceil() * step;
    (low, high, multiples(low, high, step))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_stand_at_round_numbers() {
        assert_eq!(round_numbers(-0.9, 2.1, 6), [-0.5, 0.0, 0.5, 1.0, 1.5, 2.0]);
        assert_eq!(round_numbers(0.0, 1e12, 5), [0.0, 2e11, 4e11, 6e11, 8e11, 1e12]);
    }

    #[test]
    fn an_axis_of_one_value_still_has_a_length() {
        for value in [0.0, 1e-3, -1e12, 7.0] {
            let (low, high, ticks) = round_axis(value, value, 5);
            assert!(low < value && value < high && ticks.len() >= 2, "{value}");
        }
    }

    #[test]
    fn unusable_values_do_not_count_for_the_extent() {
        let values = [f64::NAN, f64::INFINITY, 2.0, -1.0, 1e300];
        assert_eq!(extent(values.into_iter()), Some((-1.0, 2.0)));
    }
}
