//! Diagnostics as a terminal shows them: the line of the file, with the place underlined.

use super::language;
use super::output::columns_of_errors;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use delight_model::scenario::{Diagnostic, Diagnostics, ScenarioError};
use delight_report::words::Words;
use std::ops::Range;

/// Columns in which lines of a file are shown, where the screen does not have fewer.
const USUAL_WIDTH: usize = 140;

/// Renders an error for a terminal, in colour or not.
pub fn render_error(error: &ScenarioError, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(columns_of_errors().min(USUAL_WIDTH));
    match error {
        ScenarioError::File { .. } | ScenarioError::Derived => {
            let words = language::of_messages();
            let (title, level) = (words.unread(error), words.say("error-level"));
            renderer.render(&[Group::with_title(Level::ERROR.with_name(level).primary_title(title.as_str()))])
        }
        ScenarioError::Invalid(all) => {
            let words = language::of_messages_on(all.sources.iter().map(|(_, text)| text.as_str()));
            let mut parts: Vec<String> = all.list.iter().map(|d| render_one(&renderer, d, all, words)).collect();
            if all.more > 0 {
                parts.push(words.say_with("error-more", &[("more", &all.more.to_string())]));
            }
            parts.join("\n\n")
        }
    }
}

fn render_one(renderer: &Renderer, diagnostic: &Diagnostic, all: &Diagnostics, words: Words) -> String {
    let rule = words.rule(diagnostic);
    let [error, note, help] = [words.say("error-level"), words.say("error-note"), words.say("error-help")];
    let title = match diagnostic.key.is_empty() {
        true => rule,
        false => format!("{}: {rule}", diagnostic.key),
    };
    let label = match diagnostic.found.is_empty() {
        true => String::new(),
        false => words.say_with("error-found", &[("found", &diagnostic.found)]),
    };
    let mut group = Group::with_title(Level::ERROR.with_name(error).primary_title(title.as_str()));
    let source = all.source(&diagnostic.file).filter(|_| diagnostic.line > 0);
    match source.and_then(|text| excerpt(text, diagnostic.span.clone(), diagnostic.line)) {
        Some(excerpt) => {
            let annotation = AnnotationKind::Primary.span(excerpt.span).label(label.as_str());
            let snippet = Snippet::source(excerpt.text).path(diagnostic.file.as_str()).line_start(excerpt.line);
            group = group.element(snippet.annotation(annotation));
        }
        None => {
            let place = match diagnostic.line {
                0 => diagnostic.file.clone(),
                line => format!("{}:{line}:{}", diagnostic.file, diagnostic.column),
            };
            let place = words.say_with("error-in", &[("place", &place)]);
            group = group.element(Level::NOTE.with_name(note.clone()).message(place));
            if !label.is_empty() {
                group = group.element(Level::NOTE.with_name(note.clone()).message(label.as_str()));
            }
        }
    }
    if let Some(fix) = &diagnostic.fix {
        group = group.element(Level::HELP.with_name(help).message(words.message(fix)));
    }
    renderer.render(&[group])
}

/// The lines of a file that an error is about.
struct Excerpt<'a> {
    text: &'a str,
    /// Line of the file in which it begins.
    line: usize,
    /// Bytes of the error in it.
    span: Range<usize>,
}

/// The lines of a span, no more than a reader takes in; none where a line is longer than anyone wrote by hand.
fn excerpt(text: &str, span: Range<usize>, line: usize) -> Option<Excerpt<'_>> {
    const MOST_LINES: usize = 8;
    const LONGEST: usize = 400;
    let start = span.start.min(text.len());
    let begin = text.get(..start)?.rfind('\n').map_or(0, |newline| newline + 1);
    let mut end = begin;
    for line in text[begin..].split_inclusive('\n').take(MOST_LINES) {
        end += line.len();
        // What lies beyond the end of the error is left out.
        if end > span.end {
            break;
        }
    }
    let shown = &text[begin..end];
    let fits = shown.lines().all(|line| line.len() <= LONGEST);
    let stop = span.end.clamp(start, end);
    fits.then(|| Excerpt { text: shown, line, span: start - begin..stop - begin })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_holds_the_lines_of_the_error_and_no_others() {
        let text = "a = 1\nb = 2\nc = 3\n";
        let found = excerpt(text, 10..11, 2).expect("short lines");
        assert_eq!((found.text, found.line, &found.text[found.span.clone()]), ("b = 2\n", 2, "2"));
        let end = excerpt(text, 18..18, 4).expect("the end");
        assert_eq!((end.text, end.span), ("", 0..0));
        assert!(excerpt(&"x".repeat(1 << 20), 5..6, 1).is_none());
    }

    #[test]
    fn an_error_over_many_lines_is_cut_where_a_reader_stops() {
        let text = "line\n".repeat(1000);
        let found = excerpt(&text, 5..4000, 2).expect("short lines");
        assert!(found.text.lines().count() <= 8 && found.span.end <= found.text.len());
    }
}
