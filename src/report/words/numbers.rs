//! Numbers as people read them: few digits, a sign, a unit.

use super::Words;
use super::shown::{Shown, Signed, Unit};
use delight_model::scenario::Language;

/// A minus sign as wide as a plus.
const MINUS: &str = "−";
/// A space at which no line is broken.
pub(super) const FIRM_SPACE: char = '\u{a0}';

/// Marks of numbers in a language.
pub(super) struct Marks {
    /// Between whole and fraction.
    pub decimal: char,
    /// Between thousands.
    pub group: char,
    /// A thousand, a million, a billion, a trillion of money.
    pub scales: [&'static str; 4],
    /// Between the sign of a currency and its amount.
    pub after_currency: &'static str,
    /// Whether the sign of a number stands before the currency.
    pub sign_first: bool,
    /// Percentage points.
    pub points: &'static str,
}

const ENGLISH: Marks = Marks {
    decimal: '.',
    group: ',',
    scales: ["k", "m", "bn", "tn"],
    after_currency: "",
    sign_first: true,
    points: "pt",
};

/// As in annual reports: `€ −1,23 mln`, with the sign at the number (Unicode CLDR).
const DUTCH: Marks = Marks {
    decimal: ',',
    group: '.',
    scales: ["k", "\u{a0}mln", "\u{a0}mld", "\u{a0}bln"],
    after_currency: "\u{a0}",
    sign_first: false,
    points: "pp",
};

impl Words {
    pub(super) fn marks(self) -> &'static Marks {
        match self.language {
            Language::English => &ENGLISH,
            Language::Dutch => &DUTCH,
        }
    }

    /// A rounded number, written.
    pub fn write(self, shown: &Shown) -> String {
        let number = self.write_unnamed(shown);
        match &shown.unit {
            Unit::Named(name) => format!("{number}{FIRM_SPACE}{name}"),
            _ => number,
        }
    }

    /// A rounded number, written without the name of what it counts.
    pub(super) fn write_unnamed(self, shown: &Shown) -> String {
        self.written(shown, self.whole_thousands(shown))
    }

    /// An error beside its value: thousands as those of the value are written.
    pub(super) fn write_beside(self, value: &Shown, error: &Shown) -> String {
        let by_letter = matches!(value.unit, Unit::Money { scale: 1, .. }) && self.whole_thousands(value).is_none();
        if by_letter { self.written(error, None) } else { self.write(error) }
    }

    /// A rounded number without a name, its thousands in full where they are given.
    fn written(self, shown: &Shown, in_full: Option<String>) -> String {
        let digits = match shown.grouped {
            true => grouped(shown.value.abs(), self.marks().group),
            false => self.digits(shown.value.abs(), shown.decimals),
        };
        let scale_is_said = in_full.is_none();
        let digits = in_full.unwrap_or(digits);
        let sign = sign(shown);
        let number = match &shown.unit {
            Unit::None | Unit::Named(_) => format!("{sign}{digits}"),
            Unit::Percent => format!("{sign}{digits}%"),
            Unit::Points => format!("{sign}{digits}{FIRM_SPACE}{}", self.marks().points),
            Unit::Money { currency, scale } => {
                self.with_currency(currency, sign, &digits, if scale_is_said { *scale } else { 0 })
            }
        };
        match (shown.beyond, shown.value < 0.0) {
            (false, _) => number,
            (true, true) => format!("<{number}"),
            (true, false) => format!(">{number}"),
        }
    }

    /// A few thousands in full, where the language does not write them with a letter: `€ 1.660`.
    fn whole_thousands(self, shown: &Shown) -> Option<String> {
        let few = matches!(shown.unit, Unit::Money { scale: 1, .. }) && shown.decimals > 0 && shown.value.abs() < 9.995;
        // To the digits that are shown, and no others.
        let unit = 1000.0 / libm::pow(10.0, shown.decimals as f64);
        let rounded = unit * libm::round(1000.0 * shown.value.abs() / unit);
        (few && !self.marks().sign_first).then(|| grouped(rounded, self.marks().group))
    }

    /// A share as a percentage: `62.1%`, `0.04%`.
    pub fn percent(self, x: f64) -> String {
        self.write(&Shown::percent(x))
    }

    /// A change as a percentage with its sign: `+3.2%`.
    pub fn percent_change(self, x: f64) -> String {
        self.write(&Shown::percent_change(x))
    }

