//! The comparison: median ROI of several cases in one figure, told apart by colour, dash and label.

use super::axes::Axes;
use super::edge::{EdgeLabel, EdgeLabels};
use super::fan::{check_length, last_usable, no_data};
use super::font::Weight;
use super::frame::Frame;
use super::scene::{Point, Scene};
use super::style::{Color, line_width};
use super::ticks::extent;
use super::{Caption, Figure, Format, Label, PlotError, Size, Theme, months};

/// One of the compared cases; all columns have the same length.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// The name shown at the end of its line.
    pub name: String,
    /// 25 % of the trials lie below, months 1 to T; NaN leaves a gap.
    pub p25: Vec<f64>,
    /// Half of the trials lie below.
    pub p50: Vec<f64>,
    /// 75 % of the trials lie below.
    pub p75: Vec<f64>,
}

/// Several cases over the same months.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The words around the figure.
    pub caption: Caption,
    /// The cases, 1 to [`Comparison::MOST_CASES`]; the order sets colour and dash.
    pub cases: Vec<Case>,
    /// Writes a value: `"+34%"`.
    pub format: Format,
}

impl Comparison {
    /// More cases than this cannot be told apart.
    pub const MOST_CASES: usize = 10;

    fn check(&self) -> Result<usize, PlotError> {
        if !(1..=Self::MOST_CASES).contains(&self.cases.len()) {
            return Err(PlotError::Cases(self.cases.len()));
        }
        let horizon = self.cases[0].p50.len();
        if !(1..=months::MOST).contains(&horizon) {
            return Err(PlotError::Months(horizon));
        }
        for case in &self.cases {
            check_length(&format!("p25 of {}", case.name), &case.p25, horizon)?;
            check_length(&format!("p50 of {}", case.name), &case.p50, horizon)?;
            check_length(&format!("p75 of {}", case.name), &case.p75, horizon)?;
        }
        Ok(horizon)
    }

    fn labels(&self, axes: Option<Axes>, theme: &Theme) -> Vec<EdgeLabel> {
        let no_data = self.caption.wording.write(Label::NoData);
        let label = |(k, case): (usize, &Case)| {
            let last = last_usable(&case.p50);
            EdgeLabel {
                end: axes.and_then(|axes| last.map(|(month, value)| axes.point(month as f64, value))),
                name: case.name.clone(),
                value: last.map_or_else(|| no_data.clone(), |(_, value)| self.format.write(value)),
                name_color: theme.ink,
                value_color: theme.ink,
                leader: color(theme, k),
                weight: Weight::Regular,
            }
        };
        self.cases.iter().enumerate().map(label).collect()
    }
}

impl Figure for Comparison {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn scene(&self, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        let horizon = self.check()?;
        let mut frame = Frame::new(&self.caption, size, theme)?;
        let columns = self.cases.iter().flat_map(|case| [&case.p25, &case.p50, &case.p75]);
        let range = extent(columns.flatten().copied());
        let right = EdgeLabels::new(self.labels(None, theme)).room();
        let axes = Axes::draw(&mut frame, range, horizon, right, &self.format, theme);
        let scene = &mut frame.scene;
        let opacity = if self.cases.len() > 4 { 0.08 } else { 0.13 };
        for (k, case) in self.cases.iter().enumerate() {
            axes.band(scene, &case.p25, &case.p75, color(theme, k), opacity);
        }
        axes.zero_line(scene, theme);
        for (k, case) in self.cases.iter().enumerate() {
            for run in axes.runs(&case.p50) {
                line(scene, run, k, theme);
            }
        }
        if range.is_none() {
            no_data(scene, axes.plot, &self.caption.wording, theme);
        }
        EdgeLabels::new(self.labels(Some(axes), theme)).draw(scene, axes.plot);
        Ok(frame.scene)
    }
}

/// The colour of a case.
pub(super) fn color(theme: &Theme, case: usize) -> Color {
    theme.series[case % theme.series.len()]
}

/// Lengths of dashes and gaps in nominal pixels; the first case has an unbroken line.
fn dashes(case: usize) -> &'static [f64] {
    const PATTERNS: [&[f64]; 6] = [&[], &[9.0, 6.0], &[0.5, 5.0], &[13.0, 5.0, 0.5, 5.0], &[18.0, 6.0], &[5.0, 5.0]];
    PATTERNS[case % PATTERNS.len()]
}

/// Draws the line of a case in its colour and with its dashes.
pub(super) fn line(scene: &mut Scene, run: Vec<Point>, case: usize, theme: &Theme) {
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
