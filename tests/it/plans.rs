//! A plan of draws that is taken over from a run before gives the draws of a new one.

use crate::support::{SHIPPED, hotel_file, hotel_text, loaded, scenario, scenario_files};
use delight_case::sampling::Sampling;
use delight_case::scenario::{Scenario, Value};
use delight_case::simulate::{BLOCK, Control, Draws, Engine, Settings};

const TRIALS: u64 = 3 * BLOCK as u64;

/// The bits of all columns, block by block.
fn drawn(draws: &Draws) -> Vec<u64> {
    let (mut block, mut scratch) = draws.block();
    let mut bits = Vec::new();
    for first in (0..TRIALS).step_by(BLOCK) {
        draws.fill(first, &mut block, &mut scratch);
        bits.extend((0..block.columns()).flat_map(|c| block.column(c).iter().map(|x| x.to_bits()).collect::<Vec<_>>()));
    }
    bits
}

/// Fails unless each of these cases, planned after each other one, has the draws of a plan of its own.
fn assert_same_draws(cases: &[Scenario], sampling: Sampling) {
    let new: Vec<Draws> = cases.iter().map(|case| Draws::new(case, sampling, 7, TRIALS)).collect();
    for (former, before) in new.iter().zip(cases) {
        for (case, new) in cases.iter().zip(&new) {
            let after = Draws::after(former, case, sampling, 7, TRIALS);
            assert_eq!(after.names(), new.names());
            assert!(drawn(&after) == drawn(new), "{} after {}", case.name(), before.name());
        }
    }
}

/// The case with an input fixed at its median, the first that can be of these.
fn fixed(case: &Scenario, mut places: impl Iterator<Item = usize>) -> Option<Scenario> {
    places.find_map(|place| {
        let input = &case.assumptions()[place];
        let Value::Drawn(d) = &input.value else { return None };
        (!d.is_constant()).then(|| case.with(&input.path, &d.median().to_string()).ok()).flatten()
    })
}

#[test]
fn a_plan_taken_over_draws_what_a_new_one_draws_in_every_shipped_scenario_however_it_is_changed() {
    let mut tied = 0;
    for file in scenario_files(&[SHIPPED]) {
        let case = loaded(&file);
        let free = fixed(&case, 0..case.assumptions().len());
        let correlated = fixed(&case, case.correlations().iter().flat_map(|c| c.between));
        let rate = case.with("finance.discount_rate", "5% to 12%").ok();
        tied += usize::from(correlated.is_some());
        assert!(free.is_some() && rate.is_some(), "{}", file.display());
        let cases: Vec<Scenario> = [Some(case), free, correlated, rate].into_iter().flatten().collect();
        assert_same_draws(&cases, Sampling::Sobol);
    }
    assert!(tied > 5, "only {tied} scenarios have a correlation that can be loosened");
}

#[test]
fn a_plan_taken_over_follows_ranks_that_change() {
    let between = "[[correlations]]\nbetween = [\"customers.annual_churn\", \"customers.revenue_per_year\"]\n";
    let of = |rank: &str| {
        let inputs = "[customers]\nannual_churn = \"20% to 30%\"\nrevenue_per_year = \"100 to 300\"\n";
        scenario(&hotel_text(&format!("{inputs}{}", rank.replace("RANK", &format!("{between}rank")))))
    };
    let cases = ["", "RANK = 0.5\n", "RANK = 0.8\n", "RANK = -0.5\n"].map(of);
    let drawn = cases.each_ref().map(|case| drawn(&Draws::new(case, Sampling::Sobol, 7, TRIALS)));
    assert!(drawn[1] != drawn[0] && drawn[1] != drawn[2] && drawn[1] != drawn[3]);
    assert_same_draws(&cases, Sampling::Sobol);
}

#[test]
fn a_plan_of_other_draws_is_not_taken_over() {
    let case = loaded(&hotel_file());
    let former = Draws::new(&case, Sampling::Lhs, 7, 2 * TRIALS);
    for (sampling, seed, trials) in [
        (Sampling::Lhs, 7, TRIALS),
        (Sampling::Lhs, 8, 2 * TRIALS),
        (Sampling::Sobol, 7, TRIALS),
        (Sampling::Random, 7, TRIALS),
    ] {
        let (after, new) =
            (Draws::after(&former, &case, sampling, seed, trials), Draws::new(&case, sampling, seed, trials));
        assert!(drawn(&after) == drawn(&new), "{sampling} {seed} {trials}");
    }
}

#[test]
fn an_engine_with_the_draws_of_another_runs_as_its_own() {
    let settings = Settings { sampling: Sampling::Sobol, seed: 3, trials: 600 };
    let case = loaded(&hotel_file());
    let changed = case.with("effects.causal_share", "30%").unwrap();
    let draws = Engine::new(&case, settings).unwrap().into_draws();
    let after = Engine::with_draws(&changed, settings, &draws).unwrap();
    let new = Engine::new(&changed, settings).unwrap();
    let run = |engine: &Engine| engine.run(0..600, &Control::default()).unwrap();
    assert!(run(&after) == run(&new));
    assert!(Engine::with_draws(&changed, Settings { trials: u64::MAX, ..settings }, &draws).is_err());
}
