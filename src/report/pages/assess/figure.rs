//! The figure of a self-assessment: maturity by element and dimension, with targets and the elements put forward.

use super::parts::{best, maturity, put_forward, step_of};
use crate::page::figure::caption as around;
use crate::plot::{Caption, Format, MaturityBar, MaturityBars};
use crate::words::Words;
use delight_studies::assess::{Element, Portrait};

/// Maturity by element and dimension, with targets and the elements put forward.
pub fn figure(p: &Portrait, words: Words) -> MaturityBars {
    let (answered, asked) = (p.answered.to_string(), p.asked.to_string());
    let values: Vec<String> = p.elements.iter().filter_map(|element| told(element, words)).collect();
    let caption = Caption {
        title: title(p, words),
        subtitle: match p.basics.in_order() {
            Some(false) => words.say("maturity-subtitle-basics"),
            _ => words.say("maturity-subtitle"),
        },
        footer: words.say_with("maturity-footer", &[("answered", &answered), ("asked", &asked)]),
        description: words.say_with("maturity-told", &[("values", &values.join(", "))]),
        ..around(words)
    };
    MaturityBars {
        caption,
        bars: p.elements.iter().map(|element| bar(p, element, words)).collect(),
        aim: words.say("maturity-aim"),
        forward: words.say("maturity-forward"),
        format: Format::new(move |x| maturity(x, words)),
    }
}

fn title(p: &Portrait, words: Words) -> String {
    let case = ("case", p.name.as_str());
    let steps = p.worth.iter().flat_map(best);
    let names: Vec<String> = steps.map(|step| words.say_of("element", &step.element)).collect();
    let elements = match names.as_slice() {
        [] => return words.say_with("maturity-title-none", &[case]),
        [one] => one.clone(),
        [before @ .., last] => words.say_with("assess-list", &[("before", &before.join(", ")), ("last", last)]),
    };
    words.say_with("maturity-title", &[case, ("elements", &elements)])
}

/// An element in words: its maturity, from P5 to P95.
fn told(element: &Element, words: Words) -> Option<String> {
    let [low, value, high] = element.maturity?.map(|x| maturity(x, words));
    let name = words.say_of("element", &element.element);
    let args = [("element", name.as_str()), ("value", &value), ("low", &low), ("high", &high)];
    Some(words.say_with("maturity-told-element", &args))
}

fn bar(p: &Portrait, element: &Element, words: Words) -> MaturityBar {
    MaturityBar {
        group: words.say_of("dimension", &element.dimension),
        name: words.say_of("element", &element.element),
        band: element.maturity.unwrap_or([f64::NAN; 3]),
        aim: element.target,
        forward: step_of(p, &element.element).is_some_and(put_forward),
    }
}
