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

/// Share of an axis below which its values are too small to be read there.
const LEAST_SHARE: f64 = 0.125;
/// Steps in which an axis grows, of its own length: finer, it would crawl after the values.
const STEP: f64 = 0.25;
/// The most that it grows by; what needs more has an axis of its own.
const MOST_GROWTH: f64 = 3.0;

impl AxisRange {
    /// The axis to be drawn: `held` where it is one and shows the values, with room for the labels that there are. It reaches
    /// further where they do, and gives way to their own axis where they would be a line or a dot on it.
    pub(crate) fn or_held(self, held: Option<AxisRange>) -> Self {
        match held {
            Some(AxisRange { range: [low, high], room }) if usable(low) && usable(high) && low <= high => {
                let room = if room > self.room { room.min(MOST_ROOM).max(self.room) } else { self.room };
                reaching([low, high], self.range).map_or(self, |range| AxisRange { range, room })
            }
            _ => self,
        }
    }
}

/// A held range, with as many steps more as the values need; none where it would show them badly.
pub(crate) fn reaching([low, high]: [f64; 2], [from, to]: [f64; 2]) -> Option<[f64; 2]> {
    let length = high - low;
    if to - from < LEAST_SHARE * length {
        return None;
    }
    let grown = |beyond: f64| (beyond / (STEP * length)).ceil().max(0.0) * STEP;
    let (below, above) = (grown(low - from), grown(to - high));
    let reached = [low - below * length, high + above * length];
    (below + above <= MOST_GROWTH).then_some(reached).filter(|[low, high]| usable(*low) && usable(*high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_held_range_stands_grows_in_steps_and_gives_way() {
        assert_eq!(reaching([0.0, 8.0], [1.0, 7.0]), Some([0.0, 8.0]));
        assert_eq!(reaching([0.0, 8.0], [1.0, 8.1]), Some([0.0, 10.0]));
        assert_eq!(reaching([0.0, 8.0], [-3.0, 8.0]), Some([-4.0, 8.0]));
        assert_eq!(reaching([0.0, 8.0], [3.0, 3.5]), None);
        assert_eq!(reaching([0.0, 8.0], [0.0, 80.0]), None);
        assert_eq!(reaching([2.0, 2.0], [2.0, 5.0]), None);
    }
}
