//! The dozen numbers that matter most in each sector, the organisation's own first; a test keeps them what they are.

/// Of each preset the ids of its inputs, one preset a line.
const NUMBERS: &str = include_str!("numbers.txt");

/// The ids for a preset, what an organisation knows of itself before what is planned or believed; none of one that is not
/// listed.
pub(super) fn of(preset: &str) -> Vec<&'static str> {
    let line = NUMBERS.lines().find_map(|line| line.split_once(": ").filter(|(name, _)| *name == preset));
    let mut ids: Vec<&str> = line.map_or_else(Vec::new, |(_, ids)| ids.split_whitespace().collect());
    ids.sort_by_key(|id| ["effects.", "programme.", "rank."].iter().any(|of| id.starts_with(of)));
    ids
}
