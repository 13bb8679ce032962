//! Every sentence that results call for, decided by thresholds; their wording is that of a language.

use crate::words::{Shown, Words};
use delight_model::chain::connection::STATES;
use delight_model::scenario::Note;
use delight_model::units::Limits;
use delight_studies::findings::Spread;
use delight_studies::run::{
    CostEffectiveness, CostPer, EXPECTED_REVENUE_GAIN, Findings, Plausibility, REPORTED_SUCCESSES, RunOff,
    UNPRECEDENTED_RATING_GAIN, Verdict,
};
use std::cmp::Ordering;

/// The answer in a few sentences: worth, also with run-off, certainty, what decides.
pub fn answer(f: &Findings, words: Words) -> Vec<String> {
    let mut sentences = vec![worth(f, words)];
    let lopsided = lopsided(f, &f.npv);
    sentences.extend(lopsided.map(|(gains, mean)| match gains {
        true => words.say_with("answer-mean-gains", &[("mean", &words.money(&f.case.currency, mean))]),
        false => words.say_with("answer-mean-loses", &[("mean", &words.money(&f.case.currency, mean))]),
    }));
    sentences.extend(f.run_off.iter().flat_map(|found| run_off(f, found, words)));
    match f.npv.sd {
        Some(sd) if sd.value > 0.0 => sentences.push(band(f, words)),
        Some(sd) if sd.standard_error == Some(0.0) => sentences.push(words.say("answer-no-spread")),
        Some(_) if f.trials > 1 => sentences.push(words.say("answer-alike")),
        Some(_) => {}
        None => {}
    }
    if let Some(found) = &f.cost_effectiveness {
        sentences.push(unit_costs(f, found, words));
    } else if f.by_delivery.len() > 1 {
        sentences.extend(in_full(f, words));
    }
    sentences
}

fn worth(f: &Findings, words: Words) -> String {
    let median = f.npv.p50.value;
    let size = words.money(&f.case.currency, median.abs());
    let (months, loss) = (f.case.months.to_string(), likelihood(&f.case.kind, f.loss_probability.value, words));
    let args = [("size", size.as_str()), ("months", &months), ("loss", &loss)];
    match (f.cost_effectiveness.is_some(), sign(f, median)) {
        (false, Ordering::Less) => words.say_with("answer-destroys", &args),
        (false, Ordering::Equal) => words.say_with("answer-even", &args[1..]),
        (false, Ordering::Greater) => words.say_with("answer-creates", &args),
        (true, Ordering::Less) => words.say_with("answer-public-costs", &args),
        (true, Ordering::Equal) => words.say_with("answer-public-even", &args[1..]),
        (true, Ordering::Greater) => words.say_with("answer-public-brings", &args),
    }
}

/// What it is worth with run-off, and whether mean and median tell apart what they do not tell apart without.
fn run_off(f: &Findings, found: &RunOff, words: Words) -> Vec<String> {
    let money = |x: f64| words.money(&f.case.currency, x.abs());
    let median = found.npv.p50.value;
    let (months, size) = (found.months.to_string(), money(median));
    let loss = likelihood(&f.case.kind, found.loss_probability.value, words);
    let args = [("size", size.as_str()), ("months", &months), ("loss", &loss)];
    let worth = match sign(f, median) {
        Ordering::Less => words.say_with("answer-run-off-destroys", &args),
        Ordering::Equal => words.say_with("answer-run-off-even", &args[1..]),
        Ordering::Greater => words.say_with("answer-run-off-creates", &args),
    };
    let apart = lopsided(f, &found.npv).filter(|_| lopsided(f, &f.npv).is_none());
    let apart = apart.map(|(gains, mean)| match gains {
        true => words.say_with("answer-run-off-mean-gains", &[("mean", &money(mean))]),
        false => words.say_with("answer-run-off-mean-loses", &[("mean", &money(mean))]),
    });
    std::iter::once(worth).chain(apart).collect()
}

