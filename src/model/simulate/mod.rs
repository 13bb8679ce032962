//! From a scenario to the distribution of its results: draws, trials, summary.
//!
//! The one place that brings chain and money together, and the one that uses threads.

mod after;
mod arms;
mod books;
mod chain_trial;
mod columns;
mod control;
mod courses;
mod dimensions;
mod draws;
mod engine;
mod gate_readings;
mod grids;
mod measure;
mod parallel;
mod periods;
mod plan;
mod points;
mod programme;
mod reach;
mod response;
mod results;
mod rival;
mod rows;
mod run_off;
mod sample;
mod second;
mod statement;
mod stream;
mod summary;
mod trace;
mod trial;
mod year;

pub use arms::{Arms, Pair, View};
pub use columns::{LUCK, SURVEY};
pub use control::{Control, SimulationError};
pub use courses::{COURSE_TRIALS, CourseBand, Courses, SERIES, YearMoney};
pub use dimensions::side_by_side;
pub use draws::{BLOCK, Block, Draws, point_values};
pub use engine::{Engine, Settings, Worker};
pub use gate_readings::{GateReadings, Watched};
pub use measure::{Kpi, Measure, Outcome, Side};
pub use parallel::{both, each, try_each};
pub use periods::{PeriodBench, PeriodValues, PeriodWatch, ReadPeriod};
pub use response::response;
pub use results::{BY_DELIVERY, Results};
pub use rows::FREE_METRICS;
pub use sample::{Changes, Instead, MOST_SAMPLE_TRIALS, Sample};
pub use second::second_of;
pub use statement::Statement;
pub use summary::{Fans, KEPT, KEPT_IN_FANS, Summary};
pub use trace::{Trace, trace};
pub use trial::{Timetable, Workspace, evaluate};
