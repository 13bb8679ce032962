//! A place of a case that breaks a rule: where it stands, what was found there, and against what.

use delight_model::scenario::{Assumption, Scenario};
use delight_model::statistics::Estimate;
use serde::{Deserialize, Serialize};

/// A place that breaks a rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// The file, or `preset hotel`, or `defaults`; empty where it concerns the whole case.
    pub file: String,
    /// Line from 1; none where it concerns the whole file.
    pub line: Option<usize>,
    /// Path of the key, or of the measure that comes out.
    pub key: String,
    /// What was measured there, where it is not the value of the key: a member of [`MEASURES`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// What was found there.
    pub found: Option<Found>,
    /// What it is held against.
    pub against: Option<Found>,
}

/// What rules measure, by the keys that results use.
pub const MEASURES: [&str; 12] = [
    "last_month",
    "first_month",
    "rooted",
    "terminal",
    "payback",
    "loss",
    "ratio",
    "cut",
    "variance",
    "caused",
    "error",
    "rating_gain",
];

/// What was found at a place, with its unit; of what was simulated with its standard error.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Found {
    /// The value as it was written.
    Written(String),
    /// A share, 0.1 for 10 %.
    Share(Estimate),
    /// An amount in the currency of the case.
    Money(Estimate),
    /// Months.
    Months(f64),
    /// Points of the 0–10 question.
    Points(f64),
    /// A multiple.
    Times(f64),
    /// A rank correlation.
    Rank(f64),
    /// A number of things.
    Count(u64),
}

impl Found {
    /// A share that is exact.
    pub(super) fn share(value: f64) -> Found {
        Found::Share(Estimate::without_error(value))
    }
}

impl Place {
    /// The place of an assumption, with what is written there.
    pub(super) fn of(assumption: &Assumption) -> Place {
        Place::at(&assumption.path, &assumption.provenance.place).found(Found::Written(assumption.written.clone()))
    }

    /// A place such as `hotel.toml:12`.
    pub(super) fn at(key: &str, place: &str) -> Place {
        let (file, line) = match place.rsplit_once(':') {
            Some((file, line)) => (file, line.parse().ok()),
            None => (place, None),
        };
        Place { file: file.to_owned(), line, key: key.to_owned(), measure: None, found: None, against: None }
    }

    /// The place of a setting of the case; without file and line where only the program's default holds.
    pub(super) fn setting(scenario: &Scenario, path: &str) -> Place {
        match scenario.setting(path) {
            Some(setting) => {
                let place = Place::at(path, &setting.place);
                if setting.written.is_empty() { place } else { place.found(Found::Written(setting.written.clone())) }
            }
            None => Place::at(path, ""),
        }
    }

    /// The same with what was found.
    pub(super) fn found(self, found: Found) -> Place {
        Place { found: Some(found), ..self }
    }

    /// The same with what was measured there instead of its value.
    pub(super) fn measured(self, measure: &'static str, found: Found) -> Place {
        debug_assert!(MEASURES.contains(&measure), "{measure} has no words");
        Place { measure: Some(measure.to_owned()), found: Some(found), ..self }
    }

    /// The same with what it is held against.
    pub(super) fn against(self, against: Found) -> Place {
        Place { against: Some(against), ..self }
    }
}
