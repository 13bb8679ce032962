//! The seam for other languages: functions on text, bytes and columns.
//!
//! A case is JSON, `{"main": "hotel.toml", "files": {"hotel.toml": "…", "base.toml": "…"}}`, so that bases and samples
//! travel with it; `"set": [["customers.annual_churn", "25%"]]` puts values in place of theirs. Settings are JSON too: `trials`, `seed`, `sampling` and `lens`, each with the default of the command
//! line, [`run`] also `precision`, and [`study`] what the study asks for besides. What comes back are the documents that
//! the command line writes, byte for byte.

mod error;
mod given;
mod merge;
mod request;
mod rows;
mod run;
mod shard;
mod study;
mod trials;

pub use error::SeamError;
pub use given::case;
pub use merge::merge;
pub use rows::{merge_rows, shard_rows};
pub use run::{Columns, check, run, sample};
pub use shard::shard;
pub use study::{studies, study};
pub use trials::trials;
