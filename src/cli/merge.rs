//! `delight merge`: the shards of a run put together, and all that the run would have written.

use super::args::{Merge, Run};
use super::live::LiveRun;
use super::progress::on_threads;
use super::shard::ShardPath;
use super::{CliError, language, progress, run};
use delight_model::scenario::{Horizon, Language};
use delight_studies::run::{RunResult, complete, trials_of};
use delight_studies::shards::{MergeError, Merged, StoredShard, WholeRun, merge};
use std::path::{Path, PathBuf};

/// Merges the shards and writes what one run of all their trials writes.
pub fn run(args: &Merge, lang: Option<Language>) -> Result<(), CliError> {
    let files = files(&args.shards)?;
    let control = progress::control()?;
    let Merged { run: whole, case, summary } = on_threads(args.threads, || {
        let stored: Vec<ShardPath> = files.iter().map(|file| ShardPath(file)).collect();
        let stored: Vec<&dyn StoredShard> = stored.iter().map(|one| one as &dyn StoredShard).collect();
        merge(&stored, &control).map_err(told)
    })??;
    let case = case.with_horizon(Horizon::Case);
    let words = language::words(lang, [case.scenario()]);
    let asked = as_run(args, &whole);
    let targets = run::open_targets(&asked, &[case.scenario()], &asked.files)?;
    let total = trials_of(&case, &whole.settings).saturating_sub(whole.settings.trials);
    let found = on_threads(args.threads, || {
        let bar = (!args.quiet).then_some(words);
        progress::watch(&control, Some(total), bar, || -> Result<RunResult, CliError> {
            Ok(run::of_file(&case, &asked.files[0], complete(&case, &whole.settings, &summary, &control)?))
        })
    })??;
    let scenarios = [case.scenario()];
    // Whoever merges need not have the file of the case.
    let live = LiveRun { sources: Some(whole.sources), ..run::live_run(&asked, &scenarios) };
    run::present((&asked, &live), &scenarios, (vec![found.findings], vec![found.gate]), &targets, words)
}

/// The run that this stands in for.
fn as_run(args: &Merge, whole: &WholeRun) -> Run {
    Run {
        files: vec![PathBuf::from(&whole.sources.main)],
        trials: whole.settings.trials,
        precision: None,
        seed: Some(whole.settings.seed),
        threads: args.threads,
        lens: whole.lens,
        sampling: whole.settings.sampling,
        set: whole.set.clone(),
        out: args.out.clone(),
        format: args.format,
        full: false,
        improve: false,
        short: args.short,
        r#static: args.r#static,
        horizon: Horizon::Case,
        save_trials: None,
        force: false,
        quiet: args.quiet,
    }
}

/// Every file, and every `.shard` of every folder.
fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, CliError> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() { files.extend(of_folder(path)?) } else { files.push(path.clone()) }
    }
    Ok(files)
}

fn of_folder(folder: &Path) -> Result<Vec<PathBuf>, CliError> {
    let unreadable = |e: std::io::Error| CliError::Input(format!("cannot read the folder {}: {e}", folder.display()));
    let entries = std::fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>).map_err(unreadable)?;
    let paths = entries.into_iter().map(|entry| entry.path());
    let mut files: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|e| e == "shard")).collect();
    files.sort();
    match files.is_empty() {
        true => Err(CliError::Input(format!("the folder {} holds no .shard file", folder.display()))),
        false => Ok(files),
    }
}

/// All that is wrong, a line each, in the words of whoever asked.
fn told(error: MergeError) -> CliError {
    match error {
        MergeError::Simulation(error) => error.into(),
        MergeError::Shards(faults) => {
            let words = language::of_messages();
            let lines: Vec<String> = faults.iter().map(|fault| words.message(&format!("error: {fault}"))).collect();
            CliError::Input(lines.join("\n"))
        }
    }
}
