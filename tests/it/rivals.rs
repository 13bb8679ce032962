//! Rivals and portfolios of whole cases, against closed forms, and the commands as users call them.

use crate::support::{hotel_text, payments_text, scenario};
use delight_case::sampling::{Sampling, normal_cdf};
use delight_case::scenario::Scenario;
use delight_case::simulate::{Control, Settings};
use delight_case::studies::compare::{CompareRequest, Comparison, compare};
use delight_case::studies::portfolio::{PortfolioError, PortfolioRequest as Choice, portfolio};
use delight_case::studies::voi::voi;

fn settings() -> Settings {
    Settings { sampling: Sampling::Sobol, seed: 1, trials: 4096 }
}

/// A payment of `amount` today, by its own name, and whatever else is said.
fn project(name: &str, amount: &str, more: &str) -> Scenario {
    scenario(&payments_text(name, &[(&format!("gain of {name}"), amount)], more))
}

fn compared(scenarios: &[Scenario], tolerance: Option<f64>) -> Comparison {
    compare(scenarios, settings(), &CompareRequest { nothing: true, risk_tolerance: tolerance }, &Control::default())
        .unwrap()
}

fn near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "found {found}, expected {expected} ± {tolerance}");
}

#[test]
fn two_normal_projects_have_their_closed_forms() {
    let found = compared(&[project("A", "normal(100, 30)", ""), project("B", "normal(80, 10)", "")], Some(25.0));
    let [a, b, nothing] = &found.rivals[..] else { panic!("two rivals and doing nothing") };
    for (rival, mean, sd) in [(a, 100.0, 30.0), (b, 80.0, 10.0)] {
        near(rival.npv.mean.value, mean, 0.1);
        near(rival.npv.sd.value, sd, 0.2);
        near(rival.npv.p5.value, mean - 1.644_854 * sd, 0.3);
        near(rival.loss_probability.value, normal_cdf(-mean / sd), 1e-3);
        // The mean below P5 is μ − σφ(1.645)/0.05.
        near(rival.expected_shortfall_5.value, mean - 2.062_713 * sd, 0.5);
    }
    // μ − σ²/2R: 100 − 900/50, 80 − 100/50.
    let worth = |k: usize| found.rivals[k].certainty_equivalent.expect("a tolerance was given");
    near(worth(0).value, 82.0, 4.0 * worth(0).standard_error.expect("eight replicates") + 0.3);
    near(worth(1).value, 78.0, 0.2);
    assert_eq!((nothing.name.as_deref(), nothing.npv.sd.value, worth(2).value), (None, 0.0, 0.0));
    assert_eq!((found.best_mean, found.best_certainty_equivalent), (0, Some(0)));
    // Equal at R = (900 − 100)/2(100 − 80) = 20; below it the safer one.
    let switch = found.switches.last().expect("there is one");
    assert_eq!((switch.below, switch.above), (1, 0));
    near(switch.risk_tolerance.value, 20.0, 4.0 * switch.risk_tolerance.standard_error.expect("an error") + 0.2);
    let pair = &found.pairs[0];
    near(pair.first_better.value, normal_cdf(20.0 / 1000.0_f64.sqrt()), 0.01);
    near(pair.difference.mean.value, 20.0, 0.1);
    near(pair.difference.p95.value - pair.difference.p5.value, 2.0 * 1.644_854 * 1000.0_f64.sqrt(), 2.0);
    // The distributions cross: neither dominates.
    assert!(!pair.first_over_second.second_order.dominates && !pair.second_over_first.second_order.dominates);
    let sum = |k: usize| found.rivals[k].ranks.iter().map(|share| share.value).sum::<f64>();
    (0..3).for_each(|k| near(sum(k), 1.0, 1e-12));
}

