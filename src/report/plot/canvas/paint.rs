//! Paints a scene on any backend of plotters; the only place that knows plotters' styles.

use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle, RGBAColor, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::{BackendColor, DrawingBackend};

use super::error::PlotError;
use super::font::Weight;
use super::scene::{Anchor, Mark, Scene, Text};
use super::style::Color;
use super::units::{FAMILY, TOP_TO_BASELINE, UNITS, length, line_height, units};

/// Draws all marks of `scene`, the lowest first.
pub(crate) fn paint<DB: DrawingBackend>(scene: &Scene, backend: &mut DB) -> Result<(), PlotError> {
    let page = scene.size.rect();
    let corner = units((page.right, page.bottom));
    let paper = fill(scene.background, 1.0);
    backend.draw_rect((0, 0), corner, &paper, true).map_err(failed)?;
    scene.marks.iter().try_for_each(|mark| paint_mark(mark, backend))?;
    backend.present().map_err(failed)
}

fn paint_mark<DB: DrawingBackend>(mark: &Mark, backend: &mut DB) -> Result<(), PlotError> {
    match mark {
        Mark::Line { points, color, width } => {
            let style = ShapeStyle { color: rgba(*color, 1.0), filled: false, stroke_width: length(*width) as u32 };
            backend.draw_path(points.iter().copied().map(units), &style)
        }
        Mark::Area { points, color, opacity } => {
            backend.fill_polygon(points.iter().copied().map(units), &fill(*color, *opacity))
        }
        Mark::Disc { center, radius, color } => {
            let radius = length(*radius) as u32;
            backend.draw_circle(units(*center), radius, &fill(*color, 1.0), true)
        }
        Mark::Text(text) => {
            let top = (text.at.0, text.at.1 - TOP_TO_BASELINE * text.size);
            backend.draw_text(&text.content, &text_style(text), units(top))
        }
    }
    .map_err(failed)
}

fn text_style(text: &Text) -> TextStyle<'static> {
    let weight = match text.weight {
        Weight::Regular => FontStyle::Normal,
        Weight::SemiBold => FontStyle::Bold,
    };
    let size = line_height(text.size * UNITS);
    let side = match text.anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    let font = FontDesc::new(FontFamily::Name(FAMILY), size, weight);
    TextStyle {
        font,
        color: BackendColor { alpha: 1.0, rgb: (text.color.r, text.color.g, text.color.b) },
        pos: Pos::new(side, VPos::Top),
    }
}

fn rgba(color: Color, opacity: f64) -> RGBAColor {
    plotters::style::Color::mix(&RGBColor(color.r, color.g, color.b), opacity)
}

fn fill(color: Color, opacity: f64) -> ShapeStyle {
    ShapeStyle { color: rgba(color, opacity), filled: true, stroke_width: 0 }
}

fn failed(error: impl std::fmt::Display) -> PlotError {
    PlotError::Backend(error.to_string())
}
