//! From the text of a quantity to its form.
//!
//! ```text
//! quantity = form [ " in " number ".." number ]
//! form     = number | number " to " number | name "(" values ")"
//! ```

use super::error::QuantityError;
use super::form::{Form, Quantity};
use super::number::number;
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

/// Reads a quantity.
///
/// # Errors
/// The condition the text breaks.
pub fn parse(text: &str) -> Result<Quantity, QuantityError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(QuantityError::Empty);
    }
    super::ambiguous::check(text)?;
    let (form, bounds) = split_bounds(text);
    let form = parse_form(form.trim())?;
    let bounds = bounds.map(parse_bounds).transpose()?;
    if bounds.is_some() && matches!(form, Form::Number(_)) {
        return Err(QuantityError::BoundedNumber);
    }
    Ok(Quantity { form, bounds })
}

/// Whether a value of a quantity (not the weight of one, and not the name of a column) is written in percent.
pub fn has_percent(text: &str) -> bool {
    let (form, bounds) = split_bounds(text);
    let form = form.trim_start().to_ascii_lowercase();
    let of_form = match form.starts_with("discrete") {
        true => form.split(',').any(|outcome| outcome.split(':').next().is_some_and(|value| value.contains('%'))),
        false => !form.starts_with("samples") && form.contains('%'),
    };
    of_form || bounds.is_some_and(|bounds| bounds.contains('%'))
}

/// Bounds stand behind the last " in " that is outside parentheses.
fn split_bounds(text: &str) -> (&str, Option<&str>) {
    let tail = text.rfind(')').map_or(0, |end| end + 1);
    match text[tail..].find(" in ") {
        Some(at) => (&text[..tail + at], Some(&text[tail + at + 4..])),
        None => (text, None),
    }
}

fn parse_bounds(text: &str) -> Result<(f64, f64), QuantityError> {
    let (low, high) = text.split_once("..").ok_or_else(|| QuantityError::BoundsForm(text.to_owned()))?;
    let (low, high) = (number(low)?, number(high)?);
    if low < high { Ok((low, high)) } else { Err(QuantityError::BoundsOrder(low, high)) }
}

fn parse_form(text: &str) -> Result<Form, QuantityError> {
    if let Some((name, rest)) = text.split_once('(') {
        let inside = rest.trim_end().strip_suffix(')').ok_or(QuantityError::NotClosed)?;
        return parse_call(name.trim(), inside);
    }
    match text.split_once(" to ") {
        Some((low, high)) => parse_interval(low, high),
        None => Ok(Form::Number(number(text)?)),
    }
}

fn parse_interval(low: &str, high: &str) -> Result<Form, QuantityError> {
    let (p5, p95) = (number(low)?, number(high)?);
    if low.contains('%') != high.contains('%') && p5 != 0.0 && p95 != 0.0 {
        return Err(QuantityError::MixedPercent);
    }
    if p5 < p95 { Ok(Form::Interval(p5, p95)) } else { Err(QuantityError::IntervalOrder(p5, p95)) }
}

fn parse_call(name: &str, inside: &str) -> Result<Form, QuantityError> {
    let name = name.to_ascii_lowercase();
    let Some((_, written)) = FORMS.iter().find(|(known, _)| *known == name) else {
        let near = nearest(&name, FORMS.iter().map(|(known, _)| *known));
        return Err(QuantityError::UnknownForm(name, near));
    };
    let parts: Vec<&str> = inside.split(',').map(str::trim).collect();
    let wrong =
        QuantityError::WrongCount { form: written, found: if inside.trim().is_empty() { 0 } else { parts.len() } };
    match name.as_str() {
        "discrete" => Ok(Form::Discrete(parts.into_iter().map(outcome).collect::<Result<_, _>>()?)),
        "samples" => match parts[..] {
            [file, column] if !file.is_empty() && !column.is_empty() => {
                Ok(Form::Samples { file: file.to_owned(), column: column.to_owned() })
            }
            _ => Err(wrong),
        },
        _ => {
            if inside.trim().is_empty() {
                return Err(wrong);
            }
            let values = parts.into_iter().map(number).collect::<Result<Vec<f64>, _>>()?;
            from_values(&name, &values).ok_or(wrong)
        }
    }
}

