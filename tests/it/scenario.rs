//! Scenario files: what loads, what is refused, and how that is said.

use crate::support::{GOLDEN, assert_kept, file, hotel_file, random_cases, scenario_files};
use delight_case::chain::{Acquisition, Begins, Delivery};
use delight_case::cli::render_error;
use delight_case::evidence::Lens;
use delight_case::scenario::{
    Diagnostics, FileError, MOST_CORRELATED, MOST_SCENARIO_BYTES, Note, Project, Scenario, ScenarioError, Value,
    finance_catalogue, overrun, schema, survey_catalogue, template,
};
use proptest::prelude::*;
use std::fs;

/// A scenario that loads, to which each test adds one thing.
const HOTEL: &str = "[case]\nname = \"Test\"\npreset = \"hotel\"\n";

/// Correlations that the defaults and the preset bring: each two of six behavioural links, of eight gains, of seven cost lines.
const EMBEDDED: usize = 15 + 28 + 21;

fn load(text: &str) -> Result<Scenario, ScenarioError> {
    Scenario::from_text("test.toml", text)
}

fn loaded(text: &str) -> Scenario {
    load(text).unwrap_or_else(|e| panic!("{e}"))
}

fn diagnostics(text: &str) -> Diagnostics {
    match load(text) {
        Err(ScenarioError::Invalid(all)) => *all,
        other => panic!("not refused: {other:?}"),
    }
}

/// The only message about a scenario that has the hotel preset and `extra`.
fn message(extra: &str) -> String {
    let all = diagnostics(&format!("{HOTEL}{extra}"));
    assert_eq!(all.list.len(), 1, "{all}");
    all.to_string()
}

fn assert_says(extra: &str, words: &[&str]) {
    let said = message(extra);
    for word in words {
        assert!(said.contains(word), "{word:?} is not in: {said}");
    }
}

fn median(scenario: &Scenario, path: &str) -> f64 {
    match &scenario.assumption(path).unwrap_or_else(|| panic!("{path}")).value {
        Value::Drawn(distribution) => distribution.median(),
        Value::Sum(_) => f64::NAN,
    }
}

// --- What loads -------------------------------------------------------------------------------------------------------

#[test]
fn a_scenario_of_ten_lines_loads() {
    let scenario = loaded(
        "[case]\nname = \"Ten lines\"\npreset = \"hotel\"\n\n[customers]\ncount = 50_000\nrevenue_per_year = \"300 to 400\"\n\n[[programme.costs]]\nname = \"all\"\namount = \"200k\"\nper = \"once\"\n",
    );
    assert_eq!((scenario.name(), scenario.months(), scenario.seed()), ("Ten lines", 60, 1));
    assert_eq!(median(&scenario, "customers.count"), 50_000.0);
    let Project::Chain(chain) = scenario.project() else { panic!("a chain") };
    assert_eq!(chain.costs.len(), 1);
    assert_eq!(chain.plan.acquisition, Acquisition::Balanced);
}

#[test]
fn the_goldens_and_the_worked_example_load_as_they_are() {
    for path in scenario_files(&[GOLDEN]).into_iter().chain([hotel_file()]) {
        let scenario = Scenario::load(&path).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(scenario.notes(), Vec::<Note>::new(), "{}", path.display());
    }
}

#[test]
fn a_golden_keeps_its_numbers_and_its_plan() {
    let scenario = Scenario::load(&file("tests/golden/hotel-partial-gate.toml")).expect("the golden");
    assert_eq!(median(&scenario, "programme.fades_after_months"), 30.4);
    assert_eq!(median(&scenario, "customers.mix.connected"), 0.12);
    let Project::Chain(chain) = scenario.project() else { panic!("a chain") };
    assert_eq!(chain.plan.delivery, Some(Delivery::Partial));
    let starts = [0.0, 0.0, 3.0, 3.0, 6.0, 3.0, 6.0, 3.0, 12.0].map(Some);
    assert_eq!(chain.plan.begins, Begins::from_fixed_starts(&starts));
    assert_eq!(chain.gate.map(|g| (g.month, g.at_least)), Some((12, 0.01)));
    let [design, _, team, ..] = chain.costs.as_slice() else { panic!("costs") };
    assert!(design.capital && design.month == 0);
    assert_eq!((team.from, team.to), (1, 72));
}

#[test]
fn the_assumptions_stand_in_the_order_that_the_simulation_takes_them() {
    let scenario = loaded(&format!("{HOTEL}[customers.nps]\npromoters = 0.4\npassives = 0.4\ndetractors = 0.2\n"));
    let mut expected: Vec<String> = delight_case::chain::catalogue().iter().map(|i| i.path()).collect();
    expected.extend(finance_catalogue().iter().map(|i| i.path()));
    expected.push(overrun().path());
    let Project::Chain(chain) = scenario.project() else { panic!("a chain") };
    expected.extend(chain.costs.iter().map(|cost| format!("programme.costs.{}", cost.name)));
    expected.extend(survey_catalogue()[..3].iter().map(|i| i.path()));
    let found: Vec<&str> = scenario.assumptions().iter().map(|a| a.path.as_str()).collect();
    assert_eq!(found, expected);
}

