//! `delight portfolio` on one screen: what to fund together, how sure that is, and why not the rest.

use crate::page::content::Page;
use crate::words::Words;
use delight_studies::portfolio::{Next, Portfolio, ProjectChoice, Reason};

/// Width of names.
const NAME: usize = 18;

/// The best set of projects.
pub(super) fn portfolio(found: &Portfolio, words: Words) -> Page {
    let mut page = Page::new(&found.case, &found.provenance, words);
    answer(&mut page, found);
    next(&mut page, found);
    projects(&mut page, found);
    page.remark(&words.say("fund-note"));
    if found.projects.iter().filter(|p| p.funded).count() > 1 {
        page.remark(&words.say("fund-sum-note"));
    }
    page.remark(&words.say("fund-draws-note"));
    page
}

/// Names of the projects at these places.
fn names(found: &Portfolio, places: impl IntoIterator<Item = usize>) -> String {
    places.into_iter().map(|i| found.projects[i].name.as_str()).collect::<Vec<_>>().join(" + ")
}

/// Names of the funded projects; none if there are none.
pub fn funded(found: &Portfolio) -> Option<String> {
    let places: Vec<usize> = (0..found.projects.len()).filter(|i| found.projects[*i].funded).collect();
    (!places.is_empty()).then(|| names(found, places))
}

fn answer(page: &mut Page, found: &Portfolio) {
    let words = page.words;
    let budget = page.money(found.limits[0].at_most);
    let Some(chosen) = funded(found) else {
        return page.sentence(&words.say_with("fund-answer-none", &[("budget", &budget)]));
    };
    let (value, used) = (page.money_error(&found.total.value), page.money_error(&found.limits[0].used));
    let args = [("budget", budget.as_str()), ("names", &chosen), ("value", &value), ("used", &used)];
    page.sentence(&match found.objective.risk_tolerance {
        None => words.say_with("fund-answer-mean", &args),
        Some(tolerance) => {
            let tolerance = page.money(tolerance);
            words.say_with("fund-answer-certain", &[&args[..], &[("tolerance", tolerance.as_str())]].concat())
        }
    });
    let (low, high) = (page.money_error(&found.total.npv.p5), page.money_error(&found.total.npv.p95));
    let (loss, tail) = (
        words.loss(&found.case.kind, found.total.loss_probability.value),
        page.money_error(&found.total.expected_shortfall_5),
    );
    let args = [("low", low.as_str()), ("high", &high), ("loss", &loss), ("tail", &tail)];
    page.sentence(&words.say_with("fund-odds", &args));
    if let Some(staff) = found.limits.get(1) {
        let (used, most) = (words.significant(staff.used.value), words.significant(staff.at_most));
        page.sentence(&words.say_with("fund-staff", &[("used", &used), ("most", &most)]));
    }
    let (share, count) = (page.share_error(&found.total.best_in), found.resamples.to_string());
    page.sentence(&words.say_with("fund-sure", &[("share", &share), ("count", &count)]));
}

/// What more money would do.
fn next(page: &mut Page, found: &Portfolio) {
    let words = page.words;
    let Some(next) = &found.next else { return page.sentence(&words.say("fund-next-none")) };
    let (more, budget, gain) = (page.money(next.more), page.money(next.budget), page.money_error(&next.gain));
    let (rate, change) = (words.signed(next.gain.value / next.more, 2), change(found, next, words));
    let args = [("more", more.as_str()), ("budget", &budget), ("change", &change), ("gain", &gain), ("rate", &rate)];
    page.sentence(&words.say_with("fund-next", &args));
}

/// Who joins and who leaves.
fn change(found: &Portfolio, next: &Next, words: Words) -> String {
    let joins = words.say_with("fund-joins", &[("names", &names(found, next.joins.iter().copied()))]);
    match next.leaves.is_empty() {
        true => joins,
        false => {
            let leaves = words.say_with("fund-leaves", &[("names", &names(found, next.leaves.iter().copied()))]);
            format!("{joins}, {leaves}")
        }
    }
}

fn projects(page: &mut Page, found: &Portfolio) {
    let words = page.words;
    let headings = [
        (words.say("fund-funded"), 9),
        (words.say("fund-npv"), 23),
        (words.say("fund-uses"), 23),
        (words.say("fund-rate"), 12),
        (words.say("fund-in-best"), 13),
    ];
    let headings: Vec<(&str, usize)> = headings.iter().map(|(text, width)| (text.as_str(), *width)).collect();
    page.heading((&words.say("fund-title"), NAME), &headings);
    for project in &found.projects {
        let (npv, uses) = (page.money_error(&project.npv_mean), page.money_error(&project.budget));
        let rate = project.npv_per_budget.map_or_else(|| "–".to_owned(), |rate| words.signed(rate, 2));
        let (state, best) = (state(project, words), words.percent_short(project.in_best_set.value));
        page.row(&project.name, &[&state, &npv, &uses, &rate, &best]);
        if let Some(reason) = &project.reason {
            page.under(&because(page, found, project, reason));
        }
    }
}

fn state(project: &ProjectChoice, words: Words) -> String {
    match (project.funded, project.must) {
        (true, true) => words.say("fund-must"),
        (true, false) => words.say("fund-yes"),
        _ => words.say("fund-no"),
    }
}

fn because(page: &Page, found: &Portfolio, project: &ProjectChoice, reason: &Reason) -> String {
    let words = page.words;
    let loss = reason.loss.map_or_else(String::new, |loss| page.money_error(&loss));
    match reason.of.as_str() {
        "negative" => {
            let value = page.money_error(&project.value);
            words.say_with("fund-why-negative", &[("value", &value)])
        }
        "outdone" => {
            let displaces = names(found, reason.displaces.iter().copied());
            words.say_with("fund-why-outdone", &[("displaces", &displaces), ("loss", &loss)])
        }
        "lowers" => words.say_with("fund-why-lowers", &[("loss", &loss)]),
        _ => words.say("fund-why-fit"),
    }
}
