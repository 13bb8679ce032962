//! What is wrong with shards that are to make one run: which of them, and what to do.

use delight_model::simulate::SimulationError;
use std::error::Error;
use std::fmt;
use std::ops::Range;

/// Why shards gave no run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MergeError {
    /// They are not those of one run, each trial once: all that is wrong, at least one thing.
    Shards(Vec<MergeFault>),
    /// The simulation gave no result.
    Simulation(SimulationError),
}

/// One thing that is wrong with shards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MergeFault {
    /// There is none.
    NoShard,
    /// One of them is not as it was written.
    Unreadable {
        /// Its name.
        shard: String,
        /// Why.
        why: String,
    },
    /// One of them comes from another version of this program.
    Version {
        /// Its name.
        shard: String,
        /// The version that it comes from.
        found: String,
    },
    /// One of them is of another case than most, or of another state of its files.
    OtherCase {
        /// Its name.
        shard: String,
        /// The name of one of most.
        than: String,
    },
    /// One of them has another seed, sampling, lens, set value or number of trials than most.
    OtherSettings {
        /// Its name.
        shard: String,
        /// The name of one of most.
        than: String,
    },
    /// Trials that none of them holds.
    Lost {
        /// These.
        trials: Range<u64>,
        /// The command that computes them.
        command: String,
    },
    /// Trials that two of them hold.
    Doubled {
        /// These.
        trials: Range<u64>,
        /// The names of both.
        shards: [String; 2],
    },
}

impl fmt::Display for MergeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MergeFault::NoShard => f.write_str("there is no shard to merge; name the files of delight shard"),
            MergeFault::Unreadable { shard, why } => {
                write!(f, "{shard} is no whole shard: {why}; remove it and compute it again")
            }
            MergeFault::Version { shard, found } => {
                let own = env!("CARGO_PKG_VERSION");
                write!(f, "{shard} comes from version {found}, and this is {own}; compute it again with this one")
            }
            MergeFault::OtherCase { shard, than } => {
                write!(f, "{shard} is of another case than {than}, or of another state of it; leave it out")
            }
            MergeFault::OtherSettings { shard, than } => {
                let what = "seed, sampling, lens, set values or number of trials";
                write!(f, "{shard} has other settings than {than} ({what}); leave it out")
            }
            MergeFault::Lost { trials: Range { start, end }, command } => {
                write!(f, "no shard holds the trials {start}:{end}; compute them: {command}")
            }
            MergeFault::Doubled { trials: Range { start, end }, shards: [one, other] } => {
                write!(f, "{one} and {other} both hold the trials {start}:{end}; leave one of them out")
            }
        }
    }
}

impl fmt::Display for MergeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MergeError::Simulation(error) => error.fmt(f),
            MergeError::Shards(faults) => {
                let lines: Vec<String> = faults.iter().map(MergeFault::to_string).collect();
                f.write_str(&lines.join("\n"))
            }
        }
    }
}

impl Error for MergeError {}

impl From<SimulationError> for MergeError {
    fn from(error: SimulationError) -> Self {
        MergeError::Simulation(error)
    }
}
