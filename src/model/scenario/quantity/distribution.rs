//! From the form of a quantity to a distribution that can draw no impossible value.

use super::form::{Form, Quantity};
use crate::sampling::{Distribution, DistributionError, Level};
use crate::units::{Kind, Shape};

/// A distribution, and how much of what was written lies outside the possible values and was cut off.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// The distribution.
    pub distribution: Distribution,
    /// Probability cut off, 0 to 1.
    pub cut: f64,
}

/// Why a quantity does not fit its input.
#[derive(Clone, Debug, PartialEq)]
pub enum Unfit {
    /// Its parameters make no distribution.
    Distribution(DistributionError),
    /// A number that is not a possible value.
    OutOfRange(f64),
    /// It can only lie between these ends, some of which are not possible values.
    SticksOut(f64, f64),
}

impl From<DistributionError> for Unfit {
    fn from(e: DistributionError) -> Self {
        Unfit::Distribution(e)
    }
}

/// Makes the distribution of a quantity for an input of this kind; `observed` is that of its samples, where it has them.
///
/// What has no natural end (normal, lognormal, metalog, an interval) is cut off at the possible values; what has ends
/// that someone wrote down must lie within them.
///
/// # Errors
/// See [`Unfit`].
pub fn distribution(quantity: &Quantity, kind: &Kind, observed: Option<Distribution>) -> Result<Made, Unfit> {
    if let Form::Number(x) = quantity.form {
        return if kind.allows(x) {
            Ok(Made { distribution: Distribution::constant(x)?, cut: 0.0 })
        } else {
            Err(Unfit::OutOfRange(x))
        };
    }
    let mut made = unbounded(quantity, kind, observed)?;
    let mut ends = ends(&quantity.form, kind);
    if let Some((low, high)) = quantity.bounds {
        if !matches!(quantity.form, Form::Metalog(..)) {
            made = made.truncated(low, high)?;
        }
        ends = if ends == Ends::Atoms { Ends::Atoms } else { Ends::Smooth };
    }
    fitted(made, kind, ends)
}

/// The distribution as written, before any bounds (which are a metalog's own parameters).
fn unbounded(
    quantity: &Quantity,
    kind: &Kind,
    observed: Option<Distribution>,
) -> Result<Distribution, DistributionError> {
    let (lower, upper) = quantity.bounds.unzip();
    match &quantity.form {
        Form::Number(x) => Distribution::constant(*x),
        &Form::Interval(p5, p95) => match kind.shape {
            Shape::Share => Distribution::part_from_interval(kind.whole(), p5, p95),
            Shape::Amount => Distribution::amount_from_interval(p5, p95),
            Shape::Real => Distribution::real_from_interval(p5, p95),
        },
        &Form::Pert(low, mode, high) => Distribution::pert(low, mode, high),
        &Form::Triangular(low, mode, high) => Distribution::triangular(low, mode, high),
        &Form::Uniform(low, high) => Distribution::uniform(low, high),
        &Form::Normal(mean, sd) => Distribution::normal(mean, sd),
        &Form::Lognormal(mean, sd) => Distribution::lognormal_from_mean_sd(mean, sd),
        &Form::Beta(a, b) => Distribution::beta(a, b),
        &Form::Metalog(p10, p50, p90) => Distribution::metalog_from_p10_p50_p90(p10, p50, p90, lower, upper),
        Form::Discrete(outcomes) => Distribution::discrete(outcomes),
        Form::Samples { .. } => observed.ok_or(DistributionError::NoSamples),
    }
}

/// What stands at the ends of a form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ends {
    /// Nothing that anyone claimed: the tails just run out.
    Open,
    /// Ends that are part of what was claimed, each with no probability of its own.
    Smooth,
    /// Values that are drawn themselves.
    Atoms,
}

fn ends(form: &Form, kind: &Kind) -> Ends {
    match form {
        Form::Interval(..) | Form::Normal(..) | Form::Lognormal(..) | Form::Metalog(..) => Ends::Open,
        Form::Beta(..) if kind.shape == Shape::Share => Ends::Open,
        Form::Number(_) | Form::Discrete(_) | Form::Samples { .. } => Ends::Atoms,
        _ => Ends::Smooth,
    }
}

