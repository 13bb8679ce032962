//! What a self-assessment shows: maturities by element, whether the basics are in order, weakest links, and where to begin.

use super::basics::{Basics, basics};
use super::worth::Worth;
use crate::findings::CaseFacts;
use delight_model::chain::ELEMENTS;
use delight_model::chain::excellence::WEIGHTS;
use delight_model::evidence::questionnaire;
use delight_model::scenario::{Assessed, Assessment, Maturity, Note, Scenario};
use serde::{Deserialize, Serialize};

/// The four dimensions of service excellence with their elements, for reports.
pub const DIMENSIONS: [(&str, &[&str]); 4] = [
    ("strategy", &["vision", "leadership"]),
    ("culture", &["culture", "people"]),
    ("innovation", &["listening", "design", "innovation"]),
    ("operation", &["processes", "feedback"]),
];

/// All that a self-assessment shows.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Portrait {
    /// Name of the case, or of the file where there is no case.
    pub name: String,
    /// Currency of the case.
    pub currency: Option<String>,
    /// Questions answered; experience values are one question.
    pub answered: usize,
    /// Questions there are, as the interview asks them.
    pub asked: usize,
    /// Keys of the questions without an answer.
    pub unanswered: Vec<String>,
    /// Number of experience values, if they were listed.
    pub values: Option<usize>,
    /// The nine elements, by dimension.
    pub elements: Vec<Element>,
    /// `[excellence.now]` as a scenario file says it, grade D.
    pub excellence_now: String,
    /// Whether the basics are in order.
    pub basics: Basics,
    /// The weakest element of each capability, where all nine maturities are known.
    pub weakest: Vec<Weakest>,
    /// What one more step of each element is worth; none where the file makes no case.
    pub worth: Option<Worth>,
    /// What is missing for a case.
    pub missing: Vec<String>,
    /// How the assessment was understood.
    pub notes: Vec<Note>,
}

/// What the self-assessment of a case shows: what is kept in its folder and told in its report.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CaseAssessment {
    /// What was assessed.
    pub case: CaseFacts,
    /// What it shows.
    #[serde(flatten)]
    pub portrait: Portrait,
}

impl CaseAssessment {
    /// What the self-assessment of a case shows, with the worth of its steps if that was computed; none of a case without
    /// one.
    pub fn of(scenario: &Scenario, worth: Option<Worth>) -> Option<Self> {
        let assessment = scenario.assessment()?.clone();
        let (name, language) = (scenario.name().to_owned(), scenario.language());
        let assessed = Assessed { name, language, assessment: None, case: Ok(scenario.clone()) };
        Some(CaseAssessment { case: CaseFacts::of(scenario), portrait: portrait(&assessed, &assessment, worth) })
    }
}

/// An element with its maturity.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Element {
    /// The element.
    pub element: String,
    /// The dimension it belongs to.
    pub dimension: String,
    /// Maturity today by the answers, 0 to 1 (P5, most likely, P95); none where no answer bears on it.
    pub maturity: Option<[f64; 3]>,
    /// Answers that bear on it.
    pub answered: usize,
    /// Questions that bear on it.
    pub asked: usize,
    /// Keys of the questions that bear on it and have no answer.
    pub unanswered: Vec<String>,
    /// Maturity today that the case computes with (median), if there is a case.
    pub used: Option<f64>,
    /// Maturity that the programme aims at (median), if there is a case.
    pub target: Option<f64>,
}

/// The weakest link of a capability.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Weakest {
    /// The capability.
    pub capability: String,
    /// Its weakest element today.
    pub element: String,
    /// The maturity of that element, 0 to 1.
    pub maturity: f64,
}

/// The portrait of an organisation from its answers, and from its case where there is one.
pub fn portrait(assessed: &Assessed, assessment: &Assessment, worth: Option<Worth>) -> Portrait {
    let case = assessed.case.as_ref().ok();
    let found = assessment.maturities();
    let elements: Vec<Element> = DIMENSIONS
        .iter()
        .flat_map(|(dimension, own)| own.iter().map(move |element| (*dimension, *element)))
        .map(|(dimension, name)| {
            let unanswered = assessment.unanswered_of(name);
            Element { unanswered, ..element(dimension, name, &found, case) }
        })
        .collect();
    let progress = assessment.progress();
    Portrait {
        name: case.map_or_else(|| assessed.name.clone(), |c| c.name().to_owned()),
        currency: case.map(|c| c.currency().to_owned()),
        answered: progress.answered,
        asked: progress.asked,
        unanswered: progress.unanswered,
        values: assessment.values.as_ref().map(Vec::len),
        weakest: weakest(&elements),
        elements,
        excellence_now: assessment.excellence_now(),
        basics: basics(assessment, case),
        worth,
        missing: assessed
            .case
            .as_ref()
            .err()
            .map_or_else(Vec::new, |all| all.list.iter().map(|d| d.key.clone()).collect()),
        notes: case.map_or_else(Vec::new, |c| c.notes().to_vec()),
    }
}

