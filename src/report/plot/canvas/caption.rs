//! The words around a figure: title, subtitle, footer, axes, and what it tells those who do not see it.

use super::label::Wording;

/// The words around a figure.
#[derive(Clone, Debug, Default)]
pub struct Caption {
    /// The finding in one sentence, or the name of the figure; at most two lines are shown.
    pub title: String,
    /// What is shown and how; at most two lines are shown.
    pub subtitle: String,
    /// Source, seed, number of trials; at most two lines are shown.
    pub footer: String,
    /// The figure told in words, for readers who do not see it; only in the SVG.
    pub description: String,
    /// What the horizontal axis measures, with its unit. Ticks of horizons below 24 months are bare month numbers,
    /// so write there that they are months.
    pub x_title: String,
    /// What the vertical axis measures, with its unit.
    pub y_title: String,
    /// The words for what the figure writes by itself.
    pub wording: Wording,
}
