//! Work beside the interpreter: other threads of Python go on, and Ctrl-C ends it.

use super::faults::{of_seam, of_text};
use delight_case::simulate::Control;
use delight_case::studies::seam::SeamError;
use pyo3::prelude::*;
use rayon::ThreadPoolBuilder;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// How often Python is asked whether it wants something else.
const PAUSE: Duration = Duration::from_millis(50);

/// Does the work on threads of its own, all cores unless told how many.
///
/// The threads live for this call alone: a process that was forked has none of its parent's.
pub fn patiently<T: Send>(
    py: Python<'_>,
    threads: Option<usize>,
    work: impl FnOnce(&Control) -> Result<T, SeamError> + Send,
) -> PyResult<T> {
    let (control, mut wants_else) = (Control::default(), None);
    let found = py.detach(|| {
        let pool = ThreadPoolBuilder::new().num_threads(threads.unwrap_or(0)).build();
        let pool = pool.map_err(|e| of_text(format!("cannot start threads: {e}")))?;
        let (done, waiting) = channel::<()>();
        let control = &control;
        thread::scope(|scope| {
            let at_work = scope.spawn(move || {
                // It is dropped when the work is done, also if that panics.
                let _done = done;
                pool.install(|| work(control))
            });
            while waiting.recv_timeout(PAUSE) == Err(RecvTimeoutError::Timeout) {
                if wants_else.is_none() {
                    wants_else = Python::attach(|py| py.check_signals()).err();
                    wants_else.iter().for_each(|_| control.cancel());
                }
            }
            at_work.join().map_err(|_| of_text("the engine failed; please report what you did"))
        })
    });
    match wants_else {
        Some(error) => Err(error),
        None => found?.map_err(|error| of_seam(&error)),
    }
}