fn element(
    dimension: &'static str,
    name: &'static str,
    found: &[Option<Maturity>; 9],
    case: Option<&Scenario>,
) -> Element {
    let at = ELEMENTS.iter().position(|e| *e == name);
    let maturity = at.and_then(|e| found[e]);
    let weighing = questionnaire().items.iter().filter(|item| item.weight(name) > 0.0).count();
    Element {
        element: name.to_owned(),
        dimension: dimension.to_owned(),
        maturity: maturity.and_then(|m| {
            let d = m.distribution()?;
            Some([d.quantile(0.05), m.value, d.quantile(0.95)])
        }),
        answered: maturity.map_or(0, |m| m.answered),
        asked: weighing,
        unanswered: Vec::new(),
        used: case.and_then(|c| c.point(&format!("excellence.now.{name}"))),
        target: case.and_then(|c| c.point(&format!("programme.target.{name}"))),
    }
}

/// The element with the least maturity of those that each capability rests on; none while one of the nine is unknown.
fn weakest(elements: &[Element]) -> Vec<Weakest> {
    let now = |name: &str| {
        let element = elements.iter().find(|e| e.element == name)?;
        element.used.or(element.maturity.map(|m| m[1]))
    };
    let of_row = |(capability, weights): &(&'static str, [f64; 9])| {
        let resting = ELEMENTS.iter().zip(weights).filter(|(_, weight)| **weight > 0.0);
        let known: Option<Vec<(&'static str, f64)>> = resting.map(|(e, _)| Some((*e, now(e)?))).collect();
        let (element, maturity) = known?.into_iter().min_by(|a, b| a.1.total_cmp(&b.1))?;
        Some(Weakest { capability: (*capability).to_owned(), element: element.to_owned(), maturity })
    };
    WEIGHTS.iter().map(of_row).collect::<Option<Vec<_>>>().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn portrayed(text: &str) -> Portrait {
        let assessed = Assessed::from_text("scan.toml", text).unwrap_or_else(|e| panic!("{e}"));
        let assessment = assessed.assessment.clone().expect("answers");
        portrait(&assessed, &assessment, None)
    }

    const HOTEL: &str = "[case]\npreset = \"hotel\"\n[assessment.shifts]\npartners = 8\n";

    #[test]
    fn the_four_dimensions_hold_each_element_once() {
        let mut all: Vec<&str> = DIMENSIONS.iter().flat_map(|(_, elements)| elements.iter().copied()).collect();
        let mut expected = ELEMENTS.to_vec();
        all.sort_unstable();
        expected.sort_unstable();
        assert_eq!(all, expected);
    }

    #[test]
    fn the_weakest_link_of_a_capability_is_its_least_mature_element() {
        let now = ELEMENTS.map(|e| format!("{e} = {}\n", if e == "innovation" { 0.1 } else { 0.5 })).concat();
        let weakest = portrayed(&format!("{HOTEL}[excellence.now]\n{now}")).weakest;
        let of = |row: &str| weakest.iter().find(|w| w.capability == row).expect("a capability");
        assert_eq!((of("surprising").element.as_str(), of("surprising").maturity), ("innovation", 0.1));
        assert!(weakest.iter().all(|w| w.element != "innovation" || w.capability == "surprising"));
        assert!(portrayed("[assessment.shifts]\npartners = 8\n").weakest.is_empty(), "seven elements are unknown");
    }

    #[test]
    fn the_core_value_rests_most_on_processes_and_complaints_on_feedback() {
        let heaviest = |row: &str| {
            let weights = WEIGHTS.iter().find(|(name, _)| *name == row).expect("a capability").1;
            (0..9).max_by(|&a, &b| weights[a].total_cmp(&weights[b])).map(|e| ELEMENTS[e])
        };
        assert_eq!((heaviest("core"), heaviest("complaints")), (Some("processes"), Some("feedback")));
    }

    #[test]
    fn answers_alone_say_what_a_case_still_needs() {
        let alone = portrayed("[assessment.shifts]\npartners = 8\n");
        assert!(alone.missing.iter().any(|key| key == "programme.target"), "{:?}", alone.missing);
        assert_eq!((alone.answered, alone.asked, alone.unanswered.len()), (1, 26, 25));
        assert!(portrayed(HOTEL).missing.is_empty());
    }
}
