//! `delight learn` on one screen.

use crate::page::content::Page;
use crate::page::table::{Row, Table, Tone};
use crate::page::values::short;
use crate::words::Words;
use delight_model::scenario::{inputs, survey_catalogue};
use delight_studies::learn::{LearnVerdict, Learned, LinkFacts, Refusal, Slope, SourceFacts, Spread3};

/// Widths of the slope between, within, its interval, before and after, and the verdict.
const LINKS: [usize; 6] = [9, 9, 17, 9, 9, 11];
const LINK: usize = 26;
/// Widths of P10, median and P90 before and after.
const INPUTS: [usize; 6] = [9, 9, 9, 10, 9, 9];
const LEVELS: [usize; 3] = [12, 12, 26];
const DRIFT: [usize; 3] = [12, 12, 12];
const NAME: usize = 34;
/// An effective number of draws below which a posterior is rough.
const FEW: f64 = 400.0;

/// What own data say of each link, input and level, beside what was believed.
pub fn page(found: &Learned, words: Words) -> Page {
    let mut page =
        Page::about(&words.say_with("learn-title", &[("case", &found.case.name)]), &found.case.currency, words);
    let (draws, seed) = (words.whole(found.provenance.trials as f64), found.provenance.seed.to_string());
    page.beside = words.say_with("learn-draws", &[("draws", &draws), ("seed", &seed)]);
    let sources: Vec<String> = found.sources.iter().map(|source| told(source, words)).collect();
    page.sentence(&words.say_with("learn-read", &[("sources", &sources.join("; "))]));
    page.sentence(&summary(found, words));
    page.table(links(found, words));
    if let Some(table) = moved(found, words) {
        page.table(table);
    }
    if !found.levels.is_empty() {
        page.table(levels(found, words));
    }
    if !found.drift.is_empty() {
        page.table(drift(found, words));
    }
    remarks(&mut page, found);
    page
}

fn told(source: &SourceFacts, words: Words) -> String {
    let rows = words.whole(source.rows as f64);
    match (source.units, source.periods, &source.rhythm) {
        (Some(units), Some(periods), Some(rhythm)) => {
            let (units, periods) = (words.whole(units as f64), periods.to_string());
            let rhythm = words.say_of("learn-rhythm", rhythm);
            let args = [("file", source.file.as_str()), ("units", &units), ("periods", &periods), ("rhythm", &rhythm)];
            words.say_with("learn-panel", &args)
        }
        _ => words.say_with("learn-rows", &[("file", &source.file), ("rows", &rows)]),
    }
}

/// How many links taught something, and how many said too little or were not asked.
fn summary(found: &Learned, words: Words) -> String {
    let count = |verdict| found.links.iter().filter(|link| link.verdict == verdict).count().to_string();
    let (learned, silent, refused) =
        (count(LearnVerdict::Learned), count(LearnVerdict::Silent), count(LearnVerdict::Refused));
    let links = found.links.len().to_string();
    let args = [("links", links.as_str()), ("learned", &learned), ("silent", &silent), ("refused", &refused)];
    words.say_with("learn-summary", &args)
}

fn headed(title: &str, names: usize, heads: &[String], widths: &[usize]) -> Table {
    heads.iter().zip(widths).fold(Table::new(title, names), |table, (head, width)| table.numbers(head, *width))
}

fn links(found: &Learned, words: Words) -> Table {
    let heads = [
        words.say("learn-between"),
        words.say("learn-within"),
        words.say("learn-interval"),
        words.say("learn-before"),
        words.say("learn-after"),
        words.say("learn-verdict"),
    ];
    let rows = found.links.iter().map(|link| of_link(link, words));
    headed(&words.say("learn-links"), LINK, &heads, &LINKS).rows(rows)
}

fn of_link(link: &LinkFacts, words: Words) -> Row {
    let none = || "–".to_owned();
    let slope = |slope: &Option<Slope>| slope.as_ref().map_or_else(none, |s| words.signed(s.value, 2));
    let middle = |spread: &Option<Spread3>| spread.as_ref().map_or_else(none, |s| words.signed(s.p50, 2));
    let row = Row::new(&words.say_of("learn-link", &link.link)).cells([
        slope(&link.between),
        slope(&link.within),
        link.within.as_ref().map_or_else(none, |s| interval(s, words)),
        middle(&link.slope_before),
        middle(&link.slope_after),
    ]);
    let tone = if link.verdict == LearnVerdict::Learned { Tone::Good } else { Tone::Faint };
    let row = row.toned(words.say_of("learn-verdict", verdict(link.verdict)), tone);
    match link.reason {
        Some(reason) => row.note(&words.say_of("learn-reason", refusal(reason))),
        None => about(link, words).map_or(row.clone(), |note| row.note(&note)),
    }
}

/// The ends of an interval, one of which may not exist.
fn interval(slope: &Slope, words: Words) -> String {
    match (slope.low, slope.high) {
        (Some(low), Some(high)) => format!("{} … {}", words.signed(low, 2), words.signed(high, 2)),
        _ => words.say("learn-unbounded"),
    }
}

