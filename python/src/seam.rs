//! The functions of the module: each is one of the seam.

use super::column::Column;
use super::faults::{of_case, of_text};
use super::patience::patiently;
use super::pictures::{Picture, pictures};
use pyo3::prelude::*;

/// The engine: what the package `delight` calls.
#[pymodule]
mod _engine {
    use super::*;
    use delight_case::scenario::Sources;
    use delight_case::statistics::tally::{Row, RowKind};
    use delight_case::studies::seam;
    use pyo3::types::PyBytes;
    use std::path::PathBuf;

    #[pymodule_export]
    use super::Column;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("version", env!("CARGO_PKG_VERSION"))
    }

    /// The case of a file with all that it names, as JSON.
    #[pyfunction]
    fn load(py: Python<'_>, path: PathBuf) -> PyResult<String> {
        let sources = py.detach(|| Sources::load(&path)).map_err(|error| of_case(&error))?;
        serde_json::to_string(&sources).map_err(|e| of_text(e.to_string()))
    }

    /// Raises all that is wrong with a case.
    #[pyfunction]
    fn check(py: Python<'_>, case: &str) -> PyResult<()> {
        patiently(py, Some(1), |_| seam::case(case, "{}").map(|_| ()))
    }

    /// Runs a case: `summary.json`.
    #[pyfunction]
    #[pyo3(signature = (case, settings, threads=None))]
    fn run(py: Python<'_>, case: &str, settings: &str, threads: Option<usize>) -> PyResult<String> {
        patiently(py, threads, |control| seam::run(case, settings, control))
    }

    /// Trials in columns: names and numbers.
    #[pyfunction]
    #[pyo3(signature = (case, settings, names, range=None, threads=None))]
    fn trials(
        py: Python<'_>,
        case: &str,
        settings: &str,
        names: Vec<String>,
        range: Option<(u64, u64)>,
        threads: Option<usize>,
    ) -> PyResult<(Vec<String>, Vec<Column>)> {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let range = range.map(|(from, to)| from..to);
        let found = patiently(py, threads, |control| seam::trials(case, settings, (&names, range), control))?;
        Ok((found.names, found.columns.into_iter().map(Column::from).collect()))
    }

    /// The names of the studies.
    #[pyfunction]
    fn studies() -> Vec<&'static str> {
        seam::studies()
    }

    /// Makes a study: its document.
    #[pyfunction]
    #[pyo3(signature = (name, case, settings, threads=None))]
    fn study(py: Python<'_>, name: &str, case: &str, settings: &str, threads: Option<usize>) -> PyResult<String> {
        patiently(py, threads, |control| seam::study(name, case, settings, control))
    }

    /// Computes some trials of a run.
    #[pyfunction]
    #[pyo3(signature = (case, settings, range, threads=None))]
    fn shard<'py>(
        py: Python<'py>,
        case: &str,
        settings: &str,
        range: (u64, u64),
        threads: Option<usize>,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let found = patiently(py, threads, |control| seam::shard(case, settings, range.0..range.1, control))?;
        Ok(PyBytes::new(py, &found))
    }

    /// Puts shards together: `summary.json`.
    #[pyfunction]
    #[pyo3(signature = (shards, threads=None))]
    fn merge(py: Python<'_>, shards: Vec<Vec<u8>>, threads: Option<usize>) -> PyResult<String> {
        let found = patiently(py, threads, |control| seam::merge(&shards, control))?;
        String::from_utf8(found).map_err(|e| of_text(e.to_string()))
    }

    /// Computes some trials of a run as rows: kinds (0 sum, 1 min, 2 max), metrics, keys, values.
    #[pyfunction]
    #[pyo3(signature = (case, settings, range, threads=None))]
    fn shard_rows(
        py: Python<'_>,
        case: &str,
        settings: &str,
        range: (u64, u64),
        threads: Option<usize>,
    ) -> PyResult<[Column; 4]> {
        let rows = patiently(py, threads, |control| seam::shard_rows(case, settings, range.0..range.1, control))?;
        let column = |of: fn(&Row) -> i64| Column::from(rows.iter().map(of).collect::<Vec<i64>>());
        Ok([column(|row| row.kind as i64), column(|row| row.metric), column(|row| row.key), column(|row| row.value)])
    }

    /// Makes the run of a case from rows, grouped or not, whose four columns are 64-bit integers in bytes: `summary.json`.
    #[pyfunction]
    #[pyo3(signature = (case, settings, columns, threads=None))]
    fn merge_rows(
        py: Python<'_>,
        case: &str,
        settings: &str,
        columns: [Vec<u8>; 4],
        threads: Option<usize>,
    ) -> PyResult<String> {
        patiently(py, threads, |control| seam::merge_rows(case, settings, &read(&columns), control))
    }

    /// Rows as they are; one of a kind that there is not is left out, and then the rows are not whole.
    fn read(columns: &[Vec<u8>; 4]) -> Vec<Row> {
        let [kinds, metrics, keys, values] =
            columns.each_ref().map(|bytes| bytes.as_chunks::<8>().0.iter().map(|bytes| i64::from_ne_bytes(*bytes)));
        let rows = kinds.zip(metrics).zip(keys).zip(values);
        let row = |(((kind, metric), key), value)| {
            let kind = *RowKind::ALL.get(usize::try_from(kind).ok()?)?;
            Some(Row { kind, metric, key, value })
        };
        rows.filter_map(row).collect()
    }

    /// The figures of a run.
    #[pyfunction]
    fn figures(
        py: Python<'_>,
        case: &str,
        settings: &str,
        summary: &str,
        language: &str,
        width: u32,
    ) -> PyResult<Vec<Picture>> {
        py.detach(|| pictures((case, settings), summary, (language, width)))
    }
}
