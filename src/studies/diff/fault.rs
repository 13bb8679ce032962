//! Cases that cannot be set against each other.

use crate::findings::CaseFacts;
use delight_model::scenario::Scenario;
use delight_model::simulate::SimulationError;
use std::fmt;

/// Why two cases cannot be set against each other.
#[derive(Clone, Debug, PartialEq)]
pub enum DiffError {
    /// They differ in what cannot be bridged.
    Differ {
        /// In what.
        what: &'static str,
        /// The key of the scenario that says it.
        key: &'static str,
        /// What each of the two says.
        found: [String; 2],
    },
    /// The simulation gave no result.
    Simulation(SimulationError),
}

impl From<SimulationError> for DiffError {
    fn from(error: SimulationError) -> Self {
        DiffError::Simulation(error)
    }
}

impl fmt::Display for DiffError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DiffError::Differ { what, key, found: [a, b] } => {
                write!(f, "the cases differ in their {what}: {a} and {b}; give both files the same {key}")
            }
            DiffError::Simulation(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for DiffError {}

/// Refuses cases whose money cannot be compared.
pub(super) fn refuse(a: &Scenario, b: &Scenario) -> Result<(), DiffError> {
    let kind = |case: &Scenario| CaseFacts::of(case).kind;
    let rules = [
        ("currency", "case.currency", [a, b].map(|case| case.currency().to_owned())),
        ("kind", "case.kind", [a, b].map(kind)),
        ("horizon in months", "case.months", [a, b].map(|case| case.months().to_string())),
    ];
    let differs = |(_, _, found): &(_, _, [String; 2])| found[0] != found[1];
    match rules.into_iter().find(differs) {
        Some((what, key, found)) => Err(DiffError::Differ { what, key, found }),
        None => Ok(()),
    }
}
