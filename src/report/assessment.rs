//! A self-assessment for readers: the screen, the JSON and the figure, with all their words.

use super::format::{money, money_change, percent, signed, wrap};
use crate::analysis::{Basics, Element, Estimate, Mark, Portrait, STEP, Step, Worth};
use crate::evidence::questionnaire;
use crate::plot::{Caption, MaturityBar, MaturityBars};
use anstyle::{AnsiColor, Style};
use std::fmt::{Result, Write};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const GOOD: Style = AnsiColor::Green.on_default();
const BAD: Style = AnsiColor::Red.on_default();

/// Columns of the screen.
const COLUMNS: usize = 100;

/// How many elements are put forward.
const FORWARD: usize = 3;

/// The portrait as JSON, with the keys of [`Portrait`].
pub fn json(portrait: &Portrait) -> String {
    serde_json::to_string_pretty(portrait).expect("a portrait holds only names and finite numbers") + "\n"
}

/// The portrait as one screen.
pub fn text(portrait: &Portrait) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_text(&mut out, portrait);
    out
}

fn write_text(out: &mut String, p: &Portrait) -> Result {
    let of = format!("self-assessment, {} of {} questions answered, evidence grade D", p.answered, p.asked);
    writeln!(out, "{BOLD}{}{BOLD:#}  {DIM}{of}{DIM:#}", p.name)?;
    write_basics(out, &p.basics)?;
    write_elements(out, p)?;
    write_beginning(out, p)?;
    write_weakest(out, p)?;
    write_gaps(out, p)?;
    writeln!(
        out,
        "\n{BOLD}Today's maturity for a scenario file{BOLD:#}{DIM}  a case with these answers uses it by itself{DIM:#}\n"
    )?;
    write!(out, "{}", p.excellence_now)
}

fn sentence(out: &mut String, mark: &str, style: Style, text: &str) -> Result {
    writeln!(out, "  {style}{mark}{style:#} {}", wrap(text, COLUMNS - 4, "    "))
}

fn heading(out: &mut String, title: &str, rest: &str) -> Result {
    writeln!(out, "\n{BOLD}{title}{BOLD:#}{DIM}{rest}{DIM:#}")
}

fn write_basics(out: &mut String, basics: &Basics) -> Result {
    heading(out, "Basics first", "  levels 1 and 2 of the pyramid: the core value, and failures put right")?;
    let (style, mark, verdict) = match basics.in_order() {
        Some(true) => (GOOD, "✓", "The basics are in order."),
        Some(false) => {
            (BAD, "!", "The basics are not in order: put the core value and complaint handling right first.")
        }
        None => (Style::new(), "·", "Whether the basics are in order is not known: answer [assessment.basics]."),
    };
    sentence(out, mark, style, verdict)?;
    for (name, mark) in [("Mean rating", &basics.rating), ("Complaint handling", &basics.complaint_handling)] {
        if let Some(mark) = mark {
            sentence(out, "·", Style::new(), &format!("{name} {}", mark_words(mark)))?;
        }
    }
    if let (Some(false), Some([low, middle, high])) = (basics.in_order(), basics.gate) {
        let left = format!(
            "Until they are, gains of individual and surprising service count for {} (P5 {}, P95 {}; prior G, grade D).",
            percent(middle),
            percent(low),
            percent(high)
        );
        sentence(out, "·", Style::new(), &left)?;
    }
    match difference_to_model(basics) {
        Some(words) => sentence(out, "!", BAD, &words),
        None => Ok(()),
    }
}

fn mark_words(mark: &Mark) -> String {
    let whence = if mark.answered { "" } else { ", computed from the mix of customers" };
    let chance = match mark.below {
        b if (0.0005..0.9995).contains(&b) => format!("; below it with a probability of {}", percent(b)),
        _ => String::new(),
    };
    format!("{:.1} of 10{whence} (in order from {:.1}{chance}).", mark.value, mark.least)
}

