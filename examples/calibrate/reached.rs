//! What each preset, delivered in full, brings, against what the evidence expects; and the table of it in the documents.

use delight_case::sampling::Sampling;
use delight_case::scenario::{Scenario, presets};
use delight_case::simulate::{Control, Engine, Settings};
use delight_case::studies::run::{Findings, Plausibility, findings};
use std::fmt::Write;

/// P10, median and P90 of the gain of the mean score at full delivery (prior C1), points; times the contact intensity.
const RATING_GAIN: [f64; 3] = [0.02, 0.21, 0.40];
/// What is left of it where the basics are not in order (prior G, median).
const BASICS_GATE: f64 = 0.6;
/// How near the quantiles must come, as a share of each.
const TOLERANCE: f64 = 0.15;
const TRIALS: u64 = 1 << 15;
pub const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/calibration.md");

/// A preset, delivered in full, with these gains in place of its own.
pub fn delivered(preset: &str, gains: &str) -> Findings {
    let text = format!("[case]\npreset = \"{preset}\"\n[programme]\ndelivery = \"full\"\n{gains}");
    let scenario = Scenario::from_text("calibration.toml", &text).unwrap_or_else(|e| panic!("{preset}: {e}"));
    let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: TRIALS };
    let summary = Engine::new(&scenario, settings)
        .expect("few trials")
        .run(0..TRIALS, &Control::default())
        .expect("not cancelled");
    findings(&scenario, &settings, &summary).expect("trials")
}

/// P10, median and P90 of the gain of the mean score.
pub fn rating_gain(found: &Findings) -> [f64; 3] {
    let gain = found.by_delivery["full"].rating_gain.expect("a score");
    [gain.p10.value, gain.p50.value, gain.p90.value]
}

/// What the evidence expects of that gain.
pub fn target(preset: &str, found: &Findings) -> [f64; 3] {
    let text = format!("[case]\npreset = \"{preset}\"\n");
    let scenario = Scenario::from_text("calibration.toml", &text).expect("a valid preset");
    let intensity = scenario.point("effects.connection.contact_intensity").expect("an intensity");
    let basics = if found.kpis["rating"].baseline.p50.value < 7.0 { BASICS_GATE } else { 1.0 };
    RATING_GAIN.map(|gain| gain * intensity * basics)
}

/// Whether all three quantiles are this near, as a share of each.
pub fn near(got: [f64; 3], wanted: [f64; 3], tolerance: f64) -> bool {
    got.iter().zip(wanted).all(|(g, w)| (g - w).abs() <= tolerance * w)
}

/// What a preset, delivered in full, brings.
pub struct Row {
    pub preset: &'static str,
    pub target: [f64; 3],
    pub rating: [f64; 3],
    /// Gain of revenue in year 5; none for a public organisation.
    pub revenue: Option<[f64; 3]>,
}

impl Row {
    /// Whether the preset's gains may stay as they are.
    pub fn stands(&self) -> bool {
        near(self.rating, self.target, TOLERANCE)
    }
}

/// The presets as they are.
pub fn rows() -> Vec<Row> {
    presets::names().into_iter().map(|preset| row(preset, "")).collect()
}

/// A preset with these gains in place of its own.
pub fn row(preset: &'static str, gains: &str) -> Row {
    let found = delivered(preset, gains);
    let revenue = found.plausibility.iter().find_map(|check| match check {
        Plausibility::RevenueGain { p10, p50, p90, .. } => Some([*p10, *p50, *p90]),
        Plausibility::RatingGain { .. } => None,
    });
    Row { preset, target: target(preset, &found), rating: rating_gain(&found), revenue }
}

fn table(rows: &[Row]) -> String {
    let mut out = String::from(
        "| preset | wanted gain of the mean score, P10 / P50 / P90 | reached | revenue in year 5, P10 / P50 / P90 |\n|---|---|---|---|\n",
    );
    for row in rows {
        let points = |x: [f64; 3]| x.map(|v| format!("{v:.3}")).join(" / ");
        let revenue = row.revenue.map_or("none: public".to_owned(), |x| {
            x.map(|v| format!("{:+.2} %", if v.abs() < 5e-5 { 0.0 } else { 100.0 * v })).join(" / ")
        });
        let _ = writeln!(out, "| {} | {} | {} | {revenue} |", row.preset, points(row.target), points(row.rating));
    }
    out
}

/// Where the table stands in the document.
const TABLE_BEGIN: &str = "<!-- table: begin -->\n";
const TABLE_END: &str = "<!-- table: end -->";

/// The document with the table of these rows in its place.
pub fn document_with(text: &str, rows: &[Row]) -> String {
    let table = table(rows);
    let (before, rest) = text.split_once(TABLE_BEGIN).expect("the table begins");
    let (_, after) = rest.split_once(TABLE_END).expect("the table ends");
    format!("{before}{TABLE_BEGIN}{table}{TABLE_END}{after}")
}
