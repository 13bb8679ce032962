//! A scenario to start from: every key explained, with the values of a preset.

use super::examples::{entries_of, example as example_of, written_in};
use super::field::{Content, Field, TABLES};
use super::fields::fields;
use super::presets;
use crate::evidence::PRIORS;
use crate::units::Sort;

/// A commented scenario file that loads as it is.
///
/// It names a preset (the hotel as an example where none is asked for, or one that does not exist) and gives no number of
/// its own: the preset's stand commented out, so that each keeps its source and its grade until someone replaces it.
pub fn template(preset: Option<&str>) -> String {
    let known = preset.filter(|name| presets::text(name).is_some());
    let example = presets::text(known.unwrap_or("hotel")).unwrap_or_default();
    let mut out = opening(known);
    let all = fields();
    for table in TABLES {
        match table {
            "case" => (),
            "customers.nps" => out.push_str(NPS),
            "assessment.shifts" => {
                out.push_str(ASSESSMENT);
                out.push_str(&section(table, &all, example));
            }
            "assessment.basics" => {
                out.push_str(VALUES);
                out.push_str(&section(table, &all, example));
            }
            "portfolio" => out.push_str(PORTFOLIO),
            "programme.gate" => out.push_str(&costs_and_gate(example)),
            _ => out.push_str(&section(table, &all, example)),
        }
    }
    out.push_str(CORRELATIONS);
    out
}

fn opening(preset: Option<&str>) -> String {
    let line = match preset {
        Some(name) => format!("preset = \"{name}\"      # where values come from that are not given below\n"),
        None => "preset = \"hotel\"      # only an example to start from: none of its numbers is yours\n".to_owned(),
    };
    format!("{INTRODUCTION}\n[case]\n{line}{CASE}")
}

const INTRODUCTION: &str = r#"# The business case for customer delight: one organisation, one programme, against doing nothing.
#
# Take away the # before a line that you know better, and replace its value. Lines left as they are show what the preset
# and the defaults say, which `delight check` lists with sources and grades.
# For completion in an editor: run `delight schema > scenario.schema.json` in this folder, and make the first line
#   #:schema ./scenario.schema.json
#
# Every number may be uncertain. Ways to write it:
#   35%   1_200   20k   1.5M              a number
#   "30% to 40%"                          90 times out of 100 between these two
#   "pert(2, 3, 5)"                       lowest, most likely, highest; also triangular(…)
#   "uniform(1, 2)"  "normal(5, 1)"  "lognormal(5, 2)"  "beta(2, 8)"  "metalog(1, 2, 4)"
#   "discrete(0: 70%, 5: 30%)"            values with their weights
#   "samples(visits.csv, spend)"          a column of a file next to this one
#   "normal(5, 1) in 0..10"               within bounds
#   { value = "30% to 40%", source = "survey 2025", grade = "C", note = "n = 400" }
"#;

const CASE: &str = r#"# name = "…"          # default: the name of this file
# currency = "EUR"
# per_euro = 1        # in another currency: units of it for one euro, for amounts that are not given below
# months = 60         # horizon, 12 to 240
# rule = "mean"         # when it is worth doing: "mean", "median", or "loss <= 30%"
# run_off_months = 60   # months after the horizon in the value with run-off, 0 to 120; 0: none
# start = "2027-01"   # calendar month of month 1
# lang = "en"         # language of the results: en or nl (default: that of the computer)
# seed = 1            # all draws follow from it
"#;

const NPS: &str = r#"
# What a survey says of today's customers: the answers to "would you recommend us?", from 0 to 10. Without a mix of your own
# the mix follows from them. Only the net promoter score is known? Then, under [customers]: nps = 20
# [customers.nps]
# promoters = 0.40    # 9 and 10
# passives = 0.40     # 7 and 8
# detractors = 0.20   # 0 to 6
"#;

const ASSESSMENT: &str = r#"
# A self-assessment, 0 to 10: today's maturities follow from it where [excellence.now] gives none. `delight assess
# --interview scan.toml` asks each question with the meaning of 0, 5 and 10.
"#;

const VALUES: &str = r#"
# The experience values, four to six of them, and the share of customers who recognise each.
# [[assessment.vision.values]]
# name = "personal"
# recognised = "50% to 70%"
"#;

const CORRELATIONS: &str = r#"
# Inputs that rise and fall together (rank correlation).
# [[correlations]]
# between = ["customers.annual_churn", "employees.annual_turnover"]
# rank = 0.3
"#;

