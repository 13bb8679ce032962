//! Reads the answers of a self-assessment.

use super::answers::{Answer, Assessment, MOST_VALUES};
use super::maturity::points_of_number;
use crate::evidence::{Group, Item, questionnaire};
use crate::sampling::Distribution;
use crate::scenario::field::{Content, Field, VALUES, field};
use crate::scenario::files::name_for_readers;
use crate::scenario::node::NodeValue;
use crate::scenario::reader::Reader;
use crate::scenario::records::{self, Record, required, unique_name};
use crate::units::{Kind, Sort};

/// Answers go from 0 to 10; an interval of them is symmetric.
const SCORE: Kind = Kind::real_between(0.0, 10.0);

/// The answers of a self-assessment; those about experience values follow from their list.
pub(in crate::scenario) fn fields() -> Vec<Field> {
    let asked = questionnaire().items.iter().filter(|item| item.group != Group::Values);
    asked
        .map(|item| {
            let content = match item.group {
                Group::Vision => Content::ScoreOrFlag(SCORE),
                _ => Content::Score(SCORE),
            };
            field(&item.path(), content, "0–10", &item.en.question)
        })
        .collect()
}

/// The keys of an entry of `[[assessment.vision.values]]`.
pub(in crate::scenario) fn value_fields() -> Vec<Field> {
    vec![
        field("name", Content::Text("personal"), "1 to 80 characters", "name of the experience value"),
        field(
            "recognised",
            Content::Quantity(Kind::SHARE),
            "share of customers",
            "customers who recognise it in what they experience",
        ),
    ]
}

/// The answers that the layers give; none if they give none.
pub(in crate::scenario) fn read(r: &mut Reader) -> Option<Assessment> {
    let list = values(r);
    let listed = list.is_some();
    let mut values = list.unwrap_or_default();
    let answers: Vec<Option<Answer>> = questionnaire()
        .items
        .iter()
        .map(|item| match (item.group, item.key.as_str()) {
            (Group::Values, "number") => values.number.take(),
            (Group::Values, _) => values.recognised.take(),
            _ => score(r, item),
        })
        .collect();
    let any = listed || answers.iter().any(Option::is_some);
    any.then_some(Assessment { answers, values: listed.then_some(values.names) })
}

fn score(r: &mut Reader, item: &Item) -> Option<Answer> {
    let cell = r.cell(&item.path())?;
    if let (NodeValue::Boolean(yes), Group::Vision) = (&cell.node.value, item.group) {
        let points = Distribution::constant(if *yes { 10.0 } else { 0.0 }).ok()?;
        return Some(Answer { points, written: yes.to_string(), place: r.place(&cell) });
    }
    let reading = r.quantity(&cell, &SCORE, Sort::Score)?;
    Some(Answer { points: reading.distribution, written: reading.written, place: reading.provenance.place })
}

/// What follows from the list of experience values.
#[derive(Default)]
struct Values {
    names: Vec<String>,
    number: Option<Answer>,
    recognised: Option<Answer>,
}

fn values(r: &mut Reader) -> Option<Values> {
    let list = r.stack.lists(VALUES).first().cloned()?;
    let records = records::read(r, VALUES, &list, &value_fields(), MOST_VALUES);
    let (mut taken, mut names, mut shares) = (Vec::new(), Vec::new(), Vec::new());
    for record in &records {
        names.extend(unique_name(r, record, &mut taken));
        shares.extend(recognised(r, record));
    }
    let layer = &r.layers[list.layer];
    let line = layer.line(list.key_span.start);
    let place = format!("{}:{line}", name_for_readers(&layer.name));
    let points = Distribution::constant(points_of_number(names.len())).ok()?;
    let number = Answer { points, written: format!("{} values", names.len()), place: place.clone() };
    Some(Values { number: Some(number), recognised: mean_share(&shares, place), names })
}

fn recognised<'a>(r: &mut Reader<'a>, record: &Record<'a>) -> Option<Distribution> {
    match record.cell("recognised") {
        Some(cell) => r.quantity(&cell, &Kind::SHARE, Sort::Ratio).map(|reading| reading.distribution),
        None => {
            required(r, record, "recognised", "recognised = \"50% to 70%\"");
            None
        }
    }
}

/// The mean of the shares in points; the uncertainty of one is assumed to be shared by all.
fn mean_share(shares: &[Distribution], place: String) -> Option<Answer> {
    let answers: Vec<Answer> = shares
        .iter()
        .map(|share| Answer { points: share.clone(), written: String::new(), place: String::new() })
        .collect();
    if answers.is_empty() {
        return None;
    }
    let count = answers.len() as f64;
    let summaries: Vec<_> = answers.iter().map(Answer::summary).collect();
    let mean = summaries.iter().map(|s| s.mean).sum::<f64>() / count;
    let sd = summaries.iter().map(|s| s.sd).sum::<f64>() / count;
    let points =
        if sd > 0.0 { Distribution::normal(10.0 * mean, 10.0 * sd) } else { Distribution::constant(10.0 * mean) };
    Some(Answer { points: points.ok()?, written: format!("{:.0}% on average", 100.0 * mean), place })
}
