//! Single answers: what people type, as a scenario file writes it.

use delight_model::scenario::hidden_letter;
use delight_model::scenario::quantity::{Expected, number};
use delight_model::units::Sort;

/// A score: `7`, `7.5`, `6-8`; `y` and `n` where yes and no answer the question. None if it is none.
pub fn score(text: &str, or_yes: bool) -> Option<String> {
    match text.to_lowercase().as_str() {
        "y" | "yes" | "j" | "ja" if or_yes => return Some("true".to_owned()),
        "n" | "no" | "nee" if or_yes => return Some("false".to_owned()),
        _ => (),
    }
    let (low, high) = range(text, 10.0)?;
    Some(if low == high { low.to_string() } else { format!("\"{low} to {high}\"") })
}

/// A share in percent: `60`, `60%`, `50-70`. None if it is none.
pub fn share(text: &str) -> Option<String> {
    let (low, high) = range(&text.replace('%', ""), 100.0)?;
    Some(match low == high {
        true => format!("\"{low}%\""),
        // The shape of an interval of shares has no place for none and for all.
        false if low == 0.0 || high == 100.0 => format!("\"uniform({low}%, {high}%)\""),
        false => format!("\"{low}% to {high}%\""),
    })
}

/// A name without signs that would not show, of at most 80 characters.
pub fn name(text: &str) -> String {
    let seen = |c: &char| hidden_letter(&c.to_string()).is_none() && !matches!(c, '\n' | '\r' | '\t');
    text.chars().filter(seen).take(80).collect::<String>().trim().to_owned()
}

/// A number or two of them, from 0 to `most`.
fn range(text: &str, most: f64) -> Option<(f64, f64)> {
    let text = text.replace('–', "-").replace(" to ", "-").replace(" tot ", "-");
    let points = Expected { sort: Sort::Score, ..Expected::RATIO };
    let read = |part: &str| {
        let number = number(part, &points).ok().filter(|number| !number.is_percent)?;
        Some(number.value).filter(|x| (0.0..=most).contains(x))
    };
    match text.split_once('-') {
        Some((low, high)) => Some((read(low)?, read(high)?)).filter(|(low, high)| low <= high),
        None => read(&text).map(|x| (x, x)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_is_a_number_or_two_with_any_decimal_mark() {
        let of = |text| score(text, false);
        for (text, written) in [("7", "7"), ("7,5", "7.5")] {
            assert_eq!(of(text).as_deref(), Some(written), "{text}");
        }
        for text in ["6-8", "6 – 8", "6 to 8", "6 tot 8"] {
            assert_eq!(of(text).as_deref(), Some("\"6 to 8\""), "{text}");
        }
        for text in ["11", "-1", "abc", "8-6", "nan", "1e99", "y", "5-11"] {
            assert_eq!(of(text), None, "{text}");
        }
        assert_eq!(score("ja", true).as_deref(), Some("true"));
    }

    #[test]
    fn a_share_is_written_in_percent_and_reaches_its_ends_evenly() {
        let of = share;
        for (text, written) in [("60", "\"60%\""), ("50-70 %", "\"50% to 70%\""), ("0-20", "\"uniform(0%, 20%)\"")] {
            assert_eq!(of(text).as_deref(), Some(written), "{text}");
        }
        assert_eq!(of("101"), None);
    }
}
