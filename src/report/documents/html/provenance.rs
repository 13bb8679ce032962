//! Where the numbers come from and how to get them again.

use super::page::Report;
use super::parts::section;
use crate::page::provenance::facts;
use maud::{Markup, html};

/// Version, seed, trials, digests, command.
pub fn provenance(page: &Report) -> Markup {
    let (f, words) = (page.findings(), page.words);
    let outdated = page.results.studies.outdated.join(", ");
    section(
        "provenance",
        &words.say("html-provenance"),
        html! {
            dl.pairs {
                @for fact in facts(f, words) {
                    dt { (fact.name) }
                    dd { @if fact.literal { code { (fact.value) } } @else { (fact.value) } }
                }
            }
            p.note { (words.say("html-provenance-note")) }
            @if !outdated.is_empty() { p.note { (words.say_with("outdated-studies", &[("names", &outdated)])) } }
        },
    )
}
