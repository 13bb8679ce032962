//! The upper tail of χ²: how often a sum of squares of independent standard normals is as large.

/// Terms of the series and of the fraction; they end long before at any number of readings.
const MOST_TERMS: usize = 10_000;
/// A term that adds less than this share is the last.
const EPSILON: f64 = 1e-16;

/// P(χ² ≥ x) with `degrees` degrees of freedom; 1 without any.
///
/// ```text
/// Q(a, y) = Γ(a, y)/Γ(a),  a = degrees/2, y = x/2
/// ```
///
/// The series of P below y = a + 1, else the continued fraction of Q by Lentz (Press, Teukolsky, Vetterling and Flannery,
/// "Numerical recipes", 2007, § 6.2).
pub fn chi_square_above(x: f64, degrees: usize) -> f64 {
    if degrees == 0 || x <= 0.0 {
        return 1.0;
    }
    let (a, y) = (degrees as f64 / 2.0, x / 2.0);
    let scale = libm::exp(a * libm::log(y) - y - libm::lgamma(a));
    if y < a + 1.0 { (1.0 - scale * series(a, y)).clamp(0.0, 1.0) } else { (scale * fraction(a, y)).clamp(0.0, 1.0) }
}

fn series(a: f64, y: f64) -> f64 {
    let (mut term, mut sum) = (1.0 / a, 1.0 / a);
    for n in 1..MOST_TERMS {
        term *= y / (a + n as f64);
        sum += term;
        if term < sum * EPSILON {
            break;
        }
    }
    sum
}

fn fraction(a: f64, y: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let mut b = y + 1.0 - a;
    let (mut c, mut d) = (1.0 / TINY, 1.0 / b);
    let mut h = d;
    for n in 1..MOST_TERMS {
        let n = n as f64;
        let an = -n * (n - a);
        b += 2.0;
        let or_tiny = |x: f64| if x.abs() < TINY { TINY } else { x };
        d = 1.0 / or_tiny(an * d + b);
        c = or_tiny(b + an / c);
        h *= d * c;
        if (d * c - 1.0).abs() < EPSILON {
            break;
        }
    }
    h
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_is_that_of_the_tables() {
        // With two degrees it is e^(−x/2); with one the tail of a standard normal on both sides.
        for x in [0.01_f64, 0.5, 2.0, 7.0, 40.0] {
            assert!((chi_square_above(x, 2) / (-x / 2.0).exp() - 1.0).abs() < 1e-12, "{x}");
            let both = 2.0 * crate::sampling::normal_cdf(-x.sqrt());
            assert!((chi_square_above(x, 1) / both - 1.0).abs() < 1e-10, "{x}");
        }
        for (x, degrees, tail) in [(18.307, 10, 0.05), (124.342, 100, 0.05), (135.807, 100, 0.01), (449.5, 400, 0.0440)]
        {
            assert!((chi_square_above(x, degrees) - tail).abs() < 2e-4, "{x} {degrees}");
        }
        assert_eq!((chi_square_above(3.0, 0), chi_square_above(0.0, 3)), (1.0, 1.0));
        assert!(chi_square_above(1e6, 4) == 0.0);
    }
}
