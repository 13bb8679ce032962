//! Did you mean: the known word nearest to an unknown one.

/// Longest word that is compared at all.
const LONGEST: usize = 80;

/// Least similarity (Jaro–Winkler, 0 to 1) at which a word is worth suggesting.
const LEAST_SIMILARITY: f64 = 0.84;

/// Least likeness (Damerau–Levenshtein, 0 to 1) of whole paths.
const LEAST_LIKENESS: f64 = 0.8;

/// The candidate most like `word`, if one is like it at all.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.chars().count() > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let likeness = strsim::jaro_winkler(&word, &candidate.to_lowercase());
        if likeness >= LEAST_SIMILARITY && best.is_none_or(|(b, _)| likeness > b) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The full path meant by `key` written in `table`, among all `paths`.
///
/// First the keys of that table, then the same key in another table, then any path like it.
pub(super) fn path_meant(table: &str, key: &str, paths: &[String]) -> Option<String> {
    let prefix = if table.is_empty() { String::new() } else { format!("{table}.") };
    let siblings: Vec<&str> = paths.iter().filter_map(|p| first_part(p, &prefix)).collect();
    // Who writes churn means annual_churn, whatever is spelt more like it.
    let is_part = |whole: &&&str| whole.split('_').any(|part| part == key);
    let mut of_words = siblings.iter().filter(is_part);
    if let (Some(found), None) = (of_words.next(), of_words.next()) {
        return Some(format!("{prefix}{found}"));
    }
    if let Some(found) = nearest(key, siblings) {
        return Some(format!("{prefix}{found}"));
    }
    let last = |p: &String| p.rsplit('.').next().unwrap_or_default().to_owned();
    if let Some(same) = paths.iter().find(|p| last(p) == key) {
        return Some(same.clone());
    }
    let lasts: Vec<String> = paths.iter().map(last).collect();
    if let Some(found) = nearest(key, lasts.iter().map(String::as_str)) {
        return lasts.iter().position(|l| l == found).map(|place| paths[place].clone());
    }
    whole_path_meant(&format!("{prefix}{key}"), paths)
}

/// The path most like a whole one, by every letter: paths share their tables, so their beginnings say little.
pub fn whole_path_meant(whole: &str, paths: &[String]) -> Option<String> {
    if whole.len() > LONGEST {
        return None;
    }
    let letters = whole.chars().count();
    // Each letter by which the lengths differ is a difference: beyond this no path can be like enough.
    let may_be_like = |path: &&String| {
        let (short, long) = (letters.min(path.chars().count()), letters.max(path.chars().count()));
        short as f64 >= LEAST_LIKENESS * long as f64
    };
    let likeness = |path: &&String| strsim::normalized_damerau_levenshtein(whole, path);
    let close = paths.iter().filter(may_be_like).map(|path| (likeness(&path), path));
    let (best, path) = close.max_by(|(a, _), (b, _)| a.total_cmp(b))?;
    (best >= LEAST_LIKENESS).then(|| path.clone())
}

/// The next part of `path` below `prefix`.
fn first_part<'a>(path: &'a str, prefix: &str) -> Option<&'a str> {
    path.strip_prefix(prefix)?.split('.').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths() -> Vec<String> {
        ["customers.annual_churn", "customers.count", "employees.annual_turnover", "effects.loyalty.odds.connected"]
            .map(str::to_owned)
            .to_vec()
    }

    #[test]
    fn a_slip_of_the_pen_finds_its_key() {
        assert_eq!(path_meant("customers", "anual_churn", &paths()).as_deref(), Some("customers.annual_churn"));
        assert_eq!(path_meant("", "custmers", &paths()).as_deref(), Some("customers"));
    }

    #[test]
    fn a_word_of_one_key_finds_that_key() {
        assert_eq!(path_meant("customers", "churn", &paths()).as_deref(), Some("customers.annual_churn"));
    }

    #[test]
    fn a_key_in_the_wrong_table_finds_its_own() {
        assert_eq!(path_meant("employees", "count", &paths()).as_deref(), Some("customers.count"));
        assert_eq!(path_meant("", "annual_turnover", &paths()).as_deref(), Some("employees.annual_turnover"));
    }

    #[test]
    fn gibberish_finds_nothing() {
        assert_eq!(path_meant("customers", "zzzzqqq", &paths()), None);
        assert_eq!(nearest(&"a".repeat(100_000), ["a"]), None);
        assert_eq!(path_meant("", &"a".repeat(1 << 20), &paths()), None);
    }
}
