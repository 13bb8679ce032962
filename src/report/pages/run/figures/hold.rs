//! What the figures of a run keep from one drawing to the next while somebody moves an input.

use crate::page::figure::Named;
use crate::plot::{AxisRange, PlotError, Scene, Size, Theme, reaching};
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
        let edges = reaching_edges(&self.edges, &findings.npv_histogram.edges);
        if let Some(held) = edges.and_then(|edges| histogram_between(summary, &edges)) {
            findings.npv_histogram = held;
        }
        findings
    }

    /// Whether a figure was drawn on what is held for it, so that what was drawn on it before may stand behind it.
    pub fn is_kept(&self, name: &str, findings: &Findings, scene: &Scene) -> bool {
        let range = |axis: &AxisRange| axis.range;
        let on_axis = scene.axis.as_ref().map(range) == self.axes.get(name).map(range);
        on_axis && (name != "npv" || findings.npv_histogram.edges == self.edges)
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

/// Held edges, with as many bins more of their width as the values need; none where these show better on their own.
fn reaching_edges(held: &[f64], own: &[f64]) -> Option<Vec<f64>> {
    let ([low, .., high], [from, .., to]) = (held, own) else { return None };
    let [from, to] = reaching([*low, *high], [*from, *to])?;
    let width = (high - low) / (held.len() - 1) as f64;
    let bins = |length: f64| (length / width).round() as usize;
    let below = (1..=bins(low - from)).rev().map(|k| low - k as f64 * width);
    let above = (1..=bins(to - high)).map(|k| high + k as f64 * width);
    Some(below.chain(held.iter().copied()).chain(above).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bars_of_a_histogram_stand_still_while_more_join_them() {
        let held = [0.0, 1.0, 2.0, 3.0, 4.0];
        assert_eq!(reaching_edges(&held, &[1.0, 2.0, 3.0]), Some(held.to_vec()));
        assert_eq!(reaching_edges(&held, &[-0.5, 3.0]), Some([&[-1.0], &held[..]].concat()));
        assert_eq!(reaching_edges(&held, &[100.0, 101.0]), None);
        assert_eq!(reaching_edges(&[], &[0.0, 1.0]), None);
    }
}
