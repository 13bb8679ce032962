//! The figures of a run as SVG, whose colours are those of the page's style sheet.

use super::asked::Look;
use super::refusal::Refusal;
use super::run::Run;
use delight_report::page::figure::Named;
use delight_report::pages::run::figures::{Hold, of_case};
use delight_report::plot::{Scene, Size, Theme, with_variables};
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
///
/// # Errors
/// [`Refusal::Question`] where what is to be held is no answer to an earlier look.
pub(super) fn pictures(asked: &Look, f: &Findings, run: &Run, words: Words) -> Result<(Value, Value), Refusal> {
    if asked.figures.is_empty() {
        return Ok((json!({}), Value::Null));
    }
    let held = asked.hold.clone().map(serde_json::from_value::<Hold>).transpose();
    let held = held.map_err(|e| Refusal::Question(format!("hold: {e}")))?.unwrap_or_default();
    let width = asked.width.unwrap_or(USUAL_WIDTH).clamp(WIDTHS.0, WIDTHS.1);
    let f = held.on_edges(f.clone(), run.summary());
    let all = of_case(&f, run.ledger(), words);
    let wanted = all.iter().filter(|named| asked.figures.iter().any(|name| name == named.name));
    let theme = if asked.captioned { Theme::light() } else { Theme::light().in_page() };
    // What cannot be drawn is left out.
    let drawn: Vec<(&Named, Scene)> =
        wanted.filter_map(|named| Some((named, scene(named, &held, (width, &theme))?))).collect();
    let hold = Hold::of(&f, drawn.iter().map(|(named, scene)| (named.name, scene)));
    let told: Map<String, Value> = drawn
        .iter()
        .map(|(named, scene)| (named.name.to_owned(), picture(named, scene, held.is_kept(named.name, &f, scene))))
        .collect();
    Ok((Value::Object(told), json!(hold)))
}

fn scene(named: &Named, held: &Hold, (width, theme): (u32, &Theme)) -> Option<Scene> {
    let height = named.heights[usize::from(width <= NARROW)];
    held.scene(named, Size { width, height }, theme).ok()
}

fn picture(named: &Named, scene: &Scene, is_kept: bool) -> Value {
    let (caption, Size { width, height }) = (named.figure.caption(), scene.size);
    let svg = with_variables(&scene.svg(caption));
    json!({"svg": svg, "title": caption.title, "subtitle": caption.subtitle, "description": caption.description, "width": width, "height": height, "held": is_kept})
}
