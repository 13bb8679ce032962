//! Rows of names with room for a bar each, the first row on top.

use super::font::{Weight, width, wrap};
use super::frame::{Frame, MIDDLE_TO_BASELINE, text};
use super::scene::{Anchor, Rect, Scene};
use super::style::{Theme, space, text_size};

/// Share of the page that names beside the bars may take.
const NAMES: f64 = 0.36;
/// A body narrower than this has its names above the bars.
const NARROW: f64 = 560.0;
/// Least and largest height of a row in nominal pixels.
const HEIGHTS: (f64, f64) = (17.0, 90.0);
/// Rows that are shown rather in one line each than fewer in two lines.
const AT_LEAST: usize = 6;
/// Height of a line of a name.
const LINE: f64 = 14.0;
/// Height of a bar below its name, with the room around it.
const BAR_ROW: f64 = 20.0;
/// Least height of a row whose name stands above its bar.
const STACKED: f64 = LINE + BAR_ROW;

/// Where rows stand.
pub(crate) struct Rows {
    /// The room of the bars.
    pub plot: Rect,
    /// Height of a row.
    pub height: f64,
    /// How many of the rows have room.
    pub shown: usize,
    /// Lines that a name may take.
    lines: usize,
    /// Whether names stand above the bars, not beside them.
    stacked: bool,
}

impl Rows {
    /// Room for rows of these names above an axis of values, with `head` pixels kept free above them.
    pub(crate) fn new(frame: &Frame, names: &[String], head: f64) -> Self {
        let widest = names.iter().map(|name| width(name, text_size::TICK, Weight::Regular)).fold(0.0, f64::max);
        // Readers without the embedded font may see letters which run wider.
        let widest = widest * 1.05;
        if frame.body.width() < NARROW && widest > frame.body.width() * NAMES {
            return Self::stacked(frame, names.len(), head);
        }
        let column = widest.min(frame.body.width() * NAMES);
        let mut plot = frame.plot(column, 4.0, 1);
        plot.top += head;
        let fitting = |height: f64| (plot.height() / height).max(1.0) as usize;
        let long = widest > column;
        let most = if long { fitting(2.0 * LINE).max(AT_LEAST.min(fitting(HEIGHTS.0))) } else { fitting(HEIGHTS.0) };
        let mut rows = Self::within(plot, names.len().min(most));
        rows.lines = if rows.height >= 2.0 * LINE { 2 } else { 1 };
        rows
    }

    /// Rows whose names stand above the bars, which then have the whole width.
    fn stacked(frame: &Frame, names: usize, head: f64) -> Self {
        let mut plot = Rect { left: frame.body.left, ..frame.plot(0.0, 4.0, 1) };
        plot.top += head;
        let most = (plot.height() / STACKED).max(1.0) as usize;
        let mut rows = Self::within(plot, names.min(most));
        rows.stacked = true;
        rows.lines = if rows.height >= LINE + STACKED { 2 } else { 1 };
        rows
    }

    fn within(mut plot: Rect, shown: usize) -> Self {
        let height = (plot.height() / shown.max(1) as f64).min(HEIGHTS.1);
        plot.bottom = plot.bottom.min(plot.top + height * shown.max(1) as f64);
        Rows { plot, height, shown, lines: 1, stacked: false }
    }

    /// The middle of the bar of a row.
    pub(crate) fn middle(&self, row: usize) -> f64 {
        let top = self.plot.top + self.height * row as f64;
        match self.stacked {
            true => top + self.height - 3.0 - BAR_ROW / 2.0,
            false => top + self.height / 2.0,
        }
    }

    /// The room of the bar of a row between two places.
    pub(crate) fn bar(&self, row: usize, from: f64, to: f64) -> Rect {
        let half = if self.stacked { 7.0 } else { (0.32 * self.height).min(15.0) };
        let middle = self.middle(row);
        Rect { left: from.min(to), right: from.max(to), top: middle - half, bottom: middle + half }
    }

    /// Writes the names, in two lines where they need and have them; after the bars, whose lines they interrupt.
    pub(crate) fn names(&self, scene: &mut Scene, names: &[String], left: f64, theme: &Theme) {
        for (row, name) in names.iter().take(self.shown).enumerate() {
            if self.stacked {
                self.name_above(scene, row, name, theme);
            } else {
                self.name_beside(scene, row, name, self.plot.left - space::GAP - left, theme);
            }
        }
    }

    fn name_beside(&self, scene: &mut Scene, row: usize, name: &str, room: f64, theme: &Theme) {
        let wrapped = wrap(name, text_size::TICK, Weight::Regular, room, self.lines);
        let first = self.middle(row) - (wrapped.len() as f64 - 1.0) * LINE / 2.0;
        for (line, part) in wrapped.iter().enumerate() {
            let y = first + line as f64 * LINE + MIDDLE_TO_BASELINE * text_size::TICK;
            let mut part = text(part, (self.plot.left - space::GAP, y), text_size::TICK, theme.ink);
            part.anchor = Anchor::End;
            scene.text(part);
        }
    }

    fn name_above(&self, scene: &mut Scene, row: usize, name: &str, theme: &Theme) {
        let wrapped = wrap(name, text_size::TICK, Weight::Regular, self.plot.width() * 0.95, self.lines);
        let last = self.middle(row) - BAR_ROW / 2.0 - 2.0;
        for (line, part) in wrapped.iter().rev().enumerate() {
            let part = text(part, (self.plot.left, last - line as f64 * LINE), text_size::TICK, theme.ink);
            scene.rect(part.bounds().grown(1.5), theme.background, 1.0);
            scene.text(part);
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
