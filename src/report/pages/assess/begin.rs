//! Where to begin: the steps that are worth most, or what is missing to say so.

use super::elements::rise;
use super::parts::{FORWARD, best, maturity, remark};
use crate::page::content::Page;
use crate::page::table::Tone;
use crate::words::Words;
use delight_studies::assess::{Element, ElementStep, Portrait, STEP, Worth};

pub(super) fn tell(page: &mut Page, p: &Portrait) {
    let words = page.words;
    page.part(&words.say("begin-title"), "");
    if p.basics.in_order() == Some(false) {
        page.item("!", Tone::Bad, &words.say("begin-basics"));
    }
    let (Some(worth), Some(currency)) = (&p.worth, &p.currency) else {
        return remark(page, &missing(p, words));
    };
    for step in best(worth) {
        page.item(&format!("{}.", step.rank), Tone::Good, &told(step, currency, words));
    }
    if best(worth).is_empty() && worth.steps.iter().any(|step| step.known) {
        remark(page, &words.say("begin-none"));
    }
    if let Some(told) = unanswered(p, worth, words) {
        page.item("?", Tone::Plain, &told);
    }
    remark(page, &basis(worth, currency, words));
    if worth.steps.iter().any(|step| step.mean.value < 0.0) {
        remark(page, &words.say("begin-below-zero"));
    }
}

/// What a step costs, and why so much.
fn cost(worth: &Worth, currency: &str, words: Words) -> String {
    let Some(price) = worth.price.filter(|price| price.planned > 0.0) else { return words.say("begin-cost-none") };
    let [planned, cost] = [price.planned, price.of_rise(STEP)].map(|amount| words.money(currency, amount));
    let [step, gain] = [STEP, price.gain].map(|x| maturity(x, words));
    words.say_with("begin-cost", &[("step", &step), ("gain", &gain), ("planned", &planned), ("cost", &cost)])
}

fn missing(p: &Portrait, words: Words) -> String {
    match p.missing.join(", ").as_str() {
        "" if p.elements.iter().any(|element| element.used.is_some()) => words.say("begin-not-computed"),
        "" => words.say("begin-no-chain"),
        keys => words.say_with("begin-missing", &[("keys", keys)]),
    }
}

fn told(step: &ElementStep, currency: &str, words: Words) -> String {
    let element = words.say_of("element", &step.element);
    let [from, to] = [step.from, step.to].map(|x| maturity(x, words));
    let rise = rise(currency, &step.mean, words);
    let args = [("element", element.as_str()), ("from", &from), ("to", &to), ("rise", &rise)];
    match step.in_programme {
        true => words.say_with("begin-from-target", &args),
        false => words.say_with("begin-from-today", &args),
    }
}

/// Questions that are named at once.
const MOST_QUESTIONS: usize = 5;

/// Elements that are not advised because too little is answered of them, and what to answer first: the questions that bear
/// on most of them.
fn unanswered(p: &Portrait, worth: &Worth, words: Words) -> Option<String> {
    let is_unknown = |e: &&Element| worth.steps.iter().any(|step| step.element == e.element && !step.known);
    let unknown: Vec<&Element> = p.elements.iter().filter(is_unknown).collect();
    let mut questions: Vec<(usize, &str)> = Vec::new();
    for key in unknown.iter().flat_map(|element| &element.unanswered) {
        match questions.iter_mut().find(|(_, known)| known == key) {
            Some((bears_on, _)) => *bears_on += 1,
            None => questions.push((1, key)),
        }
    }
    questions.sort_by_key(|(bears_on, _)| std::cmp::Reverse(*bears_on));
    let keys: Vec<&str> = questions.iter().take(MOST_QUESTIONS).map(|(_, key)| *key).collect();
    let said = |e: &&Element| format!("{} ({}/{})", words.say_of("element", &e.element), e.answered, e.asked);
    let elements: Vec<String> = unknown.iter().map(said).collect();
    let args = [("elements", elements.join(", ")), ("keys", keys.join(", "))];
    (!unknown.is_empty()).then(|| words.say_with("begin-unanswered", &args.each_ref().map(|(k, v)| (*k, v.as_str()))))
}

/// How the worth was found, and how clear the choice is.
fn basis(worth: &Worth, currency: &str, words: Words) -> String {
    let (step, trials) = (words.signed_change(STEP, 2), words.whole(worth.trials as f64));
    let seed = worth.seed.to_string();
    let basis = words.say_with("begin-basis", &[("step", &step), ("trials", &trials), ("seed", &seed)]);
    let basis = format!("{} {basis}", cost(worth, currency, words));
    let known = worth.steps.iter().filter(|step| step.known).count();
    match known <= FORWARD || worth.three_are_clear || best(worth).len() < FORWARD {
        true => basis,
        false => format!("{basis} {}", words.say("begin-unclear")),
    }
}