    /// A share as a percentage in a figure: whole, or with decimals where a whole number would hide it.
    pub fn percent_short(self, share: f64) -> String {
        let value = share * 100.0;
        let distance = value.min(100.0 - value);
        if !value.is_finite() {
            "–".to_owned()
        } else if distance > 0.0 && distance < 0.1 {
            let (sign, limit) = if value < 50.0 { ('<', 0.1) } else { ('>', 99.9) };
            format!("{sign}{}%", self.digits(limit, 1))
        } else {
            format!("{}%", self.digits(value, usize::from(distance > 0.0 && distance < 1.0)))
        }
    }

    /// A factor, with no more decimals than it has: `0.6`, `2`.
    pub fn factor(self, x: f64) -> String {
        self.trimmed(x, 2)
    }

    /// The probability of a loss of a case of this kind: in whole percent, and of a chain, whose inputs are never certain, between
    /// "under 1 %" and "over 99 %".
    pub fn loss(self, kind: &str, share: f64) -> String {
        match share {
            _ if kind != "chain" || !share.is_finite() => self.percent_short(share),
            _ if share < 0.01 => self.say("loss-under"),
            _ if share > 0.99 => self.say("loss-over"),
            _ => format!("{}%", self.digits(100.0 * share, 0)),
        }
    }

    /// A round share as the label of a tick, with as many decimals as it has.
    pub fn percent_tick(self, share: f64) -> String {
        format!("{}%", self.trimmed(share * 100.0, 6))
    }

    /// A difference of two shares in percentage points with its sign: `+3.2 pt`, `+3,2 pp`.
    pub fn points_change(self, x: f64) -> String {
        self.write(&Shown::points_change(x))
    }

    /// A number with a true minus.
    pub fn signed(self, x: f64, decimals: usize) -> String {
        self.write(&Shown::number(x, decimals))
    }

    /// A number with its sign always: `+0.21`.
    pub fn signed_change(self, x: f64, decimals: usize) -> String {
        self.write(&Shown::number(x, decimals).with_sign())
    }

    /// A whole number with its thousands marked: `120,000`.
    pub fn whole(self, x: f64) -> String {
        self.write(&Shown::whole(x))
    }

    /// A whole number with its sign always: `+1,200`.
    pub fn whole_change(self, x: f64) -> String {
        self.write(&Shown::whole(x).with_sign())
    }

    /// A number to four significant digits, with a thin mark between thousands.
    pub fn significant(self, x: f64) -> String {
        if x == 0.0 {
            return "0".to_owned();
        }
        let magnitude = libm::floor(libm::log10(x.abs()));
        if !(-6.0..9.0).contains(&magnitude) {
            return format!("{x:.2e}").replace('.', &self.marks().decimal.to_string());
        }
        let sign = if x < 0.0 { "-" } else { "" };
        match magnitude >= 3.0 {
            true => format!("{sign}{}", grouped(x.abs(), ' ')),
            false => format!("{sign}{}", self.trimmed(x.abs(), (3.0 - magnitude) as usize)),
        }
    }

    /// A limit as it was set, to six decimals, with a true minus.
    pub fn limit(self, x: f64) -> String {
        let text = self.trimmed(x.abs(), 6);
        if x < 0.0 { format!("{MINUS}{text}") } else { text }
    }

    /// A number with at most so many decimals, none of them a closing zero.
    fn trimmed(self, x: f64, decimals: usize) -> String {
        let text = self.digits(x, decimals);
        match decimals {
            0 => text,
            _ => text.trim_end_matches('0').trim_end_matches(self.marks().decimal).to_owned(),
        }
    }

    fn digits(self, x: f64, decimals: usize) -> String {
        let text = format!("{x:.decimals$}");
        match self.marks().decimal {
            '.' => text,
            mark => text.replace('.', &mark.to_string()),
        }
    }

    /// A month of the programme: `month 37`, `maand 37`.
    pub fn month(self, month: f64) -> String {
        self.say_with("month", &[("month", &format!("{month:.0}"))])
    }

    /// A month of the calendar, 1 to 12: `January 2027`, `januari 2027`.
    pub fn calendar_month(self, year: i32, month: u32) -> String {
        format!("{} {year}", self.say_of("month", &month.to_string()))
    }
}

/// The sign of a number: none before nothing, where it would only puzzle, nor before a limit that it is above.
fn sign(shown: &Shown) -> &'static str {
    match (shown.is_nothing(), shown.value < 0.0, shown.signed) {
        (true, _, _) => "",
        (false, true, _) => MINUS,
        (false, false, Signed::Always) if !shown.beyond => "+",
        (false, false, _) => "",
    }
}

