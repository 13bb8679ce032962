//! The documents and figures of a case, all made from its results.

use super::Failure;
use super::study::write_figure;
use crate::report::language::Words;
use crate::report::points::PointValues;
use crate::report::results::Results;
use crate::report::write::Target;
use crate::report::xlsx::{Book, workbook};
use crate::report::{fans, figures, html, memo};
use rayon::prelude::*;

/// Writes the report, the memo, the fans and the figures; removes figures that this case does not have.
pub fn write(target: &Target, results: &Results, words: Words) -> Result<(), Failure> {
    let page = html::html(results, words).map_err(|e| Failure::Program(format!("cannot draw the report: {e}")))?;
    target.write("report.html", page.as_bytes())?;
    target.write("summary.md", memo::memo(results, words).as_bytes())?;
    target.write("fans.csv", fans::csv([&results.findings]).as_bytes())?;
    let drawn = figures::of_case(results, words);
    for name in figures::NAMES.into_iter().filter(|name| drawn.iter().all(|d| d.name != *name)) {
        target.remove(&format!("{name}.svg"))?;
        target.remove(&format!("{name}.png"))?;
    }
    drawn.par_iter().try_for_each(|named| write_figure(target, named))
}

/// Writes the workbook.
pub fn write_workbook(target: &Target, results: &Results, points: &PointValues, words: Words) -> Result<(), Failure> {
    let book = Book { findings: &results.findings, assumptions: &results.assumptions, points };
    let bytes = workbook(&book, words).map_err(|e| Failure::Program(format!("cannot make the workbook: {e}")))?;
    target.write("report.xlsx", &bytes)?;
    Ok(())
}
