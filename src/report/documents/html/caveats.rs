//! Whether the result is plausible, how the scenario was understood, and what the model leaves out.

use super::page::Report;
use super::parts::section;
use crate::pages::run::answer as sentences;
use maud::{Markup, html};

/// The caveats.
pub fn caveats(page: &Report) -> Markup {
    let (f, words) = (page.findings(), page.words);
    let omitted = [
        words.say("caveat-band"),
        words.say("caveat-structure"),
        words.say("caveat-rivals"),
        words.say("caveat-segments"),
        words.say("caveat-finance"),
        words.say("caveat-own-data"),
    ];
    let chain = f.case.kind == "chain";
    section(
        "caveats",
        &words.say("html-caveats"),
        html! {
            @if !f.plausibility.is_empty() {
                h3 { (words.say("plausible-title")) }
                ul.checks {
                    @for (sound, sentence) in f.plausibility.iter().map(|check| sentences::plausibility(check, words)) {
                        li class=(if sound { "sound" } else { "unsound" }) {
                            span.mark aria-hidden="true" { (if sound { "✓" } else { "!" }) } " " (sentence)
                        }
                    }
                }
            }
            @if !f.notes.is_empty() {
                h3 { (words.say("notes-title")) }
                ul { @for note in &f.notes { li { (sentences::note(note, words)) } } }
            }
            h3 { (words.say("html-limits")) }
            ul { @for caveat in omitted.iter().take(if chain { omitted.len() } else { 1 }) { li { (caveat) } } }
        },
    )
}
