//! How to spread a budget, held against cases whose answer is known.

use crate::support::{delight, hotel_text, printed, scenario};
use delight_case::sampling::Sampling;
use delight_case::simulate::{Control, Settings};
use delight_case::studies::optimise::{ElementPlan, Optimisation, OptimiseError, PlanLimits, optimise};

const SETTINGS: Settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 128 };
const NEUTRAL: PlanLimits = PlanLimits::NONE;

fn spread(text: &str, limits: &PlanLimits) -> Optimisation {
    optimise(&scenario(text), SETTINGS, 128, limits, &Control::default()).expect("a chain, and nobody cancels")
}

/// Only the core is delivered with fewer failures, which saves money in proportion: processes .50, design .20,
/// leadership and people .10, listening and feedback .05 of the capability, and nothing of the other three.
const CORE: &str = "[case]\npreset = \"hotel\"\nmonths = 12\n\
    [excellence.now]\nvision = 0.4\nleadership = 0.4\nculture = 0.4\nlistening = 0.4\ndesign = 0.4\npeople = 0.4\n\
    processes = 0.4\nfeedback = 0.4\ninnovation = 0.4\n\
    [programme]\ndelivery = \"full\"\ndiminishing = 1.5\n\
    [programme.target]\nvision = 0.7\nleadership = 0.7\nculture = 0.7\nlistening = 0.7\ndesign = 0.7\npeople = 0.7\n\
    processes = 0.7\nfeedback = 0.7\ninnovation = 0.7\n\
    [programme.start_month]\nvision = 0\nleadership = 0\nculture = 0\nlistening = 0\ndesign = 0\npeople = 0\n\
    processes = 0\nfeedback = 0\ninnovation = 0\n\
    [[programme.costs]]\nname = \"all\"\namount = 100\nper = \"month\"\n\
    [effects.excellence]\nweakest_link = 0\n\
    [effects.employees]\nengagement_gain = 0\npartner_gain = 0\n\
    [effects.experience]\ncore_gain = 0.6\ncore_people = 0\nvoice_gain = 0\ncomplaint_gain = 0\n\
    complaint_people = 0\nindividual_gain = 0\nindividual_people = 0\nsurprising_gain = 0\nsurprising_people = 0\n\
    [effects]\ncausal_share = 0\n";

fn element<'a>(found: &'a Optimisation, name: &str) -> &'a ElementPlan {
    found.elements.iter().find(|e| e.element == name).expect("one of the nine")
}

#[test]
fn effort_follows_the_logarithm_of_what_it_works_on_and_goes_nowhere_else() {
    // The saving is Σ w·gain(x), the cost of effort next to nothing: w·e^(−ηx) is the same for all that get any.
    let found = spread(CORE, &NEUTRAL);
    let weights = [("processes", 0.5), ("design", 0.2), ("leadership", 0.1), ("people", 0.1)];
    let weights = [&weights[..], &[("listening", 0.05), ("feedback", 0.05)]].concat();
    let mean = weights.iter().map(|(_, w): &(&str, f64)| w.ln()).sum::<f64>() / 6.0;
    for (name, weight) in weights {
        let expected = (9.0 / 6.0 + (weight.ln() - mean) / 1.5) / 9.0;
        let share = element(&found, name).share;
        assert!((share - expected).abs() < 0.035, "{name}: {share} for {expected}");
    }
    for idle in ["vision", "culture", "innovation"] {
        assert!(element(&found, idle).share < 0.02, "{idle}");
    }
    assert!(found.difference.value > 0.0 && found.difference.value == found.over_scaled.value);
}

#[test]
fn what_gets_effort_is_worth_alike_at_the_margin() {
    let found = spread(CORE, &NEUTRAL);
    let marginal = |name: &str| element(&found, name).marginal.expect("it can gain more").value;
    let worth = ["processes", "design", "leadership", "people", "listening", "feedback"].map(marginal);
    let mean = worth.iter().sum::<f64>() / 6.0;
    assert!(mean > 0.0 && worth.iter().all(|w| (w - mean).abs() < 0.35 * mean), "{worth:?}");
    assert!(marginal("vision") < 0.0, "money without effect is lost");
}

