//! The evidence library against the defaults, the results and its own documentation.

use crate::support::{assert_kept, delight, printed, said};
use delight_case::evidence::{Fact, FactKind, cited, fact, facts, named, publications};
use delight_case::report::documents::evidence::{EvidencePage, defaults, given, markdown, text};
use delight_case::report::words::Words;
use delight_case::scenario::{Language, embedded, presets};
use delight_case::studies::run::{EXPECTED_REVENUE_GAIN, REPORTED_SUCCESSES, UNPRECEDENTED_RATING_GAIN};
use serde_json::Value;
use std::collections::BTreeSet;

fn ended(args: &[&str]) -> assert_cmd::assert::Assert {
    delight().arg("evidence").args(args).assert()
}

fn read(args: &[&str]) -> String {
    printed(&ended(args).success())
}

// --- The defaults -----------------------------------------------------------------------------------------------------

#[test]
fn every_default_names_entries_that_exist_or_says_that_it_is_an_assumption() {
    for default in defaults() {
        let path = &default.assumption.path;
        let names: Vec<&str> = named(default.source()).collect();
        if names.first() == Some(&"own assumption") {
            assert_eq!(default.grade(), "D", "{path}: an assumption of our own");
        } else {
            assert!(!names.is_empty(), "{path} has no source");
            assert_eq!(cited(default.source()).len(), names.len(), "{path}: {names:?}");
        }
    }
}

#[test]
fn every_number_of_a_preset_names_entries_that_exist_or_says_that_it_is_an_assumption() {
    for preset in presets::names() {
        let assumptions = embedded(Some(preset));
        assert!(assumptions.len() > 50, "{preset}: only {} inputs", assumptions.len());
        for assumption in assumptions {
            let (path, source) = (&assumption.path, assumption.provenance.source.as_deref().unwrap_or_default());
            let names: Vec<&str> = named(source).collect();
            let grade = assumption.provenance.grade.unwrap_or_else(|| panic!("{preset}: {path} has no grade"));
            if names.first() == Some(&"own assumption") {
                assert_eq!(grade.letter(), "D", "{preset}: {path}: an assumption of our own");
            } else {
                assert!(!names.is_empty(), "{preset}: {path} has no source");
                assert_eq!(cited(source).len(), names.len(), "{preset}: {path}: {names:?}");
            }
        }
    }
}

#[test]
fn no_default_is_graded_better_than_the_best_entry_it_names() {
    for default in defaults() {
        let grade = default.assumption.provenance.grade.unwrap_or_else(|| panic!("{}", default.assumption.path));
        let best = default.cited().iter().filter_map(|fact| fact.grade.worst()).min();
        assert!(best.is_none_or(|best| grade >= best), "{}: {grade:?} above {best:?}", default.assumption.path);
    }
}

#[test]
fn every_input_with_a_default_is_found() {
    // The keys of the defaults, counted without the reader of scenarios.
    let inputs =
        include_str!("../../src/model/evidence/priors.toml").lines().filter(|line| line.contains("source = ")).count();
    assert_eq!(defaults().len(), inputs);
}

// --- The numbers ------------------------------------------------------------------------------------------------------

/// The numbers in brackets after `name(`, of a normal, beta or lognormal distribution as the library writes it.
fn parameters(text: &str, name: &str) -> Option<[f64; 2]> {
    let inside = text.strip_prefix(name)?.strip_prefix('(')?.split(')').next()?;
    let number = |part: &str| match part.trim().replace('−', "-") {
        part if part.starts_with("ln ") => part[3..].parse().ok().map(f64::ln),
        part => part.parse().ok(),
    };
    let (a, b) = inside.split_once(',')?;
    Some([number(a)?, number(b)?])
}

