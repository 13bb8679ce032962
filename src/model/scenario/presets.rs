//! The sectors' starting points, embedded in the program.

/// Name and text of every preset.
const PRESETS: [(&str, &str); 15] = [
    ("hotel", include_str!("../../../scenarios/presets/hotel.toml")),
    ("retail-bank", include_str!("../../../scenarios/presets/retail-bank.toml")),
    ("fast-food", include_str!("../../../scenarios/presets/fast-food.toml")),
    ("online-retail", include_str!("../../../scenarios/presets/online-retail.toml")),
    ("credit-card", include_str!("../../../scenarios/presets/credit-card.toml")),
    ("casino", include_str!("../../../scenarios/presets/casino.toml")),
    ("discount-store", include_str!("../../../scenarios/presets/discount-store.toml")),
    ("tablet-app", include_str!("../../../scenarios/presets/tablet-app.toml")),
    ("household-cleaner", include_str!("../../../scenarios/presets/household-cleaner.toml")),
    ("airline", include_str!("../../../scenarios/presets/airline.toml")),
    ("hospital", include_str!("../../../scenarios/presets/hospital.toml")),
    ("municipality", include_str!("../../../scenarios/presets/municipality.toml")),
    ("housing-corporation", include_str!("../../../scenarios/presets/housing-corporation.toml")),
    ("lease-company", include_str!("../../../scenarios/presets/lease-company.toml")),
    ("b2b-manufacturer", include_str!("../../../scenarios/presets/b2b-manufacturer.toml")),
];

/// The names of all presets.
pub fn names() -> Vec<&'static str> {
    PRESETS.iter().map(|(name, _)| *name).collect()
}

/// The text of a preset: a scenario file with a source and a grade at every value.
pub fn text(name: &str) -> Option<&'static str> {
    PRESETS.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}
