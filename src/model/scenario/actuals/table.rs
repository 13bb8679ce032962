//! A file of readings as rows of cells, each of which knows where it stands.

use super::super::fault::Fault;
use super::super::faults::{Faults, Place};
use super::super::samples::declared;
use super::super::shorten::shortened;
use super::super::suggest::nearest;
use super::fault::ActualsFault;
use super::headings::{HEADINGS, MOST_READINGS, REQUIRED};
use std::ops::Range;

/// A file of readings.
pub(super) struct Table {
    /// The decimal mark of its numbers: a comma where semicolons part the columns.
    pub mark: char,
    pub rows: Vec<Row>,
}

/// A row below the headings.
pub(super) struct Row {
    /// Bytes of its first cell.
    pub start: Range<usize>,
    /// Text and bytes by the place among [`HEADINGS`].
    cells: [Option<(String, Range<usize>)>; HEADINGS.len()],
}

impl Row {
    /// The text under a heading; empty where there is none.
    pub(super) fn text(&self, heading: &str) -> &str {
        self.cell(heading).map_or("", |(text, _)| text.as_str())
    }

    /// Where the cell under a heading stands, or else the row.
    pub(super) fn span(&self, heading: &str) -> Range<usize> {
        self.cell(heading).map_or_else(|| self.start.clone(), |(_, span)| span.clone())
    }

    fn cell(&self, heading: &str) -> Option<&(String, Range<usize>)> {
        let place = HEADINGS.iter().position(|known| *known == heading)?;
        self.cells[place].as_ref()
    }
}

/// What is wrong with a file of readings so far.
#[derive(Debug, Default)]
pub(super) struct Wrong(pub(super) Faults);

impl Wrong {
    /// Adds what is wrong at a place, under a heading.
    pub(super) fn add(&mut self, span: Range<usize>, heading: &str, fault: Fault) {
        self.0.add(Some(Place { layer: 0, span }), heading, fault);
    }

    /// The same of a rule of readings, with what was found.
    pub(super) fn say(&mut self, span: Range<usize>, heading: &str, found: &str, why: ActualsFault) {
        self.add(span, heading, Fault::Actuals { found: shortened(found), why });
    }
}

/// The rows of a text.
pub(super) fn read(text: &str, wrong: &mut Wrong) -> Table {
    let (delimiter, begin) = delimiter(text);
    let mark = if delimiter == b';' { ',' } else { '.' };
    let mut table = Table { mark, rows: Vec::new() };
    let mut builder = csv::ReaderBuilder::new();
    let builder = builder.delimiter(delimiter).trim(csv::Trim::All).flexible(true).has_headers(false);
    let mut records = Vec::new();
    // Text of UTF-8 with rows of any length has nothing that the reader refuses.
    for record in builder.from_reader(&text.as_bytes()[begin..]).into_records().map_while(Result::ok) {
        let start = begin + record.position().map_or(0, |place| place.byte() as usize);
        // Spreadsheets leave rows of empty cells behind.
        if record.iter().any(|cell| !cell.is_empty()) {
            records.push((start, record));
        }
        if records.len() > MOST_READINGS + 1 {
            break;
        }
    }
    let mut records = records.into_iter();
    let Some((start, headings)) = records.next() else {
        wrong.say(0..0, "", "", ActualsFault::NoReading);
        return table;
    };
    let cells = spans(text, start, delimiter);
    let Some(places) = places(&headings, &cells, wrong) else { return table };
    for (start, record) in records {
        if table.rows.len() == MOST_READINGS {
            let at = spans(text, start, delimiter).into_iter().next().unwrap_or(start..start);
            wrong.say(at, "", "", ActualsFault::TooMany { limit: MOST_READINGS });
            break;
        }
        table.rows.extend(row(&record, spans(text, start, delimiter), &places, wrong));
    }
    if table.rows.is_empty() && wrong.0.is_empty() {
        wrong.say(cells.first().cloned().unwrap_or(0..0), "", "", ActualsFault::NoReading);
    }
    table
}

/// The place among [`HEADINGS`] of each column; none for a column without a heading.
type Places = Vec<Option<usize>>;

fn places(headings: &csv::StringRecord, spans: &[Range<usize>], wrong: &mut Wrong) -> Option<Places> {
    let mut places: Places = Vec::new();
    let span = |at: usize| spans.get(at).cloned().unwrap_or(0..0);
    let mut all = true;
    for (at, heading) in headings.iter().enumerate() {
        let place = HEADINGS.iter().position(|known| known.eq_ignore_ascii_case(heading));
        if place.is_none() && !heading.is_empty() {
            let near = if wrong.0.is_full() { None } else { nearest(heading, HEADINGS) };
            let near = near.and_then(|near| HEADINGS.into_iter().find(|known| *known == near));
            wrong.say(span(at), "", heading, ActualsFault::UnknownColumn { near });
            all = false;
        }
        if place.is_some() && places.contains(&place) {
            wrong.say(span(at), "", heading, ActualsFault::ColumnTwice);
            all = false;
        }
        places.push(place);
    }
    for (at, name) in HEADINGS.into_iter().enumerate().take(REQUIRED) {
        if !places.contains(&Some(at)) {
            wrong.say(span(0), "", "", ActualsFault::ColumnMissing { name });
            all = false;
        }
    }
    all.then_some(places)
}

