//! What figures are drawn with: the scene and its marks, fonts, frames, axes and ticks, and the painters of a scene.

pub(crate) mod axes;
pub(crate) mod caption;
pub(crate) mod edge;
pub(crate) mod error;
#[cfg(feature = "paint")]
pub(crate) mod export;
pub(crate) mod face;
pub(crate) mod figure;
pub(crate) mod font;
pub(crate) mod format;
pub(crate) mod frame;
pub(crate) mod held;
pub(crate) mod label;
pub(crate) mod months;
#[cfg(feature = "paint")]
mod outline;
#[cfg(feature = "paint")]
mod paint;
pub(crate) mod place;
#[cfg(feature = "paint")]
mod raster;
pub(crate) mod rows;
pub(crate) mod scene;
pub(crate) mod series;
pub(crate) mod spread;
pub(crate) mod style;
mod svg;
pub(crate) mod themed;
pub(crate) mod ticks;
mod units;
