//! The axes of figures over months, and the lines and bands drawn between them.

use super::format::Format;
use super::frame::{self, Frame};
use super::months;
use super::scene::{Point, Rect, Scene};
use super::style::{Color, Theme};
use super::ticks::{Scale, round_axis, usable};

/// Both axes of a figure over months.
#[derive(Clone, Copy)]
pub(crate) struct Axes {
    pub plot: Rect,
    pub x: Scale,
    pub y: Scale,
}

impl Axes {
    /// Draws the axes for values from `low` to `high` over `horizon` months, zero included.
    pub(crate) fn draw(
        frame: &mut Frame,
        range: Option<(f64, f64)>,
        horizon: usize,
        right: f64,
        format: &Format,
        theme: &Theme,
    ) -> Self {
        let (low, high) = range.unwrap_or((0.0, 0.0));
        let (low, high, ticks) = round_axis(low.min(0.0), high.max(0.0), 7);
        let labels = frame::value_labels(&ticks, format);
        let plot = frame.plot(frame::widest(&labels), right, months::rows(horizon));
        let x = Scale { low: 0.0, high: horizon as f64, at_low: plot.left, at_high: plot.right };
        let y = Scale { low, high, at_low: plot.bottom, at_high: plot.top };
        frame::grid(&mut frame.scene, plot, y, &labels, theme);
        let ticks = months::ticks(horizon, plot.width(), &frame.wording);
        frame::month_axis(&mut frame.scene, plot, x, &ticks, theme);
        Self { plot, x, y }
    }

    pub(crate) fn point(&self, month: f64, value: f64) -> Point {
        (self.x.at(month), self.y.at(value))
    }

    /// The drawable values as unbroken runs of points.
    pub(crate) fn runs(&self, values: &[f64]) -> Vec<Vec<Point>> {
        let points: Vec<Option<Point>> = values
            .iter()
            .zip(1..)
            .map(|(&value, month)| usable(value).then(|| self.point(f64::from(month), value)))
            .collect();
        points
            .split(Option::is_none)
            .filter(|run| !run.is_empty())
            .map(|run| run.iter().copied().flatten().collect())
            .collect()
    }

    /// Fills the area between two columns wherever both have values.
    pub(crate) fn band(&self, scene: &mut Scene, low: &[f64], high: &[f64], color: Color, opacity: f64) {
        let both = |of: &[f64]| -> Vec<f64> {
            let pairs = low.iter().zip(high).zip(of);
            pairs.map(|((&l, &h), &v)| if usable(l) && usable(h) { v } else { f64::NAN }).collect()
        };
        for (mut upper, lower) in self.runs(&both(high)).into_iter().zip(self.runs(&both(low))) {
            if upper.len() > 1 {
                upper.extend(lower.into_iter().rev());
                scene.area(upper, color, opacity);
            }
        }
    }

    pub(crate) fn zero_line(&self, scene: &mut Scene, theme: &Theme) {
        scene.level(self.plot.left, self.plot.right, self.y.at(0.0), theme.axis);
    }
}
