//! The readings with what they were expected to be, and what a reader must know of them.

use super::agreement::OneStep;
use super::bands::as_typed;
use super::findings::{Range3, ReadingShown, TrackNote};
use super::likelihood::Whitened;
use super::readings::Held;
use delight_model::scenario::actuals::{ReadArm, Reading, TrackMetric};

/// Fewer effective trials than this are named.
const FEW: f64 = 400.0;

/// Every reading up to now; `whitened` and `steps` are those of its surprises.
pub(super) fn readings(held: &Held, whitened: &Whitened, steps: &[OneStep]) -> Vec<ReadingShown> {
    let kept = |k: usize| whitened.kept.iter().position(|reading| *reading == k);
    let mut shown: Vec<ReadingShown> = held
        .readings
        .iter()
        .enumerate()
        .map(|(k, r)| {
            let expected = kept(k).map(|row| {
                let at = |x: f64| as_typed(r.metric, r.value + x / whitened.own_weight(row));
                let [p5, p50, p95] = steps[row].expected([0.05, 0.5, 0.95]).map(at);
                Range3 { p5, p50, p95 }
            });
            ReadingShown { expected, residual: kept(k).map(|row| steps[row].residual()), ..bare(r) }
        })
        .collect();
    shown.extend(held.beside.iter().chain(&held.cost).map(bare));
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
        residual: None,
    }
}

/// What a reader must know.
pub(super) fn notes(held: &Held, whitened: &Whitened, ess: f64) -> Vec<TrackNote> {
    let mut notes = Vec::new();
    if ess < FEW {
        notes.push(TrackNote::FewTrials);
    }
    if !held.readings.iter().any(|r| r.month - r.started <= 0) {
        notes.push(TrackNote::NoReadingBefore);
    }
    if !held.readings.iter().any(|r| r.arm == ReadArm::Baseline) {
        notes.push(TrackNote::NoControl);
    }
    let moves = |metric: TrackMetric| whitened.kept.iter().any(|k| held.readings[*k].metric == metric);
    let still = held.metrics().into_iter().filter(|m| *m != TrackMetric::Cost && !moves(*m));
    notes.extend(still.map(|metric| TrackNote::OneReading { metric }));
    if !held.beside.is_empty() {
        notes.push(TrackNote::RatingBesideNps);
    }
    if !held.later.is_empty() {
        notes.push(TrackNote::LaterReadings { lines: held.later.clone() });
    }
    notes
}
