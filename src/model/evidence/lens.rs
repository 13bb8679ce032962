//! Lenses: the same case seen in three ways, each with its own set of beliefs about the behavioural links.

use serde::{Deserialize, Serialize};

/// How much of what is published and claimed is believed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lens {
    /// The defaults: published results, corrected for who gets published and for cause.
    #[default]
    #[serde(alias = "sceptical")]
    Calibrated,
    /// Published results as published, nothing corrected.
    Literature,
    /// The authors' claims as printed.
    Authors,
}

impl Lens {
    /// All lenses, the most cautious first.
    pub const ALL: [Lens; 3] = [Lens::Calibrated, Lens::Literature, Lens::Authors];

    /// The names, as `case.lens` reads them.
    pub const NAMES: [&'static str; 3] = ["calibrated", "literature", "authors"];

    /// Another name of [`Lens::Calibrated`], which it had before.
    pub const OTHER_NAME: &'static str = "sceptical";

    /// The name, as `case.lens` reads it.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }

    /// Whether it corrects what was published, for who gets published and for cause.
    pub fn corrects(self) -> bool {
        self == Lens::Calibrated
    }

    /// What the lens says, as a scenario file; none for the calibrated one, which the priors and presets hold already.
    pub fn text(self) -> Option<&'static str> {
        match self {
            Lens::Calibrated => None,
            Lens::Literature => Some(include_str!("lenses/literature.toml")),
            Lens::Authors => Some(include_str!("lenses/authors.toml")),
        }
    }
}

impl std::str::FromStr for Lens {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == Self::OTHER_NAME {
            return Ok(Lens::Calibrated);
        }
        Self::ALL.into_iter().find(|lens| lens.name() == text).ok_or_else(|| {
            let [a, b, c] = Self::NAMES;
            format!("it must be {a}, {b} or {c}")
        })
    }
}

impl std::fmt::Display for Lens {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}
