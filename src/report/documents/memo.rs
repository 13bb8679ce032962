//! `summary.md`: the answer as a memo in Markdown.

use super::results::Results;
use crate::page::provenance::facts;
use crate::pages::run::answer as sentences;
use crate::pages::run::bridge::{amounts, shown};
use crate::pages::run::drivers::{conditions, rests_on_belief};
use crate::pages::run::lenses::belief;
use crate::words::kpi;
use crate::words::{Shown, Words};
use delight_studies::run::{Findings, Spread};
use std::fmt::Write;

/// The memo, the same bytes for the same results and language.
pub fn memo(results: &Results, words: Words) -> String {
    let f = &results.findings;
    let mut out = format!("# {}\n\n", text(&f.case.name));
    out.push_str(&format!("*{}*\n\n", text(&words.say("html-kind"))));
    for sentence in sentences::answer(f, words) {
        out.push_str(&format!("{}\n\n", text(&sentence)));
    }
    let parts = [figures(f, words), chain(f, words), bridge(f, words), lenses(f, words), conditions_of(f, words)];
    parts.iter().chain(&[remarks(f, words), provenance(f, words)]).for_each(|part| out.push_str(part));
    out.trim_end().to_owned() + "\n"
}

/// A heading with what stands below it; nothing below, nothing at all.
fn part(title: &str, body: &str) -> String {
    if body.is_empty() { String::new() } else { format!("## {}\n\n{}\n\n", text(title), body.trim_end()) }
}

/// A table; the first column to the left, all others to the right.
fn table(heads: &[String], rows: &[Vec<String>]) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.iter().map(|c| text(c)).collect::<Vec<_>>().join(" | "));
    let rule = format!("|---|{}\n", "---:|".repeat(heads.len().saturating_sub(1)));
    let body: String = rows.iter().map(|row| line(row)).collect();
    format!("{}{rule}{body}\n", line(heads))
}

fn figures(f: &Findings, words: Words) -> String {
    let currency = f.case.currency.as_str();
    let money = |x: f64| Shown::money(currency, x);
    let row = |name: String, s: &Spread, show: &dyn Fn(f64) -> Shown| {
        let [p50, p5, p95] = [s.p50, s.p5, s.p95].map(|e| words.write(&show(e.value)));
        vec![name, p50, p5, p95, words.with_error(&s.mean, show)]
    };
    let mut rows = vec![row(words.say("value-npv"), &f.npv, &money)];
    if let Some(roi) = f.roi.as_ref().filter(|_| f.cost_effectiveness.is_none()) {
        rows.push(row(words.say("value-roi"), roi, &Shown::percent_change));
    }
    rows.push(row(words.say("value-benefit"), &f.pv_benefit, &money));
    rows.push(row(words.say("value-cost"), &f.pv_cost, &money));
    rows.push(row(words.say("value-funding"), &f.peak_funding, &money));
    let heads = [String::new(), words.say("median"), "P5".into(), "P95".into(), words.say("column-mean")];
    let mut body = table(&heads, &rows);
    let never = words.percent_with_error(&f.payback_months.never);
    let payback = match &f.payback_months.p50 {
        Some(month) => {
            words.say_with("value-payback-median", &[("month", &words.month(month.value)), ("never", &never)])
        }
        None => words.say_with("value-payback-late", &[("never", &never)]),
    };
    let loss = words.percent_with_error(&f.loss_probability);
    let mut facts = vec![(words.say("value-loss"), loss), (words.say("value-payback"), payback)];
    if let Some(found) = &f.cost_effectiveness {
        let names = [words.say("effectiveness-connected"), words.say("effectiveness-point")];
        for (name, per) in names.into_iter().zip([&found.connected, &found.rating_point]) {
            let cost = per.as_ref().map_or_else(|| "–".into(), |per| words.money_with_error(currency, &per.cost));
            facts.push((name, cost));
        }
    }
    for (name, value) in facts {
        let _ = writeln!(body, "- {}: {}", text(&name), text(&value));
    }
    part(&words.say("html-key"), &body)
}

