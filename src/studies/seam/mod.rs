//! The seam for other languages: six functions on text, bytes and columns.
//!
//! A case is JSON, `{"main": "hotel.toml", "files": {"hotel.toml": "…", "base.toml": "…"}}`, so that bases and samples
//! travel with it. Settings are JSON too: `trials`, `seed`, `sampling` and `lens`, each with the default of the command
//! line, [`run`] also `precision`, and [`study`] what the study asks for besides. What comes back are the documents that
//! the command line writes, byte for byte.

mod error;
mod merge;
mod request;
mod run;
mod shard;
mod study;

pub use error::SeamError;
pub use merge::merge;
pub use run::{Columns, check, run, sample};
pub use shard::shard;
pub use study::{studies, study};
