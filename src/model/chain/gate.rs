//! The gate: a programme that is not far enough ahead of the baseline by its month stops.

use super::connection::{connected_share, total};
use super::{Calibrated, Month};
use crate::units::{Lane, Mask, Pack};

/// A check on the way: the programme stops if it has not brought enough by then.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gate {
    /// Month of the check.
    pub month: usize,
    /// What is measured.
    pub metric: Metric,
    /// Smallest gain over the baseline with which it goes on: a share, or points of NPS.
    pub at_least: f64,
    /// Answers of the survey that reads each arm; none: read exactly.
    pub survey: Option<f64>,
}

/// What a gate measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Metric {
    /// Connected share of customers.
    Connected,
    /// Engaged share of employees.
    Engaged,
    /// Net promoter score, in points.
    Nps,
}

impl Metric {
    /// Every metric.
    pub const ALL: [Metric; 3] = [Metric::Connected, Metric::Engaged, Metric::Nps];

    /// The word that scenario files and results use.
    pub fn name(self) -> &'static str {
        match self {
            Metric::Connected => "connected",
            Metric::Engaged => "engaged",
            Metric::Nps => "nps",
        }
    }

    /// The largest difference that it can have between two organisations: a share, or points of NPS.
    pub fn most(self) -> f64 {
        match self {
            Metric::Connected | Metric::Engaged => 1.0,
            Metric::Nps => 200.0,
        }
    }

    /// Its reading of an arm: the customers after the flows of the month, the staff in it.
    #[inline(always)]
    fn reading<V: Pack>(self, calibrated: &Calibrated<V>, m: &Month<V>) -> Lane<V> {
        match self {
            Metric::Connected => connected_share(&m.end),
            Metric::Engaged => m.staff.engaged,
            Metric::Nps => calibrated.survey.nps(&calibrated.moved(&m.end, 1.0 / total(&m.end))),
        }
    }

    /// What one answer tells of an arm: its variance, of a share or in points².
    ///
    /// ```text
    /// of a share s:  s·(1 − s)        of NPS:  10⁴·(p + d − (p − d)²)
    /// ```
    #[inline(always)]
    fn variance<V: Pack>(self, calibrated: &Calibrated<V>, m: &Month<V>) -> Lane<V> {
        let share = |s: Lane<V>| (s * (1.0 - s)).max(0.0);
        match self {
            Metric::Connected | Metric::Engaged => share(self.reading(calibrated, m)),
            Metric::Nps => {
                let answers = calibrated.survey.answers(&calibrated.moved(&m.end, 1.0 / total(&m.end)));
                let [promoters, _, detractors] = answers;
                let lead = promoters - detractors;
                (1e4 * (promoters + detractors - lead * lead)).max(0.0)
            }
        }
    }

    /// The variance of the reading of both arms together, times the number of answers: a share, or points².
    #[inline(always)]
    pub fn variance_of_gain<V: Pack>(
        self,
        calibrated: &Calibrated<V>,
        baseline: &Month<V>,
        programme: &Month<V>,
    ) -> Lane<V> {
        self.variance(calibrated, programme) + self.variance(calibrated, baseline)
    }

    /// How far the programme is ahead of the baseline: a share, or points of NPS.
    ///
    /// ```text
    /// gain = reading_p − reading_b        (n_3/N or NPS after the flows of the month, or e in it)
    /// ```
    #[inline(always)]
    pub fn gain_over_baseline<V: Pack>(
        self,
        calibrated: &Calibrated<V>,
        baseline: &Month<V>,
        programme: &Month<V>,
    ) -> Lane<V> {
        self.reading(calibrated, programme) - self.reading(calibrated, baseline)
    }
}

/// Less variance than this is none, and has a root all the same.
const NO_VARIANCE: f64 = 1e-300;

impl Gate {
    /// The trials in which the programme has brought too little by the gate's month, so that it stops.
    ///
    /// `error` is ε, standard normal: what the survey, if there is one, reads amiss.
    ///
    /// ```text
    /// reading = gain + √((v_p + v_b)/n)·ε        reading < at_least:  s = min(s, month)
    /// ```
    #[inline(always)]
    pub fn is_short<V: Pack>(
        &self,
        calibrated: &Calibrated<V>,
        (baseline, programme): (&Month<V>, &Month<V>),
        error: Lane<V>,
    ) -> Mask<V> {
        let mut reading = self.metric.gain_over_baseline(calibrated, baseline, programme);
        if let Some(answers) = self.survey {
            let variance = self.metric.variance_of_gain(calibrated, baseline, programme);
            reading += (variance * (1.0 / answers)).max(NO_VARIANCE).powf(variance.all(0.5)) * error;
        }
        reading.below(self.at_least)
    }
}
