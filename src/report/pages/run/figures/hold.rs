//! What the figures of a run keep from one drawing to the next while somebody moves an input.

use crate::page::figure::Named;
use crate::plot::{AxisRange, PlotError, Scene, Size, Theme};
use delight_model::simulate::Summary;
use delight_studies::run::{Findings, histogram_between};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The edges and axes that figures are to keep; by default none, and then every figure chooses its own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Hold {
    /// Edges of the histogram of the net present value, money; none: those of its own quantiles.
    pub edges: Vec<f64>,
    /// Axes by the names of figures.
    pub axes: BTreeMap<String, AxisRange>,
}

impl Hold {
    /// Findings of a summary with their histogram between the edges that are held, if they can be.
    pub fn on_edges(&self, mut findings: Findings, summary: &Summary) -> Findings {
        if let Some(held) = histogram_between(summary, &self.edges) {
            findings.npv_histogram = held;
        }
        findings
    }

    /// The marks of a figure on the axis that is held for it, if there is one.
    ///
    /// # Errors
    /// See [`PlotError`].
    pub fn scene(&self, named: &Named, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        named.figure.scene_on(self.axes.get(named.name).copied(), size, theme)
    }

    /// What to hold so that these findings and these figures, by their names, are drawn as they were.
    pub fn of<'a>(findings: &Findings, drawn: impl IntoIterator<Item = (&'a str, &'a Scene)>) -> Self {
        let axes = drawn.into_iter().filter_map(|(name, scene)| Some((name.to_owned(), scene.axis?)));
        Hold { edges: findings.npv_histogram.edges.clone(), axes: axes.collect() }
    }
}
