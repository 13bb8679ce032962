//! The answer on one screen, to be read aloud.

use super::format::{money, money_change, pad, percent, percent_change, signed, whole, wrap};
use super::lenses::lenses;
use super::words;
use crate::analysis::{Band, CostEffectiveness, Estimate, Findings, Indicator, Spread};
use anstyle::{AnsiColor, Style};
use std::fmt::Write;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const GOOD: Style = AnsiColor::Green.on_default();
const BAD: Style = AnsiColor::Red.on_default();

/// Columns of the screen.
const COLUMNS: usize = 100;

/// Width of the longest bar of the value bridge.
const BAR: f64 = 24.0;

/// The findings of one case.
pub fn summary(f: &Findings) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_summary(&mut out, f);
    out
}

fn write_summary(out: &mut String, f: &Findings) -> std::fmt::Result {
    let case = &f.case;
    let span = format!("{} months, {} trials ({}, seed {})", case.months, whole(f.trials as f64), f.sampling, f.seed);
    writeln!(out, "{BOLD}{}{BOLD:#}  {DIM}{span}{DIM:#}\n", case.name)?;
    for sentence in words::answer(f) {
        writeln!(out, "  {}", wrap(&sentence, COLUMNS - 2, "  "))?;
    }
    write_value(out, f)?;
    write_delivery(out, f)?;
    write_bridge(out, f)?;
    write_indicators(out, f)?;
    write_remarks(out, f)
}

fn heading(out: &mut String, title: &str, rest: &str) -> std::fmt::Result {
    writeln!(out, "\n{BOLD}{title}{BOLD:#}{DIM}{rest}{DIM:#}")
}

fn write_value(out: &mut String, f: &Findings) -> std::fmt::Result {
    let c = &f.case.currency;
    let cash = |x: f64| money(c, x);
    heading(
        out,
        &format!("{:<28}{:>10}{:>11}{:>11}", "What it is worth", "median", "P5", "P95"),
        "   mean ± standard error",
    )?;
    let mut row = |name: &str, s: &Spread, show: &dyn Fn(f64) -> String| {
        let mean = with_error(&s.mean, show);
        let name = pad(name, 26);
        let style = if s.p50.value < 0.0 { BAD } else { Style::new() };
        let (p50, p5, p95) = (show(s.p50.value), show(s.p5.value), show(s.p95.value));
        writeln!(out, "  {name}{style}{p50:>10}{style:#}{p5:>11}{p95:>11}   {DIM}{mean}{DIM:#}")
    };
    row("Net present value", &f.npv, &cash)?;
    if let Some(roi) = f.roi.as_ref().filter(|_| f.cost_effectiveness.is_none()) {
        let name = if roi_is_missing(f) { "ROI before tax, where paid" } else { "ROI before tax" };
        row(name, roi, &percent_change)?;
    }
    if let Some(irr) = &f.irr.spread {
        let one = 1.0 - f.irr.none.value - f.irr.several.value;
        row(&format!("IRR a year, in {}", percent(one)), irr, &percent_change)?;
    }
    row("Benefit before tax, PV", &f.pv_benefit, &cash)?;
    row("Cost before tax, PV", &f.pv_cost, &cash)?;
    row("Peak funding", &f.peak_funding, &cash)?;
    if let Some(gain) = &f.customer_equity {
        let gain = with_error(gain, &|x| money_change(c, x));
        writeln!(
            out,
            "  {}{gain}   {DIM}mean at the horizon; not part of the above{DIM:#}",
            pad("Customer equity", 26)
        )?;
    }
    if let Some(effect) = &f.cost_effectiveness {
        write_effectiveness(out, c, effect)?;
    }
    writeln!(out)?;
    let loss = with_error(&f.loss_probability, &percent);
    writeln!(out, "  {}{loss}", pad("Probability of a loss", 26))?;
    let shortfall = with_error(&f.expected_shortfall_5, &cash);
    writeln!(out, "  {}{shortfall}   {DIM}mean of the worst 5% of the trials{DIM:#}", pad("Expected shortfall", 26))?;
    let payback = match &f.payback_months.p50 {
        Some(month) => format!("month {:.0} in the median", month.value),
        None => "not in the median".into(),
    };
    let never = with_error(&f.payback_months.never, &percent);
    writeln!(out, "  {}{payback}; never in {never} of the trials", pad("Payback", 26))?;
    let (none, several) = (percent(f.irr.none.value), percent(f.irr.several.value));
    writeln!(out, "  {}none in {none}, several in {several} of the trials", pad("IRR missing", 26))
}

