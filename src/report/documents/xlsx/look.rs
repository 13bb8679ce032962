//! How cells look: number formats of the language and currency, one accent colour, given numbers in blue.

use crate::words::minor_digits;
use delight_model::scenario::Language;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The accent colour: headings, totals, the median of a figure.
pub const ACCENT: Color = Color::RGB(0x0B4F86);
/// A lighter accent: bands and areas of figures.
pub const PALE: Color = Color::RGB(0xAFCDE6);
/// Gains in figures.
pub const GAIN: Color = Color::RGB(0x3B82B8);
/// Losses in figures.
pub const LOSS: Color = Color::RGB(0xDB7443);
/// Grid lines and thin borders.
pub const HAIR: Color = Color::RGB(0xE3E6EA);
/// Notes, units, standard errors.
pub const MUTED: Color = Color::RGB(0x5B636E);
/// The ground of headings.
const GROUND: Color = Color::RGB(0xDCE9F4);
/// Given numbers, as is the custom in financial models.
const GIVEN: Color = Color::RGB(0x0000FF);

/// What kind of number a cell shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Money in whole units, with the sign of the currency.
    Money,
    /// Money to a cent where it is small, and in whole units where it is not, with the sign of the currency.
    Cents,
    /// Money in whole units, its currency said elsewhere.
    Amount,
    /// A share as a percentage.
    Share,
    /// A whole number.
    Count,
    /// A number with four decimals.
    Decimal,
    /// A number with two decimals: a score.
    Points,
    /// A number as it is.
    Plain,
    /// A month of the calendar.
    Date,
}

/// Where a number comes from, and how much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Given: it may be changed.
    Given,
    /// It follows.
    Follows,
    /// It follows, and matters most.
    Total,
    /// It stands beside another: a standard error, a note.
    Beside,
}

/// The looks of a workbook.
#[derive(Clone, Debug)]
pub struct Looks {
    language: Language,
    currency: String,
}

impl Looks {
    /// For a language and a currency, an ISO 4217 code.
    pub fn new(language: Language, currency: &str) -> Self {
        Looks { language, currency: currency.to_owned() }
    }

    /// A number.
    pub fn number(&self, look: Look, ink: Ink) -> Format {
        let format = Format::new().set_num_format(self.code(look)).set_align(FormatAlign::Right);
        inked(format.set_align(FormatAlign::Top), ink)
    }

    /// A number whose size is known: one as it is keeps four digits, where its own are more.
    pub fn number_of(&self, look: Look, ink: Ink, x: f64) -> Format {
        let format = self.number(look, ink);
        // An error that is there is not shown as none.
        if look == Look::Share && ink == Ink::Beside && x > 0.0 && x < 0.0005 {
            let decimals = (-libm::floor(libm::log10(100.0 * x))).clamp(2.0, 6.0) as usize;
            return format.set_num_format(format!("0.{}%", "0".repeat(decimals)));
        }
        if look != Look::Plain || x.fract() == 0.0 {
            return format;
        }
        let decimals = (3.0 - libm::floor(libm::log10(x.abs()))).clamp(0.0, 9.0) as usize;
        let rounded = format!("{x:.decimals$}").parse::<f64>();
        match rounded.is_ok_and(|rounded| rounded == x) {
            true => format,
            false if decimals == 0 => format.set_num_format("#,##0"),
            false => format.set_num_format(format!("0.{}", "0".repeat(decimals))),
        }
    }

    /// The number format of Excel; its marks for decimals and thousands are those of whoever reads.
    pub fn code(&self, look: Look) -> String {
        match look {
            Look::Money => self.money("#,##0"),
            Look::Cents => match minor_digits(&self.currency) {
                0 => self.money("#,##0"),
                digits => self.cents(&format!("#,##0.{}", "0".repeat(digits))),
            },
            Look::Amount => "#,##0;-#,##0;0".into(),
            Look::Share => "0.0%".into(),
            Look::Count => "#,##0".into(),
            Look::Decimal => "0.0000".into(),
            Look::Points => "0.00".into(),
            Look::Plain => "General".into(),
            Look::Date => format!("[$-{}]mmm yyyy", self.locale()),
        }
    }

