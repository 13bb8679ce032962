//! Independent pieces of work on all threads, in order.

use super::control::{Control, SimulationError};

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

/// [`each`] with something that a thread makes once and uses again.
#[cfg(feature = "parallel")]
pub(super) fn each_with<W, T: Send>(
    count: usize,
    make: impl Fn() -> W + Sync + Send,
    work: impl Fn(&mut W, usize) -> T + Sync + Send,
) -> Vec<T> {
    use rayon::prelude::*;
    (0..count).into_par_iter().map_init(make, work).collect()
}

/// [`each`] with something that is made once and used again.
#[cfg(not(feature = "parallel"))]
pub(super) fn each_with<W, T>(count: usize, make: impl Fn() -> W, work: impl Fn(&mut W, usize) -> T) -> Vec<T> {
    let mut made = make();
    (0..count).map(|i| work(&mut made, i)).collect()
}

/// The work of every thread of the pool, merged.
#[cfg(feature = "parallel")]
pub(super) fn on_all_threads<T: Send>(
    work: impl Fn(usize) -> T + Sync + Send,
    merge: impl Fn(T, T) -> T + Sync + Send,
) -> Option<T> {
    use rayon::prelude::*;
    (0..rayon::current_num_threads()).into_par_iter().with_max_len(1).map(work).reduce_with(merge)
}

/// The work of the only thread.
#[cfg(not(feature = "parallel"))]
pub(super) fn on_all_threads<T>(work: impl Fn(usize) -> T, merge: impl Fn(T, T) -> T) -> Option<T> {
    (0..1).map(work).reduce(merge)
}

/// Two pieces of work side by side.
#[cfg(feature = "parallel")]
pub fn both<A: Send, B: Send>(a: impl FnOnce() -> A + Send, b: impl FnOnce() -> B + Send) -> (A, B) {
    rayon::join(a, b)
}

/// Two pieces of work one after the other.
#[cfg(not(feature = "parallel"))]
pub fn both<A, B>(a: impl FnOnce() -> A, b: impl FnOnce() -> B) -> (A, B) {
    (a(), b())
}

/// [`each`] for work that may be ended from outside: `control` is asked before each piece, which should take well under
/// a second.
///
/// # Errors
/// That of the first piece that failed, or [`SimulationError::Cancelled`].
pub fn try_each<T: Send>(
    count: usize,
    control: &Control,
    work: impl Fn(usize) -> Result<T, SimulationError> + Sync + Send,
) -> Result<Vec<T>, SimulationError> {
    each(count, |i| control.check().and_then(|()| work(i))).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn work_that_is_cancelled_ends_with_the_pieces_under_way() {
        let (control, begun) = (Control::default(), AtomicUsize::new(0));
        let found = try_each(10_000, &control, |_| {
            begun.fetch_add(1, Ordering::Relaxed);
            control.cancel();
            Ok(())
        });
        assert_eq!(found, Err(SimulationError::Cancelled));
        // Each thread had begun at most one.
        assert!(begun.load(Ordering::Relaxed) < 1_000, "{begun:?}");
    }
}
