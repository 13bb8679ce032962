//! The readings to come until the next look, as each of the chosen trials would give them.

use super::likelihood::{Drifts, Whitened};
use super::readings::Columns;
use delight_model::sampling::{self, Sampling, Stream};
use delight_model::scenario::actuals::{Reading, TrackMetric, TrackPlan};
use delight_model::statistics::weighted_sums;
use std::collections::BTreeMap;

/// Readings to come: each metric of each site as often, and of the size, as it was read last.
pub(super) fn to_come(readings: &[Reading], (now, next): (i32, i32)) -> Vec<Reading> {
    let mut last: BTreeMap<(TrackMetric, &str), &Reading> = BTreeMap::new();
    readings.iter().for_each(|r| {
        last.insert((r.metric, &r.site), r);
    });
    let mut coming: Vec<Reading> = last
        .into_values()
        .flat_map(|r| {
            let step = r.months.max(1) as i32;
            let mut months: Vec<i32> = (1..).map(|k| r.month + k * step).take_while(|m| *m <= next).collect();
            months.retain(|month| *month > now);
            if months.is_empty() {
                months.push(next);
            }
            months.into_iter().map(|month| Reading { month, value: 0.0, typed: f64::NAN, counted: None, ..r.clone() })
        })
        .collect();
    coming.sort_by(|a, b| (a.month, a.metric, &a.site).cmp(&(b.month, b.metric, &b.site)));
    coming
}

/// What readings to come would show in the chosen trials: independent errors around W_f·value.
pub(super) struct Coming<'a> {
    pub(super) readings: &'a [Reading],
    pub(super) coming: Vec<Reading>,
    pub(super) plan: &'a TrackPlan,
    pub(super) seed: u64,
}

impl Coming<'_> {
    /// The columns that they need.
    pub(super) fn columns(&self, columns: &mut Columns) {
        for r in self.readings.iter().chain(&self.coming) {
            columns.of(r);
        }
    }

    /// What they show by trial, one column each; of one metric, or of all.
    ///
    /// ```text
    /// q = W_f·value + ε        W over the readings so far and those to come
    /// ```
    pub(super) fn seen(
        &self,
        metric: Option<TrackMetric>,
        columns: &mut Columns,
        values: &[Vec<f64>],
    ) -> Vec<Vec<f64>> {
        let past = self.readings.len();
        let own = self.coming.iter().filter(|r| metric.is_none_or(|m| m == r.metric));
        let all: Vec<Reading> = self.readings.iter().chain(own).cloned().collect();
        let Some(whitened) = Whitened::new(&all, self.plan, Drifts::WEIGHTS) else { return Vec::new() };
        let places: Vec<usize> = all.iter().map(|r| columns.of(r)).collect();
        let rows = whitened.kept.iter().position(|reading| *reading >= past).unwrap_or(whitened.kept.len());
        let sums = whitened.sums(&all, &places).split_off(rows);
        let trials = values.first().map_or(0, Vec::len);
        let mut seen = vec![vec![0.0; trials]; sums.len()];
        weighted_sums(&sums, &values.iter().map(Vec::as_slice).collect::<Vec<_>>(), &mut seen);
        for (column, reading) in seen.iter_mut().zip(&whitened.kept[rows..]) {
            column.iter_mut().zip(self.errors(&all[*reading], trials)).for_each(|(q, error)| *q += error);
        }
        seen
    }

    fn errors(&self, r: &Reading, trials: usize) -> Vec<f64> {
        let name = format!("track.{}.{}.{}", r.metric.name(), r.site, r.month);
        let mut words = vec![0; trials];
        Stream::new(Sampling::Random, self.seed, &name, None, trials as u64).fill(0, &mut words);
        let mut errors = vec![0.0; trials];
        sampling::scores(&words, &mut errors);
        errors
    }
}
