//! Texts that are found by the name of a thing: every family with its members.

use super::live::{CELLS, COLUMNS, PARTS};
use super::names::SHORT_NAMES;
use super::on_page::ON_PAGE;
use delight_model::chain::connection::STATES;
use delight_model::chain::excellence::WEIGHTS;
use delight_model::chain::survey::ANSWERS;
use delight_model::chain::{Delivery, ELEMENTS};
use delight_model::evidence::Lens;
use delight_model::finance::bridge::PIECES;
use delight_model::scenario::actuals::TrackMetric;
use delight_model::scenario::presets;
use delight_model::simulate::{Kpi, SERIES};
use delight_studies::assess::DIMENSIONS;
use delight_studies::audit::{MEASURES, Severity, Theme, rules};
use delight_studies::diff::NAMED;
use delight_studies::findings::{Link, REACH, Standing};
use delight_studies::improve::LEVERS;

/// Tables of a scenario that hold numbers of the ledger.
const LEDGER_TABLES: [&str; 27] = [
    "customers",
    "customers.mix",
    "customers.nps",
    "employees",
    "partners",
    "experience",
    "excellence.now",
    "programme",
    "programme.target",
    "programme.start_month",
    "programme.costs",
    "cost_to_serve",
    "finance",
    "market",
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
    "flows",
];

/// Every family of texts that [`Words::say_of`](super::Words::say_of) is asked for, with its members, but for `study`: its
/// members are the studies of the list in `pages/all.rs`, which words do not know.
pub fn families() -> Vec<(&'static str, Vec<String>)> {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let by_rule = || rules().iter().map(|rule| rule.id.to_owned()).collect::<Vec<_>>();
    vec![
        ("audit-measure", owned(&MEASURES)),
        ("audit-reason", by_rule()),
        ("audit-remedy", by_rule()),
        ("audit-rule", by_rule()),
        ("bundle", owned(&[REACH])),
        ("behaviour", owned(&["loyalty", "advocacy", "spend", "cost"])),
        ("capability", owned(&WEIGHTS.map(|(capability, _)| capability))),
        ("delivery", owned(&Delivery::ALL.map(Delivery::name))),
        ("diff-change", owned(&NAMED)),
        ("dimension", owned(&DIMENSIONS.map(|(dimension, _)| dimension))),
        ("element", owned(&ELEMENTS)),
        ("grade", owned(&["A", "B", "C", "D"])),
        ("kpi", owned(&Kpi::ALL.map(|(_, name)| name))),
        ("indicator", owned(&SERIES)),
        ("lens", owned(&Lens::NAMES)),
        ("lever", owned(&LEVERS)),
        ("lens-title", owned(&Lens::NAMES)),
        ("outcome", owned(&["none", "partial", "full"])),
        ("name", SHORT_NAMES.map(|path| path.replace('.', "-")).to_vec()),
        ("link", owned(&Link::ALL.map(Link::key))),
        ("live-answer", owned(&ANSWERS)),
        ("live-cell", owned(&CELLS)),
        ("live-column", owned(&COLUMNS)),
        ("live-part", owned(&PARTS)),
        ("month", (1..=12).map(|month| month.to_string()).collect()),
        ("page", owned(&ON_PAGE)),
        ("preset", owned(&presets::names())),
        ("piece", owned(&PIECES)),
        (
            "learn-link",
            owned(&[
                "engagement_turnover",
                "engagement_absence",
                "engagement_score",
                "score_churn",
                "score_spend",
                "rating_stay",
                "states_stay",
                "states_spend",
                "staff_leave",
            ]),
        ),
        ("learn-metric", owned(&TrackMetric::ALL.map(TrackMetric::name))),
        ("learn-reason", owned(&["few-units", "few-periods", "no-counts", "noise", "fixed", "alike"])),
        ("learn-rhythm", owned(&["quarters", "months", "periods"])),
        ("learn-verdict", owned(&["learned", "silent", "refused"])),
        ("severity", owned(&Severity::ALL.map(Severity::key))),
        ("standing", owned(&Standing::ALL.map(Standing::key))),
        ("verified", owned(&["seen", "abstract", "second-hand", "memory", "own"])),
        ("theme", owned(&Theme::ALL.map(Theme::key))),
        ("state", owned(&STATES)),
        ("table", owned(&LEDGER_TABLES)),
        ("sampling", owned(&["sobol", "lhs", "random"])),
        ("track-metric", owned(&TrackMetric::ALL.map(TrackMetric::name))),
    ]
}
