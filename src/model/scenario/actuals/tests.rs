//! Files of readings as they should be and as they should not be.

use super::*;
use crate::scenario::{FileError, Files, OpenedFile, Scenario, ScenarioError, from_file};
use std::sync::Arc;

const CASE: &str = "[case]\npreset = \"hotel\"\nmonths = 60\nstart = \"2027-01\"\n";
const HEAD: &str = "month,metric,value,site,arm,started,months,n,of,se,note\n";

fn case(more: &str) -> Scenario {
    Scenario::from_text("x.toml", &format!("{CASE}{more}")).unwrap_or_else(|e| panic!("{e}"))
}

fn of(text: &str) -> Result<Actuals, String> {
    Actuals::read(text, "a.csv", &case("")).map_err(|why| why.to_string())
}

fn rows(rows: &[&str]) -> Result<Actuals, String> {
    of(&format!("{HEAD}{}\n", rows.join("\n")))
}

fn read(text: &[&str]) -> Actuals {
    rows(text).unwrap_or_else(|e| panic!("{e}"))
}

/// `tests/golden/living`: three files, and what another program reads in them.
#[test]
fn readings_are_those_of_the_independent_program() {
    let known = include_str!("../../../../tests/golden/living/readings.csv");
    let mut compared = 0;
    for (name, text, cost) in [
        ("actuals-all.csv", include_str!("../../../../tests/golden/living/actuals-all.csv"), Some(2_231_525.0)),
        ("actuals-pilot.csv", include_str!("../../../../tests/golden/living/actuals-pilot.csv"), None),
        ("actuals-none.csv", include_str!("../../../../tests/golden/living/actuals-none.csv"), None),
    ] {
        let actuals = of(text).unwrap_or_else(|e| panic!("{e}"));
        let lines: Vec<&str> = known.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(',')).collect();
        assert_eq!(actuals.readings.len(), lines.len(), "{name}");
        for (reading, line) in actuals.readings.iter().zip(lines) {
            let arm = if reading.arm == ReadArm::Baseline { "baseline" } else { "programme" };
            let head =
                format!("{},{},{},{arm},{},", reading.month, reading.metric.name(), reading.site, reading.months);
            let numbers = line.strip_prefix(&head).unwrap_or_else(|| panic!("{head} is not {line}"));
            let (value, variance) = numbers.split_once(',').expect("two numbers");
            for (found, known) in [(reading.value, value), (reading.variance, variance)] {
                let known: f64 = known.parse().expect("a number");
                assert!((found - known).abs() <= 1e-13 * known.abs(), "{name} {line}: {found}");
                compared += 1;
            }
        }
        assert_eq!(actuals.cost(24).map(|cost| (cost.month, cost.typed)), cost.map(|cost| (24, cost)), "{name}");
    }
    assert_eq!(compared, 540);
}

#[test]
fn a_dutch_spreadsheet_says_the_same_as_an_english_file() {
    let english = "month,metric,value,n,of,se,note\n0,nps,12.4,1000,,,\n2027-03,engaged,0.35,300,900,,\"a, b\"\n\
                   3,revenue,1200000.5,,,2500.25,\n3,rating,7.4,361,,,\n";
    let dutch = "\u{feff}sep=;\r\nN;Value;Metric;Month;note;of;se\r\n1000;12,4;NPS;0;;;\r\n300;35%;engaged;2027-03;x;900;\r\n\
                 ;\"€ 1.200.000,5\";revenue;3;;;2500,25\r\n361;7,4;rating;3;;;\r\n;;;;;;\r\n";
    let [english, mut dutch] = [english, dutch].map(|text| of(text).unwrap_or_else(|e| panic!("{e}")));
    assert_eq!(dutch.readings.iter().map(|r| r.line).collect::<Vec<_>>(), [3, 6, 4, 5]);
    dutch.readings.iter_mut().for_each(|reading| reading.line -= 1);
    assert_eq!(english, dutch);
    assert_eq!(english.readings.len(), 4);
}

