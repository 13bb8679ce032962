//! What a reader should know of how a scenario was understood: no error, but worth a sentence.

use crate::units::Kind;
use serde::{Serialize, Serializer};

/// Something worth knowing; the report words it in the reader's language.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "note", rename_all = "snake_case")]
pub enum Note {
    /// No layer gives costs, so the programme costs nothing.
    NoCosts,
    /// A payment that begins after the horizon is never made.
    NeverPaid {
        /// Which payment.
        path: String,
        /// Month of its first payment.
        month: usize,
        /// Horizon, months.
        months: usize,
    },
    /// A distribution reached values that the input cannot take.
    CutOff {
        /// The input.
        path: String,
        /// Where it stands, such as `hotel.toml:12`.
        place: String,
        /// As it was written.
        written: String,
        /// Probability that was cut off, 0 to 1.
        share: f64,
        /// The values it may take.
        #[serde(serialize_with = "as_phrase")]
        rule: Kind,
    },
    /// A correlation with an input that does not vary.
    FixedCorrelation {
        /// The input.
        path: String,
        /// Where the correlation stands.
        place: String,
    },
    /// No joint distribution has all rank correlations; the nearest one that exists was taken.
    RanksMoved {
        /// Largest change of a rank correlation.
        largest_change: f64,
    },
}

fn as_phrase<S: Serializer>(rule: &Kind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(rule)
}
