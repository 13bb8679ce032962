//! Maturity by element: horizontal bars in groups, each with its band and with what is aimed at.

use crate::plot::canvas::caption::Caption;
use crate::plot::canvas::error::PlotError;
use crate::plot::canvas::figure::Figure;
use crate::plot::canvas::font::{Weight, fit, width};
use crate::plot::canvas::format::Format;
use crate::plot::canvas::frame::{Frame, MIDDLE_TO_BASELINE, text};
use crate::plot::canvas::label::{Label, Wording};
use crate::plot::canvas::scene::{Anchor, Point, Rect, Scene, Size};
use crate::plot::canvas::style::{Theme, line_width, space, text_size};
use crate::plot::canvas::ticks::Scale;

/// Bars of shares from 0 to 1, in groups.
#[derive(Clone, Debug)]
pub struct MaturityBars {
    /// The words around the figure.
    pub caption: Caption,
    /// The bars from top to bottom, those of a group together; 1 to [`MaturityBars::MOST_BARS`].
    pub bars: Vec<MaturityBar>,
    /// What the diamonds mark.
    pub aim: String,
    /// What the bars in the second colour, with bold names, have in common.
    pub forward: String,
    /// Writes a share, 0 to 1.
    pub format: Format,
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct MaturityBar {
    /// The group it belongs to.
    pub group: String,
    /// Its name.
    pub name: String,
    /// P5, value and P95, 0 to 1; NaN where nothing is known.
    pub band: [f64; 3],
    /// What is aimed at, 0 to 1.
    pub aim: Option<f64>,
    /// Whether it is put forward.
    pub forward: bool,
}

impl MaturityBars {
    /// More bars than this have no room.
    pub const MOST_BARS: usize = 12;
}

/// Room at most for names of groups and of bars, and for values, in nominal pixels.
const NAME_ROOM: f64 = 110.0;
const VALUE_ROOM: f64 = 60.0;
/// Width from which on the quarters are marked.
const LEAST_OF_QUARTERS: f64 = 240.0;
/// Height of the line below the axis that explains the signs.
const LEGEND_ROW: f64 = 24.0;
/// Distance between groups, in bars.
const GROUP_GAP: f64 = 0.5;

impl Figure for MaturityBars {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn scene(&self, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        if !(1..=Self::MOST_BARS).contains(&self.bars.len()) {
            return Err(PlotError::Bars { found: self.bars.len(), most: Self::MOST_BARS });
        }
        let mut frame = Frame::new(&self.caption, size, theme)?;
        let names = NAME_ROOM.min(0.2 * frame.body.width());
        let mut plot = frame.plot(2.0 * names, VALUE_ROOM, 1);
        plot.bottom -= LEGEND_ROW;
        let x = Scale { low: 0.0, high: 1.0, at_low: plot.left, at_high: plot.right };
        let opens = |k: usize| k > 0 && self.bars[k - 1].group != self.bars[k].group;
        let gaps = (0..self.bars.len()).filter(|k| opens(*k)).count();
        let height = plot.height() / (self.bars.len() as f64 + GROUP_GAP * gaps as f64);
        let sheet = Sheet { plot, x, names, height, theme, format: &self.format, wording: &self.caption.wording };
        sheet.axis(&mut frame.scene);
        let mut middle = plot.top + height / 2.0;
        for (k, bar) in self.bars.iter().enumerate() {
            middle += if opens(k) { GROUP_GAP * height } else { 0.0 };
            if k == 0 || opens(k) {
                sheet.name_group(&mut frame.scene, &bar.group, middle);
            }
            sheet.draw(&mut frame.scene, bar, middle);
            middle += height;
        }
        self.legend(&mut frame.scene, &sheet);
        Ok(frame.scene)
    }
}

impl MaturityBars {
    /// What diamonds and the second colour mean, as far as the figure has them.
    fn legend(&self, scene: &mut Scene, sheet: &Sheet) {
        const SIGN: f64 = 20.0;
        let (mut left, y) = (sheet.plot.left, sheet.plot.bottom + 16.0 + LEGEND_ROW);
        let diamonds = self.bars.iter().any(|bar| bar.aim.is_some());
        let forward = self.bars.iter().any(|bar| bar.forward);
        for (_, meaning, is_bar) in
            [(diamonds, &self.aim, false), (forward, &self.forward, true)].iter().filter(|e| e.0)
        {
            let room = sheet.plot.right + VALUE_ROOM - left - SIGN;
            let meaning = fit(meaning, text_size::TICK, Weight::Regular, room);
            if meaning.is_empty() {
                continue;
            }
            if *is_bar {
                let sign = Rect { left, right: left + 12.0, top: y - 9.0, bottom: y + 1.0 };
                scene.rect(sign, sheet.theme.series[1], 1.0);
            } else {
                sheet.diamond(scene, (left + 6.0, y - 4.0), 5.0);
            }
            scene.text(text(&meaning, (left + SIGN, y), text_size::TICK, sheet.theme.muted));
            left += SIGN + width(&meaning, text_size::TICK, Weight::Regular) + 24.0;
        }
    }
}

/// Where bars stand, and their colours.
struct Sheet<'a> {
    plot: Rect,
    x: Scale,
    /// Width of each of the two columns of names.
    names: f64,
    /// Height of a bar with the distance to the next.
    height: f64,
    theme: &'a Theme,
    format: &'a Format,
    wording: &'a Wording,
}

