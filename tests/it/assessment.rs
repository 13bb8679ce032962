//! The self-assessment in scenario files: what it becomes, what goes before it, what is refused.

use crate::support::{file, hotel_text, scenario};
use delight_case::chain::ELEMENTS;
use delight_case::evidence::{Group, questionnaire};
use delight_case::scenario::{Assessed, Grade, Language, Note, Scenario, ScenarioError, Value};

/// Every score alike, and five experience values that a share of customers recognises.
fn answers(score: &str, recognised: &str) -> String {
    let mut text = String::new();
    for (table, group) in [
        ("assessment.shifts", Group::Shifts),
        ("assessment.feedback", Group::Feedback),
        ("assessment.vision", Group::Vision),
    ] {
        text.push_str(&format!("[{table}]\n"));
        for item in questionnaire().items.iter().filter(|item| item.group == group) {
            text.push_str(&format!("{} = {score}\n", item.key));
        }
    }
    for name in ["near", "easy", "ours", "kind", "bold"] {
        text.push_str(&format!("[[assessment.vision.values]]\nname = \"{name}\"\nrecognised = {recognised}\n"));
    }
    text
}

fn now(scenario: &Scenario, element: &str) -> [f64; 3] {
    let path = format!("excellence.now.{element}");
    let Value::Drawn(d) = &scenario.assumption(&path).expect("an element").value else { panic!("{path}") };
    [0.05, 0.5, 0.95].map(|u| d.quantile(u))
}