/// P10, median and P90 of the distribution, by closed form or by an independent library.
fn quantiles(distribution: &str) -> Option<[f64; 3]> {
    use statrs::distribution::{Beta, ContinuousCDF, Normal};
    let at = [0.1, 0.5, 0.9];
    let normal = |[mean, sd]: [f64; 2]| {
        let normal = Normal::new(mean, sd).unwrap();
        at.map(|p| normal.inverse_cdf(p))
    };
    if let Some(parameters) = distribution.strip_prefix("exp(").and_then(|rest| self::parameters(rest, "normal")) {
        return Some(normal(parameters).map(f64::exp));
    }
    if let Some(parameters) = parameters(distribution, "normal") {
        return Some(normal(parameters));
    }
    if let Some(inside) = distribution.strip_prefix("metalog(").and_then(|rest| rest.split(')').next()) {
        // Its parameters are these quantiles.
        let given: Vec<f64> = inside.split(',').map(|part| part.trim().replace('−', "-").parse().unwrap()).collect();
        return given.try_into().ok();
    }
    let [a, b] = parameters(distribution, "beta")?;
    let beta = Beta::new(a, b).unwrap();
    Some(at.map(|p| beta.inverse_cdf(p)))
}

/// P10, median and P90 as an entry gives them, and how many decimals.
fn given_quantiles(fact: &Fact) -> Option<Vec<(f64, usize)>> {
    let number = fact.numbers.iter().find(|n| n.of.as_deref() == Some("P10 / median / P90"))?;
    let parts = number.value.split('/').map(|part| part.trim().replace('−', "-"));
    parts.map(|p| Some((p.parse().ok()?, p.split_once('.').map_or(0, |(_, d)| d.len())))).collect()
}

#[test]
fn the_quantiles_of_a_derivation_are_those_of_its_distribution() {
    let mut compared = 0;
    for fact in facts().iter().filter(|fact| fact.kind == FactKind::Derivation) {
        let Some(expected) = fact.distribution.as_deref().and_then(quantiles) else { continue };
        for ((shown, decimals), exact) in given_quantiles(fact).unwrap().into_iter().zip(expected) {
            // Rounded by hand, and truncation of the far tails left out: one unit of the last place.
            let unit = 10f64.powi(-(decimals as i32));
            assert!((shown - exact).abs() <= unit * 1.01, "{}: {shown}, exactly {exact}", fact.id);
        }
        compared += 1;
    }
    assert!(compared > 25, "{compared} distributions were compared");
}

#[test]
fn a_default_has_the_distribution_of_the_derivation_that_it_is() {
    let same = [
        ("D4k", "effects.causal_share"),
        ("D3", "effects.loyalty.influenceable"),
        ("D5i", "effects.advocacy.incremental"),
        ("A1a", "programme.success_probability"),
        ("A1b", "programme.partial_probability"),
    ];
    let all = defaults();
    for (id, path) in same {
        let default = all.iter().find(|d| d.assumption.path == path).expect(path);
        assert_eq!(
            fact(id).unwrap().distribution.as_deref(),
            Some(default.assumption.written.as_str()),
            "{id}: {path}"
        );
    }
    let parts = fact("A1m").unwrap().distribution.as_deref().unwrap();
    let partial = all.iter().find(|d| d.assumption.path == "programme.partial_delivery").unwrap();
    assert!(parts.contains(&format!("partial: {};", partial.assumption.written)), "{parts}");
}

#[test]
fn the_bounds_of_plausibility_are_those_of_the_library() {
    let percentages = |id: &str, place: usize| -> Vec<f64> {
        let value = fact(id).unwrap().numbers[place].value.clone();
        value.split(['/', '–']).map(|part| part.trim().parse::<f64>().unwrap()).collect()
    };
    let agree = |id: &str, place: usize, shares: &[f64]| {
        let percentages = percentages(id, place);
        assert_eq!(percentages.len(), shares.len());
        assert!(percentages.iter().zip(shares).all(|(p, share)| (p / 100.0 - share).abs() < 1e-12), "{percentages:?}");
    };
    agree("V3", 0, &EXPECTED_REVENUE_GAIN);
    agree("V3", 1, &REPORTED_SUCCESSES);
    assert_eq!(percentages("fixed-rating-precedent", 0), [UNPRECEDENTED_RATING_GAIN]);
}

