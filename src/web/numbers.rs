//! The dozen numbers that matter most in each sector, the organisation's own first; a test keeps them what they are.

/// Of each preset the ids of its inputs, one preset a line.
const NUMBERS: &str = include_str!("numbers.txt");

/// What every organisation knows of itself, and without which no sector's numbers are its own.
const OWN: [&str; 4] =
    ["customers.count", "customers.market_size", "customers.revenue_per_year", "employees.headcount"];

/// Numbers to fill in.
const ALL: usize = 12;

/// The ids for a preset: what every organisation knows of itself, what it knows of what else matters most in its sector, and
/// then what is planned or believed; none of one that is not listed.
pub(super) fn of(preset: &str) -> Vec<&'static str> {
    let line = NUMBERS.lines().find_map(|line| line.split_once(": ").filter(|(name, _)| *name == preset));
    let Some((_, ids)) = line else { return Vec::new() };
    let is_belief = |id: &&str| ["effects.", "programme.", "rank."].iter().any(|of| id.starts_with(of));
    let (beliefs, known): (Vec<&str>, Vec<&str>) =
        ids.split_whitespace().filter(|id| !OWN.contains(id)).partition(is_belief);
    OWN.into_iter().chain(known).take(ALL.saturating_sub(beliefs.len())).chain(beliefs).collect()
}
