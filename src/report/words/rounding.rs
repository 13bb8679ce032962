//! A value beside its standard error, both with the digits that mean something.

use crate::plot::decimals;

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

/// `value ± error`, each written by `show`, the error with one or two digits and the value with none beyond them.
pub fn with_error(value: f64, error: f64, show: &dyn Fn(f64) -> String) -> String {
    let (error, unit) = rounded(error);
    let digits = if libm::round(error / unit) >= 10.0 { 2 } else { 1 };
    let error = significant(&show(error).replacen('+', "", 1), digits);
    let value = show(matched(value, unit));
    match error.chars().any(|c| matches!(c, '1'..='9')) {
        true => format!("{} ± {error}", as_exact_as(&value, &error)),
        // It is below the last digit that is ever written.
        false => value,
    }
}

/// A number with so many digits that count, the rest of its decimals being zeros.
fn significant(text: &str, digits: usize) -> String {
    let Some(at) = decimals(text) else { return text.to_owned() };
    let counted = text[..at.start].chars().filter(char::is_ascii_digit).skip_while(|c| *c == '0').count();
    let leading = if counted > 0 { 0 } else { at.len() - text[at.clone()].trim_start_matches('0').len() };
    cut(text, (leading + digits).saturating_sub(counted))
}

/// The value without closing zeros beyond the decimals of the error, where both count the same.
fn as_exact_as(value: &str, error: &str) -> String {
    let scale = |text: &str| text.trim_start_matches(|c: char| !c.is_alphabetic() && c != '%').to_owned();
    let bare = |text: &str| scale(text.trim_start_matches(|c: char| !c.is_ascii_digit()));
    match bare(value) == bare(error) {
        true => cut(value, decimals(error).map_or(0, |at| at.len())),
        false => value.to_owned(),
    }
}

/// A number without closing zeros, but for so many decimals that stay.
fn cut(text: &str, least: usize) -> String {
    let Some(at) = decimals(text) else { return text.to_owned() };
    let told = text[at.clone()].trim_end_matches('0').len().max(least.min(at.len()));
    let from = if told == 0 { at.start - 1 } else { at.start + told };
    format!("{}{}", &text[..from], &text[at.end..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;
    use delight_model::scenario::Language;

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
        let words = Words::new(Language::English);
        let share = |x: f64, error: f64| with_error(x, error, &|x| words.percent(x));
        assert_eq!(share(0.621, 0.0124), "62.1% ± 1.2%");
        assert_eq!(share(0.621, 0.041), "62% ± 4%");
        assert_eq!(share(0.0031, 0.000_031), "0.31% ± 0.003%");
        assert_eq!(share(0.0031, 0.000_000_1), "0.31%");
        let money = |x: f64, error: f64| with_error(x, error, &|x| words.money("EUR", x)).replace('\u{a0}', " ");
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
}
