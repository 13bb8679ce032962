//! How likely something is to be worth its cost, by what a unit of its effect is worth.

use crate::plot::canvas::caption::Caption;
use crate::plot::canvas::error::{PlotError, check_length};
use crate::plot::canvas::figure::Figure;
use crate::plot::canvas::font::{Weight, fit, width};
use crate::plot::canvas::format::Format;
use crate::plot::canvas::frame::{self, Frame, no_data, text};
use crate::plot::canvas::label::Label;
use crate::plot::canvas::scene::{Anchor, Point, Rect, Scene, Size};
use crate::plot::canvas::style::{Color, Theme, line_width, text_size};
use crate::plot::canvas::ticks::{Scale, usable};

/// The share of trials that are worth their cost, by the price of a unit of effect.
#[derive(Clone, Debug)]
pub struct Acceptance {
    /// The words around the figure.
    pub caption: Caption,
    /// Prices of a unit, rising.
    pub price: Vec<f64>,
    /// Share of the trials at each, 0 to 1.
    pub share: Vec<f64>,
    /// The price from which on it is worth its cost on average, and what is written there.
    pub switch: Option<(f64, String)>,
    /// The price that the case itself gives, and what is written there.
    pub threshold: Option<(f64, String)>,
    /// Writes a price.
    pub format: Format,
}

/// Room for a line of words above the plot.
const LINE: f64 = 16.0;
/// Ticks of the shares.
const TICKS: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];

impl Figure for Acceptance {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn scene(&self, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        self.check()?;
        let mut frame = Frame::new(&self.caption, size, theme)?;
        let wording = self.caption.wording.clone();
        let shares = Format::new(move |share| wording.write(Label::ShareTick(share)));
        let labels = frame::value_labels(&TICKS, &shares);
        let mut plot = frame.plot(frame::widest(&labels), 16.0, 1);
        let marks = self.marks(theme);
        plot.top += LINE * marks.len() as f64;
        let x = Scale {
            low: self.price[0],
            high: self.price[self.price.len() - 1],
            at_low: plot.left,
            at_high: plot.right,
        };
        let y = Scale { low: 0.0, high: 1.0, at_low: plot.bottom, at_high: plot.top };
        let scene = &mut frame.scene;
        frame::grid(scene, plot, y, &labels, theme);
        scene.level(plot.left, plot.right, plot.bottom, theme.axis);
        frame::value_axis(scene, plot, x, &self.format, theme);
        let points: Vec<Point> = self
            .price
            .iter()
            .zip(&self.share)
            .filter(|(_, s)| usable(**s))
            .map(|(p, s)| (x.at(*p), y.at(*s)))
            .collect();
        match points.len() {
            0 | 1 => no_data(scene, plot, &self.caption.wording, theme),
            _ => scene.line(points, theme.main, line_width::MEDIAN),
        }
        for (row, (at, words, color)) in marks.iter().enumerate() {
            mark(scene, plot, (x.at(*at), row), words, *color);
        }
        Ok(frame.scene)
    }
}

impl Acceptance {
    fn check(&self) -> Result<(), PlotError> {
        let rising = self.price.windows(2).all(|pair| pair[0] < pair[1]);
        if self.price.len() < 2 || !rising || !self.price.iter().all(|x| usable(*x)) {
            return Err(PlotError::Axis);
        }
        check_length("share", &self.share, self.price.len())
    }

    /// What is marked within the prices shown, each in its own row above the plot.
    fn marks(&self, theme: &Theme) -> Vec<(f64, &str, Color)> {
        let last = self.price[self.price.len() - 1];
        let both = [(&self.switch, theme.loss_ink), (&self.threshold, theme.main)].into_iter();
        both.filter_map(|(mark, color)| mark.as_ref().map(|(at, words)| (*at, words.as_str(), color)))
            .filter(|(at, ..)| usable(*at) && *at <= last)
            .collect()
    }
}

/// An upright line at a price, with its words in a row of their own above the plot.
fn mark(scene: &mut Scene, plot: Rect, (at, row): (f64, usize), words: &str, color: Color) {
    let y = plot.top - 8.0 - LINE * row as f64;
    scene.upright(at, y + 4.0, plot.bottom, color);
    let words = fit(words, text_size::TICK, Weight::SemiBold, plot.width());
    let half = width(&words, text_size::TICK, Weight::SemiBold) / 2.0;
    let middle = at.max(plot.left + half).min(plot.right - half);
    let mut label = text(&words, (middle, y), text_size::TICK, color);
    label.weight = Weight::SemiBold;
    label.anchor = Anchor::Middle;
    scene.text(label);
}
