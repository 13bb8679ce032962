//! The figures of a run as SVG.

use super::faults::{of_seam, of_text};
use delight_case::report::pages::run::figures::of_case;
use delight_case::report::plot::{Size, Theme};
use delight_case::report::words::{Language, Words};
use delight_case::scenario::ledger;
use delight_case::studies::run::Findings;
use delight_case::studies::seam;
use pyo3::prelude::*;

/// Name, title, subtitle, description, SVG.
pub type Picture = (&'static str, String, String, String, String);

/// All figures of a run, from its summary and its case, so wide.
pub fn pictures(
    (case, settings): (&str, &str),
    summary: &str,
    (language, width): (&str, u32),
) -> PyResult<Vec<Picture>> {
    let findings: Findings = serde_json::from_str(summary).map_err(|e| of_text(format!("the summary: {e}")))?;
    findings.verify().map_err(|why| of_text(format!("the summary: {why}")))?;
    let case = seam::case(case, settings).map_err(|error| of_seam(&error))?;
    let language = Language::from_code(language).ok_or_else(|| of_text("the language must be \"en\" or \"nl\""))?;
    let theme = Theme::light();
    let drawn = of_case(&findings, &ledger(case.scenario()), Words::new(language)).into_iter().filter_map(|named| {
        let size = Size { width: width.clamp(320, 1600), height: named.heights[usize::from(width <= 480)] };
        let caption = named.figure.caption();
        // What cannot be drawn is left out, as in the report.
        let svg = named.figure.scene(size, &theme).ok()?.svg(caption);
        Some((named.name, caption.title.clone(), caption.subtitle.clone(), caption.description.clone(), svg))
    });
    Ok(drawn.collect())
}
