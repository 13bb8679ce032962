//! `cargo +nightly fuzz run saved`

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    delight_fuzz::saved(text);
});
