//! The JSON Schema of scenario files, for editors (Taplo, Even Better TOML) and for other programs.

use super::assessment::value_fields;
use super::cash::flow_fields;
use super::correlations::correlation_fields;
use super::field::{Content, Field, VALUES};
use super::fields::fields;
use super::programme::cost_fields;
use crate::units::Kind;
use serde_json::{Map, Value, json};

/// The JSON Schema (2020-12) of a scenario file: every key with its meaning, its unit and what it may hold.
pub fn schema() -> Value {
    let mut root = table();
    let (beside, fields): (Vec<Field>, Vec<Field>) =
        fields().into_iter().partition(|field| matches!(field.content, Content::Points(_)));
    fields.iter().for_each(|field| insert(&mut root, &field.path, described(field)));
    beside.iter().for_each(|field| beside_table(&mut root, field));
    let lists = [
        (
            "programme.costs",
            "Cost lines of the programme; giving any replaces those of the preset.",
            cost_fields(),
            vec!["name", "amount", "per"],
        ),
        ("flows", "Cash flows of a case of kind \"cash-flow\".", flow_fields(), vec!["name", "amount", "per"]),
        (
            VALUES,
            "Experience values of the customer vision, four to six of them.",
            value_fields(),
            vec!["name", "recognised"],
        ),
        ("correlations", "Inputs that rise and fall together.", correlation_fields(), vec!["between", "rank"]),
    ];
    for (path, meaning, fields, required) in lists {
        insert(&mut root, path, list(meaning, &fields, &required));
    }
    root["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    root["title"] = json!("A business case for customer delight");
    root["$defs"] = definitions();
    root
}

fn table() -> Value {
    json!({ "type": "object", "properties": {}, "additionalProperties": false })
}

/// Puts `value` at a path of tables, making those on the way.
fn insert(root: &mut Value, path: &str, value: Value) {
    let mut place = root;
    let (tables, key) = path.rsplit_once('.').unwrap_or(("", path));
    for part in tables.split('.').filter(|part| !part.is_empty()) {
        place = &mut place["properties"][part];
        if place.is_null() {
            *place = table();
        }
    }
    place["properties"][key] = value;
}

/// Lets the table of this path hold one value in its place.
fn beside_table(root: &mut Value, field: &Field) {
    let place = field.path.split('.').fold(root, |place, part| &mut place["properties"][part]);
    let table = place.take();
    let shares = table["properties"].clone();
    *place = described(field);
    // Who asks for a key of the table finds it where all tables have theirs.
    place["properties"] = shares;
    if let Some(ways) = place["anyOf"].as_array_mut() {
        ways.push(table);
    }
}

fn list(meaning: &str, fields: &[Field], required: &[&str]) -> Value {
    let properties: Map<String, Value> = fields.iter().map(|f| (f.path.clone(), described(f))).collect();
    json!({
        "description": meaning,
        "type": "array",
        "items": { "type": "object", "properties": properties, "required": required, "additionalProperties": false },
    })
}

fn described(field: &Field) -> Value {
    let mut value = content(&field.content);
    let text = format!("{} [{}]", field.meaning, field.unit);
    value["x-taplo"] = json!({ "docs": { "main": text } });
    value["description"] = json!(text);
    value
}

fn content(content: &Content) -> Value {
    match content {
        Content::Quantity(kind) | Content::Score(kind) => quantity(kind, json!({ "$ref": "#/$defs/distribution" })),
        Content::ScoreOrFlag(kind) => {
            quantity(kind, json!({ "anyOf": [{ "type": "boolean" }, { "$ref": "#/$defs/distribution" }] }))
        }
        Content::Acquisition(kind) => {
            quantity(kind, json!({ "anyOf": [{ "const": "balanced" }, { "$ref": "#/$defs/distribution" }] }))
        }
        Content::Points(kind) => {
            let ends = |low: f64, high: f64| json!({ "type": "number", "minimum": low, "maximum": high });
            let points = [ends(kind.min, -1.0), json!({ "const": 0 }), ends(1.0, kind.max)];
            with_source(json!([{ "anyOf": points }, { "$ref": "#/$defs/number" }]))
        }
        Content::Text(example) => json!({ "type": "string", "minLength": 1, "examples": [example] }),
        Content::Whole(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Content::Choice(words) => json!({ "enum": words }),
        Content::Number(least, most) => {
            json!({ "anyOf": [{ "type": "number", "minimum": least, "maximum": most }, { "$ref": "#/$defs/number" }] })
        }
        Content::Flag => json!({ "type": "boolean" }),
        Content::Names => json!({ "type": "array", "items": { "type": "string" } }),
        Content::Paths => json!({ "type": "array", "items": { "type": "string" }, "minItems": 2, "maxItems": 12 }),
    }
}

/// A number, a text, or a table with either and its source.
fn quantity(kind: &Kind, text: Value) -> Value {
    let lower = if kind.min_included { "minimum" } else { "exclusiveMinimum" };
    let upper = if kind.max_included { "maximum" } else { "exclusiveMaximum" };
    with_source(json!([{ "type": "number", lower: kind.min, upper: kind.max }, text]))
}

/// These ways to write a value, or a table with one and its source.
fn with_source(plain: Value) -> Value {
    let with_source = json!({
        "type": "object",
        "properties": {
            "value": { "anyOf": plain },
            "source": { "type": "string", "description": "where the number comes from" },
            "grade": { "$ref": "#/$defs/grade" },
            "note": { "type": "string" },
        },
        "required": ["value"],
        "additionalProperties": false,
    });
    let mut ways = plain;
    if let Some(list) = ways.as_array_mut() {
        list.push(with_source);
    }
    json!({ "anyOf": ways })
}

fn definitions() -> Value {
    let currency = r"([A-Z]{3}|[€$£¥₹]|[Kk]r)?";
    let sign = "[+\\-−]?";
    let scale = "(%|[kKmM]|bn|tn|mln|mld|million|billion)?";
    let number = format!(r"{sign}\s*{currency}\s*{sign}(\d[\d_.,'  ]*|[.,]\d+)([eE][+\-]?\d+)?\s*{scale}\s*{currency}");
    let names = "[Pp]ert|[Tt]riangular|[Uu]niform|[Nn]ormal|[Ll]ognormal|[Bb]eta|[Mm]etalog|[Dd]iscrete|[Ss]amples";
    let bounds = format!(r"(\s+in\s+{number}\s*\.\.\s*{number})?");
    let distribution = format!(r"^\s*({number}|({number}\s+to\s+{number}|({names})\s*\(.+\)){bounds})\s*$");
    json!({
        "number": { "type": "string", "pattern": format!(r"^\s*{number}\s*$"), "examples": ["12%", "20k", "1_200", "€1.5m"] },
        "distribution": {
            "type": "string",
            "pattern": distribution,
            "examples": ["12%", "30% to 40%", "pert(2, 3, 5)", "normal(0.3, 0.1) in 0..1", "samples(visits.csv, spend)"],
        },
        "grade": {
            "enum": ["A", "B", "C", "D"],
            "description": "A meta-analysis, B one study, C industry or official statistic, D opinion or own assumption",
        },
    })
}
