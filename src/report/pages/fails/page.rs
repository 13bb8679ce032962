//! `delight fails`: in which region of the assumptions a case loses money, where it pays, and what turns it.

use crate::page::content::Page;
use crate::words::Words;
use delight_studies::fails::{Corner, Fails, Limited, NEARLY_ALL};
use delight_studies::fails::{Stress, StressPoint};

/// Width of names.
const NAME: usize = 44;

/// The two sentences, the rarer side first, the stress test, then the numbers behind them.
pub(super) fn fails(found: &Fails, words: Words) -> Page {
    let mut page = Page::new(&found.case, &found.provenance, words);
    let loss = words.loss(&found.case.kind, found.loss_probability.value);
    page.sentence(&words.say_with("fails-now", &[("loss", &loss)]));
    if !found.varies {
        page.sentence(&words.say("fails-no-spread"));
        return page;
    }
    let mut sides = [true, false];
    if found.mostly_loses() {
        sides.reverse();
    }
    for losing in sides {
        let sentence = region(&page, found, losing);
        page.sentence(&sentence);
    }
    stress(&mut page, &found.stress);
    for losing in sides {
        if let Some(corner) = corner(found, losing) {
            table(&mut page, corner, losing);
        }
    }
    if found.loses.is_some() || found.pays.is_some() {
        page.remark(&words.say_with("fails-note", &[("trials", &words.whole(found.provenance.trials as f64))]));
    }
    if let Some(point) = &found.stress.point {
        shifts(&mut page, point);
    }
    page
}

/// The region of a side.
pub(crate) fn corner(found: &Fails, losing: bool) -> Option<&Corner> {
    if losing { found.loses.as_ref() } else { found.pays.as_ref() }
}

/// Where it loses, or pays, in one sentence.
fn region(page: &Page, found: &Fails, losing: bool) -> String {
    let words = page.words;
    let Some(corner) = corner(found, losing) else {
        return match (found.loss_probability.value, losing) {
            (0.0, true) => words.say("fails-never"),
            (1.0, false) => words.say("fails-always"),
            (share, true) if share > NEARLY_ALL => words.say("fails-loses-nearly"),
            (share, false) if 1.0 - share > NEARLY_ALL => words.say("fails-pays-nearly"),
            (_, true) => words.say("fails-loses-nowhere"),
            (_, false) => words.say("fails-pays-nowhere"),
        };
    };
    let limits = corner.limits.iter().map(|limit| in_a_sentence(page, limit)).collect();
    let place = listed(limits, |before, last| words.say_with("assess-list", &[("before", before), ("last", last)]));
    let (density, coverage) = (page.share_error(&corner.density), page.share_error(&corner.coverage));
    let args = [("density", density.as_str()), ("where", &place), ("coverage", &coverage)];
    if losing { words.say_with("fails-loses", &args) } else { words.say_with("fails-pays", &args) }
}

/// Some parts with commas, and a word before the last.
fn listed(mut parts: Vec<String>, join: impl Fn(&str, &str) -> String) -> String {
    let Some(last) = parts.pop() else { return String::new() };
    if parts.is_empty() { last } else { join(&parts.join(", "), &last) }
}

fn in_a_sentence(page: &Page, limit: &Limited) -> String {
    let words = page.words;
    if let Some(outcomes) = &limit.among {
        let outcomes = outcomes_in_words(outcomes, words);
        return words.say_with("fails-among", &[("outcomes", &outcomes)]);
    }
    let (name, at) = (page.name(&limit.input), |x: f64| page.value(&limit.input, x));
    match (limit.from, limit.to) {
        (Some(from), Some(to)) => words.say_with("fails-between", &[("name", &name), ("x", &at(from)), ("y", &at(to))]),
        (Some(from), None) => words.say_with("fails-above", &[("name", &name), ("x", &at(from))]),
        (_, to) => words.say_with("fails-below", &[("name", &name), ("x", &to.map_or_else(String::new, at))]),
    }
}

/// The outcomes of the delivery that a region holds.
pub(crate) fn outcomes_in_words(outcomes: &[String], words: Words) -> String {
    let outcomes = outcomes.iter().map(|outcome| words.say_of("delivery", outcome)).collect();
    listed(outcomes, |before, last| words.say_with("fails-or", &[("before", before), ("last", last)]))
}

