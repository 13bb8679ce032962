//! The effect chain as a picture: stages with what they measure, and arrows with the effects that carry them.

mod effects;
mod parts;
mod picture;
mod stages;

pub use parts::{ChainLink, Effect, Reading, Stage};
pub use picture::ChainPicture;
