//! The publications behind the evidence as BibTeX, for LaTeX and for managers of references.

use super::find::EvidencePage;
use super::inputs::Given;
use delight_model::evidence::{Fact, Publication, PublicationKind, behind, facts, publications};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Every publication, or those behind what was asked for: an entry, a link or an input, and all that it rests on.
pub fn bibtex(page: &EvidencePage) -> String {
    let of = |given: &[&Given]| behind(given.iter().flat_map(|given| given.cited()));
    let all: Vec<&Publication> = match page {
        EvidencePage::Overview => publications().iter().collect(),
        EvidencePage::Link(link) => behind(facts().iter().filter(|fact| fact.link == *link)),
        EvidencePage::Entry(fact) => behind([*fact] as [&Fact; 1]),
        EvidencePage::Input(given) | EvidencePage::Table(given) => of(given),
    };
    if all.is_empty() {
        return "% nothing published stands behind it\n".to_owned();
    }
    all.into_iter().map(entry).collect::<Vec<_>>().join("\n")
}

fn entry(p: &Publication) -> String {
    let text = |field: &Option<String>| field.as_deref().map(escaped);
    let raw = |field: &Option<String>| field.clone();
    let (kind, place) = kind(p);
    let mut fields = vec![
        ("author", (!p.authors.is_empty()).then(|| authors(&p.authors))),
        ("title", Some(format!("{{{}}}", escaped(&p.title)))),
        ("year", text(&p.year)),
        ("journal", text(&p.journal)),
        ("booktitle", text(&p.within)),
        ("volume", text(&p.volume)),
        ("number", text(&p.issue)),
        ("pages", text(&p.pages)),
    ];
    fields.extend(place);
    // Both are taken literally, by every style that knows them.
    fields.extend([("doi", raw(&p.doi)), ("url", p.address()), ("note", text(&p.note))]);
    let told: Vec<String> =
        fields.into_iter().filter_map(|(name, value)| Some(format!("  {name} = {{{}}}", value?))).collect();
    format!("@{kind}{{{},\n{}\n}}\n", p.key, told.join(",\n"))
}

/// The type of the entry, and where the publisher and the series belong in it.
fn kind(p: &Publication) -> (&'static str, [(&'static str, Option<String>); 2]) {
    let (publisher, series) = (p.publisher.as_deref().map(escaped), p.series.as_deref().map(escaped));
    match p.kind {
        PublicationKind::Article => ("article", [("publisher", publisher), ("series", series)]),
        PublicationKind::Book => ("book", [("publisher", publisher), ("series", series)]),
        PublicationKind::Chapter => ("incollection", [("publisher", publisher), ("series", series)]),
        PublicationKind::Report | PublicationKind::WorkingPaper if publisher.is_some() => {
            ("techreport", [("institution", publisher), ("type", series)])
        }
        _ => ("misc", [("publisher", publisher), ("howpublished", series)]),
    }
}

/// Names as BibTeX separates them; that of an organisation in braces, so that it is not taken apart.
fn authors(all: &[String]) -> String {
    let name = |author: &String| match author.as_str() {
        "others" => author.clone(),
        person if person.contains(", ") => escaped(person),
        organisation => format!("{{{}}}", escaped(organisation)),
    };
    all.iter().map(name).collect::<Vec<_>>().join(" and ")
}

/// Text in which no character means anything to LaTeX, in ASCII.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.nfd().peekable();
    while let Some(letter) = letters.next() {
        match letters.next_if(|mark| is_combining_mark(*mark)).and_then(accent) {
            Some(accent) => out.push_str(&format!("{{\\{accent}{{{letter}}}}}")),
            None => out.push_str(&sign(letter)),
        }
    }
    out
}

/// The command that puts this mark on a letter.
fn accent(mark: char) -> Option<char> {
    let marks = [
        ('\u{300}', '`'),
        ('\u{301}', '\''),
        ('\u{302}', '^'),
        ('\u{303}', '~'),
        ('\u{308}', '"'),
        ('\u{30a}', 'r'),
        ('\u{327}', 'c'),
    ];
    marks.into_iter().find_map(|(of, command)| (of == mark).then_some(command))
}

fn sign(letter: char) -> String {
    match letter {
        '&' | '%' | '$' | '#' | '_' | '{' | '}' => format!("\\{letter}"),
        '\\' => "\\textbackslash{}".to_owned(),
        '~' => "\\textasciitilde{}".to_owned(),
        '^' => "\\textasciicircum{}".to_owned(),
        '–' => "--".to_owned(),
        '—' => "---".to_owned(),
        '“' => "``".to_owned(),
        '”' => "''".to_owned(),
        '‘' => "`".to_owned(),
        '’' => "'".to_owned(),
        _ => letter.to_string(),
    }
}
