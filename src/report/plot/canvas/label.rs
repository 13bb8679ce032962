//! What figures write by themselves; in which words, the caller says.

use std::fmt;
use std::sync::Arc;

/// Something that a figure writes besides its caption and its values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Label<'a> {
    /// The name of the 50 % quantile.
    Median,
    /// The name of the mean.
    Mean,
    /// In an empty plot.
    NoData,
    /// At the month from which a median stays above zero.
    PaysBack(usize),
    /// At the deepest point of a median: its amount and its month.
    Lowest(&'a str, usize),
    /// At the deepest point of a median, the first month: its amount, and what is needed at most before its end.
    LowestFirst(&'a str, &'a str),
    /// A month on an axis.
    Month(usize),
    /// A year on an axis.
    Year(usize),
    /// The probability of a loss, written.
    LossProbability(&'a str),
    /// A share of the trials, 0 to 1.
    Share(f64),
    /// A round share on an axis, 0 to 1.
    ShareTick(f64),
}

/// Writes labels in the reader's language.
#[derive(Clone)]
pub struct Wording(Arc<dyn Fn(Label) -> String + Send + Sync>);

impl Wording {
    /// The wording of a function.
    pub fn new(write: impl Fn(Label) -> String + Send + Sync + 'static) -> Self {
        Wording(Arc::new(write))
    }

    /// The label as readers see it.
    pub fn write(&self, label: Label) -> String {
        (self.0)(label)
    }
}

/// Labels in their shortest form, for figures whose reader is not known.
impl Default for Wording {
    fn default() -> Self {
        Wording::new(|label| match label {
            Label::Median => "P50".to_owned(),
            Label::Mean => "x".to_owned(),
            Label::NoData => "–".to_owned(),
            Label::PaysBack(month) | Label::Month(month) => format!("m{month}"),
            Label::Lowest(amount, month) => format!("{amount}, m{month}"),
            Label::LowestFirst(amount, funding) => format!("{amount}, m1; {funding}"),
            Label::Year(year) => format!("y{year}"),
            Label::LossProbability(share) => share.to_owned(),
            Label::Share(share) => format!("{:.0}%", 100.0 * share),
            Label::ShareTick(share) => format!("{}%", 100.0 * share),
        })
    }
}

impl fmt::Debug for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Wording({:?})", self.write(Label::Median))
    }
}
