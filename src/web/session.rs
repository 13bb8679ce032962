//! One case, one run under way: each question answered before the next is asked.

use super::asked::{self, Set};
use super::changes::Lines;
use super::filled::filled;
use super::given::shares;
use super::kept::Kept;
use super::opened::{self, Opened};
use super::refusal::Refusal;
use super::run::Run;
use super::{link, look, moves, setting, slider, text};
use delight_model::evidence::Lens;
use delight_model::scenario::{Language, presets};
use delight_model::simulate::{Control, Draws, Settings};
use delight_report::words::Words;
use delight_studies::findings::document;
use delight_studies::run::drivers;
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// The version of the contract with the page, docs/live.md.
pub const CONTRACT: u32 = 1;

/// Most trials behind the shares of the variance.
const MOST_SHARE_TRIALS: u64 = 4096;

/// A run, and what the reader set for it.
struct Started {
    run: Run,
    /// The file that says so; none of the case as written.
    changes: Option<String>,
    /// Its lines, where they were not given as a file.
    lines: Lines,
    lens: Option<Lens>,
}

/// A session over one case.
#[derive(Default)]
pub struct Session {
    opened: Option<Opened>,
    started: Option<Started>,
    /// The plan of the draws of the case as written, so that letting a slider go costs nothing.
    written: Option<Arc<Draws>>,
    kept: Kept,
}

impl Session {
    /// Answers a question: JSON, also where there is none (`{"error": …}`); the session then stays as it was.
    pub fn ask(&mut self, question: &str) -> String {
        let words = self.words();
        let answer = self.answer(question).unwrap_or_else(|refusal| refusal.told(words));
        answer.to_string()
    }

    fn words(&self) -> Words {
        self.opened.as_ref().map_or(Words::new(Language::English), |opened| opened.words)
    }

    fn answer(&mut self, question: &str) -> Result<Value, Refusal> {
        let (name, asked) = asked::named(question)?;
        match name.as_str() {
            "hello" => Ok(json!({"contract": CONTRACT, "version": env!("CARGO_PKG_VERSION")})),
            "presets" => presets_of(asked::with(&name, asked)?),
            "open" => self.open(asked),
            "start" => self.start(asked::with(&name, asked)?),
            "draw" => self.draw(asked::with::<asked::Draw>(&name, asked)?.until),
            "look" => self.look(&asked::with(&name, asked)?),
            "keep" => self.keep(&asked::with::<asked::Named>(&name, asked)?.name),
            "drop" => self.forget(&asked::with::<asked::Named>(&name, asked)?.name),
            "moves" => self.moves(&asked::with(&name, asked)?),
            "shares" => self.shares(asked::with::<asked::Trials>(&name, asked)?.trials),
            "link" => Ok(link::read(&asked::with::<asked::Link>(&name, asked)?.fragment, self.case()?)),
            _ => self.bare(&name, asked),
        }
    }

    /// The questions without anything else.
    fn bare(&self, name: &str, asked: Map<String, Value>) -> Result<Value, Refusal> {
        asked::with::<asked::Nothing>(name, asked)?;
        match name {
            "against" => Ok(self.kept.against(None, &self.running()?.run, self.words())),
            "findings" => self.findings(),
            "file" => self.file(),
            "scenario" => self.scenario(),
            _ => Err(Refusal::Question(format!("there is no question {name:?}"))),
        }
    }

    fn case(&self) -> Result<&Opened, Refusal> {
        self.opened.as_ref().ok_or_else(|| Refusal::Question("no case is open".to_owned()))
    }

    fn running(&self) -> Result<&Started, Refusal> {
        self.started.as_ref().ok_or_else(|| Refusal::Question("no run was started".to_owned()))
    }

    fn open(&mut self, asked: Map<String, Value>) -> Result<Value, Refusal> {
        let opened = Opened::new(asked::with("open", asked)?)?;
        let told = opened.told();
        *self = Session { opened: Some(opened), ..Session::default() };
        Ok(told)
    }

    fn start(&mut self, asked: asked::Start) -> Result<Value, Refusal> {
        let opened = self.case()?;
        let lens: Option<Lens> = asked.lens.map(|lens| lens.parse()).transpose().map_err(Refusal::Question)?;
        if asked.changes.is_some() && !asked.set.is_empty() {
            return Err(Refusal::Question("start has a set or changes, not both".to_owned()));
        }
        let lines = opened.lines(&asked.set)?;
        let changes = match asked.changes {
            Some(changes) => Some(changes),
            None => (!lines.is_empty()).then(|| opened.changes(&lines)),
        };
        let scenario = match &changes {
            Some(changes) => opened.with(changes, lens)?,
            None => opened.through(lens)?,
        };
        let seed = asked.seed.unwrap_or(scenario.seed());
        let trials = asked.trials.unwrap_or(Settings::USUAL_TRIALS);
        let former = match &self.started {
            Some(started) if changes.is_some() => Some(started.run.draws()),
            _ => self.written.clone(),
        };
        let run = Run::new(&scenario, Settings { seed, trials, ..Settings::default() }, former.as_deref())?;
        let told = started(&run, (changes.as_deref(), &lines), &asked.set, opened);
        if changes.is_none() && lens.is_none() {
            self.written = Some(run.draws());
        }
        self.started = Some(Started { run, changes, lines, lens });
        Ok(told)
    }

    fn draw(&mut self, until: u64) -> Result<Value, Refusal> {
        let run = &mut self.started.as_mut().ok_or_else(|| Refusal::Question("no run was started".to_owned()))?.run;
        run.draw(until);
        Ok(json!({"trials": run.drawn(), "of": run.settings.trials}))
    }

