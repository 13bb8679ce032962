//! Colours and dashes by which the lines of several cases are told apart.

use super::scene::{Point, Scene};
use super::style::{Color, Theme, line_width};

/// The colour of a case.
pub(crate) fn color(theme: &Theme, case: usize) -> Color {
    theme.series[case % theme.series.len()]
}

/// Lengths of dashes and gaps in nominal pixels; the first case has an unbroken line.
fn dashes(case: usize) -> &'static [f64] {
    const PATTERNS: [&[f64]; 6] = [&[], &[9.0, 6.0], &[0.5, 5.0], &[13.0, 5.0, 0.5, 5.0], &[18.0, 6.0], &[5.0, 5.0]];
    PATTERNS[case % PATTERNS.len()]
}

/// Draws the line of a case in its colour and with its dashes.
pub(crate) fn line(scene: &mut Scene, run: Vec<Point>, case: usize, theme: &Theme) {
    let color = color(theme, case);
    if let [single] = run[..] {
        return scene.disc(single, line_width::SERIES, color);
    }
    for dash in dashed(&run, dashes(case)) {
        scene.line(dash, color, line_width::SERIES);
    }
}

/// The drawn pieces of a path; the whole path if the pattern is empty.
fn dashed(path: &[Point], pattern: &[f64]) -> Vec<Vec<Point>> {
    if pattern.is_empty() {
        return vec![path.to_vec()];
    }
    let mut pieces = vec![vec![path[0]]];
    let (mut part, mut left) = (0, pattern[0]);
    for ends in path.windows(2) {
        let [(ax, ay), (bx, by)] = [ends[0], ends[1]];
        let length = ((bx - ax).powi(2) + (by - ay).powi(2)).sqrt();
        let mut gone = 0.0;
        while length - gone > left {
            gone += left;
            let at = (ax + (bx - ax) * gone / length, ay + (by - ay) * gone / length);
            if part % 2 == 0 {
                pieces.last_mut().expect("starts with one piece").push(at);
            } else {
                pieces.push(vec![at]);
            }
            part += 1;
            left = pattern[part % pattern.len()];
        }
        left -= length - gone;
        if part % 2 == 0 {
            pieces.last_mut().expect("starts with one piece").push((bx, by));
        }
    }
    pieces.retain(|piece| piece.len() > 1);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_follow_their_pattern_around_corners() {
        let path = [(0.0, 0.0), (5.0, 0.0), (5.0, 5.0)];
        let pieces = dashed(&path, &[4.0, 2.0]);
        assert_eq!(pieces, [vec![(0.0, 0.0), (4.0, 0.0)], vec![(5.0, 1.0), (5.0, 5.0)]]);
    }
}
