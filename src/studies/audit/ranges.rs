//! Rules on how uncertainty is given.

use super::place::{Found, Place};
use super::rule::{Cases, Rule, Severity, Theme};
use super::subject::{Origin, Subject, drawn, spread};
use delight_model::sampling::Distribution;
use delight_model::scenario::{Assumption, Grade, Note};

/// P95 over P5 below which a number of grade D is more certain than anyone's judgement.
const NARROW: f64 = 1.1;
/// Ranges of a case that can be compared with one another.
const ENOUGH: usize = 4;
/// How far the middle may be from the median of a symmetric range, as a share of its width.
const SYMMETRIC: f64 = 0.02;
/// How far the relative widths of ranges may differ to be alike.
const ALIKE: f64 = 0.005;
/// Probability beyond what is possible above which the ends were hardly meant.
const CUT: f64 = 0.01;

/// The most that published effects come to with nothing corrected: the P90 of the lens `literature` (of the price that of hotels), and for
/// delivery the authors' claim that fewer than half succeed.
pub(super) const FACE_VALUES: [(&str, f64); 5] = [
    ("effects.causal_share", 0.52),
    ("effects.advocacy.new_per_connected", 0.08),
    ("effects.advocacy.reputation", 0.85),
    ("effects.spend.price_per_point", 0.09),
    ("programme.success_probability", 0.50),
];

const fn rule(id: &'static str, severity: Severity, check: fn(&Subject) -> Vec<Place>) -> Rule {
    Rule { id, theme: Theme::Ranges, severity, cases: Cases::Both, rests_on: &[], source: "", check }
}

pub(super) const RULES: [Rule; 6] = [
    Rule { cases: Cases::Chain, ..rule("AUD30", Severity::Should, effect_without_range) },
    Rule {
        source: "Morgan and Henrion, Uncertainty (1990): experts' ranges are too narrow; Lichtenstein, Fischhoff and \
                 Phillips, Calibration of probabilities (1982)",
        ..rule("AUD31", Severity::Should, surer_than_judgement)
    },
    rule("AUD32", Severity::Note, ranges_by_habit),
    rule("AUD33", Severity::Should, beyond_the_possible),
    Rule { cases: Cases::Chain, rests_on: &["check-lenses", "S24"], ..rule("AUD34", Severity::Must, above_face_value) },
    rule("AUD35", Severity::Must, nothing_uncertain),
];

/// The uncertain numbers that the case itself gives.
fn own_ranges<'a>(subject: &Subject<'a>) -> impl Iterator<Item = (&'a Assumption, &'a Distribution)> {
    let own = subject.scenario.assumptions().iter().filter(|a| Origin::is_own(a));
    own.filter_map(|a| Some((a, spread(a)?)))
}

fn effect_without_range(subject: &Subject) -> Vec<Place> {
    let fixed = |a: &&Assumption| {
        let certain = drawn(a).is_some_and(|d| d.is_constant() && d.median() != 0.0);
        a.path.starts_with("effects.") && Origin::is_own(a) && certain
    };
    subject.scenario.assumptions().iter().filter(fixed).map(Place::of).collect()
}

fn surer_than_judgement(subject: &Subject) -> Vec<Place> {
    let narrow = |a: &Assumption| {
        let (low, high) = spread(a).map(|d| (d.quantile(0.05), d.quantile(0.95)))?;
        let ratio = high / low;
        let place = || Place::of(a).measured("ratio", Found::Times(ratio)).against(Found::Times(NARROW));
        (a.provenance.grade == Some(Grade::D) && low > 0.0 && ratio < NARROW).then(place)
    };
    subject.scenario.assumptions().iter().filter_map(narrow).collect()
}

fn ranges_by_habit(subject: &Subject) -> Vec<Place> {
    let own: Vec<_> = own_ranges(subject).map(|(a, d)| (a, [0.05, 0.5, 0.95].map(|level| d.quantile(level)))).collect();
    let symmetric =
        own.iter().all(|(_, [low, middle, high])| (low + high - 2.0 * middle).abs() <= SYMMETRIC * (high - low));
    let widths = own.iter().map(|(_, [low, _, high])| (high - low) / (high + low));
    let (least, most) = widths.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), w| (a.min(w), b.max(w)));
    let alike = most - least <= ALIKE;
    if own.len() >= ENOUGH && (symmetric || alike) {
        own.iter().map(|(a, _)| Place::of(a)).collect()
    } else {
        Vec::new()
    }
}

fn beyond_the_possible(subject: &Subject) -> Vec<Place> {
    let place = |note: &Note| match note {
        Note::CutOff { path, place, share, .. } if *share >= CUT => {
            Some(Place::at(path, place).measured("cut", Found::share(*share)).against(Found::share(CUT)))
        }
        _ => None,
    };
    subject.scenario.notes().iter().filter_map(place).collect()
}

fn above_face_value(subject: &Subject) -> Vec<Place> {
    let above = |(path, most): &(&str, f64)| {
        let assumption = subject.scenario.assumption(path)?;
        let median = drawn(assumption)?.median();
        (median > *most).then(|| Place::of(assumption).against(Found::Times(*most)))
    };
    FACE_VALUES.iter().filter_map(above).collect()
}

fn nothing_uncertain(subject: &Subject) -> Vec<Place> {
    let any = subject.scenario.assumptions().iter().any(|a| spread(a).is_some());
    if any { Vec::new() } else { vec![Place::at("", "").found(Found::Count(0))] }
}
