//! A scenario to start from: every key explained, with the values of a preset.

use super::examples::{DEFAULTS, Examples, example as example_of};
use super::field::{Content, Field, TABLES};
use super::fields::fields;
use super::presets;
use crate::units::Sort;

/// The words of a template in a language.
pub struct TemplateWords<'a> {
    /// Its parts, each below a line `%% name`, as `template.txt` has them.
    pub parts: &'a str,
    /// The meaning of an input, by its path and its meaning in English.
    pub meaning: &'a dyn Fn(&str, &str) -> String,
    /// A unit, by its English.
    pub unit: &'a dyn Fn(&str) -> String,
    /// The name of a cost line, by its English.
    pub name: &'a dyn Fn(&str) -> String,
}

impl TemplateWords<'static> {
    /// Those of English.
    pub const ENGLISH: TemplateWords<'static> = TemplateWords {
        parts: include_str!("template.txt"),
        meaning: &|_, english| english.to_owned(),
        unit: &str::to_owned,
        name: &str::to_owned,
    };
}

impl TemplateWords<'_> {
    /// A part; nothing where there is none of this name.
    fn part(&self, name: &str) -> &str {
        let of_name = |part: &&str| part.strip_prefix(name).is_some_and(|rest| rest.starts_with('\n'));
        let part = self.parts.split("%% ").find(of_name);
        part.and_then(|part| part.split_once('\n')).map_or("", |(_, text)| text)
    }

    /// What an element of service excellence comprises; nothing for other keys.
    fn element(&self, key: &str) -> String {
        let lines = self.part("elements").lines().filter_map(|line| line.split_once(" = "));
        lines.into_iter().find(|(name, _)| *name == key).map_or(String::new(), |(_, text)| text.to_owned())
    }
}

/// A commented scenario file that loads as it is, in English.
///
/// It names a preset (the hotel as an example where none is asked for, or one that does not exist) and gives no number of
/// its own: the preset's stand commented out, so that each keeps its source and its grade until someone replaces it.
pub fn template(preset: Option<&str>) -> String {
    template_in(preset, &TemplateWords::ENGLISH)
}

/// The [`template`] in the language of these words.
pub fn template_in(preset: Option<&str>, words: &TemplateWords) -> String {
    let known = preset.filter(|name| presets::text(name).is_some());
    let example = &Examples::new(presets::text(known.unwrap_or("hotel")).unwrap_or_default());
    let mut out = opening(known, words);
    let all = fields();
    for table in TABLES {
        match table {
            // A template is that of a programme.
            "case" | "rival" => (),
            "customers.nps" => out.push_str(words.part("nps")),
            "assessment.shifts" => {
                out.push_str(words.part("assessment"));
                out.push_str(&section(table, &all, example, words));
            }
            "assessment.basics" => {
                out.push_str(words.part("values"));
                out.push_str(&section(table, &all, example, words));
            }
            "portfolio" => out.push_str(words.part("portfolio")),
            "track" => out.push_str(words.part("track")),
            drift if drift.starts_with("track.") => (),
            "programme.gate" => out.push_str(&costs_and_gate(example, words)),
            _ => out.push_str(&section(table, &all, example, words)),
        }
    }
    out.push_str(words.part("correlations"));
    out
}

fn opening(preset: Option<&str>, words: &TemplateWords) -> String {
    let (name, why) = match preset {
        Some(name) => (name, words.part("preset")),
        None => ("hotel", words.part("example")),
    };
    let (introduction, case) = (words.part("introduction"), words.part("case"));
    format!("{introduction}\n[case]\npreset = \"{name}\"      # {why}{case}")
}

/// One table, each key commented out with its value, its unit and its meaning.
fn section(table: &str, all: &[Field], example: &Examples, words: &TemplateWords) -> String {
    let mut of_table: Vec<&Field> = all
        .iter()
        .filter(|f| f.path.rsplit_once('.').map(|(t, _)| t) == Some(table) && f.path != "customers.nps")
        .collect();
    // The number of customers is what everything else is measured by.
    of_table.sort_by_key(|field| field.path != "customers.count");
    let mut lines = vec![format!("\n[{table}]")];
    let alike = of_table.len() > 1 && of_table.iter().all(|f| f.meaning == of_table[0].meaning);
    if alike {
        lines[0].push_str(&format!("  # {}", explained(of_table[0], words)));
    }
    let assignments: Vec<(String, &Field)> = of_table.iter().map(|f| (assignment(f, example), *f)).collect();
    let width = assignments.iter().map(|(text, _)| text.chars().count()).max().unwrap_or(0);
    for (text, field) in assignments {
        let key = field.path.rsplit('.').next().unwrap_or_default();
        let explained = if alike { words.element(key) } else { explained(field, words) };
        lines.push(if explained.is_empty() { text } else { format!("{text:width$}  # {explained}") });
    }
    lines.join("\n") + "\n"
}

