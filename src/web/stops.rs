//! The values at which a slider stops: round numbers, even by difference or by ratio.

/// Most stops of a track.
const MOST: f64 = 100.0;
/// Round numbers of a decade, even by ratio (Renard's series R20, rounded to two digits).
const DECADE: [f64; 20] =
    [10., 11., 12., 14., 16., 18., 20., 22., 25., 28., 32., 35., 40., 45., 50., 56., 63., 71., 80., 90.];

/// The stops of a track.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stops {
    /// Rising, at least one.
    pub values: Vec<f64>,
    /// Whether they are even by ratio.
    pub log: bool,
}

impl Stops {
    /// From a value to a larger one, by equal steps of 1, 2 or 5 times a power of ten, no end left out by more than a step.
    pub(super) fn even(from: f64, to: f64) -> Stops {
        let rough = (to - from) / MOST;
        if !(rough > 0.0) || !rough.is_finite() {
            return Stops { values: vec![from], log: false };
        }
        let power = libm::floor(libm::log10(rough)) as i32;
        let (whole, power) = [1.0, 2.0, 5.0]
            .into_iter()
            .map(|whole| (whole, power))
            .find(|(whole, power)| scaled(*whole, *power) >= rough * (1.0 - 1e-9))
            .unwrap_or((1.0, power + 1));
        let step = scaled(whole, power);
        let (first, last) = ((from / step - 1e-9).ceil() as i64, (to / step + 1e-9).floor() as i64);
        let values = (first..=last).map(|k| scaled(k as f64 * whole, power)).collect::<Vec<f64>>();
        Stops::of(values, from, false)
    }

    /// From a value above zero to a larger one, by equal ratios.
    pub(super) fn by_ratio(from: f64, to: f64) -> Stops {
        let (low, high) = (libm::floor(libm::log10(from)) as i32, libm::ceil(libm::log10(to)) as i32);
        let all = (low..=high).flat_map(|power| DECADE.map(|x| scaled(x, power - 1)));
        let within = all.filter(|x| *x >= from * (1.0 - 1e-9) && *x <= to * (1.0 + 1e-9)).collect();
        Stops::of(within, from, true)
    }

    fn of(values: Vec<f64>, from: f64, log: bool) -> Stops {
        Stops { values: if values.is_empty() { vec![from] } else { values }, log }
    }

    /// Where a value lies on the track, in stops, between its ends.
    pub(super) fn place(&self, x: f64) -> f64 {
        let above = self.values.partition_point(|stop| *stop <= x);
        let (Some(lower), Some(upper)) = (above.checked_sub(1), self.values.get(above)) else {
            return if above == 0 { 0.0 } else { (self.values.len() - 1) as f64 };
        };
        let low = self.values[lower];
        let share = match self.log && low > 0.0 {
            true => libm::log(x / low) / libm::log(upper / low),
            false => (x - low) / (upper - low),
        };
        lower as f64 + share
    }
}

/// `whole × 10^power`, as its decimal digits say.
fn scaled(whole: f64, power: i32) -> f64 {
    let ten = |n: i32| libm::pow(10.0, f64::from(n));
    if power < 0 { whole / ten(-power) } else { whole * ten(power) }
}

/// A value with so many significant digits.
pub(super) fn significant(x: f64, digits: i32) -> f64 {
    if x == 0.0 || !x.is_finite() {
        return x;
    }
    let power = libm::floor(libm::log10(x.abs())) as i32 - digits + 1;
    scaled(
        libm::round(if power < 0 {
            x * libm::pow(10.0, f64::from(-power))
        } else {
            x / libm::pow(10.0, f64::from(power))
        }),
        power,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops_are_round_numbers_within_the_ends() {
        let stops = Stops::even(0.103, 0.597);
        assert_eq!((stops.values[0], stops.values.len(), *stops.values.last().unwrap()), (0.105, 99, 0.595));
        assert!(stops.values.iter().all(|x| x.to_string().len() <= 5), "{:?}", stops.values);
        assert!(Stops::even(-2.0, 2.0).values.contains(&0.0));
        assert_eq!(Stops::even(3.0, 3.0).values, [3.0]);
        assert_eq!(Stops::even(f64::NAN, 3.0).values.len(), 1);
    }

    #[test]
    fn stops_by_ratio_are_twenty_a_decade() {
        let stops = Stops::by_ratio(0.02, 5.0);
        assert_eq!(stops.values[..3], [0.02, 0.022, 0.025]);
        assert_eq!((*stops.values.last().unwrap(), stops.values.len()), (5.0, 49));
        assert!(stops.values.windows(2).all(|pair| pair[1] / pair[0] < 1.2));
    }

    #[test]
    fn a_place_is_counted_in_stops_and_stays_on_the_track() {
        let even = Stops::even(0.0, 100.0);
        assert_eq!([even.place(-5.0), even.place(0.0), even.place(41.5), even.place(1e9)], [0.0, 0.0, 41.5, 100.0]);
        let ratio = Stops::by_ratio(1.0, 100.0);
        assert!((ratio.place(10.0) - 20.0).abs() < 1e-9);
    }

    #[test]
    fn significant_digits_are_kept() {
        assert_eq!(
            [significant(0.123_456, 4), significant(123_456.0, 4), significant(0.0, 4)],
            [0.1235, 123_500.0, 0.0]
        );
    }
}
