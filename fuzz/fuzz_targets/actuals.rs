//! `cargo +nightly fuzz run actuals`

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    delight_fuzz::actuals(text);
});
