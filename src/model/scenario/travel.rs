//! A case that travels: its file and all that it names, without the comments, which are the author's own.

use super::build::from_file;
use super::diagnostic::ScenarioError;
use super::files::{FileError, Files, OpenedFile};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

/// The files of a case, for [`TextFiles`](super::TextFiles): whoever has them computes the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Travelling {
    /// The path of the case itself.
    pub main: String,
    /// Every file by its path from the folder of the case, with `/` between folders. Scenario files are without comments.
    pub files: BTreeMap<String, String>,
}

/// The case of a file that was opened, with all that it names.
///
/// # Errors
/// All that is wrong with it at once.
pub(super) fn travelling(first: OpenedFile, files: Arc<dyn Files>) -> Result<Travelling, ScenarioError> {
    let seen = Arc::new(Seen { files, opened: Mutex::default() });
    let (identity, text) = (first.identity.clone(), first.text.clone());
    from_file(first, seen.clone(), None)?;
    let folder = Path::new(&identity).parent().unwrap_or(Path::new(""));
    let path = |identity: &str| {
        let own = Path::new(identity).strip_prefix(folder).unwrap_or(Path::new(identity));
        own.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
    };
    let opened = seen.opened.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let all = opened.into_iter().chain([(identity.clone(), text)]);
    let plain = |(identity, text): (String, String)| {
        let text = if identity.ends_with(".csv") { text } else { without_comments(&text) };
        (path(&identity), text)
    };
    Ok(Travelling { main: path(&identity), files: all.map(plain).collect() })
}

/// Files, and what was read of them.
struct Seen {
    files: Arc<dyn Files>,
    opened: Mutex<BTreeMap<String, String>>,
}

impl Files for Seen {
    fn open(&self, from: &str, relative: &str, limit: u64) -> Result<OpenedFile, FileError> {
        let found = self.files.open(from, relative, limit)?;
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        opened.insert(found.identity.clone(), found.text.clone());
        Ok(found)
    }
}

/// A scenario file without its comments, line for line.
fn without_comments(text: &str) -> String {
    let (mut plain, mut from) = (String::new(), 0);
    for token in Source::new(text).lex().filter(|token| token.kind() == TokenKind::Comment) {
        plain.push_str(text.get(from..token.span().start()).unwrap_or_default());
        from = token.span().end();
    }
    plain.push_str(text.get(from..).unwrap_or_default());
    let lines = plain.lines().map(str::trim_end);
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::super::TextFiles;
    use super::*;

    #[test]
    fn comments_stay_behind_and_what_only_looks_like_one_goes_along() {
        let text = "# ours\na = \"x # y\" # theirs\n\"k#k\" = 'z#' #\nlist = [ # one\n  1, # two\n]\n";
        assert_eq!(without_comments(text), "\na = \"x # y\"\n\"k#k\" = 'z#'\nlist = [\n  1,\n]\n");
    }

    #[test]
    fn a_case_travels_with_all_that_it_names_and_is_the_same_case() {
        let base = "[case]\nname = \"A\" # secret\npreset = \"hotel\"\n";
        let top = "base = \"parts/base.toml\" # secret\n[customers]\nannual_churn = \"20%\"\n";
        let files = BTreeMap::from([("parts/base.toml", base), ("top.toml", top)]);
        let files = TextFiles::new(files.into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect());
        let first = files.opened("top.toml").unwrap();
        let written = from_file(first.clone(), Arc::new(files.clone()), None).unwrap();
        let case = travelling(first, Arc::new(files)).unwrap();
        assert_eq!(case.main, "top.toml");
        assert_eq!(case.files.keys().collect::<Vec<_>>(), ["parts/base.toml", "top.toml"]);
        assert!(case.files.values().all(|text| !text.contains("secret")));
        let taken = TextFiles::new(case.files);
        let read = from_file(taken.opened("top.toml").unwrap(), Arc::new(taken), None).unwrap();
        assert_eq!(read, written);
    }
}
