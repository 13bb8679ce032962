//! A map of a result over two inputs: gains and losses in two colours, with the line between them.

use crate::plot::canvas::caption::Caption;
use crate::plot::canvas::error::{PlotError, check_length};
use crate::plot::canvas::figure::Figure;
use crate::plot::canvas::font::{Weight, fit};
use crate::plot::canvas::format::Format;
use crate::plot::canvas::frame::{self, Frame, MIDDLE_TO_BASELINE, text};
use crate::plot::canvas::place::near;
use crate::plot::canvas::rows::widest;
use crate::plot::canvas::scene::{Point, Rect, Scene, Size};
use crate::plot::canvas::style::{Color, Theme, line_width, text_size};
use crate::plot::canvas::ticks::{Scale, extent, round_numbers, usable};

/// A result on a grid of two inputs.
#[derive(Clone, Debug)]
pub struct ValueMap {
    /// The words around the figure.
    pub caption: Caption,
    /// Values along the horizontal axis, rising.
    pub x: Vec<f64>,
    /// Values along the vertical axis, rising.
    pub y: Vec<f64>,
    /// The result, by row of y, in each row by x; a cell that is not usable stays empty.
    pub values: Vec<Vec<f64>>,
    /// What is zero on the line that is drawn, in the same order.
    pub margin: Vec<Vec<f64>>,
    /// Where things stand today.
    pub spot: Option<Spot>,
    /// Writes a value of the horizontal axis.
    pub x_format: Format,
    /// Writes a value of the vertical axis.
    pub y_format: Format,
    /// Writes a result: `"−€400k"`.
    pub format: Format,
}

/// A point of a map with the range around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// The point.
    pub at: Point,
    /// From and to along the horizontal axis.
    pub x: [f64; 2],
    /// From and to along the vertical axis.
    pub y: [f64; 2],
    /// What is written there.
    pub words: String,
}

/// Width of the scale of colours.
const BAR: f64 = 14.0;
/// Steps of the scale of colours.
const STEPS: usize = 40;

impl Figure for ValueMap {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn scene(&self, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        self.check()?;
        let mut frame = Frame::new(&self.caption, size, theme)?;
        let most = extent(self.values.iter().flatten().map(|v| v.abs())).map_or(1.0, |(_, most)| most.max(1e-300));
        let legend = [most, 0.0, -most].map(|v| fit(&self.format.write(v), text_size::TICK, Weight::Regular, 90.0));
        let wide = widest(legend.iter().map(String::as_str));
        let ends = |values: &[f64]| (values[0], values[values.len() - 1]);
        let ((x_low, x_high), (y_low, y_high)) = (ends(&self.x), ends(&self.y));
        let y_labels = frame::value_labels(&round_numbers(y_low, y_high, 6), &self.y_format);
        let plot = frame.plot(frame::widest(&y_labels), wide + BAR + 34.0, 1);
        let x = Scale { low: x_low, high: x_high, at_low: plot.left, at_high: plot.right };
        let y = Scale { low: y_low, high: y_high, at_low: plot.bottom, at_high: plot.top };
        let scene = &mut frame.scene;
        frame::grid(scene, plot, y, &y_labels, theme);
        self.cells(scene, x, y, most, theme);
        for line in self.border() {
            scene.line(line.map(|(a, b)| (x.at(a), y.at(b))).to_vec(), theme.ink, line_width::SERIES);
        }
        frame::value_axis(scene, plot, x, &self.x_format, theme);
        key(scene, plot, &legend, theme);
        if let Some(spot) = &self.spot {
            spot.draw(scene, plot, x, y, theme);
        }
        Ok(frame.scene)
    }
}

impl ValueMap {
    fn check(&self) -> Result<(), PlotError> {
        for axis in [&self.x, &self.y] {
            let rising = axis.windows(2).all(|pair| pair[0] < pair[1]);
            if axis.len() < 2 || !rising || !axis.iter().all(|v| usable(*v)) {
                return Err(PlotError::Axis);
            }
        }
        for (name, rows) in [("values", &self.values), ("margin", &self.margin)] {
            if rows.len() != self.y.len() {
                return Err(PlotError::Length { column: name.into(), expected: self.y.len(), found: rows.len() });
            }
            rows.iter().try_for_each(|row| check_length(name, row, self.x.len()))?;
        }
        Ok(())
    }

    /// One rectangle a value, half way to its neighbours.
    fn cells(&self, scene: &mut Scene, x: Scale, y: Scale, most: f64, theme: &Theme) {
        let (columns, rows) = (edges(&self.x), edges(&self.y));
        for (j, row) in self.values.iter().enumerate() {
            for (i, value) in row.iter().enumerate().filter(|(_, v)| usable(**v)) {
                let (left, right) = (x.at(columns[i]).round(), x.at(columns[i + 1]).round());
                let (bottom, top) = (y.at(rows[j]).round(), y.at(rows[j + 1]).round());
                scene.rect(Rect { left, top, right, bottom }, shade(value / most, theme), 1.0);
            }
        }
    }

