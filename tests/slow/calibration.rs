//! The gains of each preset: computed so that full delivery brings what the evidence expects of the mean score.
//!
//! `UPDATE_GOLDEN=1 cargo test --release --test calibration` computes them anew, writes them into `scenarios/presets/`
//! and their results into `docs/calibration.md`.

use delight_case::analysis::{EXPECTED_REVENUE_GAIN, Findings, Plausibility, REPORTED_SUCCESSES, findings};
use delight_case::sampling::Sampling;
use delight_case::scenario::{Scenario, presets};
use delight_case::simulate::{Control, Engine, Settings};
use std::fmt::Write;
use std::fs;

/// P10, median and P90 of the gain of the mean score at full delivery (prior C1), points; times the contact intensity.
const RATING_GAIN: [f64; 3] = [0.02, 0.21, 0.40];
/// What is left of it where the basics are not in order (prior G, median).
const BASICS_GATE: f64 = 0.6;
/// How near the quantiles must come, as a share of each.
const TOLERANCE: f64 = 0.15;
const TRIALS: u64 = 1 << 15;
const PRESETS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/presets");
const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/calibration.md");
/// Sectors in which customers choose freely and much of the bond is made in contacts.
const COMPETITIVE: [&str; 4] = ["hotel", "fast-food", "casino", "airline"];

/// The gains, each as a multiple of the common factor that is computed: capability counts for about twice as much as the
/// front line, and surprises are three times as hard to raise as individual service.
const GAINS: [(&str, f64, &str); 8] = [
    ("core_gain", 0.50, "C1"),
    ("core_people", 0.27, "C1, B5"),
    ("complaint_gain", 0.50, "C1"),
    ("complaint_people", 0.27, "C1, B5"),
    ("individual_gain", 0.50, "C1"),
    ("individual_people", 0.27, "C1, B5"),
    ("surprising_gain", 0.15, "C1"),
    ("surprising_people", 0.09, "C1, B5"),
];

/// A preset, delivered in full.
fn delivered(preset: &str, gains: &str) -> Findings {
    let text = format!("[case]\npreset = \"{preset}\"\n[programme]\ndelivery = \"full\"\n{gains}");
    let scenario = Scenario::from_text("calibration.toml", &text).unwrap_or_else(|e| panic!("{preset}: {e}"));
    let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: TRIALS };
    let summary = Engine::new(&scenario, settings).run(0..TRIALS, &Control::default()).expect("not cancelled");
    findings(&scenario, &settings, &summary).expect("trials")
}

fn rating_gain(found: &Findings) -> [f64; 3] {
    let gain = found.by_delivery["full"].rating_gain.expect("a score");
    [gain.p10.value, gain.p50.value, gain.p90.value]
}

fn target(preset: &str, found: &Findings) -> [f64; 3] {
    let text = format!("[case]\npreset = \"{preset}\"\n");
    let scenario = Scenario::from_text("calibration.toml", &text).expect("a valid preset");
    let intensity = scenario.point("effects.connection.contact_intensity").expect("an intensity");
    let basics = if found.kpis["rating"].baseline.p50.value < 7.0 { BASICS_GATE } else { 1.0 };
    RATING_GAIN.map(|gain| gain * intensity * basics)
}

/// The gains as a table of a scenario, for the quantiles of the common factor.
fn section(factor: [f64; 3]) -> String {
    let mut out = String::from("[effects.experience]\n");
    for (key, multiple, prior) in GAINS {
        let [low, middle, high] = factor.map(|g| g * multiple);
        let _ = writeln!(
            out,
            "{key} = {{ value = \"metalog({low:.4}, {middle:.4}, {high:.4})\", source = \"{prior}: computed for .02/.21/.40 points \
             at full delivery, times the contact intensity\", grade = \"D\" }}"
        );
    }
    out
}

/// Finds the quantiles of the common factor that give the quantiles of the rating gain.
fn solve(preset: &str) -> [f64; 3] {
    let mut factor = [0.1, 1.0, 2.0];
    for _ in 0..25 {
        let found = delivered(preset, &section(factor));
        let (got, wanted) = (rating_gain(&found), target(preset, &found));
        if near(got, wanted, 0.02) {
            break;
        }
        let slope = (got[1] / factor[1]).max(1e-3);
        for i in 0..3 {
            factor[i] += 0.8 * (wanted[i] - got[i]) / slope;
        }
        // A metalog needs its median well between the others.
        factor[2] = factor[2].max(factor[0] + (factor[1] - factor[0]) / 0.8);
        factor[0] = factor[0].min(factor[2] - (factor[2] - factor[1]) / 0.8);
    }
    factor
}

fn near(got: [f64; 3], wanted: [f64; 3], tolerance: f64) -> bool {
    got.iter().zip(wanted).all(|(g, w)| (g - w).abs() <= tolerance * w)
}

const BEGIN: &str = "\n# Computed: full delivery raises the mean score by .02/.21/.40 points (C1) times the contact intensity; where the mean score\n# is below 7, times what the basics gate leaves (G). See docs/calibration.md.\n";

fn write_preset(preset: &str, factor: [f64; 3]) {
    let path = format!("{PRESETS}/{preset}.toml");
    let text = fs::read_to_string(&path).expect("a preset");
    let kept = text.find(BEGIN).map_or(text.as_str(), |at| &text[..at]);
    fs::write(&path, format!("{kept}{BEGIN}{}", section(factor))).expect("writable");
}

/// What a preset, delivered in full, brings.
struct Row {
    preset: &'static str,
    target: [f64; 3],
    rating: [f64; 3],
    /// Gain of revenue in year 5; none for a public organisation.
    revenue: Option<[f64; 3]>,
}

fn row(preset: &'static str, gains: &str) -> Row {
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

fn document_with(table: &str) -> String {
    let text = fs::read_to_string(DOCUMENT).expect("docs/calibration.md");
    let (before, rest) = text.split_once(TABLE_BEGIN).expect("the table begins");
    let (_, after) = rest.split_once(TABLE_END).expect("the table ends");
    format!("{before}{TABLE_BEGIN}{table}{TABLE_END}{after}")
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow: run with --release")]
fn full_delivery_brings_what_the_evidence_expects_in_every_sector() {
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let rows: Vec<Row> = presets::names()
        .into_iter()
        .map(|preset| {
            if !update {
                return row(preset, "");
            }
            let factor = solve(preset);
            write_preset(preset, factor);
            row(preset, &section(factor))
        })
        .collect();
    let table = table(&rows);
    println!("{table}");
    if update {
        fs::write(DOCUMENT, document_with(&table)).expect("writable");
    }
    for row in &rows {
        assert!(near(row.rating, row.target, TOLERANCE), "{}: {:.3?}, not {:.3?}", row.preset, row.rating, row.target);
        let Some([_, p50, p90]) = row.revenue else { continue };
        assert!(p50 <= EXPECTED_REVENUE_GAIN[2] && p90 <= REPORTED_SUCCESSES[1], "{}: too much revenue", row.preset);
        // Where customers choose freely and meet the organisation often, the evidence expects more than nothing.
        if COMPETITIVE.contains(&row.preset) {
            assert!(p50 >= EXPECTED_REVENUE_GAIN[0], "{}: too little revenue", row.preset);
        }
    }
    let text = fs::read_to_string(DOCUMENT).expect("docs/calibration.md");
    assert!(text.contains(&table), "docs/calibration.md is out of date: run with UPDATE_GOLDEN=1");
}
