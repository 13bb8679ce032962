//! Texts cut to what fits into a line of a message.

use super::letters::hidden_letter;

/// A text short enough for a line of a message, without what would break or turn the line.
pub(super) fn shortened(text: &str) -> String {
    const LONGEST: usize = 80;
    let cut = text.char_indices().nth(LONGEST).map(|(at, _)| at);
    let shown = |c: char| match hidden_letter(c.encode_utf8(&mut [0; 4])) {
        _ if c.is_control() => " ".to_owned(),
        Some(hidden) => hidden.escape_unicode().to_string(),
        None => c.to_string(),
    };
    let line: String = text[..cut.unwrap_or(text.len())].chars().map(shown).collect();
    if cut.is_some() { line + "…" } else { line }
}