#[test]
fn every_number_of_the_preset_and_of_the_defaults_has_a_source_and_a_grade() {
    for assumption in loaded(HOTEL).assumptions() {
        assert!(assumption.provenance.source.is_some(), "{}", assumption.path);
        assert!(assumption.provenance.grade.is_some(), "{}", assumption.path);
        assert!(assumption.provenance.place.contains(':'), "{}", assumption.path);
    }
}

#[test]
fn the_defaults_have_the_quantiles_of_the_calibrated_lens() {
    let scenario = loaded(HOTEL);
    let lens = [
        ("effects.causal_share", [0.03, 0.17, 0.45]),
        ("effects.loyalty.influenceable", [0.25, 0.45, 0.67]),
        ("effects.advocacy.incremental", [0.20, 0.42, 0.66]),
        ("programme.success_probability", [0.18, 0.30, 0.44]),
        ("programme.partial_probability", [0.44, 0.62, 0.78]),
        ("programme.cost_overrun", [0.95, 1.2, 1.5]),
        ("market.rivals_half_life_years", [2.6, 5.0, 9.4]),
        ("effects.experience.core_gain", [0.16, 0.64, 1.45]),
        ("effects.experience.core_people", [0.54 * 0.16, 0.54 * 0.64, 0.54 * 1.45]),
    ];
    for (path, expected) in lens {
        let Value::Drawn(distribution) = &scenario.assumption(path).expect(path).value else { panic!("{path}") };
        for (u, value) in [0.1, 0.5, 0.9].into_iter().zip(expected) {
            let found = distribution.quantile(u);
            assert!((found - value).abs() < 0.01 + 0.02 * value, "{path} at {u}: {found}, expected {value}");
        }
    }
}

#[test]
fn the_scepticism_is_common_to_all_behavioural_links_and_needs_no_repair() {
    let scenario = loaded(HOTEL);
    assert_eq!(scenario.correlations().len(), EMBEDDED);
    assert_eq!(scenario.notes(), Vec::<Note>::new());
}

#[test]
fn a_cash_flow_case_has_flows_and_no_chain() {
    let scenario = loaded(
        "[case]\nkind = \"cash-flow\"\nmonths = 36\n[[flows]]\nname = \"machine\"\namount = \"-100k\"\nper = \"once\"\ncapital = true\n[[flows]]\nname = \"savings\"\namount = \"30k to 50k\"\nper = \"year\"\ngrowth = \"2%\"\n",
    );
    let Project::CashFlow(flows) = scenario.project() else { panic!("flows") };
    assert_eq!((flows[1].from, flows[1].to), (12, 36));
    let paths: Vec<&str> =
        scenario.assumptions().iter().map(|a| a.path.as_str()).skip(finance_catalogue().len()).collect();
    assert_eq!(paths, ["flows.machine.amount", "flows.machine.growth", "flows.savings.amount", "flows.savings.growth"]);
    assert_eq!(scenario.correlations(), []);
}

#[test]
fn what_was_cut_off_is_noted() {
    let scenario = loaded(&format!("{HOTEL}[employees]\nabsence = \"normal(0.05, 0.05)\"\n"));
    let [Note::CutOff { path, share, .. }] = scenario.notes() else { panic!("{:?}", scenario.notes()) };
    assert_eq!(path, "employees.absence");
    // A normal distribution has Φ(−1) of its probability more than one standard deviation below its mean.
    assert!((share - 0.158_655).abs() < 1e-6, "{share}");
}

#[test]
fn impossible_correlations_are_repaired_and_the_repair_is_noted() {
    let pairs = [
        ("count", "annual_churn", 0.9),
        ("annual_churn", "revenue_per_year", 0.9),
        ("count", "revenue_per_year", -0.9),
    ];
    let text: String = pairs
        .iter()
        .map(|(a, b, rank)| {
            format!("[[correlations]]\nbetween = [\"customers.{a}\", \"customers.{b}\"]\nrank = {rank}\n")
        })
        .collect();
    let scenario = loaded(&format!("{HOTEL}[customers]\ncount = \"90k to 110k\"\n{text}"));
    assert_eq!(scenario.correlations().len(), EMBEDDED + 3);
    let [Note::RanksMoved { largest_change }] = scenario.notes()[..] else { panic!("{:?}", scenario.notes()) };
    // But for signs all three are −0.9, while three normal variables can be correlated by −1/2 each at the lowest,
    // a rank correlation of 6/π·asin(−1/4) = −0.4826.
    assert!(largest_change > 0.417 && largest_change < 0.9, "{largest_change}");
}

