//! Where a function of one input is at least zero: its crossings on a grid, each pinned down.

/// A range of the input in which the function is at least zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// Lower end; none if the range goes on below the grid.
    pub from: Option<Crossing>,
    /// Upper end; none if it goes on above the grid.
    pub to: Option<Crossing>,
}

/// A value of the input at which the function is zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crossing {
    /// The value.
    pub at: f64,
    /// Slope of the function around it.
    pub slope: f64,
}

/// Evaluations with which a crossing is pinned down.
const STEPS: usize = 9;

/// The ranges of a rising `grid` on which `f`, known there as `values`, is at least zero.
///
/// What happens between two neighbours of the same sign is not seen. Values that are not finite count as below zero.
/// A crossing is found within `negligible` of zero, or within the steps that regula falsi gets, where an end that stays
/// counts half (the Illinois rule: Dowell and Jarratt, BIT 11 (1971) 168–174).
///
/// # Errors
/// The first that `f` gives.
pub fn ranges<E>(
    grid: &[f64],
    values: &[f64],
    negligible: f64,
    f: impl Fn(f64) -> Result<f64, E>,
) -> Result<Vec<Range>, E> {
    let mut found = Vec::new();
    let mut open: Option<Option<Crossing>> = match values.first() {
        Some(first) if *first >= 0.0 => Some(None),
        _ => None,
    };
    for (x, y) in grid.windows(2).zip(values.windows(2)) {
        let (was, is) = (y[0] >= 0.0, y[1] >= 0.0);
        if was == is {
            continue;
        }
        let crossing = crossing((x[0], y[0]), (x[1], y[1]), negligible, &f)?;
        if is {
            open = Some(Some(crossing));
        } else if let Some(from) = open.take() {
            found.push(Range { from, to: Some(crossing) });
        }
    }
    if let Some(from) = open {
        found.push(Range { from, to: None });
    }
    Ok(found)
}

/// Regula falsi, every third step a bisection, so that steps and gaps of the function shrink the bracket too.
fn crossing<E>(
    low: (f64, f64),
    high: (f64, f64),
    negligible: f64,
    f: &impl Fn(f64) -> Result<f64, E>,
) -> Result<Crossing, E> {
    let slope = (high.1 - low.1) / (high.0 - low.0);
    if let Some((x, _)) = [low, high].into_iter().find(|(_, y)| *y == 0.0) {
        return Ok(Crossing { at: x, slope });
    }
    let (mut low, mut high) = (low, high);
    // The ends as the next step sees them: an end that stays is halved.
    let (mut seen_low, mut seen_high) = (low.1, high.1);
    for step in 1..=STEPS {
        let x = if step % 3 == 0 { halfway(low, high) } else { between((low.0, seen_low), (high.0, seen_high)) };
        let y = f(x)?;
        if y.abs() <= negligible {
            return Ok(Crossing { at: x, slope });
        }
        if (y >= 0.0) == (high.1 >= 0.0) {
            (high, seen_high) = ((x, y), y);
            seen_low *= 0.5;
        } else {
            (low, seen_low) = ((x, y), y);
            seen_high *= 0.5;
        }
    }
    Ok(Crossing { at: between(low, high), slope })
}

/// Where the straight line between two points is zero; half way where there is no such line.
fn between(low: (f64, f64), high: (f64, f64)) -> f64 {
    let x = low.0 + (high.0 - low.0) * (low.1 / (low.1 - high.1));
    if x > low.0 && x < high.0 { x } else { halfway(low, high) }
}

fn halfway(low: (f64, f64), high: (f64, f64)) -> f64 {
    0.5 * (low.0 + high.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(grid: &[f64], f: impl Fn(f64) -> f64) -> Vec<(Option<f64>, Option<f64>)> {
        let values: Vec<f64> = grid.iter().map(|x| f(*x)).collect();
        let at = |c: Option<Crossing>| c.map(|c| (c.at * 1e4).round() / 1e4);
        let Ok(found) = ranges(grid, &values, 1e-9, |x| Ok::<f64, std::convert::Infallible>(f(x)));
        found.into_iter().map(|r| (at(r.from), at(r.to))).collect()
    }

    const GRID: [f64; 6] = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0];

    #[test]
    fn a_rising_function_breaks_even_once() {
        assert_eq!(of(&GRID, |x| x - 1.7), [(Some(1.7), None)]);
        assert_eq!(of(&GRID, |x| x.powi(3) - 72.0), [(Some(4.1602), None)]);
        assert_eq!(of(&GRID, |x| 2.25 - x), [(None, Some(2.25))]);
    }

    #[test]
    fn a_crossing_on_the_grid_is_that_value_itself() {
        // Bent, so that no line between two points would find it.
        let bent = |x: f64| if x < 3.0 { (x - 3.0) * 7.0 } else { (x - 3.0).powi(3) };
        let exact = |grid: &[f64], f: &dyn Fn(f64) -> f64| {
            let values: Vec<f64> = grid.iter().map(|x| f(*x)).collect();
            let Ok(found) = ranges(grid, &values, 1e-9, |x| Ok::<f64, std::convert::Infallible>(f(x)));
            found.into_iter().map(|r| (r.from.map(|c| c.at), r.to.map(|c| c.at))).collect::<Vec<_>>()
        };
        assert_eq!(exact(&GRID, &bent), [(Some(3.0), None)]);
        assert_eq!(exact(&GRID, &|x| -bent(x)), [(None, Some(3.0))]);
    }

    #[test]
    fn a_hump_breaks_even_twice() {
        assert_eq!(of(&GRID, |x| 2.0 - (x - 2.5) * (x - 2.5)), [(Some(1.0858), Some(3.9142))]);
        assert_eq!(of(&GRID, |x| (x - 2.5) * (x - 2.5) - 2.0), [(None, Some(1.0858)), (Some(3.9142), None)]);
    }

    #[test]
    fn what_never_or_always_pays_has_no_crossing() {
        assert!(of(&GRID, |_| -1.0).is_empty());
        assert_eq!(of(&GRID, |_| 1.0), [(None, None)]);
        assert!(of(&GRID, |_| f64::NAN).is_empty());
    }

    #[test]
    fn where_the_function_ends_the_range_ends() {
        let found = of(&GRID, |x| if x < 3.3 { x - 0.5 } else { f64::NAN });
        assert_eq!(found.len(), 1);
        let (from, to) = found[0];
        assert_eq!(from, Some(0.5));
        assert!((to.unwrap() - 3.3).abs() < 0.02, "{to:?}");
    }

    #[test]
    fn a_step_is_found_within_its_bracket() {
        let found = of(&GRID, |x| if x < 2.6 { -100.0 } else { 1.0 });
        assert!((found[0].0.unwrap() - 2.6).abs() < 0.13, "{found:?}");
    }
}
