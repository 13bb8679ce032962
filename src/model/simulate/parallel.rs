//! Independent pieces of work on all threads, in order.

/// `work(0)`, …, `work(count − 1)` on all threads of the pool; the results stand in order, so nothing depends on the
/// threads.
#[cfg(feature = "parallel")]
pub fn each<T: Send>(count: usize, work: impl Fn(usize) -> T + Sync + Send) -> Vec<T> {
    use rayon::prelude::*;
    (0..count).into_par_iter().with_max_len(1).map(work).collect()
}

/// `work(0)`, …, `work(count − 1)` in order.
#[cfg(not(feature = "parallel"))]
pub fn each<T>(count: usize, work: impl Fn(usize) -> T) -> Vec<T> {
    (0..count).map(work).collect()
}
