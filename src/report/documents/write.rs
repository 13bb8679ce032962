//! The one place that writes results: first a temporary file, then a rename, so that a file is whole or not there.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::{fmt, io};

/// A folder for results, known to be writable before the long run starts.
#[derive(Debug)]
pub struct Target {
    folder: PathBuf,
}

/// A result could not be written.
#[derive(Debug)]
pub struct WriteError {
    /// What was to be written.
    pub path: PathBuf,
    /// Why not.
    pub cause: io::Error,
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "cannot write {}: {}; the folder must exist or be one that can be made, and be writable",
            self.path.display(),
            self.cause
        )
    }
}

impl std::error::Error for WriteError {}

impl Target {
    /// Makes the folder if need be and proves that files can be written there.
    ///
    /// # Errors
    /// [`WriteError`] names the folder and the cause.
    pub fn open(folder: impl Into<PathBuf>) -> Result<Self, WriteError> {
        let folder = folder.into();
        let proof = std::fs::create_dir_all(&folder).and_then(|()| tempfile::NamedTempFile::new_in(&folder));
        match proof {
            Ok(_) => Ok(Target { folder }),
            Err(cause) => Err(WriteError { path: folder, cause }),
        }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Removes a result of an earlier run that this one does not have.
    ///
    /// # Errors
    /// [`WriteError`] if it is there and cannot be removed.
    pub fn remove(&self, name: &str) -> Result<(), WriteError> {
        let path = self.folder.join(name);
        match std::fs::remove_file(&path) {
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(WriteError { path, cause }),
            _ => Ok(()),
        }
    }

    /// Writes a whole file, replacing one that is there.
    ///
    /// # Errors
    /// [`WriteError`]; then the file is as it was before.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, WriteError> {
        write_whole(&self.folder.join(name), bytes)
    }
}

/// Writes a whole file by way of a temporary one beside it.
///
/// # Errors
/// [`WriteError`]; then the file is as it was before.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<PathBuf, WriteError> {
    let mut open = OpenFile::beside(path)?;
    open.write_all(bytes).map_err(|cause| WriteError { path: path.into(), cause })?;
    open.finish()
}

/// A file that is being written and is not there until it is finished.
#[derive(Debug)]
pub struct OpenFile {
    path: PathBuf,
    file: tempfile::NamedTempFile,
}

impl OpenFile {
    /// Starts a file that will stand at `path`.
    ///
    /// # Errors
    /// [`WriteError`] if its folder cannot be written to.
    pub fn beside(path: &Path) -> Result<Self, WriteError> {
        let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut builder = tempfile::Builder::new();
        builder.prefix(".delight-").suffix(".tmp");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(std::fs::Permissions::from_mode(0o644));
        }
        let file = builder.tempfile_in(folder).map_err(|cause| WriteError { path: path.into(), cause })?;
        Ok(OpenFile { path: path.into(), file })
    }

    /// Moves the file to its place.
    ///
    /// # Errors
    /// [`WriteError`] if it cannot be moved there.
    pub fn finish(self) -> Result<PathBuf, WriteError> {
        match self.file.persist(&self.path) {
            Ok(_) => Ok(self.path),
            Err(error) => Err(WriteError { path: self.path, cause: error.error }),
        }
    }
}

impl Write for OpenFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_not_there_until_it_is_finished() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("summary.json");
        let mut open = OpenFile::beside(&path).unwrap();
        open.write_all(b"{").unwrap();
        assert!(!path.exists());
        drop(open);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
