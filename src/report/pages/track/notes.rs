//! What a reader of `delight track` must know of the readings.

use crate::page::content::Page;
use crate::words::Words;
use delight_model::scenario::actuals::{ActualsNote, TrackMetric, UnusedReading};
use delight_studies::track::{TrackFindings, TrackNote};

/// Readings that are named one by one; of more only the number is said.
const NAMED: usize = 6;

/// Every note, and how much the readings count.
pub(super) fn all(page: &mut Page, found: &TrackFindings) {
    let words = page.words;
    for note in &found.notes {
        let text = match note {
            TrackNote::FewTrials => words.say_with("track-few", &[("ess", &words.whole(found.ess))]),
            TrackNote::Readings(note) => of_readings(note, words),
        };
        page.remark(&text);
    }
    let (ess, readings) = (words.whole(found.ess), words.whole(found.readings_used as f64));
    let (largest, sunk) = (words.percent(found.largest_weight), page.money_error(&found.choice.sunk));
    let args = [("ess", ess.as_str()), ("readings", &readings), ("largest", &largest), ("sunk", &sunk)];
    page.remark(&words.say_with("track-note", &args));
}

fn of_readings(note: &ActualsNote, words: Words) -> String {
    match note {
        ActualsNote::NoReadingBefore { site, metrics } => {
            let metrics = metrics.iter().map(|m| of(*m, words)).collect::<Vec<_>>().join(", ");
            words.say_with("track-no-before", &[("site", &place(site, words)), ("metrics", &metrics)])
        }
        ActualsNote::NoControl => words.say("track-no-control"),
        ActualsNote::OneReading { metric, site } => {
            words.say_with("track-one", &[("metric", &of(*metric, words)), ("site", &place(site, words))])
        }
        ActualsNote::RatingBesideNps { site, months } => {
            let months = months.iter().map(i32::to_string).collect::<Vec<_>>().join(", ");
            words.say_with("track-rating-beside", &[("site", &place(site, words)), ("months", &months)])
        }
        ActualsNote::NotUsed { now, readings } => {
            let (now, count) = (now.to_string(), words.whole(readings.len() as f64));
            if readings.len() > NAMED {
                return words.say_with("track-later-many", &[("now", &now), ("count", &count)]);
            }
            let named = readings.iter().map(|reading| unused(reading, words)).collect::<Vec<_>>().join("; ");
            words.say_with("track-later", &[("now", &now), ("readings", &named)])
        }
    }
}

fn unused(reading: &UnusedReading, words: Words) -> String {
    let month = words.month(f64::from(reading.month));
    format!("{}, {}, {month}", of(reading.metric, words), place(&reading.site, words))
}

/// A site, as it is called in the file; `all` is the whole organisation.
fn place(site: &str, words: Words) -> String {
    if site == "all" { words.say("track-site-all") } else { site.to_owned() }
}

fn of(metric: TrackMetric, words: Words) -> String {
    words.say_of("track-metric", metric.name())
}
