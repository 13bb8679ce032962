//! Vertical lines at percentiles and the mean, their names and values side by side above the plot.

use crate::plot::canvas::font::{Weight, fit, width};
use crate::plot::canvas::format::Format;
use crate::plot::canvas::frame::text;
use crate::plot::canvas::scene::{Anchor, Rect, Scene};
use crate::plot::canvas::spread::spread;
use crate::plot::canvas::style::{Theme, text_size};
use crate::plot::canvas::ticks::Scale;

/// Height of the leaders from the labels to the plot.
const LEADERS: f64 = 12.0;
/// Height of a row of labels, each a name above a value.
const ROW: f64 = 36.0;
/// Room between neighbouring labels.
const APART: f64 = 14.0;

/// A vertical line through the plot with a name and a value above.
pub(crate) struct Marker {
    pub name: String,
    pub value: f64,
    /// Whether it stands out.
    pub median: bool,
    /// Whether it lies beyond an end of the plot, towards which its name then points.
    pub beyond: bool,
}

/// The labels of markers: in one row above the plot, or in two where one is too short for them.
pub(crate) struct Markers<'a> {
    markers: &'a [Marker],
    values: Vec<String>,
    widths: Vec<f64>,
    rows: usize,
}

impl<'a> Markers<'a> {
    /// Labels above a plot of this width.
    pub(crate) fn new(markers: &'a [Marker], format: &Format, room: f64) -> Self {
        let wide = |marker: &Marker, value: &str| {
            let name = width(&marker.name, text_size::TICK, Weight::Regular);
            width(value, text_size::LABEL, Weight::SemiBold).max(name) * 1.05 + APART
        };
        let all = |values: &[String]| markers.iter().zip(values).map(|(marker, value)| wide(marker, value)).collect();
        let mut values: Vec<String> = markers.iter().map(|marker| format.write(marker.value)).collect();
        let mut widths: Vec<f64> = all(&values);
        let rows = if widths.iter().sum::<f64>() <= room + APART { 1 } else { 2 };
        if rows == 2 {
            let most = room / 2.0 - APART;
            values = values.iter().map(|v| fit(v, text_size::LABEL, Weight::SemiBold, most)).collect();
            widths = all(&values);
        }
        Markers { markers, values, widths, rows }
    }

    /// Height that the labels and their leaders take above the plot.
    pub(crate) fn height(&self) -> f64 {
        LEADERS + ROW * self.rows as f64 + 2.0
    }

    /// The row of a label from below: of two rows the lower holds the ends, so that nothing stands below the inner ones.
    fn row(&self, place: usize) -> usize {
        let outer = place == 0 || place + 1 == self.markers.len();
        if self.rows == 1 || outer { 0 } else { 1 }
    }

    /// The middles of the labels, no two of a row over each other.
    fn middles(&self, plot: Rect, wanted: &[f64]) -> Vec<f64> {
        let mut middles = vec![0.0; wanted.len()];
        for row in 0..self.rows {
            let own: Vec<usize> = (0..wanted.len()).filter(|place| self.row(*place) == row).collect();
            let of = |all: &[f64]| own.iter().map(|place| all[*place]).collect::<Vec<_>>();
            let found = spread(&of(wanted), &of(&self.widths), plot.left - 7.0, plot.right + 7.0);
            own.iter().zip(found).for_each(|(place, middle)| middles[*place] = middle);
        }
        middles
    }

    /// Draws the marker lines with their labels and returns the room of the lines.
    pub(crate) fn draw(&self, scene: &mut Scene, plot: Rect, x: Scale, theme: &Theme) -> Vec<Rect> {
        let wanted: Vec<f64> = self.markers.iter().map(|marker| x.at(marker.value)).collect();
        let middles = self.middles(plot, &wanted);
        for (place, (&at, &middle)) in wanted.iter().zip(&middles).enumerate() {
            let median = self.markers[place].median;
            let color = if median { theme.ink } else { theme.muted };
            let foot = plot.top - LEADERS - ROW * self.row(place) as f64;
            scene.line(vec![(middle, foot), (at, plot.top)], color, 1.0);
            if !self.markers[place].beyond {
                scene.line(vec![(at, plot.top), (at, plot.bottom)], color, if median { 2.0 } else { 1.0 });
            }
        }
        // Labels come last, on paper of their own, since a leader may pass behind them.
        for (place, &middle) in middles.iter().enumerate() {
            self.label(scene, place, (middle, plot.top - LEADERS - ROW * self.row(place) as f64), theme);
        }
        let line = |at: f64| Rect { left: at - 1.0, right: at + 1.0, ..plot };
        wanted.into_iter().map(line).collect()
    }

    /// Name and value above the foot of a label.
    fn label(&self, scene: &mut Scene, place: usize, (middle, foot): (f64, f64), theme: &Theme) {
        if self.rows > 1 {
            let half = (self.widths[place] - APART) / 2.0;
            let ground = Rect { left: middle - half, right: middle + half, top: foot - ROW + 4.0, bottom: foot };
            scene.rect(ground, theme.background, 1.0);
        }
        let mut name = text(&self.markers[place].name, (middle, foot - 22.0), text_size::TICK, theme.muted);
        name.anchor = Anchor::Middle;
        scene.text(name);
        let mut value = text(&self.values[place], (middle, foot - 6.0), text_size::LABEL, theme.ink);
        value.anchor = Anchor::Middle;
        value.weight = Weight::SemiBold;
        scene.text(value);
    }
}
