//! The workbook, read back and computed again by another program.

use crate::support::scenario as case;
use crate::workbook::{Read, cases, changed, golden, made, office, with_cells};
use calamine::{Data, Reader};
use delight_case::scenario::{Language, MOST_FLOWS};
use delight_case::simulate::{Measure, trace};

const EXCEL_LONGEST_FORMULA: usize = 8192;

/// Whether two amounts are the same to a cent, or to the digits that a double keeps of a large one.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 0.005_f64.max(1e-11 * b.abs())
}

#[test]
fn every_formula_shows_its_value_and_none_is_an_error() {
    for (name, scenario) in cases() {
        let mut read = Read::new(&made(&scenario, Language::English));
        let formulas = read.formulas();
        assert!(formulas.len() > 10 * scenario.months(), "{name}: only {} formulas", formulas.len());
        for cell in formulas {
            assert!(!matches!(cell.shown, Data::Empty | Data::Error(_)), "{name} {}: {:?}", cell.place, cell.shown);
            assert!(cell.formula.len() < EXCEL_LONGEST_FORMULA, "{name} {}", cell.place);
        }
    }
}

#[test]
fn the_months_of_the_sheet_are_those_of_the_trace() {
    for (name, scenario) in cases() {
        let found = trace(&scenario);
        let mut read = Read::new(&made(&scenario, Language::English));
        let chain = !found.arms[0].is_empty();
        let benefit = if chain { "benefit before tax" } else { "income" };
        let cost = if chain { "cost before tax" } else { "outlay" };
        let mut series = vec![
            (benefit.to_owned(), &found.books.benefit),
            (cost.to_owned(), &found.books.cost),
            ("depreciation".to_owned(), &found.books.depreciation),
            ("tax".to_owned(), &found.books.tax),
            ("cash after tax".to_owned(), &found.cash),
        ];
        series.extend(found.books.lines.iter().map(|(line, values)| (line.clone(), values)));
        for (heading, values) in series {
            let shown = read.month_column(&heading);
            assert_eq!(shown.len(), values.len(), "{name} {heading}");
            for (t, (a, b)) in shown.iter().zip(values).enumerate() {
                assert!(same(*a, *b), "{name} {heading} in month {t}: sheet {a}, trace {b}");
            }
        }
        for (piece, values) in &found.books.pieces {
            let measure = found.books.discount.iter().zip(values).map(|(d, x)| d * x).sum::<f64>();
            let shown = read.bridge_at_point_values(piece);
            assert!(same(shown, measure), "{name} {piece}: sheet {shown}, trace {measure}");
        }
    }
}

#[test]
fn the_measures_of_the_sheet_are_those_of_the_trace_to_a_cent() {
    for (name, scenario) in cases() {
        let found = trace(&scenario);
        for language in Language::ALL {
            let mut read = Read::new(&made(&scenario, language));
            let measures = [
                (5, Measure::Npv),
                (6, Measure::Terminal),
                (7, Measure::PvBenefit),
                (8, Measure::PvCost),
                (9, Measure::Roi),
                (10, Measure::Irr),
                (11, Measure::Payback),
                (12, Measure::DiscountedPayback),
                (13, Measure::PeakFunding),
            ];
            for (row, measure) in measures {
                let shown = read.case_value(row);
                let expected = found.measure(measure);
                let agree = match (shown, expected) {
                    (Some(a), Some(b)) => same(a, b) && (b.abs() > 10.0 || (a - b).abs() < 1e-9),
                    (a, b) => a.is_none() && b.is_none(),
                };
                assert!(agree, "{name} {measure:?}: sheet {shown:?}, trace {expected:?}");
            }
            let by_function = read.case_value(14).expect("the check by NPV()");
            assert!(same(by_function, found.measure(Measure::Npv).expect("a case has one")), "{name}");
        }
    }
}

