//! What every painter of a scene agrees on: units, fonts, and where letters stand.

use super::scene::Point;

/// Units of a painter per nominal pixel: they are whole numbers, and whole pixels would make curves jagged.
pub(crate) const UNITS: f64 = 10.0;
/// Texts are placed by their tops; the baseline is this many ems lower in every font.
pub(crate) const TOP_TO_BASELINE: f64 = 0.76;
/// plotters measures a font by its line height, which it takes to be this many ems.
pub(crate) const LINE_HEIGHT: f64 = 1.24;
/// Fonts for readers' browsers: the embedded one where installed, else what their system writes with.
pub(crate) const FAMILY: &str = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/// A point in units.
pub(crate) fn units((x, y): Point) -> (i32, i32) {
    (length(x) as i32, length(y) as i32)
}

/// A length in units.
pub(crate) fn length(pixels: f64) -> f64 {
    (pixels * UNITS).round()
}

/// The size for which plotters writes `em`, exactly where a number is so near, after dividing by its line height.
pub(crate) fn line_height(em: f64) -> f64 {
    let size = em * LINE_HEIGHT;
    let candidates = [size, size.next_up(), size.next_down()];
    candidates.into_iter().find(|size| size / LINE_HEIGHT == em).unwrap_or(size)
}
