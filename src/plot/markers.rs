//! Vertical lines at percentiles and the mean, their names and values side by side above the plot.

use super::Format;
use super::font::{Weight, fit, width};
use super::frame::text;
use super::scene::{Anchor, Rect, Scene};
use super::spread::spread;
use super::style::{Theme, text_size};
use super::ticks::Scale;

/// Height of the two rows of labels and their leaders above the plot.
pub(crate) const STRIP: f64 = 50.0;
/// Room between neighbouring labels.
const APART: f64 = 14.0;

/// A vertical line through the plot with a name and a value above.
pub(crate) struct Marker {
    pub name: String,
    pub value: f64,
    /// Whether it stands out.
    pub median: bool,
}

/// Draws the marker lines with their labels and returns the room of the lines.
pub(crate) fn draw(
    scene: &mut Scene,
    plot: Rect,
    x: Scale,
    markers: &[Marker],
    format: &Format,
    theme: &Theme,
) -> Vec<Rect> {
    let room = plot.width() / 4.0 - APART;
    let values: Vec<String> =
        markers.iter().map(|m| fit(&format.write(m.value), text_size::LABEL, Weight::SemiBold, room)).collect();
    let widths: Vec<f64> = markers
        .iter()
        .zip(&values)
        .map(|(marker, value)| {
            let name = width(&marker.name, text_size::TICK, Weight::Regular);
            width(value, text_size::LABEL, Weight::SemiBold).max(name) * 1.05 + APART
        })
        .collect();
    let wanted: Vec<f64> = markers.iter().map(|marker| x.at(marker.value)).collect();
    let middles = spread(&wanted, &widths, plot.left - 7.0, plot.right + 7.0);
    for (((marker, value), &at), &middle) in markers.iter().zip(&values).zip(&wanted).zip(&middles) {
        let color = if marker.median { theme.ink } else { theme.muted };
        scene.line(vec![(middle, plot.top - 12.0), (at, plot.top)], color, 1.0);
        scene.line(vec![(at, plot.top), (at, plot.bottom)], color, if marker.median { 2.0 } else { 1.0 });
        let mut name = text(&marker.name, (middle, plot.top - 34.0), text_size::TICK, theme.muted);
        name.anchor = Anchor::Middle;
        scene.text(name);
        let mut value = text(value, (middle, plot.top - 18.0), text_size::LABEL, theme.ink);
        value.anchor = Anchor::Middle;
        value.weight = Weight::SemiBold;
        scene.text(value);
    }
    let line = |at: f64| Rect { left: at - 1.0, right: at + 1.0, ..plot };
    wanted.into_iter().map(line).collect()
}