#[test]
fn a_score_of_points_alone_takes_the_passives_of_today() {
    let survey = case("[customers.nps]\npromoters = 0.4\npassives = 0.4\ndetractors = 0.2\n");
    let actuals =
        Actuals::read("month,metric,value,n\n3,nps,20,400\n", "a.csv", &survey).unwrap_or_else(|e| panic!("{e}"));
    // 10⁴ · (.6 − .2²) / 400.
    assert!((actuals.readings[0].variance - 14.0).abs() < 1e-9, "{}", actuals.readings[0].variance);
}

#[test]
fn rows_come_out_in_one_order_however_they_stand() {
    let text = [
        "3,nps,10,north,,,,100,,,",
        "0,nps,9,north,,,,100,,,",
        "3,engaged,0.4,,,,,50,,,",
        "3,nps,8,east,baseline,,,90,,,",
    ];
    let mut back = text;
    back.reverse();
    let [one, other] = [read(&text), read(&back)].map(|mut actuals| {
        actuals.readings.iter_mut().for_each(|reading| reading.line = 0);
        actuals
    });
    assert_eq!(one, other);
    let order: Vec<_> = one.readings.iter().map(|r| (r.month, r.metric.name(), r.site.as_str())).collect();
    assert_eq!(order, [(0, "nps", "north"), (3, "nps", "east"), (3, "nps", "north"), (3, "engaged", "all")]);
    assert!((one.readings[1].middle() - 0.125).abs() < 1e-15);
}

