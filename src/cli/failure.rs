//! Why a command did not do what was asked, and with which exit code that ends.

use delight_model::simulate::Cancelled;
use delight_report::documents::write::WriteError;
use std::fmt;

/// Why a command did not do what was asked.
#[derive(Debug)]
pub enum Failure {
    /// The input is wrong; the message says how to mend it.
    Input(String),
    /// The program failed.
    Program(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Input(message) | Failure::Program(message) => f.write_str(message.trim_end()),
        }
    }
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Self {
        Failure::Program(error.to_string())
    }
}

impl From<Cancelled> for Failure {
    fn from(_: Cancelled) -> Self {
        Failure::Program("interrupted; nothing was written".into())
    }
}
