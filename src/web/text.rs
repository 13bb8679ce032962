//! Keys and values as TOML writes them.

use serde_json::Value;
use std::fmt::Write;

/// A value of a page as TOML has it; none of what is no number, text or truth.
pub(super) fn value(value: &Value) -> Option<String> {
    match value {
        Value::Number(number) => number.as_f64().filter(|x| x.is_finite()).map(number_text),
        Value::String(text) => Some(quoted(text)),
        Value::Bool(truth) => Some(truth.to_string()),
        _ => None,
    }
}

/// A number, never with an exponent.
pub(super) fn number_text(x: f64) -> String {
    format!("{x}")
}

/// A rank: a number from 0 to 1, or a text such as 0.8, 80% or P80; a decimal comma is a point.
pub(super) fn rank_of(value: &Value) -> Option<f64> {
    let Some(text) = value.as_str() else { return value.as_f64() };
    let text = text.trim().replace(',', ".");
    let hundredth = text.strip_suffix('%').or_else(|| text.strip_prefix(['P', 'p']));
    match hundredth {
        Some(text) => text.trim().parse::<f64>().ok().map(|x| x / 100.0),
        None => text.parse().ok(),
    }
}

/// A path as dotted keys.
pub(super) fn dotted(path: &str) -> String {
    path.split('.').map(key).collect::<Vec<_>>().join(".")
}

fn key(name: &str) -> String {
    let is_bare = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b));
    if is_bare { name.to_owned() } else { quoted(name) }
}

/// A text in quotes: quotes, backslashes and what is no letter are written out.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => _ = write!(out, "\\u{:04X}", u32::from(c)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Lines as comments.
pub(super) fn comment(text: &str) -> String {
    text.lines().map(|line| format!("# {line}\n")).collect()
}

/// A quantity as it is typed in Dutch: a decimal comma and `tot` become a point and `to`; commas in brackets divide.
pub(super) fn of_dutch(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let is_digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let (mut depth, mut out) = (0_usize, String::new());
    for (at, c) in letters.iter().enumerate() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let is_mark = *c == ',' && depth == 0 && at > 0 && is_digit(at - 1) && is_digit(at + 1);
        out.push(if is_mark { '.' } else { *c });
    }
    out.replace(" tot ", " to ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn values_are_written_as_toml_reads_them() {
        assert_eq!(value(&json!(0.3)).as_deref(), Some("0.3"));
        assert_eq!(value(&json!(120000.0)).as_deref(), Some("120000"));
        assert_eq!(value(&json!(18)).as_deref(), Some("18"));
        assert_eq!(value(&json!(true)).as_deref(), Some("true"));
        assert_eq!(value(&json!("30% to \"4\"\n")).as_deref(), Some("\"30% to \\\"4\\\"\\u000A\""));
        assert_eq!(value(&json!([1])), None);
        assert_eq!(dotted("a.b c.d"), "a.\"b c\".d");
    }

    #[test]
    fn a_rank_is_a_number_or_a_percentile() {
        for text in ["0.8", "0,8", "80%", "P80", "p 80", " 80 % "] {
            assert_eq!(rank_of(&json!(text)), Some(0.8), "{text}");
        }
        assert_eq!(rank_of(&json!(0.25)), Some(0.25));
        assert_eq!(rank_of(&json!("high")), None);
    }

    #[test]
    fn a_decimal_comma_is_a_point_and_a_comma_in_brackets_divides() {
        assert_eq!(of_dutch("2,5 tot 4,25"), "2.5 to 4.25");
        assert_eq!(of_dutch("pert(1, 2,3)"), "pert(1, 2,3)");
        assert_eq!(of_dutch("30%"), "30%");
    }
}
