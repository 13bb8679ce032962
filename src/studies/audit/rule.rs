//! What a rule is.

use super::place::Place;
use super::subject::Subject;
use serde::{Deserialize, Serialize};

/// How grave it is if a rule is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The result cannot be used before this is mended.
    Must,
    /// Mend it, or say why it stands.
    Should,
    /// Worth knowing when the result is read.
    Note,
}

impl Severity {
    /// Every severity, the gravest first.
    pub const ALL: [Severity; 3] = [Severity::Must, Severity::Should, Severity::Note];

    /// The key that results use.
    pub const fn key(self) -> &'static str {
        match self {
            Severity::Must => "must",
            Severity::Should => "should",
            Severity::Note => "note",
        }
    }
}

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// What the programme costs.
    Costs,
    /// How it is delivered and steered.
    Programme,
    /// Rates, tax, horizon.
    Money,
    /// How uncertainty is given.
    Ranges,
    /// Where the numbers come from.
    Evidence,
    /// What counts twice.
    Overlap,
    /// What comes out.
    Outcome,
    /// The saved results.
    Results,
}

impl Theme {
    /// Every theme, in the order of the ids.
    pub const ALL: [Theme; 8] = [
        Theme::Costs,
        Theme::Programme,
        Theme::Money,
        Theme::Ranges,
        Theme::Evidence,
        Theme::Overlap,
        Theme::Outcome,
        Theme::Results,
    ];

    /// The key that results use.
    pub const fn key(self) -> &'static str {
        match self {
            Theme::Costs => "costs",
            Theme::Programme => "programme",
            Theme::Money => "money",
            Theme::Ranges => "ranges",
            Theme::Evidence => "evidence",
            Theme::Overlap => "overlap",
            Theme::Outcome => "outcome",
            Theme::Results => "results",
        }
    }
}

/// The kinds of case that a rule applies to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cases {
    /// Those of the effect chain.
    Chain,
    /// Rival projects without a chain.
    CashFlow,
    /// All.
    Both,
}

/// One rule.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// `AUD01`…: never given to another rule.
    pub id: &'static str,
    /// What it is about.
    pub theme: Theme,
    /// How grave it is if it is broken.
    pub severity: Severity,
    /// The cases it applies to.
    pub cases: Cases,
    /// Entries of the evidence library that it rests on.
    pub rests_on: &'static [&'static str],
    /// The literature it rests on; empty where it is our own judgement.
    pub source: &'static str,
    /// The places that break it.
    pub check: fn(&Subject) -> Vec<Place>,
}
