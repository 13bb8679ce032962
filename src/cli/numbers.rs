//! Numbers on the command line, read as everywhere else.

use super::CliError;
use delight_model::scenario::quantity::{Currency, Expected, QuantityError, number};
use delight_model::scenario::{Assumption, Scenario};
use delight_model::simulate::MOST_SAMPLE_TRIALS;
use delight_model::units::Sort;
use std::ops::RangeInclusive;

/// A path and the value that is put there: `customers.annual_churn=25%`.
pub fn set(text: &str) -> Result<(String, String), String> {
    let (path, value) = text.split_once('=').ok_or("write a path and a value: customers.annual_churn=25%")?;
    match (path.trim(), value.trim()) {
        ("", _) | (_, "") => Err("write a path and a value: customers.annual_churn=25%".into()),
        (path, value) => Ok((path.to_owned(), value.to_owned())),
    }
}

/// What is wrong with a number, and what to write instead.
pub fn say(why: &QuantityError) -> String {
    match why.fix() {
        Some(fix) => format!("{why}; {fix}"),
        None => why.to_string(),
    }
}

fn read(text: &str, expected: &Expected) -> Result<f64, String> {
    number(text, expected).map(|number| number.value).map_err(|why| say(&why))
}

/// The whole number of a text within a range.
fn whole<T: TryFrom<u64>>(text: &str, expected: &Expected, range: &RangeInclusive<u64>) -> Result<T, String> {
    let value = match text.trim().parse::<u64>() {
        // Beyond 2^53 only this is exact.
        Ok(value) => Some(value),
        Err(_) => Some(read(text, expected)?).filter(|x| x.trunc() == *x && (0.0..=9e15).contains(x)).map(|x| x as u64),
    };
    let fitting = value.filter(|value| range.contains(value)).and_then(|value| T::try_from(value).ok());
    fitting.ok_or_else(|| match *range.end() {
        u64::MAX => format!("it must be a whole number from {}", range.start()),
        most => format!("it must be a whole number from {} to {most}", range.start()),
    })
}

/// Reads a whole number of something that nobody has thousands of.
pub fn few<T: TryFrom<u64>>(range: RangeInclusive<u64>) -> impl Fn(&str) -> Result<T, String> + Clone {
    move |text| whole(text, &Expected::RATIO, &range)
}

/// Reads a number of trials.
pub fn trials_in(range: RangeInclusive<u64>) -> impl Fn(&str) -> Result<u64, String> + Clone {
    move |text| whole(text, &Expected::COUNT, &range)
}

/// Reads a number of trials that is held in memory.
pub fn trials(text: &str) -> Result<u64, String> {
    whole(text, &Expected::COUNT, &(128..=MOST_SAMPLE_TRIALS))
        .map_err(|why| why.replace("1048576", "1,048,576, since they are kept in memory"))
}

/// Reads a seed.
pub fn seed(text: &str) -> Result<u64, String> {
    whole(text, &Expected::RATIO, &(0..=u64::MAX))
}

/// An amount of money, whose currency is held against that of the case once it is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    text: String,
    value: f64,
    currency: Option<Currency>,
}

impl Amount {
    /// Reads an amount that is not negative.
    pub fn parse(text: &str) -> Result<Amount, String> {
        let number = number(text, &Expected::MONEY).map_err(|why| say(&why))?;
        match number.value {
            x if x < 0.0 => Err("it must not be negative".into()),
            x if x > 1e15 => Err("it must be at most 1e15".into()),
            value => Ok(Amount { text: text.trim().to_owned(), value, currency: number.currency }),
        }
    }

    /// Reads an amount above zero.
    pub fn above_zero(text: &str) -> Result<Amount, String> {
        match Amount::parse(text)? {
            Amount { value: 0.0, .. } => Err("it must be above zero".into()),
            amount => Ok(amount),
        }
    }

    /// The amount, if it is in the currency of the case.
    ///
    /// # Errors
    /// It is in another one.
    pub fn of(&self, option: &str, case: &Scenario) -> Result<f64, CliError> {
        match self.currency.filter(|currency| !currency.is(case.currency())) {
            Some(currency) => Err(CliError::Input(format!(
                "error: {option} {}: must be in the currency of {:?}, which is {} and not {currency}",
                self.text,
                case.name(),
                case.currency()
            ))),
            None => Ok(self.value),
        }
    }
}

/// The risk tolerance, said either way.
pub fn tolerance(stated: Option<&Amount>, by_aversion: Option<f64>, case: &Scenario) -> Result<Option<f64>, CliError> {
    let stated = stated.map(|amount| amount.of("--risk-tolerance", case)).transpose()?;
    Ok(stated.or(by_aversion))
}

/// Reads a number of people that is not negative.
pub fn people(text: &str) -> Result<f64, String> {
    match read(text, &Expected::COUNT)? {
        x if (0.0..=1e15).contains(&x) => Ok(x),
        x if x < 0.0 => Err("it must not be negative".into()),
        _ => Err("it must be at most 1e15".into()),
    }
}

/// Reads a risk aversion, one over money, and gives the risk tolerance.
pub fn aversion(text: &str) -> Result<f64, String> {
    match read(text, &Expected { percent: false, ..Expected::RATIO })? {
        x if (1e-15..=1e15).contains(&x) => Ok(x.recip()),
        x if x <= 0.0 => Err("it must be above zero".into()),
        _ => Err("it must be from 1e-15 to 1e15".into()),
    }
}

/// Reads a number from the first to the second, told so in these words.
pub fn between(range: RangeInclusive<f64>, rule: &'static str) -> impl Fn(&str) -> Result<f64, String> + Clone {
    move |text| match read(text, &Expected::RATIO)? {
        x if range.contains(&x) => Ok(x),
        _ => Err(format!("it must be {rule}")),
    }
}

/// Reads a value of an input of a case, as its file would have it.
pub fn value_of(text: &str, input: &Assumption, currency: &str) -> Result<f64, String> {
    read(text, &Expected::of(&input.kind, Sort::of_unit(&input.unit), currency))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_trials_is_whole_and_has_one_meaning() {
        assert_eq!([trials("10k"), trials("16_384"), trials("1 000")], [Ok(10_000), Ok(16_384), Ok(1_000)]);
        let why = trials("10.000").expect_err("two readings");
        assert!(why.contains("write 10 or 10_000"), "{why}");
        for (text, word) in [("1.5", "whole"), ("12", "from 128"), ("many", "20k"), ("-3", "from 128")] {
            let why = trials(text).expect_err(text);
            assert!(why.contains(word), "{why}");
        }
        assert_eq!(seed("18446744073709551615"), Ok(u64::MAX));
        assert_eq!(few::<u16>(3..=201)("25.0"), Ok(25));
    }

    #[test]
    fn an_amount_is_money_and_not_negative() {
        assert_eq!(Amount::parse("€1.5m").map(|a| a.value), Ok(1.5e6));
        for (text, word) in [
            ("100.000", "write 100 or 100_000"),
            ("-1", "must not be negative"),
            ("−1", "must not be negative"),
            ("1e300", "at most 1e15"),
            ("5%", "percentage"),
            ("€x", "2bn"),
        ] {
            let why = Amount::parse(text).expect_err(text);
            assert!(why.contains(word), "{why}");
        }
        assert!(Amount::above_zero("0").is_err());
    }
}
