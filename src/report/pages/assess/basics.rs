//! Basics first: whether levels 1 and 2 of the pyramid are in order.

use super::parts::remark;
use crate::page::content::Page;
use crate::page::table::Tone;
use crate::words::Words;
use delight_studies::assess::{Basics, LEAST_RATING, Mark};

pub(super) fn tell(page: &mut Page, basics: &Basics) {
    let words = page.words;
    page.part(&words.say("basics-title"), &words.say("basics-levels"));
    match basics.in_order() {
        Some(true) => page.item("✓", Tone::Good, &words.say("basics-good")),
        Some(false) => page.item("!", Tone::Bad, &words.say("basics-bad")),
        None => remark(page, &words.say("basics-unknown")),
    }
    let rating = basics.rating.map(|mark| rating(&mark, words));
    let complaints = basics.complaint_handling.map(|mark| complaints(&mark, words));
    rating.iter().chain(&complaints).for_each(|told| remark(page, told));
    if let (Some(false), Some(gate)) = (basics.in_order(), basics.gate) {
        let [low, middle, high] = gate.map(|x| words.percent(x));
        remark(page, &words.say_with("basics-gate", &[("low", &low), ("middle", &middle), ("high", &high)]));
    }
    if let Some(told) = difference_to_model(basics, words) {
        page.item("!", Tone::Bad, &told);
    }
}

fn rating(mark: &Mark, words: Words) -> String {
    let (value, least) = (words.signed(mark.value, 1), words.signed(mark.least, 1));
    let args = [("value", value.as_str()), ("least", &least)];
    match chance(mark, words) {
        _ if !mark.answered => words.say_with("basics-rating-computed", &args),
        Some(chance) => words.say_with("basics-rating-unsure", &[&args[..], &[("chance", &chance)]].concat()),
        None => words.say_with("basics-rating", &args),
    }
}

fn complaints(mark: &Mark, words: Words) -> String {
    let (value, least) = (words.signed(mark.value, 1), words.signed(mark.least, 1));
    let args = [("value", value.as_str()), ("least", &least)];
    match chance(mark, words) {
        Some(chance) => words.say_with("basics-complaints-unsure", &[&args[..], &[("chance", &chance)]].concat()),
        None => words.say_with("basics-complaints", &args),
    }
}

/// The probability that a mark is below the least, unless that is as good as sure.
fn chance(mark: &Mark, words: Words) -> Option<String> {
    (0.0005..0.9995).contains(&mark.below).then(|| words.percent(mark.below))
}

/// Where the answers and the model judge the basics differently: the model knows the mean score only.
fn difference_to_model(basics: &Basics, words: Words) -> Option<String> {
    let (score, in_order) = (basics.computed_rating?, basics.in_order()?);
    let gated = score < LEAST_RATING;
    if gated != in_order {
        return None;
    }
    let score = words.signed(score, 1);
    let told = match gated {
        true => words.say_with("basics-model-applies", &[("score", &score)]),
        false => words.say_with("basics-model-omits", &[("score", &score)]),
    };
    let differs = basics.rating.is_some_and(|mark| (mark.value < mark.least) != gated);
    Some(if differs { format!("{told} {}", words.say("basics-model-check")) } else { told })
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::scenario::Language;

    const EN: Words = Words::new(Language::English);

    fn answered(value: f64, below: f64) -> Mark {
        Mark { value, least: 7.0, below, answered: true }
    }

    #[test]
    fn a_mark_that_may_be_below_the_least_says_how_probable_that_is() {
        assert_eq!(rating(&answered(7.4, 0.0), EN), "Mean rating 7.4 out of 10 (in order at 7.0 or above).");
        assert!(rating(&answered(7.4, 0.2), EN).contains("below it with a probability of 20.0%"));
        assert!(complaints(&answered(7.4, 0.2), EN).starts_with("Complaint handling 7.4"));
        let computed = Mark { answered: false, ..answered(6.8, 1.0) };
        assert!(rating(&computed, EN).contains("that of the case"));
    }

    #[test]
    fn the_score_is_to_be_checked_only_where_it_contradicts_the_rating_that_was_answered() {
        let told = |rating: f64, complaints: f64, computed: f64| {
            let basics = Basics {
                rating: Some(answered(rating, 0.0)),
                complaint_handling: Some(answered(complaints, 0.0)),
                computed_rating: Some(computed),
                gate: None,
            };
            difference_to_model(&basics, EN)
        };
        assert_eq!(told(7.5, 7.5, 7.5), None);
        assert_eq!(told(6.5, 7.5, 6.5), None);
        let said = |rating, complaints, computed| told(rating, complaints, computed).expect("they differ");
        // Complaints alone are bad, and of complaints the model knows nothing.
        assert!(said(7.5, 6.0, 7.5).contains("does not apply") && !said(7.5, 6.0, 7.5).contains("Check"));
        assert!(said(7.5, 7.5, 6.5).contains("all the same") && said(7.5, 7.5, 6.5).contains("Check customers.score"));
    }
}
