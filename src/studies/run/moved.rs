//! Whether a case's own mix, survey or contacts move what full delivery brings away from what its lens expects.

use delight_model::chain::Delivery;
use delight_model::chain::connection::STATES;
use delight_model::chain::experience::BASICS_SCORE;
use delight_model::chain::survey::Survey;
use delight_model::evidence::Lens;
use delight_model::sampling::Distribution;
use delight_model::scenario::{Note, Project, Scenario, Value};
use delight_model::simulate::{Kpi, Measure, Side, trace};

/// The preset in which the gains of cases without a preset were solved.
const SOLVED_IN: &str = "fast-food";
/// A gain that differs from the expected one by more than this share of it is told.
const MOVED: f64 = 0.25;

const CONTACTS: &str = "customers.contacts_per_month";
const SCORE: &str = "customers.score";
const NPS: &str = "customers.nps";
const MIX: &str = "customers.mix";
/// Gains of experience, by `effects.experience`, each by capability and by the front line.
const GAINS: [&str; 4] = ["core", "complaint", "individual", "surprising"];

/// Says that full delivery brings another gain of the mean score than the lens expects, because of customers or contacts that
/// the case gives itself.
///
/// The gains of experience were solved with the mix and the contacts of a preset. Expected is therefore what the same
/// programme, delivered in full at intensity 1 and at point values, brings with these in place of the case's own, times
/// what the case's own basics gate leaves: nothing else that the case says makes a difference. None where the gains of
/// experience are the case's own, and none of the authors' claims, which carry the gain as far as the chain goes.
pub fn moved_gain(scenario: &Scenario) -> Option<Note> {
    let Project::Chain(_) = scenario.project() else { return None };
    let computed = scenario.assumptions().iter().any(|a| matches!(a.value, Value::Sum(_)));
    if scenario.lens() == Lens::Authors || computed {
        return None;
    }
    let solved = solved(scenario)?;
    let by = own(scenario, &solved);
    if by.is_empty() || has_own_gains(scenario, &solved) {
        return None;
    }
    let usual = with_customers_of(scenario, &solved);
    let expected = gain(&usual)? * gate(scenario)? / gate(&usual)?;
    let found = gain(scenario)?;
    // Where no programme is left there is nothing to be moved; NaN is no gain either.
    let moved = expected.abs() > 1e-6 && (found / expected - 1.0).abs() > MOVED;
    moved.then_some(Note::GainMoved { by, expected, found })
}

/// The preset in which the gains of this case were solved, through its lens.
fn solved(scenario: &Scenario) -> Option<Scenario> {
    let (preset, lens) = (scenario.preset().unwrap_or(SOLVED_IN), scenario.lens());
    let text = format!("[case]\npreset = \"{preset}\"\nlens = \"{lens}\"\n");
    Scenario::from_text("preset", &text).ok()
}

fn differs(a: &Scenario, b: &Scenario, path: &str) -> bool {
    let value = |case: &Scenario| case.assumption(path).map(|a| a.value.clone());
    value(a) != value(b)
}

fn mix() -> impl Iterator<Item = String> {
    STATES.iter().map(|state| format!("{MIX}.{state}"))
}

/// What the case says otherwise than the preset of its customers and their contacts.
fn own(scenario: &Scenario, solved: &Scenario) -> Vec<String> {
    let Project::Chain(case) = scenario.project() else { return Vec::new() };
    let own = [
        (MIX, mix().any(|path| differs(scenario, solved, &path))),
        (NPS, case.plan.survey != Survey::Unasked),
        (SCORE, case.plan.scored),
        (CONTACTS, differs(scenario, solved, CONTACTS)),
    ];
    own.into_iter().filter(|(_, own)| *own).map(|(path, _)| path.to_owned()).collect()
}

fn has_own_gains(scenario: &Scenario, solved: &Scenario) -> bool {
    let paths = |gain: &&str| ["gain", "people"].map(|by| format!("effects.experience.{gain}_{by}"));
    GAINS.iter().flat_map(paths).any(|path| differs(scenario, solved, &path))
}

/// The case with the mix and the contacts of the preset, and without a survey.
fn with_customers_of(scenario: &Scenario, solved: &Scenario) -> Scenario {
    scenario.derived(|model| {
        let Project::Chain(case) = &mut model.project else { return };
        (case.plan.survey, case.plan.scored) = (Survey::Unasked, false);
        let answers = format!("{NPS}.");
        model.assumptions.retain(|a| a.path != NPS && a.path != SCORE && !a.path.starts_with(&answers));
        // At point values nothing is drawn, and places have moved.
        model.correlations.clear();
        let usual: Vec<String> = mix().chain([CONTACTS.to_owned()]).collect();
        for own in model.assumptions.iter_mut().filter(|a| usual.contains(&a.path)) {
            if let Some(theirs) = solved.assumption(&own.path) {
                own.value = theirs.value.clone();
            }
        }
    })
}

