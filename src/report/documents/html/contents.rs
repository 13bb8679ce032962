//! The list of contents of the report: every section that has a heading, as a link.

use crate::words::Words;
use maud::{Markup, PreEscaped, html};

/// The contents of these sections, read off their headings; nothing where there are none.
pub fn contents(sections: &str, words: Words) -> Markup {
    let all: Vec<(&str, &str)> = sections.split("<section id=\"").skip(1).filter_map(heading).collect();
    if all.is_empty() {
        return html! {};
    }
    html! {
        nav.contents aria-label=(words.say("html-contents")) {
            ol { @for (id, title) in &all { li { a href={ "#" (id) } { (PreEscaped(title)) } } } }
        }
    }
}

/// Id and heading of a section; nothing where its heading is not seen.
fn heading(section: &str) -> Option<(&str, &str)> {
    let (id, rest) = section.split_once("\">")?;
    let (title, _) = rest.strip_prefix("<h2>")?.split_once("</h2>")?;
    Some((id, title))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::html::parts::section;
    use delight_model::scenario::Language;

    #[test]
    fn the_contents_have_every_section_whose_heading_is_seen() {
        let words = Words::new(Language::English);
        let quiet = html! { section #quiet { h2.quiet { "Unseen" } } };
        let all = [quiet, section("a", "One & <two>", html! { p { "text" } }), section("b", "Three", html! {})];
        let nav = contents(&all.map(Markup::into_string).concat(), words).into_string();
        assert!(nav.contains("<a href=\"#a\">One &amp; &lt;two&gt;</a>") && nav.contains("<a href=\"#b\">Three</a>"));
        assert!(!nav.contains("Unseen"));
        assert_eq!(contents("", words).into_string(), "");
    }
}
