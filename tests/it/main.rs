//! Whole cases, files and the command, one module a topic.

mod allocation;
mod assess;
mod assessment;
mod audit;
mod cancel;
mod change;
mod cli;
mod decisions;
mod determinism;
mod difference;
mod distributions;
mod documents;
mod evidence;
mod gate;
mod golden;
mod house;
mod invariants;
mod known_answers;
mod rivals;
mod scenario;
mod seam;
mod studies;
mod support;
mod uniforms;
mod workbook;
mod xlsx;