/// What a shared cause may be, and how much of what varies is not chance.
fn about(link: &LinkFacts, words: Words) -> Option<String> {
    let (gap, reliability) = (words.signed(link.gap?, 2), link.reliability.map(|r| words.percent_short(r)));
    let units = words.whole(link.units as f64);
    let args = [("gap", gap.as_str()), ("units", &units), ("reliability", reliability.as_deref().unwrap_or_default())];
    Some(match (link.link.as_str(), &reliability) {
        (_, None) => words.say_with("learn-about-staff", &args[..2]),
        ("rating_stay", _) => words.say_with("learn-about-customers", &args),
        _ => words.say_with("learn-about", &args),
    })
}

fn verdict(verdict: LearnVerdict) -> &'static str {
    match verdict {
        LearnVerdict::Learned => "learned",
        LearnVerdict::Silent => "silent",
        LearnVerdict::Refused => "refused",
    }
}

fn refusal(reason: Refusal) -> &'static str {
    match reason {
        Refusal::FewUnits => "few-units",
        Refusal::FewPeriods => "few-periods",
        Refusal::NoCounts => "no-counts",
        Refusal::Noise => "noise",
        Refusal::Fixed => "fixed",
        Refusal::Alike => "alike",
    }
}

/// The inputs of the links that taught something; none where none did.
fn moved(found: &Learned, words: Words) -> Option<Table> {
    let heads = [
        words.say("learn-before-p10"),
        words.say("median"),
        "P90".to_owned(),
        words.say("learn-after-p10"),
        words.say("median"),
        "P90".to_owned(),
    ];
    let learned = found.links.iter().filter(|link| link.verdict == LearnVerdict::Learned);
    let rows: Vec<Row> = learned
        .flat_map(|link| &link.inputs)
        .map(|input| {
            let cells = [input.before, input.after].map(|s| [s.p10, s.p50, s.p90]).concat();
            Row::new(&name(&input.path, words)).cells(alike(&cells, words))
        })
        .collect();
    (!rows.is_empty()).then(|| headed(&words.say("learn-inputs"), NAME, &heads, &INPUTS).rows(rows))
}

/// Numbers of one row with as many decimals as the largest of them needs.
fn alike(numbers: &[f64], words: Words) -> Vec<String> {
    let most = numbers.iter().map(|x| x.abs()).fold(0.0, f64::max);
    let decimals = match most {
        most if most >= 100.0 => 0,
        most if most >= 1.0 => 2,
        most if most >= 0.05 => 3,
        _ => 4,
    };
    numbers.iter().map(|x| words.signed(*x, decimals)).collect()
}

fn levels(found: &Learned, words: Words) -> Table {
    let heads = [words.say("learn-level"), words.say("learn-sd"), words.say("learn-believed")];
    let rows = found.levels.iter().map(|level| {
        let ends = level.before.map_or_else(Vec::new, |s| vec![s.p10, s.p90]);
        let mut cells = alike(&[vec![level.value, level.sd], ends].concat(), words);
        let before = cells.split_off(2).join(" … ");
        cells.push(if before.is_empty() { "–".to_owned() } else { before });
        Row::new(&name(&level.path, words)).cells(cells)
    });
    headed(&words.say("learn-levels"), NAME, &heads, &LEVELS).rows(rows)
}

fn drift(found: &Learned, words: Words) -> Table {
    let heads = [words.say("learn-market"), words.say("learn-site"), words.say("learn-units")];
    let rows = found.drift.iter().map(|drift| {
        let mut cells = alike(&[drift.market, drift.site], words);
        cells.push(words.whole(drift.units as f64));
        Row::new(&words.say_of("learn-metric", drift.metric.name())).cells(cells)
    });
    headed(&words.say("learn-drift"), NAME, &heads, &DRIFT).rows(rows)
}

/// What an input is called in a table.
fn name(path: &str, words: Words) -> String {
    let meaning = || {
        let known = inputs().into_iter().chain(survey_catalogue()).find(|input| input.path() == path);
        known.map_or_else(|| path.to_owned(), |input| short(&words.meaning(path, input.meaning)))
    };
    words.short_name(path).unwrap_or_else(meaning)
}

fn remarks(page: &mut Page, found: &Learned) {
    let words = page.words;
    let left_out: Vec<&str> =
        found.sources.iter().flat_map(|source| source.left_out.iter().map(String::as_str)).collect();
    if !left_out.is_empty() {
        page.remark(&words.say_with("learn-left-out", &[("units", &left_out.join(", "))]));
    }
    if !found.kept_by_case.is_empty() {
        page.remark(&words.say_with("learn-kept", &[("inputs", &found.kept_by_case.join(", "))]));
    }
    if found.links.iter().filter_map(|link| link.effective).any(|draws| draws < FEW) {
        page.remark(&words.say("learn-few"));
    }
    page.remark(&words.say("learn-how"));
    page.remark(&words.say("learn-units-of-slopes"));
    page.remark(&words.say("learn-not-causal"));
}
