//! Whether what is learned from a panel holds what was true: hundreds of panels made from a truth of the prior's own.

use delight_case::sampling::{Sampling, TrialRng, normal_quantile};
use delight_case::scenario::{Scenario, Value};
use delight_case::simulate::{Control, Settings};
use delight_case::studies::learn::{Learning, OwnData, Source, Sources, learn};
use rand::RngExt;

const RATIO: &str = "effects.employees.turnover_ratio";
const UNITS: usize = 48;
const QUARTERS: usize = 12;
const PANELS: usize = 150;
/// Staff of a unit, and how many of them are asked: as in the panel of the known answers.
const STAFF: usize = 25;
const ASKED: usize = 18;

fn normal(rng: &mut TrialRng) -> f64 {
    normal_quantile(rng.random_range(1e-9..1.0 - 1e-9))
}

/// How many of so many do something that each does with this probability.
fn binomial(rng: &mut TrialRng, n: usize, p: f64) -> usize {
    (0..n).filter(|_| rng.random_range(0.0..1.0) < p).count()
}

/// How many of those who are asked are among `count` of `staff`; nobody is asked twice.
fn drawn(rng: &mut TrialRng, (count, staff): (usize, usize)) -> usize {
    (0..ASKED).fold(0, |found, k| {
        let left = (count - found) as f64 / (staff - k) as f64;
        found + usize::from(rng.random_range(0.0..1.0) < left)
    })
}

/// A panel in which engaged staff leave `ratio` times as often; good units have both engaged staff and little turnover, and
/// `shared` of what moves engagement in time moves turnover too.
fn panel(rng: &mut TrialRng, ratio: f64, shared: bool) -> String {
    let mut text = String::from("unit,period,engaged,engaged_n,staff,leavers\n");
    let cause: f64 = if shared { rng.random_range(0.0..0.5) } else { 0.0 };
    for unit in 0..UNITS {
        let good = normal(rng);
        let mut own = 0.0;
        for quarter in 0..QUARTERS {
            own = 0.8 * own + 0.026 * normal(rng);
            let season = 0.02 * (quarter % 4) as f64;
            let share = (0.38 + 0.10 * good + own + season).clamp(0.02, 0.98);
            let count = binomial(rng, STAFF, share);
            let engaged = count as f64 / STAFF as f64;
            let blend = (1.0 - engaged * (1.0 - ratio)) / (1.0 - 0.4 * (1.0 - ratio));
            // A shared cause moves turnover the way engagement does, by half as much at most.
            let slope = -(1.0 - ratio) / (1.0 - 0.4 * (1.0 - ratio));
            let monthly =
                0.05 * (-0.05 * good).exp() * blend.max(0.05) * (cause * slope * (engaged - 0.38 - 0.10 * good)).exp();
            let leavers = (0..3).map(|_| binomial(rng, STAFF, monthly.min(0.9))).sum::<usize>();
            let said = drawn(rng, (count, STAFF)) as f64 / ASKED as f64;
            text += &format!("u{unit:02},{},{said},{ASKED},{STAFF},{leavers}\n", quarter + 1);
        }
    }
    text
}

/// P5 and P95 of the ratio after learning: of what the layer says, or of the prior where it says nothing.
fn believed(hotel: &str, scenario: &Scenario, text: &str) -> [f64; 2] {
    let data = OwnData { name: "panel.csv", text };
    let sources = Sources { panel: Source { data, bytes: text.as_bytes() }, customers: None, staff: None };
    let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 8_192 };
    let found =
        learn(scenario, &sources, Learning { settings, reliability: None }, &Control::default()).expect("a panel");
    let written = found.written.iter().find(|written| written.path == RATIO);
    let scenario = written.map_or_else(
        || scenario.clone(),
        |written| scenario.with(RATIO, &written.value).unwrap_or_else(|e| panic!("{e}\n{hotel}")),
    );
    match &scenario.assumption(RATIO).expect("an input").value {
        Value::Drawn(d) => [d.quantile(0.05), d.quantile(0.95)],
        Value::Sum(_) => panic!("it is drawn"),
    }
}

fn coverage(shared: bool) -> f64 {
    let hotel = include_str!("../golden/living/hotel.toml");
    let scenario = Scenario::from_text("hotel.toml", hotel).unwrap_or_else(|e| panic!("{e}"));
    let Value::Drawn(prior) = &scenario.assumption(RATIO).expect("an input").value else { panic!("it is drawn") };
    let mut inside = 0;
    for trial in 0..PANELS {
        let mut rng = TrialRng::new(7, if shared { "panel with a shared cause" } else { "panel" }, trial as u64);
        let truth = prior.quantile((trial as f64 + 0.5) / PANELS as f64);
        let [low, high] = believed(hotel, &scenario, &panel(&mut rng, truth, shared));
        inside += usize::from(low <= truth && truth <= high);
    }
    inside as f64 / PANELS as f64
}

#[test]
fn nine_in_ten_posteriors_hold_the_truth() {
    let found = coverage(false);
    println!("{found:.3} of {PANELS} hold it");
    assert!((0.84..=0.96).contains(&found), "{found}");
}

#[test]
fn nine_in_ten_posteriors_hold_the_truth_where_a_shared_cause_varies_in_time() {
    let found = coverage(true);
    println!("{found:.3} of {PANELS} hold it, with a shared cause");
    assert!((0.84..=0.96).contains(&found), "{found}");
}
