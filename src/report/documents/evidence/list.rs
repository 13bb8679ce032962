//! Lists of the evidence: everything, a link of the chain, a table of inputs.

use super::inputs::Given;
use crate::page::content::{Page, Setting};
use crate::page::table::{Row, Table, Tone};
use crate::words::Words;
use crate::words::format::cut;
use delight_model::evidence::{Fact, FactKind, Grade, Link, Number, Verification, facts};

/// Width of an id or a path, of a grade, of a verification, each with the space behind it.
const WIDTHS: [usize; 3] = [29, 5, 7];

/// Where the statement of an entry begins.
const STATEMENT: usize = 2 + WIDTHS[0] + WIDTHS[1] + WIDTHS[2];

/// A page about a piece of the evidence, and what is said of it beside its name.
pub(super) fn about(title: &str, beside: &str, tone: Tone, words: Words) -> Page {
    let mut page = Page::about(&words.phrase(title), "", words);
    (page.beside, page.beside_tone) = (words.phrase(beside), tone);
    page
}

/// Everything: counts by link, the marks, one line an entry, the rules and the gaps.
pub(super) fn overview(all: &[Given], words: Words) -> Page {
    let inputs = all.iter().filter(|g| !g.cited().is_empty()).count();
    let told = format!("{} entries; {inputs} inputs name them", facts().len());
    let mut page = about("The evidence", &told, Tone::Faint, words);
    counts(&mut page);
    marks(&mut page);
    for link in Link::ALL {
        page.part(link.name(), &words.phrase(link.meaning()));
        page.table(lines(FactKind::ALL.into_iter().flat_map(|kind| of(link, kind)), words));
    }
    page.gap();
    let advice = "delight evidence LINK or ID explains; so does an input's path, such as effects.causal_share";
    page.remark(&words.phrase(advice));
    page
}

fn counts(page: &mut Page) {
    let words = page.words;
    let heads = Table::new(&words.phrase("link"), 12).numbers(&words.phrase("entries"), 8);
    let heads = Grade::ALL.iter().fold(heads, |table, grade| table.numbers(grade.letter(), 4));
    let row = |link: Link| {
        let counts = by_grade(link).map(|count| count.to_string());
        Row::new(link.name()).cells(counts).cell(words.phrase(link.meaning()))
    };
    page.table(heads.numbers(&words.phrase("none"), 6).last("", 2, Tone::Plain).rows(Link::ALL.map(row)));
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

fn marks(page: &mut Page) {
    let words = page.words;
    let fact = |mark: &str, meaning: &str| Row::fact(&words.phrase(mark), &words.phrase(meaning), "");
    page.part(&words.phrase("Grades"), &words.phrase("(an entry of two grades counts by the worse)"));
    let grades = Grade::ALL.map(|grade| fact(grade.letter(), grade.meaning()));
    page.table(Table::new("", 7).rows(grades.into_iter().chain([fact("-", "a definition, or arithmetic")])));
    page.part(&words.phrase("Verification"), &words.phrase("(no full paper was read)"));
    page.table(Table::new("", 7).rows(Verification::ALL.map(|mark| fact(mark.mark(), mark.meaning()))));
}

fn of(link: Link, kind: FactKind) -> impl Iterator<Item = &'static Fact> {
    facts().iter().filter(move |fact| fact.link == link && fact.kind == kind)
}

/// Entries, one a line.
pub(super) fn lines<'a>(all: impl IntoIterator<Item = &'a Fact>, words: Words) -> Table {
    entries().rows(all.into_iter().map(|fact| line(fact, words)))
}

/// A table of entries: id, grade, verification, statement.
fn entries() -> Table {
    let [id, grade, mark] = WIDTHS;
    Table::new("", id).texts("", grade).texts("", mark).last("", 0, Tone::Plain)
}

/// An entry on one line.
pub(super) fn line(fact: &Fact, words: Words) -> Row {
    let statement = cut(&words.phrase(&fact.statement), Setting::USUAL.columns - STATEMENT);
    marked(fact, words).cell(statement)
}

/// An entry with its marks.
fn marked(fact: &Fact, words: Words) -> Row {
    Row::new(&fact.id).cell(fact.grade.to_string()).cell(words.phrase(fact.verification.mark()))
}

/// A link of the chain: its entries in full sentences with their numbers, then the inputs that rest on them.
pub(super) fn link(link: Link, all: &[Given], words: Words) -> Page {
    let [total, a, b, c, d, none] = by_grade(link);
    let setting = Setting { notes: STATEMENT, ..Setting::USUAL };
    let mut page = about(link.name(), link.meaning(), Tone::Plain, words).set(setting);
    let counted = format!("{total} entries: {a} of grade A, {b} B, {c} C, {d} D, {none} without a grade");
    page.remark(&words.phrase(&counted));
    for kind in FactKind::ALL {
        let told: Vec<Row> = of(link, kind).map(|fact| told(fact, words)).collect();
        if !told.is_empty() {
            page.part(&words.phrase(kind.heading()), "");
            page.table(entries().rows(told));
        }
    }
    let resting: Vec<&Given> = all.iter().filter(|g| g.cited().iter().any(|fact| fact.link == link)).collect();
    if !resting.is_empty() {
        page.part(&words.phrase("Inputs that name them"), "");
        page.table(of_inputs(&resting, words));
    }
    page
}

/// An entry with its whole statement and its numbers.
fn told(fact: &Fact, words: Words) -> Row {
    let row = marked(fact, words).cell(words.phrase(&fact.statement)).named(Tone::Strong);
    fact.numbers.iter().fold(row, |row, number| row.note(&number_in_words(number, words)))
}

/// The inputs of a table.
pub(super) fn table(given: &[&Given], words: Words) -> Page {
    let note = "value as written; P10, median, P90; grade; what it rests on";
    let mut page = about(&format!("{} values", given.len()), note, Tone::Faint, words);
    page.table(of_inputs(given, words));
    page
}

/// Inputs with their layer, and below that their values.
fn of_inputs(given: &[&Given], words: Words) -> Table {
    let longest = given.iter().map(|value| value.assumption.path.len()).max().unwrap_or(0);
    Table::new("", WIDTHS[0].max(longest + 2)).rows(given.iter().map(|value| {
        let a = &value.assumption;
        let ids: Vec<&str> = value.cited().iter().map(|fact| fact.id.as_str()).collect();
        let rests = if ids.is_empty() { words.phrase("own assumption") } else { ids.join(", ") };
        let quantiles = value.quantiles().filter(|[low, _, high]| low < high);
        let band = quantiles.map(|q| format!("  {}", q.map(|x| words.significant(x)).join(" / "))).unwrap_or_default();
        let text = format!("{} {}{band}  {}  {rests}", a.written, words.unit(&a.unit), value.grade());
        Row::fact(&a.path, &words.phrase(&value.layer.label()), "").named(Tone::Strong).note(&text)
    }))
}

/// A number with its label and its unit, and with marks of its own where it has some.
pub(super) fn number_in_words(n: &Number, words: Words) -> String {
    let own: Vec<String> = n
        .grade
        .iter()
        .map(ToString::to_string)
        .chain(n.verification.iter().map(|mark| words.phrase(mark.mark())))
        .chain(n.source.iter().map(|source| words.of_number(source)))
        .collect();
    let label = n.of.as_ref().map(|of| format!("{}: ", words.of_number(of))).unwrap_or_default();
    let marks = if own.is_empty() { String::new() } else { format!("  [{}]", own.join("; ")) };
    format!("{label}{} {}{marks}", words.of_number(&n.value), words.of_number(&n.unit))
}