impl Sheet<'_> {
    fn axis(&self, scene: &mut Scene) {
        let Rect { left, top, bottom, .. } = self.plot;
        let ticks: &[f64] =
            if self.plot.width() < LEAST_OF_QUARTERS { &[0.0, 1.0] } else { &[0.0, 0.25, 0.5, 0.75, 1.0] };
        for &tick in ticks {
            let written = self.format.write(tick);
            scene.upright(self.x.at(tick), top, bottom, self.theme.grid);
            let mut line = text(&written, (self.x.at(tick), bottom + 16.0), text_size::TICK, self.theme.muted);
            line.anchor = Anchor::Middle;
            scene.text(line);
        }
        scene.upright(left, top, bottom, self.theme.axis);
    }

    fn name_group(&self, scene: &mut Scene, group: &str, middle: f64) {
        let at = (self.plot.left - space::GAP - 2.0 * self.names, middle);
        self.label(scene, group, at, (Anchor::Start, Weight::Regular, self.names));
    }

    fn draw(&self, scene: &mut Scene, bar: &MaturityBar, middle: f64) {
        let weight = if bar.forward { Weight::SemiBold } else { Weight::Regular };
        let (plot, thick) = (self.plot, (0.62 * self.height).min(22.0));
        self.label(scene, &bar.name, (plot.left - space::GAP, middle), (Anchor::End, weight, self.names));
        let [low, value, high] = bar.band.map(|share| self.x.at(share.clamp(0.0, 1.0)));
        if value.is_finite() {
            let color = if bar.forward { self.theme.series[1] } else { self.theme.gain };
            let (top, bottom) = (middle - thick / 2.0, middle + thick / 2.0);
            scene.rect(Rect { left: plot.left, right: value, top, bottom }, color, 1.0);
        }
        if low.is_finite() && high.is_finite() {
            self.band(scene, [low, high], (middle, thick));
        }
        if let Some(aim) = bar.aim.filter(|aim| aim.is_finite()) {
            self.diamond(scene, (self.x.at(aim.clamp(0.0, 1.0)), middle), (0.35 * thick).max(3.0));
        }
        if value.is_finite() {
            let written = self.format.write(bar.band[1].clamp(0.0, 1.0));
            self.label(scene, &written, (plot.right + VALUE_ROOM, middle), (Anchor::End, weight, VALUE_ROOM));
        } else {
            let end = bar.aim.filter(|aim| aim.is_finite()).map_or(plot.right, |aim| self.x.at(aim.clamp(0.0, 1.0)));
            self.say_unknown(scene, middle, end - 2.0 * space::GAP - plot.left);
        }
    }

    /// Says in place of a bar that there is none, where there is room before what is aimed at.
    fn say_unknown(&self, scene: &mut Scene, middle: f64, room: f64) {
        let content = self.wording.write(Label::NoData);
        let at = (self.plot.left + space::GAP, middle);
        self.label(scene, &content, at, (Anchor::Start, Weight::Regular, room));
    }

    /// The band of a bar: a line with a mark at each end.
    fn band(&self, scene: &mut Scene, ends: [f64; 2], (middle, thick): Point) {
        let color = self.theme.ink;
        scene.line(vec![(ends[0], middle), (ends[1], middle)], color, 1.5 * line_width::HAIR);
        for end in ends {
            let mark = vec![(end, middle - 0.22 * thick), (end, middle + 0.22 * thick)];
            scene.line(mark, color, 1.5 * line_width::HAIR);
        }
    }

    /// A diamond with a rim of paper, to be seen on a bar too.
    fn diamond(&self, scene: &mut Scene, (x, y): Point, reach: f64) {
        for (reach, color) in [(reach + 1.5, self.theme.background), (reach, self.theme.ink)] {
            scene.area(vec![(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)], color, 1.0);
        }
    }

    /// A line of text around a middle, cut to its room and no higher than a bar.
    fn label(&self, scene: &mut Scene, content: &str, at: Point, (anchor, weight, room): (Anchor, Weight, f64)) {
        let size = text_size::LABEL.min(0.95 * self.height);
        let content = fit(content, size, weight, room - space::GAP);
        if content.is_empty() {
            return;
        }
        let color = if anchor == Anchor::Start { self.theme.muted } else { self.theme.ink };
        let mut line = text(&content, (at.0, at.1 + MIDDLE_TO_BASELINE * size), size, color);
        (line.anchor, line.weight) = (anchor, weight);
        scene.text(line);
    }
}
