//! A case that travels: its file and all that it names, noted down as they are opened.
//!
//! [`Sources`] are the files letter by letter, for whoever computes on; [`Travelling`] is what a reader is given.

use super::files::{FileError, Files, OpenedFile};
use super::text_files::{TextFiles, joined};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

/// A case with all its files, letter by letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sources {
    /// Name of the scenario file among the files.
    pub main: String,
    /// The text of each file, by its path.
    pub files: BTreeMap<String, String>,
}

/// The files of a case, for [`TextFiles`]: whoever has them computes the same. Comments are the author's own and stay behind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Travelling {
    /// The path of the case itself.
    pub main: String,
    /// Every file by its path from the folder of the case, with `/` between folders. Scenario files are without comments.
    pub files: BTreeMap<String, String>,
}

impl Sources {
    /// The scenario file, and those that it may name; nothing if it is not among them.
    pub fn opened(&self) -> Option<(OpenedFile, Arc<dyn Files>)> {
        let texts = TextFiles::new(self.files.clone());
        Some((texts.opened(&self.main)?, Arc::new(texts)))
    }
}

impl Travelling {
    /// The same case without its comments, and without the folders in which it lies.
    pub fn of(sources: &Sources) -> Self {
        let folder = joined("", sources.main.rsplit_once('/').map_or("", |(folder, _)| folder));
        let path = |path: &str| {
            let plain = joined("", path);
            plain.strip_prefix(&folder).unwrap_or(&plain).trim_start_matches('/').to_owned()
        };
        let text =
            |name: &str, text: &str| if name.ends_with(".csv") { text.to_owned() } else { without_comments(text) };
        let files = sources.files.iter().map(|(name, own)| (path(name), text(name, own))).collect();
        Travelling { main: path(&sources.main), files }
    }
}

/// Files of another place, noted down as they are opened, by the paths that lead from one to the next.
pub struct Collected {
    files: Arc<dyn Files>,
    main: String,
    /// By path: what the other place calls the file, and its text.
    seen: Mutex<BTreeMap<String, (String, String)>>,
}

impl Collected {
    /// Begins with the scenario file, which shall be called `main`; gives it as it is to be read.
    pub fn begin(first: OpenedFile, main: &str, files: Arc<dyn Files>) -> (OpenedFile, Arc<Collected>) {
        let seen = BTreeMap::from([(main.to_owned(), (first.identity, first.text.clone()))]);
        let collected = Collected { files, main: main.to_owned(), seen: Mutex::new(seen) };
        (OpenedFile { name: first.name, identity: main.to_owned(), text: first.text }, Arc::new(collected))
    }

    /// All that was opened so far.
    pub fn sources(&self) -> Sources {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let files = seen.iter().map(|(path, (_, text))| (path.clone(), text.clone())).collect();
        Sources { main: self.main.clone(), files }
    }
}

impl Files for Collected {
    fn open(&self, from: &str, relative: &str, limit: u64) -> Result<OpenedFile, FileError> {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let (own, _) = seen.get(from).ok_or(FileError::NoFolder)?;
        let found = self.files.open(own, relative, limit)?;
        let path = joined(from, relative);
        seen.insert(path.clone(), (found.identity, found.text.clone()));
        Ok(OpenedFile { identity: path, name: found.name, text: found.text })
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
    use super::super::Case;
    use super::*;

    #[test]
    fn comments_stay_behind_and_what_only_looks_like_one_goes_along() {
        let text = "# ours\na = \"x # y\" # theirs\n\"k#k\" = 'z#' #\nlist = [ # one\n  1, # two\n]\n";
        assert_eq!(without_comments(text), "\na = \"x # y\"\n\"k#k\" = 'z#'\nlist = [\n  1,\n]\n");
    }

    fn sources(main: &str, files: &[(&str, &str)]) -> Sources {
        Sources {
            main: main.into(),
            files: files.iter().map(|(path, text)| ((*path).into(), (*text).into())).collect(),
        }
    }

    /// The case, and what is noted down while it is read.
    fn noted(there: &Sources, main: &str) -> (Case, Sources) {
        let (first, all) = there.opened().unwrap();
        let (first, collected) = Collected::begin(first, main, all);
        let case = Case::from_file(first, collected.clone(), None).unwrap();
        (case, collected.sources())
    }

    const BASE: &str = "[case]\nname = \"A\" # secret\npreset = \"hotel\"\n[customers]\nannual_churn = \"samples(churn.csv, share)\"\n";

    #[test]
    fn a_case_is_noted_down_with_all_that_it_names_and_is_the_same_case() {
        let there = sources(
            "a/top.toml",
            &[
                ("a/top.toml", "base = \"./parts/base.toml\" # secret\n[case]\nname = \"Main\"\n"),
                ("a/parts/base.toml", BASE),
                ("a/parts/churn.csv", "share\n0.2\n0.3\n0.4\n"),
                ("a/other.toml", "[case]\n"),
            ],
        );
        for (main, folder) in [("top.toml", ""), ("./top.toml", ""), ("my/case.toml", "my/"), ("./my/case.toml", "my/")]
        {
            let (written, found) = noted(&there, main);
            let mut paths = ["parts/base.toml", "parts/churn.csv"].map(|path| format!("{folder}{path}")).to_vec();
            paths.push(main.to_owned());
            paths.sort();
            assert_eq!(found.files.keys().cloned().collect::<Vec<_>>(), paths);
            let same = |case: &Case| case.scenario().assumptions() == written.scenario().assumptions();
            assert!(same(&noted(&found, main).0));
            let Travelling { main, files } = Travelling::of(&found);
            assert_eq!(
                files.keys().filter(|path| **path != main).collect::<Vec<_>>(),
                ["parts/base.toml", "parts/churn.csv"]
            );
            assert!(files.values().all(|text| !text.contains("secret")));
            assert!(same(&noted(&Sources { main, files }, "top.toml").0));
        }
    }

    #[test]
    fn nothing_is_opened_beside_a_file_that_was_not() {
        let there = sources("a.toml", &[("a.toml", "[case]\n"), ("b.toml", "[case]\n")]);
        let (first, all) = there.opened().unwrap();
        let (_, collected) = Collected::begin(first, "x.toml", all);
        assert!(matches!(collected.open("a.toml", "b.toml", 100), Err(FileError::NoFolder)));
        assert!(collected.open("x.toml", "b.toml", 100).is_ok());
    }
}
