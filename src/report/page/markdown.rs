//! A page as Markdown.

use super::content::{Block, Page};
use super::table::{Row, Table};

impl Page {
    /// The page as a Markdown document.
    pub fn markdown(&self) -> String {
        let mut out = String::new();
        if !self.title.is_empty() {
            out += &format!("# {}\n\n", text(&self.title));
        }
        if !self.beside.is_empty() {
            out += &format!("*{}*\n\n", text(&self.beside));
        }
        for block in &self.blocks {
            if out.ends_with('\n') && !out.ends_with("\n\n") && !matches!(block, Block::Item { .. }) {
                out.push('\n');
            }
            out += &of_block(block);
        }
        out.trim_end().to_owned() + "\n"
    }
}

fn of_block(block: &Block) -> String {
    match block {
        Block::Heading(title, note) if note.is_empty() => format!("## {}\n\n", text(title)),
        Block::Heading(title, note) => format!("## {}\n\n*{}*\n\n", text(title), text(note)),
        Block::Sentence(sentence) | Block::Remark(sentence) => format!("{}\n\n", text(sentence)),
        Block::Item { text: sentence, .. } => format!("- {}\n", text(sentence)),
        Block::Table(table) => of_table(table),
        Block::Lines(lines) => format!("```\n{}\n```\n\n", lines.join("\n")),
        Block::Verbatim(lines) => format!("```\n{}\n```\n\n", lines.trim_end()),
        Block::Gap => String::new(),
    }
}

/// A table, its first column to the left, all others to the right; facts as a list.
fn of_table(table: &Table) -> String {
    if table.columns.is_empty() {
        return table.rows.iter().map(fact).collect();
    }
    let heads = [&table.title].into_iter().chain(table.columns.iter().map(|column| &column.head));
    let rule = format!("|---|{}\n", "---:|".repeat(table.columns.len()));
    let row = |row: &Row| {
        let name = format!("{}{}", row.mark, row.name);
        line([&name].into_iter().chain(row.cells.iter().map(|cell| &cell.text)))
    };
    let body: String = table.rows.iter().map(row).collect();
    format!("{}{rule}{body}\n", line(heads))
}

fn line<'a>(cells: impl Iterator<Item = &'a String>) -> String {
    format!("| {} |\n", cells.map(|cell| text(cell)).collect::<Vec<_>>().join(" | "))
}

fn fact(row: &Row) -> String {
    match &row.said {
        Some((said, _)) if row.literal => format!("- {}: {}\n", text(&row.name), literal(said)),
        Some((said, _)) => format!("- {}: {}\n", text(&row.name), text(said)),
        None => format!("- {}\n", text(&row.name)),
    }
}

/// A text that Markdown takes as text, on one line.
fn text(words: &str) -> String {
    let mut out = String::new();
    for c in words.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '$' => out.extend(['\\', c]),
            '&' => out.push_str("&amp;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A text to be copied letter by letter, between more backticks than it has.
fn literal(words: &str) -> String {
    let words: String = words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let longest = words.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    match longest {
        0 => format!("{fence}{words}{fence}"),
        _ => format!("{fence} {words} {fence}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_scenario_says_is_no_markup() {
        assert_eq!(text("<b>*a*|b\n# [x](y)"), "\\<b\\>\\*a\\*\\|b \\# \\[x\\](y)");
        assert_eq!([literal("a"), literal("a``b")], ["`a`", "``` a``b ```"]);
    }
}
