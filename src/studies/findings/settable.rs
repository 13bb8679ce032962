//! Setting an input of a case at will, even one that the case fixes.

use delight_model::chain::survey::Survey;
use delight_model::chain::{Acquisition, Begins};
use delight_model::sampling::Distribution;
use delight_model::scenario::{Project, Scenario, Value, whole_path_meant};
use delight_model::simulate::{LUCK, SURVEY, SimulationError};
use std::fmt;

/// Why an input cannot be set.
#[derive(Clone, Debug, PartialEq)]
pub enum InputError {
    /// No input of the case has this path.
    Unknown {
        /// The path as it was given.
        path: String,
        /// A path that may be meant.
        meant: Option<String>,
    },
    /// Nothing is uncertain about it, so there is nothing to measure.
    NotUncertain {
        /// The path as it was given.
        path: String,
        /// An uncertain input that may be meant.
        meant: Option<String>,
    },
    /// It was used once, when the file was read.
    Settled(String),
    /// Acquisition is balanced: it follows from churn.
    Balanced,
    /// The model draws it by itself.
    Chance(String),
    /// A value is not possible.
    Impossible {
        /// The path.
        path: String,
        /// The value given.
        value: f64,
        /// The rule that it breaks.
        rule: String,
    },
    /// A range does not rise.
    Empty {
        /// The path.
        path: String,
        /// Its lower end.
        from: f64,
        /// Its upper end.
        to: f64,
    },
    /// The same input is given twice.
    Twice(String),
    /// Two cases that stand side by side have the same name.
    SameName(String),
    /// There is no case to study.
    NoCase,
    /// The simulation gave no result.
    Simulation(SimulationError),
}

