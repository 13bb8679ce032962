//! The ledger for a screen, best of 120 columns: one section a table, one number a line.

use crate::page::content::{Page, Setting};
use crate::page::table::{Row, Table, Tone};
use crate::pages::run::answer as sentences;
use crate::words::Words;
use crate::words::format::cut;
use delight_model::scenario::{LedgerRow, Note, Scenario, ledger, table_order};
use delight_studies::run::moved_gain;
use serde_json::{Value, json};

/// Widths of key, written form, one quantile, unit.
const WIDTHS: [usize; 4] = [22, 30, 9, 30];
/// Meaning and source stand below each number.
const SETTING: Setting = Setting { columns: 120, text: 110, indent: 2, notes: 6 };

/// Every number of the case, by table: as written, its 5 %, 50 % and 95 % quantiles, unit, grade, and where it is from.
pub fn ledger_text(scenario: &Scenario, words: Words, columns: usize) -> String {
    let mut rows = ledger(scenario);
    rows.sort_by_key(|row| table_order(split(&row.path).0));
    let title = words.say_with("ledger-title", &[("case", scenario.name())]);
    let mut page = Page::about(&title, scenario.currency(), words).set(SETTING);
    for of_table in rows.chunk_by(|a, b| split(&a.path).0 == split(&b.path).0) {
        let heads = heads(split(&of_table[0].path).0, words);
        page.table(heads.rows(of_table.iter().map(|row| line(row, words))));
    }
    let moved = moved_gain(scenario);
    let notes: Vec<&Note> = scenario.notes().iter().chain(&moved).collect();
    if !notes.is_empty() {
        page.gap();
    }
    for note in notes {
        page.sentence(&words.say_with("ledger-note", &[("note", &sentences::note(note, words))]));
    }
    page.screen(columns)
}

/// The same of each case, and what its reader noted, as JSON.
pub fn ledger_json(scenarios: &[Scenario]) -> String {
    let case = |scenario: &Scenario| {
        json!({
            "case": scenario.name(), "currency": scenario.currency(), "lens": scenario.lens(),
            "assumptions": ledger(scenario), "notes": scenario.notes(),
        })
    };
    let cases: Vec<Value> = scenarios.iter().map(case).collect();
    serde_json::to_string_pretty(&json!({ "version": env!("CARGO_PKG_VERSION"), "cases": cases })).unwrap_or_default()
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

fn heads(table: &str, words: Words) -> Table {
    let [key, written, number, _] = WIDTHS;
    Table::new(&format!("[{table}]"), key + 1)
        .texts(&words.say("ledger-written"), written)
        .numbers("P5", number + 1)
        .numbers(&words.say("median"), number + 1)
        .numbers("P95", number + 1)
        .last(&words.say("ledger-unit"), 2, Tone::Plain)
}

fn line(row: &LedgerRow, words: Words) -> Row {
    let [key, written, _, unit] = WIDTHS;
    let certain = row.p5 == row.p95 && row.p5.is_some();
    let quantile = |x: Option<f64>| x.filter(|_| !certain).map(|x| words.significant(x)).unwrap_or_default();
    let grade = if row.grade.is_empty() { "-" } else { &row.grade };
    Row::new(&cut(split(&row.path).1, key))
        .cells([cut(&row.written, written), quantile(row.p5), words.significant(row.p50), quantile(row.p95)])
        .cell(cut(&words.unit(&row.unit), unit))
        .note(&words.meaning(&row.path, &row.meaning))
        .hanging(format!("{grade}  {}  {}", place(row, words), words.source(&row.source)).trim_end(), 3)
}

/// File and line in which a number stands, and the rate at which it was converted if it was.
pub fn place(row: &LedgerRow, words: Words) -> String {
    let place = match row.place.strip_prefix("defaults:") {
        Some(line) => words.say_with("ledger-defaults", &[("line", line)]),
        None => row.place.clone(),
    };
    let Some(conversion) = &row.converted else { return place };
    let rate = words.limit(conversion.per_euro);
    let args = [("place", place.as_str()), ("rate", &rate), ("currency", &conversion.currency)];
    words.say_with("ledger-converted", &args)
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::scenario::Language;

    #[test]
    fn the_ledger_fits_a_wide_terminal_in_every_language() {
        let scenario = Scenario::from_text("a.toml", "case.preset = \"hotel\"").expect("the preset");
        for language in Language::ALL {
            let text = ledger_text(&scenario, Words::new(language), 120);
            for line in text.lines() {
                // Colours take no room: from escape to m.
                let shown: usize = line.split('\u{1b}').map(|part| part.chars().count()).sum::<usize>()
                    - line.match_indices('\u{1b}').map(|(at, _)| line[at..].find('m').unwrap_or(0)).sum::<usize>();
                assert!(shown <= 120, "{line}");
            }
            assert!(text.contains("[effects.loyalty.odds]"));
        }
    }

    #[test]
    fn the_ledger_says_what_mix_follows_from_a_survey() {
        let nps = "customers.nps = { promoters = 0.4, passives = 0.4, detractors = 0.2 }\ncase.preset = \"hotel\"";
        let scenario = Scenario::from_text("a.toml", nps).expect("a mix");
        let text = ledger_text(&scenario, Words::new(Language::Dutch), 120);
        assert!(text.contains("volgt uit het klantonderzoek: niet verbonden "), "{text}");
    }
}
