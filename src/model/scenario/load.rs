//! The one place where scenarios touch the disk: bounded, and never outside the folder of the file that names another.

use super::actuals::Actuals;
use super::assessment::{Assessed, assessed};
use super::build::from_file;
use super::case::Case;
use super::diagnostic::{ScenarioError, position};
use super::files::{FileError, Files, MOST_ACTUALS_BYTES, MOST_SCENARIO_BYTES, OpenedFile, name_for_readers};
use super::letters::hidden_letter;
use super::travel::{Collected, Sources, Travelling};
use super::valid::Scenario;
use crate::evidence::Lens;
use encoding_rs::{Encoding, WINDOWS_1252};
use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Files of the disk.
#[derive(Clone, Copy, Debug)]
pub struct Disk;

impl Scenario {
    /// The scenario of a file, with all that it builds on.
    ///
    /// # Errors
    /// The file is not read, or all that is wrong with it at once.
    pub fn load(path: &Path) -> Result<Scenario, ScenarioError> {
        Self::load_through(path, None)
    }

    /// The scenario of a file seen through `lens`, or else through the one it names.
    ///
    /// # Errors
    /// The file is not read, or all that is wrong with it at once.
    pub fn load_through(path: &Path, lens: Option<Lens>) -> Result<Scenario, ScenarioError> {
        from_file(open(path)?, Arc::new(Disk), lens)
    }
}

impl Case {
    /// The case of a file, with all that it builds on; `own` is the lens asked for, if any.
    ///
    /// # Errors
    /// The file is not read, or all that is wrong with it at once.
    pub fn load(path: &Path, own: Option<Lens>) -> Result<Case, ScenarioError> {
        Self::from_file(open(path)?, Arc::new(Disk), own)
    }
}

impl OpenedFile {
    /// A scenario file of the disk, not yet looked at: what [`Case::from_file`] begins with.
    ///
    /// # Errors
    /// The file is not read.
    pub fn load(path: &Path) -> Result<OpenedFile, ScenarioError> {
        open(path)
    }
}

impl Sources {
    /// The case of a file with all that it names, called by their paths from here.
    ///
    /// # Errors
    /// The file is not read, or all that is wrong with it at once.
    pub fn load(path: &Path) -> Result<Sources, ScenarioError> {
        let (first, collected) = Collected::begin(open(path)?, &file_for_readers(path), Arc::new(Disk));
        from_file(first, collected.clone(), None)?;
        Ok(collected.sources())
    }
}

impl Travelling {
    /// The case of a file with all that it names.
    ///
    /// # Errors
    /// Those of [`Sources::load`].
    pub fn load(path: &Path) -> Result<Travelling, ScenarioError> {
        Ok(Travelling::of(&Sources::load(path)?))
    }
}

impl Actuals {
    /// The readings of a file, wherever it lies, against a case.
    ///
    /// # Errors
    /// The file is not read, or all that is wrong with it at once.
    pub fn load(path: &Path, scenario: &Scenario) -> Result<Actuals, ScenarioError> {
        let opened = open_to(path, MOST_ACTUALS_BYTES)?;
        Actuals::read(&opened.text, &opened.name, scenario)
    }
}

fn open(path: &Path) -> Result<OpenedFile, ScenarioError> {
    open_to(path, MOST_SCENARIO_BYTES)
}

fn open_to(path: &Path, limit: u64) -> Result<OpenedFile, ScenarioError> {
    let name = shown(path);
    let opened = real(path).and_then(|real| read(name.clone(), &real, limit));
    opened.map_err(|why| ScenarioError::File { name, why })
}

/// The name of a scenario file in documents that are sent to others: its path from the working folder, or only its own
/// name where it lies elsewhere.
pub fn file_for_readers(path: &Path) -> String {
    name_for_readers(&shown(path)).to_owned()
}

/// The path from here as it is shown: a file may have any name, a message none that turns what is written beside it.
fn shown(path: &Path) -> String {
    let plain = |c: char| !c.is_control() && hidden_letter(&c.to_string()).is_none();
    from_here(path).display().to_string().chars().map(|c| if plain(c) { c } else { '\u{fffd}' }).collect()
}

