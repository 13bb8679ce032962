//! Learning: the case as prior, own data as what is seen, and what of the case moves.

use super::drift::drifts;
use super::findings::{LearnVerdict, Learned, LinkFacts, Moved, SourceFacts, Spread3, Tie, Written};
use super::implied::{Chain, asked};
use super::layer::names_file;
use super::levels::{self, LearnedLevel};
use super::links::{Asked, of_customers, of_panel, of_staff};
use super::names::Names;
use super::panel::Panel;
use super::people::{self, Customer, Employee};
use super::posterior::Weights;
use super::prior::Prior;
use super::quantity::{brief, metalog};
use super::table::OwnData;
use crate::findings::{CaseFacts, Provenance, fingerprint_of_bytes};
use delight_model::scenario::{Diagnostics, Scenario, Value};
use delight_model::simulate::{Control, Settings, SimulationError};
use std::collections::BTreeSet;

/// Draws of the prior.
pub const DRAWS: u64 = 65_536;

/// A file of own data with its bytes.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Its name and text.
    pub data: OwnData<'a>,
    /// As it lies on the disk.
    pub bytes: &'a [u8],
}

/// The files that are learned from.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// Units by period.
    pub panel: Source<'a>,
    /// Customers.
    pub customers: Option<Source<'a>>,
    /// Staff.
    pub staff: Option<Source<'a>>,
}

/// How it is learned.
#[derive(Clone, Copy, Debug)]
pub struct Learning {
    /// Draws of the prior.
    pub settings: Settings,
    /// Reliability of one answer to the 0–10 question; none: 0.35 to 0.65.
    pub reliability: Option<f64>,
}

/// Why nothing was learned.
#[derive(Clone, Debug)]
pub enum LearnError {
    /// What is wrong with the files, all at once.
    Files(Box<Diagnostics>),
    /// A project without a chain.
    NoChain,
    /// The case rests on this file already: its name, and the layer that says so.
    Twice(String, String),
    /// The draws were ended.
    Simulation(SimulationError),
}

/// What was read.
struct Read {
    panel: Panel,
    customers: Option<Vec<Customer>>,
    staff: Option<Vec<Employee>>,
}

/// Learns from own data what they say of the inputs of a case.
///
/// # Errors
/// See [`LearnError`].
pub fn learn(scenario: &Scenario, sources: &Sources, how: Learning, control: &Control) -> Result<Learned, LearnError> {
    refuse_twice(scenario, sources)?;
    let read = read(sources)?;
    let chain = Chain::of(scenario).ok_or(LearnError::NoChain)?;
    let prior = Prior::draw(scenario, how.settings, &asked(), control).map_err(LearnError::Simulation)?;
    let mut links = of_panel(&read.panel, &chain, &prior);
    links.extend(read.customers.iter().flat_map(|all| of_customers(all, how.reliability, &chain, &prior)));
    links.extend(read.staff.iter().map(|all| of_staff(all, &prior)));
    let left_out: BTreeSet<String> = links.iter().flat_map(|link| link.left_out.iter().cloned()).collect();
    let names = names(sources, &read);
    let (mut written, correlations) = weighed(scenario, &prior, &links, &names);
    let drift = drifts(&read.panel);
    let levels = levels::levels(&read.panel, &drift);
    written.extend(levels.iter().map(|level| of_level(scenario, level, &names)));
    Ok(Learned {
        case: CaseFacts::of(scenario),
        provenance: Provenance::new(&how.settings, prior.draws),
        sources: facts(sources, &read, left_out.into_iter().collect()),
        links: links.into_iter().map(|link| judged(link, &prior)).collect(),
        levels: levels
            .into_iter()
            .map(|level| super::findings::LevelFacts { before: before(scenario, &level.facts.path), ..level.facts })
            .collect(),
        drift,
        kept_by_case: kept_by_case(scenario, &written),
        written,
        correlations,
    })
}

fn refuse_twice(scenario: &Scenario, sources: &Sources) -> Result<(), LearnError> {
    let files = scenario.own_files();
    for source in all(sources) {
        let fingerprint = fingerprint_of_bytes(source.bytes);
        if let Some(layer) = files.iter().find(|file| names_file(&file.text, &fingerprint)) {
            return Err(LearnError::Twice(source.data.name.to_owned(), layer.name.clone()));
        }
    }
    Ok(())
}

