//! The figure of `delight breakeven`: two inputs together, with the line on which the case breaks even.

use crate::page::figure::{Named, axis, caption, drawn, money, of_input};
use crate::page::values;
use crate::plot::{Caption, Spot, ValueMap};
use crate::words::Words;
use delight_studies::breakeven::{Breakeven, Map, Target};

/// The map, if there are two inputs for it.
pub fn breakeven(found: &Breakeven, words: Words) -> Vec<Named> {
    let Some(map) = &found.map else { return Vec::new() };
    let pays = map.margin.iter().flatten().filter(|m| m.value >= 0.0).count();
    let cells = map.margin.iter().map(Vec::len).sum::<usize>().max(1);
    let (x, y) = (values::name(&map.x.input.name, words), values::name(&map.y.input.name, words));
    let share = words.percent_short(pays as f64 / cells as f64);
    let case = ("case", found.case.name.as_str());
    let args = [case, ("x", x.as_str()), ("y", &y), ("share", &share)];
    let title = if pays == 0 {
        words.say_with("map-title-never", &args)
    } else if pays == cells {
        words.say_with("map-title-always", &args)
    } else {
        words.say_with("map-title", &args)
    };
    let subtitle = match found.target {
        Target::MeanNpv => words.say("map-subtitle-mean"),
        Target::MedianNpv => words.say("map-subtitle-median"),
        Target::Loss { at_most } => words.say_with("map-subtitle-loss", &[("share", &words.percent(at_most))]),
    };
    let footer = drawn(map.trials, &found.provenance, words);
    let words_around = Caption { title, subtitle, footer, ..caption(words) };
    vec![Named::new("breakeven", value_map(map, words_around, &found.case.currency, words))]
}

/// A map of the net present value, with what is believed of both inputs today.
pub(crate) fn value_map(map: &Map, around: Caption, currency: &str, words: Words) -> ValueMap {
    let rows = |cells: &[Vec<delight_model::statistics::Estimate>]| -> Vec<Vec<f64>> {
        cells.iter().map(|row| row.iter().map(|cell| cell.value).collect()).collect()
    };
    let (x, y) = (&map.x, &map.y);
    let within = |axis: &delight_studies::breakeven::Axis| {
        let ends = axis.values.first().zip(axis.values.last());
        ends.is_some_and(|(low, high)| (*low..=*high).contains(&axis.input.p50))
    };
    let spot = (within(x) && within(y)).then(|| Spot {
        at: (x.input.p50, y.input.p50),
        x: [x.input.p10, x.input.p90],
        y: [y.input.p10, y.input.p90],
        words: words.say("map-spot"),
    });
    ValueMap {
        caption: Caption {
            description: around.title.clone(),
            x_title: axis(&x.input, words),
            y_title: axis(&y.input, words),
            ..around
        },
        x: x.values.clone(),
        y: y.values.clone(),
        values: rows(&map.npv),
        margin: rows(&map.margin),
        spot,
        x_format: of_input(&x.input, currency, words),
        y_format: of_input(&y.input, currency, words),
        format: money(currency, words),
    }
}
