//! `delight improve` on one screen: what makes it pay, each change with its gain, and the nearest miss.

use super::public;
use crate::page::content::Page;
use crate::page::table::{Row, Table, Tone};
use crate::words::Words;
use delight_studies::improve::{ImproveStep, Improvement, LeverChange};

/// Width of the names of changes.
const NAME: usize = 26;

/// The answer, the changes, longer horizons, and what else would do.
pub(super) fn improve(found: &Improvement, words: Words) -> Page {
    let mut page = Page::new(&found.case, &found.provenance, words);
    answer(&mut page, found);
    let table = steps(&page, found);
    page.table(table);
    longer(&mut page, found);
    let (trials, search) = (words.whole(found.provenance.trials as f64), words.whole(found.search_trials as f64));
    page.remark(&words.say_with("improve-note", &[("trials", &trials), ("search", &search)]));
    page
}

fn answer(page: &mut Page, found: &Improvement) {
    let words = page.words;
    if found.case.nobody_pays {
        return public::answer(page, found);
    }
    let loss = |share: f64| words.loss(&found.case.kind, share);
    let (npv, was) = (page.money_error(&found.written.npv_mean), loss(found.written.loss_probability.value));
    page.sentence(&words.say_with("improve-written", &[("npv", &npv), ("loss", &was)]));
    if let (Some(improved), Some(gain)) = (&found.improved, &found.gain) {
        let (npv, gain) = (page.money_error(&improved.npv_mean), page.money_error(gain));
        let loss = loss(improved.loss_probability.value);
        let (planned, before) = (page.money(improved.planned), page.money(found.written.planned));
        let args =
            [("npv", npv.as_str()), ("gain", &gain), ("loss", &loss), ("planned", &planned), ("before", &before)];
        page.sentence(&match found.pays {
            true => words.say_with("improve-pays", &args),
            false => words.say_with("improve-nearest", &args),
        });
    } else {
        page.sentence(&match found.pays {
            true => words.say("improve-best-as-written"),
            false => words.say("improve-nothing"),
        });
    }
    if let Some(share) = found.running_cost.filter(|_| !found.pays) {
        page.sentence(&words.say_with("improve-running", &[("share", &words.percent(share))]));
    }
}

fn steps(page: &Page, found: &Improvement) -> Table {
    let words = page.words;
    let [alone, on_top, taken] = [words.say("improve-alone"), words.say("improve-on-top"), words.say("improve-taken")];
    let title = if found.case.nobody_pays { words.say("improve-title-public") } else { words.say("improve-title") };
    let table = Table::new(&title, NAME).numbers(&alone, 18).numbers(&on_top, 18);
    let gain = |gain: &Option<delight_model::statistics::Estimate>| {
        gain.as_ref().map_or_else(|| "–".to_owned(), |gain| page.money_error(gain))
    };
    let row = |step: &ImproveStep| {
        let is_taken = if step.taken { words.say("improve-yes") } else { words.say("improve-no") };
        let row = Row::new(&words.say_of("lever", &step.key)).cells([gain(&step.alone), gain(&step.on_top), is_taken]);
        match step.taken {
            true => row.named(Tone::Strong).note(&changes(&step.changes, words)),
            false => row,
        }
    };
    table.last(&taken, 3, Tone::Plain).rows(found.steps.iter().map(row))
}

/// What is written otherwise, in one line.
pub fn changes(changes: &[LeverChange], words: Words) -> String {
    let one = |change: &LeverChange| {
        let path = change.path.strip_prefix("programme.").unwrap_or(&change.path);
        match &change.from {
            Some(from) => format!("{path} {from} → {}", change.to),
            None => format!("{path} {}", change.to),
        }
    };
    words.say_with("improve-changes", &[("changes", &changes.iter().map(one).collect::<Vec<_>>().join(", "))])
}

fn longer(page: &mut Page, found: &Improvement) {
    let words = page.words;
    for longer in &found.longer {
        let (months, npv) = (longer.months.to_string(), page.money_error(&longer.npv_mean));
        let gain = page.money_error(&longer.gain);
        page.sentence(&match found.case.nobody_pays {
            true => words.say_with("improve-longer-public", &[("months", &months), ("npv", &npv)]),
            false => words.say_with("improve-longer", &[("months", &months), ("npv", &npv), ("gain", &gain)]),
        });
    }
}
