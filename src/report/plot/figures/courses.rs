//! Several results against one input, each a line with the band in which it lies.

use crate::plot::canvas::caption::Caption;
use crate::plot::canvas::edge::{EdgeLabel, EdgeLabels};
use crate::plot::canvas::error::{PlotError, check_length};
use crate::plot::canvas::figure::Figure;
use crate::plot::canvas::font::Weight;
use crate::plot::canvas::format::Format;
use crate::plot::canvas::frame::{self, Frame, no_data};
use crate::plot::canvas::scene::{Point, Scene, Size};
use crate::plot::canvas::style::{Theme, line_width};
use crate::plot::canvas::ticks::{Scale, extent, multiples, round_axis, usable};

/// Results at several values of an input.
#[derive(Clone, Debug)]
pub struct Courses {
    /// The words around the figure.
    pub caption: Caption,
    /// Values of the input, rising.
    pub x: Vec<f64>,
    /// The lines, at most [`Courses::MOST`]; the first stands in front.
    pub courses: Vec<Course>,
    /// Distance of the ticks of the input; none: round numbers.
    pub x_step: Option<f64>,
    /// Writes a value of the input.
    pub x_format: Format,
    /// Writes a result: `"−€400k"`.
    pub format: Format,
}

/// One result at each value of the input; NaN leaves a gap.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// Its name.
    pub name: String,
    /// The result.
    pub value: Vec<f64>,
    /// Lower end of the band.
    pub low: Vec<f64>,
    /// Upper end of the band.
    pub high: Vec<f64>,
}

impl Courses {
    /// More lines than this cannot be told apart.
    pub const MOST: usize = 8;
}

/// How dense a band is.
const BAND: f64 = 0.16;

/// Both scales.
struct Axes {
    x: Scale,
    y: Scale,
}

impl Figure for Courses {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn scene(&self, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        self.check()?;
        let mut frame = Frame::new(&self.caption, size, theme)?;
        let columns = self.courses.iter().flat_map(|c| [&c.value, &c.low, &c.high]);
        let range = extent(columns.flatten().copied());
        let (low, high) = range.unwrap_or((0.0, 0.0));
        let (low, high, ticks) = round_axis(low.min(0.0), high.max(0.0), 7);
        let labels = frame::value_labels(&ticks, &self.format);
        let right = EdgeLabels::new(self.labels(None, theme)).room();
        let plot = frame.plot(frame::widest(&labels), right, 1);
        let axes = Axes {
            x: Scale { low: self.x[0], high: self.x[self.x.len() - 1], at_low: plot.left, at_high: plot.right },
            y: Scale { low, high, at_low: plot.bottom, at_high: plot.top },
        };
        let scene = &mut frame.scene;
        frame::grid(scene, plot, axes.y, &labels, theme);
        scene.level(plot.left, plot.right, axes.y.at(0.0), theme.axis);
        self.bands(scene, &axes, theme);
        self.lines(scene, &axes, theme);
        match self.x_step.filter(|step| *step > 0.0) {
            Some(step) => {
                let ticks = multiples(axes.x.low, axes.x.high, step);
                frame::axis_at(scene, (plot, axes.x), &ticks, &self.x_format, theme);
            }
            None => frame::value_axis(scene, plot, axes.x, &self.x_format, theme),
        }
        match range {
            Some(_) => EdgeLabels::new(self.labels(Some(&axes), theme)).draw(scene, plot),
            None => no_data(scene, plot, &self.caption.wording, theme),
        }
        Ok(frame.scene)
    }
}

impl Courses {
    fn check(&self) -> Result<(), PlotError> {
        let rising = self.x.windows(2).all(|pair| pair[0] < pair[1]);
        if self.x.len() < 2 || !rising || !self.x.iter().all(|x| usable(*x)) {
            return Err(PlotError::Axis);
        }
        if !(1..=Self::MOST).contains(&self.courses.len()) {
            return Err(PlotError::Cases { found: self.courses.len(), most: Self::MOST });
        }
        for course in &self.courses {
            for (name, column) in [("value", &course.value), ("low", &course.low), ("high", &course.high)] {
                check_length(name, column, self.x.len())?;
            }
        }
        Ok(())
    }

    fn bands(&self, scene: &mut Scene, axes: &Axes, theme: &Theme) {
        for (course, color) in self.courses.iter().zip(theme.series).rev() {
            let both = |of: &[f64]| -> Vec<f64> {
                let pairs = course.low.iter().zip(&course.high).zip(of);
                pairs.map(|((l, h), v)| if usable(*l) && usable(*h) { *v } else { f64::NAN }).collect()
            };
            let uppers = axes.runs(&self.x, &both(&course.high)).into_iter();
            for (mut upper, lower) in uppers.zip(axes.runs(&self.x, &both(&course.low))) {
                if upper.len() > 1 {
                    upper.extend(lower.into_iter().rev());
                    scene.area(upper, color, BAND);
                }
            }
        }
    }

    fn lines(&self, scene: &mut Scene, axes: &Axes, theme: &Theme) {
        for (place, (course, color)) in self.courses.iter().zip(theme.series).enumerate().rev() {
            let width = if place == 0 { line_width::MEDIAN } else { line_width::SERIES };
            for run in axes.runs(&self.x, &course.value) {
                match run[..] {
                    [single] => scene.disc(single, width, color),
                    _ => scene.line(run, color, width),
                }
            }
        }
    }

    fn labels(&self, axes: Option<&Axes>, theme: &Theme) -> Vec<EdgeLabel> {
        let labels = self.courses.iter().zip(theme.series).enumerate().filter_map(|(place, (course, color))| {
            let last = course.value.iter().rposition(|v| usable(*v))?;
            Some(EdgeLabel {
                end: axes.map(|axes| (axes.x.at(self.x[last]), axes.y.at(course.value[last]))),
                name: course.name.clone(),
                value: self.format.write(course.value[last]),
                name_color: theme.ink,
                value_color: theme.ink,
                leader: color,
                weight: if place == 0 { Weight::SemiBold } else { Weight::Regular },
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
}
