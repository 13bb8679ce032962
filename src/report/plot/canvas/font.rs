//! The two embedded fonts: how wide a text is, and how it is cut or broken to fit.

use std::sync::LazyLock;

use ab_glyph::{Font, FontRef};

/// Height of capitals as a share of the em.
pub(crate) const CAP_HEIGHT: f64 = 0.73;
/// Depth of descenders as a share of the em.
pub(crate) const DESCENT: f64 = 0.22;

/// Thickness of the letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Running text.
    Regular,
    /// Titles and values to be read first.
    SemiBold,
}

static REGULAR: LazyLock<FontRef<'static>> = LazyLock::new(|| parse(embedded_font(Weight::Regular)));
static SEMIBOLD: LazyLock<FontRef<'static>> = LazyLock::new(|| parse(embedded_font(Weight::SemiBold)));

/// The OpenType file of a weight, family name `Inter`: a page which offers it as a web font (weights 400 and 600)
/// shows its SVG figures exactly as they were laid out.
pub fn embedded_font(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Regular => include_bytes!("fonts/inter-regular.otf"),
        Weight::SemiBold => include_bytes!("fonts/inter-semibold.otf"),
    }
}

fn parse(bytes: &'static [u8]) -> FontRef<'static> {
    FontRef::try_from_slice(bytes).expect("the embedded font is part of the program and tested")
}

/// The font of a weight.
pub(crate) fn face(weight: Weight) -> &'static FontRef<'static> {
    match weight {
        Weight::Regular => &REGULAR,
        Weight::SemiBold => &SEMIBOLD,
    }
}

/// The glyphs of a text with their distance from its start, in ems, and the width of the whole.
pub(crate) fn layout(text: &str, weight: Weight) -> (Vec<(ab_glyph::GlyphId, f64)>, f64) {
    let font = face(weight);
    let em = f64::from(font.units_per_em().unwrap_or(1000.0));
    let mut glyphs = Vec::with_capacity(text.len());
    let mut pen = 0.0;
    let mut previous = None;
    for id in text.chars().map(|c| font.glyph_id(c)) {
        if let Some(previous) = previous {
            pen += f64::from(font.kern_unscaled(previous, id)) / em;
        }
        glyphs.push((id, pen));
        pen += f64::from(font.h_advance_unscaled(id)) / em;
        previous = Some(id);
    }
    (glyphs, pen)
}

/// Width of a text in the unit of `size`.
pub(crate) fn width(text: &str, size: f64, weight: Weight) -> f64 {
    layout(text, weight).1 * size
}

/// The text without line breaks and other characters which XML forbids.
pub(crate) fn clean(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') { ' ' } else { c })
        .collect::<String>()
        .trim()
        .to_owned()
}

/// The text, cut with an ellipsis where it would be wider than `room`.
pub(crate) fn fit(text: &str, size: f64, weight: Weight, room: f64) -> String {
    let text = clean(text);
    let (glyphs, whole) = layout(&text, weight);
    if whole * size <= room {
        return text;
    }
    let left = room - width("…", size, weight);
    let kept = glyphs.iter().rposition(|(_, start)| start * size <= left);
    let kept: String = text.chars().take(kept.unwrap_or(0)).collect();
    if left < 0.0 { String::new() } else { kept.trim_end().to_owned() + "…" }
}

/// The text broken between words into at most `lines` lines no wider than `room`; the last is cut where needed.
pub(crate) fn wrap(text: &str, size: f64, weight: Weight, room: f64, lines: usize) -> Vec<String> {
    let text = clean(text);
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let space = width(" ", size, weight);
    let mut wrapped = Vec::new();
    let mut start = 0;
    while start < words.len() {
        if wrapped.len() + 1 >= lines {
            wrapped.push(fit(&words[start..].join(" "), size, weight, room));
            break;
        }
        let mut used = -space;
        let fitting = words[start..].iter().take_while(|word| {
            used += space + width(word, size, weight);
            used <= room
        });
        let end = start + fitting.count().max(1);
        wrapped.push(fit(&words[start..end].join(" "), size, weight, room));
        start = end;
    }
    wrapped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_fonts_hold_the_signs_of_business_figures() {
        for weight in [Weight::Regular, Weight::SemiBold] {
            for sign in "€£$¥₹−–×±≥≤·…→äöüßéłőş%\u{a0}\u{202f}\u{2009}".chars() {
                assert_ne!(face(weight).glyph_id(sign).0, 0, "{sign}");
            }
        }
    }

    #[test]
    fn a_text_which_is_too_long_ends_with_an_ellipsis_and_fits() {
        let cut = fit("a very long name of a business case", 13.0, Weight::Regular, 90.0);
        assert!(cut.ends_with('…'));
        assert!(width(&cut, 13.0, Weight::Regular) <= 90.0);
    }

    #[test]
    fn wrapped_lines_are_no_wider_and_no_more_than_asked() {
        let lines = wrap(&"word ".repeat(200), 21.0, Weight::SemiBold, 400.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| width(line, 21.0, Weight::SemiBold) <= 400.0));
    }

    #[test]
    fn an_empty_text_has_no_lines() {
        assert!(wrap(" \n ", 21.0, Weight::Regular, 400.0, 2).is_empty());
    }
}
