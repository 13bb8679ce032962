//! `delight compare` on one screen: each rival, each two of them, and who is worth most to whom.

use crate::page::content::Page;
use crate::page::values::ties;
use crate::words::{Shown, Words};
use delight_studies::compare::{Assumed, Comparison, Dominance, Pair, Rival};

/// Pairs that a table shows.
const SHOWN: usize = 15;
/// Width of names.
const NAME: usize = 23;
/// Width of the names of two rivals.
const PAIR: usize = 38;

/// Rivals side by side.
pub(super) fn compare(found: &Comparison, words: Words) -> Page {
    let mut page = Page::new(&found.case, &found.provenance, words);
    answer(&mut page, found);
    attitude(&mut page, found);
    values(&mut page, found);
    doubts(&mut page, found);
    risks(&mut page, found);
    pairs(&mut page, found);
    dominances(&mut page, found);
    remarks(&mut page, found);
    page
}

/// What a rival is called.
pub fn name(rival: &Rival, words: Words) -> String {
    rival.name.clone().unwrap_or_else(|| words.say("rivals-nothing"))
}

/// Place of the rival that is first most often.
pub fn first_most_often(found: &Comparison) -> usize {
    let share = |k: usize| found.rivals[k].ranks[0].value;
    (1..found.rivals.len()).fold(0, |best, k| if share(k) > share(best) { k } else { best })
}

/// The rivals that are worth as much on average as the best, by their names.
pub fn best_on_average(found: &Comparison, words: Words) -> Vec<String> {
    let means: Vec<f64> = found.rivals.iter().map(|rival| rival.npv.mean.value).collect();
    named(found, &ties(&means, found.best_mean), words)
}

/// The rivals that are first as often as the one that is first most often, by their names.
pub fn first_as_often(found: &Comparison, words: Words) -> Vec<String> {
    let shares: Vec<f64> = found.rivals.iter().map(|rival| rival.ranks[0].value).collect();
    named(found, &ties(&shares, first_most_often(found)), words)
}

fn named(found: &Comparison, places: &[usize], words: Words) -> Vec<String> {
    places.iter().map(|k| name(&found.rivals[*k], words)).collect()
}

fn answer(page: &mut Page, found: &Comparison) {
    let words = page.words;
    let npv = page.money_error(&found.rivals[found.best_mean].npv.mean);
    let best = best_on_average(found, words);
    page.sentence(&match &best[..] {
        [option] => words.say_with("rivals-best-mean", &[("option", option), ("npv", &npv)]),
        all => words.say_with("rivals-best-tie", &[("options", &all.join(", ")), ("npv", &npv)]),
    });
    let share = page.share_error(&found.rivals[first_most_often(found)].ranks[0]);
    let often = first_as_often(found, words);
    page.sentence(&match &often[..] {
        [option] if best == [option.clone()] => words.say_with("rivals-best-first", &[("share", &share)]),
        [option] => words.say_with("rivals-first-other", &[("option", option), ("share", &share)]),
        all => words.say_with("rivals-first-tie", &[("options", &all.join(", ")), ("share", &share)]),
    });
}