/// Of two amounts between 0 and 1, the better is worth 2/3 on average; their difference is below d < 0 with chance
/// (1 + d)²/2, their sum below s < 1 with chance s²/2.
#[test]
fn amounts_of_different_names_are_independent_in_every_study_of_rivals() {
    for at in 0..20 {
        // Other rivals besides, so that the names stand in other places.
        let more: Vec<Scenario> = (0..at % 4).map(|k| project(&format!("{at} {k}"), "-3 to -2", "")).collect();
        let [a, b] = ["A", "B"].map(|name| project(&format!("{name}{at}"), "uniform(0, 1)", ""));
        let rivals: Vec<Scenario> = more.iter().cloned().chain([a, b]).collect();
        let found = compared(&rivals, None);
        let pair = found.pairs.iter().find(|p| (p.first, p.second) == (more.len(), more.len() + 1)).expect("a pair");
        near(pair.difference.p5.value, 0.1_f64.sqrt() - 1.0, 0.03);
        near(pair.difference.p95.value, 1.0 - 0.1_f64.sqrt(), 0.03);
        near(pair.first_better.value, 0.5, 0.03);
        let choice =
            Choice { budget: 1e3, staff: None, risk_tolerance: None, groups: Vec::new(), requires: Vec::new() };
        let found = portfolio(&rivals, settings(), &choice, &Control::default()).unwrap();
        near(found.total.npv.p5.value, 0.1_f64.sqrt(), 0.03);
        let found = voi(&rivals, settings(), None, None, &Control::default()).unwrap();
        near(found.evpi.value, 2.0 / 3.0 - 0.5, 0.01);
    }
}

#[test]
fn what_two_rivals_have_in_common_cancels_in_their_difference() {
    // The same flow by its name has the same draws; the second adds a sure 5.
    let other = "[[flows]]\nname = \"bonus\"\namount = 5\nper = \"once\"";
    let (plain, better) = (project("A", "normal(100, 30)", ""), project("A", "normal(100, 30)", other));
    let better = better.with("case.name", "A and a bonus").unwrap();
    let found = compared(&[plain, better], None);
    let pair = &found.pairs[0];
    near(pair.difference.mean.value, -5.0, 1e-9);
    near(pair.difference.mean.standard_error.expect("eight replicates"), 0.0, 1e-9);
    assert_eq!(pair.first_better.value, 0.0);
    let over = pair.second_over_first;
    assert!(over.first_order.dominates && over.second_order.dominates);
    assert_eq!(over.first_order.violation.value, 0.0);
    near(pair.first_over_second.first_order.violation.value, 5.0, 1e-9);
    // Cash flows tell no revenue, so no risk tolerance follows.
    assert!(found.risk_tolerance.is_none() && found.rivals[0].certainty_equivalent.is_none());
}

#[test]
fn a_rule_of_thumb_for_the_risk_tolerance_follows_from_revenue() {
    let hotel = scenario(&hotel_text("[customers]\ncount = 1000\nrevenue_per_year = 200\nmarket_size = 5000\n"));
    let request = CompareRequest { nothing: false, risk_tolerance: None };
    let few = Settings { trials: 128, ..settings() };
    let found = compare(&[project("A", "normal(1, 1)", ""), hotel], few, &request, &Control::default()).unwrap();
    let tolerance = found.risk_tolerance.expect("a case with revenue");
    assert_eq!(tolerance.of_revenue, Some(200_000.0));
    near(tolerance.value, 12_800.0, 1e-6);
    assert_eq!(found.rivals.len(), 2);
}

fn choice(budget: f64) -> Choice {
    Choice { budget, staff: None, risk_tolerance: None, groups: Vec::new(), requires: Vec::new() }
}

/// Projects worth 60, 50, 40 and −10, which use 50, 40, 30 and 10 of the budget.
fn projects() -> [Scenario; 4] {
    let uses = |amount: u32| format!("[portfolio]\nbudget = {amount}");
    [
        project("A", "normal(60, 20)", &uses(50)),
        project("B", "normal(50, 5)", &uses(40)),
        project("C", "normal(40, 5)", &uses(30)),
        project("D", "normal(-10, 5)", &uses(10)),
    ]
}

