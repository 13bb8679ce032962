//! Outlines in pixels: of thick lines, of circles, of the pieces of letters.

use ab_glyph::OutlineCurve;

/// To the right, downwards, in pixels of the image.
pub(crate) type Pixel = (f32, f32);

/// The outlines of a line of the given width with round joints and ends.
pub(crate) fn stroke(points: &[Pixel], width: f32) -> Vec<Vec<Pixel>> {
    let half = width / 2.0;
    let bars = points.windows(2).filter_map(|ends| {
        let [(ax, ay), (bx, by)] = [ends[0], ends[1]];
        let (dx, dy) = (bx - ax, by - ay);
        let length = (dx * dx + dy * dy).sqrt();
        (length > 0.0).then(|| {
            let (nx, ny) = (-dy / length * half, dx / length * half);
            vec![(ax + nx, ay + ny), (ax - nx, ay - ny), (bx - nx, by - ny), (bx + nx, by + ny)]
        })
    });
    let joints = points.iter().map(|&center| disc(center, half));
    bars.chain(joints).collect()
}

/// Any outline piece as a cubic curve.
pub(crate) fn cubic(curve: &OutlineCurve) -> [ab_glyph::Point; 4] {
    let between = |a: ab_glyph::Point, b: ab_glyph::Point, share: f32| {
        ab_glyph::point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
    };
    match *curve {
        OutlineCurve::Line(a, d) => [a, between(a, d, 1.0 / 3.0), between(a, d, 2.0 / 3.0), d],
        OutlineCurve::Quad(a, b, d) => [a, between(a, b, 2.0 / 3.0), between(d, b, 2.0 / 3.0), d],
        OutlineCurve::Cubic(a, b, c, d) => [a, b, c, d],
    }
}

/// A circle as a polygon of 24 corners which turns the same way as the bars of a stroke.
pub(crate) fn disc((x, y): Pixel, radius: f32) -> Vec<Pixel> {
    // Written out, because sines differ in the last bit between platforms and images must not.
    const QUARTER: [Pixel; 6] = [
        (1.0, 0.0),
        (0.965_925_8, 0.258_819_04),
        (0.866_025_4, 0.5),
        (0.707_106_77, 0.707_106_77),
        (0.5, 0.866_025_4),
        (0.258_819_04, 0.965_925_8),
    ];
    let turned = |(c, s): Pixel, quarter: usize| match quarter {
        0 => (c, s),
        1 => (-s, c),
        2 => (-c, -s),
        _ => (s, -c),
    };
    (0..4)
        .flat_map(|quarter| QUARTER.map(|corner| turned(corner, quarter)))
        .map(|(c, s)| (x + c * radius, y + s * radius))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Twice the enclosed area, with the sign of the turning sense.
    fn turning(outline: &[Pixel]) -> f32 {
        let ends = outline.iter().cycle().skip(1);
        outline.iter().zip(ends).map(|(a, b)| a.0 * b.1 - a.1 * b.0).sum()
    }

    #[test]
    fn all_outlines_of_a_stroke_turn_the_same_way_so_that_overlaps_never_cancel() {
        let zigzag = [(0.0, 0.0), (9.0, 3.0), (2.0, 8.0), (2.0, 1.0), (-5.0, 1.0)];
        assert!(stroke(&zigzag, 2.0).iter().all(|outline| turning(outline) > 0.0));
    }

    #[test]
    fn a_stroke_of_one_point_is_a_dot() {
        assert_eq!(stroke(&[(1.0, 1.0)], 2.0).len(), 1);
    }
}
