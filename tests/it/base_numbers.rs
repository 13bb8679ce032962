//! What a case is worth as written is one number, whoever asks: its run, and every study of it with as many trials.

use crate::support::{hotel_text, scenario};
use delight_case::chain::ELEMENTS;
use delight_case::sampling::Sampling;
use delight_case::scenario::{Case, Scenario};
use delight_case::simulate::{Control, Settings};
use delight_case::statistics::Estimate;
use delight_case::studies::breakeven::{BreakevenRequest, Target, breakeven};
use delight_case::studies::compare::{CompareRequest, compare};
use delight_case::studies::diff::diff;
use delight_case::studies::fails::fails;
use delight_case::studies::gate::best_gate;
use delight_case::studies::improve::improve;
use delight_case::studies::optimise::{PlanLimits, optimise};
use delight_case::studies::portfolio::{PortfolioRequest, portfolio};
use delight_case::studies::run::{Findings, Run};
use delight_case::studies::sensitivity::sensitivity;
use delight_case::studies::sweep::{Through, sweep};
use delight_case::studies::voi::voi;

const SETTINGS: Settings = Settings { sampling: Sampling::Sobol, seed: 3, trials: 256 };

fn run(text: &str, changes: &[(String, String)]) -> Findings {
    let case = Case::from_text("case.toml", text).unwrap_or_else(|e| panic!("{e}"));
    let change = |case: Case, (path, text): &(String, String)| {
        case.with(path, text).unwrap_or_else(|e| panic!("{path} = {text}: {e}"))
    };
    let case = changes.iter().fold(case, change);
    Run::new(SETTINGS).of(&case, &Control::default()).expect("a run").findings
}

/// Bits of a mean, a median and a probability of a loss, those that a study has.
type Figures = [Option<u64>; 3];

fn figures(mean: Option<&Estimate>, median: Option<&Estimate>, loss: Option<&Estimate>) -> Figures {
    [mean, median, loss].map(|estimate| estimate.map(|e| e.value.to_bits()))
}

/// What every study of a case says of it as written, by its name.
fn as_written(case: &Scenario) -> Vec<(&'static str, Figures)> {
    let (control, some) = (Control::default(), std::slice::from_ref(case));
    let mut all = Vec::new();
    let found = sensitivity(case, SETTINGS, false, &control).expect("sensitivity");
    all.push(("sensitivity", figures(Some(&found.npv_mean), Some(&found.npv_p50), None)));
    let inputs = ["finance.discount_rate".to_owned()];
    let request = BreakevenRequest { inputs: &inputs, map: None, target: Some(Target::MedianNpv) };
    let found = breakeven(case, SETTINGS, &request, &control).expect("breakeven");
    all.push(("breakeven", figures(None, Some(&found.npv_p50), Some(&found.loss_probability))));
    let through = Through { path: "programme.intensity".into(), from: 1.0, to: 2.0, steps: 2 };
    let found = sweep(case, SETTINGS, &through, &control).expect("sweep");
    let npv = found.doses[0].npv.as_ref().expect("values");
    all.push(("sweep", figures(Some(&npv.mean), Some(&npv.p50), Some(&found.doses[0].loss_probability))));
    let found = best_gate(case, SETTINGS, 1000.0, &control).expect("gate");
    all.push(("gate", figures(Some(&found.npv_mean), None, None)));
    let found = optimise(case, SETTINGS, 64, &PlanLimits::NONE, &control).expect("optimise").written;
    all.push(("optimise", figures(Some(&found.npv_mean), None, Some(&found.loss_probability))));
    let found = voi(some, SETTINGS, None, None, &control).expect("voi");
    all.push(("voi", figures(Some(&found.options[0].npv_mean), None, None)));
    let found = fails(case, SETTINGS, &control).expect("fails");
    all.push(("fails", figures(None, None, Some(&found.loss_probability))));
    let found = improve(case, SETTINGS, &control).expect("improve").written;
    all.push(("improve", figures(Some(&found.npv_mean), Some(&found.npv_p50), Some(&found.loss_probability))));
    let request = CompareRequest { nothing: true, risk_tolerance: None };
    let rival = compare(some, SETTINGS, &request, &control).expect("compare").rivals.swap_remove(0);
    all.push(("compare", figures(Some(&rival.npv.mean), Some(&rival.npv.p50), Some(&rival.loss_probability))));
    let request =
        PortfolioRequest { budget: 1e7, staff: None, risk_tolerance: None, groups: Vec::new(), requires: Vec::new() };
    let found = portfolio(some, SETTINGS, &request, &control).expect("portfolio");
    all.push(("portfolio", figures(Some(&found.projects[0].npv_mean), None, None)));
    let other = scenario(&hotel_text("[programme]\nintensity = 0.5\n").replace("Hotel", "Other"));
    let found = diff(case, &other, SETTINGS, &control).expect("diff");
    all.push(("diff", figures(Some(&found.npv_mean.from), Some(&found.npv_p50.from), None)));
    all
}

#[test]
fn every_study_with_as_many_trials_as_the_run_has_the_same_figures_of_the_case_to_the_last_bit() {
    let case = scenario(&hotel_text(""));
    let found = run(&hotel_text(""), &[]);
    let of_run = figures(Some(&found.npv.mean), Some(&found.npv.p50), Some(&found.loss_probability));
    let all = as_written(&case);
    assert!(all.len() >= 11);
    for (study, figures) in all {
        assert!(figures.iter().any(Option::is_some), "{study} says nothing of the case as written");
        for (k, figure) in ["mean", "median", "loss"].iter().enumerate() {
            let Some(bits) = figures[k] else { continue };
            let [said, expected] = [Some(bits), of_run[k]].map(|bits| bits.map(f64::from_bits));
            assert_eq!(Some(bits), of_run[k], "{study}: {figure} {said:?}, the run has {expected:?}");
        }
    }
}

#[test]
fn the_plan_of_optimise_written_into_the_scenario_and_run_gives_the_figures_that_were_printed() {
    // A programme that pays, so that there is a plan.
    let text = hotel_text("lens = \"authors\"\n");
    let found = optimise(&scenario(&text), SETTINGS, 64, &PlanLimits::NONE, &Control::default()).expect("optimise");
    let plan = found.in_file.expect("a plan");
    assert!(plan.changes.len() > ELEMENTS.len());
    let run = run(&text, &plan.changes);
    for (said, of_run) in [(plan.value.npv_mean, run.npv.mean), (plan.value.loss_probability, run.loss_probability)] {
        assert_eq!(said.value.to_bits(), of_run.value.to_bits(), "{} {}", said.value, of_run.value);
    }
    // One owner has one best plan.
    let neutral = found.frontier.iter().find(|point| point.risk_tolerance.is_none()).expect("an owner");
    assert_eq!(neutral.value, found.best);
}
