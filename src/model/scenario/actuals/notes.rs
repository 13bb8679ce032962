//! What a reader should know of how readings were used: no error, but worth a sentence.

use super::metric::{TrackLevel, TrackMetric};
use super::plan::TrackPlan;
use super::reading::{Actuals, ReadArm, Reading};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Something worth knowing of readings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "note", rename_all = "snake_case")]
pub enum ActualsNote {
    /// A site without a reading from before work began there, so that nothing says where it came from.
    NoReadingBefore {
        /// The site.
        site: String,
        /// The metrics that lack one.
        metrics: Vec<TrackMetric>,
    },
    /// No site in which nothing is done, so that the market's own course is only assumed.
    NoControl,
    /// A metric that a site has one reading of, which only fixes its level.
    OneReading {
        /// What is read.
        metric: TrackMetric,
        /// Where.
        site: String,
    },
    /// A mean score beside a net promoter score of the same site and period, which is shown and does not count.
    RatingBesideNps {
        /// Where.
        site: String,
        /// The months in which both are read.
        months: Vec<i32>,
    },
    /// Readings after the month up to which they are used.
    NotUsed {
        /// That month.
        now: usize,
        /// Which they are.
        readings: Vec<UnusedReading>,
    },
}

/// A reading that is not used.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct UnusedReading {
    /// Last month of its period.
    pub month: i32,
    /// What is read.
    pub metric: TrackMetric,
    /// Where.
    pub site: String,
}

impl Actuals {
    /// What a reader should know of how these readings are used up to a month.
    pub fn notes(&self, now: usize, plan: &TrackPlan) -> Vec<ActualsNote> {
        let used: Vec<&Reading> = self.counting(now).collect();
        let mut notes: Vec<ActualsNote> = self.not_used(now).into_iter().collect();
        notes.extend(self.beside(now));
        if !used.iter().any(|reading| reading.arm == ReadArm::Baseline) {
            notes.push(ActualsNote::NoControl);
        }
        let is_free = |reading: &&&Reading| plan.drift(reading.metric).level == TrackLevel::Free;
        let mut series: BTreeMap<(&str, TrackMetric), Vec<&Reading>> = BTreeMap::new();
        for reading in used.iter().filter(is_free) {
            series.entry((reading.site.as_str(), reading.metric)).or_default().push(reading);
        }
        notes.extend(without_start(&series));
        notes.extend(alone(&series));
        notes
    }

    fn not_used(&self, now: usize) -> Option<ActualsNote> {
        let later = self.readings.iter().chain(&self.costs).filter(|reading| reading.month > now as i32);
        let named = |r: &Reading| UnusedReading { month: r.month, metric: r.metric, site: r.site.clone() };
        let mut readings: Vec<UnusedReading> = later.map(named).collect();
        readings.sort();
        (!readings.is_empty()).then_some(ActualsNote::NotUsed { now, readings })
    }

    fn beside(&self, now: usize) -> Vec<ActualsNote> {
        let mut sites: BTreeMap<&str, BTreeSet<i32>> = BTreeMap::new();
        for reading in self.readings.iter().filter(|r| r.month <= now as i32 && self.only_shown(r)) {
            sites.entry(&reading.site).or_default().insert(reading.month);
        }
        let note = |(site, months): (&str, BTreeSet<i32>)| ActualsNote::RatingBesideNps {
            site: site.to_owned(),
            months: months.into_iter().collect(),
        };
        sites.into_iter().map(note).collect()
    }
}

/// Readings by site and metric.
type Series<'a> = BTreeMap<(&'a str, TrackMetric), Vec<&'a Reading>>;

fn without_start(series: &Series) -> Vec<ActualsNote> {
    let mut sites: BTreeMap<&str, Vec<TrackMetric>> = BTreeMap::new();
    for ((site, metric), readings) in series {
        if !readings.iter().any(|reading| reading.month <= reading.started) {
            sites.entry(site).or_default().push(*metric);
        }
    }
    let note =
        |(site, metrics): (&str, Vec<TrackMetric>)| ActualsNote::NoReadingBefore { site: site.to_owned(), metrics };
    sites.into_iter().map(note).collect()
}

fn alone(series: &Series) -> Vec<ActualsNote> {
    let single = series.iter().filter(|(_, readings)| readings.len() == 1);
    single.map(|((site, metric), _)| ActualsNote::OneReading { metric: *metric, site: (*site).to_owned() }).collect()
}
