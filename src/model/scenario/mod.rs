//! From a file to a scenario the program can trust.
//!
//! ```text
//! files ─layers─▶ stack of layers ─reader─▶ values ─checks─▶ Scenario
//! ```
//!
//! A scenario is a stack of layers in one format: the defaults, a preset, what a self-assessment says of today, any `base`
//! files, and the file itself. What
//! the nearer layer says holds, key by key. All that is wrong is said at once, each with its place and its remedy.

pub mod actuals;
mod assessment;
mod assumptions;
mod build;
mod case;
mod cash;
mod change;
mod checked;
mod checks;
mod correlations;
mod diagnostic;
mod embedded;
mod examples;
mod exchange;
mod fault;
mod faults;
mod field;
mod fields;
mod files;
mod funding;
mod header;
mod horizon;
mod known;
mod language;
mod layer;
mod layers;
mod ledger;
mod letters;
mod load;
mod node;
mod note;
mod own_files;
pub mod presets;
mod programme;
mod quantities;
pub mod quantity;
mod rate;
mod reader;
mod records;
mod rival;
mod rule;
mod run_off;
mod samples;
mod schema;
mod shorten;
mod source;
mod stack;
mod suggest;
mod survey;
mod template;
mod text_files;
mod today;
mod track;
mod travel;
mod valid;

pub use assessment::{
    Answer, Assessed, Assessment, MOST_VALUES, Maturity, Points, Progress, assessed, maturities, points_of_number,
};
pub use build::{begins, from_file};
pub use case::Case;
pub use cash::MOST_FLOWS;
pub use checked::*;
pub use correlations::{MOST_CORRELATED, MOST_CORRELATIONS};
pub use diagnostic::{Diagnostic, Diagnostics, ScenarioError};
pub use embedded::embedded;
pub use fault::Fault;
pub use fields::{table_order, units};
pub use files::{
    FileError, Files, MOST_ACTUALS_BYTES, MOST_BASES, MOST_SAMPLES_BYTES, MOST_SCENARIO_BYTES, NoFiles, OpenedFile,
    check_relative, name_for_readers,
};
pub use horizon::Horizon;
pub use language::Language;
pub use ledger::{LedgerRow, ledger};
pub use letters::{hidden_letter, shows_something};
pub use load::{Disk, file_for_readers};
pub use note::Note;
pub use own_files::OwnFile;
pub use programme::MOST_COSTS;
pub use rule::DecisionRule;
pub use samples::MOST_OBSERVATIONS;
pub use schema::schema;

pub use suggest::nearest;
pub use suggest::whole_path_meant;
pub use template::{TemplateWords, template, template_in};
pub use text_files::TextFiles;
pub use travel::{Collected, Sources, Travelling};
pub(crate) use valid::Dimensions;
pub use valid::{Model, Scenario};
