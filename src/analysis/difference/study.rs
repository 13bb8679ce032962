//! The bridge from one case to another, on the same draws.

use super::changes::{Change, GATE, changes};
use super::exchange::exchanged;
use crate::analysis::estimate::Estimate;
use crate::analysis::findings::{CaseFacts, facts};
use crate::analysis::inputs::{Name, name};
use crate::analysis::links::Link;
use crate::analysis::replicates::{mean, median, with_spread};
use crate::sampling::REPLICATES;
use crate::scenario::Scenario;
use crate::simulate::{Measure, Sample, Settings, each};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Most changes that are told one by one.
const MOST_STEPS: usize = 40;
/// Changes that are told one by one where there are more; the others go by their link of the chain.
const LARGEST: usize = MOST_STEPS - Link::ALL.len();

/// How the net present value of one case becomes that of another.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Difference {
    /// The case it begins with.
    pub from: CaseFacts,
    /// The case it ends with.
    pub to: CaseFacts,
    /// Version of the program.
    pub version: String,
    /// Seed of the draws.
    pub seed: u64,
    /// How uniforms were spread.
    pub sampling: String,
    /// Trials of each run.
    pub trials: usize,
    /// Mean net present value, money.
    pub npv_mean: Ends,
    /// Median net present value, money.
    pub npv_p50: Ends,
    /// What the changes bring, the largest first.
    pub steps: Vec<Step>,
    /// What the changes bring together and none of them alone: the rest of the difference.
    pub together: Part,
}

/// A figure of both cases.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Ends {
    /// Of the first.
    pub from: Estimate,
    /// Of the second.
    pub to: Estimate,
    /// Of the second less the first.
    pub change: Estimate,
}

/// A part of the difference, money.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Part {
    /// Of the mean net present value.
    pub npv_mean: Estimate,
    /// Of the median net present value.
    pub npv_p50: Estimate,
}

/// What a change brings: the mean of what it brings when it is made first and when it is made last.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Step {
    /// The path of what changes, or the common name of a few; the link of the chain for small changes together.
    pub key: String,
    /// What is changed: `input`, `group`, `structure` or `link`.
    pub kind: String,
    /// Inputs that change.
    pub paths: Vec<String>,
    /// What the input is called, if it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Name>,
    /// Link of the effect chain.
    pub link: String,
    /// What the first case writes; none where it says nothing.
    pub from: Option<String>,
    /// What the second case writes; none where it says nothing.
    pub to: Option<String>,
    /// What it brings.
    #[serde(flatten)]
    pub part: Part,
    /// Change of the mean net present value when only this changes in the first case, money.
    pub first: Estimate,
    /// Change of the mean net present value when this changes last of all, money.
    pub last: Estimate,
}

/// Why two cases cannot be set against each other.
#[derive(Clone, Debug, PartialEq)]
pub struct DifferenceFault {
    what: &'static str,
    key: &'static str,
    found: [String; 2],
}

impl fmt::Display for DifferenceFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let DifferenceFault { what, key, found: [a, b] } = self;
        write!(f, "the cases differ in their {what}: {a} and {b}; give both files the same {key}")
    }
}

impl std::error::Error for DifferenceFault {}

/// The bridge from the net present value of `a` to that of `b`.
///
/// A step is ½·[(A with this of B) − A + B − (B with this of A)]; the steps and what is left, the interaction, sum to the
/// difference. Of two changes the steps are Shapley values, and nothing is left. Every run has the same draws, so the
/// standard errors are those of paired differences over the replicates.
///
/// # Errors
/// [`DifferenceFault`] if currency, kind or horizon differ.
pub fn difference(a: &Scenario, b: &Scenario, settings: Settings) -> Result<Difference, DifferenceFault> {
    refuse(a, b)?;
    let runs = Runs::new(a, b, settings);
    let mut found = runs.steps(changes(a, b).into_iter().map(|change| vec![change]).collect());
    if found.len() > MOST_STEPS {
        let small = found.split_off(LARGEST);
        let groups = by_link(small.into_iter().flat_map(|step| step.changes));
        found.extend(runs.steps(groups));
        sort(&mut found);
    }
    let rest = |total: Told, of: fn(&Found) -> &Told| found.iter().fold(total, |left, step| left.less(of(step)));
    let [means, medians] = [runs.b.mean.less(&runs.a.mean), runs.b.median.less(&runs.a.median)];
    let ends = |from: &Told, to: &Told, change: &Told| Ends {
        from: from.estimate(),
        to: to.estimate(),
        change: change.estimate(),
    };
    Ok(Difference {
        from: facts(a),
        to: facts(b),
        version: env!("CARGO_PKG_VERSION").into(),
        seed: settings.seed,
        sampling: settings.sampling.to_string(),
        trials: runs.trials,
        npv_mean: ends(&runs.a.mean, &runs.b.mean, &means),
        npv_p50: ends(&runs.a.median, &runs.b.median, &medians),
        together: Part {
            npv_mean: rest(means, |step| &step.mean).estimate(),
            npv_p50: rest(medians, |step| &step.median).estimate(),
        },
        steps: found.into_iter().map(|step| step.told(a, b)).collect(),
    })
}

