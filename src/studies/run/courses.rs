//! The way there: money by year, and indicators by month with their bands.

use delight_model::finance::bridge::PIECES;
use delight_model::scenario::{Project, Scenario};
use delight_model::simulate::{Control, CourseBand, Courses, Engine, SERIES, Settings, SimulationError, YearMoney};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Profit and cash by year, means of the trials; money at the prices of the year, not discounted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ByYear {
    /// Trials behind it, the first of the run.
    pub trials: u64,
    /// Year 0, which is the start, year 1, …; the last may be shorter than twelve months.
    pub years: Vec<YearStatement>,
    /// All years together.
    pub total: YearStatement,
    /// Their present value.
    pub present_value: YearStatement,
}

/// Profit and cash of a year, means of the trials, money.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct YearStatement {
    /// The pieces of the benefit; none in a project without a chain.
    pub pieces: BTreeMap<String, f64>,
    /// Benefit before tax.
    pub benefit: f64,
    /// Cost before tax, capital left out.
    pub cost: f64,
    /// Capital paid.
    pub capital: f64,
    /// What is written off of it.
    pub written_off: f64,
    /// Tax.
    pub tax: f64,
    /// Profit after tax: benefit − cost − written off − tax.
    pub profit: f64,
    /// Cash after tax: benefit − cost − capital − tax.
    pub cash: f64,
}

/// Indicators by month in both arms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ByMonth {
    /// Trials behind it, the first of the run.
    pub trials: usize,
    /// By key of the indicator: without, and with the programme.
    pub indicators: BTreeMap<String, BothArms>,
}

/// An indicator in both arms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BothArms {
    /// Without the programme.
    pub baseline: MonthlyBand,
    /// With it.
    pub programme: MonthlyBand,
}

/// A band by month, from month 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct MonthlyBand {
    pub p5: Vec<f64>,
    pub p50: Vec<f64>,
    pub p95: Vec<f64>,
    pub mean: Vec<f64>,
}

/// What a run shows of the way there.
#[derive(Clone, Debug)]
pub struct Way {
    /// Money by year.
    pub by_year: ByYear,
    /// Indicators by month; none of a project without a chain.
    pub by_month: Option<ByMonth>,
}

/// The way there of a case, from the first trials of a run.
///
/// # Errors
/// [`SimulationError`].
pub fn way(scenario: &Scenario, settings: &Settings, control: &Control) -> Result<Way, SimulationError> {
    let courses = Courses::of(&Engine::new(scenario, *settings)?, control)?;
    let chain = matches!(scenario.project(), Project::Chain(_));
    let statement = |money: &YearMoney| statement(money, chain);
    let total = courses.years.iter().fold(YearMoney::default(), |sum, year| sum.and(year));
    let by_year = ByYear {
        trials: courses.year_trials,
        years: courses.years.iter().map(statement).collect(),
        total: statement(&total),
        present_value: statement(&courses.present_value),
    };
    Ok(Way { by_year, by_month: chain.then(|| by_month(&courses)) })
}

fn statement(money: &YearMoney, chain: bool) -> YearStatement {
    let named = PIECES.iter().zip(money.pieces).filter(|_| chain);
    YearStatement {
        pieces: named.map(|(name, piece)| ((*name).to_owned(), piece)).collect(),
        benefit: money.benefit,
        cost: money.cost - money.capital,
        capital: money.capital,
        written_off: money.written_off,
        tax: money.tax(),
        profit: money.profit(),
        cash: money.cash,
    }
}

fn by_month(courses: &Courses) -> ByMonth {
    let band = |series: usize, arm: usize| {
        let of = |part: fn(&CourseBand) -> f64| {
            courses.months.iter().map(|month| rounded(part(&month[series][arm]))).collect()
        };
        MonthlyBand { p5: of(|b| b.p5), p50: of(|b| b.p50), p95: of(|b| b.p95), mean: of(|b| b.mean) }
    };
    let both = |series: usize| BothArms { baseline: band(series, 0), programme: band(series, 1) };
    let named = SERIES.iter().enumerate().map(|(series, key)| ((*key).to_owned(), both(series)));
    ByMonth { trials: courses.trials, indicators: named.collect() }
}

/// To nine digits: a band of so many trials has no more, and what was entered has fewer.
fn rounded(x: f64) -> f64 {
    format!("{x:.8e}").parse().unwrap_or(x)
}

impl ByMonth {
    /// Whether every band has as many months as the case.
    pub(super) fn fits(&self, months: usize) -> bool {
        let bands = self.indicators.values().flat_map(|both| [&both.baseline, &both.programme]);
        let mut lists = bands.flat_map(|band| [&band.p5, &band.p50, &band.p95, &band.mean]);
        lists.all(|list| list.len() == months)
    }
}
