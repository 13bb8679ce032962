//! What makes the case pay, where that was studied.

use super::chapter::{Body, Chapter, Teller};
use crate::page::content::Block;

/// The changes with what they bring, from the study of the case.
pub fn improve(of: &Teller) -> Option<Chapter> {
    let study = of.results.studies.current.iter().find(|study| study.name() == "improve")?;
    let page = study.page(of.words);
    let said: Vec<String> = page
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Sentence(sentence) => Some(sentence.clone()),
            _ => None,
        })
        .collect();
    let table = page.blocks.into_iter().find_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })?;
    // The first says what the case is worth as written, which the answer has said.
    Some(Chapter {
        name: "improve",
        heading: of.words.say_of("study", "improve"),
        finding: said.get(1)?.clone(),
        lead: String::new(),
        body: Body::Table(table),
        notes: said,
    })
}
