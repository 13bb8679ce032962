//! What all figures share: title, subtitle, footer, axis titles, grid and ticks around the plot.

use super::caption::Caption;
use super::error::PlotError;
use super::font::{Weight, fit, width, wrap};
use super::format::Format;
use super::label::{Label, Wording};
use super::months::MonthTick;
use super::scene::{Anchor, Rect, Scene, Size, Text};
use super::style::{Color, Theme, space, text_size};
use super::ticks::{Scale, round_numbers};

/// Baseline below the middle of a line of capitals and digits, as a share of the em.
pub(crate) const MIDDLE_TO_BASELINE: f64 = 0.36;
/// Rows of tick labels below the horizontal axis and the axis title take this height each.
const TICK_ROW: f64 = 16.0;
/// Least distance of two lines of tick labels.
const LINE: f64 = 1.2 * text_size::TICK;
/// Around a figure in a page, so that no stroke is cut.
const PAGE_MARGIN: f64 = 4.0;
const TITLE_ROW: f64 = 27.0;
const SUBTITLE_ROW: f64 = 19.0;
const FOOTER_ROW: f64 = 14.0;

/// A line of text with its left end on the baseline.
pub(crate) fn text(content: &str, at: (f64, f64), size: f64, color: Color) -> Text {
    Text { content: content.to_owned(), at, anchor: Anchor::Start, size, weight: Weight::Regular, color }
}

/// A sheet with its words, and the room that they leave.
pub(crate) struct Frame {
    pub scene: Scene,
    /// Between the title of the vertical axis and the title of the horizontal axis.
    pub body: Rect,
    /// The words for what the figure writes by itself.
    pub wording: Wording,
}

impl Frame {
    pub(crate) fn new(caption: &Caption, size: Size, theme: &Theme) -> Result<Self, PlotError> {
        let within = |side: u32, least: u32, most: u32| (least..=most).contains(&side);
        if !within(size.width, Size::LEAST.width, Size::MOST.width)
            || !within(size.height, Size::LEAST.height, Size::MOST.height)
        {
            return Err(PlotError::Size(size));
        }
        // In a page the margins are those of the page.
        let page = size.rect().grown(if theme.captioned { -space::MARGIN } else { -PAGE_MARGIN });
        let mut scene = Scene::new(size, theme.background);
        let top = head(&mut scene, caption, page, theme);
        let bottom = foot(&mut scene, caption, page, theme);
        let body = Rect { top, bottom, ..page };
        Ok(Self { scene, body, wording: caption.wording.clone() })
    }

    /// The plot within the body, beside tick labels of the given width and `rows` rows of month or value ticks.
    pub(crate) fn plot(&self, tick_width: f64, right_width: f64, rows: usize) -> Rect {
        Rect {
            left: self.body.left + tick_width + space::GAP,
            top: self.body.top + 13.0,
            right: self.body.right - right_width,
            bottom: self.body.bottom - TICK_ROW * rows as f64 - 8.0,
        }
    }
}

fn head(scene: &mut Scene, caption: &Caption, page: Rect, theme: &Theme) -> f64 {
    let mut y = page.top;
    // Readers without the embedded font may see bold letters which run wider.
    let title_room = page.width() * 0.94;
    let said = |words: &str| if theme.captioned { words.to_owned() } else { String::new() };
    for line in wrap(&said(&caption.title), text_size::TITLE, Weight::SemiBold, title_room, 2) {
        let mut title = text(&line, (page.left, y + 15.0), text_size::TITLE, theme.ink);
        title.weight = Weight::SemiBold;
        scene.text(title);
        y += TITLE_ROW;
    }
    for line in wrap(&said(&caption.subtitle), text_size::SUBTITLE, Weight::Regular, page.width(), 2) {
        scene.text(text(&line, (page.left, y + 12.0), text_size::SUBTITLE, theme.muted));
        y += SUBTITLE_ROW;
    }
    for line in wrap(&caption.y_title, text_size::TICK, Weight::Regular, page.width(), 1) {
        scene.text(text(&line, (page.left, y + 24.0), text_size::TICK, theme.muted));
        y += 28.0;
    }
    y
}

fn foot(scene: &mut Scene, caption: &Caption, page: Rect, theme: &Theme) -> f64 {
    let mut y = page.bottom + 8.0;
    let footer = if theme.captioned { caption.footer.as_str() } else { "" };
    for line in wrap(footer, text_size::FOOTER, Weight::Regular, page.width(), 2).iter().rev() {
        scene.text(text(line, (page.left, y), text_size::FOOTER, theme.muted));
        y -= FOOTER_ROW;
    }
    y -= 8.0;
    for line in wrap(&caption.x_title, text_size::TICK, Weight::Regular, page.width(), 1) {
        let mut title = text(&line, ((page.left + page.right) / 2.0, y), text_size::TICK, theme.muted);
        title.anchor = Anchor::Middle;
        scene.text(title);
        y -= TICK_ROW + 2.0;
    }
    y
}