/// Meaning and unit of a key.
fn explained(field: &Field, words: &TemplateWords) -> String {
    format!("{}; {}", (words.meaning)(&field.path, field.meaning), (words.unit)(field.unit))
}

fn assignment(field: &Field, example: &Examples) -> String {
    let key = field.path.rsplit('.').next().unwrap_or_default();
    let written = example.written(&field.path).or_else(|| DEFAULTS.written(&field.path));
    let value = match (&field.content, written) {
        (_, Some(value)) => value,
        (Content::Score(_) | Content::ScoreOrFlag(_), None) => "5".to_owned(),
        (Content::Quantity(kind), None) => example_of(&field.path, kind, Sort::of_unit(field.unit)),
        (Content::Choice(words), None) => format!("\"{}\"", words.first().copied().unwrap_or_default()),
        (_, None) => return format!("# {key} ="),
    };
    format!("# {key} = {value}")
}

fn costs_and_gate(example: &Examples, words: &TemplateWords) -> String {
    let mut out = words.part("costs").to_owned();
    for entry in example.entries(&["programme", "costs"]) {
        out.push_str("\n# [[programme.costs]]\n");
        for (key, value) in entry {
            let value = if key == "name" { named(&value, words) } else { value };
            out.push_str(&format!("# {key} = {value}\n"));
        }
    }
    out.push_str(words.part("gate"));
    out
}

/// A name in quotation marks, in this language.
fn named(written: &str, words: &TemplateWords) -> String {
    format!("\"{}\"", (words.name)(written.trim_matches('"')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;
    use crate::scenario::valid::Parts;

    #[test]
    fn the_template_loads_with_and_without_a_preset() {
        for preset in [None, Some("hotel"), Some("no such")] {
            let loaded = Scenario::from_text("template.toml", &template(preset));
            assert!(loaded.is_ok(), "{}", loaded.err().map(|e| e.to_string()).unwrap_or_default());
        }
    }

    #[test]
    fn the_template_leaves_every_number_its_source_and_its_grade() {
        let alone = Scenario::from_text("t.toml", "[case]\npreset = \"hotel\"\n").expect("the preset");
        for preset in [None, Some("hotel")] {
            let scenario = Scenario::from_text("t.toml", &template(preset)).expect("the template");
            // Where the settings stand differs, not what they say.
            let there = Parts { settings: alone.parts.settings.clone(), ..(*scenario.parts).clone() };
            assert_eq!(there, *alone.parts);
            assert!(scenario.assumptions().iter().all(|a| a.provenance.grade.is_some()));
        }
    }

    #[test]
    fn whatever_is_commented_out_in_the_template_loads_too() {
        let text = template(Some("hotel")).replace(TemplateWords::ENGLISH.part("nps"), "");
        let is_assignment = |line: &str| {
            let (key, value) = line.split_once(" = ").unwrap_or(("", ""));
            line.starts_with('[') || (!value.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
        };
        let uncommented: Vec<&str> = text
            .lines()
            .map(|line| line.strip_prefix("# ").filter(|rest| is_assignment(rest)).unwrap_or(line))
            .collect();
        assert!(uncommented.iter().filter(|line| line.starts_with('[')).count() > 25);
        let loaded = Scenario::from_text("template.toml", &uncommented.join("\n"));
        assert!(loaded.is_ok(), "{}", loaded.as_ref().err().map(|e| e.to_string()).unwrap_or_default());
        let own =
            loaded.iter().flat_map(|s| s.assumptions()).filter(|a| a.provenance.place.starts_with("template.toml"));
        assert!(own.count() > 100);
    }

    #[test]
    fn every_table_that_is_kept_or_commented_out_is_explained() {
        let text = template(None);
        // A rival is a case of its own kind, and one drift stands for all of them.
        let is_told =
            |table: &&str| *table != "rival" && (!table.starts_with("track.drift.") || table.ends_with(".nps"));
        for table in TABLES.into_iter().filter(is_told) {
            assert!(text.contains(&format!("[{table}]")), "{table}");
        }
    }
}
