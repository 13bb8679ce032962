//! A figure of a page: its files, the words and numbers around it, and the axes on which they stand.

use super::values;
use crate::plot::{Caption, Figure, Format, Label, Wording};
use crate::words::{Shown, Words};
use delight_studies::findings::{InputFacts, Provenance};

/// A figure with the name of its files.
pub struct Named {
    /// Name without ending.
    pub name: &'static str,
    /// What it shows.
    pub figure: Box<dyn Figure + Send + Sync>,
    /// Heights in a page and on a telephone, in nominal pixels.
    pub heights: [u32; 2],
}

impl Named {
    /// A figure in its usual proportions.
    pub fn new(name: &'static str, figure: impl Figure + Send + Sync + 'static) -> Self {
        Named { name, figure: Box::new(figure), heights: [400, 380] }
    }

    /// A figure of these heights in a page and on a telephone.
    pub fn of_height(name: &'static str, heights: [u32; 2], figure: impl Figure + Send + Sync + 'static) -> Self {
        Named { heights, ..Named::new(name, figure) }
    }

    /// A figure of so many rows, each as high as its words need.
    pub fn of_rows(name: &'static str, rows: usize, figure: impl Figure + Send + Sync + 'static) -> Self {
        let rows = rows as u32;
        Named { heights: [60 + 30 * rows, 60 + 40 * rows], ..Named::new(name, figure) }
    }
}

/// Bars that a figure has room for.
pub(crate) const BARS: usize = 12;

/// What figures write by themselves, in a language.
fn wording(words: Words) -> Wording {
    Wording::new(move |label| match label {
        Label::Median => words.say("median"),
        Label::Mean => words.say("label-mean"),
        Label::NoData => words.say("label-no-data"),
        Label::PaysBack(month) => words.say_with("label-pays-back", &[("month", &month.to_string())]),
        Label::LowestFirst(amount, funding) => {
            words.say_with("label-lowest-first", &[("amount", amount), ("funding", funding)])
        }
        Label::Lowest(amount, month) => {
            words.say_with("label-lowest", &[("amount", amount), ("month", &month.to_string())])
        }
        Label::Month(month) => words.month(month as f64),
        Label::Year(year) => words.say_with("label-year", &[("year", &year.to_string())]),
        Label::LossProbability(share) => words.say_with("label-loss", &[("share", share)]),
        Label::Share(share) => words.percent_short(share),
        Label::ShareTick(share) => words.percent_tick(share),
    })
}

/// How many trials, and how drawn.
pub(crate) fn drawn(trials: usize, provenance: &Provenance, words: Words) -> String {
    drawn_long(trials as u64, &provenance.sampling, provenance.seed, words)
}

/// How many trials of a long run, and how drawn.
pub(crate) fn drawn_long(trials: u64, sampling: &str, seed: u64, words: Words) -> String {
    let (trials, seed) = (words.whole(trials as f64), seed.to_string());
    let sampling = words.say_of("sampling", sampling);
    words.say_with("figure-trials", &[("trials", &trials), ("sampling", &sampling), ("seed", &seed)])
}

/// Words around a figure that speak this language.
pub(crate) fn caption(words: Words) -> Caption {
    Caption { wording: wording(words), ..Caption::default() }
}

/// Writes rounded numbers, and those along an axis alike.
fn format(words: Words, show: impl Fn(f64) -> Shown + Clone + Send + Sync + 'static) -> Format {
    let of = show.clone();
    let ticks = move |values: &[f64]| words.write_alike(&values.iter().map(|x| of(*x)).collect::<Vec<_>>());
    Format::new(move |x| words.write(&show(x))).with_ticks(ticks)
}

/// Writes money.
pub(crate) fn money(currency: &str, words: Words) -> Format {
    let currency = currency.to_owned();
    format(words, move |x| Shown::money(&currency, x))
}

/// Writes returns, with their sign.
pub(crate) fn returns(words: Words) -> Format {
    format(words, Shown::percent_change)
}

/// Writes values of an input on an axis, whose title says the unit.
pub(crate) fn of_input(input: &InputFacts, currency: &str, words: Words) -> Format {
    if values::is_share(input) {
        Format::new(move |x| words.percent_tick(x))
    } else if input.unit.starts_with("money") {
        money(currency, words)
    } else {
        Format::new(move |x| words.limit(x))
    }
}

/// An input as the title of an axis: its name and its unit.
pub(crate) fn axis(input: &InputFacts, words: Words) -> String {
    let name = values::name(&input.name, words);
    format!("{name} ({})", words.unit(&input.unit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::scenario::Language;
    use delight_studies::findings::Name;

    #[test]
    fn ticks_of_an_input_are_written_as_its_unit_asks() {
        let input = |unit: &str| InputFacts {
            path: "x".into(),
            meaning: String::new(),
            name: Name { path: "x".into(), english: "meaning".into(), ..Name::default() },
            unit: unit.into(),
            grade: "D".into(),
            link: "value".into(),
            p10: 0.0,
            p50: 0.5,
            p90: 1.0,
        };
        let ticks = |unit: &str, values: &[f64]| {
            of_input(&input(unit), "EUR", Words::new(Language::English)).write_ticks(values)
        };
        assert_eq!(ticks("share of churn", &[0.1, 0.25]), ["10%", "25%"]);
        assert_eq!(ticks("months", &[12.0]), ["12"]);
        assert_eq!(ticks("money per leaver", &[5e5, 1e6]), ["€500k", "€1m"]);
    }
}
