//! What happened elsewhere, as cases to hold the model against.

use super::lens::Lens;
use super::publication::publication;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::ops::Range;

/// The cases that come with the program, as a file.
pub const CASES: &str = include_str!("backtest.toml");
/// The most cases of a file, and the most letters of a text in it.
const MOST_CASES: usize = 200;
const MOST_LETTERS: usize = 400;
/// What a file of cases looks like.
const SHAPE: &str = "a file of cases has [[case]] tables with id, predict, preset, seen, what and source";

/// What a case reports, and what is predicted of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Predicted {
    /// Revenue gain of year 5 per point of the mean score, percent.
    Slope,
    /// Gain of the mean score of 0 to 10, points.
    Score,
    /// The same for 7 points more engaged, where engagement alone works.
    ScoreByEngagement,
    /// Gain of the connected share for 7 points more engaged.
    ConnectedByEngagement,
    /// Relative change of turnover.
    Turnover,
    /// Revenue gain of year 5, a share.
    Revenue,
    /// Odds of connected customers to stay against satisfied ones, at face value.
    Odds,
    /// Share of programmes delivered in full.
    Delivered,
}

/// How far a case was verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verified {
    /// The text itself was seen.
    Seen,
    /// Seen in the abstract.
    Abstract,
    /// Quoted by another text.
    SecondHand,
    /// From memory.
    Memory,
    /// One's own.
    Own,
}

/// A case: what was seen elsewhere.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BacktestCase {
    /// Its name.
    pub id: String,
    /// What of the model it is held against; none: nothing of it.
    #[serde(default)]
    pub predict: Option<Predicted>,
    /// The sector it is compared in; none: in all of them, or in none.
    #[serde(default)]
    pub preset: Option<String>,
    /// Whether it was published because it went well, so that it is compared with the better half of full delivery.
    #[serde(default)]
    pub upper: bool,
    /// One value, or the two ends of a range, in the unit of what is predicted.
    pub seen: Vec<f64>,
    /// How much of it is taken for caused, 0 to 1.
    #[serde(default = "whole")]
    pub factor: f64,
    /// What was seen, in words.
    pub what: String,
    /// Where.
    pub source: String,
    /// The keys of what it cites in the bibliography.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<String>,
    /// How far that was verified.
    #[serde(default = "own")]
    pub verified: Verified,
    /// Why it lies outside, if it does.
    #[serde(default)]
    pub reason: Option<String>,
    /// Why it is shown without a verdict.
    #[serde(default)]
    pub no_verdict: Option<String>,
}

fn whole() -> f64 {
    1.0
}

fn own() -> Verified {
    Verified::Own
}

impl BacktestCase {
    /// The ends of what was seen, × `factor` for a lens that corrects.
    pub fn observed(&self, lens: Lens) -> [f64; 2] {
        let factor = if lens.corrects() { self.factor } else { 1.0 };
        let (low, high) = (self.seen[0], self.seen[self.seen.len() - 1]);
        [low * factor, high * factor]
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CasesFile {
    case: Vec<toml::Spanned<BacktestCase>>,
}

/// What is wrong with a file of cases, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct BacktestError {
    /// Bytes that it is about.
    pub span: Option<Range<usize>>,
    /// What is wrong, and what to write instead.
    pub message: String,
}

/// Reads a file of cases: `[[case]]` with `id`, `predict`, `preset`, `seen`, `what`, `source`, and what else
/// [`BacktestCase`] has. `presets` are the sectors there are.
///
/// # Errors
/// The first thing that is wrong, with its place.
pub fn backtest_cases(text: &str, presets: &[&str]) -> Result<Vec<BacktestCase>, BacktestError> {
    let file: CasesFile = toml::from_str(text).map_err(|e| BacktestError {
        span: e.span(),
        message: format!("{}; {SHAPE}", e.message().lines().next().unwrap_or_default()),
    })?;
    if file.case.is_empty() || file.case.len() > MOST_CASES {
        let message = format!("a file has 1 to {MOST_CASES} cases, this one {}", file.case.len());
        return Err(BacktestError { span: None, message });
    }
    let mut names = BTreeSet::new();
    for case in &file.case {
        let fault = checked(case.get_ref(), presets).err();
        let twice = (!names.insert(case.get_ref().id.clone())).then(|| format!("{} is given twice", case.get_ref().id));
        if let Some(message) = fault.or(twice) {
            return Err(BacktestError { span: Some(case.span()), message });
        }
    }
    Ok(file.case.into_iter().map(toml::Spanned::into_inner).collect())
}

fn checked(case: &BacktestCase, presets: &[&str]) -> Result<(), String> {
    let id = &case.id;
    let texts = [&case.id, &case.what, &case.source].into_iter().chain(&case.reason).chain(&case.no_verdict);
    for text in texts {
        if text.is_empty() || text.chars().count() > MOST_LETTERS || text.chars().any(char::is_control) {
            return Err(format!("{id:?}: every text has 1 to {MOST_LETTERS} letters on one line"));
        }
    }
    if let Some(key) = case.cites.iter().find(|key| publication(key).is_none()) {
        return Err(format!(
            "{id:?}: {key:?} is no key of the bibliography; delight evidence --format bibtex has them"
        ));
    }
    if !(1..=2).contains(&case.seen.len()) || case.seen.iter().any(|x| !x.is_finite() || x.abs() > 1e9) {
        return Err(format!("{id:?}: seen is one number, or the two ends of a range: seen = [0.02, 0.07]"));
    }
    if case.seen[0] > case.seen[case.seen.len() - 1] {
        return Err(format!("{id:?}: the ends of seen stand from low to high"));
    }
    if !(case.factor > 0.0 && case.factor <= 1.0) {
        return Err(format!("{id:?}: factor is above 0 and at most 1, as 0.5 for an association"));
    }
    match &case.preset {
        Some(preset) if !presets.contains(&preset.as_str()) => {
            Err(format!("{id:?}: {preset:?} is not a preset; there are {}", presets.join(", ")))
        }
        None if case.no_verdict.is_none() => Err(format!(
            "{id:?}: give preset = \"…\", one of {}, or no_verdict = \"why there is none\"",
            presets.join(", ")
        )),
        _ if case.predict.is_none() && case.no_verdict.is_none() => Err(format!(
            "{id:?}: give predict = \"slope\", \"score\", \"revenue\", …, or no_verdict = \"why there is none\""
        )),
        _ => Ok(()),
    }
}

/// How many of the published slopes of revenue a lens covers, as the last backtest found.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// Slopes between P5 and P95 of what the lens predicts.
    pub covered: usize,
    /// All of them.
    pub of: usize,
    /// Geometric mean of observed over predicted, in the median.
    pub ratio: f64,
}

