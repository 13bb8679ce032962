//! The first-order reliability method: the point nearest to the origin of standard normal space at which a limit is met.

/// Points by their coordinates.
type Points = [Vec<f64>];
/// The value of a limit state at points.
pub type LimitState<'a> = dyn Fn(&Points) -> Vec<f64> + 'a;

/// Half the step of the differences that stand for slopes, in standard deviations.
const STEP: f64 = 0.02;
/// Directions that are tried.
const MOST_TURNS: usize = 40;
/// Lengths that are tried of each, the longest first: 1, 0.75, …
const LENGTHS: usize = 24;
const SHORTER: f64 = 0.75;
/// Standard deviations beyond which nothing is looked for.
pub const FARTHEST: f64 = 6.0;
/// Points of a straight line that are looked at together, and how often the line is cut.
const CUTS: usize = 64;
const ROUNDS: usize = 5;

/// The most probable point at which a limit is met.
#[derive(Clone, Debug, PartialEq)]
pub struct Nearest {
    /// Its coordinates in standard deviations.
    pub point: Vec<f64>,
    /// Its distance β from the origin.
    pub distance: f64,
}

/// The point u\* nearest to the origin with g(u\*) = 0, after Hasofer and Lind (1974); none within [`FARTHEST`].
///
/// ```text
/// u ← u + λ·d,   d = (∇g·u − g)/|∇g|²·∇g − u        (Rackwitz and Fiessler 1978)
/// ```
///
/// with the λ of the least merit ½|u|² + c·|g|, c = 2·|u|/|∇g| and no less than ½|u + d|²/|g| (Zhang and Der Kiureghian
/// 1995); at last g is solved along the ray to the point found, so that the limit is met there.
pub fn nearest(limit: &LimitState, dimensions: usize) -> Option<Nearest> {
    let mut at = vec![0.0; dimensions];
    let mut value = *limit(&[at.clone()]).first()?;
    let start = value;
    if start == 0.0 {
        return Some(Nearest { point: at, distance: 0.0 });
    }
    for _ in 0..MOST_TURNS {
        let slopes = gradient(limit, &at);
        let Some(direction) = direction(&at, value, &slopes) else { break };
        let penalty = penalty(&at, value, &slopes, &direction);
        let steps: Vec<Vec<f64>> = (0..LENGTHS).map(|k| moved(&at, &direction, SHORTER.powi(k as i32))).collect();
        let values = limit(&steps);
        let merit = |at: &[f64], value: f64| 0.5 * square(at) + penalty * value.abs();
        let all = steps.into_iter().zip(values).filter(|(_, value)| value.is_finite());
        let best = all.min_by(|a, b| merit(&a.0, a.1).total_cmp(&merit(&b.0, b.1)));
        let Some((next, found)) = best.filter(|(next, found)| merit(next, *found) < merit(&at, value)) else { break };
        let far = square(&moved(&next, &at, -1.0)).sqrt();
        (at, value) = (next, found);
        if far < 1e-7 && value.abs() < 1e-7 * start.abs() {
            break;
        }
    }
    along(limit, &at, start)
}

/// The slopes of a limit at a point, by central differences.
pub fn gradient(limit: &LimitState, at: &[f64]) -> Vec<f64> {
    let beside = |i: usize, step: f64| {
        let mut point = at.to_vec();
        point[i] += step;
        point
    };
    let points: Vec<Vec<f64>> = (0..at.len()).flat_map(|i| [beside(i, -STEP), beside(i, STEP)]).collect();
    limit(&points).chunks(2).map(|pair| (pair[1] - pair[0]) / (2.0 * STEP)).collect()
}

/// From a point to the nearest one of the plane that touches the limit there, no farther out than [`FARTHEST`].
fn direction(at: &[f64], value: f64, slopes: &[f64]) -> Option<Vec<f64>> {
    let steepness = square(slopes);
    if !(steepness > 0.0 && steepness.is_finite()) {
        return None;
    }
    let along = (dot(slopes, at) - value) / steepness;
    let distance = along.abs() * steepness.sqrt();
    let along = if distance > FARTHEST { along * FARTHEST / distance } else { along };
    Some(slopes.iter().zip(at).map(|(slope, u)| along * slope - u).collect())
}

