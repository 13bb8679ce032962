//! `delight gate` on one screen: when to look, at what, and what it is worth.

use crate::page::content::Page;
use crate::words::Words;
use delight_model::scenario::Metric;
use delight_model::statistics::Estimate;
use delight_studies::gate::{GateStudy, Gated, Judged};

/// Width of the first column.
const NAME: usize = 30;

/// The best gate, the case's own, whom it stops, and every month.
pub(super) fn gate(found: &GateStudy, words: Words) -> Page {
    let mut page = Page::new(&found.case, &found.provenance, words);
    let npv = page.money_error(&found.npv_mean);
    page.sentence(&match found.case.nobody_pays {
        true => words.say_with("gate-without-public", &[("npv", &npv)]),
        false => words.say_with("gate-without", &[("npv", &npv)]),
    });
    match &found.best {
        Some(best) => of_best(&mut page, found, best),
        None if found.stop_all.is_some() => page.sentence(&words.say("gate-none-helps")),
        None => page.sentence(&words.say("gate-none")),
    }
    of_stop_all(&mut page, found);
    if found.case.nobody_pays {
        page.sentence(&words.say("gate-money-public"));
    }
    if let Some(own) = &found.own {
        of_own(&mut page, own);
    }
    if let Some(judged) = &found.judged {
        of_judged(&mut page, judged);
    }
    months(&mut page, found);
    let (trials, answers) = (words.whole(found.provenance.trials as f64), words.whole(found.answers));
    page.remark(&words.say_with("gate-note", &[("trials", &trials), ("answers", &answers)]));
    page
}

/// A lead in a metric, as people speak of it.
pub fn lead(metric: &str, x: f64, words: Words) -> String {
    // Three digits, as thresholds are rounded.
    let points = |x: f64| words.limit(format!("{x:.2e}").parse().unwrap_or(x));
    match metric == Metric::Nps.name() {
        true => words.say_with("gate-points", &[("points", &points(x))]),
        false => words.say_with("gate-share", &[("points", &points(100.0 * x))]),
    }
}

/// A threshold; a dash where nothing is stopped.
fn least(gate: &Gated, words: Words) -> String {
    gate.at_least.map_or(words.say("gate-never"), |x| lead(&gate.metric, x, words))
}

/// Whether a value cannot be told from nothing.
fn is_unsure(value: &Estimate) -> bool {
    value.standard_error.is_none_or(|error| value.value.abs() <= 2.0 * error)
}

fn of_best(page: &mut Page, found: &GateStudy, best: &Gated) {
    let words = page.words;
    let (month, metric, least) = (best.month.to_string(), words.say_of("kpi", &best.metric), least(best, words));
    let (value, share, npv) =
        (page.money_error(&best.value), page.share_error(&best.stopped), page.money_error(&best.npv_mean));
    let args = [("month", month.as_str()), ("metric", &metric), ("least", &least)];
    let worth = [("value", value.as_str()), ("share", &share), ("npv", &npv)];
    let args = [&args[..], &worth].concat();
    page.sentence(&match found.case.nobody_pays {
        true => words.say_with("gate-best-public", &args),
        false => words.say_with("gate-best", &args),
    });
    if is_unsure(&best.value) {
        page.sentence(&words.say("gate-unsure"));
    }
    if let Some(at) = found.months.iter().find(|at| at.month == best.month) {
        let (value, perfect) = (page.money_error(&at.all_three.value), page.money_error(&at.perfect));
        page.sentence(&words.say_with("gate-all-three", &[("value", &value), ("perfect", &perfect)]));
    }
    page.sentence(&words.say("gate-paste"));
    page.lines(&toml(best, found.answers));
}