#[test]
fn a_rank_that_inputs_of_few_values_cannot_reach_is_noted_with_what_is_reached() {
    let flow = |name: &str, p: u32| {
        let amount = format!("discrete(0: {}%, 1: {p}%)", 100 - p);
        format!("[[flows]]\nname = \"{name}\"\namount = \"{amount}\"\nper = \"once\"\n")
    };
    let tie = "[[correlations]]\nbetween = [\"flows.a.amount\", \"flows.b.amount\"]\nrank = 0.8\n";
    let case = loaded(&format!("[case]\nkind = \"cash-flow\"\n{}{}{tie}", flow("a", 50), flow("b", 10)));
    let [Note::RankNotReached { paths, place, asked, reached, most }] = case.notes() else {
        panic!("{:?}", case.notes())
    };
    assert_eq!(
        (paths.join(" "), place.as_str(), *asked),
        ("flows.a.amount flows.b.amount".into(), "test.toml:12", 0.8)
    );
    // φ = √(0.1·0.5/(0.9·0.5)) = 1/3 at the most.
    assert!((most - 1.0 / 3.0).abs() < 1e-9 && (reached - 0.33).abs() < 0.01, "{reached} of {most}");
    let smooth = flow("b", 10).replace("discrete(0: 90%, 1: 10%)", "0 to 1");
    assert_eq!(
        loaded(&format!("[case]\nkind = \"cash-flow\"\n{}{smooth}{}", flow("a", 50), tie.replace("0.8", "0"))).notes(),
        []
    );
}

#[test]
fn a_correlation_with_something_fixed_is_noted_and_left_out() {
    let scenario = loaded(&format!(
        "{HOTEL}[[correlations]]\nbetween = [\"customers.count\", \"customers.annual_churn\"]\nrank = 0.4\n"
    ));
    assert_eq!(scenario.correlations().len(), EMBEDDED);
    let [Note::FixedCorrelation { path, .. }] = scenario.notes() else { panic!("{:?}", scenario.notes()) };
    assert_eq!(path, "customers.count");
}

#[test]
fn the_nearer_layer_decides_the_rank_of_a_pair() {
    let scenario = loaded(&format!(
        "{HOTEL}[[correlations]]\nbetween = [\"effects.loyalty.influenceable\", \"effects.causal_share\"]\nrank = 0.1\n"
    ));
    assert_eq!(scenario.correlations().len(), EMBEDDED);
    assert_eq!(scenario.correlations().iter().filter(|c| c.rank == 0.1).count(), 1);
}

// --- What is refused --------------------------------------------------------------------------------------------------

#[test]
fn a_message_names_the_place_the_key_what_was_found_the_rule_and_what_to_write() {
    assert_eq!(
        message("[customers]\nannual_churn = \"135%\"\n"),
        "test.toml:5:16: customers.annual_churn: found \"135%\"; must be from 0 to 0.999; write, for example, \"35%\""
    );
}

#[test]
fn nan_and_infinity_are_refused() {
    for value in ["nan", "inf", "-inf", "\"nan\"", "\"inf\"", "1e999"] {
        assert_says(&format!("[customers]\ncount = {value}\n"), &["customers.count", "finite"]);
    }
    assert_says("[customers]\ncount = \"pert(1, nan, 3)\"\n", &["finite"]);
}

#[test]
fn a_rate_written_as_a_number_of_percent_is_refused_with_its_sign() {
    assert_says("[finance]\ndiscount_rate = 9\n", &["from -0.5 to 1", "write \"9%\""]);
    assert_says("[finance]\ninflation = 2.5\n", &["from -0.2 to 1", "write \"2.5%\""]);
    assert_says("[customers]\nannual_churn = 35\n", &["write \"35%\""]);
    let flow = "[case]\nkind = \"cash-flow\"\n[[flows]]\nname = \"a\"\namount = 5\nper = \"month\"\ngrowth = 2\n";
    assert!(diagnostics(flow).to_string().contains("write \"2%\""));
}

#[test]
fn a_number_that_can_be_read_in_two_ways_is_refused() {
    assert_says("[customers]\nmarket_size = \"600.000\"\n", &["may mean 600 or 600_000; write 600 or 600_000"]);
    assert_says("[customers]\nmarket_size = 600.000\n", &["may mean 600 or 600_000; write 600 or 600_000"]);
    assert_says("[customers]\nmarket_size = { value = 600.000 }\n", &["may mean 600 or 600_000"]);
}

#[test]
fn a_percentage_of_what_is_counted_is_refused() {
    assert_says("[customers]\ncount = \"5% to 10%\"\n", &["a percentage makes no sense for customers.count"]);
    loaded(&format!("{HOTEL}[customers]\ncount = \"discrete(100k: 70%, 200k: 30%)\"\n"));
    loaded(&format!("{HOTEL}[effects.spend]\nconnected = \"110% to 120%\"\n"));
}

#[test]
fn a_number_beyond_the_largest_says_so() {
    assert_says("[customers]\ncount = 1e300\n", &["must be at most 1e15"]);
    assert_says("[customers]\ncount = 0\n", &["must be above 0"]);
    assert_says("[customers]\ncount = \"uniform(1, 1e17)\"\n", &["must be at most 1e15"]);
}

