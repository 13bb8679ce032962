//! A chapter of the story, and what all are told from.

use crate::documents::results::Results;
use crate::page::chart::OfficeChart;
use crate::page::figure::Named;
use crate::page::table::Table;
use crate::words::Words;
use crate::words::format::isolated;
use delight_studies::run::Findings;

/// A chapter of the story.
pub struct Chapter {
    /// Its name, the same in every language: `answer`.
    pub name: &'static str,
    /// What it is about, in a few words.
    pub heading: String,
    /// What was found, in one sentence.
    pub finding: String,
    /// How that is meant; empty for nothing.
    pub lead: String,
    /// What is shown.
    pub body: Body,
    /// The numbers and sentences behind it, for who presents it.
    pub notes: Vec<String>,
}

/// What a chapter shows.
pub enum Body {
    /// Numbers in rows and columns.
    Table(Table),
    /// Sentences, each for itself.
    Sentences(Vec<String>),
    /// A figure, and the same numbers for an office program where it can draw them.
    Figure(Box<Named>, Option<OfficeChart>),
}

/// What every chapter is told from.
pub struct Teller<'a> {
    /// The results.
    pub results: &'a Results,
    /// The words of the reader.
    pub words: Words,
}

impl Teller<'_> {
    /// What the run found.
    pub fn findings(&self) -> &Findings {
        &self.results.findings
    }

    /// Money.
    pub fn money(&self, x: f64) -> String {
        self.words.money(&self.findings().case.currency, x)
    }

    /// A chapter that shows a figure, which says its finding itself.
    pub fn figure(
        &self,
        name: &'static str,
        heading: String,
        named: Option<Named>,
        chart: Option<OfficeChart>,
    ) -> Option<Chapter> {
        let named = named?;
        let caption = named.figure.caption();
        Some(Chapter {
            name,
            heading,
            finding: without_case(&self.findings().case.name, &caption.title),
            lead: caption.subtitle.clone(),
            notes: caption.description.split("; ").filter(|line| !line.is_empty()).map(str::to_owned).collect(),
            body: Body::Figure(Box::new(named), chart),
        })
    }
}

/// A title without the name of the case before it, which stands elsewhere.
pub fn without_case(case: &str, title: &str) -> String {
    let bare = title.strip_prefix(&format!("{}: ", isolated(case))).unwrap_or(title);
    let mut letters = bare.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
