//! The channels that are left out by default: their values by hand, and that nothing moves while they are left out.

use crate::support::scenario;
use delight_case::sampling::Sampling;
use delight_case::scenario::Scenario;
use delight_case::simulate::{Control, Engine, Settings, Trace, trace};

/// A hotel in which only two elements move, one of them from month 7, and take root by a tenth of the rest a month.
const CASE: &str = "[case]\npreset = \"hotel\"\nmonths = 60\n\
    [employees]\nheadcount = 100\nsalary_per_year = 36000\n\
    [excellence.now]\nvision = 0.5\nleadership = 0.5\nculture = 0.5\nlistening = 0.5\ndesign = 0.5\npeople = 0.5\nprocesses = 0.5\nfeedback = 0.5\ninnovation = 0.5\n\
    [programme.target]\nvision = 0.5\nleadership = 0.5\nculture = 0.7\nlistening = 0.4\ndesign = 0.5\npeople = 0.9\nprocesses = 0.5\nfeedback = 0.5\ninnovation = 0.5\n\
    [programme.start_month]\nculture = 0\npeople = 6\n\
    [market]\nrivals_half_life_years = 5\n[finance]\ninflation = 0.02\n";

/// The case with these lines in `[programme]` and these channels.
fn case(programme: &str, channels: &str) -> Scenario {
    let always = "intensity = 2\ndiminishing = 1.5\nembed_months = 10\nfade_months = 20\n";
    scenario(&format!("{CASE}[programme]\n{always}{programme}[effects.channels]\n{channels}"))
}

/// What both arms of these traces have in month `t`.
fn months(without: &Trace, with: &Trace, name: &str, t: usize) -> [[f64; 2]; 2] {
    [without, with].map(|trace| [0, 1].map(|arm| trace.series(arm, name).unwrap()[t - 1]))
}

fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-12 * expected.abs(), "found {found}, expected {expected}");
}

/// L of an element that has been worked on for `months`.
fn level(months: i32) -> f64 {
    1.0 - 0.9_f64.powi(months)
}

/// (1 − e^(−1.5·2)) / (1 − e^(−1.5)).
const DOSE: f64 = 1.223_130_160_148_429_7;

#[test]
fn sales_at_the_counter_raise_the_revenue_of_the_programme_and_belong_to_spend() {
    let full = "delivery = \"full\"\n";
    let (without, with) = (trace(&case(full, "")), trace(&case(full, "counter = 0.012\n")));
    // Month 16: culture has been worked on for 16 months, people for 10; listening is to stay where it is.
    let ramp = DOSE * (level(16) + level(10)) / 2.0;
    let sold = 1.0 + 0.012 * ramp * 0.5_f64.powf(16.0 / 60.0);
    for name in ["revenue", "contribution"] {
        let [[b, p], [counter_b, counter_p]] = months(&without, &with, name, 16);
        close(counter_b, b);
        close(counter_p, p * sold);
    }
    let more = months(&without, &with, "contribution", 16).map(|arms| arms[1]);
    for ((name, before), (_, after)) in without.books.pieces.iter().zip(&with.books.pieces) {
        let moved = if name == "spend" { more[1] - more[0] } else { 0.0 };
        assert!((after[16] - before[16] - moved).abs() < 1e-6, "{name}: {} {}", before[16], after[16]);
    }
    for name in ["customers", "connected", "contact_cost", "people_cost", "volume", "price"] {
        assert_eq!(without.series(1, name), with.series(1, name), "{name}");
    }
}

#[test]
fn contacts_that_need_not_be_made_cost_nothing_and_leave_the_bond_as_it_is() {
    let full = "delivery = \"full\"\n";
    let (without, with) = (trace(&case(full, "")), trace(&case(full, "contacts = 0.04\n")));
    let ramp = DOSE * (level(16) + level(10)) / 2.0;
    let [[b, p], [fewer_b, fewer_p]] = months(&without, &with, "contact_cost", 16);
    close(fewer_b, b);
    close(fewer_p, p * (1.0 - 0.04 * ramp));
    for name in ["connected", "individual", "failures", "revenue", "failure_cost"] {
        assert_eq!(without.series(1, name), with.series(1, name), "{name}");
    }
    // More than all contacts cannot be saved.
    let none = trace(&case(full, "contacts = 1\n"));
    assert_eq!(none.series(1, "contact_cost").unwrap()[59], 0.0);
}

