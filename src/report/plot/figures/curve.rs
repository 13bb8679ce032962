//! A curve over the value of an input: bands of the trials, median and mean, and where the mean is highest.

use super::fan::Bands;
use crate::plot::canvas::caption::Caption;
use crate::plot::canvas::edge::{EdgeLabel, EdgeLabels};
use crate::plot::canvas::error::{PlotError, check_length};
use crate::plot::canvas::figure::Figure;
use crate::plot::canvas::font::{Weight, fit};
use crate::plot::canvas::format::Format;
use crate::plot::canvas::frame::{self, Frame, no_data, text};
use crate::plot::canvas::label::Label;
use crate::plot::canvas::scene::{Anchor, Point, Rect, Scene, Size};
use crate::plot::canvas::style::{Theme, line_width, text_size};
use crate::plot::canvas::ticks::{Scale, extent, round_axis, usable};

/// A result at several values of an input.
#[derive(Clone, Debug)]
pub struct Curve {
    /// The words around the figure.
    pub caption: Caption,
    /// Values of the input, rising.
    pub x: Vec<f64>,
    /// Percentiles of the result at each value; NaN leaves a gap.
    pub bands: Bands,
    /// Mean of the result at each value.
    pub mean: Vec<f64>,
    /// Where the mean is highest.
    pub top: Option<Top>,
    /// Writes a value of the input.
    pub x_format: Format,
    /// Writes a result: `"−€400k"`.
    pub format: Format,
}

/// Where a curve is highest, and around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Top {
    /// The value of the input.
    pub at: f64,
    /// The values between which it hardly matters.
    pub flat: [f64; 2],
    /// What is written there.
    pub words: String,
}

/// Room for the label of the top above the plot.
const HEAD: f64 = 12.0;

/// Both scales of the plot.
struct Axes {
    plot: Rect,
    x: Scale,
    y: Scale,
}

impl Figure for Curve {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn scene(&self, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        self.check()?;
        let mut frame = Frame::new(&self.caption, size, theme)?;
        let columns = [&self.bands.p5, &self.bands.p95, &self.bands.p50, &self.mean];
        let range = extent(columns.into_iter().flatten().copied());
        let (low, high) = range.unwrap_or((0.0, 0.0));
        let (low, high, ticks) = round_axis(low.min(0.0), high.max(0.0), 7);
        let labels = frame::value_labels(&ticks, &self.format);
        let right = EdgeLabels::new(self.labels(None, theme)).room();
        let mut plot = frame.plot(frame::widest(&labels), right, 1);
        plot.top += HEAD;
        let [first, last] = [self.x[0], self.x[self.x.len() - 1]];
        let axes = Axes {
            plot,
            x: Scale { low: first, high: last, at_low: plot.left, at_high: plot.right },
            y: Scale { low, high, at_low: plot.bottom, at_high: plot.top },
        };
        let scene = &mut frame.scene;
        if let Some(top) = &self.top {
            axes.flat(scene, top, theme);
        }
        frame::grid(scene, plot, axes.y, &labels, theme);
        self.lines(scene, &axes, theme);
        frame::value_axis(scene, plot, axes.x, &self.x_format, theme);
        if range.is_none() {
            no_data(scene, plot, &self.caption.wording, theme);
        } else {
            EdgeLabels::new(self.labels(Some(&axes), theme)).draw(scene, plot);
        }
        if let Some(top) = &self.top {
            axes.top(scene, top, theme);
        }
        Ok(frame.scene)
    }
}

impl Curve {
    fn check(&self) -> Result<(), PlotError> {
        let rising = self.x.windows(2).all(|pair| pair[0] < pair[1]);
        if self.x.len() < 2 || !rising || !self.x.iter().all(|x| usable(*x)) {
            return Err(PlotError::Axis);
        }
        let b = &self.bands;
        for (name, column) in [("p5", &b.p5), ("p25", &b.p25), ("p50", &b.p50), ("p75", &b.p75), ("p95", &b.p95)] {
            check_length(name, column, self.x.len())?;
        }
        check_length("mean", &self.mean, self.x.len())
    }

