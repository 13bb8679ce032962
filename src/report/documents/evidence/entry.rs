//! One entry or one input of the evidence, explained.

use super::citation::citation;
use super::inputs::{Given, users};
use super::list::{about, line, lines, number_in_words};
use crate::page::content::Page;
use crate::page::table::{Row, Table, Tone};
use delight_model::evidence::{Fact, FactKind, Publication, built_on, fact as known, publication};

/// Width of the names of fields.
const NAME: usize = 22;

/// Everything that is known of an entry, what it rests on, and what rests on it.
pub(super) fn fact(fact: &Fact, all: &[Given]) -> Page {
    let mut page = about(&fact.id, &fact.statement, Tone::Plain);
    fact.numbers.iter().for_each(|number| page.sentence(&number_in_words(number)));
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    let published = published(fact).map(|publication| ("Publication", citation(publication)));
    let before = [
        ("Distribution", optional(&fact.distribution)),
        ("Context", optional(&fact.context)),
        ("Year", optional(&fact.year)),
        ("Source", fact.source.clone()),
    ];
    page.table(fields(before.into_iter().chain(published).chain([
        ("Verification", format!("{}: {}", fact.verification.mark(), fact.verification.meaning())),
        ("Seen at", optional(&fact.seen)),
        ("Grade", grade(fact)),
        ("Link", format!("{}: {}", fact.link.name(), fact.link.meaning())),
        (fact.kind.critique_heading(), fact.critique.as_deref().unwrap_or("none on record").to_owned()),
    ])));
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

fn grade(fact: &Fact) -> String {
    let meaning = match (fact.grade.best(), fact.grade.worst()) {
        (Some(best), Some(worst)) if best != worst => format!("{} / {}", best.meaning(), worst.meaning()),
        (Some(best), _) => best.meaning().to_owned(),
        (None, _) => "a definition, or arithmetic".to_owned(),
    };
    format!("{}: {meaning}", fact.grade)
}

/// Named fields; those without a text are left out.
fn fields<'a>(all: impl IntoIterator<Item = (&'a str, String)>) -> Table {
    let known = all.into_iter().filter(|(_, text)| !text.is_empty());
    Table::new("", NAME).rows(known.map(|(name, text)| Row::fact(name, &text, "").named(Tone::Faint)))
}

fn grounds(fact: &Fact) -> Vec<&'static Fact> {
    fact.rests_on.iter().filter_map(|id| known(id)).collect()
}

fn entries(page: &mut Page, title: &str, list: Vec<&Fact>) {
    if !list.is_empty() {
        page.part(title, "");
        page.table(lines(list));
    }
}

fn uses(page: &mut Page, fact: &Fact, all: &[Given]) {
    let users = users(fact, all);
    if users.is_empty() {
        page.gap();
        return page.remark("No input of the model rests on it.");
    }
    page.part("Used by", "");
    let room = page.setting.columns - page.setting.indent - 1;
    page.table(Table::new("", room).rows(users.into_iter().map(|user| {
        let a = &user.given.assumption;
        let through = user.via.map(|fact| format!(", through {}", fact.id)).unwrap_or_default();
        let (layer, grade) = (user.given.layer.label(), user.given.grade());
        Row::new(&format!("{}  {layer} = {} ({}), grade {grade}{through}", a.path, a.written, a.unit))
    })));
}

/// What the program says of an input, layer by layer, and the facts on which each value rests.
pub(super) fn input(given: &[&Given]) -> Page {
    let name = given.first().map_or("", |first| &first.assumption.path);
    let mut page = about(name, "", Tone::Plain);
    if let Some(first) = given.first() {
        let a = &first.assumption;
        page.sentence(&a.meaning);
        page.remark(&format!("{}; possible: {}", a.unit, a.kind));
    }
    given.iter().for_each(|value| one_value(&mut page, value));
    page
}

fn one_value(page: &mut Page, value: &Given) {
    let a = &value.assumption;
    page.part(&format!("{} = {}", value.layer.label(), a.written), "");
    let band = value.quantiles().filter(|[low, _, high]| low < high).map(|quantiles| {
        let written = quantiles.map(|x| page.words.significant(x));
        format!("{} {}", written.join(" / "), a.unit)
    });
    let grade = a.provenance.grade.map_or("none given".to_owned(), |g| format!("{}: {}", g.letter(), g.meaning()));
    page.table(fields([
        ("P10 / median / P90", band.unwrap_or_default()),
        ("Grade", grade),
        ("Source", value.source().to_owned()),
        ("Note", a.provenance.note.clone().unwrap_or_default()),
    ]));
    let cited = value.cited();
    if cited.is_empty() {
        page.gap();
        return page.remark("It names no entry of the library: these words are all that stands behind it.");
    }
    page.part("Rests on", "");
    let nested = |fact: &'static Fact| {
        let below = grounds(fact).into_iter().map(|ground| line(ground).marked("  "));
        std::iter::once(line(fact)).chain(below)
    };
    let mut table = lines([]);
    cited.into_iter().flat_map(nested).for_each(|row| table.push(row));
    page.table(table);
}
