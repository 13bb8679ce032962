//! What is set as the fragment of an address, and back, checked like anything else.

use super::asked::Set;
use super::opened::Opened;
use super::refusal::Refusal;
use delight_studies::findings::fingerprint;
use serde_json::{Value, json};
use std::fmt::Write;

/// The key of the fingerprint.
const CASE: &str = "case";

/// A set as a fragment; only what is changed is in it.
pub(super) fn written(set: &Set, opened: &Opened) -> String {
    let mut link = format!("{CASE}={}", fingerprint(&opened.scenario));
    for (id, value) in set.iter().filter(|(_, value)| !value.is_null()) {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        link.push_str(&format!("&{}={}", encoded(id), encoded(&text)));
    }
    link
}

/// What of a fragment can be set, and why the rest cannot.
pub(super) fn read(fragment: &str, opened: &Opened) -> Value {
    let pairs = fragment.trim_start_matches('#').split('&').filter(|pair| !pair.is_empty());
    let pairs: Vec<(String, String)> = pairs
        .map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decoded(key), decoded(value))
        })
        .collect();
    let case = pairs.iter().find(|(key, _)| key == CASE).map(|(_, value)| value.as_str());
    if case != Some(&fingerprint(&opened.scenario)) {
        let wrong = if pairs.is_empty() { Vec::new() } else { vec![opened.words.say("explore-other-case")] };
        return json!({"set": {}, "wrong": wrong});
    }
    let (mut set, mut wrong) = (Set::new(), Vec::new());
    for (id, text) in pairs.into_iter().filter(|(key, _)| key != CASE) {
        let mut with = set.clone();
        with.insert(id, value(&text));
        match holds(&with, opened) {
            Ok(()) => set = with,
            Err(refusal) => wrong.push(refusal.message(opened.words)),
        }
    }
    json!({"set": set, "wrong": wrong})
}

fn holds(set: &Set, opened: &Opened) -> Result<(), Refusal> {
    opened.with(&opened.changes(&opened.lines(set)?), None).map(|_| ())
}

fn value(text: &str) -> Value {
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => json!(number),
        _ => json!(text),
    }
}

fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'_' | b'-' => out.push(char::from(byte)),
            other => _ = write!(out, "%{other:02X}"),
        }
    }
    out
}

fn decoded(text: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), text.as_bytes());
    while let Some((first, behind)) = rest.split_first() {
        let hex = behind.get(..2).and_then(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok());
        match hex.filter(|_| *first == b'%') {
            Some(byte) => (bytes.push(byte), rest = &behind[2..]),
            None => (bytes.push(*first), rest = behind),
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_encoded_comes_back_and_what_is_no_code_stays() {
        for text in ["30% to 40%", "rank.a.b", "é&=#", ""] {
            assert_eq!(decoded(&encoded(text)), text);
        }
        assert_eq!(decoded("100%"), "100%");
        assert_eq!(decoded("%zz%4"), "%zz%4");
        assert_eq!(encoded("30% to"), "30%25%20to");
    }
}