#[test]
fn a_percentage_without_quotes_is_told_to_have_them() {
    for (line, fix) in [
        ("annual_churn = 60%", "write \"60%\" in quotes"),
        ("annual_churn = 30% to 40%  # of all", "write \"30% to 40%\" in quotes"),
        ("annual_churn = { value = 60%, grade = \"C\" }", "write \"60%\" in quotes"),
    ] {
        let said = diagnostics(&format!("{HOTEL}[customers]\n{line}\n")).to_string();
        assert!(said.contains(fix), "{said}");
    }
}

#[test]
fn a_mix_that_does_not_sum_to_one_is_refused() {
    let mix = "[customers.mix]\nunconnected = 0.25\nsatisfied = 0.45\ndistinctive = 0.18\nconnected = ";
    assert_says(&format!("{mix}0.22\n"), &["customers.mix", "must sum to 1", "1.1", "test.toml:"]);
    assert_says(&format!("{mix}0.12001\n"), &["must sum to 1"]);
    assert_says(&format!("{mix}\"30% to 40%\"\n"), &["medians", "must sum to 1"]);
    loaded(&format!("{HOTEL}{mix}\"8% to 17%\"\n"));
    assert_says(&format!("{mix}0\n"), &["customers.mix.connected", "above 0"]);
}

#[test]
fn a_market_that_is_not_larger_than_the_customers_is_refused_and_one_that_may_not_be_is_noted() {
    assert_says("[customers]\ncount = 700_000\n", &["customers.market_size", "600_000", "700_000"]);
    let uncertain = loaded(&format!("{HOTEL}[customers]\nmarket_size = \"100k to 900k\"\n"));
    assert!(
        matches!(uncertain.notes(), [Note::MarketHeld { place, .. }] if place.ends_with(":5")),
        "{:?}",
        uncertain.notes()
    );
}

#[test]
fn an_interval_turned_around_is_refused() {
    assert_says("[customers]\nannual_churn = \"40% to 30%\"\n", &["low end first", "0.4", "0.3"]);
    assert_says("[customers]\ncount = \"uniform(5, 2)\"\n", &["low < high"]);
}

#[test]
fn months_out_of_range_are_refused() {
    for months in ["11", "241", "0", "-60", "60.5", "9999999999999999999999"] {
        let all = diagnostics(&format!("[case]\npreset = \"hotel\"\nmonths = {months}\n"));
        assert!(all.to_string().contains("case.months") && all.to_string().contains("from 12 to 240"), "{all}");
    }
}

#[test]
fn a_preset_that_does_not_exist_is_refused_with_the_one_that_may_be_meant() {
    let said = diagnostics("[case]\npreset = \"hotels\"\n").to_string();
    assert!(said.contains("case.preset") && said.contains("did you mean \"hotel\"?"), "{said}");
}

#[test]
fn a_lens_sets_the_beliefs_and_a_case_of_its_own_mind_keeps_it() {
    let text = "[case]\npreset = \"hotel\"\nlens = \"authors\"\n[effects.loyalty]\ninfluenceable = 0.3\n";
    let case = loaded(text);
    assert_eq!(case.lens(), Lens::Authors);
    for (path, value) in [
        ("effects.causal_share", 1.0),
        ("effects.advocacy.new_per_connected", 0.30),
        ("effects.advocacy.incremental", 1.0),
        ("effects.advocacy.reputation", 1.02),
        ("effects.spend.price_per_point", 0.11),
        ("programme.success_probability", 0.30),
        ("programme.breadth_effect", 2.0),
        ("programme.embed_months", 17.3),
        ("market.rivals_half_life_years", 1000.0),
        ("effects.connection.contact_intensity", 1.0),
        ("effects.connection.saturation", 1000.0),
        ("effects.experience.basics_gate", 1.0),
        ("effects.experience.core_gain", 1.6),
        ("effects.loyalty.influenceable", 0.3),
    ] {
        assert_eq!(case.point(path), Some(value), "{path}");
    }
}

#[test]
fn the_literature_is_as_published_also_where_the_preset_says_less() {
    let hotel = loaded("[case]\npreset = \"hotel\"\nlens = \"literature\"\n");
    let store = loaded("[case]\npreset = \"discount-store\"\nlens = \"literature\"\n");
    let [default, halved] = ["fast-food", "hotel"]
        .map(|p| loaded(&format!("[case]\npreset = \"{p}\"\n")).point("effects.advocacy.new_per_connected").unwrap());
    assert!(halved < 0.7 * default, "{halved} against {default}: reviews are word of mouth");
    let lens = [
        (&hotel, "effects.causal_share", [0.06, 0.20, 0.52]),
        (&hotel, "effects.loyalty.influenceable", [0.30, 0.55, 0.80]),
        (&hotel, "effects.advocacy.new_per_connected", [0.008, 0.028, 0.08]),
        (&hotel, "effects.advocacy.incremental", [0.4, 0.7, 0.93]),
        (&hotel, "effects.advocacy.reputation", [0.18, 0.35, 0.85]),
        (&hotel, "effects.experience.core_gain", [0.30, 1.10, 2.0]),
        (&hotel, "programme.success_probability", [0.22, 0.35, 0.49]),
        (&hotel, "programme.partial_probability", [0.44, 0.62, 0.78]),
        // What a point lets one ask stands in the hotel's own part for this lens, which is nearer than the lens.
        (&hotel, "effects.spend.price_per_point", [0.0, 0.03, 0.09]),
        (&store, "effects.spend.price_per_point", [0.0, 0.012, 0.045]),
    ];
    for (case, path, expected) in lens {
        let Value::Drawn(distribution) = &case.assumption(path).expect(path).value else { panic!("{path}") };
        for (u, value) in [0.1, 0.5, 0.9].into_iter().zip(expected) {
            let found = distribution.quantile(u);
            assert!((found - value).abs() < 0.001 + 0.02 * value, "{path} at {u}: {found}, expected {value}");
        }
    }
}

