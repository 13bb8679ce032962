//! What the commands that study a case have in common: how to draw, what to print, where to write.

use super::documents::{InReport, Undrawn};
use super::folder;
use super::numbers::{few, seed, set};
use super::output::columns;
use super::scenarios::Loaded;
use super::{CliError, documents, language, progress, say, scenarios, tell};
use clap::{Args, ValueEnum};
use delight_model::evidence::Lens;
use delight_model::sampling::Sampling;
use delight_model::scenario::Language;
use delight_model::scenario::{Horizon, Scenario};
use delight_model::simulate::{Control, Settings};
use delight_report::documents::write::Target;
use delight_report::page::study::Study;
use delight_report::pages::all;
use delight_report::words::Words;
use delight_studies::findings::InputError;
use std::path::{Path, PathBuf};

/// Options of every such command.
#[derive(Clone, Debug, Args)]
pub struct Options {
    /// Seed of the draws [default: the scenario's, else 1]
    #[arg(long, value_name = "S", value_parser = seed)]
    pub seed: Option<u64>,
    /// Number of threads [default: all cores]
    #[arg(long, value_name = "N", value_parser = few::<u16>(1..=1024))]
    pub threads: Option<u16>,
    /// How the draws are spread
    #[arg(long, default_value_t = Sampling::Sobol, value_name = "sobol|lhs|random")]
    pub sampling: Sampling,
    /// What it judges by: the value of the horizon, or the value with run-off, in which the programme ends there and
    /// its effects fade
    #[arg(long, default_value_t = Horizon::Case, value_name = "case|run-off")]
    pub horizon: Horizon,
    /// How much of the published effects is believed [default: the scenario's, else calibrated]
    #[arg(long, value_name = "calibrated|literature|authors")]
    pub lens: Option<Lens>,
    /// A value to put in place of the scenario's, such as customers.annual_churn=25%; may be given several times
    #[arg(long, value_name = "PATH=VALUE", value_parser = set)]
    pub set: Vec<(String, String)>,
    /// Folder for the results [default: reports/<name of the case>]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

impl Options {
    /// The scenario as it is asked for: through a lens, with other values, valued to a horizon.
    pub fn asked(&self, scenario: Scenario) -> Result<Scenario, CliError> {
        let seen = match self.lens {
            Some(lens) => scenario.through(lens),
            None => Ok(scenario),
        };
        let set =
            self.set.iter().try_fold(seen.map_err(scenarios::told)?, |case, (path, value)| case.with(path, value));
        Ok(set.map_err(scenarios::told)?.with_horizon(self.horizon))
    }
}

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A screen to read
    Text,
    /// The findings as JSON
    Json,
}

impl From<InputError> for CliError {
    fn from(fault: InputError) -> Self {
        match fault {
            InputError::Simulation(error) => error.into(),
            _ => CliError::Input(format!("error: {fault}")),
        }
    }
}

/// One or more scenarios to be studied, the folder of the results proved writable.
pub struct Job {
    /// The scenarios, checked.
    pub scenarios: Vec<Scenario>,
    /// How to draw.
    pub settings: Settings,
    /// The words of the reader.
    pub words: Words,
    target: Target,
    threads: usize,
    format: Format,
}

impl Job {
    /// Loads the scenarios and opens the folder of the first.
    pub fn open(files: &[PathBuf], trials: u64, options: &Options, lang: Option<Language>) -> Result<Self, CliError> {
        Job::of(scenarios::load_named(files)?, trials, options, lang)
    }

    /// Opens the folder of the first of these scenarios, unless `--out` names another.
    pub fn of(cases: Vec<Loaded>, trials: u64, options: &Options, lang: Option<Language>) -> Result<Self, CliError> {
        let place = |cases: &[Loaded]| folder::open(cases[0].owner(), options.out.as_deref());
        Job::placed(cases, place, (trials, options), lang)
    }

    /// Studies these scenarios with so many trials, the results in a folder of their choice.
    pub fn placed(
        cases: Vec<Loaded>,
        place: impl FnOnce(&[Loaded]) -> Result<Target, CliError>,
        (trials, options): (u64, &Options),
        lang: Option<Language>,
    ) -> Result<Self, CliError> {
        let Some(first) = cases.first() else { return Err(CliError::Input("name a scenario file".into())) };
        scenarios::refuse_what_cannot_be_compared(&cases)?;
        let seed = options.seed.unwrap_or(first.scenario.seed());
        let target = place(&cases)?;
        let asked = cases.into_iter().map(|case| options.asked(case.scenario));
        let scenarios = asked.collect::<Result<Vec<Scenario>, _>>()?;
        scenarios::say_where_nothing_runs_off(scenarios.iter());
        scenarios::say_where_a_lens_does_nothing(scenarios.iter(), options.lens);
        Ok(Job {
            target,
            threads: options.threads.map_or(0, usize::from),
            format: options.format,
            words: language::words(lang, &scenarios),
            settings: Settings { sampling: options.sampling, seed, trials },
            scenarios,
        })
    }

    /// The folder of the results.
    pub fn folder(&self) -> &Path {
        self.target.folder()
    }

    fn on_threads<T: Send>(&self, work: impl FnOnce() -> T + Send) -> Result<T, CliError> {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(self.threads).build();
        Ok(pool.map_err(|e| CliError::Program(format!("cannot start threads: {e}")))?.install(work))
    }

    /// Studies on the threads that were asked for, while a bar shows how far it is, of `total` trials where that is
    /// known; Ctrl-C ends it.
    pub fn watched<T: Send>(&self, total: Option<u64>, work: impl FnOnce(&Control) -> T + Send) -> Result<T, CliError> {
        let control = progress::control()?;
        self.on_threads(|| progress::watch(&control, total, Some(self.words), || work(&control)))
    }

    /// Writes the findings, the figures and the section of the report, and prints the screen or the findings.
    pub fn report(&self, found: &dyn Study) -> Result<(), CliError> {
        let undrawn = self.on_threads(|| write(&self.target, found, self.words))??;
        let in_report = documents::add_study(&self.target, found, self.words)?;
        match self.format {
            Format::Json => say(&found.document()),
            Format::Text => {
                let (file, folder) = (format!("{}.json", found.name()), self.target.folder().display().to_string());
                let place = [("file", file.as_str()), ("folder", &folder)];
                let written = match in_report {
                    InReport::Rewritten => self.words.say_with("decide-written-report", &place),
                    InReport::Outdated => self.words.say_with("decide-written-outdated", &place),
                    InReport::None => self.words.say_with("decide-written", &place),
                };
                let undrawn = documents::told_undrawn(&undrawn, self.words);
                tell(&format!("{}\n{undrawn}{written}\n", found.page(self.words).screen(columns())))
            }
        }
    }
}

/// Writes the document and the figures of a study.
pub fn write(target: &Target, study: &dyn Study, words: Words) -> Result<Undrawn, CliError> {
    target.write(&format!("{}.json", study.name()), study.document().as_bytes())?;
    let drawn = study.figures(words);
    documents::remove_undrawn(target, all::figures_of(study.name()), &drawn)?;
    documents::write_figures(target, &drawn)
}
