//! A forest plot: what was seen, over the interval that was predicted, one row a case, every interval equally wide.

use crate::plot::canvas::caption::Caption;
use crate::plot::canvas::error::PlotError;
use crate::plot::canvas::figure::Figure;
use crate::plot::canvas::font::{Weight, fit};
use crate::plot::canvas::frame::{self, Frame, text};
use crate::plot::canvas::rows::{Rows, widest};
use crate::plot::canvas::scene::{Anchor, Scene, Size};
use crate::plot::canvas::style::{Theme, line_width, text_size};
use crate::plot::canvas::ticks::{Scale, usable};

/// Cases with what was predicted of them.
#[derive(Clone, Debug)]
pub struct Forest {
    /// The words around the figure.
    pub caption: Caption,
    /// In the order shown; those without room are left out.
    pub rows: Vec<ForestRow>,
    /// What stands under the two ends of the intervals: `"P5"`, `"P95"`.
    pub ends: [String; 2],
}

/// A case.
#[derive(Clone, Debug, PartialEq)]
pub struct ForestRow {
    /// Its name.
    pub name: String,
    /// P5, median and P95 of the prediction; nothing is drawn if they are not usable or not apart.
    pub predicted: [f64; 3],
    /// The two ends of what was seen.
    pub seen: [f64; 2],
    /// What was seen, and the interval, written.
    pub label: String,
    /// Whether it lies inside; none without a verdict.
    pub inside: Option<bool>,
}

/// How far from the interval a mark is drawn, in widths of it; what lies farther out stands at the edge.
const BEYOND: f64 = 0.5;
const APART: f64 = 10.0;
const WIDEST: f64 = 250.0;
/// Half the size of what marks a case beyond the edge.
const ARROW: f64 = 4.5;

impl Figure for Forest {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn scene(&self, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        let mut frame = Frame::new(&self.caption, size, theme)?;
        let names: Vec<String> = self.rows.iter().map(|row| row.name.clone()).collect();
        let labels: Vec<String> =
            self.rows.iter().map(|row| fit(&row.label, text_size::TICK, Weight::Regular, WIDEST)).collect();
        let rows = Rows::new(&frame, &names, 0.0);
        let room = widest(labels.iter().take(rows.shown).map(String::as_str)) + APART;
        let x = Scale { low: -BEYOND, high: 1.0 + BEYOND, at_low: rows.plot.left, at_high: rows.plot.right - room };
        let left = frame.body.left;
        let scene = &mut frame.scene;
        if rows.shown == 0 {
            frame::no_data(scene, rows.plot, &self.caption.wording, theme);
            return Ok(frame.scene);
        }
        for end in [0.0, 1.0] {
            scene.upright(x.at(end), rows.plot.top, rows.plot.bottom, theme.grid);
        }
        for (row, (case, label)) in self.rows.iter().take(rows.shown).zip(&labels).enumerate() {
            draw(scene, &rows, row, case, x, theme);
            rows.label(scene, row, rows.plot.right, Anchor::End, label, theme);
        }
        rows.names(scene, &names, left, theme);
        for (end, words) in [0.0, 1.0].into_iter().zip(&self.ends) {
            let mut label = text(words, (x.at(end), rows.plot.bottom + 15.0), text_size::TICK, theme.muted);
            label.anchor = Anchor::Middle;
            scene.text(label);
        }
        Ok(frame.scene)
    }
}

fn draw(scene: &mut Scene, rows: &Rows, row: usize, case: &ForestRow, x: Scale, theme: &Theme) {
    let [low, middle, high] = case.predicted;
    let width = high - low;
    if !usable(middle) || !usable(width) || width <= 0.0 {
        return;
    }
    let place = |value: f64| (value - low) / width;
    scene.rect(rows.bar(row, x.at(0.0), x.at(1.0)), theme.outer_band, 1.0);
    let y = rows.middle(row);
    let bar = rows.bar(row, x.at(0.0), x.at(1.0));
    scene.line(vec![(x.at(place(middle)), bar.top), (x.at(place(middle)), bar.bottom)], theme.main, line_width::MEDIAN);
    let color = match case.inside {
        Some(true) => theme.gain,
        Some(false) => theme.loss_ink,
        None => theme.axis,
    };
    let [from, to] = case.seen.map(|value| place(value).clamp(-BEYOND, 1.0 + BEYOND));
    let beyond = place(0.5 * (case.seen[0] + case.seen[1]));
    let at = x.at(beyond.clamp(-BEYOND, 1.0 + BEYOND));
    if from < to {
        scene.line(vec![(x.at(from), y), (x.at(to), y)], color, line_width::SERIES);
    }
    if (-BEYOND..=1.0 + BEYOND).contains(&beyond) {
        scene.disc((at, y), 4.5, color);
    } else {
        // An arrow: it lies farther out than the figure reaches.
        let tip = if beyond < 0.0 { -ARROW } else { ARROW };
        scene.line(vec![(at - tip, y - ARROW), (at + tip, y), (at - tip, y + ARROW)], color, 2.0);
    }
}