/// The path from the working folder, where it leads into it.
fn from_here(path: &Path) -> &Path {
    std::env::current_dir().ok().and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path)
}

impl Assessed {
    /// The self-assessment of a file, with all that it builds on; `lens` is the lens asked for, if any.
    ///
    /// # Errors
    /// The file is not read, or all that is wrong with it at once; not being a complete case is no error.
    pub fn load(path: &Path, lens: Option<Lens>) -> Result<Assessed, ScenarioError> {
        assessed(open(path)?, Arc::new(Disk), lens)
    }
}

impl Files for Disk {
    fn open(&self, from: &str, relative: &str, limit: u64) -> Result<OpenedFile, FileError> {
        let folder = Path::new(from).parent().ok_or(FileError::NoFolder)?;
        let asked = folder.join(relative);
        let real = real(&asked)?;
        // Both are without links here, so that none leads out.
        if !real.starts_with(folder) {
            return Err(FileError::LeavesFolder);
        }
        let ending = Path::new(relative).extension();
        if real.extension() != ending {
            return Err(FileError::LeavesFolder);
        }
        read(relative.to_owned(), &real, limit)
    }
}

/// The path without links.
fn real(path: &Path) -> Result<PathBuf, FileError> {
    fs::canonicalize(path).map_err(|e| fault(&e))
}

fn fault(error: &std::io::Error) -> FileError {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => FileError::NotFound,
        _ => FileError::Unreadable(error.to_string()),
    }
}

/// Reads a regular file of at most `limit` bytes; its size is asked for before anything is read.
fn read(name: String, path: &Path, limit: u64) -> Result<OpenedFile, FileError> {
    let metadata = fs::metadata(path).map_err(|e| fault(&e))?;
    if !metadata.is_file() {
        return Err(FileError::NotAFile);
    }
    if metadata.len() > limit {
        return Err(FileError::TooLarge(metadata.len(), limit));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|e| fault(&e))?;
    // The file may grow between the question and the reading.
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|e| fault(&e))?;
    if bytes.len() as u64 > limit {
        return Err(FileError::TooLarge(bytes.len() as u64, limit));
    }
    let text = if is_csv(path) { of_spreadsheet(bytes) } else { utf8(bytes)? };
    let identity = path.to_str().ok_or(FileError::OddPath)?.to_owned();
    Ok(OpenedFile { name, identity, text })
}

fn is_csv(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "csv")
}

fn utf8(bytes: Vec<u8>) -> Result<String, FileError> {
    String::from_utf8(bytes).map_err(|e| {
        let (good, rest) = e.as_bytes().split_at(e.utf8_error().valid_up_to());
        let good = String::from_utf8_lossy(good);
        let (line, column) = position(&good, good.len());
        FileError::NotText { line, column, byte: rest.first().copied().unwrap_or_default() }
    })
}

/// The text of a table as spreadsheets save it: UTF-8, UTF-16 with its mark, else the code page of western Windows.
fn of_spreadsheet(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|e| {
        let bytes = e.into_bytes();
        let encoding = Encoding::for_bom(&bytes).map_or(WINDOWS_1252, |(encoding, _)| encoding);
        encoding.decode(&bytes).0.into_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_no_text_is_refused_with_the_place() {
        let refused = utf8(b"a = 1\nname = \"caf\xe9\"\n".to_vec());
        assert_eq!(refused, Err(FileError::NotText { line: 2, column: 12, byte: 0xe9 }));
    }

    #[test]
    fn a_table_is_read_as_excel_saves_it() {
        assert_eq!(of_spreadsheet(b"caf\xe9;\x80 5".to_vec()), "café;€ 5");
        assert_eq!(of_spreadsheet(b"\xff\xfea\0;\0".to_vec()), "a;");
        assert_eq!(of_spreadsheet("\u{feff}é".as_bytes().to_vec()), "\u{feff}é");
    }
}
