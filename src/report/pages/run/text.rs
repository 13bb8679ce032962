//! The answer on one screen, to be read aloud.

use super::answer as sentences;
use super::lenses::lenses;
use crate::page::screen::{BAD, BOLD, COLUMNS, DIM, GOOD};
use crate::words::format::{pad, wrap};
use crate::words::kpi;
use crate::words::{Shown, Words};
use anstyle::Style;
use delight_studies::run::{Band, CostEffectiveness, Findings, Indicator, Spread};
use std::fmt::Write;

/// Width of the names of rows.
const NAME: usize = 28;

/// Width of the longest bar of the value bridge.
const BAR: f64 = 24.0;

/// The findings of one case.
pub fn summary(f: &Findings, words: Words) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_summary(&mut out, f, words);
    out
}

fn write_summary(out: &mut String, f: &Findings, words: Words) -> std::fmt::Result {
    let case = &f.case;
    let (months, trials, seed) = (case.months.to_string(), words.whole(f.trials as f64), f.seed.to_string());
    let sampling = words.say_of("sampling", &f.sampling);
    let span = [("months", months.as_str()), ("trials", &trials), ("sampling", &sampling), ("seed", &seed)];
    writeln!(out, "{BOLD}{}{BOLD:#}  {DIM}{}{DIM:#}\n", case.name, words.say_with("run-span", &span))?;
    for sentence in sentences::answer(f, words) {
        writeln!(out, "  {}", wrap(&sentence, COLUMNS - 2, "  "))?;
    }
    write_value(out, f, words)?;
    write_odds(out, f, words)?;
    write_delivery(out, f, words)?;
    write_bridge(out, f, words)?;
    write_indicators(out, f, words)?;
    write_remarks(out, f, words)
}

fn heading(out: &mut String, title: &str, rest: &str) -> std::fmt::Result {
    writeln!(out, "\n{BOLD}{title}{BOLD:#}{DIM}{rest}{DIM:#}")
}

fn write_value(out: &mut String, f: &Findings, words: Words) -> std::fmt::Result {
    let c = &f.case.currency;
    let cash = |x: f64| Shown::money(c, x);
    let columns =
        format!("{}{:>12}{:>12}{:>12}", pad(&words.say("value-title"), NAME + 2), words.say("median"), "P5", "P95");
    heading(out, &columns, &format!("   {}", words.say("column-mean")))?;
    let mut row = |name: &str, s: &Spread, show: &dyn Fn(f64) -> Shown| {
        let mean = words.with_error(&s.mean, show);
        let name = pad(name, NAME);
        let style = if s.p50.value < 0.0 { BAD } else { Style::new() };
        let [p50, p5, p95] = [s.p50, s.p5, s.p95].map(|e| words.write(&show(e.value)));
        writeln!(out, "  {name}{style}{p50:>12}{style:#}{p5:>12}{p95:>12}   {DIM}{mean}{DIM:#}")
    };
    row(&words.say("value-npv"), &f.npv, &cash)?;
    if let Some(roi) = f.roi.as_ref().filter(|_| f.cost_effectiveness.is_none()) {
        let name = if roi_is_missing(f) { words.say("value-roi-where-paid") } else { words.say("value-roi") };
        row(&name, roi, &Shown::percent_change)?;
    }
    if let Some(irr) = &f.irr.spread {
        let one = words.percent(1.0 - f.irr.none.value - f.irr.several.value);
        row(&words.say_with("value-irr", &[("share", &one)]), irr, &Shown::percent_change)?;
    }
    row(&words.say("value-benefit"), &f.pv_benefit, &cash)?;
    row(&words.say("value-cost"), &f.pv_cost, &cash)?;
    row(&words.say("value-funding"), &f.peak_funding, &cash)?;
    if let Some(gain) = &f.customer_equity {
        let gain = words.with_error(gain, &|x| Shown::money_change(c, x));
        fact(out, &words.say("value-equity"), &gain, &words.say("value-equity-note"))?;
    }
    if let Some(effect) = &f.cost_effectiveness {
        write_effectiveness(out, c, effect, words)?;
    }
    Ok(())
}

