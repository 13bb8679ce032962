//! A key of a scenario file: where it stands, what it may hold, and the tables and lists there are.

use crate::units::Kind;

/// What a key may hold.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content {
    /// A number or a distribution.
    Quantity(Kind),
    /// A score of a self-assessment.
    Score(Kind),
    /// The same, or yes or no.
    ScoreOrFlag(Kind),
    /// The same, or the word "balanced".
    Acquisition(Kind),
    /// One number of points, in place of a table of shares.
    Points(Kind),
    /// Text of this form, with an example.
    Text(&'static str),
    /// A whole number from the first to the second.
    Whole(i64, i64),
    /// One of these words.
    Choice(Vec<&'static str>),
    /// One plain number from the first to the second.
    Number(f64, f64),
    /// true or false.
    Flag,
    /// Two or more paths of inputs.
    Paths,
    /// Names of cases.
    Names,
}

/// A key: where it stands, what it may hold, and what it means.
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// Full path, or the key alone in a list of tables.
    pub path: String,
    pub content: Content,
    pub unit: &'static str,
    pub meaning: &'static str,
}

pub(super) fn field(path: &str, content: Content, unit: &'static str, meaning: &'static str) -> Field {
    Field { path: path.to_owned(), content, unit, meaning }
}

/// The experience values of a self-assessment, a list of tables: name, and the share of customers who recognise it.
pub(super) const VALUES: &str = "assessment.vision.values";

/// The lists of tables a scenario may have.
pub(super) const LISTS: [&str; 4] = ["programme.costs", "flows", "correlations", VALUES];

/// Every table of a scenario, in the order in which people fill it in.
pub(super) const TABLES: [&str; 44] = [
    "case",
    "customers",
    "customers.mix",
    "customers.nps",
    "employees",
    "partners",
    "experience",
    "assessment.shifts",
    "assessment.feedback",
    "assessment.vision",
    "assessment.basics",
    "excellence.now",
    "programme",
    "programme.target",
    "programme.start_month",
    "programme.gate",
    "cost_to_serve",
    "finance",
    "market",
    "portfolio",
    "rival",
    "track",
    "track.drift.nps",
    "track.drift.rating",
    "track.drift.connected",
    "track.drift.engaged",
    "track.drift.turnover",
    "track.drift.churn",
    "track.drift.complaints",
    "track.drift.absence",
    "track.drift.customers",
    "track.drift.revenue",
    "effects",
    "effects.excellence",
    "effects.employees",
    "effects.experience",
    "effects.connection",
    "effects.loyalty",
    "effects.loyalty.odds",
    "effects.advocacy",
    "effects.advocacy.entry_mix",
    "effects.advocacy.referred_mix",
    "effects.spend",
    "effects.channels",
];

/// The longest horizon, in months.
pub(super) const MOST_MONTHS: i64 = 240;

/// The keys of a quantity written as a table.
pub(super) const QUANTITY_KEYS: [&str; 4] = ["value", "source", "grade", "note"];