#[test]
fn what_is_wrong_with_a_cell_is_said_with_its_place_and_its_rule() {
    let mut otherwise = Vec::new();
    for (row, place, rule) in [
        (",nps,12,,,,,500,,,", "2:1: month: must be given in every row", "3"),
        ("3,,12,,,,,500,,,", "2:3: metric: must be given", "nps"),
        ("3,nps,,,,,,500,,,", "2:7: value: must be given", "412/300/288"),
        ("3,npss,12,,,,,500,,,", "2:3: metric: found npss; must be \"nps\"", "did you mean \"nps\"?"),
        ("3,nps,12,,control,,,500,,,", "arm: found control; must be \"programme\" or \"baseline\"", ""),
        ("3,nps,twelve,,,,,500,,,", "2:7: value: found twelve", "must be a number"),
        ("3,nps,NaN,,,,,500,,,", "2:7: value: found NaN", "finite number"),
        ("3,nps,101,,,,,500,,,", "value: found 101; must be from -100 to 100", ""),
        ("3,nps,12%,,,,,500,,,", "value: found 12%", "must not be a percentage"),
        ("3,nps,412/300,,,,,,,,", "value: found 412/300; must be points, or the counts", "412/300/288"),
        ("3,nps,0/0/0,,,,,,,,", "value: found 0/0/0; must be three whole numbers", "412/300/288"),
        ("3,nps,1.5/2/3,,,,,,,,", "three whole numbers", ""),
        ("3,nps,412/300/288,,,,,900,,,", "n: found 900; must be the sum of the three counts, 1000", "leave it empty"),
        ("3,nps,12,,,,,,,,", "n: must be given: the answers behind the value, or its standard error", "answers"),
        ("3,rating,10.5,,,,,500,,,", "value: found 10.5; must be from 0 to 10", ""),
        ("3,engaged,120%,,,,,500,,,", "value: found 120%; must be from 0 to 1", "0.35"),
        ("3,cost,900.000,,,,,,,,", "value: found 900.000", "900"),
        ("3,nps,12,,,,,1.500,,,", "n: found 1.500", "1_500"),
        ("3,engaged,35,,,,,500,,,", "value: found 35; must be from 0 to 1", "write \"35%\""),
        ("3,connected,-0.1,,,,,500,,,", "value: found -0.1; must be from 0 to 1", ""),
        ("3,absence,0,,,,,,,,", "value: found 0; must be above 0 to 1", ""),
        ("3,revenue,0,,,,,,,,", "value: found 0; must be above 0", ""),
        ("3,revenue,$ 5m,,,,,,,,", "value: found $ 5m", "must be in the currency of the case"),
        ("3,turnover,4,,,,,900,,,", "value: found 4; must be at least 5", "pool periods"),
        ("3,complaints,4.5,,,,,900,,,", "value: found 4.5; must be at least 5", "pool periods"),
        ("3,churn,2701,,,,,900,,,", "value: found 2701; must be at most n times the months, 2700", "under n"),
        ("3,turnover,20,,,,,,,1,", "n: must be given: the staff behind the value", "number of staff"),
        ("3,churn,20,,,,,0,,,", "n: found 0; must be above 0", ""),
        ("3,engaged,0.4,,,,,300,299,,", "of: found 299; must be at least n, 300", "under of"),
        ("3,engaged,0.4,,,,,300,,0,", "se: found 0; must be above 0", ""),
        ("3,engaged,0.4,,,,,300,,-0.1,", "se: found -0.1; must be above 0", ""),
        ("61,nps,12,,,,,500,,,", "2:1: month: found 61; must not be after the horizon of the case, month 60", "remove"),
        ("2032-01,nps,12,,,,,500,,,", "month: found 2032-01; must not be after the horizon", ""),
        ("55,nps,12,a,,-6,,500,,,", "month 60, but is month 61 since work began at the site", ""),
        ("2.5,nps,12,,,,,500,,,", "month: found 2.5; must be a whole number", ""),
        ("2027-13,nps,12,,,,,500,,,", "month: found 2027-13", "must be a number"),
        ("-241,nps,12,,,,,500,,,", "month: found -241; must be a whole number from -240", ""),
        ("3,nps,12,,,,0,500,,,", "months: found 0; must be a whole number from 1", ""),
        ("3,nps,12,,,,-3,500,,,", "months: found -3; must be a whole number from 1", ""),
        ("2,nps,12,,,,,500,,,", "2:1: month: found 2; must not reach across the start", "write 2 months"),
        ("3,nps,12,,,,4,500,,,", "months: found 4; must not reach across the start", "write 3 months"),
        ("3,nps,12,,,1.5,,500,,,", "started: found 1.5; must be a whole number", ""),
        ("3,cost,100000,north,,,,,,,", "site: found north; must be all for a cost", "write all"),
        ("-3,cost,100000,,,,,,,,", "month: found -3; must be 0 or later for a cost", ""),
        ("3,nps,12,a\u{202e}b,,,,500,,,", "site: found U+202E; must have no letter", ""),
        ("3,nps,12", "2:1: must have a cell for each of the 11 headings, but has 3", "quotes"),
        ("3,nps,12,,,,,500,,,,", "but has 12", ""),
    ] {
        let said = rows(&[row]).expect_err(row);
        let is_told = said.starts_with("a.csv:2:") && said.contains(place) && said.contains(rule);
        if !is_told || said.lines().count() != 1 {
            otherwise.push(format!("{row}: {said}"));
        }
    }
    assert!(otherwise.is_empty(), "{}", otherwise.join("\n"));
}

