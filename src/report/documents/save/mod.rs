//! Every trial as a row: its draws and its measures, as CSV or Parquet.

#[cfg(feature = "parquet")]
mod parquet;

use super::write::{OpenFile, WriteError};
use delight_model::simulate::{Block, Measure, Results};
use std::io;
use std::path::{Path, PathBuf};

/// A file of trials being written; it is not there until it is finished.
pub struct TrialsFile {
    path: PathBuf,
    format: Format,
}

enum Format {
    Csv(Box<csv::Writer<OpenFile>>),
    #[cfg(feature = "parquet")]
    Parquet(Box<parquet::Trials>),
}

/// Why trials cannot be saved under a name like this, and what to write instead; none if they can.
pub fn refusal(path: &Path) -> Option<&'static str> {
    match path.extension().and_then(|e| e.to_str()) {
        Some("csv") => None,
        Some("parquet") if cfg!(feature = "parquet") => None,
        Some("parquet") => Some(
            "this program was built without Parquet; save as .csv, or build it with Parquet: \
             cargo install --path . --features parquet",
        ),
        _ => Some("trials are saved as .csv or .parquet"),
    }
}

impl TrialsFile {
    /// Starts a file whose columns are the trial, the draws by their names, and the measures.
    ///
    /// # Errors
    /// [`WriteError`] if the folder cannot be written to, or the ending is neither `.csv` nor `.parquet`.
    pub fn start(path: &Path, draws: &[String]) -> Result<Self, WriteError> {
        let fail = |cause| WriteError { path: path.into(), cause };
        let file = OpenFile::beside(path)?;
        let names: Vec<String> = draws.iter().cloned().chain(Measure::all().into_iter().map(|(_, n)| n)).collect();
        let format = match path.extension().and_then(|e| e.to_str()) {
            Some("csv") => {
                let mut writer = csv::Writer::from_writer(file);
                let header = std::iter::once("trial").chain(names.iter().map(String::as_str));
                writer.write_record(header).map_err(|e| fail(e.into()))?;
                Format::Csv(Box::new(writer))
            }
            #[cfg(feature = "parquet")]
            Some("parquet") => Format::Parquet(Box::new(parquet::Trials::start(file, &names).map_err(fail)?)),
            _ => return Err(fail(io::Error::other(refusal(path).unwrap_or("unknown format")))),
        };
        Ok(TrialsFile { path: path.into(), format })
    }

    /// Adds the first `count` trials of a block.
    ///
    /// # Errors
    /// [`WriteError`] if they cannot be written.
    pub fn add(&mut self, first: u64, count: usize, draws: &Block, results: &Results) -> Result<(), WriteError> {
        let columns = (0..draws.columns()).map(|c| draws.column(c)).chain(results.measures.iter().map(|m| &m[..]));
        let added = match &mut self.format {
            Format::Csv(writer) => add_csv(writer, first, count, &columns.collect::<Vec<_>>()),
            #[cfg(feature = "parquet")]
            Format::Parquet(trials) => trials.add(first, count, columns),
        };
        added.map_err(|cause| WriteError { path: self.path.clone(), cause })
    }

    /// Moves the file to its place.
    ///
    /// # Errors
    /// [`WriteError`] if the rest cannot be written.
    pub fn finish(self) -> Result<PathBuf, WriteError> {
        let path = self.path.clone();
        let fail = |cause| WriteError { path: path.clone(), cause };
        match self.format {
            Format::Csv(writer) => writer.into_inner().map_err(|e| fail(e.into_error()))?.finish(),
            #[cfg(feature = "parquet")]
            Format::Parquet(trials) => trials.into_inner().map_err(fail)?.finish(),
        }
    }
}

fn add_csv(writer: &mut csv::Writer<OpenFile>, first: u64, count: usize, columns: &[&[f64]]) -> io::Result<()> {
    for i in 0..count {
        writer.write_field((first + i as u64).to_string())?;
        for column in columns {
            // A measure that a trial does not have is an empty field.
            writer.write_field(if column[i].is_nan() { String::new() } else { column[i].to_string() })?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    Ok(())
}
