//! Several cases in one table, a line each.

use super::tone::loss_or_gain;
use crate::page::content::{Page, Setting};
use crate::page::table::{Row, Table};
use crate::words::Words;
use crate::words::format::width;
use delight_model::statistics::Estimate;
use delight_studies::run::Findings;

/// The worth, the risk and the payback of each case.
pub fn side_by_side(all: &[Findings], words: Words) -> Page {
    let names = all.iter().map(|f| width(&f.case.name)).max().unwrap_or(0).clamp(14, 20) + 2;
    let heads = Table::new(&words.say("side-title"), names)
        .numbers(&words.say("side-npv"), 12)
        .numbers("P5", 12)
        .numbers("P95", 12)
        .numbers(&words.say("side-loss"), 8)
        .numbers(&words.say("side-roi"), 10)
        .numbers(&words.say("side-payback"), 11)
        .numbers(&words.say("side-funding"), 12);
    let row = |f: &Findings| {
        let money = |e: &Estimate| words.money(&f.case.currency, e.value);
        let roi = f.roi.map_or("–".into(), |r| words.percent_change(r.p50.value));
        let payback = f.payback_months.p50.map_or_else(|| words.say("side-never"), |p| words.month(p.value));
        let row = Row::new(&f.case.name).toned(money(&f.npv.p50), loss_or_gain(f.npv.p50.value));
        let (p5, p95, loss) = (money(&f.npv.p5), money(&f.npv.p95), words.loss(&f.case.kind, f.loss_probability.value));
        row.cells([p5, p95, loss, roi, payback, money(&f.peak_funding.p50)])
    };
    let mut page = Page::about("", "", words).set(Setting::FLUSH);
    page.table(heads.rows(all.iter().map(row)));
    page
}
