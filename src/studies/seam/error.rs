//! Why a function of the seam gave nothing, and why shards are not those of one run.

use crate::findings::InputError;
use crate::gate::GateError;
use crate::optimise::OptimiseError;
use crate::run::RunError;
use delight_model::scenario::ScenarioError;
use delight_model::simulate::SimulationError;
use std::error::Error;
use std::fmt;

/// Why a function of the seam gave nothing.
#[derive(Debug)]
pub enum SeamError {
    /// The JSON of the request is not as it should be; the message says where and what to write.
    Request(String),
    /// The case is not valid.
    Scenario(ScenarioError),
    /// The simulation gave no result.
    Simulation(SimulationError),
    /// The run or the study gave no result, for reasons of its own.
    Study(Box<dyn Error + Send + Sync>),
    /// The shards are not those of one run.
    Merge(MergeError),
}

impl fmt::Display for SeamError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SeamError::Request(message) => f.write_str(message),
            SeamError::Scenario(error) => error.fmt(f),
            SeamError::Simulation(error) => error.fmt(f),
            SeamError::Study(error) => error.fmt(f),
            SeamError::Merge(error) => error.fmt(f),
        }
    }
}

impl Error for SeamError {}

impl From<ScenarioError> for SeamError {
    fn from(error: ScenarioError) -> Self {
        SeamError::Scenario(error)
    }
}

impl From<SimulationError> for SeamError {
    fn from(error: SimulationError) -> Self {
        SeamError::Simulation(error)
    }
}

/// What a simulation says is passed on as such, so that whoever ended it is told.
macro_rules! from_study {
    ($($error:ident),*) => {$(
        impl From<$error> for SeamError {
            fn from(error: $error) -> Self {
                match error {
                    $error::Simulation(error) => SeamError::Simulation(error),
                    other => SeamError::Study(Box::new(other)),
                }
            }
        }
    )*};
}

from_study!(RunError, InputError, GateError, OptimiseError);

/// Why shards are not those of one run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MergeError {
    /// There is none.
    NoShard,
    /// One of them is not as `shard` writes it: its place among them, and why.
    Unreadable(usize, String),
    /// One of them comes from another version of this program.
    Version {
        /// Its place among them.
        place: usize,
        /// The version that it comes from.
        found: String,
    },
    /// One of them is of another case than the first, or of another state of its files.
    OtherCase(usize),
    /// One of them has another seed, sampling, lens or number of trials than the first.
    OtherSettings(usize),
    /// Trials that none of them holds: from, and the trial after the last.
    Gap(u64, u64),
    /// Trials that two of them hold: from, and the trial after the last.
    Overlap(u64, u64),
}

impl fmt::Display for MergeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MergeError::NoShard => f.write_str("there is no shard to merge"),
            MergeError::Unreadable(place, why) => write!(f, "shard {} cannot be read: {why}", place + 1),
            MergeError::Version { place, found } => {
                let own = env!("CARGO_PKG_VERSION");
                write!(f, "shard {} comes from version {found}, and this is {own}; compute it again", place + 1)
            }
            MergeError::OtherCase(place) => write!(f, "shard {} is of another case than the first", place + 1),
            MergeError::OtherSettings(place) => {
                write!(f, "shard {} has other settings than the first: seed, sampling, lens or trials", place + 1)
            }
            MergeError::Gap(from, to) => write!(f, "no shard holds the trials from {from} to below {to}"),
            MergeError::Overlap(from, to) => write!(f, "two shards hold the trials from {from} to below {to}"),
        }
    }
}

impl Error for MergeError {}