fn outcome(text: &str) -> Result<(f64, f64), QuantityError> {
    let (value, weight) = text.split_once(':').ok_or_else(|| QuantityError::NoWeight(text.to_owned()))?;
    Ok((number(value)?, number(weight)?))
}

fn from_values(name: &str, values: &[f64]) -> Option<Form> {
    Some(match (name, values) {
        ("pert", &[a, m, b]) => Form::Pert(a, m, b),
        ("triangular", &[a, m, b]) => Form::Triangular(a, m, b),
        ("uniform", &[a, b]) => Form::Uniform(a, b),
        ("normal", &[mean, sd]) => Form::Normal(mean, sd),
        ("lognormal", &[mean, sd]) => Form::Lognormal(mean, sd),
        ("beta", &[a, b]) => Form::Beta(a, b),
        ("metalog", &[p10, p50, p90]) => Form::Metalog(p10, p50, p90),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_read() {
        for (text, form) in [
            ("12%", Form::Number(0.12)),
            ("30% to 40%", Form::Interval(0.3, 0.4)),
            ("0 to 5%", Form::Interval(0.0, 0.05)),
            ("-2 to 3", Form::Interval(-2.0, 3.0)),
            ("pert(2, 3, 5)", Form::Pert(2.0, 3.0, 5.0)),
            ("Triangular( 1k,2k , 3k )", Form::Triangular(1e3, 2e3, 3e3)),
            ("uniform(0, 50%)", Form::Uniform(0.0, 0.5)),
            ("normal(0.3, 0.156)", Form::Normal(0.3, 0.156)),
            ("lognormal(1.2, .2)", Form::Lognormal(1.2, 0.2)),
            ("beta(1.61, 6.64)", Form::Beta(1.61, 6.64)),
            ("metalog(1, 2, 4)", Form::Metalog(1.0, 2.0, 4.0)),
            ("discrete(0: 70%, 5: 30%)", Form::Discrete(vec![(0.0, 0.7), (5.0, 0.3)])),
            (
                "samples(data/visits.csv, spend)",
                Form::Samples { file: "data/visits.csv".into(), column: "spend".into() },
            ),
        ] {
            assert_eq!(parse(text), Ok(Quantity { form, bounds: None }), "{text}");
        }
    }

    #[test]
    fn bounds_stand_behind_a_distribution() {
        let bounded = parse("normal(0.3, 0.156) in 0..0.8").expect("a quantity");
        assert_eq!(bounded, Quantity { form: Form::Normal(0.3, 0.156), bounds: Some((0.0, 0.8)) });
        assert_eq!(parse("10% to 20% in 5%..50%").expect("a quantity").bounds, Some((0.05, 0.5)));
        assert_eq!(parse("5 in 0..8"), Err(QuantityError::BoundedNumber));
        assert_eq!(parse("normal(1, 2) in 8..0"), Err(QuantityError::BoundsOrder(8.0, 0.0)));
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert_eq!(parse("40% to 30%"), Err(QuantityError::IntervalOrder(0.4, 0.3)));
        assert_eq!(parse("30 to 40%"), Err(QuantityError::MixedPercent));
        assert_eq!(parse("pert(1, 2)"), Err(QuantityError::WrongCount { form: "pert(low, mode, high)", found: 2 }));
        assert_eq!(parse("uniform()"), Err(QuantityError::WrongCount { form: "uniform(low, high)", found: 0 }));
        assert_eq!(parse("petr(1, 2, 3)"), Err(QuantityError::UnknownForm("petr".into(), Some("pert"))));
        assert_eq!(parse("pert(1, 2, 3"), Err(QuantityError::NotClosed));
        assert_eq!(parse("discrete(1, 2)"), Err(QuantityError::NoWeight("1".into())));
        assert_eq!(parse("  "), Err(QuantityError::Empty));
    }
}
