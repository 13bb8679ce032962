//! From the answers of a self-assessment to the nine maturities: the matrix of the questionnaire (grade D).

use crate::chain::ELEMENTS;
use crate::evidence::{Item, questionnaire};
use crate::sampling::Distribution;

/// An answer in points, 0 to 10: what was said on average, and how far answers spread.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Points {
    /// Mean, 0 to 10.
    pub mean: f64,
    /// Standard deviation, points.
    pub sd: f64,
}

/// The maturity of an element as the answers show it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Maturity {
    /// The maturity, 0 to 1.
    pub value: f64,
    /// How far it may be off: one standard deviation, 0 to 1.
    pub sd: f64,
    /// Questions that bear on the element and were answered.
    pub answered: usize,
    /// Questions that bear on the element.
    pub asked: usize,
}

/// Half the width of a PERT in its standard deviations, where it is symmetric: its variance is (high − low)²/28.
const HALF_WIDTH: f64 = 2.645_751;

impl Maturity {
    /// Lowest and highest maturity that are thought possible: value ∓ √7·sd, within 0 to 1.
    pub fn ends(&self) -> (f64, f64) {
        let reach = HALF_WIDTH * self.sd;
        ((self.value - reach).max(0.0), (self.value + reach).min(1.0))
    }

    /// The PERT between the ends, with the value as the most likely; none if it is known exactly.
    pub fn distribution(&self) -> Option<Distribution> {
        let (low, high) = self.ends();
        Distribution::pert(low, self.value, high).ok()
    }
}

/// The nine maturities from the answers, one for each question in the order of the questionnaire; none for an element on
/// which no answer bears.
///
/// With the weights ŵ_i of the questions on the element (Σŵ = 1), the answers s_i of mean and spread v_i², and A = Σ ŵ_i
/// over the answered:
///
/// value = Σ ŵ_i·s_i / A / 10;
/// variance = (common² + Σ (ŵ_i/A)²·(own² + v_i²) + Σ_unanswered ŵ_j²·unasked²) / 100.
pub fn maturities(answers: &[Option<Points>]) -> [Option<Maturity>; 9] {
    std::array::from_fn(|e| maturity(ELEMENTS[e], answers))
}

fn maturity(element: &str, answers: &[Option<Points>]) -> Option<Maturity> {
    let error = questionnaire().error;
    let bearing = || {
        let weighed = questionnaire().items.iter().map(|item: &Item| item.weight(element));
        weighed.zip(answers).filter(|(weight, _)| *weight > 0.0)
    };
    let all: f64 = bearing().map(|(weight, _)| weight).sum();
    let given: f64 = bearing().filter(|(_, answer)| answer.is_some()).map(|(weight, _)| weight).sum();
    if given <= 0.0 {
        return None;
    }
    let (mut value, mut variance, mut answered) = (0.0, error.common * error.common, 0);
    for (weight, answer) in bearing() {
        match answer {
            Some(points) => {
                let part = weight / given;
                value += part * points.mean;
                variance += part * part * (error.own * error.own + points.sd * points.sd);
                answered += 1;
            }
            None => variance += (weight / all * error.unasked).powi(2),
        }
    }
    Some(Maturity { value: value / 10.0, sd: variance.sqrt() / 10.0, answered, asked: bearing().count() })
}

/// What the number of experience values is worth, in points: 10 for four to six, which people can remember; 0 for none
/// and for twelve or more; in between along straight lines.
pub fn points_of_number(values: usize) -> f64 {
    match values {
        0..4 => 2.5 * values as f64,
        4..=6 => 10.0,
        _ => 10.0 * 12_usize.saturating_sub(values) as f64 / 6.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Group;

    fn all(mean: f64) -> Vec<Option<Points>> {
        vec![Some(Points { mean, sd: 0.0 }); questionnaire().items.len()]
    }

    fn found(answers: &[Option<Points>]) -> [Maturity; 9] {
        maturities(answers).map(|m| m.expect("every element is reached"))
    }

    #[test]
    fn nothing_but_tens_is_full_maturity_nothing_but_zeros_is_none() {
        assert!(found(&all(10.0)).iter().all(|m| (m.value - 1.0).abs() < 1e-12));
        assert!(found(&all(0.0)).iter().all(|m| m.value == 0.0));
        assert!(found(&all(5.0)).iter().all(|m| (m.value - 0.5).abs() < 1e-12));
    }

    #[test]
    fn every_element_is_reached_by_at_least_two_questions_and_no_weight_names_another() {
        for m in found(&all(5.0)) {
            assert!(m.asked >= 2 && m.answered == m.asked);
        }
        for item in &questionnaire().items {
            assert!(item.weights.keys().all(|element| ELEMENTS.contains(&element.as_str())), "{}", item.path());
        }
    }

    #[test]
    fn a_better_answer_never_lowers_a_maturity_and_raises_one_unless_it_is_about_basics() {
        let before = found(&all(5.0));
        for (i, item) in questionnaire().items.iter().enumerate() {
            let mut answers = all(5.0);
            answers[i] = Some(Points { mean: 6.0, sd: 0.0 });
            let after = found(&answers);
            assert!(before.iter().zip(&after).all(|(b, a)| a.value >= b.value - 1e-12), "{}", item.path());
            let raised = before.iter().zip(&after).any(|(b, a)| a.value > b.value + 1e-6);
            assert_eq!(raised, item.group != Group::Basics, "{}", item.path());
        }
    }

    #[test]
    fn a_missing_answer_and_raters_who_disagree_both_make_the_maturity_less_sure() {
        let sure = found(&all(5.0));
        for (i, item) in questionnaire().items.iter().enumerate().filter(|(_, item)| item.group != Group::Basics) {
            let (mut missing, mut spread) = (all(5.0), all(5.0));
            missing[i] = None;
            spread[i] = Some(Points { mean: 5.0, sd: 1.5 });
            for (e, element) in ELEMENTS.iter().enumerate().filter(|(_, element)| item.weight(element) > 0.0) {
                assert!(found(&missing)[e].sd > sure[e].sd, "{} {element}", item.path());
                assert!(found(&spread)[e].sd > sure[e].sd, "{} {element}", item.path());
            }
        }
    }

    #[test]
    fn a_single_answer_has_the_error_of_one_rater_and_of_all_that_was_not_asked() {
        let mut answers = vec![None; questionnaire().items.len()];
        let place =
            questionnaire().items.iter().position(|i| i.path() == "assessment.shifts.partners").expect("a shift");
        answers[place] = Some(Points { mean: 8.0, sd: 0.0 });
        let all = maturities(&answers);
        let reached: Vec<&str> = ELEMENTS.iter().zip(&all).filter(|(_, m)| m.is_some()).map(|(e, _)| *e).collect();
        assert_eq!(reached, ["processes", "innovation"]);
        let processes = all[6].expect("reached");
        assert!((processes.value - 0.8).abs() < 1e-12);
        // √(common² + own²) = √1.49 points even if nothing else had been asked.
        assert!(processes.sd > 0.122);
    }

    #[test]
    fn four_to_six_experience_values_are_best_and_twelve_as_bad_as_none() {
        let points: Vec<f64> = [0, 2, 4, 5, 6, 9, 12, 40].map(points_of_number).into();
        assert_eq!(points, [0.0, 5.0, 10.0, 10.0, 10.0, 5.0, 0.0, 0.0]);
    }
}
