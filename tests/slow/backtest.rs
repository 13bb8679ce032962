//! The backtest holds: what the lenses must cover of what happened elsewhere, and the stored table of it.

use delight_case::evidence::{CASES, Lens, backtest_cases, coverage};
use delight_case::report::pages::backtest::document;
use delight_case::report::words::Words;
use delight_case::sampling::Sampling;
use delight_case::scenario::{Language, presets};
use delight_case::simulate::{Control, Settings};
use delight_case::studies::backtest::{LensBacktest, TRIALS, backtest};

fn through(lens: Lens) -> LensBacktest {
    let cases = backtest_cases(CASES, &presets::names()).expect("the cases are well formed");
    let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: TRIALS };
    backtest(&cases, &[lens], settings, &Control::default()).expect("not cancelled").lenses.remove(0)
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes minutes without optimisation")]
fn the_calibrated_lens_covers_the_published_slopes_where_they_are_corrected() {
    let found = through(Lens::Calibrated);
    assert!(found.covered >= 10 && found.slopes == 13, "{} of {}", found.covered, found.slopes);
    assert!(found.ratio.is_some_and(|ratio| (0.6..=1.6).contains(&ratio)), "{:?}", found.ratio);
    let inside = |id: &str| found.rows.iter().find(|row| row.case.id == id).and_then(|row| row.inside);
    for id in ["BR1", "BR2", "BR3", "BR4", "BR5", "BE1", "BE1b"] {
        assert_eq!(inside(id), Some(true), "{id}");
    }
    // These lie outside, and each says why.
    for id in ["BR7", "BE3", "BE4", "BW2"] {
        assert_eq!(inside(id), Some(false), "{id}");
        assert!(found.rows.iter().any(|row| row.case.id == id && row.case.reason.is_some()), "{id}");
    }
    for id in ["BE2", "BE5", "BE6", "BR6", "BW1", "BW3", "BW4", "BW5", "BW6"] {
        assert_eq!(inside(id), None, "{id}");
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes minutes without optimisation")]
fn what_is_published_covers_its_own_slopes_at_face_value() {
    let found = through(Lens::Literature);
    assert!(found.covered >= 9 && found.slopes == 13, "{} of {}", found.covered, found.slopes);
    assert!(found.ratio.is_some_and(|ratio| (0.6..=1.6).contains(&ratio)), "{:?}", found.ratio);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes minutes without optimisation")]
fn the_page_of_the_documents_is_what_the_command_prints() {
    let cases = backtest_cases(CASES, &presets::names()).expect("the cases are well formed");
    let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: TRIALS };
    let found = backtest(&cases, &Lens::ALL, settings, &Control::default()).expect("not cancelled");
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/backtest.md")).expect("a page");
    let remedy = "delight backtest --lang en --format md > docs/backtest.md";
    assert!(document(&found, Words::new(Language::English)) == page, "docs/backtest.md is out of date: {remedy}");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes minutes without optimisation")]
fn the_stored_table_is_what_the_backtest_finds() {
    for lens in Lens::ALL {
        let (found, stored) = (through(lens), coverage(lens).expect("every lens has a row"));
        assert_eq!((found.covered, found.slopes), (stored.covered, stored.of), "{lens}");
        let ratio = found.ratio.expect("slopes");
        assert!((ratio - stored.ratio).abs() < 0.006, "{lens}: {ratio:.3} in src/model/evidence/coverage.toml");
    }
}
