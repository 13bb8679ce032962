//! The readings with what they were expected to be, and what a reader must know of them.

use super::agreement::OneStep;
use super::bands::as_typed;
use super::findings::{Range3, ReadingShown, TrackNote};
use super::likelihood::Whitened;
use super::readings::Held;
use delight_model::sampling::normal_cdf;
use delight_model::scenario::actuals::{ActualsNote, Reading};

/// Fewer effective trials than this are named.
const FEW: f64 = 400.0;

/// Every reading up to now; `whitened` and `steps` are those of its surprises.
pub(super) fn readings(held: &Held, whitened: &Whitened, steps: &[OneStep]) -> Vec<ReadingShown> {
    let kept = |k: usize| whitened.kept.iter().position(|reading| *reading == k);
    let [two, three] = [-2.0, -3.0].map(normal_cdf);
    let levels = [three, two, 0.05, 0.5, 0.95, 1.0 - two, 1.0 - three];
    let mut shown: Vec<ReadingShown> = held
        .readings
        .iter()
        .enumerate()
        .map(|(k, r)| {
            let expected = kept(k).map(|row| {
                let at = |x: f64| as_typed(r.metric, r.value + x / whitened.own_weight(row));
                let [a, b, p5, p50, p95, c, d] = steps[row].expected(levels).map(at);
                (Range3 { p5, p50, p95 }, [a, b, c, d])
            });
            let (expected, limits) = expected.unzip();
            ReadingShown { expected, limits, residual: kept(k).map(|row| steps[row].residual()), ..bare(r) }
        })
        .collect();
    shown.extend(held.beside.iter().chain(&held.costs).map(bare));
    shown.sort_by(|a, b| (a.month, a.metric, &a.site).cmp(&(b.month, b.metric, &b.site)));
    shown
}

fn bare(r: &Reading) -> ReadingShown {
    ReadingShown {
        month: r.month,
        months: r.months,
        metric: r.metric,
        site: r.site.clone(),
        arm: r.arm,
        value: r.typed,
        standard_error: r.variance.sqrt(),
        expected: None,
        limits: None,
        residual: None,
    }
}

/// What a reader must know: of the readings, and whether enough trials count.
pub(super) fn notes(of_readings: Vec<ActualsNote>, ess: f64) -> Vec<TrackNote> {
    let few = (ess < FEW).then_some(TrackNote::FewTrials);
    few.into_iter().chain(of_readings.into_iter().map(TrackNote::Readings)).collect()
}
