//! `delight run`: simulate, read the findings, write the results.

use super::args::{Run, RunFormat};
use super::study::write_figure;
use super::{Failure, documents, full, language, progress, say, scenarios};
use delight_model::scenario::Language;
use delight_model::scenario::{Scenario, Views, file_for_readers};
use delight_model::simulate::{Control, Engine, Settings, Summary, trace};
use delight_report::documents::fans;
use delight_report::documents::points::PointValues;
use delight_report::documents::results::Results;
use delight_report::documents::save::TrialsFile;
use delight_report::documents::write::{Target, folder_name};
use delight_report::page::json;
use delight_report::pages::run::figures;
use delight_report::pages::run::page::summary;
use delight_report::pages::run::side_by_side::side_by_side;
use delight_report::words::Words;
use delight_studies::run::{
    Findings, GateValue, compare_lenses, drivers, findings, gate_trials, gate_value, run_until,
};
use rayon::prelude::*;
use std::path::PathBuf;
use std::sync::Arc;

/// Runs the scenarios side by side on the same draws.
pub fn run(args: &Run, lang: Option<Language>) -> Result<(), Failure> {
    let views = scenarios::load_views(&args.files, args.lens)?;
    let scenarios: Vec<&Scenario> = views.iter().map(|v| &v.own).collect();
    let words = language::words(lang, scenarios.iter().copied());
    scenarios::refuse_what_cannot_be_compared(&scenarios)?;
    if let Some(file) = args.save_trials.as_ref().filter(|file| file.exists() && !args.force) {
        let file = file.display();
        return Err(Failure::Input(format!("{file} exists; choose another name, or replace it with --force")));
    }
    let targets = open_targets(args, &scenarios)?;
    let control = Arc::new(Control::default());
    progress::end_cleanly_on_interrupt(&control)?;
    let found = on_threads(args, || {
        let total = args.precision.is_none().then(|| scenarios.iter().map(|s| trials(args, s)).sum());
        progress::watch(&control, total, (!args.quiet).then_some(words), || simulate_all(args, &views, &control))
    })??;
    let (found, gates): (Vec<Findings>, Vec<Option<GateValue>>) = found.into_iter().unzip();
    if args.full {
        let cases: Vec<_> = scenarios.iter().copied().zip(&targets.cases).collect();
        on_threads(args, || {
            progress::steps(full::studies(cases.len()), (!args.quiet).then_some(words), |done| {
                full::study_all(&cases, settings(args, &views), words, &control, done)
            })
        })??;
    }
    on_threads(args, || {
        let cases = scenarios.iter().zip(&found).zip(gates).zip(&targets.cases).collect::<Vec<_>>();
        let books = || {
            cases.into_par_iter().try_for_each(|(((scenario, findings), gate), target)| {
                let points = PointValues::new(scenario, &trace(scenario), gate);
                target.write("point-values.json", points.json().as_bytes())?;
                documents::write_workbook(target, &Results::new(findings.clone(), scenario), &points, words)
            })
        };
        let (pages, books) = rayon::join(|| write_all(&found, &scenarios, &targets, words), books);
        pages.and(books)
    })??;
    report(args, &found, &targets, words)
}

/// The trials that a scenario takes, with those that value its gate.
fn trials(args: &Run, scenario: &Scenario) -> u64 {
    let settings = Settings { sampling: args.sampling, seed: 0, trials: args.trials };
    args.trials + gate_trials(scenario, &settings)
}

/// Where the results go, proved writable before the long run.
struct Targets {
    cases: Vec<Target>,
    together: Option<Target>,
}

fn open_targets(args: &Run, scenarios: &[&Scenario]) -> Result<Targets, Failure> {
    let base = args.out.clone().unwrap_or_else(|| PathBuf::from("reports"));
    if let ([scenario], out) = (scenarios, &args.out) {
        let folder = if out.is_some() { base } else { base.join(folder_name(&scenario.name)) };
        return Ok(Targets { cases: vec![Target::open(folder)?], together: None });
    }
    if args.save_trials.is_some() {
        return Err(Failure::Input("--save-trials takes one scenario; run each by itself to save its trials".into()));
    }
    let mut names: Vec<String> = Vec::new();
    for scenario in scenarios {
        let name = folder_name(&scenario.name);
        let same = names.iter().filter(|n| **n == name || n.starts_with(&format!("{name}-"))).count();
        names.push(if names.contains(&name) { format!("{name}-{}", same + 1) } else { name });
    }
    let cases = names.iter().map(|name| Target::open(base.join(name))).collect::<Result<_, _>>()?;
    Ok(Targets { cases, together: Some(Target::open(base)?) })
}

