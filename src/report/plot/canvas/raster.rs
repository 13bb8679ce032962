//! A pixel backend for plotters with smooth edges and letters from the embedded fonts.
//!
//! The bitmap backend of plotters fills areas and thick lines without anti-aliasing and sets letters on whole
//! pixels; both show on a board paper. This one computes the exact coverage of every pixel.

use std::convert::Infallible;

use ab_glyph::Font;
use ab_glyph_rasterizer::{Rasterizer, point};
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use super::font::{self, Glyph, Weight};
use super::outline::{Pixel, cubic, disc, stroke};
use super::scene::Size;
use super::units::{LINE_HEIGHT, TOP_TO_BASELINE, UNITS};

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// An image of sRGB pixels, three bytes each, row by row from the top.
pub(crate) struct Raster {
    pub width: u32,
    pub height: u32,
    /// None before the first mark, which is the paper as a rule.
    pub pixels: Vec<u8>,
    pixels_per_unit: f32,
    coverage: Rasterizer,
}

impl Raster {
    /// A black image with `scale` pixels per nominal pixel.
    pub(crate) fn new(size: Size, scale: u32) -> Self {
        let (width, height) = (size.width * scale, size.height * scale);
        Self {
            width,
            height,
            pixels: Vec::new(),
            pixels_per_unit: scale as f32 / UNITS as f32,
            coverage: Rasterizer::new(1, 1),
        }
    }

    fn pixel(&self, (x, y): BackendCoord) -> Pixel {
        (x as f32 * self.pixels_per_unit, y as f32 * self.pixels_per_unit)
    }

    fn pixels(&self, path: impl IntoIterator<Item = BackendCoord>) -> Vec<Pixel> {
        path.into_iter().map(|coord| self.pixel(coord)).collect()
    }

    /// Fills closed outlines; where outlines of one turning sense overlap, their union is filled.
    fn fill(&mut self, outlines: &[Vec<Pixel>], color: BackendColor) {
        let Some((left, top, wide, high)) = self.window(outlines) else {
            return;
        };
        self.coverage.reset(wide, high);
        for outline in outlines {
            let ends = outline.iter().cycle().skip(1);
            for (a, b) in outline.iter().zip(ends) {
                let (from, to) =
                    (point(a.0 - left as f32, a.1 - top as f32), point(b.0 - left as f32, b.1 - top as f32));
                self.coverage.draw_line(from, to);
            }
        }
        self.blend(left, top, color);
    }

    /// The whole pixels which outlines touch: left, top, width and height; nothing if they lie far outside.
    fn window(&self, outlines: &[Vec<Pixel>]) -> Option<(i32, i32, usize, usize)> {
        let none = (f32::INFINITY, f32::NEG_INFINITY);
        let span = |side: fn(&Pixel) -> f32| {
            let values = outlines.iter().flatten().map(side);
            let (low, high) = values.fold(none, |(low, high), v| (low.min(v), high.max(v)));
            (low.floor() - 1.0, high.ceil() + 2.0)
        };
        let ((left, right), (top, bottom)) = (span(|p| p.0), span(|p| p.1));
        let (width, height) = (self.width as f32, self.height as f32);
        let near = left >= -width && top >= -height && right <= 2.0 * width && bottom <= 2.0 * height;
        (near && right > left && bottom > top).then_some((
            left as i32,
            top as i32,
            (right - left) as usize,
            (bottom - top) as usize,
        ))
    }

