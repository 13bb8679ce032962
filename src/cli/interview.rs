//! The interview of `delight assess --interview`: one question after the other, on a terminal or from a pipe.

mod answer;
mod file;

use crate::evidence::{Group, Item, questionnaire};
use crate::scenario::MOST_VALUES;
use std::io::{BufRead, Result, Write};

/// What was answered, as a scenario file writes it.
#[derive(Debug, Default)]
pub struct Answers {
    /// A score for each question of the questionnaire that has one.
    scores: Vec<Option<String>>,
    /// Experience values with the share of customers who recognise each, if any were named.
    values: Vec<(String, String)>,
}

/// A question of the interview.
#[derive(Clone, Copy)]
enum Question {
    /// A score, by its place in the questionnaire.
    Score(usize),
    /// The list of experience values.
    Values,
}

/// Where to go after a question.
enum Next {
    On,
    Back,
    Stop,
}

/// Asks every question; ends early on `q` or at the end of the input, and keeps what was answered until then.
///
/// # Errors
/// The input cannot be read or the questions cannot be written.
pub fn conduct(input: &mut impl BufRead, out: &mut impl Write) -> Result<Answers> {
    let items = &questionnaire().items;
    let mut answers = Answers { scores: vec![None; items.len()], values: Vec::new() };
    let questions = questions(items);
    writeln!(out, "{INTRODUCTION}")?;
    let mut at = 0;
    while let Some(question) = questions.get(at) {
        let count = format!("{} of {}", at + 1, questions.len());
        let next = match question {
            Question::Score(place) => score(input, out, &count, &items[*place], &mut answers.scores[*place])?,
            Question::Values => values(input, out, &count, &mut answers.values)?,
        };
        match next {
            Next::On => at += 1,
            Next::Back => at = at.saturating_sub(1),
            Next::Stop => break,
        }
    }
    Ok(answers)
}

const INTRODUCTION: &str = "\
A self-assessment of service excellence. Score what customers and colleagues would see today, not what is planned.
Answer 0 to 10, or 6-8 where you are not of one mind. Enter skips, b goes back, q stops and keeps what was answered.";

/// The order of the questions: the experience values come once, after the vision.
fn questions(items: &[Item]) -> Vec<Question> {
    let mut all = Vec::new();
    for (place, item) in items.iter().enumerate() {
        match (item.group, all.last()) {
            (Group::Values, Some(Question::Values)) => (),
            (Group::Values, _) => all.push(Question::Values),
            _ => all.push(Question::Score(place)),
        }
    }
    all
}

/// A line of the input; none at its end.
fn line(input: &mut impl BufRead, out: &mut impl Write, prompt: &str) -> Result<Option<String>> {
    write!(out, "{prompt}> ")?;
    out.flush()?;
    let mut text = String::new();
    match input.read_line(&mut text)? {
        0 => Ok(None),
        _ => Ok(Some(text.trim().to_owned())),
    }
}

fn score(
    input: &mut impl BufRead,
    out: &mut impl Write,
    count: &str,
    item: &Item,
    kept: &mut Option<String>,
) -> Result<Next> {
    let words = &item.en;
    writeln!(out, "\n{count}  {}", words.question)?;
    for (points, meaning) in [(0, &words.zero), (5, &words.five), (10, &words.ten)] {
        writeln!(out, "   {points:>2}  {meaning}")?;
    }
    let now = kept.as_ref().map_or(String::new(), |kept| format!("[{kept}] "));
    loop {
        match line(input, out, &now)?.as_deref() {
            None | Some("q") => return Ok(Next::Stop),
            Some("b") => return Ok(Next::Back),
            Some("") => return Ok(Next::On),
            Some(text) => match answer::score(text, item.group == Group::Vision) {
                Ok(written) => {
                    *kept = Some(written);
                    return Ok(Next::On);
                }
                Err(rule) => writeln!(out, "  {text:?}: {rule}")?,
            },
        }
    }
}

/// Asks for the list of experience values; a list given before stays unless another one is begun.
fn values(
    input: &mut impl BufRead,
    out: &mut impl Write,
    count: &str,
    kept: &mut Vec<(String, String)>,
) -> Result<Next> {
    writeln!(
        out,
        "\n{count}  Your experience values, four to six: name them one by one, Enter when there are no more"
    )?;
    let mut listed = Vec::new();
    let next = list(input, out, &mut listed)?;
    if !listed.is_empty() {
        *kept = listed;
    }
    Ok(next)
}

fn list(input: &mut impl BufRead, out: &mut impl Write, listed: &mut Vec<(String, String)>) -> Result<Next> {
    while listed.len() < MOST_VALUES {
        let name = match line(input, out, "  name ")?.as_deref() {
            None | Some("q") => return Ok(Next::Stop),
            Some("b") => return Ok(Next::Back),
            Some("") => return Ok(Next::On),
            Some(name) => answer::name(name),
        };
        if name.is_empty() || listed.iter().any(|(known, _)| *known == name) {
            writeln!(out, "  write a name that is not on the list yet")?;
            continue;
        }
        let Some(share) = recognised(input, out, &name)? else { return Ok(Next::Stop) };
        listed.push((name, share));
    }
    Ok(Next::On)
}

/// The share of customers who recognise a value; none at the end of the input.
fn recognised(input: &mut impl BufRead, out: &mut impl Write, name: &str) -> Result<Option<String>> {
    loop {
        let prompt = format!("  customers who recognise {name:?} in what they experience, 0 to 100 % ");
        match line(input, out, &prompt)?.as_deref() {
            None | Some("q") => return Ok(None),
            Some(text) => match answer::share(text) {
                Ok(written) => return Ok(Some(written)),
                Err(rule) => writeln!(out, "  {text:?}: {rule}")?,
            },
        }
    }
}
