//! The model at the edges of its inputs: stocks stay within what holds them, shares are shares, and what was entered comes back.

use crate::support::{hotel_text, random_cases, scenario};
use delight_case::chain::catalogue;
use delight_case::sampling::Sampling;
use delight_case::scenario::{Fault, Scenario, ScenarioError, finance_catalogue};
use delight_case::simulate::{Control, Kpi, Measure, Sample, Settings, Side, Trace, trace};
use delight_case::units::{Input, Shape};
use proptest::prelude::*;

const STATES: [&str; 4] = ["unconnected", "satisfied", "distinctive", "connected"];
/// Mixes that are ordinary, all but of one state, and of tiny states between large ones.
const MIXES: [[f64; 4]; 6] = [
    [0.25, 0.45, 0.18, 0.12],
    [0.997, 0.001, 0.001, 0.001],
    [0.001, 0.001, 0.001, 0.997],
    [0.001, 0.498, 0.001, 0.5],
    [0.5, 0.001, 0.498, 0.001],
    [0.02, 0.6, 0.36, 0.02],
];
const SURVEYS: [[f64; 3]; 6] =
    [[0.4, 0.1, 0.5], [0.9, 0.1, 0.0], [0.01, 0.88, 0.11], [0.3, 0.0, 0.7], [1.0, 0.0, 0.0], [0.0, 0.001, 0.999]];
const POINTS: [f64; 5] = [-99.0, -10.0, 0.0, 37.5, 99.0];
const SCORES: [f64; 4] = [0.01, 5.5, 7.0, 9.99];
const WHOLES: [&str; 3] = ["customers.mix", "effects.advocacy.entry_mix", "effects.advocacy.referred_mix"];

/// A case whose inputs lie where they may just be.
#[derive(Clone)]
struct Edge {
    /// Inputs of the catalogue by their places, and which of their edges.
    at: Vec<(usize, usize)>,
    /// Which mix each of the wholes has; none: the preset's.
    mixes: [Option<usize>; 3],
    survey: Option<[f64; 3]>,
    points: Option<f64>,
    score: Option<f64>,
    /// Newcomers of months that the market still holds besides those of the first; none: six times the customers.
    spare: Option<f64>,
    acquisition: Option<f64>,
    delivery: &'static str,
    months: usize,
}

/// Every input that has an edge of its own, and those edges.
fn inputs() -> Vec<(Input, Vec<f64>)> {
    let of_whole = |input: &Input| WHOLES.contains(&input.table);
    let apart = ["customers.market_size", "customers.annual_acquisition"];
    let all = catalogue().into_iter().chain(finance_catalogue());
    all.filter(|i| !of_whole(i) && !apart.contains(&i.path().as_str())).map(|i| (i, edges(&i))).collect()
}

fn edges(input: &Input) -> Vec<f64> {
    let kind = input.kind;
    let least = if kind.min_included { kind.min } else { kind.min + 1e-6 };
    match kind.shape {
        Shape::Share => vec![least, 1e-3, 0.5, 0.95, kind.max],
        Shape::Amount if kind.max >= 1e15 => vec![least, 1.0, 1e9],
        Shape::Amount => vec![least, (least + 1.0).min(kind.max), kind.max],
        Shape::Real => vec![kind.min, 0.0, kind.max],
    }
}

fn edge_cases() -> impl Strategy<Value = Edge> {
    let some = |n: usize| prop::option::weighted(0.4, 0..n);
    let survey = prop_oneof![
        3 => Just((None, None)),
        1 => (0..SURVEYS.len()).prop_map(|i| (Some(SURVEYS[i]), None)),
        1 => (0..POINTS.len()).prop_map(|i| (None, Some(POINTS[i]))),
    ];
    (
        prop::collection::vec((0..inputs().len(), 0..5_usize), 0..20),
        (some(MIXES.len()), some(MIXES.len()), some(MIXES.len())),
        (survey, prop::option::weighted(0.3, prop::sample::select(SCORES.to_vec()))),
        prop::option::weighted(0.6, prop::sample::select(vec![0.0, 1e-6, 0.5, 3.0])),
        prop::option::weighted(0.5, prop::sample::select(vec![0.0, 0.5, 3.0, 12.0])),
        prop::sample::select(vec!["full", "partial", "harmful"]),
        prop::sample::select(vec![12, 61, 240]),
    )
        .prop_map(|(at, mixes, ((survey, points), score), spare, acquisition, delivery, months)| Edge {
            at,
            mixes: [mixes.0, mixes.1, mixes.2],
            survey,
            points,
            score,
            spare,
            acquisition,
            delivery,
            months,
        })
}

