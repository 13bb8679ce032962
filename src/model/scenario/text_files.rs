//! Files in memory, by their paths: a case that travels with all that it names.

use super::files::{FileError, Files, OpenedFile};
use std::collections::BTreeMap;

/// Files in memory, by their paths, with `/` between folders.
#[derive(Clone, Debug, Default)]
pub struct TextFiles(BTreeMap<String, String>);

impl TextFiles {
    /// The files of these paths and texts.
    pub fn new(files: BTreeMap<String, String>) -> Self {
        TextFiles(files)
    }

    /// The file of a path; none where there is none.
    pub fn opened(&self, path: &str) -> Option<OpenedFile> {
        let text = self.0.get(path)?.clone();
        Some(OpenedFile { name: path.to_owned(), identity: path.to_owned(), text })
    }
}

/// A path that stands in a file, from where that file's own begins.
pub(super) fn joined(from: &str, relative: &str) -> String {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let parts = folder.split('/').chain(relative.split('/')).filter(|part| !part.is_empty() && *part != ".");
    parts.collect::<Vec<_>>().join("/")
}

impl Files for TextFiles {
    fn open(&self, from: &str, relative: &str, limit: u64) -> Result<OpenedFile, FileError> {
        let found = self.opened(&joined(from, relative)).ok_or(FileError::NotFound)?;
        match found.text.len() as u64 {
            size if size > limit => Err(FileError::TooLarge(size, limit)),
            _ => Ok(OpenedFile { name: relative.to_owned(), ..found }),
        }
    }
}
