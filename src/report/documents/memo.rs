//! `summary.md`: the answer as a memo in Markdown.

use super::results::Results;
use crate::page::content::Page;
use crate::page::provenance::{ProvenanceFact, facts};
use crate::page::table::{Row, Table, Tone};
use crate::pages::run::answer as sentences;
use crate::pages::run::asides::of_ruin;
use crate::pages::run::bridge::{amounts, shown};
use crate::pages::run::drivers::{conditions, rests_on_belief};
use crate::pages::run::lenses::{belief, heads, is_public, lens_remarks, view_cells};
use crate::pages::run::less::negative_pieces;
use crate::pages::run::loss;
use crate::pages::run::musts::musts;
use crate::pages::run::outcomes::{balance, outcomes};
use crate::pages::run::page::{of_score, payback};
use crate::pages::run::proposal::proposal;
use crate::pages::run::years::years;
use crate::words::{Shown, Words, kpi};
use delight_studies::findings::Spread;
use delight_studies::run::{CostEffectiveness, Findings};

/// The memo, the same bytes for the same results and language.
pub fn memo(results: &Results, words: Words) -> String {
    let f = &results.findings;
    let mut page = Page::about(&f.case.name, &f.case.currency, words);
    page.beside = words.say("html-kind");
    let proposed = proposal(f, words);
    if !proposed.is_empty() {
        page.part(&words.say("proposal-title"), "");
        proposed.iter().for_each(|sentence| page.sentence(sentence));
        page.part(&words.say("answer-title"), "");
    }
    sentences::answer(f, words).iter().for_each(|sentence| page.sentence(sentence));
    to_mend(&mut page, f);
    for part in [figures, of_outcomes, by_year, chain, bridge, lenses, conditions_of, remarks, provenance] {
        part(&mut page, f);
    }
    page.markdown()
}

/// What must be mended before the answer can be used.
fn to_mend(page: &mut Page, f: &Findings) {
    let all = musts(f, page.words);
    if !all.is_empty() {
        page.part(&page.words.say("must-title"), "");
    }
    all.iter().for_each(|sentence| page.item("!", Tone::Bad, sentence));
}

/// A table of numbers with these heads.
fn of_numbers(title: &str, heads: &[String]) -> Table {
    heads.iter().fold(Table::new(title, 0), |table, head| table.numbers(head, 0))
}

fn figures(page: &mut Page, f: &Findings) {
    let (words, currency) = (page.words, f.case.currency.as_str());
    let money = |x: f64| Shown::money(currency, x);
    let row = |name: String, s: &Spread, show: &dyn Fn(f64) -> Shown| {
        let [p50, p5, p95] = [s.p50, s.p5, s.p95].map(|e| words.write(&show(e.value)));
        Row::new(&name).cells([p50, p5, p95, words.with_error(&s.mean, show)])
    };
    let heads = [words.say("median"), "P5".into(), "P95".into(), words.say("column-mean")];
    let mut table = of_numbers("", &heads);
    table.push(row(words.say("value-npv"), &f.npv, &money));
    if let Some(found) = &f.run_off {
        let name = words.say_with("value-npv-run-off", &[("months", &found.months.to_string())]);
        table.push(row(name, &found.npv, &money));
    }
    if let Some(roi) = f.roi.as_ref().filter(|_| f.cost_effectiveness.is_none()) {
        table.push(row(words.say("value-roi"), roi, &Shown::percent_change));
    }
    table.push(row(words.say("value-benefit"), &f.pv_benefit, &money));
    table.push(row(words.say("value-cost"), &f.pv_cost, &money));
    table.push(row(words.say("value-funding"), &f.peak_funding, &money));
    let facts = match &f.cost_effectiveness {
        Some(found) => of_effects(found, currency, words),
        None => of_odds(f, words),
    };
    page.part(&words.say("html-key"), "");
    page.table(table);
    page.table(facts);
    of_ruin(f, words).iter().for_each(|sentence| page.remark(sentence));
    if f.run_off.is_some() {
        page.sentence(&words.say("value-run-off-others"));
    }
}

/// What may go wrong, and when the money is back.
fn of_odds(f: &Findings, words: Words) -> Table {
    let mut facts = Table::new("", 0).rows([Row::fact(&words.say("value-loss"), &loss::loss(f, words), "")]);
    if let Some(found) = &f.run_off {
        let loss = words.loss(&f.case.kind, found.loss_probability.value);
        facts.push(Row::fact(&words.say("value-loss-run-off"), &loss, ""));
    }
    if let Some(split) = loss::by_delivery(f, words) {
        facts.push(Row::fact(&words.say("value-loss-split"), &split, ""));
    }
    facts.push(Row::fact(&words.say("value-payback"), &payback(f, words), ""));
    facts
}