/// The whole part of a number that is not negative, in groups of three digits.
fn grouped(x: f64, mark: char) -> String {
    let digits = format!("{x:.0}");
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: Words = Words::new(Language::English);
    const NL: Words = Words::new(Language::Dutch);

    /// Spaces at which no line is broken are as wide as others.
    fn plain(text: String) -> String {
        text.replace(FIRM_SPACE, " ")
    }

    #[test]
    fn a_rounded_zero_has_no_sign() {
        assert_eq!(EN.money("USD", -0.001), "$0");
        assert_eq!(EN.percent(-0.000_001), "0.00%");
        assert_eq!(NL.signed(-0.04, 1), "0,0");
        assert_eq!([EN.percent_change(1e-6), EN.money_change("EUR", 1e-4)], ["0.00%", "€0"]);
        assert_eq!(
            [EN.signed_change(0.04, 1), EN.whole_change(0.4), plain(EN.points_change(4e-4))],
            ["0.0", "0", "0.0 pt"]
        );
    }

    #[test]
    fn a_loss_of_a_chain_is_never_certain_and_in_whole_percent() {
        let shown = [0.0, 0.0099, 0.01, 0.6249, 0.99, 0.9901, 1.0].map(|x| EN.loss("chain", x));
        assert_eq!(shown, ["under 1%", "under 1%", "1%", "62%", "99%", "over 99%", "over 99%"]);
        assert_eq!([0.0, 1.0].map(|x| NL.loss("cash-flow", x)), ["0%", "100%"]);
        assert_eq!(NL.loss("chain", 1.0), "meer dan 99%");
    }

    #[test]
    fn shares_are_percentages_and_their_differences_points() {
        assert_eq!(
            [0.0, 0.0004, 0.621, -0.5, 2.0, 1e6].map(|x| EN.percent(x)),
            ["0%", "0.04%", "62.1%", "−50.0%", "200%", ">100,000%"]
        );
        assert_eq!(NL.percent_change(0.032), "+3,2%");
        assert_eq!(NL.percent(-1e6), "<−100.000%");
        assert_eq!(plain(EN.points_change(0.032)), "+3.2 pt");
        assert_eq!(plain(NL.points_change(-0.032)), "−3,2 pp");
    }

    #[test]
    fn a_small_share_is_not_written_as_nothing_and_a_large_one_not_as_everything() {
        let shares = [0.0, 0.0001, 0.004, 0.634, 0.996, 0.9999, 1.0];
        assert_eq!(shares.map(|x| EN.percent_short(x)), ["0%", "<0.1%", "0.4%", "63%", "99.6%", ">99.9%", "100%"]);
        assert_eq!(NL.percent_short(0.004), "0,4%");
    }

    #[test]
    fn neighbouring_ticks_of_shares_are_never_written_alike() {
        let shares = [0.0, 0.005, 0.01, 0.015, 0.2];
        assert_eq!(shares.map(|x| EN.percent_tick(x)), ["0%", "0.5%", "1%", "1.5%", "20%"]);
        assert_eq!(NL.percent_tick(0.015), "1,5%");
    }

    #[test]
    fn thousands_are_grouped() {
        let numbers = [999.0, 1000.0, 1_234_567.0, -20_000.0];
        assert_eq!(numbers.map(|x| EN.whole(x)), ["999", "1,000", "1,234,567", "−20,000"]);
        assert_eq!(numbers.map(|x| NL.whole(x)), ["999", "1.000", "1.234.567", "−20.000"]);
    }

    #[test]
    fn a_figure_has_four_digits_and_marked_thousands() {
        let numbers = [0.0, 0.35, 0.018, 120_000.0, -1234.0, 5.5, 1e-7];
        let english = ["0", "0.35", "0.018", "120 000", "-1 234", "5.5", "1.00e-7"];
        assert_eq!(numbers.map(|x| EN.significant(x)), english);
        assert_eq!(NL.significant(0.35), "0,35");
    }

    #[test]
    fn months_have_names_and_numbers() {
        assert_eq!([EN.month(37.0), NL.month(37.0)], ["month 37", "maand 37"]);
        assert_eq!([EN.calendar_month(2027, 1), NL.calendar_month(2027, 3)], ["January 2027", "maart 2027"]);
    }
}
