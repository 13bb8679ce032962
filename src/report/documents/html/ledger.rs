//! Every number of the case with its source and grade, and how much rests on the weakest.

use super::page::Report;
use super::parts::{badge, section};
use crate::documents::evidence::citation;
use crate::documents::ledger::{place, split};
use crate::page::values;
use crate::pages::run::chain::facts;
use crate::pages::run::drivers::rests_on_belief;
use crate::words::Words;
use delight_model::evidence::{self, Fact, cited, publication};
use delight_model::scenario::LedgerRow;
use maud::{Markup, html};

/// The ledger.
pub fn ledger(page: &Report) -> Markup {
    let (f, words) = (page.findings(), page.words);
    let rows = &page.results.assumptions;
    let tables = rows.chunk_by(|a, b| split(&a.path).0 == split(&b.path).0);
    section(
        "assumptions",
        &words.say("html-ledger"),
        html! {
            @if let Some(sentence) = rests_on_belief(f, words) { p.strong { (sentence) } }
            p { (count(page)) }
            (grades(page))
            table.ledger {
                thead { tr {
                    th scope="col" { (words.say("html-input")) }
                    th scope="col" { (words.say("html-ledger-value")) }
                    th scope="col" { (words.say("html-grade")) }
                    th scope="col" { (words.say("html-source")) }
                } }
                @for rows in tables {
                    tbody {
                        tr.group { th scope="rowgroup" colspan="4" { (group(page, split(&rows[0].path).0)) } }
                        @for row in rows { (line(page, row)) }
                    }
                }
            }
            (sources(page))
        },
    )
}

/// How many numbers there are of each grade.
fn count(page: &Report) -> String {
    let of = |grade: &str| page.results.assumptions.iter().filter(|row| row.grade == grade).count().to_string();
    let (all, none) = (page.results.assumptions.len().to_string(), of(""));
    let (a, b, c, d) = (of("A"), of("B"), of("C"), of("D"));
    let args = [("all", all.as_str()), ("a", &a), ("b", &b), ("c", &c), ("d", &d), ("none", &none)];
    page.words.say_with("html-ledger-count", &args)
}

/// What the grades mean.
fn grades(page: &Report) -> Markup {
    let words = page.words;
    let given = |letter: &&str| page.results.assumptions.iter().any(|row| row.grade == *letter);
    let letters: Vec<&str> = ["A", "B", "C", "D"].into_iter().filter(given).collect();
    html! {
        @if !letters.is_empty() {
            ul.grades { @for letter in letters { li { (badge(letter)) " " (words.say_of("grade", letter)) } } }
        }
    }
}

/// The name of a table of the scenario, with the key by which it is changed.
fn group(page: &Report, table: &str) -> Markup {
    html! { (page.words.say_of("table", table)) " " code.path { "[" (table) "]" } }
}

fn line(page: &Report, row: &LedgerRow) -> Markup {
    let words = page.words;
    html! {
        tr {
            th scope="row" { (name(page, row)) span.path { (split(&row.path).1) } }
            td.value { (value(page, row)) " " span.unit { (values::unsaid(&facts(row), words)) } }
            td { (badge(&row.grade)) }
            td.source {
                (words.source(&row.source))
                @if !row.note.is_empty() { " – " (words.phrase(&row.note)) }
                " " span.path { (place(row, words)) }
            }
        }
    }
}

/// What a number means, with its own part of the path where others of its table mean the same.
fn name(page: &Report, row: &LedgerRow) -> String {
    let words = page.words;
    let (table, key) = split(&row.path);
    if table == "flows" || values::of_element(&row.path, words).is_some() {
        return values::name(&facts(row).name, words);
    }
    let alike = |other: &&LedgerRow| split(&other.path).0 == table && other.meaning == row.meaning;
    let meaning = words.meaning(&row.path, &row.meaning);
    match page.results.assumptions.iter().filter(alike).count() {
        0 | 1 => meaning,
        _ => format!("{meaning} ({})", values::key_in_words(key, words)),
    }
}

/// The median with P5 and P95, in the unit of the input.
fn value(page: &Report, row: &LedgerRow) -> Markup {
    let words = page.words;
    let facts = facts(row);
    let value = |x: f64| values::value(&facts, &page.findings().case.currency, words, x);
    match (row.p5, row.p95) {
        (Some(low), Some(high)) if low < high => html! {
            b { (value(row.p50)) }
            br;
            (words.say_with("html-band", &[("low", &value(low)), ("high", &value(high))]))
        },
        _ if row.written == "balanced" => html! { b { (words.say("html-balanced")) } },
        _ => html! { b { (value(row.p50)) } },
    }
}

/// What an entry cites in full, or else what it says of its source.
fn published(fact: &Fact, words: Words) -> String {
    let cited: Vec<String> =
        fact.cites.iter().filter_map(|key| publication(key)).map(|cited| citation(cited, words)).collect();
    if cited.is_empty() { grounded(fact, words) } else { cited.join(" ") }
}

/// The source of a derivation with the studies on which it rests directly, by their names.
fn grounded(fact: &Fact, words: Words) -> String {
    let grounds = fact.rests_on.iter().filter_map(|id| evidence::fact(id)).filter(|ground| !ground.cites.is_empty());
    let mut named: Vec<String> = grounds.map(|ground| words.phrase(&ground.source)).collect();
    named.dedup();
    let own = words.phrase(&fact.source);
    if named.is_empty() { own } else { format!("{own}: {}", named.join("; ")) }
}

/// The entries of the evidence library that the ledger names.
fn sources(page: &Report) -> Markup {
    let words = page.words;
    let mut facts: Vec<&Fact> = page.results.assumptions.iter().flat_map(|row| cited(&row.source)).collect();
    facts.sort_by(|a, b| a.id.cmp(&b.id));
    facts.dedup_by(|a, b| a.id == b.id);
    html! {
        @if !facts.is_empty() {
            h3 { (words.say("html-sources")) }
            p.note { (words.say("html-sources-note")) }
            dl.sources {
                @for fact in facts { div { dt { (fact.id) } dd { (words.phrase(&fact.statement)) " " i { (published(fact, words)) } } } }
            }
        }
    }
}
