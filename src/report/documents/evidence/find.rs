//! What someone asks for: all, a link of the chain, an entry, an input, or a table of inputs.

use super::inputs::Given;
use delight_model::evidence::{Fact, Link, fact, facts};
use delight_model::scenario::nearest;

/// What is to be shown.
#[derive(Clone, Debug)]
pub enum EvidencePage<'a> {
    /// Everything.
    Overview,
    /// A link of the chain.
    Link(Link),
    /// One entry.
    Entry(&'static Fact),
    /// One input: what the defaults and the presets say of it.
    Input(Vec<&'a Given>),
    /// The inputs of a table, such as `effects.loyalty`.
    Table(Vec<&'a Given>),
}

/// Most words that a suggestion lists.
const MOST_SUGGESTED: usize = 6;

/// The page asked for, among these values of inputs; capitals do not matter.
///
/// # Errors
/// What was meant instead, where nothing has this name.
pub fn find<'a>(what: &str, all: &'a [Given]) -> Result<EvidencePage<'a>, String> {
    let word = what.trim();
    if let Some(link) = Link::ALL.into_iter().find(|link| link.name().eq_ignore_ascii_case(word)) {
        return Ok(EvidencePage::Link(link));
    }
    if let Some(fact) = fact(word) {
        return Ok(EvidencePage::Entry(fact));
    }
    let input: Vec<&Given> = all.iter().filter(|given| given.assumption.path.eq_ignore_ascii_case(word)).collect();
    if !input.is_empty() {
        return Ok(EvidencePage::Input(input));
    }
    let table = format!("{}.", word.trim_end_matches('.').to_lowercase());
    let inside: Vec<&Given> =
        all.iter().filter(|given| given.assumption.path.to_lowercase().starts_with(&table)).collect();
    if !inside.is_empty() { Ok(EvidencePage::Table(inside)) } else { Err(unknown(word, all)) }
}

fn unknown(word: &str, all: &[Given]) -> String {
    let mut message = format!("there is no evidence called {word:?}");
    let meant = meant(word, all);
    if let Some((last, rest)) = meant.split_last() {
        let list = if rest.is_empty() { last.to_string() } else { format!("{} or {last}", rest.join(", ")) };
        message.push_str(&format!("; did you mean {list}?"));
    }
    let links = Link::ALL.map(Link::name).join(", ");
    let advice = "`delight evidence` lists every entry; an input goes by its path, such as effects.causal_share";
    message + &format!("\n{advice};\nlinks: {links}")
}

/// What may have been meant: names that hold the word, or else the one most like it.
fn meant<'a>(word: &str, all: &'a [Given]) -> Vec<&'a str> {
    let names: Vec<&str> = names(all);
    let lower = word.to_lowercase();
    let mut holding: Vec<&str> =
        names.iter().copied().filter(|name| lower.len() > 1 && name.to_lowercase().contains(&lower)).collect();
    holding.truncate(MOST_SUGGESTED);
    if holding.is_empty() { nearest(word, names).into_iter().collect() } else { holding }
}

fn names(all: &[Given]) -> Vec<&str> {
    let mut names: Vec<&str> = Link::ALL.map(Link::name).to_vec();
    names.extend(facts().iter().map(|fact| fact.id.as_str()));
    for given in all {
        if !names.contains(&given.assumption.path.as_str()) {
            names.push(&given.assumption.path);
        }
    }
    names
}
