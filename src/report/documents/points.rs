//! `point-values.json`: the case at its point values, all that the workbook needs besides the findings and the ledger.

use super::results::{Results, rows};
use crate::page::json::{document, hidden};
use delight_model::chain::Acquisition;
use delight_model::chain::survey::Survey;
use delight_model::finance::costs::CostItem;
use delight_model::finance::flows::Flow;
use delight_model::scenario::{ChainCase, Project, Scenario};
use delight_model::simulate::{Measure, Trace};
use delight_studies::findings::{fingerprint, fingerprint_of};
use delight_studies::run::GateValue;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// A series by month from month 1, by its name.
type Series = BTreeMap<String, Vec<f64>>;

/// The last month that a line of a case can name.
const MOST_MONTHS: usize = 240;

/// One trial with every input at its median.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PointValues {
    /// Fingerprint of all that decides the results of the case but the seed: `case.scenario` of `summary.json`.
    pub scenario: String,
    /// Fingerprint of `assumptions.json`.
    pub assumptions: String,
    /// Horizon.
    pub months: usize,
    /// Outcome of the delivery that was assumed; `null` for a cash-flow case.
    pub delivery: Option<String>,
    /// Z: the market by month from month 0, 1 in an average year.
    #[serde(deserialize_with = "numbers")]
    pub market: Vec<f64>,
    /// The month after which the programme stops; `null` if it does not stop within the horizon.
    pub stop_month: Option<usize>,
    /// Series of both arms; empty for a cash-flow case.
    pub arms: Arms,
    /// Measures of the trial by name; `null` where there is none.
    pub measures: BTreeMap<String, Option<f64>>,
    /// Whether there are several internal rates of return, and so none.
    pub several_rates: bool,
    /// What is paid, or what flows.
    pub lines: Lines,
    /// The value of the gate; `null` where the case has none.
    pub gate: Option<GateValue>,
    /// What of the plan the months of the chain hang on.
    pub plan: PlanValues,
}

/// What of the plan of a case no number of the ledger says.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct PlanValues {
    /// Whether as many come as leave, so that the baseline stands still.
    pub balanced: bool,
    /// Who answers what by state, where it was fitted to both mix and survey; `null` elsewhere.
    pub answers: Option<[[f64; 4]; 3]>,
    /// The gate; `null` where the case has none.
    pub gate: Option<GatePlan>,
}

/// A gate.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GatePlan {
    /// Month of the check.
    pub month: usize,
    /// What is measured: `connected`, `engaged` or `nps`.
    pub metric: String,
    /// Smallest gain over the baseline with which the programme goes on: a share, or points.
    pub at_least: f64,
}

impl PlanValues {
    fn of(case: &ChainCase) -> Self {
        let answers = match case.plan.survey {
            Survey::Fitted { answers, .. } => Some(answers),
            _ => None,
        };
        let gate = case.gate.map(|gate| GatePlan {
            month: gate.month,
            metric: gate.metric.name().to_owned(),
            at_least: gate.at_least,
        });
        PlanValues { balanced: case.plan.acquisition == Acquisition::Balanced, answers, gate }
    }
}

/// The series of both arms.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Arms {
    /// Without the programme.
    #[serde(deserialize_with = "named_numbers")]
    pub baseline: Series,
    /// With it.
    #[serde(deserialize_with = "named_numbers")]
    pub programme: Series,
}

/// The lines of a case, in its order.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lines {
    /// Cost lines of a programme.
    Costs(Vec<CostItem>),
    /// Flows of a cash-flow case.
    Flows(Vec<Flow>),
}

impl PointValues {
    /// Those of a scenario, from its trace and the value of its gate.
    pub fn new(scenario: &Scenario, trace: &Trace, gate: Option<GateValue>) -> Self {
        let [baseline, programme] = trace.arms.each_ref().map(|arm| arm.iter().cloned().collect());
        let (lines, plan) = match scenario.project() {
            Project::Chain(case) => (Lines::Costs(case.costs.clone()), PlanValues::of(case)),
            Project::CashFlow(flows) => (Lines::Flows(flows.clone()), PlanValues::default()),
        };
        PointValues {
            scenario: fingerprint(scenario),
            assumptions: fingerprint_of(&document(&rows(scenario))),
            months: trace.months,
            delivery: trace.delivery.map(|delivery| delivery.name().to_owned()),
            market: trace.books.market.clone(),
            stop_month: trace.books.stop_month,
            arms: Arms { baseline, programme },
            measures: Measure::all().into_iter().map(|(m, name)| (name, trace.measure(m))).collect(),
            several_rates: trace.outcome.get(Measure::Irr).0[0].is_infinite(),
            lines,
            gate,
            plan,
        }
    }

