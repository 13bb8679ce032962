//! The case at its point values as cells that compute: inputs, months, measures, each with its formula and its value.

use super::book::Book;
use super::books::{Books, Measured};
use super::chain_months::Chain;
use super::flow_months;
use super::grid::{Grid, Handle, Heading};
use super::inputs::{Finance, Input, Inputs, Line};
use super::live::{self, Constants, Levers, Tables};
use super::look::Look;
use super::term::{CellValue, Term};
use crate::documents::points::Lines;
use crate::page::provenance::start;
use crate::words::Words;
use delight_model::finance::bridge::PIECES;
use delight_model::scenario::CalendarMonth;
use delight_model::simulate::Measure;
use rust_xlsxwriter::ExcelDateTime;

/// The row, from 0, of the first measure on the sheet of the case.
pub const FIRST_MEASURE: u32 = 5;

/// The live part of a workbook.
pub struct Model {
    /// Name of the sheet of the case.
    pub case_sheet: String,
    /// Name of the sheet of the months.
    pub months_sheet: String,
    /// Name of the sheet of the chain.
    pub chain_sheet: String,
    /// The inputs in the order of the sheet.
    pub inputs: Vec<Input>,
    /// Inputs and constants of the chain in the order of its sheet, and its tables; none without a chain.
    pub chain: Option<(Vec<Input>, Tables)>,
    /// Inputs of valuation.
    pub finance: Finance,
    /// Cost lines or flows.
    pub lines: Vec<Line>,
    /// The row of their headings.
    pub line_headings: u32,
    /// The months.
    pub grid: Grid,
    /// From benefit to cash.
    pub books: Books,
    /// The pieces of the bridge by the month; none without a chain.
    pub pieces: Option<[Handle; PIECES.len()]>,
    /// The measures in the order of the sheet.
    pub measures: Vec<Measured>,
}

/// The first day of a month so many months after another, as spreadsheets count days.
fn first_day(start: CalendarMonth, later: usize) -> Option<f64> {
    let months = start.year as usize * 12 + start.month as usize - 1 + later;
    let date = ExcelDateTime::from_ymd((months / 12) as u16, (months % 12 + 1) as u8, 1).ok()?;
    Some(date.to_excel())
}

impl Model {
    /// Builds all cells.
    pub fn new(book: &Book, words: Words) -> Self {
        let points = book.points;
        let (case_sheet, months_sheet) = (words.say("book-sheet-case"), words.say("book-sheet-months"));
        let chain_sheet = words.say("book-sheet-chain");
        let mut inputs = Inputs::new(book.assumptions, &case_sheet, words);
        let mut grid = Grid::new(&months_sheet, points.months);
        grid.band(words.say("book-band-calendar"));
        let month: Vec<f64> = (0..=points.months).map(|t| t as f64).collect();
        let month = grid.labels(Heading::new(words.say("book-month"), "", Look::Plain), 0, &month);
        if let Some(start) = start(book.findings) {
            let dates: Vec<f64> = (0..points.months).filter_map(|later| first_day(start, later)).collect();
            grid.labels(Heading::new(words.say("book-date"), "", Look::Date), 1, &dates);
        }
        let fitted = points.plan.answers.is_some();
        let levers = matches!(points.lines, Lines::Costs(_)).then(|| Levers::add(&mut inputs, fitted));
        if levers.is_some() {
            inputs.heading("money");
        }
        let finance = inputs.finance();
        let currency = book.findings.case.currency.as_str();
        let mut chain = None;
        let (booked, pieces, lines) = match (&points.lines, &levers) {
            (Lines::Costs(costs), Some(levers)) => {
                let operations = inputs.operations(points);
                let lines = inputs.lines(&points.lines);
                let costs = (lines.as_slice(), costs.as_slice());
                let mut cells = Inputs::new(book.assumptions, &chain_sheet, words);
                let mut tables = Tables::new(&chain_sheet);
                let known = (levers, &operations.contacts, &operations.intensity);
                let constants = Constants::add(&mut cells, &mut tables, points, known);
                let all = Chain { points, operations: &operations, constants: &constants, costs, currency, words };
                let (booked, pieces, course) = all.add(&mut grid, month);
                live::stop(&mut cells, &grid, &constants, &course, points.plan.gate.as_ref());
                chain = Some((cells.all, tables));
                (booked, Some(pieces), lines)
            }
            _ => {
                let lines = inputs.lines(&points.lines);
                (flow_months::add(&mut grid, month, &lines, (currency, words)), None, lines)
            }
        };
        let books = Books::add(&mut grid, booked, &finance, (currency, words));
        let measures = books.measures(&grid, &finance, points, words);
        let line_headings = inputs.line_headings();
        let inputs = inputs.all;
        Model {
            case_sheet,
            months_sheet,
            chain_sheet,
            inputs,
            chain,
            finance,
            lines,
            line_headings,
            grid,
            books,
            pieces,
            measures,
        }
    }

    /// The cell that holds a measure, for formulas of any sheet, and what it shows.
    pub fn measure(&self, measure: Measure) -> (Term, CellValue) {
        let place = self.measures.iter().position(|m| m.measure == measure).unwrap_or(0);
        let shown = self.measures[place].cell.shown.clone();
        let value = match &shown {
            CellValue::Number(x) => *x,
            CellValue::Text(_) => f64::NAN,
        };
        (Term::reference(format!("{}!$B${}", self.case_sheet, FIRST_MEASURE + place as u32 + 1), value), shown)
    }

    /// A measure that is always a number.
    pub fn amount(&self, measure: Measure) -> Term {
        self.measure(measure).0
    }

    /// The net present value.
    pub fn npv(&self) -> Term {
        self.amount(Measure::Npv)
    }
}
