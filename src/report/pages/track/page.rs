//! `delight track` on one screen: stop or go on, the odds then and now, and what would change them.

use super::{notes, tables};
use crate::page::content::Page;
use crate::words::Words;
use delight_model::chain::Delivery;
use delight_model::statistics::Estimate;
use delight_studies::track::{Odds, TrackFindings};

/// A choice with its value, the odds then and now, what would change it most; then all of it in tables.
pub(super) fn track(found: &TrackFindings, words: Words) -> Page {
    let mut page = Page::new(&found.case, &found.provenance, words);
    page.sentence(&choice(&page, found));
    page.sentence(&odds(&page, found));
    if !has_stopped(found) {
        page.sentence(&change(&page, found));
    }
    if let (Some(verdict), Some(place)) = (&found.track.verdict, found.track.place) {
        let metric = words.say_of("track-metric", found.track.metric.name());
        let (share, month) = (words.percent(place), found.now.to_string());
        let args = [("metric", metric.as_str()), ("share", &share), ("month", &month)];
        page.sentence(&match verdict.as_str() {
            "ahead" => words.say_with("track-ahead", &args),
            "behind" => words.say_with("track-behind", &args),
            _ => words.say_with("track-on-track", &args),
        });
    }
    holds(&mut page, found);
    tables::all(&mut page, found);
    notes::all(&mut page, found);
    page
}

/// Whether it has stopped by itself, so that there is nothing left to choose.
fn has_stopped(found: &TrackFindings) -> bool {
    found.status == "stopped"
}

/// The choice with its value and error.
fn choice(page: &Page, found: &TrackFindings) -> String {
    let (words, chosen) = (page.words, &found.choice);
    if has_stopped(found) {
        return words.say("track-stopped");
    }
    let loses = Estimate { value: -chosen.go_on.value, ..chosen.go_on };
    let [go_on, look, loses] = [&chosen.go_on, &chosen.look_again, &loses].map(|e| page.money_error(e));
    let next = found.next.to_string();
    let args = [("go", go_on.as_str()), ("look", &look), ("loses", &loses), ("next", &next)];
    match (chosen.best.as_str(), found.now) {
        ("go_on", 0) => words.say_with("track-start", &args),
        ("stop", 0) => words.say_with("track-start-not", &args),
        ("look_again", 0) => words.say_with("track-start-look", &args),
        (_, 0) => words.say_with("track-start-unclear", &args),
        ("go_on", _) => words.say_with("track-go-on", &args),
        ("stop", _) => words.say_with("track-stop", &args),
        ("look_again", _) => words.say_with("track-look", &args),
        _ => words.say_with("track-unclear", &args),
    }
}

fn full(odds: &Odds) -> Estimate {
    odds.delivery.get(Delivery::Full.name()).copied().unwrap_or(Estimate::without_error(f64::NAN))
}

/// The odds then and now.
fn odds(page: &Page, found: &TrackFindings) -> String {
    let (before, after) = (&found.odds.prior, &found.odds.posterior);
    let [full_before, full_after, loss_before, loss_after] =
        [full(before), full(after), before.loss_probability, after.loss_probability].map(|e| page.share_error(&e));
    let [npv_before, npv_after] = [before.npv.mean, after.npv.mean].map(|e| page.money_error(&e));
    let args = [
        ("full-before", full_before.as_str()),
        ("full-after", &full_after),
        ("loss-before", &loss_before),
        ("loss-after", &loss_after),
        ("npv-before", &npv_before),
        ("npv-after", &npv_after),
    ];
    page.words.say_with("track-odds", &args)
}

/// What would change the answer most.
fn change(page: &Page, found: &TrackFindings) -> String {
    let (words, next) = (page.words, found.next.to_string());
    let worth = |e: &Estimate| e.value > 2.0 * e.standard_error.unwrap_or(f64::INFINITY);
    match found.measure.iter().find(|m| worth(&m.value)) {
        Some(first) => {
            let metric = words.say_of("track-metric", first.metric.name());
            let value = page.money_error(&first.value);
            words.say_with("track-measure", &[("metric", &metric), ("value", &value), ("next", &next)])
        }
        None => {
            let (then, stops) = (&found.choice.then, found.choice.then.value < 0.0);
            let lost = Estimate { value: -then.value, ..*then };
            let value = page.money_error(if stops { &lost } else { then });
            let args = [("next", next.as_str()), ("value", &value)];
            if stops { words.say_with("track-none-stop", &args) } else { words.say_with("track-none-go", &args) }
        }
    }
}

/// Whether the case still holds, and where it does not, the answer with larger drifts beside it.
fn holds(page: &mut Page, found: &TrackFindings) {
    let words = page.words;
    if found.agreement.metrics.is_empty() {
        return page.sentence(&words.say("track-untested"));
    }
    let p = words.percent(found.agreement.p);
    let args = [("p", p.as_str())];
    page.sentence(&match found.agreement.verdict.as_str() {
        "contradicts" => words.say_with("track-contradicts", &args),
        "strained" => words.say_with("track-strained", &args),
        _ => words.say_with("track-agrees", &args),
    });
    let doubled = found.drift.iter().find(|tried| tried.drift == "doubled");
    if let Some(tried) = doubled.filter(|_| found.agreement.verdict == "contradicts") {
        let [full, loss] = [&tried.full, &tried.loss_probability].map(|e| page.share_error(e));
        let gain = page.money_error(&tried.gain);
        page.sentence(&words.say_with("track-doubled", &[("full", &full), ("loss", &loss), ("gain", &gain)]));
    }
}