const PORTFOLIO: &str = r#"
# What to know for `delight portfolio`, the choice among several projects. It moves no result of this case.
# [portfolio]
# budget = "350k to 450k"   # what it uses of the budget; default: the present value of its costs
# staff = 4                 # full-time equivalents that it ties up
# group = "loyalty"         # at most one project of a group is funded
# requires = ["New app"]    # names of the cases without which it is not funded
# must = false              # whether it is funded in any case
"#;

const GATE: &str = r#"
# Stop the programme if, after this month, it has not brought enough.
# [programme.gate]
# month = 18
# metric = "connected"   # or engaged, nps
# at_least = 0.01        # share, or points of NPS, more than with doing nothing
# survey = 1_000         # answers of the survey that reads it, with its error; without: read exactly
"#;

/// One table, each key commented out with its value, its unit and its meaning.
fn section(table: &str, all: &[Field], example: &str) -> String {
    let mut of_table: Vec<&Field> = all
        .iter()
        .filter(|f| f.path.rsplit_once('.').map(|(t, _)| t) == Some(table) && f.path != "customers.nps")
        .collect();
    // The number of customers is what everything else is measured by.
    of_table.sort_by_key(|field| field.path != "customers.count");
    let mut lines = vec![format!("\n[{table}]")];
    let alike = of_table.len() > 1 && of_table.iter().all(|f| f.meaning == of_table[0].meaning);
    if alike {
        lines[0].push_str(&format!("  # {}; {}", of_table[0].meaning, of_table[0].unit));
    }
    let assignments: Vec<(String, &Field)> = of_table.iter().map(|f| (assignment(f, example), *f)).collect();
    let width = assignments.iter().map(|(text, _)| text.chars().count()).max().unwrap_or(0);
    for (text, field) in assignments {
        let explained = if alike { element(field) } else { format!("{}; {}", field.meaning, field.unit) };
        lines.push(if explained.is_empty() { text } else { format!("{text:width$}  # {explained}") });
    }
    lines.join("\n") + "\n"
}

/// What an element of service excellence comprises; nothing for other keys.
fn element(field: &Field) -> String {
    let key = field.path.rsplit('.').next().unwrap_or_default();
    ELEMENTS_EXPLAINED.iter().find(|(name, _)| *name == key).map_or(String::new(), |(_, text)| (*text).to_owned())
}

/// The nine elements in the words of the standard.
const ELEMENTS_EXPLAINED: [(&str, &str); 9] = [
    ("vision", "vision, mission and strategy"),
    ("leadership", "leadership"),
    ("culture", "culture"),
    ("listening", "understanding customers"),
    ("design", "designing and renewing experiences"),
    ("people", "personnel and its engagement"),
    ("processes", "processes, structure, partners"),
    ("feedback", "feedback, measurement and steering"),
    ("innovation", "innovation"),
];

fn assignment(field: &Field, example: &str) -> String {
    let key = field.path.rsplit('.').next().unwrap_or_default();
    let written = written_in(example, &field.path).or_else(|| written_in(PRIORS, &field.path));
    let value = match (&field.content, written) {
        (_, Some(value)) => value,
        (Content::Score(_) | Content::ScoreOrFlag(_), None) => "5".to_owned(),
        (Content::Quantity(kind), None) => example_of(&field.path, kind, Sort::of_unit(field.unit)),
        (Content::Choice(words), None) => format!("\"{}\"", words.first().copied().unwrap_or_default()),
        (_, None) => return format!("# {key} ="),
    };
    format!("# {key} = {value}")
}

fn costs_and_gate(example: &str) -> String {
    let mut out =
        String::from("\n# What the programme costs. Replace these first: they decide as much as the benefits.\n");
    out.push_str("# What they are paid for (per): once (with month, 0 = at the start), month, employee, customer (a year each), hire,\n");
    out.push_str("# or each extra individual service, surprise, recovered failure: individual, surprise, recovery.\n");
    out.push_str(
        "# Giving any of them replaces all of the preset's: those you leave commented out are then not counted.\n",
    );
    for entry in entries_of(example, &["programme", "costs"]) {
        out.push_str("\n# [[programme.costs]]\n");
        for (key, value) in entry {
            out.push_str(&format!("# {key} = {value}\n"));
        }
    }
    out.push_str(GATE);
    out
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
        let text = template(Some("hotel")).replace(NPS, "");
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
        for table in TABLES {
            assert!(text.contains(&format!("[{table}]")), "{table}");
        }
    }
}