#[test]
fn the_calibrated_lens_has_another_name_from_before() {
    for name in ["calibrated", "sceptical"] {
        let case = loaded(&format!("[case]\npreset = \"hotel\"\nlens = \"{name}\"\n"));
        assert_eq!((case.lens(), case.lens().name()), (Lens::Calibrated, "calibrated"));
    }
}

#[test]
fn no_lens_makes_a_link_that_the_sector_does_not_have() {
    // Without a preset nothing is known of reviews, and the defaults say that they bring nothing.
    let base = "[case]\npreset = \"hotel\"\nlens = \"literature\"\n";
    assert_eq!(loaded(base).point("effects.advocacy.reputation"), Some(0.35));
    let town = loaded("[case]\npreset = \"municipality\"\nlens = \"authors\"\n");
    for path in [
        "effects.loyalty.influenceable",
        "effects.advocacy.new_per_connected",
        "effects.advocacy.reputation",
        "effects.spend.price_per_point",
    ] {
        assert_eq!(town.point(path), Some(0.0), "{path}");
    }
    assert_eq!(town.point("effects.causal_share"), Some(1.0));
}

#[test]
fn a_misspelt_key_is_refused_with_the_key_that_may_be_meant() {
    assert_says(
        "[customers]\nanual_churn = 0.3\n",
        &["customers.anual_churn", "did you mean `customers.annual_churn`?"],
    );
    assert_says("[custmers]\ncount = 3\n", &["did you mean `customers`?"]);
    assert_says("[effects]\ninfluencable = 0.3\n", &["did you mean `effects.loyalty.influenceable`?"]);
    assert_says("[customers.count]\nvalue = 5\nsorce = \"x\"\n", &["did you mean `customers.count.source`?"]);
}

#[test]
fn values_of_a_wrong_type_are_refused() {
    assert_says("[customers]\ncount = true\n", &["must be a number or a distribution"]);
    assert_says("[customers]\ncount = [1, 2]\n", &["must be a number or a distribution"]);
    assert_says("[customers]\ncount = 2026-01-01\n", &["must be a number or a distribution"]);
    assert_says("[customers]\ncount = { source = \"x\" }\n", &["a table with a value"]);
    assert_says("[programme]\ncosts = 5\n", &["must be a list of tables", "[[programme.costs]]"]);
    assert_says("[effects]\nloyalty = 5\n", &["must be a table"]);
    assert_says("[programme]\ndelivery = \"fully\"\n", &["did you mean \"full\"?"]);
}

#[test]
fn several_errors_are_told_at_once_and_in_order() {
    let all = diagnostics(&format!(
        "{HOTEL}months = 5\n[customers]\ncount = \"many\"\nanual_churn = 1\n[employees]\nengaged = 2\n[programme.gate]\nmonth = 12\n"
    ));
    let lines: Vec<usize> = all.list.iter().map(|d| d.line).collect();
    assert_eq!(lines, [4, 6, 7, 9, 11, 11], "{all}");
}

#[test]
fn syntax_errors_and_keys_given_twice_are_told_with_their_place() {
    let all = diagnostics("[case]\nname = \"a\"\nname = \"b\"\n[customers\ncount = 3\n");
    let lines: Vec<usize> = all.list.iter().map(|d| d.line).collect();
    assert!(lines.contains(&3) && lines.contains(&4), "{all}");
    assert!(all.to_string().contains("not valid TOML"), "{all}");
}

#[test]
fn what_is_missing_is_told_with_its_meaning_its_unit_and_an_example() {
    let golden = fs::read_to_string(file("tests/golden/hotel.toml")).expect("the golden");
    let said = load(&golden.replace("count = 120000.0\n", "")).expect_err("incomplete").to_string();
    let table = golden.lines().position(|line| line == "[customers]").expect("a table") + 1;
    assert_eq!(
        said,
        format!(
            "test.toml:{table}:2: customers.count: must be given: customers today (customers); write, for example, count = 120_000"
        )
    );
    let all = diagnostics("[case]\nname = \"Nothing\"\n");
    assert!(all.list.len() < 12 && all.to_string().contains("preset = \"hotel\""), "{all}");
}