#[test]
fn what_rows_say_together_is_checked_too() {
    for (text, said) in [
        (["3,nps,12,a,,,,500,,,", "3,nps,13,a,,,,500,,,"], "a.csv:3:1: month: found 3; must be given once"),
        (
            ["3,nps,12,a,,,,500,,,", "5,nps,13,a,,,,500,,,"],
            "a.csv:3:1: month: found 5; must not overlap the period of line 2",
        ),
        (
            ["0,nps,12,a,,,,500,,,", "3,engaged,0.4,a,baseline,,,500,,,"],
            "a.csv:3:17: arm: found baseline; must be one arm",
        ),
        (
            ["0,nps,12,a,,,,500,,,", "6,nps,12,a,,3,,500,,,"],
            "started: found 3; must be one start for a site, but line 2",
        ),
        (
            ["0,nps,12,a,,3,,500,,,", "3,nps,12,a,,3,,500,,,"],
            "a.csv:2:13: started: found 3; must be before the last reading of the site",
        ),
        (["3,cost,5e5,,,,,,,,", "3,cost,6e5,,,,,,,,"], "must be given once for a metric, a site and a month; line 2"),
    ] {
        let found = rows(&text).expect_err(said);
        assert!(found.contains(said), "{text:?}: {found}");
        assert_eq!(found.lines().count(), 1, "{found}");
    }
    // The same month at two sites, periods that touch, and costs that overlap by their nature are fine.
    let fine = [
        "3,nps,12,a,,,,500,,,",
        "3,nps,12,b,,,,500,,,",
        "6,nps,12,a,,,,500,,,",
        "3,cost,5e5,,,,,,,,",
        "4,cost,6e5,,,,,,,,",
    ];
    assert_eq!(read(&fine).readings.len(), 3);
    assert_eq!(read(&fine).cost(4).map(|cost| (cost.month, cost.months, cost.variance)), Some((4, 4, 0.10 * 0.10)));
}

#[test]
fn a_file_without_the_columns_it_needs_is_refused_at_its_headings() {
    let said = of("month,metrc,value,Value\n3,nps,12,12\n").expect_err("three faults");
    for part in [
        "a.csv:1:7: found metrc; is not a column of a file of readings; did you mean metric?",
        "a.csv:1:19: found Value; must be the heading of one column",
        "a.csv:1:1: must have a column with the heading metric",
    ] {
        assert!(said.contains(part), "{said}");
    }
    assert!(of("").expect_err("nothing").contains("a.csv:1:1: must have at least one reading"));
    let many =
        format!("month,metric,value,n,site\n{}", (0..401).map(|i| format!("3,nps,12,50,s{i}\n")).collect::<String>());
    assert!(of(&many).expect_err("too many").contains("a.csv:402:1: must be at most 400 readings; pool sites"));
}

#[test]
fn everything_wrong_is_said_at_once_in_the_order_of_the_file() {
    let said = rows(&["x,npx,12,,,,,500,,,", "3,nps,120,,other,,0,0,,0,", "3,nps,1,,,,,9,,,", "3,nps,2,,,,,9,,,"])
        .expect_err("eight");
    let places: Vec<&str> = said.lines().filter_map(|line| line.split(": ").next()).collect();
    assert_eq!(
        places,
        ["a.csv:2:1", "a.csv:2:3", "a.csv:3:7", "a.csv:3:12", "a.csv:3:19", "a.csv:3:21", "a.csv:3:24", "a.csv:5:1"],
        "{said}"
    );
}

#[test]
fn a_file_says_one_decimal_mark() {
    let said = of("month;metric;value;n\n3;engaged;0.35;50\n").expect_err("a point").to_string();
    assert!(said.contains("must have ',' as its decimal mark, like its file; write 0,35"), "{said}");
    let said = of("month,metric,value,n\n3,rating,\"7,45\",50\n").expect_err("a comma").to_string();
    assert!(said.contains("write 7.45"), "{said}");
    let thousands = of("month;metric;value\n3;revenue;12.345\n").unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(thousands.readings[0].typed, 12_345.0);
}

