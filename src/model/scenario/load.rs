//! The one place where scenarios touch the disk: bounded, and never outside the folder of the file that names another.

use super::assessment::{Assessed, assessed};
use super::build::from_file;
use super::case::Case;
use super::diagnostic::ScenarioError;
use super::files::{FileError, Files, MOST_SCENARIO_BYTES, OpenedFile, name_for_readers};
use super::valid::Scenario;
use crate::evidence::Lens;
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

fn open(path: &Path) -> Result<OpenedFile, ScenarioError> {
    let name = from_here(path).display().to_string();
    let opened = real(path).and_then(|real| read(name.clone(), &real, MOST_SCENARIO_BYTES));
    opened.map_err(|why| ScenarioError::File { name, why })
}

/// The name of a scenario file in documents that are sent to others: its path from the working folder, or only its own
/// name where it lies elsewhere.
pub fn file_for_readers(path: &Path) -> String {
    name_for_readers(&from_here(path).display().to_string()).to_owned()
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
    let text = String::from_utf8(bytes).map_err(|_| FileError::NotText)?;
    let identity = path.to_str().ok_or(FileError::NotText)?.to_owned();
    Ok(OpenedFile { name, identity, text })
}
