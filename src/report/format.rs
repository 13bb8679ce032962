//! Numbers as people read them: few digits, a sign, a unit.

/// A minus sign as wide as a plus.
const MINUS: char = '−';

/// Money with its currency: `€1.23m`, `−€410k`, `SEK 12bn`.
pub fn money(currency: &str, x: f64) -> String {
    let (scaled, suffix) = scaled(x.abs());
    // A sign before nothing would only puzzle.
    let sign =
        if x < 0.0 && scaled.chars().any(|c| matches!(c, '1'..='9')) { MINUS.to_string() } else { String::new() };
    format!("{sign}{}{scaled}{suffix}", symbol(currency))
}

/// Money with its sign always: `+€1.23m`.
pub fn money_change(currency: &str, x: f64) -> String {
    let plain = money(currency, x);
    if x > 0.0 { format!("+{plain}") } else { plain }
}

fn symbol(currency: &str) -> String {
    match currency {
        "EUR" => "€".into(),
        "USD" => "$".into(),
        "GBP" => "£".into(),
        other => format!("{other}\u{a0}"),
    }
}

/// Three digits and the suffix of a thousand, a million, a billion.
fn scaled(x: f64) -> (String, &'static str) {
    const STEPS: [(f64, &str); 4] = [(1e12, "tn"), (1e9, "bn"), (1e6, "m"), (1e3, "k")];
    // 999,600 is a million to three digits, so the step is taken a little before it is reached.
    let (unit, suffix) = STEPS.into_iter().find(|(unit, _)| x >= 0.9995 * unit).unwrap_or((1.0, ""));
    let y = x / unit;
    let decimals = if y >= 99.95 || (unit == 1.0 && y >= 9.995) {
        0
    } else if y >= 9.995 {
        1
    } else {
        2
    };
    let text = format!("{y:.decimals$}");
    (if text == "0.00" { "0".into() } else { text }, suffix)
}

/// A share as a percentage: `62.1%`, `0.04%`.
pub fn percent(x: f64) -> String {
    // Beyond a thousandfold the digits say nothing more.
    if x.abs() >= 1000.0 {
        return if x < 0.0 { format!("<{MINUS}100,000%") } else { ">100,000%".into() };
    }
    let y = 100.0 * x;
    let decimals = if y == 0.0 || y.abs() >= 99.95 {
        0
    } else if y.abs() >= 0.995 {
        1
    } else {
        2
    };
    signed(y, decimals, "%")
}

/// A change as a percentage with its sign: `+3.2%`.
pub fn percent_change(x: f64) -> String {
    if x > 0.0 && x < 1000.0 { format!("+{}", percent(x)) } else { percent(x) }
}

/// A number with a true minus.
pub fn signed(x: f64, decimals: usize, unit: &str) -> String {
    let text = format!("{:.decimals$}", x.abs());
    let is_zero = !text.chars().any(|c| matches!(c, '1'..='9'));
    let sign = if x < 0.0 && !is_zero { MINUS.to_string() } else { String::new() };
    format!("{sign}{text}{unit}")
}

/// Text in lines of at most `width` characters, broken between words; every line but the first is indented.
pub fn wrap(text: &str, width: usize, indent: &str) -> String {
    let (mut out, mut length) = (String::new(), 0);
    for word in text.split(' ') {
        let size = word.chars().count();
        if length > 0 && length + 1 + size > width {
            out.push('\n');
            out.push_str(indent);
            length = indent.chars().count();
        } else if length > 0 {
            out.push(' ');
            length += 1;
        }
        out.push_str(word);
        length += size;
    }
    out
}

/// A whole number with thin thousands: `120,000`.
pub fn whole(x: f64) -> String {
    let digits = format!("{:.0}", x.abs());
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if x <= -0.5 { format!("{MINUS}{grouped}") } else { grouped }
}

/// A name in a column, cut where it is too long.
pub fn pad(name: &str, width: usize) -> String {
    let length = name.chars().count();
    if length < width {
        format!("{name}{}", " ".repeat(width - length))
    } else {
        format!("{}… ", name.chars().take(width - 2).collect::<String>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_keeps_three_digits_at_every_size() {
        let shown: Vec<String> = [0.0, 4.5, 950.0, 1234.0, 999_700.0, 1_234_567.0, -12_345_678.0, 3.2e9, 5e13]
            .map(|x| money("EUR", x))
            .into();
        assert_eq!(shown, ["€0", "€4.50", "€950", "€1.23k", "€1.00m", "€1.23m", "−€12.3m", "€3.20bn", "€50.0tn"]);
    }

    #[test]
    fn a_rounded_zero_has_no_sign() {
        assert_eq!(money("USD", -0.001), "$0");
        assert_eq!(percent(-0.000_001), "0.00%");
        assert_eq!(signed(-0.04, 1, " points"), "0.0 points");
    }

    #[test]
    fn other_currencies_carry_their_code() {
        assert_eq!(money_change("SEK", 1500.0), "+SEK\u{a0}1.50k");
    }

    #[test]
    fn text_is_broken_between_words() {
        assert_eq!(wrap("one two three", 8, "  "), "one two\n  three");
    }

    #[test]
    fn thousands_are_grouped() {
        assert_eq!([999.0, 1000.0, 1_234_567.0, -20_000.0].map(whole), ["999", "1,000", "1,234,567", "−20,000"]);
    }
}
