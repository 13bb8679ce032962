//! The documents and figures of a case, all made from its results.

use super::{CliError, live};
use delight_report::documents::points::PointValues;
use delight_report::documents::pptx::deck;
use delight_report::documents::results::Results;
use delight_report::documents::write::Target;
use delight_report::documents::xlsx::{Book, workbook};
use delight_report::documents::{fans, html, memo};
use delight_report::page::figure::Named;
use delight_report::page::study::Study;
use delight_report::pages::all::Studies;
use delight_report::pages::run::figures;
use delight_report::plot::{Size, Theme};
use delight_report::words::Words;
use delight_studies::run::Findings;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;

/// The results of a case with the studies in its folder; a document that cannot be read counts as none.
pub fn with_studies(results: Results, folder: &Path) -> Results {
    results.with_studies(|name| std::fs::read_to_string(folder.join(format!("{name}.json"))).ok())
}

/// Documents of studies in a folder that are not of the case as it was run.
pub fn outdated(findings: &Findings, folder: &Path) -> Vec<String> {
    let text = |name: &str| std::fs::read_to_string(folder.join(format!("{name}.json"))).ok();
    let names = Studies::of(findings, text).outdated.into_iter();
    names.map(|name| folder.join(format!("{name}.json")).display().to_string()).collect()
}

/// What became of the report of a case after a study of it.
pub enum InReport {
    /// It has a section of the study.
    Rewritten,
    /// It tells of another state of the case.
    Outdated,
    /// There is none.
    None,
}

/// Writes the report of a case again after a study of it, if the folder holds its results and not those of another
/// state of the case.
pub fn add_study(target: &Target, study: &dyn Study, words: Words) -> Result<InReport, CliError> {
    let text = |name: &str| std::fs::read_to_string(target.folder().join(name)).ok();
    let saved = text("summary.json").zip(text("assumptions.json"));
    let results = saved.and_then(|(summary, assumptions)| Results::from_saved(&summary, &assumptions).ok());
    match results {
        Some(results) if results.findings.case.scenario == study.case().scenario => {
            write_report(target, &with_studies(results, target.folder()), words).map(|()| InReport::Rewritten)
        }
        Some(_) => Ok(InReport::Outdated),
        None => Ok(InReport::None),
    }
}

/// Name of the slides.
pub const DECK: &str = "deck.pptx";

/// Writes the slides.
pub fn write_deck(target: &Target, results: &Results, words: Words) -> Result<(), CliError> {
    let bytes = deck(results, words).map_err(|e| CliError::Program(format!("cannot make the slides: {e}")))?;
    target.write(DECK, &bytes)?;
    Ok(())
}

/// Name of the short report.
const SHORT: &str = "short.html";

/// Writes the short report.
pub fn write_short(target: &Target, results: &Results, words: Words) -> Result<(), CliError> {
    let failed = |e| CliError::Program(format!("cannot draw the short report: {e}"));
    target.write(SHORT, html::short_html(results, words).map_err(failed)?.as_bytes())?;
    Ok(())
}

/// Writes the report, and again what there is besides, so that all tell the same.
fn write_report(target: &Target, results: &Results, words: Words) -> Result<(), CliError> {
    let live = live::of_folder(target.folder(), &results.findings, words);
    let page = html::html_with(results, words, &live);
    let page = page.map_err(|e| CliError::Program(format!("cannot draw the report: {e}")))?;
    target.write("report.html", page.as_bytes())?;
    let there = |name: &str| target.folder().join(name).exists();
    if there(SHORT) {
        write_short(target, results, words)?;
    }
    if there(DECK) {
        write_deck(target, results, words)?;
    }
    Ok(())
}

/// Writes the report, the memo, the fans and the figures; removes figures that this case does not have.
pub fn write(target: &Target, results: &Results, words: Words) -> Result<Undrawn, CliError> {
    let (pages, drawn) = rayon::join(|| write_pages(target, results, words), || draw_figures(target, results, words));
    pages.and(drawn)
}

fn write_pages(target: &Target, results: &Results, words: Words) -> Result<(), CliError> {
    write_report(target, results, words)?;
    target.write("summary.md", memo::memo(results, words).as_bytes())?;
    target.write("fans.csv", fans::csv([&results.findings]).as_bytes())?;
    Ok(())
}

fn draw_figures(target: &Target, results: &Results, words: Words) -> Result<Undrawn, CliError> {
    let drawn = figures::of_case(&results.findings, &results.assumptions, words);
    remove_undrawn(target, &figures::NAMES, &drawn)?;
    write_figures(target, &drawn)
}

/// Writes the workbook.
pub fn write_workbook(target: &Target, results: &Results, points: &PointValues, words: Words) -> Result<(), CliError> {
    let book = Book { findings: &results.findings, assumptions: &results.assumptions, points };
    let bytes = workbook(&book, words).map_err(|e| CliError::Program(format!("cannot make the workbook: {e}")))?;
    target.write("report.xlsx", &bytes)?;
    Ok(())
}

/// Removes figures of an earlier state: those of these names that are not drawn now.
pub fn remove_undrawn(target: &Target, names: &[&str], drawn: &[Named]) -> Result<(), CliError> {
    for name in names.iter().filter(|name| drawn.iter().all(|d| d.name != **name)) {
        target.remove(&format!("{name}.svg"))?;
        target.remove(&format!("{name}.png"))?;
    }
    Ok(())
}

/// Letters that the fonts of the figures do not have.
pub type Undrawn = BTreeSet<char>;

/// What a reader is told of letters that are boxes in PNG files; nothing where there are none.
pub fn told_undrawn(letters: &Undrawn, words: Words) -> String {
    const MOST_LETTERS: usize = 20;
    let listed: Vec<String> = letters.iter().take(MOST_LETTERS).map(char::to_string).collect();
    let more = if letters.len() > MOST_LETTERS { " …" } else { "" };
    match letters.is_empty() {
        true => String::new(),
        false => words.say_with("figures-undrawn", &[("letters", &(listed.join(" ") + more))]) + "\n",
    }
}

/// Draws figures and writes them in both formats.
pub fn write_figures(target: &Target, all: &[Named]) -> Result<Undrawn, CliError> {
    let join = |a: Undrawn, b: Undrawn| Ok(a.into_iter().chain(b).collect());
    all.par_iter().map(|named| write_figure(target, named)).try_reduce(Undrawn::new, join)
}

/// Draws a figure and writes it in both formats.
pub fn write_figure(target: &Target, named: &Named) -> Result<Undrawn, CliError> {
    let failed = |e| CliError::Program(format!("cannot draw {}: {e}", named.name));
    // Of many rows none is left out.
    let size = Size { height: Size::STANDARD.height.max(named.heights[0]), ..Size::STANDARD };
    let drawn = named.figure.render(size, &Theme::light()).map_err(failed)?;
    target.write(&format!("{}.svg", named.name), drawn.svg.as_bytes())?;
    target.write(&format!("{}.png", named.name), &drawn.png)?;
    Ok(drawn.undrawn)
}
