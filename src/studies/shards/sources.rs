//! A case with all its files, as it travels: noted down where it is read, and read again wherever it arrives.

use delight_model::scenario::{FileError, Files, OpenedFile, TextFiles};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// A case with all its files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sources {
    /// Name of the scenario file among the files.
    pub main: String,
    /// The text of each file, by its path.
    pub files: BTreeMap<String, String>,
}

impl Sources {
    /// The scenario file, and those that it may name; nothing if it is not among them.
    pub fn opened(&self) -> Option<(OpenedFile, Arc<dyn Files>)> {
        let texts = TextFiles::new(self.files.clone());
        Some((texts.opened(&self.main)?, Arc::new(texts)))
    }
}

/// A path that stands in a file, from where that file's own begins.
fn joined(from: &str, relative: &str) -> String {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let parts = folder.split('/').chain(relative.split('/')).filter(|part| !part.is_empty() && *part != ".");
    parts.collect::<Vec<_>>().join("/")
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

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::scenario::Case;

    #[test]
    fn a_case_that_was_noted_down_is_read_again_from_the_notes() {
        let files = BTreeMap::from([
            ("a/main.toml", "base = \"parts/base.toml\"\n[case]\nname = \"Main\"\n"),
            ("a/parts/base.toml", "[case]\npreset = \"hotel\"\n[customers]\nannual_churn = \"samples(churn.csv, share)\"\n"),
            ("a/parts/churn.csv", "share\n0.2\n0.3\n0.4\n"),
            ("a/other.toml", "[case]\n"),
        ]);
        let there = Sources {
            main: "a/main.toml".into(),
            files: files.into_iter().map(|(path, text)| (path.into(), text.into())).collect(),
        };
        let (first, all) = there.opened().expect("it holds its main file");
        let (first, collected) = Collected::begin(first, "main.toml", all);
        let case = Case::from_file(first, collected.clone(), None).expect("a valid case");
        let found = collected.sources();
        let paths: Vec<&str> = found.files.keys().map(String::as_str).collect();
        assert_eq!(paths, ["main.toml", "parts/base.toml", "parts/churn.csv"]);
        let (first, all) = found.opened().expect("it holds its main file");
        let again = Case::from_file(first, all, None).expect("a valid case");
        assert_eq!(again.scenario().point("customers.annual_churn"), case.scenario().point("customers.annual_churn"));
    }
}
