//! `delight learn`: own data as a layer that a case can rest on, and what they say beside what was believed.

use super::numbers::{between, few, seed, trials_in};
use super::output::columns;
use super::study::Format;
use super::{CliError, documents, language, progress, say, scenarios, tell};
use clap::Args;
use delight_model::evidence::Lens;
use delight_model::sampling::Sampling;
use delight_model::scenario::{Language, Scenario, ScenarioError};
use delight_model::simulate::Settings;
use delight_report::documents::write::{Target, write_whole};
use delight_report::page::study::Document;
use delight_report::pages::learn::{figures, page};
use delight_report::words::Words;
use delight_studies::learn::{
    DRAWS, LearnError, Learned, Learning, MOST_BYTES, OwnData, Source, Sources, layer, learn,
};
use std::io::Read;
use std::path::{Path, PathBuf};

/// `delight learn`.
#[derive(Debug, Args)]
#[command(
    after_help = "Writes learned.toml beside the case, with learn.json and a figure; then give the case: base = \"learned.toml\"\n  \
                  delight learn panel.csv customers.csv --case case.toml"
)]
pub struct Learn {
    /// Own units by period: unit, period, and what they counted (docs/living.md lists the columns)
    pub panel: PathBuf,
    /// Own customers: rating or state, stayed, and if there rating_before and spend
    pub customers: Option<PathBuf>,
    /// Own staff: engaged, left
    pub staff: Option<PathBuf>,
    /// Scenario file whose inputs are believed so far
    #[arg(long, value_name = "FILE")]
    pub case: PathBuf,
    /// Layer to write [default: learned.toml beside the case]
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Replace the layer if it exists
    #[arg(long)]
    pub force: bool,
    /// Reliability of one answer to the 0–10 question, such as 0.5 [default: 0.35 to 0.65]
    #[arg(long, value_name = "SHARE", value_parser = between(0.05..=1.0, "from 5% to 100%"))]
    pub reliability: Option<f64>,
    /// How much of the published effects is believed [default: the scenario's, else calibrated]
    #[arg(long, value_name = "calibrated|literature|authors")]
    pub lens: Option<Lens>,
    /// Number of draws of what is believed
    #[arg(long, value_name = "N", default_value_t = DRAWS, value_parser = trials_in(1024..=1 << 20))]
    pub trials: u64,
    /// Seed of the draws [default: the scenario's, else 1]
    #[arg(long, value_name = "S", value_parser = seed)]
    pub seed: Option<u64>,
    /// Number of threads [default: all cores]
    #[arg(long, value_name = "N", value_parser = few::<u16>(1..=1024))]
    pub threads: Option<u16>,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Learns from the files, writes the layer, the findings and the figure, and prints what was learned.
pub fn run(args: &Learn, lang: Option<Language>) -> Result<(), CliError> {
    let out = args.out.clone().unwrap_or_else(|| args.case.with_file_name("learned.toml"));
    refuse_to_replace(&out, args.force)?;
    let scenario = Scenario::load_through(&args.case, args.lens).map_err(scenarios::told)?;
    let base = base(&scenario, &args.case, &out)?;
    let read = |path: &PathBuf| OwnFileRead::open(path);
    let (panel, customers, staff) = (
        read(&args.panel)?,
        args.customers.as_ref().map(read).transpose()?,
        args.staff.as_ref().map(read).transpose()?,
    );
    let sources = Sources {
        panel: panel.source(),
        customers: customers.as_ref().map(OwnFileRead::source),
        staff: staff.as_ref().map(OwnFileRead::source),
    };
    let settings =
        Settings { sampling: Sampling::Sobol, seed: args.seed.unwrap_or(scenario.seed()), trials: args.trials };
    let how = Learning { settings, reliability: args.reliability };
    let words = language::words(lang, [&scenario]);
    let control = progress::control()?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(args.threads.map_or(0, usize::from)).build();
    let pool = pool.map_err(|e| CliError::Program(format!("cannot start threads: {e}")))?;
    let found = pool
        .install(|| progress::watch(&control, None, Some(words), || learn(&scenario, &sources, how, &control)))
        .map_err(told)?;
    let written = write(&out, &found, base.as_deref(), words)?;
    match args.format {
        Format::Json => say(&found.document()),
        Format::Text => tell(&format!("{}\n{written}\n", page(&found, words).screen(columns()))),
    }
}

fn refuse_to_replace(out: &Path, force: bool) -> Result<(), CliError> {
    if out.exists() && !force {
        let file = out.display();
        return Err(CliError::Input(format!("{file} exists; keep it under another name, or replace it with --force")));
    }
    Ok(())
}

/// The base that the layer takes over, which must be found from where the layer lies; a case that rests on the layer itself
/// learns beside it.
fn base(scenario: &Scenario, case: &Path, out: &Path) -> Result<Option<String>, CliError> {
    let Some(base) = scenario.own_files().into_iter().next().and_then(|file| file.base) else { return Ok(None) };
    let folder = |path: &Path| {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        folder.canonicalize().ok()
    };
    if folder(case) != folder(out) {
        return Err(CliError::Input(format!(
            "error: the case rests on {base:?}, which the layer takes over: write --out in the folder of the case"
        )));
    }
    if out.file_name().is_some_and(|name| name.to_string_lossy() == base) {
        return Err(CliError::Input(format!(
            "error: the case rests on {base:?} itself: take that line out of the case, or write --out under another name"
        )));
    }
    Ok(Some(base))
}

/// A file of own data as it was read.
struct OwnFileRead {
    name: String,
    bytes: Vec<u8>,
    text: String,
}

impl OwnFileRead {
    fn open(path: &PathBuf) -> Result<Self, CliError> {
        let shown = path.display().to_string();
        let refused = |why: String| CliError::Input(format!("error: {shown}: {why}"));
        let file = std::fs::File::open(path).map_err(|e| refused(format!("cannot be read: {e}")))?;
        let mut bytes = Vec::new();
        // One byte more than may be tells a file that is too large from one that is just small enough.
        file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|e| refused(format!("cannot be read: {e}")))?;
        if bytes.len() as u64 > MOST_BYTES {
            return Err(refused(format!("is larger than {MOST_BYTES} bytes")));
        }
        let name = path.file_name().map_or_else(|| shown.clone(), |name| name.to_string_lossy().into_owned());
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Ok(OwnFileRead { name, bytes, text })
    }

