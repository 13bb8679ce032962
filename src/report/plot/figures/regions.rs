//! Two things that are seen, what to do where, and what would have been right.

use crate::plot::canvas::caption::Caption;
use crate::plot::canvas::error::PlotError;
use crate::plot::canvas::figure::Figure;
use crate::plot::canvas::font::{Weight, fit, width};
use crate::plot::canvas::format::Format;
use crate::plot::canvas::frame::{self, Frame, text};
use crate::plot::canvas::scene::{Rect, Scene, Size};
use crate::plot::canvas::style::{Color, Theme, line_width, text_size};
use crate::plot::canvas::ticks::{Scale, round_numbers, usable};

/// Where to stop and where to go on, with trials as dots.
#[derive(Clone, Debug)]
pub struct StopRegions {
    /// The words around the figure.
    pub caption: Caption,
    /// Values across, rising.
    pub x: Vec<f64>,
    /// Values upwards, rising.
    pub y: Vec<f64>,
    /// Whether to stop, by row of y, in each by x.
    pub stop: Vec<Vec<bool>>,
    /// Trials: across, upwards, and whether stopping is better.
    pub dots: Vec<(f64, f64, bool)>,
    /// A threshold on what stands across.
    pub threshold: Option<f64>,
    /// What the ground of stopping, the ground of going on, the dots of either kind and the line mean.
    pub key: [String; 5],
    /// Writes a value across.
    pub x_format: Format,
    /// Writes a value upwards.
    pub y_format: Format,
}

const DOT: f64 = 2.4;
/// Height of the line that explains the signs.
const KEY_ROW: f64 = 20.0;
/// Width of a sign with the room after it.
const SIGN: f64 = 18.0;
/// Between two signs.
const APART: f64 = 18.0;

impl Figure for StopRegions {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn scene(&self, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        self.check()?;
        let mut frame = Frame::new(&self.caption, size, theme)?;
        let ends = |values: &[f64]| (values[0], values[values.len() - 1]);
        let ((x_low, x_high), (y_low, y_high)) = (ends(&self.x), ends(&self.y));
        let y_labels = frame::value_labels(&round_numbers(y_low, y_high, 6), &self.y_format);
        let mut plot = frame.plot(frame::widest(&y_labels), 12.0, 1);
        plot.top += self.key_rows(plot.width()) as f64 * KEY_ROW;
        let x = Scale { low: x_low, high: x_high, at_low: plot.left, at_high: plot.right };
        let y = Scale { low: y_low, high: y_high, at_low: plot.bottom, at_high: plot.top };
        let scene = &mut frame.scene;
        self.ground(scene, x, y, theme);
        frame::grid(scene, plot, y, &y_labels, theme);
        let within = |v: f64, low: f64, high: f64| usable(v) && (low..=high).contains(&v);
        for (a, b, stop) in self.dots.iter().filter(|d| within(d.0, x_low, x_high) && within(d.1, y_low, y_high)) {
            scene.disc((x.at(*a), y.at(*b)), DOT, dot(*stop, theme));
        }
        if let Some(threshold) = self.threshold.filter(|t| within(*t, x_low, x_high)) {
            scene.line(
                vec![(x.at(threshold), plot.top), (x.at(threshold), plot.bottom)],
                theme.ink,
                line_width::SERIES,
            );
        }
        frame::value_axis(scene, plot, x, &self.x_format, theme);
        self.key(scene, plot, theme);
        Ok(frame.scene)
    }
}

/// Ground on which the programme is stopped, and on which it goes on.
fn ground(stop: bool, theme: &Theme) -> Color {
    if stop { theme.loss_ground } else { theme.outer_band }
}

fn dot(stop: bool, theme: &Theme) -> Color {
    if stop { theme.loss } else { theme.gain }
}

impl StopRegions {
    fn check(&self) -> Result<(), PlotError> {
        for axis in [&self.x, &self.y] {
            let rising = axis.windows(2).all(|pair| pair[0] < pair[1]);
            if axis.len() < 2 || !rising || !axis.iter().all(|v| usable(*v)) {
                return Err(PlotError::Axis);
            }
        }
        if self.stop.len() != self.y.len() {
            return Err(PlotError::Length { column: "stop".into(), expected: self.y.len(), found: self.stop.len() });
        }
        let wrong = self.stop.iter().find(|row| row.len() != self.x.len());
        wrong.map_or(Ok(()), |row| {
            Err(PlotError::Length { column: "stop".into(), expected: self.x.len(), found: row.len() })
        })
    }

    /// One rectangle for each run of equal cells of a row, half way to the neighbours.
    fn ground(&self, scene: &mut Scene, x: Scale, y: Scale, theme: &Theme) {
        let (columns, rows) = (edges(&self.x), edges(&self.y));
        for (j, row) in self.stop.iter().enumerate() {
            let (bottom, top) = (y.at(rows[j]).round(), y.at(rows[j + 1]).round());
            let mut first = 0;
            for run in row.chunk_by(|a, b| a == b) {
                let (left, right) = (x.at(columns[first]).round(), x.at(columns[first + run.len()]).round());
                scene.rect(Rect { left, top, right, bottom }, ground(run[0], theme), 1.0);
                first += run.len();
            }
        }
    }

    /// The signs of the key with their row, their distance from the left and their words, cut to a third of the room;
    /// to half of it on a telephone.
    fn signs(&self, room: f64) -> Vec<(usize, usize, f64, String)> {
        let share = if room < 480.0 { 2.0 } else { 3.0 };
        let (mut row, mut left) = (0, 0.0);
        let shown = (0..5).filter(|k| *k < 4 || self.threshold.is_some());
        let placed = shown.map(|k| {
            let words = fit(&self.key[k], text_size::TICK, Weight::Regular, room / share - SIGN - APART);
            let wide = SIGN + width(&words, text_size::TICK, Weight::Regular) + APART;
            if left > 0.0 && left + wide > room {
                (row, left) = (row + 1, 0.0);
            }
            left += wide;
            (k, row, left - wide, words)
        });
        placed.collect()
    }

    fn key_rows(&self, room: f64) -> usize {
        self.signs(room).last().map_or(0, |(_, row, ..)| row + 1)
    }

    /// What ground, dots and line mean, in rows above the plot.
    fn key(&self, scene: &mut Scene, plot: Rect, theme: &Theme) {
        let first = plot.top - self.key_rows(plot.width()) as f64 * KEY_ROW + 8.0;
        for (k, row, left, words) in self.signs(plot.width()) {
            let (left, base) = (plot.left + left, first + row as f64 * KEY_ROW);
            let sign = Rect { left, right: left + 12.0, top: base - 9.0, bottom: base + 1.0 };
            match k {
                0 | 1 => {
                    scene.rect(sign.grown(0.8), theme.axis, 1.0);
                    scene.rect(sign, ground(k == 0, theme), 1.0);
                }
                2 | 3 => scene.disc((left + 6.0, base - 4.0), 4.0, dot(k == 2, theme)),
                _ => {
                    let line = vec![(left + 6.0, base - 11.0), (left + 6.0, base + 3.0)];
                    scene.line(line, theme.ink, line_width::SERIES);
                }
            }
            if !words.is_empty() {
                scene.text(text(&words, (left + SIGN, base), text_size::TICK, theme.muted));
            }
        }
    }
}

/// The values half way between neighbours, with the ends.
fn edges(values: &[f64]) -> Vec<f64> {
    let between = values.windows(2).map(|pair| 0.5 * (pair[0] + pair[1]));
    std::iter::once(values[0]).chain(between).chain([values[values.len() - 1]]).collect()
}
