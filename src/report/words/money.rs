//! Money as people read it: a currency, three digits, thousands and millions by their names.

use super::Words;
use super::numbers::{FIRM_SPACE, is_zero, sign};

impl Words {
    /// Money with its currency: `€1.23m`, `−€410k`, `SEK 12bn`; `€ 1,23 mln`, `€ −410k`.
    pub fn money(self, currency: &str, x: f64) -> String {
        self.money_signed(currency, x, "")
    }

    /// Money with its sign always: `+€1.23m`, `€ +1,23 mln`.
    pub fn money_change(self, currency: &str, x: f64) -> String {
        self.money_signed(currency, x, "+")
    }

    fn money_signed(self, currency: &str, x: f64, plus: &str) -> String {
        let (amount, scale) = self.scaled(x.abs());
        let sign = sign(x, &amount, plus);
        let currency = self.symbol(currency);
        match self.marks().sign_first {
            true => format!("{sign}{currency}{amount}{scale}"),
            false => format!("{currency}{sign}{amount}{scale}"),
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

    /// Three digits, and the word for a thousand, a million, a billion.
    fn scaled(self, x: f64) -> (String, &'static str) {
        // 999,600 is a million to three digits, so the step is taken a little before it is reached.
        let step = (0..4).rev().find(|k| x >= 0.9995 * power(*k));
        let y = step.map_or(x, |k| x / power(k));
        let decimals = if y >= 99.95 || (step.is_none() && y >= 9.995) {
            0
        } else if y >= 9.995 {
            1
        } else {
            2
        };
        let text = self.digits(y, decimals);
        (if is_zero(&text) { "0".into() } else { text }, step.map_or("", |k| self.marks().scales[k]))
    }
}

/// 1000^(k+1).
fn power(k: usize) -> f64 {
    [1e3, 1e6, 1e9, 1e12][k]
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
            "€ 1,23k",
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
        assert_eq!(plain(NL.money_change("SEK", 1500.0)), "SEK +1,50k");
    }
}
