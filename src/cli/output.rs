//! What a command prints.

use super::error::CliError;
use std::io::Write;

/// Prints to standard output, with colour where it is a terminal; a reader who has left is no failure.
pub fn say(text: &str) -> Result<(), CliError> {
    let mut out = anstream::stdout().lock();
    let written = writeln!(out, "{}", text.trim_end_matches('\n')).and_then(|()| out.flush());
    match written {
        Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(CliError::Program(format!("cannot print the results: {e}")))
        }
        _ => Ok(()),
    }
}
