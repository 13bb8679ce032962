//! A commented scenario with values put into their places: whoever reads it finds them where they are explained.

use super::changes::Lines;

/// The scenario with these lines in place of those that are commented out; a table that is not there comes at the end.
pub(super) fn filled(template: &str, lines: &Lines) -> String {
    let mut left: Vec<(&str, &str, &str)> = lines.iter().map(|(path, value)| entry(path, value)).collect();
    let mut text: Vec<String> = Vec::new();
    let mut table = "";
    for line in template.lines() {
        table = heading(line).unwrap_or(table);
        let place = key(line).and_then(|key| left.iter().position(|(of, own, _)| (*of, *own) == (table, key)));
        match place {
            Some(place) => text.push(replaced(line, left.remove(place))),
            None => text.push(line.to_owned()),
        }
        if heading(line).is_some() {
            // What has no line of its own in its table stands right below its head.
            let (missing, rest) = left.into_iter().partition(|entry| entry.0 == table && !has(template, *entry));
            left = rest;
            let missing: Vec<(&str, &str, &str)> = missing;
            text.extend(missing.into_iter().map(|(_, key, value)| format!("{key} = {value}")));
        }
    }
    let mut last = "";
    for (table, key, value) in left {
        if table != last {
            text.push(format!("\n[{table}]"));
            last = table;
        }
        text.push(format!("{key} = {value}"));
    }
    text.join("\n") + "\n"
}

fn entry<'a>(path: &'a str, value: &'a str) -> (&'a str, &'a str, &'a str) {
    let (table, key) = path.rsplit_once('.').unwrap_or(("", path));
    (table, key, value)
}

/// The table that a line opens.
fn heading(line: &str) -> Option<&str> {
    let (name, _) = line.strip_prefix('[')?.split_once(']')?;
    (!name.starts_with('[')).then_some(name)
}

/// The key of a line, commented out or not.
fn key(line: &str) -> Option<&str> {
    let (key, _) = line.strip_prefix("# ").unwrap_or(line).split_once('=')?;
    let key = key.trim_end();
    let is_key = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    is_key.then_some(key)
}

/// Whether the table of an entry has a line for its key.
fn has(template: &str, (table, own, _): (&str, &str, &str)) -> bool {
    let mut current = "";
    template.lines().any(|line| {
        current = heading(line).unwrap_or(current);
        current == table && key(line) == Some(own)
    })
}

/// A line with another value, and what was said of it.
fn replaced(line: &str, (_, key, value): (&str, &str, &str)) -> String {
    let told = line.strip_prefix("# ").unwrap_or(line);
    match told.split_once("  # ") {
        Some((_, explained)) => format!("{key} = {value}  # {explained}"),
        None => format!("{key} = {value}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_where_they_are_explained_and_what_has_no_place_at_the_end() {
        let template = "[case]\nname = \"x\"\n# months = 60   # horizon\n[a]\n# b = 1  # what b is\n# [c.d]\n# e = 2\n";
        let lines = [("case.months", "24"), ("a.b", "2"), ("a.z", "4"), ("c.d.e", "3")];
        let lines: Lines = lines.iter().map(|(path, value)| ((*path).to_owned(), (*value).to_owned())).collect();
        let expected = "[case]\nname = \"x\"\nmonths = 24  # horizon\n[a]\nz = 4\nb = 2  # what b is\n# [c.d]\n# e = 2\n\n[c.d]\ne = 3\n";
        assert_eq!(filled(template, &lines), expected);
        assert_eq!(filled(template, &Lines::new()), template);
    }
}