#[test]
fn checking_the_authors_arithmetic_gives_what_the_library_says() {
    let sectors: Vec<f64> = fact("S02").unwrap().numbers.iter().map(|n| n.value.parse().unwrap()).collect();
    let mut sorted = sectors.clone();
    sorted.sort_by(f64::total_cmp);
    let mean = sectors.iter().sum::<f64>() / sectors.len() as f64;
    let critique = fact("S02").unwrap().critique.as_deref().unwrap();
    assert!((mean - 53.6).abs() < 0.06 && critique.contains("53.6"), "{mean}");
    assert!(sorted[4] == 41.0 && critique.contains("41"));
    assert!((100.0 * (1.52 / 0.82 - 1.0) - 85.0f64).abs() < 0.5);
}

// --- The page ---------------------------------------------------------------------------------------------------------

#[test]
fn docs_evidence_is_what_the_command_prints() {
    assert_kept("docs/evidence.md", &markdown(&EvidencePage::Overview, &given()), "evidence");
}

#[test]
fn every_link_in_the_page_leads_to_a_heading() {
    let page = markdown(&EvidencePage::Overview, &given());
    let headings: BTreeSet<String> = page
        .lines()
        .filter_map(|line| Some(line.strip_prefix("##")?.trim_start_matches('#').trim().to_lowercase()))
        .collect();
    let targets: Vec<&str> = page.split("](#").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    assert!(targets.len() > 100, "only {} links", targets.len());
    for target in targets {
        assert!(headings.contains(target), "#{target}");
    }
}

#[test]
fn every_page_fits_a_hundred_columns() {
    let all = given();
    let mut pages = vec![EvidencePage::Overview, EvidencePage::Table(all.iter().collect())];
    pages.extend(delight_case::evidence::Link::ALL.map(EvidencePage::Link));
    pages.extend(facts().iter().map(EvidencePage::Entry));
    pages.extend(all.iter().map(|one| EvidencePage::Input(vec![one])));
    for words in Language::ALL.map(Words::new) {
        for page in &pages {
            let shown = anstream::adapter::strip_str(&text(page, &all, words, 100)).to_string();
            for line in shown.lines() {
                assert!(line.chars().count() <= 100, "{line}");
            }
        }
    }
}

// --- The command ------------------------------------------------------------------------------------------------------

#[test]
fn the_overview_lists_every_entry_on_a_line_of_its_own() {
    let shown = read(&[]);
    for fact in facts() {
        assert!(shown.lines().any(|line| line.trim_start().starts_with(&format!("{} ", fact.id))), "{}", fact.id);
    }
}

#[test]
fn a_claim_is_shown_with_what_checking_showed_and_with_what_uses_it() {
    let shown = read(&["s13"]);
    for part in ["What checking showed", "Untraced", "effects.loyalty.odds.connected", "jones-sasser-1995-xerox"] {
        assert!(shown.contains(part), "{part} in\n{shown}");
    }
}

#[test]
fn an_input_is_explained_by_its_path_down_to_the_literature() {
    let shown = read(&["effects.causal_share"]);
    for part in ["P10 / median / P90", "D4k", "magids-2015", "expert opinion"] {
        assert!(shown.contains(part), "{part} in\n{shown}");
    }
    assert!(read(&["customers.count"]).contains("preset hotel"), "an input without a default");
    assert!(read(&["effects.loyalty"]).contains("effects.loyalty.odds.connected"), "a table");
}

