//! From layers to a scenario: everything is read and checked before anything is computed.

use super::actuals::TrackPlan;
use super::assumptions::{self, Column};
use super::checked::{Assumption, ChainCase, Conversion, Project, Setting, Value, finance_catalogue};
use super::diagnostic::ScenarioError;
use super::fault::Fault;
use super::faults::{Faults, Place};
use super::field::{LISTS, VALUES};
use super::files::{Files, OpenedFile};
use super::header::{self, Header};
use super::horizon::Horizon;
use super::layers::{Layers, gather};
use super::note::Note;
use super::rate::Rate;
use super::reader::{Cell, Reader};
use super::source::Source;
use super::stack::{LINES, Stack};
use super::suggest::nearest;
use super::valid::{Model, Parts, Scenario};
use super::{cash, checks, correlations, exchange, fields, funding, programme, rival, survey, track};
use crate::chain::{Begins, ELEMENTS, Plan};
use crate::evidence::Lens;
use std::sync::Arc;

impl Scenario {
    /// The scenario that a text says; `name` is what its messages call it.
    ///
    /// # Errors
    /// All that is wrong with it at once, each with its place and what to write instead.
    pub fn from_text(name: &str, text: &str) -> Result<Scenario, ScenarioError> {
        from_source(Source::of_text(name, text))
    }
}

/// The scenario of a file that was opened; files that it names are opened through `files`.
///
/// It is seen through `lens`, or else through the one that `case.lens` names.
///
/// # Errors
/// All that is wrong with it at once.
pub fn from_file(first: OpenedFile, files: Arc<dyn Files>, lens: Option<Lens>) -> Result<Scenario, ScenarioError> {
    from_source(Source::new(first, files, lens))
}

/// The scenario that its files say with the changes since.
///
/// # Errors
/// All that is wrong with it at once.
pub(super) fn from_source(source: Source) -> Result<Scenario, ScenarioError> {
    let mut faults = Faults::default();
    let layers = gather(&source, &mut faults);
    let stack = Stack::new(&layers.list, &fields::known(), &mut faults);
    let files = &*source.files;
    let currency = layers.currency();
    let (list, samples, currency, notes) = (&layers.list, &source.samples, currency.as_str(), layers.notes.clone());
    let rate = Rate::default();
    let mut reader = Reader { layers: list, stack: &stack, files, samples, currency, rate, faults, notes };
    let header = header::read(&mut reader);
    reader.rate = exchange::read(&mut reader, &header.currency);
    let (project, columns) = match header.cash_flow {
        true => cash_flow_case(&mut reader, &header, layers.incomplete),
        false => chain_case(&mut reader, &header, &layers),
    };
    if !layers.incomplete {
        exchange::refuse_without_rate(&mut reader);
    }
    reader.notes.extend(converted(&columns));
    let correlations = correlations::read(&mut reader, &columns);
    let funding = funding::read(&mut reader, &header.name);
    let terms = rival::read(&mut reader);
    let track = if header.cash_flow { TrackPlan::default() } else { track::read(&mut reader, header.months, &columns) };
    refuse_unused_changes(&mut reader, &columns);
    if !reader.faults.is_empty() {
        return Err(ScenarioError::Invalid(Box::new(reader.faults.into_diagnostics(&layers.list))));
    }
    let settings = settings(&reader);
    let assumptions = columns.into_iter().flatten().collect();
    let parts = Parts {
        name: header.name,
        currency: header.currency,
        months: header.months,
        run_off: if header.cash_flow { 0 } else { header.run_off },
        horizon: Horizon::default(),
        rule: header.rule,
        start: header.start,
        language: header.language,
        seed: header.seed,
        preset: header.preset,
        lens: source.lens.or(header.lens).unwrap_or_default(),
        model: Model { project, assumptions, correlations },
        funding,
        terms,
        track,
        notes: reader.notes,
        settings,
    };
    Ok(Scenario::new(parts, source, layers.assessment))
}

/// Says how many amounts were converted, and at which rate.
fn converted(columns: &[Column]) -> Option<Note> {
    let all: Vec<&Conversion> = columns.iter().flatten().filter_map(|a| a.provenance.converted.as_ref()).collect();
    let conversion = (*all.first()?).clone();
    Some(Note::Converted { amounts: all.len(), conversion })
}

/// Whether this is the path of a cost line or a flow, which only a change names.
fn is_line(path: &str) -> bool {
    LINES.iter().any(|list| path.strip_prefix(list).is_some_and(|rest| rest.starts_with('.')))
}

/// A change of a cost line or a flow that the case does not have.
fn refuse_unused_changes(r: &mut Reader, columns: &[Column]) {
    if !r.faults.is_empty() {
        return;
    }
    let known: Vec<&str> = columns.iter().flatten().map(|a| a.path.as_str()).filter(|path| is_line(path)).collect();
    let unused: Vec<_> = r.stack.nearest().filter(|(path, _)| is_line(path) && !known.contains(path)).collect();
    for (path, setting) in unused {
        let place = Place { layer: setting.layer, span: setting.key.key_span.clone() };
        let meant = nearest(path, known.iter().copied()).map(str::to_owned);
        let known = known.iter().map(|path| (*path).to_owned()).collect();
        r.faults.add(Some(place), path, Fault::UnknownKey { meant, known });
    }
}

