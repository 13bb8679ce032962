//! `delight audit`: the rules that a case breaks, each with where, why and how to mend it.

use crate::page::content::Page;
use crate::words::Words;
use delight_studies::audit::{Audit, Breach, Found, Place, Rule, Severity, rules};

/// Places of a rule that are shown.
const PLACES: usize = 3;
/// Width of a rule.
const RULE: usize = 96;

/// The counts, then the rules by how grave they are.
pub(super) fn audit(found: &Audit, words: Words) -> Page {
    let mut page = Page::new(&found.case, &found.provenance, words);
    page.sentence(&counts(found, words));
    for severity in Severity::ALL {
        let breaches: Vec<&Breach> = found.findings.iter().filter(|breach| breach.severity == severity).collect();
        if breaches.is_empty() {
            continue;
        }
        page.heading((&words.say_of("severity", severity.key()), RULE), &[]);
        for breach in breaches {
            page.row(&format!("{} {}", breach.rule, words.say_of("audit-rule", &breach.rule)), &[]);
            let note = note(&page, breach);
            page.under(&note);
        }
    }
    page.remark(&words.say_with("audit-note", &[("trials", &words.whole(found.provenance.trials as f64))]));
    page
}

fn counts(found: &Audit, words: Words) -> String {
    let rules = found.rules.to_string();
    if found.findings.is_empty() {
        return words.say_with("audit-none", &[("rules", &rules)]);
    }
    let [must, should, notes] = Severity::ALL.map(|severity| found.count(severity).to_string());
    let args = [("rules", rules.as_str()), ("must", &must), ("should", &should), ("notes", &notes)];
    words.say_with("audit-counts", &args)
}

/// Where, why and how to mend.
fn note(page: &Page, breach: &Breach) -> String {
    let words = page.words;
    let mut parts: Vec<String> =
        breach.places.iter().take(PLACES).map(|place| format!("{}.", at(page, place))).collect();
    if breach.places.len() > PLACES {
        let count = (breach.places.len() - PLACES).to_string();
        parts.push(words.say_with("audit-more", &[("count", &count)]));
    }
    parts.push(words.say_with("audit-why", &[("why", &words.say_of("audit-reason", &breach.rule))]));
    parts.push(words.say_with("audit-mend", &[("mend", &words.say_of("audit-remedy", &breach.rule))]));
    let rule = rules().into_iter().find(|rule| rule.id == breach.rule);
    if let Some(source) = rule.and_then(|rule| source(&rule, words)) {
        parts.push(words.say_with("audit-source", &[("source", &source)]));
    }
    parts.join(" ")
}

/// `hotel.toml:12: finance.discount_rate: found "15%", against 12%`.
fn at(page: &Page, place: &Place) -> String {
    let file = match place.line {
        Some(line) => page.words.message(&format!("{}:{line}", place.file)),
        None => page.words.message(&place.file),
    };
    let [found, against] = [&place.found, &place.against].map(|f| f.as_ref().map(|f| written(page, f)));
    let measure = place.measure.as_ref().map(|measure| page.words.say_of("audit-measure", measure));
    let found = found.map(|found| held(page.words, measure.as_deref(), &found, against.as_deref()));
    let parts = [Some(file), Some(place.key.clone()), found];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
}

/// What was found or measured, and what it is compared with.
fn held(words: Words, measure: Option<&str>, found: &str, against: Option<&str>) -> String {
    let found = ("found", found);
    match (measure, against) {
        (None, None) => words.say_with("audit-found", &[found]),
        (None, Some(against)) => words.say_with("audit-found-against", &[found, ("against", against)]),
        (Some(measure), None) => words.say_with("audit-measured", &[("measure", measure), found]),
        (Some(measure), Some(against)) => {
            words.say_with("audit-measured-against", &[("measure", measure), found, ("against", against)])
        }
    }
}

fn written(page: &Page, found: &Found) -> String {
    let words = page.words;
    match found {
        Found::Written(text) => text.clone(),
        Found::Share(share) => page.share_error(share),
        Found::Money(amount) => page.money_error(amount),
        Found::Months(months) => words.say_with("audit-months", &[("months", &words.whole(*months))]),
        Found::Points(points) => words.say_with("audit-points", &[("points", &words.signed(*points, 2))]),
        Found::Times(times) => words.significant(*times),
        Found::Rank(rank) => words.say_with("audit-rank", &[("rank", &words.signed(*rank, 2))]),
        Found::Count(count) => count.to_string(),
    }
}

/// What a rule rests on: entries of the library, then literature.
pub(crate) fn source(rule: &Rule, words: Words) -> Option<String> {
    let parts: Vec<String> =
        [rule.rests_on.join(", "), words.message(rule.source)].into_iter().filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}