#[test]
fn a_budget_buys_the_set_that_is_worth_most_and_each_other_project_has_its_reason() {
    let found = portfolio(&projects(), settings(), &choice(80.0), &Control::default()).expect("a choice");
    let funded: Vec<bool> = found.projects.iter().map(|p| p.funded).collect();
    // A and C are worth 100 for 80; B and C 90 for 70.
    assert_eq!(funded, [true, false, true, false]);
    near(found.total.value.value, 100.0, 0.2);
    near(found.total.npv.sd.value, 425.0_f64.sqrt(), 0.3);
    assert_eq!((found.limits[0].used.value, found.total.best_in.value), (80.0, 1.0));
    let reason = |i: usize| found.projects[i].reason.as_ref().expect("not funded");
    assert_eq!(
        (reason(1).of.as_str(), &reason(1).displaces[..], &reason(1).brings[..]),
        ("outdone", &[0][..], &[][..])
    );
    near(reason(1).loss.expect("a set has it").value, 10.0, 0.2);
    assert_eq!(reason(3).of, "negative");
    // Ten more buys A and B.
    let next = found.next.as_ref().expect("a better set");
    assert_eq!((next.budget, next.more, &next.joins[..], &next.leaves[..]), (90.0, 10.0, &[1][..], &[2][..]));
    near(next.gain.value, 10.0, 0.2);
    let steps: Vec<f64> = found.curve.iter().map(|point| point.budget).collect();
    assert_eq!(steps, [0.0, 30.0, 40.0, 50.0, 70.0, 80.0, 90.0, 120.0]);
}

#[test]
fn an_owner_who_dislikes_risk_takes_the_safer_set() {
    // μ − σ²/2R: with R = 100 A is worth 58, B 49.9, C 39.9; with R = 10 A only 40, B 48.8, C 38.8.
    let chosen = |tolerance: f64| {
        let request = Choice { risk_tolerance: Some(tolerance), ..choice(80.0) };
        let found = portfolio(&projects(), settings(), &request, &Control::default()).expect("a choice");
        (found.projects.iter().map(|p| p.funded).collect::<Vec<_>>(), found.total.value.value)
    };
    assert_eq!(chosen(100.0).0, [true, false, true, false]);
    let (set, value) = chosen(10.0);
    assert_eq!(set, [false, true, true, false]);
    near(value, 90.0 - 50.0 / 20.0, 0.3);
}

#[test]
fn conditions_of_files_and_of_the_command_hold_together() {
    let mut projects = projects();
    let with = |project: &Scenario, key: &str, text: &str| project.with(key, text).unwrap_or_else(|e| panic!("{e}"));
    projects[0] = with(&projects[0], "portfolio.group", "one");
    projects[2] = with(&projects[2], "portfolio.group", "one");
    projects[1] = with(&projects[1], "portfolio.requires", "[\"D\"]");
    let request = Choice { requires: vec![("C".into(), "D".into())], ..choice(75.0) };
    let found = portfolio(&projects, settings(), &request, &Control::default()).expect("a choice");
    // A alone is worth 60, B and D 40, C and D 30; B, C and D use 80, A, B and D 100.
    assert_eq!(found.projects.iter().map(|p| p.funded).collect::<Vec<_>>(), [true, false, false, false]);
    projects[1] = with(&projects[1], "portfolio.must", "true");
    let found = portfolio(&projects, settings(), &request, &Control::default()).expect("a choice");
    assert_eq!(found.projects.iter().map(|p| p.funded).collect::<Vec<_>>(), [false, true, false, true]);
    let fault = portfolio(&projects, settings(), &choice(20.0), &Control::default()).expect_err("B and D use 50");
    assert!(fault.to_string().contains("give them more room"), "{fault}");
    projects[1] = with(&projects[1], "portfolio.requires", "[\"DD\"]");
    let fault = portfolio(&projects, settings(), &choice(20.0), &Control::default()).expect_err("no such project");
    assert!(matches!(&fault, PortfolioError::Unknown { name, .. } if name == "DD"), "{fault}");
}

#[test]
fn without_a_word_a_project_uses_the_present_value_of_its_costs() {
    let costs = "[[flows]]\nname = \"outlay\"\namount = -100\nper = \"once\"\n\
                 [[flows]]\nname = \"upkeep\"\namount = -110\nper = \"once\"\nmonth = 12";
    let found = portfolio(
        &[project("A", "500", costs), project("B", "1", "")],
        settings(),
        &choice(150.0),
        &Control::default(),
    )
    .unwrap();
    near(found.projects[0].budget.value, 200.0, 1e-6);
    assert_eq!(found.projects[0].reason.as_ref().expect("not funded").of, "does_not_fit");
    assert_eq!((found.projects[1].budget.value, found.projects[1].npv_per_budget), (0.0, None));
}

