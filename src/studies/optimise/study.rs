//! The best plan under a budget: searched on one sample, valued on another.

use super::effort::Programme;
use super::findings::{ElementPlan, FrontierPoint, Optimisation, PlanInFile, Valued};
use super::objective::{EffortPlan, PlanObjective};
use super::planner::Planner;
use super::reasons::{marginal_values, weakest};
use super::schedule::Crew;
use super::written::in_file;
use crate::findings::{self, CaseFacts, Provenance};
use delight_model::chain::ELEMENTS;
use delight_model::scenario::{Project, Scenario};
use delight_model::simulate::{Control, Measure, Sample, Settings, SimulationError, second_of};
use delight_model::statistics::{
    Estimate, RiskAttitude, certainty_equivalent, estimated, expected_shortfall, mean, share_below, variance,
};
use std::fmt;

/// Trials unless asked otherwise.
pub const TRIALS: u64 = 16_384;
/// Other trials on which the plan is searched, unless asked otherwise or the case is large.
pub const SEARCH_TRIALS: u64 = 1_024;

/// Trials on which a plan of this case is searched unless asked otherwise: [`SEARCH_TRIALS`], fewer in a case of many
/// months and cost lines.
pub fn search_trials(scenario: &Scenario) -> u64 {
    findings::search_trials(SEARCH_TRIALS, scenario)
}

/// What limits a plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlanLimits {
    /// What may be planned, money at today's prices; none: what the programme as written plans.
    pub budget: Option<f64>,
    /// How the owner weighs risk.
    pub attitude: RiskAttitude,
    /// Elements that can be built at a time; none: as many as one likes.
    pub staff: Option<usize>,
}

impl PlanLimits {
    /// The budget as written, for an owner to whom only the mean counts, and as many hands as are needed.
    pub const NONE: PlanLimits = PlanLimits { budget: None, attitude: RiskAttitude::Neutral, staff: None };
}

/// Why there is nothing to spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptimiseError {
    /// It is a project without a chain.
    NoChain,
    /// The programme moves nothing, or no cost line is paid for effort: nothing says what a gain costs.
    NoPrice,
    /// The simulation gave no result.
    Simulation(SimulationError),
}

impl From<SimulationError> for OptimiseError {
    fn from(error: SimulationError) -> Self {
        OptimiseError::Simulation(error)
    }
}

impl fmt::Display for OptimiseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            OptimiseError::NoChain => {
                "a case of kind = \"cash-flow\" has no elements of service excellence to spread effort over"
            }
            OptimiseError::NoPrice => {
                "nothing says what a gain costs; give the programme a target above today's maturity and a cost line \
                 with per = \"once\", \"month\", \"employee\" or \"customer\""
            }
            OptimiseError::Simulation(error) => return error.fmt(f),
        })
    }
}

impl std::error::Error for OptimiseError {}

/// Share of the trials that counts as worst.
const TAIL: f64 = 0.05;
/// Risk tolerances on the frontier, × the standard deviation of the case as written.
const TOLERANCES: [f64; 5] = [4.0, 2.0, 1.0, 0.5, 0.25];

