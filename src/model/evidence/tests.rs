//! What the library must hold, whatever is added to it.

use super::{
    CASES, Fact, FactKind, Grade, Link, Publication, Verification, behind, built_on, cited, fact, facts, guide, named,
    publication, publications, rests_on,
};
use std::collections::BTreeSet;

#[test]
fn every_entry_has_an_id_of_its_own() {
    let ids: BTreeSet<String> = facts().iter().map(|fact| fact.id.to_lowercase()).collect();
    assert_eq!(ids.len(), facts().len());
    for link in Link::ALL {
        assert!(!ids.contains(link.name()), "{} names a link and an entry", link.name());
    }
}

#[test]
fn every_entry_says_what_is_needed_to_doubt_it() {
    for fact in facts() {
        let id = &fact.id;
        assert!(!fact.statement.trim().is_empty() && !fact.source.trim().is_empty(), "{id}");
        assert!(fact.critique.is_some() || fact.kind == FactKind::Finding, "{id} has no critique");
        assert!(fact.numbers.iter().all(|n| !n.value.trim().is_empty() && !n.unit.trim().is_empty()), "{id}");
        let labelled = fact.numbers.iter().filter(|n| n.of.is_some()).count();
        assert!(fact.numbers.len() < 2 || labelled >= fact.numbers.len() - 1 || distinct_units(fact), "{id}");
    }
}

fn distinct_units(fact: &Fact) -> bool {
    fact.numbers.iter().map(|n| &n.unit).collect::<BTreeSet<_>>().len() == fact.numbers.len()
}

#[test]
fn all_claims_and_statements_of_the_authors_are_there() {
    for (letter, last) in [("S", 42), ("E", 23)] {
        for number in 1..=last {
            let id = if letter == "S" { format!("S{number:02}") } else { format!("E{number}") };
            let fact = fact(&id).unwrap_or_else(|| panic!("{id}"));
            assert!(matches!(fact.kind, FactKind::Claim | FactKind::Statement), "{id}");
            assert_eq!(fact.verification, Verification::Claim, "{id}: a claim is not verified by being made");
        }
    }
}

#[test]
fn every_reference_leads_to_an_entry() {
    let ids: BTreeSet<&str> = facts().iter().map(|fact| fact.id.as_str()).collect();
    for fact in facts() {
        for other in &fact.rests_on {
            assert!(ids.contains(other.as_str()), "{} rests on {other}", fact.id);
        }
        assert!(
            fact.rests_on.iter().all(|other| !rests_on(self::fact(other).expect("known"), &fact.id)),
            "{}",
            fact.id
        );
    }
    for measure in &guide().measure {
        assert!(measure.replaces.iter().all(|id| ids.contains(id.as_str())), "{}", measure.what);
    }
}

#[test]
fn what_is_seen_with_own_eyes_or_in_an_abstract_says_where() {
    for fact in facts().iter().filter(|f| f.verification <= Verification::Abstract) {
        assert!(fact.seen.is_some(), "{}", fact.id);
    }
}

#[test]
fn no_number_has_a_better_mark_than_its_entry() {
    for fact in facts() {
        for number in &fact.numbers {
            assert!(number.verification.is_none_or(|own| own >= fact.verification), "{}: {}", fact.id, number.value);
            let own = number.grade.as_ref().and_then(super::Graded::best);
            assert!(own.is_none_or(|own| Some(own) >= fact.grade.best()), "{}: {}", fact.id, number.value);
        }
    }
}

#[test]
fn what_is_claimed_assumed_or_from_memory_never_has_the_best_grade() {
    for fact in facts().iter().filter(|f| f.kind == FactKind::Constant) {
        assert_eq!(fact.grade.best(), Some(Grade::D), "{}", fact.id);
    }
    for fact in facts().iter().filter(|f| f.verification == Verification::Claim) {
        assert!(fact.grade.worst().is_none_or(|grade| grade >= Grade::B), "{}", fact.id);
        assert!(fact.grade.best() != Some(Grade::A), "{}", fact.id);
    }
}

/// Derivations that are graded above what they rest on, in the notes from which the library was made; their critique says so.
const ABOVE_THEIR_GROUNDS: [&str; 2] = ["C2", "C3"];

#[test]
fn a_derivation_is_graded_no_better_than_the_best_it_rests_on() {
    for fact in facts().iter().filter(|f| f.kind == FactKind::Derivation) {
        let grounds = fact.rests_on.iter().filter_map(|id| self::fact(id)?.grade.best()).min().unwrap_or(Grade::D);
        let promoted = fact.grade.best().is_some_and(|own| own < grounds);
        assert_eq!(promoted, ABOVE_THEIR_GROUNDS.contains(&fact.id.as_str()), "{}", fact.id);
    }
}

#[test]
fn a_source_names_the_entries_before_its_first_colon_or_semicolon() {
    let ids = |source| cited(source).iter().map(|f| f.id.as_str()).collect::<Vec<_>>();
    assert_eq!(ids("A1a, S24: surveys, S13"), ["A1a", "S24"]);
    assert_eq!(ids("A5; assumption for 900 employees"), ["A5"]);
    assert_eq!(ids("own administration 2026: S13"), [""; 0]);
    assert_eq!(named("F2, own assumption: words").collect::<Vec<_>>(), ["F2", "own assumption"]);
}

#[test]
fn grounds_are_followed_to_the_end() {
    let churn = fact("D1").expect("D1");
    assert!(rests_on(churn, "S13") && rests_on(churn, "jones-sasser-1995-xerox"));
    assert!(!rests_on(churn, "knight-2017"));
    assert!(built_on("knight-2017").iter().any(|f| f.id == "B1"));
}

