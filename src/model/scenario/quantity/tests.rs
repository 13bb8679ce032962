//! The text of numbers and quantities: what is read, what is refused, and what to write instead.

use super::*;
use crate::units::Sort;

const EUROS: Expected = Expected { sort: Sort::Money, percent: false, currency: Some("EUR") };

fn read(text: &str, expected: &Expected) -> Result<f64, QuantityError> {
    number(text, expected).map(|number| number.value)
}

fn parsed(text: &str) -> Result<Quantity, QuantityError> {
    parse(text, &Expected::RATIO)
}

#[test]
fn numbers_are_read_as_people_write_them() {
    for (text, expected) in [
        ("12%", 0.12),
        ("35 %", 0.35),
        ("1_200", 1200.0),
        ("20k", 20_000.0),
        ("1.5M", 1_500_000.0),
        ("-0.3", -0.3),
        ("+4", 4.0),
        ("2e-3", 0.002),
        (".5", 0.5),
        ("0,5", 0.5),
        (" 7 ", 7.0),
        ("7.", 7.0),
    ] {
        assert_eq!(read(text, &Expected::RATIO), Ok(expected), "{text}");
    }
}

#[test]
fn money_is_read_with_its_currency_its_minus_and_its_words_for_thousands() {
    for (text, expected) in [
        ("€1.5m", 1.5e6),
        ("−€1.23m", -1.23e6),
        ("€\u{a0}−12,3\u{a0}mln", -12.3e6),
        ("€ 3,20 mld", 3.2e9),
        ("€50.0tn", 5e13),
        ("1,5 mln", 1.5e6),
        ("2 bn", 2e9),
        ("1.5 million", 1.5e6),
        ("EUR 300k", 300e3),
        ("300k EUR", 300e3),
        ("300k euro", 300e3),
        ("-300 €", -300.0),
        ("−100", -100.0),
        ("1.500k", 1500.0),
        ("1.234e3", 1234.0),
    ] {
        assert_eq!(read(text, &EUROS), Ok(expected), "{text}");
    }
    for text in ["$5", "USD 5", "5 $", "£1m"] {
        assert!(matches!(read(text, &EUROS), Err(QuantityError::Foreign { .. })), "{text}");
    }
    assert!(matches!(read("€5", &Expected::COUNT), Err(QuantityError::NoMoney { .. })));
    assert!(matches!(read("2 bln", &EUROS), Err(QuantityError::Billion(_))));
    assert!(matches!(read("12%", &EUROS), Err(QuantityError::Percent { .. })));
}

#[test]
fn spaces_underscores_and_apostrophes_set_thousands_apart() {
    for text in ["900 000", "900\u{a0}000", "900\u{202f}000", "900\u{2009}000", "900'000", "900_000", "€ 900 000"] {
        assert_eq!(read(text, &EUROS), Ok(900_000.0), "{text}");
    }
    assert_eq!(read("1 234 567,89", &EUROS), Ok(1_234_567.89));
    for text in ["1 2", "90 0000", "1 000 00", "0 900", "1 000.5 0", "1 000_000", "1 000 000.000.000"] {
        assert!(matches!(read(text, &EUROS), Err(QuantityError::NotANumber { .. })), "{text}");
    }
}

#[test]
fn marks_that_can_be_read_in_one_way_only_are_read_so() {
    for (text, expected) in [
        ("1.234,56", 1234.56),
        ("1,234.56", 1234.56),
        ("1.234.567", 1_234_567.0),
        ("1,234,567", 1_234_567.0),
        ("1.234.567,8", 1_234_567.8),
        ("900.000,00", 900_000.0),
        ("0.125", 0.125),
        ("0,125", 0.125),
        ("1.25", 1.25),
        ("1.2340", 1.234),
        ("1234.567", 1234.567),
        ("1_234.567", 1234.567),
        ("1 234.567", 1234.567),
    ] {
        assert_eq!(read(text, &EUROS), Ok(expected), "{text}");
    }
    for text in ["1.2.3", "1.234.56", "1,234.5,6", "1.234,567.8", "1..2", "12.34,5"] {
        assert!(matches!(read(text, &EUROS), Err(QuantityError::NotANumber { .. })), "{text}");
    }
}

#[test]
fn a_mark_before_three_digits_is_refused_where_money_or_a_count_is_meant_and_decimal_elsewhere() {
    for (text, decimal, whole) in [
        ("900.000", "900", "900_000"),
        ("900,000", "900", "900_000"),
        ("-900.000", "-900", "-900_000"),
        ("−1.500", "-1.5", "-1_500"),
        ("1.234", "1.2340", "1_234"),
        ("€ 12.340", "12.34", "12_340"),
    ] {
        for expected in [EUROS, Expected { sort: Sort::Money, ..Expected::COUNT }] {
            let refused = read(text, &expected).expect_err(text);
            let QuantityError::Ambiguous { decimal: a, whole: b, .. } = refused else { panic!("{text}: {refused}") };
            assert_eq!((a.as_str(), b.as_str()), (decimal, whole), "{text}");
            // Either of what it says to write is read, as what it says.
            let [a, b] = [a, b].map(|text| read(&text, &EUROS).expect("a number"));
            assert!(b == 1000.0 * a, "{text}");
        }
    }
    assert!(matches!(read("900.000", &Expected::COUNT), Err(QuantityError::Ambiguous { .. })));
    assert_eq!([read("900.000", &Expected::RATIO), read("1,500", &Expected::RATIO)], [Ok(900.0), Ok(1.5)]);
}

