//! The answers of a self-assessment, and the maturities that follow from them.

use super::maturity::{Maturity, Points, maturities};
use crate::evidence::{Group, Item, questionnaire};
use crate::sampling::Distribution;

/// The most experience values of a list.
pub const MOST_VALUES: usize = 50;

/// The answers of a self-assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// An answer, or none, for each question, in the order of the questionnaire.
    pub answers: Vec<Option<Answer>>,
    /// The experience values by name, if they were listed.
    pub values: Option<Vec<String>>,
}

/// How far a self-assessment has come, in questions as they are asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Questions answered.
    pub answered: usize,
    /// Questions there are.
    pub asked: usize,
    /// Keys of the others in a scenario file: `assessment.shifts.journey`.
    pub unanswered: Vec<String>,
}

/// An answer to a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What it may be, 0 to 10 points.
    pub points: Distribution,
    /// As it was written, such as `6 to 8`.
    pub written: String,
    /// Where it stands: `hotel.toml:12`.
    pub place: String,
}

impl Answer {
    /// Mean and standard deviation, points of 0 to 10.
    pub fn summary(&self) -> Points {
        const LEVELS: usize = 400;
        let mean = self.points.mean();
        let square = |k| (self.points.quantile((k as f64 + 0.5) / LEVELS as f64) - mean).powi(2);
        let variance = if self.points.is_constant() { 0.0 } else { (0..LEVELS).map(square).sum() };
        Points { mean, sd: (variance / LEVELS as f64).sqrt() }
    }
}

impl Assessment {
    /// Today's maturities by the matrix of the questionnaire; none for an element on which no answer bears.
    pub fn maturities(&self) -> [Option<Maturity>; 9] {
        let points: Vec<Option<Points>> = self.answers.iter().map(|a| a.as_ref().map(Answer::summary)).collect();
        maturities(&points)
    }

    /// The questions that bear on an element and have no answer.
    pub fn unanswered(&self) -> Vec<&'static Item> {
        let weighing = questionnaire().items.iter().zip(&self.answers);
        weighing.filter(|(item, a)| a.is_none() && item.group != Group::Basics).map(|(item, _)| item).collect()
    }

    /// Keys of the questions without an answer that bear on an element; experience values are one question, their list.
    pub fn unanswered_of(&self, element: &str) -> Vec<String> {
        let mut keys: Vec<String> =
            self.unanswered().into_iter().filter(|item| item.weight(element) > 0.0).map(Item::asked_as).collect();
        keys.dedup();
        keys
    }

    /// How many questions are answered, and which are not, as they are asked: experience values are one question.
    pub fn progress(&self) -> Progress {
        let mut questions: Vec<(String, bool)> = Vec::new();
        for (item, answer) in questionnaire().items.iter().zip(&self.answers) {
            let key = item.asked_as();
            match questions.last_mut().filter(|(last, _)| *last == key) {
                Some((_, answered)) => *answered |= answer.is_some(),
                None => questions.push((key, answer.is_some())),
            }
        }
        let asked = questions.len();
        let unanswered: Vec<String> = questions.into_iter().filter(|(_, done)| !done).map(|(key, _)| key).collect();
        Progress { answered: asked - unanswered.len(), asked, unanswered }
    }

    /// The answer to one of the questions about basics, by its key.
    pub fn basics(&self, key: &str) -> Option<&Answer> {
        let place = questionnaire().items.iter().position(|i| i.group == Group::Basics && i.key == key)?;
        self.answers[place].as_ref()
    }
}
