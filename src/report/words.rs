//! Every sentence that results call for, decided by thresholds, worded in one place.

use super::format::{money, percent, percent_change, signed};
use crate::analysis::{
    EXPECTED_REVENUE_GAIN, Findings, Plausibility, REPORTED_SUCCESSES, UNPRECEDENTED_RATING_GAIN, Verdict,
};

/// The answer in three sentences: worth, certainty, what decides.
pub fn answer(f: &Findings) -> Vec<String> {
    let c = &f.case.currency;
    let loss = f.loss_probability.value;
    let worth = if f.npv.p50.value < 0.0 { "destroys" } else { "creates" };
    let size = money(c, f.npv.p50.value.abs());
    let mut sentences = vec![format!(
        "In the median trial this investment {worth} {size} of value over {} months; {} it loses money.",
        f.case.months,
        likelihood(loss)
    )];
    if f.npv.sd.is_some_and(|sd| sd.value > 0.0) {
        let tail = f.expected_shortfall_5.value;
        let verb = if tail < 0.0 { "loses" } else { "still brings" };
        sentences.push(format!(
            "Nine in ten trials end between {} and {}; the worst one in twenty {verb} {} on average.",
            money(c, f.npv.p5.value),
            money(c, f.npv.p95.value),
            money(c, tail.abs())
        ));
    }
    if let (Some(full), true) = (f.by_delivery.get("full"), f.by_delivery.len() > 1) {
        let worth = full.npv.p50.value;
        let verb = if worth < 0.0 { "it still destroys" } else { "it creates" };
        sentences.push(format!(
            "Delivered in full, as in {} of the trials, {verb} {} in the median.",
            percent(full.share.value),
            money(c, worth.abs())
        ));
    }
    sentences
}

/// A probability of a loss in words, with its figure.
fn likelihood(loss: f64) -> String {
    let words = match loss {
        p if p >= 0.95 => "almost certainly",
        p if p >= 0.75 => "very probably",
        p if p >= 0.55 => "more likely than not",
        p if p > 0.45 => "as likely as not",
        p if p > 0.25 => "less likely than not",
        p if p > 0.05 => "rarely",
        p if p > 0.0 => "hardly ever",
        _ => "in no trial",
    };
    if loss == 0.0 { words.into() } else { format!("{words} ({})", percent(loss)) }
}

/// An outcome of the delivery draw.
pub fn delivery(key: &str) -> &'static str {
    match key {
        "full" => "in full",
        "partial" => "in part, then fading",
        "harmful" => "harmfully, then fading",
        _ => "not at all",
    }
}

/// A piece of the value bridge.
pub fn piece(key: &str) -> &'static str {
    match key {
        "loyalty" => "customers who stay",
        "advocacy" => "customers who come",
        "spend" => "customers who spend more",
        "price" => "prices they accept",
        "cost_to_serve" => "cost to serve",
        "people" => "turnover and absence",
        _ => "social value",
    }
}

/// An indicator of the chain.
pub fn kpi(key: &str) -> &'static str {
    match key {
        "customers" => "customers",
        "connected" => "connected customers",
        "nps" => "NPS",
        "promoters" => "promoters",
        "passives" => "passives",
        "detractors" => "detractors",
        "rating" => "mean score, 0–10",
        "engaged" => "engaged employees",
        "turnover" => "staff turnover a year",
        _ => "revenue",
    }
}

/// A comparison with the literature: whether it is sound, and what to say.
pub fn plausibility(check: &Plausibility) -> (bool, String) {
    match check {
        Plausibility::RevenueGain { p10, p50, p90, verdict } => {
            let [low, middle, high] = EXPECTED_REVENUE_GAIN.map(percent_change);
            let [from, to] = REPORTED_SUCCESSES.map(|x| percent(x).replace(".0", ""));
            let found = format!(
                "Delivered in full, revenue in year 5 is {} in the median (P10 {}, P90 {});",
                percent_change(*p50),
                percent_change(*p10),
                percent_change(*p90)
            );
            let rest = match verdict {
                Verdict::Plausible => format!("cautious reading of the evidence expects {low}, {middle}, {high}."),
                Verdict::Low => format!("even cautious evidence expects {middle}: is something missing?"),
                Verdict::High => {
                    format!("more than cautious evidence ({middle}), within reported successes ({from}–{to}).")
                }
                Verdict::Implausible => format!("above {to} at P90 nothing is documented: something is counted twice."),
            };
            (matches!(verdict, Verdict::Plausible), format!("{found} {rest}"))
        }
        Plausibility::RatingGain { p50, verdict } => {
            let found =
                format!("Delivered in full, the mean score changes by {} points in the median;", signed(*p50, 2, ""));
            let bound = signed(UNPRECEDENTED_RATING_GAIN, 1, "");
            let rest = match verdict {
                Verdict::Implausible => format!("more than +{bound} has no precedent in Dutch series."),
                _ => format!("up to +{bound} has been seen in Dutch series."),
            };
            (!matches!(verdict, Verdict::Implausible), format!("{found} {rest}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_for_a_probability_follow_its_size() {
        let words: Vec<String> = [0.99, 0.8, 0.6, 0.5, 0.3, 0.1, 0.01, 0.0].map(likelihood).into();
        assert_eq!(
            words,
            [
                "almost certainly (99.0%)",
                "very probably (80.0%)",
                "more likely than not (60.0%)",
                "as likely as not (50.0%)",
                "less likely than not (30.0%)",
                "rarely (10.0%)",
                "hardly ever (1.0%)",
                "in no trial"
            ]
        );
    }
}
