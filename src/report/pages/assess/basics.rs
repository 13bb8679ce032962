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
    discount(basics, words).iter().for_each(|told| remark(page, told));
    if differs(basics) {
        page.item("!", Tone::Bad, &words.say("basics-model-check"));
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

/// What the figures make of it: the discount as they have it, or that it does not reach today's mean score. Where the basics
/// are in order and no discount is taken there is nothing to say.
fn discount(basics: &Basics, words: Words) -> Option<String> {
    let (score, [low, middle, high]) = (basics.computed_rating?, basics.gate?.map(|x| words.percent(x)));
    let (said, least) = (words.signed(score, 1), words.signed(LEAST_RATING, 1));
    let args = [("score", said.as_str()), ("least", &least), ("low", &low), ("middle", &middle), ("high", &high)];
    match (score < LEAST_RATING, basics.in_order()?) {
        (true, _) => Some(words.say_with("basics-gate", &args)),
        (false, false) => Some(words.say_with("basics-in-full", &args)),
        (false, true) => None,
    }
}

/// Whether the mean score that the case reckons with contradicts the rating that was answered.
fn differs(basics: &Basics) -> bool {
    let Some((mark, score)) = basics.rating.zip(basics.computed_rating) else { return false };
    (mark.value < mark.least) != (score < LEAST_RATING)
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
    fn a_discount_is_announced_where_the_figures_have_it_and_nowhere_else() {
        let of = |rating: f64, complaints: f64, computed: f64| Basics {
            rating: Some(answered(rating, 0.0)),
            complaint_handling: Some(answered(complaints, 0.0)),
            computed_rating: Some(computed),
            gate: Some([0.3, 0.6, 0.9]),
        };
        let told = |rating, complaints, computed| discount(&of(rating, complaints, computed), EN);
        assert_eq!(told(7.5, 7.5, 7.5), None);
        for (rating, complaints) in [(6.5, 7.5), (7.5, 6.0), (7.5, 7.5)] {
            assert!(told(rating, complaints, 6.5).is_some_and(|text| text.contains("count for 60.0%")));
        }
        // Complaints alone are bad, and the discount follows the mean score.
        assert!(told(7.5, 6.0, 7.5).is_some_and(|text| text.contains("count in full") && text.contains("7.5")));
        assert_eq!([(7.5, 7.5), (7.5, 6.5), (6.5, 6.5)].map(|(r, c)| differs(&of(r, 7.5, c))), [false, true, false]);
    }
}
