//! Raking: a table of answers fitted to a mix of customers and to a survey of them.

/// The answers by state of customers whose mix is known, fitted to a survey.
///
/// `of_states` has the share of each answer in each state as they are without the survey. Iterative proportional fitting
/// (Deming and Stephan 1940): the answers of each state are made to sum to 1, and the shares of the answers, weighted by the
/// mix, to those of the survey, in turn until both hold.
pub fn raked(of_states: &[[f64; 4]; 3], mix: &[f64; 4], survey: &[f64; 3]) -> [[f64; 4]; 3] {
    /// Rounds after which a survey that the mix all but excludes is met as well as it can be.
    const MOST_ROUNDS: usize = 10_000;
    let whole: f64 = survey.iter().sum();
    let mut answers = *of_states;
    for _ in 0..MOST_ROUNDS {
        let mut moved = 0.0_f64;
        for (row, part) in answers.iter_mut().zip(survey) {
            let wanted = part / whole;
            let share: f64 = row.iter().zip(mix).map(|(answer, part)| answer * part).sum();
            let factor = if wanted > 0.0 { wanted / share } else { 0.0 };
            row.iter_mut().for_each(|answer| *answer *= factor);
            moved = if wanted > 0.0 { moved.max((factor - 1.0).abs()) } else { moved };
        }
        for k in 0..4 {
            let sum: f64 = answers.iter().map(|row| row[k]).sum();
            answers.iter_mut().for_each(|row| row[k] /= sum);
            moved = moved.max((sum - 1.0).abs());
        }
        if moved < 1e-14 {
            break;
        }
    }
    answers
}
