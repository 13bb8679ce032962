//! `delight backtest` on one screen, and as the page of the documents.

use crate::page::content::Page;
use crate::page::table::{Row, Table, Tone};
use crate::words::Words;
use delight_model::evidence::{Predicted, Verified};
use delight_studies::backtest::{Backtest, BacktestRow, LensBacktest};

/// Widths of what was seen, P5, median, P95 and the verdict.
const WIDTHS: [usize; 5] = [17, 9, 9, 9, 12];
const NAME: usize = 6;
/// A case that comes with the program, of whose cases the remarks are.
const OF_THE_PROGRAM: &str = "BS1";

/// The cases through each lens, with what each of them is in the first.
pub fn page(found: &Backtest, words: Words) -> Page {
    let mut page = Page::about(&words.say("back-title"), "", words);
    let (trials, seed) = (words.whole(found.trials as f64), found.seed.to_string());
    page.beside = words.say_with("back-trials", &[("trials", &trials), ("seed", &seed)]);
    page.sentence(&words.say("back-lead"));
    for lens in &found.lenses {
        page.sentence(&coverage(lens, words));
    }
    for (place, lens) in found.lenses.iter().enumerate() {
        table(&mut page, lens, place == 0);
    }
    if found.lenses.iter().flat_map(|lens| &lens.rows).any(|row| row.case.id == OF_THE_PROGRAM) {
        page.remark(&words.say("back-units"));
        page.remark(&words.say("back-fit"));
        page.remark(&words.say("back-selected"));
    }
    page
}

/// The page of the documents: the same as Markdown, with how it was made.
pub fn document(found: &Backtest, words: Words) -> String {
    let mut page = page(found, words);
    page.part(&words.say("back-cases"), "");
    for row in found.lenses.first().into_iter().flat_map(|lens| &lens.rows) {
        let why = row.case.reason.iter().chain(&row.case.no_verdict).map(|why| format!(". {why}")).collect::<String>();
        page.item("·", Tone::Plain, &format!("{}: {}{why}", row.case.id, what(row, words)));
    }
    page.gap();
    page.remark(&words.say("back-made"));
    page.markdown()
}

/// How many of the slopes a lens covers, in a sentence.
fn coverage(lens: &LensBacktest, words: Words) -> String {
    let name = words.say_of("lens", &lens.lens);
    let (covered, slopes) = (lens.covered.to_string(), lens.slopes.to_string());
    let ratio = lens.ratio.map_or_else(|| "–".to_owned(), |ratio| words.factor(ratio));
    let args = [("lens", name.as_str()), ("covered", &covered), ("slopes", &slopes), ("ratio", &ratio)];
    match lens.corrected {
        true => words.say_with("back-covers-corrected", &args),
        false => words.say_with("back-covers-face", &args),
    }
}

fn table(page: &mut Page, lens: &LensBacktest, detailed: bool) {
    let words = page.words;
    let title = words.say_of("lens", &lens.lens);
    let heads = [words.say("back-seen"), "P5".into(), words.say("median"), "P95".into(), words.say("back-verdict")];
    let table =
        heads.iter().zip(WIDTHS).fold(Table::new(&title, NAME), |table, (head, width)| table.numbers(head, width));
    let mut rows = Vec::new();
    for row in &lens.rows {
        let [seen, low, middle, high] = cells(row, words);
        let (verdict, tone) = verdict(row, words);
        let mut line = Row::new(&row.case.id).cells([seen, low, middle, high]).toned(verdict, tone);
        if detailed {
            line = line.note(&what(row, words));
        }
        let why = row.case.no_verdict.as_ref().filter(|_| detailed);
        if let Some(why) = row.case.reason.as_ref().filter(|_| row.inside == Some(false)).or(why) {
            line = line.note(&words.phrase(why));
        }
        rows.push(line);
    }
    page.table(table.rows(rows));
}

/// What was seen, where it was compared, and who says so.
fn what(row: &BacktestRow, words: Words) -> String {
    let case = &row.case;
    let sector = case.preset.as_deref().map_or_else(String::new, |preset| format!("; {preset}"));
    let half = if case.upper { format!("; {}", words.say("back-upper")) } else { String::new() };
    let verified = words.say_of("verified", verified(case.verified));
    format!("{}{sector}{half} ({}; {verified})", words.phrase(&case.what), words.phrase(&case.source))
}

/// The key of how far something was verified.
pub(crate) fn verified(verified: Verified) -> &'static str {
    match verified {
        Verified::Seen => "seen",
        Verified::Abstract => "abstract",
        Verified::SecondHand => "second-hand",
        Verified::Memory => "memory",
        Verified::Own => "own",
    }
}

fn verdict(row: &BacktestRow, words: Words) -> (String, Tone) {
    let [low, _, high] = row.predicted.unwrap_or([f64::NEG_INFINITY, 0.0, f64::INFINITY]);
    let [from, to] = row.observed;
    match row.inside {
        Some(true) => (words.say("back-inside"), Tone::Good),
        Some(false) if to < low => (words.say("back-below"), Tone::Bad),
        Some(false) if from > high => (words.say("back-above"), Tone::Bad),
        Some(false) => (words.say("back-partly"), Tone::Bad),
        None => (words.say("back-none"), Tone::Faint),
    }
}

/// What was seen and P5, median and P95, in the unit of the case.
pub fn cells(row: &BacktestRow, words: Words) -> [String; 4] {
    let none = || "–".to_owned();
    let write = |x: f64| written(row.case.predict, x, words);
    let [from, to] = row.observed;
    let seen = if from == to { write(from) } else { format!("{} … {}", write(from), write(to)) };
    let [low, middle, high] = row.predicted.map_or_else(|| [none(), none(), none()], |all| all.map(write));
    [seen, low, middle, high]
}

fn written(predicted: Option<Predicted>, x: f64, words: Words) -> String {
    match predicted {
        Some(Predicted::Slope) => words.percent_change(x / 100.0),
        Some(Predicted::Score) => words.signed(x, 2),
        Some(Predicted::ScoreByEngagement) => words.signed(x, 3),
        Some(Predicted::Odds) => words.factor(x),
        Some(Predicted::Delivered) => words.percent(x),
        // What nothing is predicted of was seen as a share, or in points.
        None if x.abs() > 1.0 => words.signed(x, 1),
        _ => words.percent_change(x),
    }
}