#[test]
fn cashed_productivity_follows_the_lead_in_engaged_staff() {
    let full = "delivery = \"full\"\n";
    let (without, with) = (trace(&case(full, "")), trace(&case(full, "productivity = 0.005\ncashed = 0.3\n")));
    let [[b, p], [cashed_b, cashed_p]] = months(&without, &with, "people_cost", 16);
    let [engaged_b, engaged_p] = months(&without, &with, "engaged", 16)[1];
    // 100 people of 3,000 a month, 0.5 % of it for each 7 points, three tenths of that.
    let saved = 300_000.0 * 0.005 * 0.3 * (engaged_p - engaged_b) / 0.07 * 1.02_f64.powf(16.0 / 12.0);
    assert!(saved > 10.0);
    close(cashed_b, b);
    close(cashed_p, p - saved);
}

#[test]
fn what_a_programme_leaves_behind_fades_with_its_levels_and_harm_takes_away() {
    let harm = "delivery = \"harmful\"\nharm = 0.2\nfades_after_months = 10\n";
    let (without, with) = (trace(&case(harm, "")), trace(&case(harm, "counter = 0.012\n")));
    // Ten months of culture and four of people, then six months in which a twentieth fades each.
    let ramp = -0.2 * DOSE * (level(10) + level(4)) / 2.0 * 0.95_f64.powi(6);
    let [[_, p], [_, counter_p]] = months(&without, &with, "revenue", 16);
    close(counter_p, p * (1.0 + 0.012 * ramp * 0.5_f64.powf(16.0 / 60.0)));
}

#[test]
fn a_programme_without_any_aim_has_no_channel() {
    let still = CASE.replace("culture = 0.7", "culture = 0.5").replace("people = 0.9", "people = 0.5");
    let channels = "[effects.channels]\ncounter = 0.3\ncontacts = 0.3\nproductivity = 0.3\ncashed = 1\n";
    let found = trace(&scenario(&format!("{still}{channels}")));
    let revenue = [0, 1].map(|arm| found.series(arm, "revenue").unwrap());
    assert_eq!(revenue[0], revenue[1]);
}

#[test]
fn at_nought_a_channel_moves_no_bit_of_any_trial() {
    let digest = |channels: &str| {
        let scenario = case("", channels);
        let settings = Settings { sampling: Sampling::Sobol, seed: 7, trials: 512 };
        let summary = Engine::new(&scenario, settings).unwrap().run(0..512, &Control::default()).unwrap();
        summary.ledger.digest()
    };
    let left_out = digest("");
    assert_eq!(digest("counter = 0\ncontacts = 0\nproductivity = 0\n"), left_out);
    // Switched on without effect, the months take the other way, and come to the same.
    assert_eq!(digest("productivity = 0.01\ncashed = 0\n"), left_out);
    assert_ne!(digest("counter = 0.001\n"), left_out);
}

#[test]
fn a_channel_that_is_uncertain_moves_no_draw_of_another_input() {
    let drawn = |channels: &str| {
        let scenario = case("", channels);
        let draws = delight_case::simulate::Draws::new(&scenario, Sampling::Sobol, 3, 256);
        let (mut block, mut scratch) = draws.block();
        draws.fill(0, &mut block, &mut scratch);
        let columns = draws.names().iter().enumerate().map(|(i, name)| (name.clone(), block.column(i).to_vec()));
        columns.filter(|(name, _)| !name.starts_with("effects.channels.")).collect::<Vec<_>>()
    };
    let on = "counter = \"metalog(0, 0.004, 0.016)\"\ncontacts = \"metalog(-0.01, 0.04, 0.09)\"\n\
        productivity = \"metalog(-0.003, 0.005, 0.012)\"\ncashed = \"uniform(0, 0.6)\"\n";
    assert_eq!(drawn(on), drawn(""));
}
