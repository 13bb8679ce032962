//! The NPV distribution: a histogram with its loss part set off, percentiles and mean marked above.

use super::markers::{Marker, Markers};
use super::spikes::{self, Spikes};
use crate::plot::canvas::caption::Caption;
use crate::plot::canvas::error::{PlotError, check_length};
use crate::plot::canvas::figure::Figure;
use crate::plot::canvas::font::{Weight, width};
use crate::plot::canvas::format::Format;
use crate::plot::canvas::frame::{self, Frame, text};
use crate::plot::canvas::held::AxisRange;
use crate::plot::canvas::label::Label;
use crate::plot::canvas::place::{Taken, within};
use crate::plot::canvas::scene::{Rect, Scene, Size};
use crate::plot::canvas::style::Theme;
use crate::plot::canvas::ticks::{Scale, round_axis, usable};

/// Net present value over the trials.
#[derive(Clone, Debug)]
pub struct NpvDistribution {
    /// The words around the figure.
    pub caption: Caption,
    /// Edges of the bins in units of money, rising, one more than bins; bins should be equally wide.
    pub edges: Vec<f64>,
    /// Share of the trials in each bin, 0 to 1; what is no such share counts as 0.
    pub shares: Vec<f64>,
    /// 5 % of the trials lie below.
    pub p5: f64,
    /// Half of the trials lie below.
    pub p50: f64,
    /// 95 % of the trials lie below.
    pub p95: f64,
    /// The mean of the trials.
    pub mean: f64,
    /// Probability of a loss, written: `"62%"`.
    pub loss_probability: String,
    /// Writes an amount of money: `"−€400k"`.
    pub format: Format,
}

/// A stretch of the histogram on one side of zero.
struct Piece {
    from: f64,
    to: f64,
    share: f64,
}

impl NpvDistribution {
    fn check(&self) -> Result<(), PlotError> {
        let rising = self.edges.windows(2).all(|pair| pair[0] < pair[1]);
        if self.edges.len() < 2 || !rising || !self.edges.iter().all(|&edge| usable(edge)) {
            return Err(PlotError::Edges);
        }
        check_length("shares", &self.shares, self.edges.len() - 1)
    }

    fn markers(&self) -> Vec<Marker> {
        let name = |label| self.caption.wording.write(label);
        let all = [
            ("P5".to_owned(), self.p5, false),
            (name(Label::Median), self.p50, true),
            (name(Label::Mean), self.mean, false),
            ("P95".to_owned(), self.p95, false),
        ];
        let [low, high] = [self.edges[0], self.edges[self.edges.len() - 1]];
        let marker = |(name, value, median)| match value {
            value if value < low => Marker { name: format!("← {name}"), value, median, beyond: true },
            value if value > high => Marker { name: format!("{name} →"), value, median, beyond: true },
            value => Marker { name, value, median, beyond: false },
        };
        all.into_iter().filter(|(_, value, _)| usable(*value)).map(marker).collect()
    }

    /// The bins, cut at zero, with shares which can be drawn.
    fn pieces(&self) -> Vec<Piece> {
        let bins = self.edges.windows(2).zip(&self.shares);
        bins.flat_map(|(edge, &share)| {
            let share = if share > 0.0 && share <= 1.0 { share } else { 0.0 };
            let (from, to) = (edge[0], edge[1]);
            let cut = if from < 0.0 && to > 0.0 { vec![(from, 0.0), (0.0, to)] } else { vec![(from, to)] };
            cut.into_iter().map(move |(from, to)| Piece { from, to, share })
        })
        .collect()
    }
}

impl Figure for NpvDistribution {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn scene(&self, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        self.scene_on(None, size, theme)
    }

