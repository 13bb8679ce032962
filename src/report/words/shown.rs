//! A number as it stands on paper: its size, its decimals and its unit, rounded as a number and not yet written.

/// What is said of a number besides its digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Nothing.
    None,
    /// Per cent.
    Percent,
    /// Percentage points.
    Points,
    /// Money of this currency, in ones (0), thousands (1), millions (2), billions (3) or trillions (4).
    Money {
        /// Code of the currency.
        currency: String,
        /// The power of a thousand.
        scale: usize,
    },
    /// A word of the reader's language, said once behind a number and its error.
    Named(String),
}

/// Which numbers bear a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signed {
    /// Those below zero.
    Below,
    /// All but nothing.
    Always,
}

/// A rounded number.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The number in its unit: `62.1` of a share of 0.621.
    pub(super) value: f64,
    /// Digits behind the decimal mark.
    pub(super) decimals: usize,
    /// What it counts.
    pub(super) unit: Unit,
    /// Whether a number above zero bears a sign.
    pub(super) signed: Signed,
    /// Whether the number is a limit beyond which digits say nothing more.
    pub(super) beyond: bool,
    /// Whether thousands are marked.
    pub(super) grouped: bool,
}

/// A percentage from which on the digits say nothing more.
const MOST_PERCENT: f64 = 100_000.0;

impl Shown {
    /// A number with so many decimals.
    pub fn number(x: f64, decimals: usize) -> Self {
        let (unit, signed) = (Unit::None, Signed::Below);
        Shown { value: x, decimals, unit, signed, beyond: false, grouped: false }
    }

    /// A whole number with its thousands marked.
    pub fn whole(x: f64) -> Self {
        Shown { grouped: true, ..Shown::number(x, 0) }
    }

    /// A share as a percentage of three digits, where it is not small.
    pub fn percent(share: f64) -> Self {
        // Beyond a thousandfold the digits say nothing more.
        if share.abs() >= 1000.0 {
            let limit = Shown::whole(MOST_PERCENT.copysign(share));
            return Shown { unit: Unit::Percent, beyond: true, ..limit };
        }
        let y = 100.0 * share;
        let decimals = if y == 0.0 || y.abs() >= 99.95 {
            0
        } else if y.abs() >= 0.995 {
            1
        } else if !(0.000_995..0.00995).contains(&y.abs()) {
            2
        } else {
            3
        };
        Shown { unit: Unit::Percent, ..Shown::number(y, decimals) }
    }

    /// A number far below one, to four digits without closing zeros.
    pub fn small(x: f64) -> Self {
        let magnitude = libm::floor(libm::log10(x.abs()));
        let decimals = (3.0 - magnitude).clamp(0.0, 12.0) as usize;
        Shown::number(x, decimals).cut(0)
    }

    /// A change of a share as a percentage, with its sign.
    pub fn percent_change(share: f64) -> Self {
        Shown::percent(share).with_sign()
    }

    /// A difference of two shares in percentage points, with its sign.
    pub fn points_change(share: f64) -> Self {
        Shown { unit: Unit::Points, ..Shown::number(100.0 * share, 1) }.with_sign()
    }

    /// Money with three digits, in thousands, millions, billions or trillions.
    pub fn money(currency: &str, amount: f64) -> Self {
        // 999,600 is a million to three digits, so the step is taken a little before it is reached.
        let scale = (1..5).rev().find(|k| amount.abs() >= 0.9995 * power(*k)).unwrap_or(0);
        let y = amount / power(scale);
        let decimals = if scale == 0 && y.abs() < 9.995 {
            minor_digits(currency)
        } else if y.abs() >= 99.95 || scale == 0 {
            0
        } else if y.abs() >= 9.995 {
            1
        } else {
            2
        };
        let unit = Unit::Money { currency: currency.to_owned(), scale };
        let shown = Shown { unit, ..Shown::number(y, decimals) };
        if shown.is_nothing() { Shown { value: 0.0, decimals: 0, ..shown } } else { shown }
    }

    /// A change of an amount of money, with its sign.
    pub fn money_change(currency: &str, amount: f64) -> Self {
        Shown::money(currency, amount).with_sign()
    }

    /// The same with its sign always.
    pub(super) fn with_sign(self) -> Self {
        Shown { signed: Signed::Always, ..self }
    }

    /// The same with a sign only below zero.
    pub(super) fn without_sign(self) -> Self {
        Shown { signed: Signed::Below, ..self }
    }

    /// The same, of so many of something that a word of the reader's language names.
    pub fn of(self, name: &str) -> Self {
        Shown { unit: Unit::Named(name.to_owned()), ..self }
    }

    /// How many units of its last digit the number counts, without its sign.
    ///
    /// Exact: of a product that lies half-way between two numbers the part decides that multiplying rounded off. So it
    /// counts what is written.
    pub(super) fn count(&self) -> f64 {
        let (size, unit) = (self.value.abs(), TENS[self.decimals]);
        let product = size * unit;
        let (below, rest) = (libm::floor(product), libm::fma(size, unit, -product));
        match product - below == 0.5 {
            true if rest > 0.0 => below + 1.0,
            true if rest < 0.0 => below,
            _ => libm::rint(product),
        }
    }