impl std::fmt::Debug for Edge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "spare {:?}\n{}", self.spare, self.text(f64::NAN))
    }
}

impl Edge {
    fn text(&self, market: f64) -> String {
        let mut text = format!(
            "case.name = \"edge\"\ncase.preset = \"hotel\"\ncase.months = {}\nprogramme.delivery = \"{}\"\n\
             customers.market_size = {market:e}\n",
            self.months, self.delivery
        );
        let known = inputs();
        let mut said: Vec<String> = Vec::new();
        for (place, which) in &self.at {
            let (input, edges) = &known[*place];
            if !said.contains(&input.path()) {
                text += &format!("{} = {:e}\n", input.path(), edges[which % edges.len()]);
                said.push(input.path());
            }
        }
        for (whole, mix) in WHOLES.iter().zip(self.mixes) {
            let shares = mix.map(|mix| STATES.iter().zip(MIXES[mix]));
            text.extend(shares.into_iter().flatten().map(|(state, share)| format!("{whole}.{state} = {share:?}\n")));
        }
        if let Some([promoters, passives, detractors]) = self.survey {
            text += &format!("customers.nps.promoters = {promoters:?}\ncustomers.nps.passives = {passives:?}\n");
            text += &format!("customers.nps.detractors = {detractors:?}\n");
        }
        text.extend(self.points.map(|points| format!("customers.nps = {points:?}\n")));
        text.extend(self.score.map(|score| format!("customers.score = {score:?}\n")));
        text.extend(self.acquisition.map(|share| format!("customers.annual_acquisition = {share:?}\n")));
        text
    }

    /// The case, with a market that is as full as it may be.
    fn scenario(&self) -> Scenario {
        let roomy = self.roomy();
        let today = roomy.today().expect("a chain");
        let Some(spare) = self.spare else { return roomy };
        scenario(&self.text(today.customers + today.newcomers * (1.0 + spare)))
    }

    fn roomy(&self) -> Scenario {
        let count = scenario(&self.text(1e15)).point("customers.count").expect("customers");
        scenario(&self.text((7.0 * count).min(1e15)))
    }

    /// What it says of an input, or else what the preset and the defaults do.
    fn point(&self, case: &Scenario, path: &str) -> f64 {
        case.point(path).unwrap_or_else(|| panic!("{path}"))
    }
}

fn series<'t>(t: &'t Trace, arm: usize, name: &str) -> &'t [f64] {
    t.series(arm, name).unwrap_or_else(|| panic!("{name}"))
}

/// What rounding may do to a sum of some numbers of this size.
const ROUNDING: f64 = 1e-12;

