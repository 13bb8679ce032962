//! The ledger as text for a terminal of 100 columns or more: one section a table, one number a line.

use crate::scenario::{LedgerRow, Scenario, ledger, table_order};

/// Widths of key, written form, one quantile, unit.
const WIDTHS: [usize; 4] = [22, 30, 9, 30];
/// Width of a line of provenance.
const SOURCE_WIDTH: usize = 104;

/// Every number of the case, by table: as written, its 5 %, 50 % and 95 % quantiles, unit, grade, and where it is from.
pub fn ledger_text(scenario: &Scenario) -> String {
    let mut rows = ledger(scenario);
    rows.sort_by_key(|row| table_order(split(&row.path).0));
    let mut out = format!("{}: every number of the case\n", scenario.name);
    let mut table = "";
    for row in &rows {
        if split(&row.path).0 != table {
            table = split(&row.path).0;
            out.push_str(&heading(table));
        }
        out.push_str(&line(row));
        out.push_str(&provenance(row));
    }
    for note in &scenario.notes {
        out.push_str(&format!("\nnote: {note}"));
    }
    out.trim_end().to_owned() + "\n"
}

/// Table and key of a path; the name of a cost line or a flow may itself have dots.
pub(super) fn split(path: &str) -> (&str, &str) {
    for list in ["programme.costs", "flows"] {
        if let Some(name) = path.strip_prefix(list).and_then(|rest| rest.strip_prefix('.')) {
            return (list, name);
        }
    }
    path.rsplit_once('.').unwrap_or(("", path))
}

fn heading(table: &str) -> String {
    let [key, written, number, unit] = WIDTHS;
    let table = format!("[{table}]");
    let left = key + 2;
    format!(
        "\n{table:left$} {:written$} {:>number$} {:>number$} {:>number$}  {:unit$}",
        "written", "P5", "median", "P95", "unit"
    )
    .trim_end()
    .to_owned()
        + "\n"
}

fn line(row: &LedgerRow) -> String {
    let [key, written, number, unit] = WIDTHS;
    let certain = row.p5 == row.p95 && row.p5.is_some();
    let quantile = |x: Option<f64>| x.filter(|_| !certain).map(figure).unwrap_or_default();
    format!(
        "  {:key$} {:written$} {:>number$} {:>number$} {:>number$}  {}\n",
        cut(split(&row.path).1, key),
        cut(&row.written, written),
        quantile(row.p5),
        figure(row.p50),
        quantile(row.p95),
        cut(&row.unit, unit),
    )
}

/// Grade, place and source, wrapped.
fn provenance(row: &LedgerRow) -> String {
    let grade = if row.grade.is_empty() { "-" } else { row.grade };
    let text = format!("{grade}  {}  {}", row.place, row.source);
    let mut lines = vec![String::new()];
    for word in text.trim_end().split(' ') {
        let last = lines.len() - 1;
        let used = lines[last].chars().count();
        if used > 0 && used + 1 + word.chars().count() > SOURCE_WIDTH {
            lines.push(format!("   {word}"));
        } else {
            let gap = if used > 0 { " " } else { "" };
            lines[last].push_str(&format!("{gap}{word}"));
        }
    }
    lines.iter().map(|line| format!("      {line}\n")).collect()
}

/// A text of at most `width` characters.
fn cut(text: &str, width: usize) -> String {
    match text.char_indices().nth(width) {
        None => text.to_owned(),
        Some(_) => text.chars().take(width - 1).chain(['…']).collect(),
    }
}

/// A number to four significant digits, with a thin mark between thousands.
pub(super) fn figure(x: f64) -> String {
    if x == 0.0 {
        return "0".to_owned();
    }
    let magnitude = libm::floor(libm::log10(x.abs()));
    if !(-6.0..9.0).contains(&magnitude) {
        return format!("{x:.2e}");
    }
    if magnitude >= 3.0 {
        return thousands(x);
    }
    let decimals = (3.0 - magnitude) as usize;
    let text = format!("{x:.decimals$}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn thousands(x: f64) -> String {
    let digits = format!("{:.0}", x.abs());
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(' ');
        }
        out.push(digit);
    }
    if x < 0.0 { format!("-{out}") } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_has_four_digits_and_marked_thousands() {
        for (x, text) in
            [(0.0, "0"), (0.35, "0.35"), (0.018, "0.018"), (120_000.0, "120 000"), (-1234.0, "-1 234"), (5.5, "5.5")]
        {
            assert_eq!(figure(x), text);
        }
    }

    #[test]
    fn the_ledger_fits_a_wide_terminal() {
        let scenario = Scenario::from_text("a.toml", "case.preset = \"hotel\"").expect("the preset");
        let text = ledger_text(&scenario);
        for line in text.lines() {
            assert!(line.chars().count() <= 120, "{line}");
        }
        assert!(text.contains("[effects.loyalty.odds]"));
    }
}