    /// `point-values.json`.
    pub fn json(&self) -> String {
        document(self)
    }

    /// Reads back what a run saved.
    ///
    /// # Errors
    /// What of the text is not as a run writes it.
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        let value: Value = serde_json::from_str(text)?;
        match hidden(&value) {
            Some(letter) => Err(serde_json::Error::custom(format!("it holds U+{:04X}", u32::from(letter)))),
            None => serde_json::from_value(value),
        }
    }

    /// Checks that they are of the case of these findings, and that every series has its months; what was changed by hand
    /// may not.
    ///
    /// # Errors
    /// Where they do not.
    pub fn verify(&self, results: &Results) -> Result<(), String> {
        if self.scenario != results.findings.case.scenario {
            return Err("they are of different cases, or of two states of one".to_owned());
        }
        if self.assumptions != fingerprint_of(&results.assumptions_json()) {
            return Err("assumptions.json and summary.json are of different cases, or of two states of one".to_owned());
        }
        let (months, of_case) = (self.months, results.findings.case.months);
        if months != of_case {
            return Err(format!("months must be {of_case}, as in summary.json, found {months}"));
        }
        if self.market.len() != months + 1 {
            return Err(format!("market must have {} values, found {}", months + 1, self.market.len()));
        }
        let arms = [&self.arms.baseline, &self.arms.programme];
        let short = arms.iter().flat_map(|arm| arm.iter()).find(|(_, series)| series.len() != months);
        if let Some((name, series)) = short {
            return Err(format!("{name} must have {months} values, found {}", series.len()));
        }
        let spans: Vec<[usize; 3]> = match &self.lines {
            Lines::Costs(costs) => costs.iter().map(|cost| [cost.month, cost.from, cost.to]).collect(),
            Lines::Flows(flows) => flows.iter().map(|flow| [flow.month, flow.from, flow.to]).collect(),
        };
        match spans.iter().flatten().find(|month| **month > MOST_MONTHS) {
            Some(month) => Err(format!("lines must end by month {MOST_MONTHS}, found {month}")),
            None => Ok(()),
        }
    }

    /// A measure of the trial; none where it is missing.
    pub fn measure(&self, measure: Measure) -> Option<f64> {
        let (_, name) = Measure::all().into_iter().nth(measure.index())?;
        self.measures.get(&name).copied().flatten()
    }

    /// A series of an arm (0 without, 1 with the programme), one value a month from month 1; none if it has no such name.
    pub fn series(&self, arm: usize, name: &str) -> Option<&[f64]> {
        let series = if arm == 0 { &self.arms.baseline } else { &self.arms.programme };
        series.get(name).map(Vec::as_slice)
    }
}

/// JSON has no NaN: it is written as `null`.
fn known(values: Vec<Option<f64>>) -> Vec<f64> {
    values.into_iter().map(|x| x.unwrap_or(f64::NAN)).collect()
}

fn numbers<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<f64>, D::Error> {
    Vec::deserialize(from).map(known)
}

fn named_numbers<'de, D: Deserializer<'de>>(from: D) -> Result<Series, D::Error> {
    let read = BTreeMap::<String, Vec<Option<f64>>>::deserialize(from)?;
    Ok(read.into_iter().map(|(name, values)| (name, known(values))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::simulate::trace;

    #[test]
    fn point_values_are_read_back_to_the_last_bit() {
        let texts = [
            "[case]\npreset = \"hotel\"\nmonths = 24\n",
            "[case]\nkind = \"cash-flow\"\nmonths = 24\n[finance]\ndiscount_rate = 0.1\ntax_rate = 0\n\
             depreciation_years = 5\nterminal_years = 0\n\
             [[flows]]\nname = \"a\"\namount = -100\nper = \"once\"\n[[flows]]\nname = \"b\"\namount = 9\nper = \"month\"\n",
        ];
        for text in texts {
            let scenario = Scenario::from_text("a.toml", text).unwrap_or_else(|e| panic!("{e}"));
            let written = PointValues::new(&scenario, &trace(&scenario), None).json();
            let read = PointValues::from_json(&written).expect("it was written so");
            assert_eq!(read.json(), written);
            assert_eq!(read.measure(Measure::Npv), trace(&scenario).measure(Measure::Npv));
        }
    }
}
