//! A value beside its standard error, both with the digits that mean something.

use super::Words;
use super::shown::Shown;
use delight_model::statistics::Estimate;

/// An error as the Particle Data Group rounds it (Review of Particle Physics, section 5.3), and what its last digit counts:
/// two digits where its first three are 100 to 354, one where they are 355 to 949, else the next power of ten with two.
fn rounded(error: f64) -> (f64, f64) {
    if !(error > 0.0 && error.is_finite()) {
        return (error, 0.0);
    }
    let power = libm::pow(10.0, libm::floor(libm::log10(error)));
    let first_three = libm::round(error / power * 100.0);
    let unit = if (355.0..950.0).contains(&first_three) { power } else { power / 10.0 };
    let unit = if first_three >= 950.0 { power } else { unit };
    (libm::round(error / unit) * unit, unit)
}

/// The value rounded to the digits of its error, where its own three would be more.
fn matched(value: f64, unit: f64) -> f64 {
    let third_digit = libm::pow(10.0, libm::floor(libm::log10(value.abs())) - 2.0);
    let rounded = if unit > third_digit { libm::round(value / unit) * unit } else { value };
    // A small value beside a large error is not nothing.
    if rounded.is_finite() && rounded != 0.0 { rounded } else { value }
}

impl Words {
    /// `value ± error` where errors are shown, each rounded by `show`, the error with one or two digits and the value with none beyond them; the
    /// value alone where it has no error.
    pub fn with_error(self, estimate: &Estimate, show: &dyn Fn(f64) -> Shown) -> String {
        // An error of exactly nothing only says that all trials are alike.
        let Some(error) = estimate.standard_error.filter(|error| self.errors && *error > 0.0) else {
            return self.write(&show(estimate.value));
        };
        let (error, unit) = rounded(error);
        let digits = if libm::round(error / unit) >= 10.0 { 2 } else { 1 };
        let (value, error) = (show(matched(estimate.value, unit)), show(error).without_sign().significant(digits));
        if error.is_nothing() {
            // It is below the last digit that is ever written.
            return self.write(&value);
        }
        // Where both count the same, the value has no closing zero beyond the decimals of the error.
        let value = if value.unit == error.unit { value.cut(error.decimals) } else { value };
        format!("{} ± {}", self.write_unnamed(&value), self.write_beside(&value, &error))
    }

    /// Money with its standard error.
    pub fn money_with_error(self, currency: &str, estimate: &Estimate) -> String {
        self.with_error(estimate, &|x| Shown::money(currency, x))
    }

    /// A share with its standard error.
    pub fn percent_with_error(self, estimate: &Estimate) -> String {
        self.with_error(estimate, &Shown::percent)
    }

    /// Round numbers along an axis, written alike: decimals that are zero in all of them are left out.
    pub fn write_alike(self, all: &[Shown]) -> Vec<String> {
        let kept = all.iter().map(Shown::told).max().unwrap_or(0);
        all.iter().map(|shown| self.write(&shown.clone().at_most(kept))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::scenario::Language;

    const EN: Words = Words::new(Language::English);

    fn of(value: f64, error: f64) -> Estimate {
        Estimate::new(value, Some(error))
    }

    #[test]
    fn errors_are_rounded_as_the_particle_data_group_does() {
        // The examples of its Review: 0.827 ± 0.119, ± 0.367; 0.9999 would be 1.0.
        let close = |x: f64, y: f64| assert!((x - y).abs() < 1e-12 * y.abs(), "{x} {y}");
        for (error, written) in
            [(0.119, 0.12), (0.367, 0.4), (0.9999, 1.0), (354.0, 350.0), (95.2, 100.0), (0.0301, 0.030)]
        {
            close(rounded(error).0, written);
        }
    }

    #[test]
    fn a_value_has_no_digit_beyond_its_error() {
        let share = |x: f64, error: f64| EN.percent_with_error(&of(x, error));
        assert_eq!(share(0.621, 0.0124), "62.1% ± 1.2%");
        assert_eq!(share(0.621, 0.041), "62% ± 4%");
        assert_eq!(share(0.0031, 0.000_031), "0.31% ± 0.003%");
        assert_eq!(share(0.0031, 0.000_000_1), "0.31%");
        let money = |x: f64, error: f64| EN.money_with_error("EUR", &of(x, error)).replace('\u{a0}', " ");
        assert_eq!(money(-321_400.0, 3940.0), "−€321k ± €4k");
        assert_eq!(money(1_514_000.0, 6440.0), "€1.51m ± €6k");
        assert_eq!(money(1_514_000.0, 244_000.0), "€1.51m ± €240k");
        assert_eq!(money(1_514_000.0, 1_244_000.0), "€1.5m ± €1.2m");
        assert_eq!(money(1065.4, 22.0), "€1.07k ± €22");
        assert_eq!(money(120.4, 9.73), "€120 ± €10");
        assert_eq!(share(0.5624, 0.0198), "56.2% ± 2.0%");
        assert_eq!(money(1_514_000.0, 1_990_000.0), "€1.5m ± €2.0m");
        assert_eq!(money(300.0, 5_000.0), "€300 ± €5k");
    }

    #[test]
    fn errors_that_are_switched_off_leave_the_value_and_the_head_of_its_column() {
        let off = EN.without_errors();
        assert_eq!(off.with_error(&of(1.514e6, 6440.0), &|x| Shown::money("EUR", x)), "€1.51m");
        assert_eq!((off.say("rivals-mean"), EN.say("rivals-mean")), ("mean".to_owned(), "mean ± se".to_owned()));
    }

    #[test]
    fn an_error_has_no_sign_and_a_named_unit_stands_once() {
        assert_eq!(EN.with_error(&of(1.514e6, 6440.0), &|x| Shown::money_change("EUR", x)), "+€1.51m ± €6k");
        assert_eq!(EN.with_error(&of(25.91, 0.312), &|x| Shown::number(x, 1).of("months")), "25.9 ± 0.3\u{a0}months");
    }

    #[test]
    fn decimals_that_are_zero_in_every_label_are_left_out_of_all() {
        let words = Words::new(Language::Dutch);
        let money = |all: &[f64]| words.write_alike(&all.iter().map(|x| Shown::money("EUR", *x)).collect::<Vec<_>>());
        let written = money(&[0.0, 5e5, 1e6]);
        assert_eq!(written.iter().map(|t| t.replace('\u{a0}', " ")).collect::<Vec<_>>(), ["€ 0", "€ 500k", "€ 1 mln"]);
        let written = money(&[0.0, 5e5, 1.5e6, 2e6]);
        let expected = ["€ 0", "€ 500k", "€ 1,5 mln", "€ 2,0 mln"];
        assert_eq!(written.iter().map(|t| t.replace('\u{a0}', " ")).collect::<Vec<_>>(), expected);
        assert_eq!(words.write_alike(&[0.05, 1.0].map(Shown::percent)), ["5%", "100%"]);
    }
}
