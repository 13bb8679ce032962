//! The months of the chain: the levels of the elements, the capabilities, and both arms.

use super::super::grid::{Formula, Grid, Handle, Heading};
use super::super::inputs::{Holds, Inputs};
use super::super::look::Look;
use super::super::term::Term;
use super::arm::{Arm, Around};
use super::constants::Constants;
use crate::documents::points::{GatePlan, PointValues};
use crate::words::Words;
use delight_model::chain::ELEMENTS;
use delight_model::chain::excellence::WEIGHTS;

/// Where the chain stands in the grid.
#[derive(Clone, Copy, Debug)]
pub struct ChainMonths {
    /// Without and with the programme.
    pub arms: [Arm; 2],
    /// How far the programme has come, where channels need it.
    pub ramp: Option<Handle>,
}

/// Adds all columns of the chain.
pub fn add(
    grid: &mut Grid,
    c: &Constants,
    (month, advantage): (Handle, Handle),
    (points, words): (&PointValues, Words),
) -> ChainMonths {
    grid.band(words.say("live-band-elements"));
    let of = |grid: &mut Grid, column: &str, name: String| {
        let heading = words.say_of("live-column", column);
        grid.open(Heading::new(format!("{heading}: {name}"), "0–1", Look::Decimal))
    };
    let level = ELEMENTS.map(|e| of(grid, "level", words.say_of("element", e)));
    let maturity = ELEMENTS.map(|e| of(grid, "maturity", words.say_of("element", e)));
    let uplift = WEIGHTS.map(|(r, _)| of(grid, "uplift", words.say_of("capability", r)));
    let passing = c.passing.is_some();
    let bands = [
        [words.say("live-band-service-without"), words.say("live-band-flows-without")],
        [words.say("live-band-service-with"), words.say("live-band-flows-with")],
    ];
    let [without, with] = bands.map(|bands| Arm::open(grid, passing, bands, words));
    let planned = c.grow.stops.clone();
    let stopped = Term::reference("stop_month", points.stop_month.map_or(planned.value(), |stop| stop as f64));
    let gate = points.plan.gate.as_ref().map_or(usize::MAX, |gate| gate.month);
    let mut all: Vec<(Handle, Formula)> = without.start(c);
    all.extend(with.start(c));
    for e in 0..9 {
        let (planned, stopped) = (planned.clone(), stopped.clone());
        let by = move |g: &Grid, t| {
            // Before the gate nothing may hang on its reading, which hangs on these months.
            let stop = if t > gate { &stopped } else { &planned };
            c.grow.level(e, g, (month, level[e], stop), t)
        };
        all.push((level[e], Box::new(by)));
        all.push((maturity[e], Box::new(move |g, t| c.grow.maturity(e, g, level[e], t))));
    }
    for r in 0..6 {
        all.push((uplift[r], Box::new(move |g, t| c.grow.uplift(r, g, &maturity, t))));
    }
    all.extend(without.rest(c, Around { advantage, uplift: None }));
    all.extend(with.rest(c, Around { advantage, uplift: Some(uplift) }));
    let ramp = points.series(1, "ramp").is_some().then(|| {
        let heading = Heading::new(words.say("book-ramp"), words.say("book-unit-ratio"), Look::Decimal);
        let ramp = grid.open(heading);
        all.push((ramp, Box::new(move |g, t| c.grow.ramp(g, &level, t))));
        ramp
    });
    grid.fill(&all);
    ChainMonths { arms: [without, with], ramp }
}

/// Lists the month after which the programme stops: by itself, or at its gate.
pub fn stop(inputs: &mut Inputs, grid: &Grid, c: &Constants, course: &ChainMonths, gate: Option<&GatePlan>) {
    inputs.heading("stop");
    let planned = &c.grow.stops;
    let said = (inputs.words.say_of("live-cell", "stop-month"), inputs.words.say("book-month"));
    let stop = gate.filter(|gate| gate.month < grid.months()).map_or(planned.clone(), |gate| {
        let [without, with] = &course.arms;
        let (column, month): (fn(&Arm) -> Handle, usize) = match gate.metric.as_str() {
            "engaged" => (|arm| arm.engaged, gate.month),
            "nps" => (|arm| arm.nps, gate.month + 1),
            _ => (|arm| arm.connected, gate.month + 1),
        };
        let gain = grid.cell(column(with), month) - grid.cell(column(without), month);
        let gain = inputs.follows("gate-gain", None, &gain, Look::Plain);
        let least = (inputs.words.say_of("live-cell", "gate-least"), String::new());
        let least = inputs.computed("gate_least", least, Holds::Given(gate.at_least), Look::Plain);
        gain.below(&least).choose(&planned.min(&Term::number(gate.month as f64)), planned)
    });
    inputs.computed("stop_month", said, Holds::Formula(stop), Look::Plain);
}
