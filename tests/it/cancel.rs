//! Work that is ended from outside ends with that error, whatever it is.

use delight_case::evidence::questionnaire;
use delight_case::sampling::Sampling;
use delight_case::scenario::{Assessment, Case, Scenario};
use delight_case::simulate::{Control, Settings, SimulationError};
use delight_case::studies::assess::worth;
use delight_case::studies::audit::audit;
use delight_case::studies::breakeven::{BreakevenRequest, Target, breakeven};
use delight_case::studies::compare::{CompareRequest as Rivalry, compare};
use delight_case::studies::diff::{DiffError, diff};
use delight_case::studies::fails::fails;
use delight_case::studies::findings::InputError;
use delight_case::studies::gate::{GateError, best_gate};
use delight_case::studies::optimise::{OptimiseError, PlanLimits, optimise};
use delight_case::studies::portfolio::{PortfolioError, PortfolioRequest as Choice, portfolio};
use delight_case::studies::run::{Run, RunError, drivers, run};
use delight_case::studies::sensitivity::sensitivity;
use delight_case::studies::sweep::{Through, sweep, sweep_two};
use delight_case::studies::voi::voi;
use std::time::{Duration, Instant};

const SETTINGS: Settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 1024 };
const ENDED: SimulationError = SimulationError::Cancelled;

fn text(intensity: f64) -> String {
    format!("[case]\nname = \"x{intensity}\"\npreset = \"hotel\"\n[programme]\nintensity = {intensity}\n")
}

fn scenario(intensity: f64) -> Scenario {
    Scenario::from_text("x.toml", &text(intensity)).unwrap_or_else(|e| panic!("{e}"))
}

fn through(path: &str) -> Through {
    Through { path: path.into(), from: 0.0, to: 1.0, steps: 3 }
}

fn ended() -> Control {
    let control = Control::default();
    control.cancel();
    control
}

#[test]
fn a_run_that_is_cancelled_gives_no_findings() {
    let case = Case::from_text("x.toml", &text(1.0)).unwrap();
    assert!(matches!(run(&case, &SETTINGS, &ended()), Err(RunError::Simulation(ENDED))));
    let precise = Run::new(SETTINGS).until(0.01).of(&case, &ended());
    assert!(matches!(precise, Err(RunError::Simulation(ENDED))));
}

#[test]
fn every_study_that_is_cancelled_says_so() {
    let (case, other, control) = (scenario(1.0), scenario(0.5), ended());
    let both = [case.clone(), other.clone()];
    let request = BreakevenRequest { inputs: &[], map: None, target: Some(Target::MedianNpv) };
    let [dose, share] = [through("programme.intensity"), through("effects.causal_share")];
    let rivalry = Rivalry { nothing: true, risk_tolerance: None };
    let choice = Choice { budget: 1e7, staff: None, risk_tolerance: None, groups: Vec::new(), requires: Vec::new() };
    assert_eq!(sensitivity(&case, SETTINGS, true, &control).err(), Some(ENDED));
    assert_eq!(fails(&case, SETTINGS, &control).err(), Some(ENDED));
    assert_eq!(audit(&case, SETTINGS, None, &control).err(), Some(ENDED));
    assert_eq!(drivers(&case, SETTINGS, &control).err(), Some(ENDED));
    let answers = Assessment { answers: vec![None; questionnaire().items.len()], values: None };
    assert_eq!(worth(&case, &answers, SETTINGS, &control).err(), Some(ENDED));
    let input = Some(InputError::Simulation(ENDED));
    assert_eq!(breakeven(&case, SETTINGS, &request, &control).err(), input);
    assert_eq!(sweep(&case, SETTINGS, &dose, &control).err(), input);
    assert_eq!(sweep_two(&case, SETTINGS, &[dose, share], &control).err(), input);
    assert_eq!(voi(&both, SETTINGS, None, None, &control).err(), input);
    assert_eq!(compare(&both, SETTINGS, &rivalry, &control).err(), input);
    assert_eq!(best_gate(&case, SETTINGS, 1e3, &control).err(), Some(GateError::Simulation(ENDED)));
    let spread = optimise(&case, SETTINGS, 128, &PlanLimits::NONE, &control);
    assert_eq!(spread.err(), Some(OptimiseError::Simulation(ENDED)));
    assert_eq!(diff(&case, &other, SETTINGS, &control).err(), Some(DiffError::Simulation(ENDED)));
    assert_eq!(portfolio(&both, SETTINGS, &choice, &control).err(), Some(PortfolioError::Simulation(ENDED)));
}

#[test]
fn a_long_study_ends_soon_after_it_is_cancelled() {
    let (case, control) = (scenario(1.0), Control::default());
    let settings = Settings { trials: 1 << 18, ..SETTINGS };
    std::thread::scope(|scope| {
        let study = scope.spawn(|| sensitivity(&case, settings, true, &control).err());
        // Some way into the study, not before it.
        while control.done() < 1 << 14 {
            std::thread::sleep(Duration::from_millis(1));
        }
        let at = Instant::now();
        control.cancel();
        assert_eq!(study.join().unwrap(), Some(ENDED));
        // Whole it takes minutes; a block of trials takes far less than a second on any machine.
        assert!(at.elapsed() < Duration::from_secs(10), "{:?}", at.elapsed());
    });
}

#[test]
fn a_study_without_a_case_is_refused() {
    let control = Control::default();
    let rivalry = Rivalry { nothing: true, risk_tolerance: None };
    assert_eq!(compare(&[], SETTINGS, &rivalry, &control).err(), Some(InputError::NoCase));
    assert_eq!(voi(&[], SETTINGS, None, None, &control).err(), Some(InputError::NoCase));
}

#[test]
fn more_trials_than_can_be_drawn_are_refused() {
    let case = Case::from_text("x.toml", &text(1.0)).unwrap();
    let settings = Settings { trials: (1 << 33) + 1, ..SETTINGS };
    let error = run(&case, &settings, &Control::default()).unwrap_err();
    assert_eq!(error.to_string(), "8589934593 trials are too many: at most 8589934592");
    let asked = sensitivity(case.scenario(), settings, false, &Control::default()).unwrap_err();
    assert_eq!(asked, SimulationError::TooManyTrials { asked: settings.trials, most: 1 << 20 });
}
