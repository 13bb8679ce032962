//! Files that a scenario names: what may be asked for, and what can go wrong. Nothing here touches a disk.

use std::fmt;

/// The largest scenario file, in bytes.
pub const MOST_SCENARIO_BYTES: u64 = 1 << 20;
/// The largest file of samples, in bytes.
pub const MOST_SAMPLES_BYTES: u64 = 16 << 20;
/// The largest file of readings, in bytes.
pub const MOST_ACTUALS_BYTES: u64 = 1 << 20;
/// The most files in a chain of `base`s.
pub const MOST_BASES: usize = 8;

/// Opens the files a scenario names.
pub trait Files: Send + Sync {
    /// The file `relative` (already checked by [`check_relative`]) in the folder of the file `from`.
    ///
    /// # Errors
    /// [`FileError`] where there is no such file, it leads out of the folder, or it is larger than `limit` bytes.
    fn open(&self, from: &str, relative: &str, limit: u64) -> Result<OpenedFile, FileError>;
}

/// A file that was read.
#[derive(Clone, Debug)]
pub struct OpenedFile {
    /// Its name for people.
    pub name: String,
    /// Its name for the program: the same for the same file, however it was reached.
    pub identity: String,
    /// What it says.
    pub text: String,
}

/// No files: for a scenario that is only a text.
#[derive(Clone, Copy, Debug)]
pub struct NoFiles;

impl Files for NoFiles {
    fn open(&self, _: &str, _: &str, _: u64) -> Result<OpenedFile, FileError> {
        Err(FileError::NoFolder)
    }
}

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// The scenario is only a text, so there is no folder to look in.
    NoFolder,
    /// There is no such file.
    NotFound,
    /// It is a folder, a pipe or a device.
    NotAFile,
    /// The path is not relative.
    Absolute,
    /// The path has `..`, a backslash or an empty part in it.
    Climbs,
    /// The path leads out of the folder through a link.
    LeavesFolder,
    /// The name has another ending than the one expected.
    WrongEnding(&'static str),
    /// It is larger than this many bytes: size found, limit.
    TooLarge(u64, u64),
    /// It is not UTF-8 text: line and column (from 1) of the first byte that is none, and that byte.
    NotText {
        /// Line.
        line: usize,
        /// Column, in characters.
        column: usize,
        /// The byte.
        byte: u8,
    },
    /// Its path is not UTF-8 text.
    OddPath,
    /// It is already in the chain of bases.
    Cycle,
    /// More than [`MOST_BASES`] bases.
    TooManyBases,
    /// The operating system says no.
    Unreadable(String),
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFolder => write!(f, "must not name files here: this scenario is a text without a folder"),
            Self::NotFound => write!(f, "must be a file that exists"),
            Self::NotAFile => write!(f, "must be a regular file"),
            Self::Absolute => write!(f, "must be a path relative to the folder of this file"),
            Self::Climbs => write!(f, "must stay inside the folder of this file: names separated by /, without .."),
            Self::LeavesFolder => write!(f, "must stay inside the folder of this file, but a link leads out of it"),
            Self::WrongEnding(ending) => write!(f, "must be a {ending} file"),
            Self::TooLarge(size, limit) => {
                write!(f, "must be at most {} MiB, but has {} MiB", limit >> 20, size.div_ceil(1 << 20))
            }
            Self::NotText { line, column, byte } => write!(
                f,
                "must be UTF-8 text, but line {line} has the byte 0x{byte:02X} in column {column}; save it as UTF-8"
            ),
            Self::OddPath => write!(f, "must have a path of UTF-8 text"),
            Self::Cycle => write!(f, "must not lead back to a file it is the base of"),
            Self::TooManyBases => write!(f, "must not have more than {MOST_BASES} bases nested in one another"),
            Self::Unreadable(why) => write!(f, "must be readable: {why}"),
        }
    }
}

impl std::error::Error for FileError {}

impl FileError {
    /// Line and column (from 1) in the file that is not read, where there is such a place.
    pub fn place(&self) -> Option<(usize, usize)> {
        match self {
            Self::NotText { line, column, .. } => Some((*line, *column)),
            _ => None,
        }
    }
}

/// Whether `path` may be asked for: relative, inside the folder, with the `ending` expected (such as `.toml`).
///
/// # Errors
/// The condition it breaks.
pub fn check_relative(path: &str, ending: &'static str) -> Result<(), FileError> {
    let drive = path.as_bytes().get(1) == Some(&b':');
    if path.starts_with(['/', '\\', '~']) || drive {
        return Err(FileError::Absolute);
    }
    if path.contains(['\\', '\0']) || path.split('/').any(|part| part.is_empty() || part == "..") {
        return Err(FileError::Climbs);
    }
    if path.ends_with(ending) { Ok(()) } else { Err(FileError::WrongEnding(ending)) }
}

/// The name of a file in documents that are sent to others: as it was given where it leads into folders from here, else
/// its last part only, so that nothing is said of the machine.
pub fn name_for_readers(path: &str) -> &str {
    match check_relative(path, "") {
        Ok(()) => path,
        Err(_) => path.rsplit(['/', '\\']).next().unwrap_or(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_inside_the_folder_may_be_asked_for() {
        for path in ["other.toml", "regions/north.toml", "./other.toml"] {
            assert_eq!(check_relative(path, ".toml"), Ok(()), "{path}");
        }
        for path in ["../other.toml", "a/../../b.toml", "..\\b.toml", "a//b.toml", "", "a\0.toml"] {
            assert_eq!(check_relative(path, ".toml"), Err(FileError::Climbs), "{path}");
        }
        for path in ["/etc/hosts.toml", "C:\\x.toml", "c:/x.toml", "\\\\host\\x.toml", "~/x.toml"] {
            assert_eq!(check_relative(path, ".toml"), Err(FileError::Absolute), "{path}");
        }
        assert_eq!(check_relative("passwd", ".toml"), Err(FileError::WrongEnding(".toml")));
    }

    #[test]
    fn nothing_of_the_machine_is_said_to_readers() {
        for path in ["/home/anna/secret/case.toml", "../secret/case.toml", "C:\\Users\\anna\\case.toml", "~/case.toml"]
        {
            assert_eq!(name_for_readers(path), "case.toml");
        }
        assert_eq!(name_for_readers("scenarios/hotel.toml"), "scenarios/hotel.toml");
    }
}
