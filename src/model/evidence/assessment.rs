//! The self-assessment as data: its questions in two languages, and what each answer says of the nine elements.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Questions and matrix of the self-assessment.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questionnaire {
    /// How far answers may be off.
    pub error: RaterError,
    /// Every question, in the order in which they are asked.
    #[serde(rename = "item")]
    pub items: Vec<Item>,
}

/// How far answers may be off, in points of 0 to 10: standard deviations. Judgement, grade D.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RaterError {
    /// Error of an answer that no other answer shares.
    pub own: f64,
    /// Error that all answers of a rater share: leniency and halo.
    pub common: f64,
    /// How far a question that was not answered may lie from those that were.
    pub unasked: f64,
    /// Rank correlation between two elements that the common error leaves, 0 to 1.
    pub rank: f64,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The part of the assessment it belongs to.
    pub group: Group,
    /// Its key in the table of its group.
    pub key: String,
    /// What it says of each element it bears on: weights that sum to 1 (0.5 for a mere form, none for the basics).
    #[serde(default)]
    pub weights: BTreeMap<String, f64>,
    /// In English.
    pub en: Words,
    /// In Dutch.
    pub nl: Words,
}

/// The parts of the assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// The ten paradigm shifts.
    Shifts,
    /// The seven stages of feedback management.
    Feedback,
    /// The six questions of the customer vision.
    Vision,
    /// The experience values: answers that follow from their list.
    Values,
    /// Whether the basics are in order.
    Basics,
}

impl Group {
    /// The table of a scenario file in which its answers stand.
    pub fn table(self) -> &'static str {
        match self {
            Group::Shifts => "assessment.shifts",
            Group::Feedback => "assessment.feedback",
            Group::Vision => "assessment.vision",
            Group::Values => "assessment.vision.values",
            Group::Basics => "assessment.basics",
        }
    }
}

/// A question in one language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// What is asked.
    pub question: String,
    /// What an answer of 0 means.
    pub zero: String,
    /// What an answer of 5 means.
    pub five: String,
    /// What an answer of 10 means.
    pub ten: String,
}

impl Item {
    /// The path of its answer in a scenario file, such as `assessment.shifts.journey`.
    pub fn path(&self) -> String {
        format!("{}.{}", self.group.table(), self.key)
    }

    /// The key of the question as it is asked: its path, or of the experience values their list.
    pub fn asked_as(&self) -> String {
        if self.group == Group::Values { self.group.table().to_owned() } else { self.path() }
    }

    /// Its weight on an element, 0 to 1.
    pub fn weight(&self, element: &str) -> f64 {
        self.weights.get(element).copied().unwrap_or(0.0)
    }
}

static QUESTIONNAIRE: LazyLock<Questionnaire> = LazyLock::new(|| {
    toml::from_str(include_str!("assessment.toml")).expect("the questionnaire is part of the program and tested")
});

/// The questionnaire (`src/evidence/assessment.toml`; reasons in `docs/assessment.md`).
pub fn questionnaire() -> &'static Questionnaire {
    &QUESTIONNAIRE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_ten_shifts_seven_stages_and_six_questions_of_the_vision() {
        let count = |group| questionnaire().items.iter().filter(|item| item.group == group).count();
        let groups = [Group::Shifts, Group::Feedback, Group::Vision, Group::Values, Group::Basics];
        assert_eq!(groups.map(count), [10, 7, 6, 2, 2]);
    }

    #[test]
    fn the_weights_of_a_question_sum_to_one_of_a_mere_form_to_a_half_and_basics_weigh_nothing() {
        for item in &questionnaire().items {
            let sum: f64 = item.weights.values().sum();
            let whole = match (item.group, item.key.as_str()) {
                (Group::Basics, _) => 0.0,
                (Group::Values, "number") => 0.5,
                _ => 1.0,
            };
            assert!((sum - whole).abs() < 1e-12, "{}: {sum}", item.path());
            assert!(item.weights.values().all(|w| *w > 0.0), "{}", item.path());
        }
    }

    #[test]
    fn every_question_is_put_in_both_languages_and_no_two_stand_at_one_path() {
        let mut paths: Vec<String> = questionnaire().items.iter().map(Item::path).collect();
        for item in &questionnaire().items {
            for words in [&item.en, &item.nl] {
                for text in [&words.question, &words.zero, &words.five, &words.ten] {
                    assert!(!text.trim().is_empty(), "{}", item.path());
                }
            }
            assert_ne!(item.en.question, item.nl.question);
        }
        paths.sort();
        paths.dedup();
        assert_eq!(paths.len(), questionnaire().items.len());
    }
}
