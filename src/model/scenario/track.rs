//! `[track]`: how a case is held against its actuals. It moves no result of the case itself.

use super::actuals::{Drift, Status, TrackLevel, TrackMetric, TrackPlan};
use super::assumptions::Column;
use super::fault::Fault;
use super::field::{Content, Field, MOST_MONTHS, field};
use super::files::check_relative;
use super::reader::Reader;

/// The path of the file of readings.
pub(super) const ACTUALS: &str = "track.actuals";
const NOW: &str = "track.now";
const NEXT: &str = "track.next";
/// The month in which a programme stops by itself.
const FADES: &str = "programme.fades_after_months";

/// The largest drift, on the scale of its metric.
const MOST_DRIFT: f64 = 100.0;

const STATUSES: [(Status, &str); 3] =
    [(Status::Running, "running"), (Status::Stopped, "stopped"), (Status::Unknown, "unknown")];
const LEVELS: [(TrackLevel, &str); 2] = [(TrackLevel::Free, "free"), (TrackLevel::Own, "own")];

/// The metrics that drift: what was paid does not.
fn drifting() -> impl Iterator<Item = TrackMetric> {
    TrackMetric::ALL.into_iter().filter(|metric| *metric != TrackMetric::Cost)
}

/// The keys of `[track]` and of the tables below it.
pub(super) fn fields() -> Vec<Field> {
    let status = STATUSES.map(|(_, word)| word).to_vec();
    let mut all = vec![
        field(
            ACTUALS,
            Content::Text("actuals.csv"),
            "file",
            "readings since the start, in the folder of the scenario or below",
        ),
        field("track.status", Content::Choice(status), "status", "whether the programme has stopped by itself"),
        field(NOW, Content::Whole(0, MOST_MONTHS - 1), "month", "month up to which readings are used; 0: not begun"),
        field(NEXT, Content::Whole(1, MOST_MONTHS), "month", "month in which the board looks again"),
        field("track.transfer", Content::Number(0.0, 1.0), "0–1", "how sure what pilot sites show holds for the whole"),
        field("track.together", Content::Number(0.0, 1.0), "rank", "how far drifts of different metrics go together"),
    ];
    all.extend(drifting().flat_map(drift_fields));
    all
}

fn drift_fields(metric: TrackMetric) -> [Field; 4] {
    let path = |key| format!("track.drift.{}.{key}", metric.name());
    let deviation = Content::Number(0.0, MOST_DRIFT);
    let level = Content::Choice(LEVELS.map(|(_, word)| word).to_vec());
    let unit = "on the scale of the metric";
    [
        field(&path("market"), deviation.clone(), unit, "standard deviation of the market after a year"),
        field(&path("site"), deviation.clone(), unit, "standard deviation of a site after a year"),
        field(&path("season"), deviation, unit, "standard deviation of a season"),
        field(&path("level"), level, "level", "free: only changes count; own: measured as the case's own input is"),
    ]
}

/// What the layers say of tracking a case of so many months with these inputs.
pub(super) fn read(r: &mut Reader, months: usize, columns: &[Column]) -> TrackPlan {
    let usual = TrackPlan::default();
    let now = r.cell(NOW).and_then(|cell| r.whole(&cell, 0, months as i64 - 1)).map(|month| month as usize);
    let share = |r: &mut Reader, path| r.cell(path).and_then(|cell| r.number(&cell, 0.0, 1.0));
    TrackPlan {
        actuals: actuals(r),
        status: status(r, columns).unwrap_or_default(),
        now,
        next: next(r, now, months),
        transfer: share(r, "track.transfer").unwrap_or(usual.transfer),
        together: share(r, "track.together").unwrap_or(usual.together),
        drift: drifting().filter_map(|metric| Some((metric, drift(r, metric)?))).collect(),
    }
}

/// The file is opened when it is asked for: a case may be run before there is one.
fn actuals(r: &mut Reader) -> Option<String> {
    let cell = r.cell(ACTUALS)?;
    let path = r.text(&cell, "actuals.csv")?;
    match check_relative(path, ".csv") {
        Ok(()) => Some(path.to_owned()),
        Err(why) => {
            let found = r.found(&cell);
            r.fault(&cell, Fault::File { found, why });
            None
        }
    }
}

fn status(r: &mut Reader, columns: &[Column]) -> Option<Status> {
    let cell = r.cell("track.status")?;
    let status = r.choice(&cell, &STATUSES.map(|(_, word)| word)).map(|place| STATUSES[place].0)?;
    let month = columns.iter().flatten().find(|assumption| assumption.path == FADES);
    if status == Status::Stopped && month.is_some_and(|month| !month.value.is_constant()) {
        let rule = format!("\"stopped\" needs the month in which it stopped: {FADES} must be one number");
        let fix = Some(format!("write that month, such as {FADES} = 14, or status = \"unknown\""));
        r.fault(&cell, Fault::Misplaced { rule, fix });
    }
    Some(status)
}

fn next(r: &mut Reader, now: Option<usize>, months: usize) -> Option<usize> {
    let cell = r.cell(NEXT)?;
    let next = r.whole(&cell, 1, months as i64)? as usize;
    let Some(now) = now.filter(|now| next <= *now) else { return Some(next) };
    let (found, example) = (r.found(&cell), (now + 6).min(months).to_string());
    r.fault(&cell, Fault::OutOfRange { found, rule: format!("after {NOW}, which is {now}"), example });
    None
}

