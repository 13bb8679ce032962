//! What the outside sees of a simulation and may tell it, and why one gave no result.

use crate::sampling::MOST_TRIALS;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// A handle on a simulation or a study under way: how far it is, and the way to end it. Clones are the same handle.
#[derive(Clone, Debug, Default)]
pub struct Control(Arc<State>);

#[derive(Debug, Default)]
struct State {
    done: AtomicU64,
    cancelled: AtomicBool,
}

impl Control {
    /// Ends the work soon; what it found so far is dropped.
    pub fn cancel(&self) {
        self.0.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether the work is to end.
    pub fn is_cancelled(&self) -> bool {
        self.0.cancelled.load(Ordering::Relaxed)
    }

    /// Trials computed so far, by all that this handle was given to.
    pub fn done(&self) -> u64 {
        self.0.done.load(Ordering::Relaxed)
    }

    /// Says that so many more trials were computed.
    pub fn advance(&self, trials: u64) {
        self.0.done.fetch_add(trials, Ordering::Relaxed);
    }

    /// Nothing while the work may go on.
    ///
    /// # Errors
    /// [`SimulationError::Cancelled`] once it is to end.
    pub fn check(&self) -> Result<(), SimulationError> {
        if self.is_cancelled() { Err(SimulationError::Cancelled) } else { Ok(()) }
    }
}

/// Why a simulation gave no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SimulationError {
    /// It was ended from outside.
    Cancelled,
    /// More trials than there are points to draw, or than may be held in memory.
    TooManyTrials {
        /// Trials that were asked for.
        asked: u64,
        /// The most there may be.
        most: u64,
    },
}

impl SimulationError {
    /// Refuses a number of trials above what the streams hold.
    pub(super) fn unless_drawn(asked: u64) -> Result<(), Self> {
        Self::unless_at_most(asked, MOST_TRIALS)
    }

    pub(super) fn unless_at_most(asked: u64, most: u64) -> Result<(), Self> {
        if asked <= most { Ok(()) } else { Err(Self::TooManyTrials { asked, most }) }
    }
}

impl fmt::Display for SimulationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cancelled => f.write_str("ended from outside before it had a result"),
            Self::TooManyTrials { asked, most } => write!(f, "{asked} trials are too many: at most {most}"),
        }
    }
}

impl std::error::Error for SimulationError {}
