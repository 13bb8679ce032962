//! Several results month by month, each in a panel of its own: without the programme, with it, and the band of that.

use crate::plot::canvas::caption::Caption;
use crate::plot::canvas::error::{PlotError, check_length};
use crate::plot::canvas::figure::Figure;
use crate::plot::canvas::font::{Weight, fit};
use crate::plot::canvas::format::Format;
use crate::plot::canvas::frame::{self, Frame, text};
use crate::plot::canvas::scene::{Anchor, Point, Rect, Scene, Size};
use crate::plot::canvas::style::{Theme, line_width, text_size};
use crate::plot::canvas::ticks::{Scale, extent, usable, widened};

/// Small pictures of the same months.
#[derive(Clone, Debug)]
pub struct Panels {
    /// The words around the figure.
    pub caption: Caption,
    /// The pictures, at most [`Panels::MOST`].
    pub panels: Vec<Panel>,
}

/// A result by month, from month 1; NaN leaves a gap.
#[derive(Clone, Debug)]
pub struct Panel {
    /// What it is.
    pub name: String,
    /// Without the programme.
    pub baseline: Vec<f64>,
    /// With it.
    pub programme: Vec<f64>,
    /// Lower end of the band with the programme.
    pub low: Vec<f64>,
    /// Upper end of it.
    pub high: Vec<f64>,
    /// A wider band behind, lower and upper end: what was expected before; none where there is nothing to compare with.
    pub before: Option<[Vec<f64>; 2]>,
    /// What was measured.
    pub marks: Vec<PanelMark>,
    /// Writes a value.
    pub format: Format,
}

/// A measurement in a panel.
#[derive(Clone, Debug)]
pub struct PanelMark {
    /// Month in which it stands, from 1; others are not drawn.
    pub month: f64,
    /// What was measured.
    pub value: f64,
    /// Where it may lie by its sampling.
    pub range: [f64; 2],
    /// Outermost, outer, outer, outermost limit of what was to be expected, rising; none where nothing was.
    pub limits: Option<[f64; 4]>,
}

/// Narrower than this a sheet has two columns.
const WIDE: f64 = 620.0;
/// Between two panels.
const GUTTER: f64 = 22.0;
/// Above a plot: name and values at the end.
const HEAD: f64 = 44.0;
/// Below a plot: its months.
const FOOT: f64 = 22.0;
/// How dense a band is.
const BAND: f64 = 0.18;
/// How dense one from before is.
const FAINT: f64 = 0.10;
/// Half the width of the limits of a mark, inner and outermost.
const LIMIT: [f64; 2] = [4.0, 2.5];

impl Panels {
    /// More panels than this are too small.
    pub const MOST: usize = 12;

    fn check(&self) -> Result<(), PlotError> {
        if !(1..=Self::MOST).contains(&self.panels.len()) {
            return Err(PlotError::Cases { found: self.panels.len(), most: Self::MOST });
        }
        let months = self.panels[0].programme.len();
        if months < 2 {
            return Err(PlotError::Axis);
        }
        let mut columns = self.panels.iter().flat_map(|p| [&p.baseline, &p.programme, &p.low, &p.high].map(|c| (p, c)));
        columns.try_for_each(|(panel, column)| check_length(&panel.name, column, months))
    }

    /// The cells of the panels on the sheet, row by row.
    fn cells(&self, body: Rect) -> Vec<Rect> {
        let count = self.panels.len();
        let columns = if body.width() < WIDE { 2 } else { 4 }.min(count);
        let rows = count.div_ceil(columns);
        let width = (body.width() - GUTTER * (columns - 1) as f64) / columns as f64;
        let height = body.height() / rows as f64;
        let cell = |k: usize| {
            let (left, top) = ((k % columns) as f64 * (width + GUTTER), (k / columns) as f64 * height);
            let (left, top) = (body.left + left, body.top + top);
            Rect { left, top, right: left + width, bottom: top + height }
        };
        (0..count).map(cell).collect()
    }
}

impl Figure for Panels {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn scene(&self, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        self.check()?;
        let mut frame = Frame::new(&self.caption, size, theme)?;
        for (panel, cell) in self.panels.iter().zip(self.cells(frame.body)) {
            panel.draw(&mut frame.scene, cell, theme);
        }
        Ok(frame.scene)
    }
}

