//! `short.html`: what is proposed, the answer, what makes it pay, what to check first; at most three printed pages.

use super::answer::head;
use super::page::Report;
use super::parts::section;
use super::studies::of_block;
use crate::documents::story::{Body, Chapter, source};
use crate::page::content::Block;
use crate::plot::PlotError;
use maud::{Markup, html};

/// The chapters of the story that the short report has.
const CHAPTERS: [&str; 6] = ["proposal", "answer", "improve", "years", "conditions", "check"];
/// Notes of a chapter that are printed; the deck and the report have all of them.
const MOST_NOTES: usize = 5;
/// Bars that a figure is made high enough for.
const MOST_BARS: usize = 12;
/// Heights of a figure, wide and narrow, and of each of its bars where it has some.
const HEIGHTS: [u32; 2] = [60, 60];
const OF_BAR: [u32; 2] = [28, 40];

/// Head, chapters, and where the numbers come from.
///
/// # Errors
/// [`PlotError`] if a figure cannot be drawn.
pub fn short(page: &Report, story: &[Chapter]) -> Result<Markup, PlotError> {
    let told: Vec<&Chapter> = story.iter().filter(|chapter| CHAPTERS.contains(&chapter.name)).collect();
    let sections = told.into_iter().map(|chapter| of_chapter(page, chapter)).collect::<Result<Vec<_>, _>>()?;
    Ok(html! {
        (head(page))
        @for section in &sections { (section) }
        p.note { (source(page.findings(), page.words)) }
    })
}

fn of_chapter(page: &Report, chapter: &Chapter) -> Result<Markup, PlotError> {
    let (body, told) = match &chapter.body {
        Body::Table(table) => (of_block(&Block::Table(table.clone())), notes(chapter)),
        Body::Sentences(all) => (html! { ul { @for sentence in all { li { (sentence) } } } }, Vec::new()),
        // A figure says its finding itself, and its notes tell those who do not see it.
        Body::Figure(named, chart) => {
            let bars = chart.as_ref().map(|chart| chart.categories.len().min(MOST_BARS) as u32);
            let high = |k: usize| bars.map_or(named.heights[k], |bars| HEIGHTS[k] + OF_BAR[k] * bars);
            (page.drawn(named, [high(0), high(1)])?, Vec::new())
        }
    };
    let drawn = matches!(chapter.body, Body::Figure(..));
    let content = html! {
        @if !drawn { p.lead { (chapter.finding) } }
        @if !chapter.lead.is_empty() { p.note { (chapter.lead) } }
        (body)
        @for note in told { p { (note) } }
    };
    Ok(section(chapter.name, &chapter.heading, content))
}

/// The notes that say more than the table, the first ones.
fn notes(chapter: &Chapter) -> Vec<&String> {
    match chapter.name {
        "proposal" => Vec::new(),
        _ => chapter.notes.iter().take(MOST_NOTES).collect(),
    }
}
