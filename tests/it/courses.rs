//! The way there: money by year sums to what a run says, and indicators by month to those of its last year.

use crate::support::{hotel_text, payments_text, scenario};
use delight_case::sampling::Sampling;
use delight_case::scenario::{Case, Scenario};
use delight_case::simulate::{Control, Courses, Engine, Kpi, Measure, SERIES, Sample, Settings, Side};
use delight_case::studies::run::{Findings, run};

const SETTINGS: Settings = Settings { sampling: Sampling::Sobol, seed: 5, trials: 1_000 };

fn courses(scenario: &Scenario) -> Courses {
    Courses::of(&Engine::new(scenario, SETTINGS).unwrap(), &Control::default()).unwrap()
}

fn found(text: &str) -> Findings {
    run(&Case::from_text("case.toml", text).unwrap(), &SETTINGS, &Control::default()).unwrap()
}

fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-9 * expected.abs().max(1.0), "found {found}, expected {expected}");
}

fn place(key: &str) -> usize {
    SERIES.iter().position(|own| *own == key).expect("an indicator")
}

#[test]
fn the_present_value_of_the_years_is_what_the_run_says() {
    let growing = "[[flows]]\nname = \"g\"\namount = \"10 to 20\"\nper = \"month\"\ngrowth = 0.02\n";
    for text in [hotel_text(""), hotel_text("months = 31\n"), payments_text("x", &[("a", "-90 to -50")], growing)] {
        let f = found(&text);
        let by_year = f.by_year.as_ref().expect("every run has one");
        assert_eq!((by_year.trials, by_year.years.len()), (1_000, 1 + f.case.months.div_ceil(12)));
        let value = &by_year.present_value;
        near(value.cash + f.terminal.value, f.npv.mean.value);
        near(value.benefit, f.pv_benefit.mean.value);
        near(value.cost + value.capital, f.pv_cost.mean.value);
        for (name, piece) in &value.pieces {
            near(*piece, f.bridge[name].value);
        }
        for year in by_year.years.iter().chain([&by_year.total, value]) {
            near(year.benefit - year.cost - year.capital - year.tax, year.cash);
            near(year.benefit - year.cost - year.written_off - year.tax, year.profit);
            if !year.pieces.is_empty() {
                near(year.pieces.values().sum(), year.benefit);
            }
        }
        near(by_year.years.iter().map(|year| year.cash).sum(), by_year.total.cash);
    }
}

/// 480 today, written off over four years, against 240 a year at 25 % tax.
#[test]
fn a_year_of_a_project_is_that_of_a_textbook() {
    let text = "[case]\nkind = \"cash-flow\"\nmonths = 24\n[finance]\ndiscount_rate = 0.1\ntax_rate = 0.25\n\
        depreciation_years = 4\n[[flows]]\nname = \"machine\"\namount = -480\nper = \"once\"\ncapital = true\n\
        [[flows]]\nname = \"income\"\namount = 20\nper = \"month\"\n";
    let f = found(text);
    let years = &f.by_year.as_ref().expect("every run has one").years;
    let [start, first, second] = &years[..] else { panic!("{} years", years.len()) };
    assert_eq!((start.capital, start.cost, start.tax, start.profit, start.cash), (480.0, 0.0, 0.0, 0.0, -480.0));
    for year in [first, second] {
        // 240 − 120 written off = 120 before tax, 30 of tax.
        near(year.benefit, 240.0);
        near(year.written_off, 120.0);
        near(year.tax, 30.0);
        near(year.profit, 90.0);
        near(year.cash, 210.0);
    }
    assert!(f.by_month.is_none() && f.longer.is_empty());
}

#[test]
fn the_indicators_of_the_last_twelve_months_are_those_of_the_chain() {
    let case = scenario(&hotel_text(""));
    let found = courses(&case);
    let keys = [("nps", Kpi::Nps), ("rating", Kpi::Rating), ("connected", Kpi::Connected), ("churn", Kpi::Churn)];
    let keys = keys.into_iter().chain([("engaged", Kpi::Engaged), ("turnover", Kpi::Turnover)]);
    for (key, kpi) in keys {
        for (arm, side) in [(0, Side::Baseline), (1, Side::Programme)] {
            let measure = Measure::Kpi(kpi, side);
            let sample = Sample::new(&case, SETTINGS, &[measure], &Control::default()).unwrap();
            let of_year = sample.results(measure)[..found.trials].iter().sum::<f64>() / found.trials as f64;
            let last = found.months.iter().rev().take(12).map(|month| month[place(key)][arm].mean);
            near(last.sum::<f64>() / 12.0, of_year);
        }
    }
}

#[test]
fn what_was_entered_of_today_is_where_the_months_without_the_programme_begin() {
    let text = "[case]\npreset = \"hotel\"\n[customers]\nannual_churn = 0.23\n[customers.nps]\npromoters = 0.41\n\
        passives = 0.36\ndetractors = 0.23\n[employees]\nannual_turnover = 0.37\n[experience]\nfailure_rate = 0.09\n";
    let f = found(text);
    let indicators = &f.by_month.as_ref().expect("a chain").indicators;
    for (key, entered) in [("churn", 0.23), ("promoters", 0.41), ("nps", 18.0), ("turnover", 0.37), ("failures", 0.09)]
    {
        let band = &indicators[key].baseline;
        for list in [&band.p5, &band.p50, &band.p95, &band.mean] {
            assert_eq!((list[0], list[59]), (entered, entered), "{key}");
        }
    }
}

#[test]
fn a_rule_says_when_a_case_is_worth_doing() {
    use delight_case::report::pages::run::page::summary;
    use delight_case::report::words::Words;
    use delight_case::scenario::Language;
    let say = |rule: &str| {
        let f = found(&payments_text("x", &[("a", "normal(10, 100)")], "").replacen(
            '\n',
            &format!("\nrule = \"{rule}\"\n"),
            1,
        ));
        let screen = summary(&f, Words::new(Language::English)).screen(200);
        screen.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    // Loses in Φ(−0.1) = 46 % of the trials.
    assert!(say("mean").contains("an expected net present value above zero, it is worth doing"), "{}", say("mean"));
    assert!(say("loss <= 50%").contains("of at most 50.0%, it is worth doing"), "{}", say("loss <= 50%"));
    assert!(say("loss <= 30%").contains("it is not worth doing as it is written"));
    for text in ["rule = \"loss <= 300%\"", "rule = \"always\""] {
        let error = Scenario::from_text("x.toml", &format!("[case]\npreset = \"hotel\"\n{text}\n")).unwrap_err();
        assert!(error.to_string().contains("loss <= 30%"), "{error}");
    }
}