/// What was had for the money, where nobody pays.
fn of_effects(found: &CostEffectiveness, currency: &str, words: Words) -> Table {
    let none = || words.say("effectiveness-none");
    let customer = found.connected.map_or_else(none, |per| words.money_with_error(currency, &per.cost));
    let score = found.rating_point.map_or_else(none, |per| of_score(&per, currency, words));
    Table::new("", 0).rows([
        Row::fact(&words.say("effectiveness-connected"), &customer, ""),
        Row::fact(&words.say("effectiveness-point"), &score, ""),
    ])
}

fn of_outcomes(page: &mut Page, f: &Findings) {
    for (table, note) in [outcomes(f, page.words), balance(f, page.words)].into_iter().flatten() {
        page.part(&table.title, "");
        page.table(Table { title: String::new(), ..table });
        page.remark(&note);
    }
}

fn by_year(page: &mut Page, f: &Findings) {
    let Some((table, note)) = years(f, page.words) else { return };
    page.part(&table.title, "");
    page.table(Table { title: String::new(), ..table });
    page.remark(&note);
}

fn chain(page: &mut Page, f: &Findings) {
    let words = page.words;
    let rows: Vec<Row> = kpi::ORDER
        .iter()
        .flat_map(|key| kpi::rows(f, key, words))
        .map(|row| {
            let mark = if row.part { "– " } else { "" };
            Row::new(&row.name).marked(mark).cells([row.without, row.with]).cells(row.change)
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    let heads = [words.say("chain-without"), words.say("chain-with"), words.say("chain-change")];
    page.part(&words.say("chain-title"), "");
    page.table(of_numbers("", &[&heads[..], &["P5".to_owned(), "P95".to_owned()]].concat()).rows(rows));
}

fn bridge(page: &mut Page, f: &Findings) {
    let words = page.words;
    let rows = amounts(f, words).into_iter();
    let rows = rows.map(|a| Row::new(&a.name).cell(shown(&a.amount, &f.case.currency, words)));
    page.part(&words.say("bridge-title"), "");
    page.table(of_numbers("", &[words.say("column-mean")]).rows(rows));
    negative_pieces(f, words).iter().for_each(|sentence| page.remark(sentence));
}

fn lenses(page: &mut Page, f: &Findings) {
    let (words, currency) = (page.words, f.case.currency.as_str());
    let Some(seen) = &f.lenses else { return };
    let rows = seen.views.iter().map(|view| {
        Row::new(&words.say_of("lens", &view.lens)).cells(view_cells(view, is_public(seen), currency, words))
    });
    page.part(&words.say("lenses-title"), "");
    page.table(of_numbers("", &heads(is_public(seen), words)).rows(rows));
    for remark in lens_remarks(seen, words) {
        page.item("·", Tone::Plain, &remark);
    }
    page.sentence(&belief(seen, currency, words));
}

fn conditions_of(page: &mut Page, f: &Findings) {
    let words = page.words;
    let Some(drivers) = &f.drivers else { return };
    let found = conditions(f, drivers, words);
    if found.deciding.is_empty() && found.never.is_empty() {
        return;
    }
    page.part(&words.say("html-true"), "");
    if !found.deciding.is_empty() {
        let heads = [words.say("html-needs"), words.say("html-prior"), words.say("even-chance")];
        let rows = found.deciding.into_iter().map(|of| Row::new(&of.name).cells([of.needs, of.prior, of.chance]));
        page.table(of_numbers(&words.say("html-input"), &heads).rows(rows));
    }
    if !found.never.is_empty() {
        page.sentence(&words.say_with("html-true-never", &[("names", &found.never.join("; "))]));
    }
}

fn remarks(page: &mut Page, f: &Findings) {
    let words = page.words;
    let checks = f.plausibility.iter().map(|check| sentences::plausibility(check, words).1);
    let notes = f.notes.iter().map(|note| sentences::note(note, words));
    let all: Vec<String> = rests_on_belief(f, words).into_iter().chain(checks).chain(notes).collect();
    if !all.is_empty() {
        page.part(&words.say("html-caveats"), "");
    }
    all.iter().for_each(|remark| page.item("·", Tone::Plain, remark));
}

fn provenance(page: &mut Page, f: &Findings) {
    let words = page.words;
    let row = |fact: ProvenanceFact| {
        let row = Row::fact(&fact.name, &fact.value, "");
        if fact.literal { row.literal() } else { row }
    };
    page.part(&words.say("html-provenance"), "");
    page.table(Table::new("", 0).rows(facts(f, words).into_iter().map(row)));
}
