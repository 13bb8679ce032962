//! The live part as a page carries it: the engine, the script, the texts, and the case it opens with.

use super::hash::sha256_source;
use super::session::CONTRACT;
use delight_model::scenario::{Language, Travelling};
use delight_report::documents::html::{Insert, live_page};
use delight_report::words::{ON_PAGE, Words};
use delight_studies::findings::document;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The module as gzip; docs/live.md says how it is asked.
pub fn engine_gz() -> &'static [u8] {
    include_bytes!("engine.wasm.gz")
}

/// The script of the page, in the order in which its parts build on one another.
const SCRIPT: &str = concat!(
    "(() => {\n",
    include_str!("page/base.js"),
    include_str!("page/engine.js"),
    include_str!("page/runner.js"),
    include_str!("page/sliders.js"),
    include_str!("page/results.js"),
    include_str!("page/variants.js"),
    include_str!("page/moves.js"),
    include_str!("page/app.js"),
    include_str!("page/chooser.js"),
    include_str!("page/boot.js"),
    "})();\n",
);
const WORKER: &str = include_str!("page/worker.js");
const SHEET: &str = include_str!("page/page.css");

/// A case as a page carries it, and how it was run.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Carried {
    /// Its files, without their comments.
    pub case: Travelling,
    /// Its fingerprint: a page is of one state of a case.
    pub fingerprint: String,
    /// What the command knows of it beforehand: [`given`](super::given()).
    pub given: Value,
    /// Seed of the run; none for that of the case, which a page reads whole however large it is.
    pub seed: Option<u64>,
    /// Trials of the run.
    pub trials: u64,
    /// The lens asked for, if any.
    pub lens: Option<String>,
}

impl Carried {
    /// What a run left of it as JSON, if it is of this state of the case.
    pub fn read(text: &str, fingerprint: &str) -> Option<Carried> {
        let carried: Carried = serde_json::from_str(text).ok()?;
        (carried.fingerprint == fingerprint).then_some(carried)
    }

    /// As JSON.
    pub fn json(&self) -> String {
        document(self)
    }

    /// Rows of the tables that travel with the case, their heads aside.
    pub fn observations(&self) -> usize {
        let tables = self.case.files.iter().filter(|(name, _)| name.ends_with(".csv"));
        let rows = |text: &String| text.lines().filter(|line| !line.trim().is_empty()).count();
        tables.map(|(_, text)| rows(text).saturating_sub(1)).sum()
    }

    fn data(&self, words: Words) -> Value {
        json!({
            "contract": CONTRACT, "version": env!("CARGO_PKG_VERSION"), "lang": words.language().code(),
            "fingerprint": self.fingerprint, "files": self.case.files, "main": self.case.main, "given": self.given,
            "settings": {"seed": self.seed, "trials": self.trials, "lens": self.lens},
        })
    }
}

/// What the report of a case gets behind its answer.
pub fn in_report(carried: &Carried, words: Words) -> Insert {
    let studies = words.say_of("page", "what-moves-studies");
    insert(&carried.data(words), &head(&studies, words), words, [words.language()].as_slice())
}

/// A page that is the live part of a case alone.
pub fn page(carried: &Carried, name: &str, words: Words) -> String {
    let head = format!("<header><p class=\"kicker\">delight</p><h1>{}</h1></header>{}", escaped(name), head("", words));
    let insert = insert(&carried.data(words), &head, words, [words.language()].as_slice());
    live_page(words.language().code(), env!("CARGO_PKG_VERSION"), name, &insert)
}

/// A page without a case: a sector to choose or a file to drop, in every language; it begins in that of these words, or in
/// that of its browser where none was asked for.
pub fn page_without_case(words: Words, asked: bool) -> String {
    let lang = asked.then(|| words.language().code());
    let data = json!({"contract": CONTRACT, "version": env!("CARGO_PKG_VERSION"), "lang": lang});
    let title = words.say_of("page", "title");
    let head = format!("<header><p class=\"kicker\">delight</p><h1>{}</h1></header>", escaped(&title));
    let insert = insert(&data, &head, words, &Language::ALL);
    live_page(words.language().code(), env!("CARGO_PKG_VERSION"), &title, &insert)
}

