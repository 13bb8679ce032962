//! Why a function of the seam gave nothing.

use crate::findings::InputError;
use crate::gate::GateError;
use crate::optimise::OptimiseError;
use crate::run::RunError;
use crate::shards::{MergeError, MergeFault};
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
    /// The shards are not those of one run: all that is wrong.
    Merge(Vec<MergeFault>),
}

impl fmt::Display for SeamError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SeamError::Request(message) => f.write_str(message),
            SeamError::Scenario(error) => error.fmt(f),
            SeamError::Simulation(error) => error.fmt(f),
            SeamError::Study(error) => error.fmt(f),
            SeamError::Merge(faults) => MergeError::Shards(faults.clone()).fmt(f),
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

impl From<MergeError> for SeamError {
    fn from(error: MergeError) -> Self {
        match error {
            MergeError::Simulation(error) => SeamError::Simulation(error),
            MergeError::Shards(faults) => SeamError::Merge(faults),
        }
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
