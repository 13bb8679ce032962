//! The figure of `delight improve`: from the case as written to the improved one.

use crate::page::figure::{Named, caption, drawn, money};
use crate::plot::{Caption, Step, ValueBridge};
use crate::words::Words;
use delight_studies::improve::{ImproveStep, Improvement};

/// The way from one to the other, where anything was taken.
pub(super) fn improve(found: &Improvement, words: Words) -> Vec<Named> {
    let Some(improved) = &found.improved else { return Vec::new() };
    let currency = &found.case.currency;
    let sum = |name: String, amount: f64| Step { name, amount, sum: true, label: words.money(currency, amount) };
    let piece = |step: &ImproveStep| {
        let amount = step.on_top.filter(|_| step.taken)?.value;
        let name = words.say_of("lever", &step.key);
        Some(Step { name, amount, sum: false, label: words.money_change(currency, amount) })
    };
    let mut steps = vec![sum(words.say("improve-as-written"), found.written.npv_mean.value)];
    steps.extend(found.steps.iter().filter_map(piece));
    steps.push(sum(words.say("improve-improved"), improved.npv_mean.value));
    let told = steps.iter().map(|step| format!("{}: {}", step.name, step.label)).collect::<Vec<_>>().join("; ");
    let (from, to) =
        (words.money(currency, found.written.npv_mean.value), words.money(currency, improved.npv_mean.value));
    let args = [("case", found.case.name.as_str()), ("from", &from), ("to", &to)];
    let caption = Caption {
        title: words.say_with("improve-figure-title", &args),
        subtitle: words.say("improve-figure-subtitle"),
        footer: drawn(found.provenance.trials, &found.provenance, words),
        description: told,
        ..caption(words)
    };
    let rows = steps.len();
    vec![Named::of_rows("improve", rows, ValueBridge { caption, steps, format: money(currency, words) })]
}
