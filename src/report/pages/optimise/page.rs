//! `delight optimise` on one screen: what to do how much of, when, and why.

use crate::page::content::Page;
use crate::words::Words;
use delight_model::statistics::Estimate;
use delight_studies::optimise::{ElementPlan, Optimisation};

/// Width of names.
const NAME: usize = 18;
/// Width of names of owners.
const OWNER: usize = 26;

/// The best plan, the nine elements in it, and what other owners would do.
pub(super) fn optimise(found: &Optimisation, words: Words) -> Page {
    let mut page = Page::new(&found.case, &found.provenance, words);
    answer(&mut page, found);
    elements(&mut page, found);
    why(&mut page, found);
    frontier(&mut page, found);
    page.remark(&words.say("optimise-note-columns"));
    page.remark(&words.say_with("optimise-note", &[("trials", &words.whole(found.search_trials as f64))]));
    in_file(&mut page, found);
    page
}

fn answer(page: &mut Page, found: &Optimisation) {
    let words = page.words;
    let (best, written) = (&found.best, &found.written);
    let (budget, cost) = (page.money(found.budget), page.money(best.cost));
    let before = page.money_error(&written.certainty_equivalent);
    if best.cost == 0.0 {
        let args = [("budget", budget.as_str()), ("written", &before)];
        return page.sentence(&match found.case.nobody_pays {
            true => words.say_with("optimise-nothing-public", &args),
            false => words.say_with("optimise-nothing", &args),
        });
    }
    let (npv, difference) = (page.money_error(&best.npv_mean), page.money_error(&found.difference));
    let args = [("budget", budget.as_str()), ("cost", &cost), ("npv", &npv), ("difference", &difference)];
    page.sentence(&match found.risk_tolerance {
        None if found.case.nobody_pays => {
            words.say_with("optimise-best-public", &[&args[..], &[("written", &before)]].concat())
        }
        None => words.say_with("optimise-best", &[&args[..], &[("written", &before)]].concat()),
        Some(tolerance) => {
            let (tolerance, worth) = (page.money(tolerance), page.money_error(&best.certainty_equivalent));
            let more = [("written", before.as_str()), ("tolerance", &tolerance), ("worth", &worth)];
            words.say_with("optimise-best-averse", &[&args[..], &more].concat())
        }
    });
    if is_unsure(&found.difference) {
        page.sentence(&words.say("optimise-unsure"));
    }
    let (scaled, gain) = (page.money_error(&found.scaled.certainty_equivalent), page.money_error(&found.over_scaled));
    page.sentence(&match found.case.nobody_pays {
        true => words.say_with("optimise-scaled-public", &[("scaled", &scaled), ("gain", &gain)]),
        false => words.say_with("optimise-scaled", &[("scaled", &scaled), ("gain", &gain)]),
    });
    let [shortfall, at_worst] = [best, written].map(|v| page.money_error(&v.expected_shortfall_5));
    let [loss, before] = [best, written].map(|v| words.loss("chain", v.loss_probability.value));
    let args = [("shortfall", shortfall.as_str()), ("written", &at_worst), ("loss", &loss), ("before", &before)];
    page.sentence(&match found.case.nobody_pays {
        true => words.say_with("optimise-risk-public", &args[..2]),
        false => words.say_with("optimise-risk", &args),
    });
    if let Some(staff) = found.staff {
        let (staff, months) = (staff.to_string(), found.build_months.to_string());
        page.sentence(&words.say_with("optimise-staff", &[("staff", &staff), ("months", &months)]));
    }
}

/// Whether a value cannot be told from nothing.
fn is_unsure(value: &Estimate) -> bool {
    value.standard_error.is_none_or(|error| value.value.abs() <= 2.0 * error)
}

