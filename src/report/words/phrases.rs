//! Sentences that come with the data of the model (sources, facts, messages, help): the English is found where the data stand,
//! the Dutch in `nl/phrases/`, by the English itself, so that it is missed as soon as that changes.
//!
//! A phrase may have holes, `{name}`, which hold what its translation puts in the same place; what a hole holds is translated
//! in its turn, but for what is to be written letter by letter, `{=name}`. What has no translation stays as it is: it may be a reader's own words.

use super::Words;
use delight_model::evidence::{fact, named};
use delight_model::scenario::Language;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Dutch by English of what comes with data, a file a subject.
const DUTCH: &[&str] = &[
    include_str!("nl/phrases/sources.toml"),
    #[cfg(feature = "every-word")]
    include_str!("nl/phrases/backtest.toml"),
    #[cfg(feature = "every-word")]
    include_str!("nl/phrases/statements.toml"),
    #[cfg(feature = "every-word")]
    include_str!("nl/phrases/critiques.toml"),
    #[cfg(feature = "every-word")]
    include_str!("nl/phrases/library.toml"),
];

/// The same of what the program says of its own.
const MESSAGES_IN_DUTCH: &[&str] = &[
    include_str!("nl/phrases/program.toml"),
    include_str!("nl/phrases/errors.toml"),
    #[cfg(feature = "every-word")]
    include_str!("nl/phrases/help.toml"),
];

/// The same of the numbers of the library, whose words are so short that they would be taken for those of others.
const NUMBERS_IN_DUTCH: &[&str] = &[include_str!("nl/phrases/numbers.toml")];

static NUMBERS: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(NUMBERS_IN_DUTCH));

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(DUTCH));

static MESSAGES: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(MESSAGES_IN_DUTCH));

/// Translations of whole texts, and of texts with holes.
struct Phrases {
    whole: BTreeMap<String, String>,
    /// Those that begin with a word of their own are tried first, and of these the ones with most words.
    forms: Vec<Form>,
}

impl Phrases {
    fn new(files: &[&str]) -> Self {
        // What could be read stands; a test proves that all can.
        let read = |text: &&str| toml::from_str::<BTreeMap<String, String>>(text).unwrap_or_default();
        let (forms, whole): (Vec<_>, BTreeMap<_, _>) = {
            let all = files.iter().flat_map(read);
            let (forms, whole): (Vec<_>, Vec<_>) = all.partition(|(english, _)| Form::has_holes(english));
            (forms, whole.into_iter().collect())
        };
        let mut forms: Vec<Form> = forms.into_iter().map(|(english, dutch)| Form::new(&english, dutch)).collect();
        let own = |form: &Form| form.said.iter().map(String::len).sum::<usize>();
        forms.sort_by_key(|form| std::cmp::Reverse((!form.said[0].is_empty(), own(form))));
        Phrases { whole, forms }
    }

    fn find(&self, english: &str) -> Option<String> {
        if let Some(dutch) = self.whole.get(english) {
            return Some(dutch.clone());
        }
        self.forms.iter().find_map(|form| {
            let held = form.held(english)?;
            // What a hole holds is shorter than the whole, so this ends.
            Some(form.filled(&held, |text| self.find(text).unwrap_or_else(|| figures(text))))
        })
    }
}

/// A text with holes, and its translation.
struct Form {
    /// What is said around the holes: one more than there are holes.
    said: Vec<String>,
    holes: Vec<String>,
    dutch: String,
}

impl Form {
    fn has_holes(text: &str) -> bool {
        !Form::new(text, String::new()).holes.is_empty()
    }

    fn new(english: &str, dutch: String) -> Self {
        let (mut said, mut holes, mut rest) = (vec![String::new()], Vec::new(), english);
        while let Some((before, after)) = rest.split_once('{') {
            let hole = after.split_once('}').filter(|(name, _)| {
                let name = name.trim_start_matches('=');
                !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
            });
            let last = said.len() - 1;
            said[last].push_str(before);
            match hole {
                Some((name, behind)) => {
                    holes.push(name.to_owned());
                    said.push(String::new());
                    rest = behind;
                }
                None => {
                    said[last].push('{');
                    rest = after;
                }
            }
        }
        let last = said.len() - 1;
        said[last].push_str(rest);
        Form { said, holes, dutch }
    }

    /// What each hole holds of this text; none where the text is not of this form.
    fn held<'a>(&self, text: &'a str) -> Option<Vec<&'a str>> {
        let (first, last) = (self.said.first()?, self.said.last()?);
        let mut rest = text.strip_prefix(first.as_str())?.strip_suffix(last.as_str())?;
        let mut held = Vec::with_capacity(self.holes.len());
        for said in &self.said[1..self.said.len() - 1] {
            let (before, after) = rest.split_once(said.as_str())?;
            held.push(before);
            rest = after;
        }
        held.push(rest);
        held.iter().all(|text| !text.is_empty()).then_some(held)
    }

    fn filled(&self, held: &[&str], translate: impl Fn(&str) -> String) -> String {
        let put = |(hole, held): (&String, &&str)| match hole.starts_with('=') {
            true => (format!("{{{hole}}}"), (*held).to_owned()),
            false => (format!("{{{hole}}}"), translate(held)),
        };
        let said = self.holes.iter().zip(held).map(put);
        said.fold(self.dutch.clone(), |text, (hole, held)| text.replace(&hole, &held))
    }
}