#[test]
fn a_programme_that_brings_nothing_is_not_begun() {
    let text = CORE.replace("core_gain = 0.6", "core_gain = 0");
    let found = spread(&text, &NEUTRAL);
    assert_eq!((found.best.cost, found.best.npv_mean.value), (0.0, 0.0));
    assert!(found.elements.iter().all(|e| e.share == 0.0 && e.start.is_none()));
    assert!(found.difference.value > 0.0 && found.written.npv_mean.value < 0.0);
}

#[test]
fn a_small_crew_builds_one_element_after_the_other_the_best_first() {
    let text =
        CORE.replace("months = 12\n", "months = 24\n").replace("[programme]\n", "[programme]\nembed_months = 4\n");
    let found = spread(&text, &PlanLimits { staff: Some(1), ..NEUTRAL });
    let mut starts: Vec<f64> = found.elements.iter().filter_map(|e| e.start).collect();
    starts.sort_by(f64::total_cmp);
    assert!(starts.len() > 1 && starts.windows(2).all(|pair| pair[1] - pair[0] >= 4.0), "{starts:?}");
    assert_eq!(element(&found, "processes").start, Some(0.0));
    let free = spread(&text, &NEUTRAL);
    assert!(free.best.npv_mean.value > found.best.npv_mean.value, "no limit is ever better");
}

#[test]
fn more_money_is_never_worse_and_an_owner_who_fears_risk_loses_less_at_worst() {
    let costs = "[[programme.costs]]\nname = \"all\"\namount = 20_000\nper = \"month\"\n";
    let text = hotel_text(&format!("months = 24\n[effects]\ncausal_share = 0.5\n{costs}"));
    let found = spread(&text, &NEUTRAL);
    let little = spread(&text, &PlanLimits { budget: Some(0.3 * found.written_cost), ..NEUTRAL });
    let noise = 3.0 * found.best.npv_mean.standard_error.expect("eight replicates");
    assert!(found.best.npv_mean.value > little.best.npv_mean.value - noise);
    assert!(little.best.cost <= 0.3 * found.written_cost * (1.0 + 1e-9));
    let [first, last] = [found.frontier.first(), found.frontier.last()].map(|f| f.expect("six owners").value.clone());
    assert!(last.expected_shortfall_5.value >= first.expected_shortfall_5.value);
    assert!(last.npv_mean.value <= first.npv_mean.value + noise);
}

#[test]
fn a_case_without_a_price_of_effort_is_refused() {
    let refused = |text: &str| {
        optimise(&scenario(text), SETTINGS, 128, &NEUTRAL, &Control::default()).expect_err("nothing to spread")
    };
    let free = hotel_text("[[programme.costs]]\nname = \"a\"\namount = 5\nper = \"surprise\"\n");
    assert_eq!(refused(&free), OptimiseError::NoPrice);
}

#[test]
fn the_command_says_what_to_do_how_much_of_and_when() {
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("case.toml");
    std::fs::write(&file, CORE).unwrap();
    let run = |more: &[&str]| {
        let mut optimise = delight();
        optimise.arg("optimise").arg(&file).args(["--trials", "128", "--search-trials", "128"]).args(more);
        printed(&optimise.arg("--out").arg(out.path()).assert().success())
    };
    let limits = ["--budget", "600", "--staff", "2", "--risk-tolerance", "1M"];
    let text = run(&limits);
    for part in ["€600 may be planned", "2 elements at a time", "The nine elements", "only the mean counts"] {
        assert!(text.contains(part), "{part} in\n{text}");
    }
    for name in ["effort.svg", "frontier.png", "optimise.json"] {
        assert!(out.path().join(name).exists(), "{name}");
    }
    let json = |threads: &str| run(&[&limits[..], &["--format", "json", "--threads", threads]].concat());
    assert_eq!(json("1"), json("3"));
    let dutch = run(&["--lang", "nl"]);
    assert!(dutch.contains("te besteden") && !dutch.contains("optimise-"), "{dutch}");
}