fn elements(page: &mut Page, found: &Optimisation) {
    let words = page.words;
    let titles = [
        words.say("optimise-now"),
        words.say("optimise-written"),
        words.say("optimise-target"),
        words.say("optimise-cost"),
        words.say("optimise-share"),
        words.say("optimise-start"),
        words.say("optimise-weakest"),
        words.say("optimise-marginal"),
    ];
    let widths = [6, 12, 7, 9, 12, 8, 9, 17];
    let cells: Vec<(&str, usize)> = titles.iter().map(String::as_str).zip(widths).collect();
    page.heading((&words.say("optimise-title"), NAME), &cells);
    for element in &found.elements {
        let row = [
            words.signed(element.now, 2),
            words.signed(element.target_written, 2),
            words.signed(element.target, 2),
            page.money(element.cost),
            words.percent(element.share),
            start(element, words),
            words.percent(element.weakest),
            element.marginal.map_or(words.say("optimise-left"), |e| marginal(&e, words)),
        ];
        page.row(&words.say_of("element", &element.element), &row.each_ref().map(String::as_str));
    }
}

fn start(element: &ElementPlan, words: Words) -> String {
    let written = |month: f64| words.say_with("optimise-month", &[("month", &format!("{month:.0}"))]);
    element.start.map_or(words.say("optimise-left"), written)
}

/// Money for money, with its standard error.
fn marginal(estimate: &Estimate, words: Words) -> String {
    let value = words.signed_change(estimate.value, 2);
    estimate.standard_error.map_or(value.clone(), |error| format!("{value} ± {}", words.signed(error, 2)))
}

fn why(page: &mut Page, found: &Optimisation) {
    let words = page.words;
    let weakest = found.elements.iter().max_by(|a, b| a.weakest.total_cmp(&b.weakest));
    let gains = found.elements.iter().filter_map(|e| Some((e, e.marginal?)));
    let most = gains.max_by(|a, b| a.1.value.total_cmp(&b.1.value));
    let (Some(weakest), Some((most, gain))) = (weakest, most) else { return };
    let (element, share) = (words.say_of("element", &weakest.element), words.percent(weakest.weakest));
    let (most, gain) = (words.say_of("element", &most.element), marginal(&gain, words));
    let args = [("element", element.as_str()), ("share", &share), ("most", &most), ("marginal", &gain)];
    page.sentence(&words.say_with("optimise-why", &args));
}

/// The plan as it is written into the scenario, and what a run of that gives.
fn in_file(page: &mut Page, found: &Optimisation) {
    let words = page.words;
    let Some(plan) = &found.in_file else { return };
    let npv = page.money_error(&plan.value.npv_mean);
    let loss = words.loss("chain", plan.value.loss_probability.value);
    let trials = words.whole(found.provenance.trials as f64);
    let args = [("npv", npv.as_str()), ("loss", &loss), ("trials", &trials)];
    page.sentence(&words.say_with("optimise-in-file", &args));
    let of_table = |table: &str| {
        let key = |path: &str| {
            path.strip_prefix(table)?.strip_prefix('.').filter(|key| !key.contains('.')).map(str::to_owned)
        };
        let lines = plan.changes.iter().filter_map(|(path, text)| Some(format!("{} = {text}\n", key(path)?)));
        let lines: String = lines.collect();
        if lines.is_empty() { lines } else { format!("[{table}]\n{lines}") }
    };
    page.verbatim(&["programme", "programme.target", "programme.start_month"].map(of_table).concat());
}

fn frontier(page: &mut Page, found: &Optimisation) {
    let words = page.words;
    let (tolerance, title) = (words.say("optimise-tolerance"), words.say("optimise-frontier-title"));
    let (mean, shortfall) = (words.say("optimise-mean"), words.say("optimise-shortfall"));
    let (cost, loss) = (words.say("optimise-cost"), words.say("optimise-loss"));
    page.sentence(&title);
    let heads = [(cost.as_str(), 10), (&mean, 24), (&shortfall, 26), (&loss, 10)];
    // Where nobody pays, no money is lost.
    let shown = if found.case.nobody_pays { 3 } else { 4 };
    page.heading((&tolerance, OWNER), &heads[..shown]);
    for owner in &found.frontier {
        let name = owner.risk_tolerance.map_or(words.say("optimise-neutral"), |t| page.money(t));
        let value = &owner.value;
        let (cost, mean) = (page.money(value.cost), page.money_error(&value.npv_mean));
        let (shortfall, loss) =
            (page.money_error(&value.expected_shortfall_5), words.loss("chain", value.loss_probability.value));
        page.row(&name, &[cost.as_str(), &mean, &shortfall, &loss][..shown]);
    }
}