    fn scene_on(&self, held: Option<AxisRange>, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        self.check()?;
        let mut frame = Frame::new(&self.caption, size, theme)?;
        let spikes = Spikes::find(&self.shares);
        let own = AxisRange { range: [0.0, spikes.axis_top()], room: 0.0 };
        let axis = own.or_held(held.filter(|held| held.range[1] > 0.0));
        let (_, top, mut ticks) = round_axis(0.0, axis.range[1], 4);
        let top = top.min(1.0);
        ticks.retain(|&tick| tick <= top);
        let wording = frame.wording.clone();
        let labels = frame::value_labels(&ticks, &Format::new(move |share| wording.write(Label::ShareTick(share))));
        let mut plot = frame.plot(frame::widest(&labels), 8.0, 1);
        let markers = self.markers();
        let markers = Markers::new(&markers, &self.format, plot.width());
        let room = axis.room.max(markers.height());
        plot.top += room;
        frame.scene.axis = Some(AxisRange { room, ..axis });
        let x = Scale {
            low: self.edges[0],
            high: self.edges[self.edges.len() - 1],
            at_low: plot.left,
            at_high: plot.right,
        };
        let y = Scale { low: 0.0, high: top, at_low: plot.bottom, at_high: plot.top };
        let scene = &mut frame.scene;
        ground(scene, plot, x, theme);
        frame::grid(scene, plot, y, &labels, theme);
        let bars = self.bars(scene, x, y, theme);
        scene.level(plot.left, plot.right, plot.bottom, theme.axis);
        if x.low < 0.0 && x.high > 0.0 {
            scene.upright(x.at(0.0), plot.top, plot.bottom, theme.axis);
        }
        frame::value_axis(scene, plot, x, &self.format, theme);
        let lines = markers.draw(scene, plot, x, theme);
        let mut taken = Taken { marks: [lines, columns(&bars)].concat(), texts: Vec::new() };
        let share = |share| self.caption.wording.write(Label::Share(share));
        let named: Vec<_> = spikes.groups.iter().map(|spike| (spike, share(spike.share))).collect();
        spikes::label(scene, plot, &named, &self.edges, x, &mut taken, theme);
        self.loss_label(scene, plot, x, &taken, theme);
        Ok(frame.scene)
    }
}

impl NpvDistribution {
    /// Draws the histogram and returns the room of its bars.
    fn bars(&self, scene: &mut Scene, x: Scale, y: Scale, theme: &Theme) -> Vec<Rect> {
        let pieces = self.pieces();
        let place = |piece: &Piece| Rect {
            left: x.at(piece.from),
            top: y.at(piece.share),
            right: x.at(piece.to),
            bottom: y.at(0.0),
        };
        for (loss, color) in [(true, theme.loss), (false, theme.gain)] {
            let side = pieces.iter().filter(|piece| (piece.to <= 0.0) == loss).map(place);
            let outline: Vec<_> = side.clone().flat_map(|bar| [(bar.left, bar.top), (bar.right, bar.top)]).collect();
            if let (Some(first), Some(last)) = (outline.first(), outline.last()) {
                let feet = [(last.0, y.at(0.0)), (first.0, y.at(0.0))];
                scene.area(outline.iter().copied().chain(feet).collect(), color, 1.0);
            }
        }
        let bars: Vec<Rect> = pieces.iter().map(place).collect();
        for pair in bars.windows(2) {
            let low = pair[0].top.max(pair[1].top);
            if pair[0].width().min(pair[1].width()) > 6.0 && low < y.at(0.0) {
                scene.upright(pair[1].left - 0.5, low, y.at(0.0), theme.background);
            }
        }
        bars
    }

    /// Writes the probability of a loss into the loss side of the plot.
    fn loss_label(&self, scene: &mut Scene, plot: Rect, x: Scale, taken: &Taken, theme: &Theme) {
        const SIZE: f64 = 18.0;
        let content = self.caption.wording.write(Label::LossProbability(&self.loss_probability));
        let wide = width(&content, SIZE, Weight::SemiBold) * 1.05;
        let right = x.at(0.0).clamp(plot.left, plot.right).max(plot.left + wide + 16.0);
        let side = Rect { right, ..plot }.grown(-8.0);
        let room = within(side, (wide, SIZE), taken);
        let mut label = text(&content, (room.left, room.bottom - 3.0), SIZE, theme.loss_ink);
        label.weight = Weight::SemiBold;
        scene.rect(room.grown(3.0), theme.background, 0.88);
        scene.text(label);
    }
}

/// The room of bars in columns of some pixels, so that the search for room does not grow with the bins.
fn columns(bars: &[Rect]) -> Vec<Rect> {
    const WIDTH: f64 = 6.0;
    let mut columns: Vec<Rect> = Vec::new();
    for bar in bars {
        match columns.last_mut() {
            Some(last) if last.width() < WIDTH => {
                last.right = bar.right;
                last.top = last.top.min(bar.top);
            }
            _ => columns.push(*bar),
        }
    }
    columns
}

fn ground(scene: &mut Scene, plot: Rect, x: Scale, theme: &Theme) {
    let right = x.at(0.0);
    if x.low < 0.0 {
        scene.rect(Rect { right, ..plot }, theme.loss_ground, 1.0);
    }
}