proptest! {
    #![proptest_config(random_cases("edges", 192))]

    #[test]
    fn customers_never_exceed_their_market_and_no_state_gives_more_than_it_holds(edge in edge_cases()) {
        let case = edge.scenario();
        let t = trace(&case);
        let market = edge.point(&case, "customers.market_size");
        let today = case.today().expect("a chain");
        // What is typed in decimals may miss equality by rounding; then the newcomers of a month still find room.
        let most = market.max(today.customers + today.newcomers) * (1.0 + ROUNDING);
        for arm in 0..2 {
            let [count, churned, acquired] = ["customers", "churned", "acquired"].map(|name| series(&t, arm, name));
            for m in 0..t.months {
                prop_assert!(count[m] > 0.0 && count[m] <= most, "{} customers in a market of {}", count[m], most);
                prop_assert!(churned[m] >= 0.0 && churned[m] <= count[m] * (1.0 + ROUNDING));
                prop_assert!(acquired[m] >= 0.0 && acquired[m] <= (most - count[m]) + ROUNDING * most);
                let shares = STATES.map(|state| series(&t, arm, state)[m]);
                prop_assert!(shares.iter().all(|share| (0.0..=1.0 + ROUNDING).contains(share)), "{:?}", shares);
                prop_assert!((shares.iter().sum::<f64>() - 1.0).abs() < ROUNDING);
            }
            for m in 1..t.months {
                let expected = count[m - 1] - churned[m - 1] + acquired[m - 1];
                // Where next to nobody is left and many come, the sum is rounded at the size of those who come.
                let rounded = (1e-9 * count[m - 1]).max(ROUNDING * acquired[m - 1]);
                prop_assert!((count[m] - expected).abs() <= rounded, "{} {}", count[m], expected);
            }
        }
    }

    #[test]
    fn shares_are_shares_and_all_is_finite(edge in edge_cases()) {
        let t = trace(&edge.scenario());
        for arm in 0..2 {
            for name in ["engaged", "partners_engaged", "absence", "novices", "failure_rate", "vision", "processes"] {
                let values = series(&t, arm, name);
                prop_assert!(values.iter().all(|x| (0.0..=1.0 + ROUNDING).contains(x)), "{} {:?}", name, values);
            }
            prop_assert!(series(&t, arm, "turnover").iter().all(|q| *q >= 0.0));
            prop_assert!(series(&t, arm, "nps").iter().all(|nps| nps.abs() <= 100.0 * (1.0 + ROUNDING)));
            prop_assert!(series(&t, arm, "rating").iter().all(|r| (0.0..=10.0 * (1.0 + ROUNDING)).contains(r)));
            let finite = |(name, values): &(String, Vec<f64>)| (values.iter().all(|x| x.is_finite()), name.clone());
            for (finite, name) in t.arms[arm].iter().map(finite) {
                prop_assert!(finite, "{}", name);
            }
        }
        prop_assert!(t.cash.iter().all(|cash| cash.is_finite()));
    }

    #[test]
    fn what_is_entered_of_today_comes_back(edge in edge_cases()) {
        let case = edge.scenario();
        let t = trace(&case);
        let first = |name: &str| series(&t, 0, name)[0];
        let same = |found: f64, entered: f64| (found - entered).abs() <= 1e-11 * entered.abs().max(1.0);
        prop_assert!(same(12.0 * first("turnover"), edge.point(&case, "employees.annual_turnover")));
        prop_assert!(same(first("absence"), edge.point(&case, "employees.absence")));
        prop_assert!(same(first("engaged"), edge.point(&case, "employees.engaged")));
        prop_assert!(same(first("customers"), edge.point(&case, "customers.count")));
        let today = case.today().expect("a chain");
        if let Some(shares) = edge.survey {
            prop_assert!(today.answers.iter().zip(shares).all(|(found, entered)| same(*found, entered)));
            prop_assert!(same(first("nps"), 100.0 * (shares[0] - shares[2])), "{}", first("nps"));
        }
        prop_assert!(edge.points.is_none_or(|points| same(first("nps"), points)), "{}", first("nps"));
        prop_assert!(edge.score.is_none_or(|score| same(first("rating"), score)), "{}", first("rating"));
        if edge.acquisition.is_none() {
            let year = |kpi| t.measure(Measure::Kpi(kpi, Side::Baseline)).expect("a chain");
            prop_assert!(edge.score.is_none_or(|score| year(Kpi::Rating) == score));
            prop_assert_eq!(year(Kpi::Turnover), edge.point(&case, "employees.annual_turnover"));
            prop_assert!(same(year(Kpi::Nps), first("nps")));
        }
    }

    #[test]
    fn a_balanced_baseline_stands_still_and_a_programme_of_no_size_is_the_baseline(edge in edge_cases()) {
        let edge = Edge { acquisition: None, ..edge };
        let case = edge.scenario();
        let t = trace(&case);
        for name in STATES.into_iter().chain(["customers", "turnover", "absence", "novices", "rating"]) {
            let values = series(&t, 0, name);
            prop_assert!(values.iter().all(|x| (x - values[0]).abs() <= 1e-9 * values[0].abs()), "{}", name);
        }
        let text = edge.text(edge.point(&case, "customers.market_size"));
        let without: String = text.lines().filter(|line| !line.starts_with("programme.intensity")).map(|l| format!("{l}\n")).collect();
        let t = trace(&scenario(&format!("{without}programme.intensity = 0\nprogramme.costs = []\n")));
        prop_assert_eq!(&t.arms[0], &t.arms[1]);
        prop_assert!(t.cash.iter().all(|cash| *cash == 0.0));
    }

    #[test]
    fn the_bridge_sums_to_the_benefit_of_every_month_and_of_all(edge in edge_cases()) {
        let t = trace(&edge.scenario());
        let sums = |pieces: &[f64], benefit: f64| {
            // Doubles hold a sum of large pieces no nearer than this.
            let held = 1e-14 * pieces.iter().map(|piece| piece.abs()).sum::<f64>();
            (pieces.iter().sum::<f64>() - benefit).abs() <= 1e-9 * benefit.abs() + held
        };
        for m in 0..=t.months {
            let pieces: Vec<f64> = t.books.pieces.iter().map(|(_, piece)| piece[m]).collect();
            prop_assert!(sums(&pieces, t.books.benefit[m]), "{:?} {}", pieces, t.books.benefit[m]);
        }
        let pieces: Vec<f64> = (0..7).map(|i| t.measure(Measure::Bridge(i)).expect("a chain")).collect();
        let benefit = t.measure(Measure::PvBenefit).expect("a benefit");
        prop_assert!(sums(&pieces, benefit), "{:?} {}", pieces, benefit);
    }

    #[test]
    fn a_survey_comes_back_in_every_trial(edge in edge_cases()) {
        // A mix of the case's own is held to the survey at its point values, so it is the preset's here.
        let [_, entry, referred] = edge.mixes;
        let edge = Edge { mixes: [None, entry, referred], acquisition: None, months: 12, ..edge };
        let measures = [Kpi::Promoters, Kpi::Passives, Kpi::Detractors, Kpi::Nps, Kpi::Rating, Kpi::Turnover];
        let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 64 };
        let kept = measures.map(|kpi| Measure::Kpi(kpi, Side::Baseline));
        let case = edge.scenario();
        let sample = Sample::new(&case, settings, &kept, &Control::default()).expect("nobody cancels");
        let all = |i: usize, entered: f64| sample.results(kept[i]).iter().all(|x| (x - entered).abs() <= 1e-13 * entered.abs().max(1.0));
        for (i, share) in edge.survey.iter().flatten().enumerate() {
            prop_assert!(all(i, *share), "{} {:?}", share, &sample.results(kept[i])[..4]);
        }
        prop_assert!(edge.points.is_none_or(|points| all(3, points)));
        prop_assert!(edge.score.is_none_or(|score| all(4, score)));
        if case.assumption("employees.annual_turnover").is_some_and(|a| a.provenance.place.starts_with("case.toml")) {
            prop_assert!(all(5, edge.point(&case, "employees.annual_turnover")));
        }
    }
}

