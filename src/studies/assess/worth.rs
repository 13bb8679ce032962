//! What one more step of each element is worth in a case, net of what it costs: the same draws with and without the step.

use super::known::known;
use super::price::StepPrice;
use delight_model::chain::ELEMENTS;
use delight_model::sampling::Distribution;
use delight_model::scenario::{Assessment, Assumption, Project, Scenario, Value};
use delight_model::simulate::{Control, Engine, Measure, Settings, SimulationError, Summary};
use delight_model::statistics::Estimate;
use delight_model::units::Kind;
use serde::{Deserialize, Serialize};

/// The step: a tenth of the way from no maturity to all of it.
pub const STEP: f64 = 0.10;

/// Trials of each run unless asked otherwise.
pub const TRIALS: u64 = 8_192;

/// Runs of the case that [`worth`] makes: as it is, and with a step of each element.
pub const RUNS: u64 = 1 + ELEMENTS.len() as u64;

/// One more step of an element, and what it brings net of what taking it costs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ElementStep {
    /// The element.
    pub element: String,
    /// Whether the programme raises the element at all (by the medians); otherwise the step starts from today.
    pub in_programme: bool,
    /// Maturity from which the step is taken: the target, or today's; median, 0 to 1.
    pub from: f64,
    /// Maturity to which it leads, at most 1.
    pub to: f64,
    /// What the step is planned to cost, money at today's prices, not discounted, without overrun; none where nothing says
    /// what maturity costs.
    pub cost: Option<f64>,
    /// Whether enough is answered of the element to advise a step of it.
    pub known: bool,
    /// Rise of the mean net present value, money.
    pub mean: Estimate,
    /// Rise of the median net present value, money.
    pub median: Estimate,
    /// Place by the rise of the mean, from 1: first those of which enough is answered, then the others.
    pub rank: usize,
}

/// The steps of all nine elements, and whether the best three are surely better than the rest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Worth {
    /// Trials of each run.
    pub trials: u64,
    /// Seed of their draws.
    pub seed: u64,
    /// What a step costs; none where the programme raises nothing, so that nothing says what maturity costs.
    pub price: Option<StepPrice>,
    /// One step for each element, in the order of [`ELEMENTS`].
    pub steps: Vec<ElementStep>,
    /// Whether the third of those of which enough is answered is surely better than the fourth: the 95 % interval of its
    /// lead lies above zero. False where there are not so many.
    pub three_are_clear: bool,
}

/// Mean and median of a run, over all trials and for each replicate.
struct Centre {
    mean: (f64, Vec<f64>),
    median: (f64, Vec<f64>),
}

/// Simulates the case and, for each element, the case with one more [`STEP`] of it and what that costs, all on the same
/// draws.
///
/// Differences are taken replicate by replicate, so the standard errors are those of the differences. `None` for a case
/// without a chain.
///
/// # Errors
/// [`SimulationError::Cancelled`] if `control` said so.
pub fn worth(
    scenario: &Scenario,
    assessment: &Assessment,
    settings: Settings,
    control: &Control,
) -> Result<Option<Worth>, SimulationError> {
    let Project::Chain(case) = scenario.project() else { return Ok(None) };
    let price = StepPrice::of(scenario, case);
    let known = known(scenario, assessment);
    let Some(before) = centre(&run(scenario, settings, control)?) else { return Ok(None) };
    let (mut steps, mut replicates) = (Vec::new(), Vec::new());
    for (element, known) in ELEMENTS.into_iter().zip(known) {
        let Some((changed, step)) = with_step(scenario, element, price.as_ref()) else { return Ok(None) };
        let Some(after) = centre(&run(&changed, settings, control)?) else { return Ok(None) };
        replicates.push(difference(&after.mean.1, &before.mean.1));
        steps.push(ElementStep {
            mean: rise(&after.mean, &before.mean),
            median: rise(&after.median, &before.median),
            known,
            ..step
        });
    }
    let order = rank(&mut steps);
    let are_four = steps.iter().filter(|step| step.known).count() > 3;
    let three_are_clear = are_four && clear(&steps, &replicates, order[2], order[3]);
    Ok(Some(Worth { trials: settings.trials, seed: settings.seed, price, steps, three_are_clear }))
}

fn run(scenario: &Scenario, settings: Settings, control: &Control) -> Result<Summary, SimulationError> {
    Engine::new(scenario, settings)?.run_for(&[Measure::Npv], 0..settings.trials, control)
}

fn centre(summary: &Summary) -> Option<Centre> {
    let npv = summary.measured(Measure::Npv);
    let (all, columns) = (npv.pooled(), npv.parts());
    Some(Centre {
        mean: (all.moments.mean()?, columns.iter().filter_map(|c| c.moments.mean()).collect()),
        median: (all.quantiles.quantile(0.5)?, columns.iter().filter_map(|c| c.quantiles.quantile(0.5)).collect()),
    })
}

