//! `delight shard`: some trials of a run, for `delight merge` to take up.

use super::numbers::{few, seed, set, trials_in};
use super::output::complain;
use super::{CliError, language, progress, scenarios, tell};
use clap::Args;
use delight_model::evidence::Lens;
use delight_model::sampling::Sampling;
use delight_model::scenario::{Case, Disk, Language, OpenedFile, file_for_readers};
use delight_model::simulate::{Engine, Settings, Summary};
use delight_report::documents::write::write_whole;
use delight_report::words::Words;
use delight_studies::findings::fingerprint;
use delight_studies::run::TRIALS;
use delight_studies::shards::{Collected, HeadError, ShardHead, StoredShard, WholeRun, head_of, read, write};
use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// `delight shard`.
#[derive(Debug, Args)]
pub struct Shard {
    /// Scenario file
    pub file: PathBuf,
    /// Number of trials of the whole run
    #[arg(long, value_name = "N", default_value_t = TRIALS, value_parser = trials_in(1..=1 << 33))]
    pub trials: u64,
    /// Which of them: from the first, counted from 0, to below the second, such as 5000:10000
    #[arg(long, value_name = "A:B", value_parser = range)]
    pub range: Range<u64>,
    /// Seed of the draws [default: the scenario's, else 1]
    #[arg(long, value_name = "S", value_parser = seed)]
    pub seed: Option<u64>,
    /// Number of threads [default: all cores]
    #[arg(long, value_name = "N", value_parser = few::<u16>(1..=1024))]
    pub threads: Option<u16>,
    /// How much of the published effects is believed [default: the scenario's, else calibrated]
    #[arg(long, value_name = "calibrated|literature|authors")]
    pub lens: Option<Lens>,
    /// How the draws are spread
    #[arg(long, default_value_t = Sampling::Sobol, value_name = "sobol|lhs|random")]
    pub sampling: Sampling,
    /// A value to put in place of the scenario's, such as customers.annual_churn=25%; may be given several times
    #[arg(long, value_name = "PATH=VALUE", value_parser = set)]
    pub set: Vec<(String, String)>,
    /// File to write; if it holds these very trials already, nothing is computed
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Replace the file if it holds anything else
    #[arg(long)]
    pub force: bool,
    /// Print no progress and no text
    #[arg(long, short)]
    pub quiet: bool,
}

/// Computes the trials of the range, unless the file holds them.
pub fn run(args: &Shard, lang: Option<Language>) -> Result<(), CliError> {
    let (case, whole) = asked(args)?;
    let words = language::words(lang, [case.scenario()]);
    let head = ShardHead::of(whole, args.range.clone());
    let months = case.scenario().months();
    match there(&args.out, &head, months) {
        There::Nothing => (),
        There::Same => return tell_of(args, false, words),
        There::Broken(why) => {
            let file = args.out.display();
            complain(&format!("note: {file} is no whole shard: {why}; its trials are computed again"));
        }
        There::Other(_) if args.force => (),
        There::Other(what) => {
            let file = args.out.display();
            return Err(CliError::Input(format!("{file} {what}; choose another name, or replace it with --force")));
        }
    }
    let summary = computed(args, &case, head.run.settings, words)?;
    let failed = |why| CliError::Program(format!("cannot write {}: {why}", args.out.display()));
    write_whole(&args.out, &write(head, &summary).map_err(failed)?)?;
    tell_of(args, true, words)
}