// --- The bibliography -------------------------------------------------------------------------------------------------

#[test]
fn whatever_was_published_is_cited() {
    for fact in facts().iter().filter(|fact| fact.verification != Verification::Own) {
        let published = matches!(fact.kind, FactKind::Finding | FactKind::Claim | FactKind::Statement);
        assert!(!published || !fact.cites.is_empty(), "{} cites no publication", fact.id);
    }
}

#[test]
fn every_key_has_a_publication_and_every_publication_is_cited() {
    let keys: BTreeSet<&str> = publications().iter().map(|publication| publication.key.as_str()).collect();
    assert_eq!(keys.len(), publications().len(), "a key stands twice");
    let cases: toml::Table = toml::from_str(CASES).expect("the cases are well formed");
    let of_cases = cases["case"].as_array().into_iter().flatten().filter_map(|case| case.get("cites")?.as_array());
    let of_facts = facts().iter().flat_map(|fact| &fact.cites).map(String::as_str);
    let used: BTreeSet<&str> = of_facts.chain(of_cases.flatten().filter_map(|key| key.as_str())).collect();
    assert_eq!(used, keys);
    // What BibTeX takes for a key without quotes.
    assert!(keys.iter().all(|key| key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')));
}

/// A registrant of four to nine digits, and something of its own without white space (ISO 26324).
fn is_doi(text: &str) -> bool {
    let Some((registrant, own)) = text.strip_prefix("10.").and_then(|rest| rest.split_once('/')) else { return false };
    let digits = registrant.len() >= 4 && registrant.len() <= 9 && registrant.chars().all(|c| c.is_ascii_digit());
    digits && !own.is_empty() && !own.ends_with(['.', ',']) && own.chars().all(|c| c.is_ascii_graphic())
}

#[test]
fn an_identifier_is_one_and_belongs_to_one_publication() {
    assert!(is_doi("10.1037/0021-9010.87.2.268") && !is_doi("https://doi.org/10.1037/x") && !is_doi("10.1037/a b"));
    let all: Vec<&String> = publications().iter().filter_map(|publication| publication.doi.as_ref()).collect();
    assert!(all.len() > 50, "{}", all.len());
    assert!(all.iter().all(|doi| is_doi(doi)), "{all:?}");
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
}

/// Of an article, what it takes to find it: a journal, and the year in which it came out.
fn is_citable(publication: &Publication) -> bool {
    let article = publication.kind == super::PublicationKind::Article;
    let placed = publication.journal.is_some() && publication.year.is_some();
    // What could not be found out is said.
    let told = !publication.authors.is_empty() && !publication.is_untitled();
    (!article || placed) && (told || publication.note.is_some())
}

#[test]
fn a_publication_can_be_looked_up_or_says_what_is_not_known() {
    for publication in publications() {
        assert!(is_citable(publication), "{}", publication.key);
        assert!(publication.authors.iter().all(|author| !author.contains(';')), "{}", publication.key);
        let year = publication.year.as_deref().unwrap_or("2000");
        assert!(year.get(..4).is_some_and(|year| year.parse().is_ok_and(|y: u32| y > 1950)), "{}", publication.key);
    }
    let named = publications().iter().filter(|publication| !publication.is_untitled()).count();
    assert!(named > 110, "only {named} titles are known");
}

/// Hosts of copies, mirrors and scrapings: no address of a publication, nor a place at which to look.
const MILLS: [&str; 34] = [
    "scribd",
    "slideshare",
    "mafiadoc",
    "ilovetranslation",
    "docplayer",
    "docksci",
    "vdocument",
    "fdocument",
    "pdfslide",
    "paperzz",
    "studylib",
    "studyres",
    "doczz",
    "9pdf",
    "docslib",
    "coek.info",
    "zendy",
    "typeset.io",
    "paperexplained",
    "cnpereading",
    "researchgate",
    "academia.edu",
    "globalauthorid",
    "study.space",
    "dokumen",
    "pdfcoke",
    "5dok",
    "123dok",
    "1library",
    "readkong",
    "yumpu",
    "silo.tips",
    "coursehero",
    "sci-hub",
];

#[test]
fn no_address_is_that_of_a_document_mill() {
    let found = |text: &str| MILLS.into_iter().find(|host| text.to_lowercase().contains(host));
    for publication in publications() {
        let address = publication.address().unwrap_or_default();
        assert!(address.is_empty() || address.starts_with("https://"), "{address}");
        assert_eq!(found(&address), None, "{}", publication.key);
    }
    for fact in facts() {
        let seen = [Some(&fact.source), fact.seen.as_ref(), fact.critique.as_ref(), fact.context.as_ref()];
        seen.into_iter().flatten().for_each(|text| assert_eq!(found(text), None, "{}: {text}", fact.id));
    }
    assert!(found("it.scribd.com/document/1").is_some());
}

#[test]
fn what_stands_behind_a_derivation_is_what_its_grounds_cite() {
    let keys = |id: &str| behind(fact(id)).iter().map(|p| p.key.as_str()).collect::<Vec<_>>();
    assert_eq!(keys("knight-2017"), ["knight-2017"]);
    // S13 is a claim of the book; it goes back to Xerox and to promoters.
    assert_eq!(keys("S13"), ["jones-sasser-1995", "temkin-promoters", "thomassen-de-haan-book", "xm-promoters"]);
    assert!(keys("fixed-caps").is_empty());
    assert!(publication("harter-2002").and_then(Publication::address).unwrap().starts_with("https://doi.org/10.1037/"));
}
