//! A table of own data as its file has it: cells by column and line, and what is wrong with them, all at once.

use super::places::{column_in, delimiter_of, line_at};
use delight_model::scenario::{Diagnostic, Diagnostics, Fault, nearest};

/// The most rows of a file.
pub const MOST_ROWS: usize = 1_000_000;
/// The largest file, in bytes.
pub const MOST_BYTES: u64 = 64 << 20;
/// Faults beyond which the rest is only counted.
const MOST_FAULTS: usize = 100;

/// A file of own data.
#[derive(Clone, Copy, Debug)]
pub struct OwnData<'a> {
    /// Its name, for people.
    pub name: &'a str,
    /// What it says.
    pub text: &'a str,
}

/// A file that was read: its columns, and the cells of each row.
pub struct Table<'a> {
    file: OwnData<'a>,
    /// What stands before the first line of the table, as spreadsheets write it.
    skipped: usize,
    comma: bool,
    delimiter: u8,
    heads: Vec<String>,
    rows: Vec<Row>,
    faults: Faults,
}

/// A row: where it begins, and its cells.
struct Row {
    byte: usize,
    cells: csv::StringRecord,
}

/// What is wrong so far.
#[derive(Default)]
struct Faults {
    list: Vec<Diagnostic>,
    more: usize,
}

/// What is wrong at a place, and what to write.
pub struct Wrong<'a> {
    /// As it was found; empty where nothing was.
    pub found: &'a str,
    /// The rule it breaks.
    pub rule: String,
    /// What to write instead.
    pub fix: Option<String>,
}

impl<'a> Table<'a> {
    /// Reads a file whose columns may be these; `ignored` may stand there too.
    pub fn read(file: OwnData<'a>, known: &[&str], ignored: &[&str]) -> Self {
        let bare = file.text.strip_prefix('\u{feff}').unwrap_or(file.text);
        let (delimiter, text) = delimiter_of(bare);
        let skipped = file.text.len() - text.len();
        let mut table = Table {
            file,
            skipped,
            comma: delimiter != b',',
            delimiter,
            heads: Vec::new(),
            rows: Vec::new(),
            faults: Faults::default(),
        };
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .trim(csv::Trim::All)
            .flexible(true)
            .from_reader(text.as_bytes());
        table.heads = reader.headers().map(|heads| heads.iter().map(str::to_owned).collect()).unwrap_or_default();
        table.check_heads(known, ignored);
        for record in reader.records() {
            let Ok(record) = record else { break };
            let byte = record.position().map_or(0, |p| p.byte() as usize);
            if record.iter().all(str::is_empty) {
                continue;
            }
            if table.rows.len() >= MOST_ROWS {
                let rule = format!("must have at most {MOST_ROWS} rows");
                table.wrong(None, "", Wrong { found: "", rule, fix: Some("leave out older rows".into()) });
                break;
            }
            table.rows.push(Row { byte, cells: record });
            table.check_width();
        }
        if table.rows.is_empty() {
            let rule = "must have at least one row below its headings".to_owned();
            table.wrong(None, "", Wrong { found: "", rule, fix: None });
        }
        table
    }

    fn check_heads(&mut self, known: &[&str], ignored: &[&str]) {
        for (place, head) in self.heads.clone().iter().enumerate() {
            if self.heads[..place].contains(head) {
                let rule = "must be given once, like every column".to_owned();
                self.wrong_head(place, Wrong { found: head, rule, fix: None });
            } else if !known.contains(&head.as_str()) && !ignored.contains(&head.as_str()) {
                let near = nearest(head, known.iter().copied());
                let fix = near.map(|near| format!("did you mean \"{near}\"?"));
                let rule = format!("must be one of the columns {}", known.join(", "));
                self.wrong_head(place, Wrong { found: head, rule, fix });
            }
        }
    }

    fn check_width(&mut self) {
        let row = self.rows.len() - 1;
        let (found, heads) = (self.rows[row].cells.len(), self.heads.len());
        if found != heads {
            let rule = format!("must have as many columns as headings: {heads}");
            self.wrong(Some((row, 0)), "", Wrong { found: &format!("{found} columns"), rule, fix: None });
        }
    }

