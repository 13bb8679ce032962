//! Figures for boards: a plain struct of numbers in, SVG text and PNG bytes out.
//!
//! Each figure composes a [`Scene`] (marks in nominal pixels) for a [`Size`] and a [`Theme`]; both formats are
//! painted from that one scene, so they show the same, and the same input gives the same bytes. Missing values
//! (NaN, infinities) leave gaps. Nothing here touches the disk or the system's fonts.

mod axes;
mod bridge;
mod cash;
mod chain;
mod comparison;
mod courses;
mod curve;
mod edge;
mod export;
mod fan;
mod font;
mod frame;
mod frontier;
mod label;
mod map;
mod markers;
mod maturity;
mod months;
mod npv;
mod outline;
mod paint;
mod place;
mod places;
mod quantiles;
mod ranking;
mod raster;
mod regions;
mod risk;
mod roi;
mod rows;
mod scene;
mod spikes;
mod spread;
mod steps;
mod style;
#[cfg(test)]
mod tests;
mod themed;
mod ticks;
mod tornado;
mod tracks;

use std::fmt;
use std::sync::Arc;

pub use bridge::{Step, ValueBridge};
pub use cash::CashFan;
pub use chain::{ChainLink, ChainPicture, Effect, Reading, Stage};
pub use comparison::{Case, Comparison};
pub use courses::{Course, Courses};
pub use curve::{Curve, Top};
pub use export::PNG_SCALE;
pub use fan::Bands;
pub use font::{Weight, embedded_font};
pub use frame::decimals;
pub use frontier::{Choice, Frontier};
pub use label::{Label, Wording};
pub use map::{Spot, ValueMap};
pub use maturity::{MaturityBar, MaturityBars};
pub use npv::NpvDistribution;
pub use places::{PlaceRow, Places};
pub use quantiles::{QuantileCurve, QuantileCurves};
pub use ranking::{Rank, Ranking};
pub use regions::StopRegions;
pub use risk::{RiskPoint, RiskReturn};
pub use roi::RoiCurve;
pub use scene::{Anchor, Mark, Point, Rect, Scene, Size, Text};
pub use spread::spread;
pub use steps::ValueSteps;
pub use style::{Color, Theme};
pub use themed::{css_variables, with_variables};
pub use tornado::{Bar, End, Tornado};
pub use tracks::{Part, Track, Tracks};

/// Writes a value for readers, with its unit: `"+34%"`, `"−€400k"`.
#[derive(Clone)]
pub struct Format(Arc<dyn Fn(f64) -> String + Send + Sync>);

impl Format {
    /// The format of a function.
    pub fn new(write: impl Fn(f64) -> String + Send + Sync + 'static) -> Self {
        Format(Arc::new(write))
    }

    /// The value as readers see it.
    pub fn write(&self, value: f64) -> String {
        (self.0)(value)
    }
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Format(1.5 as {:?})", self.write(1.5))
    }
}

/// The words around a figure.
#[derive(Clone, Debug, Default)]
pub struct Caption {
    /// The finding in one sentence, or the name of the figure; at most two lines are shown.
    pub title: String,
    /// What is shown and how; at most two lines are shown.
    pub subtitle: String,
    /// Source, seed, number of trials; at most two lines are shown.
    pub footer: String,
    /// The figure told in words, for readers who do not see it; only in the SVG.
    pub description: String,
    /// What the horizontal axis measures, with its unit. Ticks of horizons below 24 months are bare month numbers,
    /// so write there that they are months.
    pub x_title: String,
    /// What the vertical axis measures, with its unit.
    pub y_title: String,
    /// The words for what the figure writes by itself.
    pub wording: Wording,
}

/// A figure in both formats.
#[derive(Clone, Debug, PartialEq)]
pub struct Rendered {
    /// A whole SVG document.
    pub svg: String,
    /// A PNG file, [`PNG_SCALE`] pixels per nominal pixel.
    pub png: Vec<u8>,
}

/// Anything that can be shown to a board.
pub trait Figure {
    /// The words around the figure.
    fn caption(&self) -> &Caption;

    /// The marks of the figure.
    ///
    /// # Errors
    /// Every [`PlotError`] except [`PlotError::Backend`].
    fn scene(&self, size: Size, theme: &Theme) -> Result<Scene, PlotError>;

    /// The figure as an SVG document.
    ///
    /// # Errors
    /// See [`PlotError`].
    fn svg(&self, size: Size, theme: &Theme) -> Result<String, PlotError> {
        export::svg(&self.scene(size, theme)?, self.caption())
    }

    /// The figure as a PNG file, [`PNG_SCALE`] pixels per nominal pixel.
    ///
    /// # Errors
    /// See [`PlotError`].
    fn png(&self, size: Size, theme: &Theme) -> Result<Vec<u8>, PlotError> {
        export::png(&self.scene(size, theme)?)
    }

    /// The figure in both formats.
    ///
    /// # Errors
    /// See [`PlotError`].
    fn render(&self, size: Size, theme: &Theme) -> Result<Rendered, PlotError> {
        let scene = self.scene(size, theme)?;
        Ok(Rendered { svg: export::svg(&scene, self.caption())?, png: export::png(&scene)? })
    }
}

/// Why a figure cannot be drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum PlotError {
    /// The size is below [`Size::LEAST`] or above [`Size::MOST`] in width or height.
    Size(Size),
    /// A column does not have the length that the others ask for.
    Length {
        /// Which column.
        column: String,
        /// How many values belong there.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// The number of months is not within 1 to 600.
    Months(usize),
    /// The bin edges are fewer than two, not finite, or not rising everywhere.
    Edges,
    /// There are no cases to compare, or more than [`Comparison::MOST_CASES`].
    Cases(usize),
    /// There are fewer values along an axis than two, or they are not finite and rising.
    Axis,
    /// There are no bars, or more than [`MaturityBars::MOST_BARS`].
    Bars(usize),
    /// The drawing or the encoding failed; the message of the backend.
    Backend(String),
}

impl fmt::Display for PlotError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size(Size { width, height }) => write!(
                f,
                "a figure of {width} × {height} pixels is not possible; choose from {} × {} to {} × {}",
                Size::LEAST.width,
                Size::LEAST.height,
                Size::MOST.width,
                Size::MOST.height
            ),
            Self::Length { column, expected, found } => {
                write!(f, "column {column} has {found} values, but {expected} are needed")
            }
            Self::Months(months) => {
                write!(f, "a figure over {months} months is not possible; choose from 1 to 600")
            }
            Self::Edges => write!(f, "the bin edges must be at least two finite, rising numbers"),
            Self::Axis => write!(f, "the values along an axis must be at least two finite, rising numbers"),
            Self::Cases(cases) => {
                write!(f, "{cases} cases cannot be compared in one figure; choose from 1 to {}", Comparison::MOST_CASES)
            }
            Self::Bars(bars) => {
                write!(f, "{bars} bars cannot stand in one figure; choose from 1 to {}", MaturityBars::MOST_BARS)
            }
            Self::Backend(message) => write!(f, "the figure could not be drawn: {message}"),
        }
    }
}

impl std::error::Error for PlotError {}