/// What a unit of effect costs, where nobody pays for it.
fn write_effectiveness(out: &mut String, currency: &str, found: &CostEffectiveness) -> std::fmt::Result {
    let rows = [("Cost per connected customer", &found.connected), ("Cost per point of the score", &found.rating_point)];
    writeln!(out)?;
    for (name, row) in rows {
        let shown = match row {
            Some(per) => {
                let show = |x: f64| money(currency, x);
                format!("{}; less what it saves {}", with_error(&per.cost, &show), with_error(&per.net, &show))
            }
            None => "none: there is no gain in the mean".into(),
        };
        writeln!(out, "  {}{shown}", pad(name, 30))?;
    }
    Ok(())
}

/// Whether some trials pay nothing and so have no return.
fn roi_is_missing(f: &Findings) -> bool {
    f.pv_cost.p1.value <= 0.0
}

fn write_delivery(out: &mut String, f: &Findings) -> std::fmt::Result {
    if f.by_delivery.len() < 2 {
        return Ok(());
    }
    let c = &f.case.currency;
    let columns = format!(
        "{:<26}{:>8}{:>12}{:>12}{:>12}{:>9}{:>10}",
        "If it is delivered", "chance", "NPV median", "P5", "P95", "loss", "ROI"
    );
    heading(out, &columns, "")?;
    for key in ["full", "partial", "none", "harmful"] {
        let Some(d) = f.by_delivery.get(key) else { continue };
        let (share, p50) = (percent(d.share.value), money(c, d.npv.p50.value));
        let (p5, p95) = (money(c, d.npv.p5.value), money(c, d.npv.p95.value));
        let loss = percent(d.loss_probability.value);
        let roi = d.roi.map_or("–".into(), |r| percent_change(r.p50.value));
        let style = if d.npv.p50.value < 0.0 { BAD } else { GOOD };
        let name = pad(words::delivery(key), 24);
        writeln!(out, "  {name}{share:>8}{style}{p50:>12}{style:#}{p5:>12}{p95:>12}{loss:>9}{roi:>10}")?;
    }
    Ok(())
}

fn write_bridge(out: &mut String, f: &Findings) -> std::fmt::Result {
    if f.bridge.is_empty() {
        return Ok(());
    }
    let c = &f.case.currency;
    heading(out, "Where the benefit comes from", "  mean present value before tax")?;
    let largest = f.bridge.values().map(|e| e.value.abs()).fold(0.0, f64::max).max(0.5);
    for piece in crate::finance::bridge::PIECES {
        let Some(e) = f.bridge.get(piece) else { continue };
        let filled = (BAR * e.value.abs() / largest).round() as usize;
        // Without colour the shade tells a loss from a gain.
        let (style, shade) = if e.value < 0.0 { (BAD, "░") } else { (GOOD, "█") };
        let (name, bar) = (pad(words::piece(piece), 26), shade.repeat(filled));
        let shown = with_error(e, &|x| money(c, x));
        writeln!(out, "  {name}{shown:>20}  {style}{bar}{style:#}")?;
    }
    let (name, sum) = (pad("together", 26), with_error(&f.pv_benefit.mean, &|x| money(c, x)));
    writeln!(out, "  {BOLD}{name}{sum:>20}{BOLD:#}")
}

