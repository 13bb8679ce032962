//! The files that a case was read from: its own and those it rests on.

use super::faults::Faults;
use super::layer::text_at;
use super::layers::gather;
use super::valid::Scenario;

/// A scenario file as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnFile {
    /// Its name, as places of assumptions have it.
    pub name: String,
    /// What it says.
    pub text: String,
    /// The file that it names as its `base`.
    pub base: Option<String>,
}

impl Scenario {
    /// Its own file, then those that it rests on, nearest first; none of a case that a study derived.
    pub fn own_files(&self) -> Vec<OwnFile> {
        let Ok(source) = self.source() else { return Vec::new() };
        let layers = gather(source, &mut Faults::default()).list.into_iter().filter(|l| !l.embedded && !l.changes);
        layers
            .map(|layer| OwnFile {
                base: text_at(&layer.root, &["base"]).map(|(_, base)| base),
                name: layer.name,
                text: layer.text,
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_its_own_only_file() {
        let text = "[case]\npreset = \"hotel\"\n";
        let scenario = Scenario::from_text("x.toml", text).unwrap_or_else(|e| panic!("{e}"));
        let file = OwnFile { name: "x.toml".into(), text: text.into(), base: None };
        assert_eq!(scenario.own_files(), [file]);
        assert!(scenario.derived(|_| ()).own_files().is_empty());
    }
}
