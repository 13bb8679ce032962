//! The gains of the presets stand: `examples/calibrate` has nothing to do.

#[path = "../../examples/calibrate/reached.rs"]
mod reached;

use delight_case::studies::run::{EXPECTED_REVENUE_GAIN, REPORTED_SUCCESSES};
use reached::{DOCUMENT, document_with, rows};

/// Sectors in which customers choose freely and much of the bond is made in contacts.
const COMPETITIVE: [&str; 4] = ["hotel", "fast-food", "casino", "airline"];

#[test]
#[cfg_attr(debug_assertions, ignore = "takes minutes without optimisation")]
fn full_delivery_brings_what_the_evidence_expects_in_every_sector() {
    let rows = rows();
    assert!(COMPETITIVE.iter().all(|sector| rows.iter().any(|row| row.preset == *sector)));
    let remedy = "cargo run --release --example calibrate";
    for row in &rows {
        assert!(row.stands(), "{}: {:.3?}, not {:.3?}; {remedy}", row.preset, row.rating, row.target);
        let Some([_, p50, p90]) = row.revenue else { continue };
        assert!(p50 <= EXPECTED_REVENUE_GAIN[2] && p90 <= REPORTED_SUCCESSES[1], "{}: too much revenue", row.preset);
        // Where customers choose freely and meet the organisation often, the evidence expects more than nothing.
        if COMPETITIVE.contains(&row.preset) {
            assert!(p50 >= EXPECTED_REVENUE_GAIN[0], "{}: too little revenue", row.preset);
        }
    }
    let text = std::fs::read_to_string(DOCUMENT).expect("docs/calibration.md");
    assert!(document_with(&text, &rows) == text, "docs/calibration.md is out of date; {remedy}");
}
