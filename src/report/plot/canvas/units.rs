//! What every painter of a scene agrees on: units, fonts, and where letters stand.

use super::scene::Point;

/// Units of a painter per nominal pixel: they are whole numbers, and whole pixels would make curves jagged.
pub(crate) const UNITS: f64 = 10.0;
/// Texts are placed by their tops; the baseline is this many ems lower in every font.
pub(crate) const TOP_TO_BASELINE: f64 = 0.76;
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
