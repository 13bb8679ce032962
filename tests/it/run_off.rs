//! The value with run-off: against longer cases, closed forms and the headline, which it leaves as it is.

use delight_case::sampling::Sampling;
use delight_case::scenario::{Horizon, Scenario};
use delight_case::simulate::{Control, Engine, Measure, Sample, Settings};

const SETTINGS: Settings = Settings { sampling: Sampling::Sobol, seed: 7, trials: 512 };

fn case(text: &str) -> Scenario {
    Scenario::from_text("x.toml", text).unwrap_or_else(|e| panic!("{e}"))
}

/// A measure of every trial of a case that is valued to this horizon.
fn measured(case: &Scenario, horizon: Horizon, measure: Measure) -> Vec<f64> {
    let case = case.with_horizon(horizon);
    Sample::measured(&case, SETTINGS, &[measure], &Control::default()).expect("nobody cancels").swap_remove(0)
}

fn bits(values: &[f64]) -> Vec<u64> {
    values.iter().map(|x| x.to_bits()).collect()
}

/// A case of this many months whose write-off is over within two years.
fn hotel(months: usize, rest: &str) -> String {
    format!(
        "[case]\npreset = \"hotel\"\nmonths = {months}\n{rest}\n[finance]\ndepreciation_years = 2\n[market]\n\
         volatility = 0.1\n\
         [[programme.costs]]\nname = \"start\"\namount = 400_000\nper = \"once\"\ncapital = true\n\
         [[programme.costs]]\nname = \"team\"\namount = \"10k to 20k\"\nper = \"month\"\n\
         [[programme.costs]]\nname = \"training\"\namount = 180\nper = \"employee\"\nto = 12\n\
         [[programme.costs]]\nname = \"surprises\"\namount = \"2 to 5\"\nper = \"surprise\"\n"
    )
}

#[test]
fn the_run_off_of_a_case_is_a_longer_case_whose_programme_stops_at_its_horizon() {
    // Nobody is wholly engaged more than today by the gate's month: the gate stops every programme.
    let stop = "[programme.gate]\nmonth = 30\nmetric = \"engaged\"\nat_least = 1\n";
    let channels =
        "[effects.channels]\ncounter = \"uniform(0, 0.02)\"\ncontacts = 0.1\nproductivity = 0.01\ncashed = 0.5\n";
    for acquisition in ["", "[customers]\nannual_acquisition = 0.3\n", channels] {
        let short = case(&hotel(30, &format!("run_off_months = 40\n{acquisition}")));
        let long = case(&hotel(70, &format!("{acquisition}{stop}")));
        let found = measured(&short, Horizon::Beside, Measure::NpvRunOff);
        let expected = measured(&long, Horizon::Case, Measure::Npv);
        let largest = expected.iter().fold(0.0, |a: f64, x| a.max(x.abs()));
        assert!(largest > 1e5 && found.iter().zip(&expected).all(|(a, b)| (a - b).abs() <= 1e-9 * largest));
        let headline = measured(&short, Horizon::Case, Measure::Npv);
        assert!(found.iter().zip(&headline).any(|(a, b)| (a - b).abs() > 1e-3 * largest), "it is another value");
    }
}

#[test]
fn asking_for_the_run_off_moves_no_bit_of_the_headline() {
    let hotel = case(&hotel(60, ""));
    for measure in [Measure::Npv, Measure::PvCost, Measure::Payback, Measure::CustomerEquity, Measure::Irr] {
        assert_eq!(
            bits(&measured(&hotel, Horizon::Case, measure)),
            bits(&measured(&hotel, Horizon::Beside, measure)),
            "{measure:?}"
        );
    }
    assert!(measured(&hotel, Horizon::Case, Measure::NpvRunOff).iter().all(|x| x.is_nan()), "nobody asked for it");
    let beside = measured(&hotel, Horizon::Beside, Measure::NpvRunOff);
    assert_eq!(bits(&beside), bits(&measured(&hotel, Horizon::RunOff, Measure::Npv)));
    let digest = |horizon| {
        let engine = Engine::new(&hotel.with_horizon(horizon), SETTINGS).expect("few trials");
        engine.run(0..512, &Control::default()).expect("nobody cancels").ledger.digest()
    };
    assert_eq!(digest(Horizon::Case), digest(Horizon::Beside));
}