    /// The line on which the margin is zero, by marching squares: pieces between values of the two inputs.
    fn border(&self) -> Vec<[Point; 2]> {
        let mut pieces = Vec::new();
        for j in 1..self.y.len() {
            for i in 1..self.x.len() {
                let corner = |di: usize, dj: usize| {
                    let (i, j) = (i - 1 + di, j - 1 + dj);
                    (self.x[i], self.y[j], self.margin[j][i])
                };
                let corners = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)];
                if corners.iter().any(|c| !usable(c.2)) {
                    continue;
                }
                let crossings: Vec<Point> = (0..4).filter_map(|k| crossing(corners[k], corners[(k + 1) % 4])).collect();
                pieces.extend(crossings.chunks_exact(2).map(|pair| [pair[0], pair[1]]));
            }
        }
        pieces
    }
}

/// Where the margin is zero between two corners.
fn crossing(a: (f64, f64, f64), b: (f64, f64, f64)) -> Option<Point> {
    if (a.2 >= 0.0) == (b.2 >= 0.0) {
        return None;
    }
    let share = a.2 / (a.2 - b.2);
    Some((a.0 + share * (b.0 - a.0), a.1 + share * (b.1 - a.1)))
}

/// The values half way between neighbours, with the ends.
fn edges(values: &[f64]) -> Vec<f64> {
    let between = values.windows(2).map(|pair| 0.5 * (pair[0] + pair[1]));
    std::iter::once(values[0]).chain(between).chain([values[values.len() - 1]]).collect()
}

/// Paper at 0, the colour of gains at 1, that of losses at −1.
fn shade(share: f64, theme: &Theme) -> Color {
    let target = if share < 0.0 { theme.loss } else { theme.gain };
    // The square root keeps small gains and losses apart.
    let weight = share.abs().clamp(0.0, 1.0).sqrt();
    let mix = |paper: u8, ink: u8| (f64::from(paper) + weight * (f64::from(ink) - f64::from(paper))).round() as u8;
    let paper = theme.background;
    Color { r: mix(paper.r, target.r), g: mix(paper.g, target.g), b: mix(paper.b, target.b) }
}

/// The scale of colours beside the plot, its ends and its middle labelled.
fn key(scene: &mut Scene, plot: Rect, labels: &[String; 3], theme: &Theme) {
    let left = plot.right + 20.0;
    let step = plot.height() / STEPS as f64;
    for k in 0..STEPS {
        let share = 1.0 - 2.0 * (k as f64 + 0.5) / STEPS as f64;
        let (top, bottom) = ((plot.top + k as f64 * step).round(), (plot.top + (k + 1) as f64 * step).round());
        scene.rect(Rect { left, right: left + BAR, top, bottom }, shade(share, theme), 1.0);
    }
    for (label, y) in labels.iter().zip([plot.top + 6.0, (plot.top + plot.bottom) / 2.0, plot.bottom - 6.0]) {
        let at = (left + BAR + 6.0, y + MIDDLE_TO_BASELINE * text_size::TICK);
        scene.text(text(label, at, text_size::TICK, theme.muted));
    }
}

impl Spot {
    fn draw(&self, scene: &mut Scene, plot: Rect, x: Scale, y: Scale, theme: &Theme) {
        if !usable(self.at.0) || !usable(self.at.1) {
            return;
        }
        let at = (x.at(self.at.0), y.at(self.at.1));
        let [left, right] = self.x.map(|v| x.at(v));
        let [bottom, top] = self.y.map(|v| y.at(v));
        scene.line(vec![(left, at.1), (right, at.1)], theme.ink, line_width::HAIR);
        scene.line(vec![(at.0, bottom), (at.0, top)], theme.ink, line_width::HAIR);
        scene.disc(at, 5.5, theme.ink);
        scene.disc(at, 3.5, theme.background);
        let words = fit(&self.words, text_size::LABEL, Weight::SemiBold, plot.width() * 0.6);
        let mut label = text(&words, at, text_size::LABEL, theme.ink);
        label.weight = Weight::SemiBold;
        let wide = label.bounds().width() + 10.0;
        let cross = [
            Rect { left: at.0 - 2.0, right: at.0 + 2.0, top, bottom },
            Rect { left, right, top: at.1 - 2.0, bottom: at.1 + 2.0 },
        ];
        let room = near(at, (wide, 20.0), plot.grown(-2.0), &cross, &[]);
        scene.rect(room, theme.background, 0.82);
        label.at = (room.left + 5.0, room.bottom - 5.5);
        scene.text(label);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_border_of_a_plane_is_a_straight_line() {
        let axis = vec![0.0, 1.0, 2.0];
        let margin: Vec<Vec<f64>> = axis.iter().map(|y| axis.iter().map(|x| x + y - 1.5).collect()).collect();
        let map = ValueMap {
            caption: Caption::default(),
            x: axis.clone(),
            y: axis,
            values: margin.clone(),
            margin,
            spot: None,
            x_format: Format::new(|x| x.to_string()),
            y_format: Format::new(|x| x.to_string()),
            format: Format::new(|x| x.to_string()),
        };
        let border = map.border();
        assert!(!border.is_empty());
        assert!(border.iter().flatten().all(|(x, y)| (x + y - 1.5).abs() < 1e-12), "{border:?}");
    }
}