    fn lines(&self, scene: &mut Scene, axes: &Axes, theme: &Theme) {
        for (low, high, color) in
            [(&self.bands.p5, &self.bands.p95, theme.outer_band), (&self.bands.p25, &self.bands.p75, theme.inner_band)]
        {
            let both = |of: &[f64]| -> Vec<f64> {
                let pairs = low.iter().zip(high).zip(of);
                pairs.map(|((l, h), v)| if usable(*l) && usable(*h) { *v } else { f64::NAN }).collect()
            };
            let uppers = axes.runs(&self.x, &both(high)).into_iter();
            for (mut upper, lower) in uppers.zip(axes.runs(&self.x, &both(low))) {
                if upper.len() > 1 {
                    upper.extend(lower.into_iter().rev());
                    scene.area(upper, color, 1.0);
                }
            }
        }
        scene.level(axes.plot.left, axes.plot.right, axes.y.at(0.0), theme.axis);
        let drawn =
            [(&self.mean, theme.loss_ink, line_width::SERIES), (&self.bands.p50, theme.main, line_width::MEDIAN)];
        for (values, color, width) in drawn {
            for run in axes.runs(&self.x, values) {
                match run[..] {
                    [single] => scene.disc(single, width, color),
                    _ => scene.line(run, color, width),
                }
            }
        }
    }

    fn labels(&self, axes: Option<&Axes>, theme: &Theme) -> Vec<EdgeLabel> {
        let named = |label: Label| self.caption.wording.write(label);
        let b = &self.bands;
        let columns = [
            ("P95".to_owned(), &b.p95, theme.muted),
            ("P75".to_owned(), &b.p75, theme.muted),
            (named(Label::Mean), &self.mean, theme.loss_ink),
            (named(Label::Median), &b.p50, theme.main),
            ("P25".to_owned(), &b.p25, theme.muted),
            ("P5".to_owned(), &b.p5, theme.muted),
        ];
        let labels = columns.into_iter().filter_map(|(name, values, color)| {
            let last = values.iter().rposition(|v| usable(*v))?;
            let plain = color == theme.muted;
            Some(EdgeLabel {
                end: axes.map(|axes| (axes.x.at(self.x[last]), axes.y.at(values[last]))),
                name,
                value: self.format.write(values[last]),
                name_color: color,
                value_color: if plain { theme.ink } else { color },
                leader: if plain { theme.inner_band } else { color },
                weight: if plain { Weight::Regular } else { Weight::SemiBold },
            })
        });
        labels.collect()
    }
}

impl Axes {
    /// The drawable values as unbroken runs of points.
    fn runs(&self, x: &[f64], values: &[f64]) -> Vec<Vec<Point>> {
        let point = |(x, v): (&f64, &f64)| usable(*v).then(|| (self.x.at(*x), self.y.at(*v)));
        let points: Vec<Option<Point>> = x.iter().zip(values).map(point).collect();
        let runs = points.split(Option::is_none).filter(|run| !run.is_empty());
        runs.map(|run| run.iter().copied().flatten().collect()).collect()
    }

    /// The ground between the values that hardly matter.
    fn flat(&self, scene: &mut Scene, top: &Top, theme: &Theme) {
        let [from, to] = top.flat.map(|x| self.x.at(x));
        if to > from {
            scene.rect(Rect { left: from, right: to, ..self.plot }, theme.loss_ground, 1.0);
        }
    }

    fn top(&self, scene: &mut Scene, top: &Top, theme: &Theme) {
        if !usable(top.at) {
            return;
        }
        let at = self.x.at(top.at);
        scene.upright(at, self.plot.top - 4.0, self.plot.bottom, theme.loss_ink);
        let words = fit(&top.words, text_size::TICK, Weight::SemiBold, self.plot.width());
        let mut label = text(&words, (at, self.plot.top - 8.0), text_size::TICK, theme.loss_ink);
        label.weight = Weight::SemiBold;
        label.anchor = Anchor::Middle;
        let wide = label.bounds().width() / 2.0;
        label.at.0 = at.max(self.plot.left + wide).min(self.plot.right - wide);
        scene.text(label);
    }
}
