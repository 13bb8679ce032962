//! Two metrics of a month against each other: where to stop, where to go on, and trials.

use super::course::DecisionMonth;
use super::findings::Regions;
use super::outlook::Outlook;
use delight_model::scenario::Metric;
use delight_model::statistics::quantiles;

/// Values of each metric that are looked at.
const STEPS: usize = 48;
/// Trials that are shown.
const SHOWN: usize = 512;
/// The range shown holds all trials but this share at each end.
const TAIL: f64 = 0.002;

/// The regions of this month by the regression that `learn` gives, and trials of `show`; `x` is the gate's metric.
///
/// Upwards stands the metric that says most besides: of staff where the gate looks at customers, else of customers.
pub fn regions(learn: &DecisionMonth, show: &DecisionMonth, x: Metric) -> Regions {
    let y = if x == Metric::Engaged { Metric::Connected } else { Metric::Engaged };
    let leads = |crossing: &'_ DecisionMonth, metric: Metric| crossing.readings[metric as usize].clone();
    let outlook = Outlook::of(&[&leads(learn, x), &leads(learn, y)], &learn.gain);
    let (shown_x, shown_y) = (leads(show, x), leads(show, y));
    let (x_values, y_values) = (steps(&shown_x), steps(&shown_y));
    let stop = y_values.iter().map(|y| {
        let expected = outlook.expects(&[&x_values, &vec![*y; x_values.len()]]);
        expected.iter().map(|gain| *gain > 0.0).collect()
    });
    let trials = (0..shown_x.len().min(SHOWN)).map(|t| [shown_x[t], shown_y[t], show.gain[t]]);
    Regions {
        month: show.month,
        x: x.name().to_owned(),
        y: y.name().to_owned(),
        stop: stop.collect(),
        trials: trials.collect(),
        x_values,
        y_values,
    }
}

/// Values at equal distance that hold nearly all of these; around zero if they are all the same.
fn steps(leads: &[f64]) -> Vec<f64> {
    let [low, high] = quantiles(leads, [TAIL, 1.0 - TAIL]);
    let (low, high) = if low < high { (low, high) } else { (low - 1e-3, high + 1e-3) };
    (0..STEPS).map(|i| low + (high - low) * i as f64 / (STEPS - 1) as f64).collect()
}