fn difference(after: &[f64], before: &[f64]) -> Vec<f64> {
    after.iter().zip(before).map(|(a, b)| a - b).collect()
}

fn rise(after: &(f64, Vec<f64>), before: &(f64, Vec<f64>)) -> Estimate {
    let value = after.0 - before.0;
    Estimate::from_replicates(value, &difference(&after.1, &before.1))
}

/// Gives each step its rank; returns their places, the best first.
fn rank(steps: &mut [ElementStep]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..steps.len()).collect();
    let place = |k: usize| (steps[k].known, steps[k].mean.value);
    order.sort_by(|&a, &b| place(b).0.cmp(&place(a).0).then(place(b).1.total_cmp(&place(a).1)));
    for (place, &step) in order.iter().enumerate() {
        steps[step].rank = place + 1;
    }
    order
}

/// Whether one step is surely better than another: the 95 % interval of its lead lies above zero.
fn clear(steps: &[ElementStep], replicates: &[Vec<f64>], better: usize, worse: usize) -> bool {
    let lead = steps[better].mean.value - steps[worse].mean.value;
    let lead = Estimate::from_replicates(lead, &difference(&replicates[better], &replicates[worse]));
    lead.interval95().is_some_and(|(low, _)| low > 0.0)
}

/// The case with one more step of an element, and the step without its worth.
///
/// In each trial the new target is the sum of what it was drawn to be (or of today's maturity, where the programme does
/// not raise the element) and the step; the chain holds it at 1.
fn with_step(scenario: &Scenario, element: &'static str, price: Option<&StepPrice>) -> Option<(Scenario, ElementStep)> {
    let place = |table: &str| {
        let path = format!("{table}.{element}");
        let at = scenario.assumptions().iter().position(|a| a.path == path)?;
        Some((at, scenario.point(&path)?))
    };
    let ((target_at, target), (now_at, now)) = (place("programme.target")?, place("excellence.now")?);
    let in_programme = target > now;
    let drawn_at = scenario.assumptions().len();
    let old = scenario.assumptions()[target_at].clone();
    let start_at = if in_programme { drawn_at } else { now_at };
    let step = Distribution::constant(STEP).ok()?;
    let added =
        Assumption { path: format!("{}.step", old.path), value: Value::Drawn(step), kind: Kind::SHARE, ..old.clone() };
    let from = if in_programme { target } else { now };
    let to = (from + STEP).min(1.0);
    let changed = scenario.derived(|model| {
        if let Some(price) = price {
            price.charge(&mut model.project, to - from);
        }
        model.assumptions[target_at].value = Value::Sum(vec![(start_at, 1.0), (drawn_at + 1, 1.0)]);
        model.assumptions.extend([old, added]);
        for end in model.correlations.iter_mut().flat_map(|correlation| &mut correlation.between) {
            // What was drawn has moved, and its correlations with it.
            *end = if *end == target_at { drawn_at } else { *end };
        }
    });
    let unknown = Estimate::without_error(0.0);
    let step = ElementStep {
        element: element.to_owned(),
        in_programme,
        from,
        to,
        cost: price.map(|price| price.of_rise(to - from)),
        known: false,
        mean: unknown,
        median: unknown,
        rank: 0,
    };
    Some((changed, step))
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::evidence::questionnaire;
    use delight_model::sampling::Sampling;

    fn found(text: &str) -> Worth {
        let scenario = Scenario::from_text("case.toml", text).expect("a case");
        let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 512 };
        let nothing = Assessment { answers: vec![None; questionnaire().items.len()], values: None };
        let answers = scenario.assessment().cloned().unwrap_or(nothing);
        worth(&scenario, &answers, settings, &Control::default()).expect("not cancelled").expect("a chain")
    }

    /// Delivered in full and without costs, those of extra events among them, so that every step brings something.
    const FULL: &str = "[case]\npreset = \"hotel\"\n[programme]\ndelivery = \"full\"\ncosts = []\n";

    #[test]
    fn an_element_at_its_end_has_no_step_left_and_its_step_is_worth_exactly_nothing() {
        let all = found(&format!("{FULL}[programme.target]\nprocesses = 1\n"));
        let step = &all.steps[6];
        assert_eq!((step.element.as_str(), step.from, step.to), ("processes", 1.0, 1.0));
        assert_eq!((step.mean.value, step.mean.standard_error), (0.0, Some(0.0)));
        assert!(all.steps.iter().all(|s| (s.mean.value == 0.0) == (s.element == "processes")));
    }

    #[test]
    fn a_step_is_worth_what_a_case_with_the_higher_target_is_worth_more() {
        let all = found(FULL);
        let step = &all.steps[7];
        assert_eq!((step.element.as_str(), step.from, step.in_programme), ("feedback", 0.80, true));
        let npv = |text: &str| {
            let scenario = Scenario::from_text("case.toml", text).expect("a case");
            let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 512 };
            centre(&run(&scenario, settings, &Control::default()).expect("a run")).expect("trials").mean.0
        };
        let higher = npv(&format!("{FULL}[programme.target]\nfeedback = 0.9\n"));
        assert!((step.mean.value / (higher - npv(FULL)) - 1.0).abs() < 1e-6, "{step:?}");
    }

    #[test]
    fn an_element_outside_the_programme_steps_up_from_today() {
        let all = found(&format!("{FULL}[excellence.now]\npeople = 0.5\n[programme.target]\npeople = 0.1\n"));
        let step = &all.steps[5];
        assert_eq!((step.element.as_str(), step.from, step.to, step.in_programme), ("people", 0.5, 0.6, false));
        assert!(step.mean.value > 0.0);
    }

    #[test]
    fn nothing_is_worth_anything_where_customers_bring_nothing() {
        let free = "[customers]\nrevenue_per_year = 0\n[cost_to_serve]\ncontact = 0\nfailure = 0\ncomplaint = 0\n[employees]\nreplacement_cost = 0\nsalary_per_year = 0\n";
        let all = found(&format!("{FULL}{free}"));
        assert!(all.steps.iter().all(|s| s.mean.value == 0.0 && s.median.value == 0.0));
        assert!(!all.three_are_clear);
    }

    #[test]
    fn every_rank_is_given_once_and_rises_with_worth() {
        let all = found(FULL);
        let mut steps = all.steps.clone();
        steps.sort_by_key(|s| s.rank);
        assert_eq!(steps.iter().map(|s| s.rank).collect::<Vec<_>>(), (1..=9).collect::<Vec<_>>());
        assert!(steps.windows(2).all(|pair| pair[0].mean.value >= pair[1].mean.value));
        assert!(all.steps.iter().all(|s| s.mean.standard_error.is_some_and(|e| e < 0.5 * s.mean.value.abs())));
    }

    #[test]
    fn a_step_is_charged_its_part_of_the_costs_and_that_is_all_that_it_costs() {
        // Nothing works, so that a step is worth its cost alone; the costs are certain and taxed at nothing.
        let idle = "[case]\npreset = \"hotel\"\n[effects]\ncausal_share = 0\n[effects.employees]\nengagement_gain = 0\n\
            partner_gain = 0\n[effects.experience]\ncore_gain = 0\ncore_people = 0\nvoice_gain = 0\ncomplaint_gain = 0\n\
            complaint_people = 0\nindividual_gain = 0\nindividual_people = 0\nsurprising_gain = 0\nsurprising_people = 0\n\
            [programme]\ndelivery = \"full\"\ncost_overrun = 1\n[finance]\ntax_rate = 0\n\
            [[programme.costs]]\nname = \"a\"\namount = 1000\nper = \"once\"\nmonth = 0\n";
        let all = found(idle);
        let price = all.price.expect("it raises something");
        assert_eq!(price.planned, 1000.0);
        for step in &all.steps {
            let cost = 1000.0 * (step.to - step.from) / price.gain;
            assert!(
                (step.mean.value + cost).abs() < 1e-6 && (step.cost.expect("a cost") - cost).abs() < 1e-9,
                "{step:?}"
            );
        }
    }

    #[test]
    fn an_element_of_which_little_is_answered_comes_last_however_much_its_step_is_worth() {
        let all = found(&format!("{FULL}[assessment.shifts]\npartners = 9\n[excellence.now]\nvision = 0.3\n"));
        // One question of several bears on processes and innovation; that of vision stands in no answer either.
        assert!(all.steps.iter().all(|step| !step.known), "{:?}", all.steps);
        assert!(!all.three_are_clear);
        let all = found(&format!(
            "{FULL}[assessment.basics]\nrating = 8\n[assessment.shifts]\npurpose = 5\n\
             [assessment.vision]\ncustomers = 7\npurpose = true\nideal_experience = 5\nguarantee = false\nambitions = 6\nsustain = 3\n"
        ));
        let known: Vec<usize> = all.steps.iter().filter(|step| step.known).map(|step| step.rank).collect();
        assert!(!known.is_empty() && known.len() < 9, "{:?}", all.steps);
        assert!(known.iter().all(|rank| *rank <= known.len()), "{known:?}");
    }
}
