//! What each preset, delivered in full, brings and costs through each lens, against what the evidence expects; and the table
//! of it in the documents.

use delight_case::evidence::Lens;
use delight_case::sampling::Sampling;
use delight_case::scenario::{Scenario, presets};
use delight_case::simulate::{Control, Engine, Kpi, Measure, Sample, Settings, Side, Timetable, Workspace, evaluate};
use delight_case::statistics::quantile;
use std::fmt::Write;

/// What full delivery brings of the mean score through a lens, P10, median and P90 in points, before the contact intensity
/// (prior C1); none of the authors' claims, which carry it as far as the chain goes.
pub fn rating_gain(lens: Lens) -> Option<[f64; 3]> {
    match lens {
        Lens::Calibrated => Some([0.02, 0.21, 0.55]),
        Lens::Literature => Some([0.10, 0.35, 1.10]),
        Lens::Authors => None,
    }
}

/// What is left of it where the basics are not in order (prior G, median).
const BASICS_GATE: f64 = 0.6;
/// The fall of failures at full delivery that is expected, the same in every sector.
pub const FEWER_FAILURES: [f64; 3] = [0.05, 0.20, 0.45];
/// The cost of a programme delivered in full over the horizon, as a share of that of the wage bill (prior A5).
pub const COST_OF_WAGES: [f64; 3] = [0.004, 0.010, 0.025];
/// How near quantiles of gains and of costs must come, as a share of each.
const TOLERANCE: f64 = 0.15;
const COST_TOLERANCE: f64 = 0.20;
/// A metalog of three quantiles needs its median this far up between the others.
pub const MEDIAN_AT_LEAST: f64 = 0.175;
const TRIALS: u64 = 1 << 14;
pub const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/calibration.md");

/// P10, median and P90 of what trials gave.
fn quantiles(mut values: Vec<f64>) -> [f64; 3] {
    values.retain(|x| !x.is_nan());
    values.sort_by(f64::total_cmp);
    [0.1, 0.5, 0.9].map(|level| quantile(&values, level))
}

/// A preset seen through a lens, delivered in full, with `more` in place of its own.
pub fn delivered(preset: &str, lens: Lens, more: &str) -> Scenario {
    let text =
        format!("[case]\npreset = \"{preset}\"\nlens = \"{}\"\n[programme]\ndelivery = \"full\"\n{more}", lens.name());
    Scenario::from_text("calibration.toml", &text).unwrap_or_else(|e| panic!("{preset}: {e}"))
}

/// The measures of its trials, with the draws.
fn sampled(scenario: &Scenario, measures: &[Measure]) -> Sample {
    let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: TRIALS };
    Sample::new(scenario, settings, measures, &Control::default()).expect("not cancelled")
}

const GAIN: Measure = Measure::Kpi(Kpi::Rating, Side::Difference);
const BASELINE: Measure = Measure::Kpi(Kpi::Rating, Side::Baseline);

/// The gain of the mean score, and what the lens expects of it.
pub fn score(scenario: &Scenario) -> ([f64; 3], Option<[f64; 3]>) {
    let sample = sampled(scenario, &[GAIN, BASELINE]);
    let intensity = scenario.point("effects.connection.contact_intensity").expect("an intensity");
    let today = quantiles(sample.results(BASELINE).to_vec())[1];
    let basics = if today < 7.0 { BASICS_GATE } else { 1.0 };
    let target = rating_gain(scenario.lens()).map(|target| target.map(|gain| gain * intensity * basics));
    (quantiles(sample.results(GAIN).to_vec()), target)
}

/// The present value of all costs before tax over that of the wage bill.
pub fn cost(scenario: &Scenario) -> [f64; 3] {
    let sample = sampled(scenario, &[Measure::PvCost]);
    let draws = |path: &str, trial: usize| match sample.place(path).and_then(|place| sample.draws(place)) {
        Some(draws) => draws[trial],
        None => scenario.point(path).unwrap_or_else(|| panic!("{path} is given")),
    };
    let share = |trial: usize, cost: f64| {
        let of = |path| draws(path, trial);
        let growth = ((1.0 + of("finance.inflation")) / (1.0 + of("finance.discount_rate"))).powf(1.0 / 12.0);
        let months: f64 = (1..=scenario.months()).map(|t| growth.powi(t as i32)).sum();
        cost / (of("employees.headcount") * of("employees.salary_per_year") / 12.0 * months)
    };
    quantiles(sample.results(Measure::PvCost).iter().enumerate().map(|(trial, cost)| share(trial, *cost)).collect())
}

/// By how much failures, the cost of serving a customer and turnover fall over the last twelve months.
fn falls(scenario: &Scenario) -> [[f64; 3]; 3] {
    let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 4096 };
    let engine = Engine::new(scenario, settings).expect("few trials");
    let (mut block, mut scratch) = engine.draws().block();
    let timetable = Timetable::new(scenario);
    let mut work = Workspace::<[f64; 1]>::new(scenario, &timetable, ());
    let last_year = scenario.months() + 1 - 12;
    let mut found = [const { Vec::new() }; 3];
    let size = delight_case::simulate::BLOCK;
    for number in 0..settings.trials as usize / size {
        engine.draws().fill((number * size) as u64, &mut block, &mut scratch);
        for at in 0..size {
            let mut sums = [[0.0; 2]; 3];
            evaluate(scenario, &block, at, &mut work, |view| {
                let Some(arms) = view.arms.as_ref().filter(|_| view.t >= last_year) else { return };
                for (arm, month) in [arms.months.baseline, arms.months.programme].into_iter().enumerate() {
                    let of = [month.experience.failures, month.money.service_cost(), month.staff.turnover];
                    sums.iter_mut().zip(of).for_each(|(sum, of)| sum[arm] += of.0[0]);
                }
            });
            found.iter_mut().zip(sums).for_each(|(found, [without, with])| found.push(1.0 - with / without));
        }
    }
    found.map(quantiles)
}