fn refused(more: &str) -> String {
    match Scenario::from_text("case.toml", &hotel_text(more)) {
        Err(error) => error.to_string(),
        Ok(_) => panic!("accepted: {more}"),
    }
}

#[test]
fn a_market_that_does_not_hold_the_newcomers_of_a_month_is_refused_with_both_numbers() {
    // 120,000 customers of whom the preset's churn replaces some 4,000 a month.
    let customers = |market: &str| format!("[customers]\ncount = 120_000\nmarket_size = {market}\n");
    let held = scenario(&hotel_text(&customers("600_000"))).today().expect("a chain");
    let newcomers = held.newcomers.round().to_string();
    for (market, room) in [("120_001", "1.00"), ("120_010", "10"), ("121_000", "1000"), ("120_000", "0.00")] {
        let said = refused(&customers(market));
        assert!(said.contains(&newcomers) && said.contains(&format!("room is {room}")), "{said}");
    }
    let least = (held.customers + held.newcomers).ceil();
    scenario(&hotel_text(&customers(&least.to_string())));
    assert!(refused(&customers(&(least - 1.0).to_string())).contains(&least.to_string()));
}

#[test]
fn a_market_that_holds_the_newcomers_of_a_month_exactly_is_no_error_whatever_the_acquisition() {
    let exact = |acquisition: &str, market: f64| {
        let text = format!("[customers]\ncount = 1000\nannual_acquisition = {acquisition}\nmarket_size = {market}\n");
        Scenario::from_text("case.toml", &hotel_text(&text))
    };
    assert!(exact("1.2", 1100.0).is_ok() && exact("1.2", 1099.0).is_err());
    assert!(exact("0", 1000.0).is_ok());
    let none_leave = "[customers]\ncount = 1000\nannual_churn = 0\nmarket_size = 1000\n";
    let t = trace(&scenario(&hotel_text(none_leave)));
    assert!(series(&t, 1, "customers").iter().all(|count| (count - 1000.0).abs() < 1e-9));
}

