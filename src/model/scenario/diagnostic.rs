//! What is wrong with a scenario, said so that it can be put right: place, key, what was found, the rule, what to write.

use super::fault::Fault;
use super::files::FileError;
use std::fmt;
use std::ops::Range;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// The file, or `preset hotel`, or `defaults`.
    pub file: String,
    /// Line from 1; 0 where it concerns the whole file.
    pub line: usize,
    /// Column from 1, in characters; 0 where it concerns the whole file.
    pub column: usize,
    /// Bytes of the file it concerns.
    pub span: Range<usize>,
    /// Path of the key, empty where there is none.
    pub key: String,
    /// What was found, as written; empty where nothing was.
    pub found: String,
    /// The rule that it breaks.
    pub rule: String,
    /// What to write instead.
    pub fix: Option<String>,
    /// The condition itself.
    pub fault: Fault,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: ", self.file)?,
            _ => write!(f, "{}:{}:{}: ", self.file, self.line, self.column)?,
        }
        if !self.key.is_empty() {
            write!(f, "{}: ", self.key)?;
        }
        write!(f, "{}", self.title())?;
        match &self.fix {
            Some(fix) => write!(f, "; {fix}"),
            None => Ok(()),
        }
    }
}

impl Diagnostic {
    /// What was found and the rule it breaks, in one line.
    pub fn title(&self) -> String {
        match self.found.is_empty() {
            true => self.rule.clone(),
            false => format!("found {}; {}", self.found, self.rule),
        }
    }
}

/// All that is wrong with a scenario, nearest file first, then by position.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostics {
    /// One entry for each thing that is wrong.
    pub list: Vec<Diagnostic>,
    /// How many more there are, beyond those listed.
    pub more: usize,
    /// Name and text of the scenario files concerned.
    pub sources: Vec<(String, String)>,
}

impl Diagnostics {
    /// The text of one of the files concerned.
    pub fn source(&self, file: &str) -> Option<&str> {
        self.sources.iter().find(|(name, _)| name == file).map(|(_, text)| text.as_str())
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, diagnostic) in self.list.iter().enumerate() {
            let end = if i + 1 < self.list.len() { "\n" } else { "" };
            write!(f, "{diagnostic}{end}")?;
        }
        match self.more {
            0 => Ok(()),
            more => write!(f, "\nand {more} more"),
        }
    }
}

/// Why there is no scenario.
#[derive(Clone, Debug, PartialEq)]
pub enum ScenarioError {
    /// The file itself is not read.
    File {
        /// Its name.
        name: String,
        /// Why.
        why: FileError,
    },
    /// It is read, and not valid.
    Invalid(Box<Diagnostics>),
    /// It was derived by a study, so there is no file that says so.
    Derived,
}

impl fmt::Display for ScenarioError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { name, why } => match why.place() {
                Some((line, column)) => write!(f, "{name}:{line}:{column}: {why}"),
                None => write!(f, "{name}: {why}"),
            },
            Self::Invalid(all) => write!(f, "{all}"),
            Self::Derived => {
                f.write_str("a case that a study derived has no file to change; change the case it came from")
            }
        }
    }
}

impl std::error::Error for ScenarioError {}

/// Line and column (from 1, in characters) of a byte of a text.
pub(super) fn position(text: &str, byte: usize) -> (usize, usize) {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let before = &text[..at];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_counts_characters_from_one() {
        assert_eq!(position("", 0), (1, 1));
        assert_eq!(position("a\né = 1", 6), (2, 4));
        assert_eq!(position("é", 1), (1, 1));
        assert_eq!(position("ab", 99), (1, 3));
    }
}
