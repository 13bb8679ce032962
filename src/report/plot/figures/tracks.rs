//! Tracks: one bar a thing for all that it may be, with the part marked that is spoken of.

use crate::plot::canvas::caption::Caption;
use crate::plot::canvas::error::PlotError;
use crate::plot::canvas::figure::Figure;
use crate::plot::canvas::font::{Weight, fit, width};
use crate::plot::canvas::format::Format;
use crate::plot::canvas::frame::{self, Frame, MIDDLE_TO_BASELINE, text};
use crate::plot::canvas::rows::{Rows, widest};
use crate::plot::canvas::scene::{Anchor, Rect, Scene, Size};
use crate::plot::canvas::style::{Color, Theme, text_size};
use crate::plot::canvas::ticks::{Scale, usable};

/// Parts of ranges.
#[derive(Clone, Debug)]
pub struct Tracks {
    /// The words around the figure.
    pub caption: Caption,
    /// In the order shown; those without room are left out.
    pub rows: Vec<Track>,
    /// Writes places along the tracks, 0 to 1; none where every track has a scale of its own.
    pub axis: Option<Format>,
}

/// One thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    /// Its name.
    pub name: String,
    /// The part that is marked.
    pub part: Part,
    /// The part, written.
    pub label: String,
    /// Whether the part is bad news.
    pub loss: bool,
}

/// A part of a track.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// From one place to another, 0 to 1.
    Range(f64, f64),
    /// Some of the outcomes there are, each with its name.
    Outcomes(Vec<(String, bool)>),
}

const APART: f64 = 10.0;
const WIDEST: f64 = 240.0;
/// A part that is only a point is still seen.
const LEAST: f64 = 3.0;

impl Figure for Tracks {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn scene(&self, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        let mut frame = Frame::new(&self.caption, size, theme)?;
        let names: Vec<String> = self.rows.iter().map(|row| row.name.clone()).collect();
        let rows = Rows::new(&frame, &names, 0.0);
        if self.rows.is_empty() {
            frame::no_data(&mut frame.scene, rows.plot, &self.caption.wording, theme);
            return Ok(frame.scene);
        }
        let most = WIDEST.min(0.4 * rows.plot.width());
        let labels: Vec<String> =
            self.rows.iter().map(|row| fit(&row.label, text_size::TICK, Weight::Regular, most)).collect();
        let room = widest(labels.iter().take(rows.shown).map(String::as_str)) * 1.05 + APART;
        let plot = Rect { right: rows.plot.right - room, ..rows.plot };
        let x = Scale { low: 0.0, high: 1.0, at_low: plot.left, at_high: plot.right };
        let left = frame.body.left;
        let scene = &mut frame.scene;
        rows.names(scene, &names, left, theme);
        for (row, (track, label)) in self.rows.iter().zip(&labels).take(rows.shown).enumerate() {
            let bar = rows.bar(row, plot.left, plot.right);
            scene.rect(bar, theme.outer_band, 1.0);
            mark(scene, bar, track, x, theme);
            rows.label(scene, row, plot.right + APART, Anchor::Start, label, theme);
        }
        if let Some(format) = &self.axis {
            scene.upright(x.at(0.5), plot.top, plot.bottom, theme.axis);
            frame::value_axis(scene, plot, x, format, theme);
        }
        Ok(frame.scene)
    }
}

fn mark(scene: &mut Scene, bar: Rect, track: &Track, x: Scale, theme: &Theme) {
    let color = if track.loss { theme.loss } else { theme.gain };
    match &track.part {
        Part::Range(from, to) if usable(*from) && usable(*to) => {
            let (left, right) = (x.at(from.clamp(0.0, 1.0)), x.at(to.clamp(0.0, 1.0)));
            // A part at the very end grows inwards, so that it stays on its track.
            let left = left.min(bar.right - LEAST);
            scene.rect(Rect { left, right: right.max(left + LEAST), ..bar }, color, 1.0);
        }
        Part::Range(..) => (),
        Part::Outcomes(all) => {
            let wide = bar.width() / all.len().max(1) as f64;
            for (k, (name, held)) in all.iter().enumerate() {
                let left = bar.left + wide * k as f64;
                let part = Rect { left, right: left + wide, ..bar };
                if *held {
                    scene.rect(part, color, 1.0);
                }
                outcome(scene, part, name, if *held { theme.background } else { theme.muted });
                if k > 0 {
                    scene.upright(left, bar.top, bar.bottom, theme.background);
                }
            }
        }
    }
}

/// The name of an outcome within its part, if it has room; a name that is cut would say nothing.
fn outcome(scene: &mut Scene, part: Rect, name: &str, color: Color) {
    let short = name.split(',').next().unwrap_or_default();
    if width(short, text_size::TICK, Weight::Regular) * 1.05 + 6.0 > part.width() {
        return;
    }
    let middle =
        ((part.left + part.right) / 2.0, (part.top + part.bottom) / 2.0 + MIDDLE_TO_BASELINE * text_size::TICK);
    let mut label = text(short, middle, text_size::TICK, color);
    label.anchor = Anchor::Middle;
    scene.text(label);
}
