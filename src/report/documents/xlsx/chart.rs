//! What all native charts have in common: size, fonts, thin grid lines, sober colours.

use super::look::{HAIR, MUTED};
use rust_xlsxwriter::{Chart, ChartFont, ChartFormat, ChartLine, ChartSolidFill, Color};

/// Rows of a sheet that a chart covers.
pub const ROWS: u32 = 22;

/// A chart's title, its axis, its size and its lines.
pub fn dress(chart: &mut Chart, title: &str, x_title: &str, number: &str) {
    chart.set_width(900).set_height(400);
    chart.title().set_name(title).set_font(ChartFont::new().set_size(12).set_bold());
    let font = ChartFont::new().set_size(9).set_color(MUTED).clone();
    chart.x_axis().set_font(&font).set_format(ChartFormat::new().set_line(ChartLine::new().set_color(MUTED)));
    if !x_title.is_empty() {
        chart.x_axis().set_name(x_title).set_name_font(&font);
    }
    chart.y_axis().set_font(&font).set_num_format(number);
    chart.y_axis().set_major_gridlines_line(ChartLine::new().set_color(HAIR));
}

/// Fills a shape.
pub fn filled(format: &mut ChartFormat, colour: Color) -> &mut ChartFormat {
    format.set_solid_fill(ChartSolidFill::new().set_color(colour))
}

/// A line.
pub fn line(colour: Color, width: f64) -> ChartFormat {
    ChartFormat::new().set_line(ChartLine::new().set_color(colour).set_width(width)).clone()
}
