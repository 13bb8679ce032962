//! From the text of a quantity to its form.
//!
//! ```text
//! quantity = form [ " in " number ".." number ]
//! form     = number | number " to " number | name "(" values ")"
//! values   = value { "," value } | value { ";" value }
//! ```

use super::error::QuantityError;
use super::expected::Expected;
use super::form::{Form, Quantity};
use super::list::list;
use super::number::{WrittenNumber, number};
use crate::scenario::suggest::nearest;

/// How each distribution is written.
const FORMS: [(&str, &str); 10] = [
    ("pert", "pert(low, mode, high)"),
    ("triangular", "triangular(low, mode, high)"),
    ("uniform", "uniform(low, high)"),
    ("normal", "normal(mean, sd)"),
    ("lognormal", "lognormal(mean, sd)"),
    ("beta", "beta(a, b)"),
    ("metalog", "metalog(p10, p50, p90)"),
    ("discrete", "discrete(value: weight, value: weight)"),
    ("samples", "samples(file.csv, column)"),
    ("to", "low to high"),
];

/// Reads a quantity of what is expected.
///
/// # Errors
/// The condition the text breaks.
pub fn parse(text: &str, expected: &Expected) -> Result<Quantity, QuantityError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(QuantityError::Empty);
    }
    let (form, bounds) = split_bounds(text);
    let form = parse_form(form.trim(), expected)?;
    let bounds = bounds.map(|bounds| parse_bounds(bounds, expected)).transpose()?;
    if bounds.is_some() && matches!(form, Form::Number(_)) {
        return Err(QuantityError::BoundedNumber);
    }
    Ok(Quantity { form, bounds })
}

/// Bounds stand behind the last " in " that is outside parentheses.
fn split_bounds(text: &str) -> (&str, Option<&str>) {
    let tail = text.rfind(')').map_or(0, |end| end + 1);
    match text[tail..].find(" in ") {
        Some(at) => (&text[..tail + at], Some(&text[tail + at + 4..])),
        None => (text, None),
    }
}

fn parse_bounds(text: &str, expected: &Expected) -> Result<(f64, f64), QuantityError> {
    let (low, high) = text.split_once("..").ok_or_else(|| QuantityError::BoundsForm(text.to_owned()))?;
    let [low, high] = [number(low, expected)?, number(high, expected)?];
    all_or_no_percent(&[low, high])?;
    if low.value < high.value {
        Ok((low.value, high.value))
    } else {
        Err(QuantityError::BoundsOrder(low.value, high.value))
    }
}

fn parse_form(text: &str, expected: &Expected) -> Result<Form, QuantityError> {
    if let Some((name, rest)) = text.split_once('(').filter(|(name, _)| !name.trim().is_empty()) {
        let inside = rest.trim_end().strip_suffix(')').ok_or(QuantityError::NotClosed)?;
        return parse_call(name.trim(), inside, expected);
    }
    match text.split_once(" to ") {
        Some((low, high)) => parse_interval(low, high, expected),
        None => Ok(Form::Number(number(text, expected)?.value)),
    }
}

fn parse_interval(low: &str, high: &str, expected: &Expected) -> Result<Form, QuantityError> {
    let [p5, p95] = [number(low, expected)?, number(high, expected)?];
    all_or_no_percent(&[p5, p95])?;
    if p5.value < p95.value {
        Ok(Form::Interval(p5.value, p95.value))
    } else {
        Err(QuantityError::IntervalOrder(p5.value, p95.value))
    }
}

/// One rule for all values that stand side by side: all of them are in percent, or none.
fn all_or_no_percent(values: &[WrittenNumber]) -> Result<(), QuantityError> {
    let mixed = values.iter().any(|v| v.is_percent) && values.iter().any(|v| !v.is_percent && v.value != 0.0);
    if mixed { Err(QuantityError::MixedPercent(None)) } else { Ok(()) }
}

fn parse_call(name: &str, inside: &str, expected: &Expected) -> Result<Form, QuantityError> {
    let name = name.to_ascii_lowercase();
    let Some((_, written)) = FORMS.iter().find(|(known, _)| *known == name) else {
        let near = nearest(&name, FORMS.iter().map(|(known, _)| *known));
        return Err(QuantityError::UnknownForm(name, near));
    };
    if name == "samples" {
        return samples(inside, written);
    }
    let parts = parts(inside)?;
    let wrong = || QuantityError::WrongCount { form: written, found: parts.len() };
    match name.as_str() {
        _ if parts.is_empty() => Err(wrong()),
        "discrete" => discrete(&parts, expected),
        "normal" | "lognormal" if parts.len() == 2 => {
            let (mean, sd) = centre_and_spread(&name, [parts[0], parts[1]], expected)?;
            Ok(if name == "normal" { Form::Normal(mean, sd) } else { Form::Lognormal(mean, sd) })
        }
        _ => {
            // The shapes of a beta are no values of the input.
            let expected = if name == "beta" { Expected::beside(false) } else { *expected };
            let values = parts.iter().map(|part| number(part, &expected)).collect::<Result<Vec<_>, _>>()?;
            all_or_no_percent(&values)?;
            let values: Vec<f64> = values.iter().map(|v| v.value).collect();
            from_values(&name, &values).ok_or_else(wrong)
        }
    }
}