fn refuse(a: &Scenario, b: &Scenario) -> Result<(), DifferenceFault> {
    let kind = |case: &Scenario| facts(case).kind;
    let rules = [
        ("currency", "case.currency", [a, b].map(|case| case.currency.clone())),
        ("kind", "case.kind", [a, b].map(kind)),
        ("horizon in months", "case.months", [a, b].map(|case| case.months.to_string())),
    ];
    let differs = |(_, _, found): &(_, _, [String; 2])| found[0] != found[1];
    match rules.into_iter().find(differs) {
        Some((what, key, found)) => Err(DifferenceFault { what, key, found }),
        None => Ok(()),
    }
}

/// Changes together by the link of the chain that they belong to.
fn by_link(changes: impl Iterator<Item = Change>) -> Vec<Vec<Change>> {
    let mut all = Link::ALL.map(|_| Vec::new());
    for change in changes {
        all[link(&change) as usize].push(change);
    }
    all.into_iter().filter(|group| !group.is_empty()).collect()
}

fn link(change: &Change) -> Link {
    match change.paths.first() {
        None if change.key == GATE => Link::Excellence,
        path => Link::of(path.unwrap_or(&change.key)),
    }
}

/// A figure of all trials, and of each replicate.
#[derive(Clone, Copy)]
struct Told {
    value: f64,
    replicates: [f64; REPLICATES],
}

impl Told {
    fn of(values: &[f64], f: impl Fn(&[f64]) -> f64) -> Self {
        let replicate = |r: usize| f(&values.iter().skip(r).step_by(REPLICATES).copied().collect::<Vec<_>>());
        Told { value: f(values), replicates: std::array::from_fn(replicate) }
    }

    fn with(&self, other: &Told, f: impl Fn(f64, f64) -> f64) -> Told {
        let replicates = std::array::from_fn(|r| f(self.replicates[r], other.replicates[r]));
        Told { value: f(self.value, other.value), replicates }
    }

    fn less(&self, other: &Told) -> Told {
        self.with(other, |x, y| x - y)
    }

    fn halfway(&self, other: &Told) -> Told {
        self.with(other, |x, y| 0.5 * (x + y))
    }

    fn estimate(&self) -> Estimate {
        with_spread(self.value, &self.replicates)
    }
}

/// Mean and median net present value of a run.
struct Worth {
    mean: Told,
    median: Told,
}

/// Both cases, and those between them.
struct Runs<'s> {
    cases: [&'s Scenario; 2],
    settings: Settings,
    trials: usize,
    a: Worth,
    b: Worth,
}

impl<'s> Runs<'s> {
    fn new(a: &'s Scenario, b: &'s Scenario, settings: Settings) -> Self {
        let ((trials, of_a), (_, of_b)) = (run(a, settings), run(b, settings));
        Runs { cases: [a, b], settings, trials, a: of_a, b: of_b }
    }

    /// What each of these groups of changes brings, the largest first.
    fn steps(&self, groups: Vec<Vec<Change>>) -> Vec<Found> {
        let runs = each(2 * groups.len(), |i| {
            let keys: Vec<&str> = groups[i / 2].iter().map(|change| change.key.as_str()).collect();
            let [a, b] = self.cases;
            let (base, other) = if i % 2 == 0 { (a, b) } else { (b, a) };
            run(&exchanged(base, other, &keys), self.settings).1
        });
        let step = |(changes, pair): (Vec<Change>, &[Worth])| {
            let (first, last) = (pair[0].mean.less(&self.a.mean), self.b.mean.less(&pair[1].mean));
            let (one, two) = (pair[0].median.less(&self.a.median), self.b.median.less(&pair[1].median));
            Found { changes, mean: first.halfway(&last), median: one.halfway(&two), first, last }
        };
        let mut found: Vec<Found> = groups.into_iter().zip(runs.chunks(2)).map(step).collect();
        sort(&mut found);
        found
    }
}

fn run(scenario: &Scenario, settings: Settings) -> (usize, Worth) {
    let sample = Sample::new(scenario, settings, &[Measure::Npv]);
    let npv = sample.results(Measure::Npv);
    (sample.trials(), Worth { mean: Told::of(npv, mean), median: Told::of(npv, median) })
}

/// What some changes bring together.
struct Found {
    changes: Vec<Change>,
    mean: Told,
    median: Told,
    first: Told,
    last: Told,
}

fn sort(found: &mut [Found]) {
    found.sort_by(|x, y| y.mean.value.abs().total_cmp(&x.mean.value.abs()));
}

impl Found {
    fn told(self, a: &Scenario, b: &Scenario) -> Step {
        let part = Part { npv_mean: self.mean.estimate(), npv_p50: self.median.estimate() };
        let (first, last) = (self.first.estimate(), self.last.estimate());
        let link = self.changes.first().map_or(Link::Value, link).key();
        let [change] = self.changes.as_slice() else {
            let paths = self.changes.into_iter().flat_map(|c| if c.paths.is_empty() { vec![c.key] } else { c.paths });
            let (key, paths) = (link.to_owned(), paths.collect());
            return Step {
                key,
                kind: "link".into(),
                paths,
                name: None,
                link: link.into(),
                from: None,
                to: None,
                part,
                first,
                last,
            };
        };
        let Change { key, paths, from, to } = change.clone();
        let input = |path: &String| b.assumption(path).map(|i| name(i, b)).or(a.assumption(path).map(|i| name(i, a)));
        let (kind, key, name) = match paths.as_slice() {
            [] => ("structure", key, None),
            [path] => ("input", path.clone(), input(path)),
            _ => ("group", key, None),
        };
        Step { key, kind: kind.into(), paths, name, link: link.into(), from, to, part, first, last }
    }
}