    /// The place of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.heads.iter().position(|head| head == name)
    }

    /// The same of a column without which nothing is read.
    pub fn required(&mut self, name: &str) -> Option<usize> {
        let place = self.column(name);
        if place.is_none() {
            let rule = "must have this column in its first line".to_owned();
            self.wrong(None, name, Wrong { found: "", rule, fix: Some(format!("add a column {name}")) });
        }
        place
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// The text of a cell; empty where there is none.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows[row].cells.get(column).unwrap_or_default()
    }

    /// The number of a cell: NaN where it is empty, which is a gap; what is no number, or does not fit, is wrong.
    pub fn number(&mut self, row: usize, column: usize, rule: &CellRule) -> f64 {
        let text = self.cell(row, column);
        if text.is_empty() {
            return f64::NAN;
        }
        let plain = if self.comma && !text.contains('.') { text.replace(',', ".") } else { text.to_owned() };
        let (plain, scale) = match plain.strip_suffix('%') {
            Some(number) => (number.trim_end().to_owned(), 100.0),
            None => (plain, 1.0),
        };
        let number = plain.parse::<f64>().ok().map(|x| x / scale).filter(|x| x.is_finite());
        match number {
            Some(x) if x >= rule.least && x <= rule.most && (x > rule.least || !rule.above) => x,
            _ => {
                let (found, key) = (text.to_owned(), self.heads[column].clone());
                let wrong = match number {
                    Some(_) => Wrong { found: &found, rule: format!("must be {}", rule.words()), fix: None },
                    None => Wrong {
                        found: &found,
                        rule: "must be a number".into(),
                        fix: Some("write a number there, or leave the cell empty".into()),
                    },
                };
                self.wrong(Some((row, column)), &key, wrong);
                f64::NAN
            }
        }
    }

    /// Says that a cell is wrong, or, without a place, the file as a whole.
    pub fn wrong(&mut self, place: Option<(usize, usize)>, key: &str, wrong: Wrong) {
        // Beyond the most that are shown even their places would take long to find.
        if self.faults.list.len() >= MOST_FAULTS {
            self.faults.more += 1;
            return;
        }
        let at = place.map(|(row, column)| {
            let byte = self.skipped + self.rows[row].byte;
            let (line, byte) = line_at(self.file.text, byte);
            let column = column_in(self.file.text.get(byte..).unwrap_or_default(), column, self.delimiter);
            (line, column, byte)
        });
        self.add(at, key, wrong);
    }

    fn wrong_head(&mut self, place: usize, wrong: Wrong) {
        let (line, byte) = line_at(self.file.text, self.skipped);
        let column = column_in(self.file.text.get(byte..).unwrap_or_default(), place, self.delimiter);
        self.add(Some((line, column, byte)), "", wrong);
    }

    fn add(&mut self, at: Option<(usize, usize, usize)>, key: &str, Wrong { found, rule, fix }: Wrong) {
        if self.faults.list.len() >= MOST_FAULTS {
            self.faults.more += 1;
            return;
        }
        let (line, column, byte) = at.unwrap_or((0, 0, 0));
        let found = match found.is_empty() {
            true => String::new(),
            false => format!("{:?}", found.chars().take(60).collect::<String>()),
        };
        self.faults.list.push(Diagnostic {
            file: self.file.name.to_owned(),
            line,
            column,
            span: byte..byte,
            key: key.to_owned(),
            found,
            fault: Fault::Misplaced { rule: rule.clone(), fix: fix.clone() },
            rule,
            fix,
        });
    }

    /// Whether nothing is wrong so far.
    pub fn is_sound(&self) -> bool {
        self.faults.list.is_empty()
    }

    /// What is wrong, by line; nothing if all is well.
    pub fn into_faults(mut self) -> Option<Diagnostics> {
        if self.faults.list.is_empty() {
            return None;
        }
        self.faults.list.sort_by_key(|fault| (fault.line == 0, fault.line, fault.column));
        let sources = vec![(self.file.name.to_owned(), self.file.text.to_owned())];
        Some(Diagnostics { list: self.faults.list, more: self.faults.more, sources })
    }
}

/// The values that a column may have.
#[derive(Clone, Copy, Debug)]
pub struct CellRule {
    /// The least.
    pub least: f64,
    /// The most.
    pub most: f64,
    /// Whether it must lie above the least.
    pub above: bool,
}

impl CellRule {
    /// 0 to 1.
    pub const SHARE: CellRule = CellRule { least: 0.0, most: 1.0, above: false };
    /// 0 to 10.
    pub const RATING: CellRule = CellRule { least: 0.0, most: 10.0, above: false };
    /// 0 and up.
    pub const COUNT: CellRule = CellRule { least: 0.0, most: 1e15, above: false };
    /// Above 0.
    pub const BASE: CellRule = CellRule { least: 0.0, most: 1e15, above: true };

    fn words(&self) -> String {
        match (self.most < 1e15, self.above) {
            (true, _) => format!("from {} to {}", self.least, self.most),
            (false, true) => format!("above {}", self.least),
            (false, false) => format!("{} or more", self.least),
        }
    }
}