#[test]
fn a_month_of_the_calendar_needs_a_start_and_a_case_of_cash_flows_has_no_readings() {
    let without = Scenario::from_text("x.toml", "[case]\npreset = \"hotel\"\n").expect("valid");
    let said = Actuals::read("month,metric,value,n\n2027-04,nps,12,50\n", "a.csv", &without)
        .expect_err("no start")
        .to_string();
    assert!(said.contains("a.csv:2:1: month: found 2027-04; must be months since the start"), "{said}");
    assert!(said.contains("write start = \"2027-01\" under [case]"), "{said}");
    let flows = "[case]\nkind = \"cash-flow\"\n[finance]\ndiscount_rate = 0\ntax_rate = 0\n[[flows]]\nname = \"a\"\namount = -1\nper = \"once\"\n";
    let flows = Scenario::from_text("x.toml", flows).expect("valid");
    let said = Actuals::read("month,metric,value,n\n3,nps,12,50\n", "a.csv", &flows).expect_err("no chain").to_string();
    assert!(said.contains("has no chain to hold readings against"), "{said}");
}

#[test]
fn now_is_the_latest_month_of_the_programme_arm_unless_the_case_says_it() {
    let text = format!(
        "{HEAD}0,nps,12,a,,,,500,,,\n12,nps,13,a,,,,500,,,\n18,nps,9,b,baseline,,,500,,,\n0,nps,9,b,baseline,,,500,,,\n"
    );
    let times = |more: &str, text: &str| {
        let case = case(more);
        let actuals = Actuals::read(text, "a.csv", &case).unwrap_or_else(|e| panic!("{e}"));
        let now = actuals.now(case.track(), case.months());
        (now, actuals.next(case.track(), case.months()), actuals.counting(now).count())
    };
    assert_eq!(times("", &text), (12, 18, 3));
    assert_eq!(times("[track]\nnow = 6\n", &text), (6, 12, 2));
    assert_eq!(times("[track]\nnow = 18\nnext = 20\n", &text), (18, 20, 4));
    assert_eq!(times("", "month,metric,value,n\n0,nps,12,50\n"), (0, 6, 1));
    assert_eq!(times("", "month,metric,value,n\n60,nps,12,50\n"), (59, 60, 0));
    let late = case("[track]\nnext = 12\n");
    let said = Actuals::read(&text, "a.csv", &late).expect_err("next is past").to_string();
    assert!(said.contains("a.csv:3:1: month: found 12; must be before track.next, month 12"), "{said}");
}

#[test]
fn of_costs_the_latest_by_a_month_counts() {
    let text = format!("{HEAD}0,nps,12,,,,,500,,,\n6,cost,5e5,,,,,,,,\n12,cost,9e5,,,,,,,9e4,\n12,nps,12,,,,,500,,,\n");
    let actuals = Actuals::read(&text, "a.csv", &case("")).unwrap_or_else(|e| panic!("{e}"));
    let cost = |now| actuals.cost(now).map(|cost| (cost.month, cost.typed, (1e6 * cost.variance).round()));
    assert_eq!(cost(12), Some((12, 9e5, 20_000.0)));
    assert_eq!(cost(9), Some((6, 5e5, 10_000.0)));
    assert_eq!(cost(3), None);
}

#[test]
fn a_score_beside_a_net_promoter_score_is_shown_and_does_not_count() {
    let actuals =
        read(&["0,nps,12,,,,,500,,,", "0,rating,7.2,,,,,500,,,", "3,rating,7.3,,,,,500,,,", "0,rating,7,b,,,,90,,,"]);
    let counting: Vec<_> = actuals.counting(12).map(|r| (r.month, r.metric, r.site.as_str())).collect();
    use TrackMetric::{Nps, Rating};
    assert_eq!(counting, [(0, Nps, "all"), (0, Rating, "b"), (3, Rating, "all")]);
    assert_eq!(actuals.readings.len(), 4);
}

