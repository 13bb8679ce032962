//! `delight run`: simulate, read the findings, write the results.

use super::args::{Run, RunFormat};
use super::documents::{Undrawn, write_figure};
use super::folder::Owner;
use super::improve::{BetterFile, of_run};
use super::live::LiveRun;
use super::output::columns;
use super::{CliError, assess, documents, folder, full, language, live, progress, say, scenarios, study, tell};
use delight_model::sampling::Sampling;
use delight_model::scenario::Language;
use delight_model::scenario::{Case, Scenario, file_for_readers};
use delight_model::simulate::{Block, Control, Results as BlockResults, Settings, trace};
use delight_report::documents::fans;
use delight_report::documents::points::PointValues;
use delight_report::documents::results::Results;
use delight_report::documents::save::TrialsFile;
use delight_report::documents::write::Target;
use delight_report::page::json;
use delight_report::pages::run::figures;
use delight_report::pages::run::page::summary;
use delight_report::pages::run::side_by_side::side_by_side;
use delight_report::words::Words;
use delight_studies::audit::reviewed;
use delight_studies::run::{Findings, GateValue, Observer, Run as Making, RunResult, trials_of};
use rayon::prelude::*;
use std::error::Error;
use std::path::{Path, PathBuf};

/// Runs the scenarios side by side on the same draws.
pub fn run(args: &Run, lang: Option<Language>) -> Result<(), CliError> {
    let cases = asked(args)?;
    let scenarios: Vec<&Scenario> = cases.iter().map(Case::scenario).collect();
    let words = language::words(lang, scenarios.iter().copied());
    scenarios::refuse_what_cannot_be_compared(&scenarios)?;
    if let Some(file) = args.save_trials.as_ref().filter(|file| file.exists() && !args.force) {
        let file = file.display();
        return Err(CliError::Input(format!("{file} exists; choose another name, or replace it with --force")));
    }
    let files = scenarios::files(&args.files)?;
    let better: Vec<BetterFile> = files.iter().filter(|_| args.improve).map(|file| BetterFile::beside(file)).collect();
    better.iter().try_for_each(|file| file.refuse_to_replace(args.force))?;
    let targets = open_targets(args, &scenarios, &files)?;
    let control = progress::control()?;
    let settings = settings(args, &scenarios);
    let found = on_threads(args, || {
        let total = args.precision.is_none().then(|| cases.iter().map(|case| trials_of(case, &settings)).sum());
        progress::watch(&control, total, (!args.quiet).then_some(words), || run_all(args, &cases, settings, &control))
    })??;
    let (found, gates): (Vec<_>, Vec<_>) = found.into_iter().map(|found| (found.findings, found.gate)).unzip();
    let mut studied = Vec::new();
    if args.full {
        let judged: Vec<_> = scenarios.iter().map(|scenario| scenario.with_horizon(args.horizon)).collect();
        scenarios::say_where_nothing_runs_off(judged.iter());
        let cases: Vec<_> = judged.iter().zip(&targets.cases).collect();
        studied = on_threads(args, || {
            progress::steps(full::studies(cases.len()), (!args.quiet).then_some(words), |done| {
                full::study_all(&cases, settings, words, &control, done)
            })
        })??;
    }
    if args.improve {
        let cases: Vec<_> = scenarios.iter().zip(&targets.cases).zip(&better).collect();
        let told = on_threads(args, || improve_all(&cases, settings, args.force, words, &control))??;
        if !args.quiet && args.format == RunFormat::Text {
            told.iter().try_for_each(|line| tell(line))?;
        }
    }
    present((args, &live_run(args, &scenarios)), &scenarios, (found, gates), &targets, words)?;
    tell_studies(args, &studied)
}

/// Writes what was found, all documents of each case, and prints what was asked for.
pub fn present(
    (args, live): (&Run, &LiveRun),
    scenarios: &[&Scenario],
    (found, gates): (Vec<Findings>, Vec<Option<GateValue>>),
    targets: &Targets,
    words: Words,
) -> Result<(), CliError> {
    let undrawn = on_threads(args, || {
        let cases = scenarios.iter().zip(&found).zip(gates).zip(&targets.cases).collect::<Vec<_>>();
        let books = || {
            cases.into_par_iter().try_for_each(|(((scenario, findings), gate), target)| {
                let points = PointValues::new(scenario, &trace(scenario), gate);
                target.write("point-values.json", points.json().as_bytes())?;
                documents::write_workbook(target, &Results::new(findings.clone(), scenario), &points, words)
            })
        };
        let (pages, books) = rayon::join(|| write_all((args, live), (&found, scenarios), targets, words), books);
        books.and(pages)
    })??;
    report(args, &found, targets, (words, undrawn))
}

