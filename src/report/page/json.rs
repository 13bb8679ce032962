//! `summary.json` and the trace as JSON.

use delight_model::finance::bridge::PIECES;
use delight_model::scenario::hidden_letter;
use delight_model::simulate::{Measure, Trace};
pub use delight_studies::findings::document;
use delight_studies::run::Findings;
use serde_json::{Map, Value, json};

/// The findings, with the keys of [`Findings`]: the same bytes whatever the threads.
pub fn summary(findings: &Findings) -> String {
    document(findings)
}

/// A trace: arms by series, cash, measures.
pub fn trace(trace: &Trace) -> String {
    let of = |measure| json!(trace.measure(measure));
    let named = |series: &[(String, Vec<f64>)]| -> Value {
        series.iter().map(|(name, values)| (name.clone(), json!(values))).collect::<Map<_, _>>().into()
    };
    let bridge: Map<String, Value> =
        PIECES.iter().enumerate().map(|(i, piece)| ((*piece).to_string(), of(Measure::Bridge(i)))).collect();
    let books = &trace.books;
    let value = json!({
        "months": trace.months,
        "delivery": trace.delivery.map(|d| d.name()),
        "arms": { "baseline": named(&trace.arms[0]), "programme": named(&trace.arms[1]) },
        "cash": trace.cash,
        "books": {
            "prices": books.prices,
            "market": books.market,
            "stop_month": books.stop_month,
            "lines": named(&books.lines),
            "pieces": named(&books.pieces),
            "benefit": books.benefit,
            "cost": books.cost,
            "depreciation": books.depreciation,
            "tax": books.tax,
            "discount": books.discount,
        },
        "npv": of(Measure::Npv),
        "terminal": of(Measure::Terminal),
        "roi": of(Measure::Roi),
        "irr": of(Measure::Irr),
        "pv_benefit": of(Measure::PvBenefit),
        "pv_cost": of(Measure::PvCost),
        "payback_months": of(Measure::Payback),
        "discounted_payback_months": of(Measure::DiscountedPayback),
        "peak_funding": of(Measure::PeakFunding),
        "bridge": bridge,
    });
    let mut text = serde_json::to_string_pretty(&value).expect("a trace holds only names and numbers");
    text.push('\n');
    text
}

/// The findings of several cases as a list.
pub fn summaries(all: &[Findings]) -> String {
    document(all)
}

/// A letter that is not seen, in any text of a document.
pub fn hidden(value: &Value) -> Option<char> {
    match value {
        Value::String(text) => hidden_letter(text),
        Value::Array(all) => all.iter().find_map(hidden),
        Value::Object(all) => all.iter().find_map(|(key, value)| hidden_letter(key).or_else(|| hidden(value))),
        _ => None,
    }
}
