//! What a reader should know about how a scenario was understood: no error, but worth a sentence.

use super::checked::Conversion;
use crate::units::Limits;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Something worth knowing; the report words it in the reader's language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
        rule: Limits,
    },
    /// A correlation with an input that does not vary.
    FixedCorrelation {
        /// The input.
        path: String,
        /// Where the correlation stands.
        place: String,
    },
    /// Two inputs that take few values, whose rank correlation is therefore another than was asked for.
    RankNotReached {
        /// The two inputs.
        paths: [String; 2],
        /// Where the correlation stands.
        place: String,
        /// The rank correlation that was asked for, −1 to 1.
        asked: f64,
        /// The one that is reached.
        reached: f64,
        /// The largest there can be in that direction.
        most: f64,
    },
    /// Today's mean score is so low that the gains from individual and surprising service are held back.
    BasicsFirst {
        /// Median of today's mean score, 0–10.
        rating: f64,
        /// The score from which the basics are in order.
        least: f64,
    },
    /// So little of the bond is made in contacts that the sector gains little by service.
    FewContacts {
        /// `effects.connection.contact_intensity` at point values, 0 to 1.
        intensity: f64,
    },
    /// The mix of today's customers follows from a survey of them.
    MixOfSurvey {
        /// Customers by state at point values, as shares of all.
        mix: [f64; 4],
    },
    /// Customers or contacts of the case's own move what full delivery brings away from what the lens expects.
    GainMoved {
        /// What the case gives itself: `customers.mix`, `customers.nps`, `customers.score`, `customers.contacts_per_month`.
        by: Vec<String>,
        /// Gain of the mean score that the lens expects, points.
        expected: f64,
        /// Gain of the mean score with the case's own, points.
        found: f64,
    },
    /// In some trials the market is drawn too small for today's customers and the newcomers of a month, and is held to these.
    MarketHeld {
        /// Where the market stands, such as `hotel.toml:12`.
        place: String,
        /// P0.1 of the market, customers.
        low: f64,
        /// P99.9 of today's customers.
        high: f64,
    },
    /// Amounts of presets and defaults, which are in euros, were converted into the currency of the case.
    Converted {
        /// How many.
        amounts: usize,
        /// Into what, and at which rate.
        conversion: Conversion,
    },
    /// A run of so few trials that its results are nothing to go by.
    FewTrials {
        /// Number of trials.
        trials: u64,
        /// The number from which a twentieth of them is ten.
        least: u64,
    },
    /// No joint distribution has all rank correlations; the nearest one that exists was used.
    RanksMoved {
        /// Largest change of a rank correlation.
        largest_change: f64,
    },
    /// Maturities that the files give themselves, which take precedence over those of the self-assessment.
    OwnMaturities {
        /// Where each element stands, such as `hotel.toml:12`.
        places: BTreeMap<String, String>,
    },
    /// No answer of the self-assessment bears on these elements.
    Unassessed {
        /// The elements.
        elements: Vec<String>,
    },
    /// Questions of the self-assessment without an answer, which leave the maturities less certain.
    Unanswered {
        /// How many.
        missing: usize,
        /// How many there are.
        asked: usize,
    },
}