#[test]
fn a_project_with_several_rates_of_return_has_a_word_and_no_rate() {
    // −1600 + 10000/x − 10000/x² has the roots x = 1.25 and x = 5: 25 % and 400 % (Lorie and Savage 1955, in thousands).
    let text = "[case]\nkind = \"cash-flow\"\nmonths = 24\n[finance]\ntax_rate = 0\n\
                [[flows]]\nname = \"pump\"\namount = -1600\nper = \"once\"\n\
                [[flows]]\nname = \"oil\"\namount = 10000\nper = \"once\"\nmonth = 12\n\
                [[flows]]\nname = \"dry\"\namount = -10000\nper = \"once\"\nmonth = 24\n";
    let scenario = case(text);
    let mut read = Read::new(&made(&scenario, Language::English));
    let case = read.book.worksheet_range("Case").expect("the case");
    assert_eq!(case.get_value((10, 1)), Some(&Data::String("several".into())));
}

/// Place and text of every formula, with sheets by their numbers and without the words that it may show.
fn without_words(mut read: Read) -> Vec<(String, String)> {
    let sheets = read.book.sheet_names().to_vec();
    let numbered = |text: &str| {
        let in_order = sheets.iter().enumerate();
        in_order.fold(text.to_owned(), |text, (i, sheet)| {
            text.replace(&format!("'{sheet}'!"), &format!("sheet{i}!"))
                .replace(&format!("{sheet}!"), &format!("sheet{i}!"))
        })
    };
    // Between quotes: what is shown loses its words, a criterion such as ">0" has none.
    let spoken = |(i, part): (usize, &str)| i % 2 == 1 && part.contains(char::is_alphabetic);
    let wordless = |text: &str| -> String {
        text.split('"').enumerate().map(|part| if spoken(part) { "\"\"" } else { part.1 }).collect()
    };
    let place = |place: &str| {
        let sheet =
            sheets.iter().position(|sheet| place.starts_with(&format!("{sheet} row "))).expect("a sheet of the book");
        place.replacen(&sheets[sheet], &format!("sheet{sheet}"), 1)
    };
    read.formulas().iter().map(|cell| (place(&cell.place), wordless(&numbered(&cell.formula)))).collect()
}

#[test]
fn both_languages_have_the_same_sheets_and_formulas() {
    let scenario = golden("hotel");
    let [english, dutch] = [Language::English, Language::Dutch].map(|l| Read::new(&made(&scenario, l)));
    let names = |read: &Read| read.book.sheet_names().to_vec();
    let expected =
        ["Cover", "Case", "Chain", "Months", "Reconciliation", "TEI", "Distribution", "Bridge", "Fan", "Assumptions"];
    assert_eq!(names(&english), expected);
    assert_eq!(names(&dutch).len(), expected.len());
    assert!(names(&dutch).iter().all(|name| name.chars().count() <= 31));
    let (english, dutch) = (without_words(english), without_words(dutch));
    assert!(english.len() > 10 * scenario.months(), "only {} formulas", english.len());
    for (english, dutch) in english.iter().zip(&dutch) {
        assert_eq!(english, dutch);
    }
    assert_eq!(english.len(), dutch.len());
}

#[test]
fn the_same_findings_give_the_same_bytes() {
    let scenario = golden("municipality");
    assert!(made(&scenario, Language::Dutch) == made(&scenario, Language::Dutch));
}

#[test]
fn names_that_look_like_formulas_stay_text() {
    let text = "[case]\nname = \"=HYPERLINK(1)\"\nkind = \"cash-flow\"\nmonths = 12\n\
                [[flows]]\nname = \"=cmd|'/C calc'!A0\"\namount = \"-9 to -5\"\nper = \"once\"\n\
                [[flows]]\nname = \"@SUM(A1)\"\namount = 3\nper = \"month\"\n";
    let scenario = case(text);
    let mut read = Read::new(&made(&scenario, Language::English));
    assert!(read.formulas().iter().all(|cell| !cell.formula.contains("HYPERLINK") && !cell.formula.contains("cmd")));
    let cover = read.book.worksheet_range("Cover").expect("the cover");
    assert_eq!(cover.get_value((0, 0)), Some(&Data::String("=HYPERLINK(1)".into())));
    assert_eq!(read.month_column("=cmd|'/C calc'!A0").len(), 13);
}

