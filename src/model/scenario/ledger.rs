//! The ledger: every number of a case on one line, with what it may be and where it comes from.

use super::checked::{Assumption, Conversion, Value};
use super::valid::Scenario;
use serde::{Deserialize, Serialize};

/// One line of the ledger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LedgerRow {
    /// Path in the scenario file.
    pub path: String,
    /// What it means.
    pub meaning: String,
    /// As it was written.
    pub written: String,
    /// The 5 % quantile; none where it is computed from other rows.
    pub p5: Option<f64>,
    /// The median; for a computed row the same sum of medians.
    pub p50: f64,
    /// The 95 % quantile; none where it is computed from other rows.
    pub p95: Option<f64>,
    /// Unit.
    pub unit: String,
    /// Source, in the words of whoever gave it; empty if nobody did.
    pub source: String,
    /// Note, in the words of whoever gave it; empty if nobody did.
    pub note: String,
    /// Grade of the evidence, A to D; empty if nobody gave one.
    pub grade: String,
    /// `hotel.toml:12`, `preset hotel:40`, `defaults:9`.
    pub place: String,
    /// How it was converted, if it is an amount in euros in a case of another currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub converted: Option<Conversion>,
}

/// Every assumption of the case, in the order of its draws.
pub fn ledger(scenario: &Scenario) -> Vec<LedgerRow> {
    scenario.assumptions().iter().map(|a| row(a, scenario.assumptions())).collect()
}

fn row(assumption: &Assumption, all: &[Assumption]) -> LedgerRow {
    let (p5, p50, p95) = match &assumption.value {
        Value::Drawn(d) => (Some(d.quantile(0.05)), d.median(), Some(d.quantile(0.95))),
        Value::Sum(parts) => (None, parts.iter().map(|(place, weight)| weight * median(&all[*place])).sum(), None),
    };
    let provenance = &assumption.provenance;
    LedgerRow {
        path: assumption.path.clone(),
        meaning: assumption.meaning.clone(),
        written: assumption.written.clone(),
        p5,
        p50,
        p95,
        unit: assumption.unit.clone(),
        source: provenance.source.clone().unwrap_or_default(),
        note: provenance.note.clone().unwrap_or_default(),
        grade: provenance.grade.map_or("", super::checked::Grade::letter).to_owned(),
        place: provenance.place.clone(),
        converted: provenance.converted.clone(),
    }
}

/// Computed assumptions are sums of drawn ones only.
fn median(assumption: &Assumption) -> f64 {
    match &assumption.value {
        Value::Drawn(distribution) => distribution.median(),
        Value::Sum(_) => f64::NAN,
    }
}
