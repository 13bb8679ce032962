//! The grids of a run, laid out from its first trials, which whoever computes a part of it computes again.

use super::measure::Measure;
use super::parallel::each;
use super::results::{BY_DELIVERY, BlockColumn, Results};
use crate::chain::Delivery;
use crate::statistics::tally::Grid;
use std::sync::Arc;

/// The trials that grids are laid out from: the first of a case with its seed and sampling, so that every part of a run
/// has the same grids.
pub(super) const PILOT: u64 = 4096;
/// An outcome of the delivery draw that fewer of these trials have shares the grids of all outcomes.
const FEWEST: usize = 64;

/// The grid of every measure, and of every month of the fans.
#[derive(Clone, Debug)]
pub(super) struct Grids {
    pub(super) measures: Vec<Arc<Grid>>,
    pub(super) by_delivery: Vec<[Arc<Grid>; BY_DELIVERY.len()]>,
    pub(super) cash: Vec<Arc<Grid>>,
    pub(super) roi: Vec<Arc<Grid>>,
}

impl Grids {
    /// The grids for the run whose first trials are these, block by block, of which the last holds `last` trials.
    pub(super) fn of(pilot: &[Results], last: usize) -> Self {
        let Some(first) = pilot.first() else {
            let nothing = || Arc::new(Grid::of(&[]));
            let measures = (0..Measure::COUNT).map(|_| nothing()).collect();
            let by_delivery = Delivery::ALL.iter().map(|_| std::array::from_fn(|_| nothing())).collect();
            return Grids { measures, by_delivery, cash: Vec::new(), roi: Vec::new() };
        };
        let all = |of: &dyn Fn(&Results) -> &BlockColumn| {
            let mut values = Vec::with_capacity(PILOT as usize);
            for (nth, block) in pilot.iter().enumerate() {
                let own = &of(block)[..];
                values.extend_from_slice(if nth + 1 == pilot.len() { &own[..last] } else { own });
            }
            values
        };
        let laid_out =
            |values: Vec<f64>| Arc::new(Grid::of(&values.into_iter().filter(|x| x.is_finite()).collect::<Vec<f64>>()));
        let measures = each(Measure::COUNT, |place| laid_out(all(&|block| &block.measures[place])));
        let cash = each(first.cash.len(), |t| laid_out(all(&|block| &block.cash[t])));
        let roi = each(first.roi.len(), |t| laid_out(all(&|block| &block.roi[t])));
        let outcome = all(&|block| &block.measures[Measure::Delivery.index()]);
        let of_outcome = |code: usize, measure: Measure| {
            let values = all(&|block| &block.measures[measure.index()]);
            let own: Vec<f64> =
                values.iter().zip(&outcome).filter(|(_, o)| **o == code as f64).map(|(x, _)| *x).collect();
            if own.len() < FEWEST { measures[measure.index()].clone() } else { laid_out(own) }
        };
        let by_delivery = each(Delivery::ALL.len(), |code| BY_DELIVERY.map(|measure| of_outcome(code, measure)));
        Grids { measures, by_delivery, cash, roi }
    }
}
