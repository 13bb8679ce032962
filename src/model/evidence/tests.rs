//! What the library must hold, whatever is added to it.

use super::{Fact, FactKind, Grade, Link, Verification, built_on, cited, fact, facts, guide, named, rests_on};
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