    fn look(&mut self, asked: &asked::Look) -> Result<Value, Refusal> {
        if let Some(until) = asked.until {
            self.draw(until)?;
        }
        look::look(asked, &self.running()?.run, self.case()?)
    }

    fn keep(&mut self, name: &str) -> Result<Value, Refusal> {
        let words = self.words();
        let run = &self.started.as_ref().ok_or_else(|| Refusal::Question("no run was started".to_owned()))?.run;
        self.kept.keep(name, run, words)?;
        Ok(self.kept.against(Some(name), run, words))
    }

    fn forget(&mut self, name: &str) -> Result<Value, Refusal> {
        self.kept.drop(name);
        Ok(json!({}))
    }

    fn moves(&self, asked: &asked::Moves) -> Result<Value, Refusal> {
        let opened = self.case()?;
        let lines = opened.lines(&asked.set)?;
        match lines.is_empty() {
            true => moves::look(&opened.scenario, asked.trials, opened.words),
            false => moves::look(&opened.with(&opened.changes(&lines), None)?, asked.trials, opened.words),
        }
    }

    fn shares(&self, trials: Option<u64>) -> Result<Value, Refusal> {
        let opened = self.case()?;
        let trials = trials.unwrap_or(MOST_SHARE_TRIALS / 2).clamp(256, MOST_SHARE_TRIALS);
        let settings = Settings { seed: opened.scenario.seed(), trials, ..Settings::default() };
        let found = drivers(&opened.scenario, settings, &Control::default());
        let found = found.map_err(|e| Refusal::Trials(e.to_string()))?.as_ref().map(shares).unwrap_or_default();
        let known = found.iter().filter_map(|share| Some((opened.id_of(&share.paths)?, share.share)));
        let known: Vec<(String, f64)> = known.collect();
        let choices = super::choice::offered(&opened.scenario, opened.words);
        let told = known
            .iter()
            .map(|(id, share)| json!({"id": id, "share": share, "text": opened.words.percent_short(*share)}));
        Ok(json!({"first": slider::first(&opened.sliders, &choices, &known), "shares": told.collect::<Vec<Value>>()}))
    }

    fn findings(&self) -> Result<Value, Refusal> {
        let found = self.running()?.run.findings();
        let found = found.ok_or_else(|| Refusal::Question("findings: no trial is drawn yet".to_owned()))?;
        Ok(json!({"name": "summary.json", "text": document(&found)}))
    }

    fn file(&self) -> Result<Value, Refusal> {
        let (opened, started) = (self.case()?, self.running()?);
        if !started.run.is_done() {
            return Err(Refusal::Set(opened.words.say("explore-not-drawn")));
        }
        let stem = opened.base().trim_end_matches(".toml");
        let name = format!("{stem}.changes.toml");
        Ok(json!({"name": name, "text": told_file(opened, started, &name)}))
    }

    fn scenario(&self) -> Result<Value, Refusal> {
        let opened = self.case()?;
        let Some(started) = self.started.as_ref().filter(|started| started.changes.is_some()) else {
            return Ok(json!({"name": opened.base(), "text": opened.text}));
        };
        match opened.preset.is_some() && !started.lines.is_empty() {
            true => Ok(json!({"name": opened.base(), "text": filled(&opened.text, &started.lines)})),
            false => self.file(),
        }
    }
}

/// What a page is told of a run that begins.
fn started(run: &Run, (changes, lines): (Option<&str>, &Lines), set: &Set, opened: &Opened) -> Value {
    let nothing = || opened.changes(&Default::default());
    json!({
        "fingerprint": run.fingerprint, "seed": run.settings.seed, "trials": run.settings.trials,
        "as_written": changes.is_none(), "changes": changes.map_or_else(nothing, str::to_owned),
        "link": link::written(set, opened), "set": setting::told(set, opened, &run.scenario), "mix": slider::mixes(lines),
    })
}

/// The changes of a run that is drawn to its end, under what they give.
fn told_file(opened: &Opened, started: &Started, name: &str) -> String {
    let (words, run) = (opened.words, &started.run);
    let mut flags = String::new();
    if run.settings.seed != run.scenario.seed() {
        flags.push_str(&format!(" --seed {}", run.settings.seed));
    }
    if run.settings.trials != Settings::USUAL_TRIALS {
        flags.push_str(&format!(" --trials {}", run.settings.trials));
    }
    flags.extend(started.lens.map(|lens| format!(" --lens {lens}")));
    let file = format!("{name}{flags}");
    let head = words.say_with("explore-file-head", &[("base", opened.base()), ("file", &file)]);
    let (trials, seed, digest) = (words.whole(run.drawn() as f64), run.settings.seed.to_string(), run.digest());
    let args = [("trials", trials.as_str()), ("seed", &seed), ("digest", &digest)];
    let of_run = words.say_with("explore-file-run", &args);
    let changes = started.changes.clone().unwrap_or_else(|| opened.changes(&Default::default()));
    format!("{}{}{changes}", text::comment(&head), text::comment(&of_run))
}

/// The sectors to begin with.
fn presets_of(asked: asked::Presets) -> Result<Value, Refusal> {
    let words = Words::new(opened::language(asked.lang.as_deref())?.unwrap_or(Language::English));
    let named = |preset| json!({"preset": preset, "label": words.say_of("preset", preset)});
    let all = presets::names().into_iter().map(named);
    Ok(json!({"presets": all.collect::<Vec<Value>>()}))
}