/// A limit in signs: `≤ 12%`.
pub(crate) fn in_signs(limit: &Limited, write: impl Fn(f64) -> String, words: Words) -> String {
    match (&limit.among, limit.from, limit.to) {
        (Some(outcomes), ..) => outcomes_in_words(outcomes, words),
        (None, Some(from), Some(to)) => format!("{} … {}", write(from), write(to)),
        (None, Some(from), None) => format!("≥ {}", write(from)),
        (None, None, to) => to.map_or_else(String::new, |to| format!("≤ {}", write(to))),
    }
}

fn table(page: &mut Page, corner: &Corner, losing: bool) {
    let words = page.words;
    let title = if losing { words.say("fails-loses-title") } else { words.say("fails-pays-title") };
    let [limit, without, chance] =
        [words.say("fails-column-limit"), words.say("fails-column-without"), words.say("fails-column-chance")];
    page.heading((&title, NAME), &[(&limit, 20), (&without, 26), (&chance, 10)]);
    for of in &corner.limits {
        let name = page.name(&of.input);
        let limit = in_signs(of, |x| page.value(&of.input, x), words);
        let without = page.share_error(&of.density_without);
        let chance = if of.chance < 0.001 { words.say("fails-chance-tiny") } else { words.signed(of.chance, 3) };
        page.row(&name, &[&limit, &without, &chance]);
        let note = within(page, of);
        page.under(&note);
    }
}

/// The whole range of an input, and how many trials a limit leaves.
fn within(page: &Page, of: &Limited) -> String {
    let (words, mass) = (page.words, page.words.percent(of.mass));
    if of.among.is_some() {
        return words.say_with("fails-mass", &[("mass", &mass)]);
    }
    let [low, high] = of.range.map(|x| page.value(&of.input, x));
    words.say_with("fails-range", &[("low", &low), ("high", &high), ("mass", &mass)])
}

/// What the case is worth at its medians, and what turns it.
fn stress(page: &mut Page, stress: &Stress) {
    let words = page.words;
    let npv = page.money(stress.npv_at_medians);
    page.sentence(&match &stress.delivery {
        Some(delivery) => {
            let delivery = words.say_of("delivery", delivery);
            words.say_with("stress-held", &[("delivery", &delivery), ("npv", &npv)])
        }
        None => words.say_with("stress-held-flows", &[("npv", &npv)]),
    });
    let Some(point) = &stress.point else {
        page.sentence(&match stress.pays_at_medians {
            true => words.say("stress-never-loses"),
            false => words.say("stress-never-pays"),
        });
        return;
    };
    let distance = words.signed(point.distance, 2);
    let chance = words.percent(point.chance);
    let share = stress.share_in_trials.map_or_else(|| "–".to_owned(), |share| page.share_error(&share));
    let args = [("distance", distance.as_str()), ("chance", &chance), ("share", &share)];
    page.sentence(&match stress.pays_at_medians {
        true => words.say_with("stress-loses", &args),
        false => words.say_with("stress-pays", &args),
    });
}

fn shifts(page: &mut Page, point: &StressPoint) {
    let words = page.words;
    let [title, there, median, percentile, share] = [
        words.say("stress-title"),
        words.say("stress-column-there"),
        words.say("stress-column-median"),
        words.say("stress-column-percentile"),
        words.say("stress-column-share"),
    ];
    page.heading((&title, NAME), &[(&there, 16), (&median, 16), (&percentile, 12), (&share, 12)]);
    for shift in &point.shifts {
        let name = page.name(&shift.input);
        let [there, median] = [shift.value, shift.input.p50].map(|x| page.value(&shift.input, x));
        let (percentile, share) = (words.percent(shift.percentile), words.percent(shift.share));
        page.row(&name, &[&there, &median, &percentile, &share]);
    }
    if point.others > 0 {
        let (count, score) = (point.others.to_string(), words.signed(point.others_at_most, 2));
        page.remark(&words.say_with("stress-others", &[("count", &count), ("score", &score)]));
    }
    page.remark(&words.say("stress-note"));
}
