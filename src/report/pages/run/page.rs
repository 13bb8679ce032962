//! The answer on one screen, to be read aloud.

use super::answer as sentences;
use super::asides::{of_irr, of_ruin};
use super::lenses::lenses;
use super::less::negative_pieces;
use super::loss;
use super::musts::musts;
use super::outcomes::{balance, outcomes};
use super::proposal::proposal;
use super::tone::{if_loss, loss_or_gain};
use super::years::years;
use crate::page::content::Page;
use crate::page::table::{Row, Table, Tone};
use crate::words::{Shown, Words, kpi};
use delight_model::finance::bridge::PIECES;
use delight_studies::findings::Spread;
use delight_studies::run::{CostEffectiveness, CostPer, DeliveryResult, Findings};

/// Width of the names of rows.
const NAME: usize = 28;

/// Width of names that are whole phrases.
const PHRASE: usize = 36;

/// Width of the longest bar of the value bridge.
const BAR: f64 = 24.0;

/// The findings of one case.
pub fn summary(f: &Findings, words: Words) -> Page {
    let mut page = Page::drawn(&f.case, f.trials, (&f.sampling, f.seed), words);
    let proposed = proposal(f, words);
    if !proposed.is_empty() {
        page.part(&words.say("proposal-title"), "");
        proposed.iter().for_each(|sentence| page.sentence(sentence));
        page.part(&words.say("answer-title"), "");
    }
    sentences::answer(f, words).iter().for_each(|sentence| page.sentence(sentence));
    to_mend(&mut page, f);
    page.table(value(f, words));
    if let Some(effect) = &f.cost_effectiveness {
        page.table(effectiveness(&f.case.currency, effect, words));
    }
    page.table(odds(f, words));
    of_irr(f, words).into_iter().chain(of_ruin(f, words)).for_each(|sentence| page.remark(&sentence));
    if f.run_off.is_some() {
        page.remark(&words.say("value-run-off-others"));
    }
    if let Some((table, note)) = years(f, words) {
        page.table(table);
        page.remark(&note);
    }
    for (table, note) in [outcomes(f, words), balance(f, words)].into_iter().flatten() {
        page.table(table);
        page.remark(&note);
    }
    delivery(&mut page, f);
    bridge(&mut page, f);
    indicators(&mut page, f);
    if let Some(seen) = &f.lenses {
        lenses(&mut page, seen, &f.case.currency);
    }
    remarks(&mut page, f);
    page
}

/// What must be mended before the answer can be used, right behind it.
fn to_mend(page: &mut Page, f: &Findings) {
    let all = musts(f, page.words);
    if !all.is_empty() {
        page.part(&page.words.say("must-title"), "");
    }
    all.iter().for_each(|sentence| page.item("!", Tone::Bad, sentence));
}

fn value(f: &Findings, words: Words) -> Table {
    let c = &f.case.currency;
    let cash = |x: f64| Shown::money(c, x);
    let row = |name: &str, s: &Spread, show: &dyn Fn(f64) -> Shown| {
        let [p50, p5, p95] = [s.p50, s.p5, s.p95].map(|e| words.write(&show(e.value)));
        let row = Row::new(name).toned(p50, if_loss(s.p50.value)).cell(p5).cell(p95);
        row.cell(words.with_error(&s.mean, show))
    };
    let heads = Table::new(&words.say("value-title"), NAME).numbers(&words.say("median"), 12);
    let mut table = heads.numbers("P5", 12).numbers("P95", 12).last(&words.say("column-mean"), 3, Tone::Faint);
    table.push(row(&words.say("value-npv"), &f.npv, &cash));
    if let Some(found) = &f.run_off {
        let name = words.say_with("value-npv-run-off", &[("months", &found.months.to_string())]);
        table.push(row(&name, &found.npv, &cash));
    }
    if let Some(roi) = f.roi.as_ref().filter(|_| f.cost_effectiveness.is_none()) {
        let name = if roi_is_missing(f) { words.say("value-roi-where-paid") } else { words.say("value-roi") };
        table.push(row(&name, roi, &Shown::percent_change));
    }
    let public = f.cost_effectiveness.is_some();
    if let Some(irr) = f.irr.spread.as_ref().filter(|_| !public) {
        let one = words.percent(1.0 - f.irr.none.value - f.irr.several.value - f.irr.loan.value);
        table.push(row(&words.say_with("value-irr", &[("share", &one)]), irr, &Shown::percent_change));
    }
    if let Some(price) = f.irr.loan_rate.as_ref().filter(|_| !public) {
        let share = words.percent(f.irr.loan.value);
        table.push(row(&words.say_with("value-loan", &[("share", &share)]), price, &Shown::percent_change));
    }
    table.push(row(&words.say("value-benefit"), &f.pv_benefit, &cash));
    table.push(row(&words.say("value-cost"), &f.pv_cost, &cash));
    table.push(row(&words.say("value-funding"), &f.peak_funding, &cash));
    if let Some(gain) = f.customer_equity.as_ref().filter(|_| !public) {
        let gain = words.with_error(gain, &|x| Shown::money_change(c, x));
        table.push(Row::fact(&words.say("value-equity"), &gain, &words.say("value-equity-note")));
    }
    table
}