/// What the live part promises, and what stays beside it; where nothing runs it is not said.
fn head(beside: &str, words: Words) -> String {
    let (title, note) = (words.say_of("page", "what-moves"), words.say_of("page", "what-moves-note"));
    format!(
        "<noscript><style>.promise{{display:none}}</style></noscript>\
         <h2 class=\"promise\">{}</h2><p class=\"note promise\">{}</p>",
        escaped(&title),
        escaped(format!("{note} {beside}").trim_end())
    )
}

fn insert(data: &Value, head: &str, words: Words, languages: &[Language]) -> Insert {
    let texts: Value = languages.iter().map(|language| (language.code().to_owned(), texts(*language))).collect();
    let why = escaped(&words.say_of("page", "no-script"));
    let engine = delight_report::documents::html::base64(engine_gz());
    let (script, worker) = (lean(SCRIPT), lean(WORKER));
    Insert {
        section: format!(
            "<section id=\"live\" class=\"live\">{head}<p id=\"live-why\" class=\"live-why\">{why}</p>\
             <div id=\"live-app\" hidden></div></section>"
        ),
        scripts: format!(
            "<script type=\"application/json\" id=\"live-case\">{}</script>\
             <script type=\"application/json\" id=\"live-words\">{}</script>\
             <script type=\"text/plain\" id=\"live-worker\">{worker}</script>\
             <script type=\"text/plain\" id=\"live-engine\">{engine}</script><script>{script}</script>",
            in_script(data),
            in_script(&texts),
        ),
        sheet: SHEET.to_owned(),
        policy: format!("script-src {} 'wasm-unsafe-eval'; worker-src blob:", sha256_source(&script)),
    }
}

/// A script as a page carries it: without its comments, which stand on lines of their own, and without indents.
fn lean(script: &str) -> String {
    let (mut out, mut is_inside) = (String::with_capacity(script.len()), false);
    for line in script.lines().map(str::trim) {
        is_inside |= line.starts_with("/*");
        if !(is_inside || line.is_empty() || line.starts_with("//")) {
            out.push_str(line);
            out.push('\n');
        }
        is_inside &= !line.ends_with("*/");
    }
    out
}

fn texts(language: Language) -> Value {
    let words = Words::new(language);
    let own = ON_PAGE.iter().map(|key| ((*key).to_owned(), Value::String(words.say_of("page", key))));
    own.chain([("layer".to_owned(), Value::String(words.say("explore-layer")))]).collect()
}

/// Data inside a script, which no text in it can end.
fn in_script(data: &Value) -> String {
    data.to_string().replace('<', "\\u003c")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_page_says_every_text_that_it_has_and_none_that_it_has_not() {
        // Keys stand in the script in quotes; those of families of keys too.
        let named: BTreeSet<&str> = SCRIPT.split('"').collect();
        let from_here = ["no-script", "what-moves", "what-moves-note", "what-moves-studies"];
        let unsaid: Vec<_> = ON_PAGE.iter().filter(|key| !named.contains(**key) && !from_here.contains(key)).collect();
        assert!(unsaid.is_empty(), "{unsaid:?}");
        let said = SCRIPT.split("say(\"").skip(1).filter_map(|rest| rest.split('"').next());
        let unknown: Vec<_> = said.filter(|key| !ON_PAGE.contains(key) && *key != "layer").collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }

    #[test]
    fn a_script_goes_along_without_what_only_its_writer_reads() {
        assert_eq!(lean("// a\n/**\n * b\n */\nlet x =\n  1 // c\n    * 2;\n\n/** d */\n"), "let x =\n1 // c\n* 2;\n");
        // A text over several lines would lose its indents.
        assert!(SCRIPT.lines().chain(WORKER.lines()).all(|line| line.matches('`').count() % 2 == 0));
    }

    #[test]
    fn no_text_of_a_case_ends_its_script() {
        assert_eq!(in_script(&json!("</script><!--")), "\"\\u003c/script>\\u003c!--\"");
        assert!(!SCRIPT.contains("</script") && !WORKER.contains("</script"));
    }
}
