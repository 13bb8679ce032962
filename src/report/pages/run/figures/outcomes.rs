//! The value over two outcomes.

use crate::page::figure::{caption, drawn_long, money};
use crate::pages::run::outcomes::{level, name, sure};
use crate::plot::{Caption, Format, Spot, ValueMap};
use crate::words::{Words, kpi};
use delight_studies::run::{BalanceOutcome, Findings};

/// Values along each axis.
const VALUES: usize = 25;
/// The map goes on beyond what is needed by this part of the way there.
const BEYOND: f64 = 0.15;

/// The map of the two outcomes that come nearest to what they need, all else as on average.
pub(super) fn figure(f: &Findings, words: Words) -> Option<ValueMap> {
    let found = f.balance.as_ref()?;
    let mut nearest = sure(found);
    let (x, y) = (Axis::new(nearest.next()?)?, Axis::new(nearest.next()?)?);
    let value = |dx: f64, dy: f64| found.npv + x.of.slope * dx + y.of.slope * dy;
    let values: Vec<Vec<f64>> = y.more().iter().map(|dy| x.more().iter().map(|dx| value(*dx, *dy)).collect()).collect();
    let title = title([x.of, y.of], f, words);
    let around = Caption {
        subtitle: words.say("outcome-map-subtitle"),
        footer: drawn_long(found.trials as u64, &f.sampling, f.seed, words),
        description: title.clone(),
        title,
        x_title: name(&x.of.key, words),
        y_title: name(&y.of.key, words),
        ..caption(words)
    };
    let [today, x_range, y_range] = [(x.of.expected, y.of.expected), x.ends(), y.ends()];
    Some(ValueMap {
        caption: around,
        x: x.levels(),
        y: y.levels(),
        margin: values.clone(),
        values,
        spot: Some(Spot { at: today, x: x_range.into(), y: y_range.into(), words: words.say("outcome-map-spot") }),
        x_format: format(&x.of.key, f, words),
        y_format: format(&y.of.key, f, words),
        format: money(&f.case.currency, words),
    })
}

/// An outcome along an axis: from what it may be to what it needs.
struct Axis<'a> {
    of: &'a BalanceOutcome,
    /// Change on top of the mean one at the ends.
    from: f64,
    to: f64,
    /// The level of one more of change.
    unit: f64,
}

impl<'a> Axis<'a> {
    /// None where there is nothing between its ends.
    fn new(of: &'a BalanceOutcome) -> Option<Self> {
        let needed = of.needed.value;
        let unit = (of.with - of.expected) / needed;
        let [low, high] = of.range.map(|end| end - of.change);
        let far = needed * (1.0 + BEYOND);
        // Nothing falls below none.
        let from = low.min(far).max(-of.expected / unit);
        let to = high.max(far);
        let is_an_axis = from < to && to.is_finite() && from.is_finite() && unit > 0.0 && unit.is_finite();
        is_an_axis.then_some(Axis { of, from, to, unit })
    }

    /// Changes on top of the mean one, rising.
    fn more(&self) -> Vec<f64> {
        let step = (self.to - self.from) / (VALUES - 1) as f64;
        (0..VALUES).map(|k| self.from + step * k as f64).collect()
    }

    fn level(&self, more: f64) -> f64 {
        self.of.expected + self.unit * more
    }

    fn levels(&self) -> Vec<f64> {
        self.more().into_iter().map(|more| self.level(more)).collect()
    }

    /// The level at P10 and at P90 of the change.
    fn ends(&self) -> (f64, f64) {
        let [low, high] = self.of.range.map(|end| self.level((end - self.of.change).clamp(self.from, self.to)));
        (low, high)
    }
}

fn title(of: [&BalanceOutcome; 2], f: &Findings, words: Words) -> String {
    let [first, second] = of.map(|of| name(&of.key, words));
    let [x, y] = of.map(|of| level(&of.key, of.with, f, words));
    let case = ("case", f.case.name.as_str());
    let of = [case, ("first", first.as_str()), ("x", &x), ("second", second.as_str()), ("y", &y)];
    words.say_with("outcome-map-title", &of)
}

/// Writes levels of an outcome along an axis.
fn format(key: &str, f: &Findings, words: Words) -> Format {
    if key == "revenue_per_customer" {
        return money(&f.case.currency, words);
    }
    let key = key.to_owned();
    Format::new(move |x| kpi::level(&key, x, "", words))
}
