//! The tornado: how far each input moves the result, the longest bar on top.

use crate::plot::canvas::caption::Caption;
use crate::plot::canvas::error::PlotError;
use crate::plot::canvas::figure::Figure;
use crate::plot::canvas::font::{Weight, fit};
use crate::plot::canvas::format::Format;
use crate::plot::canvas::frame::{self, Frame, text};
use crate::plot::canvas::label::Label;
use crate::plot::canvas::rows::{Rows, widest};
use crate::plot::canvas::scene::{Anchor, Scene, Size};
use crate::plot::canvas::style::{Theme, text_size};
use crate::plot::canvas::ticks::{Scale, extent, usable, widened};

/// The result at both ends of several inputs.
#[derive(Clone, Debug)]
pub struct Tornado {
    /// The words around the figure.
    pub caption: Caption,
    /// The result with nothing changed.
    pub base: f64,
    /// One bar an input, in the order shown; those without room are left out.
    pub bars: Vec<Bar>,
    /// Writes a result: `"−€400k"`.
    pub format: Format,
}

/// One input.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Its name.
    pub name: String,
    /// The result with the input low.
    pub low: End,
    /// The result with the input high.
    pub high: End,
}

/// One end of a bar.
#[derive(Clone, Debug, PartialEq)]
pub struct End {
    /// The result; a bar without a usable one is not drawn.
    pub result: f64,
    /// The value of the input, written.
    pub value: String,
}

/// Room between a bar and its label.
const APART: f64 = 5.0;
/// Room for the label of the base above the bars.
const HEAD: f64 = 10.0;
/// Widest label of an end.
const WIDEST: f64 = 90.0;

impl Figure for Tornado {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn scene(&self, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        let mut frame = Frame::new(&self.caption, size, theme)?;
        let bars: Vec<Bar> = self.bars.iter().map(Bar::cut).collect();
        let names: Vec<String> = bars.iter().map(|bar| bar.name.clone()).collect();
        let rows = Rows::new(&frame, &names, HEAD);
        let shown = &bars[..rows.shown];
        let results = shown.iter().flat_map(|bar| [bar.low.result, bar.high.result]).chain([self.base]);
        let Some((low, high)) = extent(results) else {
            frame::no_data(&mut frame.scene, rows.plot, &self.caption.wording, theme);
            return Ok(frame.scene);
        };
        let (low, high) = widened(low, high);
        let room = widest(shown.iter().flat_map(|bar| [bar.low.value.as_str(), &bar.high.value])) + APART;
        let x = Scale { low, high, at_low: rows.plot.left + room, at_high: rows.plot.right - room };
        let left = frame.body.left;
        let scene = &mut frame.scene;
        for (row, bar) in shown.iter().enumerate() {
            self.bar(scene, &rows, row, bar, x, theme);
        }
        self.base(scene, &rows, x, theme);
        rows.names(scene, &names, left, theme);
        frame::value_axis(scene, rows.plot, x, &self.format, theme);
        Ok(frame.scene)
    }
}

impl Tornado {
    fn bar(&self, scene: &mut Scene, rows: &Rows, row: usize, bar: &Bar, x: Scale, theme: &Theme) {
        let (low, high) = (bar.low.result, bar.high.result);
        if !usable(low) || !usable(high) || !usable(self.base) {
            return;
        }
        let (base, at_low, at_high) = (x.at(self.base), x.at(low), x.at(high));
        let mut ends = [(at_low, theme.inner_band), (at_high, theme.main)];
        // Where both ends lie on one side, the shorter part is drawn over the longer.
        if (at_low - base).abs() < (at_high - base).abs() {
            ends.reverse();
        }
        for (at, color) in ends {
            scene.rect(rows.bar(row, base, at), color, 1.0);
        }
        let (left, right) = (at_low.min(at_high).min(base), at_low.max(at_high).max(base));
        let (lesser, greater) = if at_low <= at_high { (&bar.low, &bar.high) } else { (&bar.high, &bar.low) };
        rows.label(scene, row, left - APART, Anchor::End, &lesser.value, theme);
        rows.label(scene, row, right + APART, Anchor::Start, &greater.value, theme);
    }

    fn base(&self, scene: &mut Scene, rows: &Rows, x: Scale, theme: &Theme) {
        if !usable(self.base) {
            return;
        }
        let at = x.at(self.base);
        scene.upright(at, rows.plot.top, rows.plot.bottom, theme.axis);
        let words = format!("{} {}", self.caption.wording.write(Label::Median), self.format.write(self.base));
        let words = fit(&words, text_size::TICK, Weight::SemiBold, rows.plot.width());
        let mut label = text(&words, (at, rows.plot.top - 4.0), text_size::TICK, theme.ink);
        label.weight = Weight::SemiBold;
        label.anchor = Anchor::Middle;
        let wide = label.bounds().width() / 2.0;
        label.at.0 = at.max(rows.plot.left + wide).min(rows.plot.right - wide);
        scene.text(label);
    }
}

impl Bar {
    /// The bar with values cut to the room that they have.
    fn cut(&self) -> Bar {
        let end =
            |end: &End| End { result: end.result, value: fit(&end.value, text_size::TICK, Weight::Regular, WIDEST) };
        Bar { name: self.name.clone(), low: end(&self.low), high: end(&self.high) }
    }
}