#[test]
fn a_fuller_market_is_worth_less_and_not_more() {
    let npv = |market: u64| {
        let text = hotel_text(&format!(
            "[customers]\ncount = 120_000\nmarket_size = {market}\n[programme]\ndelivery = \"full\"\n"
        ));
        trace(&scenario(&text)).measure(Measure::Npv).expect("a value")
    };
    let values = [127_800, 130_000, 150_000, 240_000, 600_000].map(npv);
    assert!(values.windows(2).all(|pair| pair[0] < pair[1]), "{values:?}");
}

#[test]
fn a_years_forty_one_leavers_come_out_as_forty_one() {
    let text = hotel_text("[employees]\nheadcount = 100\nannual_turnover = 0.41\n[programme]\nintensity = 0\n");
    let t = trace(&scenario(&text));
    let leavers: f64 = 100.0 * series(&t, 0, "turnover")[..12].iter().sum::<f64>();
    assert!((leavers - 41.0).abs() < 1e-11, "{leavers}");
    assert_eq!(t.measure(Measure::Kpi(Kpi::Turnover, Side::Baseline)), Some(0.41));
}

#[test]
fn novices_are_a_share_at_any_turnover() {
    let novices = |turnover: &str, onboarding: f64| {
        let text = format!("[employees]\nannual_turnover = {turnover}\nonboarding_months = {onboarding}\n");
        series(&trace(&scenario(&hotel_text(&text))), 0, "novices")[0]
    };
    // q·L = 0.75, so that three of seven are novices.
    assert!((novices("0.75", 12.0) - 0.75 / 1.75).abs() < 1e-15);
    assert!((novices("\"300%\"", 120.0) - 30.0 / 31.0).abs() < 1e-15);
}

#[test]
fn turnover_is_an_amount_up_to_three_and_its_range_is_lognormal() {
    let of = |turnover: &str| scenario(&hotel_text(&format!("[employees]\nannual_turnover = {turnover}\n")));
    assert_eq!(of("\"140%\"").point("employees.annual_turnover"), Some(1.4));
    let median = of("\"40% to 90%\"").point("employees.annual_turnover").expect("a median");
    // The geometric mean of the ends.
    assert!((median - 0.6).abs() < 1e-9, "{median}");
    assert!(refused("[employees]\nannual_turnover = 3.1\n").contains("from 0 to 3"));
    assert!(refused("[employees]\nannual_turnover = 41\n").contains("write \"41%\""));
}

