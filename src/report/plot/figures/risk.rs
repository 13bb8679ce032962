//! Risk and return: one point a rival, those that no other beats in both joined by a line.

use crate::plot::canvas::caption::Caption;
use crate::plot::canvas::error::PlotError;
use crate::plot::canvas::figure::Figure;
use crate::plot::canvas::font::{Weight, fit, width};
use crate::plot::canvas::format::Format;
use crate::plot::canvas::frame::{self, Frame, MIDDLE_TO_BASELINE, no_data, text};
use crate::plot::canvas::place::near;
use crate::plot::canvas::scene::{Point, Rect, Scene, Size};
use crate::plot::canvas::series::color;
use crate::plot::canvas::style::{Theme, line_width, text_size};
use crate::plot::canvas::ticks::{Scale, extent, round_axis, usable};

/// Rivals by their risk and their return.
#[derive(Clone, Debug)]
pub struct RiskReturn {
    /// The words around the figure.
    pub caption: Caption,
    /// The rivals; the order sets the colour.
    pub points: Vec<RiskPoint>,
    /// Writes a value of either axis.
    pub format: Format,
}

/// A rival.
#[derive(Clone, Debug, PartialEq)]
pub struct RiskPoint {
    /// Its name, beside the point.
    pub name: String,
    /// Its risk: the more, the worse.
    pub risk: f64,
    /// Its return: the more, the better.
    pub reward: f64,
    /// Whether no other rival is better in one and no worse in the other.
    pub efficient: bool,
}

const RADIUS: f64 = 5.5;
/// Height of a label.
const LABEL: f64 = 16.0;
/// Widest name.
const WIDEST: f64 = 220.0;

impl Figure for RiskReturn {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn scene(&self, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        let mut frame = Frame::new(&self.caption, size, theme)?;
        let (across, up) = (extent(self.points.iter().map(|p| p.risk)), extent(self.points.iter().map(|p| p.reward)));
        let axis = |range: Option<(f64, f64)>, wish| {
            let (low, high) = range.unwrap_or((0.0, 0.0));
            round_axis(low.min(0.0), high.max(0.0), wish)
        };
        let ((low, high, _), (bottom, top, ticks)) = (axis(across, 6), axis(up, 6));
        let labels = frame::value_labels(&ticks, &self.format);
        let mut plot = frame.plot(frame::widest(&labels), 8.0, 1);
        // Points at the ends of an axis stand clear of its edge.
        let inner = Rect { left: plot.left + 2.0 * RADIUS, right: plot.right - 2.0 * RADIUS, ..plot };
        plot.top -= 2.0;
        let x = Scale { low, high, at_low: inner.left, at_high: inner.right };
        let y = Scale { low: bottom, high: top, at_low: plot.bottom - RADIUS, at_high: plot.top + RADIUS };
        let scene = &mut frame.scene;
        frame::grid(scene, plot, y, &labels, theme);
        scene.level(plot.left, plot.right, y.at(0.0), theme.axis);
        scene.upright(x.at(0.0), plot.top, plot.bottom, theme.axis);
        frame::value_axis(scene, plot, x, &self.format, theme);
        if across.is_none() || up.is_none() {
            no_data(scene, plot, &self.caption.wording, theme);
            return Ok(frame.scene);
        }
        self.draw(scene, plot, (x, y), theme);
        Ok(frame.scene)
    }
}

impl RiskReturn {
    fn draw(&self, scene: &mut Scene, plot: Rect, (x, y): (Scale, Scale), theme: &Theme) {
        let usable_points = self.points.iter().enumerate().filter(|(_, p)| usable(p.risk) && usable(p.reward));
        let placed: Vec<(usize, &RiskPoint, Point)> =
            usable_points.map(|(k, p)| (k, p, (x.at(p.risk), y.at(p.reward)))).collect();
        let mut frontier: Vec<Point> = placed.iter().filter(|(_, p, _)| p.efficient).map(|(_, _, at)| *at).collect();
        frontier.sort_by(|a, b| a.0.total_cmp(&b.0));
        if frontier.len() > 1 {
            scene.line(frontier.clone(), theme.muted, line_width::HAIR);
        }
        let around = |(x, y): Point, by: f64| Rect { left: x - by, right: x + by, top: y - by, bottom: y + by };
        for (k, point, at) in &placed {
            scene.disc(*at, RADIUS, color(theme, *k));
            if !point.efficient {
                scene.disc(*at, RADIUS - 2.0, theme.background);
            }
        }
        let mut taken: Vec<Rect> = placed.iter().map(|(_, _, at)| around(*at, RADIUS)).collect();
        let mut texts: Vec<Rect> = Vec::new();
        let bounds = plot.grown(-2.0);
        for (_, point, at) in &placed {
            let weight = if point.efficient { Weight::SemiBold } else { Weight::Regular };
            let name = fit(&point.name, text_size::LABEL, weight, WIDEST.min(bounds.width() - 12.0));
            let wide = width(&name, text_size::LABEL, weight) * 1.05;
            let room = near(*at, (wide, LABEL), bounds, &taken, &frontier);
            // A name without room is left to the text.
            if name.is_empty() || texts.iter().any(|other| room.overlap(other) > 0.0) || !bounds.contains(&room) {
                continue;
            }
            let baseline = (room.top + room.bottom) / 2.0 + MIDDLE_TO_BASELINE * text_size::LABEL;
            let mut label = text(&name, (room.left, baseline), text_size::LABEL, theme.ink);
            label.weight = weight;
            scene.text(label);
            taken.push(room);
            texts.push(room);
        }
    }
}
