//! What a command prints.

use super::error::CliError;
use super::language;
use delight_report::words::format::fold;
use std::io::{self, IsTerminal, Write};
use terminal_size::{Width, terminal_size_of};

/// Columns of a screen that says nothing of its width.
const USUAL_COLUMNS: usize = 100;

/// Columns of the screen: what `COLUMNS` says, else what the terminal has, else 100.
pub fn columns() -> usize {
    said().or_else(|| of_terminal(terminal_size_of(io::stdout()))).unwrap_or(USUAL_COLUMNS)
}

/// Columns that errors and questions may take: what `COLUMNS` says, else what the terminal has, else as many as they need.
pub fn columns_of_errors() -> usize {
    said().or_else(|| of_terminal(terminal_size_of(io::stderr()))).unwrap_or(usize::MAX)
}

fn said() -> Option<usize> {
    std::env::var("COLUMNS").ok()?.trim().parse().ok().filter(|columns| *columns > 0)
}

fn of_terminal(size: Option<(Width, terminal_size::Height)>) -> Option<usize> {
    size.map(|(Width(columns), _)| usize::from(columns)).filter(|columns| *columns > 0)
}

/// Prints sentences to standard output, in lines that the screen holds.
pub fn tell(text: &str) -> Result<(), CliError> {
    say(&fold(text, columns()))
}

/// Prints to standard error, in lines that the screen holds.
pub fn complain(text: &str) {
    anstream::eprintln!("{}", fold(&language::of_messages().message(text), columns_of_errors()));
}

/// Whether errors are read on a terminal.
pub fn errors_are_seen() -> bool {
    io::stderr().is_terminal()
}

/// A screen that gets its text piece by piece and holds its lines; what has no end yet is shown when it is flushed.
pub struct Folded<W: Write> {
    screen: W,
    columns: usize,
    line: Vec<u8>,
}

impl<W: Write> Folded<W> {
    /// For errors and questions.
    pub fn new(screen: W) -> Self {
        Folded { screen, columns: columns_of_errors(), line: Vec::new() }
    }
}

impl<W: Write> Write for Folded<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.line.extend_from_slice(bytes);
        if let Some(end) = self.line.iter().rposition(|byte| *byte == b'\n') {
            let rest = self.line.split_off(end + 1);
            let lines = std::mem::replace(&mut self.line, rest);
            self.screen.write_all(fold(&String::from_utf8_lossy(&lines), self.columns).as_bytes())?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let line = std::mem::take(&mut self.line);
        self.screen.write_all(fold(&String::from_utf8_lossy(&line), self.columns).as_bytes())?;
        self.screen.flush()
    }
}

/// Prints to standard output, with colour where it is a terminal; a reader who has left is no failure.
pub fn say(text: &str) -> Result<(), CliError> {
    let mut out = anstream::stdout().lock();
    let written = writeln!(out, "{}", text.trim_end_matches('\n')).and_then(|()| out.flush());
    match written {
        Err(e) if e.kind() != io::ErrorKind::BrokenPipe => {
            Err(CliError::Program(format!("cannot print the results: {e}")))
        }
        _ => Ok(()),
    }
}