#[test]
fn what_is_no_survey_is_refused_with_what_to_write() {
    for (nps, words) in [
        ("customers.nps = 0.12", ["points", "write 12 "]),
        ("customers.nps = -0.1", ["points", "write -10 "]),
        ("customers.nps = \"12%\"", ["percent sign", "write 12 "]),
        ("customers.nps = { value = \"-7 %\" }", ["percent sign", "write -7 "]),
        ("customers.nps = 100", ["from -99 to 99", "write"]),
        ("customers.nps = \"10 to 20\"", ["one number", "no distribution"]),
        ("customers.nps = \"lots\"", ["lots", "write"]),
        (
            "customers.nps = { promoters = \"30% to 40%\", passives = 0.4, detractors = 0.25 }",
            ["one number", "promoters"],
        ),
        ("customers.nps = { promoters = 0.4, passives = 0.4, detractors = 0.3 }", ["must sum to 1", "1.1"]),
        ("customers.nps = { promoters = 1.4, passives = 0.4, detractors = 0.3 }", ["promoters", "from 0 to 1"]),
        ("customers.nps = { promoters = 0.4, detractors = 0.6 }", ["customers.nps.passives", "must be given"]),
        ("customers.score = 10", ["above 0 and below 10", "7.4"]),
        ("customers.score = 0", ["above 0 and below 10", "7.4"]),
        ("customers.score = \"74%\"", ["a percentage makes no sense", "7.4"]),
    ] {
        let text = format!("{nps}\ncase.preset = \"hotel\"\ncase.name = \"x\"\n");
        let error = Scenario::from_text("case.toml", &text).expect_err(nps).to_string();
        words.iter().for_each(|word| assert!(error.contains(word), "{word}: {error}"));
    }
    let faults = |more: &str| match Scenario::from_text("case.toml", &hotel_text(more)) {
        Err(ScenarioError::Invalid(all)) => all.list.into_iter().map(|d| d.fault).collect::<Vec<Fault>>(),
        other => panic!("{other:?}"),
    };
    assert!(matches!(faults("[customers]\nnps = 0.5\n").as_slice(), [Fault::PointsMeant { .. }]));
}

#[test]
fn a_survey_may_stand_beside_a_mix_and_keep_its_source() {
    let mix = "[customers.mix]\nunconnected = 0.25\nsatisfied = 0.45\ndistinctive = 0.18\nconnected = 0.12\n";
    let of = |nps: &str| scenario(&hotel_text(&format!("{nps}{mix}")));
    let case = of("[customers]\nnps = { value = -10, source = \"survey\", grade = \"C\" }\n");
    let today = case.today().expect("a chain");
    assert_eq!((today.mix, today.nps), ([0.25, 0.45, 0.18, 0.12], -10.0));
    let entered = case.assumption("customers.nps").expect("entered");
    assert_eq!((entered.written.as_str(), entered.provenance.source.as_deref()), ("-10", Some("survey")));
    // A preset's mix is not the case's own, and moves.
    let moved = scenario(&hotel_text("[customers]\nnps = -10\n")).today().expect("a chain");
    let preset = scenario(&hotel_text("")).today().expect("a chain");
    assert!(moved.mix[3] < preset.mix[3] && moved.nps == -10.0);
}

#[test]
fn the_nearer_of_two_ways_to_write_a_survey_holds() {
    let base = "[customers.nps]\npromoters = 0.4\npassives = 0.1\ndetractors = 0.5\n";
    let case = scenario(&hotel_text(base));
    let changed = case.with("customers.nps", "25").expect("a change");
    assert_eq!(changed.today().expect("a chain").nps, 25.0);
    let again = changed.with("customers.nps.promoters", "0.4").expect("a change");
    assert_eq!(again.today().expect("a chain").nps, -10.0);
}

#[test]
fn an_answered_rating_stands_in_for_the_mean_score() {
    let answered = scenario(&hotel_text("[assessment.basics]\nrating = \"6.0 to 7.0\"\n"));
    let score = answered.assumption("customers.score").expect("stands in");
    assert_eq!((score.written.as_str(), score.provenance.place.as_str()), ("6.0 to 7.0", "case.toml:5"));
    let given = scenario(&hotel_text("[customers]\nscore = 7.4\n[assessment.basics]\nrating = 6\n"));
    assert_eq!(given.today().expect("a chain").score, 7.4);
    assert_eq!(scenario(&hotel_text("[assessment.basics]\nrating = 10\n")).today().expect("a chain").score, 10.0);
}

#[test]
fn a_low_score_holds_the_gains_of_individual_service_back() {
    let individual = |score: &str| {
        let text = hotel_text(&format!("[customers]\nscore = {score}\n[programme]\ndelivery = \"full\"\n"));
        series(&trace(&scenario(&text)), 1, "individual")[35]
    };
    let (below, at) = (individual("6.99"), individual("7.0"));
    // Above seven the score moves it only through the staff, to whom customers' delight echoes back.
    assert!(below < 0.9 * at && (at / individual("7.5") - 1.0).abs() < 1e-3, "{below} {at}");
}