/// Says in the middle of an empty plot that there is nothing to show.
pub(crate) fn no_data(scene: &mut Scene, plot: Rect, wording: &Wording, theme: &Theme) {
    let middle = ((plot.left + plot.right) / 2.0, plot.top + plot.height() * 0.3);
    let mut words = text(&wording.write(Label::NoData), middle, text_size::SUBTITLE, theme.muted);
    words.anchor = Anchor::Middle;
    scene.text(words);
}

/// Tick labels of the vertical axis: each value with its text, a text that repeats its neighbour left out.
pub(crate) fn value_labels(ticks: &[f64], format: &Format) -> Vec<(f64, String)> {
    let mut labels: Vec<(f64, String)> = Vec::new();
    for (&tick, label) in ticks.iter().zip(format.write_ticks(ticks)) {
        let written = fit(&label, text_size::TICK, Weight::Regular, 120.0);
        let known = labels.iter().rev().find(|(_, label)| !label.is_empty());
        let repeated = known.is_some_and(|(_, label)| *label == written);
        labels.push((tick, if repeated { String::new() } else { written }));
    }
    labels
}

/// Width of the widest tick label.
pub(crate) fn widest(labels: &[(f64, String)]) -> f64 {
    let widths = labels.iter().map(|(_, label)| width(label, text_size::TICK, Weight::Regular));
    widths.fold(0.0, f64::max)
}

/// Draws the horizontal grid with the labels of its values on the left, as many as stand apart.
pub(crate) fn grid(scene: &mut Scene, plot: Rect, scale: Scale, labels: &[(f64, String)], theme: &Theme) {
    let mut last = f64::INFINITY;
    for (value, label) in labels {
        let y = scale.at(*value);
        scene.level(plot.left, plot.right, y, theme.grid);
        let at = (plot.left - space::GAP, y + MIDDLE_TO_BASELINE * text_size::TICK);
        let mut label = text(label, at, text_size::TICK, theme.muted);
        label.anchor = Anchor::End;
        if !label.content.is_empty() && (last - y).abs() >= LINE {
            scene.text(label);
            last = y;
        }
    }
}

/// Draws ticks below the plot, each with up to two rows of labels.
pub(crate) fn month_axis(scene: &mut Scene, plot: Rect, scale: Scale, ticks: &[MonthTick], theme: &Theme) {
    for tick in ticks {
        let x = scale.at(tick.month as f64);
        let length = if tick.rows.is_empty() { 3.0 } else { 6.0 };
        scene.upright(x, plot.bottom + 1.0, plot.bottom + 1.0 + length, theme.muted);
        for (row, label) in tick.rows.iter().enumerate() {
            let y = plot.bottom + 5.0 + TICK_ROW * (row + 1) as f64;
            let color = if row == 0 { theme.ink } else { theme.muted };
            let mut label = text(label, (x, y), text_size::TICK, color);
            label.anchor = Anchor::Middle;
            scene.text(label);
        }
    }
}

/// Draws ticks at round values below the plot, those labelled that have room.
pub(crate) fn value_axis(scene: &mut Scene, plot: Rect, x: Scale, format: &Format, theme: &Theme) {
    let wish = (plot.width() / 110.0) as usize;
    axis_at(scene, (plot, x), &round_numbers(x.low, x.high, wish), format, theme);
}

/// The same with ticks at these values; those whose labels have no room have none.
pub(crate) fn axis_at(scene: &mut Scene, (plot, x): (Rect, Scale), ticks: &[f64], format: &Format, theme: &Theme) {
    let mut end = f64::NEG_INFINITY;
    for (value, label) in value_labels(ticks, format) {
        let at = x.at(value);
        scene.upright(at, plot.bottom + 1.0, plot.bottom + 7.0, theme.muted);
        let half = width(&label, text_size::TICK, Weight::Regular) / 2.0;
        let middle = at.min(plot.right + 8.0 - half).max(half + PAGE_MARGIN);
        if label.is_empty() || middle - half < end + 8.0 {
            continue;
        }
        end = middle + half;
        let mut label = text(&label, (middle, plot.bottom + 21.0), text_size::TICK, theme.ink);
        label.anchor = Anchor::Middle;
        scene.text(label);
    }
}
