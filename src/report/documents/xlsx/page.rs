//! One sheet while it is written: texts, numbers, formulas, headings, and how it is printed.

use super::look::{self, Ink, Look, Looks};
use super::term::{CellValue, SheetCell};
use crate::words::Words;
use delight_model::statistics::Estimate;
use rust_xlsxwriter::{Format, FormatAlign, Formula, Worksheet, XlsxError};
use std::collections::BTreeMap;

/// What writing gives.
pub type Done = Result<(), XlsxError>;

/// The most characters of a cell, of Excel.
const MOST_CHARACTERS: usize = 32_767;
/// A sign without width at which no line is broken.
const WORD_JOINER: char = '\u{2060}';
/// Height of a line of text, in points.
const LINE: f64 = 15.0;
/// The most lines of a row, which may not be higher than 409 points.
const MOST_LINES: f64 = 27.0;
/// Characters of running text are narrower than the digits by which widths are counted.
const TEXT_FILL: f64 = 1.1;
/// Headings are bold, and their few words seldom fill a line.
const HEADING_FILL: f64 = 0.75;
/// Width of a column that has none of its own, in characters.
const DEFAULT_WIDTH: f64 = 8.4;

/// What every sheet of a workbook has in common.
#[derive(Clone, Debug)]
pub struct SheetSetting {
    /// The language.
    pub words: Words,
    /// Formats.
    pub looks: Looks,
    /// What stands at the head of every printed page.
    pub header: String,
    /// What stands at its foot, before the page number.
    pub footer: String,
}

/// A sheet.
pub struct SheetPage<'a> {
    /// What it shares with others.
    pub setting: &'a SheetSetting,
    /// The sheet itself.
    pub sheet: Worksheet,
    widths: Vec<f64>,
    /// Lines of text of the rows that have more than one.
    lines: BTreeMap<u32, f64>,
}

