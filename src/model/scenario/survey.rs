//! What a case knows of the answers of today's customers: `customers.nps`, as three shares or as one score, and `customers.score`.

use super::assessment::Assessment;
use super::assumptions::{Column, assumption, read};
use super::checked::{Assumption, Provenance, Value, answers, mean_score, net_promoter_score};
use super::fault::Fault;
use super::node::NodeValue;
use super::quantity::{self, Expected, Form};
use super::reader::{Cell, Reader, Reading};
use crate::chain::connection::STATES;
use crate::chain::survey::{ANSWERS_OF_STATES, Survey, raked, shares_of_points};
use crate::sampling::Distribution;
use crate::units::{Input, Kind, Sort};

/// The table of the three shares, and the key of the one score.
const NPS: &str = "customers.nps";

/// What was read of the survey.
pub(super) struct Answered {
    /// How the answers of the states follow from it.
    pub survey: Survey,
    /// Whether the mean score is given.
    pub scored: bool,
    /// Its numbers, then the mean score.
    pub columns: Vec<Column>,
}

/// Reads the survey of a case whose other inputs are these; adds shares that no layer gives to `missing`.
pub(super) fn survey(
    r: &mut Reader,
    inputs: &[Column],
    assessment: Option<&Assessment>,
    missing: &mut Vec<Input>,
) -> Answered {
    let shares = r.stack.layers_giving(NPS).first().copied();
    let points = r.cell(NPS).filter(|cell| shares.is_none_or(|layer| cell.layer < layer));
    let mut columns = match (points, shares) {
        (Some(cell), _) => vec![net_promoter_points(r, &cell)],
        (None, Some(_)) => three_shares(r, missing),
        (None, None) => Vec::new(),
    };
    let survey = how(r, inputs, &columns);
    let score = score(r, assessment);
    let scored = score.is_some();
    columns.extend(score);
    Answered { survey, scored, columns }
}

fn three_shares(r: &mut Reader, missing: &mut Vec<Input>) -> Vec<Column> {
    let mut columns = read(r, &answers(), missing);
    for (input, column) in answers().iter().zip(&mut columns) {
        let cell = r.cell(&input.path());
        if let (Some(_), Some(cell)) = (&column, cell) {
            *column = column.take().filter(|a| is_one_number(r, &cell, &a.value));
        }
    }
    columns
}

/// The net promoter score in points: of a share of 0.12 or 12 % nobody can say what it means.
fn net_promoter_points(r: &mut Reader, cell: &Cell) -> Column {
    let found = r.found(cell);
    if let Some(NodeValue::Text(text)) = written(cell).filter(|_| written_in_percent(cell)) {
        let meant = text.replace('%', "").trim().to_owned();
        r.fault(cell, Fault::PointsMeant { found, meant });
        return None;
    }
    let input = net_promoter_score();
    let column = read(r, &[input], &mut Vec::new()).pop()??;
    if !is_one_number(r, cell, &column.value) {
        return None;
    }
    let points = column.median()?;
    if points != 0.0 && points.abs() < 1.0 {
        // Six digits are what people write; the rest is how they are held.
        let meant = ((points * 1e8).round() / 1e6).to_string();
        r.fault(cell, Fault::PointsMeant { found, meant });
        return None;
    }
    Some(column)
}

fn is_one_number(r: &mut Reader, cell: &Cell, value: &Value) -> bool {
    let one = matches!(value, Value::Drawn(distribution) if distribution.is_constant());
    if !one {
        let found = r.found(cell);
        r.fault(cell, Fault::NotOneNumber { found });
    }
    one
}

fn written_in_percent(cell: &Cell) -> bool {
    matches!(written(cell), Some(NodeValue::Text(text)) if text.contains('%'))
}

/// The value of a quantity, with or without its source.
fn written<'a>(cell: &Cell<'a>) -> Option<&'a NodeValue> {
    match &cell.node.value {
        NodeValue::Table(members) => members.iter().find(|m| m.key == "value").map(|m| &m.node.value),
        value => Some(value),
    }
}

/// How the answers follow from the survey, whose numbers these are.
///
/// A mix is the case's own where a file gives any of its four shares. Then it stays, and who answers what is fitted to both at
/// point values; otherwise the mix of the sector is what moves.
fn how(r: &Reader, inputs: &[Column], columns: &[Column]) -> Survey {
    let Some(given) = columns.iter().map(|c| c.as_ref()?.median()).collect::<Option<Vec<f64>>>() else {
        return Survey::Unasked;
    };
    let own_mix = r.stack.layers_giving("customers.mix").iter().any(|layer| !r.layers[*layer].embedded);
    match given.as_slice() {
        [_] if !own_mix => Survey::Points,
        [_, _, _] if !own_mix => Survey::Shares,
        [] => Survey::Unasked,
        _ => fitted(inputs, &given).unwrap_or_default(),
    }
}

fn fitted(inputs: &[Column], given: &[f64]) -> Option<Survey> {
    let share = |state: &&str| {
        let path = format!("customers.mix.{state}");
        inputs.iter().flatten().find(|a| a.path == path)
    };
    let states = STATES.iter().map(share).collect::<Option<Vec<_>>>()?;
    let certain = states.iter().all(|a| matches!(&a.value, Value::Drawn(share) if share.is_constant()));
    let mix = states.into_iter().map(Assumption::median).collect::<Option<Vec<f64>>>()?;
    let whole: f64 = mix.iter().sum();
    let mix = <[f64; 4]>::try_from(mix).ok()?.map(|part| part / whole);
    let shares = match given {
        [points] => shares_of_points(&mix, *points),
        given => <[f64; 3]>::try_from(given).ok()?,
    };
    // Shares that make no whole are refused elsewhere.
    let makes_a_whole = (shares.iter().sum::<f64>() - 1.0).abs() < 0.1;
    let answers = makes_a_whole.then(|| raked(&ANSWERS_OF_STATES, &mix, &shares))?;
    Some(Survey::Fitted { given: given.len(), certain, answers })
}

/// `customers.score`; where only `assessment.basics.rating` is given, that.
fn score(r: &mut Reader, assessment: Option<&Assessment>) -> Option<Column> {
    let input = mean_score();
    if r.cell(&input.path()).is_some() {
        return read(r, &[input], &mut Vec::new()).pop();
    }
    let answer = assessment?.basics("rating")?;
    let cell = r.cell("assessment.basics.rating")?;
    let distribution = written(&cell).and_then(|value| within(value, &input.kind)).unwrap_or(answer.points.clone());
    let source = Some("assessment.basics.rating".to_owned());
    let provenance = Provenance { source, place: answer.place.clone(), ..Provenance::default() };
    Some(Some(assumption(&input, Reading { distribution, written: answer.written.clone(), provenance })))
}

/// What a text means for a kind, where that is possible.
fn within(value: &NodeValue, kind: &Kind) -> Option<Distribution> {
    let NodeValue::Text(text) = value else { return None };
    let quantity = quantity::parse(text, &Expected { sort: Sort::Score, percent: false, currency: None })
        .ok()
        .filter(|q| !matches!(q.form, Form::Samples { .. }))?;
    quantity::distribution(&quantity, kind, None).ok().map(|made| made.distribution)
}
