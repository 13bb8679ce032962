//! Workbooks for the tests: made, read back, changed, and computed by LibreOffice.

use crate::support::{GOLDEN, SHIPPED, file, loaded, scenario, scenario_files};
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use delight_case::report::documents::points::PointValues;
use delight_case::report::documents::xlsx::{Book, workbook};
use delight_case::report::words::Words;
use delight_case::sampling::Sampling;
use delight_case::scenario::Language;
use delight_case::scenario::{Scenario, ledger};
use delight_case::simulate::{Control, Engine, Settings, trace};
use delight_case::studies::run::{findings, gate_value};
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::process::Command;

/// The row, from 0, of the headings of the months, and of month 0.
const HEADINGS: u32 = 2;
const MONTH_0: u32 = 4;

/// A golden case.
pub fn golden(name: &str) -> Scenario {
    loaded(&file(&format!("tests/golden/{name}.toml")))
}

/// Every scenario that ships, the golden cases, and projects of cash flows.
pub fn cases() -> Vec<(String, Scenario)> {
    let name = |file: &Path| file.file_stem().unwrap().to_string_lossy().into_owned();
    let files = scenario_files(&[SHIPPED, GOLDEN]);
    let mut all: Vec<_> = files.iter().map(|file| (name(file), loaded(file))).collect();
    let booking = "[case]\nkind = \"cash-flow\"\nmonths = 60\nstart = \"2027-01\"\ncurrency = \"SEK\"\n\
        [finance]\ndiscount_rate = 0.09\ntax_rate = 0.258\ndepreciation_years = 4.3\nterminal_years = 2\n\
        [[flows]]\nname = \"system\"\namount = \"-900k to -650k\"\nper = \"once\"\ncapital = true\n\
        [[flows]]\nname = \"subsidy\"\namount = 20000\nper = \"once\"\n\
        [[flows]]\nname = \"savings\"\namount = \"pert(8k, 18k, 30k)\"\nper = \"month\"\nfrom = 7\ngrowth = 0.02\n\
        [[flows]]\nname = \"audit\"\namount = -12000\nper = \"year\"\nfrom = 6\nto = 40\ngrowth = -0.1\n";
    all.push(("booking".into(), scenario(booking)));
    let channels = "[case]\npreset = \"hotel\"\nmonths = 36\n[programme]\ndelivery = \"partial\"\n\
        [effects.channels]\ncounter = \"metalog(0, 0.004, 0.016)\"\ncontacts = \"metalog(-0.01, 0.04, 0.09)\"\n\
        productivity = \"metalog(-0.003, 0.005, 0.012)\"\ncashed = \"uniform(0, 0.6)\"\n";
    all.push(("channels".into(), scenario(channels)));
    all
}

/// The scenario with these inputs fixed.
pub fn changed(scenario: &Scenario, values: &[(&str, f64)]) -> Scenario {
    values.iter().fold(scenario.clone(), |changed, (path, value)| changed.with(path, &value.to_string()).unwrap())
}

/// The workbook of a short run.
pub fn made(scenario: &Scenario, language: Language) -> Vec<u8> {
    let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 256 };
    let control = Control::default();
    let summary = Engine::new(scenario, settings).unwrap().run(0..settings.trials, &control).unwrap();
    let gate = gate_value(scenario, &settings, &summary, &control).unwrap();
    let findings = findings(scenario, &settings, &summary).unwrap();
    let points = PointValues::new(scenario, &trace(scenario), gate);
    let assumptions = ledger(scenario);
    let book = Book { findings: &findings, assumptions: &assumptions, points: &points };
    workbook(&book, Words::new(language)).unwrap()
}

/// A formula with its place and what its cell shows.
#[derive(Debug)]
pub struct Formula {
    pub place: String,
    pub formula: String,
    pub shown: Data,
}

/// A workbook as a program reads it that does not compute.
pub struct Read {
    pub book: Xlsx<Cursor<Vec<u8>>>,
}

impl Read {
    pub fn new(bytes: &[u8]) -> Self {
        Read { book: open_workbook_from_rs(Cursor::new(bytes.to_vec())).unwrap() }
    }

    /// Every formula of every sheet.
    pub fn formulas(&mut self) -> Vec<Formula> {
        let mut all = Vec::new();
        for sheet in self.book.sheet_names() {
            let (values, formulas) =
                (self.book.worksheet_range(&sheet).unwrap(), self.book.worksheet_formula(&sheet).unwrap());
            let Some((top, left)) = formulas.start() else { continue };
            for (row, column, formula) in formulas.used_cells().filter(|(_, _, f)| !f.is_empty()) {
                let (row, column) = (top + row as u32, left + column as u32);
                let shown = values.get_value((row, column)).cloned().unwrap_or_default();
                let place = format!("{sheet} row {} column {}", row + 1, column + 1);
                all.push(Formula { place, formula: formula.clone(), shown });
            }
        }
        all
    }

    /// The column of the months with this heading, the last of several, from month 0; nothing counts as zero.
    pub fn month_column(&mut self, heading: &str) -> Vec<f64> {
        let sheet = self.book.worksheet_range("Months").unwrap();
        let (last_row, last_column) = sheet.end().unwrap();
        let is_it =
            |column: &u32| matches!(sheet.get_value((HEADINGS, *column)), Some(Data::String(text)) if text == heading);
        let column = (0..=last_column).rev().find(is_it).unwrap_or_else(|| panic!("no column {heading}"));
        (MONTH_0..=last_row).map(|row| sheet.get_value((row, column)).and_then(number).unwrap_or(0.0)).collect()
    }

