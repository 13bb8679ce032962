//! What would have to be true, in outcomes that people know.

use super::page::Report;
use super::parts::section;
use super::studies::of_table;
use crate::page::table::Table;
use crate::pages::run::outcomes::outcomes as of_case;
use maud::{Markup, html};

/// The outcomes from which on the case pays; nothing where there are none.
pub fn outcomes(page: &Report) -> Markup {
    let Some((table, note)) = of_case(page.findings(), page.words) else { return html! {} };
    let (title, table) = (table.title.clone(), Table { title: String::new(), ..table });
    section("outcomes", &title, html! { (of_table(&table)) p.note { (note) } })
}