    fn source(&self) -> Source<'_> {
        Source { data: OwnData { name: &self.name, text: &self.text }, bytes: &self.bytes }
    }
}

fn told(error: LearnError) -> CliError {
    match error {
        LearnError::Files(faults) => scenarios::told(ScenarioError::Invalid(faults)),
        LearnError::NoChain => CliError::Input(
            "error: own data speak of the effect chain, which a case of cash flows does not have".into(),
        ),
        LearnError::Twice(file, layer) => CliError::Input(format!(
            "error: the case rests on {layer}, which was learned from {file}: its data would count twice; learn from a case \
             without that base, or from newer data alone"
        )),
        LearnError::Simulation(error) => error.into(),
    }
}

/// Writes the layer, the findings and the figure beside it; says where they are.
fn write(out: &Path, found: &Learned, base: Option<&str>, words: Words) -> Result<String, CliError> {
    let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let target = Target::open(folder)?;
    write_whole(out, layer(found, base).as_bytes())?;
    target.write("learn.json", found.document().as_bytes())?;
    let undrawn = documents::write_figures(&target, &figures(found, words))?;
    let (file, folder) = (out.display().to_string(), folder.display().to_string());
    let name = out.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let place = [("file", file.as_str()), ("folder", &folder), ("name", &name)];
    Ok(format!("{}{}", documents::told_undrawn(&undrawn, words), words.say_with("learn-file-written", &place)))
}