/// The case, and the run that its trials are of.
fn asked(args: &Shard) -> Result<(Case, WholeRun), CliError> {
    let main = file_for_readers(&args.file);
    let opened = OpenedFile::load(&args.file).map_err(scenarios::told)?;
    let (first, collected) = Collected::begin(opened, &main, Arc::new(Disk));
    let case = Case::from_file(first, collected.clone(), args.lens).map_err(scenarios::told)?;
    scenarios::say_where_a_lens_does_nothing([case.scenario()].into_iter(), args.lens);
    let case = args.set.iter().try_fold(case, |case, (path, value)| case.with(path, value)).map_err(scenarios::told)?;
    if args.range.end > args.trials {
        let (Range { start, end }, all) = (&args.range, args.trials);
        return Err(CliError::Input(format!(
            "--range {start}:{end} goes beyond the trials of the run, 0:{all}; raise --trials, or end it there"
        )));
    }
    let seed = args.seed.unwrap_or(case.scenario().seed());
    let settings = Settings { sampling: args.sampling, seed, trials: args.trials };
    let (scenario, set) = (fingerprint(case.scenario()), args.set.clone());
    let whole = WholeRun { scenario, settings, lens: args.lens, set, sources: collected.sources() };
    // Whoever merges has nothing but what the shard carries.
    whole.case().map_err(|why| CliError::Program(format!("the case cannot be sent with its shards: {why}")))?;
    Ok((case, whole))
}

fn computed(args: &Shard, case: &Case, settings: Settings, words: Words) -> Result<Summary, CliError> {
    let control = progress::control()?;
    let total = args.range.end - args.range.start;
    let work = || -> Result<Summary, CliError> {
        Ok(Engine::of_run(case.scenario(), settings)?.run(args.range.clone(), &control)?)
    };
    progress::on_threads(args.threads, || progress::watch(&control, Some(total), (!args.quiet).then_some(words), work))?
}

/// What stands where a shard is to be written.
enum There {
    Nothing,
    /// These very trials.
    Same,
    /// A shard that is not whole.
    Broken(String),
    /// What it is.
    Other(String),
}

fn there(file: &Path, head: &ShardHead, months: usize) -> There {
    if !file.exists() {
        return There::Nothing;
    }
    let stored = ShardPath(file);
    match head_of(&stored) {
        Ok(found) if found.is_same_work(head) => match read(&stored, months) {
            Ok(_) => There::Same,
            Err(why) => There::Broken(why),
        },
        Ok(found) if found.run == head.run => {
            There::Other(format!("holds the trials {}:{} of this run", found.from, found.to))
        }
        Ok(_) => There::Other("holds trials of another case or with other settings".into()),
        Err(HeadError::Version(found)) => There::Other(format!("holds trials of version {found}")),
        Err(HeadError::Unreadable(why)) if begins_like_one(&stored) => There::Broken(why),
        Err(HeadError::Unreadable(_)) => There::Other("is no shard".into()),
    }
}

/// Whether a file that cannot be read is what is left of a shard.
fn begins_like_one(stored: &ShardPath) -> bool {
    const BEGINNING: &[u8] = b"{\"format\":";
    let mut found = Vec::new();
    let read = stored.open().and_then(|file| file.take(BEGINNING.len() as u64).read_to_end(&mut found));
    read.is_ok() && BEGINNING.starts_with(&found)
}

/// A shard in a file.
pub struct ShardPath<'a>(pub &'a Path);

impl StoredShard for ShardPath<'_> {
    fn name(&self) -> String {
        self.0.display().to_string()
    }

    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        let file = File::open(self.0)?;
        match file.metadata()?.is_file() {
            true => Ok(Box::new(file)),
            false => Err(io::Error::other("it is no file")),
        }
    }
}

/// What was done: the trials are written, or were there already.
fn tell_of(args: &Shard, is_new: bool, words: Words) -> Result<(), CliError> {
    if args.quiet {
        return Ok(());
    }
    let range = format!("{}:{}", args.range.start, args.range.end);
    let (all, file) = (words.whole(args.trials as f64), args.out.display().to_string());
    let given = [("range", range.as_str()), ("all", &all), ("file", &file)];
    tell(&match is_new {
        true => words.say_with("shard-written", &given),
        false => words.say_with("shard-there", &given),
    })
}

/// Reads a range of trials, half open.
fn range(text: &str) -> Result<Range<u64>, String> {
    let wrong = || "write the first trial, from 0, and the one after the last: 5000:10000".to_owned();
    let (from, to) = text.split_once(':').ok_or_else(wrong)?;
    let trial = trials_in(0..=1 << 33);
    match trial(from)?..trial(to)? {
        range if range.is_empty() => Err(wrong()),
        range => Ok(range),
    }
}