/// Whether a metalog has its median as near to its P10 as may be.
fn is_as_skewed_as_can_be(written: &str) -> bool {
    let inner = written.trim_matches('"').strip_prefix("metalog(").and_then(|rest| rest.strip_suffix(')'));
    let quantiles = inner.map(|inner| inner.split(", ").filter_map(|x| x.parse::<f64>().ok()).collect::<Vec<_>>());
    match quantiles.as_deref() {
        Some([low, middle, high]) => (middle - low) / (high - low) < MEDIAN_AT_LEAST + 0.001,
        _ => false,
    }
}

/// Whether all three quantiles are this near, as a share of each.
pub fn near(got: [f64; 3], wanted: [f64; 3], tolerance: f64) -> bool {
    got.iter().zip(wanted).all(|(g, w)| (g - w).abs() <= tolerance * w)
}

/// What a preset, delivered in full, brings and costs through a lens.
pub struct Row {
    pub preset: &'static str,
    pub lens: Lens,
    pub target: Option<[f64; 3]>,
    pub rating: [f64; 3],
    pub failures: [f64; 3],
    pub service: [f64; 3],
    pub turnover: [f64; 3],
    pub cost: [f64; 3],
    /// Gain of revenue in year 5; none for a public organisation.
    pub revenue: Option<[f64; 3]>,
    /// Whether the factor of the gains is as skewed as its distribution can be, so that the P90 of the score stays below what is
    /// wanted.
    pub stopped: bool,
}

impl Row {
    /// A preset through a lens, as it is.
    pub fn of(preset: &'static str, lens: Lens) -> Row {
        let scenario = delivered(preset, lens, "");
        let (rating, target) = score(&scenario);
        let [failures, service, turnover] = falls(&scenario);
        let cost = cost(&scenario);
        let revenue = (scenario.point("customers.revenue_per_year") > Some(0.0))
            .then(|| quantiles(sampled(&scenario, &[Measure::RevenueGain]).results(Measure::RevenueGain).to_vec()));
        let gain = scenario.assumption("effects.experience.individual_gain").expect("a gain");
        let stopped = is_as_skewed_as_can_be(&gain.written);
        Row { preset, lens, target, rating, failures, service, turnover, cost, revenue, stopped }
    }

    /// Whether the preset's gains may stay as they are.
    pub fn gains_stand(&self) -> bool {
        let Some(target) = self.target else { return true };
        let kept = if self.stopped { 2 } else { 3 };
        let near = |i: usize| (self.rating[i] - target[i]).abs() <= TOLERANCE * target[i];
        (0..kept).all(near) && (!self.stopped || self.rating[2] <= (1.0 + TOLERANCE) * target[2])
    }

    /// Whether failures fall as expected.
    pub fn failures_stand(&self) -> bool {
        self.lens != Lens::Calibrated || near(self.failures, FEWER_FAILURES, TOLERANCE)
    }

    /// Whether the programme costs what is expected.
    pub fn costs_stand(&self) -> bool {
        self.lens != Lens::Calibrated || near(self.cost, COST_OF_WAGES, COST_TOLERANCE)
    }
}

/// The presets as they are, through every lens.
pub fn rows() -> Vec<Row> {
    let all = presets::names().into_iter().flat_map(|preset| Lens::ALL.map(|lens| (preset, lens)));
    all.map(|(preset, lens)| Row::of(preset, lens)).collect()
}

fn percent([low, middle, high]: [f64; 3], digits: usize) -> String {
    let one = |x: f64| format!("{:.digits$}", 100.0 * x).replace('-', "−");
    format!("{} / {} / {}", one(low), one(middle), one(high))
}

fn table(rows: &[Row]) -> String {
    let mut out = String::from(
        "| preset | lens | score wanted, points | reached | failures, % fewer | service cost, % less | turnover, % less | cost, % of wages | revenue in year 5, % |\n\
         |---|---|---|---|---|---|---|---|---|\n",
    );
    for row in rows {
        let points = |x: [f64; 3]| x.map(|v| format!("{v:.3}").replace('-', "−")).join(" / ");
        let wanted = row.target.map_or("as far as it goes".to_owned(), points);
        let revenue = row.revenue.map_or("none: public".to_owned(), |x| percent(x, 2));
        let stopped = if row.stopped { " *" } else { "" };
        let _ = writeln!(
            out,
            "| {} | {} | {wanted} | {}{stopped} | {} | {} | {} | {} | {revenue} |",
            row.preset,
            row.lens,
            points(row.rating),
            percent(row.failures, 1),
            percent(row.service, 1),
            percent(row.turnover, 1),
            percent(row.cost, 2),
        );
    }
    out
}

/// Where the table stands in the document.
const TABLE_BEGIN: &str = "<!-- table: begin -->\n";
const TABLE_END: &str = "<!-- table: end -->";

/// The document with the table of these rows in its place.
pub fn document_with(text: &str, rows: &[Row]) -> String {
    let table = table(rows);
    let (before, rest) = text.split_once(TABLE_BEGIN).expect("the table begins");
    let (_, after) = rest.split_once(TABLE_END).expect("the table ends");
    format!("{before}{TABLE_BEGIN}{table}{TABLE_END}{after}")
}
