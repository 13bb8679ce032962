//! A scene as SVG text or PNG bytes.

use plotters::prelude::SVGBackend;

use super::caption::Caption;
use super::error::PlotError;
use super::paint::paint;
use super::raster::Raster;
use super::scene::Scene;
use super::svg::{document, escaped};
use super::units::{FAMILY, UNITS};

/// Pixels of a PNG per nominal pixel: 960 × 540 becomes 1920 × 1080.
pub const PNG_SCALE: u32 = 2;

/// The scene as a stand-alone SVG document which may also be put inside an HTML page.
pub(crate) fn svg(scene: &Scene, caption: &Caption) -> Result<String, PlotError> {
    let units = |pixels: u32| (f64::from(pixels) * UNITS) as u32;
    let mut raw = String::new();
    paint(scene, &mut SVGBackend::with_string(&mut raw, (units(scene.size.width), units(scene.size.height))))?;
    let marks = raw.split_once('\n').map_or("", |(_, marks)| marks);
    Ok(document(scene, caption, shortened(marks).trim_end_matches("</svg>\n")))
}

/// The marks without attributes which the root already gives; user texts hold no bare quote, so none matches.
fn shortened(marks: &str) -> String {
    let family = format!(" font-family=\"{}\"", escaped(FAMILY));
    marks
        .replace(&family, "")
        .replace(" opacity=\"1\"", "")
        .replace(" text-anchor=\"start\"", "")
        .replace(" font-weight=\"bold\"", " font-weight=\"600\"")
        .replace(" \"/>", "\"/>")
}

/// The scene as a PNG image with [`PNG_SCALE`] pixels per nominal pixel.
pub(crate) fn png(scene: &Scene) -> Result<Vec<u8>, PlotError> {
    let mut raster = Raster::new(scene.size, PNG_SCALE);
    paint(scene, &mut raster)?;
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, raster.width, raster.height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    // Trying all filters on every row takes half as long again and saves a twentieth of the bytes.
    encoder.set_filter(png::Filter::Paeth);
    let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&raster.pixels));
    written.map_err(|error| PlotError::Backend(error.to_string()))?;
    Ok(bytes)
}