/// Where median and mean lie on different sides of zero: whether it is the mean that gains, and its size.
fn lopsided(f: &Findings, npv: &Spread) -> Option<(bool, f64)> {
    match (sign(f, npv.p50.value), sign(f, npv.mean.value)) {
        (Ordering::Less, Ordering::Greater) => Some((true, npv.mean.value)),
        (Ordering::Greater, Ordering::Less) => Some((false, -npv.mean.value)),
        _ => None,
    }
}

/// On which side of zero an amount is as it is shown: what would read as no money at all breaks even.
fn sign(f: &Findings, amount: f64) -> Ordering {
    match Shown::money(&f.case.currency, amount).is_nothing() {
        true => Ordering::Equal,
        false => amount.total_cmp(&0.0),
    }
}

/// What a unit of effect costs, where nobody pays for it.
fn unit_costs(f: &Findings, found: &CostEffectiveness, words: Words) -> String {
    let cost = |per: &Option<CostPer>| per.as_ref().map(|per| words.money(&f.case.currency, per.cost.value));
    match (cost(&found.connected), cost(&found.rating_point)) {
        (Some(connected), Some(point)) => {
            words.say_with("answer-public-unit", &[("connected", &connected), ("point", &point)])
        }
        _ => words.say("answer-public-no-effect"),
    }
}

fn band(f: &Findings, words: Words) -> String {
    let money = |x: f64| words.money(&f.case.currency, x);
    let tail = f.expected_shortfall_5.value;
    let (low, high, size) = (money(f.npv.p5.value), money(f.npv.p95.value), money(tail.abs()));
    let args = [("low", low.as_str()), ("high", &high), ("tail", &size)];
    match sign(f, tail) {
        Ordering::Less => words.say_with("answer-band-loses", &args),
        Ordering::Equal => words.say_with("answer-band-even", &args[..2]),
        Ordering::Greater => words.say_with("answer-band-brings", &args),
    }
}

fn in_full(f: &Findings, words: Words) -> Option<String> {
    let full = f.by_delivery.get("full")?;
    let worth = full.npv.p50.value;
    let (share, size) = (words.percent(full.share.value), words.money(&f.case.currency, worth.abs()));
    let args = [("share", share.as_str()), ("size", &size)];
    Some(match sign(f, worth) {
        Ordering::Less => words.say_with("answer-full-destroys", &args),
        Ordering::Equal => words.say_with("answer-full-even", &args[..1]),
        Ordering::Greater => words.say_with("answer-full-creates", &args),
    })
}

/// A probability of a loss in words, with its figure.
fn likelihood(kind: &str, loss: f64, words: Words) -> String {
    let share = words.loss(kind, loss);
    let args = [("share", share.as_str())];
    let known = kind != "chain";
    match loss {
        p if p >= 1.0 && known => words.say("loss-always"),
        p if p >= 0.95 => words.say_with("loss-almost-certain", &args),
        p if p >= 0.75 => words.say_with("loss-very-probable", &args),
        p if p >= 0.55 => words.say_with("loss-more-likely", &args),
        p if p > 0.45 => words.say_with("loss-as-likely", &args),
        p if p > 0.25 => words.say_with("loss-less-likely", &args),
        p if p > 0.05 => words.say_with("loss-rare", &args),
        p if p > 0.0 || !known => words.say_with("loss-hardly-ever", &args),
        _ => words.say("loss-never"),
    }
}

/// A comparison with the literature: whether it is sound, and what to say.
pub fn plausibility(check: &Plausibility, words: Words) -> (bool, String) {
    match check {
        Plausibility::RevenueGain { p10, p50, p90, verdict } => {
            let [low, middle, high] = [p10, p50, p90].map(|x| words.percent_change(*x));
            let verdict_text = revenue_verdict(*verdict, words);
            let args = [("low", low.as_str()), ("middle", &middle), ("high", &high), ("verdict", &verdict_text)];
            (matches!(verdict, Verdict::Plausible), words.say_with("plausible-revenue", &args))
        }
        Plausibility::RatingGain { p50, verdict } => {
            let unseen = matches!(verdict, Verdict::Rare);
            let bound = words.signed_change(UNPRECEDENTED_RATING_GAIN, 1);
            let args = [("bound", bound.as_str())];
            let verdict = match unseen {
                true => words.say_with("plausible-rating-unseen", &args),
                false => words.say_with("plausible-rating-seen", &args),
            };
            let change = words.signed(*p50, 2);
            (!unseen, words.say_with("plausible-rating", &[("change", &change), ("verdict", &verdict)]))
        }
    }
}

