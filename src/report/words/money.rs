//! Money as people read it: a currency, three digits, thousands and millions by their names.

use super::Words;
use super::numbers::FIRM_SPACE;
use super::shown::Shown;

impl Words {
    /// Money with its currency: `€1.23m`, `−€410k`, `SEK 12bn`; `€ 1,23 mln`, `€ −410k`, `€ 1.230`.
    pub fn money(self, currency: &str, x: f64) -> String {
        self.write(&Shown::money(currency, x))
    }

    /// Money with its sign always: `+€1.23m`, `€ +1,23 mln`.
    pub fn money_change(self, currency: &str, x: f64) -> String {
        self.write(&Shown::money_change(currency, x))
    }

    /// Digits of money with sign, currency, and the word for a power of a thousand.
    pub(super) fn with_currency(self, currency: &str, sign: &str, digits: &str, scale: usize) -> String {
        let currency = self.symbol(currency);
        let scale = if scale == 0 { "" } else { self.marks().scales[scale - 1] };
        match self.marks().sign_first {
            true => format!("{sign}{currency}{digits}{scale}"),
            false => format!("{currency}{sign}{digits}{scale}"),
        }
    }

    fn symbol(self, currency: &str) -> String {
        let symbol = match currency {
            "EUR" => "€",
            "USD" => "$",
            "GBP" => "£",
            other => return format!("{other}{FIRM_SPACE}"),
        };
        format!("{symbol}{}", self.marks().after_currency)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::scenario::Language;

    const EN: Words = Words::new(Language::English);
    const NL: Words = Words::new(Language::Dutch);

    /// Spaces at which no line is broken are as wide as others.
    fn plain(text: String) -> String {
        text.replace(FIRM_SPACE, " ")
    }

    #[test]
    fn money_keeps_three_digits_at_every_size() {
        let amounts = [0.0, 4.5, 950.0, 1234.0, 999_700.0, 1_234_567.0, -12_345_678.0, 3.2e9, 5e13];
        let english = amounts.map(|x| EN.money("EUR", x));
        assert_eq!(english, ["€0", "€4.50", "€950", "€1.23k", "€1.00m", "€1.23m", "−€12.3m", "€3.20bn", "€50.0tn"]);
        let dutch = amounts.map(|x| plain(NL.money("EUR", x)));
        let expected = [
            "€ 0",
            "€ 4,50",
            "€ 950",
            "€ 1.230",
            "€ 1,00 mln",
            "€ 1,23 mln",
            "€ −12,3 mln",
            "€ 3,20 mld",
            "€ 50,0 bln",
        ];
        assert_eq!(dutch, expected);
    }

    #[test]
    fn other_currencies_carry_their_code() {
        assert_eq!(plain(EN.money_change("SEK", 1500.0)), "+SEK 1.50k");
        assert_eq!(plain(NL.money_change("SEK", 1500.0)), "SEK +1.500");
    }
}
