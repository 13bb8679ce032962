//! One row of a file of readings, every cell of it checked by itself.

use super::super::checked::CalendarMonth;
use super::super::fault::Fault;
use super::super::header::calendar_month;
use super::super::letters::{hidden_letter, shows_something};
use super::super::quantity::Expected;
use super::super::shorten::shortened;
use super::super::suggest::nearest;
use super::cells::{Cells, WHOLE};
use super::fault::ActualsFault;
use super::measure::{Typed, measured};
use super::metric::TrackMetric;
use super::reading::{ReadArm, Reading};
use super::typed;

/// The length of a period where none is given, months.
const USUAL_MONTHS: i64 = 3;
/// The earliest month, and the longest period: twenty years.
const MOST_MONTHS: i64 = 240;
const ARMS: [(ReadArm, &str); 2] = [(ReadArm::Programme, "programme"), (ReadArm::Baseline, "baseline")];

/// The reading of a row that stands in this line; none where something is wrong with it.
pub(super) fn reading(cells: &mut Cells, line: usize) -> Option<Reading> {
    let metric = cells.metric();
    let (site, arm, started) = (cells.site(), cells.arm(), cells.started());
    let month = cells.month(metric, started);
    let months = cells.months(metric, month);
    let typed = metric.and_then(|metric| typed::read(cells, metric, months.map_or(1.0, f64::from)));
    let (metric, site, arm, started, month, months, typed): (_, String, _, _, _, _, Typed) =
        (metric?, site?, arm?, started?, month?, months?, typed?);
    let of = measured(&typed, cells.against.passives);
    let (typed, value, variance) = (of.typed, of.value, of.variance);
    Some(Reading {
        line,
        metric,
        site,
        arm,
        started,
        month,
        months,
        typed,
        value,
        variance,
        n: of.n,
        counted: of.counted,
    })
}

impl Cells<'_, '_> {
    fn metric(&mut self) -> Option<TrackMetric> {
        let words = TrackMetric::ALL.map(TrackMetric::name);
        let place = self.word("metric", &words, "nps")?;
        Some(TrackMetric::ALL[place])
    }

    fn arm(&mut self) -> Option<ReadArm> {
        match self.row.text("arm") {
            "" => Some(ReadArm::default()),
            _ => self.word("arm", &ARMS.map(|(_, word)| word), "programme").map(|place| ARMS[place].0),
        }
    }

    /// The place among some words of the one that stands here.
    fn word(&mut self, heading: &str, words: &[&'static str], example: &'static str) -> Option<usize> {
        let text = self.row.text(heading);
        if text.is_empty() {
            self.say(heading, ActualsFault::Empty { example });
            return None;
        }
        let place = words.iter().position(|word| word.eq_ignore_ascii_case(text));
        if place.is_none() {
            let near = if self.wrong.0.is_full() { None } else { nearest(text, words.iter().copied()) };
            let (found, near) = (shortened(text), near.map(str::to_owned));
            self.add(heading, Fault::NotOneOf { found, words: words.to_vec(), near });
        }
        place
    }

    fn site(&mut self) -> Option<String> {
        let text = self.row.text("site");
        if text.is_empty() || text.eq_ignore_ascii_case(WHOLE) {
            return Some(WHOLE.to_owned());
        }
        if let Some(letter) = hidden_letter(text) {
            self.add("site", Fault::HiddenLetter { letter });
            return None;
        }
        if text.chars().count() > 80 || text.chars().any(char::is_control) {
            let found = shortened(text);
            self.add("site", Fault::TextForm { found, rule: "1 to 80 printable characters", example: "north" });
            return None;
        }
        if !shows_something(text) {
            self.add("site", Fault::NothingSeen);
            return None;
        }
        Some(text.to_owned())
    }

    /// The whole number under a heading, from the first to the second.
    fn whole(&mut self, heading: &str, least: i64, most: i64) -> Option<i32> {
        let x = self.number(heading, self.row.text(heading), &Expected { percent: false, ..Expected::RATIO })?;
        if x.trunc() == x && (least as f64..=most as f64).contains(&x) {
            return Some(x as i32);
        }
        self.out_of_range(heading, format!("a whole number from {least} to {most}"), &least.max(1).to_string());
        None
    }

    fn started(&mut self) -> Option<i32> {
        if self.row.text("started").is_empty() {
            return Some(0);
        }
        self.whole("started", -MOST_MONTHS, self.against.months as i64)
    }

    fn month(&mut self, metric: Option<TrackMetric>, started: Option<i32>) -> Option<i32> {
        let text = self.row.text("month");
        if text.is_empty() {
            self.say("month", ActualsFault::Empty { example: "3" });
            return None;
        }
        let months = self.against.months;
        let month = match (calendar_month(text), self.against.start) {
            (Some(_), None) => {
                self.say("month", ActualsFault::NoStart);
                return None;
            }
            (Some(month), Some(start)) => since(start, month),
            (None, _) => self.whole_month(text)?,
        };
        let of_site = month.saturating_sub(started.unwrap_or(0));
        match i64::from(month) {
            m if m > months as i64 => self.say("month", ActualsFault::AfterHorizon { months }),
            _ if i64::from(of_site) > months as i64 => {
                self.say("month", ActualsFault::SiteAfterHorizon { month: of_site, months });
            }
            m if m < 0 && metric == Some(TrackMetric::Cost) => {
                self.out_of_range("month", "0 or later for a cost, which is paid from the start on".to_owned(), "3");
            }
            m if m < -MOST_MONTHS => self.no_month(),
            _ => return Some(month),
        }
        None
    }

    /// A month counted from the start.
    fn whole_month(&mut self, text: &str) -> Option<i32> {
        let x = self.number("month", text, &Expected { percent: false, ..Expected::RATIO })?;
        if x.trunc() == x && x.abs() < 1e9 {
            return Some(x as i32);
        }
        self.no_month();
        None
    }

    fn no_month(&mut self) {
        let rule = format!("a whole number from {} to {}", -MOST_MONTHS, self.against.months);
        self.out_of_range("month", rule, "3");
    }

    /// The length of the period; a cost is that of all months since the start.
    fn months(&mut self, metric: Option<TrackMetric>, month: Option<i32>) -> Option<u32> {
        if metric == Some(TrackMetric::Cost) {
            return Some(month.unwrap_or(0).unsigned_abs());
        }
        let months = match self.row.text("months") {
            "" => USUAL_MONTHS as i32,
            _ => self.whole("months", 1, MOST_MONTHS)?,
        };
        match month.filter(|month| *month > 0 && months > *month) {
            Some(month) => {
                let at = if self.row.text("months").is_empty() { "month" } else { "months" };
                self.say(at, ActualsFault::AcrossStart { month });
                None
            }
            None => u32::try_from(months).ok(),
        }
    }
}

/// The month of the calendar as months since the start: the first month of the case is 1.
fn since(start: CalendarMonth, month: CalendarMonth) -> i32 {
    12 * (month.year - start.year) + month.month as i32 - start.month as i32 + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_month_of_the_start_is_month_one() {
        let month = |year, month| CalendarMonth { year, month };
        let start = month(2027, 1);
        assert_eq!(since(start, month(2027, 1)), 1);
        assert_eq!(since(start, month(2027, 4)), 4);
        assert_eq!(since(start, month(2026, 12)), 0);
        assert_eq!(since(month(2026, 11), month(2028, 2)), 16);
    }
}
