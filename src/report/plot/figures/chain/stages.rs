//! The stages of the picture: cards with their readings.

use super::parts::{Column, LINE, PAD, Reading, Stage, boxed, ending};
use crate::plot::canvas::font::{Weight, fit, width, wrap};
use crate::plot::canvas::frame::text;
use crate::plot::canvas::scene::{Rect, Scene};
use crate::plot::canvas::style::{Theme, text_size};

/// Where columns of readings stand, as shares of the room inside a card.
const WITHOUT: f64 = 0.47;
const WITH: f64 = 0.62;
/// How far a part of a reading stands in.
const INDENT: f64 = 14.0;
/// Where the arrow from one value to the other ends, behind the first: the same in every row.
const ARROW: f64 = 22.0;

/// The heads of the columns, on this baseline.
pub(super) fn heads(scene: &mut Scene, column: Column, y: f64, heads: &[String; 3], theme: &Theme) {
    let [without, with, change] = heads;
    let at = places(column);
    scene.text(ending(without, (at.without, y), theme.muted));
    scene.text(ending(with, (at.with, y), theme.muted));
    let room = at.right - at.with - 16.0;
    scene.text(ending(&fit(change, text_size::TICK, Weight::Regular, room), (at.right, y), theme.muted));
}

/// The right edges of the columns of readings.
struct Places {
    left: f64,
    without: f64,
    with: f64,
    right: f64,
}

fn places(column: Column) -> Places {
    let (left, right) = (column.left + PAD, column.right - PAD);
    Places { left, without: left + WITHOUT * (right - left), with: left + WITH * (right - left), right }
}

/// A card over the whole width; gives its lower edge.
pub(super) fn card(scene: &mut Scene, column: Column, top: f64, stage: &Stage, theme: &Theme) -> f64 {
    let lines: f64 = stage.readings.iter().map(|reading| lines_of(column, reading)).sum();
    let height = PAD + LINE + LINE * lines + PAD - 4.0;
    let rect = Rect { left: column.left, top, right: column.right, bottom: top + height };
    boxed(scene, rect, theme);
    let mut y = top + PAD + 11.0;
    title(scene, column, y, &stage.title, theme);
    for reading in &stage.readings {
        y += LINE;
        match lines_of(column, reading) > 1.0 {
            true => {
                let more = lines_of(column, reading) - 1.0;
                stacked(scene, column, (y, more > 1.0), reading, theme);
                y += LINE * more;
            }
            false => line(scene, column, y, reading, theme),
        }
    }
    rect.bottom
}

/// Lines that a reading takes: two or three in a narrow picture, but where its name and its only value fit on one.
fn lines_of(column: Column, reading: &Reading) -> f64 {
    let room = column.width() - 2.0 * PAD;
    let wide = |words: &str| width(words, text_size::TICK, Weight::Regular);
    let values = wide(&both(reading)) * 1.08 + 12.0 + wide(&reading.change) + if reading.part { INDENT } else { 0.0 };
    match reading.without.is_empty() && wide(&reading.name) + wide(&reading.change) + 16.0 <= room {
        _ if !column.is_narrow() => 1.0,
        true => 1.0,
        false if values <= room => 2.0,
        false => 3.0,
    }
}

/// What it was and what it becomes.
fn both(reading: &Reading) -> String {
    match reading.without.is_empty() {
        true => reading.with.clone(),
        false => format!("{} → {}", reading.without, reading.with),
    }
}

fn title(scene: &mut Scene, column: Column, y: f64, words: &str, theme: &Theme) {
    let room = (column.width() - 2.0 * PAD) * 0.97;
    let words = fit(words, text_size::LABEL, Weight::SemiBold, room);
    let mut title = text(&words, (column.left + PAD, y), text_size::LABEL, theme.ink);
    title.weight = Weight::SemiBold;
    scene.text(title);
}

