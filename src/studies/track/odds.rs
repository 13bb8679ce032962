//! The odds before and after, and their history.

use super::findings::{HistoryMonth, MetricMoved, Odds, OddsThenAndNow, OnTrack};
use super::pass::{Asked, Kept, Passed};
use super::sums::{Fact, LogSums, Mixed};
use crate::findings::{Estimates, Spread};
use delight_model::chain::Delivery;
use delight_model::sampling::REPLICATES;
use delight_model::scenario::actuals::TrackMetric;
use delight_model::statistics::Estimate;

/// Shares of the trials by outcome of the delivery draw.
fn delivery(sums: &Mixed) -> Estimates {
    let facts = [Fact::Full, Fact::Partial, Fact::Harmful, Fact::None];
    Delivery::ALL.iter().zip(facts).map(|(outcome, fact)| (outcome.name().to_owned(), sums.estimate(fact))).collect()
}

/// The trials in rising order of their values.
pub(super) fn order_of(values: &[f64]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..values.len() as u32).collect();
    order.sort_unstable_by(|a, b| values[*a as usize].total_cmp(&values[*b as usize]).then(a.cmp(b)));
    order
}

fn alone(sums: &LogSums) -> Mixed {
    Mixed { allowed: sums.clone(), read: sums.clone(), transfer: 0.0 }
}

/// The odds before, given the status, and given all; the last by these sums.
pub(super) fn then_and_now(found: &Passed, posterior: &Mixed, order: &[u32]) -> OddsThenAndNow {
    let kept = &found.kept;
    let odds = |sums: &Mixed, weight: &dyn Fn(usize) -> f64| Odds {
        delivery: delivery(sums),
        npv: spread(&kept.npv, order, weight),
        loss_probability: sums.estimate(Fact::Loss),
        revenue_gain: sums.estimate(Fact::RevenueGain),
        rating_gain: sums.estimate(Fact::RatingGain),
    };
    let allowed = |t: usize| f64::from(kept.log_weight[t] > f64::NEG_INFINITY);
    OddsThenAndNow {
        prior: odds(&alone(&found.prior), &|_| 1.0),
        running: odds(&alone(&found.running), &allowed),
        posterior: odds(posterior, &|t| posterior.weight(kept.log_weight[t])),
    }
}

/// The odds after each month with readings.
pub(super) fn history(asked: &Asked, found: &Passed, transfer: f64) -> Vec<HistoryMonth> {
    let month = |(point, sums): (&super::pass::HistoryPoint, &[LogSums; 2])| {
        let sums = Mixed { allowed: sums[0].clone(), read: sums[1].clone(), transfer };
        HistoryMonth {
            month: point.month,
            delivery: delivery(&sums),
            npv_mean: sums.estimate(Fact::Npv),
            loss_probability: sums.estimate(Fact::Loss),
            revenue_gain: sums.estimate(Fact::RevenueGain),
            rating_gain: sums.estimate(Fact::RatingGain),
        }
    };
    asked.history.iter().zip(&found.history).map(month).collect()
}

/// What a metric moved.
///
/// ```text
/// ½·(with it alone − without any + with all − with all but it)
/// ```
pub(super) fn moved(metric: TrackMetric, [without_any, alone, but_it, all]: [&Mixed; 4]) -> MetricMoved {
    let of = |fact: Fact| {
        let half = |f: &dyn Fn(&Mixed) -> f64| 0.5 * (f(alone) - f(without_any) + f(all) - f(but_it));
        let replicates: Vec<f64> = (0..REPLICATES).map(|r| half(&|sums| sums.by_replicate(fact)[r])).collect();
        Estimate::from_replicates(half(&|sums| sums.mean(fact)), &replicates)
    };
    MetricMoved { metric, full: of(Fact::Full), gain: of(Fact::Gain) }
}

/// Shares of the trials delivered in full between which a programme is on its way.
const ON_TRACK: [f64; 2] = [0.25, 0.75];