#[test]
fn without_run_off_its_value_is_that_of_the_horizon() {
    for rest in ["run_off_months = 0", "run_off_months = 60\n[finance]\nterminal_years = 2"] {
        let hotel = case(&format!("[case]\npreset = \"hotel\"\n{rest}\n"));
        let [headline, asked] = [Horizon::Case, Horizon::RunOff].map(|h| measured(&hotel, h, Measure::Npv));
        assert_eq!(bits(&headline), bits(&asked));
        assert!(measured(&hotel, Horizon::Beside, Measure::NpvRunOff).iter().all(|x| x.is_nan()));
    }
}

#[test]
fn nothing_runs_off_where_nothing_was_done() {
    for acquisition in ["", "[customers]\nannual_acquisition = 0.3\n"] {
        let text = format!("[case]\npreset = \"hotel\"\n{acquisition}[programme]\nintensity = 0\ncosts = []\n");
        let found = measured(&case(&text), Horizon::Beside, Measure::NpvRunOff);
        assert!(found.len() == 512 && found.iter().all(|x| x.to_bits() == 0), "{:?}", &found[..8]);
    }
}

#[test]
fn costs_run_three_months_more_and_the_write_off_ends_with_the_horizon() {
    let elements =
        ["vision", "leadership", "culture", "listening", "design", "people", "processes", "feedback", "innovation"];
    let same = elements.map(|e| format!("{e} = 0.5\n")).concat();
    let text = format!(
        "[case]\npreset = \"hotel\"\nmonths = 24\n[excellence.now]\n{same}[programme]\ndelivery = \"full\"\n\
         cost_overrun = 1\nintensity = 1\n[programme.target]\n{same}\
         [finance]\ndiscount_rate = 0.1\ntax_rate = 0.25\ninflation = 0.02\ndepreciation_years = 4\n\
         [[programme.costs]]\nname = \"start\"\namount = 100\nper = \"once\"\ncapital = true\n\
         [[programme.costs]]\nname = \"team\"\namount = 8\nper = \"month\"\n\
         [[programme.costs]]\nname = \"past\"\namount = 8\nper = \"month\"\nto = 20\n"
    );
    let hotel = case(&text);
    let growth = |rate: f64, t: i32| (1.0 + rate).powf(f64::from(t) / 12.0);
    let wind_down: f64 = (25..=27).map(|t| 8.0 * growth(0.02, t) / growth(0.1, t)).sum();
    let [headline, beside] =
        [Measure::Npv, Measure::NpvRunOff].map(|measure| measured(&hotel, Horizon::Beside, measure)[0]);
    assert!((headline - beside - 0.75 * wind_down).abs() < 1e-9 * headline.abs(), "{headline} {beside} {wind_down}");
}

#[test]
fn a_study_that_is_asked_for_the_run_off_judges_by_it_and_says_so() {
    let files = format!("{{\"main\": \"x.toml\", \"files\": {{\"x.toml\": {:?}}}}}", hotel(36, ""));
    let study = |horizon: &str| {
        let settings = format!("{{\"trials\": 512, \"seed\": 7, \"horizon\": {horizon:?}}}");
        delight_case::studies::seam::study("sensitivity", &files, &settings, &Control::default())
    };
    let found = |horizon: &str| -> serde_json::Value {
        let text = study(horizon).unwrap_or_else(|e| panic!("{e}"));
        serde_json::from_str(&text).expect("a document")
    };
    let (of_case, with_run_off) = (found("case"), found("run-off"));
    assert_eq!((&of_case["case"]["horizon"], &with_run_off["case"]["horizon"]), (&"case".into(), &"run-off".into()));
    assert_eq!(of_case["case"]["scenario"], with_run_off["case"]["scenario"], "it is the same case");
    let median = |found: &serde_json::Value| found["npv_p50"]["value"].as_f64().expect("a median");
    assert!(median(&of_case) != median(&with_run_off));
    let error = study("for ever").expect_err("there is no such horizon").to_string();
    assert!(error.contains("it must be case or run-off"), "{error}");
}