/// Who is worth most to an owner who dislikes risk, and where that changes.
fn attitude(page: &mut Page, found: &Comparison) {
    let words = page.words;
    match (found.risk_tolerance, found.best_certainty_equivalent) {
        (Some(tolerance), Some(best)) => {
            let basis = match tolerance.of_revenue {
                Some(revenue) => {
                    let (share, revenue) = (words.percent(tolerance.value / revenue), page.money(revenue));
                    words.say_with("rivals-basis-revenue", &[("share", &share), ("revenue", &revenue)])
                }
                None => words.say("rivals-basis-given"),
            };
            let rival = &found.rivals[best];
            let worth = rival.certainty_equivalent.map_or_else(String::new, |e| page.money_error(&e));
            let tolerance = page.money(tolerance.value);
            let certain = found.rivals.iter().map(|rival| rival.certainty_equivalent.map_or(f64::NAN, |e| e.value));
            let tied = named(found, &ties(&certain.collect::<Vec<_>>(), best), words);
            let said = [("tolerance", tolerance.as_str()), ("basis", &basis), ("worth", &worth)];
            page.sentence(&match &tied[..] {
                [option] => words.say_with("rivals-best-certain", &[&said[..], &[("option", option)]].concat()),
                all => words.say_with("rivals-certain-tie", &[&said[..], &[("options", &all.join(", "))]].concat()),
            });
        }
        _ => page.sentence(&words.say("rivals-no-tolerance")),
    }
    if found.switches.is_empty() {
        page.sentence(&words.say("rivals-no-switch"));
    }
    for switch in &found.switches {
        let [below, above] = [switch.below, switch.above].map(|k| name(&found.rivals[k], words));
        let tolerance = page.money_error(&switch.risk_tolerance);
        let args = [("tolerance", tolerance.as_str()), ("below", &below), ("above", &above)];
        page.sentence(&words.say_with("rivals-switch", &args));
    }
}

fn values(page: &mut Page, found: &Comparison) {
    let words = page.words;
    let (title, mean, sd, median) =
        (words.say("rivals-title"), words.say("rivals-mean"), words.say("rivals-sd"), words.say("rivals-median"));
    page.heading((&title, NAME), &[(&mean, 23), (&sd, 13), ("P5", 13), (&median, 13), ("P95", 13)]);
    for rival in &found.rivals {
        let (npv, mean) = (&rival.npv, page.money_error(&rival.npv.mean));
        let [sd, p5, p50, p95] = [npv.sd, npv.p5, npv.p50, npv.p95].map(|e| page.money(e.value));
        page.row(&name(rival, words), &[&mean, &sd, &p5, &p50, &p95]);
    }
}

/// What was doubted of the rivals without a chain, and what they are worth as written.
fn doubts(page: &mut Page, found: &Comparison) {
    let words = page.words;
    let doubted = || found.rivals.iter().filter_map(|rival| Some((rival, rival.doubt.as_ref()?)));
    for (rival, doubt) in doubted() {
        let (name, as_written) = (name(rival, words), page.money_error(&doubt.as_written));
        let [full, part, not] = [doubt.in_full, doubt.in_part, doubt.not].map(|share| words.percent(share));
        let overrun = words.signed(doubt.overrun, 2);
        let args = [("rival", name.as_str()), ("full", &full), ("part", &part), ("not", &not), ("overrun", &overrun)];
        page.remark(&words.say_with("rivals-doubt", &[&args[..], &[("npv", &as_written)]].concat()));
    }
    let mut assumed: Vec<&Assumed> = doubted().flat_map(|(_, doubt)| &doubt.assumed).collect();
    assumed.sort_by_key(|prior| &prior.path);
    assumed.dedup();
    let named = |prior: &&Assumed| match prior.source.split_once(':') {
        Some((entries, _)) => format!("{} ({entries})", prior.path),
        None => prior.path.clone(),
    };
    let priors: Vec<String> = assumed.iter().map(named).collect();
    if !priors.is_empty() {
        page.remark(&words.say_with("rivals-doubt-source", &[("priors", &priors.join(", "))]));
    }
}

fn risks(page: &mut Page, found: &Comparison) {
    let words = page.words;
    let (title, loss, shortfall, certain, first) = (
        words.say("rivals-risk-title"),
        words.say("rivals-loss"),
        words.say("rivals-shortfall"),
        words.say("rivals-certain"),
        words.say("rivals-first"),
    );
    page.heading((&title, NAME), &[(&loss, 19), (&shortfall, 24), (&certain, 22), (&first, 10)]);
    for rival in &found.rivals {
        let (loss, shortfall) =
            (words.loss(&rival.kind, rival.loss_probability.value), page.money_error(&rival.expected_shortfall_5));
        let certain = rival.certainty_equivalent.map_or_else(|| "–".to_owned(), |e| page.money_error(&e));
        let first = words.percent(rival.ranks[0].value);
        page.row(&name(rival, words), &[&loss, &shortfall, &certain, &first]);
    }
    page.remark(&words.say("rivals-risk-note"));
}

