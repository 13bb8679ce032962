//! Sets the gains and the costs of each preset, so that full delivery brings and costs what the evidence expects.
//!
//! `cargo run --release --example calibrate` solves for those presets that are off, and writes them into `scenarios/presets/`, the
//! results of all into `docs/calibration.md`; `-- --all` solves for every preset. The gains of cases without a preset are those
//! of `fast-food`, in which 0.6 of the bond is made in contacts; they stand in the defaults and in the lens.
//! `cargo test --release --test slow` holds the presets to it: there must be nothing to do.

mod reached;

use delight_case::evidence::Lens;
use delight_case::scenario::presets;
use reached::{COST_OF_WAGES, DOCUMENT, MEDIAN_AT_LEAST, Row, cost, delivered, document_with, rows, score};
use std::fmt::Write;
use std::fs;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
/// How near the solution comes, as a share of each quantile.
const SOLVED: f64 = 0.02;
/// The preset whose gains cases without a preset have.
const WITHOUT_PRESET: &str = "fast-food";

/// The gains, each as a multiple of the common factor that is computed: capability counts for about twice as much as the
/// front line, and surprises are three times as hard to raise as individual service.
const GAINS: [(&str, f64, &str); 6] = [
    ("complaint_gain", 0.50, "C1"),
    ("complaint_people", 0.27, "C1, B5"),
    ("individual_gain", 0.50, "C1"),
    ("individual_people", 0.27, "C1, B5"),
    ("surprising_gain", 0.15, "C1"),
    ("surprising_people", 0.09, "C1, B5"),
];

/// The gains as keys of `[effects.experience]`, for the quantiles of the common factor.
fn gains(lens: Lens, factor: [f64; 3]) -> String {
    let aim = reached::rating_gain(lens).unwrap_or_default().map(|x| format!("{x:.2}")).join("/");
    let mut out = String::new();
    for (key, multiple, prior) in GAINS {
        let [low, middle, high] = factor.map(|g| g * multiple);
        let _ = writeln!(
            out,
            "{key} = {{ value = \"metalog({low:.4}, {middle:.4}, {high:.4})\", source = \"{prior}: computed for {aim} points \
             at full delivery, times the contact intensity\", grade = \"D\" }}"
        );
    }
    out
}

/// Finds the quantiles of the common factor that give the quantiles of the gain of the score.
fn solve(preset: &str, lens: Lens) -> [f64; 3] {
    let mut factor = [0.1, 1.0, 2.0];
    for _ in 0..40 {
        let scenario = delivered(preset, lens, &format!("[effects.experience]\n{}", gains(lens, factor)));
        let (got, wanted) = score(&scenario);
        let wanted = wanted.expect("a target");
        let highest = factor[0] + (factor[1] - factor[0]) / MEDIAN_AT_LEAST;
        let capped = factor[2] >= highest - 1e-9 && got[2] < wanted[2];
        let close = |i: usize| (got[i] - wanted[i]).abs() <= SOLVED * wanted[i];
        if close(0) && close(1) && (capped || close(2)) {
            break;
        }
        let slope = (got[1] / factor[1]).max(1e-3);
        for i in 0..3 {
            factor[i] += 0.8 * (wanted[i] - got[i]) / slope;
        }
        let [low, middle] = [factor[0], factor[1]];
        factor[2] =
            factor[2].clamp(low + (middle - low) / (1.0 - MEDIAN_AT_LEAST), low + (middle - low) / MEDIAN_AT_LEAST);
    }
    factor
}

/// Where the computed gains begin in a preset.
const BEGIN: &str = "\n# Computed, for each lens: full delivery raises the mean score by what the lens expects (C1) times the contact intensity; where the\n# mean score is below 7, times what the basics gate leaves (G). See docs/calibration.md.\n";

