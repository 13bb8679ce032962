//! The audit of a case: the table of all rules, and those that it breaks.

use super::findings::{Audit, Breach};
use super::last_run::LastRun;
use super::rule::{Cases, Rule};
use super::subject::Subject;
use super::{costs, evidence, money, outcome, overlap, programme, ranges, results};
use crate::findings::{CaseFacts, Provenance};
use delight_model::scenario::Scenario;
use delight_model::simulate::{Control, Settings, SimulationError};

/// Trials unless asked otherwise.
pub const TRIALS: u64 = 4_096;

/// Every rule, by id.
pub fn rules() -> Vec<Rule> {
    [
        &costs::RULES[..],
        &programme::RULES,
        &money::RULES,
        &ranges::RULES,
        &evidence::RULES,
        &overlap::RULES,
        &outcome::RULES,
        &results::RULES,
    ]
    .concat()
}

/// Holds a case against every rule that speaks of its kind; `last` is what its last run left behind, if anything.
///
/// # Errors
/// [`SimulationError::Cancelled`] if `control` said so.
pub fn audit(
    scenario: &Scenario,
    settings: Settings,
    last: Option<&LastRun>,
    control: &Control,
) -> Result<Audit, SimulationError> {
    let subject = Subject::new(scenario, settings, last, control)?;
    let speaks = |rule: &Rule| match rule.cases {
        Cases::Both => true,
        Cases::Chain => subject.chain().is_some(),
        Cases::CashFlow => subject.chain().is_none(),
    };
    let asked: Vec<Rule> = rules().into_iter().filter(speaks).collect();
    let mut findings: Vec<Breach> = asked.iter().filter_map(|rule| breach(rule, &subject)).collect();
    findings.sort_by_key(|breach| breach.severity);
    Ok(Audit {
        case: CaseFacts::of(scenario),
        provenance: Provenance::new(&settings, subject.sample().trials()),
        rules: asked.len(),
        findings,
    })
}

fn breach(rule: &Rule, subject: &Subject) -> Option<Breach> {
    let places = (rule.check)(subject);
    let Rule { id, theme, severity, .. } = *rule;
    (!places.is_empty()).then(|| Breach { rule: id.to_owned(), theme, severity, places })
}
