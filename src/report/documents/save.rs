//! Every trial as a row: its draws and its measures, as CSV or Parquet.

use super::write::{OpenFile, WriteError};
use delight_model::simulate::{BLOCK, Block, Measure, Results};
use parquet::basic::Compression;
use parquet::data_type::{DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Rows that Parquet holds in memory before it writes them.
const ROWS_OF_A_GROUP: usize = 64 * BLOCK;

/// A file of trials being written; it is not there until it is finished.
pub struct TrialsFile {
    path: PathBuf,
    format: Format,
}

enum Format {
    Csv(Box<csv::Writer<OpenFile>>),
    Parquet(Box<ParquetTrials>),
}

struct ParquetTrials {
    writer: SerializedFileWriter<OpenFile>,
    trials: Vec<i64>,
    columns: Vec<Vec<f64>>,
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
            Some("parquet") => {
                Format::Parquet(Box::new(ParquetTrials::start(file, &names).map_err(|e| fail(from(e)))?))
            }
            _ => return Err(fail(io::Error::other("trials are saved as .csv or .parquet"))),
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
            Format::Parquet(parquet) => parquet.add(first, count, columns).map_err(from),
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
            Format::Parquet(mut parquet) => {
                parquet.flush().map_err(|e| fail(from(e)))?;
                parquet.writer.into_inner().map_err(|e| fail(from(e)))?.finish()
            }
        }
    }
}

fn from(error: ParquetError) -> io::Error {
    io::Error::other(error)
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

impl ParquetTrials {
    fn start(file: OpenFile, names: &[String]) -> Result<Self, ParquetError> {
        use parquet::basic::{Repetition, Type as Physical};
        use parquet::schema::types::Type;
        let field = |name: &str, physical| {
            Type::primitive_type_builder(name, physical).with_repetition(Repetition::REQUIRED).build().map(Arc::new)
        };
        let mut fields = vec![field("trial", Physical::INT64)?];
        for name in names {
            fields.push(field(name, Physical::DOUBLE)?);
        }
        let schema = Type::group_type_builder("trials").with_fields(fields).build()?;
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let writer = SerializedFileWriter::new(file, Arc::new(schema), Arc::new(properties))?;
        Ok(ParquetTrials { writer, trials: Vec::new(), columns: vec![Vec::new(); names.len()] })
    }

    fn add<'a>(
        &mut self,
        first: u64,
        count: usize,
        columns: impl Iterator<Item = &'a [f64]>,
    ) -> Result<(), ParquetError> {
        self.trials.extend((first..first + count as u64).map(|t| t as i64));
        for (own, values) in self.columns.iter_mut().zip(columns) {
            own.extend_from_slice(&values[..count]);
        }
        if self.trials.len() >= ROWS_OF_A_GROUP { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> Result<(), ParquetError> {
        if self.trials.is_empty() {
            return Ok(());
        }
        let mut group = self.writer.next_row_group()?;
        if let Some(mut column) = group.next_column()? {
            column.typed::<Int64Type>().write_batch(&self.trials, None, None)?;
            column.close()?;
        }
        for values in &mut self.columns {
            if let Some(mut column) = group.next_column()? {
                column.typed::<DoubleType>().write_batch(values, None, None)?;
                column.close()?;
            }
            values.clear();
        }
        self.trials.clear();
        group.close().map(|_| ())
    }
}
