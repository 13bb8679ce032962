//! What is wrong with a case, its run, and its trials in columns.

use super::error::SeamError;
use super::given::Given;
use super::request::{Asked, read};
use crate::audit::reviewed;
use crate::findings::document;
use crate::run::{Run, RunResult, TRIALS};
use delight_model::scenario::{Case, Diagnostic, ScenarioError, name_for_readers};
use delight_model::simulate::{Control, Measure, Sample};
use serde::{Deserialize, Serialize};

/// One thing that is wrong with a case.
#[derive(Serialize)]
struct Told<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    key: &'a str,
    found: &'a str,
    rule: &'a str,
    fix: Option<&'a str>,
    message: String,
}

impl<'a> From<&'a Diagnostic> for Told<'a> {
    fn from(d: &'a Diagnostic) -> Self {
        Told {
            file: &d.file,
            line: d.line,
            column: d.column,
            key: &d.key,
            found: &d.found,
            rule: &d.rule,
            fix: d.fix.as_deref(),
            message: d.to_string(),
        }
    }
}

/// All that is wrong with a case, as a JSON list: file, line, column, key, what was found, the rule, what to write
/// instead (or null), and all of it as a message. An empty list of a valid case.
///
/// # Errors
/// [`SeamError::Request`] if the request is no JSON of a case.
pub fn check(case: &str) -> Result<String, SeamError> {
    match read::<Given>("the case", case)?.case(None) {
        Ok(_) => Ok(document::<[Told; 0]>(&[])),
        Err(SeamError::Scenario(ScenarioError::Invalid(all))) => {
            Ok(document(&all.list.iter().map(Told::from).collect::<Vec<_>>()))
        }
        Err(error) => Err(error),
    }
}

/// What a run is asked for besides its settings.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Until {
    #[serde(default)]
    precision: Option<f64>,
}

/// Runs a case: `summary.json`, byte for byte.
///
/// # Errors
/// [`SeamError`].
pub fn run(case: &str, settings: &str, control: &Control) -> Result<String, SeamError> {
    let (text, asked): (Given, Asked) = (read("the case", case)?, read("the settings", settings)?);
    let Until { precision } = asked.more()?;
    if precision.is_some_and(|share| !(1e-4..1.0).contains(&share)) {
        return Err(SeamError::Request("the settings: \"precision\" must be from 0.0001 to below 1".into()));
    }
    let case = text.case(asked.lens)?;
    let run = Run::new(asked.settings(case.scenario(), TRIALS));
    let run = precision.into_iter().fold(run, Run::until);
    Ok(summary(text.main(), &case, run.of(&case, control)?))
}

/// The document of a run of a case that lies in files.
pub(super) fn summary(main: &str, case: &Case, found: RunResult) -> String {
    let mut findings = reviewed(case.scenario(), found.findings);
    findings.case.file = Some(name_for_readers(main).to_owned());
    document(&findings)
}

/// Trials in columns: every input that differs from trial to trial, then the measures that were asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    /// Names: paths of inputs, then names of measures.
    pub names: Vec<String>,
    /// Values by trial, one column a name; NaN where a measure does not exist.
    pub columns: Vec<Vec<f64>>,
}

/// What a sample is asked for besides its settings: nothing.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Nothing {}

/// Draws the trials of a case, rounded up to whole blocks, and keeps these measures, by the names that
/// `--save-trials` gives them.
///
/// # Errors
/// [`SeamError`].
pub fn sample(case: &str, settings: &str, measures: &[&str], control: &Control) -> Result<Columns, SeamError> {
    let (text, asked): (Given, Asked) = (read("the case", case)?, read("the settings", settings)?);
    let Nothing {} = asked.more()?;
    let scenario = text.scenario(asked.lens)?;
    let all = Measure::all();
    let known = |name: &&str| {
        let found = all.iter().find(|(_, known)| known == name).map(|(measure, _)| *measure);
        found.ok_or_else(|| {
            let names: Vec<&str> = all.iter().map(|(_, name)| name.as_str()).collect();
            SeamError::Request(format!("there is no measure {name:?}; there are: {}", names.join(", ")))
        })
    };
    let kept = measures.iter().map(known).collect::<Result<Vec<Measure>, _>>()?;
    let sample = Sample::new(&scenario, asked.few(&scenario, TRIALS)?, &kept, control)?;
    let mut found = Columns { names: Vec::new(), columns: Vec::new() };
    for place in sample.places() {
        found.names.push(sample.names()[*place].clone());
        found.columns.push(sample.draws(*place).unwrap_or_default().to_vec());
    }
    for (measure, name) in kept.iter().zip(measures) {
        found.names.push((*name).to_owned());
        found.columns.push(sample.results(*measure).to_vec());
    }
    Ok(found)
}
