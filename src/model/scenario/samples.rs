//! Observations from a CSV file next to the scenario.

use super::diagnostic::position;
use super::fault::Fault;
use super::files::{Files, MOST_SAMPLES_BYTES, check_relative};
use super::quantity::{ColumnError, Expected, QuantityError, column};
use super::shorten::shortened;
use super::suggest::nearest;
use crate::sampling::Distribution;
use crate::units::Sort;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// The most observations of one input.
pub const MOST_OBSERVATIONS: usize = 1_000_000;

/// What makes a column another one: the file that names it, its file, its heading, what is expected of it.
type Key = (String, [String; 2], Sort, bool);

/// Columns that were read before, so that many inputs and lenses read each of them once.
#[derive(Debug, Default)]
pub(super) struct SamplesRead(Mutex<BTreeMap<Key, Result<Distribution, Fault>>>);

impl SamplesRead {
    /// The distribution of a column `of` (file, heading), whose heading stands in the first line. Empty cells are left out.
    ///
    /// # Errors
    /// A fault that names the file, the line, the cell and the rule.
    pub(super) fn read(
        &self,
        files: &dyn Files,
        from: &str,
        of: [&str; 2],
        expected: &Expected,
    ) -> Result<Distribution, Fault> {
        let key = (from.to_owned(), of.map(str::to_owned), expected.sort, expected.percent);
        // What stands in the map is whole, whatever happened to a thread that held it.
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.entry(key).or_insert_with(|| read(files, from, of, expected)).clone()
    }
}

fn read(files: &dyn Files, from: &str, [file, heading]: [&str; 2], expected: &Expected) -> Result<Distribution, Fault> {
    let opened = check_relative(file, ".csv").and_then(|()| files.open(from, file, MOST_SAMPLES_BYTES));
    let text = opened.map_err(|why| Fault::File { found: format!("{file:?}"), why })?.text;
    let refused = |Refused { why, fix }| Fault::Samples { found: format!("{file:?}"), why, fix };
    let values = observations(&text, heading, expected).map_err(refused)?;
    Distribution::samples(values).map_err(|why| Fault::Distribution { found: format!("{file:?}"), why })
}

/// Why a column is not read, and what to do.
#[derive(Clone, Debug, PartialEq)]
struct Refused {
    why: String,
    fix: Option<String>,
}

fn refused(why: String) -> Refused {
    Refused { why, fix: None }
}

fn observations(text: &str, heading: &str, expected: &Expected) -> Result<Vec<f64>, Refused> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (delimiter, text) = declared(text).unwrap_or_else(|| (delimiter(text), text));
    let mut table = csv::ReaderBuilder::new().delimiter(delimiter).trim(csv::Trim::All).from_reader(text.as_bytes());
    let headings = table.headers().map_err(|_| refused("must have headings in its first line".to_owned()))?;
    let place = place_of(headings, heading)?;
    let (mut cells, mut lines) = (Vec::new(), Vec::new());
    for record in table.into_records() {
        let record = record.map_err(|e| {
            let line = line_of(text, e.position());
            refused(format!("must have as many columns in every line as headings, but line {line} does not"))
        })?;
        let cell = record.get(place).unwrap_or_default();
        if !cell.is_empty() {
            cells.push(cell.to_owned());
            lines.push(record.position().map_or(0, csv::Position::byte));
        }
        if cells.len() > MOST_OBSERVATIONS {
            return Err(refused(format!("must have at most {MOST_OBSERVATIONS} values")));
        }
    }
    if cells.is_empty() {
        return Err(refused(format!("must have at least one number in column {heading:?}")));
    }
    let borrowed: Vec<&str> = cells.iter().map(String::as_str).collect();
    let line = |i: usize| line_from(text, lines[i] as usize);
    column(&borrowed, expected).map_err(|why| Column { heading, cells: &borrowed, line: &line }.refused(why))
}

/// The place of a heading, which no other column may have.
fn place_of(headings: &csv::StringRecord, heading: &str) -> Result<usize, Refused> {
    let mut places = (0..headings.len()).filter(|i| headings.get(*i) == Some(heading));
    let Some(place) = places.next() else {
        let fix = nearest(heading, headings.iter()).map(|near| format!("did you mean {:?}?", shortened(near)));
        return Err(Refused { why: format!("must have a column with the heading {heading:?} in its first line"), fix });
    };
    match places.next() {
        Some(other) => Err(Refused {
            why: format!(
                "must have one column with the heading {heading:?}, but has it in columns {} and {}",
                place + 1,
                other + 1
            ),
            fix: Some("give each column of the file a heading of its own".to_owned()),
        }),
        None => Ok(place),
    }
}

/// A column that is refused.
struct Column<'a> {
    heading: &'a str,
    cells: &'a [&'a str],
    /// The line of a cell.
    line: &'a dyn Fn(usize) -> usize,
}

