//! Why a case cannot be held against its readings.

use delight_model::simulate::SimulationError;
use std::fmt;

/// Why a case cannot be held against its readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrackError {
    /// It is a project without a chain.
    NoChain,
    /// Now is not before the next look, or that not within the horizon.
    Months {
        /// Months since the start.
        now: usize,
        /// The next look.
        next: usize,
        /// Horizon.
        months: usize,
    },
    /// The status allows no trial, or the readings are beyond all of them.
    NoTrialLeft,
    /// The readings have no covariance that can be.
    Singular,
    /// The simulation gave no result.
    Simulation(SimulationError),
}

impl From<SimulationError> for TrackError {
    fn from(error: SimulationError) -> Self {
        TrackError::Simulation(error)
    }
}

impl fmt::Display for TrackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TrackError::NoChain => {
                f.write_str("a case of kind = \"cash-flow\" has no chain that readings could be held against")
            }
            TrackError::Months { now, next, months } => {
                write!(
                    f,
                    "track.now ({now}) must be before track.next ({next}), and that at most case.months ({months})"
                )
            }
            TrackError::NoTrialLeft => f.write_str(
                "no trial is left: all have stopped by now, or none comes near the readings; write track.status = \
                 \"stopped\" if the programme has",
            ),
            TrackError::Singular => {
                f.write_str("the readings cannot be told apart: give them drifts or standard errors above 0")
            }
            TrackError::Simulation(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for TrackError {}
