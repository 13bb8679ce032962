//! Direct labels at the right end of lines, moved apart where the lines end close together.

use super::font::{Weight, fit, width};
use super::frame::{MIDDLE_TO_BASELINE, text};
use super::scene::{Point, Rect, Scene};
use super::spread::spread;
use super::style::{Color, space, text_size};

/// Room for readers' fonts which run wider than the embedded one.
const SLACK: f64 = 1.08;
const WIDEST_NAME: f64 = 190.0;
const WIDEST_VALUE: f64 = 120.0;
const NAME_TO_VALUE: f64 = 5.0;

/// The label of one line.
pub(crate) struct EdgeLabel {
    /// Where the line ends; nothing if it has no points.
    pub end: Option<Point>,
    pub name: String,
    pub value: String,
    pub name_color: Color,
    pub value_color: Color,
    pub leader: Color,
    pub weight: Weight,
}

/// The labels, each with its name followed by its value.
pub(crate) struct EdgeLabels {
    labels: Vec<EdgeLabel>,
}

impl EdgeLabel {
    fn name_width(&self) -> f64 {
        width(&self.name, text_size::LABEL, self.weight) * SLACK
    }

    fn width(&self) -> f64 {
        let value = width(&self.value, text_size::LABEL, Weight::SemiBold) * SLACK;
        self.name_width() + NAME_TO_VALUE + value
    }
}

impl EdgeLabels {
    /// Labels cut to a width which leaves most of the figure to the plot.
    pub(crate) fn new(mut labels: Vec<EdgeLabel>) -> Self {
        for label in &mut labels {
            label.name = fit(&label.name, text_size::LABEL, label.weight, WIDEST_NAME);
            label.value = fit(&label.value, text_size::LABEL, Weight::SemiBold, WIDEST_VALUE);
        }
        Self { labels }
    }

    /// Width to be kept free on the right of the plot.
    pub(crate) fn room(&self) -> f64 {
        space::LEADER + self.labels.iter().map(EdgeLabel::width).fold(0.0, f64::max)
    }

    /// Draws all labels; the points of lines must already lie within `plot`.
    pub(crate) fn draw(&self, scene: &mut Scene, plot: Rect) {
        let wanted: Vec<f64> = self.labels.iter().map(|l| l.end.map_or(plot.bottom, |end| end.1)).collect();
        let heights = vec![space::LABEL_LINE; wanted.len()];
        let half = space::LABEL_LINE / 2.0;
        let middles = spread(&wanted, &heights, plot.top - half, plot.bottom + half);
        let left = plot.right + space::LEADER;
        for (label, y) in self.labels.iter().zip(middles) {
            if let Some(end) = label.end {
                let turn = plot.right + 4.0;
                let mut leader = vec![(turn, end.1), (left - 5.0, y)];
                if end.0 < plot.right - 0.5 {
                    leader.insert(0, (end.0 + 5.0, end.1));
                }
                scene.line(leader, label.leader, 1.0);
            }
            let baseline = y + MIDDLE_TO_BASELINE * text_size::LABEL;
            let mut name = text(&label.name, (left, baseline), text_size::LABEL, label.name_color);
            name.weight = label.weight;
            let value_left = left + label.name_width() + NAME_TO_VALUE;
            let mut value = text(&label.value, (value_left, baseline), text_size::LABEL, label.value_color);
            value.weight = Weight::SemiBold;
            scene.text(name);
            scene.text(value);
        }
    }
}
