//! Between annual rates and monthly ones, in effective terms: what holds for a year holds for its twelve months.

use super::{Lane, Pack};

/// Months in a year.
pub const MONTHS_PER_YEAR: usize = 12;

/// The monthly chance of an event that happens in a year with chance `annual` (0..1).
///
/// ```text
/// chance:  monthly = 1 − (1 − annual)^(1/12)
/// ```
#[inline(always)]
pub fn monthly_chance<V: Pack>(annual: Lane<V>) -> Lane<V> {
    // ln is defined for positive numbers only; at a chance of one all of them happen in the first month.
    let stays = (1.0 - annual).max(1e-300);
    let monthly = 1.0 - (stays.ln() * (1.0 / 12.0)).exp();
    annual.at_most(0.0).select(0.0, monthly)
}

/// The chance that an event of chance `monthly` (0..1) does not happen in a year: annual retention, of a monthly churn.
///
/// ```text
/// survival:  (1 − monthly)^12
/// ```
#[inline(always)]
pub fn annual_survival<V: Pack>(monthly: Lane<V>) -> Lane<V> {
    let stays = 1.0 - monthly;
    let stays4 = stays * stays * stays * stays;
    stays4 * stays4 * stays4
}

/// The factor by which a quantity that grows by `annual` a year grows each month.
///
/// ```text
/// growth:  (1 + annual)^(1/12)
/// ```
#[inline(always)]
pub fn monthly_growth<V: Pack>(annual: Lane<V>) -> Lane<V> {
    ((1.0 + annual).ln() * (1.0 / 12.0)).exp()
}

/// The factor a month of a quantity that halves in `months`.
///
/// ```text
/// halving in h months:  0.5^(1/h)
/// ```
#[inline(always)]
pub fn monthly_halving<V: Pack>(months: Lane<V>) -> Lane<V> {
    (-std::f64::consts::LN_2 / months).exp()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_monthly_chances_make_the_annual_one() {
        let monthly = monthly_chance(Lane([0.35])).0[0];
        assert!((1.0 - (1.0 - monthly).powi(12) - 0.35).abs() < 1e-14);
        assert_eq!(monthly_chance(Lane([0.0])).0[0], 0.0);
    }

    #[test]
    fn twelve_months_of_growth_make_a_year() {
        assert!((monthly_growth(Lane([0.09])).0[0].powi(12) - 1.09).abs() < 1e-14);
        assert!((monthly_halving(Lane([60.0])).0[0].powi(60) - 0.5).abs() < 1e-14);
    }
}
