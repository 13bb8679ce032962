//! The embedded fonts: two weights of Inter, and further parts for letters beyond those of western Europe.

use ab_glyph::{Font, FontRef};
use std::ops::RangeInclusive;
use std::sync::{LazyLock, OnceLock};

/// Thickness of the letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Running text.
    Regular,
    /// Titles and values to be read first.
    SemiBold,
}

static REGULAR: LazyLock<FontRef<'static>> = LazyLock::new(|| parse(main_file(Weight::Regular)));
static SEMIBOLD: LazyLock<FontRef<'static>> = LazyLock::new(|| parse(main_file(Weight::SemiBold)));

/// The file from which letters are measured: where nothing is painted, one without their outlines, a tenth of its size.
fn main_file(weight: Weight) -> &'static [u8] {
    std::cfg_select! {
        feature = "paint" => { embedded_font(weight) }
        _ => {
            match weight {
                Weight::Regular => include_bytes!("fonts/metrics/inter-regular.ttf"),
                Weight::SemiBold => include_bytes!("fonts/metrics/inter-semibold.ttf"),
            }
        }
    }
}

/// The OpenType file of a weight, family name `Inter`: a page which offers it as a web font (weights 400 and 600), with
/// what [`further_fonts`] adds for its text, shows its SVG figures exactly as they were laid out.
pub fn embedded_font(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Regular => include_bytes!("fonts/inter-regular.otf"),
        Weight::SemiBold => include_bytes!("fonts/inter-semibold.otf"),
    }
}

/// A part of the font in both weights.
struct Part {
    ranges: &'static [RangeInclusive<u32>],
    files: [&'static [u8]; 2],
    faces: [OnceLock<FontRef<'static>>; 2],
}

/// The ten figures at one width, for columns of numbers: those of the same font, as its feature `tnum` draws them.
pub fn figures_font(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Regular => include_bytes!("fonts/inter-figures-regular.ttf"),
        Weight::SemiBold => include_bytes!("fonts/inter-figures-semibold.ttf"),
    }
}

/// A font file that a text needs besides [`embedded_font`].
#[cfg(feature = "paint")]
#[derive(Clone, Copy, Debug)]
pub struct FurtherFont {
    /// Its thickness.
    pub weight: Weight,
    /// The TrueType file.
    pub file: &'static [u8],
    /// The letters that it is for, first and last of each range.
    pub ranges: &'static [RangeInclusive<u32>],
}

/// A part of this name, with the letters that it is for.
macro_rules! part {
    ($name:literal, $ranges:expr) => {
        Part {
            ranges: &$ranges,
            #[cfg(feature = "paint")]
            files: [
                include_bytes!(concat!("fonts/inter-", $name, "-regular.ttf")),
                include_bytes!(concat!("fonts/inter-", $name, "-semibold.ttf")),
            ],
            #[cfg(not(feature = "paint"))]
            files: [
                include_bytes!(concat!("fonts/metrics/inter-", $name, "-regular.ttf")),
                include_bytes!(concat!("fonts/metrics/inter-", $name, "-semibold.ttf")),
            ],
            faces: [const { OnceLock::new() }; 2],
        }
    };
}

static PARTS: [Part; 5] = [
    part!("greek", [0x370..=0x3ff]),
    part!("polytonic", [0x1f00..=0x1fff]),
    part!("cyrillic", [0x400..=0x52f, 0x1c80..=0x1c8f, 0x2de0..=0x2dff, 0xa640..=0xa69f]),
    part!("latin", [0x100..=0x36f, 0x1d00..=0x1dbf, 0x1e00..=0x1eff, 0x2c60..=0x2c7f, 0xa700..=0xa7ff]),
    part!("symbols", [0xa9..=0xae, 0x2000..=0x27bf, 0x2900..=0x2bff]),
];

impl Part {
    fn face(&self, weight: Weight) -> &FontRef<'static> {
        self.faces[weight as usize].get_or_init(|| parse(self.files[weight as usize]))
    }

    fn has(&self, letter: char) -> bool {
        let in_range = self.ranges.iter().any(|range| range.contains(&u32::from(letter)));
        in_range && self.face(Weight::Regular).glyph_id(letter).0 != 0
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

/// The font of a weight that has a letter, or the part of it; none where none has it.
pub(crate) fn face_of(letter: char, weight: Weight) -> Option<&'static FontRef<'static>> {
    match is_in_font(letter) {
        true => Some(face(weight)),
        false => PARTS.iter().find(|part| part.has(letter)).map(|part| part.face(weight)),
    }
}

fn is_in_font(letter: char) -> bool {
    letter.is_ascii_graphic() || face(Weight::Regular).glyph_id(letter).0 != 0
}

/// The fonts that a text needs besides the two of [`embedded_font`].
#[cfg(feature = "paint")]
pub fn further_fonts(text: &str) -> Vec<FurtherFont> {
    let mut needed = [false; PARTS.len()];
    for letter in text.chars().filter(|letter| !letter.is_ascii() && !is_in_font(*letter)) {
        if let Some(place) = PARTS.iter().position(|part| part.has(letter)) {
            needed[place] = true;
        }
    }
    let parts = PARTS.iter().zip(needed).filter(|(_, needed)| *needed).map(|(part, _)| part);
    let both = |part: &'static Part| {
        [Weight::Regular, Weight::SemiBold].map(|weight| FurtherFont {
            weight,
            file: part.files[weight as usize],
            ranges: part.ranges,
        })
    };
    parts.flat_map(both).collect()
}

#[cfg(all(test, feature = "paint"))]
mod tests {
    use super::*;

    /// The files without outlines, in the order of those with.
    const METRICS: [[&[u8]; 2]; 6] = {
        macro_rules! both {
            ($($name:literal),*) => {
                [$([
                    include_bytes!(concat!("fonts/metrics/inter-", $name, "regular.ttf")) as &[u8],
                    include_bytes!(concat!("fonts/metrics/inter-", $name, "semibold.ttf")) as &[u8],
                ]),*]
            };
        }
        both!("", "greek-", "polytonic-", "cyrillic-", "latin-", "symbols-")
    };

    #[test]
    fn letters_are_as_wide_without_their_outlines() {
        let main = [embedded_font(Weight::Regular), embedded_font(Weight::SemiBold)];
        let whole: Vec<&[u8]> = main.into_iter().chain(PARTS.iter().flat_map(|part| part.files)).collect();
        for (whole, metrics) in whole.into_iter().zip(METRICS.as_flattened()) {
            let (whole, metrics) = (parse(whole), parse(metrics));
            let ids = |font: &FontRef, c: char| font.glyph_id(c);
            assert_eq!(whole.units_per_em(), metrics.units_per_em());
            let letters = (0x20..0xffff).filter_map(char::from_u32).filter(|c| whole.glyph_id(*c).0 != 0);
            let letters: Vec<char> = letters.collect();
            assert!(letters.len() > 90, "{}", letters.len());
            for letter in &letters {
                let id = ids(&whole, *letter);
                assert_eq!(id, ids(&metrics, *letter));
                assert_eq!(whole.h_advance_unscaled(id), metrics.h_advance_unscaled(id), "{letter}");
                for next in "aAVTo.".chars().map(|c| ids(&whole, c)) {
                    assert_eq!(whole.kern_unscaled(id, next), metrics.kern_unscaled(id, next), "{letter}");
                }
            }
            let none = (0x20..0xffff).filter_map(char::from_u32).find(|c| whole.glyph_id(*c).0 == 0);
            assert_eq!(none.map(|c| metrics.glyph_id(c).0), Some(0));
        }
    }
}
