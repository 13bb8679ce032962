//! The sheet of the distribution: moments and percentiles with their standard errors, and a histogram.

use super::book::Book;
use super::chart;
use super::look::{ACCENT, Ink, Look};
use super::page::{Done, SheetPage, SheetSetting};
use crate::words::Words;
use delight_model::statistics::Estimate;
use delight_studies::findings::Spread;
use delight_studies::run::{Findings, Payback};
use rust_xlsxwriter::{Chart, ChartAxisLabelPosition, ChartFormat, ChartType, Worksheet, XlsxError};

const WIDTHS: [f64; 13] = [48.0, 17.0, 15.0, 15.0, 15.0, 15.0, 15.0, 17.0, 15.0, 17.0, 15.0, 17.0, 15.0];
const HEADINGS: u32 = 3;

/// Writes the sheet.
///
/// # Errors
/// If Excel would refuse what is written.
pub fn sheet(setting: &SheetSetting, book: &Book) -> Result<Worksheet, XlsxError> {
    let (words, f) = (setting.words, book.findings);
    let mut page = SheetPage::new(setting, &words.say("book-sheet-distribution"), &WIDTHS)?;
    page.title(&words.say("book-distribution-title"))?;
    page.paragraph(1, 8, &words.say("book-distribution-use"))?;
    let after = spreads(&mut page, f)?;
    let after = facts(&mut page, f, after + 1)?;
    histogram(&mut page, f, after + 1)?;
    page.sheet.set_freeze_panes(HEADINGS + 1, 1)?;
    Ok(page.sheet)
}

/// A table of the measures that have a distribution: two columns each.
fn spreads(page: &mut SheetPage, f: &Findings) -> Result<u32, XlsxError> {
    let words = page.words();
    let measures: Vec<(String, &Spread, Look)> = [
        (words.say("book-npv"), Some(&f.npv), Look::Money),
        (words.say("book-roi"), f.roi.as_ref(), Look::Share),
        (words.say("book-irr"), f.irr.spread.as_ref(), Look::Share),
        (words.say("book-pv-benefit"), Some(&f.pv_benefit), Look::Money),
        (words.say("book-pv-cost"), Some(&f.pv_cost), Look::Money),
        (words.say("book-funding"), Some(&f.peak_funding), Look::Money),
    ]
    .into_iter()
    .filter_map(|(name, spread, look)| Some((name, spread?, look)))
    .collect();
    page.headings(HEADINGS, 0, &[words.say("book-statistic")], |column| column > 0)?;
    let rows = rows(words);
    for (row, (name, _)) in rows.iter().enumerate() {
        page.text(HEADINGS + 1 + row as u32, 0, name, Ink::Follows)?;
    }
    for (i, (name, spread, look)) in measures.iter().enumerate() {
        let column = 1 + 2 * i as u16;
        page.headings(HEADINGS, column, &[name.clone(), words.say("book-error")], |column| column > 0)?;
        for (row, (_, of)) in rows.iter().enumerate() {
            let Some(estimate) = of(spread) else { continue };
            page.estimate(HEADINGS + 1 + row as u32, column, &estimate, (*look, Ink::Follows))?;
        }
    }
    Ok(HEADINGS + 1 + rows.len() as u32)
}

type Statistic = fn(&Spread) -> Option<Estimate>;

fn rows(words: Words) -> Vec<(String, Statistic)> {
    vec![
        (words.say("book-mean"), |s| Some(s.mean)),
        (words.say("book-sd"), |s| s.sd),
        ("P1".into(), |s| Some(s.p1)),
        (words.say("book-p5"), |s| Some(s.p5)),
        ("P10".into(), |s| Some(s.p10)),
        ("P25".into(), |s| Some(s.p25)),
        (words.say("book-p50"), |s| Some(s.p50)),
        ("P75".into(), |s| Some(s.p75)),
        ("P90".into(), |s| Some(s.p90)),
        (words.say("book-p95"), |s| Some(s.p95)),
        ("P99".into(), |s| Some(s.p99)),
    ]
}

/// Probabilities, the tail and payback.
fn facts(page: &mut SheetPage, f: &Findings, row: u32) -> Result<u32, XlsxError> {
    let words = page.words();
    let months = |p: &Payback| [p.p25, p.p50, p.p75];
    let mut facts: Vec<(String, Option<Estimate>, Look)> = vec![
        (words.say("book-loss"), Some(f.loss_probability), Look::Share),
        (words.say("book-shortfall"), Some(f.expected_shortfall_5), Look::Money),
        (words.say("book-irr-none"), Some(f.irr.none), Look::Share),
        (words.say("book-irr-several"), Some(f.irr.several), Look::Share),
    ];
    let names = [words.say("book-payback-p25"), words.say("book-payback-p50"), words.say("book-payback-p75")];
    facts.extend(names.into_iter().zip(months(&f.payback_months)).map(|(name, e)| (name, e, Look::Plain)));
    facts.push((words.say("book-payback-never"), Some(f.payback_months.never), Look::Share));
    facts.push((words.say("book-terminal"), Some(f.terminal), Look::Money));
    if let Some(equity) = f.customer_equity {
        facts.push((words.say("book-equity"), Some(equity), Look::Money));
    }
    for (i, (name, estimate, look)) in facts.iter().enumerate() {
        let at = row + i as u32;
        page.text(at, 0, name, Ink::Follows)?;
        match estimate {
            Some(e) => page.estimate(at, 1, e, (*look, Ink::Follows))?,
            None => {
                page.write_text(at, 1, &words.say("book-never"), &page.setting.looks.number(Look::Plain, Ink::Follows))?
            }
        }
    }
    Ok(row + facts.len() as u32)
}

/// The histogram of the net present value with its chart.
fn histogram(page: &mut SheetPage, f: &Findings, row: u32) -> Done {
    let words = page.words();
    page.section(row, &words.say("book-histogram"))?;
    page.headings(row + 1, 0, &[words.say("book-from"), words.say("book-to"), words.say("book-share")], |column| {
        column > 0
    })?;
    let first = row + 2;
    for (i, share) in f.npv_histogram.shares.iter().enumerate() {
        let at = first + i as u32;
        page.number(at, 0, f.npv_histogram.edges[i], (Look::Money, Ink::Follows))?;
        page.number(at, 1, f.npv_histogram.edges[i + 1], (Look::Money, Ink::Follows))?;
        page.number(at, 2, *share, (Look::Share, Ink::Follows))?;
    }
    let last = first + f.npv_histogram.shares.len() as u32 - 1;
    let sheet = page.sheet.name();
    let mut chart = Chart::new(ChartType::Column);
    let mut format = ChartFormat::new();
    chart::filled(&mut format, ACCENT);
    let series = chart.add_series();
    series.set_values((sheet.as_str(), first, 2, last, 2)).set_categories((sheet.as_str(), first, 0, last, 0));
    series.set_format(&mut format).set_gap(5).set_name(words.say("book-share").as_str());
    chart::dress(&mut chart, &words.say("book-distribution-title"), &words.say("book-histogram-axis"), "0%");
    let largest = f.npv.p95.value.abs().max(f.npv.p5.value.abs());
    chart.x_axis().set_num_format(page.setting.looks.axis(largest)).set_label_position(ChartAxisLabelPosition::Low);
    chart.x_axis().set_label_interval(4);
    chart.legend().set_hidden();
    page.sheet.insert_chart(row + 1, 4, &chart)?;
    Ok(())
}
