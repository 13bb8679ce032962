//! `[assessment]`: a self-assessment from which today's maturities follow where `[excellence.now]` is silent.
//!
//! ```text
//! answers ─read─▶ Assessment ─matrix─▶ maturities ─layer─▶ [excellence.now], between the files and the preset
//! ```

mod answers;
mod file;
mod layer;
mod maturity;
mod read;

pub use answers::{Answer, Assessment, MOST_VALUES, Progress};
pub use file::{Assessed, assessed};
pub(super) use layer::{layer, notes};
pub use maturity::{Maturity, Points, maturities, points_of_number};
pub(super) use read::{fields, read, value_fields};