/// What is left of gains from individual and surprising service: all, or where the basics are not in order less.
fn gate(scenario: &Scenario) -> Option<f64> {
    let in_order = scenario.today()?.score >= BASICS_SCORE;
    if in_order { Some(1.0) } else { scenario.point("effects.experience.basics_gate").filter(|gate| *gate > 0.0) }
}

/// The gain of the mean score in the last year, at point values, delivered in full at intensity 1.
fn gain(scenario: &Scenario) -> Option<f64> {
    let once = Distribution::constant(1.0).ok()?;
    let full = scenario.derived(|model| {
        if let Project::Chain(case) = &mut model.project {
            (case.plan.delivery, case.gate) = (Some(Delivery::Full), None);
        }
        for intensity in model.assumptions.iter_mut().filter(|a| a.path == "programme.intensity") {
            intensity.value = Value::Drawn(once.clone());
        }
    });
    trace(&full).measure(Measure::Kpi(Kpi::Rating, Side::Difference))
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::scenario::presets;

    fn note(text: &str) -> Option<Note> {
        moved_gain(&Scenario::from_text("x.toml", text).unwrap_or_else(|e| panic!("{text}\n{e}")))
    }

    fn hotel(lens: &str, more: &str) -> Option<Note> {
        note(&format!("[case]\npreset = \"hotel\"\nlens = \"{lens}\"\n{more}"))
    }

    /// Hotels hardly any of whose guests are connected, where the preset has a third.
    const FAR: &str = "[customers.mix]\nunconnected = 0.60\nsatisfied = 0.30\ndistinctive = 0.08\nconnected = 0.02\n";

    #[test]
    fn an_untouched_preset_is_told_nothing_through_any_lens() {
        assert_eq!(presets::names().len(), 15);
        for preset in presets::names() {
            for lens in Lens::NAMES {
                let other = "[employees]\nabsence = 0.05\n[programme.target]\nvision = 0.9\n";
                for more in ["", "months = 24\n", other] {
                    assert_eq!(note(&format!("[case]\npreset = \"{preset}\"\nlens = \"{lens}\"\n{more}")), None);
                }
            }
        }
    }

    #[test]
    fn a_mix_far_from_that_of_the_preset_is_told_with_what_was_expected_and_found() {
        for lens in ["calibrated", "literature"] {
            let Some(Note::GainMoved { by, expected, found }) = hotel(lens, FAR) else { panic!("{lens}: not told") };
            assert_eq!(by, ["customers.mix"]);
            assert!((found / expected - 1.0).abs() > MOVED, "{lens}: {expected} {found}");
        }
        assert_eq!(hotel("authors", FAR), None);
    }

    #[test]
    fn what_is_expected_is_what_the_preset_brings_times_what_the_basics_gate_leaves() {
        let preset = Scenario::from_text("x.toml", "[case]\npreset = \"hotel\"\n").expect("the preset");
        let usual = gain(&preset).expect("a gain");
        // The median of the preset's trials is 0.21; its point values come near.
        assert!((0.15..0.27).contains(&usual), "{usual}");
        let contacts = "[customers]\ncontacts_per_month = 0.1\n";
        let Some(Note::GainMoved { by, expected, .. }) = hotel("calibrated", &format!("{contacts}{FAR}")) else {
            panic!("not told")
        };
        assert_eq!(by, [MIX, CONTACTS]);
        // With so few connected guests the mean score is below 7.
        let gate = preset.point("effects.experience.basics_gate").expect("a gate");
        assert!(gate < 1.0 && (expected - usual * gate).abs() < 1e-12, "{expected} {usual} {gate}");
    }

    #[test]
    fn worked_examples_with_customers_near_those_of_their_preset_are_told_nothing() {
        let hotel = include_str!("../../../scenarios/hotel.toml");
        let hospital = include_str!("../../../scenarios/hospital.toml");
        for text in [hotel, hospital] {
            assert!(text.contains("[customers.mix]") || text.contains("contacts_per_month"), "the example has its own");
            assert_eq!(note(text), None);
        }
    }

    #[test]
    fn a_case_with_gains_of_its_own_and_one_near_its_preset_are_told_nothing() {
        let gain = "[effects.experience]\nindividual_gain = 0.3\n";
        assert!(hotel("calibrated", FAR).is_some() && hotel("calibrated", &format!("{FAR}{gain}")).is_none());
        let near = "[customers.mix]\nunconnected = 0.11\nsatisfied = 0.23\ndistinctive = 0.33\nconnected = 0.33\n";
        assert_eq!(hotel("calibrated", near), None);
    }

    #[test]
    fn neither_horizon_nor_delivery_nor_a_gate_nor_intensity_counts_as_a_move() {
        let gate = "[programme.gate]\nmonth = 12\nmetric = \"nps\"\nat_least = 90\n";
        let weak = "[programme]\nintensity = 0.2\ndelivery = \"not delivered\"\n".replace("not delivered", "partial");
        let near = "[customers]\ncontacts_per_month = 0.6\n";
        for more in [format!("months = 24\n{near}"), format!("{near}{gate}"), format!("{near}{weak}")] {
            assert_eq!(hotel("calibrated", &more), None, "{more}");
        }
    }
}
