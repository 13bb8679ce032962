//! When work on each element begins, if only so many can be built at a time.

use delight_model::simulate::each;

/// What limits how many elements are worked on at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crew {
    /// Elements that can be built at the same time; none: as many as one likes.
    pub most: Option<usize>,
    /// Months in which an element is being built, from its start.
    pub build_months: usize,
}

/// Whether never more elements are being built than the crew can; elements that are not active do not count.
pub fn fits(crew: Crew, start: &[f64; 9], active: &[bool; 9]) -> bool {
    let Some(most) = crew.most else { return true };
    let building =
        |t: f64| (0..9).filter(|&e| active[e] && start[e] <= t && t < start[e] + crew.build_months as f64).count();
    // There are never more than at the start of one of them.
    (0..9).filter(|&e| active[e]).all(|e| building(start[e]) <= most)
}

/// Start months in waves of as many elements as the crew can build, in this order; none for elements whose turn would
/// come in the last year of the horizon or later.
pub fn in_waves(most: usize, build_months: usize, order: &[usize], horizon: usize) -> [Option<f64>; 9] {
    let mut start = [None; 9];
    for (place, &element) in order.iter().enumerate() {
        let month = place / most.max(1) * build_months;
        start[element] = (month + 12 <= horizon).then_some(month as f64);
    }
    start
}

/// Months between two starts that are tried.
const GRID: [f64; 9] = [0.0, 3.0, 6.0, 9.0, 12.0, 18.0, 24.0, 30.0, 36.0];

/// Starts of higher value, one element after the other, then two exchanged, as long as that helps; twice at most.
pub fn improved(
    crew: Crew,
    start: [f64; 9],
    active: &[bool; 9],
    latest: f64,
    value: impl Fn(&[f64; 9]) -> f64 + Sync + Send,
) -> [f64; 9] {
    let mut best = (start, value(&start));
    for _ in 0..2 {
        let before = best.1;
        for e in (0..9).filter(|&e| active[e]) {
            let waves = (1..4).map(|wave| (wave * crew.build_months) as f64).filter(|_| crew.most.is_some());
            let months = GRID.into_iter().chain(waves).filter(|month| *month <= latest && *month != best.0[e]);
            let tried = months.map(|month| {
                let mut moved = best.0;
                moved[e] = month;
                moved
            });
            best = better(best, tried.filter(|moved| fits(crew, moved, active)).collect(), &value);
        }
        if crew.most.is_some() {
            let pairs = (0..9).flat_map(|a| (0..a).map(move |b| (a, b)));
            let exchanged = pairs.map(|(a, b)| {
                let mut moved = best.0;
                moved.swap(a, b);
                moved
            });
            let new = exchanged.filter(|moved| *moved != best.0 && fits(crew, moved, active)).collect();
            best = better(best, new, &value);
        }
        if best.1 <= before {
            break;
        }
    }
    best.0
}

/// The best of these and of what is there; the first of equals.
fn better(
    best: ([f64; 9], f64),
    tried: Vec<[f64; 9]>,
    value: &(impl Fn(&[f64; 9]) -> f64 + Sync + Send),
) -> ([f64; 9], f64) {
    let values = each(tried.len(), |k| value(&tried[k]));
    tried.into_iter().zip(values).fold(best, |best, other| if other.1 > best.1 { other } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [bool; 9] = [true; 9];

    #[test]
    fn waves_never_need_more_than_the_crew() {
        let order = [8, 7, 6, 5, 4, 3, 2, 1, 0];
        for most in 1..=9 {
            let crew = Crew { most: Some(most), build_months: 10 };
            let start = in_waves(most, 10, &order, 240).map(|start| start.expect("there is time"));
            assert!(fits(crew, &start, &ALL));
            assert_eq!(start[8], 0.0);
            let sooner = start.map(|s| (s - 1.0).max(0.0));
            assert_eq!(fits(crew, &sooner, &ALL), most == 9, "no month may be gained");
        }
    }

    #[test]
    fn elements_whose_turn_comes_too_late_are_left() {
        let start = in_waves(4, 26, &[0, 1, 2, 3, 4, 5, 6, 7, 8], 48);
        assert_eq!(start[7], Some(26.0));
        assert_eq!(start[8], None);
    }

    #[test]
    fn what_gains_most_begins_first() {
        // Each month of waiting costs an element its weight; three can be built at a time.
        let crew = Crew { most: Some(3), build_months: 12 };
        let weight = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0];
        let cost = |start: &[f64; 9]| -> f64 { -(0..9).map(|e| weight[e] * start[e]).sum::<f64>() };
        let start = in_waves(3, 12, &[0, 1, 2, 3, 4, 5, 6, 7, 8], 60).map(|s| s.expect("time"));
        let mut found = start;
        for _ in 0..4 {
            found = improved(crew, found, &ALL, 48.0, cost);
        }
        assert_eq!(found, [24.0, 24.0, 24.0, 12.0, 12.0, 12.0, 0.0, 0.0, 0.0]);
        let free = Crew { most: None, build_months: 12 };
        assert_eq!(improved(free, start, &ALL, 48.0, cost), [0.0; 9]);
    }
}