/// Where the answers and the model judge the basics differently: the model knows the mean score of the mix only.
fn difference_to_model(basics: &Basics) -> Option<String> {
    let (score, in_order) = (basics.computed_rating?, basics.in_order()?);
    let gated = score < crate::analysis::LEAST_RATING;
    (gated == in_order).then(|| {
        let does = if gated { "applies this discount all the same" } else { "does not apply this discount" };
        let rating = basics.rating.is_some_and(|m| (m.value < m.least) != gated);
        let check = if rating { " Check customers.mix." } else { "" };
        format!(
            "The model {does}: it looks only at the mean score that it computes from the mix of customers, {score:.1}.{check}"
        )
    })
}

fn write_elements(out: &mut String, p: &Portrait) -> Result {
    let columns = format!("{:<26}{:>7}{:>7}{:>7}{:>9}", "Maturity today, 0 to 1", "today", "P5", "P95", "answers");
    let worth = match &p.worth {
        Some(_) => format!("{:>8}{:>24}{:>24}", "target", "+0.10: mean NPV ± s.e.", "median NPV ± s.e."),
        None => String::new(),
    };
    heading(out, &format!("{columns}{worth}"), "")?;
    let mut dimension = "";
    for element in &p.elements {
        if element.dimension != dimension {
            dimension = element.dimension;
            writeln!(out, "  {DIM}{dimension}{DIM:#}")?;
        }
        write_element(out, p, element)?;
    }
    Ok(())
}

fn write_element(out: &mut String, p: &Portrait, element: &Element) -> Result {
    let step = step_of(p, element.element);
    let rank = step.filter(|s| put_forward(s)).map_or(String::new(), |s| format!("{}.", s.rank));
    let style = if rank.is_empty() { Style::new() } else { GOOD };
    let [p5, value, p95] = element.maturity.map_or(["–".into(), "–".into(), "–".into()], |m| m.map(share));
    let answers = format!("{}/{}", element.answered, element.asked);
    write!(out, "  {style}{rank:<3}{:<21}{style:#}{value:>7}{p5:>7}{p95:>7}{answers:>9}", element.element)?;
    if let (Some(step), Some(currency)) = (step, &p.currency) {
        let target = element.target.filter(|_| step.in_programme).map_or("–".into(), share);
        write!(out, "{target:>8}{:>24}{:>24}", rise(currency, &step.mean), rise(currency, &step.median))?;
    }
    writeln!(out)
}

fn share(x: f64) -> String {
    format!("{x:.2}")
}

fn rise(currency: &str, e: &Estimate) -> String {
    match e.standard_error {
        Some(error) => format!("{} ± {}", money_change(currency, e.value), money(currency, error)),
        None => money_change(currency, e.value),
    }
}

fn step_of<'a>(p: &'a Portrait, element: &str) -> Option<&'a Step> {
    p.worth.as_ref()?.steps.iter().find(|step| step.element == element)
}

/// Whether a step is among the best, and brings anything at all.
fn put_forward(step: &Step) -> bool {
    step.rank <= FORWARD && step.mean.value > 0.0
}

/// The steps put forward, the best first.
fn best(worth: &Worth) -> Vec<&Step> {
    let mut best: Vec<&Step> = worth.steps.iter().filter(|s| put_forward(s)).collect();
    best.sort_by_key(|step| step.rank);
    best
}

fn write_beginning(out: &mut String, p: &Portrait) -> Result {
    heading(out, "Where to begin", "")?;
    if p.basics.in_order() == Some(false) {
        let words = "With the basics: the core value rests most on processes, complaints put right on feedback.";
        sentence(out, "!", BAD, words)?;
    }
    let (Some(worth), Some(currency)) = (&p.worth, &p.currency) else {
        let keys = p.missing.join(", ");
        let missing = match keys.as_str() {
            "" => "What a step is worth is computed for cases with a chain only.".to_owned(),
            _ => format!(
                "What each step is worth needs a case. Missing: {keys}. Add a preset (preset = \"hotel\" under [case]), or name this file as base of your case."
            ),
        };
        return sentence(out, "·", Style::new(), &missing);
    };
    for step in best(worth) {
        let from = if step.in_programme { "target" } else { "today, as the programme does not raise it," };
        let rise = rise(currency, &step.mean);
        let words = format!("{} from {from} {:.2} to {:.2}: mean NPV {rise}", step.element, step.from, step.to);
        sentence(out, &format!("{}.", step.rank), GOOD, &words)?;
    }
    let clear = match worth.three_are_clear || best(worth).len() < FORWARD {
        true => "",
        false => " The third and the fourth cannot be told apart: the 95% interval of their difference holds zero.",
    };
    let basis = format!(
        "One more step of {} of maturity each, before what taking it costs; what the case pays for each event is counted. {} trials on the same draws (seed {}).{clear}",
        signed(STEP, 2, ""),
        super::format::whole(worth.trials as f64),
        worth.seed
    );
    sentence(out, "·", Style::new(), &basis)?;
    if worth.steps.iter().any(|s| s.mean.value < 0.0) {
        let words = "A step below zero brings less than its events cost (extra service, complaints handled), or makes the programme less even and so less likely to be delivered.";
        sentence(out, "·", Style::new(), words)?;
    }
    Ok(())
}