fn all<'a>(sources: &Sources<'a>) -> impl Iterator<Item = Source<'a>> {
    [Some(sources.panel), sources.customers, sources.staff].into_iter().flatten()
}

/// Reads every file; what is wrong with any is said with what is wrong with the others.
fn read(sources: &Sources) -> Result<Read, LearnError> {
    let panel = Panel::read(sources.panel.data);
    let customers = sources.customers.map(|file| people::customers(file.data)).transpose();
    let staff = sources.staff.map(|file| people::staff(file.data)).transpose();
    match (panel, customers, staff) {
        (Ok(panel), Ok(customers), Ok(staff)) => Ok(Read { panel, customers, staff }),
        (panel, customers, staff) => {
            let mut all = Diagnostics { list: Vec::new(), more: 0, sources: Vec::new() };
            for faults in [panel.err(), customers.err(), staff.err()].into_iter().flatten() {
                all.list.extend(faults.list);
                all.more += faults.more;
                all.sources.extend(faults.sources);
            }
            Err(LearnError::Files(Box::new(all)))
        }
    }
}

fn names<'a>(sources: &Sources<'a>, read: &'a Read) -> Names<'a> {
    let people = |source: Option<Source<'a>>, count: usize| source.map(|source| (source.data.name, count));
    Names {
        panel: (sources.panel.data.name, &read.panel),
        customers: people(sources.customers, read.customers.as_ref().map_or(0, Vec::len)),
        staff: people(sources.staff, read.staff.as_ref().map_or(0, Vec::len)),
    }
}

fn facts(sources: &Sources, read: &Read, left_out: Vec<String>) -> Vec<SourceFacts> {
    let of = |source: Source, rows: usize| SourceFacts {
        file: source.data.name.to_owned(),
        fingerprint: fingerprint_of_bytes(source.bytes),
        rows,
        units: None,
        periods: None,
        rhythm: None,
        left_out: Vec::new(),
    };
    let panel = SourceFacts {
        units: Some(read.panel.units.len()),
        periods: Some(read.panel.periods.len()),
        rhythm: Some(read.panel.rhythm().to_owned()),
        left_out,
        ..of(sources.panel, read.panel.rows)
    };
    let customers = sources.customers.zip(read.customers.as_ref()).map(|(source, all)| of(source, all.len()));
    let staff = sources.staff.zip(read.staff.as_ref()).map(|(source, all)| of(source, all.len()));
    [Some(panel), customers, staff].into_iter().flatten().collect()
}

/// Narrower than this, or moved by more than that part of the prior's standard deviation: something was learned.
const NARROWER: f64 = 0.95;
const MOVED: f64 = 0.1;

fn moved(path: &str, prior: &Prior, weights: &Weights) -> Option<(Moved, bool)> {
    let values = prior.column(path)?;
    let equal = Weights::equal(prior.draws);
    let (before, after) = (equal.spread(values), weights.spread(values));
    let width = (after.p90 - after.p10) / (before.p90 - before.p10);
    let learned = width <= NARROWER || (after.p50 - before.p50).abs() >= MOVED * equal.sd(values);
    Some((Moved { path: path.to_owned(), before, after, width }, learned))
}

/// A link with its own posterior and its verdict.
fn judged(link: Asked, prior: &Prior) -> LinkFacts {
    let Some(log) = &link.log else { return link.facts };
    let weights = Weights::of(&[log], prior.draws);
    let inputs: Vec<(Moved, bool)> = link.inputs.iter().filter_map(|path| moved(path, prior, &weights)).collect();
    let learned = inputs.iter().any(|(_, learned)| *learned);
    let spread = |weights: &Weights| (!link.slopes.is_empty()).then(|| weights.spread(&link.slopes));
    LinkFacts {
        verdict: if learned { LearnVerdict::Learned } else { LearnVerdict::Silent },
        effective: Some(weights.effective()),
        slope_before: spread(&Weights::equal(prior.draws)),
        slope_after: spread(&weights),
        inputs: inputs.into_iter().map(|(moved, _)| moved).collect(),
        ..link.facts
    }
}

/// Links that share inputs, which are weighed together.
fn together(links: &[Asked]) -> Vec<Vec<usize>> {
    let mut parts: Vec<Vec<usize>> = Vec::new();
    for (place, link) in links.iter().enumerate().filter(|(_, link)| link.log.is_some()) {
        let shares = |part: &Vec<usize>| part.iter().any(|i| links[*i].inputs.iter().any(|p| link.inputs.contains(p)));
        let (mine, others): (Vec<_>, Vec<_>) = parts.into_iter().partition(shares);
        parts = others;
        parts.push(mine.concat().into_iter().chain([place]).collect());
    }
    parts
}

