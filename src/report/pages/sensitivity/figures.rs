//! The figures of `delight sensitivity`: the tornado, and the variance shares.

use super::page::by_share;
use crate::page::figure::{BARS, Named, caption, drawn, money};
use crate::page::values::{self, share_interval};
use crate::plot::{Bar, Caption, End, Format, Rank, Ranking, Tornado};
use crate::words::Words;
use delight_studies::sensitivity::{InputSensitivity, Sensitivity};

/// The tornado and the variance shares.
pub fn sensitivity(found: &Sensitivity, words: Words) -> Vec<Named> {
    let rows = found.inputs.len().min(BARS);
    vec![Named::of_rows("tornado", rows, tornado(found, words)), Named::of_rows("shares", rows, shares(found, words))]
}

fn tornado(found: &Sensitivity, words: Words) -> Tornado {
    let currency = &found.case.currency;
    let bars = found.inputs.iter().take(BARS).map(|of| {
        let end = |end: &delight_studies::sensitivity::End| End {
            result: end.npv_p50.value,
            value: values::value(&of.input, currency, words, end.value),
        };
        Bar { name: values::name(&of.input.name, words), low: end(&of.tornado.low), high: end(&of.tornado.high) }
    });
    let title = match found.inputs.first() {
        Some(first) => {
            let name = values::name(&first.input.name, words);
            words.say_with("tornado-title", &[("case", &found.case.name), ("name", &name)])
        }
        None => words.say("sens-none"),
    };
    let told = |of: &InputSensitivity| {
        let t = &of.tornado;
        let [from, to] = [t.low.npv_p50, t.high.npv_p50].map(|e| words.money(currency, e.value));
        format!("{}: {from} – {to}", values::name(&of.input.name, words))
    };
    Tornado {
        caption: Caption {
            title,
            subtitle: words.say("tornado-subtitle"),
            footer: drawn(found.tornado_trials, &found.provenance, words),
            description: found.inputs.iter().take(BARS).map(told).collect::<Vec<_>>().join("; "),
            x_title: words.say_with("tornado-axis", &[("currency", currency)]),
            ..caption(words)
        },
        base: found.npv_p50.value,
        bars: bars.collect(),
        format: money(currency, words),
    }
}

fn shares(found: &Sensitivity, words: Words) -> Ranking {
    let inputs = by_share(found);
    let ranks = inputs.iter().take(BARS).map(|of| Rank {
        name: values::name(&of.input.name, words),
        value: of.variance_share.value,
        low: of.variance_share.low,
        high: of.variance_share.high,
        ring: Some(of.total.value),
        label: {
            let (alone, total) = (words.percent(of.variance_share.value), words.percent(of.total.value));
            words.say_with("shares-label", &[("alone", &alone), ("total", &total)])
        },
        faint: of.input.grade == "chance",
    });
    let title = match inputs.first() {
        Some(first) => {
            let (name, share) =
                (values::name(&first.input.name, words), words.percent_short(first.variance_share.value));
            words.say_with("shares-title", &[("case", &found.case.name), ("name", &name), ("share", &share)])
        }
        None => words.say("sens-none"),
    };
    let told = |of: &&InputSensitivity| {
        format!("{}: {}", values::name(&of.input.name, words), share_interval(&of.variance_share, words))
    };
    Ranking {
        caption: Caption {
            title,
            subtitle: words.say("shares-subtitle"),
            footer: drawn(found.provenance.trials, &found.provenance, words),
            description: inputs.iter().take(BARS).map(told).collect::<Vec<_>>().join("; "),
            x_title: words.say("shares-axis"),
            ..caption(words)
        },
        ranks: ranks.collect(),
        format: Format::new(move |x| words.percent_tick(x)),
    }
}
