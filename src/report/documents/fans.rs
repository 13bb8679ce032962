//! The monthly fans as CSV.

use delight_model::simulate::SERIES;
use delight_studies::findings::Fan;
use delight_studies::run::{Findings, MonthlyBand};

/// The header, the same in every language.
const HEADER: [&str; 12] = [
    "case", "month", "cash_p5", "cash_p25", "cash_p50", "cash_p75", "cash_p95", "roi_p5", "roi_p25", "roi_p50",
    "roi_p75", "roi_p95",
];

/// One row a month and case: cumulative cash in money, cumulative return as a ratio, then the indicators of the chain
/// without and with the programme; empty where there is none.
pub fn csv<'a>(all: impl IntoIterator<Item = &'a Findings>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail, and what is written is text.
    let _ = writer.write_record(HEADER.into_iter().map(str::to_owned).chain(indicator_header()));
    for f in all {
        let name = harmless(&f.case.name);
        for month in &f.fan {
            let roi = month.roi.as_ref().map_or_else(|| vec![String::new(); 5], five);
            let indicators = indicators(f, month.month);
            let row = [vec![name.clone(), month.month.to_string()], five(&month.cash), roi, indicators].concat();
            let _ = writer.write_record(row);
        }
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// `nps_baseline_p5`, …: every indicator, its arms, their P5, P50, P95.
fn indicator_header() -> impl Iterator<Item = String> {
    let arms = SERIES.into_iter().flat_map(|key| ["baseline", "programme"].map(|arm| format!("{key}_{arm}")));
    arms.flat_map(|name| ["p5", "p50", "p95"].map(|level| format!("{name}_{level}")))
}

fn indicators(f: &Findings, month: usize) -> Vec<String> {
    let at = |list: &Vec<f64>| list.get(month - 1).map_or_else(String::new, f64::to_string);
    let band = |band: &MonthlyBand| [&band.p5, &band.p50, &band.p95].map(at).to_vec();
    let of = |key: &&str| match f.by_month.as_ref().and_then(|found| found.indicators.get(*key)) {
        Some(both) => [band(&both.baseline), band(&both.programme)].concat(),
        None => vec![String::new(); 6],
    };
    SERIES.iter().flat_map(of).collect()
}

fn five(fan: &Fan) -> Vec<String> {
    [fan.p5, fan.p25, fan.p50, fan.p75, fan.p95].map(|e| e.value.to_string()).to_vec()
}

/// A name that a spreadsheet does not take for a formula.
fn harmless(name: &str) -> String {
    match name.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{name}"),
        false => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_never_a_formula() {
        assert_eq!([harmless("=1+1"), harmless("Hotel")], ["'=1+1", "Hotel"]);
    }
}
