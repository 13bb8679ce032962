//! `delight sensitivity` on one screen.

use crate::page::content::Page;
use crate::page::values::{members, share_interval};
use crate::words::Words;
use delight_studies::sensitivity::{GroupSensitivity, InputSensitivity, Sensitivity};

/// Inputs that a table shows.
const SHOWN: usize = 12;
/// Width of names.
const NAME: usize = 46;

/// The tornado, the variance shares, and the groups if there are any.
pub(super) fn sensitivity(found: &Sensitivity, words: Words) -> Page {
    let mut page = Page::new(&found.case, &found.provenance, words);
    if found.npv_sd.value == 0.0 && !found.inputs.is_empty() {
        let npv = page.money(found.npv_p50.value);
        page.sentence(&words.say_with("sens-no-spread", &[("npv", &npv)]));
        return page;
    }
    match found.inputs.first() {
        Some(first) => answer(&mut page, found, first),
        None => page.sentence(&words.say("sens-none")),
    }
    if !found.inputs.is_empty() {
        tornado(&mut page, found);
        shares(&mut page, found);
        page.not_studied(found.not_studied.as_ref());
    }
    if let Some(groups) = &found.groups {
        table_of_groups(&mut page, &words.say("sens-links"), &groups.links, |key| words.say_of("link", key));
        table_of_groups(&mut page, &words.say("sens-grades"), &groups.grades, |key| words.say_of("standing", key));
    }
    page
}

/// The inputs by their share of the variance, the largest first.
pub fn by_share(found: &Sensitivity) -> Vec<&InputSensitivity> {
    let mut inputs: Vec<&InputSensitivity> = found.inputs.iter().collect();
    inputs.sort_by(|a, b| b.variance_share.value.total_cmp(&a.variance_share.value));
    inputs
}

fn answer(page: &mut Page, found: &Sensitivity, first: &InputSensitivity) {
    let t = &first.tornado;
    let (name, low, high) =
        (page.name(&first.input), page.value(&first.input, t.low.value), page.value(&first.input, t.high.value));
    let (from, to) = (page.money(t.low.npv_p50.value), page.money(t.high.npv_p50.value));
    let args = [("name", name.as_str()), ("low", &low), ("high", &high), ("from", &from), ("to", &to)];
    let first_is_bundle = !first.input.name.bundle.is_empty();
    let inputs = first.input.name.bundle.len().to_string();
    page.sentence(&match first_is_bundle {
        true => page.words.say_with("sens-first-bundle", &[&args[..], &[("inputs", &inputs)]].concat()),
        false => page.words.say_with("sens-first", &args),
    });
    if let Some(most) = by_share(found).first() {
        let (name, share) = (page.name(&most.input), share_interval(&most.variance_share, page.words));
        let (sd, left) = (page.money_error(&found.npv_sd), page.money_error(&most.npv_sd_if_known));
        let args = [("name", name.as_str()), ("share", &share), ("sd", &sd), ("left", &left)];
        page.sentence(&page.words.say_with("sens-share", &args));
    }
}

fn tornado(page: &mut Page, found: &Sensitivity) {
    let words = page.words;
    let (title, at_low, at_high, swing) =
        (words.say("sens-tornado"), words.say("sens-at-p10"), words.say("sens-at-p90"), words.say("sens-swing"));
    page.heading((&title, NAME), &[(&at_low, 14), (&at_high, 14), (&swing, 24)]);
    for of in found.inputs.iter().take(SHOWN) {
        let t = &of.tornado;
        let (low, high) = (page.money(t.low.npv_p50.value), page.money(t.high.npv_p50.value));
        let swing = page.money_error(&t.swing);
        let name = page.name(&of.input);
        page.row(&name, &[&low, &high, &swing]);
        let (p10, p90) = (page.value(&of.input, t.low.value), page.value(&of.input, t.high.value));
        let standing = words.say_of("standing", &of.input.grade);
        let args = [("low", p10.as_str()), ("high", &p90), ("grade", &standing), ("path", &of.input.path)];
        let inputs = members(&of.input.name, words);
        page.under(&match inputs.is_empty() {
            true => words.say_with("sens-range", &args),
            false => words.say_with("sens-members", &[&args[..], &[("inputs", &inputs)]].concat()),
        });
    }
    rest(page, found.inputs.len());
    let trials = words.whole(found.tornado_trials as f64);
    page.remark(&words.say_with("sens-tornado-note", &[("trials", &trials)]));
    if found.inputs.iter().any(|of| !of.input.name.bundle.is_empty()) {
        page.remark(&words.say("decide-bundled"));
    }
}

fn shares(page: &mut Page, found: &Sensitivity) {
    let words = page.words;
    let (title, drawn, total) = (words.say("sens-shares"), words.say("sens-drawn"), words.say("sens-total"));
    page.heading((&title, NAME), &[(&drawn, 24), (&total, 28)]);
    for of in by_share(found).into_iter().take(SHOWN) {
        let name = if of.correlated { format!("~ {}", page.name(&of.input)) } else { page.name(&of.input) };
        let (share, total) = (share_interval(&of.variance_share, words), share_interval(&of.total, words));
        page.row(&name, &[&share, &total]);
    }
    rest(page, found.inputs.len());
    let trials = words.whole(found.sobol_trials as f64);
    page.remark(&words.say_with("sens-shares-note", &[("trials", &trials)]));
    if found.inputs.iter().any(|of| of.correlated) {
        page.remark(&words.say("sens-correlated"));
    }
}

fn rest(page: &mut Page, inputs: usize) {
    if inputs > SHOWN {
        let count = (inputs - SHOWN).to_string();
        page.remark(&page.words.say_with("decide-more", &[("count", &count)]));
    }
}

fn table_of_groups(page: &mut Page, title: &str, groups: &[GroupSensitivity], name: impl Fn(&str) -> String) {
    let words = page.words;
    let (inputs, first, total) = (words.say("decide-inputs"), words.say("sens-group-first"), words.say("sens-total"));
    page.heading((title, 34), &[(&inputs, 8), (&first, 26), (&total, 30)]);
    for group in groups {
        let count = group.inputs.to_string();
        let (first, total) = (share_interval(&group.first, words), share_interval(&group.total, words));
        page.row(&name(&group.key), &[&count, &first, &total]);
    }
}
