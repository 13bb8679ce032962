//! The ledger as text for a terminal of 100 columns or more: one section a table, one number a line.

use crate::pages::run::answer as sentences;
use crate::words::Words;
use crate::words::format::{cut, wrap};
use delight_model::scenario::{LedgerRow, Scenario, ledger, table_order};

/// Widths of key, written form, one quantile, unit.
const WIDTHS: [usize; 4] = [22, 30, 9, 30];
/// Width of a line of provenance.
const SOURCE_WIDTH: usize = 104;

/// Every number of the case, by table: as written, its 5 %, 50 % and 95 % quantiles, unit, grade, and where it is from.
pub fn ledger_text(scenario: &Scenario, words: Words) -> String {
    let mut rows = ledger(scenario);
    rows.sort_by_key(|row| table_order(split(&row.path).0));
    let mut out = words.say_with("ledger-title", &[("case", &scenario.name)]) + "\n";
    let mut table = "";
    for row in &rows {
        if split(&row.path).0 != table {
            table = split(&row.path).0;
            out.push_str(&heading(table, words));
        }
        out.push_str(&line(row, words));
        out.push_str(&format!("      {}\n", wrap(&words.meaning(&row.path, &row.meaning), SOURCE_WIDTH, "      ")));
        out.push_str(&provenance(row, words));
    }
    for note in &scenario.notes {
        out.push_str(&format!("\n{}", words.say_with("ledger-note", &[("note", &sentences::note(note, words))])));
    }
    out.trim_end().to_owned() + "\n"
}

/// Table and key of a path; the name of a cost line or a flow may itself have dots.
pub(crate) fn split(path: &str) -> (&str, &str) {
    for list in ["programme.costs", "flows"] {
        if let Some(name) = path.strip_prefix(list).and_then(|rest| rest.strip_prefix('.')) {
            return (list, name);
        }
    }
    path.rsplit_once('.').unwrap_or(("", path))
}

fn heading(table: &str, words: Words) -> String {
    let [key, written, number, unit] = WIDTHS;
    let table = format!("[{table}]");
    let left = key + 2;
    format!(
        "\n{table:left$} {:written$} {:>number$} {:>number$} {:>number$}  {:unit$}",
        words.say("ledger-written"),
        "P5",
        words.say("median"),
        "P95",
        words.say("ledger-unit")
    )
    .trim_end()
    .to_owned()
        + "\n"
}

fn line(row: &LedgerRow, words: Words) -> String {
    let [key, written, number, unit] = WIDTHS;
    let certain = row.p5 == row.p95 && row.p5.is_some();
    // Only what follows from other rows has a median but no other quantile.
    let as_written = if row.p5.is_none() { words.say("ledger-computed") } else { row.written.clone() };
    let quantile = |x: Option<f64>| x.filter(|_| !certain).map(|x| words.significant(x)).unwrap_or_default();
    format!(
        "  {:key$} {:written$} {:>number$} {:>number$} {:>number$}  {}\n",
        cut(split(&row.path).1, key),
        cut(&as_written, written),
        quantile(row.p5),
        words.significant(row.p50),
        quantile(row.p95),
        cut(&words.unit(&row.unit), unit),
    )
}

/// Grade, place and source, wrapped.
fn provenance(row: &LedgerRow, words: Words) -> String {
    let grade = if row.grade.is_empty() { "-" } else { &row.grade };
    let text = format!("{grade}  {}  {}", place(row, words), row.source);
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

/// File and line in which a number stands.
pub fn place(row: &LedgerRow, words: Words) -> String {
    match row.place.strip_prefix("defaults:") {
        Some(line) => words.say_with("ledger-defaults", &[("line", line)]),
        None => row.place.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::scenario::Language;

    #[test]
    fn the_ledger_fits_a_wide_terminal_in_every_language() {
        let scenario = Scenario::from_text("a.toml", "case.preset = \"hotel\"").expect("the preset");
        for language in Language::ALL {
            let text = ledger_text(&scenario, Words::new(language));
            for line in text.lines() {
                assert!(line.chars().count() <= 120, "{line}");
            }
            assert!(text.contains("[effects.loyalty.odds]"));
        }
    }

    #[test]
    fn a_mix_that_follows_from_answers_says_so() {
        let nps = "customers.nps = { promoters = 0.4, passives = 0.4, detractors = 0.2 }\ncase.preset = \"hotel\"";
        let scenario = Scenario::from_text("a.toml", nps).expect("a mix");
        let text = ledger_text(&scenario, Words::new(Language::Dutch));
        assert_eq!(text.matches("uit customers.nps").count(), 4, "{text}");
    }
}
