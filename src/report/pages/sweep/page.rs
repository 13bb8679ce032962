//! `delight sweep` on one screen.

use super::public;
use crate::page::content::Page;
use crate::words::Words;
use delight_studies::breakeven::Map;
use delight_studies::sweep::{Best, Sweep, SweepTwo};

/// The best value, how flat the top is, and the case at every value.
pub(super) fn sweep(found: &Sweep, words: Words) -> Page {
    let mut page = Page::new(&found.case, &found.provenance, words);
    if let Some(best) = &found.best {
        for sentence in best_in_words(&page, found, best) {
            page.sentence(&sentence);
        }
    }
    if found.case.nobody_pays {
        public::doses(&mut page, found);
        return page;
    }
    let name = page.name(&found.input);
    let (npv, median, roi, loss) =
        (words.say("column-mean"), words.say("median"), words.say("delivery-roi"), words.say("delivery-loss"));
    page.heading(
        (&words.say("sweep-npv"), 12),
        &[(&npv, 24), ("P5", 12), (&median, 12), ("P95", 12), (&roi, 12), (&loss, 10)],
    );
    for dose in &found.doses {
        let x = page.value(&found.input, dose.value);
        let Some(npv) = &dose.npv else { continue };
        let mean = page.money_error(&npv.mean);
        let [p5, p50, p95] = [npv.p5, npv.p50, npv.p95].map(|e| page.money(e.value));
        let roi = dose.roi.map_or("–".to_owned(), |roi| words.percent_change(roi.p50.value));
        let loss = words.loss(&found.case.kind, dose.loss_probability.value);
        page.row(&x, &[&mean, &p5, &p50, &p95, &roi, &loss]);
    }
    page.remark(&words.say_with("sweep-of", &[("name", &name), ("path", &found.input.path)]));
    page
}

/// What to choose, and how much it matters.
pub fn best_in_words(page: &Page, found: &Sweep, best: &Best) -> Vec<String> {
    if found.case.nobody_pays {
        return public::best(page, found, best);
    }
    let words = page.words;
    let (name, npv) = (page.name(&found.input), page.money_error(&best.npv_mean));
    let x = page.value_error(&found.input, &best.value);
    let args = [("name", name.as_str()), ("x", &x), ("npv", &npv)];
    let mut sentences = vec![match best.at_the_end {
        true => words.say_with("sweep-end", &args),
        false => words.say_with("sweep-best", &args),
    }];
    let [from, to] = best.flat.map(|x| page.value(&found.input, x));
    let cost = page.money(best.tolerance);
    if best.flat[0] < best.flat[1] {
        sentences.push(words.say_with("sweep-flat", &[("from", &from), ("to", &to), ("cost", &cost)]));
    }
    sentences
}

/// The best cell of two inputs.
pub(super) fn sweep_two(found: &SweepTwo, words: Words) -> Page {
    let mut page = Page::new(&found.case, &found.provenance, words);
    match best_cell(&found.map) {
        Some((x, y, npv)) => {
            let (x_name, y_name) = (page.name(&found.map.x.input), page.name(&found.map.y.input));
            let (x, y, npv) = (page.value(&found.map.x.input, x), page.value(&found.map.y.input, y), page.money(npv));
            let args = [("first", x_name.as_str()), ("x", &x), ("second", &y_name), ("y", &y), ("npv", &npv)];
            page.sentence(&words.say_with("sweep-two-best", &args));
        }
        None => page.sentence(&words.say("sweep-two-none")),
    }
    page
}

/// The values of both inputs with the highest mean, and that mean.
pub fn best_cell(map: &Map) -> Option<(f64, f64, f64)> {
    let cells = map
        .y
        .values
        .iter()
        .zip(&map.npv)
        .flat_map(|(y, row)| map.x.values.iter().zip(row).map(move |(x, npv)| (*x, *y, npv.value)));
    cells.filter(|cell| cell.2.is_finite()).max_by(|a, b| a.2.total_cmp(&b.2))
}
