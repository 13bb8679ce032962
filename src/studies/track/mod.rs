//! The living case: what has come in since the start moves the odds, says whether to go on, and what to measure next.

mod agreement;
mod ahead;
mod asked;
mod bands;
mod choice;
mod chosen;
mod error;
mod findings;
mod likelihood;
mod odds;
mod pass;
mod readings;
mod shifts;
mod show;
mod study;
mod sums;

pub use error::TrackError;
pub use findings::{
    Agreement, DriftTried, HistoryMonth, InputShift, MeasureNext, MetricAgreement, MetricMoved, MonthBand, Odds,
    OddsThenAndNow, OnTrack, Range3, ReadingShown, SeriesShown, StopOrGo, Tenths, TrackFindings, TrackNote,
};
pub use likelihood::{Drifts, Whitened, covariance};
pub use study::{MOST_TRIALS, TRIALS, track, track_up_to};

#[cfg(test)]
mod tests;
