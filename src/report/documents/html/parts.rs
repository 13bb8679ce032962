//! Pieces that several sections are made of.

use maud::{Markup, html};

/// A section with its heading.
pub fn section(id: &str, title: &str, content: Markup) -> Markup {
    html! { section id=(id) { h2 { (title) } (content) } }
}

/// A table: heads of the columns, of which the first names the rows, and the rows.
///
/// On a telephone each row of a table of more than three columns becomes a block, in which every number is named.
pub fn table(caption: &str, heads: &[String], rows: &[Vec<String>]) -> Markup {
    table_with_sums(caption, heads, rows, &[])
}

/// A table, of which the rows of these places are sums.
pub fn table_with_sums(caption: &str, heads: &[String], rows: &[Vec<String>], sums: &[usize]) -> Markup {
    html! {
        table class=[(heads.len() > 3).then_some("wide-table threes")] {
            @if !caption.is_empty() { caption { (caption) } }
            thead { tr { @for (i, head) in heads.iter().enumerate() { th scope="col" class=[(i > 0).then_some("number")] { (head) } } } }
            tbody {
                @for (place, row) in rows.iter().enumerate() {
                    tr class=[sums.contains(&place).then_some("sum")] {
                        @for (i, cell) in row.iter().enumerate() {
                            @if i == 0 { th scope="row" { (cell) } } @else { (number(&heads[i], whole(cell))) }
                        }
                    }
                }
            }
        }
    }
}

/// A cell of numbers, with the head of its column for where the heads are not shown.
pub fn number(head: &str, content: Markup) -> Markup {
    html! { td.number data-head=(head) { (content) } }
}

/// A cell of numbers that is broken between them and never inside one, where a minus could be left behind.
pub fn whole(cell: &str) -> Markup {
    let parts = cell.replace(" ± ", "\n± ").replace(" (", "\n(");
    html! { @for (i, part) in parts.lines().enumerate() { @if i > 0 { " " } span.whole { (part) } } }
}

/// The grade of a number, told also to those who do not see its colour.
pub fn badge(grade: &str) -> Markup {
    let class = match grade {
        "A" => "grade a",
        "B" => "grade b",
        "C" => "grade c",
        "D" => "grade d",
        _ => return html! { span.grade.none { "–" } },
    };
    html! { span class=(class) { (grade) } }
}
