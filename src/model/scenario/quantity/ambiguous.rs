//! Points of which nobody can say whether they are decimal points or set thousands apart.

use super::QuantityError;

/// Refuses a text with a number such as `600.000`, unless another number in it (`0.5`) shows that its points are decimal.
///
/// # Errors
/// The first such number.
pub(super) fn check(text: &str) -> Result<(), QuantityError> {
    let mut found = None;
    for (number, rest) in numbers(text) {
        let parts: Vec<&str> = number.split('.').collect();
        if parts.len() < 2 {
            continue;
        }
        let is_scaled = rest.trim_start().starts_with(['%', 'k', 'M', 'e', 'E']);
        if is_scaled || !sets_thousands_apart(&parts) {
            return Ok(());
        }
        found = found.or(Some(parts));
    }
    match found {
        Some(parts) => Err(QuantityError::Ambiguous(parts.join("."), as_decimal(&parts), parts.join("_"))),
        None => Ok(()),
    }
}

/// The numbers of a text, each with what follows it.
fn numbers(text: &str) -> impl Iterator<Item = (&str, &str)> {
    // The two points of a range part numbers; those of `samples` are of a file.
    let pieces = if text.contains("samples") { "" } else { text }.split("..");
    pieces.flat_map(|piece| {
        let is_part = |c: char| c.is_ascii_digit() || c == '.' || c == '_';
        let mut rest = piece;
        std::iter::from_fn(move || {
            let begun = &rest[rest.find(is_part)?..];
            let (number, after) = begun.split_at(begun.find(|c| !is_part(c)).unwrap_or(begun.len()));
            rest = after;
            Some((number, after))
        })
    })
}

/// One to three digits that are no 0, then groups of three.
fn sets_thousands_apart(parts: &[&str]) -> bool {
    let are_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let [first, groups @ ..] = parts else { return false };
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && are_digits(first)
        && groups.iter().all(|group| group.len() == 3 && are_digits(group))
}

/// The number as a decimal that cannot be misread; none if it has several points.
fn as_decimal(parts: &[&str]) -> Option<String> {
    let &[whole, fraction] = parts else { return None };
    Some(match fraction.trim_end_matches('0') {
        "" => whole.to_owned(),
        short if short.len() < 3 => format!("{whole}.{short}"),
        full => format!("{whole}.{full}0"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_that_may_set_thousands_apart_is_refused() {
        for (text, decimal, whole) in [
            ("600.000", Some("600"), "600_000"),
            ("-1.500", Some("1.5"), "1_500"),
            ("1.234 to 2.345", Some("1.2340"), "1_234"),
            ("pert(1, 2, 10.000)", Some("10"), "10_000"),
            ("1.234.567", None, "1_234_567"),
            ("normal(5, 1) in 0..1.000", Some("1"), "1_000"),
        ] {
            let refused = check(text).expect_err(text);
            let QuantityError::Ambiguous(_, a, b) = refused else { panic!("{text}") };
            assert_eq!((a.as_deref(), b.as_str()), (decimal, whole), "{text}");
        }
    }

    #[test]
    fn a_point_that_can_only_be_decimal_is_not() {
        for text in [
            "0.125",
            "1.25",
            "1.2340",
            "1.500k",
            "12.345 %",
            "1.234e3",
            "1234.567",
            "600_000",
            "normal(0.3, 0.156) in 0..100",
            "pert(0.791, 1.13, 1.469)",
            "samples(1.000, 2.000)",
        ] {
            assert_eq!(check(text), Ok(()), "{text}");
        }
    }
}
