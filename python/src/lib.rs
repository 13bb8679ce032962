//! The seam as a module of Python: texts and bytes in, texts, bytes and columns out, without the lock of the interpreter.
//!
//! The package `delight` beside this is what people call.

#[allow(unsafe_code, reason = "what PyO3 writes for a class")]
mod column;
mod faults;
mod patience;
mod pictures;
#[allow(unsafe_code, reason = "what PyO3 writes for a module")]
mod seam;