/// Whether some trials pay nothing and so have no return.
fn roi_is_missing(f: &Findings) -> bool {
    f.pv_cost.p1.value <= 0.0
}

/// What was had for the money, where nobody pays for it: in the units of what was found.
fn effectiveness(currency: &str, found: &CostEffectiveness, words: Words) -> Table {
    let of_customer = found.connected.as_ref().map(|per| {
        let [cost, net] = [&per.cost, &per.net].map(|e| words.money_with_error(currency, e));
        words.say_with("effectiveness-cost", &[("cost", &cost), ("net", &net)])
    });
    let rows = [
        (words.say("effectiveness-connected"), of_customer),
        (words.say("effectiveness-point"), found.rating_point.as_ref().map(|per| of_score(per, currency, words))),
    ];
    Table::new("", PHRASE).rows(
        rows.into_iter()
            .map(|(name, shown)| Row::fact(&name, &shown.unwrap_or_else(|| words.say("effectiveness-none")), "")),
    )
}

/// The gain of the mean score, and what it costs in all: nobody buys a whole point.
pub fn of_score(per: &CostPer, currency: &str, words: Words) -> String {
    let gain = words.signed_change(per.effect.value, 2);
    let [cost, net] = [per.cost, per.net].map(|e| words.money(currency, e.value * per.effect.value));
    words.say_with("effectiveness-score", &[("gain", &gain), ("cost", &cost), ("net", &net)])
}

/// When the money is back, in words.
pub fn payback(f: &Findings, words: Words) -> String {
    payback_or(f, &words.percent_with_error(&f.payback_months.never), words)
}

/// The same without standard errors, for whoever only decides.
pub fn bare_payback(f: &Findings, words: Words) -> String {
    payback_or(f, &words.percent_short(f.payback_months.never.value), words)
}

fn payback_or(f: &Findings, never: &str, words: Words) -> String {
    match &f.payback_months.p50 {
        Some(month) => {
            words.say_with("value-payback-median", &[("month", &words.month(month.value)), ("never", never)])
        }
        None => words.say_with("value-payback-late", &[("never", never)]),
    }
}

/// What may go wrong, and when the money is back; where nobody pays nothing is lost and none comes back.
fn odds(f: &Findings, words: Words) -> Table {
    let shortfall = words.money_with_error(&f.case.currency, &f.expected_shortfall_5);
    let shortfall = Row::fact(&words.say("value-shortfall"), &shortfall, &words.say("value-shortfall-note"));
    if f.cost_effectiveness.is_some() {
        return Table::new("", NAME).rows([shortfall]);
    }
    let (none, several) = (words.percent(f.irr.none.value), words.percent(f.irr.several.value));
    let args = [("none", none.as_str()), ("several", &several)];
    let missing = match f.irr.loan.value > 0.0 {
        true => {
            let loan = words.percent(f.irr.loan.value);
            words.say_with("value-irr-missing-loan-note", &[&args[..], &[("loan", loan.as_str())]].concat())
        }
        false => words.say_with("value-irr-missing-note", &args),
    };
    let mut rows = vec![Row::fact(&words.say("value-loss"), &loss::loss(f, words), "")];
    rows.extend(f.run_off.as_ref().map(|found| {
        let loss = words.loss(&f.case.kind, found.loss_probability.value);
        Row::fact(&words.say("value-loss-run-off"), &loss, "")
    }));
    rows.extend(loss::by_delivery(f, words).map(|split| Row::fact(&words.say("value-loss-split"), &split, "")));
    rows.extend([
        shortfall,
        Row::fact(&words.say("value-payback"), &payback(f, words), ""),
        Row::fact(&words.say("value-irr-missing"), &missing, ""),
    ]);
    Table::new("", NAME).rows(rows)
}