fn write_weakest(out: &mut String, p: &Portrait) -> Result {
    if p.weakest.is_empty() {
        return Ok(());
    }
    heading(out, "Weakest links", "  the least mature element that each capability rests on, today")?;
    for link in &p.weakest {
        writeln!(out, "  {:<26}{} {}", capability(link.capability), link.element, share(link.maturity))?;
    }
    Ok(())
}

fn capability(key: &str) -> &'static str {
    match key {
        "employees" => "engaging employees",
        "partners" => "engaging partners",
        "core" => "1 core value",
        "complaints" => "2 complaints put right",
        "individual" => "3 individual service",
        _ => "4 surprising service",
    }
}

fn write_gaps(out: &mut String, p: &Portrait) -> Result {
    if p.unanswered.is_empty() && p.notes.is_empty() && p.values.is_none_or(|n| (4..=6).contains(&n)) {
        return Ok(());
    }
    heading(out, "Notes", "")?;
    if let Some(n) = p.values.filter(|n| !(4..=6).contains(n)) {
        let words = format!("{n} experience values: four to six can be remembered, twelve are too many.");
        sentence(out, "·", Style::new(), &words)?;
    }
    if !p.unanswered.is_empty() {
        let asked = |path: &String| questionnaire().items.iter().any(|item| item.path() == *path);
        let keys: Vec<&str> = p.unanswered.iter().filter(|p| asked(p)).map(|p| &p["assessment.".len()..]).collect();
        sentence(out, "·", Style::new(), &format!("Without an answer: {}.", keys.join(", ")))?;
    }
    for note in &p.notes {
        sentence(out, "·", Style::new(), note)?;
    }
    Ok(())
}

/// Maturity by element and dimension, with targets and the elements put forward.
pub fn figure(p: &Portrait) -> MaturityBars {
    let bars: Vec<MaturityBar> = p.elements.iter().map(|element| bar(p, element)).collect();
    let names: Vec<&str> = p.worth.iter().flat_map(best).map(|step| step.element).collect();
    let title = match names.as_slice() {
        [] => format!("{}: maturity of service excellence today", p.name),
        [one] => format!("{}: one more step is worth most in {one}", p.name),
        [before @ .., last] => format!("{}: one more step is worth most in {} and {last}", p.name, before.join(", ")),
    };
    let subtitle = match p.basics.in_order() {
        Some(false) => "Basics first: they are not in order. Maturity today, 0 to 1; lines reach from P5 to P95",
        _ => "Maturity today by element and dimension, 0 to 1; lines reach from P5 to P95",
    };
    let values = p.elements.iter().filter_map(|e| Some(format!("{} {}", e.element, share(e.maturity?[1]))));
    let caption = Caption {
        title,
        subtitle: subtitle.into(),
        footer: format!(
            "Self-assessment, {} of {} questions answered; evidence grade D (no measurement).",
            p.answered, p.asked
        ),
        description: format!(
            "Maturity of service excellence today, 0 to 1: {}.",
            values.collect::<Vec<_>>().join(", ")
        ),
        x_title: String::new(),
        y_title: String::new(),
    };
    MaturityBars { caption, bars, aim: "target of the programme".into(), forward: "one more step is worth most".into() }
}

fn bar(p: &Portrait, element: &Element) -> MaturityBar {
    MaturityBar {
        group: element.dimension.to_owned(),
        name: element.element.to_owned(),
        band: element.maturity.unwrap_or([f64::NAN; 3]),
        aim: element.target,
        forward: step_of(p, element.element).is_some_and(put_forward),
    }
}
