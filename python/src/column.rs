//! A column of numbers that others read where it lies.

use pyo3::prelude::*;

/// Numbers of eight bytes that do not move and do not change, for as long as anyone holds this.
#[pyclass(frozen)]
pub struct Column(Numbers);

enum Numbers {
    Floats(Vec<f64>),
    Integers(Vec<i64>),
}

impl From<Vec<f64>> for Column {
    fn from(numbers: Vec<f64>) -> Self {
        Column(Numbers::Floats(numbers))
    }
}

impl From<Vec<i64>> for Column {
    fn from(numbers: Vec<i64>) -> Self {
        Column(Numbers::Integers(numbers))
    }
}

#[pymethods]
impl Column {
    /// Where the first number lies.
    #[getter]
    fn address(&self) -> usize {
        match &self.0 {
            Numbers::Floats(numbers) => numbers.as_ptr() as usize,
            Numbers::Integers(numbers) => numbers.as_ptr() as usize,
        }
    }

    /// Whether they are 64-bit floats; else they are signed 64-bit integers.
    #[getter]
    fn is_float(&self) -> bool {
        matches!(self.0, Numbers::Floats(_))
    }

    /// How many there are that are no number.
    #[getter]
    fn missing(&self) -> usize {
        match &self.0 {
            Numbers::Floats(numbers) => numbers.iter().filter(|x| x.is_nan()).count(),
            Numbers::Integers(_) => 0,
        }
    }

    fn __len__(&self) -> usize {
        match &self.0 {
            Numbers::Floats(numbers) => numbers.len(),
            Numbers::Integers(numbers) => numbers.len(),
        }
    }
}