impl Panel {
    fn draw(&self, scene: &mut Scene, cell: Rect, theme: &Theme) {
        self.head(scene, cell, theme);
        let columns = [&self.baseline, &self.programme, &self.low, &self.high];
        // The outermost limits do not make the axis long: where they lie beyond it, they are not drawn.
        let inner = |limits: [f64; 4]| [limits[1], limits[2]];
        let marked =
            self.marks.iter().flat_map(|m| m.range.into_iter().chain(m.limits.map(inner).into_iter().flatten()));
        let before = self.before.iter().flatten().flatten().copied();
        let all = columns.into_iter().flatten().copied().chain(before).chain(marked);
        let range = extent(all).unwrap_or((0.0, 0.0));
        let (low, high) = widened(range.0, range.1);
        let labels: Vec<(f64, String)> = [low, high].map(|x| (x, self.format.write(x))).into();
        let plot = Rect {
            left: cell.left + frame::widest(&labels) + 6.0,
            top: cell.top + HEAD,
            bottom: cell.bottom - FOOT,
            ..cell
        };
        let x = Scale { low: 1.0, high: self.programme.len() as f64, at_low: plot.left, at_high: plot.right };
        let y = Scale { low, high, at_low: plot.bottom, at_high: plot.top };
        frame::grid(scene, plot, y, &labels, theme);
        self.months(scene, plot, x, theme);
        if let Some([low, high]) = &self.before {
            band(scene, (low, high), (x, y), (theme.muted, FAINT));
        }
        band(scene, (&self.low, &self.high), (x, y), (theme.main, BAND));
        self.line(scene, (&self.baseline, theme.muted, line_width::SERIES), x, y);
        self.line(scene, (&self.programme, theme.main, line_width::MEDIAN), x, y);
        for mark in self.marks.iter().filter(|mark| mark.month >= 1.0 && usable(mark.value)) {
            mark.draw(scene, x, y, theme);
        }
    }

    /// Its name, and where both arms end.
    fn head(&self, scene: &mut Scene, cell: Rect, theme: &Theme) {
        let name = fit(&self.name, text_size::LABEL, Weight::SemiBold, cell.width());
        let mut title = text(&name, (cell.left, cell.top + 13.0), text_size::LABEL, theme.ink);
        title.weight = Weight::SemiBold;
        scene.text(title);
        let end = |of: &[f64]| of.iter().rev().find(|x| usable(**x)).map(|x| self.format.write(*x));
        if let (Some(without), Some(with)) = (end(&self.baseline), end(&self.programme)) {
            let ends = fit(&format!("{without} → {with}"), text_size::TICK, Weight::Regular, cell.width());
            scene.text(text(&ends, (cell.left, cell.top + 29.0), text_size::TICK, theme.muted));
        }
    }

    /// The first and the last month, and a tick for every year.
    fn months(&self, scene: &mut Scene, plot: Rect, x: Scale, theme: &Theme) {
        let last = self.programme.len();
        for year in (12..=last).step_by(12) {
            scene.upright(x.at(year as f64), plot.bottom + 1.0, plot.bottom + 5.0, theme.muted);
        }
        for (month, anchor) in [(1, Anchor::Start), (last, Anchor::End)] {
            let at = (x.at(month as f64), plot.bottom + 17.0);
            let mut label = text(&month.to_string(), at, text_size::TICK, theme.muted);
            label.anchor = anchor;
            scene.text(label);
        }
    }

    fn line(&self, scene: &mut Scene, (of, color, width): (&[f64], crate::plot::Color, f64), x: Scale, y: Scale) {
        let point = |(t, v): (usize, &f64)| usable(*v).then(|| (x.at((t + 1) as f64), y.at(*v)));
        let points: Vec<Option<Point>> = of.iter().enumerate().map(point).collect();
        for run in points.split(Option::is_none).filter(|run| run.len() > 1) {
            scene.line(run.iter().copied().flatten().collect(), color, width);
        }
    }
}

impl PanelMark {
    /// Its limits as bars across, its range as a line, the value as a dot.
    fn draw(&self, scene: &mut Scene, x: Scale, y: Scale, theme: &Theme) {
        let at = x.at(self.month);
        let shown = |limit: &f64| usable(*limit) && *limit >= y.low && *limit <= y.high;
        for (k, limit) in self.limits.iter().flatten().enumerate().filter(|(_, limit)| shown(limit)) {
            let half = LIMIT[usize::from(k == 0 || k == 3)];
            scene.line(vec![(at - half, y.at(*limit)), (at + half, y.at(*limit))], theme.muted, line_width::SERIES);
        }
        if self.range.into_iter().all(usable) {
            scene.upright(at, y.at(self.range[1]), y.at(self.range[0]), theme.ink);
        }
        scene.disc((at, y.at(self.value)), 2.2, theme.ink);
    }
}

fn band(
    scene: &mut Scene,
    (low, high): (&[f64], &[f64]),
    (x, y): (Scale, Scale),
    (color, opacity): (crate::plot::Color, f64),
) {
    let both = low.iter().zip(high).enumerate();
    let both: Vec<(f64, f64, f64)> = both
        .filter(|(_, (low, high))| usable(**low) && usable(**high))
        .map(|(t, (low, high))| (x.at((t + 1) as f64), y.at(*low), y.at(*high)))
        .collect();
    if both.len() > 1 {
        let upper = both.iter().map(|(x, _, high)| (*x, *high));
        let lower = both.iter().rev().map(|(x, low, _)| (*x, *low));
        scene.area(upper.chain(lower).collect(), color, opacity);
    }
}
