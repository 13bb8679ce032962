//! Quantities as a scenario has them, from what was learned.

use super::findings::Spread3;
use super::posterior::Weights;
use delight_model::sampling::{Distribution, DistributionError};
use delight_model::units::Kind;

/// Digits of a quantity.
const DIGITS: i32 = 5;

/// A number with five digits that count, without an exponent.
pub fn plain(x: f64) -> String {
    with_digits(x, DIGITS)
}

/// The same with three, for people.
pub fn brief(x: f64) -> String {
    with_digits(x, 3)
}

fn with_digits(x: f64, digits: i32) -> String {
    if x == 0.0 || !x.is_finite() {
        return "0".to_owned();
    }
    let places = (digits - 1 - x.abs().log10().floor() as i32).clamp(0, 17) as usize;
    let text = format!("{x:.places$}");
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text,
    }
}

/// A share of this mean and standard deviation.
pub fn beta(mean: f64, sd: f64) -> String {
    let most = 0.9 * mean * (1.0 - mean);
    let variance = (sd * sd).min(most);
    if !(variance > 0.0) {
        return plain(mean);
    }
    let size = mean * (1.0 - mean) / variance - 1.0;
    format!("beta({}, {})", plain(mean * size), plain((1.0 - mean) * size))
}

/// An amount of this mean and standard deviation.
pub fn lognormal(mean: f64, sd: f64) -> String {
    if sd > 0.0 && mean > 0.0 { format!("lognormal({}, {})", plain(mean), plain(sd)) } else { plain(mean) }
}

/// A metalog through three quantiles, and how far it is from what it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitted {
    /// As a scenario has it.
    pub written: String,
    /// The largest distance of the two distribution functions.
    pub distance: f64,
}

/// The metalog nearest to weighted draws of an input, with the bounds of its prior, those of its kind or none.
pub fn metalog(spread: Spread3, prior: &Distribution, kind: &Kind, draws: (&Weights, &[f64])) -> Option<Fitted> {
    let finite =
        |(low, high): (f64, f64)| (low.is_finite() && high.is_finite() && high - low < 1e4).then_some((low, high));
    let bounds = [finite(prior.support()), finite((kind.min, kind.max)), None];
    let fits = bounds.into_iter().filter_map(|bounds| through(spread, bounds, draws));
    fits.min_by(|a, b| a.distance.total_cmp(&b.distance))
}

fn through(spread: Spread3, bounds: Option<(f64, f64)>, (weights, values): (&Weights, &[f64])) -> Option<Fitted> {
    let rounded = |x: f64| plain(x).parse::<f64>().unwrap_or(x);
    let [p10, p50, p90] = [spread.p10, spread.p50, spread.p90].map(rounded);
    let bounds = bounds.map(|(low, high)| (rounded_out(low, false), rounded_out(high, true)));
    let (low, high) = bounds.unzip();
    let make = |p50: f64| Distribution::metalog_from_p10_p50_p90(p10, p50, p90, low, high);
    let (p50, made) = match make(p50) {
        Err(DistributionError::TripleInfeasible { least_median, greatest_median, .. }) => {
            // As near to the median as three terms can have it.
            let room = 0.01 * (greatest_median - least_median);
            let nearest = rounded(p50.clamp(least_median + room, greatest_median - room));
            (nearest, make(nearest).ok()?)
        }
        made => (p50, made.ok()?),
    };
    let within = low.zip(high).map_or_else(String::new, |(low, high)| format!(" in {}..{}", plain(low), plain(high)));
    let written = format!("metalog({}, {}, {}){within}", plain(p10), plain(p50), plain(p90));
    Some(Fitted { written, distance: weights.distance(values, |x| made.cdf(x)) })
}

/// A bound with as many digits as are written, no nearer than it was.
fn rounded_out(x: f64, up: bool) -> f64 {
    let written = plain(x).parse::<f64>().unwrap_or(x);
    let step = x.abs() * 1e-4;
    match up {
        true if written < x => plain(x + step).parse().unwrap_or(x),
        false if written > x => plain(x - step).parse().unwrap_or(x),
        _ => written,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_do() {
        for (x, text) in
            [(0.123_456_789, "0.12346"), (1234.567, "1234.6"), (-0.5, "-0.5"), (123_456_789.0, "123456789"), (2.0, "2")]
        {
            assert_eq!(plain(x), text);
        }
    }

    #[test]
    fn a_beta_has_the_mean_and_the_spread_it_was_made_from() {
        assert_eq!(beta(0.4, 0.1), "beta(9.2, 13.8)");
        assert_eq!(beta(0.4, 0.0), "0.4");
        assert_eq!(lognormal(420.0, 21.0), "lognormal(420, 21)");
    }

    #[test]
    fn a_metalog_stands_within_two_hundredths_of_what_it_was_made_from() {
        let n = 4096;
        let prior = Distribution::pert(0.3, 0.65, 1.05).expect("a distribution");
        let values: Vec<f64> = (0..n).map(|i| prior.quantile((f64::from(i) + 0.5) / f64::from(n))).collect();
        let weights = Weights::equal(n as usize);
        let fitted = metalog(weights.spread(&values), &prior, &Kind::amount_between(0.0, 10.0), (&weights, &values));
        let fitted = fitted.expect("a metalog");
        assert!(fitted.distance < 0.02 && fitted.written.starts_with("metalog(0."), "{fitted:?}");
    }
}
