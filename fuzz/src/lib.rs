//! What must hold of any text that is read: no panic, an error with its place, or a case with results.
//!
//! The targets of `cargo fuzz` call these functions, and so does a test that needs no nightly compiler
//! (`tests/it/mutation.rs`).

use delight_case::cli::render_error;
use delight_case::report::documents::points::PointValues;
use delight_case::report::documents::results::Results;
use delight_case::report::documents::xlsx::{Book, workbook};
use delight_case::report::documents::{fans, html, memo};
use delight_case::report::page::study::Study;
use delight_case::report::pages::run::{figures, page};
use delight_case::report::plot::{Size, Theme};
use delight_case::report::words::Words;
use delight_case::scenario::actuals::Actuals;
use delight_case::scenario::{
    FileError, Files, Language, OpenedFile, Scenario, ScenarioError, assessed, from_file, ledger,
};
use delight_case::simulate::{Control, Engine, Measure, Sample, Settings, trace};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Trials of a case that loads.
const TRIALS: u64 = 64;

/// Between the documents of saved results in one file: summary, assumptions, point values.
pub const BETWEEN: &str = "\n---\n";

/// The text of a scenario: refused with the place of each error, or a case whose trials are numbers.
pub fn scenario(text: &str) {
    judge(Scenario::from_text("case.toml", text));
    let first = OpenedFile { name: "case.toml".into(), identity: "case.toml".into(), text: text.into() };
    let _ = assessed(first, Arc::new(Table(String::new())), None);
}

/// The text of a table of samples: the amounts of one flow, the growth of another.
pub fn samples(table: &str) {
    for (amount, growth) in [("samples(x.csv, v)", "0"), ("samples(x.csv, v)", "samples(x.csv, 'v, net')")] {
        let text = format!(
            "[case]\nkind = \"cash-flow\"\nmonths = 12\n[finance]\ndiscount_rate = 0.1\ntax_rate = 0\n\
             [[flows]]\nname = \"a\"\nper = \"month\"\namount = \"{amount}\"\ngrowth = \"{growth}\"\n"
        );
        let first = OpenedFile { name: "case.toml".into(), identity: "case.toml".into(), text };
        judge(from_file(first, Arc::new(Table(table.to_owned())), None));
    }
}

/// The text of a file of readings against a case: refused with the place of each error, or readings that are numbers.
pub fn actuals(table: &str) {
    let text = "[case]\npreset = \"hotel\"\nmonths = 48\nstart = \"2027-01\"\n";
    let case = Scenario::from_text("case.toml", text).expect("a preset is valid");
    match Actuals::read(table, "actuals.csv", &case) {
        Ok(actuals) => {
            let (plan, months) = (case.track(), case.months());
            assert!(actuals.now(plan, months) < actuals.next(plan, months), "{actuals:?}");
            let _ = actuals.notes(actuals.now(plan, months), plan);
            for reading in actuals.readings.iter().chain(&actuals.costs) {
                let numbers = [reading.typed, reading.value, reading.middle()];
                assert!(numbers.iter().all(|x| x.is_finite()), "{reading:?}");
                assert!(reading.variance >= 0.0 && reading.variance.is_finite(), "{reading:?}");
            }
        }
        Err(error) => refused(&error),
    }
}

/// Results as `delight report` reads them, which are refused (then it says no) or written anew in every form.
///
/// Summary, assumptions and point values; then studies, each below a line with its name.
pub fn saved(text: &str) -> bool {
    let mut parts = text.split(BETWEEN);
    let [Some(summary), Some(assumptions), Some(points)] = [parts.next(), parts.next(), parts.next()] else {
        return false;
    };
    let (Ok(results), Ok(points)) = (Results::from_saved(summary, assumptions), PointValues::from_json(points)) else {
        return false;
    };
    if points.verify(&results).is_err() {
        return false;
    }
    let studies: BTreeMap<&str, &str> = parts.filter_map(|part| part.split_once('\n')).collect();
    let results = results.with_studies(|name| studies.get(name).map(|text| (*text).to_owned()));
    for words in Language::ALL.map(Words::new) {
        write(&results, &points, words);
    }
    let _ = fans::csv([&results.findings]);
    true
}

/// A study beside the results of its case: said to be of another version, or said and drawn in both languages.
pub fn study(results: &Results, name: &str, text: &str) {
    let read = results.clone().with_studies(|of| (of == name).then(|| text.to_owned()));
    for study in &read.studies.current {
        for words in Language::ALL.map(Words::new) {
            say(study.as_ref(), words);
        }
    }
}

/// Says a study on the screen, and draws its figures.
fn say(study: &dyn Study, words: Words) {
    let _ = study.page(words).screen(100);
    for named in study.figures(words) {
        let _ = named.figure.svg(Size::STANDARD, &Theme::light());
    }
}

/// Writes results in every form.
fn write(results: &Results, points: &PointValues, words: Words) {
    let Results { findings, assumptions, studies } = results;
    let _ = page::summary(findings, words).screen(100);
    let _ = memo::memo(results, words);
    let _ = html::html(results, words);
    let _ = workbook(&Book { findings, assumptions, points }, words);
    for study in &studies.current {
        say(study.as_ref(), words);
    }
    for named in figures::of_case(findings, assumptions, words) {
        let _ = named.figure.svg(Size::STANDARD, &Theme::light());
    }
}

/// A folder in which every file is this table.
struct Table(String);

impl Files for Table {
    fn open(&self, _: &str, relative: &str, _: u64) -> Result<OpenedFile, FileError> {
        Ok(OpenedFile { name: relative.into(), identity: relative.into(), text: self.0.clone() })
    }
}

fn judge(read: Result<Scenario, ScenarioError>) {
    match read {
        Ok(case) => valid(&case),
        Err(error) => refused(&error),
    }
}

/// A valid case: its trials and its trace are numbers, or said not to exist.
fn valid(case: &Scenario) {
    let settings = Settings { trials: TRIALS, ..Settings::default() };
    let _ = ledger(case);
    let control = Control::default();
    let engine = Engine::new(case, settings).expect("so few trials");
    engine.run(0..TRIALS, &control).expect("nobody ended it");
    let measures = [Measure::Npv, Measure::PvCost, Measure::PvBenefit];
    let sample = Sample::new(case, settings, &measures, &control).expect("so few trials");
    for measure in measures {
        let values = sample.results(measure);
        assert!(values.iter().all(|x| x.is_finite()), "{measure:?} of {:?}: {values:?}", case.name());
    }
    let npv = trace(case).measure(Measure::Npv);
    assert!(npv.is_some_and(f64::is_finite), "{npv:?} at point values of {:?}", case.name());
}

/// A refusal: every error has its file, its line and words for a reader.
fn refused(error: &ScenarioError) {
    let told = render_error(error, false);
    assert!(told.len() < 1 << 18, "{} bytes of errors", told.len());
    let ScenarioError::Invalid(all) = error else { panic!("a text is no file: {error}") };
    assert!(!all.list.is_empty());
    for d in &all.list {
        assert!(!d.file.is_empty() && d.line > 0 && d.column > 0, "without a place: {d}");
        assert!(!d.rule.is_empty() && d.to_string().len() < 1 << 13, "{d}");
    }
}