impl From<SimulationError> for InputError {
    fn from(error: SimulationError) -> Self {
        InputError::Simulation(error)
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            InputError::Unknown { path, meant: Some(meant) } => {
                write!(f, "{path} is no input of this case; did you mean {meant}?")
            }
            InputError::Unknown { path, meant: None } => {
                write!(f, "{path} is no input of this case; `delight check` lists them all")
            }
            InputError::NotUncertain { path, meant: Some(meant) } => {
                write!(f, "{path} is no uncertain input of this case; did you mean {meant}?")
            }
            InputError::NotUncertain { path, meant: None } => write!(
                f,
                "{path} is not an uncertain input of this case, so there is nothing to measure; give it a range, such as \"2 to 4\""
            ),
            InputError::Settled(path) => write!(
                f,
                "{path} was fitted to the mix of the case, customers.mix, when its file was read; change it in the file"
            ),
            InputError::Balanced => f.write_str(
                "customers.annual_acquisition is balanced, so it follows from churn; give it a number first",
            ),
            InputError::Chance(path) => {
                write!(f, "{path} is drawn by the model and cannot be set; name an input of the case")
            }
            InputError::Impossible { path, value, rule } => write!(f, "{path} must be {rule}, found {value}"),
            InputError::Empty { path, from, to } => {
                write!(f, "{path}: the range must rise, found {from} to {to}; give its lower end first")
            }
            InputError::Twice(path) => write!(f, "{path} is given twice; name two inputs"),
            InputError::SameName(name) => {
                write!(f, "two cases are called {name:?}: give each a name of its own under [case]")
            }
            InputError::NoCase => f.write_str("there is no case; name one at least"),
            InputError::Simulation(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for InputError {}

/// The case with these inputs free to be set in its draws, and their places among them.
///
/// Inputs that the case fixes may be used in its plan: what depends on them is left to each trial.
///
/// # Errors
/// [`InputError`] if one of the paths names nothing that can be set, or two are the same.
pub fn settable(scenario: &Scenario, paths: &[&str]) -> Result<(Scenario, Vec<usize>), InputError> {
    let mut places: Vec<usize> = Vec::new();
    for path in paths {
        let place = place_of(scenario, path)?;
        if places.contains(&place) {
            return Err(InputError::Twice((*path).to_owned()));
        }
        places.push(place);
    }
    let free = scenario.derived(|model| {
        let moves_a_start = paths.iter().any(|path| path.starts_with("programme.start_month."));
        if let (true, Project::Chain(case)) = (moves_a_start, &mut model.project) {
            case.plan.begins = Begins::from_fixed_starts(&[None; 9]);
        }
        // Without volatility no shock would be drawn, whatever is put in its place.
        let volatility = paths.iter().position(|path| *path == "market.volatility");
        if let Some(at) = volatility.filter(|_| scenario.point("market.volatility") == Some(0.0))
            && let Ok(some) = Distribution::constant(1.0)
        {
            model.assumptions[places[at]].value = Value::Drawn(some);
        }
    });
    Ok((free, places))
}

fn place_of(scenario: &Scenario, path: &str) -> Result<usize, InputError> {
    if path == LUCK || path == SURVEY || path.starts_with("market.year.") {
        return Err(InputError::Chance(path.to_owned()));
    }
    let Some(place) = scenario.assumptions().iter().position(|a| a.path == path) else {
        let paths: Vec<String> = scenario.assumptions().iter().map(|a| a.path.clone()).collect();
        return Err(InputError::Unknown { path: path.to_owned(), meant: whole_path_meant(path, &paths) });
    };
    match scenario.project() {
        Project::Chain(case)
            if path.starts_with("customers.nps") && matches!(case.plan.survey, Survey::Fitted { .. }) =>
        {
            Err(InputError::Settled(path.to_owned()))
        }
        Project::Chain(case)
            if path == "customers.annual_acquisition" && case.plan.acquisition == Acquisition::Balanced =>
        {
            Err(InputError::Balanced)
        }
        _ => Ok(place),
    }
}

/// Checks that an input may take these two values and all between them.
///
/// # Errors
/// [`InputError::Impossible`] or [`InputError::Empty`].
pub fn check_range(scenario: &Scenario, place: usize, from: f64, to: f64) -> Result<(), InputError> {
    let assumption = &scenario.assumptions()[place];
    let path = || assumption.path.clone();
    for value in [from, to] {
        if !assumption.kind.allows(value) {
            return Err(InputError::Impossible { path: path(), value, rule: assumption.kind.to_string() });
        }
    }
    if from >= to {
        return Err(InputError::Empty { path: path(), from, to });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hotel(more: &str) -> Scenario {
        let text = format!("[case]\nname = \"x\"\npreset = \"hotel\"\n{more}");
        Scenario::from_text("x.toml", &text).unwrap_or_else(|e| panic!("{e}"))
    }

    #[test]
    fn what_cannot_be_set_is_refused_with_the_remedy() {
        let scenario = hotel("");
        let message = |paths: &[&str]| settable(&scenario, paths).expect_err("cannot be set").to_string();
        assert!(message(&["customers.anual_churn"]).ends_with("did you mean customers.annual_churn?"));
        assert!(message(&[LUCK]).contains("drawn by the model"));
        assert!(message(&["customers.annual_acquisition"]).contains("balanced"));
        assert!(message(&["programme.harm", "programme.harm"]).contains("twice"));
        let mix = "[customers.mix]\nunconnected = 0.25\nsatisfied = 0.45\ndistinctive = 0.18\nconnected = 0.12\n";
        let fitted = hotel(&format!("[customers]\nnps = 12\n{mix}"));
        let fault = settable(&fitted, &["customers.nps"]).expect_err("used once");
        assert!(fault.to_string().contains("customers.mix"));
        assert!(settable(&hotel("[customers]\nnps = 12\n"), &["customers.nps"]).is_ok());
    }

    #[test]
    fn a_range_must_rise_within_what_is_possible() {
        let scenario = hotel("");
        let (_, places) = settable(&scenario, &["effects.causal_share"]).expect("an input");
        assert_eq!(check_range(&scenario, places[0], 0.0, 1.0), Ok(()));
        let message = |from, to| check_range(&scenario, places[0], from, to).expect_err("no range").to_string();
        assert_eq!(message(0.0, 1.5), "effects.causal_share must be from 0 to 1, found 1.5");
        assert!(message(0.4, 0.4).contains("must rise"));
        assert!(message(f64::NAN, 0.4).contains("found NaN"));
    }
}
