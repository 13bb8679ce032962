//! Letters that nobody sees or that turn what is written beside them: never in the texts of a scenario.

/// A letter of a text that is not seen, or that turns the direction of what follows; none where all is plain.
///
/// Two are letters in their place: a joiner or non-joiner between two seen letters, as Arabic, Hindi and emoji need it,
/// and one sign after a seen letter that says whether it is drawn as emoji. Lines and tabs are for texts, not for names.
pub fn hidden_letter(text: &str) -> Option<char> {
    let letters: Vec<char> = text.chars().collect();
    let seen = |at: Option<usize>| {
        let letter = at.and_then(|at| letters.get(at));
        letter.is_some_and(|c| !is_hidden(*c) && !c.is_whitespace())
    };
    let joined = |at: usize| {
        // Between two letters; a sign of emoji may stand before the joiner.
        let before = at.checked_sub(1).map(|b| if is_emoji_sign(letters[b]) { b.checked_sub(1) } else { Some(b) });
        seen(before.flatten()) && seen(Some(at + 1))
    };
    let misplaced = |(at, letter): (usize, &char)| match letter {
        '\n' | '\r' | '\t' => None,
        '\u{200c}' | '\u{200d}' if joined(at) => None,
        c if is_emoji_sign(*c) && seen(at.checked_sub(1)) => None,
        c => is_hidden(*c).then_some(*c),
    };
    letters.iter().enumerate().find_map(misplaced)
}

/// Whether a text shows anything at all.
pub fn shows_something(text: &str) -> bool {
    let mark = |c: char| matches!(c, '\u{300}'..='\u{36f}' | '\u{20d0}'..='\u{20ff}');
    text.chars().any(|c| !c.is_whitespace() && !is_hidden(c) && !mark(c))
}

/// What a letter that is not seen does, in words.
pub fn what_it_does(letter: char) -> &'static str {
    match letter {
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "turns the direction of what is written beside it"
        }
        _ => "is not seen",
    }
}

/// Whether a letter is not seen, or turns what is written beside it, wherever it stands.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || is_emoji_sign(letter)
        || matches!(letter,
        // Soft hyphen, grapheme joiner, Arabic letter mark, Hangul and Khmer fillers, Mongolian separators.
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        // Zero-width spaces, joiners, marks, embeddings, overrides, isolates, line ends, invisible operators.
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        // Empty braille, Hangul fillers, variation selectors, the mark of byte order, annotations, musical beams, tags.
        | '\u{2800}' | '\u{3164}' | '\u{ffa0}' | '\u{fe00}'..='\u{fe0d}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// The two signs that say whether the letter before is drawn as text or as emoji.
fn is_emoji_sign(letter: char) -> bool {
    matches!(letter, '\u{fe0e}' | '\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_turn_or_hide_are_found() {
        for letter in
            ['\u{202e}', '\u{2066}', '\u{200b}', '\u{200f}', '\u{ad}', '\u{feff}', '\u{e0041}', '\u{1b}', '\u{3164}']
        {
            assert_eq!(hidden_letter(&format!("a{letter}b")), Some(letter), "{letter:?}");
            assert!(!shows_something(&letter.to_string().repeat(2)), "{letter:?}");
        }
        assert_eq!(hidden_letter("a\u{fe0f}\u{fe0f}"), Some('\u{fe0f}'));
        assert_eq!([hidden_letter("\u{200d}a"), hidden_letter("a\u{200d} b")], [Some('\u{200d}'); 2]);
    }

    #[test]
    fn the_writing_of_people_is_plain() {
        let plain = [
            "Hotel",
            "مطعم",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "👩\u{200d}👩",
            "❤\u{fe0f}\u{200d}🔥",
            "1\u{a0}234",
            "Ε\nΔ",
        ];
        for text in plain {
            assert_eq!(hidden_letter(text), None, "{text}");
            assert!(shows_something(text));
        }
        assert!(!shows_something(" \u{a0}\u{3000}") && !shows_something("\u{301}"));
    }
}