#[test]
fn cost_lines_are_held_against_their_rules() {
    let line = |rest: &str| format!("[[programme.costs]]\nname = \"a\"\namount = 5\n{rest}\n");
    assert_says(&line("per = \"weekly\""), &["must be", "\"once\"", "\"recovery\""]);
    assert_says(&line("per = \"month\"\ncapital = true"), &["capital", "month = 0"]);
    assert_says(&line("per = \"once\"\nmonth = 3\ncapital = true"), &["capital"]);
    assert_says(&line("per = \"once\"\nfrom = 3"), &["from", "once"]);
    assert_says(&line("per = \"month\"\nfrom = 9\nto = 3"), &["9 (from) or later"]);
    assert_says(&line("per = \"month\"\nfrom = 1.5"), &["a whole number from 1 to 240"]);
    assert_says(&format!("{}{}", line("per = \"hire\""), line("per = \"hire\"")), &["must be given once"]);
    assert_says("[[programme.costs]]\nname = \"a\"\nper = \"hire\"\n", &["amount", "must be given"]);
    assert_says(&line("per = \"hire\"\nevery = 3"), &["every", "not a key"]);
    assert_says(
        &(0..201).map(|i| line("per = \"hire\"").replace("\"a\"", &format!("\"{i}\""))).collect::<String>(),
        &["at most 200"],
    );
}

#[test]
fn a_gate_lies_within_the_horizon() {
    assert_says("[programme.gate]\nmonth = 61\nmetric = \"nps\"\nat_least = 5\n", &["from 1 to 60"]);
    assert_says("[programme.gate]\nmonth = 6\nmetric = \"connected\"\nat_least = 5\n", &["from -1 to 1"]);
}

#[test]
fn correlations_are_held_against_their_rules() {
    let pair =
        |a: &str, b: &str, rank: &str| format!("[[correlations]]\nbetween = [\"{a}\", \"{b}\"]\nrank = {rank}\n");
    let (churn, spend) = ("customers.annual_churn", "customers.revenue_per_year");
    assert_says(&pair(churn, spend, "1.5"), &["from -1 to 1"]);
    assert_says(&pair(churn, churn, "0.5"), &["different inputs"]);
    assert_says(&pair(churn, "customers.revenue_year", "0.5"), &["did you mean \"customers.revenue_per_year\"?"]);
    assert_says(&format!("{}{}", pair(churn, spend, "0.5"), pair(spend, churn, "0.1")), &["must be given once"]);
    assert_says("[[correlations]]\nbetween = [\"customers.count\"]\nrank = 0.5\n", &["a list of 2 to 12 paths"]);
}

#[test]
fn more_correlated_inputs_than_can_be_repaired_in_good_time_are_refused() {
    let count = MOST_CORRELATED + 1;
    let cost = |i: usize| format!("[[programme.costs]]\nname = \"{i}\"\namount = \"1 to 2\"\nper = \"hire\"\n");
    let pair = |i: usize| {
        format!("[[correlations]]\nbetween = [\"programme.costs.{i}\", \"programme.costs.{}\"]\nrank = 0.9\n", i + 1)
    };
    let text: String = (0..count).map(cost).chain((0..count - 1).map(pair)).collect();
    // The last pair brings in the input that is one too many.
    let line = format!("{HOTEL}{text}").matches('\n').count() - 1;
    assert_says(&text, &["inputs that take part", "at most 40", &format!("test.toml:{line}:")]);
}

#[test]
fn chain_and_cash_flow_do_not_mix() {
    let flow = "[[flows]]\nname = \"a\"\namount = 5\nper = \"month\"\n";
    assert_says(flow, &["flows", "cash-flow"]);
    let said = diagnostics(&format!("[case]\nkind = \"cash-flow\"\n[customers]\ncount = 5\n{flow}")).to_string();
    assert!(said.contains("customers.count") && said.contains("has no effect"), "{said}");
    let said = diagnostics("[case]\nkind = \"cash-flow\"\n").to_string();
    assert!(said.contains("at least one flow"), "{said}");
}

// --- Hostile files ----------------------------------------------------------------------------------------------------

#[test]
fn a_file_of_a_hundred_megabytes_is_refused_before_it_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bomb.toml");
    fs::File::create(&path).and_then(|file| file.set_len(100 << 20)).expect("a sparse file");
    let expected = FileError::TooLarge(100 << 20, MOST_SCENARIO_BYTES);
    match Scenario::load(&path) {
        Err(ScenarioError::File { why, .. }) => assert_eq!(why, expected),
        other => panic!("{other:?}"),
    }
    assert_eq!(expected.to_string(), "must be at most 1 MiB, but has 100 MiB");
}

#[test]
fn deep_nesting_is_refused_and_not_followed() {
    let deep = 200_000;
    for bomb in [
        format!("x = {}{}", "[".repeat(deep), "]".repeat(deep)),
        format!("x = {}", "{a=".repeat(deep)),
        format!("[{}]", vec!["a"; deep].join(".")),
        format!("{} = 1", vec!["a"; deep].join(".")),
        format!("x = {{ {} = 1 }}", vec!["a"; deep].join(".")),
    ] {
        assert!(load(&bomb).is_err());
    }
}