fn write_indicators(out: &mut String, f: &Findings) -> std::fmt::Result {
    if f.kpis.is_empty() {
        return Ok(());
    }
    let columns = format!(
        "{:<26}{:>12}{:>12}{:>12}{:>12}{:>12}",
        "The chain, last 12 months", "without", "with", "change", "P5", "P95"
    );
    heading(out, &columns, "  medians")?;
    for key in ["engaged", "turnover", "rating", "nps", "connected", "customers", "revenue"] {
        let Some(kpi) = f.kpis.get(key) else { continue };
        write_indicator(out, f, key, kpi, "")?;
        for part in ["promoters", "passives", "detractors"] {
            if let Some(share) = kpi.parts.get(part) {
                write_indicator(out, f, part, share, "  ")?;
            }
        }
    }
    Ok(())
}

fn write_indicator(out: &mut String, f: &Findings, key: &str, kpi: &Indicator, indent: &str) -> std::fmt::Result {
    let c = &f.case.currency;
    let show = |x: f64| match key {
        "customers" => whole(x),
        "revenue" => money(c, x),
        "rating" => signed(x, 2, ""),
        "nps" => signed(x, 1, ""),
        _ => percent(x),
    };
    let change = |x: f64| {
        let shown = if key == "engaged" || key == "turnover" || key == "connected" || !indent.is_empty() {
            signed(100.0 * x, 1, " pt")
        } else {
            show(x)
        };
        if x > 0.0 { format!("+{shown}") } else { shown }
    };
    let median = |b: &Band| show(b.p50.value);
    let (without, with, d) = (median(&kpi.baseline), median(&kpi.programme), &kpi.difference);
    let (p50, p5, p95) = (change(d.p50.value), change(d.p5.value), change(d.p95.value));
    let name = pad(&format!("{indent}{}", words::kpi(key)), 24);
    writeln!(out, "  {name}{without:>12}{with:>12}{p50:>12}{p5:>12}{p95:>12}")
}

fn write_remarks(out: &mut String, f: &Findings) -> std::fmt::Result {
    if let Some(seen) = &f.lenses {
        out.push_str(&lenses(seen, &f.case.currency, COLUMNS));
    }
    if !f.plausibility.is_empty() {
        heading(out, "Is that plausible?", "")?;
        for check in &f.plausibility {
            let (sound, sentence) = words::plausibility(check);
            let (style, mark) = if sound { (GOOD, "✓") } else { (BAD, "!") };
            writeln!(out, "  {style}{mark}{style:#} {}", wrap(&sentence, COLUMNS - 4, "    "))?;
        }
    }
    if !f.notes.is_empty() {
        heading(out, "Notes", "")?;
        for note in &f.notes {
            writeln!(out, "  · {}", wrap(note, COLUMNS - 4, "    "))?;
        }
    }
    Ok(())
}

/// Several cases side by side.
pub fn comparison(all: &[Findings]) -> String {
    let width = all.iter().map(|f| f.case.name.chars().count()).max().unwrap_or(0).clamp(12, 26) + 2;
    let mut out = String::new();
    let columns = format!(
        "{:<width$}{:>10}{:>10}{:>10}{:>8}{:>10}{:>11}{:>10}",
        "Side by side", "NPV", "P5", "P95", "loss", "ROI", "payback", "funding"
    );
    let _ = writeln!(out, "{BOLD}{columns}{BOLD:#}");
    for f in all {
        let c = &f.case.currency;
        let m = |e: &Estimate| money(c, e.value);
        let roi = f.roi.map_or("–".into(), |r| percent_change(r.p50.value));
        let payback = f.payback_months.p50.map_or("never".into(), |p| format!("month {:.0}", p.value));
        let style = if f.npv.p50.value < 0.0 { BAD } else { GOOD };
        let _ = writeln!(
            out,
            "{}{style}{:>10}{style:#}{:>10}{:>10}{:>8}{roi:>10}{payback:>11}{:>10}",
            pad(&f.case.name, width),
            m(&f.npv.p50),
            m(&f.npv.p5),
            m(&f.npv.p95),
            percent(f.loss_probability.value),
            m(&f.peak_funding.p50)
        );
    }
    out
}

fn with_error(e: &Estimate, show: &dyn Fn(f64) -> String) -> String {
    match e.standard_error {
        Some(error) => format!("{} ± {}", show(e.value), show(error).trim_start_matches('+')),
        None => show(e.value),
    }
}
