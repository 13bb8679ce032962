//! `delight run --full`: every study of a case besides its run, as their own commands make them by default.

use super::{Failure, breakeven, gate, optimise, sensitivity, study, sweep, voi};
use crate::analysis::allocation::{Limits, allocate};
use crate::analysis::breakeven::{Request, Target as Even};
use crate::analysis::gate::best_gate;
use crate::analysis::sweep::Through;
use crate::analysis::{InputFault, breakeven as even, information, sensitivity as sensitive, sweep as swept};
use crate::report::language::Words;
use crate::report::studies::Study;
use crate::report::write::Target;
use crate::scenario::{Case, Scenario};
use crate::simulate::{Control, Settings};

/// A study of a case; none where the case does not ask its question.
type Make = fn(&Scenario, Settings) -> Result<Option<Box<dyn Study>>, InputFault>;

/// Every study with the number of its trials.
const ALL: [(u64, Make); 6] = [
    (sensitivity::TRIALS, |case, settings| Ok(Some(Box::new(sensitive::sensitivity(case, settings, true))))),
    (breakeven::TRIALS, |case, settings| {
        let request = Request { inputs: &[], map: None, target: Even::MedianNpv };
        Ok(Some(Box::new(even::breakeven(case, settings, &request)?)))
    }),
    (sweep::TRIALS, by_intensity),
    (gate::TRIALS, |case, settings| Ok(boxed(best_gate(case, settings, &Control::default()).ok()))),
    (optimise::TRIALS, |case, settings| {
        let found = allocate(case, settings, optimise::SEARCH_TRIALS, &Limits::NONE, &Control::default());
        Ok(boxed(found.ok()))
    }),
    (voi::TRIALS, |case, settings| {
        Ok(Some(Box::new(information::information(std::slice::from_ref(case), settings, None)?)))
    }),
];

/// Number of studies of a case.
pub const STUDIES: usize = ALL.len();

/// Makes every study of a case and writes its document and figures; `done` is called after each.
pub fn study_all(
    scenario: &Scenario,
    settings: Settings,
    target: &Target,
    words: Words,
    done: &dyn Fn(),
) -> Result<(), Failure> {
    for (trials, make) in ALL {
        if let Some(found) = make(scenario, Settings { trials, ..settings })? {
            study::write(target, found.as_ref(), words)?;
        }
        done();
    }
    Ok(())
}

/// A study that not every case has: one without a chain, or too short, has none.
fn boxed<T: Study + 'static>(found: Option<T>) -> Option<Box<dyn Study>> {
    found.map(|found| Box::new(found) as Box<dyn Study>)
}

/// The size of the programme from nothing to three times as written.
fn by_intensity(scenario: &Scenario, settings: Settings) -> Result<Option<Box<dyn Study>>, InputFault> {
    if matches!(scenario.case, Case::CashFlow(_)) {
        return Ok(None);
    }
    let through = Through { path: "programme.intensity".into(), from: 0.0, to: 3.0, steps: 25 };
    Ok(Some(Box::new(swept::sweep(scenario, settings, &through)?)))
}
