//! Where something stands in the text of a table, and what parts its cells.

/// What parts the cells: what a first line such as `sep=;` says, else a comma, semicolon or tab, whichever the headings have
/// most of; and the text of the table itself.
pub fn delimiter_of(text: &str) -> (u8, &str) {
    if let Some((first, rest)) = text.split_once('\n')
        && let Some([delimiter]) =
            first.trim_end_matches('\r').trim_matches('"').strip_prefix("sep=").map(str::as_bytes)
    {
        return (*delimiter, rest);
    }
    let first = text.lines().next().unwrap_or_default();
    let bare: String = first.split('"').step_by(2).collect();
    let count = |delimiter: u8| bare.bytes().filter(|b| *b == delimiter).count();
    let most =
        [b';', b'\t'].into_iter().fold(b',', |most, other| if count(other) > count(most) { other } else { most });
    (most, text)
}

/// The line (from 1) and the first byte of a record that begins at or after this byte: empty lines may lie between.
pub fn line_at(text: &str, byte: usize) -> (usize, usize) {
    let byte = byte.min(text.len());
    let empty = text.as_bytes()[byte..].iter().take_while(|b| b"\r\n".contains(b)).count();
    let begins = byte + empty;
    (1 + text.as_bytes()[..begins].iter().filter(|b| **b == b'\n').count(), begins)
}

/// The character (from 1) at which a cell of a record begins.
pub fn column_in(record: &str, cell: usize, delimiter: u8) -> usize {
    let (mut seen, mut quoted) = (0, false);
    for (place, letter) in record.chars().enumerate() {
        if seen == cell {
            return place + 1;
        }
        match letter {
            '"' => quoted = !quoted,
            '\n' if !quoted => break,
            letter if !quoted && letter == char::from(delimiter) => seen += 1,
            _ => (),
        }
    }
    if seen == cell { record.lines().next().map_or(0, |line| line.chars().count()) + 1 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_found_behind_quotes_and_empty_lines() {
        assert_eq!(column_in("a,\"b,c\",d\n", 2, b','), 9);
        assert_eq!(column_in("é;b", 1, b';'), 3);
        assert_eq!(line_at("a\n\n\nb", 2), (4, 4));
        assert_eq!(delimiter_of("sep=;\r\na;b").0, b';');
        assert_eq!(delimiter_of("\"a;b;c\",d,e").0, b',');
    }
}
