//! The audit of a case: the table of all rules, and those that it breaks.

use super::findings::{Audit, Breach};
use super::last_run::LastRun;
use super::rule::{Cases, Rule, Severity};
use super::subject::Subject;
use super::{costs, evidence, money, outcome, overlap, programme, ranges, results};
use crate::findings::{CaseFacts, Provenance};
use crate::run::Findings;
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
    let asked: Vec<Rule> = rules().into_iter().filter(|rule| speaks(rule, &subject)).collect();
    let mut findings: Vec<Breach> = asked.iter().filter_map(|rule| breach(rule, &subject)).collect();
    findings.sort_by_key(|breach| breach.severity);
    Ok(Audit {
        case: CaseFacts::of(scenario),
        provenance: Provenance::new(&settings, subject.trials()),
        rules: asked.len(),
        findings,
    })
}

/// The same run with what its case must have mended before its result can be used: what a run shows beside its answer.
pub fn reviewed(scenario: &Scenario, found: Findings) -> Findings {
    let must_mend = musts(scenario, &found);
    Findings { must_mend, ..found }
}

/// Ids of the rules that must hold and that a case breaks, by what its own run found.
fn musts(scenario: &Scenario, found: &Findings) -> Vec<String> {
    let subject = Subject::of_run(scenario, found);
    let broken = |rule: &Rule| rule.severity == Severity::Must && breach(rule, &subject).is_some();
    let broken = rules().into_iter().filter(|rule| speaks(rule, &subject) && broken(rule));
    broken.map(|rule| rule.id.to_owned()).collect()
}

/// Whether a rule speaks of this kind of case.
fn speaks(rule: &Rule, subject: &Subject) -> bool {
    match rule.cases {
        Cases::Both => true,
        Cases::Chain => subject.chain().is_some(),
        Cases::CashFlow => subject.chain().is_none(),
    }
}

fn breach(rule: &Rule, subject: &Subject) -> Option<Breach> {
    let places = (rule.check)(subject);
    let Rule { id, theme, severity, .. } = *rule;
    (!places.is_empty()).then(|| Breach { rule: id.to_owned(), theme, severity, places })
}
