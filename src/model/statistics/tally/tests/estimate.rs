use crate::statistics::tally::Estimate;

fn half_width_in_standard_errors(replicates: usize) -> f64 {
    let estimate = Estimate { value: 0.0, standard_error: 1.0, replicates };
    estimate.interval95().1
}

/// P(|T| < t) with t = √ν·tan θ: the integral of cos^(ν − 1), by Simpson's rule.
fn probability_within(t: f64, degrees_of_freedom: usize) -> f64 {
    let integral = |end: f64| {
        let steps = 20_000;
        let width = end / f64::from(steps);
        let height = |i: i32| (f64::from(i) * width).cos().powi(degrees_of_freedom as i32 - 1);
        let weight = |i: i32| {
            if i == 0 || i == steps { 1.0 } else { f64::from(2 + 2 * (i % 2)) }
        };
        (0..=steps).map(|i| weight(i) * height(i)).sum::<f64>() * width / 3.0
    };
    integral((t / (degrees_of_freedom as f64).sqrt()).atan()) / integral(std::f64::consts::FRAC_PI_2)
}

#[test]
fn the_interval_holds_95_percent_of_students_t() {
    for degrees_of_freedom in (1..=64).chain([100, 1000, 9999]) {
        let within = probability_within(half_width_in_standard_errors(degrees_of_freedom + 1), degrees_of_freedom);
        // The density at the 97.5 % point is at most 0.06, t is good to 3e-7, and there are two sides.
        assert!((within - 0.95).abs() < 4e-8, "{degrees_of_freedom}: {within}");
    }
}

#[test]
fn one_to_five_give_the_textbook_interval() {
    let estimate = Estimate::from_replicates(3.0, &[1.0, 2.0, 3.0, 4.0, 5.0]).unwrap();
    assert_eq!(estimate.standard_error, 2.5_f64.sqrt() / 5_f64.sqrt());
    let (low, high) = estimate.interval95();
    assert!((low - 1.036757).abs() < 1e-6 && (high - 4.963243).abs() < 1e-6, "{low} {high}");
}

#[test]
fn equal_replicates_have_no_error() {
    let estimate = Estimate::from_replicates(0.1, &[0.1; 30]).unwrap();
    assert_eq!((estimate.standard_error, estimate.interval95()), (0.0, (0.1, 0.1)));
}

#[test]
fn below_two_replicates_or_with_nan_there_is_no_estimate() {
    assert_eq!(Estimate::from_replicates(1.0, &[]), None);
    assert_eq!(Estimate::from_replicates(1.0, &[1.0]), None);
    assert_eq!(Estimate::from_replicates(1.0, &[1.0, f64::NAN]), None);
}