/// Where the posterior median of the lead lies among the trials that the prior delivers in full.
pub(super) fn on_track(kept: &Kept, posterior: &Mixed, metric: TrackMetric) -> OnTrack {
    let mut leads: Vec<(f64, f64)> =
        kept.lead.iter().zip(&kept.log_weight).map(|(lead, log)| (*lead, posterior.weight(*log))).collect();
    leads.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut sum = 0.0;
    let median = leads.iter().find(|(_, w)| {
        sum += w;
        sum >= 0.5
    });
    let median = median.or(leads.last()).map_or(0.0, |(lead, _)| *lead);
    let full: Vec<f64> = kept.lead.iter().zip(&kept.full).filter(|(_, full)| **full).map(|(lead, _)| *lead).collect();
    let share =
        |is: &dyn Fn(f64) -> bool| full.iter().filter(|lead| is(**lead)).count() as f64 / full.len().max(1) as f64;
    // Those that are equal lie half below.
    let place = share(&|lead| lead < median) + 0.5 * share(&|lead| lead == median);
    let verdict = match place {
        place if place > ON_TRACK[1] => "ahead",
        place if place < ON_TRACK[0] => "behind",
        _ => "on_track",
    };
    let any = !full.is_empty();
    OnTrack { verdict: any.then(|| verdict.to_owned()), place: any.then_some(place), metric }
}

const LEVELS: [f64; 9] = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];

/// The spread of weighted values, of which the order is given; errors from the replicates.
fn spread(values: &[f64], order: &[u32], weight: &dyn Fn(usize) -> f64) -> Spread {
    let of = |replicate: Option<usize>| {
        let own = order.iter().map(|t| *t as usize).filter(|t| replicate.is_none_or(|r| t % REPLICATES == r));
        summary(own.map(|t| (values[t], weight(t))).filter(|(_, w)| *w > 0.0).collect())
    };
    let all = of(None);
    let each: Vec<[f64; 11]> = (0..REPLICATES).map(|r| of(Some(r))).collect();
    let [mean, sd, p1, p5, p10, p25, p50, p75, p90, p95, p99] =
        std::array::from_fn(|k| Estimate::from_replicates(all[k], &each.iter().map(|one| one[k]).collect::<Vec<_>>()));
    Spread { mean, sd: Some(sd), p1, p5, p10, p25, p50, p75, p90, p95, p99 }
}

/// Mean, standard deviation and quantiles of values in rising order with their weights: straight lines between the middles
/// of their steps.
fn summary(sorted: Vec<(f64, f64)>) -> [f64; 11] {
    let total: f64 = sorted.iter().map(|(_, w)| w).sum();
    let mean = sorted.iter().map(|(x, w)| x * w).sum::<f64>() / total;
    let sd = (sorted.iter().map(|(x, w)| w * (x - mean) * (x - mean)).sum::<f64>() / total).sqrt();
    let mut found = [f64::NAN; 11];
    (found[0], found[1]) = (mean, sd);
    let (mut k, mut sum, mut last) = (0, 0.0, None);
    for (x, w) in &sorted {
        let middle = (sum + 0.5 * w) / total;
        while k < LEVELS.len() && LEVELS[k] <= middle {
            found[2 + k] = match last {
                Some((at, before)) => before + (x - before) * (LEVELS[k] - at) / (middle - at),
                None => *x,
            };
            k += 1;
        }
        sum += w;
        last = Some((middle, *x));
    }
    if let Some((_, x)) = last {
        found[2 + k..].fill(x);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weighted_spread_is_that_of_so_many_alike() {
        let one = summary(vec![(1.0, 1.0), (2.0, 3.0), (5.0, 1.0)]);
        assert!((one[0] - 12.0 / 5.0).abs() < 1e-12);
        assert_eq!(one[6], 2.0);
        assert_eq!((one[2], one[10]), (1.0, 5.0));
        let sd = ((1.4_f64 * 1.4 + 3.0 * 0.16 + 2.6 * 2.6) / 5.0).sqrt();
        assert!((one[1] - sd).abs() < 1e-12);
    }
}