#[test]
fn tables_as_deep_as_lines_allow_are_followed_and_refused() {
    let deep = vec!["a"; 990].join(".");
    assert!(load(&format!("[{deep}]\n{deep} = 1\n")).is_err());
}

#[test]
fn no_message_repeats_a_text_of_a_million_letters() {
    let long = "9".repeat(1_000_000);
    for value in [
        format!("\"{long}\""),
        long.clone(),
        format!("\"normal({long}, many)\""),
        format!("\"{}\"", "\\\"".repeat(400_000)),
    ] {
        assert!(message(&format!("[customers]\ncount = {value}\n")).len() < 1_000, "{}", &value[..40]);
    }
    assert_says(
        &format!("[customers]\ncount = {{ value = 5, source = \"{long}\" }}\n"),
        &["at most 4000", "test.toml:5:"],
    );
    assert_says(&format!("{long} = 1\n"), &["is not a key"]);
}

#[test]
fn every_error_says_file_and_line() {
    for text in
        ["", "[case]\nkind = \"cash-flow\"", "[case]\n[customers]\n", "[customers]\ncount = 5\n\n", "x y", "a.b = 1"]
    {
        for d in diagnostics(text).list {
            assert!(d.file == "test.toml" && d.line > 0 && d.column > 0, "{text:?}: {d}");
        }
    }
}

#[test]
fn a_million_unknown_keys_are_refused_in_good_time() {
    let text: String = (0..120_000).map(|i| format!("k{i}=1\n")).collect();
    let all = diagnostics(&text);
    assert!(all.list.len() <= 100 && all.more > 100_000);
}

#[test]
fn a_folder_a_missing_file_and_bytes_that_are_no_text_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let binary = folder.path().join("binary.toml");
    fs::write(&binary, [0xff, 0xfe, 0x00]).expect("written");
    for (path, expected) in [
        (folder.path().to_owned(), FileError::NotAFile),
        (folder.path().join("none.toml"), FileError::NotFound),
        (binary, FileError::NotText { line: 1, column: 1, byte: 0xff }),
    ] {
        assert!(
            matches!(Scenario::load(&path), Err(ScenarioError::File { why, .. }) if why == expected),
            "{expected:?}"
        );
    }
}

/// Why the base that `a.toml` names in a folder with `files` is refused; the currency it gives if it is not.
fn base_fault(base: &str, files: &[(&str, &str)]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let inner = folder.path().join("inner");
    fs::create_dir(&inner).expect("a folder");
    fs::write(folder.path().join("outside.toml"), HOTEL).expect("written");
    for (name, text) in files {
        fs::write(inner.join(name), text).expect("written");
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink("../outside.toml", inner.join("link.toml")).expect("a link");
    let path = inner.join("a.toml");
    fs::write(&path, format!("base = {base:?}\n")).expect("written");
    Scenario::load(&path).map(|s| s.currency().to_owned()).unwrap_or_else(|e| e.to_string())
}

#[test]
fn a_base_lies_in_the_folder_of_the_file_that_names_it() {
    assert!(base_fault("../outside.toml", &[]).contains("without .."));
    assert!(base_fault("/etc/passwd", &[]).contains("relative"));
    assert!(base_fault("a.txt", &[("a.txt", "secret")]).contains("must be a .toml file"));
    assert!(base_fault("none.toml", &[]).contains("exists"));
    assert!(base_fault("a.toml", &[]).contains("lead back"));
    assert!(base_fault("b.toml", &[("b.toml", "base = \"a.toml\"")]).contains("lead back"));
    #[cfg(unix)]
    assert!(base_fault("link.toml", &[]).contains("a link leads out"));
}

#[test]
fn a_chain_of_bases_ends() {
    let names: Vec<String> = (0..12).map(|i| format!("b{i}.toml")).collect();
    let texts: Vec<String> = (1..13).map(|i| format!("base = \"b{i}.toml\"")).collect();
    let files: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
    assert!(base_fault("b0.toml", &files).contains("more than 8 bases"));
}

#[test]
fn a_base_gives_what_the_file_does_not_say() {
    assert_eq!(base_fault("b.toml", &[("b.toml", &format!("{HOTEL}currency = \"CHF\"\nper_euro = 0.95\n"))]), "CHF");
}

#[test]
fn a_case_is_called_after_its_own_file_and_never_after_its_preset_or_base() {
    assert_eq!(loaded("[case]\npreset = \"hotel\"\n").name(), "test");
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("base.toml"), HOTEL).expect("written");
    let path = folder.path().join("zeeland.toml");
    for (text, name) in [("base = \"base.toml\"\n", "zeeland"), (HOTEL, "Test")] {
        fs::write(&path, text).expect("written");
        assert_eq!(Scenario::load(&path).expect("loads").name(), name);
    }
}

