//! The sectors' starting points, embedded in the program.

/// Name and text of every preset.
const PRESETS: [(&str, &str); 1] = [("hotel", include_str!("../../scenarios/presets/hotel.toml"))];

/// The names of all presets.
pub fn names() -> Vec<&'static str> {
    PRESETS.iter().map(|(name, _)| *name).collect()
}

/// The text of a preset: a scenario file with a source and a grade at every value.
pub fn text(name: &str) -> Option<&'static str> {
    PRESETS.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}
