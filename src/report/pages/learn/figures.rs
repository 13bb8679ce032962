//! The figure of what was learned: each link's slope before and after, with what a correlation study would have said.

use crate::page::figure::{Named, caption, drawn_long};
use crate::plot::{Caption, Forest, ForestRow};
use crate::words::Words;
use delight_studies::learn::{Learned, LinkFacts};

/// One figure, or none where no link was asked.
pub fn figures(found: &Learned, words: Words) -> Vec<Named> {
    let rows: Vec<ForestRow> = found.links.iter().filter_map(|link| of_link(link, words)).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let told = rows.iter().map(|row| format!("{}: {}", row.name, row.label)).collect::<Vec<_>>().join("; ");
    let from = &found.provenance;
    let figure = Forest {
        caption: Caption {
            title: words.say_with("learn-figure", &[("case", &found.case.name)]),
            subtitle: words.say("learn-figure-subtitle"),
            footer: drawn_long(from.trials as u64, &from.sampling, from.seed, words),
            description: told,
            ..caption(words)
        },
        ends: ["P10".into(), "P90".into()],
        rows,
    };
    let count = figure.rows.len();
    let heights = [240 + 24 * count as u32, 240 + 38 * count as u32];
    vec![Named { heights, ..Named::of_rows("learn", count, figure) }]
}

/// None of a link that was not asked, or whose slope is certain.
fn of_link(link: &LinkFacts, words: Words) -> Option<ForestRow> {
    let (before, after) = (link.slope_before?, link.slope_after?);
    let none = || "–".to_owned();
    let between = link.between.map_or_else(none, |s| words.signed(s.value, 2));
    let within = link.within.map_or_else(none, |s| words.signed(s.value, 2));
    let after_text = words.signed(after.p50, 2);
    let label =
        words.say_with("learn-figure-row", &[("between", &between), ("within", &within), ("after", &after_text)]);
    (before.p10 < before.p90).then(|| ForestRow {
        name: words.say_of("learn-link", &link.link),
        predicted: [before.p10, before.p50, before.p90],
        seen: [after.p10, after.p90],
        label,
        inside: None,
    })
}