    /// Every column of the months with this heading, from month 0.
    pub fn month_columns(&mut self, heading: &str) -> Vec<Vec<f64>> {
        let sheet = self.book.worksheet_range("Months").unwrap();
        let (last_row, last_column) = sheet.end().unwrap();
        let is_it =
            |column: &u32| matches!(sheet.get_value((HEADINGS, *column)), Some(Data::String(text)) if text == heading);
        let cell = |row, column| sheet.get_value((row, column)).and_then(number).unwrap_or(0.0);
        let column = |column| (MONTH_0..=last_row).map(|row| cell(row, column)).collect();
        (0..=last_column).filter(is_it).map(column).collect()
    }

    /// The text of a cell (from 0) of the sheet of the case.
    pub fn case_text(&mut self, row: u32, column: u32) -> String {
        let name = self.book.sheet_names()[1].clone();
        let sheet = self.book.worksheet_range(&name).unwrap();
        sheet.get_value((row, column)).map(ToString::to_string).unwrap_or_default()
    }

    /// The value of a row (from 0) of the sheet of the case; none where it is a word.
    pub fn case_value(&mut self, row: u32) -> Option<f64> {
        let name = self.book.sheet_names()[1].clone();
        self.book.worksheet_range(&name).unwrap().get_value((row, 1)).and_then(number)
    }

    /// A piece of the bridge at point values, of the English workbook.
    pub fn bridge_at_point_values(&mut self, piece: &str) -> f64 {
        let name = Words::new(Language::English).say_of("piece", piece);
        let sheet = self.book.worksheet_range("Bridge").unwrap();
        let is_it = |row: &u32| matches!(sheet.get_value((*row, 0)), Some(Data::String(text)) if *text == name);
        let row = (0..40).find(is_it).unwrap_or_else(|| panic!("no piece {name}"));
        sheet.get_value((row, 3)).and_then(number).unwrap()
    }
}

fn number(data: &Data) -> Option<f64> {
    match data {
        Data::Float(x) => Some(*x),
        Data::Int(x) => Some(*x as f64),
        Data::DateTime(x) => Some(x.as_f64()),
        _ => None,
    }
}

/// Whether two programs show the same: numbers to what rounding in another order may change.
pub fn alike(a: &Data, b: &Data) -> bool {
    match (number(a), number(b)) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-6_f64.max(1e-9 * b.abs()),
        _ => a.to_string() == b.to_string(),
    }
}

/// The workbook with other numbers in named cells; what formulas show is as before.
pub fn with_cells(bytes: &[u8], values: &[(&str, f64)]) -> Vec<u8> {
    let names = Read::new(bytes).book.defined_names().to_vec();
    let place = |name: &str| {
        let (_, place) = names.iter().find(|(own, _)| own == name).unwrap_or_else(|| panic!("no name {name}"));
        place.rsplit('!').next().unwrap().replace('$', "")
    };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for i in 0..archive.len() {
        let mut file = archive.by_index(i).unwrap();
        let (name, mut content) = (file.name().unwrap().into_owned(), Vec::new());
        file.read_to_end(&mut content).unwrap();
        if name == "xl/worksheets/sheet2.xml" {
            let mut text = String::from_utf8(content).unwrap();
            for (name, value) in values {
                text = with_cell(&text, &place(name), *value);
            }
            content = text.into_bytes();
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(&content).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// A sheet's XML with another number in one cell.
fn with_cell(sheet: &str, place: &str, value: f64) -> String {
    let (before, cell) = sheet.split_once(&format!("<c r=\"{place}\"")).unwrap();
    let (head, rest) = cell.split_once("<v>").unwrap();
    let (_, after) = rest.split_once("</v>").unwrap();
    assert!(!head.contains("<f>") && !head.contains("</c>"), "{place} holds a number");
    format!("{before}<c r=\"{place}\"{head}<v>{value}</v>{after}")
}

/// The workbooks as LibreOffice computes them anew; none, with a word on it, where there is no LibreOffice.
pub fn office(files: &[Vec<u8>]) -> Option<Vec<Vec<u8>>> {
    if Command::new("soffice").arg("--version").output().is_err() {
        let needed = std::env::var("DELIGHT_NEEDS_LIBREOFFICE").is_ok_and(|x| x == "1");
        assert!(!needed, "LibreOffice is needed here: apt-get install libreoffice-calc-nogui");
        eprintln!("skipped: no LibreOffice (soffice) on this machine");
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let (profile, out) = (folder.path().join("profile"), folder.path().join("out"));
    std::fs::create_dir_all(profile.join("user")).unwrap();
    std::fs::write(profile.join("user/registrymodifications.xcu"), ALWAYS_COMPUTE).unwrap();
    let names: Vec<String> = (0..files.len()).map(|i| format!("{i}.xlsx")).collect();
    for (name, bytes) in names.iter().zip(files) {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    let done = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--convert-to", "xlsx", "--outdir"])
        .arg(&out)
        .args(&names)
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    Some(names.iter().map(|name| std::fs::read(out.join(name)).unwrap()).collect())
}

/// LibreOffice's setting to compute every formula of a workbook when it is opened.
const ALWAYS_COMPUTE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"#;
