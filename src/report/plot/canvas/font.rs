//! Texts in the embedded fonts: how wide a text is, and how it is cut or broken to fit.

use super::face::{face, face_of};
use ab_glyph::{Font, FontRef, GlyphId};
use unicode_normalization::UnicodeNormalization;
use unicode_width::UnicodeWidthChar;

pub use super::face::Weight;

/// What stands for a letter that no embedded font has.
const BOX: char = '□';
/// Height of capitals as a share of the em.
pub(crate) const CAP_HEIGHT: f64 = 0.73;
/// Depth of descenders as a share of the em.
pub(crate) const DESCENT: f64 = 0.22;

/// A letter as it is drawn.
pub(crate) struct Glyph {
    /// The font that has it; none of what is not drawn.
    #[cfg_attr(not(feature = "paint"), expect(dead_code, reason = "only who paints asks for it"))]
    pub face: Option<&'static FontRef<'static>>,
    /// Its place in the font.
    #[cfg_attr(not(feature = "paint"), expect(dead_code, reason = "only who paints asks for it"))]
    pub id: GlyphId,
    /// Its distance from the start of the text, in ems.
    pub start: f64,
}

/// The glyphs of a text, one a letter, and the width of the whole in ems.
pub(crate) fn layout(text: &str, weight: Weight) -> (Vec<Glyph>, f64) {
    let mut glyphs = Vec::with_capacity(text.len());
    let mut pen = 0.0;
    let mut previous = None;
    for letter in text.chars() {
        if is_unseen(letter) {
            glyphs.push(Glyph { face: None, id: GlyphId(0), start: pen });
            continue;
        }
        let (found, drawn) = match (face_of(letter, weight), face_of(BOX, weight)) {
            (Some(own), _) => (own, letter),
            (None, Some(boxed)) => (boxed, BOX),
            (None, None) => (face(weight), letter),
        };
        let id = found.glyph_id(drawn);
        let em = f64::from(found.units_per_em().unwrap_or(1000.0));
        // Kerning is among the letters of one font.
        let one_font = |(font, _): &(&FontRef, GlyphId)| std::ptr::eq(*font, found);
        if let Some((_, before)) = previous.filter(one_font) {
            pen += f64::from(found.kern_unscaled(before, id)) / em;
        }
        glyphs.push(Glyph { face: Some(found), id, start: pen });
        // Where another font will stand in, signs of two columns are as wide as high.
        let wide = drawn != letter && letter.width() == Some(2);
        pen += if wide { 1.0 } else { f64::from(found.h_advance_unscaled(id)) / em };
        previous = Some((found, id));
    }
    (glyphs, pen)
}

/// Whether a letter only says how others are written.
fn is_unseen(letter: char) -> bool {
    letter.width() == Some(0) && face_of(letter, Weight::Regular).is_none()
}

/// The letters of a text that no embedded font has.
#[cfg(any(feature = "paint", test))]
pub fn missing_letters(text: &str) -> impl Iterator<Item = char> {
    let has = |c: char| face_of(c, Weight::Regular).is_some();
    text.chars().filter(move |c| !c.is_control() && !c.is_whitespace() && !is_unseen(*c) && !has(*c))
}

/// Width of a text in the unit of `size`.
pub(crate) fn width(text: &str, size: f64, weight: Weight) -> f64 {
    layout(text, weight).1 * size
}

/// The text without line breaks and other characters which XML forbids, each letter with its accent as one.
pub(crate) fn clean(text: &str) -> String {
    text.nfc()
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
    let kept = glyphs.iter().rposition(|glyph| glyph.start * size <= left);
    let kept: String = text.chars().take(kept.unwrap_or(0)).collect();
    // What keeps writing from right to left apart goes on to its end.
    let end = if kept.starts_with('\u{2068}') { "\u{2069}" } else { "" };
    if left < 0.0 { String::new() } else { format!("{}…{end}", kept.trim_end()) }
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
    fn greek_cyrillic_vietnamese_and_signs_are_drawn_and_other_letters_named() {
        let drawn = "θ Ωμέγα ἀρχή Привет Ґ Tiếng Việt ơ ǆ H₂O x² № ½ ★ ☆ ✓ → ⌘ ẞ Cafe\u{301} \u{2068}a\u{2069}";
        for weight in [Weight::Regular, Weight::SemiBold] {
            let (glyphs, _) = layout(&clean(drawn), weight);
            assert!(glyphs.iter().all(|glyph| glyph.face.is_none() || glyph.id.0 != 0), "{weight:?}");
        }
        #[cfg(feature = "paint")]
        assert_eq!(missing_letters(&clean(drawn)).count(), 0);
        #[cfg(feature = "paint")]
        assert_eq!(missing_letters("a 漢字 🏨 مط").collect::<String>(), "漢字🏨مط");
        assert_eq!(
            [width("漢", 10.0, Weight::Regular), width("a\u{2068}", 10.0, Weight::Regular)],
            [10.0, width("a", 10.0, Weight::Regular)]
        );
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
