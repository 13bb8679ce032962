//! A case that is open: its files, its sliders, and what it becomes with changes laid over it.

use super::asked::{Open, Set};
use super::changes::{self, Lines};
use super::filled::filled;
use super::given::Given;
use super::refusal::Refusal;
use super::slider::{self, Slider, is_line, mix_of, settable};
use super::{choice, numbers, text};
use delight_model::evidence::Lens;
use delight_model::scenario::{
    Files, Language, LedgerRow, OpenedFile, Project, Scenario, TextFiles, from_file, ledger, presets,
};
use delight_model::simulate::Settings;
use delight_report::page::values;
use delight_report::words::Words;
use delight_studies::findings::{fingerprint, nobody_pays, of_assumption};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A case that is open.
pub(super) struct Opened {
    files: Arc<dyn Files>,
    /// The text of the case itself.
    pub text: String,
    /// Its path among the files.
    pub main: String,
    /// The sector it was made from, where no file was given.
    pub preset: Option<String>,
    /// The case as written.
    pub scenario: Scenario,
    /// The language of its reader.
    pub words: Words,
    /// Its sliders, but for the choices.
    pub sliders: Vec<Slider>,
    /// Its ledger.
    pub ledger: Vec<LedgerRow>,
    /// What is known of it beforehand.
    pub given: Given,
    /// Rows of the tables that travel with it.
    observations: usize,
}

/// The language of this code, if it is one.
pub(super) fn language(code: Option<&str>) -> Result<Option<Language>, Refusal> {
    let Some(code) = code else { return Ok(None) };
    let known = Language::ALL.into_iter().find(|language| language.code() == code);
    known.map(Some).ok_or_else(|| Refusal::Question(format!("there is no language {code:?}")))
}

impl Opened {
    /// Opens a case.
    ///
    /// # Errors
    /// [`Refusal::Case`] says all that is wrong with its files.
    pub(super) fn new(asked: Open) -> Result<Self, Refusal> {
        let lang = language(asked.lang.as_deref())?;
        let given = Given::read(asked.given)?;
        let (files, main, preset) = match (asked.files, asked.main, asked.preset) {
            (Some(files), Some(main), None) => (files, main, None),
            (None, None, Some(preset)) => of_preset(preset, lang)?,
            _ => return Err(Refusal::Question("open has files and main, or a preset".to_owned())),
        };
        let observations = observations(&files);
        let files = TextFiles::new(files);
        let missing = || Refusal::Question(format!("\"files\" holds no {main:?}, which is \"main\""));
        let first = files.opened(&main).ok_or_else(missing)?;
        let text = first.text.clone();
        let files: Arc<dyn Files> = Arc::new(files);
        let scenario = from_file(first, files.clone(), None).map_err(Refusal::Case)?;
        let words = Words::new(lang.or(scenario.language()).unwrap_or(Language::English));
        let (sliders, ledger) = (slider::sliders(&scenario, words), ledger(&scenario));
        Ok(Opened { files, text, main, preset, scenario, words, sliders, ledger, given, observations })
    }

    /// The file name of the case, without its folder.
    pub(super) fn base(&self) -> &str {
        self.main.rsplit('/').next().unwrap_or(&self.main)
    }

    /// What is set as lines of a file.
    pub(super) fn lines(&self, set: &Set) -> Result<Lines, Refusal> {
        changes::lines(set, &self.scenario, &self.sliders, self.words)
    }

    /// The file of these lines.
    pub(super) fn changes(&self, lines: &Lines) -> String {
        changes::file(self.base(), self.scenario.name(), lines)
    }

    /// The case with a file of changes laid over it, seen through a lens.
    ///
    /// # Errors
    /// [`Refusal::Changes`] says all that is wrong with them.
    pub(super) fn with(&self, changes: &str, lens: Option<Lens>) -> Result<Scenario, Refusal> {
        let folder = self.main.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        let name = self.words.say("explore-layer");
        // No file of a case has such a name, so that no base can lead back to it.
        let identity = format!("{folder}\u{1}");
        let text = changes.to_owned();
        from_file(OpenedFile { name, identity, text }, self.files.clone(), lens).map_err(Refusal::Changes)
    }

    /// The case as written, seen through a lens.
    pub(super) fn through(&self, lens: Option<Lens>) -> Result<Scenario, Refusal> {
        lens.map_or_else(|| Ok(self.scenario.clone()), |lens| self.scenario.through(lens)).map_err(Refusal::Changes)
    }

