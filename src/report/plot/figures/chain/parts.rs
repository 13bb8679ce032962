//! The parts of the picture: links, stages and effects, and the columns they stand in.

use crate::plot::canvas::frame::text;
use crate::plot::canvas::scene::{Anchor, Rect, Scene, Text};
use crate::plot::canvas::style::{Color, Theme, text_size};

/// One step of the chain: the effects of the arrow into it, and one or more stages side by side.
#[derive(Clone, Debug, Default)]
pub struct ChainLink {
    /// What carries the arrow; the first link has no arrow.
    pub effects: Vec<Effect>,
    /// The stages, at most four.
    pub stages: Vec<Stage>,
}

/// The strength of an effect.
#[derive(Clone, Debug)]
pub struct Effect {
    /// Its name.
    pub name: String,
    /// Its value, written.
    pub value: String,
    /// Grade of its evidence, `A` to `D`; empty for none.
    pub grade: String,
}

/// A stage of the chain.
#[derive(Clone, Debug)]
pub struct Stage {
    /// Its name.
    pub title: String,
    /// What is measured there.
    pub readings: Vec<Reading>,
}

/// Something measured at a stage.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Its name.
    pub name: String,
    /// Without the programme; empty if that says nothing.
    pub without: String,
    /// With it.
    pub with: String,
    /// The change with its band.
    pub change: String,
    /// Whether it is a part of the reading above it.
    pub part: bool,
}

/// Height of a line of text.
pub(super) const LINE: f64 = 18.0;
/// Room inside a card.
pub(super) const PAD: f64 = 12.0;
/// Room between cards side by side.
pub(super) const GUTTER: f64 = 12.0;
/// From the left edge of a card to the arrow that enters it.
pub(super) const SHAFT: f64 = 22.0;
/// A picture narrower than this writes names above values.
pub(super) const NARROW: f64 = 560.0;

/// Where the picture stands.
#[derive(Clone, Copy)]
pub(super) struct Column {
    pub left: f64,
    pub right: f64,
}

impl Column {
    pub(super) fn width(self) -> f64 {
        self.right - self.left
    }

    pub(super) fn is_narrow(self) -> bool {
        self.width() < NARROW
    }

    /// The columns of stages side by side; in a narrow picture they stand below one another.
    pub(super) fn split(self, count: usize) -> Vec<Column> {
        if self.is_narrow() || count < 2 {
            return vec![self];
        }
        let wide = (self.width() - GUTTER * (count as f64 - 1.0)) / count as f64;
        let left = |k: usize| self.left + (wide + GUTTER) * k as f64;
        (0..count).map(|k| Column { left: left(k), right: left(k) + wide }).collect()
    }
}

/// A box with a hairline around it and an edge of the main colour.
pub(super) fn boxed(scene: &mut Scene, rect: Rect, theme: &Theme) {
    scene.rect(rect, theme.grid, 1.0);
    scene.rect(rect.grown(-1.0), theme.background, 1.0);
    scene.rect(Rect { right: rect.left + 3.0, ..rect }, theme.main, 1.0);
}

/// A line of text that ends at `x`.
pub(super) fn ending(words: &str, (x, y): (f64, f64), color: Color) -> Text {
    let mut line = text(words, (x, y), text_size::TICK, color);
    line.anchor = Anchor::End;
    line
}
