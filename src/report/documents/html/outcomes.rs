//! What would have to be true, in outcomes that people know.

use super::page::Report;
use super::parts::section;
use super::studies::of_table;
use crate::page::table::Table;
use crate::pages::run::outcomes::{balance, outcomes as of_case};
use crate::plot::PlotError;
use maud::{Markup, html};

/// The outcomes from which on the case pays, what each alone would have to be, and the map of two; nothing where there
/// are none.
///
/// # Errors
/// [`PlotError`] if the map cannot be drawn.
pub fn outcomes(page: &Report) -> Result<Markup, PlotError> {
    let both = [of_case(page.findings(), page.words), balance(page.findings(), page.words)];
    let tables: Vec<(Table, String)> = both.into_iter().flatten().collect();
    let Some((first, _)) = tables.first() else { return Ok(html! {}) };
    let title = first.title.clone();
    let map = page.figure("outcomes", [400, 380])?;
    let content = html! {
        @for (place, (table, note)) in tables.into_iter().enumerate() {
            @if place == 0 { (of_table(&Table { title: String::new(), ..table })) } @else { (of_table(&table)) }
            p.note { (note) }
        }
        (map)
    };
    Ok(section("outcomes", &title, content))
}
