//! Quantile curves: what each share of the trials ends below, one curve a rival; one above another everywhere is better.

use crate::plot::canvas::caption::Caption;
use crate::plot::canvas::edge::{EdgeLabel, EdgeLabels};
use crate::plot::canvas::error::{PlotError, check_length};
use crate::plot::canvas::figure::Figure;
use crate::plot::canvas::font::{Weight, fit};
use crate::plot::canvas::format::Format;
use crate::plot::canvas::frame::{self, Frame, no_data};
use crate::plot::canvas::label::Label;
use crate::plot::canvas::scene::{Point, Rect, Scene, Size};
use crate::plot::canvas::series::{color, line};
use crate::plot::canvas::style::{Theme, space, text_size};
use crate::plot::canvas::ticks::{Scale, extent, round_axis, usable};

/// The distributions of several rivals.
#[derive(Clone, Debug)]
pub struct QuantileCurves {
    /// The words around the figure.
    pub caption: Caption,
    /// Levels, rising within 0 to 1.
    pub levels: Vec<f64>,
    /// The rivals, 1 to [`QuantileCurves::MOST`]; the order sets colour and dash.
    pub curves: Vec<QuantileCurve>,
    /// Writes a value.
    pub format: Format,
}

/// The distribution of a rival.
#[derive(Clone, Debug, PartialEq)]
pub struct QuantileCurve {
    /// Its name, at the end of the curve.
    pub name: String,
    /// What stands beside the name.
    pub label: String,
    /// The value below which each level of the trials ends; NaN leaves a gap.
    pub values: Vec<f64>,
}

impl QuantileCurves {
    /// More curves than this cannot be told apart.
    pub const MOST: usize = 13;

    fn check(&self) -> Result<(), PlotError> {
        if !(1..=Self::MOST).contains(&self.curves.len()) {
            return Err(PlotError::Cases { found: self.curves.len(), most: Self::MOST });
        }
        let rising = self.levels.windows(2).all(|pair| pair[0] < pair[1]);
        if self.levels.len() < 2 || !rising || !self.levels.iter().all(|x| (0.0..=1.0).contains(x)) {
            return Err(PlotError::Axis);
        }
        self.curves.iter().try_for_each(|curve| check_length(&curve.name, &curve.values, self.levels.len()))
    }

    /// The labels of as many curves as `room` has; names as wide as its width allows.
    fn labels(&self, place: Option<(Scale, Scale)>, room: Rect, theme: &Theme) -> Vec<EdgeLabel> {
        let short = |text: &str, part: f64| fit(text, text_size::LABEL, Weight::Regular, part * room.width());
        let shown = (room.height() / space::LABEL_LINE).max(0.0) as usize;
        let label = |(k, curve): (usize, &QuantileCurve)| {
            let last = curve.values.iter().rposition(|v| usable(*v));
            EdgeLabel {
                end: place.zip(last).map(|((x, y), last)| (x.at(self.levels[last]), y.at(curve.values[last]))),
                name: short(&curve.name, 0.28),
                value: short(&curve.label, 0.16),
                name_color: theme.ink,
                value_color: theme.ink,
                leader: color(theme, k),
                weight: Weight::Regular,
            }
        };
        self.curves.iter().enumerate().take(shown).map(label).collect()
    }

    fn draw(&self, scene: &mut Scene, x: Scale, y: Scale, theme: &Theme) {
        for (k, curve) in self.curves.iter().enumerate() {
            let point = |(level, v): (&f64, &f64)| usable(*v).then(|| (x.at(*level), y.at(*v)));
            let points: Vec<Option<Point>> = self.levels.iter().zip(&curve.values).map(point).collect();
            for run in points.split(Option::is_none).filter(|run| !run.is_empty()) {
                line(scene, run.iter().copied().flatten().collect(), k, theme);
            }
        }
    }
}

impl Figure for QuantileCurves {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn scene(&self, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        self.check()?;
        let mut frame = Frame::new(&self.caption, size, theme)?;
        let range = extent(self.curves.iter().flat_map(|curve| curve.values.iter().copied()));
        let (low, high) = range.unwrap_or((0.0, 0.0));
        let (low, high, ticks) = round_axis(low.min(0.0), high.max(0.0), 7);
        let labels = frame::value_labels(&ticks, &self.format);
        // Ticks take a row below the plot.
        let room = Rect { bottom: frame.body.bottom - 30.0, ..frame.body };
        let right = EdgeLabels::new(self.labels(None, room, theme)).room();
        let plot = frame.plot(frame::widest(&labels), right, 1);
        let x = Scale { low: 0.0, high: 1.0, at_low: plot.left, at_high: plot.right };
        let y = Scale { low, high, at_low: plot.bottom, at_high: plot.top };
        let wording = frame.wording.clone();
        let shares = Format::new(move |share| wording.write(Label::ShareTick(share)));
        let scene = &mut frame.scene;
        frame::grid(scene, plot, y, &labels, theme);
        scene.level(plot.left, plot.right, y.at(0.0), theme.axis);
        self.draw(scene, x, y, theme);
        frame::value_axis(scene, plot, x, &shares, theme);
        match range {
            None => no_data(scene, plot, &self.caption.wording, theme),
            Some(_) => EdgeLabels::new(self.labels(Some((x, y)), room, theme)).draw(scene, plot),
        }
        Ok(frame.scene)
    }
}