impl Column<'_> {
    /// A cell, and where it stands.
    fn cell(&self, i: usize) -> String {
        format!("{:?} in line {}", shortened(self.cells[i]), (self.line)(i))
    }

    fn refused(&self, why: ColumnError) -> Refused {
        let heading = self.heading;
        match why {
            ColumnError::Cell(i, QuantityError::NotANumber { examples, minus: None, .. }) => Refused {
                why: format!("must have numbers in column {heading:?}, but has {}", self.cell(i)),
                fix: Some(format!("write a number there, such as {examples}, or leave the cell empty")),
            },
            ColumnError::Cell(i, why) => Refused {
                why: format!("must have numbers in column {heading:?}, but has {}: {why}", self.cell(i)),
                fix: why.fix(),
            },
            ColumnError::Marks([a, b]) => Refused {
                why: format!(
                    "must have one decimal mark in column {heading:?}, but has {} and {}",
                    self.cell(a),
                    self.cell(b)
                ),
                fix: Some("write all its numbers with a decimal point, and nothing between thousands".to_owned()),
            },
            ColumnError::Ambiguous(i, [decimal, whole]) => Refused {
                why: format!(
                    "has {} in column {heading:?}, which may mean {decimal} or {whole}, and no other cell says which",
                    self.cell(i)
                ),
                fix: Some(format!(
                    "write {whole} without a mark between thousands, or {decimal} with one or two decimals"
                )),
            },
            ColumnError::Percent([a, b]) => Refused {
                why: format!(
                    "must have a % at all numbers of column {heading:?}, or at none, but has {} and {}",
                    self.cell(a),
                    self.cell(b)
                ),
                fix: None,
            },
        }
    }
}

/// The line of a record, whose place is where the one before ends.
fn line_of(text: &str, place: Option<&csv::Position>) -> usize {
    line_from(text, place.map_or(0, |p| p.byte() as usize))
}

/// The line in which a record begins: empty lines may lie between.
fn line_from(text: &str, start: usize) -> usize {
    let empty = text.bytes().skip(start).take_while(|b| b"\r\n".contains(b)).count();
    position(text, start + empty).0
}

/// What a first line such as `sep=;` says, as Excel writes and reads it, and the text after it.
pub(super) fn declared(text: &str) -> Option<(u8, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let first = first.trim_end_matches('\r').trim_matches('"');
    match first.strip_prefix("sep=")?.as_bytes() {
        [delimiter] => Some((*delimiter, rest)),
        _ => None,
    }
}

/// A comma, or whatever else the first line has more of outside quotes: a semicolon (spreadsheets in much of Europe), a tab.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let bare: String = first.split('"').step_by(2).collect();
    let count = |delimiter: u8| bare.bytes().filter(|b| *b == delimiter).count();
    [b';', b'\t'].into_iter().fold(b',', |most, other| if count(other) > count(most) { other } else { most })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, column: &str) -> Result<Vec<f64>, Refused> {
        let money = Expected { sort: Sort::Money, percent: false, currency: Some("EUR") };
        observations(text, column, &money)
    }

    #[test]
    fn a_column_is_found_by_its_heading() {
        assert_eq!(of("visits,spend\n1,20\n2,30\n3,\n", "spend"), Ok(vec![20.0, 30.0]));
        assert_eq!(of("\u{feff}visits;spend\r\n1;20\r\n", "spend"), Ok(vec![20.0]));
        assert_eq!(of("sep=;\r\nvisits;spend\r\n1;20\r\n", "spend"), Ok(vec![20.0]));
        assert_eq!(of("visits\tspend\n1\t20\n", "spend"), Ok(vec![20.0]));
        assert_eq!(of("\"spend, net\";\"a; b\"\n\"1,5\";2\n", "spend, net"), Ok(vec![1.5]));
        let twice = of("spend,spend\n1,2\n", "spend").expect_err("two columns");
        assert!(twice.why.contains("columns 1 and 2"), "{}", twice.why);
        assert_eq!(of("spent,b\n1,2\n", "spend").expect_err("none").fix.as_deref(), Some("did you mean \"spent\"?"));
    }

    #[test]
    fn a_dutch_export_is_read() {
        assert_eq!(
            of("naam;bedrag\r\nx;950\r\ny;1.500\r\nz;12.000,50\r\n", "bedrag"),
            Ok(vec![950.0, 1500.0, 12000.5])
        );
        assert_eq!(of("naam;bedrag\nx;\"€ 1,5\"\n", "bedrag"), Ok(vec![1.5]));
        let why = of("naam;bedrag\nx;950\ny;1.500\nz;12.000\n", "bedrag").expect_err("two readings").why;
        assert!(why.contains("\"1.500\" in line 3") && why.contains("1.5 or 1500"), "{why}");
    }

    #[test]
    fn the_line_and_the_cell_that_are_wrong_are_named() {
        for text in ["guest,spend\n1,20\n\n2,many\n", "guest,spend\r\n1,20\r\n\r\n2,many\r\n"] {
            let why = of(text, "spend").expect_err("no number").why;
            assert!(why.contains("\"many\" in line 4"), "{why}");
        }
        let why = of("guest,spend\n1,20\n\n2\n", "spend").expect_err("too short").why;
        assert!(why.contains("line 4"), "{why}");
    }

    #[test]
    fn a_bad_file_is_refused_without_repeating_what_else_it_says() {
        for (text, column) in
            [("secret\nhunter2\n", "spend"), ("spend,x\nmany,hunter2\n", "spend"), ("", "spend"), ("spend\n", "spend")]
        {
            let refused = format!("{:?}", of(text, column).expect_err("no numbers"));
            assert!(!refused.contains("hunter2") && !refused.contains("secret"), "{refused}");
        }
    }
}
