//! Why a command did not do what was asked, and with which exit code that ends.

use delight_model::simulate::SimulationError;
use delight_report::documents::write::WriteError;
use delight_studies::run::RunError;
use std::fmt;

/// Why a command did not do what was asked.
#[derive(Debug)]
pub enum CliError {
    /// The input is wrong; the message says how to mend it.
    Input(String),
    /// The program failed.
    Program(String),
}

impl fmt::Display for CliError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CliError::Input(message) | CliError::Program(message) => f.write_str(message.trim_end()),
        }
    }
}

impl std::error::Error for CliError {}

impl From<WriteError> for CliError {
    fn from(error: WriteError) -> Self {
        CliError::Program(error.to_string())
    }
}

impl From<SimulationError> for CliError {
    fn from(error: SimulationError) -> Self {
        match error {
            SimulationError::Cancelled => CliError::Program("interrupted; nothing was written".into()),
            SimulationError::TooManyTrials { .. } => CliError::Input(format!("error: {error}")),
        }
    }
}

impl From<RunError> for CliError {
    fn from(error: RunError) -> Self {
        match error {
            RunError::Simulation(error) => error.into(),
            other => CliError::Program(other.to_string()),
        }
    }
}
