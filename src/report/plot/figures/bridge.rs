//! The value bridge: how a value is made of its pieces, each bar beginning where the one above it ends.

use crate::plot::canvas::caption::Caption;
use crate::plot::canvas::error::PlotError;
use crate::plot::canvas::figure::Figure;
use crate::plot::canvas::font::{Weight, fit, width};
use crate::plot::canvas::format::Format;
use crate::plot::canvas::frame::{self, Frame};
use crate::plot::canvas::held::AxisRange;
use crate::plot::canvas::rows::{Rows, widest};
use crate::plot::canvas::scene::{Anchor, Rect, Scene, Size};
use crate::plot::canvas::style::{Color, Theme, text_size};
use crate::plot::canvas::ticks::{Scale, extent, usable, widened};

/// Amounts that add up.
#[derive(Clone, Debug)]
pub struct ValueBridge {
    /// The words around the figure.
    pub caption: Caption,
    /// From top to bottom; those without room are left out.
    pub steps: Vec<Step>,
    /// Writes an amount of money: `"−€400k"`.
    pub format: Format,
}

/// One amount.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its name.
    pub name: String,
    /// The amount; not drawn, and taken as nothing, if it is not usable.
    pub amount: f64,
    /// Whether it is a sum so far, drawn from zero, and not a piece that is added to what stands above.
    pub sum: bool,
    /// The amount, written.
    pub label: String,
}

/// Room between a bar and its label.
const APART: f64 = 7.0;
/// Widest label.
const WIDEST: f64 = 150.0;

impl ValueBridge {
    /// Where each bar begins and ends.
    fn bars(&self) -> Vec<(f64, f64)> {
        let mut level = 0.0;
        let bar = |step: &Step| {
            let amount = if usable(step.amount) { step.amount } else { 0.0 };
            let from = if step.sum { 0.0 } else { level };
            level = if step.sum { amount } else { level + amount };
            (from, level)
        };
        self.steps.iter().map(bar).collect()
    }
}

impl Figure for ValueBridge {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn scene(&self, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        self.scene_on(None, size, theme)
    }

    fn scene_on(&self, held: Option<AxisRange>, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        let mut frame = Frame::new(&self.caption, size, theme)?;
        let names: Vec<String> = self.steps.iter().map(|step| step.name.clone()).collect();
        let labels: Vec<String> =
            self.steps.iter().map(|step| fit(&step.label, text_size::TICK, Weight::Regular, WIDEST)).collect();
        let rows = Rows::new(&frame, &names, 0.0);
        let bars = &self.bars()[..rows.shown.min(self.steps.len())];
        let Some((low, high)) = extent(bars.iter().flat_map(|(from, to)| [*from, *to, 0.0])) else {
            frame::no_data(&mut frame.scene, rows.plot, &self.caption.wording, theme);
            return Ok(frame.scene);
        };
        let room = widest(labels.iter().map(String::as_str)) + APART;
        let axis = AxisRange { range: [low, high], room }.or_held(held);
        let (low, high) = widened(axis.range[0], axis.range[1]);
        let x = Scale { low, high, at_low: rows.plot.left, at_high: rows.plot.right - axis.room };
        frame.scene.axis = Some(axis);
        let left = frame.body.left;
        let scene = &mut frame.scene;
        scene.upright(x.at(0.0), rows.plot.top, rows.plot.bottom, theme.axis);
        for (row, ((from, to), label)) in bars.iter().zip(&labels).enumerate() {
            let (from, to) = (x.at(*from), x.at(*to));
            if row + 1 < bars.len() {
                // What the next bar begins with.
                scene.upright(to, rows.middle(row), rows.middle(row + 1), theme.grid);
            }
            scene.rect(rows.bar(row, from, to), self.color(row, theme), 1.0);
            let at = from.max(to) + APART;
            let middle = rows.middle(row);
            let wide = width(label, text_size::TICK, Weight::Regular);
            let ground = Rect { left: at, top: middle - 7.0, right: at + wide, bottom: middle + 7.0 };
            scene.rect(ground.grown(1.0), theme.background, 1.0);
            rows.label(scene, row, at, Anchor::Start, label, theme);
        }
        rows.names(scene, &names, left, theme);
        frame::value_axis(scene, rows.plot, x, &self.format, theme);
        Ok(frame.scene)
    }
}

impl ValueBridge {
    fn color(&self, row: usize, theme: &Theme) -> Color {
        let step = &self.steps[row];
        match (step.sum, step.amount < 0.0) {
            (true, false) => theme.main,
            (true, true) => theme.loss_ink,
            (false, false) => theme.gain,
            (false, true) => theme.loss,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_begins_where_the_one_before_ends_and_a_sum_at_zero() {
        let step = |amount: f64, sum| Step { name: String::new(), amount, sum, label: String::new() };
        let steps = vec![step(3.0, false), step(-1.0, false), step(2.0, true), step(-5.0, false), step(-3.0, true)];
        let bridge = ValueBridge { caption: Caption::default(), steps, format: Format::new(|x| x.to_string()) };
        assert_eq!(bridge.bars(), [(0.0, 3.0), (3.0, 2.0), (0.0, 2.0), (2.0, -3.0), (0.0, -3.0)]);
    }
}
