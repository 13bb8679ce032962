//! Whose results a folder holds, so that no case writes over those of another.

use super::CliError;
use delight_model::scenario::file_for_readers;
use delight_report::documents::folder_name::{folder_name, same_name};
use delight_report::documents::write::Target;
use delight_report::pages::all;
use delight_report::pages::run::figures;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};

/// The file by which a folder says whose results it holds.
const MARK: &str = ".delight";
/// Where results go that are not told where to go.
pub const REPORTS: &str = "reports";
/// What a case has besides its studies and figures.
const DOCUMENTS: [&str; 12] = [
    "summary.json",
    "assumptions.json",
    "point-values.json",
    "live.json",
    "report.html",
    "report.xlsx",
    "short.html",
    "deck.pptx",
    "summary.md",
    "fans.csv",
    "assessment.svg",
    "assessment.png",
];

/// A case, and the file it comes from.
#[derive(Clone, Copy, Debug)]
pub struct Owner<'a> {
    /// Name of the case.
    pub name: &'a str,
    /// Its file, as it was named.
    pub file: &'a Path,
}

/// What stands in [`MARK`].
#[derive(Deserialize, Serialize)]
struct Mark {
    /// Name of the case.
    case: String,
    /// Fingerprint of the way from the folder to the file: the same wherever both are moved together, and silent about the
    /// machine.
    from: String,
}

/// Whose results are in a folder.
enum Held {
    /// Nobody's, or the case's own.
    Free,
    /// What is there that is not the case's.
    Taken(String),
}

/// Opens the folder for the results of a case: `out`, or else one of its name in `reports`.
///
/// # Errors
/// `out` holds what is not the case's, or the folder cannot be written to.
pub fn open(owner: Owner, out: Option<&Path>) -> Result<Target, CliError> {
    claim(&of(owner, out)?, owner)
}

/// The folder that [`open`] would open; nothing is made yet.
///
/// # Errors
/// `out` holds what is not the case's.
pub fn of(owner: Owner, out: Option<&Path>) -> Result<PathBuf, CliError> {
    let Some(out) = out else { return Ok(below(Path::new(REPORTS), owner)) };
    match held(out, owner) {
        Held::Free => Ok(out.to_owned()),
        Held::Taken(what) => Err(CliError::Input(format!(
            "error: {} holds {what}, and this is {:?} from {}: name another folder with --out, or move that one away",
            out.display(),
            owner.name,
            file_for_readers(owner.file)
        ))),
    }
}

/// Opens a folder of the name of the case in `base`, with a number behind it where that is another's.
///
/// # Errors
/// The folder cannot be written to.
pub fn open_below(base: &Path, owner: Owner) -> Result<Target, CliError> {
    claim(&below(base, owner), owner)
}

fn below(base: &Path, owner: Owner) -> PathBuf {
    let name = folder_name(owner.name);
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    let mut folders = std::iter::once(name.clone()).chain(numbered).map(|name| base.join(name));
    // One of them is not there yet.
    folders.find(|folder| matches!(held(folder, owner), Held::Free)).unwrap_or_else(|| base.join(name))
}

/// Opens the folder for what several cases have together, each in a folder of its own in it.
///
/// # Errors
/// It holds a comparison but no case, or it cannot be written to.
pub fn open_together(base: &Path) -> Result<Target, CliError> {
    let entries = std::fs::read_dir(base).into_iter().flatten().flatten();
    let cases = entries.filter(|entry| entry.path().join("summary.json").exists() || entry.path().join(MARK).exists());
    let foreign = ["comparison.svg", "comparison.png"].into_iter().find(|name| base.join(name).exists());
    match foreign.filter(|_| cases.count() == 0) {
        Some(name) => Err(CliError::Input(format!(
            "error: {} holds {name}, which is not of delight: name another folder with --out",
            base.display()
        ))),
        None => Ok(Target::open(base)?),
    }
}

