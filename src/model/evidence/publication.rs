//! The bibliography: what the entries of the library cite, so that a reader can cite it too.

use super::fact::Fact;
use super::library::cited;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// The files, in the order of the links they serve.
const FILES: [&str; 8] = [
    include_str!("publications/programme.toml"),
    include_str!("publications/employees.toml"),
    include_str!("publications/connection.toml"),
    include_str!("publications/loyalty.toml"),
    include_str!("publications/advocacy.toml"),
    include_str!("publications/money.toml"),
    include_str!("publications/other.toml"),
    include_str!("publications/backtest.toml"),
];

static PUBLICATIONS: LazyLock<Vec<Publication>> = LazyLock::new(|| {
    let read = |text| toml::from_str::<File>(text).expect("the embedded bibliography is well formed");
    // The files are part of the program, and a test reads each of them.
    let mut all: Vec<Publication> = FILES.into_iter().flat_map(|text| read(text).publication).collect();
    all.sort_by(|a, b| a.key.cmp(&b.key));
    all
});

/// A file of the bibliography.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    publication: Vec<Publication>,
}

/// What kind of publication it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PublicationKind {
    /// In a journal or a magazine.
    Article,
    /// A book.
    Book,
    /// A part of a book.
    Chapter,
    /// A report of an organisation.
    Report,
    /// A paper in a series, before or without a journal.
    WorkingPaper,
    /// A standard.
    Standard,
    /// A page or a press release.
    Web,
}

/// A publication, as it is cited; what is not known is left out.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// Its name in the library and in BibTeX, such as `knight-2017`.
    pub key: String,
    /// Its kind.
    pub kind: PublicationKind,
    /// `Family, Given`, or the name of an organisation, which has no comma; `others` where more follow.
    pub authors: Vec<String>,
    /// Year or years.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<String>,
    /// Its title; in brackets, where that is not known, what it is about.
    pub title: String,
    /// The journal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub journal: Option<String>,
    /// The book of a chapter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// Series and number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
    /// Volume of the journal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub volume: Option<String>,
    /// Issue of the volume.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue: Option<String>,
    /// First and last page, or the number of the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<String>,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Its digital object identifier, without the address of a resolver.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doi: Option<String>,
    /// Where its publisher or a repository has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What a reader has to know besides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Publication {
    /// Where to find it: the resolver of its identifier, else its address.
    pub fn address(&self) -> Option<String> {
        let resolved = self.doi.as_ref().map(|doi| format!("https://doi.org/{doi}"));
        resolved.or_else(|| self.url.clone())
    }

    /// Whether its title is not known.
    pub fn is_untitled(&self) -> bool {
        self.title.starts_with('[')
    }
}

/// Every publication, by key.
pub fn publications() -> &'static [Publication] {
    &PUBLICATIONS
}

/// The publication of this key.
pub fn publication(key: &str) -> Option<&'static Publication> {
    publications().iter().find(|publication| publication.key == key)
}

/// The publications of these facts and of all that they rest on, each once, by key.
pub fn behind<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> Vec<&'static Publication> {
    let (mut open, mut seen, mut keys) = (Vec::new(), Vec::new(), Vec::new());
    open.extend(facts);
    while let Some(fact) = open.pop() {
        if !seen.contains(&fact.id.as_str()) {
            seen.push(fact.id.as_str());
            keys.extend(fact.cites.iter());
            open.extend(cited(&fact.rests_on.join(",")));
        }
    }
    publications().iter().filter(|publication| keys.contains(&&publication.key)).collect()
}