    /// The ids of sliders with the shares of the variance that they explain, the largest first, as they are given.
    pub(super) fn shares(&self) -> Vec<(String, f64)> {
        self.given.shares.iter().filter_map(|share| Some((self.id_of(&share.paths)?, share.share))).collect()
    }

    /// The id of the slider that moves just these inputs.
    pub(super) fn id_of(&self, paths: &[String]) -> Option<String> {
        let found = self.sliders.iter().find(|slider| slider.paths == paths)?;
        Some(found.id.clone())
    }

    /// All that a page is told of it.
    pub(super) fn told(&self) -> Value {
        let (scenario, words, shares) = (&self.scenario, self.words, self.shares());
        let choices = choice::offered(scenario, words);
        let share = |slider: &Slider| shares.iter().find(|(id, _)| *id == slider.id).map(|(_, share)| *share);
        let sliders = self.sliders.iter().map(|slider| slider.told(share(slider)));
        let sliders: Vec<Value> = choices.iter().cloned().chain(sliders).collect();
        let chain = matches!(scenario.project(), Project::Chain(_));
        json!({
            "name": scenario.name(), "currency": scenario.currency(), "months": scenario.months(),
            "seed": scenario.seed(), "trials": Settings::USUAL_TRIALS, "lang": words.language().code(),
            "kind": if chain { "chain" } else { "cash-flow" }, "nobody_pays": nobody_pays(scenario),
            "fingerprint": fingerprint(scenario), "main": self.main, "preset": self.preset,
            "figures": self.figures(chain), "observations": self.observations,
            "sliders": sliders, "first": slider::first(&self.sliders, &choices, &shares),
            "numbers": self.preset.as_deref().map_or_else(Vec::new, |preset| self.known(numbers::of(preset))),
            "moves": self.given.moves, "ledger": self.rows(),
        })
    }

    /// Of these ids those that the case has.
    fn known(&self, ids: Vec<&'static str>) -> Vec<&'static str> {
        ids.into_iter().filter(|id| self.sliders.iter().any(|slider| slider.id == *id)).collect()
    }

    fn figures(&self, chain: bool) -> Vec<&'static str> {
        let roi = (!nobody_pays(&self.scenario)).then_some("roi");
        roi.into_iter().chain(["cash", "npv", "bridge"]).chain(chain.then_some("chain")).collect()
    }

    fn rows(&self) -> Vec<Value> {
        let all = self.ledger.iter().enumerate().map(|(place, row)| self.row(place, row));
        all.collect()
    }

    fn row(&self, place: usize, row: &LedgerRow) -> Value {
        let (words, path) = (self.words, row.path.as_str());
        let facts = of_assumption(&self.scenario, place);
        let slider = (!is_line(path) && settable(&self.scenario, path).is_some()).then(|| match mix_of(path) {
            Some(_) => format!("{}{path}", slider::MIX),
            None => path.to_owned(),
        });
        let at = |x: f64| values::value(&facts, self.scenario.currency(), words, x);
        json!({
            "path": path, "label": values::name(&facts.name, words), "meaning": words.meaning(path, &row.meaning),
            "unit": words.unit(&row.unit), "written": row.written, "text": at(row.p50), "grade": row.grade,
            "source": words.phrase(&row.source), "place": row.place, "slider": slider,
        })
    }
}

/// The files of a sector's commented scenario.
type OfPreset = (BTreeMap<String, String>, String, Option<String>);

fn of_preset(preset: String, lang: Option<Language>) -> Result<OfPreset, Refusal> {
    if !presets::names().contains(&preset.as_str()) {
        return Err(Refusal::Question(format!("there is no preset {preset:?}")));
    }
    let words = Words::new(lang.unwrap_or(Language::English));
    let name = text::quoted(&words.say_of("preset", &preset));
    let text = filled(&words.template(Some(&preset)), &Lines::from([("case.name".to_owned(), name)]));
    let main = format!("{preset}.toml");
    Ok((BTreeMap::from([(main.clone(), text)]), main, Some(preset)))
}

/// Rows of the tables among these files, their heads aside.
fn observations(files: &BTreeMap<String, String>) -> usize {
    let tables = files.iter().filter(|(name, _)| name.ends_with(".csv"));
    let rows = |text: &String| text.lines().filter(|line| !line.trim().is_empty()).count();
    tables.map(|(_, text)| rows(text).saturating_sub(1)).sum()
}
