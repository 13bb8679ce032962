//! Observations from a CSV file next to the scenario.

use super::diagnostic::position;
use super::fault::Fault;
use super::files::{Files, MOST_SAMPLES_BYTES, check_relative};
use super::quantity::number;

/// The most observations of one input.
pub const MOST_OBSERVATIONS: usize = 1_000_000;

/// Reads the numbers of a column, which has a heading in the first line. Empty cells are left out.
///
/// # Errors
/// A fault that names the file, the line and the rule, and never what else the file says.
pub(super) fn read(files: &dyn Files, from: &str, file: &str, column: &str) -> Result<Vec<f64>, Fault> {
    let opened = check_relative(file, ".csv").and_then(|()| files.open(from, file, MOST_SAMPLES_BYTES));
    let text = opened.map_err(|why| Fault::File { found: format!("{file:?}"), why })?.text;
    observations(&text, column).map_err(|why| Fault::Samples { found: format!("{file:?}"), why })
}

fn observations(text: &str, column: &str) -> Result<Vec<f64>, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let delimiter = delimiter(text);
    let mut table = csv::ReaderBuilder::new().delimiter(delimiter).trim(csv::Trim::All).from_reader(text.as_bytes());
    let headings = table.headers().map_err(|_| "must have headings in its first line".to_owned())?;
    let Some(place) = headings.iter().position(|heading| heading == column) else {
        return Err(format!("must have a column with the heading {column:?} in its first line"));
    };
    let mut values = Vec::new();
    for record in table.records() {
        let record = record.map_err(|e| {
            let line = line_of(text, e.position());
            format!("must have as many columns in every line as headings, but line {line} does not")
        })?;
        let cell = record.get(place).unwrap_or_default();
        if cell.is_empty() {
            continue;
        }
        values.push(number(cell).map_err(|_| {
            let line = line_of(text, record.position());
            format!("must have numbers in column {column:?}, but line {line} has none")
        })?);
        if values.len() > MOST_OBSERVATIONS {
            return Err(format!("must have at most {MOST_OBSERVATIONS} values"));
        }
    }
    if values.is_empty() { Err(format!("must have at least one number in column {column:?}")) } else { Ok(values) }
}

/// The line of a record, whose place is where the one before ends: empty lines may lie between.
fn line_of(text: &str, place: Option<&csv::Position>) -> usize {
    let start = place.map_or(0, |p| p.byte() as usize);
    let empty = text.bytes().skip(start).take_while(|b| b"\r\n".contains(b)).count();
    position(text, start + empty).0
}

/// A comma, or a semicolon where the first line has more of those (spreadsheets in much of Europe).
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    if first.matches(';').count() > first.matches(',').count() { b';' } else { b',' }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_found_by_its_heading() {
        assert_eq!(observations("visits,spend\n1,20\n2,30\n3,\n", "spend"), Ok(vec![20.0, 30.0]));
        assert_eq!(observations("\u{feff}visits;spend\r\n1;20\r\n", "spend"), Ok(vec![20.0]));
    }

    #[test]
    fn the_line_that_is_wrong_is_named() {
        for text in
            ["guest,spend\n1,20\n\n2,many\n", "guest,spend\r\n1,20\r\n\r\n2,many\r\n", "guest,spend\n1,20\n\n2\n"]
        {
            let why = observations(text, "spend").expect_err("no number");
            assert!(why.contains("line 4"), "{why}");
        }
    }

    #[test]
    fn a_bad_file_is_refused_without_repeating_what_it_says() {
        for (text, column) in
            [("secret\nhunter2\n", "spend"), ("spend\nhunter2\n", "spend"), ("", "spend"), ("spend\n", "spend")]
        {
            let why = observations(text, column).expect_err("no numbers");
            assert!(!why.contains("hunter2") && !why.contains("secret"), "{why}");
        }
    }
}
