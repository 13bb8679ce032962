//! `delight presets`: the sectors to start from.

use super::args::{Presets, RunFormat};
use super::{Failure, say};
use crate::report::presets::{json, text};

/// Lists the presets.
pub fn presets(args: &Presets) -> Result<(), Failure> {
    say(&match args.format {
        RunFormat::Text => text(),
        RunFormat::Json => json(),
    })
}
