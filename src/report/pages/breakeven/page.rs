//! `delight breakeven` on one screen.

use crate::page::chance;
use crate::page::content::Page;
use crate::words::Words;
use delight_studies::breakeven::{BreakEvenRange, Breakeven, InputBreakEven, Target};

/// Inputs that the table shows.
const SHOWN: usize = 15;
/// Inputs of which a sentence is said.
const SAID: usize = 3;
/// Width of names.
const NAME: usize = 34;

/// What would have to be true, the likeliest way first.
pub(super) fn breakeven(found: &Breakeven, words: Words) -> Page {
    let mut page = Page::new(&found.case, &found.provenance, words);
    page.sentence(&as_things_stand(&page, found));
    if found.inputs.is_empty() {
        let path = if found.case.kind == "chain" { "finance.margin" } else { "flows.NAME.amount" };
        page.sentence(&words.say_with("even-nothing-uncertain", &[("path", path)]));
        return page;
    }
    if !found.varies {
        page.sentence(&words.say("even-no-spread"));
    }
    page.sentence(&target(found, words));
    let (deciding, others): (Vec<&InputBreakEven>, Vec<&InputBreakEven>) =
        found.inputs.iter().filter(|of| decides(of)).partition(|of| is_possible(of));
    if deciding.is_empty() && !others.is_empty() {
        page.sentence(&words.say("even-none-possible"));
    }
    for of in deciding.iter().take(SAID) {
        page.sentence(&sentence(&page, of));
    }
    if !deciding.is_empty() {
        table(&mut page, &deciding);
    }
    remarks(&mut page, found, deciding.len(), &others);
    page
}

/// Where the case stands.
fn as_things_stand(page: &Page, found: &Breakeven) -> String {
    let (words, npv) = (page.words, page.money_error(&found.npv_p50));
    let mean = found.npv_mean.as_ref().map_or_else(|| "–".to_owned(), |mean| page.money_error(mean));
    let loss = words.loss(&found.case.kind, found.loss_probability.value);
    match found.case.nobody_pays {
        true => words.say_with("even-now-public", &[("mean", &mean), ("npv", &npv)]),
        false => words.say_with("even-now", &[("mean", &mean), ("npv", &npv), ("loss", &loss)]),
    }
}

fn target(found: &Breakeven, words: Words) -> String {
    match found.target {
        Target::MedianNpv | Target::MeanNpv if found.case.nobody_pays => words.say("even-target-public"),
        Target::MeanNpv => words.say("even-target-mean"),
        Target::MedianNpv => words.say("even-target-median"),
        Target::Loss { at_most } => words.say_with("even-target-loss", &[("share", &words.percent(at_most))]),
    }
}

/// Whether it depends on the input if the case breaks even.
fn decides(of: &InputBreakEven) -> bool {
    of.breaks_even.iter().any(|range| range.from.is_some() || range.to.is_some())
}

/// Whether what it needs may come true, and how likely is known; of a fixed input whoever asks decides.
fn is_possible(of: &InputBreakEven) -> bool {
    of.input.p10 == of.input.p90 || (chance::is_known(&of.chance) && chance::is_possible(&of.chance))
}

/// What would have to be true of an input, in one sentence.
fn sentence(page: &Page, of: &InputBreakEven) -> String {
    let at = |x: f64| page.value(&of.input, x);
    let chance = match of.chance.value {
        0.0 => page.words.say("even-none"),
        chance => page.words.percent(chance),
    };
    let name = page.name(&of.input);
    let (p10, p50, p90) = (at(of.input.p10), at(of.input.p50), at(of.input.p90));
    let name = ("name", name.as_str());
    let chance = ("chance", chance.as_str());
    match of.breaks_even[..] {
        [BreakEvenRange { from: Some(from), to: None }] => {
            let x = at(from.value);
            page.words.say_with("even-from", &[name, ("x", &x), ("p50", &p50), ("p90", &p90), chance])
        }
        [BreakEvenRange { from: None, to: Some(to) }] => {
            let x = at(to.value);
            page.words.say_with("even-to", &[name, ("x", &x), ("p50", &p50), ("p10", &p10), chance])
        }
        _ => {
            let ranges = ranges(page, of);
            page.words.say_with("even-ranges", &[name, ("ranges", &ranges), ("p50", &p50), chance])
        }
    }
}

/// The ranges of an input that break even, each with its standard errors.
fn ranges(page: &Page, of: &InputBreakEven) -> String {
    let one = |range: &BreakEvenRange| {
        let at = |x: &Option<delight_model::statistics::Estimate>| x.as_ref().map(|x| page.value_error(&of.input, x));
        match (at(&range.from), at(&range.to)) {
            (Some(from), None) => format!("≥ {from}"),
            (None, Some(to)) => format!("≤ {to}"),
            (Some(from), Some(to)) => format!("{from} … {to}"),
            (None, None) => "–".to_owned(),
        }
    };
    of.breaks_even.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn table(page: &mut Page, deciding: &[&InputBreakEven]) {
    let words = page.words;
    let (title, needs, prior, chance) =
        (words.say("even-title"), words.say("even-needs"), words.say("even-prior"), words.say("even-chance"));
    page.heading((&title, NAME), &[(&needs, 23), (&prior, 20), (&chance, 21)]);
    for of in deciding.iter().take(SHOWN) {
        let name = page.name(&of.input);
        let needs = ranges(page, of);
        let prior = if of.input.p10 == of.input.p90 {
            page.value(&of.input, of.input.p50)
        } else {
            format!("{} … {}", page.value(&of.input, of.input.p10), page.value(&of.input, of.input.p90))
        };
        let chance = page.share_error(&of.chance);
        page.row(&name, &[&needs, &prior, &chance]);
    }
    if deciding.len() > SHOWN {
        let count = (deciding.len() - SHOWN).to_string();
        page.remark(&words.say_with("decide-more", &[("count", &count)]));
    }
}

fn remarks(page: &mut Page, found: &Breakeven, deciding: usize, others: &[&InputBreakEven]) {
    let words = page.words;
    let (always, never): (Vec<&InputBreakEven>, Vec<&InputBreakEven>) =
        found.inputs.iter().filter(|of| !decides(of)).partition(|of| !of.breaks_even.is_empty());
    if deciding > 0 {
        page.remark(&words.say("even-note"));
    }
    if !others.is_empty() {
        let unlikely = others.iter().filter(|of| !chance::is_possible(&of.chance));
        let names: Vec<String> =
            unlikely.clone().take(SAID).map(|of| format!("{} {}", page.name(&of.input), ranges(page, of))).collect();
        let count = others.len().to_string();
        let args = [("count", count.as_str()), ("names", &names.join(", "))];
        page.remark(&match names.is_empty() {
            true => words.say_with("even-unsure", &args),
            false => words.say_with("even-impossible", &args),
        });
    }
    if !never.is_empty() {
        page.remark(&words.say_with("even-never", &[("count", &never.len().to_string())]));
    }
    if !always.is_empty() {
        page.remark(&words.say_with("even-always", &[("count", &always.len().to_string())]));
    }
    page.not_studied(found.not_studied.as_ref());
}
