//! A progress bar on standard error, for runs that take over a second, where someone is watching.

use super::CliError;
use super::output::{columns_of_errors, errors_are_seen};
use delight_model::simulate::Control;
use delight_report::words::Words;
use indicatif::{ProgressBar, ProgressStyle};
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
    let Some(words) = words.filter(|_| errors_are_seen()) else { return work() };
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
    let Some(words) = words.filter(|_| errors_are_seen()) else { return work(&|| ()) };
    let told = words.say_with("progress-studies", &[("done", "{pos}"), ("all", "{len}")]);
    let bar = ProgressBar::new(total as u64);
    let bar = match ProgressStyle::with_template(&format!("{}{{spinner}} {told}", room_for_bar(22))) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    };
    bar.enable_steady_tick(Duration::from_millis(100));
    let result = work(&|| bar.inc(1));
    bar.finish_and_clear();
    result
}

/// Columns of what is told beside a bar at most: `8,388,608 of 8,388,608 trials, 123,456.7890/s, 12m left`.
const TOLD: usize = 60;

/// A bar as long as the screen has room for beside so many columns of text; none where that is little.
fn room_for_bar(told: usize) -> String {
    match columns_of_errors().saturating_sub(told).min(32) {
        room @ 10.. => format!("{{bar:{}}} ", room - 1),
        _ => String::new(),
    }
}

fn bar(total: Option<u64>, words: Words) -> ProgressBar {
    let (done, rate) = (("done", "{human_pos}"), ("rate", "{per_sec}"));
    let (bar, template) = match total {
        Some(total) => {
            let all = ("all", "{human_len}");
            let told = match columns_of_errors() < TOLD {
                true => words.say_with("progress-short", &[("share", "{percent}%"), ("left", "{eta}")]),
                false => words.say_with("progress-bar", &[done, all, rate, ("left", "{eta}")]),
            };
            (ProgressBar::new(total), format!("{}{told}", room_for_bar(TOLD)))
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

/// Does the work on so many threads.
pub fn on_threads<T: Send>(threads: Option<u16>, work: impl FnOnce() -> T + Send) -> Result<T, CliError> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.map_or(0, usize::from)).build();
    Ok(pool.map_err(|e| CliError::Program(format!("cannot start threads: {e}")))?.install(work))
}
