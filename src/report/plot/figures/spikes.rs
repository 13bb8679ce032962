//! Bars far taller than all others: cut at the top of the plot, marked as cut, their share written beside them.

use crate::plot::canvas::font::Weight;
use crate::plot::canvas::frame::text;
use crate::plot::canvas::place::{Taken, near};
use crate::plot::canvas::scene::{Rect, Scene};
use crate::plot::canvas::style::{Theme, text_size};
use crate::plot::canvas::ticks::Scale;

/// A bar is a spike if it is this many times as tall as the tallest ordinary bar.
const TIMES_TALLER: f64 = 2.5;
/// With more bars than this standing out, or more than one in five, the distribution itself is tall there.
const MOST_SPIKES: usize = 3;
/// With more of the trials than this in the bars that stand out, they are the distribution and stay whole.
const LARGEST_SHARE: f64 = 0.9;

/// One bar or neighbouring bars which stand out.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Spike {
    /// The first bin.
    pub first: usize,
    /// The last bin.
    pub last: usize,
    /// Share of the trials in all these bins.
    pub share: f64,
}

/// The spikes of a histogram.
pub(crate) struct Spikes {
    pub groups: Vec<Spike>,
    tallest_ordinary: f64,
}

impl Spikes {
    /// Finds the bars that would press all others flat.
    pub(crate) fn find(shares: &[f64]) -> Self {
        let mut bars: Vec<(usize, f64)> =
            shares.iter().copied().enumerate().filter(|(_, share)| *share > 0.0 && *share <= 1.0).collect();
        bars.sort_by(|a, b| b.1.total_cmp(&a.1));
        let stands_out =
            |count: &usize| bars.get(*count).is_some_and(|next| bars[count - 1].1 >= TIMES_TALLER * next.1);
        let exceptional = |count: &usize| bars[..*count].iter().map(|bar| bar.1).sum::<f64>() <= LARGEST_SHARE;
        let most = MOST_SPIKES.min(bars.len() / 5);
        let count = (1..=most).rev().find(|count| stands_out(count) && exceptional(count)).unwrap_or(0);
        let tallest_ordinary = bars.get(count).map_or(0.0, |bar| bar.1);
        bars.truncate(count);
        bars.sort_by_key(|bar| bar.0);
        let groups = bars.chunk_by(|a, b| a.0 + 1 == b.0).map(|group| Spike {
            first: group[0].0,
            last: group[group.len() - 1].0,
            share: group.iter().map(|bar| bar.1).sum(),
        });
        Self { groups: groups.collect(), tallest_ordinary }
    }

    /// The share up to which the axis must at least reach: room is kept above the ordinary bars.
    pub(crate) fn axis_top(&self) -> f64 {
        let above = if self.groups.is_empty() { 1.2 } else { 1.25 };
        if self.tallest_ordinary > 0.0 { self.tallest_ordinary * above } else { 1.0 }
    }
}

/// Marks each spike as cut and writes its share, given with it, beside it; the labels' room is added to `taken`.
pub(crate) fn label(
    scene: &mut Scene,
    plot: Rect,
    spikes: &[(&Spike, String)],
    edges: &[f64],
    x: Scale,
    taken: &mut Taken,
    theme: &Theme,
) {
    for (spike, share) in spikes {
        let (left, right) = (x.at(edges[spike.first]), x.at(edges[spike.last + 1]));
        let y = plot.top + 16.0;
        for y in [y, y + 6.0] {
            scene.line(vec![(left - 3.0, y + 3.0), (right + 3.0, y - 3.0)], theme.background, 2.0);
        }
        let mut words = text(share, (0.0, 0.0), text_size::LABEL, theme.ink);
        words.weight = Weight::SemiBold;
        let wide = words.bounds().width() + 8.0;
        let all = [&taken.marks[..], &taken.texts[..]].concat();
        let room = near(((left + right) / 2.0, y), (wide, 18.0), plot.grown(-2.0), &all, &[]);
        scene.rect(room, theme.background, 0.82);
        words.at = (room.left + 4.0, room.bottom - 4.5);
        scene.text(words);
        taken.texts.push(room);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tall_bar_among_low_ones_is_a_spike() {
        let spikes = Spikes::find(&[0.5, 0.1, 0.12, 0.08, 0.2]);
        assert_eq!(spikes.groups, [Spike { first: 0, last: 0, share: 0.5 }]);
    }

    #[test]
    fn neighbouring_spikes_count_as_one() {
        let mut shares = [0.025; 12];
        shares[3..5].fill(0.375);
        assert_eq!(Spikes::find(&shares).groups, [Spike { first: 3, last: 4, share: 0.75 }]);
    }

    #[test]
    fn bars_of_one_shape_hold_no_spike() {
        assert!(Spikes::find(&[0.1, 0.2, 0.4, 0.2, 0.1]).groups.is_empty());
    }

    #[test]
    fn a_single_bar_is_no_spike_and_the_axis_reaches_it() {
        let spikes = Spikes::find(&[1.0]);
        assert!(spikes.groups.is_empty() && spikes.axis_top() >= 1.0);
    }
}