fn on_threads<T: Send>(args: &Run, work: impl FnOnce() -> T + Send) -> Result<T, Failure> {
    let threads = args.threads.map_or(0, usize::from);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    Ok(pool.map_err(|e| Failure::Program(format!("cannot start threads: {e}")))?.install(work))
}

/// The draws that all cases share.
fn settings(args: &Run, views: &[Views]) -> Settings {
    let seed = args.seed.or(views.first().map(|v| v.own.seed)).unwrap_or(1);
    Settings { sampling: args.sampling, seed, trials: args.trials }
}

/// What a run finds of one case: its results, and what its gate is worth if it has one.
type Found = (Findings, Option<GateValue>);

fn simulate_all(args: &Run, views: &[Views], control: &Control) -> Result<Vec<Found>, Failure> {
    let settings = settings(args, views);
    let files = scenarios::files(&args.files)?;
    let cases: Vec<_> = views.iter().zip(files).collect();
    let found = |(views, file): &(&Views, PathBuf)| {
        let (mut found, gate) = simulate(args, views, settings, control)?;
        found.case.file = Some(file_for_readers(file));
        Ok((found, gate))
    };
    cases.par_iter().map(found).collect()
}

fn simulate(args: &Run, views: &Views, settings: Settings, control: &Control) -> Result<Found, Failure> {
    let scenario = &views.own;
    let (summary, settings) = match args.precision {
        Some(precision) => run_until(scenario, settings, precision, control)?,
        None => (all_trials(args, scenario, settings, control)?, settings),
    };
    summary
        .ledger
        .verify(0..settings.trials)
        .map_err(|e| Failure::Program(format!("the trials do not add up: {e}")))?;
    // Each has stretches for one thread, in which the other threads do another's work.
    let ((found, gate), (lenses, drivers)) = rayon::join(
        || {
            rayon::join(
                || findings(scenario, &settings, &summary),
                || gate_value(scenario, &settings, &summary, control),
            )
        },
        || rayon::join(|| compare_lenses(views, settings, control), || drivers(scenario, settings)),
    );
    let found = found.ok_or_else(|| Failure::Program("no trial gave a result".into()))?;
    Ok((Findings { lenses: lenses?, drivers, ..found }, gate?))
}

fn all_trials(args: &Run, scenario: &Scenario, settings: Settings, control: &Control) -> Result<Summary, Failure> {
    let engine = Engine::new(scenario, settings);
    let Some(path) = &args.save_trials else {
        return Ok(engine.run(0..settings.trials, control)?);
    };
    let mut file = TrialsFile::start(path, engine.draws().names())?;
    let summary = engine.stream(0..settings.trials, control, |first, count, draws, results| {
        file.add(first, count, draws, results).map_err(Failure::from)
    })?;
    file.finish()?;
    Ok(summary)
}

fn write_all(found: &[Findings], scenarios: &[&Scenario], targets: &Targets, words: Words) -> Result<(), Failure> {
    let cases: Vec<_> = found.iter().zip(scenarios).zip(&targets.cases).collect();
    cases.par_iter().try_for_each(|((findings, scenario), target)| {
        let results = documents::with_studies(Results::new((*findings).clone(), scenario), target.folder());
        target.write("summary.json", json::summary(findings).as_bytes())?;
        target.write("assumptions.json", results.assumptions_json().as_bytes())?;
        documents::write(target, &results, words)
    })?;
    match &targets.together {
        Some(target) => write_figure(target, &figures::comparison(found, words)),
        None => Ok(()),
    }
}

fn report(args: &Run, found: &[Findings], targets: &Targets, words: Words) -> Result<(), Failure> {
    match (args.format, found) {
        (RunFormat::Json, [one]) => say(&json::summary(one)),
        (RunFormat::Json, all) => say(&json::summaries(all)),
        (RunFormat::Csv, all) => say(&fans::csv(all)),
        (RunFormat::Text, _) if args.quiet => Ok(()),
        (RunFormat::Text, all) => {
            let mut screen = String::new();
            if all.len() > 1 {
                screen.push_str(&side_by_side(all, words).screen());
                screen.push('\n');
            }
            screen.push_str(&all.iter().map(|f| summary(f, words).screen()).collect::<Vec<_>>().join("\n"));
            let folder = targets.together.as_ref().unwrap_or(&targets.cases[0]).folder().display().to_string();
            screen.push_str(&format!("\n{}\n", words.say_with("run-written", &[("folder", &folder)])));
            say(&screen)
        }
    }
}
