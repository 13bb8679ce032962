//! `delight track` on one screen: stop or go on, the odds then and now, and what would change them.

use crate::page::content::Page;
use crate::words::Words;
use delight_model::chain::Delivery;
use delight_model::scenario::actuals::TrackMetric;
use delight_model::statistics::Estimate;
use delight_studies::track::{Odds, TrackFindings, TrackNote};

/// Width of the first column.
const NAME: usize = 34;

/// A choice with its value, the odds then and now, what would change it most; then all of it in tables.
pub(super) fn track(found: &TrackFindings, words: Words) -> Page {
    let mut page = Page::new(&found.case, &found.provenance, words);
    page.sentence(&choice(&page, found));
    page.sentence(&odds(&page, found));
    page.sentence(&change(&page, found));
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
    then_and_now(&mut page, found);
    history(&mut page, found);
    moved(&mut page, found);
    measure(&mut page, found);
    drift(&mut page, found);
    inputs(&mut page, found);
    notes(&mut page, found);
    page
}

/// The choice with its value and error.
fn choice(page: &Page, found: &TrackFindings) -> String {
    let (words, chosen) = (page.words, &found.choice);
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
        None => words.say_with("track-measure-none", &[("next", &next)]),
    }
}

/// Whether the case still holds, and where it does not, the answer with larger drifts beside it.
fn holds(page: &mut Page, found: &TrackFindings) {
    let words = page.words;
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

fn then_and_now(page: &mut Page, found: &TrackFindings) {
    let words = page.words;
    let three = [&found.odds.prior, &found.odds.running, &found.odds.posterior];
    let heads = ["track-then", "track-status-alone", "track-now"].map(|key| words.say(key));
    page.heading((&words.say("track-odds-title"), NAME), &heads.each_ref().map(|head| (head.as_str(), 20)));
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
    let heads = ["track-full", "track-loss", "track-npv-mean"].map(|key| words.say(key));
    page.heading((&words.say("track-history-title"), NAME), &heads.each_ref().map(|head| (head.as_str(), 20)));
    for at in &found.history {
        let full = at.delivery.get(Delivery::Full.name()).map_or(String::new(), |e| page.share_error(e));
        let (loss, npv) = (page.share_error(&at.loss_probability), page.money_error(&at.npv_mean));
        page.row(&words.month(at.month as f64), &[&full, &loss, &npv]);
    }
}

fn moved(page: &mut Page, found: &TrackFindings) {
    let words = page.words;
    let heads = ["track-full", "track-gain"].map(|key| words.say(key));
    page.heading((&words.say("track-moved-title"), NAME), &heads.each_ref().map(|head| (head.as_str(), 24)));
    for at in &found.moved {
        let (full, gain) = (words.points_change(at.full.value), page.money_error(&at.gain));
        page.row(&words.say_of("track-metric", at.metric.name()), &[&full, &gain]);
    }
}

fn measure(page: &mut Page, found: &TrackFindings) {
    let words = page.words;
    let heads = ["track-worth", "track-explained"].map(|key| words.say(key));
    let title = words.say_with("track-measure-title", &[("next", &found.next.to_string())]);
    page.heading((&title, NAME), &heads.each_ref().map(|head| (head.as_str(), 24)));
    for at in &found.measure {
        let (value, explained) = (page.money_error(&at.value), words.percent(at.explained));
        page.row(&words.say_of("track-metric", at.metric.name()), &[&value, &explained]);
    }
}

fn drift(page: &mut Page, found: &TrackFindings) {
    let words = page.words;
    let heads = ["track-full", "track-loss", "track-gain"].map(|key| words.say(key));
    page.heading((&words.say("track-drift-title"), NAME), &heads.each_ref().map(|head| (head.as_str(), 20)));
    for tried in &found.drift {
        let [full, loss] = [&tried.full, &tried.loss_probability].map(|e| page.share_error(e));
        let gain = page.money_error(&tried.gain);
        let name = if tried.drift == "halved" { words.say("track-halved") } else { words.say("track-twice") };
        page.row(&name, &[&full, &loss, &gain]);
    }
}

fn inputs(page: &mut Page, found: &TrackFindings) {
    let words = page.words;
    let heads = ["track-before", "track-after", "track-shift"].map(|key| words.say(key));
    page.heading((&words.say("track-inputs-title"), NAME), &heads.each_ref().map(|head| (head.as_str(), 26)));
    for at in &found.inputs {
        let range = |of: &delight_studies::track::Tenths| {
            let [low, middle, high] = [of.p10, of.p50, of.p90].map(|x| page.value(&at.input, x));
            format!("{low} / {middle} / {high}")
        };
        let (before, after, shift) = (range(&at.before), range(&at.after), words.signed(at.shift, 2));
        let name = page.name(&at.input);
        page.row(&name, &[&before, &after, &shift]);
    }
}

fn notes(page: &mut Page, found: &TrackFindings) {
    let words = page.words;
    for note in &found.notes {
        let text = match note {
            TrackNote::FewTrials => words.say_with("track-few", &[("ess", &words.whole(found.ess))]),
            TrackNote::NoReadingBefore => words.say("track-no-before"),
            TrackNote::NoControl => words.say("track-no-control"),
            TrackNote::OneReading { metric } => words.say_with("track-one", &[("metric", &of(*metric, words))]),
            TrackNote::RatingBesideNps => words.say("track-rating-beside"),
            TrackNote::LaterReadings { lines } => {
                let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
                words.say_with("track-later", &[("lines", &lines.join(", "))])
            }
        };
        page.remark(&text);
    }
    let (ess, readings) = (words.whole(found.ess), words.whole(found.readings_used as f64));
    let (largest, sunk) = (words.percent(found.largest_weight), page.money_error(&found.choice.sunk));
    let args = [("ess", ess.as_str()), ("readings", &readings), ("largest", &largest), ("sunk", &sunk)];
    page.remark(&words.say_with("track-note", &args));
}

fn of(metric: TrackMetric, words: Words) -> String {
    words.say_of("track-metric", metric.name())
}
