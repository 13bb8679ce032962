//! Trials as Parquet: a group of rows at a time, so that memory does not grow with their number.

use crate::documents::write::OpenFile;
use delight_model::simulate::BLOCK;
use parquet::basic::{Compression, Repetition, Type as Physical};
use parquet::data_type::{DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;
use std::io;
use std::sync::Arc;

/// Rows that are held in memory before they are written.
const ROWS_OF_A_GROUP: usize = 64 * BLOCK;

/// A file of trials being written.
pub struct Trials {
    writer: SerializedFileWriter<OpenFile>,
    trials: Vec<i64>,
    columns: Vec<Vec<f64>>,
}

impl Trials {
    /// Starts a file whose columns are the trial and these.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn start(file: OpenFile, names: &[String]) -> io::Result<Self> {
        Self::open(file, names).map_err(io::Error::other)
    }

    fn open(file: OpenFile, names: &[String]) -> Result<Self, ParquetError> {
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
        Ok(Trials { writer, trials: Vec::new(), columns: vec![Vec::new(); names.len()] })
    }

    /// Adds `count` trials from `first`, a column each name.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn add<'a>(&mut self, first: u64, count: usize, columns: impl Iterator<Item = &'a [f64]>) -> io::Result<()> {
        self.trials.extend((first..first + count as u64).map(|t| t as i64));
        for (own, values) in self.columns.iter_mut().zip(columns) {
            own.extend_from_slice(&values[..count]);
        }
        if self.trials.len() >= ROWS_OF_A_GROUP { self.flush().map_err(io::Error::other) } else { Ok(()) }
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

    /// Writes what is left and gives the file back.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn into_inner(mut self) -> io::Result<OpenFile> {
        self.flush().map_err(io::Error::other)?;
        self.writer.into_inner().map_err(io::Error::other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::RowAccessor;

    #[test]
    fn what_was_saved_is_read_back_row_by_row() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("trials.parquet");
        let names = ["a".to_owned(), "b".to_owned()];
        let mut trials = Trials::start(OpenFile::beside(&path).expect("a file"), &names).expect("a schema");
        trials.add(5, 2, [&[0.5, 1.5][..], &[2.5, f64::NAN][..]].into_iter()).expect("two rows");
        trials.add(7, 1, [&[9.5, 0.0][..], &[3.5, 0.0][..]].into_iter()).expect("a third");
        trials.into_inner().expect("a footer").finish().expect("its place");
        let reader = SerializedFileReader::new(std::fs::File::open(path).expect("a file")).expect("Parquet");
        let rows = reader.get_row_iter(None).expect("rows").map(|row| {
            let row = row.expect("a row");
            (row.get_long(0).expect("trial"), row.get_double(1).expect("a"), row.get_double(2).expect("b"))
        });
        let rows: Vec<_> = rows.collect();
        assert_eq!(rows.len(), 3);
        assert_eq!((rows[0], rows[2]), ((5, 0.5, 2.5), (7, 9.5, 3.5)));
        assert!(rows[1].2.is_nan(), "a measure that a trial does not have");
    }
}
