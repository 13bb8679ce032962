//! The evidence as JSON, for other programs.

use super::citation::citation;
use super::entry::published;
use super::find::EvidencePage;
use super::inputs::{Given, Layer, users};
use crate::words::Words;
use delight_model::evidence::{Fact, Grade, Link, Publication, Verification, facts, guide, publications};
use delight_model::scenario::Language;
use serde_json::{Map, Value, json};

/// The page as JSON: the same facts as in the text, with the keys of [`Fact`].
pub fn json(page: &EvidencePage, all: &[Given]) -> String {
    let value = match page {
        EvidencePage::Overview => library(all),
        EvidencePage::Link(link) => of_link(*link, all),
        EvidencePage::Entry(fact) => entry(fact, all),
        EvidencePage::Input(given) | EvidencePage::Table(given) => {
            json!({ "inputs": given.iter().map(|g| input(g)).collect::<Vec<_>>() })
        }
    };
    let mut text = serde_json::to_string_pretty(&value).expect("evidence holds only names and finite numbers");
    text.push('\n');
    text
}

fn library(all: &[Given]) -> Value {
    let meanings = |pairs: Vec<(&str, &str)>| -> Value {
        pairs.into_iter().map(|(name, meaning)| (name.to_owned(), json!(meaning))).collect::<Map<_, _>>().into()
    };
    json!({
        "grades": meanings(Grade::ALL.map(|g| (g.letter(), g.meaning())).to_vec()),
        "verifications": meanings(Verification::ALL.map(|v| (v.mark(), v.meaning())).to_vec()),
        "links": meanings(Link::ALL.map(|l| (l.name(), l.meaning())).to_vec()),
        "guide": guide(),
        "facts": facts().iter().map(|fact| entry(fact, all)).collect::<Vec<_>>(),
        "inputs": all.iter().map(input).collect::<Vec<_>>(),
        "publications": publications().iter().map(cited).collect::<Vec<_>>(),
    })
}

fn of_link(link: Link, all: &[Given]) -> Value {
    let entries: Vec<Value> = facts().iter().filter(|fact| fact.link == link).map(|fact| entry(fact, all)).collect();
    json!({ "link": link.name(), "meaning": link.meaning(), "facts": entries })
}

fn entry(fact: &Fact, all: &[Given]) -> Value {
    let mut value = json!(fact);
    let used: Vec<Value> = users(fact, all)
        .iter()
        .map(|user| {
            let via = user.via.map(|fact| fact.id.as_str());
            json!({ "input": user.given.assumption.path, "layer": layer(user.given.layer), "through": via })
        })
        .collect();
    value["publications"] = published(fact).map(cited).collect();
    value["used_by"] = json!(used);
    value
}

/// A publication with its whole citation.
fn cited(publication: &Publication) -> Value {
    let mut value = json!(publication);
    value["citation"] = json!(citation(publication, Words::new(Language::English)));
    value
}

fn input(given: &Given) -> Value {
    let a = &given.assumption;
    let [p10, p50, p90] = given.quantiles().map_or([None; 3], |q| q.map(Some));
    json!({
        "path": a.path,
        "meaning": a.meaning,
        "unit": a.unit,
        "layer": layer(given.layer),
        "written": a.written,
        "p10": p10,
        "p50": p50,
        "p90": p90,
        "grade": a.provenance.grade.map(Grade::letter),
        "source": a.provenance.source,
        "note": a.provenance.note,
        "rests_on": given.cited().iter().map(|fact| &fact.id).collect::<Vec<_>>(),
    })
}

fn layer(layer: Layer) -> String {
    match layer {
        Layer::Defaults => "defaults".to_owned(),
        Layer::Preset(name) => name.to_owned(),
    }
}
