//! The comparison: median ROI of several cases in one figure, told apart by colour, dash and label.

use crate::plot::canvas::axes::Axes;
use crate::plot::canvas::caption::Caption;
use crate::plot::canvas::edge::{EdgeLabel, EdgeLabels};
use crate::plot::canvas::error::{PlotError, check_length};
use crate::plot::canvas::figure::Figure;
use crate::plot::canvas::font::Weight;
use crate::plot::canvas::format::Format;
use crate::plot::canvas::frame::{Frame, no_data};
use crate::plot::canvas::label::Label;
use crate::plot::canvas::months;
use crate::plot::canvas::scene::{Scene, Size};
use crate::plot::canvas::series::{color, line};
use crate::plot::canvas::style::Theme;
use crate::plot::canvas::ticks::{extent, last_usable};

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
            return Err(PlotError::Cases { found: self.cases.len(), most: Self::MOST_CASES });
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