/// Makes the folder the case's.
///
/// # Errors
/// It cannot be written to.
pub fn claim(folder: &Path, owner: Owner) -> Result<Target, CliError> {
    let target = Target::open(folder)?;
    let mark = Mark { case: owner.name.to_owned(), from: way(folder, owner.file) };
    let text = serde_json::to_string(&mark).map_err(|e| CliError::Program(e.to_string()))?;
    target.write(MARK, format!("{text}\n").as_bytes())?;
    Ok(target)
}

/// Whether a case may write into a folder.
fn held(folder: &Path, owner: Owner) -> Held {
    let text = |name: &str| std::fs::read_to_string(folder.join(name)).ok();
    let saved = |name: &str| text(name).and_then(|text| serde_json::from_str::<Value>(&text).ok());
    let of_study = || all::names().into_iter().find_map(|name| saved(&format!("{name}.json")));
    let facts = saved("summary.json").or_else(of_study).map(|found| found["case"].clone());
    let facts = facts.filter(|case| case["name"].is_string());
    let mark = text(MARK).and_then(|text| serde_json::from_str::<Mark>(&text).ok());
    if let Some(case) = &facts {
        let (name, file) = (case["name"].as_str().unwrap_or_default(), case["file"].as_str());
        let from = file.map_or(String::new(), |file| format!(" from {file}"));
        let own = match &mark {
            Some(mark) => mark.from == way(folder, owner.file),
            None => file.is_none_or(|file| may_be(file, owner.file)),
        };
        return if own && same_name(name, owner.name) { Held::Free } else { taken(name, &from) };
    }
    match mark {
        Some(mark) if mark.from == way(folder, owner.file) && same_name(&mark.case, owner.name) => Held::Free,
        Some(mark) => taken(&mark.case, ""),
        None => match foreign(folder) {
            Some(name) => Held::Taken(format!("{name}, which is not of delight")),
            None => Held::Free,
        },
    }
}

fn taken(name: &str, from: &str) -> Held {
    Held::Taken(format!("the results of {name:?}{from}"))
}

/// Whether a file may be the one that results say they come from, where no mark says more: the same way to it, or the
/// same name where one of the two does not say in which folder.
fn may_be(said: &str, file: &Path) -> bool {
    let now = file_for_readers(file);
    let name = |path: &str| path.rsplit(['/', '\\']).next().map(str::to_owned);
    let bare = |path: &str| !path.contains(['/', '\\']);
    said == now || (bare(said) || bare(&now)) && name(said) == name(&now)
}

/// A file of a name that a run writes, in a folder that no case has marked.
fn foreign(folder: &Path) -> Option<String> {
    written().into_iter().find(|name| folder.join(name).exists())
}

/// The names of all files that a run and its studies write.
fn written() -> Vec<String> {
    let drawn = all::names().into_iter().flat_map(all::figures_of).copied().chain(figures::NAMES);
    let drawn = drawn.flat_map(|name| [format!("{name}.svg"), format!("{name}.png")]);
    let studies = all::names().into_iter().map(|name| format!("{name}.json"));
    DOCUMENTS.into_iter().map(str::to_owned).chain(studies).chain(drawn).collect()
}

/// Whether a run writes a file of this name; capitals do not count, as on some disks.
pub fn is_written(name: &OsStr) -> bool {
    let name = name.to_string_lossy().to_lowercase();
    name == MARK || written().contains(&name)
}

/// A fingerprint of the way from a folder to a file.
fn way(folder: &Path, file: &Path) -> String {
    let [folder, file] = [folder, file].map(absolute);
    let shared = folder.components().zip(file.components()).take_while(|(a, b)| a == b).count();
    let up = folder.components().skip(shared).map(|_| OsStr::new(".."));
    let down = file.components().skip(shared).map(Component::as_os_str);
    let steps: Vec<String> = up.chain(down).map(|step| step.to_string_lossy().into_owned()).collect();
    delight_studies::findings::fingerprint_of(&steps.join("/"))
}

/// A path without links and dots; of what is not there yet as much as is there.
pub fn absolute(path: &Path) -> PathBuf {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    if let Ok(real) = path.canonicalize() {
        return real;
    }
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    match (whole.parent(), whole.file_name()) {
        (Some(parent), Some(name)) => absolute(parent).join(name),
        _ => whole,
    }
}