fn revenue_verdict(verdict: Verdict, words: Words) -> String {
    let [low, middle, high] = EXPECTED_REVENUE_GAIN.map(|x| words.percent_change(x));
    let [from, to] = REPORTED_SUCCESSES.map(|x| words.percent_tick(x));
    match verdict {
        Verdict::Plausible => {
            words.say_with("plausible-revenue-plausible", &[("low", &low), ("middle", &middle), ("high", &high)])
        }
        Verdict::Low => words.say_with("plausible-revenue-low", &[("middle", &middle)]),
        Verdict::High => words.say_with("plausible-revenue-high", &[("middle", &middle), ("from", &from), ("to", &to)]),
        Verdict::Implausible | Verdict::Rare => words.say_with("plausible-revenue-implausible", &[("to", &to)]),
    }
}

/// What a reader should know of how a scenario was understood.
pub fn note(note: &Note, words: Words) -> String {
    match note {
        Note::NoCosts => words.say("note-no-costs"),
        Note::NeverPaid { path, month, months } => {
            let (month, months) = (month.to_string(), months.to_string());
            words.say_with("note-never-paid", &[("path", path), ("month", &month), ("months", &months)])
        }
        Note::CutOff { path, place, written, share, rule } => {
            let (share, rule) = (words.percent(*share), limits(*rule, words));
            let args = [("path", path.as_str()), ("place", place), ("written", written), ("share", &share)];
            words.say_with("note-cut-off", &[&args[..], &[("rule", rule.as_str())]].concat())
        }
        Note::FixedCorrelation { path, place } => {
            words.say_with("note-fixed-correlation", &[("path", path), ("place", place)])
        }
        Note::BasicsFirst { rating, least } => words.say_with(
            "note-basics-first",
            &[("rating", &words.signed(*rating, 1)), ("least", &words.signed(*least, 1))],
        ),
        Note::FewContacts { intensity } => {
            words.say_with("note-few-contacts", &[("intensity", &words.factor(*intensity))])
        }
        Note::MixOfSurvey { mix } => {
            let share =
                |(state, part): (&&str, &f64)| format!("{} {}", words.say_of("state", state), words.percent(*part));
            let mix: Vec<String> = STATES.iter().zip(mix).map(share).collect();
            words.say_with("note-mix-of-survey", &[("mix", &mix.join(", "))])
        }
        Note::GainMoved { by, expected, found } => {
            let [expected, found] = [expected, found].map(|points| words.signed(*points, 2));
            let by = by.join(", ");
            words.say_with("note-gain-moved", &[("by", &by), ("expected", &expected), ("found", &found)])
        }
        Note::MarketHeld { place, low, high } => {
            let (low, high) = (words.whole(*low), words.whole(*high));
            words.say_with("note-market-held", &[("place", place), ("low", &low), ("high", &high)])
        }
        Note::Converted { amounts, conversion } => {
            let (amounts, rate) = (amounts.to_string(), words.limit(conversion.per_euro));
            let args = [("amounts", amounts.as_str()), ("rate", &rate), ("currency", &conversion.currency)];
            words.say_with("note-converted", &args)
        }
        Note::FewTrials { trials, least } => words.say_with(
            "note-few-trials",
            &[("trials", &words.whole(*trials as f64)), ("least", &words.whole(*least as f64))],
        ),
        Note::RanksMoved { largest_change } => {
            words.say_with("note-ranks-moved", &[("change", &words.signed(*largest_change, 3))])
        }
        Note::RankNotReached { paths: [a, b], place, asked, reached, most } => {
            let [asked, reached, most] = [asked, reached, most].map(|rank| words.signed(*rank, 2));
            words.say_with(
                "note-rank-not-reached",
                &[("a", a), ("b", b), ("place", place), ("asked", &asked), ("reached", &reached), ("most", &most)],
            )
        }
        Note::OwnMaturities { places } => {
            let places: Vec<String> = places.iter().map(|(element, place)| format!("{element} ({place})")).collect();
            words.say_with("note-own-maturities", &[("places", &places.join(", "))])
        }
        Note::Unassessed { elements } => {
            let elements: Vec<String> = elements.iter().map(|element| words.say_of("element", element)).collect();
            words.say_with("note-unassessed", &[("elements", &elements.join(", "))])
        }
        Note::Unanswered { missing, asked } => {
            let (missing, asked) = (missing.to_string(), asked.to_string());
            words.say_with("note-unanswered", &[("missing", &missing), ("asked", &asked)])
        }
    }
}

