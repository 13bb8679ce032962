//! The tables of `delight track`: the odds, what moved them, what to measure, and with other drifts.

use crate::page::content::Page;
use delight_model::chain::Delivery;
use delight_studies::track::{Tenths, TrackFindings};

/// Width of the first column.
const NAME: usize = 34;

/// All of them.
pub(super) fn all(page: &mut Page, found: &TrackFindings) {
    then_and_now(page, found);
    history(page, found);
    moved(page, found);
    measure(page, found);
    drift(page, found);
    inputs(page, found);
}

fn heading<const N: usize>(page: &mut Page, title: &str, heads: [String; N], width: usize) {
    page.heading((title, NAME), &heads.each_ref().map(|head| (head.as_str(), width)));
}

fn then_and_now(page: &mut Page, found: &TrackFindings) {
    let words = page.words;
    let three = [&found.odds.prior, &found.odds.running, &found.odds.posterior];
    let heads = [words.say("track-then"), words.say("track-status-alone"), words.say("track-now")];
    heading(page, &words.say("track-odds-title"), heads, 20);
    let row = |page: &mut Page, name: &str, cells: [String; 3]| page.row(name, &cells.each_ref().map(String::as_str));
    for outcome in Delivery::ALL.map(Delivery::name) {
        let cells = three.map(|odds| odds.delivery.get(outcome).map_or(String::new(), |e| page.share_error(e)));
        row(page, &words.say_of("delivery", outcome), cells);
    }
    let cells = three.map(|odds| page.share_error(&odds.loss_probability));
    row(page, &words.say("track-loss"), cells);
    let cells = three.map(|odds| page.money_error(&odds.npv.mean));
    row(page, &words.say("track-npv-mean"), cells);
    let cells = three.map(|odds| page.money(odds.npv.p50.value));
    row(page, &words.say("track-npv-median"), cells);
    let cells = three.map(|odds| format!("{} … {}", page.money(odds.npv.p5.value), page.money(odds.npv.p95.value)));
    row(page, &words.say("track-npv-range"), cells);
    let cells = three.map(|odds| page.share_error(&odds.revenue_gain));
    row(page, &words.say("track-revenue"), cells);
    let cells = three.map(|odds| words.signed(odds.rating_gain.value, 2));
    row(page, &words.say("track-rating"), cells);
}

fn history(page: &mut Page, found: &TrackFindings) {
    let words = page.words;
    let heads = [words.say("track-full"), words.say("track-loss"), words.say("track-npv-mean")];
    heading(page, &words.say("track-history-title"), heads, 20);
    for at in &found.history {
        let full = at.delivery.get(Delivery::Full.name()).map_or(String::new(), |e| page.share_error(e));
        let (loss, npv) = (page.share_error(&at.loss_probability), page.money_error(&at.npv_mean));
        page.row(&words.month(at.month as f64), &[&full, &loss, &npv]);
    }
}

fn moved(page: &mut Page, found: &TrackFindings) {
    let words = page.words;
    let heads = [words.say("track-full"), words.say("track-gain")];
    heading(page, &words.say("track-moved-title"), heads, 24);
    for at in &found.moved {
        let (full, gain) = (words.points_change(at.full.value), page.money_error(&at.gain));
        page.row(&words.say_of("track-metric", at.metric.name()), &[&full, &gain]);
    }
}

fn measure(page: &mut Page, found: &TrackFindings) {
    let words = page.words;
    let heads = [words.say("track-worth"), words.say("track-explained")];
    let title = words.say_with("track-measure-title", &[("next", &found.next.to_string())]);
    heading(page, &title, heads, 24);
    for at in &found.measure {
        let (value, explained) = (page.money_error(&at.value), words.percent(at.explained));
        page.row(&words.say_of("track-metric", at.metric.name()), &[&value, &explained]);
    }
}

fn drift(page: &mut Page, found: &TrackFindings) {
    let words = page.words;
    let heads = [words.say("track-full"), words.say("track-loss"), words.say("track-gain")];
    heading(page, &words.say("track-drift-title"), heads, 20);
    for tried in &found.drift {
        let [full, loss] = [&tried.full, &tried.loss_probability].map(|e| page.share_error(e));
        let gain = page.money_error(&tried.gain);
        let name = if tried.drift == "halved" { words.say("track-halved") } else { words.say("track-twice") };
        page.row(&name, &[&full, &loss, &gain]);
    }
}

fn inputs(page: &mut Page, found: &TrackFindings) {
    let words = page.words;
    let heads = [words.say("track-before"), words.say("track-after"), words.say("track-shift")];
    heading(page, &words.say("track-inputs-title"), heads, 26);
    for at in &found.inputs {
        let range = |of: &Tenths| {
            let [low, middle, high] = [of.p10, of.p50, of.p90].map(|x| page.value(&at.input, x));
            format!("{low} / {middle} / {high}")
        };
        let (before, after, shift) = (range(&at.before), range(&at.after), words.signed(at.shift, 2));
        let name = page.name(&at.input);
        page.row(&name, &[&before, &after, &shift]);
    }
}
