//! Rivals side by side: each by itself, each two of them, and all together, on one set of draws.

use super::dominance::dominance;
use super::doubt::{Doubted, Priors, doubted};
use super::findings::{Comparison, Efficient, NpvDifference, Pair, Rival, Switch, Tolerance};
use super::ranks::{beats, ranks};
use super::utility::{SHARE_OF_REVENUE, turns};
use crate::findings::{BriefSpread, CaseFacts, InputError, Provenance, different_names};
use delight_model::finance::zero::tie;
use delight_model::scenario::{Project, Scenario};
use delight_model::simulate::{Control, Measure, Sample, Settings, side_by_side, try_each};
use delight_model::statistics::{
    Estimate, Outcomes, RiskAttitude, certainty_equivalent, expected_shortfall_of_sorted, mean, quantile, share_below,
};

/// Trials unless asked otherwise.
pub const TRIALS: u64 = 16_384;

/// The most rivals that are compared, doing nothing not counted.
pub const MOST_RIVALS: usize = 12;
/// The tail of the expected shortfall.
const TAIL: f64 = 0.05;
/// Steps of the levels of a rival's curve: its first lies at a 200th, its last one step below all.
pub const LEVELS: usize = 200;

/// What is asked of the rivals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CompareRequest {
    /// Whether doing nothing is one of them.
    pub nothing: bool,
    /// How much risk the owner tolerates, money; if not given, [`SHARE_OF_REVENUE`] of the annual revenue of the first
    /// case that has one.
    pub risk_tolerance: Option<f64>,
}

/// Compares the cases on the same draws: inputs of the same path in several cases are one unknown.
///
/// # Errors
/// [`InputError`] if there is no case, two have the same name, or `control` ended the work.
pub fn compare(
    scenarios: &[Scenario],
    settings: Settings,
    request: &CompareRequest,
    control: &Control,
) -> Result<Comparison, InputError> {
    let first = scenarios.first().ok_or(InputError::NoCase)?;
    different_names(scenarios)?;
    let scenarios = &side_by_side(scenarios)[..];
    let sample = |scenario| Sample::new(scenario, settings, &[Measure::Npv, Measure::MoneyMoved], control);
    let samples = scenarios.iter().map(sample).collect::<Result<Vec<Sample>, _>>()?;
    let trials = samples[0].trials();
    let nothing = vec![0.0; trials];
    let priors = Priors::of(scenarios, &samples, settings);
    let doubt = |sample: &Sample| priors.as_ref().map_or(Ok(None), |priors| doubted(sample, priors));
    let doubts = try_each(samples.len(), control, |k| doubt(&samples[k]))?;
    let found: Vec<[&[f64]; 2]> = samples.iter().zip(&doubts).map(|(sample, doubt)| results(sample, doubt)).collect();
    let mut worth: Vec<Vec<f64>> = found.iter().map(|[npv, _]| npv.to_vec()).collect();
    tie(&mut worth, &found.iter().map(|[_, moved]| *moved).collect::<Vec<_>>());
    let mut options: Vec<&[f64]> = worth.iter().map(Vec::as_slice).collect();
    let mut cases: Vec<Option<&Scenario>> = scenarios.iter().map(Some).collect();
    if request.nothing {
        options.push(&nothing);
        cases.push(None);
    }
    let outcomes = try_each(options.len(), control, |k| Ok(Outcomes::new(options[k])))?;
    let risk_tolerance = tolerance(scenarios, request.risk_tolerance);
    let ranks = ranks(&options);
    let rival = |k: usize| Rival {
        doubt: doubts.get(k).and_then(|found| Some(found.as_ref()?.doubt.clone())),
        ..rival(cases[k], &outcomes[k], risk_tolerance, &ranks[k])
    };
    let mut rivals = try_each(options.len(), control, |k| Ok(rival(k)))?;
    mark_efficient(&mut rivals);
    let places: Vec<(usize, usize)> =
        (0..options.len()).flat_map(|a| (a + 1..options.len()).map(move |b| (a, b))).collect();
    let pairs = try_each(places.len(), control, |p| Ok(pair(places[p], &options, &outcomes)))?;
    let switch = |turn: super::utility::Turn| Switch { risk_tolerance: turn.at, below: turn.below, above: turn.above };
    Ok(Comparison {
        case: CaseFacts::of(first),
        provenance: Provenance::new(&settings, trials),
        risk_tolerance,
        best_mean: highest(rivals.iter().map(|r| r.npv.mean.value)),
        best_certainty_equivalent: risk_tolerance
            .map(|_| highest(rivals.iter().map(|r| r.certainty_equivalent.map_or(f64::NAN, |e| e.value)))),
        rivals,
        pairs,
        switches: turns(&options, control)?.into_iter().map(switch).collect(),
    })
}

