//! Text in lines and columns.

/// Text in lines of at most `width` characters, broken between words; every line but the first is indented.
pub fn wrap(text: &str, width: usize, indent: &str) -> String {
    let (mut out, mut length) = (String::new(), 0);
    for word in text.split(' ') {
        let size = word.chars().count();
        if length > 0 && length + 1 + size > width {
            out.push('\n');
            out.push_str(indent);
            length = indent.chars().count();
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
pub fn pad(name: &str, width: usize) -> String {
    let length = name.chars().count();
    if length < width {
        format!("{name}{}", " ".repeat(width - length))
    } else {
        format!("{}… ", name.chars().take(width - 2).collect::<String>())
    }
}

/// A text of at most `width` characters.
pub fn cut(text: &str, width: usize) -> String {
    match text.char_indices().nth(width) {
        None => text.to_owned(),
        Some(_) => text.chars().take(width.saturating_sub(1)).chain(['…']).collect(),
    }
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
}