/// The stored table of the backtest for a lens.
pub fn coverage(lens: Lens) -> Option<Coverage> {
    // The file is part of the program, and a test keeps it.
    let all: std::collections::BTreeMap<String, Coverage> = toml::from_str(COVERAGE).ok()?;
    all.get(lens.name()).copied()
}

/// The stored table of the backtest.
pub const COVERAGE: &str = include_str!("coverage.toml");

#[cfg(test)]
mod tests {
    use super::*;

    const PRESETS: [&str; 9] = [
        "hotel",
        "fast-food",
        "discount-store",
        "retail-bank",
        "airline",
        "b2b-manufacturer",
        "hospital",
        "casino",
        "housing-corporation",
    ];

    fn wrong(text: &str) -> String {
        backtest_cases(text, &PRESETS).expect_err("it is wrong").message
    }

    #[test]
    fn thirteen_slopes_come_with_the_program_and_each_case_once() {
        let all = backtest_cases(CASES, &PRESETS).expect("the cases are well formed");
        assert_eq!(all.iter().filter(|case| case.predict == Some(Predicted::Slope)).count(), 13);
        assert!(
            all.iter()
                .filter(|case| case.upper)
                .all(|case| ["BR2", "BR4", "BR7", "BW2", "BW3"].contains(&case.id.as_str()))
        );
    }

    #[test]
    fn associations_are_halved_where_the_lens_corrects_and_only_there() {
        let all = backtest_cases(CASES, &PRESETS).expect("the cases are well formed");
        let anderson = all.iter().find(|case| case.id == "BS5").expect("it is there");
        assert_eq!(anderson.observed(Lens::Calibrated), [8.75, 8.75]);
        assert_eq!(anderson.observed(Lens::Literature), [17.5, 17.5]);
    }

    #[test]
    fn what_is_wrong_is_said_with_what_to_write() {
        let with = |more: &str| format!("[[case]]\nid = \"A\"\nwhat = \"x\"\nsource = \"y\"\n{more}");
        assert!(wrong(&with("predict = \"slope\"\npreset = \"hotle\"\nseen = [1]\n")).contains("there are hotel"));
        assert!(wrong(&with("predict = \"slope\"\npreset = \"hotel\"\nseen = []\n")).contains("seen = [0.02, 0.07]"));
        assert!(wrong(&with("predict = \"slope\"\npreset = \"hotel\"\nseen = [3, 1]\n")).contains("from low to high"));
        assert!(
            wrong(&with("predict = \"slope\"\npreset = \"hotel\"\nseen = [1]\nfactor = 2\n")).contains("at most 1")
        );
        assert!(wrong(&with("predict = \"slope\"\nseen = [1]\n")).contains("preset = "));
        assert!(wrong(&with("preset = \"hotel\"\nseen = [1]\n")).contains("predict = "));
        assert!(wrong(&with("predict = \"slopes\"\nseen = [1]\n")).contains("slope"));
        let unknown = wrong(&with("predict = \"slope\"\npreset = \"hotel\"\nseen = [1]\ncites = [\"nobody-2020\"]\n"));
        assert!(unknown.contains("no key of the bibliography"));
        assert!(wrong("case = []").contains("1 to 200"));
        assert!(wrong("[case]\nname = \"x\"\n").contains("[[case]] tables"));
        let one = with("predict = \"slope\"\npreset = \"hotel\"\nseen = [1]\n");
        assert!(wrong(&format!("{one}{one}")).contains("twice"));
    }
}
