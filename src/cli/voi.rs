//! `delight voi`: what to measure first, and what it is worth at most.

use super::CliError;
use super::numbers::{Amount, between, few, trials};
use super::study::{Job, Options};
use clap::Args;
use delight_model::scenario::Language;
use delight_studies::voi::{LensWeights, PilotPlan, TRIALS, USUAL_NOISE, voi};
use std::path::PathBuf;

/// `delight voi`.
#[derive(Debug, Args)]
#[command(after_help = "A pilot at four sites for six months:\n  \
    delight voi case.toml --pilot effects.causal_share --sites 4 --months 6 --cost 60k")]
pub struct Voi {
    /// Scenario file
    pub file: PathBuf,
    /// Scenario files of rivals for the same money
    pub rivals: Vec<PathBuf>,
    /// What a pilot before the decision would measure: an uncertain input; may be given several times
    #[arg(long, value_name = "PATH")]
    pub pilot: Vec<String>,
    /// Sites of the pilot
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = few::<u32>(1..=10_000), requires = "pilot")]
    pub sites: u32,
    /// Months of the pilot, by which the decision is put off
    #[arg(long, value_name = "N", default_value_t = 6, value_parser = few::<u32>(1..=240), requires = "pilot")]
    pub months: u32,
    /// What the pilot costs, such as 60k
    #[arg(long, value_name = "AMOUNT", default_value = "0", value_parser = Amount::parse, allow_hyphen_values = true, requires = "pilot")]
    pub cost: Amount,
    /// Standard deviation with which one site reads it in one month, × that of today's belief
    #[arg(long, value_name = "X", default_value_t = USUAL_NOISE, value_parser = between(1e-3..=1e3, "from 0.001 to 1000"), requires = "pilot")]
    pub noise: f64,
    /// How much each lens is believed; --lens believes one alone
    #[arg(long, value_name = "LENS=SHARE,…", default_value_t = LensWeights::USUAL, conflicts_with = "lens")]
    pub lens_weights: LensWeights,
    /// Number of trials
    #[arg(long, value_name = "N", default_value_t = TRIALS, value_parser = trials)]
    pub trials: u64,
    #[command(flatten)]
    pub options: Options,
}

/// Values the information and writes its figure.
pub fn run(args: &Voi, lang: Option<Language>) -> Result<(), CliError> {
    let files: Vec<PathBuf> = std::iter::once(&args.file).chain(&args.rivals).cloned().collect();
    let job = Job::open(&files, args.trials, &args.options, lang)?;
    // Whoever asks for one lens believes it.
    let weights = args.options.lens.is_none().then_some(args.lens_weights);
    let cost = args.cost.of("--cost", &job.scenarios[0])?;
    let plan = (!args.pilot.is_empty()).then(|| PilotPlan {
        measures: args.pilot.clone(),
        sites: args.sites,
        months: args.months,
        cost,
        noise: args.noise,
    });
    let found = job.watched(None, |control| voi(&job.scenarios, job.settings, weights, plan.as_ref(), control))??;
    job.report(&found)
}