/// What the studies of a full run found, a line each.
fn tell_studies(args: &Run, studied: &[String]) -> Result<(), CliError> {
    match args.format == RunFormat::Text && !args.quiet && !studied.is_empty() {
        true => tell(&format!("\n{}\n", studied.join("\n"))),
        false => Ok(()),
    }
}

/// The cases as they are asked for.
fn asked(args: &Run) -> Result<Vec<Case>, CliError> {
    let with = |case: Case| args.set.iter().try_fold(case, |case, (path, value)| case.with(path, value));
    let cases = scenarios::load_cases(&args.files, args.lens)?;
    cases.into_iter().map(with).collect::<Result<_, _>>().map_err(scenarios::told)
}

/// Improves every case, writes what was found beside its results and its file, and gives what is to be said of it.
fn improve_all(
    cases: &[((&&Scenario, &Target), &BetterFile)],
    settings: Settings,
    force: bool,
    words: Words,
    control: &Control,
) -> Result<Vec<String>, CliError> {
    let mut told = Vec::new();
    for ((scenario, target), better) in cases {
        if let Some(found) = of_run(scenario, settings, control)? {
            study::write(target, &found, words)?;
            told.extend(better.write(&found, force, words)?);
        }
    }
    Ok(told)
}

/// Where the results go, proved writable before the long run.
pub struct Targets {
    cases: Vec<Target>,
    together: Option<Target>,
}

/// Opens the folders for the results of these scenarios, which come from these files.
pub fn open_targets(args: &Run, scenarios: &[&Scenario], files: &[PathBuf]) -> Result<Targets, CliError> {
    let owner = |at: usize| Owner { name: scenarios[at].name(), file: &files[at] };
    if scenarios.len() == 1 {
        let folder = folder::of(owner(0), args.out.as_deref())?;
        refuse_what_the_run_writes(args, &folder)?;
        return Ok(Targets { cases: vec![folder::claim(&folder, owner(0))?], together: None });
    }
    if args.save_trials.is_some() {
        return Err(CliError::Input("--save-trials takes one scenario; run each by itself to save its trials".into()));
    }
    if let Some(twice) = (1..files.len()).find(|at| files[..*at].iter().any(|file| same_file(file, &files[*at]))) {
        return Err(CliError::Input(format!("{} is named twice; name each file once", files[twice].display())));
    }
    let base = args.out.clone().unwrap_or_else(|| PathBuf::from(folder::REPORTS));
    let together = Some(folder::open_together(&base)?);
    let cases = (0..scenarios.len()).map(|at| folder::open_below(&base, owner(at))).collect::<Result<_, _>>()?;
    Ok(Targets { cases, together })
}

fn same_file(one: &Path, other: &Path) -> bool {
    folder::absolute(one) == folder::absolute(other)
}

/// Trials under a name of the run's own results would be written over by them.
fn refuse_what_the_run_writes(args: &Run, results: &Path) -> Result<(), CliError> {
    let Some(file) = &args.save_trials else { return Ok(()) };
    let beside = file.parent().map(folder::absolute) == Some(folder::absolute(results));
    match file.file_name().filter(|name| beside && folder::is_written(name)) {
        Some(_) => {
            let file = file.display();
            Err(CliError::Input(format!("{file} is a result that the run itself writes; save the trials elsewhere")))
        }
        None => Ok(()),
    }
}

fn on_threads<T: Send>(args: &Run, work: impl FnOnce() -> T + Send) -> Result<T, CliError> {
    progress::on_threads(args.threads, work)
}

/// The draws that all cases share.
fn settings(args: &Run, scenarios: &[&Scenario]) -> Settings {
    let seed = args.seed.or(scenarios.first().map(|s| s.seed())).unwrap_or(1);
    Settings { sampling: args.sampling, seed, trials: args.trials }
}

fn run_all(args: &Run, cases: &[Case], settings: Settings, control: &Control) -> Result<Vec<RunResult>, CliError> {
    let files = scenarios::files(&args.files)?;
    let cases: Vec<_> = cases.iter().zip(files).collect();
    let found = |(case, file): &(&Case, PathBuf)| Ok(of_file(case, file, run_one(args, case, settings, control)?));
    cases.par_iter().map(found).collect()
}

/// What was found of a case that lies in a file.
pub fn of_file(case: &Case, file: &Path, mut found: RunResult) -> RunResult {
    found.findings.case.file = Some(file_for_readers(file));
    found.findings = reviewed(case.scenario(), found.findings);
    found
}