    /// Whether it is written without any digit but zero.
    pub fn is_nothing(&self) -> bool {
        // What is no number counts nothing.
        !(self.count() > 0.0)
    }

    /// Decimals without closing zeros.
    pub(super) fn told(&self) -> usize {
        let (mut count, mut decimals) = (self.count(), self.decimals);
        while decimals > 0 && count % 10.0 == 0.0 {
            (count, decimals) = (count / 10.0, decimals - 1);
        }
        decimals
    }

    /// The same without closing zeros, but for so many decimals that stay.
    pub(super) fn cut(self, least: usize) -> Self {
        let decimals = self.told().max(least.min(self.decimals));
        Shown { decimals, ..self }
    }

    /// The same with at most so many decimals.
    pub(super) fn at_most(self, decimals: usize) -> Self {
        let decimals = self.decimals.min(decimals);
        Shown { decimals, ..self }
    }

    /// The same with so many digits that count, the rest of its decimals left out where they are zeros.
    pub(super) fn significant(self, digits: usize) -> Self {
        let mut size = 0;
        while size < TENS.len() && self.count() >= TENS[size] {
            size += 1;
        }
        // Digits behind the mark: those that count, and the zeros before them in a number below one.
        let least = (self.decimals + digits).saturating_sub(size);
        self.cut(least)
    }
}

/// Digits behind the mark of an amount as people write it in this currency: those of ISO 4217, but for three whose
/// smallest coins are long gone.
pub fn minor_digits(currency: &str) -> usize {
    match currency {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI" | "VND"
        | "VUV" | "XAF" | "XOF" | "XPF" => 0,
        "HUF" | "IDR" | "COP" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        _ => 2,
    }
}

/// Powers of ten.
const TENS: [f64; 17] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16];

/// 1000^k.
fn power(k: usize) -> f64 {
    TENS[3 * k]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_counts_what_is_written() {
        let sizes = [0.0, 0.005, 0.015, 0.025, 0.125, 0.375, 1.005, 2.5, 3.5, 0.045, 0.995, 999.995, 0.0049999, 1e-9];
        for x in sizes.into_iter().chain((1..2000).map(|k| f64::from(k) * 0.005)) {
            for decimals in 0..4 {
                let shown = Shown::number(x, decimals);
                let digits: String = format!("{x:.decimals$}").chars().filter(char::is_ascii_digit).collect();
                assert_eq!(
                    format!("{}", shown.count()),
                    format!("{}", digits.parse::<f64>().unwrap()),
                    "{x} {decimals}"
                );
            }
        }
    }

    #[test]
    fn digits_that_count_begin_behind_leading_zeros() {
        let decimals = |x: f64, decimals, digits| Shown::number(x, decimals).significant(digits).decimals;
        assert_eq!(
            [decimals(1.2, 2, 2), decimals(1.0, 2, 2), decimals(4.0, 1, 1), decimals(0.003, 3, 1)],
            [1, 1, 0, 3]
        );
        assert_eq!(
            [decimals(0.31, 2, 2), decimals(0.30, 2, 2), decimals(0.30, 2, 1), decimals(120.0, 0, 2)],
            [2, 2, 1, 0]
        );
    }

    #[test]
    fn closing_zeros_go_but_those_that_are_to_stay() {
        let cut = |x: f64, decimals, least| Shown::number(x, decimals).cut(least).decimals;
        assert_eq!(
            [cut(1.50, 2, 0), cut(1.50, 2, 2), cut(1.00, 2, 0), cut(1.51, 2, 0), cut(1.5, 1, 9)],
            [1, 2, 0, 2, 1]
        );
    }

    #[test]
    fn an_amount_has_the_decimals_of_its_currency() {
        let decimals = |currency: &str, x: f64| Shown::money(currency, x).decimals;
        assert_eq!(["EUR", "JPY", "HUF", "KWD", "SEK"].map(|currency| decimals(currency, 4.5)), [2, 0, 0, 3, 2]);
        assert_eq!(["EUR", "JPY", "KWD"].map(|currency| decimals(currency, 45.0)), [0; 3]);
        assert_eq!(["EUR", "JPY", "KWD"].map(|currency| decimals(currency, 1.5e6)), [2; 3]);
        assert!(Shown::money("JPY", 0.4).is_nothing() && !Shown::money("KWD", 0.004).is_nothing());
    }

    #[test]
    fn an_amount_is_scaled_a_little_before_the_next_step() {
        let scale = |x: f64| match Shown::money("EUR", x).unit {
            Unit::Money { scale, .. } => scale,
            _ => usize::MAX,
        };
        assert_eq!([999.4, 999.6, 999_600.0, -2e6, 5e13, 0.0].map(scale), [0, 1, 2, 2, 4, 0]);
    }
}
