//! The second pass: trials chosen by their weight, run again with all that bands and regressions ask for.

use super::pass::Kept;
use super::sums::Mixed;
use delight_model::sampling::REPLICATES;
use delight_model::simulate::{BLOCK, Control, Measure, PeriodWatch, SimulationError, try_each};

/// Trials that are chosen.
pub(super) const CHOSEN: usize = 8_192;

/// Trials at (k + ½)/8,192 of the sum of the weights; some more than once.
///
/// The sum runs in rising order of the net present value: in their own order, trials that are spread evenly come round with
/// every eighth, and what is chosen so is farther off than by chance.
pub(super) fn chosen(kept: &Kept, posterior: &Mixed, order: &[u32]) -> Vec<u64> {
    let weight = |t: &u32| posterior.weight(kept.log_weight[*t as usize]);
    let total: f64 = order.iter().map(weight).sum();
    let (mut trials, mut sum) = (Vec::with_capacity(CHOSEN), 0.0);
    for t in order {
        sum += weight(t);
        while trials.len() < CHOSEN && (trials.len() as f64 + 0.5) / CHOSEN as f64 * total <= sum {
            trials.push(u64::from(*t));
        }
    }
    trials.sort_unstable();
    trials
}

/// What was seen of the chosen trials.
pub(super) struct Again {
    /// By period.
    pub(super) periods: Vec<Vec<f64>>,
    /// G′: net present value of going on less that of stopping at the next look.
    pub(super) later: Vec<f64>,
    /// By column of the draws that was asked for.
    pub(super) draws: Vec<Vec<f64>>,
    /// The replicate of each.
    pub(super) replicates: Vec<usize>,
}

impl Again {
    /// Runs these trials; the only stop of `watch` is the next look.
    pub(super) fn of(
        watch: &PeriodWatch,
        trials: &[u64],
        (periods, places): (usize, &[usize]),
        control: &Control,
    ) -> Result<Self, SimulationError> {
        let blocks: Vec<&[u64]> = trials.chunks(BLOCK).collect();
        let found = try_each(blocks.len(), control, |b| {
            control.advance(blocks[b].len() as u64);
            let (mut bench, count) = (watch.bench(), blocks[b].len());
            let seen = bench.gathered(blocks[b]);
            let npv = seen.measure(Measure::Npv);
            let mut columns: Vec<Vec<f64>> = seen.periods.iter().map(|column| column[..count].to_vec()).collect();
            columns.push(match seen.stopped.first() {
                Some(stopped) => (0..count).map(|t| npv[t] - stopped[t]).collect(),
                None => Vec::new(),
            });
            columns.extend(places.iter().map(|place| bench.draws().column(*place)[..count].to_vec()));
            Ok(columns)
        })?;
        let mut columns: Vec<Vec<f64>> = vec![Vec::with_capacity(trials.len()); periods + 1 + places.len()];
        for part in found {
            columns.iter_mut().zip(part).for_each(|(column, more)| column.extend(more));
        }
        let draws = columns.split_off(periods + 1);
        let later = columns.pop().unwrap_or_default();
        let replicates = trials.iter().map(|t| (t % REPLICATES as u64) as usize).collect();
        Ok(Again { periods: columns, later, draws, replicates })
    }
}