/// Figures without words in Dutch notation: points and commas change places.
fn figures(text: &str) -> String {
    let is_figure = |c: char| c.is_ascii_digit() || " .,/%+−-–±×$€".contains(c);
    let bare = text.strip_prefix("EUR ").unwrap_or(text);
    if !bare.chars().all(is_figure) {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    let digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
    let mark = |(at, c): (usize, &char)| match c {
        '.' if digit(at.checked_add(1)) && digit(at.checked_sub(1)) => ",".to_owned(),
        '.' if digit(at.checked_add(1)) => "0,".to_owned(),
        ',' if digit(at.checked_add(1)) => ".".to_owned(),
        other => other.to_string(),
    };
    letters.iter().enumerate().map(mark).collect()
}

impl Words {
    /// A sentence that came with the data; as it is where it has no translation.
    pub fn phrase(self, english: &str) -> String {
        self.found_in(&PHRASES, english)
    }

    /// A sentence that the program made; as it is where it has no translation.
    pub fn message(self, english: &str) -> String {
        self.found_in(&MESSAGES, english)
    }

    /// The value, the unit or the label of a number of the library.
    pub fn of_number(self, english: &str) -> String {
        match self.language() {
            Language::English => english.to_owned(),
            Language::Dutch => NUMBERS.find(english).unwrap_or_else(|| figures(english)),
        }
    }

    fn found_in(self, phrases: &Phrases, english: &str) -> String {
        match self.language() {
            Language::English => english.to_owned(),
            Language::Dutch => phrases.find(english).unwrap_or_else(|| english.to_owned()),
        }
    }

    /// A source: the entries that it names stay, and its words are translated.
    pub fn source(self, english: &str) -> String {
        let own = |name: &str| name == "own assumption" || fact(name).is_some();
        let end = english.find([':', ';']).unwrap_or(english.len());
        if english.is_empty() || !named(english).all(own) {
            return self.phrase(english);
        }
        let (names, rest) = english.split_at(end);
        let names: Vec<String> = named(names).map(|name| self.phrase(name)).collect();
        let mark: String = rest.chars().take(1).collect();
        match rest.get(1..).map(str::trim).filter(|rest| !rest.is_empty()) {
            Some(words) => format!("{}{mark} {}", names.join(", "), self.phrase(words)),
            None => names.join(", "),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dutch(english: &str, dutch: &str, text: &str) -> Option<String> {
        let file = format!("{english:?} = {dutch:?}\n\"hair\" = \"haar\"\n");
        Phrases::new(&[&file]).find(text)
    }

    #[test]
    fn a_phrase_is_found_whole_or_by_its_form_and_what_a_hole_holds_is_translated() {
        assert_eq!(dutch("none", "geen", "none").as_deref(), Some("geen"));
        assert_eq!(dutch("{a} of {b}", "{b}: {a}", "2.5 of hair").as_deref(), Some("haar: 2,5"));
        assert_eq!(dutch("must be {rule}", "moet {rule} zijn", "must be "), None, "nothing in the hole");
        assert_eq!(dutch("in {0..1} {a}", "op {0..1} {a}", "in {0..1} x").as_deref(), Some("op {0..1} x"));
        assert_eq!(dutch("write {=x}", "schrijf {=x}", "write 0.5").as_deref(), Some("schrijf 0.5"));
        assert_eq!(dutch("none", "geen", "words of a reader"), None);
    }

    #[test]
    fn figures_change_their_marks_and_words_do_not() {
        assert_eq!(figures(".36"), "0,36");
        assert_eq!(figures("EUR 7,500"), "EUR 7.500");
        assert_eq!(figures("−0.3/0.5/1.2 %"), "−0,3/0,5/1,2 %");
        assert_eq!(figures("hotel.toml"), "hotel.toml");
    }

    #[test]
    fn a_source_keeps_the_entries_it_names() {
        let words = Words::new(Language::Dutch);
        assert_eq!(
            words.source("own assumption: as many come as leave"),
            "eigen aanname: er komen er evenveel als er vertrekken"
        );
        assert_eq!(words.source("A1a, knight-2019: judgement"), "A1a, knight-2019: inschatting");
        assert_eq!(words.source("booking system"), "booking system");
        assert_eq!(Words::new(Language::English).source("own assumption"), "own assumption");
    }

    #[test]
    fn every_file_of_phrases_is_read_and_no_phrase_stands_twice_nor_loses_a_hole() {
        let mut all = BTreeMap::new();
        for text in DUTCH.iter().chain(MESSAGES_IN_DUTCH).chain(NUMBERS_IN_DUTCH) {
            let read: BTreeMap<String, String> = toml::from_str(text).unwrap_or_else(|e| panic!("{e}"));
            assert!(!read.is_empty());
            for (english, dutch) in read {
                let form = Form::new(&english, dutch.clone());
                assert!(form.holes.iter().all(|hole| dutch.contains(&format!("{{{hole}}}"))), "{english}");
                all.insert(english.clone(), dutch);
            }
        }
        assert!(all.len() > 200);
    }
}
