//! A value that rises by steps: what each amount buys, with today's amount marked.

use crate::plot::canvas::caption::Caption;
use crate::plot::canvas::error::{PlotError, check_length};
use crate::plot::canvas::figure::Figure;
use crate::plot::canvas::font::{Weight, fit, width};
use crate::plot::canvas::format::Format;
use crate::plot::canvas::frame::{self, Frame, no_data, text};
use crate::plot::canvas::scene::{Anchor, Point, Rect, Scene, Size};
use crate::plot::canvas::style::{Theme, line_width, text_size};
use crate::plot::canvas::ticks::{Scale, extent, round_axis, usable, widened};

/// The best value by amount.
#[derive(Clone, Debug)]
pub struct ValueSteps {
    /// The words around the figure.
    pub caption: Caption,
    /// Amounts from which each value holds, rising.
    pub from: Vec<f64>,
    /// The value from each amount up to the next.
    pub value: Vec<f64>,
    /// Today's amount, and what is written there.
    pub today: (f64, String),
    /// Writes an amount or a value.
    pub format: Format,
}

/// Room for the label of today's amount above the plot.
const HEAD: f64 = 14.0;

impl ValueSteps {
    fn check(&self) -> Result<(), PlotError> {
        check_length("value", &self.value, self.from.len())?;
        let rising = self.from.windows(2).all(|pair| pair[0] < pair[1]);
        if !rising || !self.from.iter().all(|x| usable(*x)) {
            return Err(PlotError::Axis);
        }
        Ok(())
    }

    /// The steps as one line, up to `end`.
    fn line(&self, end: f64) -> Vec<Point> {
        let ends = self.from[1..].iter().copied().chain([end.max(*self.from.last().unwrap_or(&end))]);
        self.from.iter().zip(ends).zip(&self.value).flat_map(|((from, to), v)| [(*from, *v), (to, *v)]).collect()
    }
}

impl Figure for ValueSteps {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn scene(&self, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        self.check()?;
        let mut frame = Frame::new(&self.caption, size, theme)?;
        let range = extent(self.value.iter().copied());
        let (low, high) = range.unwrap_or((0.0, 0.0));
        let (low, high, ticks) = round_axis(low.min(0.0), high.max(0.0), 7);
        let labels = frame::value_labels(&ticks, &self.format);
        let mut plot = frame.plot(frame::widest(&labels), 12.0, 1);
        plot.top += HEAD;
        let today = if usable(self.today.0) { self.today.0 } else { 0.0 };
        let end = 1.05 * self.from.last().copied().unwrap_or(0.0).max(today);
        let (least, most) = widened(0.0_f64.min(today), end);
        let x = Scale { low: least, high: most, at_low: plot.left, at_high: plot.right };
        let y = Scale { low, high, at_low: plot.bottom, at_high: plot.top };
        let scene = &mut frame.scene;
        frame::grid(scene, plot, y, &labels, theme);
        scene.level(plot.left, plot.right, y.at(0.0), theme.axis);
        frame::value_axis(scene, plot, x, &self.format, theme);
        if range.is_none() {
            no_data(scene, plot, &self.caption.wording, theme);
            return Ok(frame.scene);
        }
        let points: Vec<Point> =
            self.line(end).into_iter().filter(|p| usable(p.1)).map(|p| (x.at(p.0), y.at(p.1))).collect();
        if points.len() > 1 {
            scene.line(points, theme.main, line_width::MEDIAN);
        }
        mark(scene, plot, x.at(today), &self.today.1, theme);
        Ok(frame.scene)
    }
}

/// The line of today's amount with its words above the plot.
fn mark(scene: &mut Scene, plot: Rect, at: f64, words: &str, theme: &Theme) {
    scene.upright(at, plot.top - 4.0, plot.bottom, theme.loss_ink);
    let words = fit(words, text_size::TICK, Weight::SemiBold, plot.width());
    let half = width(&words, text_size::TICK, Weight::SemiBold) / 2.0;
    let middle = at.max(plot.left + half).min(plot.right - half);
    let mut label = text(&words, (middle, plot.top - 8.0), text_size::TICK, theme.loss_ink);
    label.weight = Weight::SemiBold;
    label.anchor = Anchor::Middle;
    scene.text(label);
}
