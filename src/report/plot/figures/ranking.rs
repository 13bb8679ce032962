//! A ranking: one bar a thing, the longest on top, each with the interval in which its value lies.

use crate::plot::canvas::caption::Caption;
use crate::plot::canvas::error::PlotError;
use crate::plot::canvas::figure::Figure;
use crate::plot::canvas::font::{Weight, fit};
use crate::plot::canvas::format::Format;
use crate::plot::canvas::frame::{self, Frame};
use crate::plot::canvas::rows::{Rows, widest};
use crate::plot::canvas::scene::{Anchor, Scene, Size};
use crate::plot::canvas::style::{Color, Theme, line_width, text_size};
use crate::plot::canvas::ticks::{Scale, extent, usable, widened};

/// Values with their intervals.
#[derive(Clone, Debug)]
pub struct Ranking {
    /// The words around the figure.
    pub caption: Caption,
    /// In the order shown; those without room are left out.
    pub ranks: Vec<Rank>,
    /// Writes a value: `"12%"`.
    pub format: Format,
}

/// One thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Rank {
    /// Its name.
    pub name: String,
    /// Its value, from which the bar is drawn to zero; not drawn if it is not usable.
    pub value: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
    /// A second value, drawn as a ring.
    pub ring: Option<f64>,
    /// The value, written.
    pub label: String,
    /// Whether it stands back: what cannot be acted on.
    pub faint: bool,
}

const APART: f64 = 8.0;
const WIDEST: f64 = 150.0;

impl Figure for Ranking {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn scene(&self, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        let mut frame = Frame::new(&self.caption, size, theme)?;
        let names: Vec<String> = self.ranks.iter().map(|rank| rank.name.clone()).collect();
        let labels: Vec<String> =
            self.ranks.iter().map(|rank| fit(&rank.label, text_size::TICK, Weight::Regular, WIDEST)).collect();
        let rows = Rows::new(&frame, &names, 0.0);
        let shown = &self.ranks[..rows.shown];
        let values = shown.iter().flat_map(|r| [r.value, r.low, r.high, r.ring.unwrap_or(0.0), 0.0]);
        let Some((low, high)) = extent(values) else {
            frame::no_data(&mut frame.scene, rows.plot, &self.caption.wording, theme);
            return Ok(frame.scene);
        };
        let (low, high) = if low < high { (low, high) } else { (low, widened(low, high).1) };
        let room = widest(labels.iter().take(rows.shown).map(String::as_str)) + APART;
        let x = Scale { low, high, at_low: rows.plot.left, at_high: rows.plot.right - room };
        let left = frame.body.left;
        let scene = &mut frame.scene;
        for (row, (rank, label)) in shown.iter().zip(&labels).enumerate() {
            let end = draw(scene, &rows, row, rank, x, theme);
            // A label after a ring would seem to be the ring's.
            match shown.iter().any(|rank| rank.ring.is_some()) {
                true => rows.label(scene, row, rows.plot.right, Anchor::End, label, theme),
                false => rows.label(scene, row, end + APART, Anchor::Start, label, theme),
            }
        }
        scene.upright(x.at(0.0), rows.plot.top, rows.plot.bottom, theme.axis);
        rows.names(scene, &names, left, theme);
        frame::value_axis(scene, rows.plot, x, &self.format, theme);
        Ok(frame.scene)
    }
}

/// Draws a bar with what belongs to it, and gives its right end.
fn draw(scene: &mut Scene, rows: &Rows, row: usize, rank: &Rank, x: Scale, theme: &Theme) -> f64 {
    if !usable(rank.value) {
        return x.at(0.0);
    }
    let color = if rank.faint { theme.inner_band } else { theme.gain };
    let (zero, at, middle) = (x.at(0.0), x.at(rank.value), rows.middle(row));
    scene.rect(rows.bar(row, zero, at), color, 1.0);
    let mut end = zero.max(at);
    if usable(rank.low) && usable(rank.high) {
        let (low, high) = (x.at(rank.low), x.at(rank.high));
        scene.line(vec![(low, middle), (high, middle)], theme.axis, line_width::HAIR);
        for cap in [low, high] {
            scene.line(vec![(cap, middle - 3.0), (cap, middle + 3.0)], theme.axis, line_width::HAIR);
        }
        end = end.max(high);
    }
    if let Some(ring) = rank.ring.filter(|r| usable(*r)) {
        circle(scene, (x.at(ring), middle), theme.loss_ink, theme.background);
        end = end.max(x.at(ring) + 4.0);
    }
    end
}

fn circle(scene: &mut Scene, center: (f64, f64), color: Color, inside: Color) {
    scene.disc(center, 4.5, color);
    scene.disc(center, 2.8, inside);
}
