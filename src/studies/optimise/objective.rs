//! A plan in the draws of a sample: what the programme is worth if effort is spread like this.

use super::effort::Programme;
use delight_model::chain::{Begins, ELEMENTS};
use delight_model::finance::costs::{CostItem, Part, Per};
use delight_model::scenario::{ChainCase, Project, Scenario};
use delight_model::simulate::{Instead, Measure, Sample};
use delight_model::statistics::{RiskAttitude, certainty_equivalent};

/// How effort is spread over the nine elements and over time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EffortPlan {
    /// Effort of each element; 1 brings the largest step of the programme as written.
    pub effort: [f64; 9],
    /// Month after which work on each element begins.
    pub start: [f64; 9],
}

/// A case whose programme can be planned anew, in the draws of one sample.
pub struct PlanObjective<'a> {
    sample: &'a Sample,
    case: &'a ChainCase,
    programme: &'a Programme,
    target: [usize; 9],
    start: [usize; 9],
    intensity: usize,
    /// Draws of today's maturity; one value where it is fixed.
    now: [Vec<f64>; 9],
}

impl<'a> PlanObjective<'a> {
    /// Finds the columns that a plan changes; none of a case without a chain.
    ///
    /// The sample must have kept [`Measure::Npv`] alone. Once its control ends the work, all that is asked is worth
    /// nothing.
    pub fn new(sample: &'a Sample, programme: &'a Programme) -> Option<Self> {
        let Project::Chain(case) = sample.scenario().project() else { return None };
        let columns = |table: &str| {
            let places = ELEMENTS.map(|element| sample.place(&format!("{table}.{element}")));
            places.iter().all(Option::is_some).then(|| places.map(Option::unwrap_or_default))
        };
        let now = columns("excellence.now")?;
        Some(PlanObjective {
            sample,
            case,
            programme,
            target: columns("programme.target")?,
            start: columns("programme.start_month")?,
            intensity: sample.place("programme.intensity")?,
            now: std::array::from_fn(|e| match sample.draws(now[e]) {
                Some(draws) => draws.to_vec(),
                None => vec![programme.now[e]],
            }),
        })
    }

    /// Number of trials.
    pub fn trials(&self) -> usize {
        self.sample.trials()
    }

    /// Today's maturity of an element in a trial.
    pub fn now(&self, element: usize, trial: usize) -> f64 {
        let draws = &self.now[element];
        draws[trial % draws.len()]
    }

    /// Net present value of each trial with the programme as it is written, money.
    pub fn as_written(&self) -> &[f64] {
        self.sample.results(Measure::Npv)
    }

    /// Net present value of each trial with this plan, money.
    pub fn npv(&self, plan: &EffortPlan) -> Vec<f64> {
        let mut changes = vec![(self.intensity, Instead::Fixed(1.0))];
        for e in 0..ELEMENTS.len() {
            let gain = self.programme.curve.gain(plan.effort[e]);
            // What is not worked on stays as it is, also where the model would clamp it.
            let target: Vec<f64> = self.now[e].iter().map(|now| (now + gain).min(1.0)).collect();
            let target = if target.len() == 1 { Instead::Fixed(target[0]) } else { Instead::Each(target) };
            changes.extend([(self.target[e], target), (self.start[e], Instead::Fixed(plan.start[e]))]);
        }
        match self.sample.again_as(&self.planned(plan), self.trials(), &changes) {
            Ok(mut npv) => npv.swap_remove(0),
            Err(_) => vec![0.0; self.trials()],
        }
    }

    /// What the plan is worth to this owner, money.
    pub fn worth(&self, plan: &EffortPlan, attitude: RiskAttitude) -> f64 {
        certainty_equivalent(&self.npv(plan), attitude)
    }

    /// The case with the costs of the plan, at its times.
    fn planned(&self, plan: &EffortPlan) -> Scenario {
        let costs = self.case.costs.iter().map(|item| CostItem { parts: self.parts(item, plan), ..item.clone() });
        let begins = Begins::from_fixed_starts(&plan.start.map(Some));
        let plan = delight_model::chain::Plan { begins, ..self.case.plan };
        let case = ChainCase { plan, costs: costs.collect(), gate: self.case.gate };
        self.sample.scenario().derived(|model| model.project = Project::Chain(case))
    }

