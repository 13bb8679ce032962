//! Profit and cash by year.

use super::page::Report;
use super::parts::section;
use super::studies::of_table;
use crate::page::table::Table;
use crate::pages::run::years::years as of_case;
use maud::{Markup, html};

/// The table; nothing of results saved before there was one.
pub fn years(page: &Report) -> Markup {
    let Some((table, note)) = of_case(page.findings(), page.words) else { return html! {} };
    let (title, table) = (table.title.clone(), Table { title: String::new(), ..table });
    section("years", &title, html! { (of_table(&table)) p.note { (note) } })
}