/// What may go wrong, and when the money is back.
fn write_odds(out: &mut String, f: &Findings, words: Words) -> std::fmt::Result {
    let c = &f.case.currency;
    let percent = |x: f64| words.percent(x);
    writeln!(out)?;
    fact(out, &words.say("value-loss"), &words.percent_with_error(&f.loss_probability), "")?;
    let shortfall = words.money_with_error(c, &f.expected_shortfall_5);
    fact(out, &words.say("value-shortfall"), &shortfall, &words.say("value-shortfall-note"))?;
    let never = words.percent_with_error(&f.payback_months.never);
    let payback = match &f.payback_months.p50 {
        Some(month) => {
            words.say_with("value-payback-median", &[("month", &words.month(month.value)), ("never", &never)])
        }
        None => words.say_with("value-payback-late", &[("never", &never)]),
    };
    fact(out, &words.say("value-payback"), &payback, "")?;
    let (none, several) = (percent(f.irr.none.value), percent(f.irr.several.value));
    let missing = words.say_with("value-irr-missing-note", &[("none", &none), ("several", &several)]);
    fact(out, &words.say("value-irr-missing"), &missing, "")
}

/// A name, what is known of it, and how that is meant.
fn fact(out: &mut String, name: &str, value: &str, note: &str) -> std::fmt::Result {
    let name = pad(name, NAME);
    match note {
        "" => writeln!(out, "  {name}{value}"),
        note => writeln!(out, "  {name}{value}   {DIM}{note}{DIM:#}"),
    }
}

/// What a unit of effect costs, where nobody pays for it.
fn write_effectiveness(out: &mut String, currency: &str, found: &CostEffectiveness, words: Words) -> std::fmt::Result {
    let rows = [
        (words.say("effectiveness-connected"), &found.connected),
        (words.say("effectiveness-point"), &found.rating_point),
    ];
    writeln!(out)?;
    for (name, row) in rows {
        let shown = match row {
            Some(per) => {
                let [cost, net] = [&per.cost, &per.net].map(|e| words.money_with_error(currency, e));
                words.say_with("effectiveness-cost", &[("cost", &cost), ("net", &net)])
            }
            None => words.say("effectiveness-none"),
        };
        writeln!(out, "  {}{shown}", pad(&name, 36))?;
    }
    Ok(())
}

/// Whether some trials pay nothing and so have no return.
fn roi_is_missing(f: &Findings) -> bool {
    f.pv_cost.p1.value <= 0.0
}

fn write_delivery(out: &mut String, f: &Findings, words: Words) -> std::fmt::Result {
    if f.by_delivery.len() < 2 {
        return Ok(());
    }
    let money = |x: f64| words.money(&f.case.currency, x);
    let columns = format!(
        "{}{:>8}{:>12}{:>12}{:>12}{:>9}{:>10}",
        pad(&words.say("delivery-title"), NAME + 2),
        words.say("delivery-chance"),
        words.say("delivery-npv"),
        "P5",
        "P95",
        words.say("delivery-loss"),
        words.say("delivery-roi")
    );
    heading(out, &columns, "")?;
    for key in ["full", "partial", "none", "harmful"] {
        let Some(d) = f.by_delivery.get(key) else { continue };
        let (share, p50) = (words.percent(d.share.value), money(d.npv.p50.value));
        let (p5, p95) = (money(d.npv.p5.value), money(d.npv.p95.value));
        let loss = words.percent(d.loss_probability.value);
        let roi = d.roi.map_or("–".into(), |r| words.percent_change(r.p50.value));
        let style = if d.npv.p50.value < 0.0 { BAD } else { GOOD };
        let name = pad(&words.say_of("delivery", key), NAME);
        writeln!(out, "  {name}{share:>8}{style}{p50:>12}{style:#}{p5:>12}{p95:>12}{loss:>9}{roi:>10}")?;
    }
    Ok(())
}

