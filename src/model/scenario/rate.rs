//! The rate at which amounts that come with the program, which are in euros, become amounts in the currency of the case.

/// What an amount in euros becomes.
#[derive(Debug, Default)]
pub(super) enum Rate {
    /// It stays as it is: the case is in euros.
    #[default]
    Euro,
    /// So many units of the currency of the case for each euro.
    PerEuro(f64),
    /// Unknown: what could not be converted, each with its place.
    Missing(Vec<String>),
}

/// The key of the rate.
pub(super) const PER_EURO: &str = "case.per_euro";

/// Rates that a currency may have.
pub(super) const RATES: (f64, f64) = (1e-3, 1e9);
