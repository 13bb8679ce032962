//! How good the evidence is: grades A to D, and grades as a source gives them, such as `A/C`.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// Grade of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Meta-analysis or replicated.
    A,
    /// One peer-reviewed study.
    B,
    /// Industry, vendor, trade or official statistic quoted second-hand.
    C,
    /// Expert opinion, a claim, or our own assumption.
    D,
}

impl Grade {
    /// All grades, best first.
    pub const ALL: [Grade; 4] = [Grade::A, Grade::B, Grade::C, Grade::D];

    /// The letter.
    pub fn letter(self) -> &'static str {
        ["A", "B", "C", "D"][self as usize]
    }

    /// What it says of a number.
    pub fn meaning(self) -> &'static str {
        [
            "meta-analysis, or replicated",
            "one peer-reviewed study",
            "industry, vendor, trade or official statistic, quoted second-hand",
            "expert opinion, a claim, or our own assumption",
        ][self as usize]
    }
}

/// A grade as it was given: one letter (`A`, `A-`), two where parts of the number differ (`A/C`), or none (`-`) for a
/// definition or mere arithmetic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graded {
    written: String,
    ends: Option<(Grade, Grade)>,
}

impl Graded {
    /// Reads a grade as it is written.
    ///
    /// # Errors
    /// The text, where it is not letters A to D, each perhaps with a minus, with `/` between them.
    pub fn parse(text: &str) -> Result<Graded, String> {
        let wrong = || format!("grade {text:?} is not A, B, C, D, two of them such as A/C, or -");
        if text == "-" {
            return Ok(Graded { written: text.to_owned(), ends: None });
        }
        let letters: Option<Vec<Grade>> = text
            .split('/')
            .map(|part| {
                let letter = part.strip_suffix('-').unwrap_or(part);
                Grade::ALL.into_iter().find(|grade| grade.letter() == letter)
            })
            .collect();
        let letters = letters.ok_or_else(wrong)?;
        let ends = letters.iter().min().copied().zip(letters.iter().max().copied());
        Ok(Graded { written: text.to_owned(), ends: Some(ends.ok_or_else(wrong)?) })
    }

    /// The grade of its best part; none for a definition.
    pub fn best(&self) -> Option<Grade> {
        self.ends.map(|(best, _)| best)
    }

    /// The grade of its worst part, by which it counts; none for a definition.
    pub fn worst(&self) -> Option<Grade> {
        self.ends.map(|(_, worst)| worst)
    }
}

impl fmt::Display for Graded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.written)
    }
}

impl Serialize for Graded {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.written)
    }
}

impl<'de> Deserialize<'de> for Graded {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Graded::parse(&String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grade_of_two_parts_counts_by_the_worse() {
        let graded = Graded::parse("A/C").expect("a grade");
        assert_eq!((graded.best(), graded.worst()), (Some(Grade::A), Some(Grade::C)));
        assert_eq!(Graded::parse("D/B").expect("a grade").worst(), Some(Grade::D));
    }

    #[test]
    fn a_minus_keeps_the_letter_and_is_shown() {
        let graded = Graded::parse("A-").expect("a grade");
        assert_eq!((graded.worst(), graded.to_string().as_str()), (Some(Grade::A), "A-"));
    }

    #[test]
    fn a_definition_has_no_grade_and_other_letters_are_refused() {
        assert_eq!(Graded::parse("-").expect("a definition").best(), None);
        for text in ["E", "", "A/", "a", "A+", "--"] {
            assert!(Graded::parse(text).is_err(), "{text:?}");
        }
    }
}
