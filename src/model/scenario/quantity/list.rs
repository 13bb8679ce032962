//! Names in a list; one that holds the mark between them itself stands in quotes.

/// The names of a list such as `visits.csv, "spend, net"`, parted by this mark: without the spaces around them and without
/// quotes (`"` or `'`). None if a quote is not closed, or something follows it.
pub fn list(text: &str, between: char) -> Option<Vec<String>> {
    let mut names = Vec::new();
    let mut rest = text;
    loop {
        let (name, after) = first(rest.trim_start(), between)?;
        names.push(name);
        match after.strip_prefix(between) {
            Some(more) => rest = more,
            None => return after.is_empty().then_some(names),
        }
    }
}

/// The first name, and what follows it: the mark or nothing.
fn first(text: &str, between: char) -> Option<(String, &str)> {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            let (name, after) = inside.split_once(quote)?;
            let after = after.trim_start();
            return (after.is_empty() || after.starts_with(between)).then(|| (name.trim().to_owned(), after));
        }
    }
    let (name, after) = text.split_at(text.find(between).unwrap_or(text.len()));
    Some((name.trim().to_owned(), after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_quotes_keeps_its_commas() {
        let of = |text| list(text, ',').map(|names| names.join("|"));
        assert_eq!(of("a.csv, spend").as_deref(), Some("a.csv|spend"));
        assert_eq!(of("'visits, 2024.csv' , \"spend, net\"").as_deref(), Some("visits, 2024.csv|spend, net"));
        assert_eq!(of("a's, b").as_deref(), Some("a's|b"));
        assert_eq!(of("a,").as_deref(), Some("a|"));
        assert_eq!([of("\"a, b"), of("\"a\" b, c")], [None, None]);
    }
}
