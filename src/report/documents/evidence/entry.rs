//! One entry or one input of the evidence, explained.

use super::citation::citation;
use super::inputs::{Given, users};
use super::list::{about, line, lines, number_in_words};
use crate::page::content::Page;
use crate::page::table::{Row, Table, Tone};
use crate::words::Words;
use delight_model::evidence::{Fact, FactKind, Publication, built_on, fact as known, publication};

/// Width of the names of fields.
const NAME: usize = 22;

/// Everything that is known of an entry, what it rests on, and what rests on it.
pub(super) fn fact(fact: &Fact, all: &[Given], words: Words) -> Page {
    let mut page = about(&fact.id, &fact.statement, Tone::Plain, words);
    fact.numbers.iter().for_each(|number| page.sentence(&number_in_words(number, words)));
    let optional = |text: &Option<String>| text.as_deref().map(|text| words.phrase(text)).unwrap_or_default();
    let marked = |mark: &str, meaning: &str| format!("{}: {}", words.phrase(mark), words.phrase(meaning));
    let published = published(fact).map(|publication| ("Publication", citation(publication, words)));
    let before = [
        ("Distribution", optional(&fact.distribution)),
        ("Context", optional(&fact.context)),
        ("Year", optional(&fact.year)),
        ("Source", words.source(&fact.source)),
    ];
    let told = before.into_iter().chain(published).chain([
        ("Verification", marked(fact.verification.mark(), fact.verification.meaning())),
        ("Seen at", optional(&fact.seen)),
        ("Grade", grade(fact, words)),
        ("Link", marked(fact.link.name(), fact.link.meaning())),
        (fact.kind.critique_heading(), words.phrase(fact.critique.as_deref().unwrap_or("none on record"))),
    ]);
    page.table(fields(told, words));
    let grounds_are = if fact.kind == FactKind::Claim { "Goes back to" } else { "Rests on" };
    entries(&mut page, grounds_are, grounds(fact));
    entries(&mut page, "What rests on it", built_on(&fact.id));
    uses(&mut page, fact, all);
    page
}

/// What an entry cites.
pub(super) fn published(fact: &Fact) -> impl Iterator<Item = &'static Publication> {
    fact.cites.iter().filter_map(|key| publication(key))
}

fn grade(fact: &Fact, words: Words) -> String {
    let meaning = match (fact.grade.best(), fact.grade.worst()) {
        (Some(best), Some(worst)) if best != worst => {
            format!("{} / {}", words.phrase(best.meaning()), words.phrase(worst.meaning()))
        }
        (Some(best), _) => words.phrase(best.meaning()),
        (None, _) => words.phrase("a definition, or arithmetic"),
    };
    format!("{}: {meaning}", fact.grade)
}

/// Named fields; those without a text are left out.
fn fields<'a>(all: impl IntoIterator<Item = (&'a str, String)>, words: Words) -> Table {
    let known = all.into_iter().filter(|(_, text)| !text.is_empty());
    Table::new("", NAME).rows(known.map(|(name, text)| Row::fact(&words.phrase(name), &text, "").named(Tone::Faint)))
}

fn grounds(fact: &Fact) -> Vec<&'static Fact> {
    fact.rests_on.iter().filter_map(|id| known(id)).collect()
}

fn entries(page: &mut Page, title: &str, list: Vec<&Fact>) {
    if !list.is_empty() {
        let words = page.words;
        page.part(&words.phrase(title), "");
        page.table(lines(list, words));
    }
}

fn uses(page: &mut Page, fact: &Fact, all: &[Given]) {
    let users = users(fact, all);
    if users.is_empty() {
        page.gap();
        return page.remark(&page.words.phrase("No input of the model rests on it."));
    }
    let words = page.words;
    page.part(&words.phrase("Used by"), "");
    let room = page.setting.columns - page.setting.indent - 1;
    page.table(Table::new("", room).rows(users.into_iter().map(|user| {
        let a = &user.given.assumption;
        let through =
            user.via.map(|fact| format!(", {}", words.phrase(&format!("through {}", fact.id)))).unwrap_or_default();
        let (layer, grade) = (words.phrase(&user.given.layer.label()), user.given.grade());
        let graded = words.phrase(&format!("grade {grade}"));
        Row::new(&format!("{}  {layer} = {} ({}), {graded}{through}", a.path, a.written, words.unit(&a.unit)))
    })));
}

/// What the program says of an input, layer by layer, and the facts on which each value rests.
pub(super) fn input(given: &[&Given], words: Words) -> Page {
    let name = given.first().map_or("", |first| &first.assumption.path);
    let mut page = about(name, "", Tone::Plain, words);
    if let Some(first) = given.first() {
        let a = &first.assumption;
        page.sentence(&words.meaning(&a.path, &a.meaning));
        let possible = words.message(&a.kind.to_string());
        page.remark(&format!("{}; {}", words.unit(&a.unit), words.phrase(&format!("possible: {possible}"))));
    }
    given.iter().for_each(|value| one_value(&mut page, value));
    page
}

fn one_value(page: &mut Page, value: &Given) {
    let a = &value.assumption;
    let words = page.words;
    page.part(&format!("{} = {}", words.phrase(&value.layer.label()), a.written), "");
    let band = value.quantiles().filter(|[low, _, high]| low < high).map(|quantiles| {
        let written = quantiles.map(|x| words.significant(x));
        format!("{} {}", written.join(" / "), words.unit(&a.unit))
    });
    let grade = a
        .provenance
        .grade
        .map_or_else(|| words.phrase("none given"), |g| format!("{}: {}", g.letter(), words.phrase(g.meaning())));
    page.table(fields(
        [
            ("P10 / median / P90", band.unwrap_or_default()),
            ("Grade", grade),
            ("Source", words.source(value.source())),
            ("Note", words.phrase(a.provenance.note.as_deref().unwrap_or_default())),
        ],
        words,
    ));
    let cited = value.cited();
    if cited.is_empty() {
        page.gap();
        return page
            .remark(&words.phrase("It names no entry of the library: these words are all that stands behind it."));
    }
    page.part(&words.phrase("Rests on"), "");
    let nested = |fact: &'static Fact| {
        let below = grounds(fact).into_iter().map(|ground| line(ground, words).marked("  "));
        std::iter::once(line(fact, words)).chain(below)
    };
    let mut table = lines([], words);
    cited.into_iter().flat_map(nested).for_each(|row| table.push(row));
    page.table(table);
}
