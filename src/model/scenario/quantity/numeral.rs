//! The text of a number taken apart: sign, currency, digits, exponent, and a word such as `%`, `k` or `mln`.

use super::currency::Currency;
use super::error::QuantityError;
use super::expected::Expected;
use super::marks::{Digits, Marks, is_part};

/// What a word after a number does to it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Scale {
    By(f64),
    Percent,
}

impl Scale {
    fn apply(self, x: f64) -> f64 {
        match self {
            Scale::By(factor) => x * factor,
            // Division is exact where a factor of 0.01 is not: 35 % is the double nearest to 0.35.
            Scale::Percent => x / 100.0,
        }
    }
}

/// Words for thousands and more, of English and Dutch.
const SCALES: [(&str, f64); 24] = [
    ("k", 1e3),
    ("thousand", 1e3),
    ("duizend", 1e3),
    ("m", 1e6),
    ("mm", 1e6),
    ("mn", 1e6),
    ("mln", 1e6),
    ("mln.", 1e6),
    ("mio", 1e6),
    ("mio.", 1e6),
    ("million", 1e6),
    ("miljoen", 1e6),
    ("bn", 1e9),
    ("mld", 1e9),
    ("mld.", 1e9),
    ("mrd", 1e9),
    ("mrd.", 1e9),
    ("billion", 1e9),
    ("miljard", 1e9),
    ("tn", 1e12),
    ("trn", 1e12),
    ("trillion", 1e12),
    ("biljoen", 1e12),
    ("", 1.0),
];

/// Dashes that look like a minus and are none.
const DASHES: [char; 7] = ['‐', '‑', '‒', '–', '—', '﹣', '－'];

/// A number as it was written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Numeral<'a> {
    text: &'a str,
    negative: bool,
    exponent: &'a str,
    scale: Scale,
    pub digits: Digits,
    pub currency: Option<Currency>,
}

impl<'a> Numeral<'a> {
    /// Takes the text of a number apart.
    ///
    /// # Errors
    /// It is no number, or none of the kind that is expected.
    pub(super) fn read(text: &'a str, expected: &Expected) -> Result<Self, QuantityError> {
        let text = text.trim();
        let not_a_number = || not_a_number(text, expected);
        let (signed, rest) = sign(text);
        if is_word_for_no_number(rest) {
            return Err(QuantityError::NotFinite(text.to_owned()));
        }
        let (before, rest) = match Currency::first(rest) {
            Some((currency, rest)) => (Some(currency), rest.trim_start()),
            None => (None, rest),
        };
        let (signed_after, rest) = if before.is_some() && signed.is_none() { sign(rest) } else { (None, rest) };
        let (digits, rest) = rest.split_at(rest.find(|c| !is_part(c)).unwrap_or(rest.len()));
        let (exponent, rest) = exponent(rest);
        let (word, after) = word(rest.trim());
        if before.is_some() && after.is_some() {
            return Err(not_a_number());
        }
        let scale = scale(word).ok_or_else(|| match word {
            "bln" | "bln." => QuantityError::Billion(text.to_owned()),
            _ => not_a_number(),
        })?;
        let scaled = !exponent.is_empty() || !word.is_empty();
        let digits = Digits::read(digits.trim_end(), scaled).ok_or_else(not_a_number)?;
        let negative = signed.or(signed_after).unwrap_or(false);
        Ok(Numeral { text, negative, exponent, scale, digits, currency: before.or(after) })
    }

    /// Whether it is written in percent.
    pub(super) fn is_percent(&self) -> bool {
        self.scale == Scale::Percent
    }

    /// Its value with this decimal mark.
    ///
    /// # Errors
    /// [`QuantityError::NotFinite`].
    pub(super) fn value(&self, decimal: Option<char>) -> Result<f64, QuantityError> {
        let not_finite = || QuantityError::NotFinite(self.text.to_owned());
        let sign = if self.negative { "-" } else { "" };
        let plain = format!("{sign}{}{}", self.digits.plain(decimal), self.exponent);
        let value = plain.parse::<f64>().map_err(|_| not_finite())?;
        Some(self.scale.apply(value)).filter(|x| x.is_finite()).ok_or_else(not_finite)
    }

    /// The decimal mark as it says itself; `undecided` for `900.000`.
    pub(super) fn decimal(&self, undecided: Option<char>) -> Option<char> {
        match self.digits.marks {
            Marks::Decimal(mark) => Some(mark),
            Marks::Either(_) => undecided,
            Marks::None | Marks::Thousands(_) => None,
        }
    }

    /// Both readings of a number such as `900.000`, the thousands of the second parted by `between`.
    pub(super) fn readings(&self, mark: char, between: &str) -> [String; 2] {
        let sign = if self.negative { "-" } else { "" };
        [self.digits.as_decimal(mark), self.digits.as_whole(between)].map(|digits| format!("{sign}{digits}"))
    }
}

/// Whether a text begins with a minus or a plus, and what follows.
fn sign(text: &str) -> (Option<bool>, &str) {
    for (sign, negative) in [('-', true), ('\u{2212}', true), ('+', false)] {
        if let Some(rest) = text.strip_prefix(sign) {
            return (Some(negative), rest);
        }
    }
    (None, text)
}

/// The exponent at the beginning of a text, and what follows it.
fn exponent(text: &str) -> (&str, &str) {
    let Some(rest) = text.strip_prefix(['e', 'E']) else { return ("", text) };
    let digits = rest.strip_prefix(['+', '-']).unwrap_or(rest);
    let count = digits.bytes().take_while(u8::is_ascii_digit).count();
    if count == 0 { ("", text) } else { text.split_at(text.len() - digits.len() + count) }
}

/// The word for thousands and the currency after a number.
fn word(text: &str) -> (&str, Option<Currency>) {
    if scale(text).is_some() {
        return (text, None);
    }
    match Currency::last(text) {
        Some((currency, before)) => (before.trim_end(), Some(currency)),
        None => (text, None),
    }
}

fn scale(word: &str) -> Option<Scale> {
    if word == "%" {
        return Some(Scale::Percent);
    }
    SCALES.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|(_, factor)| Scale::By(*factor))
}

fn is_word_for_no_number(text: &str) -> bool {
    ["nan", "inf", "infinity"].iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// What is wrong with a text that is no number, as far as it can be guessed.
fn not_a_number(text: &str, expected: &Expected) -> QuantityError {
    let inside = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let minus = match (text.strip_prefix(DASHES), inside) {
        (Some(rest), _) | (None, Some(rest)) => {
            Numeral::read(rest, expected).is_ok().then(|| format!("-{}", rest.trim()))
        }
        _ => None,
    };
    QuantityError::NotANumber { found: text.to_owned(), examples: expected.examples(), minus }
}