fn pairs(page: &mut Page, found: &Comparison) {
    let words = page.words;
    let (title, mean, better) = (words.say("rivals-pairs-title"), words.say("rivals-mean"), words.say("rivals-better"));
    page.heading((&title, PAIR), &[(&mean, 22), ("P5 … P95", 23), (&better, 15)]);
    for pair in found.pairs.iter().take(SHOWN) {
        let [first, second] = both(found, pair, words);
        let title = words.say_with("rivals-less", &[("first", &first), ("second", &second)]);
        let change = |x: f64| words.money_change(&found.case.currency, x);
        let mean = words.with_error(&pair.difference.mean, &|x| Shown::money_change(&found.case.currency, x));
        let band = format!("{} … {}", change(pair.difference.p5.value), change(pair.difference.p95.value));
        let better = page.share_error(&pair.first_better);
        page.row(&title, &[&mean, &band, &better]);
    }
    if found.pairs.len() > SHOWN {
        page.remark(&words.say_with("rivals-more", &[("count", &(found.pairs.len() - SHOWN).to_string())]));
    }
}

fn both(found: &Comparison, pair: &Pair, words: Words) -> [String; 2] {
    [pair.first, pair.second].map(|k| name(&found.rivals[k], words))
}

/// A pair seen from the one that dominates, or else from the one with the higher mean: whether it is turned round, and
/// what holds.
fn seen(pair: &Pair) -> (bool, &Dominance) {
    let (forth, back) = (&pair.first_over_second, &pair.second_over_first);
    let turned = match (forth.second_order.dominates, back.second_order.dominates) {
        (true, false) => false,
        (false, true) => true,
        _ => pair.difference.mean.value < 0.0,
    };
    (turned, if turned { back } else { forth })
}

fn dominances(page: &mut Page, found: &Comparison) {
    let words = page.words;
    let (title, order, violation, epsilon) = (
        words.say("rivals-dominance-title"),
        words.say("rivals-order"),
        words.say("rivals-violation"),
        words.say("rivals-epsilon"),
    );
    page.heading((&title, PAIR), &[(&order, 15), (&violation, 27), (&epsilon, 18)]);
    for pair in found.pairs.iter().take(SHOWN) {
        let (turned, holds) = seen(pair);
        let [first, second] = both(found, pair, words);
        let args = if turned {
            [("first", &*second), ("second", &*first)]
        } else {
            [("first", &*first), ("second", &*second)]
        };
        let title = words.say_with("rivals-over", &args);
        let order = match (holds.first_order.epsilon, holds.first_order.dominates, holds.second_order.dominates) {
            (None, _, _) => words.say("rivals-order-same"),
            (_, true, _) => words.say("rivals-order-first"),
            (_, _, true) => words.say("rivals-order-second"),
            _ => words.say("rivals-order-none"),
        };
        let violation = page.money_error(&holds.first_order.violation);
        let epsilons = [holds.first_order.epsilon, holds.second_order.epsilon];
        let epsilon = epsilons.map(|e| e.map_or_else(|| "–".to_owned(), |e| words.percent(e.value))).join(", ");
        page.row(&title, &[&order, &violation, &epsilon]);
    }
    page.remark(&words.say("rivals-dominance-note"));
}

fn remarks(page: &mut Page, found: &Comparison) {
    let words = page.words;
    let mut months = found.rivals.iter().filter_map(|rival| rival.months);
    let first = months.next();
    if months.any(|other| Some(other) != first) {
        page.remark(&words.say("rivals-horizons"));
    }
    page.remark(&words.say("rivals-draws-note"));
}
