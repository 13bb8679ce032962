//! Every text that is used exists in every language, and every text that exists is used.

use super::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Texts by key, as they stand in the files of a language. A line that begins with a letter begins a text.
pub fn messages(language: Language) -> BTreeMap<String, String> {
    let mut all: BTreeMap<String, String> = BTreeMap::new();
    for text in texts(language) {
        let mut key = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, value)) = line.split_once(" = ").filter(|_| !line.starts_with(' ')) {
                key = name.to_owned();
                assert!(all.insert(key.clone(), value.to_owned()).is_none(), "{key} stands twice");
            } else if let Some(text) = all.get_mut(&key) {
                text.push_str(line);
            }
        }
    }
    all
}

/// Names of what is put into a text.
fn arguments(text: &str) -> BTreeSet<&str> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    // Every text is told whether errors are shown.
    text.split('$')
        .skip(1)
        .filter_map(|rest| rest.split(|c| !is_name(c)).next())
        .filter(|name| *name != "errors")
        .collect()
}

/// The text of every source file but the definitions of this folder and these tests.
fn sources() -> Vec<(PathBuf, String)> {
    fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => collect(&path, found),
                false => found.push(path),
            }
        }
    }
    let mut files = Vec::new();
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in [own, &own.join("../cli"), &own.join("../web")] {
        collect(folder, &mut files);
    }
    let is_source = |path: &PathBuf| path.extension().is_some_and(|e| e == "rs") && !path.ends_with("words/tests.rs");
    let code = |path: &Path| {
        let text = std::fs::read_to_string(path).unwrap();
        text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
    };
    files.into_iter().filter(is_source).map(|path| (path.clone(), code(&path))).collect()
}

/// The keys that a source file names in calls of `.say(`, `.say_with(` or `.say_of(`.
fn keys_in(path: &Path, code: &str, call: &str) -> Vec<String> {
    let after = code.split(call).skip(1);
    let key = |rest: &str| {
        let literal = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split_once('"'));
        let (key, _) = literal.unwrap_or_else(|| panic!("{}: {call} without its key written out", path.display()));
        key.to_owned()
    };
    after.map(key).collect()
}

/// Every family, with the names of the studies.
fn all_families() -> Vec<(&'static str, Vec<String>)> {
    let studies = crate::pages::all::names().into_iter().map(str::to_owned).collect();
    let measured = crate::pages::voi::STUDIES.map(|(key, _)| key.to_owned()).to_vec();
    families().into_iter().chain([("study", studies), ("voi-study", measured)]).collect()
}

/// Every key that the program says, but for meanings and units of inputs.
fn used() -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for (path, code) in sources() {
        used.extend(keys_in(&path, &code, ".say("));
        used.extend(keys_in(&path, &code, ".say_with("));
    }
    for (family, members) in all_families() {
        used.extend(members.iter().map(|member| key_of(family, member)));
    }
    used
}

/// Keys of a language without meanings and units of inputs, which `inputs.rs` compares with the model.
fn written(language: Language) -> BTreeSet<String> {
    messages(language).into_keys().filter(|key| !key.starts_with("input-") && !key.starts_with("unit-")).collect()
}

#[test]
fn no_key_is_missing_and_none_is_unused_in_any_language() {
    let used = used();
    for language in Language::ALL {
        let written = written(language);
        let missing: Vec<_> = used.difference(&written).collect();
        let unused: Vec<_> = written.difference(&used).collect();
        assert!(missing.is_empty() && unused.is_empty(), "{language:?}: missing {missing:?}, unused {unused:?}");
    }
}

#[test]
fn the_families_that_are_said_are_those_that_are_listed() {
    let said: BTreeSet<String> = sources().iter().flat_map(|(path, code)| keys_in(path, code, ".say_of(")).collect();
    let listed: BTreeSet<String> = all_families().into_iter().map(|(family, _)| family.to_owned()).collect();
    assert_eq!(said, listed);
}

#[test]
fn a_text_takes_the_same_in_every_language() {
    let (english, dutch) = (messages(Language::English), messages(Language::Dutch));
    for (key, text) in &english {
        assert_eq!(arguments(text), arguments(&dutch[key]), "{key}");
    }
}

#[test]
fn what_a_text_takes_is_given_where_it_is_said() {
    let english = messages(Language::English);
    for (path, code) in sources() {
        for key in keys_in(&path, &code, ".say(") {
            assert!(arguments(&english[&key]).is_empty(), "{}: {key} takes something", path.display());
        }
        for key in keys_in(&path, &code, ".say_with(") {
            for name in arguments(&english[&key]) {
                let given = code.contains(&format!("(\"{name}\", "));
                assert!(given, "{}: {key} takes {name}", path.display());
            }
        }
    }
}

#[test]
fn every_file_of_texts_can_be_read_as_a_whole() {
    for language in Language::ALL {
        for text in texts(language) {
            let read = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| errors);
            assert!(read.is_ok(), "{language:?}: {:?}", read.err());
        }
        for key in messages(language).keys() {
            assert!(own(language).has_message(key), "{language:?}: {key}");
        }
    }
}

#[test]
fn a_text_that_is_nowhere_is_said_by_its_key() {
    assert_eq!(Words::new(Language::Dutch).text("no-such-text", &[]), "no-such-text");
}

#[test]
fn what_is_put_into_a_text_stands_there_without_marks_around_it() {
    let words = Words::new(Language::Dutch);
    assert_eq!(words.say_with("label-year", &[("year", "5")]), "jaar 5");
}

#[cfg(feature = "paint")]
#[test]
fn the_font_of_figures_has_every_letter_of_the_texts() {
    use ab_glyph::Font;
    for weight in [crate::plot::Weight::Regular, crate::plot::Weight::SemiBold] {
        let further =
            crate::plot::further_fonts("θ").into_iter().filter(|font| font.weight == weight).map(|font| font.file);
        let files: Vec<&[u8]> = further.chain([crate::plot::embedded_font(weight)]).collect();
        let fonts: Vec<_> = files.into_iter().map(|file| ab_glyph::FontRef::try_from_slice(file).unwrap()).collect();
        // The formulas of the workbook's chain stand in no figure.
        let in_figures = SUBJECTS.iter().chain(FURTHER).filter(|[english, _]| !english.contains("live-cell-"));
        let texts = in_figures.flatten().flat_map(|text| text.chars());
        let numbers = "0123456789.,%€$£−+–<>\u{a0}".chars();
        for c in texts.chain(numbers).chain("ËÉÏÖÜÁÈÊÇëéïöüáèêç".chars()).filter(|c| *c != '\n') {
            assert!(fonts.iter().any(|font| font.glyph_id(c).0 != 0), "{c:?} in {weight:?}");
        }
    }
}