/// The drift of a metric, if a layer gives any of it; what it does not give is the default's.
fn drift(r: &mut Reader, metric: TrackMetric) -> Option<Drift> {
    let cells = drift_fields(metric).map(|field| r.cell(&field.path));
    cells.iter().flatten().next()?;
    let usual = metric.drift();
    let [market, site, season, level] = cells;
    let mut deviation = |cell: Option<_>| cell.and_then(|cell| r.number(&cell, 0.0, MOST_DRIFT));
    let (market, site, season) = (deviation(market), deviation(site), deviation(season));
    let level = level.and_then(|cell| r.choice(&cell, &LEVELS.map(|(_, word)| word)));
    Some(Drift {
        market: market.unwrap_or(usual.market),
        site: site.unwrap_or(usual.site),
        season: season.unwrap_or(usual.season),
        level: level.map_or(usual.level, |place| LEVELS[place].0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;

    const CASE: &str = "[case]\npreset = \"hotel\"\nmonths = 48\n";

    fn of(text: &str) -> Result<TrackPlan, String> {
        let case = Scenario::from_text("x.toml", &format!("{CASE}{text}"));
        case.map(|case| case.track().clone()).map_err(|why| why.to_string())
    }

    #[test]
    fn a_case_without_the_table_has_the_defaults() {
        assert_eq!(of(""), Ok(TrackPlan::default()));
        assert_eq!(of("[track]\n"), Ok(TrackPlan::default()));
    }

    #[test]
    fn every_key_is_read_and_what_a_drift_leaves_out_is_the_default() {
        let text = "[programme]\nfades_after_months = 14\n[track]\nactuals = \"own/actuals.csv\"\nstatus = \"stopped\"\nnow = 12\n\
                    next = 18\ntransfer = 0.8\ntogether = \"25%\"\n[track.drift.nps]\nmarket = 2\n\
                    [track.drift.engaged]\nlevel = \"own\"\nsite = 0\nmarket = 0\nseason = 0\n";
        let plan = of(text).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(plan.actuals.as_deref(), Some("own/actuals.csv"));
        assert_eq!((plan.status, plan.now, plan.next), (Status::Stopped, Some(12), Some(18)));
        assert_eq!((plan.transfer, plan.together), (0.8, 0.25));
        assert_eq!(
            plan.drift(TrackMetric::Nps),
            Drift { market: 2.0, site: 2.0, season: 1.5, level: TrackLevel::Free }
        );
        let exact = Drift { market: 0.0, site: 0.0, season: 0.0, level: TrackLevel::Own };
        assert_eq!(plan.drift(TrackMetric::Engaged), exact);
        assert_eq!(plan.drift(TrackMetric::Churn), TrackMetric::Churn.drift());
        assert_eq!(plan.drift.len(), 2);
    }

    #[test]
    fn what_makes_no_sense_is_refused_with_its_key_and_its_rule() {
        for (wrong, key, rule) in [
            ("actuals = \"../a.csv\"", "track.actuals", "must stay inside the folder"),
            ("actuals = \"/a.csv\"", "track.actuals", "relative to the folder"),
            ("actuals = \"a.toml\"", "track.actuals", "must be a .csv file"),
            ("status = \"runing\"", "track.status", "did you mean \"running\"?"),
            ("status = \"stopped\"", "track.status", "programme.fades_after_months must be one number"),
            ("now = 48", "track.now", "from 0 to 47"),
            ("now = 6.5", "track.now", "a whole number"),
            ("next = 0", "track.next", "from 1 to 48"),
            ("next = 49", "track.next", "from 1 to 48"),
            ("now = 12\nnext = 12", "track.next", "after track.now, which is 12; write, for example, 18"),
            ("transfer = 1.1", "track.transfer", "from 0 to 1"),
            ("together = -0.1", "track.together", "from 0 to 1"),
            ("together = nan", "track.together", "from 0 to 1"),
            ("drift.nps.market = -1", "track.drift.nps.market", "from 0 to 100"),
            ("drift.nps.level = \"fixed\"", "track.drift.nps.level", "\"free\" or \"own\""),
            ("drift.npss.market = 1", "track.drift.npss", "did you mean `track.drift.nps`?"),
            ("drift.cost.market = 1", "track.drift.cost", "is not a key"),
            ("acutals = \"a.csv\"", "track.acutals", "did you mean `track.actuals`?"),
        ] {
            let said = of(&format!("[track]\n{wrong}\n")).expect_err(wrong);
            assert!(said.contains(&format!(" {key}: ")) && said.contains(rule), "{wrong}: {said}");
        }
    }

    #[test]
    fn a_case_of_cash_flows_has_nothing_to_track() {
        let text = "[case]\nkind = \"cash-flow\"\n[finance]\ndiscount_rate = 0\ntax_rate = 0\n[track]\nnow = 3\n\
                    [[flows]]\nname = \"a\"\namount = -1\nper = \"once\"\n";
        let said = Scenario::from_text("x.toml", text).expect_err("no chain").to_string();
        assert!(said.contains("x.toml:7:1: track.now: has no effect in a case of kind"), "{said}");
    }

    #[test]
    fn the_table_moves_no_input_of_the_case() {
        let with =
            format!("{CASE}[track]\nactuals = \"a.csv\"\nnow = 12\ntransfer = 0.5\n[track.drift.nps]\nmarket = 9\n");
        let [with, without] = [&with, CASE].map(|text| Scenario::from_text("x.toml", text).expect("valid"));
        assert_eq!(with.assumptions(), without.assumptions());
        assert_eq!(with.project(), without.project());
        assert_eq!(with.notes(), without.notes());
        assert_ne!(with.track(), without.track());
    }
}
