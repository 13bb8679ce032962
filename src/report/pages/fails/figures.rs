//! The figures of `delight fails`: the regions, and the shift that turns the case.

use super::page::{corner, in_signs};
use crate::page::figure::{Named, caption, drawn};
use crate::page::values;
use crate::plot::{Caption, Format, Part, Track, Tracks};
use crate::words::Words;
use delight_model::chain::Delivery;
use delight_studies::fails::{Corner, Fails, Limited};

/// Where it loses and where it pays, and the mildest shift; those that there are.
pub fn fails(found: &Fails, words: Words) -> Vec<Named> {
    regions(found, words).into_iter().chain(stress(found, words)).collect()
}

/// The limits of both regions, those of the rarer side first.
fn regions(found: &Fails, words: Words) -> Option<Named> {
    let mut sides = [true, false];
    if found.mostly_loses() {
        sides.reverse();
    }
    let corners = sides.into_iter().filter_map(|losing| Some((losing, corner(found, losing)?)));
    let rows: Vec<Track> = corners
        .flat_map(|(losing, corner)| corner.limits.iter().map(move |limit| (losing, limit)))
        .map(|(losing, limit)| track(limit, losing, &found.case.currency, words))
        .collect();
    let (title, subtitle) = around_regions(found, words)?;
    let footer = drawn(found.provenance.trials, &found.provenance, words);
    let count = rows.len();
    let tracks = Tracks { caption: around(title, subtitle, footer, &rows, words), rows, axis: None };
    Some(Named::of_rows("fails", count + 1, tracks))
}

fn track(limit: &Limited, losing: bool, currency: &str, words: Words) -> Track {
    Track {
        name: values::name(&limit.input.name, words),
        label: in_signs(limit, |x| values::value(&limit.input, currency, words, x), words),
        part: part(limit, words),
        loss: losing,
    }
}

/// Title and subtitle over the regions that there are; none where there is none.
fn around_regions(found: &Fails, words: Words) -> Option<(String, String)> {
    let shares = |corner: &Corner| [corner.density, corner.coverage].map(|share| words.percent(share.value));
    let case = found.case.name.as_str();
    Some(match (&found.loses, &found.pays) {
        (Some(loses), Some(pays)) => {
            let ([loses, of_losing], [pays, of_paying]) = (shares(loses), shares(pays));
            (
                words.say_with("fails-figure-both", &[("case", case), ("loses", &loses), ("pays", &pays)]),
                words.say_with("fails-figure-both-held", &[("losing", &of_losing), ("paying", &of_paying)]),
            )
        }
        (Some(loses), None) => {
            let [loses, of_losing] = shares(loses);
            (
                words.say_with("fails-figure-loses", &[("case", case), ("loses", &loses)]),
                words.say_with("fails-figure-loses-held", &[("losing", &of_losing)]),
            )
        }
        (None, Some(pays)) => {
            let [pays, of_paying] = shares(pays);
            (
                words.say_with("fails-figure-pays", &[("case", case), ("pays", &pays)]),
                words.say_with("fails-figure-pays-held", &[("paying", &of_paying)]),
            )
        }
        (None, None) => return None,
    })
}

fn around(title: String, subtitle: String, footer: String, rows: &[Track], words: Words) -> Caption {
    let told: Vec<String> = rows.iter().map(|row| format!("{}: {}", row.name, row.label)).collect();
    Caption { title, subtitle, footer, description: told.join("; "), ..caption(words) }
}

/// The part of an input's range that lies in the region.
fn part(limit: &Limited, words: Words) -> Part {
    if let Some(held) = &limit.among {
        let outcome = |d: &Delivery| (words.say_of("delivery", d.name()), held.iter().any(|name| name == d.name()));
        return Part::Outcomes(Delivery::ALL.iter().map(outcome).collect());
    }
    let [low, high] = limit.range;
    let at = |x: f64| if high > low { ((x - low) / (high - low)).clamp(0.0, 1.0) } else { 0.5 };
    Part::Range(limit.from.map_or(0.0, at), limit.to.map_or(1.0, at))
}

fn stress(found: &Fails, words: Words) -> Option<Named> {
    let point = found.stress.point.as_ref()?;
    let loses = found.stress.pays_at_medians;
    let rows: Vec<Track> = point
        .shifts
        .iter()
        .map(|shift| {
            let write = |x: f64| values::value(&shift.input, &found.case.currency, words, x);
            Track {
                name: values::name(&shift.input.name, words),
                label: format!("{} → {}", write(shift.input.p50), write(shift.value)),
                part: Part::Range(shift.percentile.min(0.5), shift.percentile.max(0.5)),
                loss: loses,
            }
        })
        .collect();
    let distance = words.signed(point.distance, 2);
    let args = [("case", found.case.name.as_str()), ("distance", &distance)];
    let title = match loses {
        true => words.say_with("stress-figure-loses", &args),
        false => words.say_with("stress-figure-pays", &args),
    };
    let footer = drawn(found.provenance.trials, &found.provenance, words);
    let caption = around(title, words.say("stress-figure-subtitle"), footer, &rows, words);
    let count = rows.len();
    let tracks = Tracks {
        caption: Caption { x_title: words.say("stress-figure-axis"), ..caption },
        rows,
        axis: Some(Format::new(move |x| words.percent_tick(x))),
    };
    Some(Named::of_rows("stress", count + 1, tracks))
}