fn chain(f: &Findings, words: Words) -> String {
    let rows: Vec<Vec<String>> = kpi::ORDER
        .iter()
        .flat_map(|key| kpi::rows(f, key, words))
        .map(|row| {
            let name = if row.part { format!("– {}", row.name) } else { row.name };
            let [p50, p5, p95] = row.change;
            vec![name, row.without, row.with, p50, p5, p95]
        })
        .collect();
    if rows.is_empty() {
        return String::new();
    }
    let heads = [String::new(), words.say("chain-without"), words.say("chain-with"), words.say("chain-change")];
    let heads = [&heads[..], &["P5".to_owned(), "P95".to_owned()]].concat();
    part(&words.say("chain-title"), &table(&heads, &rows))
}

fn bridge(f: &Findings, words: Words) -> String {
    let row = |a: crate::pages::run::bridge::Amount| vec![a.name, shown(&a.amount, &f.case.currency, words)];
    let rows: Vec<Vec<String>> = amounts(f, words).into_iter().map(row).collect();
    part(&words.say("bridge-title"), &table(&[String::new(), words.say("column-mean")], &rows))
}

fn lenses(f: &Findings, words: Words) -> String {
    let Some(seen) = &f.lenses else { return String::new() };
    let rows: Vec<Vec<String>> = seen
        .views
        .iter()
        .map(|view| {
            let npv = words.money_with_error(&f.case.currency, &view.npv);
            vec![words.say_of("lens", &view.lens), npv, words.percent_with_error(&view.loss_probability)]
        })
        .collect();
    let heads = [String::new(), words.say("lenses-npv"), words.say("value-loss")];
    let body = format!("{}{}\n", table(&heads, &rows), text(&belief(seen, &f.case.currency, words)));
    part(&words.say("lenses-title"), &body)
}

fn conditions_of(f: &Findings, words: Words) -> String {
    let Some(drivers) = &f.drivers else { return String::new() };
    let found = conditions(f, drivers, words);
    let rows: Vec<Vec<String>> =
        found.deciding.into_iter().map(|of| vec![of.name, of.needs, of.prior, of.chance]).collect();
    let heads = [words.say("html-input"), words.say("html-needs"), words.say("html-prior"), words.say("even-chance")];
    let mut body = if rows.is_empty() { String::new() } else { table(&heads, &rows) };
    if !found.never.is_empty() {
        let never = words.say_with("html-true-never", &[("names", &found.never.join("; "))]);
        let _ = writeln!(body, "{}\n", text(&never));
    }
    part(&words.say("html-true"), &body)
}

fn remarks(f: &Findings, words: Words) -> String {
    let checks = f.plausibility.iter().map(|check| sentences::plausibility(check, words).1);
    let notes = f.notes.iter().map(|note| sentences::note(note, words));
    let all = rests_on_belief(f, words).into_iter().chain(checks).chain(notes);
    let body: String = all.map(|remark| format!("- {}\n", text(&remark))).collect();
    part(&words.say("html-caveats"), &body)
}

fn provenance(f: &Findings, words: Words) -> String {
    let line = |fact: crate::page::provenance::ProvenanceFact| match fact.literal {
        true => format!("- {}: {}\n", text(&fact.name), literal(&fact.value)),
        false => format!("- {}: {}\n", text(&fact.name), text(&fact.value)),
    };
    part(&words.say("html-provenance"), &facts(f, words).into_iter().map(line).collect::<String>())
}

/// A text that Markdown takes as text, on one line.
fn text(words: &str) -> String {
    let mut out = String::new();
    for c in words.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '$' => out.extend(['\\', c]),
            '&' => out.push_str("&amp;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A text to be copied letter by letter, between more backticks than it has.
fn literal(words: &str) -> String {
    let words: String = words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let longest = words.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    match longest {
        0 => format!("{fence}{words}{fence}"),
        _ => format!("{fence} {words} {fence}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_scenario_says_is_no_markup() {
        assert_eq!(text("<b>*a*|b\n# [x](y)"), "\\<b\\>\\*a\\*\\|b \\# \\[x\\](y)");
        assert_eq!([literal("a"), literal("a``b")], ["`a`", "``` a``b ```"]);
    }
}
