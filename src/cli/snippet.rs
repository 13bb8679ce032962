//! Diagnostics as a terminal shows them: the line of the file, with the place underlined.

use super::output::columns_of_errors;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use delight_model::scenario::{Diagnostic, Diagnostics, ScenarioError};

/// Columns in which lines of a file are shown, where the screen does not have fewer.
const USUAL_WIDTH: usize = 140;

/// Renders an error for a terminal, in colour or not.
pub fn render_error(error: &ScenarioError, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(columns_of_errors().min(USUAL_WIDTH));
    match error {
        ScenarioError::File { .. } | ScenarioError::Derived => {
            let title = error.to_string();
            renderer.render(&[Group::with_title(Level::ERROR.primary_title(title.as_str()))])
        }
        ScenarioError::Invalid(all) => {
            let mut parts: Vec<String> = all.list.iter().map(|d| render_one(&renderer, d, all)).collect();
            if all.more > 0 {
                parts.push(format!("and {} more", all.more));
            }
            parts.join("\n\n")
        }
    }
}

fn render_one(renderer: &Renderer, diagnostic: &Diagnostic, all: &Diagnostics) -> String {
    let title = match diagnostic.key.is_empty() {
        true => diagnostic.rule.clone(),
        false => format!("{}: {}", diagnostic.key, diagnostic.rule),
    };
    let label = match diagnostic.found.is_empty() {
        true => String::new(),
        false => format!("found {}", diagnostic.found),
    };
    let mut group = Group::with_title(Level::ERROR.primary_title(title.as_str()));
    let source = all.source(&diagnostic.file).filter(|_| diagnostic.line > 0);
    match source {
        Some(text) => {
            let end = diagnostic.span.end.min(text.len());
            let span = diagnostic.span.start.min(end)..end;
            let annotation = AnnotationKind::Primary.span(span).label(label.as_str());
            group = group.element(Snippet::source(text).path(diagnostic.file.as_str()).annotation(annotation));
        }
        None => group = group.element(Level::NOTE.message(format!("in {}", diagnostic.file))),
    }
    if let Some(fix) = &diagnostic.fix {
        group = group.element(Level::HELP.message(fix.as_str()));
    }
    renderer.render(&[group])
}
