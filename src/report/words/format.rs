//! Text in lines and columns: as wide as a screen shows it, whatever its letters.

use std::borrow::Cow;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns of a screen that a text takes: a letter one, most signs of Chinese, Japanese and Korean and emoji two.
pub fn width(text: &str) -> usize {
    text.width()
}

/// Text in lines of at most `columns` columns, broken between words, and inside a word that is longer than a line; every
/// line but the first is indented.
pub fn wrap(text: &str, columns: usize, indent: &str) -> String {
    let (mut out, mut length) = (String::new(), 0);
    let margin = width(indent);
    let begin_line = |out: &mut String| {
        out.truncate(out.trim_end_matches(' ').len());
        out.push('\n');
        out.push_str(indent);
        margin
    };
    for (place, word) in text.split(' ').enumerate() {
        if length > 0 && length + 1 + width(word) > columns {
            length = begin_line(&mut out);
        } else if place > 0 && length > 0 {
            out.push(' ');
            length += 1;
        }
        let mut rest = word;
        while width(rest) > columns.saturating_sub(length) && width(rest) > LEAST_PIECE {
            let piece = piece(rest, columns.saturating_sub(length).max(LEAST_PIECE));
            out.push_str(piece);
            rest = &rest[piece.len()..];
            length = begin_line(&mut out);
        }
        out.push_str(rest);
        length += width(rest);
    }
    out
}

/// Columns that a piece of a word takes on the narrowest screen.
const LEAST_PIECE: usize = 4;

/// The beginning of a word that is wider than so many columns. A sign stays with its number, a mark with its letter; where
/// there is a slash, a dot or a firm space late in it, it ends there.
fn piece(word: &str, columns: usize) -> &str {
    let most = most_letters(word, columns);
    let late = word[..most].char_indices().rev().find(|(_, c)| matches!(c, '/' | '\\' | '_' | '.' | '\u{a0}'));
    let end = late.map(|(at, c)| at + c.len_utf8()).filter(|end| 2 * end > most).unwrap_or(most);
    let bare = word[..end].trim_end_matches(['−', '+', '€', '$', '£']);
    if bare.is_empty() { &word[..end] } else { bare }
}

/// Bytes of the beginning of a text that so many columns hold, at least one letter with its marks.
fn most_letters(text: &str, columns: usize) -> usize {
    let mut end = 0;
    let mut joined = false;
    for (at, letter) in text.char_indices() {
        let next = at + letter.len_utf8();
        // What has no width of its own, and what is joined to the letter before, is part of that letter.
        let part = at > 0 && (joined || letter.width().unwrap_or(0) == 0);
        if at > 0 && !part && width(&text[..next]) > columns {
            break;
        }
        joined = letter == '\u{200d}';
        end = next;
    }
    end
}

/// A text with letters that are written from right to left, kept apart from what stands beside it by the marks of Unicode
/// (U+2068, U+2069); any other text as it is.
pub fn isolated(text: &str) -> Cow<'_, str> {
    let from_right = |c: char| {
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    };
    match text.contains(from_right) && !text.starts_with('\u{2068}') {
        true => Cow::Owned(format!("\u{2068}{text}\u{2069}")),
        false => Cow::Borrowed(text),
    }
}

/// A screen of lines that are no wider than so many columns, colours aside: wider ones go on below, as far in as they began.
pub fn fold(screen: &str, columns: usize) -> String {
    let lines: Vec<String> = screen.split('\n').map(|line| fold_line(line, columns)).collect();
    lines.join("\n")
}

fn fold_line(line: &str, columns: usize) -> String {
    if width_of_coloured(line) <= columns {
        return line.to_owned();
    }
    let begin = line.len() - line.trim_start_matches(' ').len();
    let margin = " ".repeat(begin.min(columns / 3));
    let (mut out, mut length, mut empty) = (margin.clone(), margin.len(), true);
    for word in line[begin..].split(' ') {
        let size = width_of_coloured(word);
        if !empty && length + 1 + size > columns {
            out.truncate(out.trim_end_matches(' ').len());
            out.push('\n');
            out.push_str(&margin);
            (length, empty) = (margin.len(), true);
        } else if !empty {
            out.push(' ');
            length += 1;
        }
        match size > columns - margin.len() {
            true => length = push_long(&mut out, word, &margin, columns),
            false => {
                out.push_str(word);
                length += size;
            }
        }
        empty = empty && size == 0;
    }
    out
}

