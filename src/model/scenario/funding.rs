//! `[portfolio]`: what a case says of a choice among projects. It moves no result of the case itself.

use super::checked::Funding;
use super::fault::Fault;
use super::field::{Content, Field, field};
use super::node::NodeValue;
use super::reader::{Cell, Reader};
use crate::units::{Kind, Sort};

/// The most cases that a case may require.
const MOST_REQUIRED: usize = 40;

/// The keys of `[portfolio]`.
pub(super) fn fields() -> Vec<Field> {
    vec![
        field(
            "portfolio.budget",
            Content::Quantity(Kind::AMOUNT),
            "money",
            "what the project uses of the budget, if not the present value of its costs",
        ),
        field("portfolio.staff", Content::Quantity(Kind::AMOUNT), "full-time equivalents", "staff that it ties up"),
        field(
            "portfolio.group",
            Content::Text("loyalty"),
            "1 to 80 characters",
            "group of projects of which at most one is funded",
        ),
        field("portfolio.requires", Content::Names, "names of cases", "projects without which it is not funded"),
        field("portfolio.must", Content::Flag, "true or false", "whether it is funded in any case"),
    ]
}

/// What the layers say of a choice of the case that is called `own`.
pub(super) fn read(r: &mut Reader, own: &str) -> Funding {
    let amounts = [("portfolio.budget", Sort::Money), ("portfolio.staff", Sort::Count)];
    let [budget, staff] = amounts.map(|(path, sort)| {
        let reading = r.cell(path).and_then(|cell| r.quantity(&cell, &Kind::AMOUNT, sort));
        reading.map(|reading| reading.distribution)
    });
    let group = r.cell("portfolio.group").and_then(|cell| r.name(&cell, "loyalty")).map(str::to_owned);
    let must = r.cell("portfolio.must").and_then(|cell| r.flag(&cell)).unwrap_or(false);
    let requires = r.cell("portfolio.requires").map_or_else(Vec::new, |cell| names(r, &cell, own));
    Funding { budget, staff, group, requires, must }
}

fn names<'a>(r: &mut Reader<'a>, cell: &Cell<'a>, own: &str) -> Vec<String> {
    let NodeValue::List(entries) = &cell.node.value else {
        r.wrong_type(cell, "a list of names of cases", "[\"Loyalty programme\"]");
        return Vec::new();
    };
    if entries.len() > MOST_REQUIRED {
        r.fault(cell, Fault::TooMany { found: entries.len(), limit: MOST_REQUIRED });
        return Vec::new();
    }
    let cells: Vec<Cell> = entries.iter().map(|node| Cell { node, ..cell.clone() }).collect();
    let mut names: Vec<String> = Vec::new();
    for cell in &cells {
        let Some(name) = r.name(cell, "Loyalty programme").map(str::trim) else { continue };
        if name == own.trim() {
            let rule = format!("must not name {name:?}, which is this case: a project cannot require itself");
            r.fault(cell, Fault::Misplaced { rule, fix: Some("remove it, or name another case".to_owned()) });
        } else if names.iter().any(|known| known == name) {
            let found = r.found(cell);
            r.fault(cell, Fault::Twice { found, of: "name of a list" });
        } else {
            names.push(name.to_owned());
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use crate::scenario::Scenario;

    const CASE: &str = "[case]\nname = \"x\"\nkind = \"cash-flow\"\n[finance]\ndiscount_rate = 0\ntax_rate = 0\n\
                        [[flows]]\nname = \"a\"\namount = -1\nper = \"once\"\n";

    #[test]
    fn a_case_says_what_it_uses_and_what_goes_with_it() {
        let more = "[portfolio]\nbudget = \"uniform(10k, 20k)\"\nstaff = 2.5\ngroup = \"loyalty\"\n\
                    requires = [\"App\", \"Training\"]\nmust = true\n";
        let case = Scenario::from_text("x.toml", &format!("{CASE}{more}")).unwrap_or_else(|e| panic!("{e}"));
        let funding = &case.funding();
        assert!((funding.budget.as_ref().unwrap().mean() - 15_000.0).abs() < 1e-6);
        assert_eq!(funding.staff.as_ref().unwrap().mean(), 2.5);
        assert_eq!((funding.group.as_deref(), funding.must), (Some("loyalty"), true));
        assert_eq!(funding.requires, ["App", "Training"]);
        // What is said of a choice draws nothing.
        let alone = Scenario::from_text("x.toml", CASE).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(case.assumptions().len(), alone.assumptions().len());
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        for wrong in [
            "requires = [\"x\"]",
            "requires = [\"App\", \"App\"]",
            "budget = -5",
            "staff = \"many\"",
            "group = \"\"",
            "requires = \"App\"",
            "must = 1",
            "bugdet = 5",
        ] {
            let text = format!("{CASE}[portfolio]\n{wrong}\n");
            assert!(Scenario::from_text("x.toml", &text).is_err(), "{wrong}");
        }
    }
}
