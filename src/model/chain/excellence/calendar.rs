//! When work on the elements begins.

/// The month in which work on each element begins, where that is the same in every trial.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Begins([Option<f64>; 9]);

impl Begins {
    /// From the start months that are fixed; none for those that are uncertain.
    pub fn from_fixed_starts(starts: &[Option<f64>; 9]) -> Self {
        Begins(starts.map(|start| start.map(|start| start.floor() + 1.0)))
    }

    /// The elements on which work may begin in month `t`.
    pub fn in_month(&self, t: usize) -> Elements {
        let begins = |e: &usize| self.0[*e].is_none_or(|month| month == t as f64);
        Elements((0..9).filter(begins).fold(0, |all, e| all | 1 << e))
    }
}

/// Some of the elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Elements(pub(super) u16);

impl Elements {
    /// None of them.
    pub const NONE: Elements = Elements(0);

    #[inline(always)]
    pub(super) fn any(self) -> bool {
        self.0 != 0
    }

    #[inline(always)]
    pub(super) fn has(self, element: usize) -> bool {
        self.0 >> element & 1 == 1
    }
}

/// A month of the programme.
#[derive(Clone, Copy, Debug)]
pub struct When {
    /// The month, from 1.
    pub month: f64,
    /// Elements on which work may begin in it; the same in every trial.
    pub begins: Elements,
}
