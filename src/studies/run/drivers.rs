//! What drives the value of a case, on whose word, and what would have to be true: the short form that every run gives.

use crate::findings::break_even::{BreakEvenRange, Target, break_even_of};
use crate::findings::{Bundle, InputFacts, Uncertain, bundles, uncertain};
use crate::findings::{InputError, Standing};
use delight_model::scenario::Scenario;
use delight_model::simulate::{Control, Measure, Sample, Settings, SimulationError, second_of, try_each};
use delight_model::statistics::{Bootstrap, Estimate, Indices, Interval, Runs, indices, variance_share, varies};
use serde::{Deserialize, Serialize};

/// Most trials of the sample behind the shares of the variance.
pub const MOST_DRIVER_TRIALS: u64 = 1 << 12;
/// Most trials behind each break-even value.
pub const MOST_EVEN_TRIALS: u64 = 1 << 9;
/// Inputs whose shares are told.
pub const MOST_DRIVERS: usize = 10;
/// Inputs whose break-even value is looked for.
const MOST_EVEN: usize = 6;

/// What drives the net present value of a case.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Drivers {
    /// Trials behind the shares of the variance.
    pub trials: usize,
    /// Trials behind each break-even value.
    pub even_trials: usize,
    /// Number of uncertain inputs.
    pub uncertain: usize,
    /// The [`MOST_DRIVERS`] inputs with the largest shares of the variance, the largest first.
    pub shares: Vec<DriverShare>,
    /// All others in the same order, for whoever chooses among them; not kept in files.
    #[serde(skip)]
    pub rest: Vec<DriverShare>,
    /// Shares of the variance by how well inputs are known.
    pub standings: Vec<StandingShares>,
    /// What it means to break even there.
    #[serde(default)]
    pub target: Target,
    /// What would have to be true: of each link of the chain the input with the largest share, the largest first.
    pub evens: Vec<DriverBreakEven>,
}

/// How much of the spread of the value an input accounts for, or several that go together.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DriverShare {
    /// The input; of several that go together the facts of the first, under the name of all (`name.bundle`).
    pub input: InputFacts,
    /// Whether it is correlated with others outside; then shares overlap.
    pub correlated: bool,
    /// Share of the variance of the net present value that knowing it would take away.
    pub variance_share: Interval,
}

/// What would have to be true of an input for the median net present value to be at least zero.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DriverBreakEven {
    /// The input.
    pub input: InputFacts,
    /// The values that were looked at: from, to.
    pub searched: [f64; 2],
    /// Ranges with which the case breaks even; none: with no value.
    pub ranges: Vec<BreakEvenRange>,
    /// Share of the trials in which the input lies in one of them, by its own prior.
    pub chance: Estimate,
}

/// The inputs of one grade of evidence together, or those without one.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct StandingShares {
    /// `A` to `D`, `ungraded`, `chance`.
    pub key: String,
    /// Number of uncertain inputs.
    pub inputs: usize,
    /// Share of the variance that knowing all of them would take away.
    pub first: Interval,
    /// Share of the variance that would be left if all others were known.
    pub total: Interval,
}

/// What drives a case; `None` where nothing is uncertain, or nothing that is moves its value.
///
/// # Errors
/// [`SimulationError::Cancelled`] if `control` said so.
pub fn drivers(scenario: &Scenario, settings: Settings, control: &Control) -> Result<Option<Drivers>, SimulationError> {
    let few = Settings { trials: settings.trials.min(MOST_DRIVER_TRIALS), ..settings };
    let sample = Sample::new(scenario, few, &[Measure::Npv], control)?;
    let npv = sample.results(Measure::Npv);
    if !varies(npv) {
        return Ok(None);
    }
    let inputs = uncertain(&sample);
    let share = |i: usize| sample.draws(inputs[i].place).map(|draws| variance_share(draws, npv));
    let shares = try_each(inputs.len(), control, |i| Ok(share(i)))?;
    let mut found: Vec<(&Uncertain, Interval)> =
        inputs.iter().zip(shares).filter_map(|(input, share)| Some((input, share?))).collect();
    found.sort_by(|a, b| b.1.value.total_cmp(&a.1.value));
    let asked = first_of_links(&found);
    let few_even = Settings { trials: settings.trials.min(MOST_EVEN_TRIALS), ..settings };
    let groups = GroupIndices::new(&sample)?;
    let mut shares = driver_shares(&groups, &found)?;
    let rest = shares.split_off(shares.len().min(MOST_DRIVERS));
    let evens = try_each(asked.len(), control, |i| even(scenario, few_even, asked[i], control))?;
    Ok(Some(Drivers {
        trials: sample.trials(),
        even_trials: few_even.trials as usize,
        uncertain: inputs.len(),
        target: Target::of_rule(scenario.rule()),
        shares,
        rest,
        standings: groups.standings(&inputs)?,
        evens: evens.into_iter().flatten().collect(),
    }))
}