/// The inputs that moved, as the layer gives them, and how they go together.
fn weighed(scenario: &Scenario, prior: &Prior, links: &[Asked], names: &Names) -> (Vec<Written>, Vec<Tie>) {
    let (mut written, mut ties) = (Vec::new(), Vec::new());
    for part in together(links) {
        let logs: Vec<&[f64]> = part.iter().filter_map(|i| links[*i].log.as_deref()).collect();
        let weights = Weights::of(&logs, prior.draws);
        let paths: BTreeSet<&'static str> = part.iter().flat_map(|i| links[*i].inputs.iter().copied()).collect();
        let learned: Vec<Moved> = paths
            .iter()
            .filter_map(|path| moved(path, prior, &weights))
            .filter_map(|(moved, learned)| learned.then_some(moved))
            .collect();
        for input in &learned {
            let mine: Vec<&Asked> =
                part.iter().map(|i| &links[*i]).filter(|link| link.inputs.contains(&input.path.as_str())).collect();
            written.extend(of_input(scenario, prior, &weights, (input, &mine, names)));
        }
        ties.extend(ranks(prior, &weights, &learned));
    }
    (written, ties)
}

fn of_input(
    scenario: &Scenario,
    prior: &Prior,
    weights: &Weights,
    (input, links, names): (&Moved, &[&Asked], &Names),
) -> Option<Written> {
    let assumption = scenario.assumption(&input.path)?;
    let Value::Drawn(distribution) = &assumption.value else { return None };
    let fitted = metalog(input.after, distribution, &assumption.kind, (weights, prior.column(&input.path)?))?;
    let reliability = links.iter().filter_map(|link| link.facts.reliability).next();
    let reliable = reliability.map_or_else(String::new, |r| format!("; reliability {r:.2}"));
    Some(Written {
        path: input.path.clone(),
        value: fitted.written,
        source: names.of_links(links.iter().map(|link| link.facts.link.as_str())),
        grade: "C".to_owned(),
        note: format!("{}{reliable}", was(&input.before)),
    })
}

fn was(before: &Spread3) -> String {
    format!("before: {}, {}, {} (P10, median, P90)", brief(before.p10), brief(before.p50), brief(before.p90))
}

fn ranks(prior: &Prior, weights: &Weights, inputs: &[Moved]) -> Vec<Tie> {
    let columns: Vec<(&str, Vec<f64>)> = inputs
        .iter()
        .filter_map(|input| Some((input.path.as_str(), weights.ranks(prior.column(&input.path)?))))
        .collect();
    let mut ties = Vec::new();
    for (i, (first, a)) in columns.iter().enumerate() {
        for (second, b) in &columns[i + 1..] {
            let rank = (weights.correlation(a, b) * 1e3).round() / 1e3;
            ties.push(Tie { between: [(*first).to_owned(), (*second).to_owned()], rank });
        }
    }
    ties
}

fn before(scenario: &Scenario, path: &str) -> Option<Spread3> {
    match &scenario.assumption(path)?.value {
        Value::Drawn(d) => Some(Spread3 { p10: d.quantile(0.1), p50: d.median(), p90: d.quantile(0.9) }),
        Value::Sum(_) => None,
    }
}

fn of_level(scenario: &Scenario, level: &LearnedLevel, names: &Names) -> Written {
    let path = &level.facts.path;
    Written {
        path: path.clone(),
        value: level.value.clone(),
        source: names.panel(),
        grade: "B".to_owned(),
        note: before(scenario, path).as_ref().map_or_else(|| "not given before".to_owned(), was),
    }
}

/// Inputs of these that the case's own file sets, which goes before any layer that it rests on.
fn kept_by_case(scenario: &Scenario, written: &[Written]) -> Vec<String> {
    let Some(own) = scenario.own_files().into_iter().next() else { return Vec::new() };
    let prefix = format!("{}:", own.name);
    let is_set = |path: &str| scenario.assumption(path).is_some_and(|a| a.provenance.place.starts_with(&prefix));
    let points = |path: &str| path.starts_with("customers.nps.") && is_set("customers.nps");
    written.iter().map(|w| w.path.clone()).filter(|path| is_set(path) || points(path)).collect()
}