/// The values of a list, parted by semicolons, or by commas where there is none.
///
/// A comma between two digits parts values only where all commas are written so, or none could be meant as decimal.
fn parts(inside: &str) -> Result<Vec<&str>, QuantityError> {
    if inside.trim().is_empty() {
        return Ok(Vec::new());
    }
    if inside.contains(';') {
        return Ok(inside.split(';').map(str::trim).collect());
    }
    let pieces: Vec<&str> = inside.split(',').collect();
    let tight = pieces.windows(2).find(|pair| {
        let digits_meet =
            pair[0].ends_with(|c: char| c.is_ascii_digit()) && pair[1].starts_with(|c: char| c.is_ascii_digit());
        digits_meet && !pair[0].contains('.') && !pair[1].contains('.')
    });
    let has_loose = pieces[1..].iter().any(|piece| piece.starts_with(' '));
    match tight {
        Some(pair) if has_loose => Err(QuantityError::CommaInList(format!("{},{}", pair[0].trim(), pair[1].trim()))),
        _ => Ok(pieces.into_iter().map(str::trim).collect()),
    }
}

/// Mean and standard deviation; a spread in percent of a mean that is in none is told both readings.
fn centre_and_spread(name: &str, parts: [&str; 2], expected: &Expected) -> Result<(f64, f64), QuantityError> {
    let either = Expected { percent: true, ..*expected };
    let [mean, sd] = [number(parts[0], &either)?, number(parts[1], &either)?];
    if sd.is_percent && !mean.is_percent && mean.value != 0.0 {
        let relative = format!("{name}({}, {})", parts[0], short(mean.value.abs() * sd.value));
        return Err(match expected.percent {
            true => {
                QuantityError::MixedPercent(Some(format!("{name}({}, {}) or {relative}", parts[0], short(sd.value))))
            }
            false => QuantityError::Percent { found: parts[1].to_owned(), meant: Some(relative) },
        });
    }
    all_or_no_percent(&[mean, sd])?;
    Ok((number(parts[0], expected)?.value, number(parts[1], expected)?.value))
}

/// A number to twelve digits, which leaves out what rounding adds.
fn short(x: f64) -> String {
    format!("{x:.11e}").parse::<f64>().map_or_else(|_| x.to_string(), |x| x.to_string())
}

fn samples(inside: &str, form: &'static str) -> Result<Form, QuantityError> {
    match list(inside, ',').as_deref() {
        Some([file, column]) if !file.is_empty() && !column.is_empty() => {
            Ok(Form::Samples { file: file.clone(), column: column.clone() })
        }
        Some(names) => {
            let found = if inside.trim().is_empty() { 0 } else { names.len() };
            Err(QuantityError::WrongCount { form, found })
        }
        None => Err(QuantityError::WrongCount { form, found: 1 }),
    }
}

/// How far weights in percent may be from a whole: rounding of arithmetic, not of people.
const WHOLE: f64 = 1e-9;

fn discrete(parts: &[&str], expected: &Expected) -> Result<Form, QuantityError> {
    let outcome = |text: &&str| {
        let (value, weight) = text.split_once(':').ok_or_else(|| QuantityError::NoWeight((*text).to_owned()))?;
        Ok((number(value, expected)?, number(weight, &Expected::beside(true))?))
    };
    let (values, weights): (Vec<WrittenNumber>, Vec<WrittenNumber>) =
        parts.iter().map(outcome).collect::<Result<Vec<_>, _>>()?.into_iter().unzip();
    all_or_no_percent(&values)?;
    all_or_no_percent(&weights)?;
    let sum: f64 = weights.iter().map(|w| w.value).sum();
    if weights.iter().any(|w| w.is_percent) && !((sum - 1.0).abs() <= WHOLE) {
        return Err(QuantityError::WeightsNotWhole(sum));
    }
    Ok(Form::Discrete(values.iter().zip(&weights).map(|(value, weight)| (value.value, weight.value)).collect()))
}

fn from_values(name: &str, values: &[f64]) -> Option<Form> {
    Some(match (name, values) {
        ("pert", &[a, m, b]) => Form::Pert(a, m, b),
        ("triangular", &[a, m, b]) => Form::Triangular(a, m, b),
        ("uniform", &[a, b]) => Form::Uniform(a, b),
        ("beta", &[a, b]) => Form::Beta(a, b),
        ("metalog", &[p10, p50, p90]) => Form::Metalog(p10, p50, p90),
        _ => return None,
    })
}
