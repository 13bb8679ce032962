//! The live part: a session over one case that answers the questions of a page which carries the engine. No clock, no
//! file, no network: JSON in, JSON out (docs/live.md).

mod asked;
mod changes;
mod choice;
#[cfg(feature = "cli")]
mod embed;
mod filled;
mod given;
#[cfg(feature = "cli")]
mod hash;
mod kept;
mod link;
mod look;
mod moves;
mod numbers;
mod opened;
mod picture;
mod refusal;
mod run;
mod session;
mod setting;
mod slider;
mod stops;
mod text;

#[cfg(feature = "cli")]
pub use embed::{Carried, engine_gz, in_report, page, page_without_case};
pub use given::given;
pub use session::{CONTRACT, Session};
