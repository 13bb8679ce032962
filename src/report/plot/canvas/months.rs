//! Ticks of the month axis: single months on short horizons, years together with months on long ones.

use super::font::{Weight, width};
use super::label::{Label, Wording};
use super::style::text_size;

/// The longest horizon that is drawn.
pub(crate) const MOST: usize = 600;
/// From this horizon on, ticks stand at whole years.
const YEARS_FROM: usize = 24;

/// A tick and its labels, the upper row first; a tick between labelled ticks has none.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct MonthTick {
    pub month: usize,
    pub rows: Vec<String>,
}

/// The number of label rows of a horizon.
pub(crate) fn rows(horizon: usize) -> usize {
    if horizon < YEARS_FROM { 1 } else { 2 }
}

/// Ticks for months 1 to `horizon` on an axis of `length` nominal pixels.
pub(crate) fn ticks(horizon: usize, length: f64, wording: &Wording) -> Vec<MonthTick> {
    if horizon < YEARS_FROM {
        let step = if horizon <= 12 { 1 } else { 3 };
        let rows = |month: usize| vec![month.to_string()];
        return (1..=horizon)
            .filter(|month| month % step == 0)
            .map(|month| MonthTick { month, rows: rows(month) })
            .collect();
    }
    let years = horizon / 12;
    let (month, year_name) = (|k| wording.write(Label::Month(k)), |k| wording.write(Label::Year(k)));
    let widest = width(&month(horizon), text_size::TICK, Weight::Regular) + 8.0;
    let room = length / horizon as f64 * 12.0;
    let step = [1, 2, 5, 10, 20, 50].into_iter().find(|&step| room * f64::from(step) >= widest);
    let step = step.unwrap_or(50) as usize;
    (1..=years)
        .map(|year| MonthTick {
            month: year * 12,
            rows: if year % step == 0 { vec![year_name(year), month(year * 12)] } else { Vec::new() },
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelt_out() -> Wording {
        Wording::new(|label| match label {
            Label::Year(year) => format!("year {year}"),
            Label::Month(month) => format!("month {month}"),
            _ => String::new(),
        })
    }

    #[test]
    fn a_horizon_of_one_year_shows_every_month() {
        assert_eq!(ticks(12, 700.0, &spelt_out()).len(), 12);
    }

    #[test]
    fn long_horizons_label_years_together_with_months() {
        let ticks = ticks(60, 700.0, &spelt_out());
        assert_eq!(ticks[4].rows, ["year 5", "month 60"]);
    }

    #[test]
    fn labels_of_twenty_years_have_room() {
        let ticks = ticks(240, 700.0, &spelt_out());
        let labelled = ticks.iter().filter(|tick| !tick.rows.is_empty()).count();
        assert_eq!((ticks.len(), labelled), (20, 10));
    }
}
