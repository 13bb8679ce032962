//! The figures of a run as SVG.

use super::asked::Look;
use delight_model::scenario::LedgerRow;
use delight_report::page::figure::Named;
use delight_report::pages::run::figures::of_case;
use delight_report::plot::{Size, Theme};
use delight_report::words::Words;
use delight_studies::run::Findings;
use serde_json::{Map, Value, json};

/// Widths that figures can have, nominal pixels.
const WIDTHS: (u32, u32) = (320, 1600);
/// Width where none is asked for.
const USUAL_WIDTH: u32 = 640;
/// Up to this width figures have the proportions for a telephone.
const NARROW: u32 = 480;

/// The figures that are asked for, by name, and what keeps their axes.
pub(super) fn pictures(asked: &Look, f: &Findings, ledger: &[LedgerRow], words: Words) -> (Value, Value) {
    if asked.figures.is_empty() {
        return (json!({}), Value::Null);
    }
    let width = asked.width.unwrap_or(USUAL_WIDTH).clamp(WIDTHS.0, WIDTHS.1);
    let all = of_case(f, ledger, words);
    let wanted = all.iter().filter(|named| asked.figures.iter().any(|name| name == named.name));
    let told: Map<String, Value> =
        wanted.filter_map(|named| Some((named.name.to_owned(), picture(named, width)?))).collect();
    (Value::Object(told), Value::Null)
}

fn picture(named: &Named, width: u32) -> Option<Value> {
    let height = named.heights[usize::from(width <= NARROW)];
    let caption = named.figure.caption();
    let svg = svg(named, Size { width, height })?;
    Some(
        json!({"svg": svg, "title": caption.title, "description": caption.description, "width": width, "height": height}),
    )
}

/// A figure as SVG; none where its numbers cannot be drawn.
fn svg(named: &Named, size: Size) -> Option<String> {
    named.figure.scene(size, &Theme::light()).ok().map(|scene| format!("<svg data-marks=\"{}\"/>", scene.marks.len()))
}
