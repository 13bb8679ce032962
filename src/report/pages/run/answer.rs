//! Every sentence that results call for, decided by thresholds; their wording is that of a language.

use super::accepted::accepted;
use crate::words::{Shown, Words};
use delight_model::chain::connection::STATES;
use delight_model::scenario::{DecisionRule, Note};
use delight_model::units::Limits;
use delight_studies::run::{
    CostEffectiveness, EXPECTED_REVENUE_GAIN, Findings, LongerHorizon, Plausibility, REPORTED_SUCCESSES, RunOff,
    UNPRECEDENTED_RATING_GAIN, Verdict,
};
use std::cmp::Ordering;

/// The answer in a few sentences: worth, the rule, also with run-off, certainty, what decides.
pub fn answer(f: &Findings, words: Words) -> Vec<String> {
    let mut sentences = match &f.cost_effectiveness {
        Some(found) => [vec![public_worth(f, words), unit_costs(f, found, words)], accepted(f, words)].concat(),
        None => [vec![worth(f, words), median(f, words)], rule(f, words).into_iter().collect()].concat(),
    };
    sentences.extend(f.run_off.iter().filter(|_| f.cost_effectiveness.is_none()).map(|found| run_off(f, found, words)));
    match f.npv.sd {
        Some(sd) if sd.value > 0.0 => sentences.push(band(f, words)),
        Some(sd) if sd.standard_error == Some(0.0) => sentences.push(words.say("answer-no-spread")),
        Some(_) if f.trials > 1 => sentences.push(words.say("answer-alike")),
        Some(_) => {}
        None => {}
    }
    if f.cost_effectiveness.is_none() && f.by_delivery.len() > 1 {
        sentences.extend(in_full(f, words));
        sentences.extend(upkeep(f, words));
    }
    sentences.extend(longer(f, words));
    sentences
}

fn worth(f: &Findings, words: Words) -> String {
    let mean = f.npv.mean.value;
    let (months, loss) = (f.case.months.to_string(), likelihood(&f.case.kind, f.loss_probability.value, words));
    let size = words.money(&f.case.currency, mean);
    let args = [("mean", size.as_str()), ("months", &months), ("loss", &loss)];
    match sign(f, mean) {
        Ordering::Equal => words.say_with("answer-expected-even", &args[1..]),
        _ => words.say_with("answer-expected", &args),
    }
}

/// The median, and why it lies on the other side of zero than the mean, if it does.
fn median(f: &Findings, words: Words) -> String {
    let median = words.money(&f.case.currency, f.npv.p50.value);
    let args = [("median", median.as_str())];
    match (sign(f, f.npv.p50.value), sign(f, f.npv.mean.value)) {
        (Ordering::Less, Ordering::Greater) => words.say_with("answer-median-mean-gains", &args),
        (Ordering::Greater, Ordering::Less) => words.say_with("answer-median-mean-loses", &args),
        _ => words.say_with("answer-median", &args),
    }
}

/// What the rule of the case says of it.
fn rule(f: &Findings, words: Words) -> Option<String> {
    let rule: DecisionRule = f.case.rule.parse().ok()?;
    // Above zero it is worth doing; of a loss, below what is allowed.
    let (margin, error) = match rule {
        DecisionRule::Mean => (f.npv.mean.value, f.npv.mean.standard_error),
        DecisionRule::Median => (f.npv.p50.value, f.npv.p50.standard_error),
        DecisionRule::Loss(most) => (most - f.loss_probability.value, f.loss_probability.standard_error),
    };
    let named = match rule {
        DecisionRule::Mean => words.say("rule-mean"),
        DecisionRule::Median => words.say("rule-median"),
        DecisionRule::Loss(most) => words.say_with("rule-loss", &[("share", &words.percent(most))]),
    };
    let close = margin.abs() < 2.0 * error.unwrap_or(0.0);
    let args = [("rule", named.as_str())];
    Some(match rule {
        _ if close => words.say_with("answer-rule-close", &args),
        DecisionRule::Loss(_) if margin >= 0.0 => words.say_with("answer-rule-yes", &args),
        _ if margin > 0.0 => words.say_with("answer-rule-yes", &args),
        _ => words.say_with("answer-rule-no", &args),
    })
}

/// What it is worth with run-off.
fn run_off(f: &Findings, found: &RunOff, words: Words) -> String {
    let [mean, median] = [found.npv.mean, found.npv.p50].map(|e| words.money(&f.case.currency, e.value));
    let loss = likelihood(&f.case.kind, found.loss_probability.value, words);
    let months = found.months.to_string();
    let args = [("months", months.as_str()), ("mean", &mean), ("median", &median), ("loss", &loss)];
    words.say_with("answer-run-off", &args)
}

