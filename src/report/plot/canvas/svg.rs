//! A scene as SVG text without plotters, which a browser cannot have; the bytes are those of plotters, as tests hold.

use super::caption::Caption;
use super::font::{Weight, clean};
use super::scene::{Anchor, Mark, Point, Scene, Text};
use super::style::Color;
use super::units::{FAMILY, LINE_HEIGHT, TOP_TO_BASELINE, UNITS, length, line_height, units};
use std::fmt::Write;

impl Scene {
    /// The scene as a stand-alone SVG document which may also be put inside an HTML page.
    pub fn svg(&self, caption: &Caption) -> String {
        let (right, bottom) = units((f64::from(self.size.width), f64::from(self.size.height)));
        let paper = self.background.css();
        let rect =
            format!("<rect x=\"0\" y=\"0\" width=\"{right}\" height=\"{bottom}\" fill=\"{paper}\" stroke=\"none\"/>\n");
        let marks = self.marks.iter().fold(rect, |mut marks, mark| {
            // Writing to a string cannot fail.
            let _ = write_mark(&mut marks, mark);
            marks
        });
        document(self, caption, &marks)
    }
}

/// The document around the marks.
pub(crate) fn document(scene: &Scene, caption: &Caption, marks: &str) -> String {
    let (width, height) = (scene.size.width, scene.size.height);
    let [right, bottom] = [width, height].map(|pixels| (f64::from(pixels) * UNITS) as u32);
    let (title, told) = (escaped(&clean(&caption.title)), escaped(&clean(&caption.description)));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {right} {bottom}\" role=\"img\" aria-label=\"{title}\" font-family=\"{FAMILY}\" \
         stroke-linecap=\"round\" stroke-linejoin=\"round\">\n\
         <title>{title}</title>\n<desc>{told}</desc>\n{marks}</svg>\n"
    )
}

fn write_mark(marks: &mut String, mark: &Mark) -> std::fmt::Result {
    match mark {
        Mark::Line { points, color, width } => {
            let (color, width) = (color.css(), length(*width) as u32);
            write!(marks, "<polyline fill=\"none\" stroke=\"{color}\" stroke-width=\"{width}\"")?;
            write_points(marks, points)
        }
        // What cannot be seen is not written.
        Mark::Area { opacity, .. } if *opacity == 0.0 => Ok(()),
        Mark::Area { points, color, opacity } => {
            let opacity = if *opacity == 1.0 { String::new() } else { format!(" opacity=\"{opacity}\"") };
            write!(marks, "<polygon{opacity} fill=\"{}\"", color.css())?;
            write_points(marks, points)
        }
        Mark::Disc { center, radius, color } => write_disc(marks, *center, *radius, *color),
        Mark::Text(text) => write_text(marks, text),
    }
}

fn write_points(marks: &mut String, points: &[Point]) -> std::fmt::Result {
    marks.push_str(" points=\"");
    for (place, point) in points.iter().enumerate() {
        let (x, y) = units(*point);
        write!(marks, "{}{x},{y}", if place > 0 { " " } else { "" })?;
    }
    marks.push_str("\"/>\n");
    Ok(())
}

fn write_disc(marks: &mut String, center: Point, radius: f64, color: Color) -> std::fmt::Result {
    let ((x, y), radius, color) = (units(center), length(radius) as u32, color.css());
    writeln!(
        marks,
        "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{color}\" stroke=\"none\" stroke-width=\"0\"/>"
    )
}

fn write_text(marks: &mut String, text: &Text) -> std::fmt::Result {
    let (x, y) = units((text.at.0, text.at.1 - TOP_TO_BASELINE * text.size));
    write!(marks, "<text x=\"{x}\" y=\"{y}\" dy=\"{TOP_TO_BASELINE}em\"")?;
    marks.push_str(match text.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    });
    let size = line_height(text.size * UNITS) / LINE_HEIGHT;
    write!(marks, " font-size=\"{size}\" fill=\"{}\"", text.color.css())?;
    marks.push_str(match text.weight {
        Weight::Regular => "",
        Weight::SemiBold => " font-weight=\"600\"",
    });
    writeln!(marks, ">\n{}\n</text>", escaped(&text.content))
}

/// A text as the content of an element or of an attribute.
pub(crate) fn escaped(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut safe, letter| {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&apos;"),
            letter => safe.push(letter),
        }
        safe
    })
}