    fn blend(&mut self, left: i32, top: i32, color: BackendColor) {
        let (width, height) = (self.width as i32, self.height as i32);
        if self.pixels.is_empty() {
            self.pixels.resize(width as usize * height as usize * 3, 0);
        }
        let (pixels, _) = self.pixels.as_chunks_mut::<3>();
        let [r, g, b] = [color.rgb.0, color.rgb.1, color.rgb.2].map(f32::from);
        let opacity = color.alpha as f32;
        let wide = self.coverage.dimensions().0;
        let (mut x, mut y) = (left, top);
        // Within an area neighbours are alike: the same cover on the same ground.
        let mut last = (f32::NAN, [0; 3], [0; 3]);
        self.coverage.for_each_pixel(|_, covered| {
            if covered > 0.002 && (0..width).contains(&x) && (0..height).contains(&y) {
                let pixel = &mut pixels[y as usize * width as usize + x as usize];
                if (covered, *pixel) != (last.0, last.1) {
                    let share = covered.min(1.0) * opacity;
                    let mixed = |ground: f32, over: f32| (ground + (over - ground) * share + 0.5) as u8;
                    let [r0, g0, b0] = pixel.map(f32::from);
                    last = (covered, *pixel, [mixed(r0, r), mixed(g0, g), mixed(b0, b)]);
                }
                *pixel = last.2;
            }
            x += 1;
            if x == left + wide as i32 {
                x = left;
                y += 1;
            }
        });
    }

    fn glyph(&mut self, glyph: &Glyph, at: Pixel, em: f32, color: BackendColor) {
        let Some((font, outline)) = glyph.face.and_then(|font| Some((font, font.outline(glyph.id)?))) else {
            return;
        };
        let scale = em / font.units_per_em().unwrap_or(1000.0);
        let place = |p: ab_glyph::Point| (at.0 + p.x * scale, at.1 - p.y * scale);
        let curves: Vec<[Pixel; 4]> = outline.curves.iter().map(|curve| cubic(curve).map(place)).collect();
        let Some((left, top, wide, high)) = self.window(&curves.iter().map(|c| c.to_vec()).collect::<Vec<_>>()) else {
            return;
        };
        self.coverage.reset(wide, high);
        let local = |p: Pixel| point(p.0 - left as f32, p.1 - top as f32);
        for [a, b, c, d] in curves {
            self.coverage.draw_cubic(local(a), local(b), local(c), local(d));
        }
        self.blend(left, top, color);
    }
}

impl DrawingBackend for Raster {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        let units = |pixels: u32| (pixels as f32 / self.pixels_per_unit).round() as u32;
        (units(self.width), units(self.height))
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(at, (at.0 + 1, at.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S, fill: bool) -> Drawn {
        let corners = [a, (b.0, a.1), b, (a.0, b.1)];
        let page = self.get_size();
        if fill && a == (0, 0) && (b.0 as u32, b.1 as u32) == page {
            // The paper alone is most of the pixels of a figure, and needs no coverage.
            let (r, g, b) = style.color().rgb;
            self.pixels = [r, g, b].repeat(self.width as usize * self.height as usize);
            Ok(())
        } else if fill {
            self.fill_polygon(corners, style)
        } else {
            self.draw_path(corners.into_iter().chain([a]), style)
        }
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let points = self.pixels(path);
        let outlines = stroke(&points, style.stroke_width() as f32 * self.pixels_per_unit);
        self.fill(&outlines, style.color());
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        let mut outline = disc(self.pixel(center), radius as f32 * self.pixels_per_unit);
        if fill {
            self.fill(&[outline], style.color());
        } else {
            outline.push(outline[0]);
            let width = style.stroke_width() as f32 * self.pixels_per_unit;
            self.fill(&stroke(&outline, width), style.color());
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let outline = self.pixels(path);
        self.fill(&[outline], style.color());
        Ok(())
    }

    /// Sets a horizontal text whose anchor is at its top, the one way in which figures place text.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let weight = match style.style() {
            FontStyle::Bold => Weight::SemiBold,
            _ => Weight::Regular,
        };
        let em = (style.size() / LINE_HEIGHT) as f32 * self.pixels_per_unit;
        let (glyphs, width) = font::layout(text, weight);
        let (x, y) = self.pixel(at);
        let start = match style.anchor().h_pos {
            HPos::Left => x,
            HPos::Center => x - width as f32 * em / 2.0,
            HPos::Right => x - width as f32 * em,
        };
        let baseline = (y + TOP_TO_BASELINE as f32 * em).round();
        for glyph in &glyphs {
            self.glyph(glyph, (start + glyph.start as f32 * em, baseline), em, style.color());
        }
        Ok(())
    }
}
