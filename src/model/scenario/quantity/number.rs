//! A number as people write it: `12%`, `1_200`, `20k`, `1.5M`, `-3e-2`.

use super::QuantityError;

/// Reads a number with an optional `%`, `k` (thousand) or `M` (million) at its end.
///
/// # Errors
/// Not a number, or one that is not finite.
pub fn number(text: &str) -> Result<f64, QuantityError> {
    let text = text.trim();
    let (digits, scale) = split_suffix(text);
    let plain: String = without_separators(digits).ok_or_else(|| QuantityError::NotANumber(text.to_owned()))?;
    // Rust would also read "inf" and "nan".
    let starts_well = plain.trim_start_matches(['+', '-']).starts_with(|c: char| c.is_ascii_digit() || c == '.');
    match plain.parse::<f64>() {
        Ok(x) if starts_well => finite(scale.apply(x), text),
        _ if is_word_for_no_number(&plain) => Err(QuantityError::NotFinite(text.to_owned())),
        _ => Err(QuantityError::NotANumber(text.to_owned())),
    }
}

fn finite(x: f64, text: &str) -> Result<f64, QuantityError> {
    if x.is_finite() { Ok(x) } else { Err(QuantityError::NotFinite(text.to_owned())) }
}

/// What a suffix does to the number before it.
#[derive(Clone, Copy)]
enum Scale {
    By(f64),
    Percent,
}

impl Scale {
    fn apply(self, x: f64) -> f64 {
        match self {
            Scale::By(factor) => x * factor,
            // Division is exact where a factor of 0.01 is not: 35 % is the double nearest to 0.35.
            Scale::Percent => x / 100.0,
        }
    }
}

fn split_suffix(text: &str) -> (&str, Scale) {
    let suffixes = [("%", Scale::Percent), ("k", Scale::By(1e3)), ("M", Scale::By(1e6))];
    for (suffix, scale) in suffixes {
        if let Some(digits) = text.strip_suffix(suffix) {
            return (digits.trim_end(), scale);
        }
    }
    (text, Scale::By(1.0))
}

/// Takes out underscores, each of which must stand between two digits.
fn without_separators(digits: &str) -> Option<String> {
    let bytes = digits.as_bytes();
    let is_digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let misplaced = (0..bytes.len()).any(|i| bytes[i] == b'_' && !(i > 0 && is_digit(i - 1) && is_digit(i + 1)));
    (!misplaced).then(|| digits.replace('_', ""))
}

fn is_word_for_no_number(text: &str) -> bool {
    let word = text.trim_start_matches(['+', '-']).to_ascii_lowercase();
    ["nan", "inf", "infinity"].contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, expected) in [
            ("12%", 0.12),
            ("35 %", 0.35),
            ("1_200", 1200.0),
            ("20k", 20_000.0),
            ("1.5M", 1_500_000.0),
            ("-0.3", -0.3),
            ("+4", 4.0),
            ("2e-3", 0.002),
            (".5", 0.5),
            (" 7 ", 7.0),
        ] {
            assert_eq!(number(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "%", "k", "1__000", "_1", "1_", "twelve", "0,5", "1 2", "--1", "0x10"] {
            assert!(matches!(number(text), Err(QuantityError::NotANumber(_))), "{text}");
        }
        for text in ["nan", "NaN", "inf", "-inf", "1e400", "infinity"] {
            assert!(matches!(number(text), Err(QuantityError::NotFinite(_))), "{text}");
        }
    }
}