/// Every setting that is not an assumption with its nearest place, and of lists where the nearest of each begins.
fn settings(r: &Reader) -> Vec<Setting> {
    let is_setting =
        |path: &str| ["case.", "programme.gate.", "programme.delivery"].iter().any(|p| path.starts_with(p));
    let values = r.stack.nearest().filter(|(path, _)| is_setting(path)).map(|(path, setting)| {
        let cell = Cell { path: path.to_owned(), layer: setting.layer, node: setting.node() };
        Setting { written: r.found(&cell), place: r.place(&cell), path: cell.path }
    });
    let lists = LISTS.into_iter().filter_map(|name| {
        let first = r.stack.lists(name).first()?;
        let node = first.entries.first()?;
        let cell = Cell { path: name.to_owned(), layer: first.layer, node };
        Some(Setting { written: String::new(), place: r.place(&cell), path: cell.path })
    });
    values.chain(lists).collect()
}

fn chain_case(r: &mut Reader, header: &Header, layers: &Layers) -> (Project, Vec<Column>) {
    refuse_lists(r, "flows", "belongs to a case of kind = \"cash-flow\"; the chain computes its own flows");
    refuse_rival(r);
    let mut missing = Vec::new();
    let (mut columns, acquisition) = assumptions::read_chain(r, &mut missing);
    let answered = survey::survey(r, &columns, layers.assessment.as_ref(), &mut missing);
    let (costs, amounts) = programme::costs(r, header.months);
    if r.stack.lists("programme.costs").first().is_none_or(|nearest| nearest.entries.is_empty()) {
        r.notes.push(Note::NoCosts);
    }
    columns.extend(amounts);
    columns.extend(answered.columns);
    let begins = begins(columns.iter().flatten());
    let (survey, scored) = (answered.survey, answered.scored);
    let plan = Plan { delivery: programme::delivery(r), acquisition, begins, survey, scored };
    if !layers.incomplete {
        assumptions::report_missing(r, &missing);
        checks::check(r, &columns, &plan);
    }
    let gate = programme::gate(r, header.months);
    (Project::Chain(ChainCase { plan, costs, gate }), columns)
}

/// When work on the elements begins, as far as these inputs fix it.
pub fn begins<'a>(inputs: impl Iterator<Item = &'a Assumption> + Clone) -> Begins {
    let start = |element: &str| {
        let path = format!("programme.start_month.{element}");
        let input = inputs.clone().find(|input| input.path == path)?;
        match &input.value {
            Value::Drawn(distribution) if distribution.is_constant() => Some(distribution.median()),
            _ => None,
        }
    };
    Begins::from_fixed_starts(&ELEMENTS.map(start))
}

fn cash_flow_case(r: &mut Reader, header: &Header, incomplete: bool) -> (Project, Vec<Column>) {
    refuse_chain(r);
    let mut missing = Vec::new();
    let mut columns = assumptions::read(r, &finance_catalogue(), &mut missing);
    let (flows, amounts) = cash::flows(r, header.months);
    columns.extend(amounts);
    if !incomplete {
        assumptions::report_missing(r, &missing);
    }
    (Project::CashFlow(flows), columns)
}

/// A cash-flow case has no chain: what a file says of it would have no effect.
fn refuse_chain(r: &mut Reader) {
    let finance: Vec<String> = finance_catalogue().iter().map(|input| input.path()).collect();
    let of_any = |path: &str| {
        ["case.", "portfolio.", "rival."].iter().any(|table| path.starts_with(table)) && path != header::RUN_OFF
    };
    let belongs = |path: &str| path == "base" || of_any(path) || is_line(path) || finance.iter().any(|f| f == path);
    let strangers: Vec<(String, Place)> = r
        .stack
        .nearest()
        .filter(|(path, setting)| !belongs(path) && !r.layers[setting.layer].embedded)
        .map(|(path, s)| (path.to_owned(), Place { layer: s.layer, span: s.key.key_span.clone() }))
        .collect();
    let rule =
        "has no effect in a case of kind = \"cash-flow\", which has [[flows]], [finance], [portfolio] and [rival] only";
    for (path, place) in strangers {
        let fix = Some("remove it, or write kind = \"chain\"".to_owned());
        r.faults.add(Some(place), path, Fault::Misplaced { rule: rule.to_owned(), fix });
    }
    refuse_lists(r, "programme.costs", rule);
    refuse_lists(r, VALUES, rule);
}

/// A programme has its doubt under `[programme]`.
fn refuse_rival(r: &mut Reader) {
    let own = r.stack.nearest().filter(|(path, _)| path.starts_with("rival."));
    let strangers: Vec<(String, Place)> =
        own.map(|(path, s)| (path.to_owned(), Place { layer: s.layer, span: s.key.key_span.clone() })).collect();
    let rule = "belongs to a case of kind = \"cash-flow\"; a programme says under [programme] how far it is doubted";
    for (path, place) in strangers {
        let fix = Some("remove it".to_owned());
        r.faults.add(Some(place), path, Fault::Misplaced { rule: rule.to_owned(), fix });
    }
}

fn refuse_lists(r: &mut Reader, name: &str, rule: &str) {
    let own = r.stack.lists(name).iter().filter(|list| !r.layers[list.layer].embedded);
    let places: Vec<Place> = own.map(|list| Place { layer: list.layer, span: list.key_span.clone() }).collect();
    for place in places {
        r.faults.add(Some(place), name, Fault::Misplaced { rule: rule.to_owned(), fix: None });
    }
}
