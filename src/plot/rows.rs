//! Rows of names with room for a bar each, the first row on top.

use super::font::{Weight, width, wrap};
use super::frame::{Frame, MIDDLE_TO_BASELINE, text};
use super::scene::{Anchor, Rect, Scene};
use super::style::{Theme, space, text_size};

/// Share of the page that names may take.
const NAMES: f64 = 0.36;
/// Least and largest height of a row in nominal pixels.
const HEIGHTS: (f64, f64) = (17.0, 64.0);
/// Rows that are shown rather in one line each than fewer in two lines.
const AT_LEAST: usize = 6;
/// Height of a line of a name.
const LINE: f64 = 14.0;

/// Where rows stand.
pub(crate) struct Rows {
    /// The room of the bars.
    pub plot: Rect,
    /// Height of a row.
    pub height: f64,
    /// How many of the rows have room.
    pub shown: usize,
}

impl Rows {
    /// Room for rows of these names above an axis of values, with `head` pixels kept free above them.
    pub(crate) fn new(frame: &Frame, names: &[String], head: f64) -> Self {
        let widest = names.iter().map(|name| width(name, text_size::TICK, Weight::Regular)).fold(0.0, f64::max);
        // Readers without the embedded font may see letters which run wider.
        let column = (widest * 1.05).min(frame.body.width() * NAMES);
        let mut plot = frame.plot(column, 4.0, 1);
        plot.top += head;
        let fitting = |height: f64| (plot.height() / height).max(1.0) as usize;
        let long = widest * 1.05 > column;
        let most = if long { fitting(2.0 * LINE).max(AT_LEAST.min(fitting(HEIGHTS.0))) } else { fitting(HEIGHTS.0) };
        let shown = names.len().min(most);
        let height = (plot.height() / shown.max(1) as f64).min(HEIGHTS.1);
        plot.bottom = plot.bottom.min(plot.top + height * shown.max(1) as f64);
        Rows { plot, height, shown }
    }

    /// The middle of a row.
    pub(crate) fn middle(&self, row: usize) -> f64 {
        self.plot.top + self.height * (row as f64 + 0.5)
    }

    /// The room of the bar of a row between two places.
    pub(crate) fn bar(&self, row: usize, from: f64, to: f64) -> Rect {
        let half = (0.32 * self.height).min(15.0);
        let middle = self.middle(row);
        Rect { left: from.min(to), right: from.max(to), top: middle - half, bottom: middle + half }
    }

    /// Writes the names, in two lines where they need and have them.
    pub(crate) fn names(&self, scene: &mut Scene, names: &[String], left: f64, theme: &Theme) {
        let room = self.plot.left - space::GAP - left;
        let lines = if self.height >= 2.0 * LINE { 2 } else { 1 };
        for (row, name) in names.iter().take(self.shown).enumerate() {
            let wrapped = wrap(name, text_size::TICK, Weight::Regular, room, lines);
            let first = self.middle(row) - (wrapped.len() as f64 - 1.0) * LINE / 2.0;
            for (line, part) in wrapped.iter().enumerate() {
                let y = first + line as f64 * LINE + MIDDLE_TO_BASELINE * text_size::TICK;
                let mut part = text(part, (self.plot.left - space::GAP, y), text_size::TICK, theme.ink);
                part.anchor = Anchor::End;
                scene.text(part);
            }
        }
    }

    /// Writes a label at the middle of a row, its end nearest to the bar at `x`.
    pub(crate) fn label(&self, scene: &mut Scene, row: usize, x: f64, anchor: Anchor, words: &str, theme: &Theme) {
        let y = self.middle(row) + MIDDLE_TO_BASELINE * text_size::TICK;
        let mut label = text(words, (x, y), text_size::TICK, theme.muted);
        label.anchor = anchor;
        scene.text(label);
    }
}

/// Width of the widest of these labels of bars.
pub(crate) fn widest<'a>(labels: impl Iterator<Item = &'a str>) -> f64 {
    labels.map(|label| width(label, text_size::TICK, Weight::Regular)).fold(0.0, f64::max)
}