mod commands {
    //! The real binary, as users call it.

    use crate::support::{delight, file, printed as text_of, said};
    use delight_case::studies::{compare::Comparison, portfolio::Portfolio};
    use std::path::PathBuf;

    fn files() -> [PathBuf; 3] {
        ["hotel.toml", "rivals/loyalty-points.toml", "rivals/winter-rates.toml"]
            .map(|name| file("scenarios").join(name))
    }

    fn ended(command: &str, more: &[&str]) -> (assert_cmd::assert::Assert, tempfile::TempDir) {
        let out = tempfile::tempdir().unwrap();
        let mut delight = delight();
        delight.arg(command).args(files()).args(["--trials", "256", "--out"]);
        (delight.arg(out.path()).args(more).assert(), out)
    }

    fn printed(command: &str, more: &[&str]) -> (String, tempfile::TempDir) {
        let (ended, out) = ended(command, more);
        (text_of(&ended.success()), out)
    }

    #[test]
    fn rivals_stand_side_by_side_and_are_drawn() {
        let (text, out) = printed("compare", &["--risk-tolerance", "2M"]);
        for part in ["Worth most on average", "as much as", "doing nothing", "Stochastic dominance"] {
            assert!(text.contains(part), "{part} in\n{text}");
        }
        for file in ["compare-curves.svg", "compare-risk.png", "compare-places.svg"] {
            assert!(out.path().join(file).is_file(), "{file}");
        }
        let document = std::fs::read_to_string(out.path().join("compare.json")).unwrap();
        let found: Comparison = serde_json::from_str(&document).unwrap();
        assert_eq!((found.rivals.len(), found.pairs.len()), (4, 6));
        let (as_aversion, _) = printed("compare", &["--risk-aversion", "5e-7", "--format", "json"]);
        assert_eq!(as_aversion, document, "an aversion is one over the tolerance");
        let (text, _) = printed("compare", &["--nothing", "false", "--lang", "nl"]);
        assert!(text.contains("Gemiddeld het meest waard") && !text.contains("niets doen"), "{text}");
    }

    #[test]
    fn a_budget_is_shared_out_and_the_choice_can_be_read_back() {
        let (text, out) = printed("portfolio", &["--budget", "2M", "--group", "Zeewind hotels,Winter rates"]);
        for part in ["With a budget of €2.00m", "in best set", "resamples"] {
            assert!(text.contains(part), "{part} in\n{text}");
        }
        assert!(out.path().join("portfolio-budget.svg").is_file() && out.path().join("portfolio.png").is_file());
        let document = std::fs::read_to_string(out.path().join("portfolio.json")).unwrap();
        let found: Portfolio = serde_json::from_str(&document).unwrap();
        assert_eq!(found.projects.len(), 3);
        assert!(found.limits[0].used.value <= 2e6);
    }

    #[test]
    fn the_findings_have_the_same_bytes_whatever_the_threads() {
        for (command, more) in [("compare", &[][..]), ("portfolio", &["--budget", "3M", "--risk-tolerance", "2M"])] {
            let [one, three] = ["1", "3"]
                .map(|threads| printed(command, &[more, &["--format", "json", "--threads", threads]].concat()).0);
            assert_eq!(one, three, "{command}");
        }
    }

    #[test]
    fn what_cannot_be_compared_or_chosen_is_refused_with_the_remedy() {
        let refused = |command: &str, more: &[&str]| said(&ended(command, more).0.code(2));
        let hotel = files()[0].display().to_string();
        assert!(refused("compare", &[&hotel]).contains("is named twice"));
        assert!(refused("compare", &["--risk-tolerance", "0"]).contains("above zero"));
        assert!(refused("portfolio", &[]).contains("--budget"));
        let meant = refused("portfolio", &["--budget", "1M", "--requires", "Winter rate:Loyalty points"]);
        assert!(meant.contains("did you mean \"Winter rates\"?"), "{meant}");
        assert!(refused("portfolio", &["--budget", "1M", "--group", "Winter rates"]).contains("two names or more"));
    }
}
