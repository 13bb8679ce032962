//! All words which figures add by themselves, in English; the rest is written by the caller.

/// Names of the five percentiles of a fan, the highest first.
pub(crate) const PERCENTILES: [&str; 5] = ["P95", "P75", MEDIAN, "P25", "P5"];
pub(crate) const MEDIAN: &str = "median";
pub(crate) const MEAN: &str = "mean";
pub(crate) const NO_DATA: &str = "no data";

pub(crate) fn pays_back(month: usize) -> String {
    format!("median pays back in month {month}")
}

pub(crate) fn peak_funding(amount: &str, month: usize) -> String {
    format!("median at its lowest: {amount}, month {month}")
}

pub(crate) fn month(month: usize) -> String {
    format!("month {month}")
}

pub(crate) fn year(year: usize) -> String {
    format!("year {year}")
}

pub(crate) fn loss_probability(share: f64) -> String {
    format!("P(loss) {}", percent(share))
}

/// A share as a percentage: whole, or with decimals where a whole number would hide it.
pub(crate) fn percent(share: f64) -> String {
    let value = share * 100.0;
    let distance = value.min(100.0 - value);
    if !value.is_finite() {
        "–".to_owned()
    } else if distance > 0.0 && distance < 0.1 {
        if value < 50.0 { "<0.1%".to_owned() } else { ">99.9%".to_owned() }
    } else if distance > 0.0 && distance < 1.0 {
        format!("{value:.1}%")
    } else {
        format!("{value:.0}%")
    }
}

/// A round share as the label of a tick, with as many decimals as it has.
pub(crate) fn percent_tick(share: f64) -> String {
    let written = format!("{:.6}", share * 100.0);
    let written = written.trim_end_matches('0').trim_end_matches('.');
    format!("{written}%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_share_is_not_written_as_nothing_and_a_large_one_not_as_everything() {
        let written = [0.0, 0.0001, 0.004, 0.634, 0.996, 0.9999, 1.0].map(percent);
        assert_eq!(written, ["0%", "<0.1%", "0.4%", "63%", "99.6%", ">99.9%", "100%"]);
    }

    #[test]
    fn neighbouring_ticks_of_shares_are_never_written_alike() {
        let written = [0.0, 0.005, 0.01, 0.015, 0.2].map(percent_tick);
        assert_eq!(written, ["0%", "0.5%", "1%", "1.5%", "20%"]);
    }
}
