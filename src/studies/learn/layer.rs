//! What was learned as a layer of scenarios, which a case names as its `base`.

use super::findings::{Learned, Written};
use super::quantity::plain;
use std::collections::BTreeMap;
use std::fmt::Write;

/// How the first line of a layer begins.
const FIRST: &str = "# delight learn: ";

/// Whether a text is a layer that was learned from the file of this fingerprint.
pub fn names_file(text: &str, fingerprint: &str) -> bool {
    text.lines().next().and_then(|line| line.strip_prefix(FIRST)).is_some_and(|files| files.contains(fingerprint))
}

/// The layer; `base` is what the case rests on so far.
pub fn layer(found: &Learned, base: Option<&str>) -> String {
    let files: Vec<String> = found.sources.iter().map(|s| format!("{} {}", one_line(&s.file), s.fingerprint)).collect();
    let mut out = format!("{FIRST}{} (FNV-1a, 64 bit)\n", files.join("; "));
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "# A case rests on this file by naming it as its base; what the case itself sets goes before it."
    );
    if let Some(base) = base {
        let _ = writeln!(out, "base = {}", quoted(base));
    }
    for (table, inputs) in tables(found) {
        let _ = writeln!(out, "\n[{table}]");
        for (key, w) in inputs {
            let _ = writeln!(
                out,
                "{key} = {{ value = {}, source = {}, grade = {}, note = {} }}",
                value(&w.value),
                quoted(&w.source),
                quoted(&w.grade),
                quoted(&w.note)
            );
        }
    }
    for tie in &found.correlations {
        let [a, b] = &tie.between;
        let _ = write!(out, "\n[[correlations]]\nbetween = [{}, {}]\nrank = {}\n", quoted(a), quoted(b), tie.rank);
    }
    for drift in &found.drift {
        // What does not stand out from chance is not known to be nought: there the usual drift stays.
        let keys = [("market", drift.market), ("site", drift.site)].into_iter().filter(|(_, sd)| *sd > 0.0);
        let lines: String = keys.map(|(key, sd)| format!("{key} = {}\n", plain(sd))).collect();
        if !lines.is_empty() {
            let _ = write!(out, "\n[track.drift.{}]\n{lines}", drift.metric.name());
        }
    }
    out
}

/// Inputs by table, in order.
fn tables(found: &Learned) -> BTreeMap<&str, Vec<(&str, &Written)>> {
    let mut tables: BTreeMap<&str, Vec<(&str, &Written)>> = BTreeMap::new();
    for written in &found.written {
        // Points of the case and shares of the layer cannot stand together.
        let kept = written.path.starts_with("customers.nps.") && found.kept_by_case.contains(&written.path);
        if let Some((table, key)) = written.path.rsplit_once('.').filter(|_| !kept) {
            tables.entry(table).or_default().push((key, written));
        }
    }
    tables
}

/// A number bare, anything else in quotes.
fn value(text: &str) -> String {
    if text.parse::<f64>().is_ok() { text.to_owned() } else { quoted(text) }
}

fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A text in quotes, as TOML writes it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", one_line(text).replace('\\', "\\\\").replace('"', "\\\""))
}
