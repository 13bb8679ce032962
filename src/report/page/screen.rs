//! The look of a screen: its width, and the styles of what it says.

use crate::words::format::wrap;
use anstyle::{AnsiColor, Style};

/// Titles and sums.
pub(crate) const BOLD: Style = Style::new().bold();
/// What only explains.
pub(crate) const DIM: Style = Style::new().dimmed();
/// Gains.
pub(crate) const GOOD: Style = AnsiColor::Green.on_default();
/// Losses.
pub(crate) const BAD: Style = AnsiColor::Red.on_default();

/// Columns of the screen.
pub(crate) const COLUMNS: usize = 100;

/// Text in lines up to the right edge of the screen, each but the first indented to the column where the first begins.
pub(crate) fn fill(text: &str, column: usize) -> String {
    wrap(text, COLUMNS - column, "").replace('\n', &format!("\n{}", " ".repeat(column)))
}