#[test]
fn a_study_is_used_by_the_inputs_of_the_derivations_that_rest_on_it() {
    let shown: Value = serde_json::from_str(&read(&["knight-2017", "--format", "json"])).unwrap();
    let used = shown["used_by"].as_array().unwrap();
    let gain = used.iter().find(|u| u["input"] == "effects.employees.engagement_gain").unwrap();
    assert_eq!(gain["through"], "B1");
    assert_eq!((&shown["grade"], &shown["verification"]), (&"A".into(), &"V-abs".into()));
}

#[test]
fn the_library_as_json_holds_every_fact_and_every_default() {
    let shown: Value = serde_json::from_str(&read(&["--format", "json"])).unwrap();
    assert_eq!(shown["facts"].as_array().unwrap().len(), facts().len());
    for default in defaults() {
        let path = default.assumption.path.as_str();
        assert!(shown["inputs"].as_array().unwrap().iter().any(|input| input["path"] == path), "{path}");
    }
}

#[test]
fn a_word_that_is_unknown_is_refused_with_what_was_meant() {
    for (word, meant) in [
        ("knight", "knight-2017 or knight-2019"),
        ("A1", "A1a, A1b, A1c or A1m"),
        ("effects.causal_shar", "effects.causal_share"),
        ("employes", "employees"),
    ] {
        let message = said(&ended(&[word]).code(2));
        assert!(message.contains(&format!("did you mean {meant}?")), "{message}");
    }
    ended(&["zzzzqqq"]).code(2);
}

// --- The bibliography -------------------------------------------------------------------------------------------------

/// The bibliography as another program reads it.
fn parsed(args: &[&str]) -> biblatex::Bibliography {
    let text = read(args);
    assert!(text.is_ascii(), "{text}");
    biblatex::Bibliography::parse(&text).unwrap_or_else(|e| panic!("{e}\n{text}"))
}

#[test]
fn the_bibliography_is_read_by_others_with_every_publication_and_nothing_lost() {
    let all = parsed(&["--format", "bibtex"]);
    assert_eq!(all.len(), publications().len());
    for publication in publications() {
        let entry = all.get(&publication.key).unwrap_or_else(|| panic!("{}", publication.key));
        let text = |name: &str| entry.get(name).map(biblatex::ChunksExt::format_verbatim).unwrap_or_default();
        let plain = |text: &str| text.replace('–', "--").replace('’', "'");
        assert_eq!(plain(&text("title")).replace("``", "“").replace("''", "”"), plain(&publication.title));
        assert_eq!(text("doi"), publication.doi.clone().unwrap_or_default());
        assert_eq!(entry.author().unwrap_or_default().len(), publication.authors.len(), "{}", publication.key);
    }
    let knight = all.get("knight-2017").unwrap();
    let authors = knight.author().unwrap();
    assert_eq!((authors[0].name.as_str(), authors[0].given_name.as_str()), ("Knight", "Caroline"));
    assert_eq!(all.get("leon-ortega-2014").unwrap().author().unwrap()[0].name, "León Mendoza");
}

#[test]
fn an_entry_and_an_input_bring_the_publications_they_rest_on() {
    let keys = |what: &str| -> Vec<String> {
        parsed(&[what, "--format", "bibtex"]).iter().map(|entry| entry.key.clone()).collect()
    };
    assert_eq!(keys("knight-2017"), ["knight-2017"]);
    let behind = keys("effects.causal_share");
    assert!(behind.contains(&"magids-2015".into()) && !behind.contains(&"knight-2017".into()), "{behind:?}");
    assert!(read(&["fixed-caps", "--format", "bibtex"]).starts_with('%'));
}

#[test]
fn an_entry_is_shown_with_its_whole_citation() {
    let whole = "Knight, C., Patterson, M. & Dawson, J. (2017). Building work engagement";
    let words = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for format in ["text", "md", "json"] {
        let shown = words(read(&["knight-2017", "--format", format]));
        for part in [whole, "Journal of Organizational Behavior 38(6), 792–812", "https://doi.org/10.1002/job.2167"] {
            assert!(shown.contains(part), "{format}: {part} in\n{shown}");
        }
    }
}