fn run_one(args: &Run, case: &Case, settings: Settings, control: &Control) -> Result<RunResult, CliError> {
    let run = Making::new(settings);
    let Some(path) = &args.save_trials else {
        let run = args.precision.into_iter().fold(run, Making::until);
        return Ok(run.of(case, control)?);
    };
    let mut saved = SavedTrials { path, file: None };
    let found = run.observed(&mut saved).of(case, control)?;
    saved.file.map(TrialsFile::finish).transpose()?;
    Ok(found)
}

/// Saves every trial that it sees.
struct SavedTrials<'a> {
    path: &'a Path,
    file: Option<TrialsFile>,
}

impl Observer for SavedTrials<'_> {
    fn begin(&mut self, draws: &[String]) -> Result<(), Box<dyn Error + Send + Sync>> {
        self.file = Some(TrialsFile::start(self.path, draws)?);
        Ok(())
    }

    fn see(
        &mut self,
        first: u64,
        count: usize,
        draws: &Block,
        results: &BlockResults,
    ) -> Result<(), Box<dyn Error + Send + Sync>> {
        match &mut self.file {
            Some(file) => Ok(file.add(first, count, draws, results)?),
            None => Ok(()),
        }
    }
}

fn write_all(
    (args, live): (&Run, &LiveRun),
    (found, scenarios): (&[Findings], &[&Scenario]),
    targets: &Targets,
    words: Words,
) -> Result<Undrawn, CliError> {
    let files = scenarios::files(&args.files)?;
    let cases: Vec<_> = found.iter().zip(scenarios).zip(&targets.cases).zip(files).collect();
    let drawn = cases.par_iter().map(|(((findings, scenario), target), file)| {
        assess::write_answers(target, findings, scenario, words)?;
        let results = documents::with_studies(Results::new((*findings).clone(), scenario), target.folder());
        target.write("summary.json", json::summary(findings).as_bytes())?;
        target.write("assumptions.json", results.assumptions_json().as_bytes())?;
        if args.short {
            documents::write_short(target, &results, words)?;
        }
        live::write(live, file, target, findings, words)?;
        documents::write(target, &results, words)
    });
    let mut undrawn: Undrawn = drawn.collect::<Result<Vec<_>, CliError>>()?.into_iter().flatten().collect();
    if let Some(target) = &targets.together {
        undrawn.extend(write_figure(target, &figures::comparison(found, words))?);
    }
    Ok(undrawn)
}

/// What the page of a report has to know of the run.
pub fn live_run(args: &Run, scenarios: &[&Scenario]) -> LiveRun {
    let own_seed = match scenarios {
        [one] => args.seed.is_none_or(|seed| seed == one.seed()),
        _ => false,
    };
    LiveRun {
        without: args.r#static || !args.set.is_empty() || args.sampling != Sampling::Sobol,
        own_seed,
        lens: args.lens,
        quiet: args.quiet,
        sources: None,
    }
}

fn report(
    args: &Run,
    found: &[Findings],
    targets: &Targets,
    (words, undrawn): (Words, Undrawn),
) -> Result<(), CliError> {
    match (args.format, found) {
        (RunFormat::Json, [one]) => say(&json::summary(one)),
        (RunFormat::Json, all) => say(&json::summaries(all)),
        (RunFormat::Csv, all) => say(&fans::csv(all)),
        (RunFormat::Text, _) if args.quiet => Ok(()),
        (RunFormat::Text, all) => {
            let mut screen = String::new();
            if all.len() > 1 {
                screen.push_str(&side_by_side(all, words).screen(columns()));
                screen.push('\n');
            }
            screen.push_str(&all.iter().map(|f| summary(f, words).screen(columns())).collect::<Vec<_>>().join("\n"));
            let outdated =
                found.iter().zip(&targets.cases).flat_map(|(f, target)| documents::outdated(f, target.folder()));
            let outdated = outdated.collect::<Vec<_>>().join(", ");
            if !outdated.is_empty() {
                screen.push_str(&format!("\n{}\n", words.say_with("outdated-studies", &[("names", &outdated)])));
            }
            let undrawn = documents::told_undrawn(&undrawn, words);
            if !undrawn.is_empty() {
                screen.push_str(&format!("\n{undrawn}"));
            }
            let folder = targets.together.as_ref().unwrap_or(&targets.cases[0]).folder().display().to_string();
            screen.push_str(&format!("\n{}\n", words.say_with("run-written", &[("folder", &folder)])));
            tell(&screen)
        }
    }
}
