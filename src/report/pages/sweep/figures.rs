//! The figures of `delight sweep`: value and return against the input, or the map of two.

use super::page::best_cell;
use crate::page::figure::{Named, axis, caption, drawn, money, of_input, returns};
use crate::page::values;
use crate::pages::breakeven::value_map;
use crate::plot;
use crate::plot::{Caption, Curve, Format, Top};
use crate::words::Words;
use delight_model::statistics::Estimate;
use delight_studies::sweep::{Bands, Dose, Sweep, SweepTwo};

/// Net present value, and return if anything is paid, by value of the input.
pub fn sweep(found: &Sweep, words: Words) -> Vec<Named> {
    let mut all = vec![Named::new("sweep-npv", npv(found, words))];
    if !found.case.nobody_pays && found.doses.iter().any(|dose| dose.roi.is_some()) {
        all.push(Named::new("sweep-roi", roi(found, words)));
    }
    all
}

fn npv(found: &Sweep, words: Words) -> Curve {
    let currency = &found.case.currency;
    let name = values::name(&found.input.name, words);
    let at = |x: f64| values::value(&found.input, currency, words, x);
    let top = found.best.as_ref().map(|best| {
        let (x, from, to) = (at(best.value.value), at(best.flat[0]), at(best.flat[1]));
        let args = [("x", x.as_str()), ("from", &from), ("to", &to)];
        let said = match best.flat[0] < best.flat[1] && !found.case.nobody_pays {
            true => words.say_with("curve-top", &args),
            false => words.say_with("curve-top-sharp", &args),
        };
        Top { at: best.value.value, flat: best.flat, words: said }
    });
    let title = match &found.best {
        Some(best) => {
            let (x, npv) = (at(best.value.value), words.money(currency, best.npv_mean.value));
            let args = [("case", found.case.name.as_str()), ("name", &name), ("x", &x), ("npv", &npv)];
            match found.case.nobody_pays {
                true => words.say_with("curve-npv-title-public", &args),
                false => words.say_with("curve-npv-title", &args),
            }
        }
        None => words.say("sweep-two-none"),
    };
    let caption = Caption {
        title,
        subtitle: words.say("curve-npv-subtitle"),
        y_title: words.say_with("curve-npv-axis", &[("currency", currency)]),
        ..around(found, words)
    };
    curve(found, caption, top, money(currency, words), words, |dose| dose.npv)
}

fn roi(found: &Sweep, words: Words) -> Curve {
    let medians = found.doses.iter().filter_map(|dose| Some((dose.value, dose.roi?.p50.value)));
    let best = medians.max_by(|a, b| a.1.total_cmp(&b.1));
    let title = match best {
        Some((x, roi)) => {
            let loses = roi < 0.0;
            let name = values::name(&found.input.name, words);
            let (x, roi) = (values::value(&found.input, &found.case.currency, words, x), words.percent_change(roi));
            let args = [("case", found.case.name.as_str()), ("name", &name), ("x", &x), ("roi", &roi)];
            match loses {
                true => words.say_with("curve-roi-title-loss", &args),
                false => words.say_with("curve-roi-title", &args),
            }
        }
        None => words.say("roi-axis"),
    };
    let caption = Caption {
        title,
        subtitle: words.say("curve-roi-subtitle"),
        y_title: words.say("roi-axis"),
        ..around(found, words)
    };
    curve(found, caption, None, returns(words), words, |dose| dose.roi)
}

fn around(found: &Sweep, words: Words) -> Caption {
    let told = found.doses.iter().filter_map(|dose| {
        let x = values::value(&found.input, &found.case.currency, words, dose.value);
        Some(format!("{x}: {}", words.money(&found.case.currency, dose.npv?.p50.value)))
    });
    Caption {
        footer: drawn(found.provenance.trials, &found.provenance, words),
        description: told.collect::<Vec<_>>().join("; "),
        x_title: axis(&found.input, words),
        ..caption(words)
    }
}

fn curve(
    found: &Sweep,
    caption: Caption,
    top: Option<Top>,
    format: Format,
    words: Words,
    of: fn(&Dose) -> Option<Bands>,
) -> Curve {
    let column = |pick: fn(&Bands) -> Estimate| -> Vec<f64> {
        found.doses.iter().map(|dose| of(dose).map_or(f64::NAN, |bands| pick(&bands).value)).collect()
    };
    let bands = plot::Bands {
        p5: column(|b| b.p5),
        p25: column(|b| b.p25),
        p50: column(|b| b.p50),
        p75: column(|b| b.p75),
        p95: column(|b| b.p95),
    };
    Curve {
        caption,
        x: found.doses.iter().map(|dose| dose.value).collect(),
        bands,
        mean: column(|b| b.mean),
        top,
        x_format: of_input(&found.input, &found.case.currency, words),
        format,
    }
}

/// The map of two inputs.
pub fn sweep_two(found: &SweepTwo, words: Words) -> Vec<Named> {
    let currency = &found.case.currency;
    let (x_input, y_input) = (&found.map.x.input, &found.map.y.input);
    let title = match best_cell(&found.map) {
        Some((x, y, npv)) => {
            let (first, second) = (values::name(&x_input.name, words), values::name(&y_input.name, words));
            let (x, y) = (values::value(x_input, currency, words, x), values::value(y_input, currency, words, y));
            let npv = words.money(currency, npv);
            let args = [("first", first.as_str()), ("x", &x), ("second", &second), ("y", &y), ("npv", &npv)];
            words.say_with("sweep-two-best", &args)
        }
        None => words.say("sweep-two-none"),
    };
    let footer = drawn(found.provenance.trials, &found.provenance, words);
    let around = Caption { title, subtitle: words.say("map-subtitle-mean"), footer, ..caption(words) };
    vec![Named::new("sweep-map", value_map(&found.map, around, currency, words))]
}
