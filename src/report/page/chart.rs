//! Numbers for a chart that an office program draws itself, so that its reader can change them.

/// A chart of one or more rows of numbers over the same categories.
#[derive(Clone, Debug, PartialEq)]
pub struct OfficeChart {
    /// How the numbers are drawn.
    pub kind: OfficeKind,
    /// What the numbers stand for, one for each.
    pub categories: Vec<String>,
    /// The rows of numbers, as many numbers as categories.
    pub series: Vec<OfficeSeries>,
    /// What the categories are; empty for nothing.
    pub categories_title: String,
    /// What the numbers measure; empty for nothing.
    pub values_title: String,
    /// In what the numbers are.
    pub unit: OfficeUnit,
}

/// How numbers are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficeKind {
    /// A bar from left to right for each category, the first on top, its number beside it.
    Bars,
    /// A line for each row of numbers; the categories are months, from 1.
    Lines,
}

/// In what numbers are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfficeUnit {
    /// Money of a currency, an ISO 4217 code.
    Money(String),
    /// Shares of a whole.
    Share,
}

/// A row of numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct OfficeSeries {
    /// Its name.
    pub name: String,
    /// Its numbers; none where there is nothing to draw.
    pub values: Vec<Option<f64>>,
    /// How each of them is meant, in the same order; one for all of a line.
    pub roles: Vec<OfficeRole>,
}

/// How a number is meant, which its colour says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficeRole {
    /// A gain.
    Gain,
    /// A loss.
    Loss,
    /// A sum, or the middle.
    Main,
    /// What lies around the middle.
    Near,
    /// What lies at the edge.
    Far,
}

impl OfficeChart {
    /// The largest number without its sign; 0 where there is none.
    pub fn largest(&self) -> f64 {
        let values = self.series.iter().flat_map(|series| &series.values).flatten();
        values.map(|x| x.abs()).filter(|x| x.is_finite()).fold(0.0, f64::max)
    }
}
