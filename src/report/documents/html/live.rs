//! The frame of a page, and what may be put into it beside what a report says by itself.

use super::style::sheet_of;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// A part of a page that others make: markup, what it runs, how it looks, and what a browser may load for it.
#[derive(Clone, Debug, Default)]
pub struct Insert {
    /// Markup behind the answer.
    pub section: String,
    /// Markup at the end of the page: scripts and their data.
    pub scripts: String,
    /// Styles behind those of the report.
    pub sheet: String,
    /// Sources of the content security policy beyond those of the report, such as `script-src 'sha256-…'`.
    pub policy: String,
}

/// What a browser may load for a report: the styles and fonts in it, and nothing from anywhere else.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";

/// A page that is the part alone.
pub fn live_page(lang: &str, version: &str, title: &str, insert: &Insert) -> String {
    let sheet = sheet_of([title, &format!("delight {version}")], &insert.section);
    document([lang, version, title, &sheet], &insert.section, insert).into_string()
}

/// A page: its language, version, title and style sheet; its content; and what is put into it.
pub fn document([lang, version, title, sheet]: [&str; 4], content: &str, insert: &Insert) -> Markup {
    let policy = match insert.policy.is_empty() {
        true => POLICY.to_owned(),
        false => format!("{POLICY}; {}", insert.policy),
    };
    html! {
        (DOCTYPE)
        html lang=(lang) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="referrer" content="no-referrer";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content=(format!("delight {version}"));
                title { (title) }
                style { (PreEscaped(sheet)) (PreEscaped(&insert.sheet)) }
            }
            body { main { (PreEscaped(content)) } (PreEscaped(&insert.scripts)) }
        }
    }
}