fn write_bridge(out: &mut String, f: &Findings, words: Words) -> std::fmt::Result {
    if f.bridge.is_empty() {
        return Ok(());
    }
    heading(out, &words.say("bridge-title"), &format!("  {}", words.say("bridge-note")))?;
    let largest = f.bridge.values().map(|e| e.value.abs()).fold(0.0, f64::max).max(0.5);
    for piece in delight_model::finance::bridge::PIECES {
        let Some(e) = f.bridge.get(piece) else { continue };
        let filled = (BAR * e.value.abs() / largest).round() as usize;
        // Without colour the shade tells a loss from a gain.
        let (style, shade) = if e.value < 0.0 { (BAD, "░") } else { (GOOD, "█") };
        let (name, bar) = (pad(&words.say_of("piece", piece), NAME), shade.repeat(filled));
        let shown = words.money_with_error(&f.case.currency, e);
        writeln!(out, "  {name}{shown:>22}  {style}{bar}{style:#}")?;
    }
    let (name, sum) =
        (pad(&words.say("bridge-together"), NAME), words.money_with_error(&f.case.currency, &f.pv_benefit.mean));
    writeln!(out, "  {BOLD}{name}{sum:>22}{BOLD:#}")
}

fn write_indicators(out: &mut String, f: &Findings, words: Words) -> std::fmt::Result {
    if f.kpis.is_empty() {
        return Ok(());
    }
    let columns = format!(
        "{}{:>12}{:>12}{:>12}{:>12}{:>12}",
        pad(&words.say("chain-title"), NAME + 2),
        words.say("chain-without"),
        words.say("chain-with"),
        words.say("chain-change"),
        "P5",
        "P95"
    );
    heading(out, &columns, &format!("  {}", words.say("chain-note")))?;
    for key in kpi::ORDER {
        let Some(indicator) = f.kpis.get(key) else { continue };
        write_indicator(out, &IndicatorRow { currency: &f.case.currency, key, indicator, indent: "" }, words)?;
        for part in kpi::PARTS {
            if let Some(share) = indicator.parts.get(part) {
                let row = IndicatorRow { currency: &f.case.currency, key: part, indicator: share, indent: "  " };
                write_indicator(out, &row, words)?;
            }
        }
    }
    Ok(())
}

/// A row of the table of indicators.
struct IndicatorRow<'a> {
    currency: &'a str,
    key: &'a str,
    indicator: &'a Indicator,
    indent: &'a str,
}

fn write_indicator(out: &mut String, row: &IndicatorRow, words: Words) -> std::fmt::Result {
    let IndicatorRow { currency, key, indicator, indent } = *row;
    let show = |x: f64| kpi::level(key, x, currency, words);
    let change = |x: f64| kpi::change(key, x, currency, words);
    let median = |b: &Band| show(b.p50.value);
    let (without, with, d) = (median(&indicator.baseline), median(&indicator.programme), &indicator.difference);
    let (p50, p5, p95) = (change(d.p50.value), change(d.p5.value), change(d.p95.value));
    let name = pad(&format!("{indent}{}", words.say_of("kpi", key)), NAME);
    writeln!(out, "  {name}{without:>12}{with:>12}{p50:>12}{p5:>12}{p95:>12}")
}

fn write_remarks(out: &mut String, f: &Findings, words: Words) -> std::fmt::Result {
    if let Some(seen) = &f.lenses {
        out.push_str(&lenses(seen, &f.case.currency, words, COLUMNS));
    }
    if !f.plausibility.is_empty() {
        heading(out, &words.say("plausible-title"), "")?;
        for check in &f.plausibility {
            let (sound, sentence) = sentences::plausibility(check, words);
            let (style, mark) = if sound { (GOOD, "✓") } else { (BAD, "!") };
            writeln!(out, "  {style}{mark}{style:#} {}", wrap(&sentence, COLUMNS - 4, "    "))?;
        }
    }
    if !f.notes.is_empty() {
        heading(out, &words.say("notes-title"), "")?;
        for note in &f.notes {
            writeln!(out, "  · {}", wrap(&sentences::note(note, words), COLUMNS - 4, "    "))?;
        }
    }
    Ok(())
}