/// The shares of all inputs of the variance, the largest first, those as one that go together.
fn driver_shares(groups: &GroupIndices, found: &[(&Uncertain, Interval)]) -> Result<Vec<DriverShare>, SimulationError> {
    let inputs: Vec<Uncertain> = found.iter().map(|(input, _)| (*input).clone()).collect();
    let all = bundles(groups.a.scenario(), inputs);
    let alone = |place: usize| found.iter().find(|(input, _)| input.place == place).map(|(_, share)| *share);
    let share = |bundle: &Bundle| match bundle.places()[..] {
        [place] => Ok(alone(place)),
        ref places => groups.indices(places).map(|found| Some(found.first)),
    };
    let shares = try_each(all.len(), groups.a.control(), |i| share(&all[i]))?;
    let mut shares: Vec<DriverShare> = all
        .iter()
        .zip(shares)
        .filter_map(|(bundle, share)| {
            let correlated = bundle.is_tied(groups.a.scenario());
            Some(DriverShare { input: bundle.facts(), correlated, variance_share: share? })
        })
        .collect();
    shares.sort_by(|a, b| b.variance_share.value.total_cmp(&a.variance_share.value));
    Ok(shares)
}

/// The first of each link among inputs that can be known, so that the conditions speak of the whole chain and not of
/// one link whose inputs are correlated.
fn first_of_links<'a>(found: &[(&'a Uncertain, Interval)]) -> Vec<&'a Uncertain> {
    let mut firsts: Vec<&Uncertain> = Vec::new();
    for (input, share) in found.iter().filter(|(input, _)| input.can_be_known()) {
        // A share whose interval holds zero may be no share at all.
        if share.low > 0.0 && firsts.iter().all(|first| first.link != input.link) {
            firsts.push(input);
        }
    }
    firsts.truncate(MOST_EVEN);
    firsts
}

/// None of an input that cannot be set.
fn even(
    scenario: &Scenario,
    settings: Settings,
    input: &Uncertain,
    control: &Control,
) -> Result<Option<DriverBreakEven>, SimulationError> {
    let of = match break_even_of(scenario, settings, &input.facts.path, control) {
        Ok(of) => of,
        Err(InputError::Simulation(error)) => return Err(error),
        Err(_) => return Ok(None),
    };
    let input = input.facts.clone();
    Ok(Some(DriverBreakEven { input, searched: of.searched, ranges: of.breaks_even, chance: of.chance }))
}

/// The second sample's seed: any other than the first's, whatever that is.
const OTHER_SEED: u64 = 0x05EE_D0FB;

/// Sobol' indices of the inputs of each standing, as `delight sensitivity --groups` gives them from more trials.
///
/// # Errors
/// [`SimulationError::Cancelled`] if the control of the sample said so.
pub fn standings(a: &Sample, inputs: &[Uncertain]) -> Result<Vec<StandingShares>, SimulationError> {
    GroupIndices::new(a)?.standings(inputs)
}

/// The two samples behind the Sobol' indices of groups of inputs.
struct GroupIndices<'a> {
    a: &'a Sample,
    b: Sample,
    bootstrap: Bootstrap,
}

impl<'a> GroupIndices<'a> {
    fn new(a: &'a Sample) -> Result<Self, SimulationError> {
        let settings = a.settings();
        let second = second_of(settings, (a.trials() as u64).div_ceil(2));
        let other = Settings { seed: settings.seed ^ OTHER_SEED, ..second };
        let b = Sample::new(a.scenario(), other, &[Measure::Npv], a.control())?;
        Ok(GroupIndices { a, b, bootstrap: Bootstrap::new(settings.seed, "bootstrap") })
    }

