//! Rules on where the numbers come from.

use super::place::{Found, Place};
use super::rule::{Cases, Rule, Severity, Theme};
use super::subject::{Origin, Subject};
use crate::findings::Standing;
use delight_model::evidence::{FactKind, cited};
use delight_model::scenario::{Grade, Note};

/// Least share of the variance of an input that drives a case.
const DRIVES: f64 = 0.05;
/// Share of the variance that may rest on judgement; what is above it is above it for sure.
const JUDGEMENT: f64 = 0.5;

const fn rule(id: &'static str, severity: Severity, cases: Cases, check: fn(&Subject) -> Vec<Place>) -> Rule {
    Rule { id, theme: Theme::Evidence, severity, cases, rests_on: &[], source: "", check }
}

pub(super) const RULES: [Rule; 4] = [
    rule("AUD40", Severity::Should, Cases::Both, driver_without_source),
    rule("AUD41", Severity::Note, Cases::Both, judgement_decides),
    Rule {
        source: "Denrell, Organization Science 14 (2003) 227: who learns only from survivors learns what is risky as if it \
                 were good",
        ..rule("AUD42", Severity::Should, Cases::Both, survivors_only)
    },
    rule("AUD43", Severity::Note, Cases::Chain, questions_left_open),
];

fn driver_without_source(subject: &Subject) -> Vec<Place> {
    let bare = subject.driving(DRIVES).filter(|(a, _)| Origin::is_own(a) && a.provenance.source.is_none());
    bare.map(|(a, share)| Place::of(a).measured("variance", Found::Share(share.into())).against(Found::share(DRIVES)))
        .collect()
}

fn judgement_decides(subject: &Subject) -> Vec<Place> {
    let key = Standing::Graded(Grade::D).key();
    let of_judgement = subject.standings().iter().find(|of| of.key == key && of.first.low > JUDGEMENT);
    let place =
        |share| Place::at("grade D", "").measured("variance", Found::Share(share)).against(Found::share(JUDGEMENT));
    of_judgement.map(|of| place(of.first.into())).into_iter().collect()
}

/// Inputs that drive the case and whose source names nothing but what the method's authors claim of their successes.
fn survivors_only(subject: &Subject) -> Vec<Place> {
    let claims = |source: &str| {
        let facts = cited(source);
        !facts.is_empty() && facts.iter().all(|fact| fact.kind == FactKind::Claim)
    };
    let driven = subject.driving(DRIVES).filter(|(a, _)| a.provenance.source.as_deref().is_some_and(claims));
    driven
        .map(|(a, share)| Place::of(a).measured("variance", Found::Share(share.into())).against(Found::share(DRIVES)))
        .collect()
}

fn questions_left_open(subject: &Subject) -> Vec<Place> {
    let place = |note: &Note| match note {
        Note::Unanswered { missing, .. } => Some(Place::at("assessment", "").found(Found::Count(*missing as u64))),
        Note::Unassessed { elements } => Some(Place::at("assessment", "").found(Found::Written(elements.join(", ")))),
        _ => None,
    };
    subject.scenario.notes().iter().filter_map(place).collect()
}