/// Adds a word that is longer than a line at the beginning of one, and says where it ends.
fn push_long(out: &mut String, word: &str, margin: &str, columns: usize) -> usize {
    let mut length = margin.len();
    for (colour, text) in coloured(word) {
        out.push_str(colour);
        let mut rest = text;
        while length + width(rest) > columns {
            let most = most_letters(rest, columns.saturating_sub(length));
            let fits = length + width(&rest[..most]) <= columns || length == margin.len();
            let (line, left) = rest.split_at(if fits { most } else { 0 });
            out.push_str(line);
            out.push('\n');
            out.push_str(margin);
            (rest, length) = (left, margin.len());
        }
        out.push_str(rest);
        length += width(rest);
    }
    length
}

/// Columns that a text takes, colours aside.
pub fn width_of_coloured(text: &str) -> usize {
    coloured(text).into_iter().map(|(_, text)| width(text)).sum()
}

/// The pieces of a text with the colour that begins each: from an escape to its letter m.
fn coloured(text: &str) -> Vec<(&str, &str)> {
    let escapes: Vec<usize> = text.match_indices('\u{1b}').map(|(at, _)| at).filter(|at| *at > 0).collect();
    let begins = std::iter::once(0).chain(escapes.iter().copied());
    let ends = escapes.iter().copied().chain([text.len()]);
    let pieces = begins.zip(ends).map(|(begin, end)| &text[begin..end]);
    let colour = |piece: &str| if piece.starts_with('\u{1b}') { piece.find('m').map_or(0, |end| end + 1) } else { 0 };
    pieces.map(|piece| piece.split_at(colour(piece))).collect()
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
    let begun: String = text.chars().take_while(fits).collect();
    if begun.starts_with('\u{2068}') { begun + "\u{2069}" } else { begun }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_broken_between_words() {
        assert_eq!(wrap("one two three", 8, "  "), "one two\n  three");
    }

    #[test]
    fn a_word_longer_than_a_line_is_broken_but_no_sign_from_its_number() {
        assert_eq!(wrap("a reports/zeewind-hotels/x", 10, ""), "a\nreports/\nzeewind-ho\ntels/x");
        assert_eq!(wrap("12345678−€901", 9, ""), "12345678\n−€901");
        let accented = |letters: usize| "e\u{301}".repeat(letters);
        assert_eq!(wrap(&accented(6), 4, ""), accented(4) + "\n" + &accented(2));
        assert_eq!(wrap("北海道東", 5, " "), "北海\n 道東");
    }

    #[test]
    fn what_is_written_from_right_to_left_is_kept_apart() {
        assert_eq!(isolated("מלון 5"), "\u{2068}מלון 5\u{2069}");
        assert_eq!([isolated("hotel"), isolated(&isolated("مطعم"))], ["hotel", "\u{2068}مطعم\u{2069}"]);
        assert_eq!(pad(&isolated("מלון מלון"), 6), "\u{2068}מלון\u{2069}… ");
    }

    #[test]
    fn a_wide_line_goes_on_below_with_its_colours() {
        assert_eq!(fold("  one two three", 9), "  one two\n  three");
        assert_eq!(fold("\u{1b}[1mone two\u{1b}[0m", 5), "\u{1b}[1mone\ntwo\u{1b}[0m");
        assert_eq!(fold("\u{1b}[1mabcdef\u{1b}[0mgh", 4), "\u{1b}[1mabcd\nef\u{1b}[0mgh");
        assert_eq!(fold("a\n\nb", 4), "a\n\nb");
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
