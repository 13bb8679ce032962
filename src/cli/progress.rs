//! A progress bar on standard error, for runs that take over a second, where someone is watching.

use super::CliError;
use delight_model::simulate::Control;
use delight_report::words::Words;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::sync::OnceLock;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// Does the work while a bar shows how far it is, where words are given for it; of `total` trials, if that is known.
pub fn watch<T: Send>(
    control: &Control,
    total: Option<u64>,
    words: Option<Words>,
    work: impl FnOnce() -> T + Send,
) -> T {
    let Some(words) = words.filter(|_| std::io::stderr().is_terminal()) else { return work() };
    let (finished, wait) = channel::<()>();
    let before = control.done();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            if !matches!(wait.recv_timeout(Duration::from_secs(1)), Err(RecvTimeoutError::Timeout)) {
                return;
            }
            let bar = bar(total, words);
            while matches!(wait.recv_timeout(Duration::from_millis(100)), Err(RecvTimeoutError::Timeout)) {
                let done = control.done() - before;
                bar.set_position(total.map_or(done, |total| done.min(total)));
            }
            bar.finish_and_clear();
        });
        let result = work();
        drop(finished);
        result
    })
}

/// The one handle of this program: Ctrl-C ends all work that it was given to.
pub fn control() -> Result<Control, CliError> {
    static CONTROL: OnceLock<Result<Control, String>> = OnceLock::new();
    let handled = CONTROL.get_or_init(|| {
        let control = Control::default();
        let interrupted = control.clone();
        ctrlc::set_handler(move || interrupted.cancel()).map_err(|e| e.to_string())?;
        Ok(control)
    });
    handled.clone().map_err(|e| CliError::Program(format!("cannot watch for Ctrl-C: {e}")))
}

/// Does the work while a bar counts its steps, where words are given for it; the work calls after each.
pub fn steps<T>(total: usize, words: Option<Words>, work: impl FnOnce(&(dyn Fn() + Sync)) -> T) -> T {
    let Some(words) = words.filter(|_| std::io::stderr().is_terminal()) else { return work(&|| ()) };
    let told = words.say_with("progress-studies", &[("done", "{pos}"), ("all", "{len}")]);
    let bar = ProgressBar::new(total as u64);
    let bar = match ProgressStyle::with_template(&format!("{{bar:32}} {{spinner}} {told}")) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    };
    bar.enable_steady_tick(Duration::from_millis(100));
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