fn write_gains(preset: &str, calibrated: [f64; 3], literature: [f64; 3]) {
    let path = format!("{ROOT}/scenarios/presets/{preset}.toml");
    let text = fs::read_to_string(&path).expect("a preset");
    let kept = text.find(BEGIN).map_or(text.as_str(), |at| &text[..at]);
    let (calibrated, literature) = (gains(Lens::Calibrated, calibrated), gains(Lens::Literature, literature));
    let all =
        format!("{kept}{BEGIN}[effects.experience]\n{calibrated}\n[lens.literature.effects.experience]\n{literature}");
    fs::write(&path, all).expect("writable");
    if preset == WITHOUT_PRESET {
        write_keys("src/model/evidence/priors.toml", &calibrated);
        write_keys("src/model/evidence/lenses/literature.toml", &literature);
    }
}

/// Writes these gains in place of those that stand in a file.
fn write_keys(path: &str, gains: &str) {
    let path = format!("{ROOT}/{path}");
    let text = fs::read_to_string(&path).expect("a file of the evidence");
    let of = |line: &str| GAINS.iter().any(|(key, ..)| line.starts_with(&format!("{key} = ")));
    let mut kept: Vec<&str> = text.lines().filter(|line| !of(line)).collect();
    let at = kept.iter().position(|line| line.starts_with("core_people = ")).expect("the gains of the core") + 1;
    kept.splice(at..at, gains.lines());
    fs::write(&path, kept.join("\n") + "\n").expect("writable");
}

/// Multiplies every cost line of a preset, so that with these gains the median of the cost is what is wanted.
fn write_costs(preset: &str, gains: &str) {
    let scale = COST_OF_WAGES[1] / cost(&delivered(preset, Lens::Calibrated, gains))[1];
    let path = format!("{ROOT}/scenarios/presets/{preset}.toml");
    let text = fs::read_to_string(&path).expect("a preset");
    let scaled = |line: &str| {
        let Some(rest) = line.strip_prefix("amount = { value = \"") else { return line.to_owned() };
        let (range, after) = rest.split_once('"').expect("a quoted range");
        let (low, high) = range.split_once(" to ").expect("a range");
        format!("amount = {{ value = \"{} to {}\"{after}", times(low, scale), times(high, scale))
    };
    let lines: Vec<String> = text.lines().map(scaled).collect();
    fs::write(&path, lines.join("\n") + "\n").expect("writable");
}

/// An amount or a percentage, × `scale`, in three digits.
fn times(written: &str, scale: f64) -> String {
    let (number, unit) = match written.find(['%', 'k', 'M']) {
        Some(at) => written.split_at(at),
        None => (written, ""),
    };
    let x = number.parse::<f64>().expect("a number") * scale;
    let (x, unit) = if unit == "k" && x < 1.0 { (1000.0 * x, "") } else { (x, unit) };
    let decimals = (2.0 - x.log10().floor()).max(0.0) as usize;
    format!("{x:.decimals$}{unit}")
}

fn main() {
    let all = std::env::args().any(|argument| argument == "--all");
    let before = rows();
    let off = |preset: &str, stands: fn(&Row) -> bool| before.iter().any(|row| row.preset == preset && !stands(row));
    for row in before.iter().filter(|row| !row.gains_stand() || !row.costs_stand() || !row.failures_stand()) {
        println!(
            "{} ({}): score {:.3?} of {:.3?}, failures {:.3?}, cost {:.4?}",
            row.preset, row.lens, row.rating, row.target, row.failures, row.cost
        );
    }
    let mut written = false;
    for preset in presets::names() {
        let mut solved = String::new();
        if all || off(preset, Row::gains_stand) {
            let (calibrated, literature) = (solve(preset, Lens::Calibrated), solve(preset, Lens::Literature));
            write_gains(preset, calibrated, literature);
            solved = format!("[effects.experience]\n{}", gains(Lens::Calibrated, calibrated));
            println!("{preset}: factors {calibrated:.3?} calibrated, {literature:.3?} as published");
        }
        if !solved.is_empty() || off(preset, Row::costs_stand) {
            write_costs(preset, &solved);
            println!("{preset}: costs");
        }
        written |= !solved.is_empty() || off(preset, Row::costs_stand);
    }
    if written {
        println!("Run it once more for the table of docs/calibration.md: the presets are part of the program.");
        return;
    }
    let text = fs::read_to_string(DOCUMENT).expect("docs/calibration.md");
    fs::write(DOCUMENT, document_with(&text, &before)).expect("writable");
}
