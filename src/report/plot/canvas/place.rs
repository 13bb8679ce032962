//! Finds room for a text near a point or within a region, clear of other texts and lines.

use super::scene::{Point, Rect};

/// Room that is not free.
pub(crate) struct Taken {
    /// Lines and bars, which a text crosses only where there is no other room.
    pub marks: Vec<Rect>,
    /// Texts, which no other may cover.
    pub texts: Vec<Rect>,
}

/// Room of `wide` × `high` near `point`, within `bounds`, clear of `taken` and of the `curve` where possible.
pub(crate) fn near(point: Point, (wide, high): Point, bounds: Rect, taken: &[Rect], curve: &[Point]) -> Rect {
    const SIDES: [Point; 8] =
        [(1.0, 1.0), (-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (0.0, 1.0), (0.0, -1.0), (1.0, 0.0), (-1.0, 0.0)];
    let candidates = [12.0, 26.0, 44.0, 70.0, 110.0].into_iter().flat_map(|far| {
        SIDES.into_iter().enumerate().map(move |(preference, (right, down))| {
            let middle = (point.0 + right * (far + wide / 2.0), point.1 + down * (far + high / 2.0));
            (centered(middle, (wide, high)), far + preference as f64)
        })
    });
    let cost = |(rect, distance): (Rect, f64)| {
        let rect = moved_inside(rect, bounds);
        let pad = rect.grown(4.0);
        let crossed = curve.iter().filter(|&&(x, y)| contains_point(&pad, x, y)).count();
        let covers = if contains_point(&rect.grown(6.0), point.0, point.1) { 1.0 } else { 0.0 };
        let overlap: f64 = taken.iter().map(|other| pad.overlap(other)).sum();
        (rect, overlap * 1e3 + covers * 1e3 + crossed as f64 * 20.0 + distance)
    };
    cheapest(candidates.map(cost)).unwrap_or_else(|| centered(point, (wide, high)))
}

/// Room of `wide` × `high` within `region`, clear of `taken` where possible, near the top and the middle.
pub(crate) fn within(region: Rect, (wide, high): Point, taken: &Taken) -> Rect {
    const STEP: f64 = 8.0;
    let middle = (region.left + region.right) / 2.0;
    let steps = |room: f64| 0..=((room / STEP).max(0.0) as usize);
    let candidates = steps(region.height() - high).flat_map(|down| {
        steps(region.width() - wide).map(move |right| {
            let (left, top) = (region.left + right as f64 * STEP, region.top + down as f64 * STEP);
            Rect { left, top, right: left + wide, bottom: top + high }
        })
    });
    let cost = |rect: Rect| {
        let overlap = |pad: f64, of: &[Rect]| of.iter().map(|other| rect.grown(pad).overlap(other)).sum::<f64>();
        let crossed = overlap(10.0, &taken.marks) + overlap(10.0, &taken.texts) + 1e3 * overlap(3.0, &taken.texts);
        let aside = ((rect.left + rect.right) / 2.0 - middle).abs();
        (rect, crossed * 1e3 + aside + 2.0 * (rect.top - region.top))
    };
    cheapest(candidates.map(cost)).unwrap_or_else(|| centered((middle, region.top), (wide, high)))
}

fn cheapest(priced: impl Iterator<Item = (Rect, f64)>) -> Option<Rect> {
    priced.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(rect, _)| rect)
}

fn centered((x, y): Point, (wide, high): Point) -> Rect {
    Rect { left: x - wide / 2.0, top: y - high / 2.0, right: x + wide / 2.0, bottom: y + high / 2.0 }
}

fn moved_inside(rect: Rect, bounds: Rect) -> Rect {
    let right = (bounds.left - rect.left).max(0.0) - (rect.right - bounds.right).max(0.0);
    let down = (bounds.top - rect.top).max(0.0) - (rect.bottom - bounds.bottom).max(0.0);
    Rect { left: rect.left + right, top: rect.top + down, right: rect.right + right, bottom: rect.bottom + down }
}

fn contains_point(rect: &Rect, x: f64, y: f64) -> bool {
    (rect.left..=rect.right).contains(&x) && (rect.top..=rect.bottom).contains(&y)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: Rect = Rect { left: 0.0, top: 0.0, right: 400.0, bottom: 300.0 };

    #[test]
    fn a_note_in_a_corner_stays_on_the_page() {
        for corner in [(0.0, 0.0), (400.0, 0.0), (0.0, 300.0), (400.0, 300.0)] {
            assert!(PAGE.contains(&near(corner, (120.0, 18.0), PAGE, &[], &[])));
        }
    }

    #[test]
    fn a_second_note_at_the_same_point_does_not_cover_the_first() {
        let first = near((200.0, 150.0), (120.0, 18.0), PAGE, &[], &[]);
        let second = near((200.0, 150.0), (120.0, 18.0), PAGE, &[first], &[]);
        assert_eq!(first.overlap(&second), 0.0);
    }

    #[test]
    fn a_region_with_a_free_part_is_used_there() {
        let full = Rect { left: 0.0, top: 0.0, right: 250.0, bottom: 300.0 };
        let taken = Taken { marks: vec![full], texts: Vec::new() };
        assert_eq!(within(PAGE, (100.0, 20.0), &taken).overlap(&full), 0.0);
    }

    #[test]
    fn rather_a_line_is_crossed_than_a_text_covered() {
        let line = |at: f64| Rect { left: at - 1.0, right: at + 1.0, ..PAGE };
        let text = Rect { left: 0.0, top: 0.0, right: 400.0, bottom: 285.0 };
        let taken = Taken { marks: (0..40).map(|k| line(f64::from(k) * 10.0)).collect(), texts: vec![text] };
        let strip = Rect { top: 200.0, ..PAGE };
        assert_eq!(within(strip, (100.0, 10.0), &taken).overlap(&text), 0.0);
    }
}
