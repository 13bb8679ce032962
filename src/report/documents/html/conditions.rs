//! What would have to be true for the case to break even.

use super::page::Report;
use super::parts::{badge, number, section, whole};
use crate::pages::run::drivers::{conditions as of_case, lead};
use maud::{Markup, html};

/// The conditions, one input at a time; nothing where nothing is uncertain.
pub fn conditions(page: &Report) -> Markup {
    let (f, words) = (page.findings(), page.words);
    let Some(drivers) = f.drivers.as_ref().filter(|d| !d.evens.is_empty()) else { return html! {} };
    let found = of_case(f, drivers, words);
    let (npv, loss) = (page.money(f.npv.p50.value), page.words.loss(&f.case.kind, f.loss_probability.value));
    let mean = page.money(f.npv.mean.value);
    let trials = words.whole(drivers.even_trials as f64);
    let heads = [words.say("html-needs"), words.say("html-prior"), words.say("even-chance"), words.say("html-grade")];
    section(
        "conditions",
        &words.say("html-true"),
        html! {
            p { (words.say_with("even-now", &[("mean", &mean), ("npv", &npv), ("loss", &loss)])) " " (lead(drivers, words)) }
            @if !found.deciding.is_empty() {
                table.wide-table {
                    thead { tr {
                        th scope="col" { (words.say("html-input")) }
                        @for head in &heads { th.number scope="col" { (head) } }
                    } }
                    tbody {
                        @for of in &found.deciding {
                            tr {
                                th scope="row" { (of.name) }
                                @for (head, cell) in heads.iter().zip([&of.needs, &of.prior, &of.chance]) {
                                    (number(head, whole(cell)))
                                }
                                (number(&heads[3], badge(&of.grade)))
                            }
                        }
                    }
                }
            }
            @if !found.never.is_empty() { p { (words.say_with("html-true-never", &[("names", &found.never.join("; "))])) } }
            @if !found.always.is_empty() { p { (words.say_with("html-true-always", &[("names", &found.always.join("; "))])) } }
            p.note { (words.say_with("html-true-note", &[("trials", &trials)])) }
        },
    )
}
