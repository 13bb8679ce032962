//! Choices by two results, joined where one follows from the other.

use crate::plot::canvas::caption::Caption;
use crate::plot::canvas::error::PlotError;
use crate::plot::canvas::figure::Figure;
use crate::plot::canvas::font::{Weight, fit};
use crate::plot::canvas::format::Format;
use crate::plot::canvas::frame::{self, Frame, text};
use crate::plot::canvas::place::near;
use crate::plot::canvas::scene::{Point, Rect, Scene, Size};
use crate::plot::canvas::style::{Theme, line_width, text_size};
use crate::plot::canvas::ticks::{Scale, extent, round_numbers, usable, widened};

/// Choices by what they bring and what they may cost.
#[derive(Clone, Debug)]
pub struct Frontier {
    /// The words around the figure.
    pub caption: Caption,
    /// The choices, those on the frontier in their order along it.
    pub choices: Vec<Choice>,
    /// Writes a result: `"−€400k"`.
    pub format: Format,
}

/// One choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What is written at it; nothing if empty or without room.
    pub name: String,
    /// Across and upwards.
    pub at: Point,
    /// Half the width of the interval across and upwards.
    pub half: Point,
    /// Whether it lies on the frontier; else it stands beside it for comparison.
    pub on_it: bool,
}

/// Free room around the points, as a share of their range.
const AIR: f64 = 0.12;

impl Figure for Frontier {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn scene(&self, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        let mut frame = Frame::new(&self.caption, size, theme)?;
        let ends = |along: fn(Point) -> f64| {
            let reach = self.choices.iter().flat_map(|c| [along(c.at) - along(c.half), along(c.at) + along(c.half)]);
            extent(reach.chain([0.0]).filter(|v| usable(*v)))
        };
        let (Some(xs), Some(ys)) = (ends(|p| p.0), ends(|p| p.1)) else { return Err(PlotError::Axis) };
        let airy = |(low, high): (f64, f64)| {
            let (low, high) = widened(low, high);
            (low - AIR * (high - low), high + AIR * (high - low))
        };
        let ((x_low, x_high), (y_low, y_high)) = (airy(xs), airy(ys));
        let y_labels = frame::value_labels(&round_numbers(y_low, y_high, 6), &self.format);
        let plot = frame.plot(frame::widest(&y_labels), 12.0, 1);
        let x = Scale { low: x_low, high: x_high, at_low: plot.left, at_high: plot.right };
        let y = Scale { low: y_low, high: y_high, at_low: plot.bottom, at_high: plot.top };
        let scene = &mut frame.scene;
        frame::grid(scene, plot, y, &y_labels, theme);
        scene.level(plot.left, plot.right, y.at(0.0), theme.axis);
        scene.upright(x.at(0.0), plot.top, plot.bottom, theme.axis);
        frame::value_axis(scene, plot, x, &self.format, theme);
        if self.choices.is_empty() {
            frame::no_data(scene, plot, &self.caption.wording, theme);
        }
        let axes = [
            Rect { left: x.at(0.0) - 1.0, right: x.at(0.0) + 2.0, ..plot },
            Rect { top: y.at(0.0) - 1.0, bottom: y.at(0.0) + 2.0, ..plot },
        ];
        self.draw(scene, plot, &axes, |p| (x.at(p.0), y.at(p.1)), theme);
        Ok(frame.scene)
    }
}

impl Frontier {
    /// The choices with their intervals and names, which stand clear of the axes.
    fn draw(&self, scene: &mut Scene, plot: Rect, axes: &[Rect; 2], at: impl Fn(Point) -> Point, theme: &Theme) {
        let shown: Vec<&Choice> = self.choices.iter().filter(|c| usable(c.at.0) && usable(c.at.1)).collect();
        let line: Vec<Point> = shown.iter().filter(|c| c.on_it).map(|c| at(c.at)).collect();
        if line.len() > 1 {
            scene.line(line.clone(), theme.main, line_width::SERIES);
        }
        let mut taken: Vec<Rect> = axes.to_vec();
        for choice in &shown {
            let (low, high) = (
                at((choice.at.0 - choice.half.0, choice.at.1 - choice.half.1)),
                at((choice.at.0 + choice.half.0, choice.at.1 + choice.half.1)),
            );
            let middle = at(choice.at);
            scene.line(vec![(low.0, middle.1), (high.0, middle.1)], theme.axis, line_width::HAIR);
            scene.line(vec![(middle.0, low.1), (middle.0, high.1)], theme.axis, line_width::HAIR);
            let (color, inside) =
                if choice.on_it { (theme.main, theme.main) } else { (theme.loss_ink, theme.background) };
            scene.disc(middle, 5.0, color);
            scene.disc(middle, 3.2, inside);
            taken.push(Rect { left: middle.0, right: middle.0, top: middle.1, bottom: middle.1 }.grown(7.0));
        }
        for choice in shown.iter().filter(|c| !c.name.is_empty()) {
            let words = fit(&choice.name, text_size::TICK, Weight::SemiBold, plot.width() * 0.5);
            let mut label = text(&words, at(choice.at), text_size::TICK, theme.ink);
            label.weight = Weight::SemiBold;
            let room = near(label.at, (label.bounds().width() + 8.0, 18.0), plot.grown(-2.0), &taken, &line);
            // Rather no words than words over others.
            if words.is_empty() || !plot.contains(&room) || taken.iter().any(|other| room.overlap(other) > 0.0) {
                continue;
            }
            label.at = (room.left + 4.0, room.bottom - 5.0);
            scene.text(label);
            taken.push(room);
        }
    }
}