/// Probability at each end below which a draw cannot come.
const NEVER_DRAWN: f64 = 1e-30;

/// The smallest distance from an end that is not itself a possible value.
const JUST_INSIDE: f64 = 1e-12;

/// The distribution held within the possible values.
fn fitted(made: Distribution, kind: &Kind, ends: Ends) -> Result<Made, Unfit> {
    let (low, high) = made.support();
    let fits = match ends {
        Ends::Open => true,
        Ends::Smooth => low >= kind.min && high <= kind.max,
        Ends::Atoms => kind.allows(low) && kind.allows(high),
    };
    if !fits {
        return Err(Unfit::SticksOut(low, high));
    }
    let least = made.at(Level::from_below(NEVER_DRAWN));
    let most = made.at(Level::from_above(NEVER_DRAWN));
    if kind.allows(least) && kind.allows(most) {
        return Ok(Made { distribution: made, cut: 0.0 });
    }
    let min = if kind.min_included { kind.min } else { kind.min + JUST_INSIDE };
    let max = if kind.max_included { kind.max } else { kind.max - JUST_INSIDE };
    let cut = made.cdf(min) + (1.0 - made.cdf(max));
    Ok(Made { distribution: made.truncated(min, max)?, cut })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::quantity::{Expected, parse};

    fn made(text: &str, kind: Kind) -> Result<Made, Unfit> {
        distribution(&parse(text, &Expected::RATIO).expect("a quantity"), &kind, None)
    }

    #[test]
    fn an_interval_gets_the_shape_of_its_input() {
        let share = made("30% to 40%", Kind::SHARE).expect("a share").distribution;
        assert!(matches!(share, Distribution::LogitNormal(_)));
        assert!((share.quantile(0.05) - 0.3).abs() < 1e-9 && (share.quantile(0.95) - 0.4).abs() < 1e-9);
        let amount = made("30 to 40", Kind::AMOUNT).expect("an amount").distribution;
        assert!((amount.median() - 1200_f64.sqrt()).abs() < 1e-9);
        let real = made("-30 to 40", Kind::REAL).expect("a real").distribution;
        assert!((real.median() - 5.0).abs() < 1e-9);
    }

    #[test]
    fn what_has_no_ends_is_cut_off_at_the_possible_values_and_says_how_much() {
        let cut = made("normal(0.1, 0.1)", Kind::SHARE).expect("a share");
        assert!((cut.cut - 0.158_655).abs() < 1e-5);
        assert!(cut.distribution.support().0 >= 0.0 && cut.distribution.support().1 <= 1.0);
        assert_eq!(made("normal(0.5, 0.01)", Kind::SHARE).expect("a share").cut, 0.0);
    }

    #[test]
    fn what_was_written_with_ends_must_lie_within_the_possible_values() {
        assert_eq!(made("uniform(0.5, 1.5)", Kind::SHARE), Err(Unfit::SticksOut(0.5, 1.5)));
        assert_eq!(made("normal(0.5, 0.2) in 0..2", Kind::SHARE), Err(Unfit::SticksOut(0.0, 2.0)));
        assert_eq!(made("135%", Kind::SHARE), Err(Unfit::OutOfRange(1.35)));
        assert!(made("discrete(0: 1, 2: 1)", Kind::SHARE).is_err());
        assert!(made("discrete(0: 1, 0.5: 1)", Kind::POSITIVE_SHARE).is_err());
    }

    #[test]
    fn a_positive_input_never_draws_zero() {
        for text in ["uniform(0, 1)", "normal(0.1, 0.2)", "beta(0.5, 3)"] {
            let drawn = made(text, Kind::POSITIVE_SHARE).expect("a positive share").distribution;
            assert!(drawn.at(Level::from_word(0)) > 0.0, "{text}");
        }
    }
}
