//! Sets the gains of each preset, so that full delivery brings what the evidence expects of the mean score.
//!
//! `cargo run --release --example calibrate` solves for the gains of those presets that are off by more than 15 %, and writes them
//! into `scenarios/presets/`, the results of all into `docs/calibration.md`; `-- --all` solves for every preset.
//! `cargo test --release --test slow` holds the presets to it: there must be nothing to do.

mod reached;

use reached::{DOCUMENT, Row, delivered, document_with, near, rating_gain, row, rows, target};
use std::fmt::Write;
use std::fs;

const PRESETS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/presets");
/// How near the solution comes, as a share of each quantile.
const SOLVED: f64 = 0.02;

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
        if near(got, wanted, SOLVED) {
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

/// Where the computed gains begin in a preset.
const BEGIN: &str = "\n# Computed: full delivery raises the mean score by .02/.21/.40 points (C1) times the contact intensity; where the mean score\n# is below 7, times what the basics gate leaves (G). See docs/calibration.md.\n";

fn write_preset(preset: &str, factor: [f64; 3]) {
    let path = format!("{PRESETS}/{preset}.toml");
    let text = fs::read_to_string(&path).expect("a preset");
    let kept = text.find(BEGIN).map_or(text.as_str(), |at| &text[..at]);
    fs::write(&path, format!("{kept}{BEGIN}{}", section(factor))).expect("writable");
}

/// The row of a preset, after its gains were solved for and written.
fn solved(preset: &'static str) -> Row {
    let factor = solve(preset);
    write_preset(preset, factor);
    row(preset, &section(factor))
}

fn main() {
    let all = std::env::args().any(|argument| argument == "--all");
    let rows: Vec<Row> =
        rows().into_iter().map(|row| if all || !row.stands() { solved(row.preset) } else { row }).collect();
    for row in &rows {
        println!("{:20} wanted {:.3?}, reached {:.3?}", row.preset, row.target, row.rating);
    }
    let text = fs::read_to_string(DOCUMENT).expect("docs/calibration.md");
    fs::write(DOCUMENT, document_with(&text, &rows)).expect("writable");
}
