//! A progress bar on standard error, for runs that take over a second, where someone is watching.

use super::Failure;
use delight_model::simulate::Control;
use delight_report::words::Words;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// Does the work while a bar shows how far it is, where words are given for it; `total` trials, if that is known.
pub fn watch<T: Send>(
    control: &Control,
    total: Option<u64>,
    words: Option<Words>,
    work: impl FnOnce() -> T + Send,
) -> T {
    let Some(words) = words.filter(|_| std::io::stderr().is_terminal()) else { return work() };
    let (finished, wait) = channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            if !matches!(wait.recv_timeout(Duration::from_secs(1)), Err(RecvTimeoutError::Timeout)) {
                return;
            }
            let bar = bar(total, words);
            while matches!(wait.recv_timeout(Duration::from_millis(100)), Err(RecvTimeoutError::Timeout)) {
                bar.set_position(control.done.load(Ordering::Relaxed));
            }
            bar.finish_and_clear();
        });
        let result = work();
        drop(finished);
        result
    })
}

/// Ends the work that `control` watches when the reader presses Ctrl-C; once a program.
pub fn end_cleanly_on_interrupt(control: &Arc<Control>) -> Result<(), Failure> {
    let control = Arc::clone(control);
    ctrlc::set_handler(move || control.cancel.store(true, Ordering::Relaxed))
        .map_err(|e| Failure::Program(format!("cannot watch for Ctrl-C: {e}")))
}

/// Does the work while a bar counts its steps, where words are given for it; the work calls after each.
pub fn steps<T>(total: usize, words: Option<Words>, work: impl FnOnce(&(dyn Fn() + Sync)) -> T) -> T {
    let Some(words) = words.filter(|_| std::io::stderr().is_terminal()) else { return work(&|| ()) };
    let told = words.say_with("progress-studies", &[("done", "{pos}"), ("all", "{len}")]);
    let bar = ProgressBar::new(total as u64);
    let bar = match ProgressStyle::with_template(&format!("{{bar:32}} {told}")) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    };
    bar.tick();
    let result = work(&|| bar.inc(1));
    bar.finish_and_clear();
    result
}

fn bar(total: Option<u64>, words: Words) -> ProgressBar {
    let (done, rate) = (("done", "{human_pos}"), ("rate", "{per_sec}"));
    let (bar, template) = match total {
        Some(total) => {
            let told = words.say_with("progress-bar", &[done, ("all", "{human_len}"), rate, ("left", "{eta}")]);
            (ProgressBar::new(total), format!("{{bar:32}} {told}"))
        }
        None => {
            (ProgressBar::new_spinner(), format!("{{spinner}} {}", words.say_with("progress-spinner", &[done, rate])))
        }
    };
    match ProgressStyle::with_template(&template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
