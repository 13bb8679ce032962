//! The sheet of the case: measures by formula, named inputs, lines of costs or flows.

use super::chain_sheet::{FIRST_CELL, list};
use super::inputs::{FIRST_INPUT, LINE_COLUMNS, Line, provenance};
use super::look::{Ink, Look};
use super::model::{FIRST_MEASURE, Model};
use super::page::{Done, SheetPage, SheetSetting};
use super::term::Term;
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

/// Widths of the columns, in characters.
const WIDTHS: [f64; 11] = [46.0, 20.0, 30.0, 20.0, 62.0, 24.0, 10.0, 10.0, 12.0, 12.0, 12.0];

/// Writes the sheet.
///
/// # Errors
/// If Excel would refuse what is written.
pub fn sheet(setting: &SheetSetting, model: &Model) -> Result<Worksheet, XlsxError> {
    let mut page = SheetPage::new(setting, &model.case_sheet, &WIDTHS)?;
    let words = setting.words;
    page.title(&words.say("book-case-title"))?;
    let use_it = if model.pieces.is_some() { words.say("book-case-use") } else { words.say("book-case-use-flows") };
    page.paragraph(1, 4, &use_it)?;
    measures(&mut page, model)?;
    inputs(&mut page, model)?;
    lines(&mut page, model)?;
    Ok(page.sheet)
}

/// Names the inputs for the whole workbook.
///
/// # Errors
/// If Excel would refuse a name.
pub fn define_names(workbook: &mut Workbook, model: &Model) -> Done {
    let chain = model.chain.as_ref().map(|(cells, _)| (&model.chain_sheet, FIRST_CELL, cells));
    for (sheet, first, inputs) in [(&model.case_sheet, FIRST_INPUT, &model.inputs)].into_iter().chain(chain) {
        for (i, input) in inputs.iter().enumerate().filter(|(_, input)| !input.name.is_empty()) {
            workbook.define_name(&input.name, &format!("={sheet}!$B${}", first + i as u32 + 1))?;
        }
    }
    Ok(())
}

fn measures(page: &mut SheetPage, model: &Model) -> Done {
    let words = page.words();
    page.section(FIRST_MEASURE - 2, &words.say("book-case-results"))?;
    let headings = [
        words.say("book-measure"),
        words.say("book-live"),
        words.say("book-unit"),
        words.say("book-as-simulated"),
        words.say("book-remark"),
    ];
    page.headings(FIRST_MEASURE - 1, 0, &headings, |column| column == 1 || column == 3)?;
    for (i, measured) in model.measures.iter().enumerate() {
        let row = FIRST_MEASURE + i as u32;
        let ink = if i == 0 { Ink::Total } else { Ink::Follows };
        page.text(row, 0, &measured.name, ink)?;
        page.cell(row, 1, measured.cell.clone(), (measured.look, ink))?;
        page.text(row, 2, &unit_of(measured.look, words), Ink::Beside)?;
        page.number(row, 3, measured.simulated.unwrap_or(f64::NAN), (measured.look, Ink::Beside))?;
    }
    let row = FIRST_MEASURE + model.measures.len() as u32;
    page.text(row, 0, &words.say("book-npv-check"), Ink::Follows)?;
    page.cell(row, 1, &model.books.npv_by_function(&model.grid, &model.finance), (Look::Money, Ink::Follows))?;
    page.text(row, 4, &words.say("book-npv-check-note"), Ink::Beside)?;
    page.text(FIRST_MEASURE, 4, &words.say("book-npv-note"), Ink::Beside)?;
    check(page, model, row + 1)
}

/// Whether the live case is still the one that was written.
fn check(page: &mut SheetPage, model: &Model, row: u32) -> Done {
    let words = page.words();
    let written = Term::reference(format!("D{}", FIRST_MEASURE + 1), model.measures[0].simulated.unwrap_or(f64::NAN));
    let live = Term::reference(format!("B{}", FIRST_MEASURE + 1), model.npv().value());
    let difference = (live - written).round(2);
    page.text(row, 0, &words.say("live-check"), Ink::Follows)?;
    page.cell(row, 1, &difference, (Look::Cents, Ink::Follows))?;
    let cell = Term::reference(format!("B{}", row + 1), difference.value());
    let moved = Term::number(0.0).below(&(&cell * &cell));
    page.remark(row, 4, moved.word(&words.say("live-differs"), &words.say("live-agrees")))
}

fn unit_of(look: Look, words: crate::words::Words) -> String {
    match look {
        Look::Plain => words.say("book-unit-months"),
        _ => String::new(),
    }
}

fn inputs(page: &mut SheetPage, model: &Model) -> Done {
    let words = page.words();
    page.section(FIRST_INPUT - 2, &words.say("book-case-inputs"))?;
    list(page, FIRST_INPUT, &model.inputs)
}

fn lines(page: &mut SheetPage, model: &Model) -> Done {
    let (words, flows) = (page.words(), model.pieces.is_none());
    let title = if flows { words.say("book-flows") } else { words.say("book-cost-lines") };
    page.section(model.line_headings - 1, &title)?;
    let mut headings = vec![
        words.say("book-line"),
        words.say("book-line-amount"),
        words.say("book-unit"),
        words.say("book-grade"),
        words.say("book-source"),
        words.say("book-line-capital"),
        words.say("book-line-from"),
        words.say("book-line-to"),
    ];
    if flows {
        headings.extend([words.say("book-line-growth"), words.say("book-line-every")]);
    }
    page.headings(model.line_headings, 0, &headings, |column| LINE_COLUMNS.contains(&column))?;
    for line in &model.lines {
        one_line(page, model.line_headings + 1 + line.place as u32, line, flows)?;
    }
    Ok(())
}

fn one_line(page: &mut SheetPage, row: u32, line: &Line, flows: bool) -> Done {
    page.text(row, 0, &line.name, Ink::Follows)?;
    let words = page.words();
    page.text(row, 2, &words.unit(&line.row.unit), Ink::Beside)?;
    page.text(row, 3, &line.row.grade, Ink::Beside)?;
    page.text(row, 4, &provenance(&line.row, words), Ink::Beside)?;
    if line.capital {
        let written_off = page.words().say("book-yes");
        page.text(row, 5, &written_off, Ink::Beside)?;
    }
    let looks = [Look::Cents, Look::Plain, Look::Plain, Look::Share, Look::Plain];
    let shown = if flows { 5 } else { 3 };
    for ((column, look), cell) in LINE_COLUMNS.into_iter().zip(looks).zip(&line.cells).take(shown) {
        page.number(row, column, Term::value(cell), (look, Ink::Given))?;
    }
    Ok(())
}
