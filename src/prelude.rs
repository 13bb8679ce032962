//! What a program of one's own needs: a case, a run, a sample.

pub use delight_model::evidence::Lens;
pub use delight_model::sampling::Sampling;
pub use delight_model::scenario::{Case, Scenario, ScenarioError};
pub use delight_model::simulate::{Control, Engine, Instead, Measure, Sample, Settings, SimulationError, Summary};
pub use delight_studies::run::{Findings, Run, RunError, run};
