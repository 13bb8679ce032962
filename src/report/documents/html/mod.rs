//! `report.html`: one file that opens anywhere, without network, script or fonts of the reader's machine.

mod amounts;
mod answer;
mod caveats;
mod chain;
mod conditions;
mod contents;
mod curves;
mod ledger;
mod lenses;
mod live;
mod outcomes;
mod page;
mod parts;
mod provenance;
mod short;
mod studies;
mod style;
mod uncertainty;
mod value;
mod years;

pub use live::{Insert, live_page};
pub use style::base64;

use super::results::Results;
use super::story::story;
use crate::pages::run::figures;
use crate::plot::PlotError;
use crate::words::Words;
use maud::{Markup, PreEscaped, html};
use page::Report;

/// The report of a case, the same bytes for the same results and language.
///
/// # Errors
/// [`PlotError`] if a figure cannot be drawn.
pub fn html(results: &Results, words: Words) -> Result<String, PlotError> {
    html_with(results, words, &Insert::default())
}

/// The same report with a part behind the answer that is not printed.
///
/// # Errors
/// [`PlotError`] if a figure cannot be drawn.
pub fn html_with(results: &Results, words: Words, insert: &Insert) -> Result<String, PlotError> {
    let page = Report { results, words, figures: figures::of_case(&results.findings, &results.assumptions, words) };
    Ok(document(&page, sections(&page, insert)?, insert).into_string())
}

/// The study that stands right behind the answer: what makes it pay.
const FIRST: &str = "improve";

/// The short report of a case, the same bytes for the same results and language: at most three printed pages.
///
/// # Errors
/// [`PlotError`] if a figure cannot be drawn.
pub fn short_html(results: &Results, words: Words) -> Result<String, PlotError> {
    // A board reads values; how sure they are is said once.
    let words = words.without_errors();
    let page = Report { results, words, figures: Vec::new() };
    Ok(document(&page, short::short(&page, &story(results, words))?, &Insert::default()).into_string())
}

/// The sections in the order in which a board reads them; what a case does not have is left out.
fn sections(page: &Report, insert: &Insert) -> Result<Markup, PlotError> {
    let mut all = vec![
        studies::named(page, FIRST)?,
        answer::key_figures(page),
        curves::returns(page)?,
        years::years(page),
        curves::cash(page)?,
        value::distribution(page)?,
        value::bridge(page)?,
        chain::chain(page)?,
        lenses::lenses(page),
        outcomes::outcomes(page)?,
        conditions::conditions(page),
        uncertainty::uncertainty(page)?,
    ];
    all.extend(studies::others(page, FIRST)?);
    all.extend([ledger::ledger(page), caveats::caveats(page), provenance::provenance(page)]);
    let all: String = all.into_iter().map(Markup::into_string).collect();
    Ok(
        html! { (answer::answer(page)) (contents::contents(&all, page.words)) (PreEscaped(&insert.section)) (PreEscaped(all)) },
    )
}

fn document(page: &Report, content: Markup, insert: &Insert) -> Markup {
    let (f, words) = (&page.results.findings, page.words);
    let content = amounts::unbroken(&content.into_string());
    let title = format!("{} – {}", f.case.name, words.say("html-kind"));
    let sheet = style::sheet(f, words, &content);
    live::document([words.language().code(), &f.version, &title, &sheet], &content, insert)
}
