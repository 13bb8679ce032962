//! The workbook that a controller audits: the case at its point values as live formulas, and what the simulation adds.

mod assumptions;
mod book;
mod books;
mod bridge;
mod case;
mod chain_months;
mod chain_sheet;
mod channels;
mod chart;
mod cover;
mod distribution;
mod fan;
mod flow_months;
mod grid;
mod indicators;
mod inputs;
mod live;
mod look;
mod model;
mod months;
mod page;
mod range;
mod reconciliation;
mod tei;
mod term;
mod waterfall;
mod years;

pub use book::Book;

use crate::words::Words;
use look::Looks;
use model::Model;
use page::SheetSetting;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

/// The workbook as the bytes of an `.xlsx` file; the same bytes for the same findings.
///
/// # Errors
/// If Excel would refuse what is to be written, such as a sheet of more rows than it has.
pub fn workbook(book: &Book, words: Words) -> Result<Vec<u8>, XlsxError> {
    let model = Model::new(book, words);
    let setting = setting(book, words);
    let mut out = Workbook::new();
    out.set_properties(&properties(book)?);
    out.push_worksheet(cover::sheet(&setting, book, &sheets(&model, book, words))?);
    out.push_worksheet(case::sheet(&setting, &model)?);
    if let Some((cells, tables)) = &model.chain {
        out.push_worksheet(chain_sheet::sheet(&setting, &model.chain_sheet, cells, tables)?);
    }
    out.push_worksheet(months::sheet(&setting, &model)?);
    out.push_worksheet(reconciliation::sheet(&setting, book, &model)?);
    out.push_worksheet(tei::sheet(&setting, book, &model)?);
    if let Some(years) = years::sheet(&setting, book)? {
        out.push_worksheet(years);
    }
    out.push_worksheet(distribution::sheet(&setting, book)?);
    out.push_worksheet(bridge::sheet(&setting, book, &model)?);
    out.push_worksheet(fan::sheet(&setting, book, &model)?);
    if let Some(indicators) = indicators::sheet(&setting, book)? {
        out.push_worksheet(indicators);
    }
    out.push_worksheet(assumptions::sheet(&setting, book.assumptions)?);
    case::define_names(&mut out, &model)?;
    out.save_to_buffer()
}

/// The sheets after the cover, with what each holds.
fn sheets(model: &Model, book: &Book, words: Words) -> Vec<(String, String)> {
    let chain = model.chain.as_ref().map(|_| (words.say("book-sheet-chain"), words.say("book-holds-chain")));
    let years = book.findings.by_year.as_ref().map(|_| (words.say("book-sheet-years"), words.say("book-holds-years")));
    let months = book.findings.by_month.as_ref();
    let months = months.map(|_| (words.say("book-sheet-indicators"), words.say("book-holds-indicators")));
    let mut all = vec![(words.say("book-sheet-case"), words.say("book-holds-case"))];
    all.extend(chain);
    all.extend([
        (words.say("book-sheet-months"), words.say("book-holds-months")),
        (words.say("book-sheet-gap"), words.say("book-holds-gap")),
        ("TEI".to_owned(), words.say("book-holds-tei")),
    ]);
    all.extend(years);
    all.extend([
        (words.say("book-sheet-distribution"), words.say("book-holds-distribution")),
        (words.say("book-sheet-bridge"), words.say("book-holds-bridge")),
        (words.say("book-sheet-fan"), words.say("book-holds-fan")),
    ]);
    all.extend(months);
    all.push((words.say("book-sheet-assumptions"), words.say("book-holds-assumptions")));
    all
}

fn setting(book: &Book, words: Words) -> SheetSetting {
    let f = book.findings;
    let (trials, seed) = (words.whole(f.trials as f64), f.seed.to_string());
    let footer = words.say_with("figure-trials", &[("trials", &trials), ("sampling", &f.sampling), ("seed", &seed)]);
    let looks = Looks::new(words.language(), &f.case.currency);
    SheetSetting { words, looks, header: f.case.name.clone(), footer: format!("delight {}: {footer}", f.version) }
}

/// Title and program; no date of today, so that the same findings give the same bytes.
fn properties(book: &Book) -> Result<DocProperties, XlsxError> {
    let undated = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let program = format!("delight {}", book.findings.version);
    Ok(DocProperties::new().set_title(&book.findings.case.name).set_author(program).set_creation_datetime(&undated))
}