/// Ending it whatever it shows, where that is worth more than the best gate; and whether not to begin is worth more still.
fn of_stop_all(page: &mut Page, found: &GateStudy) {
    let words = page.words;
    let with_gate = found.best.as_ref().map_or(found.npv_mean.value, |best| best.npv_mean.value);
    let better = found.stop_all.as_ref().filter(|stop| stop.npv_mean.value > with_gate && !is_unsure(&stop.value));
    if let Some(stop) = better {
        let (month, value) = (stop.month.to_string(), page.money_error(&stop.value));
        page.sentence(&match found.case.nobody_pays {
            true => words.say_with("gate-stop-all-public", &[("month", &month), ("value", &value)]),
            false => words.say_with("gate-stop-all", &[("month", &month), ("value", &value)]),
        });
    }
    if !found.case.nobody_pays && better.map_or(with_gate, |stop| stop.npv_mean.value) < 0.0 {
        page.sentence(&words.say("gate-not-begin"));
    }
}

/// The lines of a scenario that say this gate, read by a survey of so many answers.
pub fn toml(gate: &Gated, answers: f64) -> [String; 5] {
    let least = gate.at_least.map_or(String::new(), |x| x.to_string());
    [
        "[programme.gate]".to_owned(),
        format!("month = {}", gate.month),
        format!("metric = \"{}\"", gate.metric),
        format!("at_least = {least}"),
        format!("survey = {answers}"),
    ]
}

fn of_own(page: &mut Page, own: &Gated) {
    let words = page.words;
    let (month, metric, least) = (own.month.to_string(), words.say_of("kpi", &own.metric), least(own, words));
    let (value, share) = (page.money_error(&own.value), page.share_error(&own.stopped));
    let args =
        [("month", month.as_str()), ("metric", &metric), ("least", &least), ("value", &value), ("share", &share)];
    page.sentence(&match is_unsure(&own.value) {
        true => words.say_with("gate-own-unsure", &args),
        false => words.say_with("gate-own", &args),
    });
}

fn of_judged(page: &mut Page, judged: &Judged) {
    let words = page.words;
    let caught = judged.caught.map(|e| page.share_error(&e));
    let wrong = judged.stopped_wrongly.map(|e| page.share_error(&e));
    match (caught, wrong) {
        (Some(caught), Some(wrong)) => {
            page.sentence(&words.say_with("gate-judged", &[("caught", &caught), ("wrong", &wrong)]));
        }
        (Some(caught), None) => page.sentence(&words.say_with("gate-caught", &[("caught", &caught)])),
        (None, _) => {}
    }
    let (share, stopped) = (words.say("gate-outcome-share"), words.say("gate-outcome-stopped"));
    let gain = words.say("gate-outcome-gain");
    page.heading((&words.say("gate-outcome-title"), NAME), &[(&share, 12), (&stopped, 22), (&gain, 26)]);
    for at in &judged.outcomes {
        let (share, stopped, gain) =
            (words.percent(at.share.value), page.share_error(&at.stopped), page.money_error(&at.gain));
        let name = words.say_of("delivery", &at.outcome);
        page.row(&name, &[&share, &stopped, &gain]);
    }
}

/// Every month, on the metric of the best gate; without one, on the first.
fn months(page: &mut Page, found: &GateStudy) {
    let words = page.words;
    let metric = found.best.as_ref().map_or(Metric::Connected.name(), |best| best.metric.as_str());
    let title = words.say_with("gate-months-title", &[("metric", &words.say_of("kpi", metric))]);
    let columns = [
        words.say("gate-months-least"),
        words.say("gate-months-value"),
        words.say("gate-months-stopped"),
        words.say("gate-months-all"),
        words.say("gate-months-perfect"),
    ];
    let widths = [14, 20, 10, 20, 10];
    let cells: Vec<(&str, usize)> = columns.iter().map(String::as_str).zip(widths).collect();
    page.heading((&title, NAME - 4), &cells);
    for at in &found.months {
        let Some(gate) = at.gates.iter().find(|gate| gate.metric == metric) else { continue };
        let row = [
            least(gate, words),
            page.money_error(&gate.value),
            words.percent(gate.stopped.value),
            page.money_error(&at.all_three.value),
            page.money(at.perfect.value),
        ];
        page.row(&words.month(at.month as f64), &row.each_ref().map(String::as_str));
    }
}
