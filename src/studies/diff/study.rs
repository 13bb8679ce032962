//! The bridge from one case to another, on the same draws.

use super::changes::{Change, GATE, changes};
use super::exchange::exchanged;
use super::fault::{DiffError, refuse};
use super::findings::{Diff, DiffStep, Ends, Part};
use crate::findings::{CaseFacts, Link, Provenance, name};
use delight_model::scenario::Scenario;
use delight_model::simulate::{Control, Measure, Sample, Settings, SimulationError, side_by_side, try_each};
use delight_model::statistics::{Replicated, mean, median};

/// Trials unless asked otherwise.
pub const TRIALS: u64 = 8_192;

/// Most changes that are told one by one.
const MOST_STEPS: usize = 40;
/// Changes that are told one by one where there are more; the others go by their link of the chain.
const LARGEST: usize = MOST_STEPS - Link::ALL.len();

/// The bridge from the net present value of `a` to that of `b`.
///
/// A step is ½·[(A with this of B) − A + B − (B with this of A)]; the steps and what is left, the interaction, sum to the
/// difference. Of two changes the steps are Shapley values, and nothing is left. Every run has the same draws, so the
/// standard errors are those of paired differences over the replicates.
///
/// # Errors
/// [`DiffError`] if currency, kind or horizon differ, or `control` ended the work.
pub fn diff(a: &Scenario, b: &Scenario, settings: Settings, control: &Control) -> Result<Diff, DiffError> {
    refuse(a, b)?;
    let cases = side_by_side(&[a.clone(), b.clone()]);
    let (a, b) = (&cases[0], &cases[1]);
    let runs = Runs::new([a, b], settings, control)?;
    let mut found = runs.steps(changes(a, b).into_iter().map(|change| vec![change]).collect())?;
    if found.len() > MOST_STEPS {
        let small = found.split_off(LARGEST);
        let groups = by_link(small.into_iter().flat_map(|step| step.changes));
        found.extend(runs.steps(groups)?);
        sort(&mut found);
    }
    let rest =
        |total: Replicated, of: fn(&Found) -> &Replicated| found.iter().fold(total, |left, step| left.less(of(step)));
    let [means, medians] = [runs.b.mean.less(&runs.a.mean), runs.b.median.less(&runs.a.median)];
    let ends = |from: &Replicated, to: &Replicated, change: &Replicated| Ends {
        from: from.estimate(),
        to: to.estimate(),
        change: change.estimate(),
    };
    Ok(Diff {
        from: CaseFacts::of(a),
        to: CaseFacts::of(b),
        provenance: Provenance::new(&settings, runs.trials),
        npv_mean: ends(&runs.a.mean, &runs.b.mean, &means),
        npv_p50: ends(&runs.a.median, &runs.b.median, &medians),
        together: Part {
            npv_mean: rest(means, |step| &step.mean).estimate(),
            npv_p50: rest(medians, |step| &step.median).estimate(),
        },
        steps: found.into_iter().map(|step| step.told(a, b)).collect(),
    })
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

/// Mean and median net present value of a run.
struct Worth {
    mean: Replicated,
    median: Replicated,
}

/// Both cases, and those between them.
struct Runs<'s> {
    cases: [&'s Scenario; 2],
    settings: Settings,
    control: &'s Control,
    trials: usize,
    a: Worth,
    b: Worth,
}

impl<'s> Runs<'s> {
    fn new(cases: [&'s Scenario; 2], settings: Settings, control: &'s Control) -> Result<Self, SimulationError> {
        let mut ends = try_each(2, control, |i| run(cases[i], settings, control))?;
        let ((_, b), (trials, a)) = (ends.swap_remove(1), ends.swap_remove(0));
        Ok(Runs { cases, settings, control, trials, a, b })
    }

    /// What each of these groups of changes brings, the largest first.
    fn steps(&self, groups: Vec<Vec<Change>>) -> Result<Vec<Found>, SimulationError> {
        let runs = try_each(2 * groups.len(), self.control, |i| {
            let keys: Vec<&str> = groups[i / 2].iter().map(|change| change.key.as_str()).collect();
            let [a, b] = self.cases;
            let (base, other) = if i % 2 == 0 { (a, b) } else { (b, a) };
            Ok(run(&exchanged(base, other, &keys), self.settings, self.control)?.1)
        })?;
        let step = |(changes, pair): (Vec<Change>, &[Worth])| {
            let (first, last) = (pair[0].mean.less(&self.a.mean), self.b.mean.less(&pair[1].mean));
            let (one, two) = (pair[0].median.less(&self.a.median), self.b.median.less(&pair[1].median));
            Found { changes, mean: first.halfway(&last), median: one.halfway(&two), first, last }
        };
        let mut found: Vec<Found> = groups.into_iter().zip(runs.chunks(2)).map(step).collect();
        sort(&mut found);
        Ok(found)
    }
}

fn run(scenario: &Scenario, settings: Settings, control: &Control) -> Result<(usize, Worth), SimulationError> {
    let npv = Sample::measured(scenario, settings, &[Measure::Npv], control)?.swap_remove(0);
    Ok((npv.len(), Worth { mean: Replicated::of(&npv, mean), median: Replicated::of(&npv, median) }))
}

/// What some changes bring together.
struct Found {
    changes: Vec<Change>,
    mean: Replicated,
    median: Replicated,
    first: Replicated,
    last: Replicated,
}

fn sort(found: &mut [Found]) {
    found.sort_by(|x, y| y.mean.value.abs().total_cmp(&x.mean.value.abs()));
}

impl Found {
    fn told(self, a: &Scenario, b: &Scenario) -> DiffStep {
        let part = Part { npv_mean: self.mean.estimate(), npv_p50: self.median.estimate() };
        let (first, last) = (self.first.estimate(), self.last.estimate());
        let link = self.changes.first().map_or(Link::Value, link).key();
        let [change] = self.changes.as_slice() else {
            let paths = self.changes.into_iter().flat_map(|c| if c.paths.is_empty() { vec![c.key] } else { c.paths });
            let (key, paths) = (link.to_owned(), paths.collect());
            return DiffStep {
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
        DiffStep { key, kind: kind.into(), paths, name, link: link.into(), from, to, part, first, last }
    }
}
