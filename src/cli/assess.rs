//! `delight assess`: today's maturity from a self-assessment, and where to begin.

use super::args::{Assess, AssessFormat};
use super::documents::{self, Undrawn};
use super::folder::{self, Owner};
use super::output::{Folded, columns, errors_are_seen};
use super::{CliError, complain, interview, language, progress, say, study, tell};
use crate::cli::render_error;
use delight_model::sampling::Sampling;
use delight_model::scenario::Language;
use delight_model::scenario::{Assessed, Assessment, Scenario, presets};
use delight_model::simulate::Settings;
use delight_report::documents::write::{Target, write_whole};
use delight_report::page::study::Study;
use delight_report::pages::all::Studies;
use delight_report::pages::assess as assessment;
use delight_report::plot::{Figure, Size, Theme};
use delight_report::words::Words;
use delight_studies::assess::{CaseAssessment, Portrait, RUNS, Worth, portrait, worth};
use delight_studies::run::Findings;

/// Asks for the answers if wanted, then shows what follows from them.
pub fn assess(args: &Assess, lang: Option<Language>) -> Result<(), CliError> {
    if args.interview {
        let words = language::words_for(lang, None);
        if !ask(args, words)? {
            return tell(&words.say("interview-nothing"));
        }
    }
    let assessed = Assessed::load(&args.file, args.lens)
        .map_err(|error| CliError::Input(render_error(&error, errors_are_seen())))?;
    let Some(answers) = &assessed.assessment else {
        let file = args.file.display();
        return Err(CliError::Input(format!(
            "{file} holds no [assessment]; answer its questions with: delight assess --interview scan.toml"
        )));
    };
    let name = assessed.case.as_ref().map_or(assessed.name.as_str(), |case| case.name());
    let target = folder::open(Owner { name, file: &args.file }, args.out.as_deref())?;
    let words = language::words_for(lang, assessed.language);
    let case = assessed.case.as_ref().ok();
    let steps = case.map(|case| steps(args, case, answers, words)).transpose()?.flatten();
    let found = portrait(&assessed, answers, steps.clone());
    let undrawn = match case.and_then(|case| CaseAssessment::of(case, steps)) {
        Some(study) => {
            let undrawn = study::write(&target, &study, words)?;
            documents::add_study(&target, &study, words)?;
            undrawn
        }
        None => draw(&found, &target, words)?,
    };
    let undrawn = documents::told_undrawn(&undrawn, words);
    match args.format {
        AssessFormat::Json => say(&assessment::json(&found)),
        AssessFormat::Text => {
            let file = target.folder().join("assessment.svg").display().to_string();
            let written = words.say_with("assess-written", &[("file", &file)]);
            tell(&format!("{}\n{undrawn}{written}\n", assessment::page(&found, words).screen(columns())))
        }
    }
}

/// Conducts the interview and writes the answers, never over a file that exists unless told so; false if there were none.
fn ask(args: &Assess, words: Words) -> Result<bool, CliError> {
    let file = args.file.display();
    if let Some(preset) = args.preset.as_deref().filter(|p| !presets::names().contains(p)) {
        let known = presets::names().join(", ");
        return Err(CliError::Input(format!("there is no preset {preset:?}; there are: {known}")));
    }
    if args.file.exists() && !args.force {
        return Err(CliError::Input(format!("{file} exists; choose another name, or replace it with --force")));
    }
    // Questions go to standard error, so that standard output holds nothing but the result.
    let answers = interview::conduct(&mut std::io::stdin().lock(), &mut Folded::new(std::io::stderr().lock()), words)
        .map_err(|e| CliError::Program(format!("the interview ended: {e}")))?;
    let Some(text) = answers.scenario(args.preset.as_deref(), words) else { return Ok(false) };
    write_whole(&args.file, text.as_bytes())?;
    complain(&format!("\n{}\n", words.say_with("interview-written", &[("file", &file.to_string())])));
    Ok(true)
}

fn steps(args: &Assess, case: &Scenario, answers: &Assessment, words: Words) -> Result<Option<Worth>, CliError> {
    let seed = args.seed.unwrap_or(case.seed());
    let settings = Settings { sampling: Sampling::Sobol, seed, trials: args.trials };
    let control = progress::control()?;
    let total = Some(RUNS * args.trials);
    Ok(progress::watch(&control, total, Some(words), || worth(case, answers, settings, &control))?)
}

fn draw(found: &Portrait, target: &Target, words: Words) -> Result<Undrawn, CliError> {
    let drawn = assessment::figure(found, words)
        .render(Size::STANDARD, &Theme::light())
        .map_err(|e| CliError::Program(format!("cannot draw the assessment: {e}")))?;
    target.write("assessment.svg", drawn.svg.as_bytes())?;
    target.write("assessment.png", &drawn.png)?;
    Ok(drawn.undrawn)
}

/// Writes what the self-assessment of a case shows, without the worth of steps, unless the folder holds that of the case as
/// it was run; nothing where the case has none.
pub fn write_answers(
    target: &Target,
    findings: &Findings,
    scenario: &Scenario,
    words: Words,
) -> Result<Undrawn, CliError> {
    let Some(study) = CaseAssessment::of(scenario, None) else { return Ok(Undrawn::new()) };
    let text = |name: &str| std::fs::read_to_string(target.folder().join(format!("{name}.json"))).ok();
    let is_there = Studies::of(findings, text).current.iter().any(|there| there.name() == study.name());
    if is_there { Ok(Undrawn::new()) } else { study::write(target, &study, words) }
}
