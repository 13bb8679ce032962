//! Cases that cannot be set against each other.

use crate::findings::CaseFacts;
use delight_model::scenario::Scenario;
use std::fmt;

/// Why two cases cannot be set against each other.
#[derive(Clone, Debug, PartialEq)]
pub struct DiffError {
    what: &'static str,
    key: &'static str,
    found: [String; 2],
}

impl fmt::Display for DiffError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let DiffError { what, key, found: [a, b] } = self;
        write!(f, "the cases differ in their {what}: {a} and {b}; give both files the same {key}")
    }
}

impl std::error::Error for DiffError {}

/// Refuses cases whose money cannot be compared.
pub(super) fn refuse(a: &Scenario, b: &Scenario) -> Result<(), DiffError> {
    let kind = |case: &Scenario| CaseFacts::of(case).kind;
    let rules = [
        ("currency", "case.currency", [a, b].map(|case| case.currency.clone())),
        ("kind", "case.kind", [a, b].map(kind)),
        ("horizon in months", "case.months", [a, b].map(|case| case.months.to_string())),
    ];
    let differs = |(_, _, found): &(_, _, [String; 2])| found[0] != found[1];
    match rules.into_iter().find(differs) {
        Some((what, key, found)) => Err(DiffError { what, key, found }),
        None => Ok(()),
    }
}
