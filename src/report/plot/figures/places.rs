//! Places: one bar a rival, cut into the shares of the trials in which it is first, second, … of all.

use crate::plot::canvas::caption::Caption;
use crate::plot::canvas::error::PlotError;
use crate::plot::canvas::figure::Figure;
use crate::plot::canvas::font::{Weight, width};
use crate::plot::canvas::format::Format;
use crate::plot::canvas::frame::{self, Frame, MIDDLE_TO_BASELINE, text};
use crate::plot::canvas::label::Label;
use crate::plot::canvas::rows::Rows;
use crate::plot::canvas::scene::{Anchor, Rect, Scene, Size};
use crate::plot::canvas::style::{Color, Theme, text_size};
use crate::plot::canvas::ticks::{Scale, usable};

/// The places of several rivals.
#[derive(Clone, Debug)]
pub struct Places {
    /// The words around the figure.
    pub caption: Caption,
    /// The rivals in the order shown; those without room are left out.
    pub rows: Vec<PlaceRow>,
}

/// The places of a rival.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceRow {
    /// Its name.
    pub name: String,
    /// Share of the trials in which it is first, second, …; what is no share counts as 0.
    pub shares: Vec<f64>,
}

impl Figure for Places {
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
        let x = Scale { low: 0.0, high: 1.0, at_low: rows.plot.left, at_high: rows.plot.right - 8.0 };
        let (left, wording) = (frame.body.left, frame.wording.clone());
        let scene = &mut frame.scene;
        rows.names(scene, &names, left, theme);
        for (k, row) in self.rows[..rows.shown].iter().enumerate() {
            let mut from = 0.0;
            for (place, share) in row.shares.iter().enumerate() {
                let share = if usable(*share) { share.clamp(0.0, 1.0 - from) } else { 0.0 };
                let bar = rows.bar(k, x.at(from), x.at(from + share));
                let ground = shade(theme, place, row.shares.len());
                scene.rect(Rect { right: (bar.right - 1.0).max(bar.left), ..bar }, ground, 1.0);
                label(scene, bar, &wording.write(Label::Share(share)), place, theme);
                from += share;
            }
        }
        let shares = Format::new(move |share| wording.write(Label::ShareTick(share)));
        frame::value_axis(scene, rows.plot, x, &shares, theme);
        Ok(frame.scene)
    }
}

/// The first place stands out; from the second to the last the shades fade.
fn shade(theme: &Theme, place: usize, places: usize) -> Color {
    if place == 0 {
        return theme.main;
    }
    let part = 0.9 * (place - 1) as f64 / places.saturating_sub(2).max(1) as f64;
    let mix = |a: u8, b: u8| (f64::from(a) + part * (f64::from(b) - f64::from(a))).round() as u8;
    let (from, to) = (theme.inner_band, theme.background);
    Color { r: mix(from.r, to.r), g: mix(from.g, to.g), b: mix(from.b, to.b) }
}

/// Writes a share into its part of the bar where it has room; on the darkest part in the colour of the paper.
fn label(scene: &mut Scene, bar: Rect, share: &str, place: usize, theme: &Theme) {
    if width(share, text_size::TICK, Weight::Regular) * 1.08 + 8.0 > bar.width() || bar.height() < text_size::TICK {
        return;
    }
    let color = if place == 0 { theme.background } else { theme.ink };
    let middle = (bar.top + bar.bottom) / 2.0 + MIDDLE_TO_BASELINE * text_size::TICK;
    let mut words = text(share, ((bar.left + bar.right) / 2.0, middle), text_size::TICK, color);
    words.anchor = Anchor::Middle;
    scene.text(words);
}
