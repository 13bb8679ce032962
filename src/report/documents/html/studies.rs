//! The studies that were made of the case besides its run: each a section of its own.

use super::page::Report;
use super::parts::{number, section, whole};
use crate::page::content::Block;
use crate::page::study::Study;
use crate::page::table::Table;
use crate::plot::PlotError;
use maud::{Markup, html};

/// The section of a study, if the case has it.
pub fn named(page: &Report, name: &str) -> Result<Markup, PlotError> {
    let found = page.results.studies.current.iter().find(|study| study.name() == name);
    found.map_or_else(|| Ok(html! {}), |study| of_one(page, study.as_ref()))
}

/// A section for every other study of the case as it was run, in the order of the list of studies.
pub fn others(page: &Report, name: &str) -> Result<Vec<Markup>, PlotError> {
    let others = page.results.studies.current.iter().filter(|study| study.name() != name);
    others.map(|study| of_one(page, study.as_ref())).collect()
}

/// What it answers, what it draws, then its tables.
fn of_one(page: &Report, study: &dyn Study) -> Result<Markup, PlotError> {
    let (told, words) = (study.page(page.words), page.words);
    let figures = study.figures(words);
    let drawn: Vec<Markup> = figures.iter().map(|named| page.drawn(named, named.heights)).collect::<Result<_, _>>()?;
    let answer = told.blocks.iter().take_while(|block| matches!(block, Block::Sentence(_))).count();
    let (answer, rest) = told.blocks.split_at(answer);
    let content = html! {
        @for block in answer { (of_block(block)) }
        @for figure in &drawn { (figure) }
        @for block in rest { (of_block(block)) }
        @if let Some(note) = other_trials(page, study) { p.note { (note) } }
    };
    Ok(section(&format!("study-{}", study.name()), &words.say_of("study", study.name()), content))
}

/// That a study has other trials than the run, so that its figures of the case as written are not those of the run to the
/// last digit; nothing where they are the same.
fn other_trials(page: &Report, study: &dyn Study) -> Option<String> {
    let (trials, run) = (study.trials()?, page.findings().trials);
    let differ = trials as u64 != run;
    let [trials, run] = [trials as f64, run as f64].map(|n| page.words.whole(n));
    differ.then(|| page.words.say_with("html-study-trials", &[("trials", &trials), ("run", &run)]))
}

/// A piece of a page.
pub fn of_block(block: &Block) -> Markup {
    match block {
        Block::Heading(title, note) => html! { h3 { (title) } @if !note.is_empty() { p.note { (note) } } },
        Block::Sentence(sentence) => html! { p { (sentence) } },
        Block::Remark(remark) => html! { p.note { (remark) } },
        Block::Item { text, .. } => html! { p { (text) } },
        Block::Table(table) if table.rows.iter().all(|row| row.said.is_some()) => of_facts(table),
        Block::Table(table) => of_table(table),
        Block::Lines(lines) => html! { pre { (lines.join("\n")) } },
        Block::Verbatim(text) => html! { pre { (text) } },
        Block::Gap => html! {},
    }
}

fn of_facts(table: &Table) -> Markup {
    html! {
        dl.pairs { @for row in &table.rows { dt { (row.name) } dd { @if let Some((said, _)) = &row.said { (said) } } } }
    }
}

pub(super) fn of_table(table: &Table) -> Markup {
    html! {
        table class=[(table.columns.len() > 2).then_some("wide-table")] {
            thead { tr {
                th scope="col" { (table.title) }
                @for column in &table.columns { th.number scope="col" { (column.head) } }
            } }
            tbody {
                @for row in &table.rows {
                    tr {
                        th scope="row" { (row.name) @for note in &row.notes { br; small { (note.text) } } }
                        @for (column, cell) in table.columns.iter().zip(&row.cells) {
                            (number(&column.head, whole(&cell.text)))
                        }
                    }
                }
            }
        }
    }
}
