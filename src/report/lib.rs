//! What a reader sees: [`words`], `plot` ← [`page`] ← [`pages`], one room a study ← [`documents`].

pub mod documents;
pub mod page;
pub mod pages;
#[cfg(feature = "figures")]
pub mod plot;
pub mod words;
