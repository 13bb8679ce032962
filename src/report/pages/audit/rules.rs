//! The rules of an audit as Markdown: the page `docs/audit.md`.

use super::page::source;
use crate::words::Words;
use delight_model::scenario::Language;
use delight_studies::audit::{Cases, Rule, Theme, rules};
use std::fmt::{Result, Write};

const OPENING: &str = "# Audit

`delight audit FILE…` asks of a case what a reviewer would ask before believing it. Every rule has an id that stays, a severity,
why it is asked and how to mend what it finds; findings name file, line, key and the value found, as errors do.

| severity | means |
|---|---|
| must | the result cannot be used before this is mended |
| should | mend it, or say why it stands |
| note | worth knowing when the result is read |

A finding is no error: the exit code is 0, and with `--strict` 1 if a rule that *must* hold is broken. Thresholds without a
source are our own judgement. What must be simulated comes from a small run (`--trials`, 4,096). Rules AUD70 and AUD71 look at
the results in the folder of the case, if it was run.

This page is what `delight audit --rules` prints.
";

/// Every rule with its reasons, in English.
pub fn rules_as_markdown() -> String {
    let mut out = OPENING.to_owned();
    // Writing to a string cannot fail.
    let _ = Theme::ALL.into_iter().try_for_each(|theme| of_theme(&mut out, theme));
    out
}

fn of_theme(out: &mut String, theme: Theme) -> Result {
    let words = Words::new(Language::English);
    writeln!(
        out,
        "\n## {}\n\n| rule | severity | cases | finds | why | mend | source |",
        words.say_of("theme", theme.key())
    )?;
    writeln!(out, "|---|---|---|---|---|---|---|")?;
    rules().iter().filter(|rule| rule.theme == theme).try_for_each(|rule| line(out, rule, words))
}

fn line(out: &mut String, rule: &Rule, words: Words) -> Result {
    let cases = match rule.cases {
        Cases::Chain => "chain",
        Cases::CashFlow => "cash-flow",
        Cases::Both => "all",
    };
    let [finds, why, mend] = [
        words.say_of("audit-rule", rule.id),
        words.say_of("audit-reason", rule.id),
        words.say_of("audit-remedy", rule.id),
    ];
    let source = source(rule, words).unwrap_or_else(|| "own judgement".to_owned());
    let severity = words.say_of("severity", rule.severity.key());
    let cells = [rule.id, &severity, cases, &finds, &why, &mend, &source].map(|cell| cell.replace('|', "\\|"));
    writeln!(out, "| {} |", cells.join(" | "))
}