/// Net present value and money moved of each trial: as doubted, or as the case itself has them.
fn results<'a>(sample: &'a Sample, doubt: &'a Option<Doubted>) -> [&'a [f64]; 2] {
    match doubt {
        Some(doubted) => [&doubted.npv, &doubted.moved],
        None => [Measure::Npv, Measure::MoneyMoved].map(|measure| sample.results(measure)),
    }
}

/// The place of the highest value; of equals the first.
fn highest(values: impl Iterator<Item = f64>) -> usize {
    let above = |best: (usize, f64), next: (usize, f64)| if next.1 > best.1 { next } else { best };
    values.enumerate().fold((0, f64::NEG_INFINITY), above).0
}

/// The one given, or else a share of the annual revenue, at point values, of the first case that has one.
fn tolerance(scenarios: &[Scenario], given: Option<f64>) -> Option<Tolerance> {
    let revenue = |scenario: &Scenario| match scenario.project() {
        Project::Chain(_) => {
            let of = |path| scenario.point(path);
            Some(of("customers.count")? * of("customers.revenue_per_year")?).filter(|revenue| *revenue > 0.0)
        }
        Project::CashFlow(_) => None,
    };
    match given {
        Some(value) => Some(Tolerance { value, of_revenue: None }),
        None => scenarios
            .iter()
            .find_map(revenue)
            .map(|revenue| Tolerance { value: SHARE_OF_REVENUE * revenue, of_revenue: Some(revenue) }),
    }
}

fn rival(case: Option<&Scenario>, o: &Outcomes, tolerance: Option<Tolerance>, ranks: &[Estimate]) -> Rival {
    let kind = match case.map(|s| s.project()) {
        Some(Project::Chain(_)) => "chain",
        Some(Project::CashFlow(_)) => "cash-flow",
        None => "nothing",
    };
    Rival {
        name: case.map(|s| s.name().to_owned()),
        kind: kind.to_owned(),
        months: case.map(|s| s.months()),
        npv: BriefSpread::of(o),
        doubt: None,
        loss_probability: o.estimate(|x| share_below(x, 0.0)),
        expected_shortfall_5: o.estimate(|x| expected_shortfall_of_sorted(x, TAIL)),
        certainty_equivalent: tolerance.map(|r| o.estimate(|x| certainty_equivalent(x, RiskAttitude::Averse(r.value)))),
        ranks: ranks.to_vec(),
        efficient: Efficient { by_shortfall: true, by_sd: true },
        curve: (1..LEVELS).map(|k| quantile(o.sorted(), k as f64 / LEVELS as f64)).collect(),
    }
}

/// Takes off the frontier whoever is beaten in one respect and not better in the other.
fn mark_efficient(rivals: &mut [Rival]) {
    let mean = |r: &Rival| r.npv.mean.value;
    let beaten_by = |of: &dyn Fn(&Rival) -> f64, r: &Rival, rivals: &[Rival]| {
        let better = |other: &&Rival| {
            let (gain, safety) = (mean(other) - mean(r), of(other) - of(r));
            gain >= 0.0 && safety >= 0.0 && (gain > 0.0 || safety > 0.0)
        };
        rivals.iter().any(|other| better(&other))
    };
    let marks: Vec<Efficient> = rivals
        .iter()
        .map(|r| Efficient {
            by_shortfall: !beaten_by(&|r| r.expected_shortfall_5.value, r, rivals),
            by_sd: !beaten_by(&|r| -r.npv.sd.value, r, rivals),
        })
        .collect();
    rivals.iter_mut().zip(marks).for_each(|(rival, mark)| rival.efficient = mark);
}

fn pair((first, second): (usize, usize), options: &[&[f64]], outcomes: &[Outcomes]) -> Pair {
    let (a, b) = (options[first], options[second]);
    let difference = Outcomes::new(&a.iter().zip(b).map(|(a, b)| a - b).collect::<Vec<_>>());
    let [first_better, equal] = beats(a, b);
    Pair {
        first,
        second,
        difference: NpvDifference {
            mean: difference.estimate(mean),
            p5: difference.quantile(0.05),
            p50: difference.quantile(0.5),
            p95: difference.quantile(0.95),
        },
        first_better,
        equal,
        first_over_second: dominance(&outcomes[first], &outcomes[second]),
        second_over_first: dominance(&outcomes[second], &outcomes[first]),
    }
}
