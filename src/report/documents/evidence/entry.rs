//! One entry or one input of the evidence, explained as text.

use super::inputs::{Given, users};
use super::list::{line, number_in_words};
use crate::page::screen::{BOLD, COLUMNS, DIM, fill};
use crate::words::Words;
use crate::words::format::cut;
use delight_model::evidence::{Fact, FactKind, built_on, fact as known};
use delight_model::scenario::Language;
use std::fmt::{Result, Write};

/// Width of the names of fields.
const NAME: usize = 22;

/// Everything that is known of an entry, what it rests on, and what rests on it.
pub(super) fn fact(out: &mut String, fact: &Fact, all: &[Given]) -> Result {
    let statement = fill(&fact.statement, fact.id.chars().count() + 2);
    writeln!(out, "{BOLD}{}{BOLD:#}  {statement}\n", fact.id)?;
    for n in &fact.numbers {
        writeln!(out, "  {BOLD}{}{BOLD:#}", fill(&number_in_words(n), 2))?;
    }
    if !fact.numbers.is_empty() {
        writeln!(out)?;
    }
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    field(out, "Distribution", &optional(&fact.distribution))?;
    field(out, "Context", &optional(&fact.context))?;
    field(out, "Year", &optional(&fact.year))?;
    field(out, "Source", &fact.source)?;
    field(out, "Verification", &format!("{}: {}", fact.verification.mark(), fact.verification.meaning()))?;
    field(out, "Seen at", &optional(&fact.seen))?;
    field(out, "Grade", &grade(fact))?;
    field(out, "Link", &format!("{}: {}", fact.link.name(), fact.link.meaning()))?;
    field(out, fact.kind.critique_heading(), fact.critique.as_deref().unwrap_or("none on record"))?;
    entries(out, if fact.kind == FactKind::Claim { "Goes back to" } else { "Rests on" }, grounds(fact))?;
    entries(out, "What rests on it", built_on(&fact.id))?;
    uses(out, fact, all)
}

fn grade(fact: &Fact) -> String {
    let meaning = match (fact.grade.best(), fact.grade.worst()) {
        (Some(best), Some(worst)) if best != worst => format!("{} / {}", best.meaning(), worst.meaning()),
        (Some(best), _) => best.meaning().to_owned(),
        (None, _) => "a definition, or arithmetic".to_owned(),
    };
    format!("{}: {meaning}", fact.grade)
}

/// A named field, wrapped; nothing where there is no text.
fn field(out: &mut String, name: &str, text: &str) -> Result {
    if text.is_empty() {
        return Ok(());
    }
    writeln!(out, "  {DIM}{name:NAME$}{DIM:#}{}", fill(text, NAME + 2))
}

fn grounds(fact: &Fact) -> Vec<&'static Fact> {
    fact.rests_on.iter().filter_map(|id| known(id)).collect()
}

fn entries(out: &mut String, title: &str, list: Vec<&Fact>) -> Result {
    if list.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{BOLD}{title}{BOLD:#}")?;
    list.into_iter().try_for_each(|fact| writeln!(out, "  {}", line(fact)))
}

fn uses(out: &mut String, fact: &Fact, all: &[Given]) -> Result {
    let users = users(fact, all);
    if users.is_empty() {
        return writeln!(out, "\n{DIM}No input of the model rests on it.{DIM:#}");
    }
    writeln!(out, "\n{BOLD}Used by{BOLD:#}")?;
    for user in users {
        let (a, through) =
            (&user.given.assumption, user.via.map(|v| format!(", through {}", v.id)).unwrap_or_default());
        let text = format!(
            "{}  {} = {} ({}), grade {}{through}",
            a.path,
            user.given.layer.label(),
            a.written,
            a.unit,
            user.given.grade()
        );
        writeln!(out, "  {}", fill(&text, 4))?;
    }
    Ok(())
}

/// What the program says of an input, layer by layer, and the facts on which each value rests.
pub(super) fn input(out: &mut String, given: &[&Given]) -> Result {
    let Some(first) = given.first() else { return Ok(()) };
    let a = &first.assumption;
    writeln!(out, "{BOLD}{}{BOLD:#}", a.path)?;
    writeln!(out, "  {}", fill(&a.meaning, 2))?;
    writeln!(out, "  {DIM}{}; possible: {}{DIM:#}", a.unit, a.kind)?;
    given.iter().try_for_each(|value| one_value(out, value))
}

fn one_value(out: &mut String, value: &Given) -> Result {
    let a = &value.assumption;
    writeln!(out, "\n{BOLD}{} = {}{BOLD:#}", value.layer.label(), a.written)?;
    if let Some([low, median, high]) = value.quantiles().filter(|[low, _, high]| low < high) {
        let band = format!(
            "{} / {} / {} {}",
            Words::new(Language::English).significant(low),
            Words::new(Language::English).significant(median),
            Words::new(Language::English).significant(high),
            a.unit
        );
        field(out, "P10 / median / P90", &band)?;
    }
    field(
        out,
        "Grade",
        &a.provenance.grade.map_or("none given".to_owned(), |g| format!("{}: {}", g.letter(), g.meaning())),
    )?;
    field(out, "Source", value.source())?;
    field(out, "Note", a.provenance.note.as_deref().unwrap_or_default())?;
    let cited = value.cited();
    if cited.is_empty() {
        return writeln!(
            out,
            "\n  {DIM}It names no entry of the library: these words are all that stands behind it.{DIM:#}"
        );
    }
    writeln!(out, "\n  {BOLD}Rests on{BOLD:#}")?;
    for fact in cited {
        writeln!(out, "  {}", line(fact))?;
        for ground in grounds(fact) {
            writeln!(out, "    {}", cut(&line(ground), COLUMNS - 4))?;
        }
    }
    Ok(())
}
