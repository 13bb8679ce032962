//! What improves a case for which nobody pays: its balance of savings and costs.

use crate::page::content::Page;
use delight_studies::improve::Improvement;

/// The balance as written, the balance with the changes, and what was not tried.
pub(super) fn answer(page: &mut Page, found: &Improvement) {
    let words = page.words;
    let npv = page.money_error(&found.written.npv_mean);
    page.sentence(&words.say_with("improve-written-public", &[("npv", &npv)]));
    if let (Some(improved), Some(gain)) = (&found.improved, &found.gain) {
        let (npv, gain) = (page.money_error(&improved.npv_mean), page.money_error(gain));
        let (planned, before) = (page.money(improved.planned), page.money(found.written.planned));
        let args = [("npv", npv.as_str()), ("gain", &gain), ("planned", &planned), ("before", &before)];
        page.sentence(&words.say_with("improve-changed-public", &args));
    } else {
        page.sentence(&words.say("improve-nothing-public"));
    }
    page.sentence(&words.say("improve-sizes-public"));
}
