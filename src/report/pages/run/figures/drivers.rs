//! The figure of what drives the value.

use crate::page::figure::caption;
use crate::page::values::share_interval;
use crate::pages::run::drivers::name;
use crate::plot::{Caption, Format, Rank, Ranking};
use crate::words::Words;
use delight_studies::run::{DriverShare, Findings};

/// The figure of the largest shares of the variance.
pub fn figure(f: &Findings, footer: String, words: Words) -> Option<Ranking> {
    let drivers = f.drivers.as_ref()?;
    let first = drivers.shares.first()?;
    let (first_name, share) = (name(&first.input, words), words.percent_short(first.variance_share.value));
    let args = [("case", f.case.name.as_str()), ("name", first_name.as_str()), ("share", &share)];
    let told = |of: &DriverShare| format!("{}: {}", label(of, words), share_interval(&of.variance_share, words));
    let around = Caption {
        title: words.say_with("shares-title", &args),
        subtitle: words.say("drivers-subtitle"),
        footer,
        description: drivers.shares.iter().map(told).collect::<Vec<_>>().join("; "),
        x_title: words.say("shares-axis"),
        ..caption(words)
    };
    let rank = |of: &DriverShare| Rank {
        name: label(of, words),
        value: of.variance_share.value,
        low: of.variance_share.low,
        high: of.variance_share.high,
        ring: None,
        label: words.percent_short(of.variance_share.value),
        faint: of.input.grade == "chance",
    };
    let ranks = drivers.shares.iter().map(rank).collect();
    Some(Ranking { caption: around, ranks, format: Format::new(move |x| words.percent_tick(x)) })
}

/// The name of an input, marked where it is correlated with others.
fn label(of: &DriverShare, words: Words) -> String {
    let name = name(&of.input, words);
    if of.correlated { format!("~ {name}") } else { name }
}
