//! The evidence as Markdown: the page `docs/evidence.md`, or a part of it.

use super::citation::reference;
use super::entry::published;
use super::find::EvidencePage;
use super::inputs::{Given, Layer, users};
use super::list::by_grade;
use crate::words::Words;
use delight_model::evidence::{
    Fact, FactKind, Grade, Link, Number, Publication, Verification, fact, facts, guide, publications,
};
use delight_model::scenario::Language;
use std::fmt::{Result, Write};

/// The page as Markdown; of the values of inputs it shows the defaults.
pub fn markdown(page: &EvidencePage, all: &[Given]) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = match page {
        EvidencePage::Overview => library(&mut out, all),
        EvidencePage::Link(link) => of_link(&mut out, *link, all),
        EvidencePage::Entry(fact) => entry(&mut out, fact, all),
        EvidencePage::Input(given) | EvidencePage::Table(given) => inputs(&mut out, given.iter().copied()),
    };
    out.trim_end().to_owned() + "\n"
}

const OPENING: &str = "# Evidence

Where does this number come from? Every default of the program names the entries of this library on which it rests, and every
entry says what is known, by whom, how far it was verified, how good it is, and what is wrong with it. The claims of the method's
own authors (S01 to S42, E1 to E23) stand here like any other, with what checking showed.

No full paper was read: figures were seen in abstracts or in secondary sources. An organisation's own data beat every number here.

This page is what `delight evidence --format md` prints; `delight evidence ID` explains one entry, `delight evidence
effects.causal_share` one input.
";

fn library(out: &mut String, all: &[Given]) -> Result {
    writeln!(out, "{OPENING}")?;
    reading(out)?;
    writeln!(out, "## The defaults and what they rest on\n")?;
    writeln!(out, "Values as written in `src/evidence/priors.toml`, in the unit given. Presets may say otherwise.\n")?;
    inputs(out, all.iter().filter(|g| g.layer == Layer::Defaults))?;
    for link in Link::ALL {
        writeln!(out)?;
        of_link(out, link, all)?;
    }
    bibliography(out)
}

/// Every publication, by author.
fn bibliography(out: &mut String) -> Result {
    writeln!(out, "\n## Bibliography\n")?;
    writeln!(
        out,
        "As BibTeX: `delight evidence --format bibtex`; `delight evidence ID --format bibtex` for what an entry"
    )?;
    writeln!(out, "rests on. A title in brackets is not known, and says what the publication is about.\n")?;
    let mut all: Vec<String> = publications().iter().map(|p| format!("- {} (`{}`)", told(p), p.key)).collect();
    all.sort();
    all.iter().try_for_each(|line| writeln!(out, "{line}"))
}

/// A citation, whose address can be followed.
fn told(publication: &Publication) -> String {
    let address = publication.address().map(|address| format!(" <{address}>")).unwrap_or_default();
    escaped(&reference(publication, Words::new(Language::English))) + &address
}

fn reading(out: &mut String) -> Result {
    writeln!(out, "## How to read it\n\n| grade | means |\n|---|---|")?;
    for grade in Grade::ALL {
        writeln!(out, "| {} | {} |", grade.letter(), grade.meaning())?;
    }
    writeln!(out, "| - | a definition, or arithmetic |\n")?;
    writeln!(out, "Two grades (A/C) are those of different parts of a number; an entry counts by the worse.\n")?;
    writeln!(out, "| verification | means |\n|---|---|")?;
    for mark in Verification::ALL {
        writeln!(out, "| {} | {} |", mark.mark(), mark.meaning())?;
    }
    writeln!(
        out,
        "\nA mark in brackets after a number is that number's own.\n\n## The rules that keep the model honest\n"
    )?;
    numbered(out, &guide().rules)?;
    writeln!(out, "\n## Gaps\n")?;
    guide().gaps.iter().try_for_each(|gap| writeln!(out, "- {}", escaped(gap)))?;
    writeln!(out, "\n## What to measure to replace the defaults, most useful first\n")?;
    let measures: Vec<String> =
        guide().measure.iter().map(|m| format!("{} (replaces {}).", m.what, linked(&m.replaces))).collect();
    measures.iter().enumerate().try_for_each(|(i, text)| writeln!(out, "{}. {text}", i + 1))?;
    writeln!(
        out,
        "\n## What there is\n\n| link | entries | A | B | C | D | - | about |\n|---|--:|--:|--:|--:|--:|--:|---|"
    )?;
    for link in Link::ALL {
        let counts = by_grade(link).map(|n| n.to_string()).join(" | ");
        writeln!(out, "| [{0}](#{0}) | {counts} | {1} |", link.name(), link.meaning())?;
    }
    writeln!(out)
}

fn numbered(out: &mut String, list: &[String]) -> Result {
    list.iter().enumerate().try_for_each(|(i, text)| writeln!(out, "{}. {}", i + 1, escaped(text)))
}

