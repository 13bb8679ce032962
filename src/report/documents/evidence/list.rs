//! Lists of the evidence as text: everything, a link of the chain, a table of inputs.

use super::inputs::Given;
use crate::page::screen::{BOLD, COLUMNS, DIM, fill};
use crate::words::Words;
use crate::words::format::cut;
use delight_model::evidence::{Fact, FactKind, Grade, Link, Number, Verification, facts};
use delight_model::scenario::Language;
use std::fmt::{Result, Write};

/// Width of an id or a path, of a grade, of a verification.
const WIDTHS: [usize; 3] = [28, 4, 6];

/// Everything: counts by link, the marks, one line an entry, the rules and the gaps.
pub(super) fn overview(out: &mut String, all: &[Given]) -> Result {
    let inputs = all.iter().filter(|g| !g.cited().is_empty()).count();
    writeln!(out, "{BOLD}The evidence{BOLD:#}  {DIM}{} entries; {inputs} inputs name them{DIM:#}\n", facts().len())?;
    counts(out)?;
    marks(out)?;
    for link in Link::ALL {
        writeln!(out, "\n{BOLD}{}{BOLD:#}  {DIM}{}{DIM:#}", link.name(), link.meaning())?;
        for kind in FactKind::ALL {
            for fact in of(link, kind) {
                writeln!(out, "  {}", line(fact))?;
            }
        }
    }
    let advice = "delight evidence LINK or ID explains; so does an input's path, such as effects.causal_share";
    writeln!(out, "\n{DIM}{advice}{DIM:#}")
}

fn counts(out: &mut String) -> Result {
    let letters = Grade::ALL.map(|g| format!("{:>4}", g.letter())).concat();
    writeln!(out, "{DIM}  {:12}{:>8}{letters}{:>6}{DIM:#}", "link", "entries", "none")?;
    for link in Link::ALL {
        let [total, a, b, c, d, none] = by_grade(link);
        writeln!(out, "  {:12}{total:>8}{a:>4}{b:>4}{c:>4}{d:>4}{none:>6}  {}", link.name(), link.meaning())?;
    }
    Ok(())
}

/// Entries of a link: all, by grade A to D of their worst part, and those without a grade.
pub(super) fn by_grade(link: Link) -> [usize; 6] {
    let mut counts = [0; 6];
    for fact in facts().iter().filter(|fact| fact.link == link) {
        counts[0] += 1;
        counts[fact.grade.worst().map_or(5, |grade| 1 + grade as usize)] += 1;
    }
    counts
}

fn marks(out: &mut String) -> Result {
    writeln!(out, "\n{BOLD}Grades{BOLD:#} {DIM}(an entry of two grades counts by the worse){DIM:#}")?;
    for grade in Grade::ALL {
        writeln!(out, "  {:7}{}", grade.letter(), grade.meaning())?;
    }
    writeln!(out, "  {:7}a definition, or arithmetic", "-")?;
    writeln!(out, "{BOLD}Verification{BOLD:#} {DIM}(no full paper was read){DIM:#}")?;
    for mark in Verification::ALL {
        writeln!(out, "  {:7}{}", mark.mark(), mark.meaning())?;
    }
    Ok(())
}

fn of(link: Link, kind: FactKind) -> impl Iterator<Item = &'static Fact> {
    facts().iter().filter(move |fact| fact.link == link && fact.kind == kind)
}

/// An entry on one line.
pub(super) fn line(fact: &Fact) -> String {
    let [id, grade, mark] = WIDTHS;
    let used = id + grade + mark + 5;
    format!(
        "{:id$} {:grade$} {:mark$} {}",
        fact.id,
        fact.grade,
        fact.verification.mark(),
        cut(&fact.statement, COLUMNS - used)
    )
}

/// A link of the chain: its entries in full sentences with their numbers, then the inputs that rest on them.
pub(super) fn link(out: &mut String, link: Link, all: &[Given]) -> Result {
    let [total, a, b, c, d, none] = by_grade(link);
    writeln!(out, "{BOLD}{}{BOLD:#}  {}", link.name(), link.meaning())?;
    let counts = format!("{total} entries: {a} of grade A, {b} B, {c} C, {d} D, {none} without a grade");
    writeln!(out, "{DIM}{counts}{DIM:#}")?;
    for kind in FactKind::ALL {
        let mut first = true;
        for fact in of(link, kind) {
            if first {
                writeln!(out, "\n{BOLD}{}{BOLD:#}", kind.heading())?;
            }
            first = false;
            told(out, fact)?;
        }
    }
    let resting: Vec<&Given> = all.iter().filter(|g| g.cited().iter().any(|fact| fact.link == link)).collect();
    if !resting.is_empty() {
        writeln!(out, "\n{BOLD}Inputs that name them{BOLD:#}")?;
        lines_of_inputs(out, &resting)?;
    }
    Ok(())
}

/// An entry with its whole statement and its numbers.
fn told(out: &mut String, fact: &Fact) -> Result {
    let [id, grade, mark] = WIDTHS;
    let used = id + grade + mark + 5;
    let indent = " ".repeat(used);
    let statement = fill(&fact.statement, used);
    let marks = format!("{:grade$} {:mark$}", fact.grade, fact.verification.mark());
    writeln!(out, "  {BOLD}{:id$}{BOLD:#} {marks} {statement}", fact.id)?;
    for number in &fact.numbers {
        writeln!(out, "{indent}{DIM}{}{DIM:#}", fill(&number_in_words(number), used))?;
    }
    Ok(())
}

/// The inputs of a table, one line each.
pub(super) fn table(out: &mut String, given: &[&Given]) -> Result {
    let note = "value as written; P10, median, P90; grade; what it rests on";
    writeln!(out, "{BOLD}{} values{BOLD:#}  {DIM}{note}{DIM:#}", given.len())?;
    lines_of_inputs(out, given)
}

fn lines_of_inputs(out: &mut String, given: &[&Given]) -> Result {
    for value in given {
        let a = &value.assumption;
        let ids: Vec<&str> = value.cited().iter().map(|fact| fact.id.as_str()).collect();
        let rests = if ids.is_empty() { "own assumption".to_owned() } else { ids.join(", ") };
        writeln!(out, "  {BOLD}{}{BOLD:#}  {DIM}{}{DIM:#}", a.path, value.layer.label())?;
        let quantiles = value.quantiles().filter(|[low, _, high]| low < high);
        let band = quantiles
            .map(|q| format!("  {}", q.map(|x| Words::new(Language::English).significant(x)).join(" / ")))
            .unwrap_or_default();
        let text = format!("{} {}{band}  {}  {rests}", a.written, a.unit, value.grade());
        writeln!(out, "      {}", fill(&text, 6))?;
    }
    Ok(())
}

/// A number with its label and its unit, and with marks of its own where it has some.
pub(super) fn number_in_words(n: &Number) -> String {
    let own: Vec<String> = n
        .grade
        .iter()
        .map(ToString::to_string)
        .chain(n.verification.iter().map(|mark| mark.mark().to_owned()))
        .chain(n.source.iter().cloned())
        .collect();
    let label = n.of.as_ref().map(|of| format!("{of}: ")).unwrap_or_default();
    let marks = if own.is_empty() { String::new() } else { format!("  [{}]", own.join("; ")) };
    format!("{label}{} {}{marks}", n.value, n.unit)
}