fn row(record: &csv::StringRecord, spans: Vec<Range<usize>>, places: &Places, wrong: &mut Wrong) -> Option<Row> {
    let start = spans.first().cloned().unwrap_or(0..0);
    if record.len() != places.len() {
        let why = ActualsFault::Cells { found: record.len(), headings: places.len() };
        wrong.say(start, "", "", why);
        return None;
    }
    let mut cells = [const { None }; HEADINGS.len()];
    for (at, text) in record.iter().enumerate() {
        let span = spans.get(at).cloned().unwrap_or_else(|| start.clone());
        if let Some(cell) = places[at].and_then(|place| cells.get_mut(place)) {
            *cell = Some((text.to_owned(), span));
        }
    }
    Some(Row { start, cells })
}

/// The mark between columns, and the byte at which the headings begin.
fn delimiter(text: &str) -> (u8, usize) {
    let (said, rest) = declared(text).map_or((None, text), |(said, rest)| (Some(said), rest));
    let first = rest.lines().find(|line| !line.is_empty()).unwrap_or_default();
    let count = |mark: u8| first.bytes().filter(|byte| *byte == mark).count();
    let usual = if count(b';') > count(b',') { b';' } else { b',' };
    (said.unwrap_or(usual), text.len() - rest.len())
}

/// The bytes of the cells of the row that begins here, as the reader of tables parts them, without the space around them.
fn spans(text: &str, start: usize, delimiter: u8) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = start + bytes[start..].iter().take_while(|b| b"\r\n".contains(b)).count();
    let mut all = Vec::new();
    loop {
        let begin = at;
        if bytes.get(at) == Some(&b'"') {
            at = behind_quotes(bytes, at + 1);
        }
        while bytes.get(at).is_some_and(|b| *b != delimiter && !b"\r\n".contains(b)) {
            at += 1;
        }
        all.push(trimmed(bytes, begin..at));
        if bytes.get(at) != Some(&delimiter) {
            return all;
        }
        at += 1;
    }
}

/// The byte behind the end of what stands in quotes; two quotes are one that is meant.
fn behind_quotes(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() {
        match (bytes[at], bytes.get(at + 1)) {
            (b'"', Some(b'"')) => at += 2,
            (b'"', _) => return at + 1,
            _ => at += 1,
        }
    }
    at
}

fn trimmed(bytes: &[u8], span: Range<usize>) -> Range<usize> {
    let cell = &bytes[span.clone()];
    let before = cell.len() - cell.trim_ascii_start().len();
    let start = span.start + before;
    start..start + cell.trim_ascii().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> (Table, usize) {
        let mut wrong = Wrong::default();
        let table = read(text, &mut wrong);
        let faults = wrong.0.into_diagnostics(&[super::super::super::layer::Layer::embedded(
            "a.csv".to_owned(),
            text,
            Vec::new(),
        )]);
        (table, faults.list.len())
    }

    #[test]
    fn a_cell_is_found_by_its_heading_and_knows_its_bytes() {
        for text in [
            "metric,value, month ,note\nnps, 12 ,3,\"a, \"\"b\"\"\"\n",
            "sep=;\r\nmetric;value;Month;note\r\n\r\nnps; 12 ;3;\"a, \"\"b\"\"\"\r\n;;;\r\n",
        ] {
            let (table, wrong) = table(text);
            assert_eq!((table.rows.len(), wrong), (1, 0), "{text}");
            let row = &table.rows[0];
            assert_eq!([row.text("metric"), row.text("value"), row.text("month")], ["nps", "12", "3"]);
            assert_eq!(row.text("note"), "a, \"b\"");
            assert_eq!(&text[row.span("value")], "12");
            assert_eq!(&text[row.span("note")], "\"a, \"\"b\"\"\"");
            assert_eq!((row.text("site"), &text[row.span("site")]), ("", "nps"));
        }
    }

    #[test]
    fn semicolons_bring_the_decimal_comma() {
        assert_eq!(table("month;metric;value\n").0.mark, ',');
        assert_eq!(table("month,metric,value\n").0.mark, '.');
    }

    #[test]
    fn a_file_that_is_no_table_of_readings_is_refused() {
        for (text, faults) in [("", 1), ("month,metric,value\n", 1), ("month,metric\n3,nps\n", 1), ("a\tb\n", 4)] {
            assert_eq!(table(text).1, faults, "{text:?}");
        }
        let long = format!("month,metric,value\n{}", "3,nps,12\n".repeat(MOST_READINGS + 5));
        let (table, wrong) = table(&long);
        assert_eq!((table.rows.len(), wrong), (MOST_READINGS, 1));
    }
}
