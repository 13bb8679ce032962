//! Results as they are saved and read back: `summary.json` and `assumptions.json`.

use crate::page::json::hidden;
use crate::pages::all::Studies;
use delight_model::scenario::{LedgerRow, Scenario, ledger, table_order};
use delight_studies::run::{FORMAT, Findings};
use serde_json::Value;
use std::fmt;

/// What the documents of a case are made of.
#[derive(Clone, Debug)]
pub struct Results {
    /// What a run found.
    pub findings: Findings,
    /// Every number of the case, by table in the order of the documents.
    pub assumptions: Vec<LedgerRow>,
    /// What was studied besides.
    pub studies: Studies,
}

/// Why saved results cannot be read.
#[derive(Debug)]
pub struct ResultsError {
    file: &'static str,
    cause: Cause,
}

#[derive(Debug)]
enum Cause {
    NotJson(String),
    Foreign,
    Older,
    Newer(u64),
    Broken(String),
}

impl fmt::Display for ResultsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = self.file;
        match &self.cause {
            Cause::NotJson(why) => write!(f, "{file} is not JSON: {why}"),
            Cause::Foreign => write!(f, "{file} holds no results of delight run"),
            Cause::Older => write!(f, "{file} is of an older delight, which saved too little"),
            Cause::Newer(format) => {
                write!(f, "{file} is of a newer delight (format {format}, this one reads {FORMAT})")
            }
            Cause::Broken(why) => write!(f, "{file} is damaged or was changed by hand: {why}"),
        }?;
        match self.cause {
            Cause::Newer(_) => write!(f, "; use that version, or run the scenario again with this one"),
            _ => write!(f, "; run the scenario again with delight run"),
        }
    }
}

impl std::error::Error for ResultsError {}

impl Results {
    /// The results of a scenario.
    pub fn new(findings: Findings, scenario: &Scenario) -> Self {
        Results { findings, assumptions: rows(scenario), studies: Studies::default() }
    }

    /// `assumptions.json`: the ledger as a list.
    pub fn assumptions_json(&self) -> String {
        crate::page::json::document(&self.assumptions)
    }

    /// Reads back what a run saved.
    ///
    /// # Errors
    /// [`ResultsError`] where a text is no such file, or one of a version that this program does not read.
    pub fn from_saved(summary: &str, assumptions: &str) -> Result<Self, ResultsError> {
        let (findings, assumptions) = (findings(summary)?, saved_rows(assumptions)?);
        Ok(Results { findings, assumptions, studies: Studies::default() })
    }

    /// The same with the studies of the case; `text` gives the document of a study by its name, if there is one.
    pub fn with_studies(self, text: impl Fn(&str) -> Option<String>) -> Self {
        Results { studies: Studies::of(&self.findings, text), ..self }
    }
}

/// Every number of a case, by table in the order of the documents.
pub(super) fn rows(scenario: &Scenario) -> Vec<LedgerRow> {
    let mut rows = ledger(scenario);
    rows.sort_by_key(|row| table_order(super::ledger::split(&row.path).0));
    rows
}

fn findings(text: &str) -> Result<Findings, ResultsError> {
    let failed = |cause| ResultsError { file: "summary.json", cause };
    let value: Value = serde_json::from_str(text).map_err(|e| failed(Cause::NotJson(e.to_string())))?;
    if value.get("case").is_none() || value.get("version").is_none() || value.get("npv").is_none() {
        return Err(failed(Cause::Foreign));
    }
    refuse_hidden(&value).map_err(failed)?;
    match value.get("format").and_then(Value::as_u64) {
        Some(format) if format > u64::from(FORMAT) => Err(failed(Cause::Newer(format))),
        Some(format) if format == u64::from(FORMAT) => {
            let found: Findings = serde_json::from_value(value).map_err(|e| failed(Cause::Broken(e.to_string())))?;
            found.verify().map_err(|why| failed(Cause::Broken(why)))?;
            Ok(found)
        }
        _ => Err(failed(Cause::Older)),
    }
}

fn saved_rows(text: &str) -> Result<Vec<LedgerRow>, ResultsError> {
    let failed = |cause| ResultsError { file: "assumptions.json", cause };
    let value: Value = serde_json::from_str(text).map_err(|e| failed(Cause::NotJson(e.to_string())))?;
    refuse_hidden(&value).map_err(failed)?;
    if !value.is_array() {
        return Err(failed(Cause::Foreign));
    }
    serde_json::from_value(value).map_err(|e| failed(Cause::Broken(e.to_string())))
}

/// No scenario has letters that are not seen; who put them into saved results did so by hand.
fn refuse_hidden(value: &Value) -> Result<(), Cause> {
    match hidden(value) {
        Some(letter) => Err(Cause::Broken(format!("it holds U+{:04X}, which is not seen", u32::from(letter)))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(summary: &str) -> String {
        Results::from_saved(summary, "[]").expect_err("no results").to_string()
    }

    #[test]
    fn files_of_others_and_of_later_versions_are_refused_with_what_to_do() {
        assert!(refused("hello").starts_with("summary.json is not JSON"));
        assert!(refused("{\"name\": \"left-pad\"}").contains("holds no results of delight run"));
        assert!(refused("{\"case\": {}, \"version\": \"0.0.1\", \"npv\": 0}").contains("older delight"));
        let newer = refused("{\"case\": {}, \"version\": \"9.0.0\", \"npv\": 0, \"format\": 99}");
        assert!(newer.contains("format 99") && newer.contains("use that version"), "{newer}");
        assert!(refused("{\"case\": {}, \"version\": \"1\", \"npv\": 0, \"format\": 2}").contains("damaged"));
        assert!(refused("{\"case\": {}, \"version\": \"1\", \"npv\": 0, \"format\": 1}").contains("older delight"));
    }
}
