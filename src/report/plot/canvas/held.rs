//! An axis that is kept from one drawing of a figure to the next, so that it does not follow the values.

use super::ticks::usable;
use serde::{Deserialize, Serialize};

/// What the axis of the results of a figure was laid out for. Laid out for it again, it is the same axis.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct AxisRange {
    /// The values that it reaches to, before they are rounded to its ticks: from, to.
    pub range: [f64; 2],
    /// Nominal pixels that labels take beside or above the plot.
    pub room: f64,
}

/// Room that an axis from outside may claim: half of the narrowest figure.
const MOST_ROOM: f64 = 200.0;

impl AxisRange {
    /// The axis to be drawn: `held` where it is one, with room for the labels that there are.
    pub(crate) fn or_held(self, held: Option<AxisRange>) -> Self {
        match held {
            Some(AxisRange { range: [low, high], room }) if usable(low) && usable(high) && low <= high => {
                let room = if room > self.room { room.min(MOST_ROOM).max(self.room) } else { self.room };
                AxisRange { range: [low, high], room }
            }
            _ => self,
        }
    }
}