/// A reading on one line.
fn line(scene: &mut Scene, column: Column, y: f64, reading: &Reading, theme: &Theme) {
    let at = places(column);
    let left = at.left + if reading.part { INDENT } else { 0.0 };
    let beside = match reading.without.is_empty() {
        true => at.right - width(&reading.change, text_size::TICK, Weight::Regular),
        false => at.without - width(&reading.without, text_size::TICK, Weight::Regular),
    };
    let room = beside - left - 10.0;
    let name = fit(&reading.name, text_size::TICK, Weight::Regular, room);
    scene.text(text(&name, (left, y), text_size::TICK, if reading.part { theme.muted } else { theme.ink }));
    if !reading.without.is_empty() {
        scene.text(ending(&reading.without, (at.without, y), theme.ink));
        scene.text(ending("→", (at.without + ARROW, y), theme.muted));
    }
    let mut with = ending(&reading.with, (at.with, y), theme.ink);
    with.weight = Weight::SemiBold;
    scene.text(with);
    let room = if reading.without.is_empty() { at.right - at.left } else { at.right - at.with - 14.0 };
    scene.text(ending(&fit(&reading.change, text_size::TICK, Weight::Regular, room), (at.right, y), theme.ink));
}

/// A reading on two lines: its name, then its values; on three where the values do not fit on one.
fn stacked(scene: &mut Scene, column: Column, (y, apart): (f64, bool), reading: &Reading, theme: &Theme) {
    let at = places(column);
    let left = at.left + if reading.part { INDENT } else { 0.0 };
    let name = fit(&reading.name, text_size::TICK, Weight::Regular, at.right - left);
    scene.text(text(&name, (left, y), text_size::TICK, theme.muted));
    let room = at.right - left;
    let mut both = text(
        &fit(&both(reading), text_size::TICK, Weight::SemiBold, room),
        (left, y + LINE - 2.0),
        text_size::TICK,
        theme.ink,
    );
    both.weight = Weight::SemiBold;
    scene.text(both);
    let below = if apart { 2.0 * LINE - 3.0 } else { LINE - 2.0 };
    let change = fit(&reading.change, text_size::TICK, Weight::Regular, room);
    scene.text(ending(&change, (at.right, y + below), theme.ink));
}

/// Lines that the title of a card side by side with others may take.
const TITLE_LINES: usize = 2;

/// Cards side by side, all of one height; gives their lower edge.
pub(super) fn row(scene: &mut Scene, columns: &[Column], top: f64, stages: &[Stage], theme: &Theme) -> f64 {
    let lines = |(column, stage): (&Column, &Stage)| -> f64 {
        stage.readings.iter().map(|reading| names(*column, reading).len() as f64 + 1.0).sum()
    };
    let most = columns.iter().zip(stages).map(lines).fold(0.0, f64::max);
    let titles: Vec<Vec<String>> = columns.iter().zip(stages).map(|(column, stage)| wrapped(*column, stage)).collect();
    let title_lines = titles.iter().map(Vec::len).max().unwrap_or(1) as f64;
    let height = PAD + LINE * title_lines + most * (LINE - 1.0) + PAD - 4.0;
    for ((column, stage), title_words) in columns.iter().zip(stages).zip(&titles) {
        boxed(scene, Rect { left: column.left, top, right: column.right, bottom: top + height }, theme);
        let mut y = top + PAD + 11.0;
        for words in title_words {
            title(scene, *column, y, words, theme);
            y += LINE;
        }
        y += LINE * (title_lines - title_words.len() as f64);
        for reading in &stage.readings {
            y = small(scene, *column, y, reading, theme);
        }
    }
    top + height
}

fn wrapped(column: Column, stage: &Stage) -> Vec<String> {
    wrap(&stage.title, text_size::LABEL, Weight::SemiBold, (column.width() - 2.0 * PAD) * 0.95, TITLE_LINES)
}

fn names(column: Column, reading: &Reading) -> Vec<String> {
    wrap(&reading.name, text_size::TICK, Weight::Regular, column.width() - 2.0 * PAD, TITLE_LINES)
}

/// A reading of a card side by side with others: its name, then its value; gives the line below.
fn small(scene: &mut Scene, column: Column, mut y: f64, reading: &Reading, theme: &Theme) -> f64 {
    let (left, room) = (column.left + PAD, column.width() - 2.0 * PAD);
    for name in names(column, reading) {
        scene.text(text(&name, (left, y), text_size::TICK, theme.muted));
        y += LINE - 1.0;
    }
    let value = fit(&reading.change, text_size::TICK, Weight::SemiBold, room);
    let mut value = text(&value, (left, y), text_size::TICK, theme.ink);
    value.weight = Weight::SemiBold;
    scene.text(value);
    y + LINE - 1.0
}
