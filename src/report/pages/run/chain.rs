//! Numbers of the chain in words: an input of the ledger, a median with its band.

use crate::words::Words;
use delight_model::scenario::LedgerRow;
use delight_studies::findings::{InputFacts, Name};

/// A number of the ledger as an input whose values can be written.
pub fn facts(row: &LedgerRow) -> InputFacts {
    InputFacts {
        path: row.path.clone(),
        meaning: row.meaning.clone(),
        name: Name { path: row.path.clone(), english: row.meaning.clone(), ..Name::default() },
        unit: row.unit.clone(),
        grade: row.grade.clone(),
        link: String::new(),
        p10: f64::NAN,
        p50: row.p50,
        p90: f64::NAN,
    }
}

/// A median with its P5 and P95.
pub fn banded(median: &str, low: &str, high: &str, words: Words) -> String {
    words.say_with("banded", &[("median", median), ("low", low), ("high", high)])
}
