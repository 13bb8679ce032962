//! A sweep where nobody pays: the balance of savings and costs at every value, and what a tenth of a point costs there.

use crate::page::content::Page;
use delight_studies::sweep::{Best, Dose, Sweep};

/// A gain of the score below which nothing can be said of its price, points.
const LEAST_GAIN: f64 = 0.005;

/// Where the balance is best, and where a tenth of a point is cheapest.
pub(super) fn best(page: &Page, found: &Sweep, best: &Best) -> Vec<String> {
    let words = page.words;
    let cheapest = found.doses.iter().filter_map(|dose| Some((dose.value, price_of_tenth(dose)?)));
    let cheapest = cheapest.min_by(|a, b| a.1.total_cmp(&b.1));
    let told = cheapest.map(|(x, price)| {
        let (at, price) = (page.value(&found.input, x), page.money(price));
        words.say_with("sweep-cheapest", &[("at", &at), ("price", &price)])
    });
    let (name, npv) = (page.name(&found.input), page.money_error(&best.npv_mean));
    let x = page.value_error(&found.input, &best.value);
    let args = [("name", name.as_str()), ("x", &x), ("npv", &npv)];
    let best = words.say_with("sweep-best-public", &args);
    std::iter::once(best).chain(told).collect()
}

/// The case at every value.
pub(super) fn doses(page: &mut Page, found: &Sweep) {
    let words = page.words;
    let (mean, median) = (words.say("column-mean"), words.say("median"));
    let (points, tenth) = (words.say("sweep-points"), words.say("sweep-tenth"));
    page.heading(
        (&words.say("sweep-balance"), 12),
        &[(&mean, 24), ("P5", 12), (&median, 12), ("P95", 12), (&points, 12), (&tenth, 16)],
    );
    for dose in &found.doses {
        let Some(npv) = &dose.npv else { continue };
        let (x, mean) = (page.value(&found.input, dose.value), page.money_error(&npv.mean));
        let [p5, p50, p95] = [npv.p5, npv.p50, npv.p95].map(|e| page.money(e.value));
        let points = dose.rating_gain.map_or("–".to_owned(), |gain| words.signed_change(gain.value, 2));
        let tenth = price_of_tenth(dose).map_or("–".to_owned(), |price| page.money(price));
        page.row(&x, &[&mean, &p5, &p50, &p95, &points, &tenth]);
    }
    let name = page.name(&found.input);
    page.remark(&words.say_with("sweep-of-public", &[("name", &name), ("path", &found.input.path)]));
}

/// What a tenth of a point of the mean score costs net of savings, where there is a gain to speak of.
fn price_of_tenth(dose: &Dose) -> Option<f64> {
    let gain = dose.rating_gain?.value;
    (gain >= LEAST_GAIN)
        .then(|| -0.1 * dose.npv.map_or(f64::NAN, |npv| npv.mean.value) / gain)
        .filter(|x| x.is_finite())
}
