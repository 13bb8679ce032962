//! Each metric that is read, month by month, before and after.

use super::findings::{MonthBand, SeriesShown};
use delight_model::scenario::actuals::{ReadArm, Reading, TrackMetric, TrackScale};
use delight_model::simulate::{BLOCK, Control, Engine, PeriodWatch, ReadPeriod, SimulationError, each, try_each};
use delight_model::statistics::quantiles;
use std::collections::BTreeSet;

/// Numbers of a pass that are held at a time.
const HELD: usize = 1 << 22;
/// Fewer trials than this give no band.
const LEAST: usize = 512;

/// The series of these readings, by two sets of trials: before and after.
pub(super) fn series(
    engine: &Engine,
    readings: &[Reading],
    (before, after): (&[u64], &[u64]),
    control: &Control,
) -> Result<Vec<SeriesShown>, SimulationError> {
    let read: BTreeSet<(TrackMetric, ReadArm)> = readings.iter().map(|r| (r.metric, r.arm)).collect();
    let months = engine.scenario().months();
    let of = |(metric, arm): (TrackMetric, ReadArm)| {
        (1..=months).map(move |last| ReadPeriod { metric, arm, last: last as i32, months: 1 })
    };
    let periods: Vec<ReadPeriod> = read.iter().copied().flat_map(of).collect();
    let watch = PeriodWatch::new(engine, &periods, &[]);
    let most = (HELD / periods.len().max(1)).max(LEAST);
    let [mut prior, mut posterior] = [Vec::new(), Vec::new()];
    for (found, trials) in [(&mut prior, before), (&mut posterior, after)] {
        let step = trials.len().div_ceil(most).max(1);
        let some: Vec<u64> = trials.iter().copied().step_by(step).collect();
        *found = bands(&watch, &periods, &some, control)?;
    }
    let mut both = prior.chunks(months).zip(posterior.chunks(months));
    let one = |(metric, arm)| {
        let (prior, posterior) = both.next().unwrap_or_default();
        SeriesShown { metric, arm, prior: prior.to_vec(), posterior: posterior.to_vec() }
    };
    Ok(read.into_iter().map(one).collect())
}

/// The band of each period over these trials.
fn bands(
    watch: &PeriodWatch,
    periods: &[ReadPeriod],
    trials: &[u64],
    control: &Control,
) -> Result<Vec<MonthBand>, SimulationError> {
    let blocks: Vec<&[u64]> = trials.chunks(BLOCK).collect();
    let found = try_each(blocks.len(), control, |b| {
        control.advance(blocks[b].len() as u64);
        let mut bench = watch.bench();
        let seen = bench.gathered(blocks[b]);
        Ok(seen.periods.iter().map(|column| column[..blocks[b].len()].to_vec()).collect::<Vec<_>>())
    })?;
    Ok(each(periods.len(), |k| {
        let values: Vec<f64> = found.iter().flat_map(|block| block[k].iter().copied()).collect();
        let [p5, p25, p50, p75, p95] =
            quantiles(&values, [0.05, 0.25, 0.5, 0.75, 0.95]).map(|x| as_typed(periods[k].metric, x));
        MonthBand { p5, p25, p50, p75, p95 }
    }))
}

/// A value on its scale as it is typed: rates, numbers and amounts themselves.
pub(super) fn as_typed(metric: TrackMetric, value: f64) -> f64 {
    if metric.scale() == TrackScale::Log { libm::exp(value) } else { value }
}