#[test]
fn a_text_without_a_folder_has_no_base() {
    let said = diagnostics("base = \"other.toml\"\n").to_string();
    assert!(said.contains("without a folder"), "{said}");
}

#[test]
fn samples_come_from_a_file_next_to_the_scenario_and_of_a_bad_one_only_the_cell_is_quoted() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("spend.csv"), "guest,spend\n1,300\n2,400\n3,500\n").expect("written");
    fs::write(folder.path().join("bad.csv"), "guest,spend\nhunter2,many\n").expect("written");
    let path = folder.path().join("a.toml");
    let with = |samples: &str| {
        fs::write(&path, format!("{HOTEL}[customers]\nrevenue_per_year = \"samples({samples})\"\n")).expect("written");
        Scenario::load(&path).map_err(|e| e.to_string())
    };
    assert_eq!(median(&with("spend.csv, spend").expect("samples"), "customers.revenue_per_year"), 400.0);
    let said = with("bad.csv, spend").expect_err("refused");
    assert!(said.contains("\"many\" in line 2") && !said.contains("hunter2"), "{said}");
    for (samples, words) in
        [("../spend.csv, spend", "without .."), ("/etc/passwd, x", "relative"), ("spend.csv, age", "heading")]
    {
        let said = with(samples).expect_err("refused");
        assert!(said.contains(words), "{said}");
    }
}

// --- What is made of it -----------------------------------------------------------------------------------------------

#[test]
fn errors_for_a_terminal_show_the_line() {
    let shown = render_error(&load(&format!("{HOTEL}[customers]\ncount = \"many\"\n")).expect_err("refused"), false);
    assert!(
        shown.contains("test.toml:5:9") && shown.contains("count = \"many\"") && shown.contains("^^^^^^"),
        "{shown}"
    );
}

#[test]
fn the_schema_is_json_and_knows_every_path() {
    let schema = schema();
    let again: serde_json::Value = serde_json::from_str(&schema.to_string()).expect("JSON");
    assert_eq!(again["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let mut inputs = delight_case::chain::catalogue();
    inputs.extend(finance_catalogue().into_iter().chain(survey_catalogue()).chain([overrun()]));
    for input in inputs {
        let place = input.path().split('.').fold(&again, |place, part| &place["properties"][part]);
        let description = place["description"].as_str().unwrap_or_else(|| panic!("{}", input.path()));
        assert!(description.contains(input.unit), "{}", input.path());
    }
}

#[test]
fn the_schema_next_to_the_scenarios_is_the_one_of_this_version() {
    let now = serde_json::to_string_pretty(&schema()).expect("JSON") + "\n";
    assert_kept("scenarios/scenario.schema.json", &now, "schema");
}

#[test]
fn the_template_names_every_input_of_the_catalogue() {
    let text = template(Some("hotel"));
    for input in delight_case::chain::catalogue() {
        assert!(text.contains(&format!("{} =", input.key)), "{}", input.path());
    }
}

proptest! {
    #![proptest_config(random_cases("scenario", 150))]

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,200}") {
        let _ = load(&text);
    }

    #[test]
    fn no_quantity_makes_it_panic(text in "[a-z0-9%kM_.,:() +-]{0,40}|(pert|normal|beta|metalog|lognormal|uniform|triangular|discrete)\\([-0-9e.,:% ]{0,24}\\)( in [-0-9.]{1,9})?") {
        for path in ["customers]\ncount", "customers]\nannual_churn", "effects.spend]\nprice_per_point"] {
            let _ = load(&format!("{HOTEL}[{path} = \"{text}\"\n"));
        }
    }

    #[test]
    fn no_key_and_value_make_it_panic(table in "[a-z_.]{1,20}", key in "[a-z_.\"]{1,20}", value in "[\\[\\]{}=a-z0-9\"'.,# -]{0,30}") {
        let error = load(&format!("[{table}]\n{key} = {value}\n"));
        prop_assert!(error.is_err());
    }

    #[test]
    fn no_damage_to_a_scenario_makes_it_panic(at in 0.0..1.0_f64, gone in 0..40_usize, put in "\\PC{0,6}") {
        let text = include_str!("../../scenarios/hotel.toml");
        let start = (at * text.len() as f64) as usize;
        let start = (0..=start).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
        let end = (start + gone..text.len()).find(|i| text.is_char_boundary(*i)).unwrap_or(text.len());
        let _ = load(&format!("{}{put}{}", &text[..start], &text[end..]));
    }

    #[test]
    fn every_draw_of_a_share_is_possible(mean in -0.5..1.5_f64, sd in 0.001..2.0_f64, u in 0.0..1.0_f64) {
        if let Ok(scenario) = load(&format!("{HOTEL}[customers]\nannual_churn = \"normal({mean:.4}, {sd:.4})\"\n")) {
            let Value::Drawn(d) = &scenario.assumption("customers.annual_churn").expect("churn").value else { panic!("drawn") };
            let x = d.quantile(u.clamp(1e-9, 1.0 - 1e-9));
            prop_assert!((0.0..=0.999).contains(&x), "{}", x);
        }
    }
}
