//! What an audit finds: the rules that a case breaks, each with its places. Its keys are those of `audit.json`.

use super::place::Place;
use super::rule::{Severity, Theme};
use crate::findings::{CaseFacts, Provenance};
use serde::{Deserialize, Serialize};

/// What a reviewer would ask of a case.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Audit {
    /// What was looked at.
    pub case: CaseFacts,
    /// How it came about; its trials are those of the small run that some rules look at.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// Rules that speak of this kind of case.
    pub rules: usize,
    /// The rules that are broken, the gravest first, then by id.
    pub findings: Vec<Breach>,
}

impl Audit {
    /// How many rules of this severity are broken.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|breach| breach.severity == severity).count()
    }
}

/// A rule that is broken, and where.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Breach {
    /// Id of the rule.
    pub rule: String,
    /// What it is about.
    pub theme: Theme,
    /// How grave it is.
    pub severity: Severity,
    /// Where it is broken; never empty.
    pub places: Vec<Place>,
}
