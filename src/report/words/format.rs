//! Text in lines and columns: as wide as a screen shows it, whatever its letters.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns of a screen that a text takes: a letter one, most signs of Chinese, Japanese and Korean and emoji two.
pub fn width(text: &str) -> usize {
    text.width()
}

/// Text in lines of at most `columns` columns, broken between words; every line but the first is indented.
pub fn wrap(text: &str, columns: usize, indent: &str) -> String {
    let (mut out, mut length) = (String::new(), 0);
    for word in text.split(' ') {
        let size = width(word);
        if length > 0 && length + 1 + size > columns {
            out.push('\n');
            out.push_str(indent);
            length = width(indent);
        } else if length > 0 {
            out.push(' ');
            length += 1;
        }
        out.push_str(word);
        length += size;
    }
    out
}

/// A name in a column, cut where it is too long.
pub fn pad(name: &str, columns: usize) -> String {
    let name = if width(name) < columns { name.to_owned() } else { begin(name, columns.saturating_sub(2)) + "…" };
    let room = columns.saturating_sub(width(&name));
    name + &" ".repeat(room)
}

/// A text at the right edge of a column.
pub fn right(text: &str, columns: usize) -> String {
    format!("{}{text}", " ".repeat(columns.saturating_sub(width(text))))
}

/// A text of at most so many columns.
pub fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns { text.to_owned() } else { begin(text, columns.saturating_sub(1)) + "…" }
}

/// The letters of a text that so many columns hold.
fn begin(text: &str, columns: usize) -> String {
    let mut used = 0;
    let fits = |c: &char| {
        used += c.width().unwrap_or(0);
        used <= columns
    };
    text.chars().take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_broken_between_words() {
        assert_eq!(wrap("one two three", 8, "  "), "one two\n  three");
    }

    #[test]
    fn a_name_that_is_too_long_is_cut_before_the_next_column() {
        assert_eq!([pad("short", 8), pad("far too long", 8)], ["short   ", "far to… "]);
    }

    #[test]
    fn letters_as_wide_as_two_count_twice() {
        assert_eq!([width("ホテル"), width("hotel 🏨"), width("−€1.23m")], [6, 8, 7]);
        assert_eq!([pad("ホテル", 8), pad("ホテル北海道", 8), cut("ホテル", 4)], ["ホテル  ", "ホテル… ", "ホ…"]);
        assert_eq!([right("北", 4), wrap("北海 道東", 6, "")], ["  北", "北海\n道東"]);
    }
}
