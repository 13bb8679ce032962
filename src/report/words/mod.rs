//! The words of the program in English and Dutch: every text, number and date that a reader of results sees.
//!
//! Texts stand in Fluent files, `en/` and `nl/`, one a subject, by keys that the code names. A number is written by
//! [`Words`] itself and goes into a text as text. To add a text: the recipe in `CONTRIBUTING.md`.

mod families;
mod faults;
pub mod format;
mod inputs;
pub mod kpi;
mod live;
mod money;
mod names;
mod numbers;
mod on_page;
mod phrases;
mod questions;
mod rounding;
mod shown;
mod template;
#[cfg(test)]
mod tests;

pub use delight_model::scenario::Language;
pub use families::families;
pub use on_page::ON_PAGE;
pub use shown::{Shown, Unit, minor_digits};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;

/// A subject of the texts: its file in each language.
macro_rules! subjects {
    ($($subject:literal),* $(,)?) => {
        &[$([include_str!(concat!("en/", $subject, ".ftl")), include_str!(concat!("nl/", $subject, ".ftl"))]),*]
    };
}

/// The subjects of a run and of what a page asks of it: their texts in English and in Dutch.
const SUBJECTS: &[[&str; 2]] = subjects![
    "run",
    "shards",
    "accept",
    "errors",
    "figures",
    "notes",
    "time",
    "lenses",
    "names",
    "html",
    "explore",
    "studies",
    "assess",
    "improve",
    "sensitivity",
];

/// All others: what only documents, commands and further studies say.
#[cfg(feature = "every-word")]
const FURTHER: &[[&str; 2]] = subjects![
    "trace",
    "ledger",
    "workbook",
    "live",
    "live-page",
    "story",
    "audit",
    "backtest",
    "breakeven",
    "compare",
    "diff",
    "fails",
    "gate",
    "learn",
    "optimise",
    "portfolio",
    "sweep",
    "track",
    "voi",
];
#[cfg(not(feature = "every-word"))]
const FURTHER: &[[&str; 2]] = &[];

/// Meanings and units of inputs, whose English stands in the code of the model.
const INPUTS: &str = include_str!("nl/inputs.ftl");

/// The texts of a language.
fn texts(language: Language) -> Vec<&'static str> {
    let subjects = SUBJECTS.iter().chain(FURTHER);
    match language {
        Language::English => subjects.map(|[english, _]| *english).collect(),
        Language::Dutch => subjects.map(|[_, dutch]| *dutch).chain([INPUTS]).collect(),
    }
}

type Bundle = FluentBundle<FluentResource>;

static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::English));
static DUTCH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::Dutch));

fn own(language: Language) -> &'static Bundle {
    match language {
        Language::English => &ENGLISH,
        Language::Dutch => &DUTCH,
    }
}

fn bundle(language: Language) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![language.code().parse().unwrap_or_default()]);
    // Marks around what is put into a text are invisible in a browser but not in a terminal.
    bundle.set_use_isolating(false);
    for text in texts(language) {
        // What could be read stands; a test proves that all can.
        bundle
            .add_resource_overriding(FluentResource::try_new(text.to_owned()).unwrap_or_else(|(readable, _)| readable));
    }
    bundle
}

/// What a reader is told, in one language. A copy is only the name of the language, and whether errors are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    language: Language,
    errors: bool,
}

impl Words {
    /// The words of a language.
    pub const fn new(language: Language) -> Self {
        Words { language, errors: true }
    }

    /// The same words, which leave standard errors out: `€1.51m` for `€1.51m ± €6k`.
    pub const fn without_errors(self) -> Self {
        Words { errors: false, ..self }
    }

    /// Their language.
    pub const fn language(self) -> Language {
        self.language
    }

    /// A text.
    ///
    /// The key is written out where this is called, so that a test can see which are used.
    pub fn say(self, key: &'static str) -> String {
        self.text(key, &[])
    }

    /// A text with something put into it: `say_with("answer-band", &[("low", &low), ("high", &high)])`.
    pub fn say_with(self, key: &'static str, args: &[(&'static str, &str)]) -> String {
        self.text(key, args)
    }

    /// The text of a member of a family, such as `kpi` and `cost_to_serve`, from the key `kpi-cost_to_serve`.
    ///
    /// [`families`] lists every family with its members. Points in a member are hyphens in its key.
    pub fn say_of(self, family: &'static str, member: &str) -> String {
        self.text(&key_of(family, member), &[])
    }

    /// In this language, else in English, else the key: a text that is missing is for a test to find, not for a reader.
    fn text(self, key: &str, args: &[(&'static str, &str)]) -> String {
        // Heads of columns name the error where it is shown.
        let errors = ("errors", if self.errors { "yes" } else { "no" });
        let args: Vec<(&'static str, &str)> = args.iter().copied().chain([errors]).collect();
        formatted(own(self.language), key, &args)
            .or_else(|| formatted(&ENGLISH, key, &args))
            .unwrap_or_else(|| key.to_owned())
    }
}

/// The key of a member of a family.
fn key_of(family: &str, member: &str) -> String {
    format!("{family}-{}", member.replace('.', "-"))
}

fn formatted(bundle: &Bundle, key: &str, args: &[(&'static str, &str)]) -> Option<String> {
    // One of a thing is a number, so that a text can choose its words by it; all else is text.
    let value = |value: &'_ str| match value {
        "1" => FluentValue::from(1),
        text => FluentValue::from(format::isolated(text).into_owned()),
    };
    let args: FluentArgs = args.iter().map(|(name, text)| (*name, value(text))).collect();
    let message = bundle.get_message(key)?;
    // What is not found stands in the text by its name.
    Some(bundle.format_pattern(message.value()?, Some(&args), &mut Vec::new()).into_owned())
}
