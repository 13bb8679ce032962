//! Which study someone can do to know an input better.

/// The studies by their keys, each with the paths, or beginnings of paths, of what it tells; the first that fits holds.
pub const STUDIES: [(&str, &[&str]); 9] = [
    ("bills", &["programme.cost_overrun", "programme.costs."]),
    ("programmes", &["programme."]),
    ("panel", &["effects.causal_share", "effects.loyalty.", "effects.spend."]),
    ("bond", &["effects.connection.", "customers.mix."]),
    ("origin", &["effects.advocacy."]),
    ("leavers", &["employees.", "partners.", "effects.employees."]),
    ("tickets", &["experience.", "cost_to_serve.", "customers.contacts_per_month"]),
    ("rollout", &["effects."]),
    ("books", &["customers.", "finance."]),
];

/// The study that tells most of the input of this path; none of what the case alone knows.
pub fn study_of(path: &str) -> Option<&'static str> {
    // Of several cases a path begins with the name of its case.
    let path = path.rsplit(": ").next().unwrap_or(path);
    let tells = |paths: &[&str]| paths.iter().any(|own| path.starts_with(own));
    STUDIES.iter().find(|(_, paths)| tells(paths)).map(|(key, _)| *key)
}