/// What is left of it where nobody pays.
fn public_worth(f: &Findings, words: Words) -> String {
    let mean = f.npv.mean.value;
    let size = words.money(&f.case.currency, mean.abs());
    let months = f.case.months.to_string();
    let median = words.money(&f.case.currency, f.npv.p50.value);
    let args = [("size", size.as_str()), ("months", &months), ("median", &median)];
    match sign(f, mean) {
        Ordering::Less => words.say_with("answer-public-costs", &args),
        Ordering::Equal => words.say_with("answer-public-even", &args[1..]),
        Ordering::Greater => words.say_with("answer-public-brings", &args),
    }
}

/// The same case over longer horizons, and what its customers are worth at the end.
fn longer(f: &Findings, words: Words) -> Vec<String> {
    let money = |x: f64| words.money(&f.case.currency, x);
    let public = f.cost_effectiveness.is_some();
    let of = |found: &LongerHorizon| {
        let (mean, months) = (money(found.npv.mean.value), found.months.to_string());
        let loss = words.loss(&f.case.kind, found.loss_probability.value);
        let args = [("mean", mean.as_str()), ("months", &months), ("loss", &loss)];
        match public {
            true => words.say_with("answer-longer-of-public", &args[..2]),
            false => words.say_with("answer-longer-of", &args),
        }
    };
    let horizons: Vec<String> = f.longer.iter().map(of).collect();
    let going_on = (!horizons.is_empty()).then(|| {
        let horizons = horizons.join(", ");
        match public {
            true => words.say_with("answer-longer-public", &[("horizons", &horizons)]),
            false => words.say_with("answer-longer", &[("horizons", &horizons)]),
        }
    });
    let equity = f.customer_equity.filter(|_| !public);
    let equity = equity.map(|equity| words.say_with("answer-equity", &[("equity", &money(equity.value))]));
    going_on.into_iter().chain(equity).collect()
}

/// On which side of zero an amount is as it is shown: what would read as no money at all breaks even.
fn sign(f: &Findings, amount: f64) -> Ordering {
    match Shown::money(&f.case.currency, amount).is_nothing() {
        true => Ordering::Equal,
        false => amount.total_cmp(&0.0),
    }
}

/// What was had for the money, and what a unit of it costs.
fn unit_costs(f: &Findings, found: &CostEffectiveness, words: Words) -> String {
    let (Some(connected), Some(rating)) = (&found.connected, f.kpis.get("rating")) else {
        return words.say("answer-public-no-effect");
    };
    let money = |x: f64| words.money(&f.case.currency, x);
    let (cost, net) = (money(f.pv_cost.mean.value), money(connected.net.value));
    let points = words.signed(rating.difference.mean.value, 2);
    let customers = words.whole(f.pv_cost.mean.value / connected.cost.value);
    let social = f.bridge.get("social").map_or(0.0, |e| e.value);
    let saved = money(f.pv_benefit.mean.value - social);
    let args = [("cost", cost.as_str()), ("points", &points), ("customers", &customers), ("net", &net)];
    words.say_with("answer-public-unit", &[&args[..], &[("saved", saved.as_str())]].concat())
}

fn band(f: &Findings, words: Words) -> String {
    let money = |x: f64| words.money(&f.case.currency, x);
    let tail = f.expected_shortfall_5.value;
    let (low, high, size) = (money(f.npv.p5.value), money(f.npv.p95.value), money(tail.abs()));
    let args = [("low", low.as_str()), ("high", &high), ("tail", &size)];
    if f.cost_effectiveness.is_some() {
        let tail = money(tail);
        return words.say_with("answer-band-public", &[("low", &low), ("high", &high), ("tail", &tail)]);
    }
    match sign(f, tail) {
        Ordering::Less => words.say_with("answer-band-loses", &args),
        Ordering::Equal => words.say_with("answer-band-even", &args[..2]),
        Ordering::Greater => words.say_with("answer-band-brings", &args),
    }
}

fn in_full(f: &Findings, words: Words) -> Option<String> {
    let full = f.by_delivery.get("full")?;
    let (share, median) = (words.percent(full.share.value), words.money(&f.case.currency, full.npv.p50.value));
    Some(words.say_with("answer-full", &[("share", &share), ("median", &median)]))
}

/// Where success costs more than failure.
fn upkeep(f: &Findings, words: Words) -> Option<String> {
    let [full, none] = ["full", "none"].map(|outcome| f.by_delivery.get(outcome));
    (full?.npv.p50.value < none?.npv.p50.value).then(|| words.say("answer-upkeep"))
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