#[test]
fn what_is_no_number_is_refused() {
    for text in
        ["", "%", "k", "1__000", "_1", "1_", "twelve", "1 2", "--1", "0x10", "5,", "1e", "$", "5 k €k", "-", "€"]
    {
        assert!(matches!(read(text, &Expected::MONEY), Err(QuantityError::NotANumber { .. })), "{text}");
    }
    for text in ["nan", "NaN", "inf", "-inf", "1e400", "infinity", "1e308k"] {
        assert!(matches!(read(text, &Expected::RATIO), Err(QuantityError::NotFinite(_))), "{text}");
    }
    for (text, minus) in [("–5k", "-5k"), ("(300)", "-300")] {
        let refused = read(text, &EUROS).expect_err(text);
        assert!(refused.fix().is_some_and(|fix| fix.contains(minus)), "{refused}");
    }
    let said = read("lots", &EUROS).expect_err("a word").to_string();
    assert!(said.contains("1.5M, 2bn or -300k"), "{said}");
}

#[test]
fn every_form_is_read() {
    for (text, form) in [
        ("12%", Form::Number(0.12)),
        ("30% to 40%", Form::Interval(0.3, 0.4)),
        ("0 to 5%", Form::Interval(0.0, 0.05)),
        ("-2 to 3", Form::Interval(-2.0, 3.0)),
        ("pert(2, 3, 5)", Form::Pert(2.0, 3.0, 5.0)),
        ("pert(2,3,5)", Form::Pert(2.0, 3.0, 5.0)),
        ("pert(1,5; 2; 3,25)", Form::Pert(1.5, 2.0, 3.25)),
        ("Triangular( 1k,2k , 3k )", Form::Triangular(1e3, 2e3, 3e3)),
        ("uniform(0, 50%)", Form::Uniform(0.0, 0.5)),
        ("normal(0.3, 0.156)", Form::Normal(0.3, 0.156)),
        ("normal(30%, 5%)", Form::Normal(0.3, 0.05)),
        ("lognormal(1.2, .2)", Form::Lognormal(1.2, 0.2)),
        ("beta(1.61, 6.64)", Form::Beta(1.61, 6.64)),
        ("metalog(1, 2, 4)", Form::Metalog(1.0, 2.0, 4.0)),
        ("discrete(0: 70%, 5: 30%)", Form::Discrete(vec![(0.0, 0.7), (5.0, 0.3)])),
        ("discrete(0: 1, 5: 3)", Form::Discrete(vec![(0.0, 1.0), (5.0, 3.0)])),
        ("samples(data/visits.csv, spend)", Form::Samples { file: "data/visits.csv".into(), column: "spend".into() }),
        ("samples('a, b.csv', \"c, d\")", Form::Samples { file: "a, b.csv".into(), column: "c, d".into() }),
    ] {
        assert_eq!(parsed(text), Ok(Quantity { form, bounds: None }), "{text}");
    }
}

#[test]
fn bounds_stand_behind_a_distribution() {
    let bounded = parsed("normal(0.3, 0.156) in 0..0.8").expect("a quantity");
    assert_eq!(bounded, Quantity { form: Form::Normal(0.3, 0.156), bounds: Some((0.0, 0.8)) });
    assert_eq!(parsed("10% to 20% in 5%..50%").expect("a quantity").bounds, Some((0.05, 0.5)));
    assert_eq!(parsed("beta(2, 8) in 5%..50%").expect("a quantity").bounds, Some((0.05, 0.5)));
    assert_eq!(parsed("5 in 0..8"), Err(QuantityError::BoundedNumber));
    assert_eq!(parsed("normal(1, 2) in 8..0"), Err(QuantityError::BoundsOrder(8.0, 0.0)));
}

#[test]
fn what_is_wrong_is_said() {
    assert_eq!(parsed("40% to 30%"), Err(QuantityError::IntervalOrder(0.4, 0.3)));
    assert_eq!(parsed("pert(1, 2)"), Err(QuantityError::WrongCount { form: "pert(low, mode, high)", found: 2 }));
    assert_eq!(parsed("uniform()"), Err(QuantityError::WrongCount { form: "uniform(low, high)", found: 0 }));
    assert_eq!(parsed("petr(1, 2, 3)"), Err(QuantityError::UnknownForm("petr".into(), Some("pert"))));
    assert_eq!(parsed("pert(1, 2, 3"), Err(QuantityError::NotClosed));
    assert_eq!(parsed("discrete(1, 2)"), Err(QuantityError::NoWeight("1".into())));
    assert_eq!(parsed("  "), Err(QuantityError::Empty));
}

