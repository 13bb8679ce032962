//! What a trial of a case with a chain is made of: its drawn values, both arms in one month, and that month with its money.

use super::after::After;
use crate::chain::market::Market;
use crate::chain::survey::Given;
use crate::chain::{self, Calibrated, Elements, Levels, Month};
use crate::finance::account::{self, Account, Booked};
use crate::finance::bridge::PIECES;
use crate::units::{Lane, Pack};

/// The drawn values of `N` trials.
#[derive(Debug)]
pub struct Values<'a, V: Pack> {
    /// Inputs of the chain.
    pub chain: &'a chain::Inputs<Lane<V>>,
    /// Inputs of the valuation.
    pub finance: &'a account::Inputs<Lane<V>>,
    /// `programme.cost_overrun`.
    pub overrun: Lane<V>,
    /// Amount of each cost line.
    pub amounts: &'a [Lane<V>],
    /// Months in which other cost lines are due than in the month before.
    pub cost_changes: &'a [bool],
    /// By month, the elements on which work may begin.
    pub work_begins: &'a [Elements],
    /// What the case knows of the answers of today's customers.
    pub given: Given<Lane<V>>,
    /// Whether any channel that is left out by default is switched on.
    pub channels: bool,
    /// The uniform that decides delivery.
    pub luck: Lane<V>,
    /// A standard normal for each year.
    pub shocks: &'a [Lane<V>],
    /// ε: what the survey of the gate reads amiss, standard normal; 0 without one.
    pub survey_error: Lane<V>,
    /// The months after the horizon, if they are computed.
    pub after: Option<&'a After>,
}

/// One month with its money, for whoever looks on.
#[derive(Debug)]
pub struct View<'a, V: Pack> {
    /// The month; 0 is the start.
    pub t: usize,
    /// Both arms, without and with the programme, and what surrounds them; none at the start and for a project without a chain.
    pub arms: Option<Arms<'a, V>>,
    /// Cumulative cash, not discounted.
    pub cumulative: Lane<V>,
    /// Cumulative discounted return.
    pub roi: Lane<V>,
    /// The month in the books.
    pub booked: &'a Booked<V>,
    /// The pieces of its benefit, not yet closed ([`closed`](crate::finance::bridge::closed)); none where there are no arms.
    pub pieces: Option<&'a [Lane<V>; PIECES.len()]>,
}

impl<'a, V: Pack> View<'a, V> {
    /// Month `t` with its books.
    #[inline(always)]
    pub(super) fn of(
        t: usize,
        arms: Option<Arms<'a, V>>,
        account: &Account<V>,
        (booked, pieces): (&'a Booked<V>, Option<&'a [Lane<V>; PIECES.len()]>),
    ) -> Self {
        View { t, arms, cumulative: account.cumulative(), roi: account.roi(), booked, pieces }
    }
}

/// The same of both arms.
#[derive(Clone, Copy, Debug)]
pub struct Pair<T> {
    /// Without the programme.
    pub baseline: T,
    /// With it.
    pub programme: T,
}

impl<T: Copy> Pair<T> {
    /// Both start alike.
    #[inline(always)]
    pub fn alike(both: T) -> Self {
        Pair { baseline: both, programme: both }
    }
}

/// Both arms in one month, and what surrounds them.
#[derive(Debug)]
pub struct Arms<'a, V: Pack> {
    /// Prices, demand and rivals.
    pub market: &'a Market<V>,
    /// The constants of the trial.
    pub calibrated: &'a Calibrated<V>,
    /// How far the programme has come.
    pub levels: &'a Levels<V>,
    /// The month of each.
    pub months: Pair<&'a Month<V>>,
}
