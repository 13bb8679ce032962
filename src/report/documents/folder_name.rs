//! The name of a case as the name of a folder that every system can make.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters of a name that are kept.
const MOST_LETTERS: usize = 60;

/// The name of a case as the name of a folder: its letters and digits in small letters, with hyphens between words.
///
/// A plus is `plus`, a minus before a number `minus`. Letters that can be written in two ways are written in one (Unicode
/// normalisation form C). Names that Windows keeps for devices get another beginning.
pub fn folder_name(case: &str) -> String {
    let letters: Vec<char> = small(case).chars().collect();
    let mut name = String::new();
    for (at, letter) in letters.iter().enumerate() {
        let sign = match letter {
            '+' | '＋' => Some("plus"),
            '\u{2212}' => Some("minus"),
            '-' if is_minus(&letters, at) => Some("minus"),
            _ => None,
        };
        match sign {
            Some(sign) => add_word(&mut name, sign),
            None if letter.is_alphanumeric() => name.push(*letter),
            // Marks are part of the letter before them.
            None if is_combining_mark(*letter) && name.ends_with(|c| c != '-') => name.push(*letter),
            None => hyphen(&mut name),
        }
    }
    let kept: String = name.trim_start_matches('-').chars().take(MOST_LETTERS).collect();
    match kept.trim_end_matches('-') {
        "" => "case".to_owned(),
        device if is_device(device) => format!("case-{device}"),
        kept => kept.to_owned(),
    }
}

/// Whether two names are one but for capitals and the ways to write a letter.
pub fn same_name(one: &str, other: &str) -> bool {
    small(one.trim()) == small(other.trim())
}

/// Small letters, each written in one way.
fn small(name: &str) -> String {
    name.nfc().flat_map(char::to_lowercase).nfc().collect()
}

/// Whether a hyphen is the sign of a number: `-10`, but neither `2026-2027` nor `self-service`.
fn is_minus(letters: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| letters.get(before));
    let after = letters.get(at + 1).filter(|c| !matches!(c, '€' | '$' | '£' | '¥')).or(letters.get(at + 2));
    !before.is_some_and(|c| c.is_alphanumeric()) && after.is_some_and(|c| c.is_ascii_digit())
}

fn hyphen(name: &mut String) {
    if !name.ends_with('-') {
        name.push('-');
    }
}

fn add_word(name: &mut String, word: &str) {
    hyphen(name);
    name.push_str(word);
    name.push('-');
}

/// Whether Windows keeps a name for a device, whatever its ending.
fn is_device(name: &str) -> bool {
    let numbered = |device: &str| {
        let number = name.strip_prefix(device).map(|rest| rest.chars().collect::<Vec<_>>());
        matches!(number.as_deref(), Some(['0'..='9' | '¹' | '²' | '³']))
    };
    matches!(name, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_of_a_case_leaves_its_folder() {
        assert_eq!(folder_name("../../etc/passwd"), "etc-passwd");
        assert_eq!(folder_name("Hôtel & Spa: 2027"), "hôtel-spa-2027");
        assert_eq!([folder_name("///"), folder_name("★★"), folder_name("a. ")], ["case", "case", "a"]);
    }

    #[test]
    fn signs_of_numbers_are_words() {
        let names = ["Price +10 %", "Price -10 %", "Price −10%", "2026-2027", "self-service", "C++", "-€5", "+"];
        let folders = [
            "price-plus-10",
            "price-minus-10",
            "price-minus-10",
            "2026-2027",
            "self-service",
            "c-plus-plus",
            "minus-5",
        ];
        assert_eq!(names.map(folder_name)[..7], folders);
        assert_eq!(folder_name("+"), "plus");
    }

    #[test]
    fn a_letter_written_in_two_ways_is_one() {
        assert_eq!(folder_name("Cafe\u{301}"), folder_name("Café"));
        assert_eq!(folder_name("Café"), "café");
        assert_ne!(folder_name("Cafe"), folder_name("Café"));
        assert!(same_name("CAFE\u{301}", "café") && !same_name("Price +10 %", "Price -10 %"));
        // Vowel signs of Devanagari are marks: without them these two would be one.
        assert_ne!(folder_name("कि"), folder_name("की"));
    }

    #[test]
    fn names_that_windows_cannot_make_are_avoided() {
        for device in ["CON", "nul", "Prn.", "AUX ", "COM1", "lpt9", "COM¹"] {
            assert!(folder_name(device).starts_with("case-"), "{device}");
        }
        assert_eq!([folder_name("console"), folder_name("COM10")], ["console", "com10"]);
        let long = folder_name(&"漢".repeat(80));
        assert!(long.chars().count() == 60 && long.len() <= 240);
        let plain = |c: char| c.is_alphanumeric() || c == '-';
        assert!(folder_name("a<b>c:d\"e/f\\g|h?i*j.").chars().all(plain));
    }
}
