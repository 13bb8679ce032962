//! The interview of `delight assess --interview`: one question after the other, on a terminal or from a pipe.

mod answer;
mod file;

use delight_model::evidence::{Group, Item, questionnaire};
use delight_model::scenario::MOST_VALUES;
use delight_report::words::Words;
use std::io::{BufRead, Result, Write};

/// What was answered, as a scenario file writes it.
#[derive(Debug, Default)]
pub struct Answers {
    /// A score for each question of the questionnaire that has one.
    scores: Vec<Option<Score>>,
    /// Experience values with the share of customers who recognise each, if any were named.
    values: Vec<(String, String)>,
}

/// A score that was given.
#[derive(Debug)]
struct Score {
    /// As it was typed.
    typed: String,
    /// As a scenario file writes it.
    written: String,
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
pub fn conduct(input: &mut impl BufRead, out: &mut impl Write, words: Words) -> Result<Answers> {
    let items = &questionnaire().items;
    let mut answers = Answers { scores: items.iter().map(|_| None).collect(), values: Vec::new() };
    let questions = questions(items);
    let mut interview = Interview { input, out, words };
    writeln!(interview.out, "{}\n{}", words.say("interview-opening"), words.say("interview-keys"))?;
    let mut at = 0;
    while let Some(question) = questions.get(at) {
        let (number, all) = ((at + 1).to_string(), questions.len().to_string());
        let count = words.say_with("interview-count", &[("at", &number), ("all", &all)]);
        write!(interview.out, "\n{count}  ")?;
        let next = match question {
            Question::Score(place) => interview.score(&items[*place], &mut answers.scores[*place])?,
            Question::Values => interview.values(&mut answers.values)?,
        };
        match next {
            Next::On => at += 1,
            Next::Back => at = at.saturating_sub(1),
            Next::Stop => break,
        }
    }
    Ok(answers)
}

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

/// The one who asks, and the one who answers.
struct Interview<'a, I, O> {
    input: &'a mut I,
    out: &'a mut O,
    words: Words,
}

impl<I: BufRead, O: Write> Interview<'_, I, O> {
    /// A line of the input; none at its end.
    fn line(&mut self, prompt: &str) -> Result<Option<String>> {
        write!(self.out, "{prompt}> ")?;
        self.out.flush()?;
        let mut text = String::new();
        match self.input.read_line(&mut text)? {
            0 => Ok(None),
            _ => Ok(Some(text.trim().to_owned())),
        }
    }

    fn score(&mut self, item: &Item, kept: &mut Option<Score>) -> Result<Next> {
        let asked = self.words.question(item);
        writeln!(self.out, "{}", asked.question)?;
        for (points, meaning) in [(0, &asked.zero), (5, &asked.five), (10, &asked.ten)] {
            writeln!(self.out, "   {points:>2}  {meaning}")?;
        }
        let or_yes = item.group == Group::Vision;
        let now = kept.as_ref().map_or(String::new(), |kept| format!("[{}] ", kept.typed));
        loop {
            let typed = match self.line(&now)?.as_deref() {
                None | Some("q") => return Ok(Next::Stop),
                Some("b") => return Ok(Next::Back),
                Some("") => return Ok(Next::On),
                Some(typed) => typed.to_owned(),
            };
            if let Some(written) = answer::score(&typed, or_yes) {
                *kept = Some(Score { typed, written });
                return Ok(Next::On);
            }
            let text = ("text", &*format!("{typed:?}"));
            let rule = match or_yes {
                true => self.words.say_with("interview-rule-vision", &[text]),
                false => self.words.say_with("interview-rule-score", &[text]),
            };
            writeln!(self.out, "  {rule}")?;
        }
    }

    /// Asks for the list of experience values; a list given before stays unless another one is begun.
    fn values(&mut self, kept: &mut Vec<(String, String)>) -> Result<Next> {
        writeln!(self.out, "{}", self.words.say("interview-values"))?;
        let mut listed = Vec::new();
        let next = self.list(&mut listed)?;
        if !listed.is_empty() {
            *kept = listed;
        }
        Ok(next)
    }

    fn list(&mut self, listed: &mut Vec<(String, String)>) -> Result<Next> {
        let prompt = format!("  {} ", self.words.say("interview-name"));
        while listed.len() < MOST_VALUES {
            let name = match self.line(&prompt)?.as_deref() {
                None | Some("q") => return Ok(Next::Stop),
                Some("b") => return Ok(Next::Back),
                Some("") => return Ok(Next::On),
                Some(name) => answer::name(name),
            };
            if name.is_empty() || listed.iter().any(|(known, _)| *known == name) {
                writeln!(self.out, "  {}", self.words.say("interview-known"))?;
                continue;
            }
            let Some(share) = self.recognised(&name)? else { return Ok(Next::Stop) };
            listed.push((name, share));
        }
        Ok(Next::On)
    }

    /// The share of customers who recognise a value; none at the end of the input.
    fn recognised(&mut self, name: &str) -> Result<Option<String>> {
        let asked = self.words.say_with("interview-share", &[("name", &format!("{name:?}"))]);
        loop {
            let typed = match self.line(&format!("  {asked} "))?.as_deref() {
                None | Some("q") => return Ok(None),
                Some(typed) => typed.to_owned(),
            };
            if let Some(written) = answer::share(&typed) {
                return Ok(Some(written));
            }
            let rule = self.words.say_with("interview-rule-share", &[("text", &format!("{typed:?}"))]);
            writeln!(self.out, "  {rule}")?;
        }
    }
}
