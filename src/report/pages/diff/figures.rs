//! The figure of `delight diff`: the bridge from one case to the other.

use super::page::name;
use crate::page::figure::{Named, caption, drawn, money};
use crate::plot::{Caption, Step, ValueBridge};
use crate::words::Words;
use delight_studies::diff::Diff;

/// Changes that have a bar of their own; all others share one.
const OWN: usize = 7;

/// The mean net present value of the first case, what each change brings, and that of the second.
pub fn diff(found: &Diff, words: Words) -> Vec<Named> {
    let currency = &found.to.currency;
    let ends = &found.npv_mean;
    let sum = |name: &str, amount: f64| Step {
        name: name.to_owned(),
        amount,
        sum: true,
        label: words.money(currency, amount),
    };
    let piece =
        |name: String, amount: f64| Step { name, amount, sum: false, label: words.money_change(currency, amount) };
    let own = if found.steps.len() <= OWN + 1 { found.steps.len() } else { OWN };
    let (shown, rest) = found.steps.split_at(own);
    let mut steps = vec![sum(&found.from.name, ends.from.value)];
    steps.extend(shown.iter().map(|step| piece(name(step, words), step.part.npv_mean.value)));
    if !rest.is_empty() {
        let more = words.say_with("diff-more", &[("count", &rest.len().to_string())]);
        steps.push(piece(more, rest.iter().map(|step| step.part.npv_mean.value).sum()));
    }
    if found.steps.len() > 2 {
        steps.push(piece(words.say("diff-together"), found.together.npv_mean.value));
    }
    steps.push(sum(&found.to.name, ends.to.value));
    let told: Vec<String> = steps.iter().map(|step| format!("{}: {}", step.name, step.label)).collect();
    let caption = Caption {
        title: title(found, words),
        subtitle: words.say("diff-figure-subtitle"),
        footer: drawn(found.provenance.trials, &found.provenance, words),
        description: told.join("; "),
        x_title: words.say_with("npv-axis", &[("currency", currency)]),
        ..caption(words)
    };
    vec![Named::new("diff", ValueBridge { caption, steps, format: money(currency, words) })]
}

fn title(found: &Diff, words: Words) -> String {
    let Some(first) = found.steps.first() else { return words.say("diff-none") };
    let change = words.money_change(&found.to.currency, first.part.npv_mean.value);
    let name = name(first, words);
    words.say_with("diff-figure-title", &[("name", &name), ("change", &change)])
}