/// The values an input may take, as a phrase.
fn limits(rule: Limits, words: Words) -> String {
    let limit = |x: f64| words.limit(x);
    match rule {
        Limits::Any => words.say("rule-any"),
        Limits::Most(max) => words.say_with("rule-most", &[("max", &limit(max))]),
        Limits::Least(min) => words.say_with("rule-least", &[("min", &limit(min))]),
        Limits::Above(min) => words.say_with("rule-above", &[("min", &limit(min))]),
        Limits::Between(min, max) => words.say_with("rule-between", &[("min", &limit(min)), ("max", &limit(max))]),
        Limits::AboveTo(min, max) => words.say_with("rule-above-to", &[("min", &limit(min)), ("max", &limit(max))]),
        Limits::Inside(min, max) => words.say_with("rule-inside", &[("min", &limit(min)), ("max", &limit(max))]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::scenario::Language;
    use std::collections::BTreeSet;

    #[test]
    fn the_words_for_a_probability_follow_its_size() {
        let words = [1.0, 0.99, 0.8, 0.6, 0.5, 0.3, 0.1, 0.01, 0.0]
            .map(|p| likelihood("cash-flow", p, Words::new(Language::English)));
        assert_eq!(
            words,
            [
                "it loses money in every trial",
                "it almost certainly loses money (99%)",
                "it probably loses money (80%)",
                "it is more likely than not (60%) to lose money",
                "it is as likely as not (50%) to lose money",
                "it is less likely than not (30%) to lose money",
                "it is unlikely to lose money (10%)",
                "it hardly ever loses money (1%)",
                "no trial loses money"
            ]
        );
        let of_chain = [1.0, 0.0].map(|p| likelihood("chain", p, Words::new(Language::English)));
        assert_eq!(of_chain, ["it almost certainly loses money (over 99%)", "it hardly ever loses money (under 1%)"]);
    }

    #[test]
    fn every_size_of_a_probability_has_words_of_its_own_in_dutch() {
        let words = Words::new(Language::Dutch);
        let without_figure = |p: f64| likelihood("cash-flow", p, words).replace(&words.percent_short(p), "");
        let all: BTreeSet<String> = [1.0, 0.99, 0.8, 0.6, 0.5, 0.3, 0.1, 0.01, 0.0].map(without_figure).into();
        assert_eq!(all.len(), 9, "{all:?}");
    }

    #[test]
    fn the_english_phrase_of_limits_is_that_of_error_messages() {
        let between = Limits::Between(-0.2, 1.0);
        let others =
            [Limits::Any, Limits::Most(0.5), Limits::Least(0.0), Limits::Above(0.0), Limits::AboveTo(0.0, 1.0)];
        for rule in others.into_iter().chain([between, Limits::Inside(0.0, 10.0)]) {
            assert_eq!(limits(rule, Words::new(Language::English)), rule.to_string().replace('-', "−"));
        }
    }
}
