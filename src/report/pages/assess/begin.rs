//! Where to begin: the steps that are worth most, or what is missing to say so.

use super::elements::rise;
use super::parts::{FORWARD, best, maturity, remark};
use crate::page::content::Page;
use crate::page::table::Tone;
use crate::words::Words;
use delight_studies::assess::{ElementStep, Portrait, STEP, Worth};

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
    remark(page, &basis(worth, words));
    if worth.steps.iter().any(|step| step.mean.value < 0.0) {
        remark(page, &words.say("begin-below-zero"));
    }
}

fn missing(p: &Portrait, words: Words) -> String {
    match p.missing.join(", ").as_str() {
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

/// How the worth was found, and how clear the choice is.
fn basis(worth: &Worth, words: Words) -> String {
    let (step, trials) = (words.signed_change(STEP, 2), words.whole(worth.trials as f64));
    let seed = worth.seed.to_string();
    let basis = words.say_with("begin-basis", &[("step", &step), ("trials", &trials), ("seed", &seed)]);
    match worth.three_are_clear || best(worth).len() < FORWARD {
        true => basis,
        false => format!("{basis} {}", words.say("begin-unclear")),
    }
}