/// The weight of the limit in the merit, large enough for the direction to be one of descent.
fn penalty(at: &[f64], value: f64, slopes: &[f64], direction: &[f64]) -> f64 {
    let least = 2.0 * (square(at) / square(slopes)).sqrt();
    let target = moved(at, direction, 1.0);
    if value == 0.0 { least } else { least.max(0.5 * square(&target) / value.abs()) }
}

/// The first point on the ray through `toward` where the limit has another sign than at the origin.
fn along(limit: &LimitState, toward: &[f64], start: f64) -> Option<Nearest> {
    let length = square(toward).sqrt();
    if !(length > 0.0) {
        return None;
    }
    let ray: Vec<f64> = toward.iter().map(|u| u / length).collect();
    let (mut low, mut high) = (0.0, FARTHEST);
    for _ in 0..ROUNDS {
        let at = |k: usize| low + (high - low) * k as f64 / CUTS as f64;
        let points: Vec<Vec<f64>> = (1..=CUTS).map(|k| ray.iter().map(|u| at(k) * u).collect()).collect();
        let crossed = limit(&points).iter().position(|value| value * start <= 0.0)?;
        (low, high) = (at(crossed), at(crossed + 1));
    }
    let distance = 0.5 * (low + high);
    Some(Nearest { point: ray.iter().map(|u| distance * u).collect(), distance })
}

fn moved(at: &[f64], direction: &[f64], length: f64) -> Vec<f64> {
    at.iter().zip(direction).map(|(u, d)| u + length * d).collect()
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn square(a: &[f64]) -> f64 {
    dot(a, a)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(limit: impl Fn(&[f64]) -> f64, dimensions: usize) -> Option<Nearest> {
        nearest(&|points: &Points| points.iter().map(|p| limit(p)).collect(), dimensions)
    }

    #[test]
    fn a_plane_is_met_at_its_distance_from_the_origin() {
        // g = a·u + b: β = b/|a| at −β·a/|a|.
        let found = of(|u| 3.0 * u[0] - 4.0 * u[1] + 10.0, 2).expect("met");
        assert!((found.distance - 2.0).abs() < 1e-6, "{found:?}");
        assert!((found.point[0] + 1.2).abs() < 1e-6 && (found.point[1] - 1.6).abs() < 1e-6, "{found:?}");
    }

    #[test]
    fn it_does_not_matter_on_which_side_the_origin_lies() {
        let found = of(|u| 2.0 * u[0] - 3.0, 3).expect("met");
        assert!((found.distance - 1.5).abs() < 1e-6 && found.point[1..] == [0.0, 0.0], "{found:?}");
    }

    #[test]
    fn two_lognormals_have_the_index_of_their_logarithms() {
        // R < S with ln R ~ N(1, 0.3), ln S ~ N(0, 0.4): β = 1/√(0.09 + 0.16) = 2.
        let found = of(|u| (1.0 + 0.3 * u[0]).exp() - (0.4 * u[1]).exp(), 2).expect("met");
        assert!((found.distance - 2.0).abs() < 1e-5, "{found:?}");
        assert!((found.point[0] + 1.2).abs() < 1e-3 && (found.point[1] - 1.6).abs() < 1e-3, "{found:?}");
    }

    #[test]
    fn curved_limits_of_the_literature_are_met_at_their_published_indices() {
        // Liu and Der Kiureghian (1991), Santosh et al. (2006): the latter oscillates without the line search.
        let exponential = |u: &[f64]| (0.4 * (u[0] + 2.0) + 6.2).exp() - (0.3 * u[1] + 5.0).exp() - 200.0;
        let found = of(exponential, 2).expect("met");
        assert!((found.distance - 2.7099).abs() < 2e-4, "{found:?}");
        assert!((found.point[0] + 2.5397).abs() < 5e-3 && (found.point[1] - 0.9454).abs() < 1e-2, "{found:?}");
        let cubic = |u: &[f64]| (10.0 + 5.0 * u[0]).powi(3) + (9.9 + 5.0 * u[1]).powi(3) - 18.0;
        let found = of(cubic, 2).expect("met");
        assert!((found.distance - 2.2260).abs() < 5e-4, "{found:?}");
    }

    #[test]
    fn a_limit_that_is_never_met_has_no_point() {
        assert_eq!(of(|u| 1.0 + u[0] * u[0], 1), None);
        assert_eq!(of(|u| 100.0 + u[0], 1), None);
        assert_eq!(of(|_| 1.0, 2), None);
    }
}
