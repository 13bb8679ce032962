//! How a chart of the office program writes its numbers.

use crate::page::chart::{OfficeChart, OfficeUnit};
use crate::words::Words;
use delight_model::scenario::Language;

/// The code for numbers beside bars: money in the unit in which the largest amount has some four digits, shares in per cent.
/// Marks for decimals and thousands are those of whoever reads.
pub fn beside(chart: &OfficeChart, words: Words) -> String {
    let digits = match chart.largest() {
        x if x >= 1e10 => ("#,##0.00", 3),
        x if x >= 1e7 => ("#,##0.00", 2),
        x if x >= 1e4 => ("#,##0", 1),
        _ => ("#,##0", 0),
    };
    code(chart, digits, words)
}

/// The code for numbers along an axis, which are round.
pub fn along(chart: &OfficeChart, words: Words) -> String {
    let digits = match chart.largest() {
        x if x >= 2e10 => ("#,##0", 3),
        x if x >= 2e9 => ("0.0", 3),
        x if x >= 2e7 => ("#,##0", 2),
        x if x >= 1e6 => ("0.0", 2),
        x if x >= 1e4 => ("#,##0", 1),
        _ => ("#,##0", 0),
    };
    code(chart, digits, words)
}

fn code(chart: &OfficeChart, (digits, thousands): (&str, usize), words: Words) -> String {
    match &chart.unit {
        OfficeUnit::Share => "0%".to_owned(),
        OfficeUnit::Money(currency) => money(currency, digits, thousands, words),
    }
}

/// Money in a power of a thousand.
fn money(currency: &str, digits: &str, thousands: usize, words: Words) -> String {
    let dutch = words.language() == Language::Dutch;
    let scales = if dutch { ["", "k", " mln", " mld"] } else { ["", "k", "m", "bn"] };
    let (scale, commas) = (scales[thousands], ",".repeat(thousands));
    let symbol = match currency {
        "EUR" => "€".to_owned(),
        "USD" => "$".to_owned(),
        "GBP" => "£".to_owned(),
        other => format!("{} ", other.replace('"', "")),
    };
    match dutch {
        true => format!("\"{} \"{digits}{commas}\"{scale}\";\"{0} −\"{digits}{commas}\"{scale}\"", symbol.trim_end()),
        false => format!("\"{symbol}\"{digits}{commas}\"{scale}\";\"−{symbol}\"{digits}{commas}\"{scale}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_written_in_the_unit_of_its_size_where_the_language_puts_it() {
        let [en, nl] = Language::ALL.map(Words::new);
        assert_eq!(money("EUR", "0.0", 2, en), "\"€\"0.0,,\"m\";\"−€\"0.0,,\"m\"");
        assert_eq!(money("EUR", "0.0", 2, nl), "\"€ \"0.0,,\" mln\";\"€ −\"0.0,,\" mln\"");
        assert_eq!(money("SEK", "#,##0", 1, en), "\"SEK \"#,##0,\"k\";\"−SEK \"#,##0,\"k\"");
        assert_eq!(money("JPY", "#,##0", 0, nl), "\"JPY \"#,##0\"\";\"JPY −\"#,##0\"\"");
    }
}
