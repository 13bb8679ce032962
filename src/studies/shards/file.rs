//! A shard in bytes: a line of JSON that says what it is, then the state of its trials.

use super::whole::WholeRun;
use crate::findings::fingerprint_of_bytes;
use delight_model::simulate::Summary;
use serde::{Deserialize, Serialize};
use std::io::{self, BufRead, BufReader, Read};
use std::ops::Range;

/// Version of the layout of a shard.
pub const FORMAT: u32 = 3;
/// The longest head: the files of a case, escaped.
pub const MOST_HEAD_BYTES: u64 = 128 << 20;
/// The longest state of trials.
pub const MOST_BODY_BYTES: u64 = 1 << 30;

/// What a shard says of itself in its first line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShardHead {
    /// Version of the layout: [`FORMAT`].
    pub format: u32,
    /// Version of the program.
    pub version: String,
    /// Its first trial.
    pub from: u64,
    /// The trial after its last.
    pub to: u64,
    /// Bytes after the head.
    pub length: u64,
    /// FNV-1a of all of it, this left empty.
    pub digest: String,
    /// The run that it is a part of.
    pub run: WholeRun,
}

impl ShardHead {
    /// The head of a range of a run, before there is anything behind it.
    pub fn of(run: WholeRun, trials: Range<u64>) -> Self {
        let version = env!("CARGO_PKG_VERSION").to_owned();
        let Range { start: from, end: to } = trials;
        ShardHead { format: FORMAT, version, from, to, length: 0, digest: String::new(), run }
    }

    /// Whether two heads ask for the same trials of the same run of the same version.
    pub fn is_same_work(&self, other: &Self) -> bool {
        let asked = |head: &Self| (head.format, head.from, head.to);
        asked(self) == asked(other) && self.version == other.version && self.run == other.run
    }

    fn line(&self) -> Result<Vec<u8>, String> {
        let mut line = serde_json::to_vec(self).map_err(|e| e.to_string())?;
        line.push(b'\n');
        Ok(line)
    }

    fn digest_with(&self, body: &[u8]) -> Result<String, String> {
        let mut all = ShardHead { digest: String::new(), ..self.clone() }.line()?;
        all.extend_from_slice(body);
        Ok(fingerprint_of_bytes(&all))
    }
}

/// A shard that lies somewhere.
pub trait StoredShard {
    /// Its name for people.
    fn name(&self) -> String;

    /// Its bytes from the beginning.
    ///
    /// # Errors
    /// It cannot be read.
    fn open(&self) -> io::Result<Box<dyn Read + '_>>;
}

/// Why a shard has no head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeadError {
    /// It is from another version of the program.
    Version(String),
    /// It is none.
    Unreadable(String),
}

/// A shard in bytes.
///
/// # Errors
/// Only what has no bytes.
pub fn write(head: ShardHead, summary: &Summary) -> Result<Vec<u8>, String> {
    let body = postcard::to_allocvec(summary).map_err(|e| e.to_string())?;
    let head = ShardHead { length: body.len() as u64, ..head };
    let mut all = ShardHead { digest: head.digest_with(&body)?, ..head }.line()?;
    all.extend_from_slice(&body);
    Ok(all)
}

/// The head of a shard alone; what is behind it is not looked at.
///
/// # Errors
/// Why it is none of this version.
pub fn head_of(shard: &dyn StoredShard) -> Result<ShardHead, HeadError> {
    first_line(&mut opened(shard).map_err(HeadError::Unreadable)?)
}

/// A shard with the state of its trials: whole, as it was written, and of a case with so many months.
///
/// # Errors
/// Why it is not.
pub fn read(shard: &dyn StoredShard, months: usize) -> Result<(ShardHead, Summary), String> {
    let mut file = opened(shard)?;
    let head = first_line(&mut file).map_err(|error| match error {
        HeadError::Version(found) => format!("it comes from version {found}"),
        HeadError::Unreadable(why) => why,
    })?;
    let mut body = Vec::new();
    file.take(head.length + 1).read_to_end(&mut body).map_err(|e| e.to_string())?;
    if body.len() as u64 != head.length {
        return Err("it is longer or shorter than it says".to_owned());
    }
    if head.digest_with(&body)? != head.digest {
        return Err("its digest is another".to_owned());
    }
    let (summary, rest): (Summary, &[u8]) = postcard::take_from_bytes(&body).map_err(|e| e.to_string())?;
    if !rest.is_empty() {
        return Err("it is longer or shorter than it says".to_owned());
    }
    summary.verify(months, head.from..head.to).map_err(|e| e.to_string())?;
    Ok((head, summary))
}

fn opened(shard: &dyn StoredShard) -> Result<BufReader<Box<dyn Read + '_>>, String> {
    shard.open().map(BufReader::new).map_err(|e| e.to_string())
}

fn first_line(file: &mut impl BufRead) -> Result<ShardHead, HeadError> {
    #[derive(Deserialize)]
    struct Early {
        format: u32,
        version: String,
    }
    let unreadable = |why: &str| HeadError::Unreadable(why.to_owned());
    let mut line = Vec::new();
    // A file of something else is given up at its first letter.
    let begins = file.fill_buf().map_err(|e| unreadable(&e.to_string()))?.first() == Some(&b'{');
    if begins {
        file.take(MOST_HEAD_BYTES).read_until(b'\n', &mut line).map_err(|e| unreadable(&e.to_string()))?;
    }
    if line.last() != Some(&b'\n') {
        return Err(unreadable("it has no head"));
    }
    let Ok(early) = serde_json::from_slice::<Early>(&line) else { return Err(unreadable("it has no head")) };
    if early.format != FORMAT || early.version != env!("CARGO_PKG_VERSION") {
        // It is shown, whatever it is.
        let is_plain = |c: &char| c.is_ascii_alphanumeric() || ".-+".contains(*c);
        return Err(HeadError::Version(early.version.chars().filter(is_plain).take(32).collect()));
    }
    let Ok(head) = serde_json::from_slice::<ShardHead>(&line) else { return Err(unreadable("it has no head")) };
    let is_possible = head.from < head.to && head.to <= head.run.settings.trials && head.length <= MOST_BODY_BYTES;
    if is_possible { Ok(head) } else { Err(unreadable("its trials are not those of its run")) }
}
