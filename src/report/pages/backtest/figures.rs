//! The forest plot of the backtest: what was seen over what was predicted.

use super::page::cells;
use crate::page::figure::{Named, caption, drawn_long};
use crate::plot::{Caption, Forest, ForestRow};
use crate::words::Words;
use delight_studies::backtest::{Backtest, BacktestRow, LensBacktest};

/// One figure a lens.
pub fn forest(found: &Backtest, words: Words) -> Vec<Named> {
    found.lenses.iter().map(|lens| of_lens(found, lens, words)).collect()
}

fn of_lens(found: &Backtest, lens: &LensBacktest, words: Words) -> Named {
    let rows: Vec<ForestRow> = lens.rows.iter().filter_map(|row| of_row(row, words)).collect();
    let name = words.say_of("lens", &lens.lens);
    let (covered, slopes) = (lens.covered.to_string(), lens.slopes.to_string());
    let told = rows.iter().map(|row| format!("{}: {}", row.name, row.label)).collect::<Vec<_>>().join("; ");
    let figure = Forest {
        caption: Caption {
            title: words.say_with("back-figure", &[("lens", &name), ("covered", &covered), ("slopes", &slopes)]),
            subtitle: words.say("back-figure-subtitle"),
            footer: drawn_long(found.trials, "sobol", found.seed, words),
            description: told,
            ..caption(words)
        },
        ends: ["P5".into(), "P95".into()],
        rows,
    };
    let count = figure.rows.len();
    let file = match lens.lens.as_str() {
        "calibrated" => "backtest-calibrated",
        "literature" => "backtest-literature",
        _ => "backtest-authors",
    };
    Named { heights: [240 + 24 * count as u32, 240 + 38 * count as u32], ..Named::of_rows(file, count, figure) }
}

/// None of what the model says nothing, or but one thing, of.
fn of_row(row: &BacktestRow, words: Words) -> Option<ForestRow> {
    let predicted = row.predicted.filter(|[low, _, high]| low < high)?;
    let [seen, low, _, high] = cells(row, words);
    let sector = row.case.preset.as_deref().unwrap_or_default();
    let name = format!("{} {sector}", row.case.id);
    Some(ForestRow {
        name,
        predicted,
        seen: row.observed,
        label: format!("{seen}  ({low} … {high})"),
        inside: row.inside,
    })
}
