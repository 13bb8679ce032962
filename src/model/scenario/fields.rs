//! Every key a scenario file may have, gathered from those who read them: suggestions, schema and template are made from it.

use super::checked::{inputs, survey_catalogue};
use super::field::{Content, Field, TABLES};
use super::known::Known;
use super::{assessment, cash, funding, header, programme, rival, track};
use crate::finance::costs::{Of, Per};
use crate::finance::flows::Rhythm;
use crate::units::Input;
use std::collections::BTreeSet;

/// The place of a table in the order in which people fill a scenario in; lists of costs and flows go with their table.
pub fn table_order(table: &str) -> usize {
    let table = if table == "programme.costs" { "programme.start_month" } else { table };
    TABLES.iter().position(|known| *known == table).unwrap_or(TABLES.len())
}

fn input_field(input: &Input) -> Field {
    let content = match input.path().as_str() {
        "customers.annual_acquisition" => Content::Acquisition(input.kind),
        "customers.nps" => Content::Points(input.kind),
        _ => Content::Quantity(input.kind),
    };
    Field { path: input.path(), content, unit: input.unit, meaning: input.meaning }
}

/// The unit of every assumption a case can have, each once.
pub fn units() -> BTreeSet<&'static str> {
    let amounts = Of::ALL.into_iter().flat_map(|(of, _)| Per::ALL.map(|(per, _)| programme::unit(per, of)));
    let flows = Rhythm::ALL.map(|(rhythm, _)| cash::unit(rhythm));
    let named = inputs().into_iter().chain(survey_catalogue()).map(|input| input.unit);
    named.chain(amounts).chain(flows).chain(["share a year"]).collect()
}

/// Every key outside the lists of tables.
pub(super) fn fields() -> Vec<Field> {
    let mut all = header::fields();
    all.extend(inputs().iter().chain(&survey_catalogue()).map(input_field));
    all.extend(programme::fields());
    all.extend(assessment::fields());
    all.extend(funding::fields());
    all.extend(rival::fields());
    all.extend(track::fields());
    all
}

/// The paths and tables there are.
pub(super) fn known() -> Known {
    Known::new(&fields())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_stands_in_one_of_the_tables() {
        for field in fields().iter().filter(|f| f.path.contains('.')) {
            let (table, _) = field.path.rsplit_once('.').expect("a dot");
            assert!(TABLES.contains(&table), "{}", field.path);
        }
    }

    #[test]
    fn no_two_keys_have_the_same_path_and_none_but_the_survey_is_both_a_value_and_a_table() {
        let paths: Vec<String> = fields().into_iter().map(|f| f.path).collect();
        let distinct: BTreeSet<&String> = paths.iter().collect();
        assert_eq!(paths.len(), distinct.len());
        for path in paths.iter().filter(|path| *path != "customers.nps") {
            assert!(!paths.iter().any(|other| other.starts_with(&format!("{path}."))), "{path}");
        }
    }
}
