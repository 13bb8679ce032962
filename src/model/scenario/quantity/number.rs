//! The one way to read a number, through whatever door it comes: a scenario file, samples, the command line, the interview.

use super::currency::Currency;
use super::error::QuantityError;
use super::expected::Expected;
use super::marks::Marks;
use super::numeral::Numeral;
use crate::units::Sort;

/// A number that was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WrittenNumber {
    /// Its value; 35 % is 0.35.
    pub value: f64,
    /// Whether it was written in percent.
    pub is_percent: bool,
    /// The currency that it was written with.
    pub currency: Option<Currency>,
}

/// Reads a number as people write it: `12%`, `1_200`, `20k`, `€1.5m`, `1,5 mln`, `−3e-2`.
///
/// The decimal mark is a point or a comma. Where money or a count is expected, `900.000` and `900,000` may be meant as
/// thousands and are refused; everywhere else they are decimals.
///
/// # Errors
/// It is no finite number, it can be read in two ways, or it is in percent or in a currency where that makes no sense.
pub fn number(text: &str, expected: &Expected) -> Result<WrittenNumber, QuantityError> {
    let numeral = Numeral::read(text, expected)?;
    if let (Marks::Either(mark), true) = (numeral.digits.marks, expected.sort.is_large()) {
        let [decimal, whole] = numeral.readings(mark, "_");
        return Err(QuantityError::Ambiguous { found: text.trim().to_owned(), decimal, whole });
    }
    let undecided = match numeral.digits.marks {
        Marks::Either(mark) => Some(mark),
        _ => None,
    };
    of_numeral(text, &numeral, undecided, expected)
}

/// Reads a number of a file whose decimal mark is known: the other mark sets thousands apart.
///
/// # Errors
/// As [`number`], and a decimal mark that is another one.
pub fn number_with_mark(text: &str, mark: char, expected: &Expected) -> Result<WrittenNumber, QuantityError> {
    let numeral = Numeral::read(text, expected)?;
    let other = |meant: String| QuantityError::OtherMark { found: text.trim().to_owned(), mark, meant };
    match numeral.digits.marks {
        Marks::Decimal(found) if found != mark => {
            let swap = |c: char| if c == found { Some(mark) } else { Some(c).filter(|c| *c != mark) };
            Err(other(text.trim().chars().filter_map(swap).collect()))
        }
        Marks::Thousands(found) if found == mark => Err(other(text.trim().chars().filter(|c| *c != mark).collect())),
        _ => of_numeral(text, &numeral, Some(mark), expected),
    }
}

/// The number of a text of which it is known what its marks mean.
pub(super) fn of_numeral(
    text: &str,
    numeral: &Numeral,
    undecided: Option<char>,
    expected: &Expected,
) -> Result<WrittenNumber, QuantityError> {
    let text = || text.trim().to_owned();
    if numeral.is_percent() && !expected.percent {
        return Err(QuantityError::Percent { found: text(), meant: None });
    }
    if let Some(currency) = numeral.currency {
        match (expected.sort, expected.currency) {
            (Sort::Money, None) => (),
            (Sort::Money, Some(code)) if currency.is(code) => (),
            (Sort::Money, Some(code)) => {
                return Err(QuantityError::Foreign { found: text(), currency, code: code.to_owned() });
            }
            _ => return Err(QuantityError::NoMoney { found: text(), currency }),
        }
    }
    let value = numeral.value(numeral.decimal(undecided))?;
    Ok(WrittenNumber { value, is_percent: numeral.is_percent(), currency: numeral.currency })
}
