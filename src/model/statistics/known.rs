//! Functions whose sensitivity indices are known, to try an estimator on before it is trusted.

use crate::sampling::{Sampling, Stream, normal_quantile};

/// Columns of uniforms: scrambled Sobol' points, or independent of every other call by another `seed`.
pub fn uniforms_of(sampling: Sampling, seed: u64, columns: usize, trials: usize) -> Vec<Vec<f64>> {
    (0..columns)
        .map(|k| {
            let dimension = (sampling == Sampling::Sobol).then_some(k as u16);
            let mut words = vec![0; trials];
            Stream::new(sampling, seed, &format!("x{k}"), dimension, trials as u64).fill(0, &mut words);
            words.into_iter().map(|w| (f64::from(w) + 0.5) / 4_294_967_296.0).collect()
        })
        .collect()
}

/// Columns of scrambled Sobol' points.
pub fn uniforms(columns: usize, trials: usize) -> Vec<Vec<f64>> {
    uniforms_of(Sampling::Sobol, 1, columns, trials)
}

/// Columns of independent standard normals.
pub fn normals(columns: usize, trials: usize) -> Vec<Vec<f64>> {
    uniforms(columns, trials).into_iter().map(|c| c.into_iter().map(normal_quantile).collect()).collect()
}

/// Ishigami's function sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁ of uniforms, stretched to −π…π (Ishigami and Homma 1990).
pub fn ishigami(u: &[Vec<f64>]) -> Vec<f64> {
    let x = |k: usize, t: usize| std::f64::consts::PI * (2.0 * u[k][t] - 1.0);
    (0..u[0].len())
        .map(|t| x(0, t).sin() + 7.0 * x(1, t).sin().powi(2) + 0.1 * x(2, t).powi(4) * x(0, t).sin())
        .collect()
}

/// First-order indices of Ishigami's function: V₁ = ½(1 + bπ⁴/5)², V₂ = a²/8, V = a²/8 + bπ⁴/5 + b²π⁸/18 + ½.
pub const ISHIGAMI_FIRST: [f64; 3] = [0.313_905, 0.442_411, 0.0];
/// Total indices of Ishigami's function.
pub const ISHIGAMI_TOTAL: [f64; 3] = [0.557_589, 0.442_411, 0.243_684];

/// The a of Sobol's G-function here.
pub const G_A: [f64; 4] = [0.0, 1.0, 4.5, 99.0];

/// Sobol's G-function Π (|4u_k − 2| + a_k)/(1 + a_k).
pub fn g_function(u: &[Vec<f64>]) -> Vec<f64> {
    (0..u[0].len())
        .map(|t| G_A.iter().enumerate().map(|(k, a)| ((4.0 * u[k][t] - 2.0).abs() + a) / (1.0 + a)).product())
        .collect()
}

/// First-order and total indices of the G-function, from the partial variances V_k = 1/(3(1 + a_k)²).
pub fn g_indices() -> Vec<[f64; 2]> {
    let v = G_A.map(|a| 1.0 / (3.0 * (1.0 + a) * (1.0 + a)));
    let whole: f64 = v.iter().map(|v| 1.0 + v).product();
    v.iter().map(|v| [v / (whole - 1.0), v / (1.0 + v) * whole / (whole - 1.0)]).collect()
}
