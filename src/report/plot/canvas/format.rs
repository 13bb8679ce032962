//! How a figure writes a value, and values along an axis: as its caller says.

use std::fmt;
use std::sync::Arc;

/// Writes one value.
type One = Arc<dyn Fn(f64) -> String + Send + Sync>;
/// Writes the values along an axis.
type Ticks = Arc<dyn Fn(&[f64]) -> Vec<String> + Send + Sync>;

/// Writes a value for readers, with its unit: `"+34%"`, `"−€400k"`.
#[derive(Clone)]
pub struct Format {
    one: One,
    ticks: Ticks,
}

impl Format {
    /// The format of a function, which also writes the values along an axis, one by one.
    pub fn new(write: impl Fn(f64) -> String + Send + Sync + 'static) -> Self {
        let one: One = Arc::new(write);
        let each = one.clone();
        Format { one, ticks: Arc::new(move |values| values.iter().map(|value| each(*value)).collect()) }
    }

    /// The same, but for the values along an axis, which another function writes alike.
    pub fn with_ticks(self, write: impl Fn(&[f64]) -> Vec<String> + Send + Sync + 'static) -> Self {
        Format { ticks: Arc::new(write), ..self }
    }

    /// The value as readers see it.
    pub fn write(&self, value: f64) -> String {
        (self.one)(value)
    }

    /// Values along an axis as readers see them, one text each.
    pub fn write_ticks(&self, values: &[f64]) -> Vec<String> {
        (self.ticks)(values)
    }
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Format(1.5 as {:?})", self.write(1.5))
    }
}
