//! Basics first: whether the core value and the recovery of failures are in order, before anything is to surprise.

use delight_model::sampling::Distribution;
use delight_model::scenario::{Assessment, Scenario, ledger};
use serde::{Deserialize, Serialize};

/// Mean rating below which levels 1 and 2 of the pyramid are not in order (prior G; grade D).
pub const LEAST_RATING: f64 = 7.0;
/// Mean mark of complaint handling below which they are not (prior G; grade D).
pub const LEAST_COMPLAINT_HANDLING: f64 = 6.5;

/// Whether levels 1 and 2 of the pyramid are in order.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Basics {
    /// Mean rating of customers: as answered, or else as the case computes it.
    pub rating: Option<Mark>,
    /// Mean mark of complaint handling, as answered.
    pub complaint_handling: Option<Mark>,
    /// Mean score today that the model reckons with, at the medians, 0 to 10: as given, or else of the customers of the case.
    pub computed_rating: Option<f64>,
    /// What is left of the gains of levels 3 and 4 while the basics are not in order: P5, median, P95, if there is a case.
    pub gate: Option<[f64; 3]>,
}

/// A mark against the least that is in order.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// Its mean, 0 to 10.
    pub value: f64,
    /// The least that is in order, 0 to 10.
    pub least: f64,
    /// Probability that it is below the least.
    pub below: f64,
    /// Whether it was answered; otherwise it was computed.
    pub answered: bool,
}

impl Basics {
    /// Whether the basics are in order: none where nothing is known of them.
    pub fn in_order(&self) -> Option<bool> {
        let marks: Vec<&Mark> = self.rating.iter().chain(&self.complaint_handling).collect();
        (!marks.is_empty()).then(|| marks.iter().all(|m| m.value >= m.least))
    }
}

/// The basics from the answers, and from the case where there is one.
pub(crate) fn basics(assessment: &Assessment, case: Option<&Scenario>) -> Basics {
    let answered = |key, least| assessment.basics(key).map(|answer| mark(&answer.points, least));
    let computed_rating = case.and_then(|case| Some(case.today()?.score));
    let computed = |value: f64| {
        let below = if value < LEAST_RATING { 1.0 } else { 0.0 };
        Mark { value, least: LEAST_RATING, below, answered: false }
    };
    let gate = case.and_then(|c| {
        let row = ledger(c).into_iter().find(|row| row.path == "effects.experience.basics_gate")?;
        Some([row.p5?, row.p50, row.p95?])
    });
    Basics {
        rating: answered("rating", LEAST_RATING).or(computed_rating.map(computed)),
        complaint_handling: answered("complaint_handling", LEAST_COMPLAINT_HANDLING),
        computed_rating,
        gate,
    }
}

fn mark(points: &Distribution, least: f64) -> Mark {
    let value = points.mean();
    let below = match points.is_constant() {
        true if value < least => 1.0,
        true => 0.0,
        false => points.cdf(least),
    };
    Mark { value, least, below, answered: true }
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::scenario::Assessed;

    const HOTEL: &str = "[case]\npreset = \"hotel\"\n";

    fn found(text: &str) -> Basics {
        let assessed = Assessed::from_text("scan.toml", text).unwrap_or_else(|e| panic!("{e}"));
        basics(&assessed.assessment.expect("answers"), assessed.case.as_ref().ok())
    }

    #[test]
    fn basics_are_in_order_from_seven_and_six_and_a_half_on() {
        let of = |basics: &str| found(&format!("[assessment.basics]\n{basics}\n")).in_order();
        assert_eq!(of("rating = 7.0\ncomplaint_handling = 6.5"), Some(true));
        assert_eq!(of("rating = 6.9\ncomplaint_handling = 9"), Some(false));
        assert_eq!(of("rating = 9\ncomplaint_handling = 6.4"), Some(false));
        let unsure = found("[assessment.basics]\nrating = \"6.5 to 7.5\"\n").rating.expect("a mark");
        assert!((unsure.below - 0.5).abs() < 1e-6);
    }

    #[test]
    fn a_case_without_a_rating_is_judged_by_the_mean_score_of_its_customers() {
        let mix = "[customers.mix]\nunconnected = 0.5\nsatisfied = 0.5\ndistinctive = 1e-9\nconnected = 1e-9\n";
        let basics = found(&format!("{HOTEL}[assessment.shifts]\npartners = 8\n{mix}"));
        let rating = basics.rating.expect("computed");
        // Half of the customers give 5.6 on average, half 7.3.
        assert!((rating.value - 6.45).abs() < 1e-6 && !rating.answered);
        assert_eq!(basics.in_order(), Some(false));
        assert_eq!(found("[assessment.shifts]\npartners = 8\n").in_order(), None);
    }
}