    fn indices(&self, places: &[usize]) -> Result<Indices, SimulationError> {
        let (a, b, trials) = (self.a, &self.b, self.b.trials());
        let run = |keep| Ok(a.again(trials, &a.mixed(b, places, keep, trials))?.swap_remove(0));
        let without = run(true)?;
        let with = a.is_tied(places).then(|| run(false)).transpose()?;
        let runs = Runs {
            a: &a.results(Measure::Npv)[..trials],
            b: b.results(Measure::Npv),
            with: with.as_deref().unwrap_or(&without),
            without: &without,
        };
        Ok(indices(&runs, &self.bootstrap))
    }

    fn standings(&self, inputs: &[Uncertain]) -> Result<Vec<StandingShares>, SimulationError> {
        let groups: Vec<(&str, Vec<usize>)> = Standing::ALL
            .iter()
            .map(|s| (s.key(), inputs.iter().filter(|i| i.standing == *s).map(|i| i.place).collect::<Vec<_>>()))
            .filter(|(_, places)| !places.is_empty())
            .collect();
        try_each(groups.len(), self.a.control(), |g| {
            let (key, places) = &groups[g];
            let found = self.indices(places)?;
            Ok(StandingShares { key: (*key).to_owned(), inputs: places.len(), first: found.first, total: found.total })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::sampling::Sampling;

    fn of(text: &str) -> Option<Drivers> {
        let scenario = Scenario::from_text("test.toml", text).unwrap_or_else(|e| panic!("{e}"));
        let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 1 << 12 };
        drivers(&scenario, settings, &Control::default()).expect("nobody cancels")
    }

    const FLOWS: &str = "[case]\nkind = \"cash-flow\"\nname = \"x\"\n[finance]\ndiscount_rate = 0\ntax_rate = 0\n\
depreciation_years = 5\nterminal_years = 0\n[[flows]]\nname = \"in\"\nper = \"once\"\nmonth = 12\n\
        amount = { value = AMOUNT, grade = \"D\" }\n[[flows]]\nname = \"out\"\nper = \"once\"\nmonth = 0\namount = -100\n";

    #[test]
    fn one_uncertain_flow_is_all_of_the_variance_and_breaks_even_at_what_it_must_pay_back() {
        let found = of(&FLOWS.replace("AMOUNT", "\"normal(90, 20)\"")).expect("something is uncertain");
        let [share] = &found.shares[..] else { panic!("{:?}", found.shares) };
        assert_eq!(share.input.path, "flows.in.amount");
        assert!(share.variance_share.value > 0.99, "{:?}", share.variance_share);
        let grade_d = found.standings.iter().find(|s| s.key == "D").expect("a grade");
        assert!(grade_d.first.value > 0.95 && grade_d.total.value > 0.95, "{grade_d:?}");
        let from = found.evens[0].ranges[0].from.expect("a lower end").value;
        assert!((from - 100.0).abs() < 0.5, "{from}");
        // P(x ≥ 100) = P(z ≥ 1/2) = 0.3085.
        assert!((found.evens[0].chance.value - 0.3085).abs() < 0.01, "{:?}", found.evens[0].chance);
    }

    #[test]
    fn all_shares_are_there_to_choose_from_and_ten_are_told() {
        let found = of("[case]\npreset = \"hotel\"\nmonths = 12\n").expect("something is uncertain");
        let told = serde_json::to_value(&found).expect("numbers and names");
        assert_eq!((found.shares.len(), told["shares"].as_array().map(Vec::len)), (MOST_DRIVERS, Some(MOST_DRIVERS)));
        assert!(found.rest.len() > MOST_DRIVERS && told.get("rest").is_none(), "{}", found.rest.len());
        let all: Vec<f64> = found.shares.iter().chain(&found.rest).map(|of| of.variance_share.value).collect();
        assert!(all.is_sorted_by(|a, b| a >= b), "{all:?}");
    }

    #[test]
    fn where_nothing_is_uncertain_nothing_drives() {
        assert!(of(&FLOWS.replace("AMOUNT", "90")).is_none());
    }
}
