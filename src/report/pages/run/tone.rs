//! How amounts are meant: as losses, as gains.

use crate::page::table::Tone;

/// How an amount is meant: as a loss, or as no more than it says.
pub(super) fn if_loss(x: f64) -> Tone {
    if x < 0.0 { Tone::Bad } else { Tone::Plain }
}

/// How an amount is meant: as a loss or as a gain.
pub(super) fn loss_or_gain(x: f64) -> Tone {
    if x < 0.0 { Tone::Bad } else { Tone::Good }
}
