//! Currencies as they stand beside an amount: a sign or a code.

use std::fmt;

/// The currency that an amount was written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Currency(Written);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    /// By its place in [`SIGNS`].
    Sign(usize),
    /// Three capital letters.
    Code([u8; 3]),
}

/// Signs, each with the currencies that are written so; those that begin with another come before it.
const SIGNS: [(&str, &[&str]); 24] = [
    ("€", &["EUR"]),
    ("euros", &["EUR"]),
    ("euro", &["EUR"]),
    ("US$", &["USD"]),
    ("R$", &["BRL"]),
    ("$", &["USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP"]),
    ("£", &["GBP"]),
    ("¥", &["JPY", "CNY"]),
    ("₹", &["INR"]),
    ("₺", &["TRY"]),
    ("₽", &["RUB"]),
    ("₴", &["UAH"]),
    ("₩", &["KRW"]),
    ("₪", &["ILS"]),
    ("₫", &["VND"]),
    ("₱", &["PHP"]),
    ("฿", &["THB"]),
    ("₦", &["NGN"]),
    ("₵", &["GHS"]),
    ("₡", &["CRC"]),
    ("zł", &["PLN"]),
    ("Kč", &["CZK"]),
    ("kr", &["SEK", "NOK", "DKK", "ISK"]),
    ("Fr", &["CHF"]),
];

impl Currency {
    /// The currency at the beginning of a text, and what follows it.
    pub(super) fn first(text: &str) -> Option<(Currency, &str)> {
        let sign = SIGNS.iter().enumerate().find_map(|(place, (sign, _))| {
            let rest = text.strip_prefix(sign).filter(|rest| !continues(sign, rest.chars().next()))?;
            Some((Currency(Written::Sign(place)), rest))
        });
        sign.or_else(|| {
            let (code, rest) = text.split_at_checked(3)?;
            Some((Currency::of_code(code)?, rest)).filter(|(_, rest)| !rest.starts_with(char::is_alphabetic))
        })
    }

    /// The currency at the end of a text, and what stands before it.
    pub(super) fn last(text: &str) -> Option<(Currency, &str)> {
        let sign = SIGNS.iter().enumerate().find_map(|(place, (sign, _))| {
            let rest = text.strip_suffix(sign).filter(|rest| !continues(sign, rest.chars().next_back()))?;
            Some((Currency(Written::Sign(place)), rest))
        });
        sign.or_else(|| {
            let (rest, code) = text.split_at_checked(text.len().checked_sub(3)?)?;
            Some((Currency::of_code(code)?, rest)).filter(|(_, rest)| !rest.ends_with(char::is_alphabetic))
        })
    }

    fn of_code(text: &str) -> Option<Currency> {
        let code: [u8; 3] = text.as_bytes().try_into().ok()?;
        code.iter().all(u8::is_ascii_uppercase).then_some(Currency(Written::Code(code)))
    }

    /// Whether it may be the one of this code (ISO 4217).
    pub fn is(&self, code: &str) -> bool {
        match self.0 {
            Written::Sign(place) => SIGNS[place].1.contains(&code),
            Written::Code(own) => own == code.as_bytes(),
        }
    }
}

/// Whether a sign of letters goes on as a longer word.
fn continues(sign: &str, neighbour: Option<char>) -> bool {
    sign.ends_with(char::is_alphabetic) && neighbour.is_some_and(char::is_alphabetic)
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Written::Sign(place) => f.write_str(SIGNS[*place].0),
            Written::Code(code) => code.iter().try_for_each(|b| write!(f, "{}", char::from(*b))),
        }
    }
}