fn of_link(out: &mut String, link: Link, all: &[Given]) -> Result {
    writeln!(out, "## {}\n\nAbout {}.", link.name(), link.meaning())?;
    for kind in FactKind::ALL {
        let of_kind: Vec<&Fact> = facts().iter().filter(|f| f.link == link && f.kind == kind).collect();
        if !of_kind.is_empty() {
            writeln!(out, "\n### {} ({})", kind.heading(), link.name())?;
            of_kind.into_iter().try_for_each(|fact| entry(out, fact, all))?;
        }
    }
    Ok(())
}

fn entry(out: &mut String, fact: &Fact, all: &[Given]) -> Result {
    writeln!(out, "\n#### {}\n\n{}", fact.id, escaped(&fact.statement))?;
    match fact.numbers.as_slice() {
        [] => (),
        [one] => writeln!(out, "\n{}", number(one))?,
        several => {
            writeln!(out)?;
            several.iter().try_for_each(|n| writeln!(out, "- {}", number(n)))?;
        }
    }
    writeln!(out, "\n{}", about(fact))?;
    published(fact).try_for_each(|publication| writeln!(out, "\n*Publication:* {}", told(publication)))?;
    if let Some(critique) = &fact.critique {
        writeln!(out, "\n*{}:* {}", fact.kind.critique_heading(), escaped(critique))?;
    }
    let rests = if fact.kind == FactKind::Claim { "Goes back to" } else { "Rests on" };
    let mut last: Vec<String> = Vec::new();
    if !fact.rests_on.is_empty() {
        last.push(format!("*{rests}:* {}.", linked(&fact.rests_on)));
    }
    let mut used: Vec<String> = Vec::new();
    for user in users(fact, all).iter().filter(|user| user.given.layer == Layer::Defaults) {
        let path = &user.given.assumption.path;
        used.push(user.via.map_or_else(|| format!("`{path}`"), |via| format!("`{path}` (through {})", via.id)));
    }
    if !used.is_empty() {
        last.push(format!("*Used by:* {}.", used.join(", ")));
    }
    if last.is_empty() { Ok(()) } else { writeln!(out, "\n{}", last.join(" ")) }
}

/// Grade, verification, context, year, source and distribution, on one line.
fn about(fact: &Fact) -> String {
    let seen = fact.seen.as_ref().map(|seen| format!(" ({seen})")).unwrap_or_default();
    let mut parts = vec![format!("{}{seen}", fact.verification.mark())];
    parts.extend(fact.context.clone());
    parts.extend(fact.year.clone());
    parts.push(fact.source.clone());
    parts.extend(fact.distribution.clone());
    let grade = fact.grade.best().map_or_else(|| "no grade".to_owned(), |_| fact.grade.to_string());
    format!("**{grade}** · {}", escaped(&parts.join(" · ")))
}

fn number(n: &Number) -> String {
    let label = n.of.as_ref().map(|of| format!("{}: ", escaped(of))).unwrap_or_default();
    let own: Vec<String> = n
        .grade
        .iter()
        .map(ToString::to_string)
        .chain(n.verification.iter().map(|mark| mark.mark().to_owned()))
        .chain(n.source.iter().map(|source| escaped(source)))
        .collect();
    let marks = if own.is_empty() { String::new() } else { format!(" ({})", own.join("; ")) };
    format!("{label}**{}** {}{marks}", escaped(&n.value), escaped(&n.unit))
}

/// A table of inputs, with the entries each rests on.
fn inputs<'a>(out: &mut String, given: impl Iterator<Item = &'a Given>) -> Result {
    writeln!(out, "| input | value | P10 / median / P90 | unit | grade | rests on |\n|---|---|---|---|---|---|")?;
    for value in given {
        let a = &value.assumption;
        let layer = if value.layer == Layer::Defaults { String::new() } else { format!(" ({})", value.layer.label()) };
        let uncertain = value.quantiles().filter(|[low, _, high]| low < high);
        let quantiles =
            uncertain.map(|q| q.map(|x| Words::new(Language::English).significant(x)).join(" / ")).unwrap_or_default();
        let ids: Vec<String> = value.cited().iter().map(|fact| fact.id.clone()).collect();
        let rests = if ids.is_empty() { "own assumption".to_owned() } else { linked(&ids) };
        let (written, unit) = (escaped(&a.written), escaped(&a.unit));
        writeln!(out, "| `{}`{layer} | {written} | {quantiles} | {unit} | {} | {rests} |", a.path, value.grade())?;
    }
    Ok(())
}

fn linked(ids: &[String]) -> String {
    let link = |id: &String| match fact(id) {
        Some(_) => format!("[{id}](#{})", id.to_lowercase()),
        None => id.clone(),
    };
    ids.iter().map(link).collect::<Vec<_>>().join(", ")
}

/// Text in which no character means anything to Markdown.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '|' | '*' | '_' | '<' | '>' | '[' | ']' | '`' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