#[test]
fn a_case_of_as_many_flows_as_there_may_be_fits_the_limits_of_a_spreadsheet() {
    let mut text = String::from("[case]\nname = \"many\"\nkind = \"cash-flow\"\nmonths = 12\n");
    for i in 0..MOST_FLOWS {
        text += &format!("[[flows]]\nname = \"flow {i}\"\namount = -{i}\nper = \"once\"\ncapital = true\n");
    }
    let scenario = case(&text);
    let mut read = Read::new(&made(&scenario, Language::English));
    let longest = read.formulas().iter().map(|cell| cell.formula.len()).max();
    assert!(longest.expect("there are formulas") < EXCEL_LONGEST_FORMULA, "{longest:?}");
}

/// LibreOffice computes every formula again: as written, and with other inputs.
///
/// Without LibreOffice the test says so and passes, unless `DELIGHT_NEEDS_LIBREOFFICE` is 1.
#[test]
fn libreoffice_computes_the_same_and_follows_changed_inputs() {
    let inputs = [
        ("discount_rate", "finance.discount_rate", 0.055),
        ("tax_rate", "finance.tax_rate", 0.19),
        ("depreciation_years", "finance.depreciation_years", 2.4),
        ("terminal_years", "finance.terminal_years", 1.5),
        ("margin", "finance.margin", 0.47),
        ("inflation", "finance.inflation", 0.031),
        ("cost_overrun", "programme.cost_overrun", 1.4),
        ("contact_cost", "cost_to_serve.contact", 5.5),
        ("replacement_cost", "employees.replacement_cost", 7200.0),
    ];
    let all = cases();
    let mut files = Vec::new();
    let mut expected = Vec::new();
    for (name, scenario) in &all {
        let bytes = made(scenario, Language::English);
        expected.push((format!("{name}: as written"), trace(scenario).measure(Measure::Npv)));
        files.push(bytes.clone());
        // One input alone where a reader is likely to try it, all at once everywhere.
        let alone = if name == "hotel" { &inputs[..1] } else { &inputs[..0] };
        for changes in [alone, &inputs].into_iter().filter(|changes| !changes.is_empty()) {
            let own: Vec<_> = changes.iter().filter(|(_, path, _)| scenario.assumption(path).is_some()).collect();
            let cells: Vec<_> = own.iter().map(|(cell, _, value)| (*cell, *value)).collect();
            files.push(with_cells(&bytes, &cells));
            let values: Vec<_> = own.iter().map(|(_, path, value)| (*path, *value)).collect();
            let changed = changed(scenario, &values);
            expected.push((format!("{name}: {cells:?}"), trace(&changed).measure(Measure::Npv)));
        }
    }
    let Some(computed) = office(&files) else { return };
    for ((file, computed), (what, npv)) in files.iter().zip(&computed).zip(&expected) {
        let (found, npv) = (Read::new(computed).case_value(5), npv.expect("a case has one"));
        assert!(found.is_some_and(|found| same(found, npv)), "{what}: LibreOffice {found:?}, delight {npv}");
        if what.ends_with("as written") {
            let (ours, theirs) = (Read::new(file).formulas(), Read::new(computed).formulas());
            assert_eq!(ours.len(), theirs.len(), "{what}");
            for (ours, theirs) in ours.iter().zip(&theirs) {
                assert!(
                    crate::workbook::alike(&ours.shown, &theirs.shown),
                    "{what} {}: {ours:?}, {theirs:?}",
                    ours.place
                );
            }
        }
    }
}
