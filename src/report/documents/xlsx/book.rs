//! What a workbook is made from.

use crate::documents::points::PointValues;
use delight_model::scenario::LedgerRow;
use delight_studies::run::Findings;

/// All that a workbook is made from.
#[derive(Clone, Copy, Debug)]
pub struct Book<'a> {
    /// What the simulation found.
    pub findings: &'a Findings,
    /// Every number of the case.
    pub assumptions: &'a [LedgerRow],
    /// The case at its point values.
    pub points: &'a PointValues,
}