/// What is said of the hotel with these lines.
fn refused(extra: &str) -> String {
    match Scenario::from_text("case.toml", &hotel_text(extra)) {
        Err(ScenarioError::Invalid(all)) => all.to_string(),
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn a_case_takes_its_maturities_from_the_assessment_before_the_preset() {
    let scenario = scenario(&hotel_text(&answers("6", "0.6")));
    for element in ELEMENTS {
        let [p5, p50, p95] = now(&scenario, element);
        // Five values are as many as there should be, which lifts vision and design a little above all the sixes.
        let most = if ["vision", "design"].contains(&element) { 0.65 } else { 0.601 };
        assert!(p50 > 0.599 && p50 < most && p5 > 0.4 && p95 < 0.8, "{element}: {p5} {p50} {p95}");
        let provenance = &scenario.assumption(&format!("excellence.now.{element}")).expect("it").provenance;
        assert_eq!(provenance.grade, Some(Grade::D));
        assert!(provenance.source.as_deref().is_some_and(|s| s.starts_with("self-assessment")), "{provenance:?}");
        assert!(provenance.place.starts_with("assessment:"), "{provenance:?}");
    }
    assert!(scenario.notes().is_empty(), "{:?}", scenario.notes());
}

#[test]
fn maturities_that_the_file_gives_go_before_the_assessment_and_that_is_noted() {
    let own = "[excellence.now]\nculture = 0.2\n";
    let scenario = scenario(&hotel_text(&format!("{own}{}", answers("6", "0.6"))));
    assert_eq!(now(&scenario, "culture"), [0.2; 3]);
    assert!((now(&scenario, "people")[1] - 0.6).abs() < 1e-3);
    let places = [("culture".to_owned(), "case.toml:5".to_owned())].into();
    assert_eq!(scenario.notes(), [Note::OwnMaturities { places }]);
}

#[test]
fn elements_that_no_answer_reaches_keep_the_preset_and_missing_answers_are_noted() {
    let preset = scenario(&hotel_text(""));
    let scenario = scenario(&hotel_text("[assessment.shifts]\npartners = 9\n"));
    assert_eq!(now(&scenario, "vision"), now(&preset, "vision"));
    assert!(now(&scenario, "processes")[1] > 0.85);
    // The question about partners bears on processes and innovation.
    let beyond = ELEMENTS.into_iter().filter(|element| !["processes", "innovation"].contains(element));
    let unassessed = Note::Unassessed { elements: beyond.map(str::to_owned).collect() };
    assert_eq!(scenario.notes(), [unassessed, Note::Unanswered { missing: 25, asked: 26 }]);
}

#[test]
fn the_leniency_of_one_rater_ties_the_nine_elements_together() {
    let of = |more: &str| scenario(&hotel_text(more)).correlations().len();
    assert_eq!(of(&answers("6", "0.6")) - of(""), 36);
}

#[test]
fn raters_who_disagree_widen_the_maturity_and_leave_it_where_it_is() {
    let alike = scenario(&hotel_text(&answers("6", "0.6")));
    let apart = scenario(&hotel_text(&answers("\"3 to 9\"", "\"30% to 85%\"")));
    for element in ELEMENTS {
        let ([low, _, high], [p5, p50, p95]) = (now(&alike, element), now(&apart, element));
        assert!(p5 < low && p95 > high, "{element}");
        assert!((p50 - now(&alike, element)[1]).abs() < 0.02, "{element}: {p50}");
    }
}

#[test]
fn twelve_experience_values_bring_less_than_five_and_a_vision_that_is_answered_more_than_none() {
    let values = |count: usize| {
        let entry = |i| format!("[[assessment.vision.values]]\nname = \"value {i}\"\nrecognised = 0.5\n");
        (0..count).map(entry).collect::<String>()
    };
    let vision = |text: &str| now(&scenario(&hotel_text(text)), "vision")[1];
    assert!(vision(&values(12)) < vision(&values(5)) - 0.2);
    assert!(vision("[assessment.vision]\npurpose = false\n") < 0.15);
    assert!(vision("[assessment.vision]\npurpose = true\n") > 0.85);
}

#[test]
fn answers_of_a_base_and_of_the_file_are_one_assessment() {
    let folder = tempfile::tempdir().expect("a folder");
    let scan = "[assessment.shifts]\npartners = 2\njourney = 8\n";
    std::fs::write(folder.path().join("scan.toml"), scan).expect("a file");
    let case = folder.path().join("case.toml");
    std::fs::write(&case, "base = \"scan.toml\"\n[case]\npreset = \"hotel\"\n[assessment.shifts]\npartners = 9\n")
        .expect("it");
    let assessed = Assessed::load(&case, None).expect("a case");
    let processes = assessed.assessment.expect("answers").maturities()[6].expect("reached");
    // partners weighs 0.8, journey 0.5: (0.8·9 + 0.5·8)/1.3 points.
    assert!((processes.value - 11.2 / 13.0).abs() < 1e-12);
    assert!(assessed.case.is_ok());
}

#[test]
fn a_file_of_answers_alone_is_no_case_and_says_what_is_missing() {
    let assessed = Assessed::from_text("scan.toml", &answers("6", "0.6")).expect("answers");
    assert_eq!(assessed.name, "scan");
    assert!(assessed.assessment.is_some());
    let missing = assessed.case.expect_err("no case").to_string();
    assert!(missing.contains("programme.target") && missing.contains("preset"), "{missing}");
}

#[test]
fn answers_alone_may_name_the_language_of_their_results() {
    let language = |case: &str| {
        Assessed::from_text("scan.toml", &format!("{case}{}", answers("6", "0.6"))).expect("answers").language
    };
    assert_eq!(language("[case]\nlang = \"nl\"\n"), Some(Language::Dutch));
    assert_eq!(language(""), None);
}

#[test]
fn what_is_wrong_with_an_answer_is_refused_with_its_place_and_the_rule() {
    let table = "[assessment.shifts]\n";
    for (line, words) in [
        ("partners = 11", ["case.toml:5:12", "from 0 to 10"]),
        ("partners = -1", ["found -1", "from 0 to 10"]),
        ("partners = \"abc\"", ["found \"abc\"", "case.toml:5"]),
        ("partners = \"60%\"", ["found \"60%\"", "a score from 0 to 10"]),
        ("partners = { value = \"60%\" }", ["60%", "a score from 0 to 10"]),
        ("partners = true", ["found true", "a number"]),
        ("partners = \"8 to 6\"", ["8 to 6", "partners"]),
        ("partner = 6", ["did you mean", "assessment.shifts.partners"]),
    ] {
        let said = refused(&format!("{table}{line}\n"));
        assert_eq!(said.lines().count(), 1, "{said}");
        for word in words {
            assert!(said.contains(word), "{line}: {word:?} is not in: {said}");
        }
    }
    let said = refused("[[assessment.vision.values]]\nname = \"near\"\nrecognised = 60\n");
    assert!(said.contains("60%") && said.contains("recognised"), "{said}");
    let said = refused("[[assessment.vision.values]]\nname = \"near\"\n");
    assert!(said.contains("recognised = "), "{said}");
    let errors = Assessed::from_text("scan.toml", "[assessment.shifts]\npartners = 11\n");
    assert!(matches!(errors, Err(ScenarioError::Invalid(_))), "answers alone are checked too");
}

#[test]
fn a_cash_flow_case_has_no_use_for_an_assessment() {
    let flows = "[case]\nkind = \"cash-flow\"\n[[flows]]\nname = \"a\"\namount = 1\nper = \"year\"\n";
    let values = "[[assessment.vision.values]]\nname = \"near\"\nrecognised = 0.6\n";
    let result = Scenario::from_text("case.toml", &format!("{flows}[assessment.shifts]\npartners = 9\n{values}"));
    let Err(ScenarioError::Invalid(all)) = result else { panic!("not refused") };
    assert_eq!(all.list.len(), 2, "{all}");
}

#[test]
fn the_documented_matrix_is_the_one_that_is_used() {
    let document = std::fs::read_to_string(file("docs/assessment.md")).expect("the document");
    for item in questionnaire().items.iter().filter(|item| item.group != Group::Basics) {
        let group = format!("{:?}", item.group).to_lowercase();
        let weights = ELEMENTS.map(|e| match item.weight(e) {
            0.0 => String::new(),
            weight => weight.to_string().trim_start_matches('0').to_owned(),
        });
        let row = format!("| `{group}.{}` | {} |", item.key, weights.join(" | "));
        assert!(document.contains(&row), "{row}");
    }
}
