//! `[assessment]`: a self-assessment from which today's maturities follow where `[excellence.now]` is silent.
//!
//! ```text
//! answers ─read─▶ Assessment ─matrix─▶ maturities ─layer─▶ [excellence.now], between the files and the preset
//! ```

mod layer;
mod maturity;
mod read;

pub(super) use layer::{layer, notes};
pub use maturity::{Maturity, Points, maturities, points_of_number};
pub(super) use read::{SCORE, read, value_fields};

use super::build::from_file;
use super::case::Scenario;
use super::diagnostic::{Diagnostic, Diagnostics, ScenarioError};
use super::fault::Fault;
use super::faults::Faults;
use super::files::{Files, NoFiles, OpenedFile};
use super::language::Language;
use super::layers::gather;
use crate::evidence::{Group, Item, Lens, questionnaire};
use crate::sampling::Distribution;

/// The experience values, a list of tables: name, and the share of customers who recognise it.
pub(super) const VALUES: &str = "assessment.vision.values";

/// The most experience values of a list.
pub const MOST_VALUES: usize = 50;

/// The answers of a self-assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// An answer, or none, for each question, in the order of the questionnaire.
    pub answers: Vec<Option<Answer>>,
    /// The experience values by name, if they were listed.
    pub values: Option<Vec<String>>,
}

/// An answer to a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What it may be, 0 to 10 points.
    pub points: Distribution,
    /// As it was written, such as `6 to 8`.
    pub written: String,
    /// Where it stands: `hotel.toml:12`.
    pub place: String,
}

impl Answer {
    /// Mean and standard deviation, points of 0 to 10.
    pub fn summary(&self) -> Points {
        const LEVELS: usize = 400;
        let mean = self.points.mean();
        let square = |k| (self.points.quantile((k as f64 + 0.5) / LEVELS as f64) - mean).powi(2);
        let variance = if self.points.is_constant() { 0.0 } else { (0..LEVELS).map(square).sum() };
        Points { mean, sd: (variance / LEVELS as f64).sqrt() }
    }
}

impl Assessment {
    /// Today's maturities by the matrix of the questionnaire; none for an element on which no answer bears.
    pub fn maturities(&self) -> [Option<Maturity>; 9] {
        let points: Vec<Option<Points>> = self.answers.iter().map(|a| a.as_ref().map(Answer::summary)).collect();
        maturities(&points)
    }

    /// The questions that bear on an element and have no answer.
    pub fn unanswered(&self) -> Vec<&'static Item> {
        let weighing = questionnaire().items.iter().zip(&self.answers);
        weighing.filter(|(item, a)| a.is_none() && item.group != Group::Basics).map(|(item, _)| item).collect()
    }

    /// The answer to one of the questions about basics, by its key.
    pub fn basics(&self, key: &str) -> Option<&Answer> {
        let place = questionnaire().items.iter().position(|i| i.group == Group::Basics && i.key == key)?;
        self.answers[place].as_ref()
    }
}

/// A file with a self-assessment: its answers, and the case that it makes, if it makes one.
#[derive(Clone, Debug)]
pub struct Assessed {
    /// What the file is called, without folder and ending.
    pub name: String,
    /// Language of the results, if the file or its bases name one.
    pub language: Option<Language>,
    /// The answers; none if the file and its bases hold no `[assessment]`.
    pub assessment: Option<Assessment>,
    /// The case, or what is missing for one.
    pub case: Result<Scenario, Box<Diagnostics>>,
}

impl Assessed {
    /// The self-assessment that a text holds; `name` is what its messages call it.
    ///
    /// # Errors
    /// All that is wrong with it; that it is no whole case is nothing wrong.
    pub fn from_text(name: &str, text: &str) -> Result<Assessed, ScenarioError> {
        let first = OpenedFile { name: name.to_owned(), identity: name.to_owned(), text: text.to_owned() };
        assessed(first, &NoFiles, None)
    }
}

/// The self-assessment of a file that was opened; files that it names are opened through `files`.
///
/// Its case is seen through `lens`, or else through the one that `case.lens` names.
///
/// # Errors
/// All that is wrong with it; that it is no whole case is nothing wrong.
pub fn assessed(first: OpenedFile, files: &dyn Files, lens: Option<Lens>) -> Result<Assessed, ScenarioError> {
    let name = super::header::file_stem(&first.name);
    let case = match from_file(first.clone(), files, lens) {
        Ok(scenario) => Ok(scenario),
        Err(ScenarioError::Invalid(all)) if all.more == 0 && all.list.iter().all(only_missing) => Err(all),
        Err(error) => return Err(error),
    };
    // What is wrong with the layers has been said above.
    let layers = gather(first, files, lens, &mut Faults::default());
    Ok(Assessed { name, language: layers.language(), assessment: layers.assessment, case })
}

/// Whether this is an input that nothing gives, which a file of answers alone need not.
fn only_missing(diagnostic: &Diagnostic) -> bool {
    diagnostic.line == 0 && matches!(diagnostic.fault, Fault::Missing { .. } | Fault::MissingMany { .. })
}
