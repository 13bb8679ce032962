//! What a file of readings is made of.

/// The headings of a file of readings; the first [`REQUIRED`] must be there.
pub(super) const HEADINGS: [&str; 11] =
    ["month", "metric", "value", "site", "arm", "started", "months", "n", "of", "se", "note"];

/// How many of the headings must be there.
pub(super) const REQUIRED: usize = 3;

/// The most readings of a file.
pub const MOST_READINGS: usize = 400;
