//! `delight diff` on one screen.

use crate::page::content::Page;
use crate::page::values;
use crate::words::{Shown, Words};
use delight_model::statistics::Estimate;
use delight_studies::diff::{Diff, DiffStep, Part};

/// Width of names.
const NAME: usize = 44;

/// The difference in a sentence, then what each change brings.
pub(super) fn diff(found: &Diff, words: Words) -> Page {
    let mut page = Page::new(&found.to, &found.provenance, words);
    let (mean, median) = (found.npv_mean, found.npv_p50);
    let [from, to] = [mean.from, mean.to].map(|e| page.money_error(&e));
    let [change, middle] = [mean.change, median.change].map(|e| change(found, &e, words));
    let args = [
        ("first", found.from.name.as_str()),
        ("second", &found.to.name),
        ("from", &from),
        ("to", &to),
        ("change", &change),
        ("median", &middle),
    ];
    page.sentence(&words.say_with("diff-answer", &args));
    if found.steps.is_empty() {
        page.sentence(&words.say("diff-none"));
        return page;
    }
    let columns = [(&*words.say("diff-mean"), 26), (&*words.say("diff-median"), 24)];
    page.heading((&words.say("diff-title"), NAME), &columns);
    for step in &found.steps {
        row(&mut page, found, &name(step, words), &step.part);
        page.under(&written(step, words));
    }
    if found.steps.len() > 1 {
        row(&mut page, found, &words.say("diff-together"), &found.together);
    }
    let total = Part { npv_mean: mean.change, npv_p50: median.change };
    row(&mut page, found, &words.say("diff-total"), &total);
    page.remark(&words.say("diff-how"));
    page
}

fn row(page: &mut Page, found: &Diff, name: &str, part: &Part) {
    let [mean, median] = [part.npv_mean, part.npv_p50].map(|e| change(found, &e, page.words));
    page.row(name, &[&mean, &median]);
}

/// A change of money with its standard error.
fn change(found: &Diff, estimate: &Estimate, words: Words) -> String {
    words.with_error(estimate, &|x| Shown::money_change(&found.to.currency, x))
}

/// What a step is called.
pub fn name(step: &DiffStep, words: Words) -> String {
    match (&step.name, step.kind.as_str()) {
        (Some(name), _) => values::name(name, words),
        (None, "link") => {
            let (link, count) = (words.say_of("link", &step.link), step.paths.len().to_string());
            words.say_with("diff-link", &[("link", &link), ("count", &count)])
        }
        // A flow that changes as a whole goes by its own name.
        (None, _) => match step.key.strip_prefix("flows.") {
            Some(flow) => flow.to_owned(),
            None => words.say_of("diff-change", &step.key),
        },
    }
}

/// What both files write.
fn written(step: &DiffStep, words: Words) -> String {
    if step.kind == "link" {
        return step.paths.join(", ");
    }
    let of = |side: &Option<String>| side.clone().unwrap_or_else(|| "–".to_owned());
    let (from, to) = (of(&step.from), of(&step.to));
    let args = [("path", step.key.as_str()), ("from", &from), ("to", &to)];
    match (&step.from, &step.to) {
        (None, Some(_)) if step.kind != "structure" => words.say_with("diff-added", &args),
        (Some(_), None) if step.kind != "structure" => words.say_with("diff-removed", &args),
        _ => words.say_with("diff-changed", &args),
    }
}
