//! How far a case is valued: to its horizon, or until what its programme brought has run off.

/// What the net present value of a trial counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Horizon {
    /// The horizon of the case, and nothing after it but its terminal value.
    #[default]
    Case,
    /// The same, and beside it the value with run-off: what a run shows.
    Beside,
    /// The months after the horizon too, in which the programme has ended and its effects fade.
    RunOff,
}

impl Horizon {
    /// What can be asked for, with the word for it.
    pub const ASKED: [(Horizon, &'static str); 2] = [(Horizon::Case, "case"), (Horizon::RunOff, "run-off")];

    /// The word for what the net present value counts.
    pub fn name(self) -> &'static str {
        match self {
            Horizon::Case | Horizon::Beside => "case",
            Horizon::RunOff => "run-off",
        }
    }
}

impl std::str::FromStr for Horizon {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let [(case, a), (run_off, b)] = Self::ASKED;
        match text {
            _ if text == a => Ok(case),
            _ if text == b => Ok(run_off),
            _ => Err(format!("it must be {a} or {b}")),
        }
    }
}

impl std::fmt::Display for Horizon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}
