//! Points, commas, spaces and underscores among the digits of a number: which is the decimal mark, and which sets thousands
//! apart.

/// What the marks of a number say of themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marks {
    /// There are none.
    None,
    /// This is the decimal mark, and no other reading is possible.
    Decimal(char),
    /// This sets thousands apart: it stands several times.
    Thousands(char),
    /// Either, as in `900.000`.
    Either(char),
}

/// The digits of a number: only digits and the marks that are left to judge.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Digits {
    text: String,
    pub marks: Marks,
}

/// Marks that can only set thousands apart.
const APART: [char; 8] = [' ', '\u{a0}', '\u{2009}', '\u{202f}', '\u{2007}', '\u{2008}', '\'', '’'];

/// Whether a character may stand among digits.
pub(super) fn is_part(c: char) -> bool {
    c.is_ascii_digit() || ['.', ',', '_'].contains(&c) || APART.contains(&c)
}

impl Digits {
    /// Judges the marks of a text; `scaled` says that an exponent, a percent sign or a word such as `k` follows it, after
    /// which nobody sets thousands apart. None if this is no number.
    pub(super) fn read(text: &str, scaled: bool) -> Option<Digits> {
        let (text, grouped) = without_groups(text)?;
        let points = text.matches('.').count();
        let commas = text.matches(',').count();
        let marks = match (points, commas) {
            (0, 0) => Marks::None,
            (1, 0) => single(&text, '.', grouped || scaled),
            (0, 1) => single(&text, ',', grouped || scaled),
            _ if grouped => return None,
            (_, 0) => several(&text, '.')?,
            (0, _) => several(&text, ',')?,
            _ => both(&text)?,
        };
        // `900.` is a number to many; a comma at the end belongs to a sentence.
        (text.contains(|c: char| c.is_ascii_digit()) && !text.ends_with(',')).then_some(Digits { text, marks })
    }

    /// Whether it is nothing, with whatever decimals.
    pub(super) fn is_zero(&self) -> bool {
        !self.text.contains(|c: char| ('1'..='9').contains(&c))
    }

    /// The number in plain digits with a decimal point, if this is its decimal mark.
    pub(super) fn plain(&self, decimal: Option<char>) -> String {
        let of_mark = |c: char| match c {
            c if Some(c) == decimal => Some('.'),
            c => c.is_ascii_digit().then_some(c),
        };
        self.text.chars().filter_map(of_mark).collect()
    }

    /// Without the other reading: as a decimal that nobody takes for thousands.
    pub(super) fn as_decimal(&self, mark: char) -> String {
        let plain = self.plain(Some(mark));
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        match fraction.trim_end_matches('0') {
            "" => whole.to_owned(),
            short if short.len() < 3 => format!("{whole}.{short}"),
            full => format!("{whole}.{full}0"),
        }
    }

    /// Without the other reading: as a whole number, its thousands parted by this.
    pub(super) fn as_whole(&self, between: &str) -> String {
        self.text.replace(['.', ','], between)
    }
}

/// Takes out underscores, which must stand between digits, and spaces, which must part groups of three; whether there were
/// any.
fn without_groups(text: &str) -> Option<(String, bool)> {
    let chars: Vec<char> = text.chars().collect();
    let is_digit = |i: usize| chars.get(i).is_some_and(char::is_ascii_digit);
    let misplaced = |i: usize| chars[i] == '_' && !(i > 0 && is_digit(i - 1) && is_digit(i + 1));
    if (0..chars.len()).any(misplaced) {
        return None;
    }
    let apart = text.chars().find(|c| APART.contains(c));
    if let Some(apart) = apart {
        let whole = text.split(['.', ',']).next().unwrap_or_default();
        let others = text.contains(|c| APART.contains(&c) && c != apart) || text.contains('_');
        if others || text[whole.len()..].contains(apart) || !groups(whole, apart) {
            return None;
        }
    }
    let grouped = apart.is_some() || text.contains('_');
    Some((text.chars().filter(|c| *c != '_' && !APART.contains(c)).collect(), grouped))
}

/// One to three digits that do not begin with 0, then groups of three.
fn groups(text: &str, mark: char) -> bool {
    let are_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let mut parts = text.split(mark);
    let first = parts.next().unwrap_or_default();
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && are_digits(first)
        && parts.all(|group| group.len() == 3 && are_digits(group))
}

fn single(text: &str, mark: char, certain: bool) -> Marks {
    if !certain && groups(text, mark) { Marks::Either(mark) } else { Marks::Decimal(mark) }
}

fn several(text: &str, mark: char) -> Option<Marks> {
    groups(text, mark).then_some(Marks::Thousands(mark))
}

/// The later mark is the decimal one.
fn both(text: &str) -> Option<Marks> {
    let decimal = text.chars().rfind(|c| ['.', ','].contains(c))?;
    let other = if decimal == '.' { ',' } else { '.' };
    let (whole, fraction) = text.split_once(decimal)?;
    let fits = groups(whole, other) && fraction.bytes().all(|b| b.is_ascii_digit());
    fits.then_some(Marks::Decimal(decimal))
}
