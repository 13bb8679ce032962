//! Figures for boards: a plain struct of numbers in, SVG text and PNG bytes out.
//!
//! Each figure composes a [`Scene`] (marks in nominal pixels) for a [`Size`] and a [`Theme`]; both formats are
//! painted from that one scene, so they show the same, and the same input gives the same bytes. Missing values
//! (NaN, infinities) leave gaps. Nothing here touches the disk or the system's fonts.

mod canvas;
mod figures;
#[cfg(all(test, feature = "paint"))]
mod tests;

pub use canvas::caption::Caption;
pub use canvas::error::PlotError;
#[cfg(feature = "paint")]
pub use canvas::export::PNG_SCALE;
#[cfg(feature = "paint")]
pub use canvas::face::{FurtherFont, further_fonts};
pub use canvas::face::{Weight, embedded_font, figures_font};
pub use canvas::figure::Figure;
#[cfg(feature = "paint")]
pub use canvas::figure::Rendered;
#[cfg(feature = "pptx")]
pub(crate) use canvas::font::width as text_width;
pub use canvas::format::Format;
pub use canvas::held::AxisRange;
pub(crate) use canvas::held::reaching;
pub use canvas::label::{Label, Wording};
pub use canvas::scene::{Anchor, Mark, Point, Rect, Scene, Size, Text};
pub use canvas::spread::spread;
pub use canvas::style::{Color, Theme};
pub use canvas::themed::{css_variables, with_variables};
pub use figures::acceptance::Acceptance;
pub use figures::bridge::{Step, ValueBridge};
pub use figures::cash::CashFan;
pub use figures::chain::{ChainLink, ChainPicture, Effect, Reading, Stage};
pub use figures::comparison::{Case, Comparison};
pub use figures::courses::{Course, Courses};
pub use figures::curve::{Curve, Top};
pub use figures::fan::Bands;
pub use figures::forest::{Forest, ForestRow};
pub use figures::frontier::{Choice, Frontier};
pub use figures::map::{Spot, ValueMap};
pub use figures::maturity::{MaturityBar, MaturityBars};
pub use figures::npv::NpvDistribution;
pub use figures::panels::{Panel, PanelMark, Panels};
pub use figures::places::{PlaceRow, Places};
pub use figures::quantiles::{QuantileCurve, QuantileCurves};
pub use figures::ranking::{Rank, Ranking};
pub use figures::regions::StopRegions;
pub use figures::risk::{RiskPoint, RiskReturn};
pub use figures::roi::RoiCurve;
pub use figures::steps::ValueSteps;
pub use figures::tornado::{Bar, End, Tornado};
pub use figures::tracks::{Part, Track, Tracks};