#[test]
fn what_a_reader_should_know_of_readings_is_noted() {
    let case = case("[track]\nnow = 6\n[track.drift.engaged]\nlevel = \"own\"\n");
    let text = [
        "0,nps,12,a,,,,500,,,",
        "3,nps,12,a,,,,500,,,",
        "3,rating,7,a,,,,500,,,",
        "3,nps,12,b,,,,500,,,",
        "6,nps,12,b,,,,500,,,",
        "6,engaged,0.4,a,,,,500,,,",
        "9,nps,12,a,,,,500,,,",
    ];
    let actuals =
        Actuals::read(&format!("{HEAD}{}", text.join("\n")), "a.csv", &case).unwrap_or_else(|e| panic!("{e}"));
    use ActualsNote as Note;
    use TrackMetric::Nps;
    let later = UnusedReading { month: 9, metric: Nps, site: "a".to_owned() };
    assert_eq!(
        actuals.notes(actuals.now(case.track(), case.months()), case.track()),
        [
            Note::NotUsed { now: 6, readings: vec![later] },
            Note::RatingBesideNps { site: "a".to_owned(), months: vec![3] },
            Note::NoControl,
            Note::NoReadingBefore { site: "b".to_owned(), metrics: vec![Nps] },
        ]
    );
    let single = read(&[
        "0,nps,12,a,,,,500,,,",
        "3,nps,12,a,,,,500,,,",
        "0,nps,12,b,baseline,,,500,,,",
        "3,nps,12,b,baseline,,,500,,,",
        "0,nps,12,c,,,,500,,,",
    ]);
    let note = Note::OneReading { metric: Nps, site: "c".to_owned() };
    assert_eq!(single.notes(12, self::case("").track()), [note]);
}

/// Files by the folder they are asked for from.
struct Folder;

impl Files for Folder {
    fn open(&self, from: &str, relative: &str, limit: u64) -> Result<OpenedFile, FileError> {
        let text = match (from, relative) {
            ("/group/case.toml", "below/base.toml") => format!("{CASE}[track]\nactuals = \"own.csv\"\n"),
            ("/group/below/base.toml", "own.csv") => "month,metric,value,n\n3,nps,12,50\n".to_owned(),
            ("/group/case.toml", "bad.csv") => "month,metric,value,n\n3,nps,120,50\n".to_owned(),
            ("/group/case.toml", "large.csv") => return Err(FileError::TooLarge(2 * limit, limit)),
            _ => return Err(FileError::NotFound),
        };
        let identity = format!("/group/{relative}");
        Ok(OpenedFile { name: relative.to_owned(), identity, text })
    }
}

fn of_folder(track: &str) -> Result<Option<Actuals>, String> {
    let text = format!("base = \"below/base.toml\"\n{track}");
    let first = OpenedFile { name: "case.toml".into(), identity: "/group/case.toml".into(), text };
    let case = from_file(first, Arc::new(Folder), None).unwrap_or_else(|e| panic!("{e}"));
    Actuals::of_case(&case).map_err(|why: ScenarioError| why.to_string())
}

#[test]
fn the_file_a_case_names_lies_beside_the_file_that_names_it() {
    let readings = of_folder("").map(|actuals| actuals.map(|actuals| actuals.readings.len()));
    assert_eq!(readings, Ok(Some(1)));
    assert_eq!(Actuals::of_case(&case("")), Ok(None));
    for (track, said) in [
        (
            "[track]\nactuals = \"none.csv\"\n",
            "case.toml:3:11: track.actuals: found \"none.csv\"; must be a file that exists",
        ),
        ("[track]\nactuals = \"large.csv\"\n", "must be at most 1 MiB, but has 2 MiB"),
        ("[track]\nactuals = \"bad.csv\"\n", "bad.csv:2:7: value: found 120; must be from -100 to 100"),
    ] {
        let found = of_folder(track).expect_err(said);
        assert!(found.contains(said), "{found}");
    }
    // A text alone has no folder.
    let said = Actuals::of_case(&case("[track]\nactuals = \"a.csv\"\n")).expect_err("no folder").to_string();
    assert!(said.contains("x.toml:6:11: track.actuals: found \"a.csv\"; must not name files here"), "{said}");
}