fn delivery(page: &mut Page, f: &Findings) {
    if f.by_delivery.len() < 2 {
        return;
    }
    let (words, public) = (page.words, f.cost_effectiveness.is_some());
    let money = |x: f64| words.money(&f.case.currency, x);
    let row = |(key, d): (&str, &DeliveryResult)| {
        let (p50, tone) = (money(d.npv.p50.value), loss_or_gain(d.npv.p50.value));
        let roi = d.roi.map_or("–".into(), |r| words.percent_change(r.p50.value));
        let row = Row::new(&words.say_of("delivery", key)).cell(words.percent(d.share.value)).toned(p50, tone);
        let (p5, p95) = (money(d.npv.p5.value), money(d.npv.p95.value));
        let row = row.cells([p5, p95]);
        if public { row } else { row.cells([words.loss(&f.case.kind, d.loss_probability.value), roi]) }
    };
    let outcomes = ["full", "partial", "none", "harmful"].into_iter();
    let heads = Table::new(&words.say("delivery-title"), NAME)
        .numbers(&words.say("delivery-chance"), 8)
        .numbers(&words.say("delivery-npv"), 12)
        .numbers("P5", 12)
        .numbers("P95", 12);
    let heads = match public {
        true => heads,
        false => heads.numbers(&words.say("delivery-loss"), 9).numbers(&words.say("delivery-roi"), 10),
    };
    page.table(heads.rows(outcomes.filter_map(|key| Some((key, f.by_delivery.get(key)?))).map(row)));
}

fn bridge(page: &mut Page, f: &Findings) {
    if f.bridge.is_empty() {
        return;
    }
    let (words, currency) = (page.words, f.case.currency.as_str());
    let largest = f.bridge.values().map(|e| e.value.abs()).fold(0.0, f64::max).max(0.5);
    let pieces = PIECES.iter().filter_map(|piece| Some((piece, f.bridge.get(*piece)?)));
    let mut table = Table::new(&words.say("bridge-title"), NAME).aside(&words.say("bridge-note"));
    table = table.numbers("", 22).last("", 2, Tone::Plain).rows(pieces.map(|(piece, e)| {
        let filled = (BAR * e.value.abs() / largest).round() as usize;
        // Without colour the shade tells a loss from a gain.
        let bar = if e.value < 0.0 { "░" } else { "█" }.repeat(filled);
        let row = Row::new(&words.say_of("piece", piece)).cell(words.money_with_error(currency, e));
        row.toned(bar, loss_or_gain(e.value))
    }));
    let sum = words.money_with_error(currency, &f.pv_benefit.mean);
    table.push(Row::new(&words.say("bridge-together")).cell(sum).tone(Tone::Strong));
    page.table(table);
    negative_pieces(f, words).iter().for_each(|sentence| page.remark(sentence));
}

fn indicators(page: &mut Page, f: &Findings) {
    if f.kpis.is_empty() {
        return;
    }
    let words = page.words;
    let heads = Table::new(&words.say("chain-title"), NAME)
        .aside(&words.say("chain-note"))
        .numbers(&words.say("chain-without"), 12)
        .numbers(&words.say("chain-with"), 12)
        .numbers(&words.say("chain-change"), 12)
        .numbers("P5", 12)
        .numbers("P95", 12);
    let all = kpi::ORDER.iter().flat_map(|key| kpi::rows(f, key, words));
    page.table(heads.rows(all.map(|row| {
        let mark = if row.part { "  " } else { "" };
        Row::new(&row.name).marked(mark).cells([row.without, row.with]).cells(row.change)
    })));
}

fn remarks(page: &mut Page, f: &Findings) {
    let words = page.words;
    if !f.plausibility.is_empty() {
        page.part(&words.say("plausible-title"), "");
    }
    for check in &f.plausibility {
        let (sound, sentence) = sentences::plausibility(check, words);
        let (tone, mark) = if sound { (Tone::Good, "✓") } else { (Tone::Bad, "!") };
        page.item(mark, tone, &sentence);
    }
    if !f.notes.is_empty() {
        page.part(&words.say("notes-title"), "");
    }
    f.notes.iter().for_each(|note| page.item("·", Tone::Plain, &sentences::note(note, words)));
}