    /// What each element takes of a cost line, as much later as work on it begins later than written.
    ///
    /// Lines that are paid for each hire or event stay as they are, unless there is no programme at all.
    fn parts(&self, item: &CostItem, plan: &EffortPlan) -> Vec<Part> {
        if plan.effort.iter().all(|effort| *effort <= 0.0) {
            return vec![Part { share: 0.0, delay: 0 }];
        }
        if !item.per.is_effort() {
            return Vec::new();
        }
        let earliest = if item.per == Per::Once { -(item.month as i64) } else { 1 - item.from as i64 };
        let per_effort = self.programme.intensity / self.programme.effort;
        let mut parts: Vec<Part> = Vec::new();
        for (e, effort) in plan.effort.iter().enumerate().filter(|(_, effort)| **effort > 0.0) {
            let delay = ((plan.start[e] - self.programme.start[e]).round() as i64).max(earliest);
            let share = per_effort * effort;
            match parts.iter_mut().find(|part| part.delay == delay) {
                Some(part) => part.share += share,
                None => parts.push(Part { share, delay }),
            }
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::sampling::Sampling;
    use delight_model::simulate::{Control, Settings};

    const SETTINGS: Settings = Settings { sampling: Sampling::Sobol, seed: 5, trials: 128 };

    fn tried(text: &str, f: impl Fn(&PlanObjective, &Programme)) {
        let text = format!("[case]\npreset = \"hotel\"\nmonths = 24\n{text}");
        let scenario = Scenario::from_text("x.toml", &text).unwrap_or_else(|e| panic!("{e}"));
        let Project::Chain(case) = scenario.project() else { panic!("a chain") };
        let programme = Programme::of(&scenario, case).expect("it moves something");
        let sample = Sample::new(&scenario, SETTINGS, &[Measure::Npv], &Control::default()).expect("nobody cancels");
        f(&PlanObjective::new(&sample, &programme).expect("a chain"), &programme);
    }

    /// Today's maturity without uncertainty, so that the gains as written are the same in every trial.
    const FIXED: &str = "[excellence.now]\nvision = 0.4\nleadership = 0.4\nculture = 0.4\nlistening = 0.4\n\
        design = 0.4\npeople = 0.4\nprocesses = 0.4\nfeedback = 0.4\ninnovation = 0.4\n";

    #[test]
    fn the_plan_as_written_is_worth_what_the_case_is() {
        for dose in [1.0, 0.6] {
            // The returns to effort are those of the point value in every trial.
            let sure = format!("{FIXED}[programme]\ndiminishing = 1.5\nintensity = {dose}\n");
            tried(&sure, |objective, programme| {
                let plan = EffortPlan { effort: programme.efforts(), start: programme.start };
                for (planned, written) in objective.npv(&plan).iter().zip(objective.as_written()) {
                    assert!((planned - written).abs() <= 1e-6 * written.abs().max(1.0), "{planned} {written}");
                }
            });
        }
    }

    #[test]
    fn no_effort_neither_costs_nor_brings_anything() {
        tried("", |objective, programme| {
            let plan = EffortPlan { effort: [0.0; 9], start: programme.start };
            assert!(objective.npv(&plan).iter().all(|npv| *npv == 0.0));
        });
    }

    #[test]
    fn effort_on_elements_without_effect_costs_its_share_and_more_months_make_it_cheaper() {
        // Nothing works, so what is left is the cost.
        let idle = "[effects]\ncausal_share = 0\n[effects.employees]\nengagement_gain = 0\npartner_gain = 0\n\
            [effects.experience]\ncore_gain = 0\ncore_people = 0\nvoice_gain = 0\ncomplaint_gain = 0\ncomplaint_people = 0\n\
            individual_gain = 0\nindividual_people = 0\nsurprising_gain = 0\nsurprising_people = 0\n\
            [programme]\ndelivery = \"full\"\n[[programme.costs]]\nname = \"a\"\namount = 100\nper = \"month\"\nto = 12\n";
        tried(&format!("{FIXED}{idle}"), |objective, programme| {
            let efforts = programme.efforts();
            let mean = |plan: &EffortPlan| objective.worth(plan, RiskAttitude::Neutral);
            let written = EffortPlan { effort: efforts, start: programme.start };
            let half = EffortPlan { effort: efforts.map(|x| 0.5 * x), ..written };
            assert!((mean(&half) - 0.5 * mean(&written)).abs() < 1e-6 && mean(&written) < 0.0);
            let late = EffortPlan { start: programme.start.map(|s| s + 6.0), ..written };
            assert!(mean(&late) > mean(&written), "the same later is discounted more");
        });
    }
}
