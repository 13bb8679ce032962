//! The numbers of a row: value, answers, standard error, each held against what its metric allows.

use super::super::fault::Fault;
use super::super::quantity::Expected;
use super::super::shorten::shortened;
use super::cells::{Cells, WHOLE};
use super::fault::ActualsFault;
use super::measure::{Typed, TypedValue};
use super::metric::TrackMetric;
use crate::units::Sort;

/// The largest number of anything.
const MOST: f64 = 1e15;
/// Events below which their logarithm says too little.
const LEAST_EVENTS: f64 = 5.0;

/// The numbers of a row of this metric, whose period has so many months.
pub(super) fn read(cells: &mut Cells, metric: TrackMetric, months: f64) -> Option<Typed> {
    let expected = expected(cells, metric);
    let value = value(cells, metric, &expected);
    let [n, of] = ["n", "of"].map(|heading| above_zero(cells, heading, &Expected::COUNT));
    let se = above_zero(cells, "se", &expected);
    if metric == TrackMetric::Cost && !["", WHOLE].contains(&cells.row.text("site").to_ascii_lowercase().as_str()) {
        cells.say("site", ActualsFault::CostOfSite);
    }
    let typed = Typed { metric, value: value?, n: n?, of: of?, se: se?, months };
    fits(cells, &typed).then_some(typed)
}

/// What a value of a metric is a number of.
fn expected<'a>(cells: &Cells<'a, '_>, metric: TrackMetric) -> Expected<'a> {
    use TrackMetric as M;
    match metric {
        M::Nps => Expected { percent: false, ..Expected::RATIO },
        M::Rating => Expected { sort: Sort::Score, percent: false, currency: None },
        M::Connected | M::Engaged | M::Absence => Expected::RATIO,
        M::Turnover | M::Churn | M::Complaints | M::Customers => Expected::COUNT,
        M::Revenue | M::Cost => Expected { currency: Some(cells.against.currency), ..Expected::MONEY },
    }
}

fn value(cells: &mut Cells, metric: TrackMetric, expected: &Expected) -> Option<TypedValue> {
    let row = cells.row;
    let text = row.text("value");
    if text.is_empty() {
        cells.say(
            "value",
            ActualsFault::Empty { example: if metric == TrackMetric::Nps { "412/300/288" } else { "12" } },
        );
        return None;
    }
    if metric == TrackMetric::Nps && text.contains('/') {
        return answers(cells, text).map(TypedValue::Answers);
    }
    let x = cells.number("value", text, expected)?;
    in_range(cells, metric, x).then_some(TypedValue::Number(x))
}

/// Promoters, passives and detractors.
fn answers(cells: &mut Cells, text: &str) -> Option<[f64; 3]> {
    let parts: Vec<&str> = text.split('/').collect();
    let [promoters, passives, detractors] = parts[..] else {
        let (found, rule) = (shortened(text), "points, or the counts of promoters, passives and detractors");
        cells.add("value", Fault::TextForm { found, rule, example: "412/300/288" });
        return None;
    };
    let mut counts = [0.0; 3];
    for (count, part) in counts.iter_mut().zip([promoters, passives, detractors]) {
        *count = cells.number("value", part, &Expected::COUNT)?;
    }
    let whole = counts.iter().all(|x| (0.0..=MOST).contains(x) && x.trunc() == *x);
    if whole && counts.iter().sum::<f64>() > 0.0 {
        return Some(counts);
    }
    cells.out_of_range("value", "three whole numbers, not all of them 0".to_owned(), "412/300/288");
    None
}

/// Whether a value is possible for its metric.
fn in_range(cells: &mut Cells, metric: TrackMetric, x: f64) -> bool {
    use TrackMetric as M;
    let (least, most) = match metric {
        M::Nps => (-100.0, 100.0),
        M::Rating => (0.0, 10.0),
        M::Connected | M::Engaged | M::Absence => (0.0, 1.0),
        _ => (0.0, MOST),
    };
    // What is compared by its logarithm is not nothing.
    let above = matches!(metric, M::Absence | M::Customers | M::Revenue | M::Cost);
    if matches!(metric, M::Turnover | M::Churn | M::Complaints) && (0.0..LEAST_EVENTS).contains(&x) {
        cells.say("value", ActualsFault::FewEvents);
        return false;
    }
    if (least..=most).contains(&x) && !(above && x <= least) {
        return true;
    }
    let is_share = matches!(metric, M::Connected | M::Engaged | M::Absence);
    let rule = if above { format!("above {least} to {most}") } else { format!("from {least} to {most}") };
    let is_percent = cells.row.text("value").contains('%');
    if is_share && x > 1.0 && x <= 100.0 && !is_percent {
        let found = shortened(cells.row.text("value"));
        let meant = format!("{found}%");
        cells.add("value", Fault::PercentLeftOut { found, rule, meant });
        return false;
    }
    cells.out_of_range("value", rule, if is_share { "0.35" } else { "" });
    false
}

/// The number above zero under a heading, if there is one; none of both where it is wrong.
fn above_zero(cells: &mut Cells, heading: &str, expected: &Expected) -> Option<Option<f64>> {
    let row = cells.row;
    let text = row.text(heading);
    if text.is_empty() {
        return Some(None);
    }
    let x = cells.number(heading, text, expected)?;
    if x > 0.0 && x <= MOST {
        return Some(Some(x));
    }
    cells.out_of_range(heading, format!("above 0 to {MOST:e}"), "");
    None
}

/// Whether the numbers of a row fit each other.
fn fits(cells: &mut Cells, typed: &Typed) -> bool {
    let before = cells.wrong.0.count();
    if let (Some(n), Some(of)) = (typed.n, typed.of)
        && of < n
    {
        cells.say("of", ActualsFault::FewerAsked { n });
    }
    match (typed.value, typed.n) {
        (TypedValue::Answers(answers), Some(n)) if n != answers.iter().sum::<f64>() => {
            cells.say("n", ActualsFault::NotTheirSum { sum: answers.iter().sum() });
        }
        (TypedValue::Answers(_), _) => (),
        (TypedValue::Number(_), None) => needs_number(cells, typed),
        (TypedValue::Number(x), Some(n)) if counts(typed.metric) && x > n * typed.months => {
            cells.say("value", ActualsFault::MoreThanCould { most: n * typed.months });
        }
        _ => (),
    }
    cells.wrong.0.count() == before
}

fn counts(metric: TrackMetric) -> bool {
    matches!(metric, TrackMetric::Turnover | TrackMetric::Churn | TrackMetric::Complaints)
}

/// A value without the number behind it must need none.
fn needs_number(cells: &mut Cells, typed: &Typed) {
    use TrackMetric as M;
    let (of, or_error) = match typed.metric {
        M::Nps | M::Rating | M::Connected | M::Engaged => ("answers", true),
        M::Turnover => ("staff", false),
        M::Churn | M::Complaints => ("customers", false),
        M::Absence | M::Customers | M::Revenue | M::Cost => return,
    };
    if !(or_error && typed.se.is_some()) {
        cells.say("n", ActualsFault::NoNumber { of, or_error });
    }
}