/// Spreads a budget over elements and time for the highest certainty equivalent.
///
/// The plan is searched on `search_trials` draws and valued, like all that it is compared with, on the independent
/// ones of `settings`, so that no value is flattered by the search.
///
/// # Errors
/// [`OptimiseError`] if there is nothing to spread, or `control` ended the work.
pub fn optimise(
    scenario: &Scenario,
    settings: Settings,
    search_trials: u64,
    limits: &PlanLimits,
    control: &Control,
) -> Result<Optimisation, OptimiseError> {
    let Project::Chain(case) = scenario.project() else { return Err(OptimiseError::NoChain) };
    let programme = Programme::of(scenario, case).ok_or(OptimiseError::NoPrice)?;
    let crew = Crew { most: limits.staff, build_months: programme.build_months };
    let budget = limits.budget.unwrap_or(programme.cost);
    let searched = second_of(&settings, search_trials);
    let sample = |settings| Sample::new(scenario, settings, &[Measure::Npv], control);
    let samples = [sample(searched)?, sample(settings)?];
    let [search, judge] = samples.each_ref().map(|sample| PlanObjective::new(sample, &programme));
    let (Some(search), Some(judge)) = (search, judge) else { return Err(OptimiseError::NoChain) };
    let planner = Planner { objective: &search, programme: &programme, crew, budget, months: scenario.months() };
    let plan = planner.best(limits.attitude);
    let sd = variance(search.as_written()).sqrt();
    let averse = TOLERANCES.iter().map(|times| RiskAttitude::Averse(times * sd)).filter(|_| sd > 0.0);
    let attitudes: Vec<RiskAttitude> = std::iter::once(RiskAttitude::Neutral).chain(averse).collect();
    // The owner of this plan has one best plan, not a second one from another climb.
    let of_owner = |attitude: &RiskAttitude| match *attitude == limits.attitude {
        true => plan,
        false => planner.efforts(&plan, *attitude),
    };
    let others: Vec<EffortPlan> = attitudes.iter().map(of_owner).collect();
    let found = Judge { objective: &judge, programme: &programme, attitude: limits.attitude };
    let frontier = attitudes.iter().zip(&others).map(|(attitude, plan)| FrontierPoint {
        risk_tolerance: attitude.tolerance(),
        value: Judge { attitude: *attitude, ..found }.of(plan),
        targets: targets(&programme, plan).to_vec(),
    });
    let frontier: Vec<FrontierPoint> = frontier.collect();
    let (written, scaled) = (judge.as_written().to_vec(), planner.scaled());
    let [best, as_scaled] = [&plan, &scaled].map(|plan| judge.npv(plan));
    let elements = found.elements(&plan, budget);
    let in_file = in_file(scenario, &programme, &plan)
        .map(|(changes, changed)| Ok::<_, SimulationError>((changes, measured(&changed, settings, control)?)))
        .transpose()?
        .map(|(changes, npv)| PlanInFile { changes, value: found.valued(&npv, cost(&programme, &plan)) });
    // Plans that were tried once it was to end were worth nothing.
    control.check()?;
    Ok(Optimisation {
        case: CaseFacts::of(scenario),
        provenance: Provenance::new(&settings, judge.trials()),
        search_trials: search.trials(),
        budget,
        written_cost: programme.cost,
        risk_tolerance: limits.attitude.tolerance(),
        staff: limits.staff,
        build_months: programme.build_months,
        written: found.valued(&written, programme.cost),
        scaled: found.valued(&as_scaled, cost(&programme, &scaled)),
        best: found.valued(&best, cost(&programme, &plan)),
        difference: found.gain(&best, &written),
        over_scaled: found.gain(&best, &as_scaled),
        elements,
        in_file,
        frontier,
    })
}

/// Net present value of each trial of a case, money.
fn measured(scenario: &Scenario, settings: Settings, control: &Control) -> Result<Vec<f64>, SimulationError> {
    Ok(Sample::measured(scenario, settings, &[Measure::Npv], control)?.swap_remove(0))
}

/// Planned cost of a plan, money.
fn cost(programme: &Programme, plan: &EffortPlan) -> f64 {
    plan.effort.iter().sum::<f64>() * programme.price()
}

fn targets(programme: &Programme, plan: &EffortPlan) -> [f64; 9] {
    std::array::from_fn(|e| (programme.now[e] + programme.curve.gain(plan.effort[e])).min(1.0))
}

/// Values plans on the trials that no plan was searched on.
#[derive(Clone, Copy)]
struct Judge<'a> {
    objective: &'a PlanObjective<'a>,
    programme: &'a Programme,
    attitude: RiskAttitude,
}

impl Judge<'_> {
    fn of(&self, plan: &EffortPlan) -> Valued {
        self.valued(&self.objective.npv(plan), cost(self.programme, plan))
    }

    fn valued(&self, npv: &[f64], cost: f64) -> Valued {
        Valued {
            cost,
            npv_mean: estimated(&[npv], |c| mean(c[0])),
            certainty_equivalent: estimated(&[npv], |c| certainty_equivalent(c[0], self.attitude)),
            expected_shortfall_5: estimated(&[npv], |c| expected_shortfall(c[0], TAIL)),
            loss_probability: estimated(&[npv], |c| share_below(c[0], 0.0)),
        }
    }

    /// Certainty equivalent of one less that of the other, replicate by replicate.
    fn gain(&self, one: &[f64], other: &[f64]) -> Estimate {
        let worth = |npv: &[f64]| certainty_equivalent(npv, self.attitude);
        estimated(&[one, other], |c| worth(c[0]) - worth(c[1]))
    }

    fn elements(&self, plan: &EffortPlan, budget: f64) -> Vec<ElementPlan> {
        let p = self.programme;
        let weakest = weakest(self.objective, p, plan);
        let marginal = marginal_values(self.objective, p, plan, budget);
        let written = p.efforts();
        let targets = targets(p, plan);
        let one = |(e, element): (usize, &&str)| ElementPlan {
            element: (*element).to_owned(),
            now: p.now[e],
            target_written: p.now[e] + p.gain[e],
            target: targets[e],
            share_written: written[e] / p.effort,
            share: if budget > 0.0 { plan.effort[e] * p.price() / budget } else { 0.0 },
            cost: plan.effort[e] * p.price(),
            start_written: p.start[e],
            start: (plan.effort[e] > 0.0).then_some(plan.start[e]),
            weakest: weakest[e],
            marginal: marginal[e],
        };
        ELEMENTS.iter().enumerate().map(one).collect()
    }
}