impl<'a> SheetPage<'a> {
    /// A sheet of this name with columns this wide (in characters), set up for print on one page's width.
    ///
    /// # Errors
    /// If Excel would refuse the name.
    pub fn new(setting: &'a SheetSetting, name: &str, widths: &[f64]) -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        for (column, width) in widths.iter().enumerate() {
            sheet.set_column_width(column as u16, *width)?;
        }
        sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_screen_gridlines(false);
        let guarded = |text: &str| text.replace('&', "&&");
        sheet.set_header(format!("&L{}&R&A", guarded(&setting.header)));
        sheet.set_footer(format!("&L{}&R&P / &N", guarded(&setting.footer)));
        Ok(SheetPage { setting, sheet, widths: widths.to_vec(), lines: BTreeMap::new() })
    }

    /// The language.
    pub fn words(&self) -> Words {
        self.setting.words
    }

    /// The title, in the first row.
    pub fn title(&mut self, text: &str) -> Done {
        self.sheet.set_row_height(0, 24)?;
        self.write_text(0, 0, text, &look::title())
    }

    /// The heading of a table.
    pub fn section(&mut self, row: u32, text: &str) -> Done {
        self.write_text(row, 0, text, &look::section())
    }

    /// A paragraph over the columns from the first to `last`, as high as it needs.
    pub fn paragraph(&mut self, row: u32, last: u16, text: &str) -> Done {
        let width: f64 = self.widths.iter().take(usize::from(last) + 1).sum();
        let lines = (text.chars().count() as f64 / (1.05 * width)).ceil().max(1.0);
        self.sheet.set_row_height(row, LINE * lines + 3.0)?;
        if last == 0 {
            return self.write_text(row, 0, text, &look::paragraph());
        }
        self.sheet.merge_range(row, 0, row, last, &bounded(text), &look::paragraph())?;
        Ok(())
    }

    /// Headings of columns, from `column` on; those above numbers stand to the right, as the numbers do.
    pub fn headings<T: AsRef<str>>(&mut self, row: u32, column: u16, texts: &[T], above: impl Fn(u16) -> bool) -> Done {
        for (column, text) in (column..).zip(texts) {
            let format = look::heading();
            let format = match (above(column), column) {
                (true, _) => format.set_align(FormatAlign::Right),
                (false, 0) => format,
                (false, _) => look::indented(format),
            };
            self.make_room(row, column, text.as_ref(), HEADING_FILL)?;
            self.write_text(row, column, text.as_ref(), &format)?;
        }
        Ok(())
    }

    /// A text; one that looks like a formula stays text.
    pub fn text(&mut self, row: u32, column: u16, text: &str, ink: Ink) -> Done {
        self.make_room(row, column, text, TEXT_FILL)?;
        let format = look::text(ink);
        // What stands beside numbers keeps away from them.
        let beside = ink == Ink::Beside && column > 0;
        self.write_text(row, column, text, &if beside { look::indented(format) } else { format })
    }

    /// Makes a row as high as a wrapped text needs; programs differ in whether they do so themselves.
    ///
    /// `fill` is the number of characters that a width of one holds.
    fn make_room(&mut self, row: u32, column: u16, text: &str, fill: f64) -> Done {
        let width = self.widths.get(usize::from(column)).copied().unwrap_or(DEFAULT_WIDTH);
        let lines = (text.chars().count() as f64 / (fill * width)).ceil().clamp(1.0, MOST_LINES);
        let known = self.lines.get(&row).copied().unwrap_or(1.0);
        if lines > known {
            self.lines.insert(row, lines);
            self.sheet.set_row_height(row, LINE * lines)?;
        }
        Ok(())
    }

    /// A row of nothing that looks like its numbers.
    pub fn rule(&mut self, row: u32, columns: std::ops::RangeInclusive<u16>, ink: Ink) -> Done {
        for column in columns {
            self.sheet.write_blank(row, column, &look::text(ink))?;
        }
        Ok(())
    }

    /// A text with a format.
    pub fn write_text(&mut self, row: u32, column: u16, text: &str, format: &Format) -> Done {
        self.sheet.write_string_with_format(row, column, bounded(text), format)?;
        Ok(())
    }

    /// A number; what is not finite is left out, as a dash.
    pub fn number(&mut self, row: u32, column: u16, x: f64, style: (Look, Ink)) -> Done {
        if !x.is_finite() {
            return self.write_text(row, column, "–", &self.setting.looks.number(style.0, style.1));
        }
        let format = self.setting.looks.number_of(style.0, style.1, x);
        self.sheet.write_number_with_format(row, column, x, &format)?;
        Ok(())
    }

    /// An estimate, and its standard error in the next column.
    pub fn estimate(&mut self, row: u32, column: u16, e: &Estimate, style: (Look, Ink)) -> Done {
        self.number(row, column, e.value, style)?;
        // An error of nothing is none: what is the same in every trial has no error to show.
        let error = e.standard_error.filter(|error| *error > 0.0);
        self.number(row, column + 1, error.unwrap_or(f64::NAN), (style.0, Ink::Beside))
    }

    /// A formula, with what it comes to.
    pub fn cell(&mut self, row: u32, column: u16, cell: impl Into<SheetCell>, style: (Look, Ink)) -> Done {
        let cell = cell.into();
        let format = match &cell.shown {
            CellValue::Number(x) if x.is_finite() => self.setting.looks.number_of(style.0, style.1, *x),
            _ => self.setting.looks.number(style.0, style.1),
        };
        self.formula(row, column, cell, &format)
    }

    /// A formula of a text beside numbers.
    pub fn remark(&mut self, row: u32, column: u16, cell: SheetCell) -> Done {
        self.formula(row, column, cell, &look::indented(look::text(Ink::Beside)))
    }

    fn formula(&mut self, row: u32, column: u16, SheetCell { formula, shown }: SheetCell, format: &Format) -> Done {
        let result = match shown {
            // Adding nothing turns a negative zero into nothing.
            CellValue::Number(x) if x.is_finite() => format!("{}", x + 0.0),
            CellValue::Number(_) => "#NUM!".to_owned(),
            CellValue::Text(text) => text,
        };
        self.sheet.write_formula_with_format(row, column, Formula::new(formula).set_result(result), format)?;
        Ok(())
    }
}

/// A text that a cell can hold, in which no line is broken between a sign and its currency.
fn bounded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        out.push(letter);
        let amount = letters.peek().is_some_and(|next| matches!(next, '€' | '$' | '£') || next.is_ascii_uppercase());
        if matches!(letter, '−' | '+') && amount {
            out.push(WORD_JOINER);
        }
    }
    out.chars().take(MOST_CHARACTERS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_stays_with_its_currency_and_a_text_is_no_longer_than_a_cell_holds() {
        assert_eq!(bounded("here −€2.14m, +SEK 3 or −5 %"), "here −\u{2060}€2.14m, +\u{2060}SEK 3 or −5 %");
        assert_eq!(bounded(&"−€".repeat(MOST_CHARACTERS)).chars().count(), MOST_CHARACTERS);
    }
}