    /// With cents from −1,000 to 1,000, where they matter.
    fn cents(&self, digits: &str) -> String {
        let whole = self.money("#,##0");
        let (above, below) = whole.split_once(';').unwrap_or((&whole, &whole));
        let near = self.money(digits);
        let near = near.split_once(';').map_or(near.as_str(), |(near, _)| near);
        format!("[>=1000]{above};[<=-1000]{below};{near}")
    }

    /// `€1,234`, `-€1,234`; in Dutch `€ 1.234`, `€ -1.234`.
    fn money(&self, digits: &str) -> String {
        let locale = self.locale();
        let (sign, gap) = match self.currency.as_str() {
            "EUR" => (format!("[$€-{locale}]"), ""),
            "USD" => ("[$$-409]".to_owned(), ""),
            "GBP" => ("[$£-809]".to_owned(), ""),
            other => (format!("[${other}]"), " "),
        };
        match self.language {
            Language::English => format!("{sign}{gap}{digits};-{sign}{gap}{digits}"),
            Language::Dutch => format!("{sign} {digits};{sign} -{digits}"),
        }
    }

    /// Money on an axis whose largest amount is about `largest`: in thousands or millions where it is large.
    pub fn axis(&self, largest: f64) -> String {
        let million = if self.language == Language::Dutch { " mln" } else { "m" };
        match largest {
            x if x >= 2e7 => format!("#,##0,,\"{million}\""),
            x if x >= 2e6 => format!("0.0,,\"{million}\""),
            x if x >= 2e4 => "#,##0,\"k\"".to_owned(),
            _ => "#,##0".to_owned(),
        }
    }

    /// The code of the language: British English or Dutch.
    fn locale(&self) -> &'static str {
        match self.language {
            Language::English => "809",
            Language::Dutch => "413",
        }
    }
}

fn inked(format: Format, ink: Ink) -> Format {
    match ink {
        Ink::Given => format.set_font_color(GIVEN),
        Ink::Follows => format,
        Ink::Total => format.set_bold().set_border_top(FormatBorder::Thin).set_border_top_color(ACCENT),
        Ink::Beside => format.set_font_color(MUTED),
    }
}

/// The title of a sheet.
pub fn title() -> Format {
    Format::new().set_bold().set_font_size(16).set_font_color(ACCENT)
}

/// The heading of a table that stands below others.
pub fn section() -> Format {
    Format::new().set_bold().set_font_size(12).set_font_color(ACCENT)
}

/// A paragraph over several columns.
pub fn paragraph() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

/// The heading of a column.
pub fn heading() -> Format {
    let format = Format::new().set_bold().set_text_wrap().set_background_color(GROUND);
    format.set_align(FormatAlign::VerticalCenter).set_border_bottom(FormatBorder::Thin).set_border_bottom_color(ACCENT)
}

/// A band over several columns.
pub fn band() -> Format {
    Format::new().set_bold().set_font_color(Color::White).set_background_color(ACCENT)
}

/// A text in a row.
pub fn text(ink: Ink) -> Format {
    inked(Format::new().set_text_wrap().set_align(FormatAlign::Top), ink)
}

/// The same at a little distance from what stands to its left.
pub fn indented(format: Format) -> Format {
    format.set_align(FormatAlign::Left).set_indent(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_carries_its_currency_where_the_language_puts_it() {
        let code = |language, currency| Looks::new(language, currency).code(Look::Cents);
        assert_eq!(code(Language::English, "EUR"), "[>=1000][$€-809]#,##0;[<=-1000]-[$€-809]#,##0;[$€-809]#,##0.00");
        assert_eq!(code(Language::Dutch, "EUR"), "[>=1000][$€-413] #,##0;[<=-1000][$€-413] -#,##0;[$€-413] #,##0.00");
        assert_eq!(code(Language::English, "SEK"), "[>=1000][$SEK] #,##0;[<=-1000]-[$SEK] #,##0;[$SEK] #,##0.00");
        assert_eq!(code(Language::English, "JPY"), "[$JPY] #,##0;-[$JPY] #,##0");
        assert_eq!(code(Language::English, "KWD"), "[>=1000][$KWD] #,##0;[<=-1000]-[$KWD] #,##0;[$KWD] #,##0.000");
    }
}