#[test]
fn a_number_inside_a_quantity_is_read_like_one_alone() {
    for text in [
        "600.000 to 700.000",
        "normal(900.000, 10)",
        "normal(900, 10.000)",
        "pert(1, 2, 10.000)",
        "metalog(1.5, 2, 10.000)",
        "discrete(1.500: 1, 2: 1)",
        "normal(5, 1) in 0..1.000",
        "uniform(1,500; 2)",
    ] {
        assert!(matches!(parse(text, &EUROS), Err(QuantityError::Ambiguous { .. })), "{text}");
        assert!(parsed(text).is_ok(), "{text}");
    }
    // Weights and shapes are no money.
    assert!(parse("discrete(1: 1.000, 2: 2.000)", &EUROS).is_ok());
    assert!(parse("beta(1.500, 2.500)", &EUROS).is_ok());
    assert!(parse("€1m to €1,5 mln", &EUROS).is_ok());
}

#[test]
fn a_comma_that_may_part_values_or_be_decimal_is_refused() {
    assert_eq!(parsed("pert(1,5, 9)"), Err(QuantityError::CommaInList("1,5".into())));
    assert!(parsed("pert(1.5,2, 9)").is_ok());
}

#[test]
fn all_values_of_a_form_are_in_percent_or_none() {
    for text in [
        "30 to 40%",
        "pert(10%, 0.2, 30%)",
        "triangular(10%, 20%, 0.3)",
        "uniform(0.1, 50%)",
        "metalog(10%, 20%, 0.3)",
        "discrete(10%: 1, 0.2: 1)",
        "discrete(1: 50%, 2: 0.5)",
        "uniform(1, 2) in 10%..1",
        "normal(0.4, 10%)",
        "lognormal(40%, 0.1)",
    ] {
        assert!(matches!(parsed(text), Err(QuantityError::MixedPercent(_))), "{text}: {:?}", parsed(text));
    }
    for text in ["uniform(0, 50%)", "metalog(40%, 55%, 75%) in 0..0.99", "discrete(1: 0, 2: 100%)", "normal(0, 10%)"] {
        assert!(parsed(text).is_ok(), "{text}");
    }
    for text in ["normal(400, 10%)", "12%", "5% to 10%", "discrete(5%: 1, 2%: 1)", "uniform(1, 2) in 0..50%"] {
        assert!(matches!(parse(text, &EUROS), Err(QuantityError::Percent { .. })), "{text}");
    }
    let fix = parse("normal(400, 10%)", &EUROS).expect_err("mixed").fix();
    assert_eq!(fix.as_deref(), Some("write normal(400, 40)"));
    assert!(matches!(parsed("beta(20%, 80%)"), Err(QuantityError::Percent { .. })));
}

#[test]
fn weights_in_percent_make_a_whole_and_bare_ones_may_be_any() {
    assert_eq!(parsed("discrete(1: 70%, 2: 40%)"), Err(QuantityError::WeightsNotWhole(1.1)));
    assert!(parsed("discrete(1: 33.3%, 2: 66.7%)").is_ok());
    assert!(parsed("discrete(1: 70, 2: 40)").is_ok());
}

#[test]
fn the_marks_of_a_column_are_decided_by_all_its_cells() {
    let money = |cells: &[&str]| column(cells, &EUROS);
    assert_eq!(money(&["950", "1.500", "2,50"]), Ok(vec![950.0, 1500.0, 2.5]));
    assert_eq!(money(&["950", "1,500", "2.50"]), Ok(vec![950.0, 1500.0, 2.5]));
    assert_eq!(money(&["1.234,56", "1.500"]), Ok(vec![1234.56, 1500.0]));
    assert_eq!(money(&["1.234.567", "1.500"]), Ok(vec![1_234_567.0, 1500.0]));
    assert_eq!(money(&["€ 1.500,00", "−2"]), Ok(vec![1500.0, -2.0]));
    let ambiguous = Err(ColumnError::Ambiguous(1, ["1.5".into(), "1500".into()]));
    assert_eq!(money(&["950", "1.500", "12.000"]), ambiguous);
    assert_eq!(column(&["950", "1.500"], &Expected::RATIO), Ok(vec![950.0, 1.5]));
    assert_eq!(money(&["1.5", "2,5"]), Err(ColumnError::Marks([0, 1])));
    assert_eq!(money(&["1.500", "2,500"]), Err(ColumnError::Marks([0, 1])));
    assert_eq!(column(&["10%", "0", "0.2"], &Expected::RATIO), Err(ColumnError::Percent([0, 2])));
    assert!(matches!(money(&["5", "many"]), Err(ColumnError::Cell(1, _))));
}
