//! The periods of a panel: quarters, months, or whole numbers that count quarters.

use super::table::{Table, Wrong};
use std::fmt;

/// A period, by its form and its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// `2026-Q1`: quarters since year 0.
    Quarter(i64),
    /// `2026-03`: months since year 0.
    Month(i64),
    /// A whole number.
    Number(i64),
}

impl Period {
    /// Reads a period as it is written.
    pub fn read(text: &str) -> Option<Period> {
        let digits = |part: &str| part.len() <= 9 && !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if let Some((year, part)) = text.split_once('-').filter(|(year, _)| year.len() == 4 && digits(year)) {
            let year: i64 = year.parse().ok()?;
            if let Some(quarter) = part.strip_prefix(['Q', 'q']) {
                let quarter: i64 = quarter.parse().ok().filter(|q| (1..=4).contains(q))?;
                return Some(Period::Quarter(4 * year + quarter - 1));
            }
            let month: i64 = part.parse().ok().filter(|m| part.len() == 2 && (1..=12).contains(m))?;
            return Some(Period::Month(12 * year + month - 1));
        }
        digits(text.strip_prefix('-').unwrap_or(text)).then(|| text.parse().ok().map(Period::Number)).flatten()
    }

    fn number(self) -> i64 {
        match self {
            Period::Quarter(n) | Period::Month(n) | Period::Number(n) => n,
        }
    }

    /// Months of one step of its number.
    fn months(self) -> i64 {
        if matches!(self, Period::Month(_)) { 1 } else { 3 }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Period::Quarter(n) => write!(f, "{:04}-Q{}", n.div_euclid(4), n.rem_euclid(4) + 1),
            Period::Month(n) => write!(f, "{:04}-{:02}", n.div_euclid(12), n.rem_euclid(12) + 1),
            Period::Number(n) => write!(f, "{n}"),
        }
    }
}

/// Months of the periods of these rows, which must all be equally long and of one form.
pub fn step(table: &mut Table, rows: &[(usize, Period)]) -> usize {
    let mut periods = rows.to_vec();
    periods.sort_by_key(|(row, period)| (*period, *row));
    periods.dedup_by_key(|(_, period)| *period);
    let Some((_, first)) = periods.first().copied() else { return 3 };
    let Some((_, second)) = periods.get(1).copied() else { return first.months() as usize };
    let step = second.number() - first.number();
    for pair in periods.windows(2) {
        let [(_, before), (row, period)] = [pair[0], pair[1]];
        let alike = std::mem::discriminant(&before) == std::mem::discriminant(&period);
        if !alike || period.number() - before.number() != step {
            let rule = format!(
                "must follow {before} as {second} follows {first}: periods are equally long and none is left out"
            );
            let column = table.column("period").unwrap_or_default();
            let fix = Some("write all periods in one form, without a gap".to_owned());
            table.wrong(Some((row, column)), "period", Wrong { found: &period.to_string(), rule, fix });
            break;
        }
    }
    (step * first.months()).clamp(1, 12) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_read_in_three_forms_and_written_as_it_was() {
        for text in ["2026-Q1", "2026-03", "7", "-2"] {
            assert_eq!(Period::read(text).expect("a period").to_string(), text);
        }
        for text in ["2026-Q5", "2026-13", "2026-3", "q1", "", "2026", "1.5"] {
            assert_eq!(Period::read(text).is_some(), text == "2026", "{text}");
        }
    }
}
