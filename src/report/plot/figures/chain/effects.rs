//! The arrows of the picture: what carries them, how strongly, and how well that is known.

use super::parts::{Column, Effect, LINE, PAD, SHAFT, ending};
use crate::plot::canvas::font::{Weight, fit, width, wrap};
use crate::plot::canvas::frame::{MIDDLE_TO_BASELINE, text};
use crate::plot::canvas::scene::{Anchor, Rect, Scene};
use crate::plot::canvas::style::{Color, Theme, text_size};

/// Length of an arrow's head, and half of its width.
const HEAD: (f64, f64) = (8.0, 5.0);
/// Width and height of the badge of a grade.
const BADGE: (f64, f64) = (18.0, 14.0);
/// Room above and below the effects of an arrow.
const APART: f64 = 9.0;
const THICK: f64 = 1.6;

/// An arrow from the cards above to those below, with its effects beside it; gives its lower end.
pub(super) fn arrow(
    scene: &mut Scene,
    column: Column,
    top: f64,
    ends: &[Vec<Column>; 2],
    effects: &[Effect],
    theme: &Theme,
) -> f64 {
    let lines: Vec<Vec<String>> = effects.iter().map(|effect| names(column, effect)).collect();
    let listed: f64 = lines.iter().map(|names| height(column, names)).sum();
    let [joined, forked] = ends.each_ref().map(|side| if side.len() > 1 { 12.0 } else { 0.0 });
    let bottom = top + joined + 2.0 * APART + listed.max(4.0) + forked + HEAD.0 - 4.0;
    let x = column.left + SHAFT;
    let (from, to) = (top + joined, bottom - forked - if forked > 0.0 { HEAD.0 } else { 0.0 });
    scene.line(vec![(x, from), (x, to - if forked > 0.0 { 0.0 } else { HEAD.0 })], theme.muted, THICK);
    if joined > 0.0 {
        branches(scene, &ends[0], (top, from), theme);
    }
    if forked > 0.0 {
        branches(scene, &ends[1], (bottom - HEAD.0, to), theme);
    }
    ends[1].iter().for_each(|card| head(scene, (card.left + SHAFT, bottom), theme));
    let mut y = from + APART + 11.0;
    for (effect, names) in effects.iter().zip(&lines) {
        line(scene, column, y, (effect, names), theme);
        y += height(column, names);
    }
    bottom
}

/// Lines that the name of an effect may take.
const NAME_LINES: usize = 2;

/// The name of an effect in lines: over the whole width of a narrow picture, else beside the value.
fn names(column: Column, effect: &Effect) -> Vec<String> {
    let (left, right) = (column.left + 2.0 * SHAFT, column.right - PAD);
    let value = width(&effect.value, text_size::TICK, Weight::Regular).min((right - left) / 2.0);
    let beside = if column.is_narrow() { 0.0 } else { BADGE.0 + 8.0 + value + 12.0 };
    wrap(&effect.name, text_size::TICK, Weight::Regular, (right - left - beside) * 0.97, NAME_LINES)
}

/// Height of an effect whose name takes these lines; in a narrow picture its value stands below.
fn height(column: Column, names: &[String]) -> f64 {
    let more = LINE - 3.0;
    LINE + more * names.len().saturating_sub(1) as f64 + if column.is_narrow() { LINE } else { 0.0 }
}

/// Short lines from cards to a line that joins them.
fn branches(scene: &mut Scene, cards: &[Column], (at_card, at_line): (f64, f64), theme: &Theme) {
    let places: Vec<f64> = cards.iter().map(|card| card.left + SHAFT).collect();
    for x in &places {
        scene.line(vec![(*x, at_card), (*x, at_line)], theme.muted, THICK);
    }
    if let (Some(first), Some(last)) = (places.first(), places.last()) {
        scene.line(vec![(*first, at_line), (*last, at_line)], theme.muted, THICK);
    }
}

fn head(scene: &mut Scene, (x, y): (f64, f64), theme: &Theme) {
    scene.area(vec![(x - HEAD.1, y - HEAD.0), (x + HEAD.1, y - HEAD.0), (x, y)], theme.muted, 1.0);
}

fn line(scene: &mut Scene, column: Column, y: f64, (effect, names): (&Effect, &[String]), theme: &Theme) {
    let (left, right) = (column.left + 2.0 * SHAFT, column.right - PAD);
    let value_right = right - BADGE.0 - 8.0;
    let value = fit(&effect.value, text_size::TICK, Weight::Regular, value_right - left);
    for (place, name) in names.iter().enumerate() {
        scene.text(text(name, (left, y + (LINE - 3.0) * place as f64), text_size::TICK, theme.muted));
    }
    let below = if column.is_narrow() { height(column, names) - LINE - 2.0 } else { 0.0 };
    scene.text(ending(&value, (value_right, y + below), theme.ink));
    if !effect.grade.is_empty() {
        badge(scene, (right, y + below), &effect.grade, theme);
    }
}

/// The letter of a grade in a box whose right edge and baseline are given.
fn badge(scene: &mut Scene, (right, baseline): (f64, f64), grade: &str, theme: &Theme) {
    let (ground, ink) = colors(grade, theme);
    let middle = baseline - MIDDLE_TO_BASELINE * text_size::TICK;
    let (left, half) = (right - BADGE.0, BADGE.1 / 2.0);
    scene.rect(Rect { left, top: middle - half, right, bottom: middle + half }, ground, 1.0);
    let letter = fit(grade, text_size::FOOTER, Weight::SemiBold, BADGE.0);
    let at = ((left + right) / 2.0, middle + MIDDLE_TO_BASELINE * text_size::FOOTER);
    let mut letter = text(&letter, at, text_size::FOOTER, ink);
    letter.anchor = Anchor::Middle;
    letter.weight = Weight::SemiBold;
    scene.text(letter);
}

/// Ground and ink of a grade: the better known, the darker.
fn colors(grade: &str, theme: &Theme) -> (Color, Color) {
    match grade {
        "A" => (theme.main, theme.background),
        "B" => (theme.inner_band, theme.ink),
        "C" => (theme.outer_band, theme.ink),
        _ => (theme.loss_ground, theme.loss_ink),
    }
}
