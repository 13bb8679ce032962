//! `cargo +nightly fuzz run samples`

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    delight_fuzz::samples(text);
});
